"""SPSS files: .sav and .zsav.

Read are value labels, multiple-response sets, user-missing values and ranges, the measure and
dates. A file written here keeps its codebook in its document lines, and is read back exactly as
long as they fit its columns; for other programs it has labels, measures and user-missing values.
A multiple variable is a column of 1 and 0 for each category, and in .sav a multiple-response set.
"""

from __future__ import annotations

import base64
import calendar
import re
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, Missing, MissingCode, Study, Variable, VariableType
from rundfrage.codebook.json import from_json, to_json
from rundfrage.dataset.cells import TOKENS, Cells, guarded, parsed_number, require_text, unguarded
from rundfrage.dataset.clock import Span, in_words
from rundfrage.dataset.columns import ANSWERED, Coded, Marks, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import COLUMNS, Format, head
from rundfrage.dataset.files.sav_codes import worded_codes, worded_own
from rundfrage.dataset.files.sav_missing import with_missing
from rundfrage.dataset.files.sav_words import (
    LONGEST_LABEL,
    column_label,
    cut,
    plain,
    value_labels,
)
from rundfrage.dataset.files.sidecar import beside_or, by_its_own
from rundfrage.dataset.flat import Flat, finite, flat_columns, require_writable
from rundfrage.dataset.intake.label_reasons import reason_of
from rundfrage.dataset.intake.labelled_sets import MultipleSet
from rundfrage.dataset.intake.labels import by_labels, edits_of, title_of
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.intake.sheet import merged_words
from rundfrage.dataset.labelled import Labelled, by_codebook
from rundfrage.dataset.multiple_response import Dichotomies, with_sets
from rundfrage.dataset.readstat import Stored, blank_where_nan, load
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.locales.phrases import Phrasebook
from rundfrage.text import Text

EPOCH = np.datetime64("1582-10-14", "D")
DAY = 86_400
FARTHEST = 4_000_000
LONGEST_TEXT = 32_767
LONGEST_NAME = 64
LARGEST_CODEBOOK = 1 << 28
DATES = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "DATETIME", "YMDHMS", "MOYR", "QYR", "WKYR")
CLOCKS = {"TIME": Span.TIME, "DTIME": Span.DURATION, "MTIME": Span.DURATION}
_NAMES = {
    "WKDAY": tuple(calendar.day_name[at - 1] for at in range(7)),  # from Sunday on
    "MONTH": tuple(calendar.month_name[1:]),
}
RESERVED = frozenset(
    ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"]
)
NOTE = "rundfrage codebook:"
# SPSS cuts blanks off the end of a text; this invisible character keeps them.
KEEPER = "\u2060"
LARGEST_NUMBER = np.nextafter(np.finfo(np.float64).max, 0)
"""From here on a number means something else to SPSS: system-missing, LOWEST or HIGHEST."""


def recognises(path: Path) -> bool:
    """True if the file begins as SPSS files do."""
    return head(path, 4) in {b"$FL2", b"$FL3"}


