"""Takes the snapshot of a deck that was just written: its slides, with each figure's binding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pptx.presentation import Presentation as Pptx
from pptx.slide import Slide as PptxSlide

from rundfrage.report.deck import Chart, ChartForm, Claim, Deck, Emphasis, Figure, Part, Slide
from rundfrage.report.outputs.moments import spaced
from rundfrage.report.outputs.pptx.bodies import PARAGRAPH, P, body_of, same_words
from rundfrage.report.outputs.pptx.drawn import (
    box_of,
    chart_of,
    lines_of,
    properties_of,
    table_of,
    words_of,
)
from rundfrage.report.outputs.pptx.marks import BODY, LISTED, TITLE, numbered_chart, read_mark
from rundfrage.report.outputs.pptx.snapshot import (
    DrawnChart,
    DrawnShape,
    DrawnSlide,
    DrawnTable,
    PrintedText,
    Snapshot,
    Span,
)
from rundfrage.report.outputs.texts import document_title


def capture(presentation: Pptx, deck: Deck, keys: Sequence[str]) -> Snapshot:
    """The snapshot of a presentation that holds exactly the slides of the deck, marked."""
    return Snapshot(
        document_title(deck),
        tuple(
            _slide(target, slide, key)
            for target, slide, key in zip(presentation.slides, deck.slides, keys, strict=True)
        ),
    )


def _slide(target: PptxSlide, slide: Slide, key: str) -> DrawnSlide:
    frame = target.notes_slide.notes_text_frame
    lines = lines_of(frame._txBody) if frame is not None else ()  # noqa: SLF001, read as XML
    bearing = [*slide.speech, *slide.notes, *(Claim((figure,)) for figure in slide.figures)]
    figures = {one.binding: one.text for claim in bearing for one in claim.figures}
    return DrawnSlide(
        key,
        tuple(_shape(shape, slide) for shape in target.shapes),
        tuple(_line(line, slide) for line in lines),
        tuple(figures.items()),
        hidden=slide.hidden,
    )


def _line(line: PrintedText, slide: Slide) -> PrintedText:
    """A line of the notes: a claim, or a figure with its binding."""
    for claim in (*slide.speech, *slide.notes):
        if same_words(claim.text) == same_words(line.text):
            return bound(line, claim)
    for figure in slide.figures:
        if line.text.startswith(f"{figure.text} · {figure.binding}"):
            return bound(line, Claim((figure,)))
    return line


def _shape(shape: object, slide: Slide) -> DrawnShape:
    element = shape._element  # type: ignore[attr-defined]  # noqa: SLF001, read as XML
    properties = properties_of(element)
    mark = read_mark(properties.get("name"))
    whole = mark.role if mark else properties.get("name")
    role, slide = _part(whole, slide)
    body = body_of(element)
    chart = element.tag == f"{P}graphicFrame" and getattr(shape, "has_chart", False)
    table = table_of(element)
    return DrawnShape(
        whole,
        box_of(element),
        properties.get("descr", ""),
        None if body is None else bound(words_of(body), _claim(role, slide)),
        _chart(chart_of(shape.chart._chartSpace), slide.chart)  # type: ignore[attr-defined]  # noqa: SLF001
        if chart and slide.chart is not None
        else None,
        None if table is None else _table(table, slide, listed=role == LISTED),
    )


_OF_CHARTS: Mapping[str, Callable[[Slide], Claim]] = {
    "Heading": lambda slide: slide.claims[0],
    "Base": lambda slide: slide.claims[-1],
    "Share": lambda slide: Claim(slide.chart.figures[:1] if slide.chart else ()),
}
"""What stands in the shapes of a chart."""


def _part(role: str, slide: Slide) -> tuple[str, Slide]:
    """The role without the number of its chart, and a slide of that chart alone."""
    name, number = numbered_chart(role)
    if 0 < number <= len(slide.panes):
        return name, slide.alone(slide.panes[number - 1])
    return role, slide


def _claim(role: str, slide: Slide) -> Claim:
    """The claim that stands in the shape of a role; an empty one if its text has no figures."""
    if role == TITLE:
        return slide.title
    if role == "Footer":
        return slide.foot
    if role in _OF_CHARTS and slide.chart is not None:
        return _OF_CHARTS[role](slide)
    if role == "Figure" and slide.big is not None:
        return Claim((slide.big,))
    if role == BODY:
        return _joined(slide.claims)
    name, _, number = role.rpartition(" ")
    if name in {"Key", "Claim"} and number.isdigit() and int(number) <= len(slide.claims):
        claim = slide.claims[int(number) - 1]
        return claim if name == "Claim" else Claim(claim.figures)
    return (
        _of_chart(name, int(number), slide.chart) if slide.chart and number.isdigit() else Claim(())
    )


def _of_chart(name: str, number: int, chart: Chart) -> Claim:
    """What stands at a bracket of the chart, or at the end of one of its lines."""
    if name == "Change" and number <= len(chart.series):
        return _alone(chart.series[number - 1].change)
    if name == "Bracket" and number <= len(chart.brackets):
        return chart.brackets[number - 1].claim
    return Claim(())


def _joined(claims: Sequence[Claim]) -> Claim:
    """The claims as the paragraphs of one text."""
    parts: list[Part] = []
    emphases: list[Emphasis] = []
    at = 0
    for claim in claims:
        if at:
            parts.append(PARAGRAPH)
            at += len(PARAGRAPH)
        parts.extend(claim.parts)
        emphases.extend(replace(one, start=at + one.start, end=at + one.end)
                        for one in claim.emphases)  # fmt: skip
        at += len(claim.text)
    return Claim(tuple(parts), tuple(emphases))


def bound(words: PrintedText, claim: Claim) -> PrintedText:
    """The text with the claim's figures found in it, in order; what was cut off has none."""
    spans: list[Span] = []
    at = 0
    for part in claim.parts:
        if isinstance(part, Figure):
            start = words.text.find(part.text, at)
            if start < 0 or not part.text:
                continue
            at = start + len(part.text)
            spans.append(Span(start, at, part.binding))
        elif words.text.startswith(part, at):
            # Digits in the words before a figure must not be taken for it.
            at += len(part)
    same = words.text == claim.text
    return replace(words, spans=tuple(spans), emphases=claim.emphases if same else ())


