"""Breaks a text into lines and finds the size at which it fits its box.

A *run* is a piece of text in one weight. A line breaks at spaces, after hyphens, dashes and
slashes, and between Chinese, Japanese or Korean characters; a word wider than the box is broken
where it must be, never inside a character that is built of several (an emoji with its skin tone, a
letter with its accent).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rundfrage.look.box import Box, Fit
from rundfrage.look.clip import ELLIPSIS, glued
from rundfrage.look.measure import SLACK, Ruler

_GLUE = frozenset("\u00a0\u202f\u2060\u2007")
_AFTER = frozenset("-‐–—/|")
_NEVER_FIRST = frozenset("ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻ゝゞヽヾ")
"""Small kana, and what lengthens or repeats the character before it (UAX 14, CJ and NS)."""
_BRACKET = re.compile(r" \([^\s()]+ [^\s()]+\)[.?!]?$")
"""A bracket of two words at the end of a text, and the space before it."""
_STEP = 0.5
_SPACES = 3
"""Spaces of the shortest text whose last word stands alone on no line."""
_TOGETHER = 0.95
"""The part of a column that two words kept together take at most."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Sizing:
    """How a text is to be fitted: sizes in points from `largest` down to `smallest`."""

    largest: float
    smallest: float
    lines: int | None = None
    """The most lines allowed, or None for as many as the box holds."""
    leading: float = 1.25
    bold: bool = False
    balanced: bool = False
    """Lines of nearly equal length, for titles; the box is then no wider than they need."""


def fit(words: str | tuple[Run, ...], box: Box, sizing: Sizing, ruler: Ruler) -> Fit:
    """The text in the box at the largest size that fits; else at the smallest, with an ellipsis.

    The returned box is as high as its lines and stands where `box` stands.
    """
    pieces = (Run(words, bold=sizing.bold),) if isinstance(words, str) else words
    text = "".join(piece.text for piece in pieces)
    size = _first_size(pieces, box, sizing, ruler)
    found: tuple[float, tuple[str, ...]] | None = None
    while True:
        lines = break_lines(pieces, box.width, size, ruler)
        allowed = _allowed(box, sizing, size)
        if len(lines) <= allowed:
            found = found or (size, lines)
            if whole_words(lines, text):
                found = (size, lines)
                break
        if size <= sizing.smallest:
            break
        size = max(sizing.smallest, size - _STEP)
    cut = found is None
    if found is not None:
        size, lines = found
    else:
        kept = lines[: max(allowed, 1)]
        last = shorten(kept[-1] + ELLIPSIS, box.width, size, ruler, bold=sizing.bold)
        cut = len(lines) > len(kept)
        lines = (*kept[:-1], last) if cut else lines
    width = box.width
    if sizing.balanced and not cut and len(lines) > 1:
        width, lines = _balanced(pieces, width, size, len(lines), ruler)
    height = len(lines) * size * sizing.leading
    return Fit(Box(box.x, box.y, width, height), size, lines, sizing.leading, cut)


def _allowed(box: Box, sizing: Sizing, size: float) -> int:
    """How many lines the box and the sizing allow at a size."""
    lines = int((box.height + 0.01) / (size * sizing.leading))
    return lines if sizing.lines is None else min(lines, sizing.lines)


def _first_size(pieces: tuple[Run, ...], box: Box, sizing: Sizing, ruler: Ruler) -> float:
    """The largest size at which the text could fit if its lines were filled to the last point."""
    long = sum(ruler.width(piece.text, 1.0, bold=piece.bold) for piece in pieces)
    size = sizing.largest
    while size > sizing.smallest:
        allowed = _allowed(box, sizing, size)
        # Spaces at the ends of lines hang over; a tenth is more than they ever make.
        if long * size * 0.9 <= max(allowed, 1) * box.width:
            break
        size = max(sizing.smallest, size - _STEP)
    return size


def _balanced(
    pieces: tuple[Run, ...], width: float, size: float, count: int, ruler: Ruler
) -> tuple[float, tuple[str, ...]]:
    """The narrowest column that needs no more lines and breaks no more words, and its lines."""
    low, high = width / 2, width
    lines = break_lines(pieces, width, size, ruler)
    while high - low > 2:
        middle = (low + high) / 2
        tried = break_lines(pieces, middle, size, ruler)
        if len(tried) == count and whole_words(tried, "".join(piece.text for piece in pieces)):
            high, lines = middle, tried
        else:
            low = middle
    return high, lines


