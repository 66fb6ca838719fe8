"""SPSS, SAS and Stata files read in a process of their own, since broken ones crash their reader.

The child process hands the columns over as an Arrow stream. A *catalogue* is the file in which SAS
keeps value labels, apart from the answers, under the name of the format they are shown in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.dataset.apart import damaged, read_apart
from rundfrage.dataset.columns import ANSWERED, Reasons

MEMORY = 8 << 30
"""Bytes that the reader of any file may take."""

# What the child runs. It imports nothing of this package: only the readers and Arrow.
_CHILD = r'''
from functools import partial
import pyarrow as pa
import pyreadstat
from pyreadstat.pyreadstat import parser_entry_point

def stored(values, words):
    """A column's numbers or words, and the letters of its missing values."""
    if words:
        return pa.array(["" if one is None else str(one) for one in values], pa.string()), None
    letters = pa.array([one if isinstance(one, str) else None for one in values], pa.string())
    numbers = [None if isinstance(one, str) else one for one in values]
    return pa.array(numbers, pa.float64()), letters

path, kind = sys.argv[1], sys.argv[4]
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
last = None
for encoding in (None, "cp1252"):
    try:
        data, details = read(path, encoding=encoding, output_format="dict")
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
rows = len(arrays[0]) if arrays else 0
arrays = [pa.nulls(rows) if array is None else array for array in arrays]
account = json.dumps({
    "columns": facts, "sets": sets, "title": details.file_label or "",
    "notes": list(details.notes or []),
    "catalogue": {
        name: [[value, str(words)] for value, words in labels.items()]
        for name, labels in (details.value_labels if kind == "sas7bcat" else {}).items()
    },
})
table = pa.Table.from_arrays(arrays, names=[str(place) for place in range(len(arrays))])
table = table.replace_schema_metadata({"account": account})
with pa.ipc.new_stream(sys.stdout.buffer, table.schema) as stream:
    stream.write_table(table)
'''


@dataclass(frozen=True, eq=False)
class Stored:
    """One column as the file stores it.

    `values` are float64 (NaN where system-missing) or str, shape (n,); `letters` are those of
    missing values of Stata and SAS, "" elsewhere; `labels` and `ranges` as the file has them;
    `shown` is the format the values are shown in.
    """

    name: str
    label: str
    values: npt.NDArray[np.float64] | npt.NDArray[np.object_]
    letters: npt.NDArray[np.object_]
    labels: tuple[tuple[float | str, str], ...]
    ranges: tuple[tuple[float | str, float | str], ...]
    measure: str
    shown: str

    @property
    def is_text(self) -> bool:
        """True if the column holds words."""
        return self.values.dtype.kind == "O"


@dataclass(frozen=True)
class StoredFile:
    """A file's columns, and what it says of itself.

    `sets` are SPSS's multiple-response sets, `catalogue` the value labels of each format of SAS.
    """

    columns: tuple[Stored, ...]
    sets: Mapping[str, tuple[str, tuple[str, ...], str | None, bool]]
    title: str
    notes: tuple[str, ...]
    catalogue: Mapping[str, tuple[tuple[float | str, str], ...]] = field(default_factory=dict)


def load(path: Path, kind: str) -> StoredFile:
    """The columns of a file, whose kind is "sav", "por", "dta", "sas7bdat", "xpt" or "sas7bcat".

    Raises a Problem if it is damaged.
    """
    stream = read_apart(_CHILD, path, MEMORY, kind)
    try:
        return _opened(stream)
    except (pa.ArrowException, ValueError, KeyError, OSError) as error:
        raise damaged(path, str(error)[:200]) from None


def _opened(stream: bytes) -> StoredFile:
    table = pa.ipc.open_stream(stream).read_all()
    account: dict[str, Any] = json.loads(table.schema.metadata[b"account"])
    names = [facts["name"] for facts in account["columns"]]
    if not all(names) or len(set(names)) < len(names):
        raise ValueError("its columns have no names of their own")
    columns = []
    for place, facts in enumerate(account["columns"]):
        array, letters = table.column(2 * place), table.column(2 * place + 1)
        columns.append(
            Stored(
                facts["name"], facts["label"], _numbers_or_words(array), _words(letters),
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
    return StoredFile(tuple(columns), sets, account["title"], tuple(account["notes"]), catalogue)


def _range(one: Any) -> tuple[float | str, float | str]:  # noqa: ANN401  as the reader has it
    return (one["lo"], one["hi"]) if isinstance(one, dict) else (one, one)


def _numbers_or_words(
    array: pa.ChunkedArray,
) -> npt.NDArray[np.float64] | npt.NDArray[np.object_]:
    if pa.types.is_string(array.type):
        return _words(array)
    return np.asarray(array.fill_null(np.nan).to_numpy(), np.float64).copy()


def _words(array: pa.ChunkedArray) -> npt.NDArray[np.object_]:
    words = np.empty(len(array), object)
    if pa.types.is_null(array.type):
        words[:] = ""
    else:
        words[:] = array.fill_null("").to_pylist()
    return words


def blank_where_nan(values: npt.NDArray[np.float64], blank: int) -> Reasons:
    """`blank` where there is no number, else 0; shape (n,)."""
    return np.where(np.isnan(values), blank, ANSWERED).astype(np.int8)
