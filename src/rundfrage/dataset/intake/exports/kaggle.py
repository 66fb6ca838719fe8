"""Kaggle's yearly survey and its like: a second row of wordings, `Q7_Part_1`, `Q7_OTHER_TEXT`."""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.headings import heading
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.sheet import Sheet, merged_words
from rundfrage.locales import message
from rundfrage.patterns import pattern

_PART = pattern(r"(?P<group>.+?)_(?:Part|MULTIPLE|SELECT)_(?P<item>\d{1,3})", re.IGNORECASE)
_BEHIND = " - Text"
_OTHER = pattern(r"(?P<group>.+?)(?:_\d{1,3})?_OTHER(?P<text>_TEXT)?", re.IGNORECASE)
_CHOICE = pattern(
    r"\s*(?:[-–]|\([^()]*\))?\s*[-–]?\s*Selected Choices?\b\s*[-–]?\s*", re.IGNORECASE
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet with its wordings, None if it has no parts named so."""
    parts = sum(bool(_PART.fullmatch(name)) for name in sheet.names)
    if parts < 2:  # noqa: PLR2004  one part is no group
        return None
    worded = sheet.n > 0 and _is_wordings(sheet)
    words = sheet.row(0) if worded else sheet.names
    headings = [_heading(name, clean(word)) for name, word in zip(sheet.names, words, strict=True)]
    below = sheet.below(1) if worded else sheet
    columns = tuple(
        merged_words(column, _written) if heading.part is Part.OTHER else column
        for heading, column in zip(headings, below.columns, strict=True)
    )
    return Layout(
        replace(below, columns=columns),
        headings,
        message("Its columns are named as parts of questions."),
    )


def _written(cell: str) -> str:
    """A text under "other", of which Kaggle gives a number instead; -1 is none."""
    return "" if clean(cell) in {"-1", "-1.0"} else cell


def _is_wordings(sheet: Sheet) -> bool:
    """True if the first row's long cells stand nowhere else."""
    long = [place for place, cell in enumerate(sheet.row(0)) if len(clean(cell)) > 20]  # noqa: PLR2004  no option is so long everywhere
    once = [
        place
        for place in long
        if int((sheet.columns[place].index == sheet.columns[place].index[0]).sum()) == 1
    ]
    return len(once) > len(sheet.names) / 2


def _heading(name: str, words: str) -> Heading:
    match = _PART.fullmatch(name) or _OTHER.fullmatch(name)
    if not match:
        plain = heading(name)
        return Heading(name, _CHOICE.sub("", words) or name) if not plain.group else plain
    question, _, item = words.removesuffix(_BEHIND).rpartition(" - ")
    question = _CHOICE.sub("", question).strip() or match["group"]
    if "text" in match.re.groupindex:
        part = Part.OTHER if match["text"] else Part.ANSWER
        return Heading(name, question, match["group"], "other", clean(item) or "Other", part)
    return Heading(name, question, match["group"], match["item"], clean(item) or match["item"])


EXPORT = Export("Kaggle", lay_out)
