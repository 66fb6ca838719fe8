"""Which layouts of a template a deck is made of, and the room that they leave for it.

A layout is known by what it holds: one for content has a title near its top and room below it,
one for the first slide a title that stands lower, or the first of the template's own slides. The
room is what the layout keeps for content, or all below its title, less whatever layout and master
draw there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rundfrage.look.box import Box
from rundfrage.look.house.layouts import Drawn, Held, Layout, Templates

GAP = 8.0
"""Points that stay free beside whatever the template draws."""

_MARGIN = 0.05
"""The part of a slide's width that stays free at its edges where no layout says more."""
_COVERED = 0.85
_MOSTLY = 0.5
_HAIR = 0.01
"""Square points that boxes share by rounding alone."""
_LEAST_ROOM = 0.3
"""A layout for content has at least this part of its slide free below the title."""
_TITLE_WIDTH = 0.45
_TITLE_END = 0.45
"""Where a content slide's title ends at the latest, as part of the height."""
WIDTH, HEIGHT = 864.0, 433.0
"""The room below a title that slides are designed for, in points of a slide of 960 by 540."""
_CONTENT = frozenset({"obj", "body", "chart", "pic", "tbl", "clipArt", "dgm", "media"})


@dataclass(frozen=True)
class Room:
    """A layout with the places that a deck fills.

    `title` is None where the layout has no place for one that can be used; `body` is the free
    room for everything else; `ground` has the colours that are seen behind it, none for a picture.
    """

    layout: Layout
    title: Held | None
    body: Box
    ground: tuple[str, ...]
    text: Held | None = None
    """The place for the words under a cover's title, if it has one."""


def content_room(found: Templates) -> Room:
    """The room for content: the layout that keeps the most for it."""
    slide = Box(0, 0, found.width, found.height)
    titled = [room for one in found.layouts if (room := _titled(one, slide)) is not None]
    if titled:
        return max(titled, key=lambda room: _worth(room, slide))
    plain = [_room(one, None, _inside(slide)) for one in found.layouts]
    # A layout without any decoration is no house style; those in use are what people show.
    return max(
        plain,
        key=lambda room: (
            bool(room.layout.drawn),
            round(size_in(room.body), 1),
            room.layout.used,
        ),
    )


def cover_room(found: Templates, content: Room) -> Room:
    """The room for the first slide, else that for content."""
    slide = Box(0, 0, found.width, found.height)
    candidates = [room for one in found.layouts if (room := _covering(one, slide)) is not None]
    if not candidates:
        # A title as small as on all other slides, at their top, opens nothing.
        return replace(content, title=None)
    return max(
        candidates,
        key=lambda room: (
            not _photographed(room.layout, slide),
            room.layout.opening + (room.layout.kind == "title") + _is_first(room.title),
            room.text is not None,
            -found.layouts.index(room.layout),
        ),
    )


def section_room(found: Templates) -> Room | None:
    """The room for what opens a part of the deck; None without a layout for it."""
    slide = Box(0, 0, found.width, found.height)
    own = [one for one in found.layouts if one.kind == "secHead" and _headed(one, slide)]
    plain = [one for one in own if not _photographed(one, slide)]
    return _below_title(plain[0], slide) if plain else None


def _headed(layout: Layout, slide: Box) -> bool:
    title = layout.title
    return title is not None and title.upright and title.box.width >= 0.25 * slide.width


def _photographed(layout: Layout, slide: Box) -> bool:
    """True if most of the layout waits for a photograph, which a deck doesn't have."""
    pictures = (one.box for one in layout.held if one.kind == "pic")
    return any(area(one) > _MOSTLY * area(slide) for one in pictures)


def _is_first(title: Held | None) -> bool:
    return title is not None and title.kind == "ctrTitle"


def _titled(layout: Layout, slide: Box) -> Room | None:
    """The room of a layout for content, or None if it is none."""
    title = layout.title
    if title is None or not title.upright:
        return None
    if title.kind == "ctrTitle" or title.box.width < _TITLE_WIDTH * slide.width:
        return None
    end = title.box.y + title.box.height
    if end > _TITLE_END * slide.height:
        return None
    places = [
        one.box
        for one in layout.held
        if one.kind in _CONTENT and one.box.y + one.box.height / 2 > end
    ]
    lowest = min(
        (one.box.y for one in layout.held if one.marginal and one.box.y > end),
        default=slide.height * (1 - _MARGIN),
    )
    if places:
        kept = _union(places)
    else:
        left = max(title.inner.x, _MARGIN / 2 * slide.width)
        right = min(title.inner.x + title.inner.width, slide.width * (1 - _MARGIN / 2))
        kept = Box(left, end, right - left, lowest - end - GAP)
    top = max(kept.y, end)
    kept = Box(kept.x, top, kept.width, kept.y + kept.height - top)
    room = _room(layout, title, kept)
    if room.body.height / HEIGHT < room.body.width / WIDTH:
        lower = Box(kept.x, kept.y, kept.width, max(kept.height, lowest - GAP - kept.y))
        longer = _room(layout, title, lower)
        grown = size_in(longer.body) > size_in(room.body) and longer.ground == room.ground
        room = longer if grown else room
    free = room.body.width * room.body.height / (slide.width * slide.height)
    return room if free >= _LEAST_ROOM else None


def _worth(room: Room, slide: Box) -> tuple[float, int]:
    """How good a layout is for content: how large letters can be, what it holds, how used it is."""
    places = [one for one in room.layout.held if one.kind in _CONTENT]
    whole = any(one.box.width >= 0.9 * room.body.width for one in places)
    return (
        round(size_in(room.body) / slide.width * 960, 1)
        - 0.1 * max(0, len(places) - 1)
        + 0.1 * whole,
        room.layout.used,
    )


