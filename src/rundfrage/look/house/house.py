"""A house style as a whole, and the theme that it makes of what theme.toml leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.look.box import Box
from rundfrage.look.colour import contrast
from rundfrage.look.house.layouts import Layout, Templates, templates
from rundfrage.look.house.package import BROKEN, Package, read_template, unreadable
from rundfrage.look.house.room import (
    Room,
    area,
    content_room,
    cover_room,
    ground_under,
    section_room,
    size_in,
)
from rundfrage.look.house.scale import Colours, colours_on
from rundfrage.look.theme import Theme

_LOGO = (0.001, 0.12)
"""The least and the greatest part of a slide that a logo covers."""
_PICTURES = frozenset({".png", ".jpg", ".jpeg"})
_NAMED = 5
"""Links to elsewhere that a warning names."""
_SMALL = 0.72
"""Below this part of their usual size letters on a slide are hard to read from the back row."""
_KNOWN = frozenset({"Arial", "Calibri", "Helvetica", "Liberation Sans", "Carlito", "DejaVu Sans"})
"""Families as wide as those that every text is measured for."""


@dataclass(frozen=True)
class House:
    """A template's size in points, the rooms for a deck, and its colours, fonts and logo.

    `logo` is the name of a part; empty where no picture of the layouts can stand on a page.
    """

    path: Path
    width: float
    height: float
    content: Room
    cover: Room
    section: Room | None
    """That of a layout for what opens a part of the deck, if there is one."""
    colours: Colours
    names: Mapping[str, str] = field(hash=False)
    heading_font: str
    font: str
    logo: str
    outside: tuple[tuple[str, str], ...] = ()
    """What it would load from elsewhere: the part that points there, and the target."""

    @property
    def scale(self) -> float:
        """How large letters are, of what they are on a slide without a template."""
        return size_in(self.content.body) * 960.0 / self.width


def read_house(path: Path) -> House:
    """The house style in a template. Problem if the file cannot be used as one."""
    return _house(path, read_template(path))


@lru_cache(maxsize=4)
def _house(path: Path, content: bytes) -> House:
    try:
        package = Package(content)
        found = templates(package)
        outside = tuple(package.outside())
    except BROKEN as error:
        raise unreadable(
            path, message("It cannot be read as a presentation ({error}).", error=error)
        ) from error
    if not found.layouts:
        raise Problem(
            "template-without-layouts",
            where=Where(str(path)),
            found=message("The template has no slide layout."),
            expected=message("a template with a slide master and at least one layout."),
            mend=message(
                "Open it in PowerPoint, add a layout in the view of the slide master, and save."
            ),
        )
    room = content_room(found)
    cover = cover_room(found, room)
    names = room.layout.names
    ground = room.ground or (names["bg1"],)
    drawn = [
        colour
        for layout in (room.layout, cover.layout)
        for shape in layout.drawn
        for colour in (shape.fill or ())
    ]
    colours = colours_on(ground, names, drawn)
    return House(
        path,
        found.width,
        found.height,
        room,
        cover,
        section_room(found),
        colours,
        names,
        found.heading_font,
        found.font,
        _logo(found, (room.layout, cover.layout), colours.background),
        outside,
    )


def _logo(found: Templates, layouts: tuple[Layout, ...], background: str) -> str:
    """The picture of a logo's size that stands on a ground like the pages'."""
    slide = Box(0, 0, found.width, found.height)
    for layout in layouts:
        for shape in layout.drawn:
            part = area(shape.box) / area(slide)
            if not (shape.picture and _LOGO[0] <= part <= _LOGO[1]):
                continue
            if PurePosixPath(shape.picture).suffix.lower() not in _PICTURES:
                continue
            under = ground_under(layout, shape)
            if under and all(contrast(one, background) < 1.2 for one in under):
                return shape.picture
    return ""


def house_warnings(theme: Theme) -> Iterator[Problem]:
    """What the theme's template doesn't give, and how to settle it; a deck is made all the same."""
    path = theme.template
    if path is None:
        return
    house = read_house(path)
    room = house.content
    if room.title is None:
        yield _warning(
            "template-layout",
            path,
            message("No layout of the template has a title at its top and free room below it."),
            message("a layout such as “Title Only”."),
            message(
                "Slides are laid into the free part of “{layout}”. Add such a layout in "
                "PowerPoint's view of the slide master, and save.",
                layout=room.layout.name,
            ),
        )
    if house.scale < _SMALL:
        yield _warning(
            "template-room",
            path,
            message(
                "What the layout “{layout}” draws leaves room for letters of {percent}% of their "
                "usual size.",
                layout=room.layout.name,
                percent=round(100 * house.scale),
            ),
            message("a layout with more free room below its title."),
            message("Add a layout with a smaller logo, band or margin to the template."),
        )
    if house.outside:
        yield _warning(
            "template-outside",
            path,
            message(
                "The template loads what isn't in it: {targets}.",
                targets=", ".join(f"{target} ({part})" for part, target in house.outside[:_NAMED]),
            ),
            message("pictures, films and objects that lie in the template itself."),
            message(
                "The deck is made without them: who opens it would ask for them elsewhere. Insert "
                "them without a link in PowerPoint's view of the slide master, and save."
            ),
        )
    if not room.ground:
        yield _warning(
            "template-ground",
            path,
            message(
                "A picture lies behind the content of the layout “{layout}”: nobody knows "
                "whether texts can be read on it.",
                layout=room.layout.name,
            ),
            message("a plain ground behind charts and texts."),
            message(
                "Slides get an area in the template's background colour. Add a layout without "
                "the picture to spare them that."
            ),
        )
    if house.colours.lent and theme.scale == house.colours.scale:
        yield _warning(
            "template-colours",
            path,
            message(
                "The template has no two colours that everybody can tell apart, also those who "
                "are colour-blind: scales take one that isn't yours."
            ),
            message("two colours of different lightness or hue, such as blue and orange."),
            message("Name five colours under [scale] in theme.toml."),
        )
    strange = sorted({house.font, house.heading_font} - _KNOWN - {""})
    if strange and theme.fonts is None:
        yield _warning(
            "template-font",
            path,
            message("The template sets texts in “{fonts}”.", fonts="”, “".join(strange)),
            message("the files of the fonts, for PDF and HTML and for measuring texts."),
            message(
                "PDF and HTML are set in the built-in family, and texts in the PPTX have room for "
                "the widest of the usual ones. Name family and folder under [fonts] in theme.toml."
            ),
        )


def _warning(code: str, path: Path, found: Message, expected: Message, mend: Message) -> Problem:
    return Problem(
        code,
        where=Where(str(path)),
        found=found,
        expected=expected,
        mend=mend,
        severity="warning",
    )
