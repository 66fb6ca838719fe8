"""Refuses a deck with characters that no font can write, before a PDF would show an empty box."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.look.glyphs import missing_glyphs
from rundfrage.report.deck import Deck
from rundfrage.report.outputs.texts import slide_texts


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
                found=message("the fonts cannot write {shown}{more}.", shown=shown, more=more),
                expected=message(
                    "a font that holds every character of the report, since a PDF for everybody "
                    "must not show empty boxes."
                ),
                mend=message(
                    "Put a font file that holds them into a folder and name it as `folder` under "
                    "[fonts] in theme.toml, or leave the PDF out."
                ),
            )


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    shown = f"“{character}” " if character.isprintable() else ""
    return f"{shown}({code} {name})" if name else f"{shown}({code})"
