"""How wide a text is: its glyphs' widths in the very fonts that the outputs print with.

A character that no font holds counts as a full em, which is right for Chinese, Japanese and Korean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path

from rundfrage.look.clip import built_characters
from rundfrage.look.elsewhere import elsewhere
from rundfrage.look.face import Face, face_of, font_files, shipped_faces
from rundfrage.look.theme import DEFAULT, Theme

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
_FROM_RIGHT = frozenset({"R", "AL"})
_TEXTS = 4096
"""So many texts a ruler remembers: the same words are measured at many sizes."""


class Ruler:
    """Measures text in the fonts of a theme; one regular and one bold chain of faces.

    `anywhere`, a text is as wide as in the widest of the fonts that may stand in for its own.
    """

    def __init__(
        self, regular: tuple[Face, ...], bold: tuple[Face, ...], *, anywhere: bool = False
    ) -> None:
        self._chains = {False: regular, True: bold}
        self.anywhere = anywhere
        self.advances = lru_cache(_TEXTS)(self._advances)
        self._face_of = lru_cache(_TEXTS)(self._setting)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text in points at `size` points."""
        return size * SLACK * sum(self.advances(text, bold=bold))

    def _advances(self, text: str, *, bold: bool) -> tuple[float, ...]:
        """The width in ems that each character adds where it stands in the text."""
        widths: list[float] = []
        for face, piece in self._pieces(text, bold=bold):
            own = list(map(_unheld, piece)) if face is None else face.advances(piece)
            if self.anywhere:
                from_right = unicodedata.bidirectional(piece[0]) in _FROM_RIGHT
                own = [
                    elsewhere(character, width, bold=bold, from_right=from_right)
                    for character, width in zip(piece, own, strict=True)
                ]
            widths.extend(own)
        return tuple(widths)

    def _pieces(self, text: str, *, bold: bool) -> Iterator[tuple[Face | None, str]]:
        """The text in pieces that one face sets, each running one way."""
        for (face, _), group in groupby(built_characters(text), partial(self._face_of, bold=bold)):
            yield face, "".join(group)

    def _setting(self, built: str, *, bold: bool) -> tuple[Face | None, bool]:
        """The face that sets a built character, and whether it runs from the right.

        It is the first that holds all of it; if there is none, the first that holds its beginning.
        """
        seen = {character for character in built if _unheld(character)} or {built[0]}
        chain = self._chains[bold]
        whole = (face for face in chain if seen <= face.characters)
        begun = (face for face in chain if built[0] in face.characters)
        from_right = unicodedata.bidirectional(built[0]) in _FROM_RIGHT
        return next(whole, None) or next(begun, None), from_right


def ruler(theme: Theme = DEFAULT, *, anywhere: bool = False) -> Ruler:
    """The ruler for a theme's own fonts, followed by the shipped ones.

    `anywhere` it is one for files that are opened where these fonts may be missing.
    """
    own = [(path.stem, path.read_bytes()) for path in font_files(theme.fonts)]
    return _ruler(theme.font, tuple(own), anywhere=anywhere)


@lru_cache(maxsize=16)
def _ruler(family: str, own: tuple[tuple[str, bytes], ...], *, anywhere: bool) -> Ruler:
    """Known by what the fonts are, not by where they lie."""
    chains = {}
    for weight in ("Regular", "Bold"):
        first = [face_of(content) for stem, content in own if weight_of(stem, family) == weight]
        others = [face_of(content) for stem, content in own if weight_of(stem, family) is None]
        chains[weight] = (*first, *_shipped(weight), *others)
    return Ruler(chains["Regular"], chains["Bold"], anywhere=anywhere)


def family_files(family: str, folder: Path | None) -> list[tuple[str, Path]]:
    """The regular and bold upright files of a family in a folder, as pairs (weight, path)."""
    found = ((weight_of(path.stem, family), path) for path in font_files(folder))
    return [(weight, path) for weight, path in found if weight is not None]


def weight_of(stem: str, family: str) -> str | None:
    """The weight of which a file of that name holds the family: "OurSans-Bold" is "Bold"."""
    plain = stem.replace(" ", "").lower()
    own = family.replace(" ", "").lower()
    return next((one for one in ("Regular", "Bold") if plain == f"{own}-{one.lower()}"), None)


def _shipped(weight: str) -> Iterator[Face]:
    """The shipped faces of a weight; the regular one stands in where there is no bold."""
    faces = shipped_faces()
    for name in FALLBACK:
        yield faces.get(f"{name}-{weight}", faces[f"{name}-Regular"])


def _unheld(character: str) -> float:
    return 0.0 if unicodedata.category(character) in _UNSEEN else _FULL
