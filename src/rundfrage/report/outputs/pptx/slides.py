"""Writes one slide of the deck on a canvas, in the order in which it is read.

Longer than 400 lines because the order of all that a slide holds is to be read in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.locales.foreign import language_of
from rundfrage.look.box import Box, Fit
from rundfrage.look.colour import faint, ink
from rundfrage.look.fit import shorten
from rundfrage.look.house.house import House
from rundfrage.look.house.room import Room, ground_of
from rundfrage.look.house.scale import legible, readable
from rundfrage.look.measure import ruler
from rundfrage.look.printable import printable
from rundfrage.look.theme import Theme
from rundfrage.report.arrange.frame import kicker_text
from rundfrage.report.deck import (
    Chart,
    ChartForm,
    Claim,
    Deck,
    Grid,
    ShareStyle,
    Slide,
    SlideRole,
)
from rundfrage.report.layout import MARGIN, POINT_INDENT, ChartLayout, Shape, SlideLayout
from rundfrage.report.outputs.moments import legible_ink
from rundfrage.report.outputs.pptx.canvas import Canvas, as_measured
from rundfrage.report.outputs.pptx.charts import add_chart, native_legend
from rundfrage.report.outputs.pptx.maps import add_map
from rundfrage.report.outputs.pptx.marks import BODY, within
from rundfrage.report.outputs.pptx.master import Kind
from rundfrage.report.outputs.pptx.native import Line, Panel, write_body, write_panel
from rundfrage.report.outputs.pptx.rings import is_ring
from rundfrage.report.outputs.pptx.stage import Place, page_on
from rundfrage.report.outputs.pptx.tables import Rule, TableRow, add_table
from rundfrage.report.outputs.pptx.waffles import add_waffle, is_waffle
from rundfrage.report.outputs.pptx.words import (
    Align,
    Anchor,
    Paragraph,
    Run,
    TextStyle,
    in_one_weight,
    sentence,
    together,
)
from rundfrage.report.outputs.texts import alternative
from rundfrage.report.words import cited, words_in

RULE = "#c9d3d4"
"""The line between rows of a table."""

_PAGE_SIZE = 10.5
_BULLET = 12.0
"""A mark inside the slide that is no wider is a bullet."""
_SEEN = 2.0
"""The contrast of a title with its ground below which a template can't mean it."""
_EDGE = 12.0
"""Points that the area behind everything reaches beyond it."""


def kind_of(slide: Slide) -> Kind:
    """The layout that a slide is made of."""
    if slide.role is SlideRole.TITLE:
        return Kind.TITLE
    if slide.role is SlideRole.SECTION:
        return Kind.SECTION
    if slide.chart is not None:
        return Kind.CHART
    prose = slide.role in {SlideRole.SUMMARY, SlideRole.METHOD} and slide.table is None
    return Kind.CONTENT if prose else Kind.PLAIN


def write_slide(
    canvas: Canvas,
    deck: Deck,
    slide: Slide,
    layout: SlideLayout,
    theme: Theme,
    logo: bytes | None,
) -> None:
    """Put everything on the slide; its notes are written apart."""
    # An organisation's master has a ground of its own.
    coloured = layout.coloured and canvas.stage.own
    paper, theme = theme, theme.on_colour() if coloured else theme
    if coloured or not layout.coloured:
        _shapes(canvas, layout.shapes, paper)
    _title(canvas, slide, layout, theme, lit=coloured)
    if canvas.stage.house is not None and not canvas.stage.house.content.ground:
        _ground(canvas, slide, theme)
    quoted = len(layout.panels) == len(layout.quotations)
    for number, box in enumerate(() if quoted else layout.panels, start=1):
        canvas.rectangle(f"Panel {number}", box, theme.panel, radius=6)
    # Marks at the slide's edge belong to our own look; an organisation's master has its own.
    inner = [box for box in layout.marks if canvas.stage.own or (box.x > 0 and box.y > 0)]
    if quoted:
        inner = [one for one in inner if not any(_at_edge(one, box) for box in layout.panels)]
    if kind_of(slide) is Kind.CONTENT:
        # Bullets are the layout's.
        inner = [box for box in inner if box.x == 0 or box.y == 0 or box.width > _BULLET]
    _sentences(canvas, deck, slide, layout, theme)
    _quotations(canvas, deck, slide, layout, theme)
    for number, box in enumerate(inner, start=1):
        canvas.rectangle(f"Mark {number}", box, theme.primary)
    if slide.picture is not None and layout.picture is not None:
        alt = printable(slide.picture.alt)
        canvas.picture("Picture", alt, slide.picture.content, layout.picture)
    if slide.chart is not None and layout.chart is not None:
        _chart(canvas, slide.chart, layout.chart, theme, alternative(slide))
    _panes(canvas, slide, layout, theme)
    if slide.table is not None and layout.table is not None:
        _grid(canvas, alternative(slide), slide.table, layout.table, layout, theme)
    _foot(canvas, deck, slide, layout, theme, paper)
    if logo is not None and layout.logo is not None:
        canvas.picture("Logo", printable(deck.organisation) or "Logo", logo, layout.logo)


