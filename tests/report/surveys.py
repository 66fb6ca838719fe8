"""Surveys small enough to be counted by hand, and what every arranged slide must keep.

Answers are written as words; "" is left blank, "-" not asked, "?" don't know. A multiple answer
is "a b".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np

from rundfrage.codebook import (
    Battery,
    Category,
    Codebook,
    Missing,
    Net,
    Role,
    Sample,
    Study,
    Variable,
    VariableType,
)
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset import Coded, Column, Dataset, Marks, Values
from rundfrage.look.box import Box, Fit
from rundfrage.look.measure import Ruler, ruler
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.claim_runs import split
from rundfrage.report.deck import ChartForm, Deck, Slide
from rundfrage.report.layout import HEIGHT, WIDTH, ChartLayout, SlideLayout
from rundfrage.report.outputs.pages import placed_charts
from rundfrage.report.plan import plan
from rundfrage.report.quotes import Release
from rundfrage.tables import tabulate
from rundfrage.text import EMPTY, Text

MISSING = {"": Missing.LEFT_BLANK, "-": Missing.NOT_ASKED, "?": Missing.DONT_KNOW}
FIELD = (datetime.date(2020, 9, 23), datetime.date(2020, 9, 28))

WICHTIG = ("sehr wichtig", "wichtig", "neutral", "weniger wichtig", "unwichtig")


def de(words: str) -> Text:
    return Text.of(words, "de")


def categories(labels: Sequence[str], *, last: Sequence[Role] = ()) -> tuple[Category, ...]:
    """Categories c1, c2 … with these labels; the roles are those of the last of them."""
    roles = [Role.SUBSTANTIVE] * (len(labels) - len(last)) + list(last)
    return tuple(
        Category(f"c{code}", de(label), code, role)
        for code, (label, role) in enumerate(zip(labels, roles, strict=True), start=1)
    )


def single(name: str, wording: str, labels: Sequence[str], nets: Sequence[Net] = ()) -> Variable:
    return Variable(
        name, VariableType.CATEGORICAL, de(wording), categories(labels), nets=tuple(nets)
    )


def scale(name: str, wording: str, labels: Sequence[str] = WICHTIG, item: str = "") -> Variable:
    return Variable(
        name,
        VariableType.ORDINAL,
        de(wording),
        categories(labels),
        item=de(item) if item else EMPTY,
        battery=name.split(".", maxsplit=1)[0] if item else None,
    )


def multiple(name: str, wording: str, labels: Sequence[str], last: Sequence[Role] = ()) -> Variable:
    return Variable(name, VariableType.MULTIPLE, de(wording), categories(labels, last=last))


def numeric(name: str, wording: str, **more: object) -> Variable:
    return Variable(name, VariableType.NUMERIC, de(wording), **more)  # type: ignore[arg-type]


def rank(name: str, wording: str, item: str) -> Variable:
    return Variable(
        name,
        VariableType.NUMERIC,
        de(wording),
        item=de(item),
        battery=name.split(".", maxsplit=1)[0],
        low=1,
    )


def day(name: str, wording: str) -> Variable:
    return Variable(name, VariableType.DATE, de(wording))


def open_text(name: str, wording: str) -> Variable:
    return Variable(name, VariableType.TEXT, de(wording))


def times(**counts: int) -> list[str]:
    """`times(c1=3, c2=1)` is three answers c1 and one c2; `blank` leaves it blank."""
    names = {"blank": "", "not_asked": "-", "dont_know": "?"}
    return [names.get(name, name) for name, count in counts.items() for _ in range(count)]


def survey(
    *answers: tuple[Variable, Sequence[str]],
    title: str = "Die Umfrage",
    simulated: bool = False,
    sample: Sample = Sample.OPEN,
    ranking: Sequence[str] = (),
) -> Dataset:
    """A dataset of these answers; batteries are made of the variables that name one."""
    variables = tuple(variable for variable, _ in answers)
    names = dict.fromkeys(variable.battery for variable in variables if variable.battery)
    batteries = tuple(
        Battery(
            name,
            next(one.label for one in variables if one.battery == name),
            RANKS if name in ranking else RATINGS,
            tuple(one.name for one in variables if one.battery == name),
        )
        for name in names
    )
    study = Study(
        "umfrage",
        de(title),
        language="de",
        languages=("de",),
        field=FIELD,
        sample=sample,
        simulated=simulated,
    )
    return Dataset(
        Codebook(study, variables, batteries),
        {variable.name: column(variable, given) for variable, given in answers},
        len(answers[0][1]),
        "umfrage.csv",
    )


def column(variable: Variable, given: Sequence[str]) -> Column:
    reasons = np.array([MISSING.get(one, 0) for one in given], np.int8)
    if variable.coded:
        codes = [MISSING[one] if one in MISSING else variable.position(one) for one in given]
        return Coded(np.array(codes, np.int16))
    if variable.type is VariableType.MULTIPLE:
        marks = [
            [MISSING[one] if one in MISSING else int(c.name in one.split()) for one in given]
            for c in variable.categories
        ]
        return Marks(np.array(marks, np.int8).reshape(len(variable.categories), len(given)))
    if variable.type is VariableType.TEXT:
        return Values(np.array(given, object), reasons)
    empty = "1970-01-01" if variable.type is VariableType.DATE else "0"
    filled = [empty if one in MISSING else one for one in given]
    if variable.type is VariableType.DATE:
        return Values(np.array(filled, "datetime64[D]"), reasons)
    return Values(np.array(filled, float), reasons)


def deck_of(
    dataset: Dataset,
    language: str = "de",
    quotes: Release | None = None,
    weight: str | None = None,
) -> Deck:
    """The automatic deck of the dataset, in the default theme."""
    return plan(dataset, tabulate(dataset, weight=weight), language=language, quotes=quotes)


def boxes(layout: SlideLayout) -> Iterator[Box]:
    """Every box on the slide."""
    for _, _, fit in fits(layout):
        yield fit.box
    yield from (*layout.marks, *layout.panels)
    if layout.chart is not None:
        yield from (layout.chart.plot, layout.chart.labels, *layout.chart.side)
    for pane in layout.panes:
        yield from (pane.chart.plot, pane.chart.labels, *pane.chart.side)
    for box in (layout.table, layout.page, layout.logo):
        if box is not None:
            yield box


def fits(layout: SlideLayout) -> Iterator[tuple[str, bool, Fit]]:
    """Every text on the slide: what it is, whether it is bold, and how it is set."""
    for name in ("title", "kicker", "big", "ribbon"):
        fit = getattr(layout, name)
        if fit is not None:
            yield name, True, fit
    for name in ("footer", "organisation"):
        fit = getattr(layout, name)
        if fit is not None:
            yield name, False, fit
    yield from (("claim", False, fit) for fit in layout.claims)
    yield from (("quotation", False, fit) for fit in layout.quotations)
    for pane in layout.panes:
        yield "heading", True, pane.heading
        if pane.base is not None:
            yield "claim", False, pane.base
    for chart in (layout.chart, *(pane.chart for pane in layout.panes)):
        if chart is not None:
            yield from _chart_fits(chart)


def _chart_fits(chart: ChartLayout) -> Iterator[tuple[str, bool, Fit]]:
    yield from (("heading", True, fit) for fit in chart.headings)
    yield from (("legend", False, entry.name) for entry in chart.legend)
    yield from (("axis", False, fit) for fit in chart.ends)
    yield from (("bracket", True, one.words) for one in chart.brackets)


def overflows(deck: Deck) -> list[str]:
    """What doesn't fit on the slides of the deck, in its own fonts and in those that stand in."""
    return [
        f"slide {number}{' elsewhere' if anywhere else ''}: {what}"
        for anywhere in (False, True)
        for number, (slide, layout) in enumerate(
            zip(deck.slides, arrange(deck, anywhere=anywhere), strict=True), start=1
        )
        for what in _overflows(slide, layout, ruler(DEFAULT, anywhere=anywhere))
    ]


