"""Typeform: `#` first and Network ID last; each option is a column whose cells repeat its name."""

from __future__ import annotations

from rundfrage.dataset.intake.exports.noted import plainly_noted
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim

_PROGRAM = "Typeform"
_OWN = listed(
    "#|network id|start date (utc)|submit date (utc)|submitted at|token|tags",
    "response type|stage date (utc)|ending",
)
_IDS = frozenset(["#", "token"])


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Typeform lays it out, None if it lacks its columns."""
    words = [folded(name) for name in sheet.names]
    if len(_OWN.intersection(words)) < 2:  # noqa: PLR2004  one may be anybody's
        return None
    headings = plainly_noted(sheet, _OWN, _IDS, _PROGRAM)
    return Layout(
        sheet,
        headings,
        message("It has the columns that {program} adds.", program=verbatim(_PROGRAM)),
    )


EXPORT = Export(_PROGRAM, lay_out)
