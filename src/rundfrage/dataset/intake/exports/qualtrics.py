"""Qualtrics: names, then the questions' wording, then `{"ImportId":"QID1"}`, then people.

`Q2_1` is an item of Q2; its wording ends in " - item". `Q3_4_TEXT` is the text of Q3's fourth
choice. Several choices in one cell are cut by commas.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import fold, listed
from rundfrage.locales import message
from rundfrage.patterns import pattern

_IMPORT = pattern(r"""\{\s*["'“”‘’]*ImportId["'“”‘’]*\s*:""", re.IGNORECASE)
"""In JSON, or as Python or a spreadsheet wrote it again."""
_CHOICE = pattern(r"""["'“”‘’]QID\d+["'“”‘’]""")
"""The id of a question with choices; what is typed has `_TEXT` behind it, an item its number."""
_PROGRAM = "Qualtrics"
_OWN = listed(
    "StartDate|EndDate|Status|IPAddress|Progress|Duration (in seconds)|Finished",
    "RecordedDate|ResponseId|RecipientLastName|RecipientFirstName|RecipientEmail",
    "ExternalReference|LocationLatitude|LocationLongitude|LocationAccuracy|DistributionChannel",
    "UserLanguage|ResponseID|ResponseSet|ExternalDataReference",
)
_ITEM = pattern(r"(?P<group>.+?)_(?:x)?(?P<item>\d{1,3}(?:_\d{1,3})?)")
_TEXT = pattern(r"(?P<group>.+?)(?:_(?P<item>\d{1,3}))?_TEXT")
_BEHIND = " - Text"
_NPS_GROUP = pattern(r".+_NPS_GROUP")
_SELECTED = pattern(r"\s*[-–]\s*Selected Choice\b")
_FEWEST = 2


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Qualtrics lays it out, None if it isn't Qualtrics's."""
    first = [sheet.row(place) for place in range(min(sheet.n, 2))]
    imports = [place for place, row in enumerate(first) if any(map(_IMPORT.match, row))]
    own = len(_OWN.intersection(map(fold, sheet.names)))
    if imports:
        rows = imports[-1] + 1
        words = first[0] if rows > 1 else sheet.names
        evidence = message("A row of headings holds “ImportId”.")
    elif own >= _FEWEST and first and _worded(sheet, first[0]):
        rows, words = 1, first[0]
        evidence = message("It has the columns that Qualtrics adds, and wordings below the names.")
    else:
        return None
    ids = first[imports[-1]] if imports else [""] * len(words)
    headings = [
        replace(_heading(name, clean(word)), chosen=_CHOICE.search(id_) is not None)
        for name, word, id_ in zip(sheet.names, words, ids, strict=True)
    ]
    return Layout(sheet.below(rows), headings, evidence, separator=",")


def _worded(sheet: Sheet, row: tuple[str, ...]) -> bool:
    said = dict(zip(sheet.names, map(clean, row), strict=True))
    return any(
        said.get(name) == words
        for name, words in (
            ("StartDate", "Start Date"), ("EndDate", "End Date"), ("ResponseId", "Response ID"),
            ("ResponseID", "Response ID"), ("Status", "Response Type"), ("Finished", "Finished"),
        )
    )  # fmt: skip


def _heading(name: str, words: str) -> Heading:
    label = _SELECTED.sub("", words) or name
    if fold(name) in _OWN:
        identifies = name in {"ResponseId", "ResponseID"}
        return noted(Heading(name, label), _PROGRAM, identifies=identifies)
    if _NPS_GROUP.fullmatch(name):
        why = message("It groups the answers to the question beside it.")
        return Heading(name, label, use=Use.ASIDE, why=why)
    if match := _TEXT.fullmatch(name):
        question, option = _cut(label.removesuffix(_BEHIND))
        return Heading(name, question, match["group"], match["item"] or "TEXT", option, Part.OTHER)
    if match := _ITEM.fullmatch(name):
        question, item = _cut(label)
        return Heading(name, question, match["group"], match["item"], item or match["item"])
    return Heading(name, label)


def _cut(label: str) -> tuple[str, str]:
    """The question, and the item behind the last dash."""
    question, dash, item = label.rpartition(" - ")
    return (question.strip(), item.strip()) if dash else (label, "")


EXPORT = Export(_PROGRAM, lay_out)
