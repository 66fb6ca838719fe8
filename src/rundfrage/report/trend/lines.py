"""Numbers of a question over the waves: one line each, from the first wave that asked alike.

A wave that asked otherwise, or of which nothing may be shown, has no point, and the line goes
straight over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rundfrage.codebook import shapes
from rundfrage.codebook.shapes import ByShape
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.colour import LEGIBLE, contrast, ramp
from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press, Statistic
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.bars import furthest, percent_end, reach_of
from rundfrage.report.charts.means import end_label, scale_axis
from rundfrage.report.charts.rows import (
    BOTTOM,
    LAST,
    TOP,
    best_end,
    category_rows,
    find_row,
    item_label,
    row_label,
    table_title,
)
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.standing import row_path
from rundfrage.report.claims.waves import WAVE, in_wave, places_of, shown_name
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Figure, Series
from rundfrage.report.digits import decimals
from rundfrage.report.section.notes import of_wave
from rundfrage.tables.table import Block, Table
from rundfrage.text import half_up

MEAN: Statistic = "mean"
MOST = 8
"""More lines than this can't be told apart."""
_SLOTS = 12
"""Moments are drawn at the nearest of so many equal steps, at most."""
_ROOM = 64
"""So many letters fit under the lines, side by side."""
_FROM_ZERO = 0.4
"""Lines that would lie in less than this part of the height get an axis of their own."""

STATISTICS: ByShape[tuple[str, ...]] = ByShape(
    {
        shapes.CATEGORIES: ("",),
        shapes.STEPS: (TOP, BOTTOM),
        shapes.MARKS: ("",),
        shapes.RATINGS: (TOP,),
        shapes.RANKS: (MEAN,),
        shapes.PARTS: (MEAN,),
        shapes.NUMBERS: (MEAN,),
        shapes.DAYS: (),
        shapes.WORDS: (),
    }
)
"""What is drawn of a question of each shape; empty for the shares of all answers."""


@dataclass(frozen=True)
class Traced:
    """A line that is asked for: a block of the table and a row of it, or "mean"."""

    block: Block
    statistic: str


@dataclass(frozen=True)
class Wave:
    """A wave as a chart needs it: its name, its evidence, and why it has no point."""

    name: str
    evidence: Evidence
    otherwise: bool = False
    """It asked otherwise, or not at all."""
    hidden: bool = False
    """Nothing of it may be shown."""


def usual_lines(table: Table) -> tuple[Traced, ...]:
    """The lines of a question in its usual form; raises a Problem if it has none, or too many."""
    wanted = STATISTICS[table.shape]
    lines = [line for block in table.blocks for line in _traced(block, wanted)]
    if not lines:
        raise Problem(
            "chart-form",
            found=message("{name} has no number to draw as a line.", name=table.name),
            expected=message("a question with answers to choose from, or with numbers."),
            mend=message("Leave the slide out, or take another form."),
        )
    return tuple(lines)


def _traced(block: Block, wanted: Sequence[str]) -> Iterator[Traced]:
    if wanted == ("",):
        yield from (Traced(block, block.rows[row].name) for row in category_rows(block))
        return
    known = [one for one in wanted if one == MEAN or find_row(block, one) is not None]
    if known or MEAN in wanted:
        yield from (Traced(block, one) for one in known)
    elif len(wanted) > 1:
        yield from (Traced(block, block.rows[row].name) for row in category_rows(block))
    else:
        yield Traced(block, MEAN)


