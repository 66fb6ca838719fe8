"""Writes the deck as one web page that everybody can read: no request, no other file.

Wide screens see the charts as SVG, narrow ones as bars made of HTML, whose letters stay large and
break where they must; on wide screens these rows lie unseen over the chart's and tell their values
to whoever points at them or comes to them by keyboard. Behind each chart stands its table. A
content security policy forbids the page everything that it does not need: of scripts, all but its
own, without which the page can be read as well.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from rundfrage.locales.phrases import Phrasebook, keys
from rundfrage.look.colour import ink, luminance
from rundfrage.look.logo import read_logo
from rundfrage.look.templates import page_template
from rundfrage.look.webfont import faces, families
from rundfrage.report.arrange.frame import INNER, kicker_text
from rundfrage.report.deck import (
    Chart,
    ChartForm,
    Claim,
    Figure,
    Grid,
    Illustration,
    Slide,
    SlideRole,
)
from rundfrage.report.layout import ChartLayout, PaneLayout, SlideLayout
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.drawing import Drawing
from rundfrage.report.outputs.output import Output, Report
from rundfrage.report.outputs.picture import drawn_height, picture
from rundfrage.report.outputs.reading import Reading, read_chart
from rundfrage.report.outputs.svg import IN_A_PAGE, svg
from rundfrage.report.outputs.texts import alternative, document_title, slide_texts
from rundfrage.report.words import cited, words_in
from rundfrage.text import direction

PLAIN_CLAIM = Claim(())
_SQUARE = 22.0
"""The side of what tells a region's value, in points."""
_BESIDE = 0.6
"""A chart narrower than this part of a slide's room stands beside something."""


@dataclass(frozen=True)
class Place:
    """Where a row of a chart lies in its picture, in percent from the start and from the top."""

    start: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class ChartView:
    """A chart as the page shows it: its picture, its rows, and what is said of it."""

    svg: Markup
    alt: str
    caption: str
    reading: Reading
    ends: tuple[str, str] | None
    places: tuple[Place, ...]
    file: str
    """Its picture with title and foot, as a data address."""
    width: float
    """That of its place on the slide, in points."""

    heading: Claim = PLAIN_CLAIM
    base: Claim = PLAIN_CLAIM
    """What stands above it where a slide has several."""
    inset: float = 0.0
    """How far from its start these begin there, in percent."""

    @property
    def beside(self) -> bool:
        """True if the slide shows it beside its sentences."""
        return self.width < _BESIDE * INNER


@dataclass(frozen=True)
class PictureView:
    """A picture as a data address, in which it can run nothing."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Block:
    """A paragraph ("p") or a whole list ("ul" or "ol", which counts from `start`)."""

    tag: str
    claims: tuple[Claim, ...]
    start: int = 1


@dataclass(frozen=True)
class SlideView:
    """A slide as the template reads it."""

    number: int
    anchor: str
    snippet: str
    """What another page takes into its source to show this slide."""
    place: str
    rank: int
    """That of its heading: 1 of the deck's, 3 below a slide that opens a part."""
    role: str
    kicker: str
    listed_kicker: str
    """The kicker in the contents: empty where the slide before has the same."""
    title: Claim
    claims: tuple[Claim, ...]
    keys: tuple[str, ...]
    """One a claim: what is set large before it; empty for none."""
    abreast: bool
    listed: bool
    blocks: tuple[Block, ...]
    picture: PictureView | None
    columns: int
    big: Figure | None
    chart: ChartView | None
    panes: tuple[ChartView, ...]
    tracks: str
    """The widths of the panes that stand beside each other, as a grid of CSS has them."""
    table: Grid | None
    quotations: tuple[str, ...]
    foot: Claim
    notes: tuple[Claim, ...]

    @property
    def charts(self) -> tuple[ChartView, ...]:
        """All charts of the slide."""
        return (self.chart, *self.panes) if self.chart is not None else self.panes


def write(report: Report, path: Path) -> None:
    """Write the report's web page to `path`."""
    report = report.printed
    page = html(report, report.layouts)
    path.write_text(page, encoding="utf-8", newline="\n")


OUTPUT = Output("html", ".html", write)


