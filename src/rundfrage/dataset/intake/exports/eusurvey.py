"""EUSurvey: questions as headings, the contribution's own columns behind; ticks cut by "; "."""

from __future__ import annotations

from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim

_PROGRAM = "EUSurvey"
_OWN = listed(
    "invitation number|contribution id|user name|languages|creation date|last update",
    "total score",
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as EUSurvey lays it out, None if it lacks its columns."""
    words = [folded(name) for name in sheet.names]
    if "contribution id" not in words or len(_OWN.intersection(words)) < 3:  # noqa: PLR2004
        return None
    headings = plain_headings(sheet.names)
    for place, word in enumerate(words):
        if word in _OWN:
            identifies = word == "contribution id"
            headings[place] = noted(headings[place], _PROGRAM, identifies=identifies)
    return Layout(
        sheet,
        headings,
        message("It has the columns that {program} adds.", program=verbatim(_PROGRAM)),
        separator=";",
    )


EXPORT = Export(_PROGRAM, lay_out)
