"""Which outputs of an earlier run are still what this report would print, byte for byte.

Outputs are made of nothing but the Report and this program, and give identical bytes for identical
input. So an output whose *key* (a digest of all it is made of) is the one noted at the last run,
and whose file nobody has touched since, need not be written again.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from rundfrage import __version__
from rundfrage.look.theme import Theme
from rundfrage.report.outputs.output import Report
from rundfrage.writing import write_whole

_NOTES = "outputs.json"
_KEPT = re.compile(r"[0-9a-f]{32}\.(svg|woff)")


class Earlier:
    """What was noted of the outputs in a folder; `cache` holds the notes."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._folder = folder
        self._file = cache / _NOTES
        self._notes = _read(self._file)

    def stands(self, name: str, key: str) -> bool:
        """True if the file of that name has this key and is still as it was written."""
        path = self._folder / name
        return path.is_file() and self._notes.get(name) == [key, _digest(path.read_bytes())]

    def is_own(self, name: str) -> bool:
        """True if nothing is lost with the file of that name: it is as written here, or absent."""
        path = self._folder / name
        return not path.exists() or (
            path.is_file() and self._notes.get(name, [])[1:] == [_digest(path.read_bytes())]
        )

    def note(self, keys: dict[str, str]) -> None:
        """Remember the keys of the files as they are now; replaces what was noted before.

        Drawings and fonts that earlier versions kept beside them go: nobody reads them any more.
        """
        notes = {
            name: [key, _digest((self._folder / name).read_bytes())] for name, key in keys.items()
        }
        write_whole(self._file, json.dumps(self._notes | notes, indent=1) + "\n")
        for kept in self._file.parent.iterdir():
            if _KEPT.fullmatch(kept.name):
                kept.unlink(missing_ok=True)


def key_of(report: Report) -> str:
    """The digest of all that the outputs of this report are made of."""
    told = (report.hidden, report.deck, report.tables, report.theme)
    made_of = (__version__, *told, _files(report.theme))
    return _digest(repr(made_of).encode("utf-8", "surrogatepass"))


def _files(theme: Theme) -> list[tuple[str, str]]:
    """The theme's own files, by name and digest."""
    paths = [path for path in (theme.logo, theme.template) if path is not None]
    if theme.fonts is not None and theme.fonts.is_dir():
        paths += [path for path in sorted(theme.fonts.iterdir()) if path.is_file()]
    return [(path.name, _digest(path.read_bytes())) for path in paths if path.is_file()]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(file: Path) -> dict[str, list[str]]:
    """The notes; none if they were lost or damaged, for then everything is written again."""
    try:
        notes = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return notes if isinstance(notes, dict) else {}
