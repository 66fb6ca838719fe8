"""The slides of an open question: how many answered, one quotation, a table of quotations.

Nothing on them tells who wrote what: the order is drawn anew for each question from a seed that
has nothing to do with the order of the answers, and no answer is shown that nobody released.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.bind import Press, answered
from rundfrage.report.deck import Claim, Figure, Quotation, Slide, SlideKind
from rundfrage.report.quotes import Quotes, Release
from rundfrage.report.slides.lines import Lines
from rundfrage.report.slides.notes import with_notes
from rundfrage.report.slides.spread import chunked
from rundfrage.report.slides.subject import Subject, footer, kicker, wording
from rundfrage.report.words import compose
from rundfrage.tables.table import Table


def quote_slides(
    table: Table, release: Release, lines: Lines, subject: Subject
) -> tuple[Slide, ...]:
    """The one answer that was released to stand alone, or that there is none to show."""
    count, quotes = _quotable(table, release)
    if quotes is None or count is None:
        return (_silent(table, count, lines, subject),)
    text = quotes.lead or next(iter(quotes.released), "")
    if not text:
        raise _none_released(table.name, release)
    claims = (compose(subject.words["one-of"], n=_count(table, subject)), *lines.claims)
    quotations = (_quotation(text, release),)
    slide = _slide(SlideKind.QUOTE, table, subject, lines, claims, quotations=quotations)
    return (with_notes(slide, table, subject),)


def quotes_slides(
    table: Table, release: Release, lines: Lines, subject: Subject, *, most: int | None = None
) -> tuple[Slide, ...]:
    """The released answers but the one that stands alone, at most `most`, in random order."""
    count, quotes = _quotable(table, release)
    if quotes is None or count is None:
        return (_silent(table, count, lines, subject),)
    rest = [text for text in dict.fromkeys(quotes.released) if text != quotes.lead]
    if not rest:
        raise _none_released(table.name, release)
    random.Random(f"{subject.study.name}/{table.name}").shuffle(rest)  # noqa: S311  an order, no secret
    claims = (compose(subject.words["selection"], n=_count(table, subject)), *lines.claims)

    def build(texts: Sequence[str]) -> Slide:
        quotations = tuple(
            _quotation(text, release, number) for number, text in enumerate(texts, start=1)
        )
        return _slide(SlideKind.QUOTES, table, subject, lines, claims, quotations=quotations)

    slides = chunked(rest[:most], build, subject)
    return tuple(with_notes(slide, table, subject) for slide in slides)


def _quotable(table: Table, release: Release) -> tuple[int | None, Quotes | None]:
    """How many answered (None if that is suppressed), and what was released."""
    count = answered(table.blocks[0])
    if not count:
        return count, None
    if table.name not in release.questions:
        raise _none_released(table.name, release)
    return count, release.questions[table.name]


def _none_released(name: str, release: Release) -> Problem:
    return Problem(
        "quotes-not-released",
        found=message("No answer to {name} is released for this slide.", name=name),
        expected=message("answers under [{name}] in {file}.", name=name, file=release.file),
        mend=message("Release some there, word for word, or take the slide out."),
    )


def _silent(table: Table, count: int | None, lines: Lines, subject: Subject) -> Slide:
    words = subject.words
    claim = Claim((words("too-few") if count is None else words("nobody"),))
    slide = _slide(SlideKind.HEADLINE, table, subject, lines, (claim, *lines.claims))
    return with_notes(slide, table, subject)


def _count(table: Table, subject: Subject) -> Figure:
    count = Press(subject.language).count(table.blocks[0], "n")
    assert count is not None  # noqa: S101  (an open base has a count)
    return count


def _slide(
    kind: SlideKind,
    table: Table,
    subject: Subject,
    lines: Lines,
    claims: tuple[Claim, ...],
    *,
    quotations: tuple[Quotation, ...] = (),
) -> Slide:
    return Slide(
        kind=kind,
        title=lines.titled(wording(table, subject)),
        kicker=lines.kicked(kicker(table.name, subject.words)),
        claims=claims,
        quotations=quotations,
        footer=footer(table, table.blocks, subject, lines),
        source=table.name,
    )


def _quotation(text: str, release: Release, number: int | None = None) -> Quotation:
    return Quotation(_tidy(release.shown(text)), number)


def _tidy(text: str) -> str:
    """The words as written, without stray spaces; a respondent's own paragraphs stay."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
