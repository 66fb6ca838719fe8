"""The deck's colours as an Office theme names them, so that a new theme recolours the deck.

An Office theme has twelve colours. Ours take: dark 1 the text, light 1 the background, dark 2 the
muted tone, light 2 the panel, accents 1 and 2 primary and accent, accents 3 to 6 the outer steps
of the scale. A colour that the theme doesn't hold is written as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.look.colour import LEGIBLE, contrast
from rundfrage.look.theme import Theme


@dataclass(frozen=True)
class Palette:
    """`names` maps "#rrggbb" to a colour of the Office theme; `background` is the slide's ground.

    `stand_ins` maps a colour of ours to the template's that is used in its place.
    """

    names: Mapping[str, str]
    background: str
    stand_ins: Mapping[str, str]

    def seen(self, colour: str) -> str:
        """The colour that will be seen, as "#rrggbb"."""
        return self.stand_ins.get(colour.lower(), colour.lower())

    def fill(self, colour: str) -> str:
        """A solid fill in the colour."""
        seen = self.seen(colour)
        name = self.names.get(seen)
        inner = f'<a:schemeClr val="{name}"/>' if name else f'<a:srgbClr val="{seen[1:].upper()}"/>'
        return f"<a:solidFill>{inner}</a:solidFill>"


def scheme(theme: Theme) -> dict[str, str]:
    """The twelve colours of our own Office theme, by their names in its XML."""
    outer = [step for at, step in enumerate(theme.scale) if at != len(theme.scale) // 2]
    outer = (outer * 4)[:4] if len(outer) < 4 else [*outer[:2], *outer[-2:]]
    return {
        "dk1": theme.text,
        "lt1": theme.background,
        "dk2": theme.muted,
        "lt2": theme.panel,
        "accent1": theme.primary,
        "accent2": theme.accent,
        **{f"accent{at}": colour for at, colour in enumerate(outer, start=3)},
        "hlink": theme.primary,
        "folHlink": theme.muted,
    }


_SHOWN = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def own_palette(theme: Theme) -> Palette:
    """The palette of a deck on our own master."""
    names: dict[str, str] = {}
    for name, colour in scheme(theme).items():
        names.setdefault(colour.lower(), _SHOWN.get(name, name))
    return Palette(names, theme.background, {})


_PRIMARY = ("accent1", "tx2", *(f"accent{number}" for number in range(2, 7)))


def template_palette(theme: Theme, colours: Mapping[str, str]) -> Palette:
    """The palette of a deck on an organisation's master, whose colours stand in for ours.

    `colours` maps tx1, bg1, bg2, accent1 and so on to "#rrggbb". A colour of theirs that could
    not be read on their background is not taken: the next accent stands in, at last the text's.
    """
    text, ground = colours["tx1"], colours["bg1"]

    def legible(colour: str) -> bool:
        return contrast(colour, ground) >= LEGIBLE

    primary = next((colours[name] for name in _PRIMARY if legible(colours[name])), text)
    panel = colours["bg2"] if contrast(text, colours["bg2"]) >= LEGIBLE else ground
    stand_ins = {
        theme.text: text,
        theme.background: ground,
        theme.panel: panel,
        theme.primary: primary,
        theme.muted: theme.muted if legible(theme.muted) else text,
    }
    names: dict[str, str] = {}
    for name, colour in colours.items():
        names.setdefault(colour.lower(), name)
    return Palette(names, ground, {k.lower(): v.lower() for k, v in stand_ins.items()})
