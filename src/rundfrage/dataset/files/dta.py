"""Stata files (.dta), read only: value labels, extended missing values .a to .z, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Missing, MissingCode, Study
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.clock import Span, in_words
from rundfrage.dataset.columns import ANSWERED
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import COLUMNS, Format, head
from rundfrage.dataset.files.sidecar import beside_or
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.encoding import letters_of
from rundfrage.dataset.intake.label_reasons import reason_of
from rundfrage.dataset.intake.labels import by_labels, edits_of, title_of
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.labelled import Labelled, by_codebook
from rundfrage.dataset.raw_letters import RAW, raw_words, with_letters
from rundfrage.dataset.readstat import Stored, StoredFile, blank_where_nan, load
from rundfrage.locales import joined, message
from rundfrage.patterns import pattern
from rundfrage.text import Text

EPOCH = np.datetime64("1960-01-01")
DAY_OF_MILLISECONDS = 86_400_000
MILLISECONDS = 1_000
FARTHEST = 10_000_000
_CLOCK = pattern(r"(?:[Hh]{1,2}|M{2}|S{2}|\.s{1,3}|[aApP]\.?[mM]\.?|[_:.]|!.)+")
"""A format of moments that shows a time of day alone: %tcHH:MM:SS."""
_SPANS = {"tw": Span.WEEK, "tm": Span.MONTH, "tq": Span.QUARTER, "th": Span.HALF}
Times = tuple[npt.NDArray[np.float64], Span]
"""Numbers that are shown as times, shape (n,), and what they count."""
OLD_RELEASES = range(102, 116)
UNICODE = 118
"""The release from which on Stata writes its words in UTF-8."""


def recognises(path: Path) -> bool:
    """True if the file begins as Stata files do: with a tag, or the release and byte order."""
    start = head(path, 11)
    old = len(start) > 2 and start[0] in OLD_RELEASES and start[1] in {1, 2} and start[2] == 1  # noqa: PLR2004
    return start == b"<stata_dta>" or old


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given, else by labels."""
    ledger = Ledger()
    stored = _stored(path, options, ledger)
    columns = [labelled(one, _days, _times) for one in stored.columns]
    if codebook is not None:
        by_name = {column.name: column for column in columns}
        return by_codebook(codebook, flat_columns(codebook), by_name, str(path))
    study = Study(path.stem, Text.of(title_of(stored.title, path.stem)))
    edits = edits_of(path, columns)

    def concluded() -> Dataset:
        return by_labels(columns, (), study, str(path), options, edits, ledger)

    return beside_or(path, columns, concluded)


def _stored(path: Path, options: Options, ledger: Ledger) -> StoredFile:
    """The file, its letters as the user said, as it says itself, or as they are guessed."""
    old = _release(path) < UNICODE
    stored = load(path, "dta", RAW if old else options.encoding)
    words = raw_words(stored) if old else b""
    if words:
        encoding = options.encoding or letters_of(words, ledger)
        stored = with_letters(stored, encoding)
    if stored.unread:
        ledger.doubt(
            message(
                "Long texts whose letters are written in an old way can't be read: {columns}.",
                columns=joined(list(stored.unread)),
            ),
            message("Save the file by a newer Stata, or as CSV in UTF-8."),
            stored.unread,
        )
    return stored


def _release(path: Path) -> int:
    start = head(path, 40)
    tag = re.search(rb"<release>(\d+)</release>", start)
    return int(tag[1]) if tag else (start[:1] or b"\0")[0]


def labelled(
    stored: Stored,
    days_of: Callable[[npt.NDArray[np.float64], str], npt.NDArray[np.float64] | None],
    times_of: Callable[[npt.NDArray[np.float64], str], Times | None],
) -> Labelled:
    """A stored column with its missing letters told from its answers, and dates as days.

    `days_of` gives the days since 1960 by the values and the format they are shown in, and None
    for what is no date; `times_of` the numbers of what is shown as times, and what they count.
    """
    values = stored.values
    labels = {_float(value): words for value, words in stored.labels}
    if isinstance(values, Cells):
        blank = np.zeros(len(values.index), np.int8)
        return Labelled(stored.name, stored.label, values, blank, labels)
    letters = {one for one in stored.letters.distinct if one}
    letters |= {value for value in labels if isinstance(value, str)}
    reasons = blank_where_nan(values, Missing.LEFT_BLANK)
    codes = []
    for letter in sorted(letters):
        words = labels.get(letter, "")
        reason = reason_of(words) or Missing.LEFT_BLANK
        codes.append(MissingCode(reason, f".{letter}", label=Text.of(words)))
        reasons[stored.letters.holds(letter)] = codes[-1].reason
    kept = {value: words for value, words in labels.items() if value not in letters}
    dates = days_of(values, stored.shown)
    if dates is not None:
        wild = np.isnan(dates) | (np.abs(dates) > FARTHEST)
        reasons[wild & (reasons == ANSWERED)] = Missing.LEFT_BLANK
        days = EPOCH + np.where(wild, 0, dates).astype("timedelta64[D]")
        kept = {}
    column = Labelled(
        stored.name, stored.label, values if dates is None else days, reasons, kept, tuple(codes),
        letters=stored.letters if letters else None,
    )  # fmt: skip
    if dates is not None:
        return column
    times = None if kept else times_of(values, stored.shown)
    if times is None:
        return column
    numbers, span = times
    cells = in_words(stored.name, numbers, column.answered, span)
    return replace(column, values=numbers, times=cells)


def _float(value: float | str) -> float | str:
    """The value as columns hold it: numbers are kept as floats."""
    return value if isinstance(value, str) else float(value)


def _days(values: npt.NDArray[np.float64], shown: str) -> npt.NDArray[np.float64] | None:
    """Days since 1960, None if Stata doesn't show the column as dates."""
    kind = shown.lstrip("%-")
    if kind.startswith(("td", "d")):
        return np.floor(values)
    if kind.startswith(("tc", "tC")) and not _CLOCK.fullmatch(kind[2:]):
        return np.floor(values / DAY_OF_MILLISECONDS)
    return None


def _times(values: npt.NDArray[np.float64], shown: str) -> Times | None:
    """The seconds of what Stata shows as times of day, or parts of years; None of all else."""
    kind = shown.lstrip("%-")
    if kind.startswith(("tc", "tC")) and _CLOCK.fullmatch(kind[2:]):
        return values % DAY_OF_MILLISECONDS / MILLISECONDS, Span.TIME
    span = _SPANS.get(kind[:2])
    return None if span is None else (values, span)


FORMAT = Format("Stata", (".dta",), recognises, read, takes=COLUMNS | {"encoding"})
