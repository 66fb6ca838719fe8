"""What a file format is: how it is recognised, read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rundfrage.codebook import Codebook
from rundfrage.dataset.dataset import Dataset


@dataclass(frozen=True)
class Format:
    """One file format.

    `recognises` looks at the file's first bytes, `suffixes` decide where these say nothing.
    `read` takes the codebook to follow, or None; `write` puts the whole dataset into a path that
    is not there yet, and is None where a format is only read. Both raise nothing but a Problem.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Path], bool]
    read: Callable[[Path, Codebook | None], Dataset]
    write: Callable[[Dataset, Path], None] | None = None


def head(path: Path, count: int = 16) -> bytes:
    """The first `count` bytes of the file."""
    with path.open("rb") as stream:
        return stream.read(count)
