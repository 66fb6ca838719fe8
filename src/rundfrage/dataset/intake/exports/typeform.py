"""Typeform: `#` first and Network ID last; each option is a column whose cells repeat its name."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim

_OWN = listed(
    "#|network id|start date (utc)|submit date (utc)|submitted at|token|tags",
    "response type|stage date (utc)|ending",
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Typeform lays it out, None if it lacks its columns."""
    words = [folded(name) for name in sheet.names]
    if len(_OWN.intersection(words)) < 2:  # noqa: PLR2004  one may be anybody's
        return None
    headings = plain_headings(sheet.names)
    for place, word in enumerate(words):
        if word in _OWN:
            use = Use.ID if word in {"#", "token"} else Use.ASIDE
            why = message("{program} notes it by itself.", program=verbatim("Typeform"))
            headings[place] = replace(headings[place], use=use, why=why)
    return Layout(
        sheet,
        headings,
        message("It has the columns that {program} adds.", program=verbatim("Typeform")),
    )


EXPORT = Export("Typeform", lay_out)
