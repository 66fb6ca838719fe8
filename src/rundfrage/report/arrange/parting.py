"""Slides that part a deck: the name of what follows, large on a ground of colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rundfrage.locales import message
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.report.arrange.frame import (
    STRIP,
    Frame,
    Setting,
    block,
    frame,
    framed,
    kicker_text,
    moved,
    overflow,
)
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Slide
from rundfrage.report.layout import MARGIN, WIDTH, Shape, SlideLayout

_X = 72.0
_FLOOR = STRIP - 8.0
_WIDTH = WIDTH - _X - 260.0
_NAME = Sizing(46, 24, lines=4, leading=1.12, bold=True, balanced=True)
_KICKER = Sizing(15, 12, lines=1, bold=True)
_SAID = Sizing(20, 14, lines=3, leading=1.35)
_RULE = 5.0
_GAP = 14.0


def section_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """A rule, the name and its sentences, together a little above the middle of the height.

    On an organisation's layout for content, where its own look is to be seen, the name stands where
    titles do.
    """
    page = frame(slide, setting)
    if setting.page is not None:
        return framed(page, _below(slide, page, setting))
    name = fit(slide.title.text, Box(_X, 0, _WIDTH, 230), _NAME, setting.ruler)
    words = kicker_text(slide, setting.deck.language)
    kicker = fit(words, Box(_X, 0, _WIDTH, 24), _KICKER, setting.ruler) if words else None
    above = _RULE + _GAP + (kicker.box.height + 4 if kicker else 0.0)
    claims, used = _sentences(slide, _WIDTH, setting)
    height = above + name.box.height + (_GAP + used if claims else 0.0)
    if name.cut or height > _FLOOR - 96:
        raise overflow(slide, message("the name of the section"))
    top = (_FLOOR - height) * 0.45
    rule = Shape(Box(_X, top, 72, _RULE), "background")
    kicker = kicker and moved(kicker, _X, top + _RULE + _GAP - 2)
    name = moved(name, _X, top + above)
    below = name.box.y + name.box.height + _GAP
    layout = SlideLayout(
        title=name,
        claims=tuple(moved(one, _X, below + one.box.y) for one in claims),
        shapes=(block(), rule, *_motif()),
        coloured=True,
    )
    return replace(framed(page, layout), title=name, kicker=kicker)


def _below(slide: Slide, page: Frame, setting: Setting) -> SlideLayout:
    claims, used = _sentences(slide, page.body.width, setting)
    if used > page.body.height - _GAP:
        raise overflow(slide, message("the sentences"))
    top = page.body.y + _GAP
    return SlideLayout(
        title=page.title, claims=tuple(moved(one, MARGIN, top + one.box.y) for one in claims)
    )


def _sentences(slide: Slide, width: float, setting: Setting) -> tuple[tuple[Fit, ...], float]:
    """The sentences one below the other from zero on, and their height."""
    placed: list[Fit] = []
    y = 0.0
    for claim in slide.claims:
        one = fit(runs(claim), Box(0, y, width, 120), _SAID, setting.ruler)
        if one.cut:
            raise overflow(slide, message("the sentences"))
        placed.append(one)
        y += one.box.height + 6
    return tuple(placed), max(0.0, y - 6)


def _motif() -> Iterator[Shape]:
    """Columns of a chart at the end of the slide: the title's bars, upright."""
    for at, high in enumerate((92.0, 168.0, 128.0, 236.0)):
        x = WIDTH - MARGIN - 44.0 * (4 - at) + 12.0
        yield Shape(
            Box(x, _FLOOR - high, 32.0, high), "background", tone=0.34 + 0.13 * at, over="primary"
        )
