"""Finds characters that no font of a report can write, before a PDF would show an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from rundfrage.errors import Problem, Where
from rundfrage.report.deck import Deck
from rundfrage.report.measure import SHIPPED
from rundfrage.report.outputs.texts import printable, slide_texts

_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


def require_glyphs(deck: Deck, fonts: Path | None) -> None:
    """Raise a Problem that names characters which neither `fonts` nor the shipped fonts hold."""
    for number, slide in enumerate(deck.slides, start=1):
        missing = missing_glyphs(slide_texts(deck, slide), fonts)
        if missing:
            shown = ", ".join(_name(character) for character in missing[:5])
            more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
            raise Problem(
                "glyph-missing",
                where=Where(name=f"slide {number}"),
                found=f"the fonts cannot write {shown}{more}.",
                expected="a font that holds every character of the report, since a PDF for "
                "everybody must not show empty boxes.",
                mend="Put a font file that holds them into a folder and name it as `folder` under "
                "[fonts] in theme.toml, or leave the PDF out with --formats.",
            )


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


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    shown = f"“{character}” " if character.isprintable() else ""
    return f"{shown}({code} {name})" if name else f"{shown}({code})"


@lru_cache(maxsize=64)
def _characters(path: Path) -> frozenset[int]:
    """The characters of a font file; none if it cannot be read, since it then writes none."""
    try:
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or {})
    except (TTLibError, OSError):
        return frozenset()
