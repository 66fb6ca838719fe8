"""Where the keys of a file of edits stand: TOML's reader tells values, and no lines."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from rundfrage.patterns import pattern

_BLOCK = pattern(r"\s*\[[^\[].*\]\s*(#.*)?")
_KEY = pattern(r"\s*([\w-]+)\s*=")
_COLUMNS = "columns"


def lines_of(text: str) -> Mapping[tuple[str, str], int]:
    """The line of each key by its column's block, "" for the block's own; those of [file] under "".

    What is written in another way than a block a column has no line.
    """
    found: dict[tuple[str, str], int] = {}
    block: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if _BLOCK.fullmatch(line):
            block = _block(line)
            if block is not None:
                found.setdefault((block, ""), number)
        elif block is not None and (key := _KEY.match(line)):
            found.setdefault((block, key[1]), number)
    return found


def _block(line: str) -> str | None:
    """The column that a block's heading names, "" for the whole file; None for anything else."""
    try:
        said = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return None
    columns = said.get(_COLUMNS)
    if isinstance(columns, dict) and len(columns) == 1:
        return str(next(iter(columns)))
    return "" if "file" in said else None
