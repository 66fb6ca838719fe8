"""Finds characters that no font can write, before a PDF would show an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from rundfrage.look.measure import SHIPPED
from rundfrage.look.printable import printable

_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


def missing_glyphs(texts: Iterable[str], fonts: Path | None) -> tuple[str, ...]:
    """The characters of the texts that no font can write, sorted."""
    characters = {character for text in texts for character in printable(text)}
    wanted = {one for one in characters if not _unseen(one)}
    for path in font_files(fonts):
        if not wanted:
            break
        wanted = {one for one in wanted if ord(one) not in _characters(path)}
    return tuple(sorted(wanted))


def font_files(fonts: Path | None) -> Iterator[Path]:
    """The shipped font files and those of the theme's own folder."""
    for folder in (SHIPPED, fonts):
        if folder is not None and folder.is_dir():
            yield from sorted(
                path for path in folder.iterdir() if path.suffix.lower() in {".ttf", ".otf"}
            )


def _unseen(character: str) -> bool:
    return (
        character.isspace()
        or unicodedata.category(character) in _INVISIBLE
        or "\ufe00" <= character <= "\ufe0f"
    )


@lru_cache(maxsize=64)
def _characters(path: Path) -> frozenset[int]:
    """The characters of a font file; none if it cannot be read, since it then writes none."""
    try:
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or {})
    except (TTLibError, OSError):
        return frozenset()
