"""Formbricks: No., Response ID, Survey ID … first, then numbered questions; ticks cut by "; "."""

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
    "no.|response id|timestamp|finished|survey id|formbricks id (internal)",
    "formbricks user id (internal)|user id|notes|tags|quotas|verified email|source|url",
    "browser|os|device|country|action|meta data - source",
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Formbricks lays it out, None if it lacks its columns."""
    words = [folded(name) for name in sheet.names]
    if not {"response id", "survey id"} <= set(words) and "no." not in words[:1]:
        return None
    if len(_OWN.intersection(words)) < 4:  # noqa: PLR2004
        return None
    headings = plain_headings(sheet.names)
    for place, word in enumerate(words):
        if word in _OWN:
            use = Use.ID if word == "response id" else Use.ASIDE
            why = message("{program} notes it by itself.", program=verbatim("Formbricks"))
            headings[place] = replace(headings[place], use=use, why=why)
    evidence = message("It has the columns that {program} adds.", program=verbatim("Formbricks"))
    return Layout(sheet, headings, evidence, separator=";")


EXPORT = Export("Formbricks", lay_out)
