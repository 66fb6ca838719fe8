"""Any file with more rows of headings: short names above, wordings below, notes, then people.

Stems may stand above the names of their columns, too: see heading_rows.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.dates import parsed_date
from rundfrage.dataset.intake.heading_rows import headings_of, heads_of
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.label_reasons import is_mark, reason_of
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.sheet import Sheet, stands_once
from rundfrage.dataset.intake.stems import kind_of
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_FEWEST = 4
_MOSTLY = 0.8
_WORDY = 12
_SAMPLE = 500
_COMPARED = 500
_SHOWN = 60
MOST_ROWS = 4
_CODE = pattern(r"(?P<stem>[^\W\d_]{1,8}[_.]?)\d{1,4}[a-z]?(?:[_.]\d{1,3})?")
"""The code of a question: v1, Q12a, s3_2."""
_SETTLE = message("If it is an answer, write heading_rows = 1 under [file] in the codebook.")
ROWS_DOUBTED = (
    message("The first row below the names was taken for the questions' wording."),
    _SETTLE,
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet without its rows of wordings below its names, None if there are none."""
    some = sheet.kept(np.arange(sheet.n) < _SAMPLE) if sheet.n > _SAMPLE else sheet
    rows = next((one for one in range(MOST_ROWS, 1, -1) if _are_headings(sheet, some, one)), 0)
    if not rows:
        return None
    names, words = sheet.names, sheet.row(0)
    plain = rows == 2 and all(map(clean, names)) and len(set(names)) == len(names)  # noqa: PLR2004
    headings = (
        _headings(names, list(map(clean, words))) if plain else headings_of(heads_of(sheet, rows))
    )
    evidence = message("The first row below the names is unlike all others.")
    doubts = [ROWS_DOUBTED if rows == 2 else rows_doubted(rows)]  # noqa: PLR2004
    body = sheet.below(rows - 1)
    if doubt := first_doubted(body, rows):
        doubts.append(doubt)
        body = replace(body, odd_first=1)
    return Layout(body, headings, evidence, Certainty.DOUBTFUL, doubts=tuple(doubts))


def rows_doubted(rows: int) -> tuple[Message, Message]:
    """The doubt that so many rows were taken for headings, and how it is settled."""
    return (
        message("The first {count} rows were taken for headings.", count=rows),
        message(
            "If one of them is an answer, write how many are headings under [file] in the "
            "codebook: heading_rows = {count}.",
            count=str(rows - 1),
        ),
    )


def first_doubted(sheet: Sheet, rows: int = 1) -> tuple[Message, Message] | None:
    """The doubt that the first row below so many of headings may be one, too; None if it can't."""
    if sheet.n < _FEWEST or not (_unlike_once(sheet) or _is_note(sheet) or _has_codes(sheet)):
        return None
    words = ", ".join(filter(None, map(clean, sheet.row(0))))[:_SHOWN]
    settle = message(
        "If it is a heading, write heading_rows = {count} under [file] in the codebook.",
        count=str(rows + 1),
    )
    found = message(
        "The first row, “{words}”, looks unlike the others, and was counted.", words=words
    )
    return found, settle


