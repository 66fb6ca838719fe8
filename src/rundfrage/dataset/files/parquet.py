"""Parquet files, their codebook in the schema's metadata under the key `rundfrage`.

A coded variable is a column of codes, a multiple one a column of true and false for each
category; texts, numbers and dates are what they are. Where an answer is missing the column is
null; a column `variable.missing` says why, if anybody's answer is missing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import parquet as arrow_parquet

from rundfrage.codebook import Codebook, Missing, Study, Variable, VariableType
from rundfrage.codebook.json import from_json, to_json
from rundfrage.dataset import arrow
from rundfrage.dataset.cells import Cells, require_text
from rundfrage.dataset.clock import Span, in_words
from rundfrage.dataset.columns import ANSWERED, Coded, Marks, Reasons, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import Format, head
from rundfrage.dataset.files.sidecar import beside_or, by_its_own, read_sidecar
from rundfrage.dataset.flat import finite, flat_columns, require_writable
from rundfrage.dataset.intake.labels import by_labels, edits_of
from rundfrage.dataset.intake.numbers import LARGEST
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.labelled import Labelled, by_codebook
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.reading import damaged
from rundfrage.text import Text

KEY = b"rundfrage"
ENDING = ".missing"
_LONG = 64
"""Whole numbers of fewer bits are short."""
_WIDE = 2**31
"""Codes from here on, and below its negative, take 64 bits."""
WORDS = [reason.word for reason in Missing]


def recognises(path: Path) -> bool:
    """True if the file begins as Parquet files do."""
    return head(path, 4) == b"PAR1"


def _reason_names(codebook: Codebook) -> dict[str, str]:
    """The column of reasons of each variable, named so that it meets no other column."""
    taken = {flat.name.casefold() for flat in flat_columns(codebook)}
    names = {}
    for variable in codebook.variables:
        name = f"{variable.name}{ENDING}"
        while name.casefold() in taken:
            name = f"{name}_"
        taken.add(name.casefold())
        names[variable.name] = name
    return names


# -- writing -------------------------------------------------------------------------------------


def write(dataset: Dataset, path: Path) -> None:
    """Write the answers and their codebook; raises a Problem for what Parquet can't hold."""
    require_writable(dataset.codebook, str(path))
    reason_names = _reason_names(dataset.codebook)
    columns: dict[str, pa.Array] = {}
    last: Variable | None = None
    for flat in flat_columns(dataset.codebook):
        variable = flat.variable
        column = dataset.columns[variable.name]
        reasons = column.reasons
        absent = reasons != ANSWERED
        if isinstance(column, Marks):
            columns[flat.name] = pa.array(column.marks[flat.category] > 0, mask=absent)
        elif isinstance(column, Coded):
            codes = _codes(variable, str(path))
            columns[flat.name] = pa.array(codes[np.maximum(column.codes, 0)], mask=absent)
        else:
            columns[flat.name] = _values(variable, column, absent, str(path))
        if absent.any() and variable is not last:
            index = pa.array((-1 - reasons).astype(np.int8), mask=~absent)
            columns[reason_names[variable.name]] = pa.DictionaryArray.from_arrays(index, WORDS)
        last = variable
    table = pa.table(columns).replace_schema_metadata({KEY: to_json(dataset.codebook)})
    arrow_parquet.write_table(table, str(path), compression="snappy")


def _codes(variable: Variable, file: str) -> npt.NDArray[np.integer[Any]]:
    """The codes of the categories in their order; a column without any gets one."""
    codes = [category.code for category in variable.categories] or [0]
    try:
        wide = np.array(codes, np.int64)
    except OverflowError:
        raise Problem(
            "code-too-large",
            where=Where(file, name=variable.name),
            found=message("A code of an answer is too large."),
            expected=message("codes that a whole number of 64 bits can hold."),
            mend=message("Write the answers in another format, or give the answer another code."),
        ) from None
    return wide.astype(np.int32) if wide.min() >= -_WIDE and wide.max() < _WIDE else wide


