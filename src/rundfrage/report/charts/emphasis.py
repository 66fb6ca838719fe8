"""Bars that the title names stand out: they keep their colour, and all others have a softer tone.

A title names a bar by its figure, by that of a net that counts it, or by its label in quotation
marks.
"""

from __future__ import annotations

from dataclasses import replace

from rundfrage.look.colour import ramp
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Bar, Chart, ChartForm, Claim, Series
from rundfrage.tables.table import Table

_MARKS = frozenset('"„“”«»‹›‘’‚「」')
_SOFT = 4
"""The tone of the others: so many ninths of the way to the background."""
_QUIET = 4
"""That of other lines."""


def emphasised(chart: Chart, title: Claim, table: Table, theme: Theme) -> Chart:
    """The chart by its title; as it is where that names no bar or line, or each of them."""
    if chart.form is ChartForm.LINES:
        named = frozenset(one.binding for one in title.figures)
        lines = (at for at, one in enumerate(chart.series) if _is_named(one, named, title.text))
        return standing_out(chart, frozenset(lines), theme)
    if chart.form in {ChartForm.STACKED, ChartForm.MAP} or len(chart.series) != 1:
        return chart
    (series,) = chart.series
    named = _bindings(title, table)
    return standing_out(
        chart,
        frozenset(
            at
            for at, (label, bar) in enumerate(zip(chart.categories, series.bars, strict=True))
            if bar is not None and (bar.figure.binding in named or _is_quoted(label, title.text))
        ),
        theme,
    )


def standing_out(chart: Chart, places: frozenset[int], theme: Theme) -> Chart:
    """The chart in which the rows, or the lines, of those places stand out; some, but not all."""
    if chart.form is ChartForm.LINES:
        return _lines_standing_out(chart, places, theme)
    (series,) = chart.series
    said = [at in places for at in range(len(series.bars))]
    if not any(said) or all(said):
        return chart

    def toned(bar: Bar, *, named: bool) -> Bar:
        # Where brackets tell what colours mean, each bar keeps its own, or a softer tone of it.
        own = (bar.colour or series.colour) if chart.brackets else series.colour
        soft = ramp((own, theme.background), 9)[_SOFT]
        return replace(bar, colour=(bar.colour if chart.brackets else "") if named else soft)

    bars = tuple(
        bar if bar is None else toned(bar, named=one)
        for bar, one in zip(series.bars, said, strict=True)
    )
    return replace(chart, series=(replace(series, bars=bars),))


def _is_named(line: Series, bindings: frozenset[str], text: str) -> bool:
    """True if one of the line's points is named, or all of its name in quotation marks."""
    points = (bar.figure.binding for bar in line.bars if bar is not None)
    return not bindings.isdisjoint(points) or _is_quoted(line.name, text)


def _lines_standing_out(chart: Chart, places: frozenset[int], theme: Theme) -> Chart:
    """The lines of those places in colour, all others in the tone of what is beside the matter."""
    if not places or len(places) == len(chart.series):
        return chart
    soft = ramp((theme.muted, theme.background), 9)[_QUIET]
    said = [
        replace(one, colour=_loud(one.colour, len(places), theme) if at in places else soft)
        for at, one in enumerate(chart.series)
    ]
    return replace(chart, series=tuple(said))


def _loud(colour: str, count: int, theme: Theme) -> str:
    """The colour of a line that stands out: the theme's if it does alone, never that of others."""
    return theme.primary if count == 1 or colour == theme.muted else colour


def _is_quoted(label: str, text: str) -> bool:
    """True if the whole label stands in the text in quotation marks."""
    start = text.find(label) if label else -1
    while start >= 0:
        end = start + len(label)
        if text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS:
            return True
        start = text.find(label, start + 1)
    return False


def _bindings(title: Claim, table: Table) -> frozenset[str]:
    """What the title's figures are bound to; instead of a net the answers that it counts."""
    members = {
        f"{block.name}.{row.name}": [f"{block.name}.{one}" for one in row.members]
        for block in table.blocks
        for row in block.rows
        if row.members
    }
    named = [
        # A wording is bound with its name before what it tells of: "half: q9a.top2".
        binding
        for figure in title.figures
        for binding in figure.binding.rpartition(": ")[2].split(", ")
    ]
    return frozenset(one for binding in named for one in members.get(binding, [binding]))
