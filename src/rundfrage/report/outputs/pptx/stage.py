"""The presentation to write on: our own master, or an organisation's template emptied of slides.

A *stage* knows which layouts to take, how big the slides are, and where a box of a SlideLayout
comes to stand on them: mirrored for right-to-left languages, and with a template in the room that
its layout leaves free.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pptx import Presentation
from pptx.presentation import Presentation as Pptx
from pptx.slide import SlideLayout as Layout

from rundfrage.look.box import Box
from rundfrage.look.house.house import House, read_house
from rundfrage.look.house.room import Room, area, size_in
from rundfrage.look.theme import Theme
from rundfrage.report.arrange.frame import Page
from rundfrage.report.layout import HEIGHT, MARGIN, WIDTH
from rundfrage.report.outputs.pptx.master import Kind, own_master
from rundfrage.report.outputs.pptx.palette import own_palette, template_palette
from rundfrage.report.outputs.pptx.template import PRESENTATION, open_template
from rundfrage.report.outputs.pptx.words import EMU, Voice
from rundfrage.text import direction

_TITLE_SIZE = 26.0
"""The size of titles in points on a slide of 960 by 540, where a template's aren't smaller."""


_SENTENCES = ("subTitle", "body")


@dataclass(frozen=True)
class Place:
    """A rectangle in English metric units, as seen."""

    x: int
    y: int
    width: int
    height: int

    @staticmethod
    def of(box: Box) -> Place:
        """The place of a box in points of the slide."""
        x, y, width, height = (round(one * EMU) for one in (box.x, box.y, box.width, box.height))
        return Place(x, y, width, height)

    @property
    def xml(self) -> str:
        """The offset and extent inside an `a:xfrm` or `p:xfrm`."""
        return f'<a:off x="{self.x}" y="{self.y}"/><a:ext cx="{self.width}" cy="{self.height}"/>'


@dataclass(frozen=True)
class Body:
    """A layout's place for sentences: its kind and index as Office has them, and its bullets."""

    kind: str
    index: str
    bulleted: bool


@dataclass(frozen=True)
class Stage:
    """Where slides are written: a presentation with our own master, or an organisation's `house`.

    `opening` is the voice on the first slide, whose ground may be another, and `parting` that on
    slides that open a part; `width` and `height` are those of its slides in points.
    """

    presentation: Pptx
    layouts: Mapping[Kind, Layout]
    voice: Voice
    opening: Voice
    parting: Voice
    house: House | None
    width: float
    height: float

    @property
    def own(self) -> bool:
        """True with our own master."""
        return self.house is None

    @property
    def scale(self) -> float:
        """How many points of this presentation are one point of a SlideLayout."""
        return 1.0 if self.house is None else size_in(self.house.content.body)

    def body_of(self, layout: Layout) -> Body | None:
        """A layout's place for sentences, or None if it has none."""
        if self.house is None:
            held = placeholders(layout)
            kind = next((one for one in _SENTENCES if one in held), None)
            return None if kind is None else Body(kind, held[kind], bulleted=kind == "body")
        if layout is self.layouts[Kind.TITLE]:
            found = self.house.cover.text
        elif self.house.section is not None and layout is self.layouts[Kind.SECTION]:
            found = self.house.section.text
        else:
            room = self.house.content
            places = [
                one
                for one in room.layout.held
                if one.kind in {"obj", "body"} and area(one.box) >= 0.5 * area(room.body)
            ]
            found = max(places, key=lambda one: area(one.box), default=None)
        return None if found is None else Body(found.kind, found.index, bulleted=found.bulleted)

    def of(self, kind: Kind) -> Stage:
        """The stage of slides of a kind, in their voice."""
        voices = {Kind.TITLE: self.opening, Kind.SECTION: self.parting}
        return replace(self, voice=voices.get(kind, self.voice))

    def place(self, box: Box) -> Place:
        """Where a box of a SlideLayout stands on the slide."""
        scale, left, width = self.scale, 0.0, WIDTH
        if self.house is not None:
            body = self.house.content.body
            width = body.width / scale + 2 * MARGIN
            left = body.x - MARGIN * scale
        x = width - box.x - box.width if self.voice.rtl else box.x
        return Place(
            round((left + x * scale) * EMU),
            round(box.y * scale * EMU),
            round(box.width * scale * EMU),
            round(box.height * scale * EMU),
        )


def set_stage(theme: Theme, language: str) -> Stage:
    """The stage for a deck in that language; Problem if the theme's template cannot be used."""
    if theme.template is None:
        master = own_master(theme, rtl=direction(language) == "rtl")
        presentation = Presentation(io.BytesIO(master))
        voice = Voice.of(language, own_palette(theme))
        own = dict(zip(Kind, presentation.slide_masters[0].slide_layouts, strict=True))
        return Stage(presentation, own, voice, voice, voice, None, WIDTH, HEIGHT)
    house = read_house(theme.template)
    presentation = open_template(theme.template)
    layouts = {
        str(layout.part.partname)[1:]: layout
        for master in presentation.slide_masters
        for layout in master.slide_layouts
    }
    rooms = {Kind.TITLE: house.cover, Kind.SECTION: house.section or house.content}
    content, opening, parting = (
        Voice.of(language, template_palette(theme, room, house))
        for room in (house.content, rooms[Kind.TITLE], rooms[Kind.SECTION])
    )
    own = {kind: layouts[rooms.get(kind, house.content).layout.part] for kind in Kind}
    return Stage(presentation, own, content, opening, parting, house, house.width, house.height)


def page_on(house: House) -> Page:
    """Where slides stand on an organisation's layout for content, in points of a SlideLayout."""
    return page_of(house.content, house, _TITLE_SIZE)


def page_of(room: Room, house: House, largest: float) -> Page:
    """Where slides stand in a room; titles are as large as the layout's, and `largest` at most.

    `largest` is in points of a slide that is 960 wide.
    """
    body = in_room(room.body, house)
    page = Page(body.width, body.y, body.y + body.height)
    if room.title is None:
        return page
    return replace(
        page,
        title=in_room(room.title.inner, house),
        size=min(room.title.size, largest * house.width / WIDTH) / size_in(house.content.body),
        leading=room.title.leading,
        capitals=room.title.capitals,
    )


def in_room(box: Box, house: House) -> Box:
    """A box in points of an organisation's slide in those of a SlideLayout."""
    body, scale = house.content.body, size_in(house.content.body)
    left = MARGIN + (box.x - body.x) / scale
    return Box(left, box.y / scale, box.width / scale, box.height / scale)


def placeholders(layout: Layout) -> dict[str, str]:
    """The kinds of placeholders that a layout holds, each with its index."""
    marks = layout.element.iter(f"{PRESENTATION}ph")
    return {mark.get("type", "obj"): mark.get("idx", "0") for mark in marks}
