"""SPSS portable files (.por), read only: what SPSS wrote for other machines before .sav did."""

from __future__ import annotations

from pathlib import Path

from rundfrage.codebook import Codebook, Study
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import COLUMNS, Format, head
from rundfrage.dataset.files.sav import labelled
from rundfrage.dataset.files.sidecar import beside_or
from rundfrage.dataset.flat import flat_columns
from rundfrage.dataset.intake.labels import by_labels, edits_of, title_of
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.dataset.labelled import by_codebook
from rundfrage.dataset.readstat import load
from rundfrage.text import Text

MARK = b"SPSSPORT"
BEGINNING = 600
"""Bytes within which the mark stands: below headings and a table of letters."""


def recognises(path: Path) -> bool:
    """True if the mark of portable files stands near the beginning, on lines of 80 letters."""
    return MARK in head(path, BEGINNING).replace(b"\r", b"").replace(b"\n", b"")


def read(path: Path, codebook: Codebook | None, options: Options = AS_IT_IS) -> Dataset:
    """The answers, by the codebook given, else by labels and missing values as those of .sav."""
    stored = load(path, "por", options.encoding)
    columns = [labelled(one) for one in stored.columns]
    if codebook is not None:
        by_name = {column.name: column for column in columns}
        return by_codebook(codebook, flat_columns(codebook), by_name, str(path))
    study = Study(path.stem, Text.of(title_of(stored.title, path.stem)))
    edits = edits_of(path, columns)

    def concluded() -> Dataset:
        return by_labels(columns, (), study, str(path), options, edits)

    return beside_or(path, columns, concluded)


FORMAT = Format("SPSS portable", (".por",), recognises, read, takes=COLUMNS | {"encoding"})
