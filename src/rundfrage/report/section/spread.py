"""Spreads items over as few slides as hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from rundfrage.report.deck import Slide
from rundfrage.report.section.subject import Subject

_Item = TypeVar("_Item")


def chunked(
    items: Sequence[_Item],
    build: Callable[[Sequence[_Item]], Slide],
    subject: Subject,
    *,
    most: int = 100,
) -> tuple[Slide, ...]:
    """The items on as few slides as hold them, `most` on one, evenly spread, numbered as parts.

    An item that no slide can hold gets a slide alone; the arranger refuses it with a Problem.
    """
    groups = list(_greedy(items, build, subject, most))
    if len(groups) > 1:
        even = _even(items, len(groups))
        if all(subject.fits(build(group)) for group in even):
            groups = even
    return numbered([build(group) for group in groups])


def numbered(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides numbered as parts of one."""
    return tuple(
        replace(slide, part=part, parts=len(slides)) for part, slide in enumerate(slides, start=1)
    )


def most_that(fit: Callable[[int], bool], low: int, high: int) -> int:
    """The largest number from `low` to `high` that fits, where smaller ones fit, too; else `low`.

    Mostly the largest does, so it is tried first.
    """
    middle = high
    while low < high:
        if fit(middle):
            low = middle
        else:
            high = middle - 1
        middle = (low + high + 1) // 2
    return low


def _greedy(
    items: Sequence[_Item],
    build: Callable[[Sequence[_Item]], Slide],
    subject: Subject,
    most: int,
) -> Iterator[Sequence[_Item]]:
    def fit(start: int, end: int) -> bool:
        return subject.fits(build(items[start:end]))

    start = 0
    while start < len(items):
        end = most_that(partial(fit, start), start + 1, min(len(items), start + most))
        yield items[start:end]
        start = end


def _even(items: Sequence[_Item], groups: int) -> list[Sequence[_Item]]:
    small, more = divmod(len(items), groups)
    result = []
    start = 0
    for group in range(groups):
        end = start + small + (group < more)
        result.append(items[start:end])
        start = end
    return result
