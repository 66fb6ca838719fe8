"""The presentation to write on: our own master, or an organisation's template emptied of slides.

A *stage* knows which layouts to take, how big the slides are, and where a box of a SlideLayout
comes to stand on them: mirrored for right-to-left languages, scaled and centred on slides that
aren't 960 by 540 points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from pptx import Presentation
from pptx.presentation import Presentation as Pptx
from pptx.slide import SlideLayout as Layout

from rundfrage.look.box import Box
from rundfrage.look.theme import Theme
from rundfrage.report.layout import HEIGHT, WIDTH
from rundfrage.report.outputs.pptx.master import own_master
from rundfrage.report.outputs.pptx.palette import own_palette, template_palette
from rundfrage.report.outputs.pptx.template import PRESENTATION, open_template
from rundfrage.report.outputs.pptx.words import EMU, Voice
from rundfrage.text import direction


@dataclass(frozen=True)
class Place:
    """A rectangle in English metric units, as seen."""

    x: int
    y: int
    width: int
    height: int

    def meets(self, other: Place) -> bool:
        """True if the two share any of the slide."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    @property
    def xml(self) -> str:
        """The offset and extent inside an `a:xfrm` or `p:xfrm`."""
        return f'<a:off x="{self.x}" y="{self.y}"/><a:ext cx="{self.width}" cy="{self.height}"/>'


@dataclass(frozen=True)
class Stage:
    """Where slides are written; `left` and `top` in points say where our slide's corner lies."""

    presentation: Pptx
    title: Layout
    content: Layout
    voice: Voice
    own: bool
    width: float
    height: float

    @property
    def scale(self) -> float:
        """How many points of this presentation are one point of a SlideLayout."""
        return min(self.width / WIDTH, self.height / HEIGHT)

    def place(self, box: Box) -> Place:
        """Where a box of a SlideLayout stands on the slide."""
        x = WIDTH - box.x - box.width if self.voice.rtl else box.x
        left = (self.width - WIDTH * self.scale) / 2
        top = (self.height - HEIGHT * self.scale) / 2
        return Place(
            round((left + x * self.scale) * EMU),
            round((top + box.y * self.scale) * EMU),
            round(box.width * self.scale * EMU),
            round(box.height * self.scale * EMU),
        )


def set_stage(theme: Theme, language: str) -> Stage:
    """The stage for a deck in that language; Problem if the theme's template cannot be used."""
    if theme.template is None:
        master = own_master(theme, rtl=direction(language) == "rtl")
        presentation = Presentation(io.BytesIO(master))
        palette = own_palette(theme)
    else:
        template = open_template(theme.template)
        presentation = template.presentation
        palette = template_palette(theme, template.colours)
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    return Stage(
        presentation,
        _choose(layouts, "title"),
        _choose(layouts, "titleOnly"),
        Voice.of(language, palette),
        theme.template is None,
        (presentation.slide_width or round(WIDTH * EMU)) / EMU,
        (presentation.slide_height or round(HEIGHT * EMU)) / EMU,
    )


def _choose(layouts: list[Layout], kind: str) -> Layout:
    """The layout of that kind, else the one with a title and the fewest other placeholders."""
    for layout in layouts:
        if layout.element.get("type") == kind:
            return layout

    def rank(layout: Layout) -> tuple[bool, int]:
        kinds = placeholders(layout)
        return ("title" not in kinds and "ctrTitle" not in kinds, len(kinds))

    return min(layouts, key=rank)


def placeholders(layout: Layout) -> dict[str, str]:
    """The kinds of placeholders that a layout holds, each with its index."""
    marks = layout.element.iter(f"{PRESENTATION}ph")
    return {mark.get("type", "obj"): mark.get("idx", "0") for mark in marks}
