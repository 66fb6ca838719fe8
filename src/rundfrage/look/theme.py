"""A Theme: the colours, fonts, logo and template in which an organisation publishes.

Colours are "#rrggbb". `scale` holds five colours from the best to the worst step of an ordered
scale (blue-green to brown by default: it holds under colour blindness); other numbers of steps are
interpolated. `template` is an organisation's own .pptx. It is read from `theme.toml` by
`read_theme` (theme_file.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rundfrage.look.colour import LEGIBLE, contrast, ink, ramp


@dataclass(frozen=True)
class Theme:
    """What the outputs need to know of an organisation's look."""

    name: str = "rundfrage"
    organisation: str = ""
    primary: str = "#0b4f5c"
    """Titles, bars, the headline figure: 4.5:1 on the background and the panel at least."""
    accent: str = "#9c4f1f"
    """Kickers and the ribbon: 4.5:1 on the background at least."""
    text: str = "#1d2729"
    muted: str = "#566367"
    """Footers, axis texts, bars of "other" and "none": 4.5:1 on the background at least."""
    background: str = "#ffffff"
    panel: str = "#eef3f3"
    """The ground of quotations and of the headline figure."""
    scale: tuple[str, ...] = ("#01665e", "#5ab4ac", "#d9dcd6", "#d8b365", "#8c510a")
    font: str = "IBM Plex Sans"
    fonts: Path | None = None
    """A folder with the organisation's own font files."""
    logo: Path | None = None
    template: Path | None = None

    def on_colour(self) -> Theme:
        """The theme of a slide whose ground is the primary colour: light where it was dark.

        The ink of the primary colour reaches 4.58:1 on it; softer tones stop where 4.5 would be
        missed.
        """
        ground = self.primary
        letters = ink(ground)
        return replace(
            self,
            background=ground,
            panel=ramp((ground, letters), 12)[1],
            primary=letters,
            accent=letters,
            text=letters,
            muted=_softest(letters, ground),
        )


def _softest(letters: str, ground: str) -> str:
    """The tone between the letters and their ground that is nearest to the ground and legible."""
    tones = ramp((letters, ground), 21)[:8]
    return next((one for one in reversed(tones) if contrast(one, ground) >= LEGIBLE), letters)


DEFAULT = Theme()
