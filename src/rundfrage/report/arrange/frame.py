"""What every slide has: kicker, title, footer, organisation, page, logo and ribbon.

The *body* is what is left between the title and the footer; each role fills it in its own way. A
slide whose texts find no room raises the Problem `slide-overflow`: the gate that keeps overflow
from being shipped. The planner meets it first and splits the slide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.locales.foreign import language_of, marked_like
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit, shorten
from rundfrage.look.measure import Ruler
from rundfrage.look.theme import Theme
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Deck, Illustration, Slide
from rundfrage.report.layout import MARGIN, WIDTH, Shape, SlideLayout
from rundfrage.report.words import words_in

INNER = WIDTH - 2 * MARGIN
SMALL = 10.5
"""The smallest print on a slide, in points."""

_KICKER_TOP = 30.0
_TITLE_TOP = 48.0
_FOOT_END = 496.0
STRIP = 508.0
_GAP = 14.0
_LOGO_WIDTH = 120.0
_PAGE_WIDTH = 60.0

TITLE = Sizing(26, 18, lines=3, leading=1.18, bold=True, balanced=True)


@dataclass(frozen=True)
class Page:
    """Where the fixed parts of slides stand on an organisation's layout, in points of a slide.

    All else stands between the margin and `width` points further, from `top` to `bottom`. `title`
    is the layout's own place, in which letters are `size` points large at most; without one the
    title stands at the top of the room. `capitals` says that the layout sets it in capitals.
    """

    width: float
    top: float
    bottom: float
    title: Box | None = None
    size: float = 26.0
    leading: float = 1.2
    capitals: bool = False


@dataclass(frozen=True)
class Setting:
    """What arranging needs to know besides the slide; `page` only on an organisation's layout."""

    deck: Deck
    theme: Theme
    ruler: Ruler
    page: Page | None = None


@dataclass(frozen=True)
class Frame:
    """The fixed parts of a slide and the room that is left for its body."""

    title: Fit
    body: Box
    kicker: Fit | None
    footer: Fit | None
    organisation: Fit | None
    ribbon: Fit | None
    page: Box
    logo: Box | None
    marks: tuple[Box, ...]


def frame(slide: Slide, setting: Setting, title: Sizing = TITLE) -> Frame:
    """The frame of a slide that isn't the title slide."""
    if setting.page is not None:
        return _frame_on(slide, setting, setting.page, title)
    ruler = setting.ruler
    kicker = None
    words = kicker_text(slide, setting.deck.language)
    if words:
        box = Box(MARGIN, _KICKER_TOP, INNER, 16)
        kicker = fit(words, box, Sizing(12, 12, lines=1, bold=True), ruler)
    heading = fit(slide.title.text, Box(MARGIN, _TITLE_TOP, INNER, 120), title, ruler)
    top = _TITLE_TOP + heading.box.height + 8
    footer = foot(slide, setting)
    bottom = footer.box.y - _GAP if footer else _FOOT_END
    return Frame(
        title=heading,
        body=Box(MARGIN, top, INNER, bottom - top),
        kicker=kicker,
        footer=footer,
        organisation=organisation(setting),
        ribbon=ribbon(setting),
        page=Box(WIDTH - MARGIN - _PAGE_WIDTH, STRIP, _PAGE_WIDTH, SMALL * 1.25),
        logo=_logo(setting),
        marks=(Box(MARGIN, 0, 44, 6),),
    )


def framed(page: Frame, layout: SlideLayout, marks: tuple[Box, ...] = ()) -> SlideLayout:
    """The layout of a body with all that the frame holds; its title is the frame's."""
    return replace(
        layout,
        title=page.title,
        kicker=page.kicker,
        footer=page.footer,
        organisation=page.organisation,
        ribbon=page.ribbon,
        page=page.page,
        logo=page.logo,
        marks=() if layout.coloured else (*page.marks, *marks),
    )


def block() -> Shape:
    """The ground of colour of a whole slide, down to the strip at its foot."""
    return Shape(Box(0, 0, WIDTH, STRIP - 8), "primary")


def _frame_on(slide: Slide, setting: Setting, page: Page, title: Sizing) -> Frame:
    """The frame on an organisation's layout, whose own places for footer and number are filled.

    The kicker stands below the title there, where the ground is that of all else; the ribbon ends
    its line.
    """
    ruler = setting.ruler
    top, ribboned, kicker, heading = page.top, ribbon(setting), None, None
    if page.title is None:
        box = Box(MARGIN, top, page.width, 120)
        heading = fit(slide.title.text, box, title, ruler)
        top += heading.box.height + 8
    else:
        heading = in_place(slide.title.text, page, page.title, setting.ruler)
        top = max(top, heading.box.y + heading.box.height + 4)
    words = kicker_text(slide, setting.deck.language)
    room = page.width - (ribboned.box.width + _GAP if ribboned else 0)
    if words:
        box = Box(MARGIN, top + 2, room, 16)
        kicker = fit(words, box, Sizing(12, 12, lines=1, bold=True), ruler)
    if ribboned:
        ribboned = moved(ribboned, MARGIN + page.width - ribboned.box.width, top)
    top += 24 if words or ribboned else 0
    footer = foot(slide, setting)
    if footer:
        footer = moved(footer, MARGIN, page.bottom - footer.box.height)
    bottom = footer.box.y - _GAP if footer else page.bottom
    return Frame(
        title=heading,
        body=Box(MARGIN, top, page.width, bottom - top),
        kicker=kicker,
        footer=footer,
        organisation=organisation(setting),
        ribbon=ribboned,
        page=Box(WIDTH - MARGIN - _PAGE_WIDTH, STRIP, _PAGE_WIDTH, SMALL * 1.25),
        logo=None,
        marks=(),
    )


