"""Unipark (Tivian, EFS Survey): lfdn, dispcode, lastpage …; `v_12`; -77, -99, -66: no answer."""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.codebook import Missing, Use
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message, verbatim

_OWN = re.compile(
    r"lfdn|external_lfdn|tester|dispcode|lastpage|quality|duration|c_\d+|quota\w*|page_history"
    r"|hflip|vflip|output_mode|javascript|flash|session_id|language|cleaned|ats|datetime|date_of_\w+"
    r"|rts\d+|rnd_pg_\d+|browser|referer|device_type|quota_rejected_id|page_time|participant_browser|os"
)
_SURE = frozenset(["lfdn", "dispcode", "lastpage"])
_MISSING = {"-77": Missing.NOT_ASKED, "-99": Missing.LEFT_BLANK, "-66": Missing.NOT_ASKED}
_VARIABLE = re.compile(r"v_\d+")


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Unipark lays it out, None if it lacks its columns."""
    if len(_SURE.intersection(sheet.names)) < len(_SURE) - 1 or "lfdn" not in sheet.names:
        return None
    headings = plain_headings(sheet.names)
    for place, name in enumerate(sheet.names):
        if _OWN.fullmatch(name):
            use = Use.ID if name == "lfdn" else Use.ASIDE
            why = message("{program} notes it by itself.", program=verbatim("Unipark"))
            headings[place] = replace(headings[place], name=name, group="", use=use, why=why)
        elif _VARIABLE.fullmatch(name):
            # All variables are numbered through; their numbers say nothing of groups.
            headings[place] = Heading(name, name)
    evidence = message("It has the columns that {program} adds.", program=verbatim("Unipark"))
    return Layout(sheet, headings, evidence, missing=_MISSING)


EXPORT = Export("Unipark", lay_out)
