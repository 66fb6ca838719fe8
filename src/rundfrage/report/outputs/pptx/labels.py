"""The labels of a chart's bars: number formats that print exactly what the deck prints.

A label that is typed goes stale when somebody edits the data; a label that is a number format
follows them. So a printed percent becomes a format: "62 %" is `0" %"`, "[62 %]" is `"["0" %]"`,
and a stack shows no label under five percent by `[>=5]0" %";;`. A number with decimals can't be
one, since its decimal sign would be that of the reader's computer: such labels are typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.report.deck import Bar, Series

_WHOLE = re.compile(r"(?P<before>[^0-9]*)(?P<digits>[0-9]+)(?P<after>[^0-9]*)")

THRESHOLD = 5
"""Percent from which a segment is labelled."""


@dataclass(frozen=True)
class PointLabel:
    """How one bar's label departs from its series': a format, a typed text, or neither for none.

    `size` is its own in points, or zero for the chart's.
    """

    index: int
    format: str | None = None
    text: str | None = None
    size: float = 0


@dataclass(frozen=True)
class Labels:
    """A series' number format and the bars that depart from it."""

    format: str
    points: tuple[PointLabel, ...]


def labels(series: Series, sizes: Sequence[float], *, stacked: bool) -> Labels:
    """The labels of a series: the commonest format for all, exceptions bar by bar.

    `sizes` holds each bar's own letter size, or zero where the chart's fits.
    """
    formats = [_format(bar) for bar in series.bars]
    known = Counter(one for one in formats if one)
    common = known.most_common(1)[0][0] if known else "0"
    shown = f"[>={THRESHOLD}]{common};;" if stacked else common
    points = []
    for index, (bar, own, size) in enumerate(zip(series.bars, formats, sizes, strict=True)):
        if bar is None:
            continue
        by_rule = not stacked or bar.plotted >= THRESHOLD
        if not bar.labelled:
            if by_rule:
                points.append(PointLabel(index))
        elif own is None:
            points.append(PointLabel(index, text=bar.figure.text, size=size))
        elif own != common or not by_rule or size:
            follows = own == common and by_rule
            points.append(PointLabel(index, format=shown if follows else own, size=size))
    return Labels(shown, tuple(points))


def _format(bar: Bar | None) -> str | None:
    """The number format that prints the bar's text, or None if no format does."""
    if bar is None:
        return None
    match = _WHOLE.fullmatch(bar.figure.text)
    if match is None or match["digits"] != f"{bar.plotted:.12g}" or '"' in bar.figure.text:
        return None
    before, after = (f'"{part}"' if part else "" for part in (match["before"], match["after"]))
    return f"{before}0{after}"
