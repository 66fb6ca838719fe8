"""Rows below the answers that are nobody's: totals, and notes such as “Source: …”.

A total begins with a word for one, or holds the sums of the rows above; what else it holds is
unlike the answers above it. A note is alone in its row. Rows that may be either are kept, and
doubted.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

import numpy as np

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.dates import parsed_date
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.footers import is_note, is_total
from rundfrage.locales import counted_message, message

MOST_FOOTERS = 12
"""So many rows, at most, are looked at below the answers."""
_MOST_SUMMED = 100_000
"""In files of more rows nobody writes sums without a word."""
_FEWEST = 4
_FEWEST_SUMS = 2
_FEW = 50
_SAMPLE = 2_000
_LONGER = 1.5
"""So many times as long as the longest answer is a note that begins as no note does."""
_NEAR = 0.006
_FAR = 2
_SHOWN = 60


class _Row(Enum):
    """What a row at the end of a sheet may be."""

    ANSWERS = "answers"
    BLANK = "blank"
    FOOTER = "footer"
    DOUBTFUL = "doubtful"


def without_footers(sheet: Sheet, options: Options, ledger: Ledger) -> Sheet:
    """The sheet without what stands below its answers, unless the user said how many rows do."""
    if options.footer is not None or sheet.n < _FEWEST:
        return sheet
    first, doubtful = sheet.n, -1
    block = _block(sheet)
    below = range(sheet.n - 1, max(sheet.n - 1 - MOST_FOOTERS, _FEWEST - 2), -1)
    for place in below:
        kind = _kind(sheet, place, min(place, block))
        if kind is _Row.ANSWERS:
            break
        apart = place > 0 and not any(map(clean, sheet.row(place - 1)))
        if kind is _Row.FOOTER or (kind is _Row.DOUBTFUL and apart):
            first, doubtful = place, -1
        elif kind is _Row.DOUBTFUL:
            doubtful = place
    if first < sheet.n:
        while first > 0 and not any(map(clean, sheet.row(first - 1))):
            first -= 1
        _note(sheet, first, ledger)
    if doubtful >= 0:
        ledger.doubt(
            message(
                "The last row, “{words}”, looks unlike the others, and was counted.",
                words=_words(sheet, doubtful),
            ),
            message("If it is no respondent, say how many rows below the answers are none."),
        )
    return sheet.above(sheet.n - first)


def _note(sheet: Sheet, first: int, ledger: Ledger) -> None:
    rows = [place for place in range(first, sheet.n) if any(map(clean, sheet.row(place)))]
    left_out = counted_message("{count} row left out", "{count} rows left out", len(rows))
    why = message("They are totals or notes below the answers.")
    ledger.conclude("rows", left_out, why, Certainty.LIKELY)
    ledger.doubt(
        message(
            "What stands below the answers was left out: “{words}”.",
            words=" / ".join(_words(sheet, place) for place in rows)[:_SHOWN],
        ),
        message("If it is a respondent, say that no row below the answers is left out."),
    )


def _words(sheet: Sheet, place: int) -> str:
    return ", ".join(word for cell in sheet.row(place) if (word := clean(cell)))[:_SHOWN]


def _block(sheet: Sheet) -> int:
    """The first of the last rows that all begin as totals and notes do, or lack a beginning."""
    place, begun = sheet.n, set[str]()
    while place > max(_FEWEST, sheet.n - MOST_FOOTERS):
        begin, *rest = map(clean, sheet.row(place - 1))
        explains = "=" in begin and not any(rest)
        if begin and not (is_total(begin) or is_note(begin) or explains):
            break
        if begin in begun:
            return sheet.n  # Several people may answer so; no block has two totals of one name.
        begun |= {begin} - {""}
        place -= 1
    return place


def _kind(sheet: Sheet, place: int, above: int) -> _Row:
    """What the row is by the first `above` rows."""
    cells = list(map(clean, sheet.row(place)))
    said = [at for at, word in enumerate(cells) if word]
    if not said:
        return _Row.BLANK
    first, word = said[0], cells[said[0]]
    if is_total(word):
        return _total(sheet, above, cells, said)
    alone = len(said) == 1 and len(cells) > 1
    noted = len(said) <= 2 and is_note(" ".join(cells[at] for at in said))  # noqa: PLR2004  "n =", "120"
    if noted or alone:
        others = _Others(sheet.columns[first], above)
        if noted:
            return _Row.FOOTER if others.unlike(word) else _Row.DOUBTFUL
        if others.unlike(word) and (others.longer(word) or "=" in word):
            return _Row.DOUBTFUL
    if sheet.n <= _MOST_SUMMED and _sums(sheet, above, cells, said):
        return _Row.FOOTER
    if first and _Others(sheet.columns[0], above).names_each(above):
        return _Row.DOUBTFUL
    return _Row.ANSWERS


def _total(sheet: Sheet, above: int, cells: Sequence[str], said: Sequence[int]) -> _Row:
    """What a row is that begins with a word for a total: a text may be that word, too."""
    others = _Others(sheet.columns[said[0]], above)
    if others.holds(cells[said[0]]):
        return _Row.ANSWERS
    like = unlike = 0
    for at in said[1:]:
        column = _Others(sheet.columns[at], above)
        if column.sums_up(cells[at]) or column.unlike(cells[at]) or column.beyond(cells[at]):
            unlike += 1
        elif column.numbers or column.few:
            like += 1
    apart = others.unlike(cells[said[0]])
    if unlike > like or (apart and not like):
        return _Row.FOOTER
    return _Row.DOUBTFUL if apart or not like else _Row.ANSWERS


def _sums(sheet: Sheet, above: int, cells: Sequence[str], said: Sequence[int]) -> bool:
    """True if all that the row holds are the sums of the rows above."""
    if len(said) < _FEWEST_SUMS or not all(parsed_number(cells[at]) is not None for at in said):
        return False
    columns = (_Others(sheet.columns[at], above) for at in said)
    return all(column.is_sum(cells[at]) for column, at in zip(columns, said, strict=True))


class _Others:
    """The cells of a column in the rows above those at its end."""

    def __init__(self, column: Cells, above: int) -> None:
        self._column = column
        counts = np.bincount(column.index[:above], minlength=len(column.distinct)).tolist()
        self._counts = {
            word: count
            for word, count in zip(map(clean, column.distinct), counts, strict=True)
            if word and count
        }
        sample = list(self._counts)[:_SAMPLE]
        self.numbers = bool(sample) and all(parsed_number(word) is not None for word in sample)
        self._dates = bool(sample) and all(parsed_date(word) is not None for word in sample)
        given = sum(self._counts.values())
        self.few = 0 < len(self._counts) <= _FEW and len(self._counts) * 2 <= given

    def names_each(self, rows: int) -> bool:
        """True if each of the rows has a cell of its own, as identifiers are."""
        return len(self._counts) == rows

    def holds(self, word: str) -> bool:
        """True if somebody above gave this answer."""
        return word in self._counts

    def unlike(self, word: str) -> bool:
        """True if nobody above gives such an answer; of texts nobody knows."""
        if self.numbers:
            return parsed_number(word) is None
        if self._dates:
            return parsed_date(word) is None
        return not self._counts or (self.few and word not in self._counts)

    def beyond(self, word: str) -> bool:
        """True if the number is far above all those above it, or the only one that isn't whole."""
        number = _number(word)
        if not self.numbers or number is None:
            return False
        if number != int(number):
            return all((parsed_number(one) or 0.0).is_integer() for one in self._counts)
        return number > _FAR * max(abs(parsed_number(one) or 0.0) for one in self._counts)

    def longer(self, word: str) -> bool:
        """True if it is longer than answers are, as notes are."""
        longest = max(map(len, self._counts), default=0)
        return len(word.split()) > 1 and len(word) > _LONGER * longest

    def sums_up(self, word: str) -> bool:
        """True if the number is the sum, the mean or the count of those above."""
        number = _number(word)
        if not self.numbers or number is None:
            return False
        count = sum(self._counts.values())
        mean = self._sum() / count
        return (
            self.is_sum(word)
            or number == count
            or (number != int(number) and abs(number - mean) <= _NEAR * max(1, abs(mean)))
        )

    def is_sum(self, word: str) -> bool:
        """True if the number is the sum of the two or more numbers above, and not 0."""
        number = _number(word)
        if (
            not self.numbers
            or not number
            or len(self._counts) + sum(self._counts.values()) < _FEWEST
        ):
            return False
        return bool(np.isclose(number, self._sum(), rtol=1e-9, atol=1e-6))

    def _sum(self) -> float:
        return float(
            sum((parsed_number(word) or 0.0) * count for word, count in self._counts.items())
        )


def _number(word: str) -> float | None:
    return parsed_number(word.rstrip("% "))
