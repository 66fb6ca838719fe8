"""A claim as runs for fitting, its figures bold, and its parts as they fall on the lines made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.locales.foreign import marked_like
from rundfrage.look.fit import Run
from rundfrage.report.deck import Claim, Part


def runs(claim: Claim) -> tuple[Run, ...]:
    """The runs of a claim: words regular, figures bold."""
    return tuple(
        Run(part) if isinstance(part, str) else Run(part.text, bold=True) for part in claim.parts
    )


def split(claim: Claim, lines: Sequence[str]) -> tuple[tuple[Part, ...], ...]:
    """The parts of a claim as they fall on its lines, for outputs that set figures bold.

    A figure that was broken over two lines, or a line that was cut, comes as plain words.
    """
    spans: list[tuple[int, Part]] = []
    text = ""
    for part in claim.parts:
        spans.append((len(text), part))
        text += part if isinstance(part, str) else part.text
    result: list[tuple[Part, ...]] = []
    cursor = 0
    for line in lines:
        while cursor < len(text) and text[cursor] in " \n":
            cursor += 1
        if text.startswith(line, cursor):
            result.append(tuple(_between(spans, text, cursor, cursor + len(line))))
            cursor += len(line)
        else:
            result.append((line,))
            cursor = len(text)
    return tuple(result)


def _between(spans: Sequence[tuple[int, Part]], text: str, start: int, end: int) -> Iterator[Part]:
    for begin, part in spans:
        stop = begin + len(part if isinstance(part, str) else part.text)
        if not isinstance(part, str) and start <= begin and stop <= end:
            yield part
        elif max(start, begin) < min(end, stop):
            words = text[max(start, begin) : min(end, stop)]
            yield marked_like(words, part if isinstance(part, str) else part.text)
