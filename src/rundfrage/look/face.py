"""A *face* is the content of one font file: the characters it writes, and how wide it sets them.

A text is shaped by HarfBuzz as browsers and Typst do it: Arabic letters are joined, marks stand on
their letters, an emoji with its skin tone is one glyph. Kerning and optional ligatures are left
off, since PowerPoint sets without them: what fits by this measure then fits in every output.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

SHIPPED = Path(__file__).parent / "fonts"

_FEATURES = {"kern": False, "liga": False, "clig": False}
_ENDINGS = frozenset({".ttf", ".otf"})


class Face:
    """One font, read from the bytes of its file."""

    def __init__(self, content: bytes) -> None:
        """Raises ValueError for content that is no font."""
        face = hb.Face(content)
        self.characters = frozenset(map(chr, face.unicodes))
        if not face.glyph_count or not self.characters:
            raise ValueError("no font")
        self._font = hb.Font(face)
        self._per_em = face.upem

    def advances(self, text: str) -> list[float]:
        """The width in ems that each character adds to a text that runs one way.

        The first character of a group that is set as one holds all of its width.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        widths = [0.0] * len(text)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            widths[glyph.cluster] += place.x_advance / self._per_em
        return widths


@lru_cache(maxsize=64)
def face_of(content: bytes) -> Face:
    """The face; known by its content, so that a changed file is another one."""
    return Face(content)


def font_files(folder: Path | None) -> Iterator[Path]:
    """The TrueType and OpenType files in a folder, sorted; none if it isn't there."""
    if folder is not None and folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)


def is_font(path: Path) -> bool:
    """True if the file can be read as a font that writes something."""
    try:
        face_of(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True


@lru_cache(maxsize=1)
def shipped_faces() -> dict[str, Face]:
    """The program's own faces by their files' names without ending."""
    return {path.stem: face_of(path.read_bytes()) for path in font_files(SHIPPED)}


def faces_in(folder: Path | None) -> Iterator[Face]:
    """The faces of a theme's own folder; files that are no fonts write nothing."""
    for path in font_files(folder):
        if is_font(path):
            yield face_of(path.read_bytes())
