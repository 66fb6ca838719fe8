"""The families of fonts in which a text is set, in the order in which a glyph is looked for."""

from __future__ import annotations

from rundfrage.look.theme import DEFAULT, Theme

SHIPPED_FAMILIES = (
    "IBM Plex Sans",
    "IBM Plex Sans Arabic",
    "IBM Plex Sans Hebrew",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)


def families(theme: Theme = DEFAULT) -> tuple[str, ...]:
    """The theme's family and those that stand in where it has no glyph."""
    return tuple(dict.fromkeys((theme.font, *SHIPPED_FAMILIES)))
