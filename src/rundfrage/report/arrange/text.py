"""Slides of text: paragraphs and lists, one below the other, in columns of about equal height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from rundfrage.locales import message
from rundfrage.look.box import Box, Fit
from rundfrage.look.fit import Sizing, fit
from rundfrage.report.arrange.frame import Setting, frame, framed, moved, overflow, pictured
from rundfrage.report.claim_runs import runs
from rundfrage.report.deck import Claim, Slide
from rundfrage.report.layout import MARGIN, POINT_INDENT, SlideLayout

_LARGEST, _SMALLEST = 20.0, 13.0
_LEADING = 1.36
_GUTTER = 36.0
_MEASURE = 46.0
"""A line is at most so many times as long as its letters are high: some 90 letters."""
_PARTED, _LISTED = 0.8, 0.45
"""Room above a paragraph, and above the next point of a list, in multiples of the size."""
_BULLET = 7.0
_BESIDE = 0.46
"""The part of the width that a picture beside a text has at most."""


def text_slide(slide: Slide, setting: Setting) -> SlideLayout:
    """Paragraphs over the whole width, points of lists behind their mark or number."""
    page = frame(slide, setting)
    body = Box(MARGIN, page.body.y + 14, page.body.width, page.body.height - 14)
    size, picture = _LARGEST, None
    if slide.picture is not None:
        part = _BESIDE if slide.claims else 1.0
        room = Box(body.x + body.width * (1 - part), body.y, body.width * part, body.height)
        picture = pictured(slide.picture, room)
        if not slide.claims:
            picture = replace(picture, x=body.x)
            return framed(page, SlideLayout(title=page.title, picture=picture))
        body = replace(body, width=picture.x - _GUTTER - body.x)
    while True:
        layout = _set(slide, body, size, setting)
        if layout is not None:
            return framed(page, replace(layout, title=page.title, picture=picture))
        if size <= _SMALLEST:
            raise overflow(slide, message("the sentences"))
        size -= 0.5


def _set(slide: Slide, body: Box, size: float, setting: Setting) -> SlideLayout | None:
    """The text in letters of that size; None if it is too high."""
    count = slide.columns
    width = (body.width - _GUTTER * (count - 1)) / count
    sizing = Sizing(size, size, leading=_LEADING)
    fits = []
    for claim in slide.claims:
        indent = POINT_INDENT if claim.point else 0.0
        box = Box(indent, 0, min(width, size * _MEASURE) - indent, body.height * 4)
        fits.append(fit(runs(claim), box, sizing, setting.ruler))
    gaps = [0.0, *(_gap(one, after) * size for one, after in pairwise(slide.claims))]
    columns = _balanced(fits, gaps, count)
    if max(_height(fits, gaps, start, end) for start, end in columns) > body.height + 0.01:
        return None
    placed = []
    for number, (start, end) in enumerate(columns):
        x, y = body.x + number * (width + _GUTTER), body.y
        for at in range(start, end):
            y += gaps[at] if at > start else 0
            placed.append(moved(fits[at], x + fits[at].box.x, y))
            y += fits[at].box.height
    return SlideLayout(
        title=placed[0],
        claims=tuple(placed),
        numbers=tuple(map(_number, slide.claims, placed)),
        bullets=tuple(_bullets(slide.claims, placed)),
    )


def _gap(one: Claim, following: Claim) -> float:
    return _LISTED if one.point and following.point else _PARTED


def _height(fits: Sequence[Fit], gaps: Sequence[float], start: int, end: int) -> float:
    return sum(one.box.height for one in fits[start:end]) + sum(gaps[start + 1 : end])


def _balanced(
    fits: Sequence[Fit], gaps: Sequence[float], count: int
) -> tuple[tuple[int, int], ...]:
    """Where each column begins and ends, so that the highest is as low as it can be."""
    whole = len(fits)
    cuts = combinations(range(1, whole), min(count, whole) - 1)
    spread = (tuple(pairwise((0, *places, whole))) for places in cuts)
    return min(
        spread,
        key=lambda columns: max(_height(fits, gaps, start, end) for start, end in columns),
    )


def _number(claim: Claim, one: Fit) -> Fit | None:
    if claim.point in {"", "-"}:
        return None
    box = Box(one.box.x - POINT_INDENT, one.box.y, POINT_INDENT, one.size * one.leading)
    return Fit(box, one.size, (claim.point,), one.leading)


def _bullets(claims: Sequence[Claim], placed: Sequence[Fit]) -> Iterator[Box]:
    for claim, one in zip(claims, placed, strict=True):
        if claim.point == "-":
            top = one.box.y + (one.size * one.leading - _BULLET) / 2
            yield Box(one.box.x - POINT_INDENT, top, _BULLET, _BULLET)
