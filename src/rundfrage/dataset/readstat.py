"""SPSS, SAS and Stata files read in a process of their own, since broken ones crash their reader.

Large files are read by several processes, each a part of the rows. They hand the columns over as
Arrow streams. A *catalogue* is the file in which SAS
keeps value labels, apart from the answers, under the name of the format they are shown in.

Stata up to release 13 doesn't say how its letters are written. Such a file is read *raw*, as if
each byte were a letter, and its words are put right when their encoding is known.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from mmap import mmap
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.dataset.apart import read_apart
from rundfrage.dataset.arrow import floats
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.columns import ANSWERED, Reasons
from rundfrage.reading import damaged

PART = 1 << 23
"""Bytes of a file that are worth a process of their own."""
_MOST_PARTS = 4
_DIVISIBLE = ("sav", "dta", "sas7bdat")
MEMORY = 8 << 30
"""Bytes that the reader of any file may take."""

# What the child runs. It imports nothing of this package: only the readers and Arrow, and pandas,
# which Arrow would import but has no use for here, not at all.
_CHILD = r'''
import gc
import os

class WithoutPandas:
    """Finds every module but pandas, which Arrow then does without."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "pandas":
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, WithoutPandas)
from functools import partial
import pyarrow as pa
import pyreadstat
from pyreadstat.pyreadstat import parser_entry_point

# The answers are numbers and words in lists: looking through them for circles takes longer than
# reading them.
gc.disable()

def stored(values, words):
    """A column's numbers or words, and the letters of its missing values."""
    if words:
        texts = ["" if one is None else str(one) for one in values]
        return pa.array(texts, pa.string()).dictionary_encode(), pa.nulls(len(values))
    try:
        return pa.array(values, pa.float64()), pa.nulls(len(values))
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        letters = [one if isinstance(one, str) else None for one in values]
        numbers = [None if isinstance(one, str) else one for one in values]
        letters = pa.array(letters, pa.string()).dictionary_encode()
        return pa.array(numbers, pa.float64()), letters

path, kind, part, parts = sys.argv[1], sys.argv[4], int(sys.argv[5]), int(sys.argv[6])
as_stored = {"user_missing": True, "disable_datetime_conversion": True}
read = {
    "sav": partial(pyreadstat.read_sav, **as_stored),
    "dta": partial(pyreadstat.read_dta, **as_stored),
    "sas7bdat": partial(pyreadstat.read_sas7bdat, **as_stored),
    # Their own functions can't tell missing values apart; what these call can.
    "por": partial(parser_entry_point, parser_format="por", **as_stored),
    "xpt": partial(parser_entry_point, parser_format="xport", **as_stored),
    "sas7bcat": pyreadstat.read_sas7bcat,
}[kind]
def long_texts(details):
    """Texts that Stata keeps apart: their reader takes them for UTF-8, whatever they are."""
    return [name for name in details.column_names
            if details.readstat_variable_types[name] == "string"
            and not details.variable_storage_width[name]]

last = None
for encoding in sys.argv[7:] or (None, "cp1252"):
    try:
        unread = []
        rows = {}
        if parts > 1:
            _, details = read(path, encoding=encoding, output_format="dict", metadataonly=True)
            count = details.number_rows
            # Of a file that doesn't say how many rows it has, the first process reads all.
            first, last = (count or 0) * part // parts, (count or 0) * (part + 1) // parts
            rows = {"row_offset": first, "row_limit": last - first}
            rows = rows if count else {} if part == 0 else {"metadataonly": True}
        try:
            data, details = read(path, encoding=encoding, output_format="dict", **rows)
        except UnicodeDecodeError:
            _, details = read(path, encoding=encoding, output_format="dict", metadataonly=True)
            unread = long_texts(details)
            kept = [name for name in details.column_names if name not in unread]
            if not unread or not kept:
                raise
            data, _ = read(path, encoding=encoding, output_format="dict", usecols=kept, **rows)
            data |= {name: [""] * len(data[kept[0]]) for name in unread}
        known = details.readstat_variable_types
        arrays, facts = [], []
        for name in details.column_names if kind != "sas7bcat" else ():
            arrays += stored(data[name], known[name] == "string")
            labels = details.variable_value_labels.get(name) or {}
            facts.append({
                "name": name or "",
                "label": details.column_names_to_labels.get(name) or "",
                "labels": [[value, str(words)] for value, words in labels.items()],
                "ranges": details.missing_ranges.get(name) or [],
                "measure": (details.variable_measure or {}).get(name) or "unknown",
                "shown": details.original_variable_types.get(name) or "",
            })
        sets = {
            name: [one.get("label") or "", list(one["variable_list"]), one.get("counted_value"),
                   bool(one.get("is_dichotomy"))]
            for name, one in (details.mr_sets or {}).items()
        }
        break
    except Exception as error:
        last = error
else:
    sys.exit(str(last)[:500])