def _covering(layout: Layout, slide: Box) -> Room | None:
    """The room of a layout for the first slide, or None if it is none."""
    title = layout.title
    if title is None or layout.kind == "secHead" or not _headed(layout, slide):
        return None
    named = title.kind == "ctrTitle" or layout.kind == "title" or layout.opening
    return _below_title(layout, slide) if named else None


def _below_title(layout: Layout, slide: Box) -> Room:
    """The room of a layout whose title is to be large, and of the words under it."""
    title = layout.title
    assert title is not None  # noqa: S101  (whoever asks has looked)
    words = [
        one
        for one in layout.held
        if one.kind in {"subTitle", "body"} and one.box.y >= title.box.y + title.box.height - GAP
    ]
    words.sort(key=lambda one: (one.kind != "subTitle", -area(one.box)))
    text = words[0] if words else None
    end = title.box.y + title.box.height
    first = text.inner if text else Box(title.inner.x, end + GAP, title.inner.width, 0)
    lowest = min(
        (one.box.y for one in layout.held if one.marginal and one.box.y > first.y + GAP),
        default=slide.height * (1 - _MARGIN),
    )
    below = Box(first.x, first.y, first.width, max(first.height, lowest - GAP - first.y))
    kept = _room(layout, title, below)
    ground = text.fill if text and text.fill is not None else kept.ground
    return Room(layout, title, kept.body, ground, text)


def _room(layout: Layout, title: Held | None, kept: Box) -> Room:
    """The largest free part of a box on a layout, and what is seen behind it."""
    ground, obstacles = _behind(layout, layout.drawn, kept)
    if title is None:
        obstacles += [one.box for one in layout.held if one.marginal]
    body = free_part(kept, obstacles)
    return Room(layout, title, body, ground)


def _behind(layout: Layout, drawn: Sequence[Drawn], kept: Box) -> tuple[tuple[str, ...], list[Box]]:
    """The colours behind a box, and those of the shapes drawn that lie in its way."""
    ground = list(layout.ground)
    pictured = not layout.ground
    obstacles = []
    for shape in drawn:
        shared = area(_shared(shape.box, kept)) / max(1.0, area(kept))
        if shape.fill is not None and shared >= _MOSTLY:
            if shared >= _COVERED:
                ground, pictured = [], False
            ground += shape.fill
            pictured = pictured or not shape.fill
        elif shape.fill is not None or shared < _COVERED:
            obstacles.append(shape.box)
    return (() if pictured else tuple(dict.fromkeys(ground))), obstacles


def ground_under(layout: Layout, shape: Drawn) -> tuple[str, ...]:
    """The colours that are seen behind a shape that the layout draws; none for a picture."""
    below = layout.drawn[: layout.drawn.index(shape)]
    return _behind(layout, below, shape.box)[0]


def ground_of(layout: Layout, held: Held) -> tuple[str, ...]:
    """The colours that are seen behind the text of a place; none for a picture."""
    return _behind(layout, layout.drawn, held.inner)[0] if held.fill is None else held.fill


def obstacles_at(layout: Layout, box: Box) -> list[Box]:
    """What the layout and its master draw in front of the ground of a box."""
    found = _behind(layout, layout.drawn, box)[1]
    return [one for one in found if area(_shared(one, box)) > 0]


def free_part(kept: Box, obstacles: Iterable[Box]) -> Box:
    """The part of a box in which the largest letters stand, free of all obstacles and a gap."""
    near = [Box(one.x - GAP, one.y - GAP, one.width + 2 * GAP, one.height + 2 * GAP)
            for one in obstacles]  # fmt: skip
    near = [one for one in near if area(_shared(one, kept)) > 0]
    if not near:
        return kept
    end_x, end_y = kept.x + kept.width, kept.y + kept.height
    lefts = _within([kept.x, *(one.x + one.width for one in near)], kept.x, end_x)
    rights = _within([end_x, *(one.x for one in near)], kept.x, end_x)
    tops = _within([kept.y, *(one.y + one.height for one in near)], kept.y, end_y)
    bottoms = _within([end_y, *(one.y for one in near)], kept.y, end_y)
    best, worth = Box(kept.x, kept.y, 1.0, 1.0), (0, 0.0)
    for left in lefts:
        for right in (one for one in rights if one > left):
            for top in tops:
                for bottom in (one for one in bottoms if one > top):
                    box = Box(left, top, right - left, bottom - top)
                    size = (round(10 * size_in(box)), area(box))
                    if size > worth and not any(area(_shared(one, box)) > _HAIR for one in near):
                        best, worth = box, size
    return best


def _within(values: Sequence[float], low: float, high: float) -> list[float]:
    return sorted({one for one in values if low <= one <= high})


def _inside(slide: Box) -> Box:
    edge = _MARGIN * slide.width
    return Box(edge, edge, slide.width - 2 * edge, slide.height - 2 * edge)


def _union(boxes: Sequence[Box]) -> Box:
    left, top = min(one.x for one in boxes), min(one.y for one in boxes)
    right = max(one.x + one.width for one in boxes)
    bottom = max(one.y + one.height for one in boxes)
    return Box(left, top, right - left, bottom - top)


def size_in(box: Box) -> float:
    """How large slides come to be in a box, of what they are designed for."""
    return min(box.width / WIDTH, box.height / HEIGHT)


def area(box: Box) -> float:
    """The area of a box, 0 for one that is none."""
    return max(0.0, box.width) * max(0.0, box.height)


def _shared(one: Box, other: Box) -> Box:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right = min(one.x + one.width, other.x + other.width)
    bottom = min(one.y + one.height, other.y + other.height)
    return Box(left, top, right - left, bottom - top)