def html(report: Report, layouts: Sequence[SlideLayout]) -> str:
    """The web page of a report whose charts are laid out as given.

    Raises Problem: logo-unreadable.
    """
    deck, theme = report.deck, report.theme
    words = Phrasebook(deck.language, "page")
    slides = tuple(_slides(report, layouts, words))
    embedded = faces(_all_text(report, words), theme)
    template = page_template("rundfrage.report.outputs", "templates", "deck.html", trimmed=False)
    return template.render(
        title=document_title(deck),
        language=deck.language.replace("_", "-"),
        direction=direction(deck.language),
        organisation=deck.organisation,
        ribbon=deck.ribbon,
        theme=theme,
        on_accent=ink(theme.accent),
        on_primary=ink(theme.primary),
        scheme="dark" if luminance(theme.background) < luminance(theme.text) else "light",
        script=Markup(_script()),  # noqa: S704, a file of ours
        script_hash=_hash(_script()),
        faces=embedded,
        families=families(embedded),
        logo=_logo(theme.logo),
        words=words,
        slides=slides,
        parts=tuple(
            (slides[places[0]], tuple(slides[place] for place in places[1:]))
            if slides[places[0]].role == SlideRole.SECTION
            else (None, tuple(slides[place] for place in places))
            for _, places in deck.parts
        ),
    )


@cache
def _script() -> str:
    """The page's own script; nothing of a report stands in it."""
    folder = files("rundfrage.report.outputs") / "templates"
    return (folder / "deck.js").read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """By what a content security policy knows a script (CSP level 3, section 2.3.1)."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _anchors(slides: Sequence[Slide]) -> Iterator[str]:
    """A name for each slide that stays when slides are put before it: its source's, counted."""
    taken: set[str] = set()
    for slide in slides:
        name = re.sub(r"[^0-9A-Za-z_-]+", "-", slide.source).strip("-") or slide.role.value
        count, anchor = 1, name
        while anchor in taken:
            count += 1
            anchor = f"{name}-{count}"
        taken.add(anchor)
        yield anchor


def _snippet(anchor: str, slide: Slide) -> str:
    return (
        f'<iframe src="report.html#embed-{anchor}" title="{escape(slide.title.text)}" '
        'loading="lazy" style="width:100%;height:40rem;border:0"></iframe>'
    )


def _slides(
    report: Report, layouts: Sequence[SlideLayout], words: Phrasebook
) -> Iterator[SlideView]:
    deck = report.deck
    total = len(deck.slides)
    catalogue = words_in(deck.language)
    anchors, before = tuple(_anchors(deck.slides)), ""
    ranks = [
        3 if at and deck.slides[places[0]].role is SlideRole.SECTION else 2
        for _, places in deck.parts
        for at in range(len(places))
    ]
    for number, (slide, layout) in enumerate(zip(deck.slides, layouts, strict=True), start=1):
        kicker = kicker_text(slide, deck.language)
        yield SlideView(
            number=number,
            anchor=anchors[number - 1],
            snippet=_snippet(anchors[number - 1], slide),
            place=words("slide", number=number, total=total),
            rank=1 if number == 1 else ranks[number - 1],
            role=slide.role.value,
            kicker=kicker,
            listed_kicker="" if kicker == before else kicker,
            title=slide.title,
            claims=slide.claims,
            keys=tuple("" if fit is None else fit.lines[0] for fit in layout.keys)
            or ("",) * len(slide.claims),
            abreast=slide.abreast,
            listed=slide.role in {SlideRole.SUMMARY, SlideRole.METHOD},
            blocks=tuple(_blocks(slide.claims)) if slide.role is SlideRole.TEXT else (),
            picture=_picture_view(slide.picture),
            columns=slide.columns,
            big=slide.big,
            chart=_chart(report, slide, layout, slide.chart, layout.chart, words)
            if slide.chart is not None and layout.chart is not None
            else None,
            panes=tuple(
                replace(
                    _chart(
                        report,
                        slide.alone(pane),
                        layout,
                        pane.chart,
                        place.chart,
                        words,
                        heading=True,
                    ),
                    heading=pane.heading,
                    base=pane.base,
                    inset=_inset(place),
                )
                for pane, place in zip(slide.panes, layout.panes, strict=True)
            ),
            tracks=_tracks(layout.panes),
            table=slide.table,
            quotations=tuple(cited(one, catalogue) for one in slide.quotations),
            foot=slide.foot,
            notes=slide.notes,
        )
        before = kicker


def _panes(
    report: Report, slide: Slide, layout: SlideLayout, words: Phrasebook
) -> Iterator[ChartView]:
    for pane, place in zip(slide.panes, layout.panes, strict=True):
        alone = slide.alone(pane)
        view = _chart(report, alone, layout, pane.chart, place.chart, words, heading=True)
        yield replace(view, heading=pane.heading, base=pane.base, inset=_inset(place))


def _tracks(panes: Sequence[PaneLayout]) -> str:
    """Panes beside each other are as wide as on the slide."""
    first = [one for one in panes if one.heading.box.x > panes[0].heading.box.x]
    line = (*panes[:1], *first)[: len({one.heading.box.x for one in panes})]
    return " ".join(f"minmax(0,{one.chart.box.width:.0f}fr)" for one in line)


