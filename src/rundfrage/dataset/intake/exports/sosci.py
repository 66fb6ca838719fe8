"""SoSci Survey: CASE, SERIAL, QUESTNNR …, then `AB01_01`; -9 not answered, -1 don't know.

An item of a multiple choice is 2 where it was chosen and 1 where it wasn't; the column of the
question's own name counts the chosen. A row of wordings may stand below the names. Beside the items
of reaction tasks `AB01_01a` is no text of "other", but how long each took.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rundfrage.codebook import Missing, Use
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message, verbatim
from rundfrage.patterns import pattern

_PROGRAM = "SoSci Survey"
_OWN = pattern(
    r"CASE|SERIAL|REF|QUESTNNR|MODE|STARTED|TIME\d+|TIME_SUM|MAILSENT|LASTDATA|STATUS|FINISHED"
    r"|Q_VIEWER|LASTPAGE|MAXPAGE|MISSING|MISSREL|TIME_RSI|LANGUAGE|DEG_TIME|DEG_MISS|DEGRADE"
)
_ITEM = pattern(r"(?P<group>[A-Z][A-Z0-9]?\d{2})_(?P<item>\d{2,3})")
_TEXT = pattern(r"(?P<group>[A-Z][A-Z0-9]?\d{2})_(?P<item>\d{2,3})[a-z]")
_SELECTION = pattern(r"[A-Z][A-Z0-9]?\d{2}")
"""A question of which one answer is chosen; what is typed has a number behind it."""
_INPUT = pattern(r"\[\d+\]")
"""How the only field of a question is called that has no words of its own."""
_MISSING = {"-9": Missing.LEFT_BLANK, "-1": Missing.DONT_KNOW, "-2": Missing.DONT_KNOW,
            "-10": Missing.NOT_ASKED, "-8": Missing.LEFT_BLANK}  # fmt: skip
_CHOSEN, _UNCHOSEN = "2", "1"
_FEWEST = 10


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as SoSci Survey lays it out, None if it lacks its columns."""
    if not {"CASE", "QUESTNNR"} <= set(sheet.names):
        return None
    worded = sheet.n > 0 and not clean(sheet.row(0)[sheet.names.index("CASE")]).isdecimal()
    words = sheet.row(0) if worded else sheet.names
    sheet = sheet.below(int(worded))
    ticked = _ticked(sheet)
    timed = _timed(sheet) - ticked
    headings = []
    plain = plain_headings(sheet.names)
    for place, (column, word) in enumerate(zip(sheet.columns, words, strict=True)):
        one = _heading(column.name, clean(word), plain[place])
        if one.group in ticked and one.part is Part.ANSWER and one.item:
            one = replace(one, part=Part.TICK)
        if column.name in ticked:
            one = replace(one, use=Use.ASIDE, why=message("It counts what was chosen."))
        if one.group in timed:
            one = Heading(column.name, one.worded)
        headings.append(one)
    return Layout(
        sheet,
        headings,
        message("It has the columns that {program} adds.", program=verbatim(_PROGRAM)),
        missing=_MISSING,
        shown_unticked=True,
        chosen=(float(_CHOSEN), float(_UNCHOSEN)),
    )


def _ticked(sheet: Sheet) -> set[str]:
    """The questions of which each item holds 1 and 2 alone, and whose own column counts them."""
    items: dict[str, list[Cells]] = {}
    for column in sheet.columns:
        if match := _ITEM.fullmatch(column.name):
            items.setdefault(match["group"], []).append(column)
    allowed = {_CHOSEN, _UNCHOSEN, *_MISSING, ""}
    return {
        group
        for group, columns in items.items()
        if group in sheet.names
        and all(allowed.issuperset(map(clean, column.distinct)) for column in columns)
        and any(bool(np.isin(_CHOSEN, [clean(one) for one in c.distinct])) for c in columns)
    }


def _timed(sheet: Sheet) -> set[str]:
    """The questions that have a text beside each item, all numbers, nearly all different."""
    items: dict[str, set[str]] = {}
    texts: dict[str, dict[str, Cells]] = {}
    for column in sheet.columns:
        if match := _ITEM.fullmatch(column.name):
            items.setdefault(match["group"], set()).add(match["item"])
        elif match := _TEXT.fullmatch(column.name):
            texts.setdefault(match["group"], {})[match["item"]] = column
    return {
        group
        for group, columns in texts.items()
        if items.get(group) == columns.keys() and all(map(_measured, columns.values()))
    }


def _measured(column: Cells) -> bool:
    words = [word for word in column.answers if word not in _MISSING]
    given = sum(column.answers[word] for word in words)
    numbers = all(parsed_number(word) is not None for word in words)
    return given >= _FEWEST and numbers and len(words) > given / 2


def _heading(name: str, words: str, plain: Heading) -> Heading:
    if _OWN.fullmatch(name):
        return noted(Heading(name, words or name), _PROGRAM, identifies=name == "CASE")
    if match := _TEXT.fullmatch(name):
        return Heading(name, words or name, match["group"], match["item"], "", Part.OTHER)
    if match := _ITEM.fullmatch(name):
        question, _, item = words.partition(": ")
        if _INPUT.fullmatch(item):
            return Heading(name, question)
        label = item or (words if words != name else match["item"])
        return Heading(
            name, question if item else match["group"], match["group"], match["item"], label
        )
    one = replace(plain, label=words) if words and words != name else plain
    return replace(one, chosen=True) if _SELECTION.fullmatch(name) else one


EXPORT = Export(_PROGRAM, lay_out)
