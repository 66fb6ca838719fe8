"""Cells that hold lists as programs write them: ["a", "b"], ['a', 'b'], {a,"b, c"}, c("a", "b").

Python, JSON, PostgreSQL, NumPy and R write so. What stands in the list is an answer as a whole,
whatever commas it holds.
"""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Iterable, Mapping

from rundfrage.dataset.cells import clean
from rundfrage.patterns import pattern

_OPEN = {"[": "]", "{": "}", "(": ")"}
_R_VECTOR = pattern(r"c\((.*)\)", re.DOTALL)
_QUOTED = pattern(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_BESIDE = pattern(r"'\s+'|\"\s+\"")
_LONGEST = 20_000


def looks_listed(cell: str) -> bool:
    """True if the cell begins and ends as a list does."""
    word = clean(cell)
    return len(word) > 1 and (
        _OPEN.get(word[0]) == word[-1] or _R_VECTOR.fullmatch(word) is not None
    )


def lists_of(cells: Iterable[str]) -> Mapping[str, tuple[str, ...]] | None:
    """What stands in the list of each cell; None if some cell holds no list of plain words."""
    found: dict[str, tuple[str, ...]] = {}
    for cell in cells:
        some = _list_of(clean(cell)) if looks_listed(cell) else None
        if some is None:
            return None
        found[cell] = some
    return found


def _list_of(word: str) -> tuple[str, ...] | None:
    if len(word) > _LONGEST:
        return None
    vector = _R_VECTOR.fullmatch(word)
    inner = vector[1] if vector else word[1:-1]
    if not inner.strip():
        return ()
    if word[0] == "(" or vector:
        return _literal(f"[{inner}]")
    if word[0] == "{":
        return _braced(inner)
    # NumPy writes no commas; Python would take two such words for one.
    literal = None if _BESIDE.search(inner) else _literal(word)
    return _quoted(inner) if literal is None else literal


def _literal(word: str) -> tuple[str, ...] | None:
    """The words of a list in JSON or Python; None if it holds anything but plain values."""
    for read in (json.loads, ast.literal_eval):
        try:
            values = read(word)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(values, list) and all(
            isinstance(one, (str, int, float)) or one is None for one in values
        ):
            return tuple(dict.fromkeys(filter(None, (_plain(one) for one in values))))
    return None


def _plain(value: object) -> str:
    return "" if value is None else clean(str(value))


def _quoted(inner: str) -> tuple[str, ...] | None:
    """The words between quotation marks, if nothing but blanks and commas stands between them."""
    if _QUOTED.sub("", inner).strip(" ,\n"):
        return None
    words = (clean(one[1:-1]) for one in _QUOTED.findall(inner))
    return tuple(dict.fromkeys(filter(None, words)))


def _braced(inner: str) -> tuple[str, ...] | None:
    """The words of an array of PostgreSQL, or of a set of Python."""
    if (quoted := _quoted(inner)) is not None:
        return quoted
    if ":" in inner:  # an object
        return None
    (row,) = csv.reader([" ".join(inner.splitlines())], escapechar="\\")
    return tuple(dict.fromkeys(word for word in map(clean, row) if word and word != "NULL"))