account = json.dumps({
    "columns": facts, "sets": sets, "title": details.file_label or "",
    "notes": list(details.notes or []), "unread": unread,
    "catalogue": {
        name: [[value, str(words)] for value, words in labels.items()]
        for name, labels in (details.value_labels if kind == "sas7bcat" else {}).items()
    },
})
table = pa.Table.from_arrays(arrays, names=[str(place) for place in range(len(arrays))])
table = table.replace_schema_metadata({"account": account})
with pa.ipc.new_stream(sys.stdout.buffer, table.schema) as stream:
    stream.write_table(table)
sys.stdout.buffer.flush()
# Putting millions of answers away one by one takes as long as reading some.
os._exit(0)
'''


@dataclass(frozen=True, eq=False)
class Stored:
    """One column as the file stores it.

    `values` are float64 (NaN where system-missing), shape (n,), or cells of words; `letters` are
    those of missing values of Stata and SAS, "" elsewhere; `labels` and `ranges` as the file has
    them; `shown` is the format the values are shown in.
    """

    name: str
    label: str
    values: npt.NDArray[np.float64] | Cells
    letters: Cells
    labels: tuple[tuple[float | str, str], ...]
    ranges: tuple[tuple[float | str, float | str], ...]
    measure: str
    shown: str


@dataclass(frozen=True)
class StoredFile:
    """A file's columns, and what it says of itself.

    `sets` are SPSS's multiple-response sets, `catalogue` the value labels of each format of SAS.
    `unread` are columns of long texts that can't be read, and have no answers therefore.
    """

    columns: tuple[Stored, ...]
    sets: Mapping[str, tuple[str, tuple[str, ...], str | None, bool]]
    title: str
    notes: tuple[str, ...]
    catalogue: Mapping[str, tuple[tuple[float | str, str], ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


def load(path: Path, kind: str, encoding: str | None = None) -> StoredFile:
    """The columns of a file, whose kind is "sav", "por", "dta", "sas7bdat", "xpt" or "sas7bcat".

    Its letters are read by `encoding`, by what the file says without one. Raises a Problem if it is
    damaged.
    """
    wanted = [encoding] if encoding else []
    size = path.stat().st_size if kind in _DIVISIBLE else 0
    parts = max(1, min(size // PART, os.cpu_count() or 1, _MOST_PARTS))

    def stream(part: int) -> mmap | bytes:
        return read_apart(_CHILD, path, MEMORY, kind, str(part), str(parts), *wanted)

    with ThreadPoolExecutor(parts) as pool:
        streams = list(pool.map(stream, range(parts)))
    try:
        return _opened(streams)
    except (pa.ArrowException, ValueError, KeyError, OSError) as error:
        raise damaged("file-damaged", path, str(error)[:200]) from None


def _opened(streams: Sequence[mmap | bytes]) -> StoredFile:
    tables = [pa.ipc.open_stream(pa.py_buffer(stream)).read_all() for stream in streams]
    account: dict[str, Any] = json.loads(tables[0].schema.metadata[b"account"])
    # A part of a column may hold no letter of a missing value, and another part some.
    table = pa.concat_tables(tables, promote_options="permissive")
    names = [facts["name"] for facts in account["columns"]]
    if not all(names) or len(set(names)) < len(names):
        raise ValueError("its columns have no names of their own")
    columns = []
    for place, facts in enumerate(account["columns"]):
        array, letters = table.column(2 * place), table.column(2 * place + 1)
        columns.append(
            Stored(
                facts["name"], facts["label"], _numbers_or_words(facts["name"], array),
                _words(facts["name"], letters),
                tuple((value, words) for value, words in facts["labels"]),
                tuple(_range(one) for one in facts["ranges"]),
                facts["measure"], facts["shown"],
            )
        )  # fmt: skip
    sets = {
        name: (label, tuple(members), counted, dichotomy)
        for name, (label, members, counted, dichotomy) in account["sets"].items()
    }
    catalogue = {
        name: tuple((value, words) for value, words in labels)
        for name, labels in account["catalogue"].items()
    }
    return StoredFile(
        tuple(columns), sets, account["title"], tuple(account["notes"]), catalogue,
        tuple(account["unread"]),
    )  # fmt: skip


def _range(one: Any) -> tuple[float | str, float | str]:  # noqa: ANN401  as the reader has it
    return (one["lo"], one["hi"]) if isinstance(one, dict) else (one, one)


def _numbers_or_words(name: str, array: pa.ChunkedArray) -> npt.NDArray[np.float64] | Cells:
    if pa.types.is_dictionary(array.type):
        return _words(name, array)
    return floats(array)


def _words(name: str, array: pa.ChunkedArray) -> Cells:
    if pa.types.is_null(array.type):
        return Cells(name, ("",), np.zeros(len(array), np.int32))
    return Cells.of_arrow(name, array)


def blank_where_nan(values: npt.NDArray[np.float64], blank: int) -> Reasons:
    """`blank` where there is no number, else 0; shape (n,)."""
    return np.where(np.isnan(values), blank, ANSWERED).astype(np.int8)
