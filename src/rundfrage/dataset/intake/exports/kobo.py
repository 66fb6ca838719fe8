"""KoboToolbox and ODK: `question/option` for each option, beside a column that holds them all.

What is before the last slash may also be a group of questions, whose columns have no marks; an
option's own words may hold slashes, too. An option that only a later version of the form has is
empty in the rows before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import part_of, plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message, verbatim
from rundfrage.patterns import pattern

_PROGRAM = "KoboToolbox or ODK"
_OWN = pattern(
    r"_(id|uuid|submission_time|validation_status|notes|status|submitted_by|tags|index|version_?|attachments)"
    r"|_?__version__|formhub/uuid|meta/\w+|start|end|today|deviceid|subscriberid|simserial|phonenumber|username"
    r"|SubmissionDate|KEY|instanceID|meta-instanceID|meta-instanceName|SubmitterID|SubmitterName|AttachmentsPresent|AttachmentsExpected"
    r"|Status|ReviewState|DeviceID|Edits|FormVersion|_.*_(latitude|longitude|altitude|precision)"
)
_SURE = frozenset(
    ["_uuid", "_submission_time", "KEY", "SubmissionDate", "instanceID", "meta/instanceID", "_id"]
)

_IDS = frozenset(["_uuid", "KEY", "instanceID", "meta/instanceID", "meta-instanceID", "_id"])


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as KoboToolbox or ODK lays it out, None if it lacks their columns."""
    if not _SURE.intersection(sheet.names):
        return None
    central = "KEY" in sheet.names
    # ODK Central cuts groups from questions by hyphens, KoboToolbox by slashes.
    paths = [name.replace("-", "/") if central else name for name in sheet.names]
    headings = [
        replace(one, name=name, label=name if one.label == path else one.label)
        for one, name, path in zip(plain_headings(paths), sheet.names, paths, strict=True)
    ]
    _tick_options(headings, paths)
    for place, name in enumerate(sheet.names):
        if _OWN.fullmatch(name):
            headings[place] = noted(headings[place], _PROGRAM, name=name, identifies=name in _IDS)
    evidence = message("It has the columns that {program} adds.", program=verbatim(_PROGRAM))
    return Layout(sheet, headings, evidence, separator=" ")


def _tick_options(headings: list[Heading], paths: Sequence[str]) -> None:
    """Make options of the columns that begin as a column that holds all choices is called."""
    first = {path: place for place, path in reversed(list(enumerate(paths)))}
    for place, path in enumerate(paths):
        parts = path.split("/")
        wholes = ["/".join(parts[:end]) for end in range(1, len(parts))]
        whole = next((one for one in wholes if one in first), None)
        if whole is None:
            continue
        item = clean(path.removeprefix(f"{whole}/"))
        part = part_of(item)
        part = Part.TICK if part is Part.ANSWER else part
        headings[place] = Heading(headings[place].name, whole, whole, item, item, part)
        at = first[whole]
        headings[at] = replace(headings[at], group=whole, part=Part.TOGETHER)


EXPORT = Export(_PROGRAM, lay_out)
