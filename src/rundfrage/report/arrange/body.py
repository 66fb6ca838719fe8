"""The bodies of slides: charts, a headline figure, quotations, sentences, a table."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.locales import message
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.report.arrange.chart import chart_layout
from rundfrage.report.arrange.frame import (
    TITLE,
    Frame,
    Setting,
    frame,
    moved,
    organisation,
    overflow,
    ribbon,
)
from rundfrage.report.arrange.panels import pack
from rundfrage.report.arrange.table import table_layout
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Claim, Slide
from rundfrage.report.layout import HEIGHT, MARGIN, WIDTH, SlideLayout
from rundfrage.report.words import cited, words_in

_SUBTITLE = Sizing(15, 11.5, lines=3, leading=1.3)
_PAD = 32.0


def title_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """The first slide: a band of colour, the title large, beneath it what the survey is."""
    x = 84.0
    width = WIDTH - x - MARGIN
    title = fit(
        slide.title.text,
        Box(x, 0, width, 190),
        Sizing(46, 24, lines=4, leading=1.12, bold=True, balanced=True),
        setting.ruler,
    )
    title = moved(title, x, 252 - title.box.height)
    claims: list[Fit] = []
    y = 296.0
    for index, claim in enumerate(slide.claims):
        sizing = Sizing(20, 14, lines=2, leading=1.3) if index == 0 else Sizing(15, 11, lines=2)
        one = fit(runs(claim), Box(x, y, width, 60), sizing, setting.ruler)
        claims.append(one)
        y += one.box.height + (14 if index == 0 else 5)
    if y > 480:
        raise overflow(slide, message("the lines under the title"))
    logo = Box(WIDTH - MARGIN - 200, 462, 200, 60) if setting.theme.logo else None
    return SlideLayout(
        title=title,
        claims=tuple(claims),
        organisation=organisation(setting, x),
        ribbon=ribbon(setting),
        logo=logo,
        marks=(Box(0, 0, 28, HEIGHT), Box(x, 270, 72, 6)),
    )


def chart_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """The wording under the title, then the chart in all the room there is."""
    page = frame(slide, setting)
    claims, y = _lines(slide.claims, page.body, _SUBTITLE, setting, gap=4)
    body = Box(page.body.x, y + 14, page.body.width, page.body.y + page.body.height - y - 14)
    layout = None
    if slide.chart is not None:
        layout = chart_layout(slide.chart, body, setting.ruler)
        if layout is None:
            raise overflow(slide, message("the rows of the chart"))
    return _framed(page, SlideLayout(title=page.title, claims=claims, chart=layout))


def headline_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """One number as large as it goes, its sentence beside it."""
    page = frame(slide, setting, replace(TITLE, lines=4))
    height = min(page.body.height - 16, 330.0)
    panel = Box(MARGIN, page.body.y + 16, page.body.width, height)
    x, width = panel.x + _PAD, panel.width - 2 * _PAD
    big = None
    if slide.big is not None:
        sizing = Sizing(140, 48, lines=1, leading=1.0, bold=True)
        big = fit(slide.big.text, Box(x, 0, width * 0.52, 180), sizing, setting.ruler)
        if big.cut:
            raise overflow(slide, message("the headline figure"))
        used = setting.ruler.width(slide.big.text, big.size, bold=True) + 2
        big = Fit(
            Box(x, panel.y + (height - big.box.height) / 2, used, big.box.height),
            big.size, big.lines, big.leading,
        )  # fmt: skip
        x, width = x + used + 36, width - used - 36
    inner = Box(x, panel.y + 16, width, height - 32)
    claims = _sentence_block(slide, inner, setting)
    return _framed(
        page,
        SlideLayout(title=page.title, big=big, claims=claims, panels=(panel,)),
        marks=(Box(panel.x, panel.y, 6, panel.height),),
    )


def quote_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """One quotation in a panel, as large as it goes."""
    page = frame(slide, setting)
    claims, y = _lines(slide.claims, page.body, _SUBTITLE, setting, gap=4)
    room = page.body.y + page.body.height - y - 14
    words = words_in(setting.deck.language)
    quotes: list[Fit] = []
    panels: list[Box] = []
    for quotation in slide.quotations[:1]:
        inner = Box(MARGIN + _PAD + 6, y + 14 + 26, page.body.width - 2 * _PAD - 6, room - 52)
        quote = fit(cited(quotation, words), inner, Sizing(30, 12, leading=1.36), setting.ruler)
        panel = Box(MARGIN, y + 14, page.body.width, min(room, max(quote.box.height + 52, 180.0)))
        top = panel.y + (panel.height - quote.box.height) / 2
        quotes.append(moved(quote, inner.x, top))
        panels.append(panel)
    return _framed(
        page,
        SlideLayout(
            title=page.title, claims=claims, quotations=tuple(quotes), panels=tuple(panels)
        ),
        marks=tuple(Box(panel.x, panel.y, 6, panel.height) for panel in panels),
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
    return _framed(
        page,
        SlideLayout(title=page.title, claims=claims, quotations=packed.texts, panels=packed.panels),
    )


def prose_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """Sentences one below the other, each with a small mark; or a table."""
    page = frame(slide, setting)
    if slide.table is not None:
        layout = table_layout(slide, page, setting)
        return _framed(page, layout)
    indent = 22.0
    body = Box(MARGIN + indent, page.body.y + 14, page.body.width - indent, page.body.height - 14)
    size = 17.0
    while True:
        sizing = Sizing(size, size, leading=1.32)
        claims, end = _lines(slide.claims, body, sizing, setting, gap=size * 0.72)
        if end <= body.y + body.height + 0.01 and not any(claim.cut for claim in claims):
            break
        if size <= 13:
            raise overflow(slide, message("the sentences"))
        size -= 0.5
    marks = tuple(Box(MARGIN, claim.box.y + claim.size * 0.42, 8, 8) for claim in claims)
    return _framed(page, SlideLayout(title=page.title, claims=claims), marks=marks)


def _sentence_block(slide: Slide, inner: Box, setting: Setting) -> tuple[Fit, ...]:
    """The claims beside the headline figure: the first large, all centred in the height."""
    largest = 30.0
    while True:
        placed: list[Fit] = []
        y = inner.y
        for index, claim in enumerate(slide.claims):
            size = largest if index == 0 else min(16.0, largest)
            box = Box(inner.x, y, inner.width, inner.height * 4)
            placed.append(fit(runs(claim), box, Sizing(size, size, leading=1.28), setting.ruler))
            y += placed[-1].box.height + 12
        used = y - 12 - inner.y
        if used <= inner.height:
            break
        if largest <= 12:
            raise overflow(slide, message("the sentence beside the figure"))
        largest -= 1
    down = (inner.height - used) / 2
    return tuple(moved(one, one.box.x, one.box.y + down) for one in placed)


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


def _framed(page: Frame, layout: SlideLayout, marks: tuple[Box, ...] = ()) -> SlideLayout:
    return SlideLayout(
        title=page.title,
        kicker=page.kicker,
        big=layout.big,
        claims=layout.claims,
        chart=layout.chart,
        table=layout.table,
        table_widths=layout.table_widths,
        table_size=layout.table_size,
        table_rows=layout.table_rows,
        table_lines=layout.table_lines,
        quotations=layout.quotations,
        footer=page.footer,
        organisation=page.organisation,
        ribbon=page.ribbon,
        page=page.page,
        logo=page.logo,
        marks=(*page.marks, *marks),
        panels=layout.panels,
    )