@dataclass(frozen=True)
class LinesChart:
    """The lines of a table over the waves of the evidence."""

    table: Table
    lines: tuple[Traced, ...]
    evidence: Evidence
    theme: Theme

    @cached_property
    def waves(self) -> tuple[Wave, ...]:
        """All waves in order, that at hand last."""
        return tuple(
            self._wave(name, home)
            for name, home in (*self.evidence.earlier.items(), (self.evidence.wave, self.evidence))
        )

    @cached_property
    def shown(self) -> tuple[Wave, ...]:
        """The waves that have a point."""
        return tuple(one for one in self.waves if not (one.otherwise or one.hidden))

    def draw(self, changes: Mapping[str, Figure]) -> Chart:
        """The chart; `changes` are those of lines by their binding.

        Raises a Problem for too many lines, for a mixture of shares and means, and if no earlier
        wave has a point.
        """
        self._require()
        table, language = self.table, self.evidence.language
        press = Press(language, table.weight)
        means = [line.statistic == MEAN for line in self.lines]
        rows = [tuple(self.bar(line, wave) for wave in self.shown) for line in self.lines]
        colours = self._colours()
        series = [
            Series(self._name(line), colour, bars, changes.get(path_of(line)))
            for line, bars, colour in zip(self.lines, rows, colours, strict=True)
        ]
        series.sort(key=_last, reverse=not self._downwards)
        names = [one.name for one in self.shown]
        chart = Chart(
            form=ChartForm.LINES,
            categories=tuple(map(shown_name, names)),
            series=_labelled(series),
            axis=self._axis([bar for bars in rows for bar in bars if bar], mean=any(means)),
            percent=not any(means),
            places=snapped(places_of(names), max(map(len, names))),
        )
        return described(chart, table_title(table, language), press.words)

    def bar(self, line: Traced, wave: Wave) -> Bar | None:
        """The point of a line in a wave; None without one."""
        figure, printed = self._figure(line, wave)
        if figure is None:
            return None
        return Bar(figure, printed, reach=reach_of(figure, 1 if line.statistic == MEAN else 100))

    def _figure(self, line: Traced, wave: Wave) -> tuple[Figure | None, float]:
        block = line.block
        today = wave.evidence is self.evidence
        if not today:
            found = wave.evidence.found(Binding(block.name))
            otherwise = self.evidence.asked_otherwise(self.table, block, wave.evidence)
            if found is None or otherwise is not None:
                return None, 0.0
            block = found.block
        weight = wave.evidence.tables[0].weight if wave.evidence.tables else None
        press = Press(self.evidence.language, weight)
        if line.statistic == MEAN:
            figure = press.statistic(block, MEAN)
            places = 0 if figure is None else decimals(block, MEAN, figure.value)
            printed = 0.0 if figure is None else float(half_up(figure.value, places))
        else:
            row = find_row(block, line.statistic)
            figure = None if row is None else press.share(block, row)
            cell = None if row is None else block.cells[row][0]
            printed = float(cell.percent or 0) if cell is not None else 0.0
        if figure is None or today:
            return figure, printed
        return of_wave(figure, wave.name), printed

    def _wave(self, name: str, home: Evidence) -> Wave:
        """Why the wave has no point, if so: a line with a point is enough for one."""
        wave = Wave(name, home)
        if any(self.bar(line, wave) is not None for line in self.lines):
            return wave
        blocks = {line.block.name: line.block for line in self.lines}.values()
        asked = home is self.evidence or any(
            self.evidence.asked_otherwise(self.table, block, home) is None for block in blocks
        )
        return replace(wave, otherwise=not asked, hidden=asked)

    def _require(self) -> None:
        table = self.table
        if len(self.lines) > MOST:
            raise Problem(
                "chart-form",
                found=message("{name} has {count} lines.", name=table.name, count=len(self.lines)),
                expected=message("at most {most} to be told apart.", most=MOST),
                mend=message(
                    "Draw one of its numbers: {{compare={name}.ANSWER by={wave}}}.",
                    name=self.lines[0].block.name,
                    wave=WAVE,
                ),
            )
        earlier = [one for one in self.waves if one.evidence is not self.evidence]
        if not any(one in self.shown for one in earlier):
            raise self._incomparable(earlier)

    def _incomparable(self, earlier: Sequence[Wave]) -> Problem:
        for wave in reversed(earlier):
            for line in self.lines:
                self.evidence.require_comparable(Binding(path_of(line), in_wave(wave.name)))
        return Problem(
            "claim-suppressed",
            found=message(
                "{name} has so few answers in the earlier waves that people might be recognised.",
                name=self.table.name,
            ),
            expected=message("an earlier wave whose base may be shown."),
            mend=message("Leave the slide out."),
        )

    def _name(self, line: Traced) -> str:
        language, table = self.evidence.language, self.table
        if len({one.block.name for one in self.lines}) > 1 or line.statistic == MEAN:
            if len(self.lines) == 1 and not table.shape.items:
                return Press(language).words("mean-heading")
            return item_label(line.block, table, language)
        row = find_row(line.block, line.statistic)
        return "" if row is None else row_label(line.block.rows[row], language)

    def _colours(self) -> list[str]:
        """That of the theme for one line; the ends of its scale for two nets; else tones."""
        theme = self.theme
        if len(self.lines) == 1:
            return [theme.primary]
        if {line.statistic for line in self.lines} == {TOP, BOTTOM}:
            return [
                _legible(theme.scale[0 if one.statistic == TOP else -1], theme)
                for one in self.lines
            ]
        own = [line for line in self.lines if not _is_last(line)]
        tones = _tones(len(own), theme)
        return [theme.muted if _is_last(line) else next(tones) for line in self.lines]

    @property
    def _downwards(self) -> bool:
        """True if the axis runs down, because the best answer has the smallest number."""
        if any(line.statistic != MEAN for line in self.lines):
            return False
        best, worst = best_end(self.lines[0].block.variable)
        return best < worst or self.table.shape.least_first

    def _axis(self, bars: Sequence[Bar], *, mean: bool) -> Axis:
        language = self.evidence.language
        block = self.lines[0].block
        best, worst = best_end(block.variable)
        if mean and best != worst:
            if self._downwards:
                first, last = end_label(block, 0, language), end_label(block, -1, language)
                return Axis(worst, best, last, first)
            return scale_axis(block, language)
        ends = [end for bar in bars for end in (bar.plotted, *(bar.reach or ()))]
        if not mean:
            return _share_axis(ends)
        low, high = min(ends, default=0.0), max(map(furthest, bars), default=0.0)
        reach = (high - low) or abs(high) or 1.0
        start = min(0.0, low) if high - low >= _FROM_ZERO * abs(high) else low - reach
        axis = Axis(max(0.0, start) if low >= 0 else start, high + reach / 10)
        return Axis(axis.end, axis.start) if self._downwards else axis


