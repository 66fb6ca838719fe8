"""The sample deck as new data would have it: every figure another, categories in another order."""

from __future__ import annotations

from dataclasses import replace

from sample import deck

from rundfrage.report.deck import Bar, Chart, ChartForm, Claim, Deck, Figure, Grid, Slide
from rundfrage.text import number, percent


def moved(figure: Figure) -> Figure:
    """Another value for the same binding; equal figures stay equal."""
    if "%" in figure.text:
        whole = (round(figure.value * 100) + 11) % 90 + 1
        return replace(figure, value=whole / 100, text=percent(whole, "de"))
    if "," in figure.text:
        value = round((figure.value + 0.37) % 4 + 1, 2)
        return replace(figure, value=value, text=number(value, "de", 2))
    return replace(figure, value=figure.value + 17, text=number(figure.value + 17, "de"))


def claim(one: Claim) -> Claim:
    return Claim(tuple(part if isinstance(part, str) else moved(part) for part in one.parts))


def bar(one: Bar) -> Bar:
    figure = moved(one.figure)
    percents = "%" in figure.text
    return replace(one, figure=figure, plotted=round(figure.value * 100) if percents
                   else figure.value)  # fmt: skip


def chart(one: Chart) -> Chart:
    """Rows turned round; in a stack each segment takes its neighbour's value, so sums stay."""
    series = one.series
    if one.form is ChartForm.STACKED:
        turned = (*series[1:], series[0])
        series = tuple(
            replace(name, bars=tuple(
                replace(value, figure=replace(value.figure, binding=own.figure.binding))
                for value, own in zip(values.bars, name.bars, strict=True)
            ))
            for name, values in zip(series, turned, strict=True)
        )  # fmt: skip
    else:
        series = tuple(replace(each, bars=tuple(bar(x) for x in each.bars)) for each in series)
    return replace(
        one,
        categories=one.categories[::-1],
        series=tuple(replace(each, bars=each.bars[::-1]) for each in series),
        side=tuple(
            replace(each, figures=tuple(moved(x) for x in each.figures[::-1])) for each in one.side
        ),
        brackets=tuple(replace(each, figure=moved(each.figure)) for each in one.brackets),
        alt=f"{one.alt} Neu gezählt.",
    )


def slide(one: Slide) -> Slide:
    return replace(
        one,
        title=claim(one.title),
        claims=tuple(claim(each) for each in one.claims),
        big=None if one.big is None else moved(one.big),
        chart=None if one.chart is None else chart(one.chart),
        table=None if one.table is None else Grid(
            one.table.headings, tuple(tuple(claim(x) for x in row) for row in one.table.rows)
        ),
        footer=tuple(claim(each) for each in one.footer),
        notes=tuple(claim(each) for each in one.notes),
    )  # fmt: skip


def later() -> Deck:
    """The deck of the new data."""
    one = deck()
    return replace(one, slides=tuple(slide(each) for each in one.slides))