# -- reading -------------------------------------------------------------------------------------


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given or in the file, else by labels and measures."""
    stored = load(path, "sav", options.encoding)
    columns = [labelled(one) for one in stored.columns]
    file = str(path)
    if codebook is not None:
        return _by(codebook, columns, file)
    noted = _noted(stored.notes, file)
    if noted is not None:
        try:
            return by_its_own(_by(noted, columns, file), path)
        except Problem:
            # Another program has changed the file since: what it says now counts.
            pass
    sets = [
        MultipleSet(name.lstrip("$"), label, members, _counted(counted) if dichotomy else None)
        for name, (label, members, counted, dichotomy) in stored.sets.items()
    ]
    known = {column.name for column in columns}
    sets = [one for one in sets if one.members and known.issuperset(one.members)]
    study = Study(path.stem, Text.of(title_of(stored.title, path.stem)))
    edits = edits_of(path, columns)

    def concluded() -> Dataset:
        return by_labels(columns, sets, study, file, options, edits)

    return beside_or(path, columns, concluded, fitting)


def _counted(value: object) -> float | str:
    """The value that a dichotomy counts: a number, unless it is a word."""
    number = parsed_number(str(value).strip())
    return str(value) if number is None else number


def _by(codebook: Codebook, columns: Sequence[Labelled], file: str) -> Dataset:
    texts = {
        flat.name.casefold()
        for flat in flat_columns(codebook, fitting)
        if flat.variable.type is VariableType.TEXT
    }
    by_name = {
        column.name: _restored(column) if column.name.casefold() in texts else column
        for column in columns
    }
    return by_codebook(codebook, flat_columns(codebook, fitting), by_name, file)


def _restored(column: Labelled) -> Labelled:
    """A column of texts as they were before `_protected` made them fit."""
    cells = column.values
    if not isinstance(cells, Cells):
        return column
    tokens = {token: int(reason) for reason, token in TOKENS.items()}
    reasons = np.array([tokens.get(cell, ANSWERED) for cell in (*cells.distinct, "")], np.int8)
    texts = merged_words(cells, lambda cell: unguarded(cell.removesuffix(KEEPER), formulas=False))
    merged = np.where(column.reasons == ANSWERED, reasons[cells.index], column.reasons)
    return Labelled(column.name, column.label, texts, merged.astype(np.int8), column.labels)


def labelled(stored: Stored) -> Labelled:
    """A stored column with its missing codes told from its answers, and dates as days."""
    values = stored.values
    low = np.array([low for low, _ in stored.ranges], object)
    high = np.array([high for _, high in stored.ranges], object)
    if isinstance(values, Cells):
        reasons = np.zeros(len(values.index), np.int8)
        absent: set[Any] = {str(one).rstrip() for one in low}
    else:
        reasons = blank_where_nan(values, Missing.LEFT_BLANK)
        low, high = low.astype(np.float64), high.astype(np.float64)
        seen = np.unique(values[_within(values, low, high)]).tolist()
        candidates = {*seen, *(value for value, _ in stored.labels)}
        absent = {one for one in candidates if _within(np.array([one]), low, high)[0]}
    labels = dict(stored.labels)
    codes = tuple(
        MissingCode(
            reason_of(labels.get(one, "")) or Missing.LEFT_BLANK,
            one,
            label=Text.of(labels.get(one, "")),
        )
        for one in sorted(absent)
    )
    column = Labelled(stored.name, stored.label, values, reasons)
    for code in codes:
        reasons[column.holds(code.value)] = code.reason
    kept = {value: words for value, words in labels.items() if value not in absent}
    kept |= {} if kept else _shown_labels(stored.shown)
    if not isinstance(values, Cells) and stored.shown.startswith(DATES):
        days = np.where(reasons == ANSWERED, values, 0.0) // DAY
        wild = np.abs(days) > FARTHEST
        reasons[wild] = Missing.LEFT_BLANK
        dates = EPOCH + np.where(wild, 0, days).astype("timedelta64[D]")
        return replace(column, values=dates, missing=codes, measure=stored.measure)
    span = next((one for start, one in CLOCKS.items() if stored.shown.startswith(start)), None)
    if isinstance(values, Cells) or kept or span is None:
        return replace(column, labels=kept, missing=codes, measure=stored.measure)
    times = in_words(stored.name, values, column.answered, span)
    return replace(column, missing=codes, measure=stored.measure, times=times)


def _shown_labels(shown: str) -> dict[float | str, str]:
    """What SPSS shows for the numbers of weekdays and months; empty for all other columns."""
    names = next((one for start, one in _NAMES.items() if shown.startswith(start)), ())
    return {float(number): name for number, name in enumerate(names, 1)}


def _within(
    values: npt.NDArray[np.float64], low: npt.NDArray[np.float64], high: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    found = np.zeros(len(values), bool)
    for one, other in zip(low, high, strict=True):
        found |= (values >= one) & (values <= other)
    return found


def _noted(notes: Sequence[str], file: str) -> Codebook | None:
    """The codebook in the document lines, None if there is none or it was damaged."""
    lines = [line.strip() for line in notes]
    if NOTE not in lines:
        return None
    packed = "".join(lines[lines.index(NOTE) + 1 :])
    try:
        inflater = zlib.decompressobj()
        source = inflater.decompress(base64.b64decode(packed, validate=True), LARGEST_CODEBOOK)
        return from_json(source.decode("ascii"), file)
    except (ValueError, zlib.error, Problem):
        return None


# -- writing -------------------------------------------------------------------------------------


def fitting(name: str) -> str:
    """A name as SPSS allows it: letters, digits and . _ @ # $, at most 64 bytes."""
    fit = "".join(letter if letter.isalnum() or letter in "._@#$" else "_" for letter in name)
    if not fit or not fit[0].isalpha():
        fit = f"v{fit}"
    fit = cut(fit, LONGEST_NAME)
    fit = re.sub(r"\.+$", "_", fit)
    return f"{fit}_" if fit.upper() in RESERVED else fit


