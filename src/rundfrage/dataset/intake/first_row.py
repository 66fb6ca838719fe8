"""Whether the first row of a sheet holds names, or is a respondent's already.

A row of names is unlike those below it. Where its cells are numbers above numbers, and words that
others gave as well, it is a respondent's. Rows that only repeat the names, as in files that were
pasted together, are nobody's, nor is one that says how each column was measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.dates import parsed_date
from rundfrage.dataset.intake.label_reasons import is_mark
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.rows import MEASURED, TERMS_OF_MEASUREMENT
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import counted_message, message

_FEWEST = 4
_FEW = 50
_SAMPLE = 500
_MOSTLY = 2
"""So many times as many columns have to look like answers as like names, or it isn't said."""
_SHOWN = 60
_NEARLY_ALL = 0.8
_FEWEST_MEASURED = 3
_LONGEST_LEVEL = 24
_FEWEST_LEVELS = 2


def said_of(sheet: Sheet, options: Options, ledger: Ledger) -> Sheet:
    """The sheet as the user says: without a row of names, or without so many rows below."""
    said = message("The user said so.")
    if options.heading is False:
        ledger.conclude("headings", message("none"), said, Certainty.SAID)
        sheet = _unheaded(sheet)
    if options.footer:
        left_out = counted_message(
            "{count} row left out", "{count} rows left out", min(options.footer, sheet.n)
        )
        ledger.conclude("rows", left_out, said, Certainty.SAID)
        sheet = sheet.above(options.footer)
    return sheet


def headed(sheet: Sheet, options: Options, ledger: Ledger) -> Sheet:
    """The sheet under its names: a first row that is surely a respondent's is one of its rows."""
    sheet = _once_named(sheet, ledger)
    if not options.heading_rows:
        sheet = _unmeasured(sheet, ledger)
    told = options.heading is not None or options.heading_rows or sheet.heads
    if told or sheet.n < _FEWEST:
        return sheet
    kinds = _kinds(sheet)
    like, unlike = kinds.count(True), kinds.count(False)
    if not like or like < _MOSTLY * unlike or _running(sheet.names):
        return sheet
    words = ", ".join(filter(None, map(clean, sheet.names)))[:_SHOWN]
    if unlike or like == 1:
        ledger.doubt(
            message("The names of the columns, “{words}”, may be answers.", words=words),
            message(
                "If they are a respondent's, write heading = false under [file] in the codebook."
            ),
        )
        return sheet
    evidence = message("The first row is like those below it.")
    ledger.conclude("headings", message("none"), evidence, Certainty.DOUBTFUL)
    ledger.doubt(
        message("The first row, “{words}”, was counted as a respondent.", words=words),
        message(
            "If it holds the names of the columns, write heading = true under [file] in the "
            "codebook."
        ),
    )
    return _unheaded(sheet)


def _kinds(sheet: Sheet) -> list[bool | None]:
    """For each column whether its name is like its cells; nothing if one is surely a name."""
    found: list[bool | None] = []
    options: dict[str, str] = {}
    for column in sheet.columns:
        name = clean(column.name)
        if not name or is_mark(name):
            continue
        words = list(filter(None, map(clean, column.distinct[:_SAMPLE])))
        others = [word for word in words if word != name and not is_mark(word)]
        if not others:
            continue  # The option above a column of its marks, or nothing at all.
        if all(parsed_number(word) is not None for word in others):
            if parsed_number(name) is None:
                return []
            found.append(True)
        elif all(parsed_date(word) is not None for word in others):
            if parsed_date(name) is None:
                return []
            found.append(True)
        elif name in words:
            found.append(True)
            if len(others) == 1:
                options[name] = others[0]
        elif len(others) <= _FEW and len(others) * 2 <= len(column.index):
            found.append(False)
    # Options above columns that hold them, or one and the same word: "Bus" or "not selected".
    shared = len(options) > 1 and len(set(options.values())) == 1
    return [] if shared and len(options) == found.count(True) else found


def _running(names: Sequence[str]) -> bool:
    """True for names that are numbers one after the other, as of years or waves."""
    numbers = [parsed_number(name) for name in map(clean, names) if name]
    told = [number for number in numbers if number is not None]
    return len(told) > 1 and len({after - one for one, after in pairwise(told)} - {1.0, -1.0}) == 0


def _once_named(sheet: Sheet, ledger: Ledger) -> Sheet:
    """The sheet without rows that repeat all the names, where names stand in no other row."""
    names = sheet.names
    if len(names) < 2 or len(set(names)) < len(names) or not all(map(clean, names)):  # noqa: PLR2004
        return sheet
    if names[0] not in sheet.columns[0].distinct:
        return sheet
    repeats = np.ones(sheet.n, np.bool_)
    for column in sheet.columns:
        held = column.holds(column.name)
        if not held.any() or (held != sheet.columns[0].holds(names[0])).any():
            return sheet
        repeats &= held
    count = int(repeats.sum())
    if count * 2 >= sheet.n:
        return sheet
    left_out = counted_message("{count} row left out", "{count} rows left out", count)
    ledger.conclude("rows", left_out, message("They repeat the names of the columns."))
    return sheet.kept(~repeats)


def _unmeasured(sheet: Sheet, ledger: Ledger) -> Sheet:
    """The sheet without a row of levels of measurement: nominal, ratio, text."""
    fewest = max(_FEWEST_MEASURED, len(sheet.columns) / 2)
    levels: list[list[bool]] = []
    without = 0
    for column in sheet.columns:
        levels.append(list(map(_is_level, column.words)) or [False])
        without += not any(levels[-1])
        if sheet.n < _FEWEST or without > len(sheet.columns) - fewest:
            return sheet
    said, filled = np.zeros(sheet.n, np.int32), np.zeros(sheet.n, np.int32)
    for column, words in zip(sheet.columns, levels, strict=True):
        said += np.array(words)[column.index]
        filled += np.array(list(map(bool, column.words)) or [False])[column.index]
    rows = said >= np.maximum(fewest, _NEARLY_ALL * filled)
    if rows.sum() != 1:
        return sheet
    said_there = [column.words[column.index[rows][0]] for column in sheet.columns]
    named = list(dict.fromkeys(filter(_is_level, said_there)))
    # A word of every day may be an answer: of text, date and scale alone nobody speaks.
    if len(named) < _FEWEST_LEVELS or not any(map(TERMS_OF_MEASUREMENT.match, map(fold, named))):
        return sheet
    left_out = counted_message("{count} row left out", "{count} rows left out", 1)
    evidence = message("It says how each column was measured.")
    ledger.conclude("rows", left_out, evidence, Certainty.LIKELY)
    ledger.doubt(
        message(
            "A row that says how columns were measured, “{words}”, was left out.",
            words=", ".join(named)[:_SHOWN],
        ),
        message("If it is an answer, write heading_rows = 1 under [file] in the codebook."),
    )
    return sheet.kept(~rows)


def _is_level(word: str) -> bool:
    return len(word) <= _LONGEST_LEVEL and word[:1].isalpha() and fold(word) in MEASURED


def _unheaded(sheet: Sheet) -> Sheet:
    """The sheet whose first row is that of names, and whose columns have none."""
    return Sheet(tuple(map(_with_name_as_cell, sheet.columns)), sheet.delimiter)


def _with_name_as_cell(column: Cells) -> Cells:
    words = (column.name, *(word for word in column.distinct if word != column.name))
    place = {word: at for at, word in enumerate(words)}
    to = np.array([0, *(place[word] for word in column.distinct)], np.int32)
    return Cells("", words, to[np.concatenate([[0], column.index + 1])])
