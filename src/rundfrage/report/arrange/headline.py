"""The designs of a headline: a number with its sentences, and what the number is a part of.

Which design a slide takes follows from what it shows, so that a deck has rhythm by its content: a
net stands above its whole scale, shares of several items beside their bars, a number out of ten
above ten discs, and a number that is part of nothing on a ground of colour.
"""

from __future__ import annotations

from dataclasses import replace

from rundfrage.locales import message
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.report.arrange.chart import chart_layout
from rundfrage.report.arrange.frame import (
    TITLE,
    Setting,
    block,
    frame,
    framed,
    moved,
    overflow,
)
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Chart, ChartForm, Slide
from rundfrage.report.layout import MARGIN, ChartLayout, Shape, SlideLayout

_HEADING = replace(TITLE, lines=4)
_NUMBER = Sizing(132, 44, lines=1, leading=1.0, bold=True)
_BESIDE = 34.0
"""Points between the number and its sentence."""
_FIRST, _OTHERS, _SMALLEST = 30.0, 17.0, 12.0
_TEN = 10
_ROW = 92.0
"""The height of a bar with its room beside a headline, in points."""


def headline_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """The headline in the design that fits what it shows."""
    if slide.big is None or slide.chart is None:
        return _alone(slide, setting)
    if slide.chart.net:
        return _above_scale(slide, slide.chart, setting)
    if slide.chart.form is ChartForm.SHARE:
        return _beside_share(slide, slide.chart, setting)
    return _beside_bars(slide, slide.chart, setting)


def _alone(slide: Slide, setting: Setting) -> SlideLayout:
    """A number that is part of nothing, or a statement, on a ground of colour."""
    page = frame(slide, setting, _HEADING)
    top = page.body.y + 10
    inner = Box(MARGIN, top, page.body.width, page.body.y + page.body.height - top)
    big, claims = _number_and_words(slide, inner, setting)
    return framed(
        page,
        SlideLayout(title=page.title, big=big, claims=claims, shapes=(block(),), coloured=True),
    )


def _above_scale(slide: Slide, chart: Chart, setting: Setting) -> SlideLayout:
    """The number and its sentence, a bracket under them, and the scale that it brackets."""
    page = frame(slide, setting, _HEADING)
    body = page.body
    end = body.y + body.height - 6
    labels = _ends(chart, body.width, setting)
    low = max((one.box.height for one in labels), default=0.0)
    high = min(66.0, max(44.0, body.height * 0.19))
    bar = Box(MARGIN, end - low - 8 - high, body.width, high)
    bracket = bar.y - 20
    inner = Box(MARGIN, body.y + 8, body.width, bracket - 12 - body.y - 8)
    if inner.height < 60:
        raise overflow(slide, message("the scale under the figure"))
    big, claims = _number_and_words(slide, inner, setting)
    placed = []
    for at, one in enumerate(labels):
        x = bar.x if at == 0 else bar.x + bar.width - one.box.width
        placed.append(moved(one, x, bar.y + bar.height + 8))
    layout = ChartLayout(
        box=bar,
        plot=bar,
        labels=Box(bar.x, bar.y, 0, bar.height),
        side=(),
        size=17.0,
        row=bar.height,
        label_lines=(("",),),
        axis=Box(bar.x, bar.y + bar.height + 8, bar.width, low),
        ends=tuple(placed),
        solid=True,
    )
    shapes = _bracket(chart, bar, bracket)
    return framed(
        page, SlideLayout(title=page.title, big=big, claims=claims, chart=layout, shapes=shapes)
    )


def _beside_share(slide: Slide, chart: Chart, setting: Setting) -> SlideLayout:
    """The number above its sentence, and at their side the whole that it is a part of."""
    page = frame(slide, setting, _HEADING)
    body = page.body
    room = Box(MARGIN, body.y + 10, body.width, body.height - 16)
    across = min(room.height, room.width * 0.34)
    right = Box(MARGIN + body.width - across, room.y, across, room.height)
    left = Box(MARGIN, room.y, body.width - across - 56.0, room.height)
    big, claims = _stacked(slide, left, setting)
    layout = chart_layout(chart, right, setting.ruler)
    if layout is None:
        raise overflow(slide, message("the picture of the share"))
    return framed(page, SlideLayout(title=page.title, big=big, claims=claims, chart=layout))


def _beside_bars(slide: Slide, chart: Chart, setting: Setting) -> SlideLayout:
    """The number above its sentence, and at their side a bar for each share it speaks of."""
    page = frame(slide, setting, _HEADING)
    body = page.body
    gap = 44.0
    left = Box(MARGIN, body.y + 10, body.width * 0.46, body.height - 10)
    x = left.x + left.width + gap
    right = Box(x, body.y + 10, MARGIN + body.width - x, body.height - 10)
    pad = 8.0
    big, claims = _stacked(slide, left, setting)
    discs = _discs(slide, left, big) if big is not None else ()
    if discs and big is not None:
        big, claims, discs = _with_discs(big, claims, discs, left)
    high = min(right.height - 2 * pad, _ROW * len(chart.categories))
    inner = Box(right.x + pad, right.y + (right.height - high) / 2, right.width - 2 * pad, high)
    layout = chart_layout(chart, inner, setting.ruler)
    if layout is None:
        raise overflow(slide, message("the bars beside the figure"))
    return framed(
        page,
        SlideLayout(
            title=page.title,
            big=big,
            claims=claims,
            chart=layout,
            shapes=discs,
        ),
    )


