"""The file formats of answers. `FORMATS` is the list of them: a new one is a file and a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rundfrage.codebook import Codebook, MissingCode
from rundfrage.codebook.json import to_json
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files import (
    csv,
    dta,
    html,
    json,
    packed,
    parquet,
    por,
    sas,
    sav,
    sheets,
    xlsx,
)
from rundfrage.dataset.files.format import Format, format_of
from rundfrage.dataset.files.shuffled import Shuffled, ShuffledText, ShuffledWhole
from rundfrage.dataset.files.sidecar import sidecar
from rundfrage.dataset.files.taken import read_taken
from rundfrage.dataset.intake.options import AS_IT_IS, Options
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.reading import readable
from rundfrage.writing import made_whole, write_whole

_PLAIN: tuple[Format, ...] = (
    html.FORMAT,
    csv.FORMAT,
    sheets.FORMAT,
    xlsx.FORMAT,
    sav.FORMAT,
    por.FORMAT,
    dta.FORMAT,
    sas.FORMAT,
    parquet.FORMAT,
    json.FORMAT,
)
FORMATS = (*_PLAIN, packed.around(_PLAIN))


def read_dataset(
    path: Path | str, codebook: Codebook | None = None, options: Options = AS_IT_IS
) -> Dataset:
    """The answers in a file of any known format.

    A codebook decides on types and categories; without one the file's own is followed (within it
    or beside it), and without that they are inferred. Raises a Problem if the file is absent, of
    no known format, damaged, or doesn't fit the codebook.
    """
    file = Path(path)
    try:
        with readable(file, message("a file of answers.")):
            return read_taken(format_of(file, FORMATS), file, codebook, options)
    except MemoryError:
        raise Problem(
            "file-too-large",
            where=Where(str(file)),
            found=message("There is not enough memory to read the file."),
            expected=message("a file that fits into memory."),
            mend=message(
                "Close other programs, or convert the file to Parquet on a larger machine."
            ),
        ) from None


def write_dataset(
    dataset: Dataset,
    path: Path | str,
    finish: Callable[[Path], None] | None = None,
    *,
    private: bool = False,
) -> None:
    """Write the dataset in the format of the path's suffix, whole or not at all.

    `finish` may work on the file, and on what is written beside it, before they appear. `private`
    ones may be read by their owner alone.

    Raises a Problem if the format can't be written or can't hold the dataset; then nothing at
    `path` has changed.
    """
    file = Path(path)
    write = _writer(file)
    with _problems_of(file), made_whole(file, private=private) as room:
        write(dataset, room / file.name)
        if finish is not None:
            finish(room / file.name)


@contextmanager
def written_shuffled(
    codebook: Codebook, path: Path | str, source: str, finish: Callable[[Path], None]
) -> Iterator[Callable[[Dataset], None]]:
    """Takes parts of a dataset, which are written in random order when the block ends.

    The file appears whole or not at all, and may be read by its owner alone; `finish` as for
    write_dataset, which says what is raised, too. `source` is where the answers came from.
    """
    file = Path(path)
    write = _writer(file)
    with made_whole(file, private=True) as room:
        heaps = room / "heaps"
        heaps.mkdir()
        with _problems_of(file):
            made: Shuffled = (
                ShuffledText(codebook, room / file.name, heaps)
                if write is csv.write
                else ShuffledWhole(codebook, room / file.name, source, write)
            )

        def add(part: Dataset) -> None:
            with _problems_of(file):
                made.add(part)

        yield add
        with _problems_of(file):
            made.finish()
        heaps.rmdir()
        finish(room / file.name)


def _writer(file: Path) -> Callable[[Dataset, Path], None]:
    """What writes the format of the suffix; raises a Problem if nothing does."""
    writers = {
        suffix: one.write for one in reversed(FORMATS) if one.write for suffix in one.suffixes
    }
    write = writers.get(file.suffix.lower())
    if write is None:
        raise Problem(
            "format-not-written",
            where=Where(str(file)),
            found=message(
                "There is no writing of {suffix}.",
                suffix=file.suffix or message("files without a suffix"),
            ),
            expected=message("one of {writers}.", writers=", ".join(sorted(writers))),
            mend=message("Choose another suffix."),
        )
    return write


@contextmanager
def _problems_of(file: Path) -> Iterator[None]:
    """Problems name the file: the user knows it, not the folder it is made in."""
    try:
        yield
    except Problem as problem:
        raise problem.placed(lambda where: replace(where, file=str(file))) from problem


def codes_lost(dataset: Dataset, path: Path | str) -> Mapping[str, tuple[MissingCode, ...]]:
    """The codes of missing answers that a file of this name can't tell apart, by variable."""
    return _written_as(path).loses(dataset)


def labels_lost(dataset: Dataset, path: Path | str) -> Mapping[str, Mapping[float, str]]:
    """The labels of single numbers that a file of this name can't hold, by variable."""
    return {} if _written_as(path).labels_numbers else dataset.number_labels


def _written_as(path: Path | str) -> Format:
    """The format in which a file of this name is written."""
    suffix = Path(path).suffix.lower()
    return next(one for one in FORMATS if one.write and suffix in one.suffixes)


def codebook_beside(path: Path | str) -> Path:
    """Where the codebook of a file lies: `answers.codebook.json` beside `answers.csv`."""
    return sidecar(Path(path))


def write_codebook(codebook: Codebook, path: Path | str, *, private: bool = False) -> None:
    """Write the codebook as JSON laid out for people, whole or not at all.

    Words that people gave may be in it: `private` as the answers are.
    """
    write_whole(Path(path), to_json(codebook, indent=1) + "\n", private=private)


__all__ = [
    "FORMATS", "Format", "codebook_beside", "codes_lost", "labels_lost", "read_dataset",
    "write_codebook", "write_dataset", "written_shuffled",
]  # fmt: skip