def path_of(line: Traced) -> str:
    """The path of the line's number."""
    if line.statistic != MEAN:
        return row_path(line.block, line.statistic)
    return f"{'study.variable' if line.block.name == 'study' else line.block.name}.{MEAN}"


def snapped(places: Sequence[float], letters: int) -> tuple[float, ...]:
    """The places at the nearest of equal steps, as few as show them well, and no two at one.

    So charts of Office, whose categories have equal distances, can have empty ones between.
    """
    count = len(places) - 1
    most = max(count, min(_SLOTS, _ROOM // (letters + 1)))
    for steps in range(count, most + 1):
        found = [round(place * steps) for place in places]
        exact = max(abs(one / steps - two) for one, two in zip(found, places, strict=True)) < 0.01
        if len(set(found)) == len(found) and (exact or steps == most):
            return tuple(one / steps for one in found)
    return tuple(at / count for at in range(count + 1)) if count else (0.0,)


def _share_axis(ends: Sequence[float]) -> Axis:
    """From nothing, unless the lines would lie in a small part of the height."""
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    end = percent_end([high])
    if high - low >= _FROM_ZERO * end or low < _FROM_ZERO * end:
        return Axis(0, end)
    start = 10.0 * int((low - max(high - low, 10)) // 10)
    return Axis(max(0.0, start), end)


def _labelled(series: Sequence[Series]) -> tuple[Series, ...]:
    """A line alone has a figure at each point; several have them at their ends."""
    if len(series) == 1:
        return tuple(series)
    return tuple(replace(one, bars=tuple(_ended(one.bars))) for one in series)


def _ended(bars: Sequence[Bar | None]) -> Iterator[Bar | None]:
    there = [at for at, bar in enumerate(bars) if bar is not None]
    for at, bar in enumerate(bars):
        yield bar and replace(bar, labelled=at in (there[0], there[-1]))


def _last(series: Series) -> float:
    return next((bar.plotted for bar in reversed(series.bars) if bar is not None), -1.0)


def _is_last(line: Traced) -> bool:
    row = find_row(line.block, line.statistic)
    return row is not None and line.block.rows[row].role in LAST


def _tones(count: int, theme: Theme) -> Iterator[str]:
    """Colours for so many lines: those of the theme, and when they are used up tones between."""
    scale = theme.scale
    own = [theme.primary, theme.accent, *(_legible(one, theme) for one in (scale[1], scale[-2]))]
    yield from own[:count]
    yield from ramp((theme.text, theme.muted, theme.primary), max(0, count - len(own)))


def _legible(colour: str, theme: Theme) -> str:
    """The colour, darkened or lightened until letters of it can be read."""
    tones = ramp((colour, theme.text), 9)
    return next((one for one in tones if contrast(one, theme.background) >= LEGIBLE), theme.text)
