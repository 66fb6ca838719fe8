"""Whether a deck still stands: neither what it was made of has changed since, nor the program.

A deck is a function of its files, of what was asked for and of this program. All three are digested
before a build; if they are what they were before an earlier one, and its outputs are the very files
that were written then, nothing needs to be read, let alone made. Where that can't be known for
little (a folder of many or large files, links to folders, a theme from elsewhere), or if there was
something to warn of, the deck is made anew.

The record lies beside the outputs, where somebody else may have written it. An output is known by
its file's number and the time of its last change, which nobody can set: those of files that were
sent or copied are others, and no record makes them stand.
"""

from __future__ import annotations

import json
import os
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from rundfrage import __version__
from rundfrage.services.survey import Source, Survey
from rundfrage.writing import write_whole

_CACHE = ".cache"
_NOTES = "built.json"
_MADE = re.compile(r"(report(\.[\w-]+)?\.(pptx|pdf|html|xlsx)|figures(\.[\w-]+)?\.json)")
"""The names of what a build makes."""
_PASSED_BY = frozenset({".git", ".hg", ".svn", "__pycache__"})
_MOST_FILES = 500
_MOST_BYTES = 64_000_000
_MOST_NOTES = 8

Trace = list[int]
Note = dict[str, Any]
"""By what a file is known as the same and untouched: its number, size, and times of change."""


@dataclass(frozen=True)
class Standing:
    """A build by what is asked for, and by the state of all that it may read, before it begins."""

    root: Path
    target: Path
    asked: str
    state: str

    def files(self) -> tuple[Path, ...] | None:
        """The outputs if they still stand."""
        try:
            note = _notes(self._file)[self.asked]
            state, traces = note["state"], dict(note["files"])
            same = state == self.state and all(
                Path(name).name == name and _trace(self.target / name) == trace
                for name, trace in traces.items()
            )
        except (OSError, ValueError, TypeError, LookupError):
            return None
        return tuple(self.target / name for name in traces) if same else None

    def note(self, files: Iterable[Path], read: Iterable[Path]) -> None:
        """Remember the outputs that were just made; nothing if a file that was `read` is outside.

        What can't be written is forgotten: then the deck is made anew.
        """
        root = self.root.resolve()
        if not all(one.resolve().is_relative_to(root) for one in read):
            return
        try:
            traces = {one.name: _trace(one) for one in files}
            others = {asked: note for asked, note in _notes(self._file).items()
                      if asked != self.asked}  # fmt: skip
            kept = dict([*others.items()][-(_MOST_NOTES - 1) :])
            notes = {**kept, self.asked: {"state": self.state, "files": traces}}
            write_whole(self._file, json.dumps(notes, indent=1) + "\n")
        except OSError:
            return

    @property
    def _file(self) -> Path:
        return self.target / _CACHE / _NOTES


def standing_of(source: Source, asked: Sequence[object], target: Path) -> Standing | None:
    """The build that is asked for; None if it can't be known for little whether it stands."""
    root = source.folder if isinstance(source, Survey) else source.path.parent
    words = repr((type(source).__name__, str(source.path), source.reading, *asked))
    try:
        state = _state(root, source.path, target)
    except OSError:
        return None
    if state is None:
        return None
    return Standing(root, target, _digest(words.encode("utf-8", "surrogatepass")), state)


def _state(root: Path, answers: Path, target: Path) -> str | None:
    """The digest of the program and of all files below the root that no build made."""
    found: list[Path] = [answers] if answers.is_file() else []
    size = 0
    for path in _files(root, target.resolve()):
        if path is None:
            return None
        size += path.stat().st_size
        found.append(path)
        if len(found) > _MOST_FILES or size > _MOST_BYTES:
            return None
    parts = [_program(), *(f"{path} {_digest(path.read_bytes())}" for path in sorted(found))]
    return _digest("\n".join(parts).encode("utf-8", "surrogatepass"))


def _files(folder: Path, made: Path | None = None) -> Iterator[Path | None]:
    """The files below the folder but those that are `made` in that one.

    None stands for a link to a folder, whose files may be anywhere.
    """
    ours = folder.resolve() == made
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.is_symlink():
                    yield None
                elif entry.name not in _PASSED_BY and not (ours and entry.name == _CACHE):
                    yield from _files(Path(entry.path), made)
            elif entry.is_file() and not (ours and _MADE.fullmatch(entry.name)):
                yield Path(entry.path)


@cache
def _program() -> str:
    """This program and its libraries, as they are installed here."""
    house = Path(__file__).parents[1]
    files = [
        (path, status.st_size, status.st_mtime_ns)
        for path in _files(house)
        if path is not None
        for status in [path.stat()]
    ]
    libraries = [
        folder.stat().st_mtime_ns
        for folder in {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
        if folder.is_dir()
    ]
    return repr((__version__, sys.version, sorted(files), sorted(libraries)))


def _notes(file: Path) -> dict[str, Note]:
    """The notes; none if they were lost or damaged."""
    try:
        notes = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return notes if isinstance(notes, dict) else {}


def _trace(path: Path) -> Trace:
    status = path.stat(follow_symlinks=False)
    return [status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
