"""What a file format is, and which one a file is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.codebook import Codebook, Missing, MissingCode
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem, Where
from rundfrage.locales import message

COLUMNS = frozenset(["missing", "decimal", "day_first"])
"""The options that say how the words of columns are read, whatever the file is."""
CELLS = frozenset(["decimal", "day_first"])
"""Those of them that say how cells are written, which no codebook does."""
ROWS = frozenset(["heading", "heading_rows", "footer"])
"""The options that say which rows of a sheet are no respondents."""


def _every_code(dataset: Dataset) -> dict[str, tuple[MissingCode, ...]]:
    """The codes that are left blank, and those that share their reason with another."""
    lost = {}
    for variable in dataset.codebook.variables:
        codes = tuple(dataset.codes_given(variable).values())
        shared = Counter(code.reason for code in codes) + Counter([Missing.LEFT_BLANK])
        if merged := tuple(code for code in codes if shared[code.reason] > 1):
            lost[variable.name] = merged
    return lost


@dataclass(frozen=True)
class Format:
    """One file format.

    `recognises` looks at the file's first bytes, `suffixes` decide where these say nothing.
    `read` takes the codebook to follow, or None, and what the user says of the file; `write` puts
    the whole dataset into a path that is not there yet, and is None where a format is only read.
    Both raise nothing but a Problem. `takes` are the options of reading that have a meaning for
    the format (see taken.py), `followed` those of them that have one beside a whole codebook.
    `loses` tells of a dataset the missing codes, by variable, that the format writes as reasons;
    `labels_numbers` is True where it holds words for single numbers of a column of numbers.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Path], bool]
    read: Callable[[Path, Codebook | None, Options], Dataset]
    write: Callable[[Dataset, Path], None] | None = None
    takes: frozenset[str] = COLUMNS
    followed: frozenset[str] = frozenset()
    loses: Callable[[Dataset], Mapping[str, tuple[MissingCode, ...]]] = _every_code
    labels_numbers: bool = False


def head(path: Path, count: int = 16) -> bytes:
    """The first `count` bytes of the file."""
    with path.open("rb") as stream:
        return stream.read(count)


def format_of(file: Path, formats: Sequence[Format]) -> Format:
    """The one of these formats that the file is of; raises a Problem if it is none of them."""
    if file.is_dir():
        raise Problem(
            "file-is-folder",
            where=Where(str(file)),
            found=message("This is a folder."),
            expected=message("a file of answers."),
            mend=message("Name a file in it."),
        )
    for one in formats:
        if one.recognises(file):
            return one
    suffix = file.suffix.lower()
    for one in formats:
        if suffix in one.suffixes:
            return one
    known = sorted({known for one in formats for known in one.suffixes})
    raise Problem(
        "file-format-unknown",
        where=Where(str(file)),
        found=message("This is no file of answers that is known here."),
        expected=message("one of {known}.", known=", ".join(known)),
        mend=message("Export the answers as CSV in UTF-8."),
    )
