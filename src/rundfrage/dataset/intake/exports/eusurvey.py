"""EUSurvey: questions as headings, the contribution's own columns behind; ticks cut by "; "."""

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
            use = Use.ID if word == "contribution id" else Use.ASIDE
            why = message("{program} notes it by itself.", program=verbatim("EUSurvey"))
            headings[place] = replace(headings[place], use=use, why=why)
    return Layout(
        sheet,
        headings,
        message("It has the columns that {program} adds.", program=verbatim("EUSurvey")),
        separator=";",
    )


EXPORT = Export("EUSurvey", lay_out)
