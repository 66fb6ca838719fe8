"""The Deck: slides made of figures, claims, charts and tables, before any output is chosen.

A *figure* is one printed number: its unrounded value, its text as printed, the binding that says
which number it is, and its base. A *claim* is a sentence in which figures stand. Every number on
a slide is a Figure; outputs print `figure.text` and nothing else, so that all print the same.

Longer than 400 lines because outputs and tests read the nouns of a deck together, as one language.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from rundfrage.locales.foreign import marked_like


@dataclass(frozen=True)
class Figure:
    """One printed number.

    `binding` is variable[.item][.statistic] (q2.top2, q4.info.mean, q3.haltung, study.n); `value`
    is unrounded (a share from 0 to 1, a mean, a count); `base` and `asked` are respondents;
    `weight` names the weight variable or is None. A date stands in `day`, and `value` is then its
    ordinal; one that begins a number of days has the last of them in `until`. `low` and `high` end
    its 95 % interval, in the value's unit, where the design of the sample gives one.
    """

    binding: str
    value: float
    text: str
    base: int | None = None
    asked: int | None = None
    weight: str | None = None
    day: datetime.date | None = None
    until: datetime.date | None = None
    low: float | None = None
    high: float | None = None
    wave: str = ""
    """Of which wave it is; empty for the answers at hand."""


Part = str | Figure
"""A piece of a sentence: words, or a figure."""


@dataclass(frozen=True)
class Emphasis:
    """How some of a claim's letters stand out: those from `start` up to `end` of its text.

    `link` is the address that they lead to, or empty.
    """

    start: int = 0
    end: int = 0
    bold: bool = False
    italic: bool = False
    link: str = ""


PLAIN = Emphasis()


@dataclass(frozen=True)
class Claim:
    """A sentence as parts; its plain words are `text`.

    `emphases` are in order, don't overlap, and cut no figure in two. `point` says how it stands in
    a list, on slides of text: "-" behind a mark, or behind its number as printed ("3.").
    """

    parts: tuple[Part, ...]
    emphases: tuple[Emphasis, ...] = ()
    point: str = ""

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the sentence, in order."""
        return tuple(part for part in self.parts if isinstance(part, Figure))

    @property
    def pieces(self) -> tuple[tuple[Part, Emphasis], ...]:
        """The parts, cut where an emphasis begins or ends, each with its own (PLAIN: none)."""
        return tuple(_pieces(self))


def _pieces(claim: Claim) -> Iterator[tuple[Part, Emphasis]]:
    begin = 0
    for part in claim.parts:
        end = begin + len(part if isinstance(part, str) else part.text)
        within = [one for one in claim.emphases if one.start < end and one.end > begin]
        if not isinstance(part, str):
            yield part, within[0] if within else PLAIN
        else:
            edges = {begin, end, *(at for one in within for at in (one.start, one.end))}
            for start, stop in pairwise(sorted(at for at in edges if begin <= at <= end)):
                look = next((one for one in within if one.start <= start < one.end), PLAIN)
                yield marked_like(part[start - begin : stop - begin], part), look
        begin = end


class SlideRole(StrEnum):
    """What a slide is for; layouts are chosen by it.

    Authors choose among the kinds of slides (report/slides/), several of which may share a role.
    """

    TITLE = "title"
    SECTION = "section"
    HEADLINE = "headline"
    CHART = "chart"
    QUOTE = "quote"
    QUOTES = "quotes"
    SUMMARY = "summary"
    METHOD = "method"
    TEXT = "text"


@dataclass(frozen=True)
class Bar:
    """One bar or segment: a figure, and whether its text is printed in or beside the bar.

    `plotted` is what is drawn, in units of the chart's axis: the printed whole percent in percent
    charts (62, where the figure's value is 0.6198), the mean itself in charts of means.
    `colour` sets one bar apart from its series ("other", "none"); empty for the series' colour.
    `reach` is where the bar's interval begins and ends, in units of the axis; None without one.
    """

    figure: Figure
    plotted: float
    labelled: bool = True
    colour: str = ""
    reach: tuple[float, float] | None = None


@dataclass(frozen=True)
class Series:
    """One colour of a chart: its name in the legend and one bar a category (None: no base)."""

    name: str
    colour: str
    bars: tuple[Bar | None, ...]
    change: Figure | None = None
    """How the last point of a line differs from its first, in words."""


class ChartForm(StrEnum):
    """The geometry of a chart."""

    BARS = "bars"
    """One bar a category, from zero."""
    STACKED = "stacked"
    """Segments that add up to the whole; the order of series is the order of the scale."""
    MEANS = "means"
    """One bar a category from zero, on a ground that shows how long it could be."""
    DOTS = "dots"
    """One dot a category on a scale from its lowest number to its highest."""
    COLUMNS = "columns"
    """One upright bar a category, in an order that the categories have themselves."""
    MAP = "map"
    """An area a category, in the colour of its class; what is shown of none is listed beside."""
    SHARE = "share"
    """One share of a whole, as small as a headline can bear beside it."""
    LINES = "lines"
    """One line a series through points at its categories, which are moments in time."""


