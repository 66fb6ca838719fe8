"""What the program put on the slides of a .pptx, so that later edits can be told from it.

A *snapshot* holds, slide by slide and shape by shape, the texts as printed with the place of each
bound figure in them (a *span*), what charts and tables show, and where everything stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rundfrage.report.deck import PLAIN, Emphasis

Box = tuple[int, int, int, int]
"""Left, top, width, height in English metric units."""


@dataclass(frozen=True)
class Span:
    """A figure in a text, from `start` up to `end`."""

    start: int
    end: int
    binding: str


@dataclass(frozen=True)
class PrintedText:
    """A text as printed, its figures, and its size and spacing in hundredths of a point or 0.

    `emphases` are the words that the report sets apart; None where nobody remembers.
    """

    text: str
    spans: tuple[Span, ...] = ()
    size: int = 0
    spacing: int = 0
    emphases: tuple[Emphasis, ...] | None = ()

    def emphasis(self, at: int) -> Emphasis:
        """How the letter at that place stands out."""
        found = (one for one in self.emphases or () if one.start <= at < one.end)
        return replace(next(found, PLAIN), start=0, end=0)

    def figure(self, span: Span) -> str:
        """The figure's text."""
        return self.text[span.start : span.end]


@dataclass(frozen=True)
class DrawnSeries:
    """One series of a chart as drawn: a value, a binding and a label's state a category.

    A state is "" (as the series says), "-" (no label), "=..." (a format) or "'..." (typed).
    `fills` are the colours of the series and of single bars; `intervals` says that it has lines
    for them.
    """

    name: str
    format: str
    values: tuple[float | None, ...]
    bindings: tuple[str, ...]
    labels: tuple[str, ...]
    fills: str = ""
    intervals: bool = False


@dataclass(frozen=True)
class DrawnChart:
    """A chart as drawn; `rows` are keys of its categories that outlive a new wording.

    `axis` holds the least and the greatest value, `plot` the inner plot area in parts of the
    frame; both are empty where the chart doesn't say. `size` is that of its letters in hundredths
    of a point, or 0.
    """

    rows: tuple[str, ...]
    categories: tuple[str, ...]
    series: tuple[DrawnSeries, ...]
    axis: tuple[float, ...] = ()
    plot: tuple[float, ...] = ()
    size: int = 0

    def called(self, name: str) -> DrawnSeries | None:
        """The series of that name."""
        return next((one for one in self.series if one.name == name), None)


@dataclass(frozen=True)
class DrawnTable:
    """A table as drawn: keys of its rows, heights in English metric units, cells row by row."""

    rows: tuple[str, ...]
    heights: tuple[int, ...]
    cells: tuple[tuple[PrintedText, ...], ...]


@dataclass(frozen=True)
class DrawnShape:
    """One shape; of `words`, `chart` and `table` at most one is there."""

    role: str
    box: Box | None
    alt: str = ""
    words: PrintedText | None = None
    chart: DrawnChart | None = None
    table: DrawnTable | None = None


@dataclass(frozen=True)
class DrawnSlide:
    """One slide: shapes, lines of the notes, and every printed figure as (binding, text).

    `past` are figures of earlier printings that still stood in sentences of people's own.
    """

    key: str
    shapes: tuple[DrawnShape, ...]
    notes: tuple[PrintedText, ...]
    figures: tuple[tuple[str, str], ...]
    past: tuple[tuple[str, str], ...] = ()
    hidden: bool = False

    def shape(self, role: str) -> DrawnShape | None:
        """The shape of that role."""
        return next((shape for shape in self.shapes if shape.role == role), None)

    @property
    def title(self) -> str:
        """The words of the title."""
        shape = self.shape("Title")
        return " ".join(shape.words.text.split()) if shape and shape.words else self.key


@dataclass(frozen=True)
class Snapshot:
    """All slides of a deck by which title the survey is known."""

    title: str
    slides: tuple[DrawnSlide, ...]

    def slide(self, key: str) -> DrawnSlide | None:
        """The slide of that key."""
        return next((slide for slide in self.slides if slide.key == key), None)
