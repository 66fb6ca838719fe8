"""Packed files: .gz, and .zip that holds one file of answers beside what else lies in it.

The *inner* file is unpacked into a folder for the time of reading, never further than a workbook
would be. The study is named after it; problems name the packed file, which the user knows.
"""

from __future__ import annotations

import gzip
import lzma
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath

from rundfrage.codebook import Codebook
from rundfrage.dataset.account import Certainty, Conclusion
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.format import Format, format_of, head
from rundfrage.dataset.files.sidecar import sidecar
from rundfrage.dataset.files.taken import read_taken
from rundfrage.dataset.files.xlsx import HARMLESS, LARGEST, SWELLING
from rundfrage.dataset.intake import edits
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.patterns import pattern
from rundfrage.reading import damaged, file_locked, file_swollen

GZIPPED = b"\x1f\x8b"
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
# What files that are an archive inside, such as workbooks, have and others don't.
DOCUMENTS = frozenset(["mimetype", "[Content_Types].xml", "xl/workbook.xml", "xl/workbook.bin"])
COMPANIONS = (sidecar, edits.beside)
"""Where what people say of a file lies: its codebook, and what they put right."""
CODEBOOK = ".codebook.json"
CATALOGUE = ".sas7bcat"
CHUNK = 1 << 20
SHOWN = 12
NAMED = 0x08
"""The flag of a gzipped file that keeps its name: behind ten bytes, up to a NUL."""
_ABOUT = pattern(
    r"(read[-_ .]?me|liesmich|licen[cs]e|copying|change(log|s)|notes?|about|citation|terms).*",
    re.IGNORECASE,
)
_BROKEN = (
    gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError,
    ValueError,
)  # fmt: skip


def around(formats: Sequence[Format]) -> Format:
    """The format of a packed file that holds a file of one of these formats."""

    def read(path: Path, codebook: Codebook | None, options: Options) -> Dataset:
        return _read(path, codebook, options, formats)

    every = frozenset(one.name for one in fields(Options))
    return Format("packed", (".gz", ".zip"), recognises, read, takes=every, followed=every)


def recognises(path: Path) -> bool:
    """True if the file is packed, and no workbook; one that is broken is known by its suffix."""
    start = head(path, 4)
    if start.startswith(GZIPPED):
        return True
    if start not in ZIPPED:
        return False
    try:
        with zipfile.ZipFile(path) as parts:
            return DOCUMENTS.isdisjoint(parts.namelist())
    except _BROKEN:
        return False


def _read(
    path: Path, codebook: Codebook | None, options: Options, formats: Sequence[Format]
) -> Dataset:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        try:
            unpack = _ungzipped if head(path, 2) == GZIPPED else _unzipped
            inner = unpack(path, room, formats)
        except _BROKEN as error:
            raise damaged("file-damaged", path, error) from None
        for companion in COMPANIONS:
            if companion(path).is_file():
                shutil.copyfile(companion(path), companion(inner))
        try:
            dataset = read_taken(format_of(inner, formats), inner, codebook, options)
        except Problem as problem:
            raise problem.placed(lambda where: _outer(where, path, inner)) from problem
    what = Conclusion(
        "file", inner.name, message("It is the file of answers that was packed."), Certainty.SURE
    )
    account = dataset.account and replace(
        dataset.account, conclusions=(what, *dataset.account.conclusions)
    )
    return replace(dataset, source=str(path), account=account)


def _outer(where: Where, path: Path, inner: Path) -> Where:
    """The place as the user knows it."""
    if where.file is None or Path(where.file).parent != inner.parent:
        return where
    for companion in COMPANIONS:
        if Path(where.file) == companion(inner) and companion(path).is_file():
            return replace(where, file=str(companion(path)))
    return replace(where, file=str(path))


# -- .gz -----------------------------------------------------------------------------------------


def _ungzipped(path: Path, room: Path, formats: Sequence[Format]) -> Path:
    inner = room / _name_within(path, formats)
    with path.open("rb") as packed, gzip.GzipFile(fileobj=packed) as stream:
        _copied(stream.read, inner, path.stat().st_size, path)
    return inner