def _number(text: str, width: float, height: float, setting: Setting) -> Fit:
    return fit(text, Box(0, 0, width, height), _NUMBER, setting.ruler)


def _number_and_words(
    slide: Slide, inner: Box, setting: Setting
) -> tuple[Fit | None, tuple[Fit, ...]]:
    """The number at the start, its sentences beside it, both in the middle of the height."""
    x, width = inner.x, inner.width
    big = None
    if slide.big is not None:
        big = _number(slide.big.text, width * 0.52, inner.height * 1.05, setting)
        if big.cut:
            raise overflow(slide, message("the headline figure"))
        used = setting.ruler.width(slide.big.text, big.size, bold=True) + 2
        top = inner.y + (inner.height - big.box.height) / 2
        big = replace(big, box=Box(x, top, used, big.box.height))
        x, width = x + used + _BESIDE, width - used - _BESIDE
    largest = _FIRST if big is not None else 40.0
    room = Box(x, inner.y, width, inner.height)
    claims, used = _sentences(slide, room, largest, setting)
    down = (inner.height - used) / 2
    return big, tuple(moved(one, x, one.box.y + down) for one in claims)


def _stacked(slide: Slide, inner: Box, setting: Setting) -> tuple[Fit | None, tuple[Fit, ...]]:
    """The number above its sentences, together in the middle of the height."""
    assert slide.big is not None  # noqa: S101  (the design's condition)
    big = _number(slide.big.text, inner.width, inner.height * 0.45, setting)
    if big.cut:
        raise overflow(slide, message("the headline figure"))
    big = replace(big, box=Box(inner.x, inner.y, inner.width, big.box.height))
    below = big.box.height + 12
    room = Box(inner.x, inner.y + below, inner.width, inner.height - below)
    claims, used = _sentences(slide, room, 26.0, setting)
    down = (inner.height - below - used) / 2
    return (
        moved(big, inner.x, big.box.y + down),
        tuple(moved(one, inner.x, one.box.y + down) for one in claims),
    )


def _sentences(
    slide: Slide, room: Box, largest: float, setting: Setting
) -> tuple[tuple[Fit, ...], float]:
    """The sentences from the top of the room, the first large, and the height they take."""
    while True:
        placed: list[Fit] = []
        y = room.y
        for index, claim in enumerate(slide.claims):
            size = largest if index == 0 else min(_OTHERS, largest)
            box = Box(room.x, y, room.width, room.height * 4)
            placed.append(fit(runs(claim), box, Sizing(size, size, leading=1.26), setting.ruler))
            y += placed[-1].box.height + 12
        used = max(0.0, y - 12 - room.y)
        if used <= room.height:
            return tuple(placed), used
        if largest <= _SMALLEST:
            raise overflow(slide, message("the sentence beside the figure"))
        largest -= 1


def _ends(chart: Chart, width: float, setting: Setting) -> tuple[Fit, ...]:
    """The first and the last step of the scale in words, each as wide as it needs."""
    sizing = Sizing(14, 11, lines=2, leading=1.2)
    found = []
    for label in (chart.axis.start_label, chart.axis.end_label):
        one = fit(label, Box(0, 0, width * 0.46, 44), sizing, setting.ruler)
        used = max(setting.ruler.width(line, one.size) for line in one.lines) + 1
        found.append(replace(one, box=Box(0, 0, used, one.box.height)))
    return tuple(found)


def _bracket(chart: Chart, bar: Box, top: float) -> tuple[Shape, ...]:
    """A bracket above the segments that the number counts."""
    whole = chart.axis.end - chart.axis.start
    lengths = [one.bars[0].plotted if one.bars[0] else 0.0 for one in chart.series]
    counted = [at for at, one in enumerate(chart.net) if one]
    if not counted:
        return ()
    start = sum(lengths[: counted[0]]) / whole * bar.width + bar.x
    end = sum(lengths[: counted[-1] + 1]) / whole * bar.width + bar.x
    thick, down = 3.0, 11.0
    if end - start < 2 * thick:
        return ()
    return (
        Shape(Box(start, top, end - start, thick), "primary"),
        Shape(Box(start, top, thick, down), "primary"),
        Shape(Box(end - thick, top, thick, down), "primary"),
    )


def _discs(slide: Slide, left: Box, big: Fit) -> tuple[Shape, ...]:
    """Ten discs for a number out of ten, as many in colour as it says."""
    if slide.out_of_ten is None:
        return ()
    gap = 9.0
    wide = min(34.0, (left.width - gap * (_TEN - 1)) / _TEN)
    return tuple(
        Shape(
            Box(left.x + at * (wide + gap), big.box.y + big.box.height, wide, wide),
            "primary",
            round=True,
            tone=1.0 if at < slide.out_of_ten else 0.22,
        )
        for at in range(_TEN)
    )


def _with_discs(
    big: Fit, claims: tuple[Fit, ...], discs: tuple[Shape, ...], left: Box
) -> tuple[Fit, tuple[Fit, ...], tuple[Shape, ...]]:
    """The discs between the number and its sentences, all in the middle of the height again."""
    height = discs[0].box.height + 18
    up = height / 2
    if big.box.y - up < left.y:
        return big, claims, ()
    return (
        moved(big, big.box.x, big.box.y - up),
        tuple(moved(one, one.box.x, one.box.y + up) for one in claims),
        tuple(replace(one, box=replace(one.box, y=one.box.y - up + 6)) for one in discs),
    )
