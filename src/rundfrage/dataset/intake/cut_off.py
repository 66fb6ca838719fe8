"""Whether a text ends within a cell in quotation marks, as a file does that was cut off."""

from __future__ import annotations

import re
from pathlib import Path

_LOOKED = 65_536
_OPEN = r'(?:^|{delimiter})"(?:[^"]|"")*'


def ends_within(path: Path, delimiter: str) -> bool:
    """True if the last line's last cell opens a quotation mark that nothing closes."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _LOOKED, 0))
        last = file.read().replace(b"\0", b"").rpartition(b"\n")[2].decode("latin-1")
    opened = re.compile(_OPEN.format(delimiter=re.escape(delimiter or ",")))
    # Of a line whose quotation marks are pairs none is open.
    return last.count('"') % 2 == 1 and any(
        match.end() == len(last) for match in opened.finditer(last)
    )
