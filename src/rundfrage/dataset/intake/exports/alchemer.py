"""Alchemer (SurveyGizmo): `option:question` or `row:question` for each column of a question."""

from __future__ import annotations

import re
from collections import Counter

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import part_of
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim

_PROGRAM = "Alchemer"
_OWN = listed(
    "response id|time started|date submitted|status|contact id|legacy comments|comments",
    "language|referer|session id|sessionid|user agent|extended referer|ip address|longitude",
    "latitude|country|city|state/region|postal|tags|variable id|link name|url variable",
)
_FEWEST = 3


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Alchemer lays it out, None if its first columns aren't Alchemer's."""
    words = [folded(name) for name in sheet.names]
    if words[:1] != ["response id"] or len(_OWN.intersection(words)) < _FEWEST:
        return None
    rows = _rows_below(sheet)
    first = len(words)
    for place, word in enumerate(words):
        if word not in _OWN:
            first = place
            break
    questions = Counter(_cut(name)[1] for name in sheet.names[first:] if _cut(name)[0])
    headings = []
    for place, name in enumerate(sheet.names):
        item, question = _cut(name)
        if place < first:
            headings.append(noted(Heading(name, name), _PROGRAM, identifies=not place))
        elif item and (questions[question] > 1 or question in sheet.names):
            headings.append(Heading(name, question, question, item, item, part_of(item)))
        else:
            headings.append(Heading(name, name))
    return Layout(
        sheet.below(rows),
        headings,
        message("It begins with the columns of {program}.", program=verbatim(_PROGRAM)),
    )


def _rows_below(sheet: Sheet) -> int:
    """1 if a second row of headings stands below the names: its first cell is no number then."""
    return int(sheet.n > 0 and not clean(sheet.row(0)[0]).isdecimal())


def _cut(name: str) -> tuple[str, str]:
    match = re.fullmatch(r"(?P<item>[^:]+):(?P<question>.{3,})", name, re.DOTALL)
    return (clean(match["item"]), clean(match["question"])) if match else ("", name)


EXPORT = Export(_PROGRAM, lay_out)
