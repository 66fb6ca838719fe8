"""Where things stand on a slide, in points, so that PPTX and PDF agree to the millimetre.

A slide is 960 by 540 points (16:9), and its boxes count from its top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rundfrage.look.box import Box, Fit
from rundfrage.look.colour import on_ramp
from rundfrage.look.theme import Theme

WIDTH = 960.0
HEIGHT = 540.0
MARGIN = 48.0
POINT_INDENT = 26.0
"""How far the words of a point stand behind their mark or number, on slides of text."""


@dataclass(frozen=True)
class LegendEntry:
    """One series in the legend: a square in its colour, and its name."""

    swatch: Box
    name: Fit


@dataclass(frozen=True)
class BracketPlace:
    """A bracket over columns: its line, and the words above it, set in the line's middle."""

    line: Box
    words: Fit


@dataclass(frozen=True)
class LinePlace:
    """What stands at a line: the middle of its first figure's height and of its last one's.

    Behind the last figure stand the line's `name` and its `change`; `first` is None without one.
    """

    first: float | None
    last: float
    name: Fit
    change: Fit | None = None


@dataclass(frozen=True)
class ChartLayout:
    """The inside of a chart: rows go down in `plot`, labels at its left, side columns at its right.

    `plot` is the inner plot area (bars only, from the axis' start to its end); `labels` the column
    of category labels beside it, ending where the plot starts, text set to its end. Beside a bar
    that isn't stacked its label stands after its end; room for it is kept after the plot. `side`
    holds one box a side column, its figures centred, one a row; `headings` stand above them.
    `axis` is the strip below the plot for the labels of the axis' two ends, with their `ends`.
    `size` is the font size of all chart text; `row` the height of one category, of which a bar
    takes `BAR`. A row's label is centred on its bar.

    Columns go across in `plot` instead: `row` is the width of one category, of which its column
    takes `COLUMN`; `labels` is the strip below the plot, each text from its top and in the middle
    of its column; figures stand above the columns, `brackets` above all, and `axis` below the
    labels.

    A map lies in `plot`, its legend under it; `labels` holds a row a category that is listed, with
    its square at the start and its figure at the end.

    Lines go across from the start of `plot` to its end; `labels` is the strip of their moments.

    A share is drawn in `plot` alone: a ring or a hundred squares as high as they are wide, or a
    bar; it has no label.
    """

    box: Box
    plot: Box
    labels: Box
    side: tuple[Box, ...]
    size: float
    row: float
    label_lines: tuple[tuple[str, ...], ...]
    headings: tuple[Fit, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    axis: Box | None = None
    ends: tuple[Fit, ...] = ()
    solid: bool = False
    """A bar takes all of its row's height."""
    brackets: tuple[BracketPlace, ...] = ()
    listed: tuple[int, ...] = ()
    """Beside a map the places of the categories that are listed, from the first row down."""
    unlabelled: bool = False
    """The labels of its rows stand at another chart's, whose rows are level with them."""
    lines: tuple[LinePlace, ...] = ()
    """One a series; lines only."""
    figure: Fit | None = None
    """The figure of a share, set in the middle of its box; in a ring's hole or behind the plot."""

    @property
    def bar(self) -> float:
        """The height of a bar."""
        return self.row * (1.0 if self.solid else BAR)

    @property
    def bottom(self) -> float:
        """Where all that is drawn ends, on the slide."""
        boxes: list[Box] = [self.plot, self.labels, self.axis or self.plot]
        low = [entry.swatch.y + entry.swatch.height for entry in self.legend]
        return max(*(box.y + box.height for box in boxes), *low)


@dataclass(frozen=True)
class PaneLayout:
    """One of several charts: its heading (bold), who answered (muted), and the chart below."""

    heading: Fit
    base: Fit | None
    chart: ChartLayout


Colour = Literal["primary", "accent", "muted", "panel", "background"]
"""A colour of the theme, by its name."""


@dataclass(frozen=True)
class Shape:
    """Something drawn that says nothing by itself: a rectangle, or what is `round` in one."""

    box: Box
    colour: Colour
    round: bool = False
    tone: float = 1.0
    """How much of the colour there is; the rest is what lies under it."""
    over: Colour = "background"

    def seen(self, theme: Theme) -> str:
        """The colour in a theme, as "#rrggbb"."""
        colour: str = getattr(theme, self.colour)
        return on_ramp((getattr(theme, self.over), colour), 101, round(100 * self.tone))


BAR = 0.62
"""The part of a row's height that its bar takes."""
COLUMN = 0.74
"""The part of a category's width that its column takes."""
DOT = 6.5
"""The radius of a dot, in points; no more than a quarter of its row."""
HOLE = 0.62
"""The part of a ring's width that its hole takes."""
LINE_WIDTH = 2.5
"""How thick a line over moments is, in points."""
SQUARES = 10
"""So many squares of a share stand beside and above one another."""
SQUARE = 0.84
"""The part of its place that a square takes."""
WHISKER = 0.36
"""The part of a bar's height that the strokes at the ends of an interval take."""


@dataclass(frozen=True)
class SlideLayout:
    """The boxes of one slide; None or empty where the slide has no such thing.

    How texts were measured, and so must be set: `title`, `kicker`, `big` and `ribbon` bold;
    `claims` regular with their figures bold; `footer`, `organisation`, `quotations` and table
    cells regular, headings of tables bold. `marks` are filled with the theme's primary colour,
    `panels` with its panel colour, both behind all text. The ribbon's box is filled with the
    accent colour; its text, and that of the page, is set in the middle of the box's height.
    """

    title: Fit
    kicker: Fit | None = None
    big: Fit | None = None
    claims: tuple[Fit, ...] = ()
    """One a claim of the slide, in order."""
    chart: ChartLayout | None = None
    panes: tuple[PaneLayout, ...] = ()
    """One a pane of the slide, in order."""
    table: Box | None = None
    table_widths: tuple[float, ...] = ()
    table_size: float = 0.0
    table_rows: tuple[float, ...] = ()
    """Heights of the table's rows, the headings' first."""
    table_lines: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """The lines of each cell of each row, the headings' first.

    The first column is set to the start, the others, which hold numbers, to the end.
    """
    quotations: tuple[Fit, ...] = ()
    """One a quotation, with quotation marks; each stands on a panel."""
    footer: Fit | None = None
    """The slide's `foot`."""
    organisation: Fit | None = None
    ribbon: Fit | None = None
    """Ribbon at the top edge, its text centred."""
    page: Box | None = None
    """Where the slide's number stands, ending at the box's end, 10.5 points."""
    logo: Box | None = None
    """The logo fits in here, at the end of the box, keeping its proportions."""
    marks: tuple[Box, ...] = ()
    panels: tuple[Box, ...] = ()
    shapes: tuple[Shape, ...] = ()
    """What decorates, behind all text: discs, brackets, rules, from those behind to the front."""
    picture: Box | None = None
    """Where the slide's picture stands, in its proportions."""
    numbers: tuple[Fit | None, ...] = ()
    """On slides of text one a claim: its number in a list, bold, in the primary colour."""
    bullets: tuple[Box, ...] = ()
    """The marks before points of a list on slides of text, in the primary colour."""
    keys: tuple[Fit | None, ...] = ()
    """One a claim: the claim's `key` once more, large and bold in the primary colour before it."""
    keys_first: bool = False
    """Keys stand at the start of their boxes, not at the end beside their sentences."""
    coloured: bool = False
    """The slide's ground is the theme's primary colour, and all else as on `on_colour`."""