def whole_words(lines: Sequence[str], text: str) -> bool:
    """True if the lines of the text end where lines may end, and not inside a word."""
    cursor = 0
    for line in lines:
        start = cursor
        while cursor < len(text) and text[cursor] in " \n":
            cursor += 1
        if start and cursor == start and not _may_break(text, cursor):
            return False
        cursor += len(line)
    return True


def shorten(text: str, width: float, size: float, ruler: Ruler, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits the width with an ellipsis after it."""
    if ruler.width(text, size, bold=bold) <= width and not text.endswith(ELLIPSIS):
        return text
    whole = text.rstrip(ELLIPSIS).rstrip()
    room = width - ruler.width(ELLIPSIS, size, bold=bold)
    end, used = 0, 0.0
    for advance in ruler.advances(whole, bold=bold):
        used += advance * size * SLACK
        if used > room:
            break
        end += 1
    while True:
        while 0 < end < len(whole) and glued(whole, end):
            end -= 1
        cut = whole[:end].rstrip() + ELLIPSIS
        # A letter that was joined to the next takes its wider form at the end (Arabic).
        if end == 0 or ruler.width(cut, size, bold=bold) <= width:
            return cut
        end -= 1


@lru_cache(maxsize=16384)
def break_lines(
    pieces: tuple[Run, ...], width: float, size: float, ruler: Ruler
) -> tuple[str, ...]:
    """The lines of the runs set in a column of `width` points; line breaks in the text are kept."""
    text = "".join(piece.text for piece in pieces)
    scale = size * SLACK
    advances = [
        ems * scale for piece in pieces for ems in ruler.advances(piece.text, bold=piece.bold)
    ]
    lines: list[str] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        lines.extend(_paragraph(paragraph, advances[start:end], width))
        start = end + 1
    return tuple(lines)


def kept_spaces(text: str) -> tuple[int, ...]:
    """Where the spaces are that keep the last words of a text together; none if it has few.

    A bracket of two words at its end, such as "(Ø 2,07)", counts as one word.
    """
    text = text.rstrip(" ")
    if text.count(" ") < _SPACES:
        return ()
    bracket = _BRACKET.search(text)
    at = text.rfind(" ") if bracket is None else bracket.start()
    inside = () if bracket is None else (at + bracket[0].rindex(" "),)
    return (at, *inside) if at > 0 else ()


def _paragraph(text: str, advances: Sequence[float], width: float) -> list[str]:
    lines: list[str] = []
    start = 0
    whole, spaces = text, kept_spaces(text)
    # Where the word before a bracket finds no room with it, the bracket alone is kept whole.
    for at, kept in ((one, spaces[place:]) for place, one in enumerate(spaces)):
        first = text.rfind(" ", 0, at) + 1
        if sum(advances[first:]) <= width * _TOGETHER:
            text = "".join("\u00a0" if place in kept else one for place, one in enumerate(text))
            break
    while start < len(text):
        while start < len(text) and text[start] == " ":
            start += 1
        end = _line_end(text, advances, start, width)
        lines.append(whole[start:end].rstrip(" "))
        start = end
    while lines and not lines[-1]:
        lines.pop()
    return lines or [""]


def _line_end(text: str, advances: Sequence[float], start: int, width: float) -> int:
    """The index after the last character that fits on the line begun at `start`."""
    used = 0.0
    for index in range(start, len(text)):
        used += advances[index]
        if used > width and index > start and text[index] != " ":
            break
    else:
        return len(text)
    for end in range(index, start, -1):
        if _may_break(text, end):
            return end
    end = index
    while end > start + 1 and glued(text, end):
        end -= 1
    return end if end > start + 1 or not glued(text, end) else _whole(text, start)


def _whole(text: str, start: int) -> int:
    """The end of the one built character at `start`, which is wider than the line."""
    end = start + 1
    while end < len(text) and glued(text, end):
        end += 1
    return end


def _may_break(text: str, index: int) -> bool:
    """True if a line may end before text[index]."""
    before, here = text[index - 1], text[index]
    if before in _GLUE or here in _GLUE:
        return False
    if before in " \u200b":
        return here != " "
    if before in _AFTER:
        return here.isalpha() and index > 1 and text[index - 2] != " "
    if _ideograph(before) or _ideograph(here):
        kind = unicodedata.category(here)
        opens = unicodedata.category(before) == "Ps"
        ends = kind[0] in "PZ" and kind != "Ps"
        return not (opens or ends or here in _NEVER_FIRST or glued(text, index))
    return False


def _ideograph(character: str) -> bool:
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7af"
        or "\uff00" <= character <= "\uffef"
        or "\U00020000" <= character <= "\U0003ffff"
    )
