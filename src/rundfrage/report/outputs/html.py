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
from dataclasses import dataclass
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
from rundfrage.report.arrange.frame import kicker_text
from rundfrage.report.deck import (
    Claim,
    Figure,
    Grid,
    Illustration,
    Slide,
    SlideRole,
)
from rundfrage.report.layout import SlideLayout
from rundfrage.report.outputs.html_charts import (
    ChartView,
    chart_view,
    data_address,
    pane_views,
    tracks,
)
from rundfrage.report.outputs.output import Output, Report
from rundfrage.report.outputs.texts import document_title, slide_texts
from rundfrage.report.words import cited, words_in
from rundfrage.text import direction


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
            chart=chart_view(report, slide, layout, slide.chart, layout.chart, words)
            if slide.chart is not None and layout.chart is not None
            else None,
            panes=tuple(pane_views(report, slide, layout, words)),
            tracks=tracks(layout.panes),
            table=slide.table,
            quotations=tuple(cited(one, catalogue) for one in slide.quotations),
            foot=slide.foot,
            notes=slide.notes,
        )
        before = kicker


def _picture_view(picture: Illustration | None) -> PictureView | None:
    if picture is None:
        return None
    return PictureView(
        data_address(picture.media_type, picture.content),
        picture.alt,
        picture.width,
        picture.height,
    )


def _blocks(claims: Sequence[Claim]) -> Iterator[Block]:
    """The paragraphs and lists of a text."""
    for tag, group in groupby(claims, lambda one: {"": "p", "-": "ul"}.get(one.point, "ol")):
        of_one = tuple(group)
        if tag == "p":
            yield from (Block("p", (one,)) for one in of_one)
        else:
            yield Block(tag, of_one, int(of_one[0].point[:-1] or 1) if tag == "ol" else 1)


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
    return data_address(logo.media_type, logo.content)