def _chart(drawn: DrawnChart, chart: Chart) -> DrawnChart:
    if chart.form is ChartForm.LINES:
        chart = spaced(chart)
    # The series that shifts rows prints no figures, and so has no bindings.
    unseen = drawn.series[: chart.shift is not None]
    # The rest of a share is no figure, and its row has no other key than its name.
    rest = drawn.categories[len(chart.categories) :]
    series = tuple(
        replace(
            one,
            bindings=(
                *(bar.figure.binding if bar else "" for bar in made.bars),
                *("" for _ in rest),
            ),
        )
        for one, made in zip(drawn.series[len(unseen) :], chart.series, strict=True)
    )
    return replace(drawn, rows=(*row_keys(chart), *rest), series=(*unseen, *series))


def row_keys(chart: Chart) -> tuple[str, ...]:
    """A key for each category that outlives a new wording: what the figures of its row share."""
    keys: list[str] = []
    for at, category in enumerate(chart.categories):
        figures = [one.bars[at] for one in chart.series]
        first = next((bar.figure.binding for bar in figures if bar is not None), "")
        # In a stack the last word of a binding names the segment, not the row.
        name, bracket, group = first.partition("[")
        row = f"{name.rpartition('.')[0]}{bracket}{group}"
        key = (row if len(chart.series) > 1 else first) or category
        if chart.form is ChartForm.LINES:
            # A moment stays what it is when others come after it.
            key = category
        keys.append(key if key not in keys else f"{key}~{at}")
    return tuple(keys)


def _table(drawn: DrawnTable, slide: Slide, *, listed: bool) -> DrawnTable:
    """The table with its bindings: of the slide's grid, or of the columns beside its chart."""
    claims: list[list[Claim]]
    if listed and slide.chart is not None:
        return _listed(drawn, slide.chart)
    if slide.table is not None:
        claims = [list(row) for row in slide.table.rows]
        keys = drawn.rows
    elif slide.chart is not None:
        side = [column.figures for column in slide.chart.side]
        rows = range(len(slide.chart.categories))
        claims = [[_alone(one[at]) for one in side] for at in rows]
        keys = ("", *row_keys(slide.chart))
    else:
        return drawn
    body = tuple(
        tuple(bound(cell, claim) for cell, claim in zip(row, bindings, strict=False))
        for row, bindings in zip(drawn.cells[1:], claims, strict=False)
    )
    return replace(drawn, rows=_distinct(keys), cells=(drawn.cells[0], *body))


def _listed(drawn: DrawnTable, chart: Chart) -> DrawnTable:
    """The list beside a map, from the first category down and from the last one up."""
    keys, bars = row_keys(chart), chart.series[0].bars
    gap = next((at for at, row in enumerate(drawn.cells) if not row[-1].text), len(drawn.cells))
    below = len(drawn.cells) - gap - 1
    places = [*range(gap), *([-1] if below >= 0 else []), *range(len(keys) - below, len(keys))]
    cells = tuple(
        (*row[:-1], bound(row[-1], _alone(bar.figure if (bar := bars[at]) and at >= 0 else None)))
        for row, at in zip(drawn.cells, places, strict=True)
    )
    names = tuple("…" if at < 0 else keys[at] for at in places)
    return replace(drawn, rows=_distinct(names), cells=cells)


def _alone(figure: Figure | None) -> Claim:
    return Claim(() if figure is None else (figure,))


def _distinct(keys: Sequence[str]) -> tuple[str, ...]:
    seen: list[str] = []
    for at, key in enumerate(keys):
        seen.append(key if key not in seen else f"{key}~{at}")
    return tuple(seen)
