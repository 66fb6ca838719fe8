"""SurveyJS: results in JSON, each question under its name, its remark under `name-Comment`.

The remark is what was written under "other", where somebody could choose that.
"""

from __future__ import annotations

from dataclasses import replace

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout, Part
from rundfrage.dataset.intake.scales import OTHERS, folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim

_PROGRAM = "SurveyJS"
_OWN = listed(
    "happendat|happenedat|instanceid|surveyid|surveypostid|surveyresultid|clientid|userid",
    "ipaddress|pageno|timespent|locale|createdat|updatedat|createdby|updatedby",
)
_IDS = listed("id|_id|surveyresultid|instanceid")
_COMMENT = "-Comment"


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as SurveyJS lays it out, None if it has neither its stamp nor its remarks."""
    if sheet.delimiter:
        return None
    headings = plain_headings(sheet.names)
    asked = {one.group or one.name for one in headings}
    remarks = [name for name in sheet.names if name.removesuffix(_COMMENT) in asked - {name}]
    if not remarks and not {"happendat", "happenedat"}.intersection(map(folded, sheet.names)):
        return None
    for place, name in enumerate(sheet.names):
        word = folded(name)
        if word in _OWN | _IDS:
            headings[place] = noted(headings[place], _PROGRAM, name=name, identifies=word in _IDS)
        elif name in remarks:
            group = name.removesuffix(_COMMENT)
            part = Part.OTHER if _offers_other(sheet, group) else Part.COMMENT
            headings[place] = replace(headings[place], group=group, item=_COMMENT, part=part)
    evidence = message("It has the columns that {program} adds.", program=verbatim(_PROGRAM))
    return Layout(sheet, headings, evidence)


def _offers_other(sheet: Sheet, question: str) -> bool:
    """True if somebody chose "other" in the question, in one column or in one of its own."""
    for column in sheet.columns:
        if column.name == question:
            return any(folded(clean(cell)) in OTHERS for cell in column.distinct)
        if column.name.startswith(f"{question}["):
            option = column.name.removeprefix(f"{question}[").removesuffix("]")
            if folded(option) in OTHERS:
                return True
    return False


EXPORT = Export(_PROGRAM, lay_out)
