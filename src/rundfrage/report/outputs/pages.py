"""Says what stands on each page of the PDF, in the order in which it is read aloud.

An *item* is a box, a text, an image, a chart or a table at its place in points; a *run* is a piece
of a line in one weight. Items are plain data: the Typst template sets them and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from rundfrage.locales.foreign import language_of
from rundfrage.look.box import Box, Fit
from rundfrage.look.colour import ink
from rundfrage.look.direction import isolated, way_of
from rundfrage.look.families import families
from rundfrage.look.printable import printable
from rundfrage.look.theme import Theme
from rundfrage.report.arrange.frame import kicker_text
from rundfrage.report.claim_runs import Piece, split
from rundfrage.report.deck import PLAIN, Chart, Claim, Deck, Grid, Illustration, Slide, SlideRole
from rundfrage.report.layout import HEIGHT, WIDTH, ChartLayout, SlideLayout
from rundfrage.report.outputs.drawing import PlacedText
from rundfrage.report.outputs.texts import alternative, document_title
from rundfrage.text import direction, main_part

Item = dict[str, Any]

INSET = 8.0
"""Points between a table cell's edge and its text."""
_PAGE_SIZE = 10.5
_LEADING = 1.25
_RULE = "#c9d3d4"


@dataclass(frozen=True)
class Picture:
    """A chart without its words: the name of its file, and the words with their places in it."""

    file: str
    texts: tuple[PlacedText, ...]


def pages(
    deck: Deck,
    layouts: Sequence[SlideLayout],
    theme: Theme,
    pictures: Mapping[int, Sequence[Picture]],
    logo: str | None,
) -> dict[str, Any]:
    """The whole deck as the template reads it; `pictures` are the charts by slide, from 1."""
    mirrored = direction(deck.language) == "rtl"
    language, _, region = deck.language.replace("_", "-").partition("-")
    slides = []
    parted = False
    for number, (slide, layout) in enumerate(zip(deck.slides, layouts, strict=True), start=1):
        role = _heading(number, slide, parted=parted)
        parted = parted or slide.role is SlideRole.SECTION
        items = list(
            _items(deck, slide, layout, theme, number, role, pictures.get(number, ()), logo)
        )
        slides.append([_mirror(item) if mirrored else item for item in items])
    return {
        "title": document_title(deck),
        "author": printable(deck.organisation),
        "lang": language,
        "region": region if len(region) == 2 else "",
        "mirrored": mirrored,
        "width": WIDTH,
        "height": HEIGHT,
        "families": list(families(theme)),
        "look": {
            "background": theme.background,
            "text": theme.text,
            "primary": theme.primary,
            "rule": _RULE,
        },
        "slides": slides,
    }


def _mirror(item: Item) -> Item:
    return {**item, "x": WIDTH - item["x"] - item["width"]}


def _items(
    deck: Deck,
    slide: Slide,
    layout: SlideLayout,
    theme: Theme,
    number: int,
    role: str,
    pictures: Sequence[Picture],
    logo: str | None,
) -> Iterator[Item]:
    paper, theme = theme, theme.on_colour() if layout.coloured else theme
    yield from _grounds(layout, paper)
    title = (
        layout.title if slide.title.text.strip() else replace(layout.title, lines=(str(number),))
    )
    yield _text(title, role, theme.primary, slide.title, bold=True)
    if layout.kicker is not None:
        kicker = Claim((kicker_text(slide, deck.language),))
        yield _text(layout.kicker, "paragraph", theme.muted, kicker, bold=True)
    yield from _body(slide, layout, theme, pictures)
    if layout.footer is not None:
        yield _text(layout.footer, "paragraph", theme.muted, slide.foot)
    if layout.ribbon is not None:
        yield _centred(layout.ribbon, deck.ribbon, paper)
    if layout.organisation is not None:
        yield _text(layout.organisation, "artifact", paper.muted)
    if layout.page is not None:
        yield _page_number(layout.page, number, paper)
    if logo is not None and layout.logo is not None:
        yield _image(logo, layout.logo, printable(deck.organisation) or "Logo")


def _heading(number: int, slide: Slide, *, parted: bool) -> str:
    """The rank of a slide's title: below the dividing slide that opened its part, if one did."""
    if number == 1:
        return "title"
    return "subheading" if parted and slide.role is not SlideRole.SECTION else "heading"


def _grounds(layout: SlideLayout, theme: Theme) -> Iterator[Item]:
    """The coloured boxes behind all text, which nobody needs to hear of."""
    for shape in layout.shapes:
        yield {**_box(shape.box, shape.seen(theme)), "round": shape.round}
    for box in layout.panels:
        yield _box(box, theme.panel)
    for box in (*layout.marks, *layout.bullets):
        yield _box(box, theme.primary)
    if layout.ribbon is not None:
        yield _box(layout.ribbon.box, theme.accent)


