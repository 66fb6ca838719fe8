"""The Subject of a deck: the study, its answers' number, and how its figures are printed.

Here too is what every slide on a question has: its kicker and its footer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Sample, Study
from rundfrage.look.clip import clip
from rundfrage.look.theme import Theme
from rundfrage.report.arrange import fits, legible_slide
from rundfrage.report.bind import Press
from rundfrage.report.charts.rows import best_end, one_line, table_title
from rundfrage.report.deck import Claim, Deck, Figure, Slide
from rundfrage.report.section.lines import Lines
from rundfrage.report.words import Phrasebook, compose, isolated
from rundfrage.tables.table import Block, Disclosure, Table
from rundfrage.tables.words import short_method
from rundfrage.text import number

_QUESTION = re.compile(r"(?:[qQ]|[qQ]uestion|[fF]rage)_?0*(\d+[a-z]?)")
_MEAN = re.compile(r"\.mean\b")
_STEP = 40
"""A label in the footer has at most so many characters."""
_ON_QUESTION = re.compile(r"(?:[qQ]|[qQ]uestion|[fF]rage)_?0*(\d+[a-z]?)[_.]\w+")


@dataclass(frozen=True)
class Subject:
    """What a deck is about and how it is printed.

    `shell` is the deck without its slides; slides are measured in it. Beside the `n` respondents so
    many more were left out because they were `repeated`.
    """

    study: Study
    n: int
    language: str
    theme: Theme
    shell: Deck
    repeated: int = 0

    def press(self, table: Table) -> Press:
        """How the figures of one table are printed."""
        return Press(self.language, table.weight)

    @property
    def words(self) -> Phrasebook:
        """The wordings of the deck's language."""
        return Press(self.language).words

    @property
    def respondents(self) -> Figure:
        """The number of all interviews."""
        return Press(self.language).plain("study.n", self.n)

    @property
    def repeats(self) -> tuple[Figure, Figure] | None:
        """How many repeats were left out, and of how many interviews; None if none were."""
        if not self.repeated:
            return None
        press = Press(self.language)
        whole = press.plain("study.n + study.repeats", self.n + self.repeated)
        return press.plain("study.repeats", self.repeated), whole

    def field(self) -> Claim | None:
        """When the survey was in the field; None if that isn't known."""
        if self.study.field is None:
            return None
        press = Press(self.language)
        start, end = self.study.field
        if start == end:
            first = press.day("study.field_start", start)
            return compose(self.words["field-day"], start=first)
        return compose(self.words["field-days"], days=press.days("study.field", start, end))

    def fits(self, slide: Slide) -> bool:
        """True if the slide can be arranged as it is."""
        return fits(slide, self.shell, self.theme)

    def legible(self, slide: Slide) -> Slide:
        """The slide without labels that are wider than their segments, if it can be arranged."""
        return legible_slide(slide, self.shell, self.theme) if self.fits(slide) else slide


def wording(table: Table, subject: Subject) -> Claim:
    """The question as it was asked."""
    return Claim((table_title(table, subject.language),))


def kicker(name: str, words: Phrasebook) -> str:
    """The small line above the title: q4 is question 4, q2_open belongs to question 2.

    Empty for other names, which are for programs.
    """
    if found := _QUESTION.fullmatch(name):
        return words("question", name=found[1])
    if found := _ON_QUESTION.fullmatch(name):
        return words("on-question", name=found[1])
    return ""


def footer(
    table: Table,
    blocks: Sequence[Block],
    subject: Subject,
    lines: Lines,
    shown: Sequence[Figure] = (),
    *,
    drawn: bool = False,
    based: bool = True,
) -> tuple[Claim, ...]:
    """Base, what the figures mean, field dates, that nothing is represented, the author's own.

    `shown` are the figures on the slide beside those of the lines; `drawn` says that a chart among
    them shows intervals; without `based` the base stands elsewhere.
    """
    said = (figure for one in (lines.title, *lines.claims) for figure in one.figures)
    figures = (*said, *shown)
    return tuple(
        dict.fromkeys(
            (*_footer(table, blocks, subject, figures, drawn=drawn, based=based), *lines.foot)
        )
    )


