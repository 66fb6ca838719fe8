"""How wide a text is: advance widths from the very fonts that the outputs print with.

The widths are sums of single glyphs. Kerning and Arabic joining make a text narrower, almost
never wider, so a text that fits by this measure fits in print. A character that no font holds
counts as a full em, which is right for Chinese, Japanese and Korean.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from rundfrage.look.theme import DEFAULT, Theme

SHIPPED = Path(__file__).parent / "fonts"

FALLBACK = (
    "IBMPlexSans",
    "IBMPlexSansArabic",
    "IBMPlexSansHebrew",
    "NotoSansSymbols2",
    "NotoEmoji",
)
"""The files' first names, in the order in which a character's glyph is looked for."""

SLACK = 1.02
"""Room for the rounding of programs that set the text with another engine."""

_FULL = 1.0
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})


class Ruler:
    """Measures text in the fonts of a theme; one regular and one bold chain of files."""

    def __init__(self, regular: tuple[Path, ...], bold: tuple[Path, ...]) -> None:
        self._chains = {False: regular, True: bold}
        self._known: dict[tuple[str, bool], float] = {}
        # The same words are measured at many sizes while a slide is fitted.
        self._texts: dict[tuple[str, bool], float] = {}

    def advance(self, character: str, *, bold: bool = False) -> float:
        """The width of one character in ems."""
        key = (character, bold)
        width = self._known.get(key)
        if width is None:
            width = self._known[key] = self._look_up(character, bold=bold)
        return width

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text in points at `size` points."""
        key = (text, bold)
        ems = self._texts.get(key)
        if ems is None:
            ems = sum(self.advance(character, bold=bold) for character in text)
            self._texts[key] = ems
        return size * SLACK * ems

    def _look_up(self, character: str, *, bold: bool) -> float:
        if unicodedata.category(character) in _UNSEEN:
            return 0.0
        for path in self._chains[bold]:
            glyphs, advances, per_em = _face(path)
            glyph = glyphs.get(ord(character))
            if glyph is not None:
                return float(advances[glyph][0]) / per_em
        return _FULL


def ruler(theme: Theme = DEFAULT) -> Ruler:
    """The ruler for a theme's own fonts, followed by the shipped ones."""
    return _ruler(theme.font, theme.fonts)


@lru_cache(maxsize=16)
def _ruler(family: str, folder: Path | None) -> Ruler:
    regular = [path for name in FALLBACK for path in _shipped(name, "Regular")]
    bold = [path for name in FALLBACK for path in _shipped(name, "Bold", "Regular")]
    if folder is not None:
        own = family_files(family, folder)
        others = [path for path in font_files(folder) if path not in {path for _, path in own}]
        regular = [*(path for weight, path in own if weight == "Regular"), *regular, *others]
        bold = [*(path for weight, path in own if weight == "Bold"), *bold, *others]
    return Ruler(tuple(regular), tuple(bold))


def font_files(folder: Path) -> list[Path]:
    """The TrueType and OpenType files in a folder; none if it isn't there."""
    if not folder.is_dir():
        return []
    return [path for path in sorted(folder.iterdir()) if path.suffix.lower() in {".ttf", ".otf"}]


def is_font(path: Path) -> bool:
    """True if the file can be read as a font with widths."""
    try:
        _face(path)
    except (OSError, TTLibError, KeyError, ValueError, AssertionError, struct.error):
        return False
    return True


def family_files(family: str, folder: Path) -> list[tuple[str, Path]]:
    """The regular and bold upright files of a family in a folder, as pairs (weight, path)."""
    stem = family.replace(" ", "").lower()
    return [
        (weight, path)
        for path in font_files(folder)
        for weight in ("Regular", "Bold")
        if path.stem.replace(" ", "").lower() == f"{stem}-{weight.lower()}"
    ]


def _shipped(name: str, *weights: str) -> list[Path]:
    paths = (SHIPPED / f"{name}-{weight}.ttf" for weight in weights)
    return [path for path in paths if path.exists()][:1]


@lru_cache(maxsize=64)
def _face(path: Path) -> tuple[dict[int, str], Any, int]:
    font = TTFont(path, lazy=True)
    return font.getBestCmap() or {}, font["hmtx"].metrics, font["head"].unitsPerEm