def _chart(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme, alt: str) -> None:
    """The chart with all that stands behind and beside it."""
    _tracks(canvas, chart, layout, theme)
    _middle(canvas, chart, layout, theme)
    if chart.form is ChartForm.MAP:
        add_map(canvas, chart, layout, theme, alt)
        return
    if is_waffle(chart):
        add_waffle(canvas, chart, layout, alt)
    else:
        add_chart(canvas, chart, layout, theme, alt)
    _beside_chart(canvas, chart, layout, theme)


def _panes(canvas: Canvas, slide: Slide, layout: SlideLayout, theme: Theme) -> None:
    """Several charts, each below its heading and its base."""
    for number, (pane, place) in enumerate(zip(slide.panes, layout.panes, strict=True), start=1):
        canvas.within = within(number)
        words = (_words(pane.heading, place.heading),)
        canvas.text("Heading", place.heading.box, words, _set(place.heading, theme.text, bold=True))
        if place.base is not None:
            words = (_kept(sentence(pane.base), place.base),)
            canvas.text("Base", place.base.box, words, _set(place.base, theme.muted))
        _chart(canvas, pane.chart, place.chart, theme, alternative(slide.alone(pane)))
    canvas.within = ""


def _shapes(canvas: Canvas, shapes: Sequence[Shape], theme: Theme) -> None:
    """What decorates, behind all else."""
    for number, one in reversed([*enumerate(shapes, start=1)]):
        radius = one.box.height / 2 if one.round else 0
        canvas.rectangle(f"Shape {number}", one.box, one.seen(theme), radius=radius, behind=True)


def _words(text: str | Claim, fit: Fit) -> Paragraph:
    """A text as one paragraph, which the viewer breaks anew; its fitted lines if it was cut."""
    whole = in_one_weight(Claim((text,)) if isinstance(text, str) else text)
    if fit.cut:
        language = whole[0].language if len(whole) == 1 else ""
        return (Run("\n".join(fit.lines), language=language),)
    return _kept(whole, fit) or (Run(""),)


def _kept(words: Paragraph, fit: Fit) -> Paragraph:
    """The words of several lines with the last two on one, where they are arranged so."""
    several = len(fit.lines) > 1 and " " in fit.lines[-1].strip()
    return together(words) if several else words


def _set(fit: Fit, colour: str, *, bold: bool = False, align: Align = Align.START) -> TextStyle:
    return TextStyle(fit.size, colour, bold=bold, align=align, leading=fit.leading)


def _title(canvas: Canvas, slide: Slide, layout: SlideLayout, theme: Theme, *, lit: bool) -> None:
    """The title: where the layout has it, in its look; else where it is arranged.

    It is `lit` on a ground of colour.
    """
    stage, fit = canvas.stage, layout.title
    words = _words(slide.title, fit)
    if stage.house is None:
        place = stage.place(as_measured(fit.box, fit.size, fit.leading))
        canvas.title(fit, words, place, colour=theme.primary if lit else None)
        return
    room = _room(slide, stage.house)
    held = room.title
    if held is None:
        place = stage.place(as_measured(fit.box, fit.size, fit.leading))
        canvas.title(fit, words, place, colour=theme.primary)
        return
    # A title in white for a photograph that a deck doesn't have would not be seen.
    ground = ground_of(room.layout, held)
    unseen = bool(ground and held.colour) and not legible(held.colour, ground, _SEEN)
    colour = readable(theme.primary, ground, room.layout.names) if unseen else None
    if fit.box.height * stage.scale <= held.inner.height + 0.5:
        canvas.title(fit, words, None, colour=colour)
    else:
        grown = held.box.height - held.inner.height + fit.box.height * stage.scale
        place = Place.of(replace(held.box, height=grown))
        canvas.title(fit, words, place, kept=True, colour=colour)


