"""A slide on an organisation's layout for it, the first or one that opens a part.

Title and lines stand where the layout has them.
"""

from __future__ import annotations

from dataclasses import replace

from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.look.house.house import House
from rundfrage.look.house.room import GAP, Room, free_part, obstacles_at, size_in
from rundfrage.report.arrange.frame import Setting, in_place, moved, organisation, ribbon
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Slide
from rundfrage.report.layout import MARGIN, SlideLayout
from rundfrage.report.outputs.pptx.stage import in_room, page_of
from rundfrage.text import direction

_TITLE_SIZE = 44.0
"""A deck's title in points on a slide of 960 by 540, where a template's isn't smaller."""
_STEPS = ((20.0, 15.0), (18.0, 14.0), (16.0, 13.0), (14.0, 12.0), (12.0, 11.0), (10.0, 9.0))
"""The sizes of the first line under the title and of the others, from the largest on."""
_LEADING = 1.3


def cover(slide: Slide, setting: Setting, house: House, room: Room) -> SlideLayout:
    """The layout of the slide in the room; texts that find none in small letters are cut."""
    page = page_of(room, house, _TITLE_SIZE)
    body = _seen(in_room(room.body, house), setting)
    if page.title is not None:
        title = in_place(slide.title.text, page, page.title, setting.ruler)
        end = title.box.y + title.box.height
    else:
        sizing = Sizing(_TITLE_SIZE, 24, lines=4, leading=1.12, bold=True)
        place = Box(body.x, body.y + 0.15 * body.height, body.width, 0.5 * body.height)
        title = fit(slide.title.text, place, sizing, setting.ruler)
        end = title.box.y + title.box.height + 14
    top = max(body.y, end)
    free = Box(body.x, top, body.width, body.y + body.height - top)
    return SlideLayout(
        title=title,
        claims=_lines(slide, free, setting),
        organisation=organisation(setting),
        ribbon=_ribbon(setting, house, room),
    )


def _lines(slide: Slide, free: Box, setting: Setting) -> tuple[Fit, ...]:
    """The lines under the title, as large as all of them fit."""
    placed: list[Fit] = []
    for first, others in _STEPS:
        placed, y = [], free.y
        for number, claim in enumerate(slide.claims):
            size = others if number else first
            box = Box(free.x, y, free.width, 4 * size * _LEADING)
            sizing = Sizing(size, size, lines=3, leading=_LEADING)
            placed.append(fit(runs(claim), box, sizing, setting.ruler))
            y += placed[-1].box.height + (5 if number else 10)
        if y - 5 <= free.y + free.height and not any(one.cut for one in placed):
            break
    return tuple(placed)


def _ribbon(setting: Setting, house: House, room: Room) -> Fit | None:
    """The ribbon at an edge of the slide where the layout draws and holds nothing."""
    found = ribbon(setting)
    if found is None:
        return None
    scale = size_in(house.content.body)
    width, height = found.box.width * scale, found.box.height * scale
    layout = room.layout
    slide = Box(0, 0, house.width, house.height)
    kept = (one for one in layout.held if one is room.title or one is room.text)
    taken = [*obstacles_at(layout, slide), *(one.box for one in kept)]
    ends = (slide.width - width, 0.0, (slide.width - width) / 2)
    under = sorted(one.y + one.height + GAP for one in taken)
    for y in (0.0, slide.height - height, *under):
        for x in ends:
            place = Box(x, y, width, height)
            if free_part(place, taken) == place:
                return moved(found, *_corner(place, setting, house))
    return moved(found, *_corner(Box(ends[0], 0, width, height), setting, house))


def _corner(place: Box, setting: Setting, house: House) -> tuple[float, float]:
    box = _seen(in_room(place, house), setting)
    return box.x, box.y


def _seen(box: Box, setting: Setting) -> Box:
    """The box so that it comes to stand there on slides that are mirrored."""
    if setting.page is None or direction(setting.deck.language) == "ltr":
        return box
    return replace(box, x=2 * MARGIN + setting.page.width - box.x - box.width)
