"""CSV files, with their codebook beside them: `answers.csv` and `answers.codebook.json`.

Written are codes, one row a respondent; a multiple variable has a column of 1 and 0 for each
category. How missing answers and texts that look like formulas are written: see dataset/cells.py.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from rundfrage.codebook import Codebook, Study
from rundfrage.codebook.json import to_json
from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import guarded, written
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import CELLS, COLUMNS, ROWS, Format, head
from rundfrage.dataset.files.sidecar import read_sidecar, sidecar
from rundfrage.dataset.flat import flat_columns, require_writable
from rundfrage.dataset.intake.conclude import conclude
from rundfrage.dataset.intake.cut_off import ends_within
from rundfrage.dataset.intake.dialect import read_text
from rundfrage.dataset.intake.edits import Edits
from rundfrage.dataset.intake.edits_file import read_edits, require_columns
from rundfrage.dataset.intake.exports.redcap_dictionary import dictionary_beside
from rundfrage.dataset.intake.first_row import said_of
from rundfrage.dataset.intake.followed import follow
from rundfrage.dataset.intake.one_column import cut_open
from rundfrage.dataset.intake.options import AS_IT_IS, TWICE, Options
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.twice_encoded import once_encoded
from rundfrage.locales import message
from rundfrage.text import Text

SUFFIXES = (".csv", ".tsv", ".txt")
CHUNK = 10_000
ENCODING = "utf-8-sig"
OF_TEXTS = frozenset(["encoding", "skip", "delimiter"])
_WORKBOOKS = frozenset([".xls", ".xlsx", ".xlsm", ".ods"])
"""Portals name texts so, because spreadsheets open them."""
_LOOKED = 65_536


def recognises(path: Path) -> bool:
    """True for a text that is named as a workbook; else its suffix decides.

    A text can begin with anything, but its first of several lines has cells.
    """
    if path.suffix.lower() not in _WORKBOOKS:
        return False
    start = head(path, _LOOKED)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode()
    line, *more = start.splitlines() or [b""]
    return bool(more) and b"\0" not in start and any(mark in line for mark in b",;\t|")


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given or beside the file, else by what they look like."""
    ledger = Ledger()
    if path.suffix.lower() in _WORKBOOKS:
        evidence = message("Its contents say so, whatever it is named.")
        ledger.conclude("file", "CSV", evidence)
    sheet = read_text(path, options, ledger)
    if ends_within(path, sheet.delimiter):
        ledger.doubt(
            message("The file ends within quotation marks: it may have been cut off."),
            message("Compare its last row with where it comes from, and export the answers again."),
        )
    return from_sheet(sheet, codebook or read_sidecar(path), path, options, ledger)


def from_sheet(
    sheet: Sheet, codebook: Codebook | None, path: Path, options: Options, ledger: Ledger
) -> Dataset:
    """The dataset of a sheet, whatever it was written as; `options` are those of the edits, too."""
    edits = read_edits(path)
    if codebook is None or options.encoding == TWICE:
        sheet = once_encoded(sheet, options, ledger)
    sheet = said_of(sheet, options, ledger)
    if codebook is None:
        if options.delimiter is None:
            # A block that was merely written out says nothing yet.
            said = [name for name, edit in edits.columns.items() if edit.sure is not False]
            sheet = cut_open(sheet, said, ledger)
        require_columns(edits, sheet.names, path)
        return _concluded(sheet, path, edits, options, ledger)

    def otherwise(sheet: Sheet) -> Dataset:
        return _concluded(sheet, path, edits, options, Ledger())

    return follow(sheet, codebook, str(path), otherwise, ledger, options)


def _concluded(sheet: Sheet, path: Path, edits: Edits, options: Options, ledger: Ledger) -> Dataset:
    """The dataset by what the sheet looks like, and what is said of its columns."""
    study = Study(path.stem, Text.of(edits.file.title or path.stem))
    dictionary = dictionary_beside(path, sheet.names)
    if dictionary is not None:
        evidence = message("It lies beside the file and names its columns.")
        ledger.conclude("codebook", dictionary.name, evidence, Certainty.SAID)
        edits = replace(edits, behind=dictionary.columns)
    return conclude(sheet, study, str(path), options, ledger, edits)


def write(dataset: Dataset, path: Path) -> None:
    """Write answers and codebook; raises a Problem for what a text file can't hold."""
    file = str(path)
    require_writable(dataset.codebook, file)
    with path.open("w", encoding=ENCODING, newline="") as stream:
        stream.write(heading(dataset.codebook))
        for line in lines(dataset, file):
            stream.write(line)
    write_sidecar(dataset.codebook, path)


def heading(codebook: Codebook) -> str:
    """The line with the names of the columns."""
    return "".join(_lines([[guarded(flat.name) for flat in flat_columns(codebook)]]))


def lines(dataset: Dataset, file: str) -> Iterator[str]:
    """A line each respondent; raises a Problem for what a text file can't hold."""
    cells = [written(dataset, flat, file) for flat in flat_columns(dataset.codebook)]
    for start in range(0, dataset.n, CHUNK):
        rows = [np.asarray(column[start : start + CHUNK]).tolist() for column in cells]
        yield from _lines(zip(*rows, strict=True))


def write_sidecar(codebook: Codebook, path: Path) -> None:
    """Write the codebook beside the file."""
    sidecar(path).write_text(to_json(codebook, indent=1) + "\n", encoding="utf-8")


class _Kept(list[str]):
    """Keeps each line that is written."""

    write = list[str].append


def _lines(rows: Iterable[Sequence[str]]) -> Sequence[str]:
    kept = _Kept()
    # Line breaks as in RFC 4180; with them, a lone CR or LF in a text is quoted too.
    csv.writer(kept, lineterminator="\r\n").writerows(rows)
    return kept


FORMAT = Format(
    "CSV",
    SUFFIXES,
    recognises,
    read,
    write,
    COLUMNS | ROWS | {"encoding", "skip", "delimiter"},
    CELLS,
)
