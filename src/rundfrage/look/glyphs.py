"""Finds characters that no font can write, before a PDF would show an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from rundfrage.look.face import faces_in, shipped_faces
from rundfrage.look.printable import printable

_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


def missing_glyphs(texts: Iterable[str], fonts: Path | None) -> tuple[str, ...]:
    """The characters of the texts that no font can write, sorted.

    `fonts` is the theme's own folder, beside the shipped fonts.
    """
    characters = {character for text in texts for character in printable(text)}
    wanted = {one for one in characters if not _unseen(one)}
    for face in chain(shipped_faces().values(), faces_in(fonts)):
        if not wanted:
            break
        wanted -= face.characters
    return tuple(sorted(wanted))


def _unseen(character: str) -> bool:
    return (
        character.isspace()
        or unicodedata.category(character) in _INVISIBLE
        or "\ufe00" <= character <= "\ufe0f"
    )