def _room(slide: Slide, house: House) -> Room:
    """Where the slide stands on an organisation's layout."""
    own = {SlideRole.TITLE: house.cover, SlideRole.SECTION: house.section}
    return own.get(slide.role) or house.content


def _ground(canvas: Canvas, slide: Slide, theme: Theme) -> None:
    """An area in the background's colour over a picture, on which nobody knows what can be read."""
    house = canvas.stage.house
    if house is None or slide.role in {SlideRole.TITLE, SlideRole.SECTION}:
        return
    page = page_on(house)
    box = Box(MARGIN - _EDGE, page.top, page.width + 2 * _EDGE, page.bottom - page.top + _EDGE / 2)
    canvas.rectangle("Ground", box, theme.background, radius=4)


def _sentences(canvas: Canvas, deck: Deck, slide: Slide, layout: SlideLayout, theme: Theme) -> None:
    if layout.kicker is not None:
        said = language_of(kicker_text(slide, deck.language))
        kicker = (Run("\n".join(layout.kicker.lines), language=said),)
        style = _set(layout.kicker, theme.muted, bold=True)
        canvas.text("Kicker", layout.kicker.box, (kicker,), style, wrap=False)
    if layout.big is not None and slide.big is not None:
        style = _set(layout.big, theme.primary, bold=True)
        canvas.text(
            "Figure", layout.big.box, (_words(slide.big.text, layout.big),), style, wrap=False
        )
    for number, key in enumerate(layout.keys, start=1):
        if key is not None:
            side = Align.START if layout.keys_first else Align.END
            style = _set(key, theme.primary, bold=True, align=side)
            canvas.text(f"Key {number}", key.box, (_words(key.lines[0], key),), style, wrap=False)
    claims = zip(slide.claims, layout.claims, strict=True)
    lines = [
        Line(
            _words(claim, fit) if fit.cut else _kept(sentence(claim, theme.primary), fit),
            fit,
        )
        for claim, fit in claims
    ]
    kind = kind_of(slide)
    if lines and kind in {Kind.TITLE, Kind.SECTION, Kind.CONTENT} and not slide.abreast:
        style = TextStyle(lines[0].fit.size, theme.text)
        bulleted = kind is Kind.CONTENT and not layout.keys
        write_body(canvas, BODY, lines, style, bulleted=bulleted)
        return
    for number, (claim, line) in enumerate(zip(slide.claims, lines, strict=True), start=1):
        style = _set(line.fit, theme.text)
        if claim.point and slide.role is SlideRole.TEXT:
            style = replace(style, point=claim.point, indent=POINT_INDENT, marked=theme.primary)
        canvas.text(f"Claim {number}", line.fit.box, (line.words,), style)


def _quotations(
    canvas: Canvas, deck: Deck, slide: Slide, layout: SlideLayout, theme: Theme
) -> None:
    """Each quotation in its panel."""
    panels = [_panel(box, layout, theme) for box in layout.panels]
    panels = panels if len(panels) == len(layout.quotations) else []
    for number, (one, fit) in enumerate(
        zip(slide.quotations, layout.quotations, strict=True), start=1
    ):
        words = _words(cited(one, words_in(deck.language)), fit)
        name, style = f"Quotation {number}", _set(fit, theme.text)
        if panels:
            write_panel(canvas, name, panels[number - 1], Line(words, fit), style)
        else:
            canvas.text(name, fit.box, (words,), style)


def _panel(box: Box, layout: SlideLayout, theme: Theme) -> Panel:
    """A panel with the mark that stands at its edge."""
    edge = next((one.width for one in layout.marks if _at_edge(one, box)), 0.0)
    return Panel(box, theme.panel, theme.primary, edge)


