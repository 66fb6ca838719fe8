"""Unipark (Tivian, EFS Survey): lfdn, dispcode, lastpage …; `v_12`; -77, -99, -66: no answer.

Questions and their short names may stand in rows above the names.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.codebook import Missing
from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.heading_rows import headings_of, heads_of
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import Message, joined, message, verbatim
from rundfrage.patterns import pattern

_PROGRAM = "Unipark"
_OWN = pattern(
    r"lfdn|external_lfdn|tester|dispcode|lastpage|quality|duration|c_\d+|quota\w*|page_history"
    r"|hflip|vflip|output_mode|javascript|flash|session_id|language|cleaned|ats|datetime|date_of_\w+"
    r"|rts\d+|rnd_pg_\d+|browser|referer|device_type|quota_rejected_id|page_time|participant_\w+|p_\d{4}|quota_assignment|ext_host|os"
)
_SURE = frozenset(["lfdn", "dispcode", "lastpage"])
_MISSING = {"-77": Missing.NOT_ASKED, "-99": Missing.LEFT_BLANK, "-66": Missing.NOT_ASKED}
_SHOWN = 5
_MOST_ROWS = 4
_VARIABLE = pattern(r"v_\d+")


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Unipark lays it out, None if it lacks its columns."""
    heads = [sheet.names, *(sheet.row(at) for at in range(min(sheet.n, _MOST_ROWS - 1)))]
    rows = next((at for at, names in enumerate(heads) if _are_own(names)), None)
    if rows is None:
        return None
    # Questions and their short names may stand in rows of their own above the names.
    headings = headings_of(heads_of(sheet, rows + 1)) if rows else plain_headings(sheet.names)
    sheet = sheet.below(rows).named(list(map(clean, heads[rows])))
    for place, name in enumerate(sheet.names):
        if _OWN.fullmatch(name):
            headings[place] = noted(headings[place], _PROGRAM, name=name, identifies=name == "lfdn")
        elif _VARIABLE.fullmatch(name) and not rows:
            # All variables are numbered through; their numbers say nothing of groups.
            headings[place] = Heading(name, name)
    evidence = message("It has the columns that {program} adds.", program=verbatim(_PROGRAM))
    zeros = [column.name for column in sheet.columns if _blank_as_zero(column)]
    return Layout(
        sheet, headings, evidence, missing=_MISSING, doubts_of=dict.fromkeys(zeros, _doubt(zeros))
    )


def _are_own(names: Sequence[str]) -> bool:
    own = _SURE.intersection(names)
    return len(own) >= len(_SURE) - 1 and "lfdn" in own


def _blank_as_zero(column: Cells) -> bool:
    """True if the column holds 0 beside the codes of a choice, which run from 1 on."""
    if not _VARIABLE.fullmatch(column.name):
        return False
    words = set(map(clean, column.distinct)) - {"", *_MISSING}
    return "0" in words and words <= set(map(str, range(12))) and len(words) > 2  # noqa: PLR2004  0 and 1 are a tick


def _doubt(names: Sequence[str]) -> tuple[Message, Message]:
    found = message(
        "In {names} 0 was counted as a number; {program} writes it where a choice was left blank.",
        names=joined(names[:_SHOWN]),
        program=verbatim(_PROGRAM),
    )
    return found, message("If it stands for a missing answer, name it as missing.")


EXPORT = Export(_PROGRAM, lay_out)
