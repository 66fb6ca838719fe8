"""Rows between the answers that sum some of them up, as spreadsheets and pivot tables write them.

    North | 3          North | 3
    North | 2          North | 2
    North Total | 5    Total | 5

Either the cell names what it is the total of, or the numbers beside it are the sums of the rows
above, as far as the sum before.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.footers import is_total, total_of
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.locales import counted_message, message

_FIRST = 5
"""Of so many columns one names the groups that are summed up."""
_MOST_WORDS = 2_000
_MOST_ROWS = 100_000
_FEWEST = 4
_SHOWN = 60


def without_subtotals(sheet: Sheet, options: Options, ledger: Ledger) -> Sheet:
    """The sheet without such rows, unless the user said how many rows are nobody's."""
    if options.footer is not None or not _FEWEST <= sheet.n <= _MOST_ROWS:
        return sheet
    sums = np.zeros(sheet.n, np.bool_)
    for column in sheet.columns[:_FIRST]:
        sums |= _named(column) | _summed(sheet, column)
    if not sums.any() or 2 * sums.sum() > sheet.n:
        return sheet
    places = np.flatnonzero(sums).tolist()
    left_out = counted_message("{count} row left out", "{count} rows left out", len(places))
    why = message("They sum up some of the rows above them.")
    ledger.conclude("rows", left_out, why, Certainty.LIKELY)
    words = " / ".join(", ".join(filter(None, map(clean, sheet.row(at)))) for at in places)
    ledger.doubt(
        message("Sums between the answers were left out: “{words}”.", words=words[:_SHOWN]),
        message("If they are respondents, write footer = 0 under [file] in the codebook."),
    )
    return sheet.kept(~sums)


def _named(column: Cells) -> npt.NDArray[np.bool_]:
    """True for the rows whose cell is that of others and a word for a total: "North Total"."""
    none = np.zeros(len(column.index), np.bool_)
    words = list(map(clean, column.distinct))
    if len(words) > _MOST_WORDS or not any(" " in word for word in words):
        return none
    others = set(map(fold, words))
    named = [" " in word and total_of(fold(word)) in others - {""} for word in words]
    once = np.bincount(column.index, minlength=len(words)) == 1
    told: npt.NDArray[np.bool_] = (np.array(named) & once)[column.index]
    return told


def _summed(sheet: Sheet, column: Cells) -> npt.NDArray[np.bool_]:
    """True for the rows that begin with a word for a total, and hold the sums since the last."""
    found = np.zeros(sheet.n, np.bool_)
    totals = np.array([is_total(clean(word)) for word in column.distinct] or [False])[column.index]
    places = np.flatnonzero(totals).tolist()
    if len(places) < 2 or totals.all():  # noqa: PLR2004  one at the end is no subtotal
        return found
    numbers = [values for other in sheet.columns if (values := _numbers(other)) is not None]
    start = 0
    for place in places:
        sums = [
            bool(np.isclose(values[place], np.nansum(values[start:place])))
            for values in numbers
            if place > start and not np.isnan(values[place])
        ]
        found[place] = bool(sums) and all(sums)
        start = place + 1
    return found if found[places[:-1]].all() else np.zeros(sheet.n, np.bool_)


def _numbers(column: Cells) -> npt.NDArray[np.float64] | None:
    """The numbers of a column, nan for blanks; None if it holds anything else."""
    words = [clean(word) for word in column.distinct]
    numbers = [parsed_number(word) for word in words]
    if not any(words) or any(
        word and one is None for word, one in zip(words, numbers, strict=True)
    ):
        return None
    return np.array([np.nan if one is None else one for one in numbers])[column.index]
