"""How every file is written: whole or not at all.

What is new is made in a hidden folder beside its place and moved there in one step: the place holds
the old content or the new, never a half.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

_PRIVATE = 0o600
_PORTION = 1 << 20


def is_private(file: Path) -> bool:
    """Whether the machine's other users may not read the file, nor then what is made of it."""
    return not file.stat().st_mode & stat.S_IROTH


def write_whole(file: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write the file in one step, a text as UTF-8; folders above it are made.

    A file that is there keeps its permissions, and a symbolic link goes on pointing where it does.
    A `private` one may be read by its owner alone, at no moment by others. Raises a Problem if the
    file can't be written; then nothing has changed.
    """
    with made_whole(file, private=private) as room:
        _write(room / file.name, content)


def write_together(folder: Path, contents: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write the files of these names into the folder as `write_whole` does, all or none; them."""
    files = tuple(folder / name for name in contents)
    if files:
        with made_whole(files[0]) as room:
            for name, content in contents.items():
                _write(room / name, content)
    return files


def erase(file: Path) -> bool:
    """Write zeros over the file and delete it; False if there is none.

    Flash memory, copies and file systems that write elsewhere may still hold what was in it. A
    symbolic link goes with the file that it points to.
    """
    if not file.is_file():
        return False
    place = file.resolve()
    try:
        with place.open("r+b", buffering=0) as stream:
            left = place.stat().st_size
            while left > 0:
                left -= stream.write(bytes(min(left, _PORTION)))
            os.fsync(stream.fileno())
        place.unlink()
        if place != file.absolute():
            file.unlink(missing_ok=True)
    except OSError as error:
        raise Problem(
            "file-not-erased",
            where=Where(str(file)),
            found=message("The file can't be erased ({reason}).", reason=error.strerror or error),
            expected=message("a file that may be written over and deleted."),
            mend=message("Check the permissions of the file and of its folder."),
        ) from error
    return True


@contextmanager
def made_whole(file: Path, *, private: bool = False) -> Iterator[Path]:
    """A folder to make the file in, and files that belong beside it.

    They are moved into place when the block ends, and dropped if it raises. Raises a Problem about
    the file if it can't be written.
    """
    try:
        with _room(file.absolute().parent) as room:
            yield room
            try:
                _settle(room, file, private=private)
            except KeyboardInterrupt:
                # Some files would be new and others old: what has begun to appear appears whole.
                _settle(room, file, private=private)
                raise
    except OSError as error:
        raise Problem(
            "output-not-writable",
            where=Where(str(file)),
            found=message("The file can't be written ({reason}).", reason=error.strerror or error),
            expected=message("a place that may be written to, with room left on the disk."),
            mend=message(
                "Check the permissions there, close the file if a program has it open, or "
                "choose another place."
            ),
        ) from error


@contextmanager
def _room(beside: Path) -> Iterator[Path]:
    """A folder on the same disk, so that moving into place is no copying; it is removed.

    So are folders above it that had to be made and in which nothing appeared.
    """
    absent = [one for one in (beside, *beside.parents) if not one.exists()]
    beside.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(prefix=".rundfrage-", dir=beside))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
        with suppress(OSError):
            for one in absent:
                one.rmdir()


def _write(file: Path, content: str | bytes) -> None:
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def _settle(room: Path, file: Path, *, private: bool) -> None:
    """Move all that is in the room to its place beside the file."""
    for made in sorted(room.iterdir()):
        if private:
            made.chmod(_PRIVATE)
        _move(made, file.with_name(made.name), private=private)


def _move(made: Path, place: Path, *, private: bool) -> None:
    if place.is_symlink():
        # The link may lead to another disk: there the content is made anew.
        with _room(place.resolve().parent) as room:
            _move(Path(shutil.copy(made, room)), place.resolve(), private=private)
        return
    if place.exists() and not private:
        made.chmod(place.stat().st_mode & 0o777)
    made.replace(place)
