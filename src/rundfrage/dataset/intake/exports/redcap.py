"""REDCap, raw or labelled: `q___1`, or `Question (choice=…)` with Checked and Unchecked.

An unticked box is written alike whether it was shown or not.
"""

from __future__ import annotations

import re

from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import CHOICE, plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message
from rundfrage.patterns import pattern

_PROGRAM = "REDCap"
_OWN = pattern(
    r"record_id|record id|study_id|redcap_.*|\w+_complete|complete\?|\w+_timestamp|event name"
    r"|repeat (instrument|instance)|data access group|survey identifier|survey timestamp"
)
_BOX = pattern(r".+___\w+", re.DOTALL)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as REDCap lays it out, None if it has neither boxes nor columns named so."""
    boxes = sum(bool(_BOX.fullmatch(name) or CHOICE.fullmatch(name)) for name in sheet.names)
    own = [bool(_OWN.fullmatch(folded(name))) for name in sheet.names]
    if not boxes and not (any(own[:1]) and sum(own) > 1):
        return None
    headings = plain_headings(sheet.names)
    for place, (is_own, one) in enumerate(zip(own, headings, strict=True)):
        if is_own:
            headings[place] = noted(one, _PROGRAM, name=sheet.names[place], identifies=place == 0)
    return Layout(sheet, headings, message("Its boxes are named as REDCap names them."))


EXPORT = Export(_PROGRAM, lay_out)