def write(dataset: Dataset, path: Path) -> None:
    """Write the answers; raises a Problem for what SPSS can't hold."""
    file = str(path)
    require_writable(dataset.codebook, file)
    flats = flat_columns(dataset.codebook, fitting)
    data: dict[str, npt.NDArray[Any]] = {}
    labels: dict[str, dict[Any, str]] = {}
    missing: dict[str, Any] = {}
    formats: dict[str, str] = {}
    words = Phrasebook(dataset.codebook.study.language or "en", "table")
    for flat in flats:
        name = flat.name
        if flat.variable.type is VariableType.TEXT:
            data[name] = _texts(dataset, flat, file)
            continue
        if flat.category is None and any(one.word for one in flat.variable.categories):
            worded = worded_codes(dataset, flat, words)
            data[name], labels[name], missing[name] = worded.cells, worded.labels, worded.missing
            continue
        values, reasons = _numbers(dataset, flat, file)
        whole = with_missing(dataset, flat, values, reasons, words, file)
        data[name], missing[name] = whole.values, whole.ranges
        numbers = dataset.number_labels.get(flat.variable.name, {})
        labels[name] = value_labels(flat, words, numbers) | whole.labels
        if flat.variable.type is VariableType.DATE:
            formats[name] = "DATE11"
        elif flat.variable.type is not VariableType.NUMERIC:
            formats[name] = "F8.0"
    # pandas takes as long to import as all the rest together, and only writing .sav needs it.
    import pandas as pd  # noqa: PLC0415
    import pyreadstat  # noqa: PLC0415

    packing = path.suffix.lower() == ".zsav"
    packed = base64.b64encode(zlib.compress(to_json(dataset.codebook).encode(), 9)).decode()
    try:
        pyreadstat.write_sav(
            pd.DataFrame(data), file,
            file_label=cut(plain(dataset.codebook.study.title.source), LONGEST_NAME),
            column_labels=[column_label(flat) for flat in flats],
            row_compress=not packing,
            compress=packing,
            note=[NOTE, *(packed[at : at + 76] for at in range(0, len(packed), 76))],
            variable_value_labels=labels, missing_ranges=missing, variable_format=formats,
            variable_measure={flat.name: _measure(flat.variable) for flat in flats},
        )  # fmt: skip
    except Exception as error:  # noqa: BLE001  the writer raises several kinds
        raise Problem(
            "sav-unwritable",
            where=Where(file),
            found=message("The SPSS file can't be written ({error}).", error=str(error)[:200]),
            expected=message("names, labels and answers that SPSS can hold."),
            mend=message("Write Parquet or CSV instead."),
        ) from None
    # In .zsav the answers are found by offsets, which another record would shift.
    if not packing:
        path.write_bytes(with_sets(path.read_bytes(), _sets(flats)))


