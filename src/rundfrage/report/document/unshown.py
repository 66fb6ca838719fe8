"""Finds what Markdown has and slides don't show: lists in lists, tables, code, rules.

It would be printed raw, so it is refused with its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.line import Line

_POINT = re.compile(r"([ \t]*)(?:[-*+]|\d{1,2}[.)])[ \t]+\S")
_DEEPER = 2
"""A point is one of an inner list from so many more spaces before it."""
_LINES = (
    (
        re.compile(r"[ ]{0,3}\|.*\|[ \t]*$|[ ]{0,3}:?-{3,}:?[ \t]*\|[ \t|:-]*$"),
        message("A line of a table stands in a text:"),
        message("paragraphs and lists; a table is a slide of its own."),
        message("Write ## … {{table=q4}} for the numbers of a question, or make a list of it."),
    ),
    (
        re.compile(r"[ ]{0,3}(?:```|~~~)"),
        message("A line opens or closes a block of code:"),
        message("paragraphs and lists."),
        message("Take the line out."),
    ),
    (
        re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:[*][ \t]*){3,}|(?:_[ \t]*){3,})$"),
        message("A line is a rule across the page:"),
        message("paragraphs and lists; slides are parted by their headings."),
        message("Take the line out, or begin a slide with ##."),
    ),
)


def unshown(line: Line, above: Sequence[Line], file: str) -> Problem | None:
    """The Problem of a line below others of its slide; None if it is shown."""
    if _is_inner(line, above):
        found, expected, mend = (
            message("A point of a list within a list:"),
            message("lists of one level."),
            message("Begin it at the start of the line, or say it in the point above."),
        )
    else:
        kinds = [rest for pattern, *rest in _LINES if pattern.match(line.words)]
        if not kinds:
            return None
        found, expected, mend = kinds[0]
    return Problem(
        "report-markdown",
        where=Where(file, line.number),
        found=found + " " + line.words.strip()[:40],
        expected=expected,
        mend=mend,
    )


def _is_inner(line: Line, above: Sequence[Line]) -> bool:
    point = _POINT.match(line.words)
    if point is None:
        return False
    for other in reversed(above):
        outer = _POINT.match(other.words)
        if outer is not None:
            return _indent(point[1]) >= _indent(outer[1]) + _DEEPER
        if other.words.strip() and not other.words.startswith((" ", "\t")):
            return False
    return False


def _indent(space: str) -> int:
    return len(space.expandtabs(4))
