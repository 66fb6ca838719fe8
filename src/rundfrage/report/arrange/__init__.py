"""Arranges a deck: positions in points for everything on every slide, or a Problem.

What an arranger returns never overflows. A body that finds no room raises `slide-overflow`;
`fits` asks first, and the planner splits a slide until it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange.body import (
    chart_slide,
    prose_slide,
    quote_slide,
    quotes_slide,
    title_slide,
)
from rundfrage.report.arrange.chart import legible
from rundfrage.report.arrange.frame import Page, Setting
from rundfrage.report.arrange.headline import headline_slide
from rundfrage.report.arrange.parting import section_slide
from rundfrage.report.arrange.text import text_slide
from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.layout import SlideLayout

ARRANGERS: Mapping[SlideRole, Callable[[Slide, Setting], SlideLayout]] = {
    SlideRole.TITLE: title_slide,
    SlideRole.SECTION: section_slide,
    SlideRole.HEADLINE: headline_slide,
    SlideRole.CHART: chart_slide,
    SlideRole.QUOTE: quote_slide,
    SlideRole.QUOTES: quotes_slide,
    SlideRole.SUMMARY: prose_slide,
    SlideRole.METHOD: prose_slide,
    SlideRole.TEXT: text_slide,
}


def arrange(
    deck: Deck,
    theme: Theme = DEFAULT,
    *,
    anywhere: bool = False,
    page: Page | None = None,
) -> tuple[SlideLayout, ...]:
    """The layout of each slide, in order; raises the Problem `slide-overflow`.

    `anywhere` it also fits in the fonts that stand in where the theme's are missing; a slide that
    is too full for that is set for the theme's alone. A `page` is
    that of an organisation's layout.
    """
    rulers = (ruler(theme, anywhere=True), ruler(theme)) if anywhere else (ruler(theme),)
    settings = [Setting(deck, theme, one, page) for one in rulers]
    return tuple(_arranged(slide, settings) for slide in deck.slides)


def _arranged(slide: Slide, settings: Sequence[Setting]) -> SlideLayout:
    """The layout by the first of the settings in which the slide finds room, else a Problem."""
    for setting in settings[:-1]:
        with suppress(Problem):
            return ARRANGERS[slide.role](slide, setting)
    return ARRANGERS[slide.role](slide, settings[-1])


def fits(slide: Slide, deck: Deck, theme: Theme) -> bool:
    """True if the slide can be arranged in the deck, whose own slides don't matter, in any font."""
    try:
        for anywhere in (False, True):
            ARRANGERS[slide.role](slide, Setting(deck, theme, ruler(theme, anywhere=anywhere)))
    except Problem:
        return False
    return True


def legible_slide(slide: Slide, deck: Deck, theme: Theme) -> Slide:
    """The slide without those labels in its chart that are wider than their segments."""
    measure = ruler(theme, anywhere=True)
    layout = ARRANGERS[slide.role](slide, Setting(deck, theme, measure))
    panes = tuple(
        replace(pane, chart=legible(pane.chart, place.chart, measure))
        for pane, place in zip(slide.panes, layout.panes, strict=True)
    )
    if slide.chart is None or layout.chart is None:
        return replace(slide, panes=panes)
    return replace(slide, chart=legible(slide.chart, layout.chart, measure))