def _name_within(path: Path, formats: Sequence[Format]) -> str:
    """The name of the file that was packed: the packed file's own, or that which it keeps."""
    name = path.stem if path.suffix.lower() == ".gz" else path.name
    if Path(name).suffix.lower() in _suffixes(formats):
        return name
    start = head(path, 300)
    if len(start) > 3 and start[3] & NAMED and b"\0" in start[10:]:  # noqa: PLR2004  the flags
        kept = _plain(start[10 : start.index(b"\0", 10)].decode("latin-1"))
        if Path(kept).suffix.lower() in _suffixes(formats):
            return kept
    return name


# -- .zip ----------------------------------------------------------------------------------------


def _unzipped(path: Path, room: Path, formats: Sequence[Format]) -> Path:
    with zipfile.ZipFile(path) as parts:
        entries = [one for one in parts.infolist() if not one.is_dir() and _shown(one.filename)]
        entry = _holding_answers(entries, path, formats)
        inner = room / _plain(entry.filename)
        beside = {one(inner).name.casefold(): one(inner) for one in COMPANIONS}
        wanted = [(entry, inner)]
        for one in entries:
            name = _plain(one.filename)
            if name.casefold() in beside:
                wanted.append((one, beside[name.casefold()]))
            elif name.lower().endswith(CATALOGUE):
                wanted.append((one, room / name))
        for one, target in wanted:
            if one.flag_bits & 1:
                raise file_locked("archive-locked", path)
            with parts.open(one) as stream:
                _copied(stream.read, target, one.compress_size, path)
    return inner


def _shown(name: str) -> bool:
    """False for what programs put into an archive by themselves: hidden files, those of macOS."""
    steps = PurePosixPath(name.replace("\\", "/")).parts
    own = {"__macosx", "thumbs.db", "desktop.ini"}
    return not any(
        step.casefold() in own or (step.startswith(".") and step.strip(".")) for step in steps
    )


def _plain(name: str) -> str:
    """The last part of a path within an archive, whatever system it was packed on."""
    return PurePosixPath(name.replace("\\", "/")).name or "answers"


def _holding_answers(
    entries: Sequence[zipfile.ZipInfo], path: Path, formats: Sequence[Format]
) -> zipfile.ZipInfo:
    known = _suffixes(formats)
    found = [
        one
        for one in entries
        if Path(one.filename).suffix.lower() in known
        and not one.filename.lower().endswith(CODEBOOK)
    ]
    if len(found) > 1:
        # A text that tells about the others is none of them.
        found = [
            one
            for one in found
            if not (one.filename.lower().endswith(".txt") and _ABOUT.match(_plain(one.filename)))
        ]
    if not found and len(entries) == 1:
        found = list(entries)
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(
            "archive-of-several",
            where=Where(str(path)),
            found=message("It holds several files of answers: {files}.", files=_listed(found)),
            expected=message("an archive of one file of answers."),
            mend=message("Unpack it, and name one of them."),
        )
    raise Problem(
        "archive-without-answers",
        where=Where(str(path)),
        found=message(
            "It holds no file of answers that is known here, but {files}.",
            files=_listed(entries) or message("nothing"),
        ),
        expected=message("one of {known}.", known=", ".join(sorted(known))),
        mend=message("Pack a file of answers, or name it unpacked."),
    )


def _listed(entries: Sequence[zipfile.ZipInfo]) -> str:
    names = [one.filename for one in entries]
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


def _suffixes(formats: Sequence[Format]) -> frozenset[str]:
    return frozenset(suffix for one in formats for suffix in one.suffixes)


# -- both ----------------------------------------------------------------------------------------


def _copied(take: Callable[[int], bytes], target: Path, packed: int, path: Path) -> None:
    """Unpack what `take` reads; raises a Problem when it becomes far more than what was packed."""
    most = min(LARGEST, max(HARMLESS, SWELLING * packed))
    size = 0
    with target.open("wb") as unpacked:
        while chunk := take(CHUNK):
            size += len(chunk)
            if size > most:
                megabytes = most // 1_000_000
                found = message("It would unpack to more than {most} megabytes.", most=megabytes)
                raise file_swollen("archive-swollen", path, found)
            unpacked.write(chunk)
