"""Writes one slide of the deck on a canvas, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.locales.foreign import language_of
from rundfrage.look.box import Box, Fit
from rundfrage.look.colour import faint, ink
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
from rundfrage.report.layout import BAR, ChartLayout, SlideLayout
from rundfrage.report.outputs.pptx.canvas import Canvas, as_measured
from rundfrage.report.outputs.pptx.charts import add_chart, native_legend
from rundfrage.report.outputs.pptx.rings import is_ring
from rundfrage.report.outputs.pptx.stage import Place
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
)
from rundfrage.report.outputs.texts import alternative
from rundfrage.report.words import cited, words_in

RULE = "#c9d3d4"
"""The line between rows of a table."""

_PAGE_SIZE = 10.5


def write_slide(
    canvas: Canvas,
    deck: Deck,
    slide: Slide,
    layout: SlideLayout,
    theme: Theme,
    logo: bytes | None,
) -> None:
    """Put everything on the slide; its notes are written apart."""
    canvas.title(layout.title, _words(slide.title, layout.title), _title_place(canvas, layout))
    for number, box in enumerate(layout.panels, start=1):
        canvas.rectangle(f"Panel {number}", box, theme.panel, radius=6)
    # Marks at the slide's edge belong to our own look; an organisation's master has its own.
    inner = [box for box in layout.marks if canvas.stage.own or (box.x > 0 and box.y > 0)]
    for number, box in enumerate(inner, start=1):
        canvas.rectangle(f"Mark {number}", box, theme.primary)
    _sentences(canvas, deck, slide, layout, theme)
    if slide.chart is not None and layout.chart is not None:
        _tracks(canvas, slide.chart, layout.chart, theme)
        _middle(canvas, slide.chart, layout.chart, theme)
        if is_waffle(slide.chart):
            add_waffle(canvas, slide.chart, layout.chart, alternative(slide))
        else:
            add_chart(canvas, slide.chart, layout.chart, theme, alternative(slide))
        _beside_chart(canvas, slide.chart, layout.chart, theme)
    for number, (one, fit) in enumerate(
        zip(slide.quotations, layout.quotations, strict=True), start=1
    ):
        words = _words(cited(one, words_in(deck.language)), fit)
        canvas.text(f"Quotation {number}", fit.box, (words,), _set(fit, theme.text))
    if slide.table is not None and layout.table is not None:
        _grid(canvas, alternative(slide), slide.table, layout.table, layout, theme)
    _foot(canvas, deck, slide, layout, theme)
    if logo is not None and layout.logo is not None:
        canvas.picture("Logo", printable(deck.organisation) or "Logo", logo, layout.logo)


def _words(text: str | Claim, fit: Fit) -> Paragraph:
    """A text as one paragraph, which the viewer breaks anew; its fitted lines if it was cut."""
    whole = in_one_weight(Claim((text,)) if isinstance(text, str) else text)
    if fit.cut:
        language = whole[0].language if len(whole) == 1 else ""
        return (Run("\n".join(fit.lines), language=language),)
    return whole or (Run(""),)


def _set(fit: Fit, colour: str, *, bold: bool = False, align: Align = Align.START) -> TextStyle:
    return TextStyle(fit.size, colour, bold=bold, align=align, leading=fit.leading)


def _title_place(canvas: Canvas, layout: SlideLayout) -> Place | None:
    """Where the title stands, or None where an organisation's master has a good place for it.

    A place is good if nothing else of the slide stands there and a line more than measured fits.
    """
    stage = canvas.stage
    shape = canvas.slide.shapes.title
    fit = layout.title
    own = stage.place(as_measured(fit.box, fit.size, fit.leading))
    if stage.own or shape is None or not shape.height:
        return own
    there = Place(shape.left, shape.top, shape.width, shape.height)
    needed = stage.place(replace(fit.box, height=(len(fit.lines) + 1) * fit.size * fit.leading))
    chart = layout.chart
    texts = (layout.kicker, layout.big, *layout.claims, *layout.quotations, layout.ribbon)
    taken = (
        *(one.box for one in texts if one is not None),
        *layout.panels,
        *((chart.box,) if chart else ()),
        *((layout.table,) if layout.table else ()),
    )
    roomy = there.width >= 0.8 * needed.width and there.height >= needed.height
    free = not any(there.meets(stage.place(box)) for box in taken)
    return None if roomy and free else own


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
    for number, (claim, fit) in enumerate(zip(slide.claims, layout.claims, strict=True), start=1):
        words = _words(claim, fit) if fit.cut else sentence(claim, theme.primary)
        canvas.text(f"Claim {number}", fit.box, (words,), _set(fit, theme.text))


def _tracks(canvas: Canvas, chart: Chart, layout: ChartLayout, theme: Theme) -> None:
    """What shows how far a mean or a share could go: a ground, or under dots a line."""
    plot = layout.plot
    if chart.whole is not None and chart.whole.style is ShareStyle.BAR:
        canvas.rectangle("Track 1", plot, chart.whole.colour)
    tracks = {
        ChartForm.MEANS: (layout.row * BAR, theme.panel),
        ChartForm.DOTS: (1.0, faint(theme.muted, theme.background)),
    }
    high, colour = tracks.get(chart.form, (0.0, ""))
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
    ends = zip((chart.axis.start_label, chart.axis.end_label), layout.ends, strict=False)
    for (label, end), name, align in zip(
        ends, ("Axis start", "Axis end"), (Align.START, Align.END), strict=False
    ):
        style = _set(end, theme.muted, align=align)
        canvas.text(name, end.box, (_words(label, end),), style, wrap=len(end.lines) > 1)


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
                bold=not number,
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


def _foot(canvas: Canvas, deck: Deck, slide: Slide, layout: SlideLayout, theme: Theme) -> None:
    """What frames every slide: footer, ribbon, organisation, number."""
    if layout.footer is not None:
        words = _words(slide.foot, layout.footer)
        canvas.text("Footer", layout.footer.box, (words,), _set(layout.footer, theme.muted))
    if layout.ribbon is not None:
        fit = layout.ribbon
        style = _set(fit, ink(theme.accent), bold=True, align=Align.CENTRE)
        canvas.text(
            "Ribbon", fit.box, (_words(deck.ribbon, fit),), style, ground=theme.accent, wrap=False
        )
    if layout.organisation is not None:
        fit = layout.organisation
        canvas.placeholder(
            "ftr", "Footer line", fit.box, fit.lines[0], TextStyle(fit.size, theme.muted)
        )
    if layout.page is not None and slide.role is not SlideRole.TITLE:
        style = TextStyle(_PAGE_SIZE, theme.muted, align=Align.END, anchor=Anchor.MIDDLE)
        canvas.placeholder("sldNum", "Slide number", layout.page, str(canvas.number), style)