class ShareStyle(StrEnum):
    """How one share of a whole is drawn."""

    DONUT = "donut"
    """A ring, of which the share is an arc from the top on."""
    WAFFLE = "waffle"
    """A hundred squares, of which as many are filled as the share has percent."""
    BAR = "bar"
    """A bar on the ground of the whole."""


@dataclass(frozen=True)
class Whole:
    """What one share is a part of: how it is drawn, what the rest is called, and its colour."""

    style: ShareStyle
    rest: str
    colour: str


@dataclass(frozen=True)
class SideColumn:
    """Numbers printed beside the rows of a chart, such as means: a heading and one a category."""

    heading: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True)
class Axis:
    """The values at the start and the end of a chart's value axis, and what the ends mean.

    A bar starts at `start`. A scale of means runs from its lowest number to its highest, whichever
    of them is best: its labels say what they mean. Percent axes run 0 to 100 at most.
    """

    start: float
    end: float
    start_label: str = ""
    end_label: str = ""

    def part(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1; what lies beyond an end is there."""
        return min(1.0, max(0.0, (value - self.start) / (self.end - self.start)))

    def span(self, bar: Bar) -> tuple[float, float] | None:
        """Where along the axis the bar's interval begins and ends, as parts; None without one."""
        if bar.reach is None:
            return None
        first, last = sorted(map(self.part, bar.reach))
        return first, last


@dataclass(frozen=True)
class Shift:
    """Where the rows of a stacked chart begin, so that one line divides all of them.

    `starts` holds the start of each row's first segment and `middle` where the line stands, both
    in units of the chart's axis.
    """

    starts: tuple[float, ...]
    middle: float


@dataclass(frozen=True)
class Bracket:
    """A line over neighbouring categories with what they are together: "Promoters 50 %".

    `first` and `last` are their places among the categories; `colour` is that of their bars.
    """

    name: str
    figure: Figure
    first: int
    last: int
    colour: str

    @property
    def claim(self) -> Claim:
        """What stands over the categories, the figure on a line of its own."""
        return Claim((f"{self.name}\n", self.figure))


@dataclass(frozen=True)
class Region:
    """An area of a map: its rings, and a point well inside, in parts of the map's width.

    `category` is the place of its category, None where nothing is shown of it.
    """

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    inside: tuple[float, float]
    category: int | None


@dataclass(frozen=True)
class MapClass:
    """A colour of a map: what it stands for."""

    name: str
    colour: str


@dataclass(frozen=True)
class Atlas:
    """The areas of a map, `ratio` times as high as it is wide, and what its colours mean."""

    regions: tuple[Region, ...]
    ratio: float
    classes: tuple[MapClass, ...]
    empty: MapClass
    """That of areas of which nothing is shown."""


@dataclass(frozen=True)
class Chart:
    """A chart in words and numbers, from which every output draws its own.

    Categories go down and values go across; in columns categories go across, values up, and the
    labels of the axis say what its first and its last category mean. Lines go across as well, and
    the labels of their axis say what its ends mean, which may run down. `alt` is the alternative
    text. Bindings of figures are unique within the chart. The label of a bar with a small base is
    bracketed in its figure's text already ("[12 %]").
    """

    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis
    alt: str = ""
    side: tuple[SideColumn, ...] = ()
    percent: bool = True
    shift: Shift | None = None
    """Where rows begin that do not begin at the axis' start; stacked charts only."""
    grounded: bool = False
    """Each bar stands on a ground as long as the axis, which is the whole."""
    net: tuple[bool, ...] = ()
    """Which series of a row stacked alone the slide's headline counts; empty without one."""
    brackets: tuple[Bracket, ...] = ()
    """From the first category to the last; columns only."""
    whole: Whole | None = None
    """What the one bar of a share is a part of; a share's chart only."""
    atlas: Atlas | None = None
    """The areas of a map; a map's chart only."""
    places: tuple[float, ...] = ()
    """Where the moments stand across, from 0 to 1; lines only."""

    @property
    def tracked(self) -> bool:
        """True if a ground shows how long each bar could be."""
        return self.grounded or self.form is ChartForm.MEANS

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures drawn in the chart or printed beside it, labelled or not."""
        drawn = (bar.figure for one in self.series for bar in one.bars if bar is not None)
        beside = (figure for column in self.side for figure in column.figures if figure)
        over = (one.figure for one in self.brackets)
        changes = (one.change for one in self.series if one.change is not None)
        return (*drawn, *beside, *over, *changes)


@dataclass(frozen=True)
class Pane:
    """One of several charts on a slide, under what it is of and who answered.

    `source` is the variable or battery that it shows.
    """

    heading: Claim
    base: Claim
    chart: Chart
    source: str = ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures printed in it."""
        return (*self.heading.figures, *self.base.figures, *self.chart.figures)


@dataclass(frozen=True)
class Quotation:
    """What one respondent wrote and a person released; nothing that tells who.

    `number` is a quotation's place in its slide's random order, for people to refer to. It is
    drawn anew for each slide, so it links nobody across questions; one that stands alone has none.
    """

    text: str
    number: int | None = None


@dataclass(frozen=True)
class Grid:
    """A table on a slide: a heading for each column, rows of claims; the first column is a stub."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Claim, ...], ...]
    strong: tuple[int, ...] = ()
    """The places of the rows that stand out, in bold."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in the table, row by row."""
        return tuple(figure for row in self.rows for cell in row for figure in cell.figures)


@dataclass(frozen=True)
class Illustration:
    """A picture on a slide: its bytes without anything but its dots, and what stands for it.

    `digest` tells its content from any other; `width` and `height` are dots.
    """

    content: bytes = field(repr=False)
    digest: str
    media_type: str
    suffix: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Slide:
    """One slide.

    `title` is unique enough to be a heading (the claim or the question), `kicker` the small line
    above it ("Question 4"), `claims` its sentences (on a chart slide the first is the question's
    wording), `big` the headline figure, `footer` the lines below the chart (base, field dates, not
    representative), `notes` the speaker's notes (wording, base ledger, method, figures with their
    bindings), `part` and `parts` number the slides of a continued table.
    """

    role: SlideRole
    title: Claim
    kicker: str = ""
    claims: tuple[Claim, ...] = ()
    big: Figure | None = None
    abreast: bool = False
    """Its sentences stand side by side, each below its first figure."""
    out_of_ten: int | None = None
    """The headline as so many of ten, where it is worded so."""
    chart: Chart | None = None
    panes: tuple[Pane, ...] = ()
    """Several charts side by side; the slide has no other then."""
    table: Grid | None = None
    quotations: tuple[Quotation, ...] = ()
    footer: tuple[Claim, ...] = ()
    notes: tuple[Claim, ...] = ()
    source: str = ""
    """The variable or battery the slide speaks of, or an empty string."""
    part: int = 1
    parts: int = 1
    picture: Illustration | None = None
    hidden: bool = False
    """It is skipped when the deck is shown."""
    speech: tuple[Claim, ...] = ()
    """The author's own notes for the speaker, before the usual ones."""
    columns: int = 1
    """In how many columns a text stands."""

    def alone(self, pane: Pane) -> Slide:
        """A slide of one of its charts, for what shows each chart by itself."""
        said = tuple(claim for claim in (pane.heading, pane.base) if claim.parts)
        return replace(self, claims=said, chart=pane.chart, panes=(), source=pane.source)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure printed on the slide itself (not in its notes), in reading order."""
        return tuple(_figures(self))

    @property
    def foot(self) -> Claim:
        """The footer's claims as the one text that is printed, with dots between them.

        No line ends beside a sign of equality.
        """
        parts: list[Part] = []
        emphases: list[Emphasis] = []
        end = 0
        for claim in self.footer:
            end += 3 if parts else 0
            emphases += [
                replace(one, start=one.start + end, end=one.end + end) for one in claim.emphases
            ]
            end += len(claim.text)
            glued = [
                marked_like(part.replace(" = ", "\u00a0=\u00a0"), part)
                if isinstance(part, str)
                else part
                for part in claim.parts
            ]
            parts.extend((" · ", *glued) if parts else glued)
        return Claim(tuple(parts), tuple(emphases))


def _figures(slide: Slide) -> Iterator[Figure]:
    yield from slide.title.figures
    if slide.big is not None:
        yield slide.big
    for claim in slide.claims:
        yield from claim.figures
    if slide.chart is not None:
        yield from slide.chart.figures
    for pane in slide.panes:
        yield from pane.figures
    if slide.table is not None:
        yield from slide.table.figures
    for claim in slide.footer:
        yield from claim.figures


@dataclass(frozen=True)
class Deck:
    """All slides in order, in one language.

    `ribbon` is printed on every slide if it is not empty ("simulated answers").
    """

    title: str
    language: str
    organisation: str
    slides: tuple[Slide, ...]
    ribbon: str = ""
    wave: str = ""
    """Which wave the answers at hand are, where others are compared with them."""

    @property
    def shown(self) -> Deck:
        """The deck without its hidden slides."""
        return replace(self, slides=tuple(slide for slide in self.slides if not slide.hidden))

    @property
    def parts(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The parts that dividing slides open: each one's name and the places of its slides.

        What comes before the first of them is a part under the deck's title.
        """
        parts: list[tuple[str, list[int]]] = []
        for place, slide in enumerate(self.slides):
            if slide.role is SlideRole.SECTION:
                parts.append((slide.title.text, [place]))
            elif parts:
                parts[-1][1].append(place)
            else:
                parts.append((self.title, [place]))
        return tuple((name, tuple(places)) for name, places in parts)

    @property
    def figures(self) -> tuple[tuple[int, Figure], ...]:
        """Every printed figure with the number of its slide, counted from 1."""
        return tuple(
            (number, figure)
            for number, slide in enumerate(self.slides, start=1)
            for figure in slide.figures
        )
