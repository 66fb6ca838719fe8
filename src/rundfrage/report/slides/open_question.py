"""The slides of an open question: how many answered, one quotation, a table of quotations.

Nothing on them tells who wrote what: the order is drawn anew for each question from a seed that
has nothing to do with the order of the answers, and no answer is shown that nobody released.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from rundfrage.report.bind import Press, answered
from rundfrage.report.deck import Claim, Figure, Quotation, Slide, SlideKind
from rundfrage.report.quotes import Quotes
from rundfrage.report.slides.notes import with_notes
from rundfrage.report.slides.subject import (
    Subject,
    chunked,
    footer,
    kicker,
    wording,
)
from rundfrage.report.words import compose
from rundfrage.tables.table import Table


def open_slides(table: Table, quotes: Quotes | None, subject: Subject) -> tuple[Slide, ...]:
    """The slides of one open question; none for an "other, namely" field nobody released from."""
    block = table.blocks[0]
    if quotes is None and block.variable.of is not None:
        return ()
    return tuple(with_notes(slide, table, subject) for slide in _slides(table, quotes, subject))


def _slides(table: Table, quotes: Quotes | None, subject: Subject) -> Iterator[Slide]:
    words = subject.words
    count = Press(subject.language).count(table.blocks[0], "n")
    if count is None or not answered(table.blocks[0]):
        claim = Claim((words.too_few if count is None else words.nobody,))
        yield _slide(SlideKind.HEADLINE, table, subject, (claim,))
        return
    if quotes is None:
        yield _counted(table, count, subject)
        return
    if quotes.lead:
        yield _slide(
            SlideKind.QUOTE,
            table,
            subject,
            (compose(words.one_of, n=count),),
            quotations=(Quotation(_tidy(quotes.lead)),),
        )
    rest = [text for text in dict.fromkeys(quotes.released) if text != quotes.lead]
    random.Random(f"{subject.study.name}/{table.name}").shuffle(rest)  # noqa: S311  an order, no secret

    def build(texts: Sequence[str]) -> Slide:
        return _slide(
            SlideKind.QUOTES,
            table,
            subject,
            (compose(words.selection, n=count),),
            quotations=tuple(Quotation(_tidy(text)) for text in texts),
        )

    yield from chunked(rest, build, subject)


def _counted(table: Table, count: Figure, subject: Subject) -> Slide:
    wordings = subject.words.open_answers
    claim = Claim((wordings[0] if count.value == 1 else wordings[1],))
    return _slide(SlideKind.HEADLINE, table, subject, (claim,), big=count)


def _slide(
    kind: SlideKind,
    table: Table,
    subject: Subject,
    claims: tuple[Claim, ...],
    *,
    quotations: tuple[Quotation, ...] = (),
    big: Figure | None = None,
) -> Slide:
    return Slide(
        kind=kind,
        title=wording(table, subject),
        kicker=kicker(table.name, subject.words),
        claims=claims,
        quotations=quotations,
        big=big,
        footer=footer(table, table.blocks, subject),
        source=table.name,
    )


def _tidy(text: str) -> str:
    """The words as written, without stray spaces; a respondent's own paragraphs stay."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
