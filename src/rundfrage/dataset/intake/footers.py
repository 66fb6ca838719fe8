"""Rows below the answers that are nobody's: totals, and notes such as “Source: …”.

A total begins with a word for one, or holds the sums of the rows above; what else it holds is
unlike the answers above it. A note is alone in its row. Rows that may be either are kept, and
doubted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

import numpy as np

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.dates import parsed_date
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.footers import is_note, is_summary
from rundfrage.locales import counted_message, message

MOST_FOOTERS = 12
"""So many rows, at most, are looked at below the answers."""
_MOST_SUMMED = 100_000
"""In files of more rows nobody writes sums without a word."""
_FEWEST = 4
_FEWEST_SUMS = 2
_FEWEST_KNOWN = 2
"""So many words for totals below each other are no answers."""
_FEWEST_RANGED = 8
"""Above so many rows, at least, numbers have a range that others lie outside of."""
_COUNT = "n"
_FEW = 50
_SAMPLE = 2_000
_MOSTLY = 0.8
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
    FOLLOWS = "follows"
    """A row of a summary where one stands above it, else answers."""


def without_footers(sheet: Sheet, options: Options, ledger: Ledger) -> Sheet:
    """The sheet without what stands below its answers.

    Where the user says how many rows do, no others are left out; what looks like more of them is
    doubted.
    """
    if options.footer == 0 or sheet.n < _FEWEST:
        return sheet
    first, doubtful = sheet.n, -1
    below = _Below(sheet)
    for place in range(sheet.n - 1, max(sheet.n - 1 - MOST_FOOTERS, _FEWEST - 2), -1):
        kind = below.kind(place)
        if kind is _Row.ANSWERS:
            break
        apart = place > 0 and not any(map(clean, sheet.row(place - 1)))
        if kind is _Row.FOOTER or (kind is _Row.DOUBTFUL and apart):
            first, doubtful = place, -1
        elif kind is _Row.DOUBTFUL:
            doubtful = place
    if options.footer and first < sheet.n:
        first, doubtful = sheet.n, doubtful if doubtful >= 0 else first
    if first < sheet.n:
        while first > 0 and not any(map(clean, sheet.row(first - 1))):
            first -= 1
        _note(sheet, first, ledger)
    if doubtful >= 0:
        _doubt(sheet, doubtful, options.footer or 0, ledger)
        odd = int(sheet.filled()[doubtful:first].sum())
        return replace(sheet.above(sheet.n - first), odd_last=odd)
    return sheet.above(sheet.n - first)


def _doubt(sheet: Sheet, place: int, said: int, ledger: Ledger) -> None:
    """Doubt the rows from a place on; `said` are below them, as the user says."""
    words, count = _words(sheet, place), sheet.n - place
    if count == 1 and not said:
        found = message(
            "The last row, “{words}”, looks unlike the others, and was counted.", words=words
        )
        settle = message(
            "If it is no respondent, write footer = {count} under [file] in the codebook.",
            count="1",
        )
    else:
        found = counted_message(
            "The last {count} row, “{words}”, may be no respondent, and was counted.",
            "The last {count} rows, from “{words}” on, may be no respondents, and were counted.",
            count,
            words=words,
        )
        if said:
            found = counted_message(
                "{count} more row above those left out, “{words}”, may be no respondent, and was "
                "counted.",
                "{count} more rows above those left out, from “{words}” on, may be no respondents, "
                "and were counted.",
                count,
                words=words,
            )
        settle = message(
            "If they are no respondents, write footer = {count} under [file] in the codebook.",
            count=str(count + said),
        )
    ledger.doubt(found, settle)


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
        message("If it is a respondent, write footer = 0 under [file] in the codebook."),
    )


def _words(sheet: Sheet, place: int) -> str:
    return ", ".join(word for cell in sheet.row(place) if (word := clean(cell)))[:_SHOWN]


class _Below:
    """The last rows of a sheet, which may be a summary of those above them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._first, self._summary = self._block()

    def _block(self) -> tuple[int, bool]:
        """Where the last rows begin that a known word leads, and whether they surely sum up.

        They begin as totals and notes do, lack a beginning, or follow such rows with a word that
        nobody else gave, and numbers.
        """
        sheet = self._sheet
        place = first = sheet.n
        begun = set[str]()
        known = unknown = passed = 0
        while place > max(_FEWEST, sheet.n - MOST_FOOTERS):
            place -= 1
            begin, *rest = map(clean, sheet.row(place))
            numbered = all(_number(word) is not None for word in rest if word)
            total = is_summary(begin) or (begin == _COUNT and self._once(place))
            explains = "=" in begin and not any(rest)
            if not begin or total or is_note(begin) or explains:
                if begin in begun:
                    # Several people may answer so; no block has two totals of one name.
                    return sheet.n, False
                begun |= {begin} - {""}
                first = place
                known += bool(begin) and total and numbered and any(rest)
                unknown, passed = unknown + passed, 0
            elif numbered and any(rest) and self._once(place):
                passed += 1
            else:
                break
        return first, known >= max(_FEWEST_KNOWN, unknown)

    def _once(self, place: int) -> bool:
        """True if the row begins with a word that no other row begins with."""
        column = self._sheet.columns[0]
        word = clean(column.distinct[column.index[place]])
        named = _number(word) is None or word.endswith("%")
        return named and int((column.index == column.index[place]).sum()) == 1

    def kind(self, place: int) -> _Row:
        """What the row is by the rows above it, and above the block that it is in."""
        sheet, above = self._sheet, min(place, self._first)
        cells = list(map(clean, sheet.row(place)))
        said = [at for at, word in enumerate(cells) if word]
        if not said:
            return _Row.BLANK
        total = is_summary(cells[said[0]]) or (cells[0] == _COUNT and self._once(place))
        if total and self._summary and said[0] == 0 and self._once(place):
            return _Row.FOOTER
        kind = _kind(sheet, above, cells, said, total=total)
        if kind is not _Row.ANSWERS or total or not self._once(place):
            return kind
        numbered = all(_number(cells[at]) is not None for at in said[1:])
        apart = numbered and _Others(sheet.columns[0], above).unlike(cells[0])
        return _Row.FOLLOWS if place > self._first or apart else kind


