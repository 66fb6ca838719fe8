"""The pages at the end: how the survey was made, and who answered what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.codebook import Sample
from rundfrage.look.clip import clip
from rundfrage.report.bind import Count, Press
from rundfrage.report.charts.rows import item_label, table_title
from rundfrage.report.deck import Claim, Grid, Slide, SlideKind
from rundfrage.report.slides.lines import Lines
from rundfrage.report.slides.notes import with_figures
from rundfrage.report.slides.spread import chunked
from rundfrage.report.slides.subject import Subject
from rundfrage.report.words import comma, compose
from rundfrage.tables.table import Block, Table
from rundfrage.tables.words import method_sentence

_LEDGER: tuple[Count, ...] = ("asked", "n", "dont_know", "refused", "left_blank")
_LEDGER_ROWS = 120
_ALWAYS = 2
"""The first columns of the ledger are always shown, the others where somebody is in them."""


def method_slides(
    tables: Sequence[Table], subject: Subject, lines: Lines, *, quoted: bool
) -> tuple[Slide, ...]:
    """Field, sample, weights, bases, rounding and disclosure in words, after the author's own."""
    claims = (*lines.claims, *_method(tables, subject, quoted=quoted))
    title = lines.titled(Claim((subject.words("method"),)))

    def build(group: Sequence[Claim]) -> Slide:
        return Slide(
            SlideKind.METHOD,
            title,
            kicker=lines.kicked(""),
            claims=tuple(group),
            footer=lines.foot,
        )

    return tuple(with_figures(slide, subject) for slide in chunked(claims, build, subject))


def _method(tables: Sequence[Table], subject: Subject, *, quoted: bool) -> Iterator[Claim]:
    words, study = subject.words, subject.study
    if study.simulated:
        yield Claim((words("method-simulated"),))
    facts = compose(words["took-part"], n=subject.respondents)
    dates = subject.field()
    if dates is None:
        yield Claim((*facts.parts, "."))
    else:
        yield compose(words["method-field"], took_part=facts, field=dates)
    yield Claim(
        (
            {
                Sample.OPEN: words("method-open"),
                Sample.LIST: words("method-list"),
                Sample.PROBABILITY: words("method-probability"),
            }[study.sample],
        )
    )
    methods = dict.fromkeys(table.method for table in tables if table.method is not None)
    if methods:
        for method in methods:
            yield Claim((method_sentence(method, subject.language),))
        yield Claim((words("method-intervals"),))
    elif study.sample is Sample.PROBABILITY:
        yield Claim((words("method-undesigned"),))
    weights = sorted({table.weight for table in tables if table.weight is not None})
    if weights:
        yield compose(words["method-weighted"], weight=comma(words).join(weights))
        yield Claim((words("method-effective"),))
    else:
        yield Claim((words("method-unweighted"),))
    yield Claim((words("method-bases"),))
    yield Claim((words("method-rounding"),))
    if any(table.shape.stepped for table in tables):
        yield Claim((words("method-means"),))
    yield Claim((words("method-disclosure"),))
    if quoted:
        yield Claim((words("method-quotes"),))


def ledger_slides(tables: Sequence[Table], subject: Subject, lines: Lines) -> tuple[Slide, ...]:
    """The account of every base, a row a question or item."""
    blocks = [
        (table, block) for table in tables for block in table.blocks if block.variable.of is None
    ]
    columns = [
        name
        for place, name in enumerate(_LEDGER)
        if place < _ALWAYS or any(_count(block, name, subject).figures for _, block in blocks)
    ]
    rows = [
        (
            Claim((_row_name(table, block, subject),)),
            *(_count(block, name, subject, shown=True) for name in columns),
        )
        for table, block in blocks
    ]
    words = subject.words
    hidden = max(len(rows) - _LEDGER_ROWS, 0)
    rows = rows[:_LEDGER_ROWS]
    more = Press(subject.language).plain("study.rows_not_shown", hidden)
    foot = (compose(words["not-shown"], n=more),) if hidden else ()
    headings = {
        "asked": words("ledger-asked"),
        "n": words("ledger-answered"),
        "dont_know": words("ledger-dont-know"),
        "refused": words("ledger-refused"),
        "left_blank": words("ledger-left-blank"),
    }

    def build(group: Sequence[tuple[Claim, ...]]) -> Slide:
        grid = Grid((words("ledger-question"), *(headings[name] for name in columns)), tuple(group))
        title = lines.titled(Claim((words("ledger"),)))
        kicker = lines.kicked("")
        return Slide(SlideKind.METHOD, title, kicker=kicker, table=grid, footer=foot)

    return chunked(rows, build, subject)


def _count(block: Block, name: Count, subject: Subject, *, shown: bool = False) -> Claim:
    """One cell of the ledger: its figure; nothing for a zero unless it is to be shown."""
    figure = Press(subject.language).count(block, name)
    if figure is None:
        return Claim((subject.words("nothing"),))
    return Claim((figure,)) if shown or figure.value else Claim(())


def _row_name(table: Table, block: Block, subject: Subject) -> str:
    label = (
        item_label(block, table, subject.language)
        if len(table.blocks) > 1
        else table_title(table, subject.language)
    )
    return f"{block.name} · {clip(label, 84)}"