def _overflows(slide: Slide, layout: SlideLayout, measure: Ruler) -> Iterator[str]:
    yield from _wide_claims(slide, layout, measure)
    for name, bold, fit in fits(layout):
        if fit.size < 10.5:
            yield f"{name} is set in {fit.size} points"
        for line in fit.lines:
            wide = measure.width(line, fit.size, bold=bold)
            if name != "claim" and wide > fit.box.width + 0.5:
                yield f"{name} is {wide:.0f} wide in {fit.box.width:.0f}: {line}"
    for box in boxes(layout):
        if box.x < 0 or box.y < 0 or box.x + box.width > WIDTH or box.y + box.height > HEIGHT:
            yield f"{box} leaves the slide"
    yield from _collisions(slide, layout)
    for chart, place in placed_charts(slide, layout):
        upright = chart.form is ChartForm.COLUMNS
        room = place.labels.height if upright else place.row
        for lines in place.label_lines:
            if len(lines) * place.size * 1.2 > room:
                yield f"the label {lines} is higher than its row"


def _wide_claims(slide: Slide, layout: SlideLayout, measure: Ruler) -> Iterator[str]:
    """Claims with a line wider than their box, figures being bold."""
    for claim, fit in zip(slide.claims, layout.claims, strict=True):
        for parts in split(claim, fit.lines):
            wide = sum(
                measure.width(part, fit.size, bold=look.bold)
                if isinstance(part, str)
                else measure.width(part.text, fit.size, bold=True)
                for part, look in parts
            )
            if wide > fit.box.width + 0.5:
                yield f"claim is {wide:.0f} wide in {fit.box.width:.0f}: {parts}"


def _crowded(layout: SlideLayout) -> Iterator[str]:
    """Panes whose parts lie over another's, or over each other."""
    parts = [
        (at, box)
        for at, pane in enumerate(layout.panes)
        for box in (pane.heading.box, *([pane.base.box] if pane.base else []), pane.chart.box)
    ]
    for (at, one), (other, two) in combinations(parts, 2):
        wide = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
        high = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
        if wide > 0.1 and high > 0.1:
            yield f"{one} of pane {at} lies over {two} of pane {other}"


def _collisions(slide: Slide, layout: SlideLayout) -> Iterator[str]:
    """Texts from top to bottom that run into the next, and what runs into the footer."""
    floor = layout.footer.box.y if layout.footer is not None else 500.0
    column = [layout.title, *layout.claims] if slide.big is None else [layout.title]
    for upper, lower in pairwise(column):
        if upper.box.y + upper.box.height > lower.box.y + 0.1:
            yield f"{upper.lines[-1]} runs into {lower.lines[0]}"
    low: list[Box] = [*layout.panels, *(fit.box for fit in layout.claims)]
    for _, place in placed_charts(slide, layout):
        low += [place.plot, *(fit.box for fit in place.ends)]
    yield from _crowded(layout)
    if layout.table is not None:
        low.append(layout.table)
    for box in low:
        if box.y + box.height > floor + 0.1:
            yield f"{box} runs into the footer at {floor:.0f}"
    for panel, quotation in zip(layout.panels, layout.quotations, strict=False):
        if quotation.box.y + quotation.box.height > panel.y + panel.height + 0.1:
            yield f"{quotation.lines[0]} leaves its panel"
