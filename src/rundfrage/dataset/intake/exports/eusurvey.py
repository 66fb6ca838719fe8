"""EUSurvey: questions as headings, the contribution's own columns behind; ticks cut by "; "."""

from __future__ import annotations

from rundfrage.dataset.intake.exports.noted import plainly_noted
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
_IDS = frozenset(["contribution id"])


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as EUSurvey lays it out, None if it lacks its columns."""
    words = [folded(name) for name in sheet.names]
    if "contribution id" not in words or len(_OWN.intersection(words)) < 3:  # noqa: PLR2004
        return None
    headings = plainly_noted(sheet, _OWN, _IDS, _PROGRAM)
    return Layout(
        sheet,
        headings,
        message("It has the columns that {program} adds.", program=verbatim(_PROGRAM)),
        separator=";",
    )


EXPORT = Export(_PROGRAM, lay_out)
