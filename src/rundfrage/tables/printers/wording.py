"""Numbers of a table as a reader sees them, the same in every format that prints words.

A figure over a small base stands in brackets; a suppressed one is a dot.
"""

from __future__ import annotations

from rundfrage.tables.table import (
    BannerColumn,
    Block,
    Cell,
    Disclosure,
    Ledger,
    Precision,
    Statistics,
    Table,
)
from rundfrage.tables.words import method_sentence, sentence, word
from rundfrage.text import number, percent

HIDDEN = "·"
NOTHING = "–"
LEDGER = ("interviews", "not_asked", "asked", "answered", "dont_know", "refused", "left_blank")
STATISTICS = (
    "mean", "sd", "median", "low", "quartile1", "quartile3", "high", "nps", "mentions",
)  # fmt: skip
_ALWAYS = frozenset({"interviews", "asked", "answered"})
_PLACES = {"nps": 0}


def bracketed(words: str, disclosure: Disclosure) -> str:
    """The words, in brackets if the base is small."""
    return f"({words})" if disclosure is Disclosure.SMALL else words


def percent_words(cell: Cell | None, disclosure: Disclosure, language: str) -> str:
    """The printed percent of a cell: "62 %", "(62 %)", "·" if suppressed, "–" without a base."""
    if cell is None:
        return HIDDEN
    if cell.percent is None:
        return NOTHING
    return bracketed(percent(cell.percent, language), disclosure)


def precision_of(block: Block, row: int, column: int) -> Precision | None:
    """How sure a cell is; None where the design is not known or nothing can be said."""
    return None if block.uncertainty is None else block.uncertainty.cells[row][column]


def statistic_precision(block: Block, name: str, column: int) -> Precision | None:
    """How sure a statistic of a column is; None where that is not known."""
    return None if block.uncertainty is None else block.uncertainty.statistics[column].get(name)


def lettered(words: str, precision: Precision | None) -> str:
    """The words with the letters of the columns below: "62 % bC", with ≠ if the usual test errs."""
    if precision is None:
        return words
    signs = precision.letters + ("≠" if precision.usual else "")
    return f"{words} {signs}" if signs else words


def interval_words(
    cell: Cell | None, precision: Precision | None, disclosure: Disclosure, language: str
) -> str:
    """The interval of a share in whole percent, "58–66 %"; a dash where none can be made.

    A cell's percent, which is rounded so that it adds up with others, may lie beside an interval
    of less than a point; the interval then reaches up to it.
    """
    if cell is None or disclosure is Disclosure.SUPPRESSED:
        return HIDDEN
    if precision is None or precision.low is None or precision.high is None:
        return NOTHING
    low, high = 100 * precision.low, 100 * precision.high
    if cell.percent is not None:
        low, high = min(low, cell.percent), max(high, cell.percent)
    return bracketed(f"{number(low, language)}–{percent(high, language)}", disclosure)


def reach_words(
    precision: Precision | None,
    name: str,
    disclosure: Disclosure,
    language: str,
    places: int | None = None,
) -> str:
    """How far the interval of a mean or score reaches to both sides: "±0,12"; or nothing.

    With `places` it has so many decimals, without as many as a table gives the statistic.
    """
    if precision is None or precision.low is None or precision.high is None:
        return ""
    reach = (precision.high - precision.low) / 2
    shown = _PLACES.get(name, 2) if places is None else places
    return bracketed(f"±{number(reach, language, shown)}", disclosure)


def heading_words(column: BannerColumn, language: str) -> str:
    """What stands above a column, with its letter if it has one."""
    label = column.label.into(language)
    return f"{label} ({column.letter})" if column.letter else label


def count_words(cell: Cell | None, language: str) -> str:
    """The number of respondents in a cell."""
    return HIDDEN if cell is None else number(cell.count, language)


def mention_words(cell: Cell | None, disclosure: Disclosure, language: str) -> str:
    """The share of mentions in a cell, as a whole percent; empty for rows that are no mention."""
    if cell is None:
        return HIDDEN
    if cell.share_of_mentions is None:
        return NOTHING
    return bracketed(percent(100 * cell.share_of_mentions, language), disclosure)


def statistic_words(
    statistics: Statistics | None, name: str, disclosure: Disclosure, language: str
) -> str:
    """One statistic: two decimals, except for a score and for values that are whole numbers."""
    if statistics is None:
        return HIDDEN
    value = value_of(statistics, name)
    if value is None:
        return NOTHING
    return bracketed(number(value, language, decimals(name, value)), disclosure)


def decimals(name: str, value: float) -> int:
    """How many decimals a statistic is printed with."""
    if name not in {"mean", "sd", "mentions"} and value.is_integer():
        return 0
    return _PLACES.get(name, 2)


def value_of(statistics: Statistics, name: str) -> float | None:
    """The statistic of that name, one of STATISTICS."""
    value: float | None = getattr(statistics, name)
    return value


def statistics_shown(block: Block) -> tuple[str, ...]:
    """The names of the statistics that some column of the block has, in printed order."""
    return tuple(
        name
        for name in STATISTICS
        if any(one is not None and value_of(one, name) is not None for one in block.statistics)
    )


def base_words(ledger: Ledger | None, disclosure: Disclosure, language: str) -> str:
    """The number of those who answered."""
    if ledger is None:
        return HIDDEN
    return bracketed(number(ledger.answered, language), disclosure)


def ledger_words(ledger: Ledger | None, language: str, *, weighted: bool) -> str:
    """The account of a base in one line; reasons that nobody gave are left out."""
    if ledger is None:
        return HIDDEN
    parts = [
        f"{number(getattr(ledger, name), language)} {word(name, language)}"
        for name in LEDGER
        if name in _ALWAYS or getattr(ledger, name)
    ]
    if weighted:
        parts.append(f"{word('weight', language)} {number(ledger.weight, language, 2)}")
        parts.append(f"{word('effective', language)} {number(ledger.effective, language, 1)}")
    return " · ".join(parts)


def notes_of(table: Table, language: str) -> list[str]:
    """What the reader of a table must know, and by what its intervals were computed."""
    method = [] if table.method is None else [method_sentence(table.method, language)]
    return [*(sentence(note, language) for note in table.notes), *method]


def block_title(block: Block, language: str) -> str:
    """The item's label, or the question's if the variable belongs to no battery."""
    return (block.variable.item or block.variable.label).into(language)
