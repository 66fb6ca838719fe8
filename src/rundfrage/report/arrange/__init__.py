"""Arranges a deck: positions in points for everything on every slide, or a Problem.

What an arranger returns never overflows. A body that finds no room raises `slide-overflow`;
`fits` asks first, and the planner splits a slide until it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange.body import (
    chart_slide,
    headline_slide,
    prose_slide,
    quote_slide,
    quotes_slide,
    title_slide,
)
from rundfrage.report.arrange.chart import legible
from rundfrage.report.arrange.frame import Setting
from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.layout import SlideLayout

ARRANGERS: Mapping[SlideRole, Callable[[Slide, Setting], SlideLayout]] = {
    SlideRole.TITLE: title_slide,
    SlideRole.HEADLINE: headline_slide,
    SlideRole.CHART: chart_slide,
    SlideRole.QUOTE: quote_slide,
    SlideRole.QUOTES: quotes_slide,
    SlideRole.SUMMARY: prose_slide,
    SlideRole.METHOD: prose_slide,
}


def arrange(deck: Deck, theme: Theme = DEFAULT) -> tuple[SlideLayout, ...]:
    """The layout of each slide, in order; raises the Problem `slide-overflow`."""
    setting = Setting(deck, theme, ruler(theme))
    return tuple(ARRANGERS[slide.role](slide, setting) for slide in deck.slides)


def fits(slide: Slide, deck: Deck, theme: Theme) -> bool:
    """True if the slide can be arranged in the deck, whose own slides don't matter."""
    try:
        ARRANGERS[slide.role](slide, Setting(deck, theme, ruler(theme)))
    except Problem:
        return False
    return True


def legible_slide(slide: Slide, deck: Deck, theme: Theme) -> Slide:
    """The slide without those labels in its chart that are wider than their segments."""
    measure = ruler(theme)
    layout = ARRANGERS[slide.role](slide, Setting(deck, theme, measure)).chart
    if slide.chart is None or layout is None:
        return slide
    return replace(slide, chart=legible(slide.chart, layout, measure))