def _sets(flats: Sequence[Flat]) -> list[Dichotomies]:
    """The multiple variables as sets of their columns."""
    members: dict[str, list[str]] = {}
    for flat in flats:
        if flat.category is not None:
            members.setdefault(flat.variable.name, []).append(flat.name)
    labels = {flat.variable.name: plain(flat.variable.label.source) for flat in flats}
    taken: set[str] = set()
    sets = []
    for name, columns in members.items():
        fit = fitting(name)
        if fit.casefold() not in taken:
            taken.add(fit.casefold())
            sets.append(Dichotomies(fit, cut(labels[name], LONGEST_LABEL), tuple(columns)))
    return sets


def _measure(variable: Variable) -> str:
    if variable.type in {VariableType.NUMERIC, VariableType.DATE}:
        return "scale"
    return "ordinal" if variable.type is VariableType.ORDINAL else "nominal"


def _numbers(
    dataset: Dataset, flat: Flat, file: str
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int8]]:
    column = dataset.columns[flat.variable.name]
    if isinstance(column, Marks):
        marks = column.marks[flat.category]
        return marks.astype(np.float64), np.minimum(marks, ANSWERED)
    if isinstance(column, Coded):
        codes = np.array([category.code for category in flat.variable.categories] or [0], float)
        return codes[np.maximum(column.codes, 0)], column.reasons
    return _quantities(column, flat.variable, file), column.reasons


def _quantities(column: Values, variable: Variable, file: str) -> npt.NDArray[np.float64]:
    values = np.zeros(len(column))
    given = column.values[column.answered]
    if variable.type is VariableType.DATE:
        values[column.answered] = (given.astype("datetime64[D]") - EPOCH).astype(np.int64) * DAY
    else:
        values[column.answered] = finite(given.astype(np.float64), variable.name, file)
        if (np.abs(values) >= LARGEST_NUMBER).any():
            raise Problem(
                "number-unwritable",
                where=Where(file, name=variable.name),
                found=message("An answer is so large that SPSS reads it as missing."),
                expected=message("numbers whose size is below 1.79e308."),
                mend=message("Mend the answer, or write Parquet or CSV instead."),
            )
    return values


def _texts(dataset: Dataset, flat: Flat, file: str) -> npt.NDArray[np.object_]:
    column = cast("Values", dataset.columns[flat.variable.name])
    cells = np.empty(len(column), object)
    cells[:] = [
        _protected(text, flat.variable.name, file)
        if reason == ANSWERED
        else TOKENS[Missing(reason)]
        for text, reason in zip(column.values.tolist(), column.reasons.tolist(), strict=True)
    ]
    return cells


def _protected(text: str, name: str, file: str) -> str:
    require_text(text, name, file)
    cell = guarded(text, formulas=False)
    if cell.endswith((" ", KEEPER)):
        cell += KEEPER
    if len(cell.encode()) > LONGEST_TEXT:
        raise Problem(
            "text-too-long",
            where=Where(file, name=name),
            found=message("An answer has {count} bytes.", count=len(cell.encode())),
            expected=message(
                "at most {longest_text} bytes in an SPSS file.", longest_text=LONGEST_TEXT
            ),
            mend=message("Write Parquet or CSV instead."),
        )
    return cell


def _lost(dataset: Dataset) -> dict[str, tuple[MissingCode, ...]]:
    return {
        flat.variable.name: lost
        for flat in flat_columns(dataset.codebook, fitting)
        if flat.variable.name in dataset.missing_codes and (lost := _lost_of(dataset, flat))
    }


def _lost_of(dataset: Dataset, flat: Flat) -> tuple[MissingCode, ...]:
    given = dataset.codes_given(flat.variable)
    if any(one.word for one in flat.variable.categories):
        kept = frozenset(worded_own(dataset, flat.variable))
    elif flat.variable.type in {VariableType.TEXT, VariableType.DATE}:
        kept = frozenset()
    else:
        values, reasons = _numbers(dataset, flat, "")
        words = Phrasebook("en", "table")
        kept = with_missing(dataset, flat, values, reasons, words, "").kept
    return tuple(code for place, code in given.items() if place not in kept)


FORMAT = Format(
    "SPSS", (".sav", ".zsav"), recognises, read, write, COLUMNS | {"encoding"}, loses=_lost,
    labels_numbers=True,
)  # fmt: skip