def _body(
    slide: Slide, layout: SlideLayout, theme: Theme, pictures: Sequence[Picture]
) -> Iterator[Item]:
    if layout.big is not None:
        yield _text(layout.big, "paragraph", theme.primary, bold=True)
    for key in layout.keys:
        if key is not None:
            # The sentence says it again.
            side = "start" if layout.keys_first else "end"
            yield _text(key, "artifact", theme.primary, bold=True, align=side)
    numbers = layout.numbers or (None,) * len(slide.claims)
    for claim, fit, count in zip(slide.claims, layout.claims, numbers, strict=True):
        if count is not None:
            yield _text(count, "paragraph", theme.primary, bold=True)
        yield _text(fit, "paragraph", theme.text, claim, strong=theme.primary)
    if slide.picture is not None and layout.picture is not None:
        yield _image(picture_file(slide.picture), layout.picture, printable(slide.picture.alt))
    if slide.chart is not None and layout.chart is not None:
        yield _chart(pictures[0], layout.chart.box, alternative(slide))
    for pane, place, picture in zip(slide.panes, layout.panes, pictures, strict=False):
        yield _text(place.heading, "paragraph", theme.text, pane.heading, bold=True)
        if place.base is not None:
            yield _text(place.base, "paragraph", theme.muted, pane.base)
        yield _chart(picture, place.chart.box, alternative(slide.alone(pane)))
    for fit in layout.quotations:
        yield _text(fit, "quotation", theme.text)
    if slide.table is not None and layout.table is not None:
        yield _table(layout, slide.table, layout.table, theme)


def placed_charts(slide: Slide, layout: SlideLayout) -> Iterator[tuple[Chart, ChartLayout]]:
    """Each chart of the slide with its layout."""
    if slide.chart is not None and layout.chart is not None:
        yield slide.chart, layout.chart
    for pane, place in zip(slide.panes, layout.panes, strict=True):
        yield pane.chart, place.chart


def picture_file(picture: Illustration) -> str:
    """The name of a picture's file beside the template."""
    return f"picture-{picture.digest[:16]}{picture.suffix}"


def _box(box: Box, colour: str) -> Item:
    return {"kind": "box", **_place(box), "colour": colour, "round": False}


def _image(file: str, box: Box, alt: str) -> Item:
    return {"kind": "image", **_place(box), "file": file, "alt": alt}


def _chart(picture: Picture, box: Box, alt: str) -> Item:
    return {
        "kind": "chart",
        **_place(box),
        "file": picture.file,
        "alt": alt,
        "texts": [asdict(text) for text in picture.texts],
    }


def _place(box: Box) -> Item:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def _text(
    fit: Fit,
    role: str,
    colour: str,
    claim: Claim | None = None,
    *,
    bold: bool = False,
    strong: str = "",
    align: str = "start",
) -> Item:
    """A text as it was fitted; `strong` is the colour of a claim's figures, which are bold then."""
    parts: Iterable[tuple[Piece, ...]] = (
        split(claim, fit.lines) if claim is not None else (((line, PLAIN),) for line in fit.lines)
    )
    return {
        "kind": "text",
        "role": role,
        **_place(fit.box),
        **_set(fit.size, fit.leading, colour, bold=bold),
        "align": align,
        "way": way_of(" ".join(fit.lines)),
        "strong": strong,
        "lines": [_runs(line, strong=bool(strong)) for line in parts],
    }


def _set(size: float, leading: float, colour: str, *, bold: bool = False) -> Item:
    return {"size": size, "leading": leading, "colour": colour, "bold": bold}


def _runs(line: Sequence[Piece], *, strong: bool = False) -> list[Item]:
    """`strong` are figures in their colour; `bold`, `italic` and `link` the author's emphases."""
    return [
        {
            "text": printable(part) if isinstance(part, str) else isolated(printable(part.text)),
            "strong": strong and not isinstance(part, str),
            "lang": _tag(part if isinstance(part, str) else part.text),
            "bold": look.bold,
            "italic": look.italic,
            "link": look.link,
        }
        for part, look in line
    ]


def _plain(line: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple((part if isinstance(part, str) else part.text, look) for part, look in line)


def _tag(words: str) -> str:
    """The language of words that are not in the deck's, as Typst names it; else empty."""
    return main_part(language_of(words)) if language_of(words) else ""


def _centred(ribbon: Fit, words: str, theme: Theme) -> Item:
    """The ribbon's text in the middle of its box."""
    item = _text(ribbon, "paragraph", ink(theme.accent), Claim((words,)), bold=True, align="center")
    high = len(ribbon.lines) * ribbon.size * ribbon.leading
    return {**item, "y": ribbon.box.y + (ribbon.box.height - high) / 2}


def _page_number(box: Box, number: int, theme: Theme) -> Item:
    top = box.y + (box.height - _PAGE_SIZE * _LEADING) / 2
    fit = Fit(Box(box.x, top, box.width, box.height), _PAGE_SIZE, (str(number),), _LEADING)
    return _text(fit, "artifact", theme.muted, align="end")


def _table(layout: SlideLayout, grid: Grid, place: Box, theme: Theme) -> Item:
    claims = (tuple(Claim((heading,)) for heading in grid.headings), *grid.rows)
    header, *rows = (
        [
            {
                **_set(
                    layout.table_size,
                    _LEADING,
                    theme.text if at else theme.primary,
                    bold=at == 0 or at - 1 in grid.strong,
                ),
                "way": way_of(" ".join(cell)),
                "strong": "",
                "lines": [_runs(_plain(line)) for line in split(claim, cell)],
            }
            for claim, cell in zip(of_row, row, strict=True)
        ]
        for at, (of_row, row) in enumerate(zip(claims, layout.table_lines, strict=True))
    )
    return {
        "kind": "table",
        **_place(place),
        "widths": list(layout.table_widths),
        "heights": list(layout.table_rows),
        "inset": INSET,
        "header": header,
        "rows": rows,
    }
