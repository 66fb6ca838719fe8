"""CSV files, with their codebook beside them: `answers.csv` and `answers.codebook.json`.

Written are codes, one row a respondent; a multiple variable has a column of 1 and 0 for each
category. How missing answers and texts that look like formulas are written: see dataset/cells.py.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rundfrage.codebook import Codebook, Study
from rundfrage.codebook.json import from_file, to_json
from rundfrage.dataset.cells import Cells, guarded, unguarded, written
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.decoding import read_cells
from rundfrage.dataset.delimited import read_delimited
from rundfrage.dataset.files.format import Format, head
from rundfrage.dataset.flat import flat_columns, require_writable
from rundfrage.dataset.headings import heading
from rundfrage.dataset.inference import infer
from rundfrage.dataset.renaming import renamed
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.text import Text

SUFFIXES = (".csv", ".tsv", ".txt")
BINARY = (b"PK\x03\x04", b"PAR1", b"$FL2", b"$FL3", b"\xd0\xcf\x11\xe0", b"<stata_dta>")
CHUNK = 100_000


def sidecar(path: Path) -> Path:
    """Where the codebook of a file lies: beside it."""
    return path.with_name(f"{path.stem}.codebook.json")


def read_sidecar(path: Path) -> Codebook | None:
    """The codebook beside the file, None if there is none."""
    beside = sidecar(path)
    return from_file(beside) if beside.exists() else None


def is_text(path: Path) -> bool:
    """True if the file is named as text and doesn't begin like another format."""
    return path.suffix.lower() in SUFFIXES and not head(path).startswith(BINARY)


def require_names(names: Sequence[str], file: Path) -> None:
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


def read(path: Path, codebook: Codebook | None) -> Dataset:
    """The answers, by the codebook given or beside the file, else by what they look like."""
    columns, delimiter = read_delimited(path)
    codebook = codebook or read_sidecar(path)
    return from_cells(columns, codebook, path, comma=delimiter == ";")


def from_cells(
    columns: Sequence[Cells], codebook: Codebook | None, path: Path, *, comma: bool
) -> Dataset:
    """The dataset of a sheet's columns, whatever the sheet was; `comma` reads 1,5 as a number."""
    named = [
        Cells(name, cells.distinct, cells.index)
        for number, cells in enumerate(columns, 1)
        if (name := _name(cells, number))
    ]
    require_names([cells.name for cells in named], path)
    headings = [heading(cells.name) for cells in named]
    if codebook is not None:
        return read_cells(codebook, renamed(codebook, headings, named), str(path))
    return infer(headings, named, Study(path.stem, Text.of(path.stem)), str(path), comma=comma)


def _name(cells: Cells, number: int) -> str:
    """The column's name; an unnamed column is left out if it is empty or counts the rows."""
    name = unguarded(cells.name.strip("\ufeff ")).strip()
    if name:
        return name
    counting = len(cells.distinct) == len(cells.index) and all(
        word.isdecimal() for word in cells.distinct
    )
    return "" if counting or not any(cells.distinct) else f"column_{number}"


def write(dataset: Dataset, path: Path) -> None:
    """Write answers and codebook; raises a Problem for what a text file can't hold."""
    file = str(path)
    require_writable(dataset, file)
    columns = flat_columns(dataset.codebook)
    cells = [written(dataset, flat, file) for flat in columns]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        # Line breaks as in RFC 4180; with them, a lone CR or LF in a text is quoted too.
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([guarded(flat.name) for flat in columns])
        for start in range(0, dataset.n, CHUNK):
            rows = [np.asarray(column[start : start + CHUNK]).tolist() for column in cells]
            writer.writerows(zip(*rows, strict=True))
    sidecar(path).write_text(to_json(dataset.codebook, indent=1) + "\n", encoding="utf-8")


FORMAT = Format("CSV", SUFFIXES, is_text, read, write)