def _is_worded(sheet: Sheet) -> bool:
    """True if the first row holds wordings: words above numbers, or questions that nobody gives."""
    words = [clean(cell) for cell in sheet.row(0)]
    said = [place for place, word in enumerate(words) if word]
    if len(said) < max(2, len(sheet.names) // 2):
        return False
    unlike = [_unlike(sheet.columns[place]) for place in said]
    once = [stands_once(sheet.columns[place]) for place in said]
    cells = [words[place] for place in said]
    long = sum(len(cell) > _WORDY for cell in cells) > len(cells) / 2
    questions = sum(cell.endswith(("?", ":")) for cell in cells)
    return (any(unlike) and all(once)) or (
        sum(once) >= _MOSTLY * len(said) and long and questions >= len(said) / 3
    )


def _are_headings(sheet: Sheet, some: Sheet, rows: int) -> bool:
    """True if so many rows, the names among them, are headings: a wording, and notes or items.

    `some` are the first rows, which most sheets without such rows show by themselves.
    """
    if sheet.n < _FEWEST + rows - 2:
        return False
    return all(
        _is_worded(_alone(one, 0, rows))
        and all(_goes_on(one, place, rows) for place in range(1, rows - 1))
        for one in ((some, sheet) if some is not sheet else (sheet,))
    )


def _alone(sheet: Sheet, place: int, rows: int) -> Sheet:
    """The sheet with that one of its rows of headings above the answers."""
    if rows == 2:  # noqa: PLR2004  there is no other
        return sheet
    below = np.arange(sheet.n)
    return sheet.kept((below == place) | (below >= rows - 1))


def _goes_on(sheet: Sheet, place: int, rows: int) -> bool:
    """True if that row below wordings is one of headings as well, and no answer.

    It holds words above numbers, or items below a stem: where no wording stands, and no number.
    """
    alone = _alone(sheet, place, rows)
    if _unlike_once(alone):
        return True
    above, cells = sheet.row(place - 1), list(map(clean, sheet.row(place)))
    said = [at for at, cell in enumerate(cells) if cell]
    items = [at for at in said if not clean(above[at])]
    return (
        len(said) > 1
        and bool(items)
        and all(stands_once(alone.columns[at]) for at in said)
        and all(kind_of(alone.columns[at]).name == "words" for at in said)
        and all(parsed_number(cells[at]) is None for at in said)
    )


def _is_note(sheet: Sheet) -> bool:
    """True if the first row holds few cells, and words alone that nobody below gives."""
    said = [column for column, cell in zip(sheet.columns, sheet.row(0), strict=True) if clean(cell)]
    firsts = [clean(column.distinct[column.index[0]]) for column in said]
    return (
        0 < 2 * len(said) <= len(sheet.columns)
        and all(map(stands_once, said))
        and all(kind_of(column).name in {"words", "points", "ticks", "own"} for column in said)
        and not any(parsed_number(word) is not None or is_mark(word) for word in firsts)
    )


def _has_codes(sheet: Sheet) -> bool:
    """True if the first row holds the codes of the questions: v1, v2, v3, which nobody gives."""
    said = [column for column, cell in zip(sheet.columns, sheet.row(0), strict=True) if clean(cell)]
    codes = [_CODE.fullmatch(clean(column.distinct[column.index[0]])) for column in said]
    stems = Counter(code["stem"] for code in codes if code)
    places = {code[0] for code in codes if code}
    return (
        len(said) > 1
        and len(said) == len(places)
        and stems.most_common(1)[0][1] >= _MOSTLY * len(said)
        and all(map(stands_once, said))
        and not all(map(_coded, said))
    )


def _coded(column: Cells) -> bool:
    """True if most cells of the column look like the code of a question."""
    words = list(filter(None, map(clean, column.distinct[:_COMPARED])))
    return sum(bool(_CODE.fullmatch(word)) for word in words) > len(words) / 2


def _unlike_once(sheet: Sheet) -> bool:
    """True if a word stands above numbers, none is of no answer, and nobody gives one again."""
    said = [column for column, cell in zip(sheet.columns, sheet.row(0), strict=True) if clean(cell)]
    firsts = [clean(column.distinct[column.index[0]]) for column in said]
    return (
        any(map(_unlike, said))
        and all(map(stands_once, said))
        and not any(is_mark(word) or reason_of(word) is not None for word in firsts)
    )


def _unlike(column: Cells) -> bool:
    """True if all cells but the first are numbers, or all are dates."""
    first = clean(column.distinct[column.index[0]])
    if re.search(r"\d", first) or len(first) < 2:  # noqa: PLR2004
        return False
    again = not stands_once(column)
    others = (
        cell for place, cell in enumerate(column.distinct) if again or place != column.index[0]
    )
    sample = set(islice(filter(None, map(clean, others)), _COMPARED))
    numbers = all(parsed_number(word) is not None for word in sample)
    return len(sample) > 1 and (numbers or all(parsed_date(word) is not None for word in sample))


def _headings(names: Sequence[str], words: Sequence[str]) -> list[Heading]:
    by_name, by_words = plain_headings(names), plain_headings(words)
    found = []
    for name, label, one, worded in zip(names, words, by_name, by_words, strict=True):
        if one.group and worded.group:
            found.append(
                Heading(name, worded.label, one.group, one.item, worded.item_label, worded.part)
            )
        elif one.group:
            # Each row of a grid has a wording; what they share stands nowhere.
            found.append(Heading(name, "", one.group, one.item, label or one.item, one.part))
        else:
            found.append(Heading(name, label or name))
    return found


EXPORT = Export("two rows of headings", lay_out)
