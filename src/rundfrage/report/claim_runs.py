"""A claim as runs for fitting, its figures bold, and its pieces as they fall on the lines made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.locales.foreign import marked_like
from rundfrage.look.fit import Run
from rundfrage.report.deck import PLAIN, Claim, Emphasis, Part

Piece = tuple[Part, Emphasis]
"""A part of a claim, or some of its letters, and how they stand out."""


def runs(claim: Claim) -> tuple[Run, ...]:
    """The runs of a claim: words regular, figures and what is emphasised so bold."""
    return tuple(
        Run(part, bold=look.bold) if isinstance(part, str) else Run(part.text, bold=True)
        for part, look in claim.pieces
    )


def split(claim: Claim, lines: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of a claim as they fall on its lines, for outputs that set figures bold.

    A figure that was broken over two lines, or a line that was cut, comes as plain words.
    """
    spans: list[tuple[int, Piece]] = []
    text = ""
    for part, look in claim.pieces:
        spans.append((len(text), (part, look)))
        text += part if isinstance(part, str) else part.text
    result: list[tuple[Piece, ...]] = []
    cursor = 0
    for line in lines:
        while cursor < len(text) and text[cursor] in " \n":
            cursor += 1
        if text.startswith(line, cursor):
            result.append(tuple(_between(spans, text, cursor, cursor + len(line))))
            cursor += len(line)
        else:
            result.append(((line, PLAIN),))
            cursor = len(text)
    return tuple(result)


def _between(
    spans: Sequence[tuple[int, Piece]], text: str, start: int, end: int
) -> Iterator[Piece]:
    for begin, (part, look) in spans:
        stop = begin + len(part if isinstance(part, str) else part.text)
        if not isinstance(part, str) and start <= begin and stop <= end:
            yield part, look
        elif max(start, begin) < min(end, stop):
            words = text[max(start, begin) : min(end, stop)]
            yield marked_like(words, part if isinstance(part, str) else part.text), look