def _at_edge(mark: Box, panel: Box) -> bool:
    return (mark.x, mark.y, mark.height) == (panel.x, panel.y, panel.height)


def _tracks(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    """What shows how far a mean or a share could go: a ground, or under dots a line."""
    plot = layout.plot
    if chart.whole is not None and chart.whole.style is ShareStyle.BAR:
        canvas.rectangle("Track 1", plot, chart.whole.colour)
    high, colour = (layout.bar, theme.panel) if chart.tracked else (0.0, "")
    if chart.form is ChartForm.DOTS:
        high, colour = 1.0, faint(theme.muted, theme.background)
    for row in range(len(chart.categories)) if colour else ():
        top = plot.y + (row + 0.5) * layout.row - high / 2
        canvas.rectangle(f"Track {row + 1}", Box(plot.x, top, plot.width, high), colour)


def _middle(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    """The line around which bars diverge, behind them, so that it crosses no figure."""
    if chart.shift is not None:
        plot = layout.plot
        along = chart.shift.middle / chart.axis.end * plot.width
        line = Box(plot.x + along - 0.5, plot.y, 1, plot.height)
        canvas.rectangle("Middle", line, theme.muted)


def _beside_chart(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    """The columns of figures at the chart's rows, its legend, and the ends of its axis."""
    if layout.figure is not None:
        ring = is_ring(chart)
        align = Align.CENTRE if ring else Align.START
        style = _set(layout.figure, chart.series[0].colour, bold=True, align=align)
        words = _words(Claim(chart.figures[:1]), layout.figure)
        canvas.text("Share", layout.figure.box, (words,), style, wrap=False)
    if chart.side:
        _side_table(canvas, chart, layout, theme)
    if not native_legend(chart, layout, canvas.stage.voice):
        for series, entry in zip(chart.series, layout.legend, strict=False):
            canvas.rectangle("Legend key", entry.swatch, series.colour)
            words = _words(series.name, entry.name)
            canvas.text(
                "Legend", entry.name.box, (words,), _set(entry.name, theme.text), wrap=False
            )
    for number, (one, place) in enumerate(
        zip(chart.brackets, layout.brackets, strict=True), start=1
    ):
        canvas.rectangle(f"Bracket line {number}", place.line, one.colour)
        style = _set(place.words, theme.text, bold=True, align=Align.CENTRE)
        words = (Run("\n".join(place.words.lines), language=language_of(one.name)),)
        canvas.text(f"Bracket {number}", place.words.box, (words,), style)
    _behind_lines(canvas, chart, layout, theme)
    ends = zip((chart.axis.start_label, chart.axis.end_label), layout.ends, strict=False)
    for (label, end), name, align in zip(
        ends, ("Axis start", "Axis end"), (Align.START, Align.END), strict=False
    ):
        style = _set(end, theme.muted, align=align)
        canvas.text(name, end.box, (_words(label, end),), style, wrap=len(end.lines) > 1)


def _behind_lines(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    """The name of each line and its change, at its end."""
    for number, (series, place) in enumerate(
        zip(chart.series, layout.lines, strict=False), start=1
    ):
        style = _set(place.name, legible_ink(series.colour, theme))
        canvas.text(f"Line {number}", place.name.box, (_words(series.name, place.name),), style)
        if series.change is not None and place.change is not None:
            words = _words(Claim((series.change,)), place.change)
            style = _set(place.change, theme.text)
            canvas.text(f"Change {number}", place.change.box, (words,), style)


def _side_table(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    """The figures beside the chart as one table, whose rows are as high as the chart's."""
    first = layout.side[0]
    top = min(heading.box.y for heading in layout.headings)
    under = first.y - max(heading.box.y + heading.box.height for heading in layout.headings)
    smallest = min(layout.headings, key=lambda heading: heading.size)
    head = replace(_set(smallest, theme.muted, bold=True, align=Align.CENTRE), anchor=Anchor.BOTTOM)
    body = TextStyle(layout.size, theme.text, bold=True, align=Align.CENTRE, anchor=Anchor.MIDDLE)
    headings = tuple(
        _words(column.heading, heading)
        for column, heading in zip(chart.side, layout.headings, strict=True)
    )
    rows = [TableRow(headings, first.y - top, head, under=under)]
    lines = []
    for number, category in enumerate(chart.categories):
        figures = [column.figures[number] for column in chart.side]
        texts = tuple("" if figure is None else figure.text for figure in figures)
        rows.append(TableRow(tuple((Run(text),) for text in texts), layout.row, body))
        lines.append(f"{category}: {', '.join(text for text in texts if text)}")
    names = ", ".join(column.heading for column in chart.side)
    widths = tuple(box.width for box in layout.side)
    place = Box(first.x, top, sum(widths), first.y + first.height - top)
    alt = f"{names} – {'; '.join(lines)}"
    add_table(canvas, "Beside the chart", alt, place, widths, rows, inset=0)


def _grid(
    canvas: Canvas, alt: str, grid: Grid, box: Box, layout: SlideLayout, theme: Theme
) -> None:
    size = layout.table_size
    claims = (tuple(Claim((heading,)) for heading in grid.headings), *grid.rows)
    cells = [
        tuple(_cell(claim, lines) for claim, lines in zip(row, fitted, strict=True))
        for row, fitted in zip(claims, layout.table_lines, strict=True)
    ]
    rows = [
        TableRow(
            row,
            height,
            TextStyle(
                size,
                theme.text if number else theme.primary,
                bold=not number or number - 1 in grid.strong,
                anchor=Anchor.MIDDLE,
            ),
            Rule(RULE, 0.5) if number else Rule(theme.primary, 1.5),
        )
        for number, (row, height) in enumerate(zip(cells, layout.table_rows, strict=True))
    ]
    add_table(canvas, "Table", alt, box, layout.table_widths, rows)


def _cell(claim: Claim, lines: Sequence[str]) -> Paragraph:
    """A cell's text, or its fitted lines if it was cut."""
    whole = "".join("".join(lines).split()) == "".join(claim.text.split())
    return sentence(claim) if whole else (Run("\n".join(lines)),)


def _foot(
    canvas: Canvas, deck: Deck, slide: Slide, layout: SlideLayout, lit: Theme, theme: Theme
) -> None:
    """What frames every slide: footer, ribbon, organisation, number; `lit` is the body's theme."""
    if layout.footer is not None:
        cut = layout.footer.cut
        kept = _kept(sentence(slide.foot), layout.footer)
        words = _words(slide.foot, layout.footer) if cut else kept
        canvas.text("Footer", layout.footer.box, (words,), _set(layout.footer, lit.muted))
    if layout.ribbon is not None:
        fit = layout.ribbon
        style = _set(fit, ink(theme.accent), bold=True, align=Align.CENTRE)
        canvas.text(
            "Ribbon", fit.box, (_words(deck.ribbon, fit),), style, ground=theme.accent, wrap=False
        )
    if canvas.stage.house is not None:
        _strip(canvas, deck, slide, theme, canvas.stage.house)
        return
    if layout.organisation is not None:
        fit = layout.organisation
        style = TextStyle(fit.size, theme.muted)
        canvas.placeholder("ftr", "Footer line", fit.lines[0], fit.box, style)
    if layout.page is not None and slide.role is not SlideRole.TITLE:
        style = TextStyle(_PAGE_SIZE, theme.muted, align=Align.END, anchor=Anchor.MIDDLE)
        canvas.placeholder("sldNum", "Slide number", str(canvas.number), layout.page, style)


def _strip(canvas: Canvas, deck: Deck, slide: Slide, theme: Theme, house: House) -> None:
    """Footer and number in the places that an organisation's layout has for them."""
    opening = slide.role is SlideRole.TITLE
    layout = _room(slide, house).layout
    held = {one.kind: one for one in layout.held if one.marginal}
    names = (" ".join(name.split()) for name in (deck.organisation, deck.title))
    text = "  ·  ".join(name for name in names if name)
    place = held.get("ftr")
    if text and place is not None:
        measure = ruler(theme, anywhere=True)
        line = shorten(text, place.inner.width, place.size, measure)
        canvas.placeholder("ftr", "Footer line", line, size=place.size)
    number = held.get("sldNum")
    if number is not None and not opening:
        canvas.placeholder("sldNum", "Slide number", str(canvas.number), size=number.size)