def _inset(pane: PaneLayout) -> float:
    box = pane.chart.box
    return round(max(0.0, 100 * (pane.heading.box.x - box.x) / box.width), 2)


def _picture_view(picture: Illustration | None) -> PictureView | None:
    if picture is None:
        return None
    return PictureView(
        _data(picture.media_type, picture.content), picture.alt, picture.width, picture.height
    )


def _data(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"


def _blocks(claims: Sequence[Claim]) -> Iterator[Block]:
    """The paragraphs and lists of a text."""
    for tag, group in groupby(claims, lambda one: {"": "p", "-": "ul"}.get(one.point, "ol")):
        of_one = tuple(group)
        if tag == "p":
            yield from (Block("p", (one,)) for one in of_one)
        else:
            yield Block(tag, of_one, int(of_one[0].point[:-1] or 1) if tag == "ol" else 1)


def _chart(
    report: Report,
    slide: Slide,
    layout: SlideLayout,
    chart: Chart,
    place: ChartLayout,
    words: Phrasebook,
    *,
    heading: bool = False,
) -> ChartView:
    """The view of a chart; below a `heading` of its own it is named by that."""
    axis, theme, deck = chart.axis, report.theme, report.deck
    drawing = draw(chart, place, theme, deck.language)
    alone = picture(deck, slide, layout, place, drawing, theme)
    return ChartView(
        svg=_picture(drawing, place),
        alt=alternative(slide),
        caption=(slide.claims[0] if heading else slide.title).text,
        reading=read_chart(chart, words("value")),
        ends=None
        if chart.form is ChartForm.COLUMNS or not (axis.start_label or axis.end_label)
        else (axis.start_label, axis.end_label),
        places=tuple(_places(chart, place)),
        file=_data("image/svg+xml", alone.encode("utf-8", "replace")),
        width=place.box.width,
    )


def _picture(drawing: Drawing, layout: ChartLayout) -> Markup:
    """The picture as part of a page, with no room below the bars; it is heard by its name."""
    # `svg` has escaped every text in it.
    return Markup(svg(drawing, height=drawn_height(layout), place=IN_A_PAGE))  # noqa: S704


def _places(chart: Chart, layout: ChartLayout) -> Iterator[Place]:
    """Where each category lies in the picture: from edge to edge, or one beside the other."""
    box, plot, count = layout.box, layout.plot, max(1, len(chart.categories))
    whole = drawn_height(layout)
    left, top = plot.x - box.x, plot.y - box.y
    if chart.form is ChartForm.MAP:
        yield from _on_map(chart, layout, whole)
        return
    for at in range(len(chart.categories)):
        if chart.form is ChartForm.COLUMNS:
            width = plot.width / count
            parts = (left + at * width) / box.width, 0.0, width / box.width, 1.0
        else:
            high = plot.height / count
            parts = 0.0, (top + at * high) / whole, 1.0, high / whole
        yield Place(*(round(100 * part, 2) for part in parts))


def _on_map(chart: Chart, layout: ChartLayout, whole: float) -> Iterator[Place]:
    """A square in each region, or where the region is listed; else where the list goes on."""
    box, plot, labels = layout.box, layout.plot, layout.labels
    inside = {one.category: one.inside for one in chart.atlas.regions} if chart.atlas else {}
    for at in range(len(chart.categories)):
        if at in inside:
            x, y = (plot.width * one - _SQUARE / 2 for one in inside[at])
            place = plot.x - box.x + x, plot.y - box.y + y, _SQUARE, _SQUARE
        else:
            listed = layout.listed.index(at if at in layout.listed else -1)
            place = labels.x - box.x, listed * layout.row, labels.width, layout.row
        parts = zip(place, (box.width, whole, box.width, whole), strict=True)
        yield Place(*(round(100 * part / of, 2) for part, of in parts))


def _all_text(report: Report, words: Phrasebook) -> str:
    """Every character the page may show."""
    deck = report.deck
    texts = [deck.title, *(words(key) for key in keys("page") if key != "slide")]
    for slide in deck.slides:
        texts.extend(slide_texts(deck, slide))
        texts.extend(claim.text for claim in slide.notes)
        texts.append(kicker_text(slide, deck.language))
    texts.extend(
        (words_in(deck.language)("quotation", words=""), words["slide"].forms[0], "0123456789–·…")
    )
    return "".join(texts)


def _logo(path: Path | None) -> str | None:
    """The logo as a data address, in which a picture can run nothing."""
    if path is None:
        return None
    logo = read_logo(path)
    return _data(logo.media_type, logo.content)