def _values(
    variable: Variable, column: Values, absent: npt.NDArray[np.bool_], file: str
) -> pa.Array:
    if variable.type is VariableType.TEXT:
        for text in column.values[column.answered]:
            require_text(text, variable.name, file)
        return pa.array(column.values, pa.string(), mask=absent)
    if variable.type is VariableType.DATE:
        days = column.values.astype("datetime64[D]")
        return pa.array(np.where(absent, np.datetime64(0, "D"), days), pa.date32(), mask=absent)
    finite(column.values[column.answered].astype(np.float64), variable.name, file)
    return pa.array(column.values, pa.float64(), mask=absent)


# -- reading -------------------------------------------------------------------------------------


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given, in the file or beside it, else by the columns' types."""
    file = str(path)
    try:
        words = [one.name for one in arrow_parquet.read_schema(path) if _worded(one.type)]
        # Not read_table, which loads pandas first.
        with arrow_parquet.ParquetFile(path, read_dictionary=words) as stored_file:
            table = stored_file.read()
        table.validate(full=True)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise damaged("file-damaged", file, error) from None
    _require_names(table.column_names, path)
    if codebook is not None:
        return from_arrow(codebook, table, file)
    stored = (table.schema.metadata or {}).get(KEY)
    if stored is not None:
        dataset = from_arrow(from_json(stored.decode("utf-8", "replace"), file), table, file)
        return by_its_own(dataset, path)
    columns = [_labelled(name, table.column(name)) for name in table.column_names]
    edits = edits_of(path, columns)

    def concluded() -> Dataset:
        return by_labels(columns, (), Study(path.stem, Text.of(path.stem)), file, options, edits)

    return beside_or(path, columns, concluded)


def _require_names(names: Sequence[str], file: Path) -> None:
    """Raise a Problem if two columns have the same name, without regard to case."""
    seen: dict[str, int] = {}
    for number, name in enumerate(names, 1):
        first = seen.setdefault(name.casefold(), number)
        if first != number:
            raise Problem(
                "column-named-twice",
                where=Where(str(file), name=name),
                found=message(
                    "Columns {first} and {number} have the same name.", first=first, number=number
                ),
                expected=message("names that differ in more than case."),
                mend=message("Rename one of the columns."),
            )