def in_place(words: str, page: Page, place: Box, ruler: Ruler) -> Fit:
    """A title in the layout's own place, as large as it fits there and on others is.

    One that is too long for the place even in small letters grows downwards.
    """
    shown = words.upper() if page.capitals else words
    smallest = min(page.size, max(14.0, 0.6 * page.size))
    sizing = Sizing(page.size, smallest, leading=page.leading, bold=True)
    found = fit(shown, place, sizing, ruler)
    if found.cut:
        higher = Box(place.x, place.y, place.width, 3 * smallest * page.leading)
        found = fit(shown, higher, Sizing(smallest, 12, leading=page.leading, bold=True), ruler)
    height = max(place.height, found.box.height)
    box = Box(place.x, place.y, place.width, height)
    return Fit(box, found.size, found.lines, page.leading, found.cut)


def kicker_text(slide: Slide, language: str) -> str:
    """The kicker with the number of the part if the slide is continued."""
    if slide.parts == 1:
        return slide.kicker
    part = words_in(language)("part", part=slide.part, parts=slide.parts)
    if not slide.kicker:
        return part
    both = f"{slide.kicker} · {part}"
    return marked_like(both, part) if language_of(slide.kicker) == language_of(part) else both


def foot(slide: Slide, setting: Setting) -> Fit | None:
    """The footer, ending where all footers end; a long one is set small, so that it is whole."""
    if not slide.footer:
        return None
    width = INNER if setting.page is None else setting.page.width
    box = Box(MARGIN, 0, width, 60)
    foot = runs(slide.foot)
    placed = fit(foot, box, Sizing(11, SMALL, lines=3, leading=1.3), setting.ruler)
    if placed.cut:
        placed = fit(foot, box, Sizing(SMALL, SMALL, lines=4, leading=1.3), setting.ruler)
    return moved(placed, MARGIN, _FOOT_END - placed.box.height)


def organisation(setting: Setting, x: float = MARGIN) -> Fit | None:
    """The organisation and the deck's title in the strip at the bottom."""
    names = [" ".join(name.split()) for name in (setting.deck.organisation, setting.deck.title)]
    text = "  ·  ".join(name for name in names if name)
    if not text:
        return None
    width = WIDTH - MARGIN - x - _PAGE_WIDTH - _LOGO_WIDTH - 2 * _GAP
    line = shorten(text, width, SMALL, setting.ruler)
    return Fit(Box(x, STRIP, width, SMALL * 1.25), SMALL, (line,), 1.25, line != text)


def ribbon(setting: Setting) -> Fit | None:
    """The ribbon, hanging from the top edge at the end of the slide."""
    text = setting.deck.ribbon
    if not text:
        return None
    width = min(setting.ruler.width(text, SMALL, bold=True) + 28, INNER)
    line = shorten(text, width - 20, SMALL, setting.ruler, bold=True)
    return Fit(Box(WIDTH - MARGIN - width, 0, width, 22), SMALL, (line,), 1.25, line != text)


def pictured(picture: Illustration, room: Box) -> Box:
    """The picture as large as the room allows, at its end and from its top."""
    factor = min(room.width / picture.width, room.height / picture.height)
    width, height = picture.width * factor, picture.height * factor
    return Box(room.x + room.width - width, room.y, width, height)


def moved(one: Fit, x: float, y: float) -> Fit:
    """The same text in another place."""
    box = Box(x, y, one.box.width, one.box.height)
    return Fit(box, one.size, one.lines, one.leading, one.cut)


def overflow(slide: Slide, what: Message, mend: Message | None = None) -> Problem:
    """The gate: something on the slide finds no room."""
    return Problem(
        "slide-overflow",
        where=Where(name=slide.source or None),
        found=message(
            "On the slide “{text}”, {what} would not fit.", text=slide.title.text[:60], what=what
        ),
        expected=message("texts that fit the slide in letters that can be read."),
        mend=mend or message("Shorten the longest labels of this question."),
    )


def _logo(setting: Setting) -> Box | None:
    if setting.theme.logo is None:
        return None
    x = WIDTH - MARGIN - _PAGE_WIDTH - _LOGO_WIDTH
    return Box(x, STRIP - 8, _LOGO_WIDTH, 28)
