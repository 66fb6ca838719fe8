"""KoboToolbox and ODK: `question/option` for each option, beside a column that holds them all.

What is before the last slash may also be a group of questions, whose columns have no marks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout, Part
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message, verbatim

_OWN = re.compile(
    r"_(id|uuid|submission_time|validation_status|notes|status|submitted_by|tags|index|version_?|attachments)"
    r"|_?__version__|formhub/uuid|meta/\w+|start|end|today|deviceid|subscriberid|simserial|phonenumber|username"
    r"|SubmissionDate|KEY|instanceID|meta-instanceID|meta-instanceName|SubmitterID|SubmitterName|AttachmentsPresent|AttachmentsExpected"
    r"|Status|ReviewState|DeviceID|Edits|FormVersion|_.*_(latitude|longitude|altitude|precision)"
)
_SURE = frozenset(
    ["_uuid", "_submission_time", "KEY", "SubmissionDate", "instanceID", "meta/instanceID", "_id"]
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as KoboToolbox or ODK lays it out, None if it lacks their columns."""
    if not _SURE.intersection(sheet.names):
        return None
    headings = plain_headings(sheet.names)
    for place, name in enumerate(sheet.names):
        if _OWN.fullmatch(name):
            use = (
                Use.ID
                if name in {"_uuid", "KEY", "instanceID", "meta/instanceID", "_id"}
                else Use.ASIDE
            )
            headings[place] = replace(
                headings[place], name=name, group="", part=Part.ANSWER, use=use,
                why=message("The program notes it by itself."),
            )  # fmt: skip
    evidence = message(
        "It has the columns that {program} adds.", program=verbatim("KoboToolbox or ODK")
    )
    return Layout(sheet, headings, evidence, separator=" ")


EXPORT = Export("KoboToolbox or ODK", lay_out)