def _kind(
    sheet: Sheet, above: int, cells: Sequence[str], said: Sequence[int], *, total: bool
) -> _Row:
    """What the row is by the first `above` rows; `total` if it begins with a word for one."""
    first, word = said[0], cells[said[0]]
    if total:
        return _total(sheet, above, cells, said)
    alone = len(said) == 1 and len(cells) > 1
    noted = len(said) <= 2 and is_note(" ".join(cells[at] for at in said))  # noqa: PLR2004  "n =", "120"
    if noted or alone:
        others = _Others(sheet.columns[first], above)
        if noted and others.holds(word):
            return _Row.ANSWERS
        if noted:
            return _Row.FOOTER if others.unlike(word) else _Row.DOUBTFUL
        if others.unlike(word) and (others.longer(word) or "=" in word):
            return _Row.DOUBTFUL
    if sheet.n <= _MOST_SUMMED and _sums(sheet, above, cells, said):
        return _Row.FOOTER
    if first and _Others(sheet.columns[0], above).names_each(above):
        return _Row.DOUBTFUL
    return _Row.DOUBTFUL if _is_odd(sheet, above, cells, said) else _Row.ANSWERS


def _is_odd(sheet: Sheet, above: int, cells: Sequence[str], said: Sequence[int]) -> bool:
    """True for a word of nobody above, and numbers that are all unlike those above.

    They have decimals where no others have, or lie beyond them all.
    """
    first, *rest = said
    if _number(cells[first]) is not None or parsed_date(cells[first]) is not None or not rest:
        return False
    others = _Others(sheet.columns[first], above)
    if others.holds(cells[first]):
        return False
    apart = others.unlike(cells[first]) and above >= _FEWEST_RANGED
    columns = [(_Others(sheet.columns[at], above), cells[at]) for at in rest]
    if not all(column.numbers for column, _ in columns):
        return False
    broken = [column.is_broken(word) for column, word in columns]
    outside = [column.outside(word) for column, word in columns]
    if any(broken):
        return all(one or other for one, other in zip(broken, outside, strict=True))
    return apart and len(outside) > 1 and all(outside)


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
        if self.few or not self._counts:
            return word not in self._counts
        # A word among identifiers with digits, no text.
        if any(" " in one for one in self._counts):
            return False
        return not _digits(word) and sum(map(_digits, self._counts)) >= _MOSTLY * len(self._counts)

    def beyond(self, word: str) -> bool:
        """True if the number is far above all those above it, or the only one that isn't whole."""
        number = _number(word)
        if not self.numbers or number is None:
            return False
        if number != int(number):
            return self.is_broken(word)
        return number > _FAR * max(abs(parsed_number(one) or 0.0) for one in self._counts)

    def is_broken(self, word: str) -> bool:
        """True if the number is the only one that isn't whole."""
        number = _number(word)
        if not self.numbers or number is None or number == int(number):
            return False
        return all((parsed_number(one) or 0.0).is_integer() for one in self._counts)

    def outside(self, word: str) -> bool:
        """True if the number is below all those above it, or larger than they all."""
        number = _number(word)
        if not self.numbers or number is None:
            return False
        values = [parsed_number(one) or 0.0 for one in self._counts]
        return not min(values) <= number <= max(values)

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


def _digits(word: str) -> bool:
    return any(map(str.isdigit, word))


def _number(word: str) -> float | None:
    return parsed_number(word.rstrip("% "))