def stored_columns(codebook: Codebook, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Which of the columns `names` hold each variable: its own, then that of reasons if any.

    Raises a Problem for a variable that has none.
    """
    known = {name.casefold(): name for name in names}
    found: dict[str, tuple[str, ...]] = {variable.name: () for variable in codebook.variables}
    for flat in flat_columns(codebook):
        stored = known.get(flat.name.casefold())
        if stored is None:
            raise Problem(
                "column-absent",
                where=Where(name=flat.name),
                found=message("There is no column {name}.", name=flat.name),
                expected=message("a column for each variable of the codebook."),
                mend=message("Take the codebook that fits the answers."),
            )
        found[flat.variable.name] += (stored,)
    for name, reasons in _reason_names(codebook).items():
        stored = known.get(reasons.casefold())
        found[name] += () if stored is None else (stored,)
    return found


def from_arrow(
    codebook: Codebook, table: pa.Table, file: str, whole: Codebook | None = None
) -> Dataset:
    """The answers in a table laid out as Parquet files are here; `file` tells problems of it.

    If the table is a part of one, `whole` is the codebook that named its columns.
    """
    named = whole or codebook
    flats = [flat for flat in flat_columns(named) if flat.variable.name in codebook]
    reason_names = _reason_names(named)
    known = {name.casefold(): name for name in table.column_names}
    columns: dict[str, Labelled] = {}
    reasons: dict[str, Reasons | None] = {}
    for flat in flats:
        stored = known.get(flat.name.casefold())
        if stored is None:
            continue
        name = flat.variable.name
        if name not in reasons:
            place = known.get(reason_names[name].casefold())
            reasons[name] = None if place is None else _reasons(table.column(place), name, file)
        columns[flat.name] = _column(flat.name, table.column(stored), reasons[name])
    return by_codebook(codebook, flats, columns, file)


def stored_codebook(path: Path) -> Codebook | None:
    """The codebook within a Parquet file or beside it; None if there is none."""
    try:
        metadata = arrow_parquet.read_schema(path).metadata or {}
    except (pa.ArrowException, OSError) as error:
        raise damaged("file-damaged", path, error) from None
    stored = metadata.get(KEY)
    if stored is not None:
        return from_json(stored.decode("utf-8", "replace"), str(path))
    return read_sidecar(path)


def _reasons(column: pa.ChunkedArray, name: str, file: str) -> Reasons:
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    coded = column.unify_dictionaries().combine_chunks()
    words = coded.dictionary.to_pylist()
    if not set(words) <= set(WORDS):
        raise Problem(
            "reason-unknown",
            where=Where(file, name=name),
            found=message("Its column of reasons holds something else than reasons."),
            expected=message("one of {words}.", words=", ".join(WORDS)),
            mend=message("Write the file again."),
        )
    # The last entry is for those without a reason: they have an answer.
    reasons = np.array([*(Missing.from_word(word) for word in words), ANSWERED], np.int8)
    found: Reasons = reasons[arrow.whole(coded.indices.cast(pa.int32()), len(words))]
    return found


def _labelled(name: str, column: pa.ChunkedArray) -> Labelled:
    """A column of another program; true and false say by themselves what they are.

    So do categories that have an order. Whole numbers too long for a float are words.
    """
    if pa.types.is_dictionary(column.type) and column.type.ordered and len(column):
        return _ordered(name, column)
    if pa.types.is_integer(column.type) and _too_long(column):
        column = column.cast(pa.string())
    found = _column(name, column)
    truth = pa.types.is_boolean(column.type)
    return replace(found, labels={0.0: "false", 1.0: "true"}) if truth else found


def _column(name: str, column: pa.ChunkedArray, reasons: Reasons | None = None) -> Labelled:
    blank = arrow.absent(column)
    why = np.full(len(blank), Missing.LEFT_BLANK, np.int8)
    if reasons is not None:
        why = np.where(reasons < ANSWERED, reasons, why)
    kind = column.type
    if pa.types.is_dictionary(kind) and not _worded(kind.value_type):
        column, kind = column.cast(kind.value_type), kind.value_type
    values: npt.NDArray[np.float64] | Cells | npt.NDArray[np.datetime64]
    times: Cells | None = None
    if pa.types.is_boolean(kind):
        values = arrow.floats(column.cast(pa.int8()))
    elif pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        values = arrow.floats(column)
        blank = blank | (np.isnan(values) if reasons is None else ~np.isfinite(values))
    elif pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        values = arrow.days(column)
    elif pa.types.is_time(kind) or pa.types.is_duration(kind):
        values = arrow.seconds(column)
        span = Span.TIME if pa.types.is_time(kind) else Span.DURATION
        times = in_words(name, values, ~blank, span, seconds=True)
    elif _worded(kind) or pa.types.is_dictionary(kind):
        values = Cells.of_arrow(name, column)
    else:
        words = ["" if value is None else _written(value) for value in column.to_pylist()]
        values = Cells.of(name, words)
    answered = np.where(blank, why, ANSWERED).astype(np.int8)
    return Labelled(name, "", values, answered, times=times)


def _ordered(name: str, column: pa.ChunkedArray) -> Labelled:
    """A column of categories in an order, which their codes have from 1 on."""
    coded = column.unify_dictionaries().combine_chunks()
    words = coded.dictionary.cast(pa.string()).to_pylist()
    codes = arrow.floats(coded.indices) + 1
    blank = np.where(np.isnan(codes), np.int8(Missing.LEFT_BLANK), np.int8(ANSWERED))
    labels: dict[float | str, str] = {float(code): word or "" for code, word in enumerate(words, 1)}
    return Labelled(name, "", codes, blank, labels, measure="ordinal")


def _too_long(column: pa.ChunkedArray) -> bool:
    """True for whole numbers of which some are too long for a float: identifiers, by their size."""
    if column.type.bit_width < _LONG:
        return False
    # Where a number is absent anything may stand, though hardly ever anything but 0.
    seen = arrow.stored(column, np.dtype(column.type.to_pandas_dtype()))
    if not len(seen) or -LARGEST < int(seen.min()) <= int(seen.max()) < LARGEST:
        return False
    return bool((np.abs(arrow.floats(column)) >= LARGEST).any())


def _written(value: object) -> str:
    """A value that is no plain one as it stands in a cell: a list as JSON writes it."""
    if isinstance(value, list) and all(isinstance(one, (str, int, float)) for one in value):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _worded(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


FORMAT = Format("Parquet", (".parquet", ".pq"), recognises, read, write)
