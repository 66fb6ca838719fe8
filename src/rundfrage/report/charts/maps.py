"""A number of a question by region, as areas in classes of colour and as a ranking beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import floor, log10

from rundfrage.codebook import Codebook
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.rows import table_title
from rundfrage.report.deck import Atlas, Axis, Bar, Chart, ChartForm, MapClass, Region
from rundfrage.report.maps.outlines import Outlines, inner_point
from rundfrage.report.words import Phrasebook, words_in
from rundfrage.tables.table import Table
from rundfrage.text import number, percent

_MOST_CLASSES, _LEAST_CLASSES = 6, 3
_SIGNS = "%\u200e\u200f\u202f\u00a0 "
"""What a percentage has beside its number."""
_LIGHTEST = 3
"""The lightest tone: so many tenths of the way from the ground to the colour."""


def on_map(
    chart: Chart,
    table: Table,
    drawn: Outlines,
    names: Mapping[str, str],
    language: str,
    theme: Theme,
) -> Chart:
    """The chart of a number by groups, everybody first, as a map.

    `names` are the areas of the groups, by the names of the table's columns. Groups without an
    area are listed with the others.
    """
    words = words_in(language)
    bars = chart.series[0].bars
    sizes = {at: bar.plotted for at, bar in enumerate(bars) if bar is not None and at}
    shown = sorted(sizes, key=lambda at: -sizes[at])
    values = [sizes[at] for at in shown]
    places = {_group(bars[at]): place for place, at in enumerate(shown)}
    start, step = _steps(values)
    count = int((max(values) - start) / step + 1e-9) + 1
    tones = _tones(count, theme)
    classes = tuple(
        MapClass(_bounds(start + step * at, step, chart, language, words), tones[at])
        for at in range(count)
    )
    coloured = tuple(
        replace(bar, colour=tones[int((bar.plotted - start) / step + 1e-9)], reach=None)
        for at in shown
        if (bar := bars[at]) is not None
    )
    areas = {area: places.get(name) for name, area in names.items()}
    regions = tuple(
        Region(area, rings, inner_point(rings), areas.get(area))
        for area, rings in drawn.rings.items()
        if rings
    )
    side = tuple(
        replace(one, figures=tuple(one.figures[at] for at in shown))
        for one in chart.side
        if one.heading == "n"
    )
    atlas = Atlas(regions, drawn.ratio, classes, MapClass(words("map-empty"), theme.panel))
    made = Chart(
        ChartForm.MAP,
        tuple(chart.categories[at] for at in shown),
        (replace(chart.series[0], bars=coloured),),
        Axis(min(0.0, chart.axis.start), chart.axis.end),
        side=(),
        percent=chart.percent,
        atlas=atlas,
    )
    return described(replace(made, side=side), table_title(table, language), words)


def area_names(areas: Sequence[str], codebook: Codebook, by: str, file: str) -> Mapping[str, str]:
    """The area of each group by the group's name; raises a Problem if no area is one.

    An area is known by the name, the code or the label of an answer, in any language.
    """
    known: dict[str, str] = {}
    for one in codebook[by].categories:
        for words in (one.name, str(one.code), *(text for _, text in one.label.versions)):
            known.setdefault(_plain(words), one.name)
    found = {known[_plain(area)]: area for area in areas if _plain(area) in known}
    if not found:
        raise Problem(
            "map-file",
            where=Where(name=file),
            found=message(
                "None of its areas is an answer to {by}: {areas}.",
                by=by,
                areas=", ".join(areas[:8])[:200],
            ),
            expected=message(
                "areas called as the answers, such as {labels}.",
                labels=", ".join(words for _, words in codebook[by].categories[0].label.versions)
                or codebook[by].categories[0].name,
            ),
            mend=message("Name the property that holds their names by key=."),
        )
    return found


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _group(bar: Bar | None) -> str:
    """The group to which a figure is bound."""
    binding = "" if bar is None else bar.figure.binding
    return binding.partition("[")[2].rstrip("]").partition("=")[2].strip('= "')


def _steps(values: Sequence[float]) -> tuple[float, float]:
    """Where the first class begins, and how wide each is: an even number, 3 to 6 of them."""
    low, high = min(values), max(values)
    span = max(high - low, 1e-9)
    power = 10.0 ** floor(log10(span / _LEAST_CLASSES))
    steps = [one * power for one in (0.2, 0.5, 1, 2, 5, 10)]
    fitting = []
    for step in steps:
        start = floor(low / step + 1e-9) * step
        count = int((high - start) / step + 1e-9) + 1
        if count <= _MOST_CLASSES:
            fitting.append((abs(count - 5) if count >= _LEAST_CLASSES else 9 - count, start, step))
    _, start, step = min(fitting) if fitting else (0, low, span)
    return (start, step) if high > low else (low, 1.0)


def _tones(count: int, theme: Theme) -> tuple[str, ...]:
    """Tones of one colour, from light to dark."""
    tones = ramp((theme.background, theme.primary), 11)
    return ramp((tones[_LIGHTEST], theme.primary), count) if count > 1 else (theme.primary,)


def _bounds(low: float, step: float, chart: Chart, language: str, words: Phrasebook) -> str:
    """The least and the greatest number, as printed, that a class holds."""
    if chart.percent:
        high = min(100.0, low + max(step, 1) - 1)
        first, last = percent(round(low), language), percent(round(high), language)
        if round(low) == round(high):
            return first
        return words("map-range", low=first.strip(_SIGNS), high=last)
    places = 2 if step < 1 else 1
    unit = 10.0**-places
    return words(
        "map-range",
        low=number(low, language, places),
        high=number(low + step - unit, language, places),
    )
