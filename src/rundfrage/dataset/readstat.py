"""SPSS and Stata files read in a process of their own.

The C library that reads them crashes on some broken files, and a crash must not take the program
along. So a child process reads the file and hands the columns over as an Arrow stream; if it dies,
the file is damaged and that is all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rundfrage.dataset.columns import ANSWERED, Reasons
from rundfrage.errors import Problem, Where
from rundfrage.locales import message

PATIENCE = 60.0
"""Seconds that any file may take, and one more for each of its megabytes."""

# What the child runs. It imports nothing of this package: only the readers and Arrow.
_CHILD = r'''
import json, sys
sys.path[:] = json.loads(sys.argv[3])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[4]),) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, OSError, ValueError):
    pass
import pyarrow as pa
import pyreadstat

def stored(values, words):
    """A column's numbers or words, and the letters of Stata's missing values."""
    if words:
        return pa.array(["" if one is None else str(one) for one in values], pa.string()), None
    letters = pa.array([one if isinstance(one, str) else None for one in values], pa.string())
    numbers = [None if isinstance(one, str) else one for one in values]
    return pa.array(numbers, pa.float64()), letters

read = {"sav": pyreadstat.read_sav, "dta": pyreadstat.read_dta}[sys.argv[1]]
last = None
for encoding in (None, "cp1252"):
    try:
        data, details = read(
            sys.argv[2], encoding=encoding, user_missing=True,
            disable_datetime_conversion=True, output_format="dict",
        )
        known = details.readstat_variable_types
        arrays, facts = [], []
        for name in details.column_names:
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
    Stata's missing values, "" elsewhere; `labels` and `ranges` as the file has them; `shown` is
    the format the values are shown in.
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
    """A file's columns, and what it says of itself; `sets` are SPSS's multiple-response sets."""

    columns: tuple[Stored, ...]
    sets: Mapping[str, tuple[str, tuple[str, ...], str | None, bool]]
    title: str
    notes: tuple[str, ...]


def load(path: Path, kind: str) -> StoredFile:
    """The columns of an SPSS ("sav") or Stata ("dta") file; raises a Problem if it is damaged."""
    size = path.stat().st_size
    memory = max(8 << 30, 60 * size)
    command = [
        sys.executable, "-c", _CHILD, kind, str(path.absolute()), json.dumps(sys.path), str(memory),
    ]  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603  the program is our own, the path an argument
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE + size / 1e6,
        )
    except subprocess.TimeoutExpired:
        raise _damaged(path, message("reading it doesn't come to an end")) from None
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        reason = (
            words[-1][:200] if words and done.returncode > 0 else message("its reader breaks off")
        )
        raise _damaged(path, reason)
    try:
        return _opened(done.stdout)
    except (pa.ArrowException, ValueError, KeyError, OSError) as error:
        raise _damaged(path, str(error)[:200]) from None


def _damaged(path: Path, reason: str) -> Problem:
    return Problem(
        "file-damaged",
        where=Where(str(path)),
        found=message("The file can't be read: {reason}.", reason=reason),
        expected=message("a whole file."),
        mend=message("Export the file again."),
    )


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
    return StoredFile(tuple(columns), sets, account["title"], tuple(account["notes"]))


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
