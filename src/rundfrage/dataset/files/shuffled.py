"""Answers that come part by part, written as one file with its respondents in random order.

A text is written row by row: its rows wait in as many files as there are heaps, each in one drawn
at random, and each heap is shuffled in its turn. So memory holds a part and a heap, however many
rows come, and every order is as likely as any other. Other formats are made of the whole dataset.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook
from rundfrage.dataset.columns import Coded, Column, Marks, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files import csv
from rundfrage.dataset.flat import require_writable

HEAPS = 64
_BETWEEN = b"\0"
"""Stands between rows; no text that can be written holds it."""


class Shuffled(Protocol):
    """A file to be."""

    def add(self, part: Dataset) -> None:
        """Take these rows; raises a Problem for what the format can't hold."""
        ...

    def finish(self) -> None:
        """Write the file; raises a Problem for what the format can't hold."""
        ...


class ShuffledText:
    """Takes rows into heaps, which lie in a folder of their own until they are written."""

    def __init__(self, codebook: Codebook, path: Path, heaps: Path) -> None:
        require_writable(codebook, str(path))
        self._codebook = codebook
        self._path = path
        self._heaps = heaps

    def add(self, part: Dataset) -> None:
        """See Shuffled."""
        heaps: defaultdict[int, list[bytes]] = defaultdict(list)
        drawn = os.urandom(part.n)
        for line, byte in zip(csv.lines(part, str(self._path)), drawn, strict=True):
            heaps[byte % HEAPS].append(line.encode())
        for heap, rows in heaps.items():
            with (self._heaps / str(heap)).open("ab") as stream:
                stream.write(_BETWEEN.join([*rows, b""]))

    def finish(self) -> None:
        """See Shuffled."""
        with self._path.open("wb") as stream:
            stream.write(csv.heading(self._codebook).encode(csv.ENCODING))
            for heap in self._heaps.iterdir():
                rows = heap.read_bytes().split(_BETWEEN)[:-1]
                stream.writelines(rows[place] for place in random_order(len(rows)))
                heap.unlink()
        csv.write_sidecar(self._codebook, self._path)


class ShuffledWhole:
    """Keeps all rows, for a format that is written by `write`."""

    def __init__(
        self, codebook: Codebook, path: Path, source: str, write: Callable[[Dataset, Path], None]
    ) -> None:
        self._codebook = codebook
        self._path = path
        self._source = source
        self._write = write
        self._parts: list[Dataset] = []

    def add(self, part: Dataset) -> None:
        """See Shuffled."""
        self._parts.append(part)

    def finish(self) -> None:
        """See Shuffled."""
        count = sum(part.n for part in self._parts)
        order = random_order(count)
        columns = {
            variable.name: _in_order([part.columns[variable.name] for part in self._parts], order)
            for variable in self._codebook.variables
        }
        self._write(Dataset(self._codebook, columns, count, self._source), self._path)


def random_order(count: int) -> npt.NDArray[np.intp]:
    """The places from 0 on in an order that can't be foretold; shape (count,)."""
    return np.argsort(np.frombuffer(os.urandom(8 * count), np.uint64))


def _in_order(parts: Sequence[Column], order: npt.NDArray[np.intp]) -> Column:
    """The parts of a column as one, with its respondents in that order."""
    coded = [one.codes for one in parts if isinstance(one, Coded)]
    if coded:
        return Coded(np.concatenate(coded)[order])
    marks = [one.marks for one in parts if isinstance(one, Marks)]
    if marks:
        return Marks(np.concatenate(marks, axis=1)[:, order])
    values = [(one.values, one.reasons) for one in parts if isinstance(one, Values)]
    joined, reasons = (np.concatenate(some)[order] for some in zip(*values, strict=True))
    return Values(joined, reasons)
