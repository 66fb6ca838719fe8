"""The deck's colours as an Office theme names them, so that a new theme recolours the deck.

An Office theme has twelve colours. Ours take: dark 1 the text, light 1 the background, dark 2 the
muted tone, light 2 the panel, accents 1 and 2 primary and accent, accents 3 to 6 the outer steps
of the scale. A colour that the theme doesn't hold is written as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.look.colour import LEGIBLE, contrast, ramp
from rundfrage.look.house.house import House
from rundfrage.look.house.room import Room
from rundfrage.look.house.scale import deepened, legible, readable_text
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
        return f"<a:solidFill>{self.colour(colour)}</a:solidFill>"

    def colour(self, colour: str) -> str:
        """The colour by its name in the Office theme, or as it is."""
        seen = self.seen(colour)
        name = self.names.get(seen)
        return f'<a:schemeClr val="{name}"/>' if name else f'<a:srgbClr val="{seen[1:].upper()}"/>'


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


_NAMED = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)))
_FAR = 2.0
"""A panel whose contrast with the slide's ground is greater is no quiet ground any more."""
_FINE = 16

_SHOWN = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def own_palette(theme: Theme) -> Palette:
    """The palette of a deck on our own master."""
    names: dict[str, str] = {}
    for name, colour in scheme(theme).items():
        names.setdefault(colour.lower(), _SHOWN.get(name, name))
    return Palette(names, theme.background, {})


def template_palette(theme: Theme, room: Room, house: House) -> Palette:
    """The palette of a deck in a room of an organisation's layout.

    A colour of the theme that could not be read on the room's ground gives way: to black, white
    or the template's own text, or to a deeper or lighter tone of itself.
    """
    names = {room.layout.names[one]: one for one in reversed(_NAMED) if one in room.layout.names}
    if not room.ground and room.text is not None and room.text.colour:
        # On a picture nobody knows what can be read but the template itself.
        tones = (theme.primary, theme.accent, theme.text, theme.muted)
        return Palette(names, theme.background, dict.fromkeys(tones, room.text.colour))
    ground = room.ground or (house.colours.background,)
    text = theme.text if legible(theme.text, ground) else readable_text(ground, room.layout.names)
    near = all(contrast(theme.panel, one) < _FAR for one in ground)
    mixed = ramp((ground[0], text), _FINE)[1]
    panel = theme.panel if near and legible(text, (theme.panel,)) else mixed
    stand_ins = {
        theme.background: ground[0],
        theme.panel: panel,
        theme.accent: deepened(theme.accent, text, ground, LEGIBLE),
        theme.muted: deepened(theme.muted, text, ground, LEGIBLE),
        theme.primary: deepened(theme.primary, text, (*ground, panel), LEGIBLE),
        theme.text: text,
    }
    return Palette(names, ground[0], {k.lower(): v.lower() for k, v in stand_ins.items()})
