"""The bodies of slides: charts, a headline figure, quotations, sentences, a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rundfrage.locales import message
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.report.arrange.chart import chart_layout
from rundfrage.report.arrange.frame import (
    STRIP,
    Frame,
    Setting,
    block,
    frame,
    framed,
    moved,
    organisation,
    overflow,
    pictured,
    ribbon,
)
from rundfrage.report.arrange.panels import pack
from rundfrage.report.arrange.panes import panes_layout
from rundfrage.report.arrange.table import question_table, table_layout
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.layout import MARGIN, WIDTH, Shape, SlideLayout
from rundfrage.report.words import cited, words_in

_SUBTITLE = Sizing(15, 11.5, lines=3, leading=1.3)
_PAD = 32.0
_FEW = 4
_LARGE, _MIDDLING = 20.0, 17.0
"""Letters of few sentences, and of more, at most."""
_KEY = 1.9
"""A key is so many times as large as its sentence."""
_MEASURE = 46.0
"""A line is at most so many times as long as its letters are high: some 90 letters."""
_LONGEST_KEY = 12


def title_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """The first slide: the title large on a ground of colour, beneath it what the survey is."""
    x, width = 72.0, WIDTH - 72.0 - 200.0
    picture = None
    if slide.picture is not None:
        room = Box(WIDTH / 2, 0, WIDTH / 2 - MARGIN, STRIP - 132)
        picture = pictured(slide.picture, room)
        picture = replace(picture, y=(STRIP - 8 - picture.height) / 2)
        width = picture.x - x - 36
    title = fit(
        slide.title.text,
        Box(x, 0, width, 220),
        Sizing(52, 26, lines=4, leading=1.1, bold=True, balanced=True),
        setting.ruler,
    )
    title = moved(title, x, 268 - title.box.height)
    claims: list[Fit] = []
    y = 316.0
    for index, claim in enumerate(slide.claims):
        sizing = Sizing(21, 14, lines=2, leading=1.3) if index == 0 else Sizing(15, 11, lines=2)
        one = fit(runs(claim), Box(x, y, width, 60), sizing, setting.ruler)
        claims.append(one)
        y += one.box.height + (16 if index == 0 else 5)
    if y > 492:
        raise overflow(slide, message("the lines under the title"))
    logo = Box(WIDTH - MARGIN - 160, STRIP - 4, 160, 32) if setting.theme.logo else None
    return SlideLayout(
        title=title,
        claims=tuple(claims),
        organisation=organisation(setting, x),
        ribbon=ribbon(setting),
        logo=logo,
        picture=picture,
        shapes=(
            block(),
            Shape(Box(x, 288, 72, 5), "background"),
            *(() if picture else _motif()),
        ),
        coloured=True,
    )


def _motif() -> Iterator[Shape]:
    """Bars of a chart at the end of the title slide, which say nothing and belong to all."""
    for row, long in enumerate((76.0, 132.0, 104.0, 54.0, 88.0)):
        y = 132.0 + row * 50.0
        yield Shape(
            Box(WIDTH - long, y, long, 32.0), "background", tone=0.84 - 0.13 * row, over="primary"
        )


def chart_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """The wording under the title, then the chart in all the room there is."""
    page = frame(slide, setting)
    claims, y = _lines(slide.claims, page.body, _SUBTITLE, setting, gap=4)
    body = Box(page.body.x, y + 14, page.body.width, page.body.y + page.body.height - y - 14)
    layout = None
    if slide.table is not None:
        return framed(
            page, replace(question_table(slide, slide.table, page, body, setting), claims=claims)
        )
    if slide.panes:
        panes = panes_layout(slide, body, setting.ruler)
        return framed(page, SlideLayout(title=page.title, claims=claims, panes=panes))
    if slide.chart is not None:
        layout = chart_layout(slide.chart, body, setting.ruler)
        if layout is None:
            raise overflow(slide, message("the rows of the chart"))
    return framed(page, SlideLayout(title=page.title, claims=claims, chart=layout))


def quote_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """One quotation on a ground of colour, as large as it goes, with room around it."""
    page = frame(slide, setting)
    claims, y = _lines(slide.claims, page.body, _SUBTITLE, setting, gap=4)
    room = Box(MARGIN, y + 18, page.body.width, page.body.y + page.body.height - y - 18)
    words = words_in(setting.deck.language)
    quotes: list[Fit] = []
    marks: tuple[Shape, ...] = ()
    for quotation in slide.quotations[:1]:
        inner = Box(MARGIN + _PAD, room.y, room.width - 3 * _PAD, room.height)
        quote = fit(cited(quotation, words), inner, Sizing(34, 12, leading=1.34), setting.ruler)
        top = room.y + (room.height - quote.box.height) * 0.42
        quotes.append(moved(quote, inner.x, top))
        marks = (
            Shape(
                Box(MARGIN, top + 6, 5, quote.box.height - 12),
                "background",
                tone=0.6,
                over="primary",
            ),
        )
    return framed(
        page,
        SlideLayout(
            title=page.title,
            claims=claims,
            quotations=tuple(quotes),
            shapes=(block(), *marks),
            coloured=True,
        ),
    )


def quotes_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """Several quotations in columns of panels."""
    page = frame(slide, setting)
    claims, y = _lines(slide.claims, page.body, _SUBTITLE, setting, gap=4)
    area = Box(MARGIN, y + 12, page.body.width, page.body.y + page.body.height - y - 12)
    language = setting.deck.language
    texts = [cited(one, words_in(language)) for one in slide.quotations]
    packed = pack(texts, area, setting.ruler)
    if len(packed.texts) < len(texts):
        raise overflow(slide, message("the quotations"))
    return framed(
        page,
        SlideLayout(title=page.title, claims=claims, quotations=packed.texts, panels=packed.panels),
    )


def prose_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """Sentences one below the other over the whole height; or a table."""
    page = frame(slide, setting)
    if slide.table is not None:
        return framed(page, table_layout(slide, page, setting))
    if slide.abreast:
        return framed(page, _abreast(slide, page, setting))
    keys = tuple(map(_key, slide.claims)) if slide.role is SlideRole.SUMMARY else ()
    size = _LARGE if len(slide.claims) <= _FEW else _MIDDLING
    while True:
        layout = _listed(slide, page, keys if any(keys) else (), size, setting)
        if layout is not None:
            return framed(page, layout, marks=layout.marks)
        if size <= 13:
            raise overflow(slide, message("the sentences"))
        size -= 0.5


def _listed(
    slide: Slide, page: Frame, keys: tuple[str, ...], size: float, setting: Setting
) -> SlideLayout | None:
    """The sentences in rows of equal distance, after their keys or marks; None if too high."""
    body = page.body
    large = size * _KEY
    wide = max((setting.ruler.width(one, large, bold=True) for one in keys), default=0.0)
    if wide > body.width * 0.3:
        return None
    indent = wide + 28.0 if keys else 22.0
    sizing = Sizing(size, size, leading=1.32)
    column = Box(MARGIN + indent, 0, min(body.width - indent, size * _MEASURE), body.height * 4)
    claims = [fit(runs(one), column, sizing, setting.ruler) for one in slide.claims]
    heights = [
        max(one.box.height, large if keys and keys[at] else 0.0) for at, one in enumerate(claims)
    ]
    room = body.height - 16
    least = size * 0.7
    spare = room - sum(heights) - least * (len(heights) - 1)
    if spare < -0.01:
        return None
    gap = least + min(spare / max(len(heights), 1), size * 1.3)
    y = body.y + 16
    placed, numbers, marks, rules = [], [], [], []
    for at, (one, high) in enumerate(zip(claims, heights, strict=True)):
        placed.append(moved(one, column.x, y + (high - one.box.height) / 2))
        key = keys[at] if keys else ""
        numbers.append(
            Fit(Box(MARGIN, y + (high - large) / 2, wide, large), large, (key,), 1.0)
            if key
            else None
        )
        if not keys:
            marks.append(Box(MARGIN, placed[-1].box.y + size * 0.42, 8, 8))
        y += high
        if keys and at < len(claims) - 1:
            rules.append(Shape(Box(MARGIN, y + gap / 2, body.width, 0.75), "muted", tone=0.35))
        y += gap
    return SlideLayout(
        title=page.title,
        claims=tuple(placed),
        keys=tuple(numbers) if keys else (),
        shapes=tuple(rules),
        marks=tuple(marks),
    )


def _abreast(slide: Slide, page: Frame, setting: Setting) -> SlideLayout:
    """The sentences in columns of one width, each on a panel below its first figure."""
    body, count = page.body, len(slide.claims)
    gap, pad = 20.0, 24.0
    width = (body.width - gap * (count - 1)) / count
    inner = width - 2 * pad
    texts = [claim.figures[0].text for claim in slide.claims]
    number = Sizing(84, 20, lines=1, leading=1.0, bold=True)
    size = min(fit(one, Box(0, 0, inner, 90), number, setting.ruler).size for one in texts)
    top, room = body.y + 12, body.height - 16
    letters = 22.0
    while True:
        sizing = Sizing(letters, letters, leading=1.3)
        box = Box(0, 0, inner, body.height * 4)
        claims = [fit(runs(one), box, sizing, setting.ruler) for one in slide.claims]
        needed = size + 16 + max(one.box.height for one in claims) + 2 * pad
        if needed <= room:
            break
        if letters <= 12:
            raise overflow(slide, message("the sentences under their numbers"))
        letters -= 1
    high = min(room, max(needed, 0.72 * room))
    start = top + (high - needed) / 2 + pad
    across = [MARGIN + at * (width + gap) for at in range(count)]
    return SlideLayout(
        title=page.title,
        claims=tuple(
            moved(one, x + pad, start + size + 16) for one, x in zip(claims, across, strict=True)
        ),
        keys=tuple(
            Fit(Box(x + pad, start, inner, size), size, (one,), 1.0)
            for one, x in zip(texts, across, strict=True)
        ),
        keys_first=True,
        panels=tuple(Box(x, top, width, high) for x in across),
    )


def _key(claim: Claim) -> str:
    """The first figure that can be remembered without its sentence: a share, or words for one."""
    told = (one.text for one in claim.figures if len(one.text) <= _LONGEST_KEY)
    return next((one for one in told if "%" in one or any(map(str.isalpha, one))), "")


def _lines(
    claims: tuple[Claim, ...], body: Box, sizing: Sizing, setting: Setting, *, gap: float
) -> tuple[tuple[Fit, ...], float]:
    """The claims one below the other from the top of the body, and where they end."""
    placed: list[Fit] = []
    y = body.y
    for claim in claims:
        room = max(body.y + body.height - y, sizing.smallest * sizing.leading)
        placed.append(fit(runs(claim), Box(body.x, y, body.width, room), sizing, setting.ruler))
        y += placed[-1].box.height + gap
    return tuple(placed), (y - gap if placed else y)