def brackets_note(figures: Iterable[Figure], words: Phrasebook) -> tuple[Claim, ...]:
    """What brackets mean, if one of the figures stands in them."""
    found = any(figure.text.startswith("[") for figure in figures)
    return (Claim((words("brackets"),)),) if found else ()


def _footer(
    table: Table,
    blocks: Sequence[Block],
    subject: Subject,
    figures: Sequence[Figure],
    *,
    drawn: bool,
    based: bool,
) -> Iterator[Claim]:
    words = subject.words
    base = base_of(blocks, subject) if based else None
    if base is not None:
        yield base
    if table.shape.several:
        yield Claim((words("base-mentions"),))
    if table.shape.least_first:
        yield Claim((words("mean-rank"),))
    if any(block.variable.nps for block in blocks):
        yield Claim((words("nps-rule"),))
    scale = _mean_scale(table, blocks, subject)
    if scale is not None and any(_MEAN.search(figure.binding) for figure in figures):
        yield scale
    if table.weight is not None:
        yield compose(words["weighted"], weight=clip(table.weight, _STEP))
        effective = _effective(blocks, subject)
        if effective is not None:
            yield compose(words["effective"], n=effective)
    if table.method is not None and drawn:
        method = short_method(table.method, subject.language)
        yield compose(words["interval-lines"], method=method)
    if any(block.disclosure[0] is Disclosure.SMALL for block in blocks):
        yield Claim((words("brackets"),))
    yield from field_footer(subject)


def spoken_footer(lines: Lines, subject: Subject) -> tuple[Claim, ...]:
    """What stands under sentences with numbers that belong to no question: as under a chart."""
    return tuple(dict.fromkeys((*lines.bases, *field_footer(subject), *lines.foot)))


def field_footer(subject: Subject) -> tuple[Claim, ...]:
    """Field dates, and that nothing is represented: what stands under every figure."""
    dates = subject.field()
    about = () if dates is None else (dates,)
    if subject.study.sample is Sample.OPEN:
        return (*about, Claim((subject.words("not-representative-short"),)))
    return about


def base_of(blocks: Sequence[Block], subject: Subject) -> Claim | None:
    """How many answered, of how many; for a grid the smallest and the largest base."""
    words, press = subject.words, Press(subject.language)
    open_ = [block for block in blocks if block.bases[0] is not None]
    counts = [figure for block in open_ if (figure := press.count(block, "n"))]
    if not counts:
        return None
    low = min(counts, key=lambda figure: figure.value)
    high = max(counts, key=lambda figure: figure.value)
    asked = press.count(open_[0], "asked")
    if asked is None:
        return None
    whole = subject.respondents
    routed = asked.value < whole.value
    if low.value < high.value:
        return compose(words["base-range"], low=low, high=high, asked=asked if routed else whole)
    if routed:
        return compose(words["base-routed"], n=low, asked=asked, interviews=whole)
    return compose(words["base"], n=low, asked=whole)


def _effective(blocks: Sequence[Block], subject: Subject) -> Figure | None:
    """The smallest of the blocks' effective bases."""
    press = Press(subject.language)
    found = [figure for block in blocks if (figure := press.effective(block)) is not None]
    return min(found, key=lambda figure: figure.value, default=None)


def _mean_scale(table: Table, blocks: Sequence[Block], subject: Subject) -> Claim | None:
    """Which numbers the ends of a scale stand for, where a mean is printed."""
    if not table.shape.stepped or not blocks:
        return None
    block = blocks[0]
    if not any(one.statistics[0] and one.statistics[0].mean is not None for one in blocks):
        return None
    best, worst = best_end(block.variable)
    if best == worst:
        return None
    labels = [one_line(one.label, subject.language) for one in block.variable.categories]
    return compose(
        subject.words["mean-scale"],
        first=number(best, subject.language),
        best=isolated(clip(labels[0], _STEP), subject.words.language),
        last=number(worst, subject.language),
        worst=isolated(clip(labels[-1], _STEP), subject.words.language),
    )
