"""One slide as shapes: its title, text boxes, rectangles, pictures and what python-pptx lacks.

Shapes are appended in reading order, which is also their order in depth. What only decorates is
marked so, and read aloud by nobody. A Canvas is the one thing here that changes while in use.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.slide import Slide

from rundfrage.look.box import Box, Fit
from rundfrage.report.outputs.drawing import Path
from rundfrage.report.outputs.pptx.stage import Body, Place, Stage, placeholders
from rundfrage.report.outputs.pptx.template import PRESENTATION
from rundfrage.report.outputs.pptx.words import (
    Align,
    Anchor,
    Paragraph,
    TextStyle,
    attribute,
    from_right,
    link_xml,
    paragraph_head,
    paragraphs_xml,
    plain_runs_xml,
    properties_xml,
    slant,
    tag_of,
)

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK
NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'

_WORDS = re.compile(r"[^ ]+ *| +")
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_SLACK = 1.018
"""Texts are measured a little too wide, so a box that is a little narrower breaks them alike."""
_UNDER = 0.2
"""From the baseline to the end of its line: 0.13 in LibreOffice, 0.28 by the font's measures."""
_HALF_CAPITAL = 0.35
_LOW = 0.06
"""How far under the middle of a box viewers set a line: 0.13 in LibreOffice, 0.03 by the font."""
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def rounded_corners(box: Box, radius: float) -> str:
    """A rectangle with corners of that radius in points, as a share of the shorter side."""
    if not radius:
        return _RECTANGLE
    part = round(50000 * min(1.0, 2 * radius / max(1.0, min(box.width, box.height))))
    return (
        '<a:prstGeom prst="roundRect"><a:avLst>'
        f'<a:gd name="adj" fmla="val {part}"/></a:avLst></a:prstGeom>'
    )


def _geometry(box: Box, path: Path) -> str:
    """The outline in hundredths of a point."""
    names = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
    steps = []
    for step, points in path.steps:
        pairs = zip(points[::2], points[1::2], strict=True)
        inner = "".join(f'<a:pt x="{round(x * 100)}" y="{round(y * 100)}"/>' for x, y in pairs)
        steps.append(f"<a:{names[step]}>{inner}</a:{names[step]}>")
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{round(box.width * 100)}" h="{round(box.height * 100)}">'
        f"{''.join(steps)}</a:path></a:pathLst></a:custGeom>"
    )


def as_measured(box: Box, size: float, leading: float, *, narrow: bool = True) -> Box:
    """The box in which a viewer sets a text of several lines where the layout means it to stand.

    Lines break where the measure broke them. The box is a third of a line too high, so that a
    text that may shrink does so only where it really runs over. With a line spacing in points,
    viewers set the first baseline near the bottom of its line, and the layout in the middle, half
    a capital's height down.
    """
    up = risen(size, leading)
    width = box.width / _SLACK if narrow else box.width
    return Box(box.x, box.y - up, width, box.height + size / 3)


def risen(size: float, leading: float) -> float:
    """How far above its measured place a text of several lines must begin, in points."""
    return (leading - _UNDER - (leading / 2 + _HALF_CAPITAL)) * size


class Canvas:
    """A slide while it is written; `number` counts from 1.

    `within` ends the names of all shapes while one of several charts is written.
    """

    def __init__(self, stage: Stage, slide: Slide, number: int) -> None:
        self.stage = stage
        self.slide = slide
        self.number = number
        self.within = ""
        self._tree = slide.shapes._spTree  # noqa: SLF001, shapes are written as XML
        self._last_id = 1
        title = slide.shapes.title
        for shape in list(slide.placeholders):
            if title is None or shape.shape_id != title.shape_id:
                self._tree.remove(shape._element)  # noqa: SLF001, as above
        if title is not None:
            self._last_id = title.shape_id

    def naming(self, name: str, alt: str = "") -> str:
        """The attributes of a `p:cNvPr` with a number of its own."""
        self._last_id += 1
        described = f" descr={attribute(alt)}" if alt else ""
        return f'id="{self._last_id}" name={attribute(name + self.within)}{described}'

    @property
    def body(self) -> Body | None:
        """The slide's place for sentences."""
        return self.stage.body_of(self.slide.slide_layout)

    def chart_mark(self) -> str:
        """The mark of the layout's place for a chart; empty if it has none, or one is in it."""
        if self._tree.find(f".//{_CHART}") is not None:
            return ""
        index = placeholders(self.slide.slide_layout).get("chart")
        if index is not None:
            return f'<p:ph type="chart" idx="{index}"/>'
        body = self.body
        return f'<p:ph idx="{body.index}"/>' if body is not None and body.kind == "obj" else ""

    def add(self, tag: str, inner: str) -> None:
        """Put a shape in front of the others: a `p:` element and its content."""
        self._tree.append(parse_xml(f"<p:{tag} {SPACES}>{inner}</p:{tag}>"))

    def title(
        self,
        fit: Fit,
        paragraph: Paragraph,
        place: Place | None,
        *,
        kept: bool = False,
        colour: str | None = None,
    ) -> None:
        """Fill the title placeholder; its font is the master's, and its colour unless one is given.

        Without a place it stands where the layout puts it; `kept` leaves it the rest of its look.
        """
        voice, size = self.stage.voice, fit.size * self.stage.scale
        style = TextStyle(size, "", leading=fit.leading)
        text, sized = "".join(run.text for run in paragraph), round(size * 100)
        fill = voice.palette.fill(colour) if colour else ""
        runs = "".join(
            plain_runs_xml(
                run.text,
                f'<a:rPr lang="{tag_of(run, voice)}" sz="{sized}"{slant(run)}>'
                f"{fill}{link_xml(run)}</a:rPr>",
            )
            for run in self.related(paragraph)
        )
        ours = place is not None and not kept
        insets = f' {NO_INSETS} anchor="t"' if ours else ""
        way = f'<a:pPr rtl="{int(from_right(text, voice))}"/>'
        head = paragraph_head(style, voice, text) if ours else way
        body = parse_xml(
            f"<p:txBody {SPACES}><a:bodyPr{insets}>{self.fitting()}</a:bodyPr><a:lstStyle/>"
            f"<a:p>{head}{runs}</a:p></p:txBody>"
        )
        element = self._title_element()
        element.replace(element.txBody, body)
        if place is not None:
            element.x, element.y = place.x, place.y
            element.cx, element.cy = place.width, place.height

    def related(self, paragraph: Paragraph) -> Paragraph:
        """The runs with the slide's relations in the place of addresses.

        Each word of a link is a run, for LibreOffice breaks no line within one; but it sets those
        that run from the right in the wrong order.
        """
        part, voice = self.slide.part, self.stage.voice
        return tuple(
            replace(run, text=text, link=part.relate_to(run.link, HYPERLINK, is_external=True))
            if run.link
            else run
            for run in paragraph
            for text in (
                _WORDS.findall(run.text)
                if run.link and not from_right(run.text, voice)
                else (run.text,)
            )
        )

    def _title_element(self) -> Any:  # noqa: ANN401, python-pptx' elements have no types
        """The title's placeholder; a layout without one gets it from here."""
        if self.slide.shapes.title is None:
            self.add(
                "sp",
                f"<p:nvSpPr><p:cNvPr {self.naming('Title')}/><p:cNvSpPr/><p:nvPr>"
                '<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>'
                "<p:txBody><a:bodyPr/><a:p/></p:txBody>",
            )
        return self.slide.shapes.title._element  # type: ignore[union-attr]  # noqa: SLF001

    def text(
        self,
        name: str,
        box: Box,
        paragraphs: tuple[Paragraph, ...],
        style: TextStyle,
        *,
        ground: str | None = None,
        wrap: bool = True,
    ) -> None:
        """A text box, on a ground of that colour if one is given.

        A text that doesn't wrap stays on its line in a font wider than the one it was measured in,
        in the middle of its box's height, which is where the layout means it to stand.
        """
        fill = self.stage.voice.palette.fill(ground) if ground else "<a:noFill/>"
        if not wrap:
            style = replace(style, anchor=Anchor.MIDDLE, leading=None)
            box = replace(box, y=box.y - (0 if ground else _LOW * style.size))
        if style.leading is not None:
            narrow = style.align is Align.START
            box = as_measured(box, style.size, style.leading, narrow=narrow)
            box = Box(box.x - style.indent, box.y, box.width + style.indent, box.height)
        self.add(
            "sp",
            f'<p:nvSpPr><p:cNvPr {self.naming(name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{self.frame(box)}{_RECTANGLE}{fill}</p:spPr>"
            f"{self._body(paragraphs, style, wrap=wrap)}",
        )

    def rectangle(
        self, name: str, box: Box, colour: str, *, radius: float = 0, behind: bool = False
    ) -> None:
        """A filled rectangle that only decorates; `behind` the title, too."""
        self.add(
            "sp",
            f"<p:nvSpPr><p:cNvPr {self.naming(name)}>{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{self.frame(box)}{rounded_corners(box, radius)}"
            f"{self.stage.voice.palette.fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr>",
        )
        if behind:
            first = self._tree.find(f"{PRESENTATION}sp")
            if first is not self._tree[-1]:
                first.addprevious(self._tree[-1])

    def outline(self, name: str, box: Box, path: Path, *, alt: str = "") -> None:
        """A filled outline whose points count from the box's top left; decoration without `alt`."""
        mark = "" if alt else _DECORATIVE
        fill = self.stage.voice.palette.fill
        inner = fill(path.colour) if path.colour else "<a:noFill/>"
        line = (
            f'<a:ln w="{round(path.width * 12700)}">{fill(path.edge)}</a:ln>'
            if path.edge
            else "<a:ln><a:noFill/></a:ln>"
        )
        self.add(
            "sp",
            f"<p:nvSpPr><p:cNvPr {self.naming(name, alt)}>{mark}</p:cNvPr><p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{self.frame(box)}{_geometry(box, path)}{inner}{line}"
            "</p:spPr>",
        )

    def picture(self, name: str, alt: str, content: bytes, box: Box) -> None:
        """A picture at the end of the box and in the middle of its height, not distorted."""
        part, relation = self.slide.part.get_or_add_image_part(io.BytesIO(content))
        across, down = part.image.size
        factor = min(box.width / across, box.height / down)
        width, height = across * factor, down * factor
        inner = Box(box.x + box.width - width, box.y + (box.height - height) / 2, width, height)
        self.add(
            "pic",
            f"<p:nvPicPr><p:cNvPr {self.naming(name, alt)}/><p:cNvPicPr>"
            '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{self.frame(inner)}{_RECTANGLE}</p:spPr>",
        )

    def placeholder(
        self,
        kind: str,
        name: str,
        text: str,
        box: Box | None = None,
        style: TextStyle | None = None,
        *,
        size: float = 0,
    ) -> None:
        """The layout's footer ("ftr") or slide number ("sldNum").

        Without a box and a style it keeps the place and the look that it has on the layout, whose
        `size` LibreOffice wants to be told.
        """
        places = placeholders(self.slide.slide_layout)
        voice = self.stage.voice
        properties = (
            f'<a:rPr lang="{voice.tag}" sz="{round(size * 100)}"><a:latin typeface="+mn-lt"/>'
            '<a:cs typeface="+mn-cs"/></a:rPr>'
            if style is None
            else properties_xml(style, voice)
        )
        runs = plain_runs_xml(text, properties)
        if kind == "sldNum":
            runs = runs.replace("<a:r>", f'<a:fld id="{_FIELD}" type="slidenum">')
            runs = runs.replace("</a:r>", "</a:fld>")
        head = "" if style is None else paragraph_head(style, voice, text)
        if kind == "ftr":
            # LibreOffice saves no left alignment, and centres the footers of what it saved.
            head = re.sub('algn="[lr]"', 'algn="just"', head)
        insets = "" if style is None else f' {NO_INSETS} anchor="{style.anchor}"'
        frame = "" if box is None else f"{self.frame(box)}{_RECTANGLE}"
        self.add(
            "sp",
            f"<p:nvSpPr><p:cNvPr {self.naming(name)}/><p:cNvSpPr/><p:nvPr>"
            f'<p:ph type="{kind}" sz="quarter" idx="{places[kind]}"/></p:nvPr>'
            f"</p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr{insets}/><a:lstStyle/>"
            f"<a:p>{head}{runs}</a:p></p:txBody>",
        )

    def frame(self, box: Box) -> str:
        """Where a shape stands, as XML."""
        return f"<a:xfrm>{self.stage.place(box).xml}</a:xfrm>"

    def _scaled(self, style: TextStyle) -> TextStyle:
        return style.scaled(self.stage.scale)

    def fitting(self, *, wrap: bool = True) -> str:
        """Texts shrink to their box only in a template's fonts, which the layout didn't measure.

        LibreOffice sets lines closer in every text that may shrink, even where it fits.
        """
        return "<a:normAutofit/>" if wrap and not self.stage.own else "<a:noAutofit/>"

    def _body(self, paragraphs: tuple[Paragraph, ...], style: TextStyle, *, wrap: bool) -> str:
        voice = self.stage.voice
        linked = tuple(map(self.related, paragraphs))
        return (
            f'<p:txBody><a:bodyPr wrap="{"square" if wrap else "none"}" {NO_INSETS}'
            f' rtlCol="{int(voice.rtl)}" anchor="{style.anchor}">'
            f"{self.fitting(wrap=wrap)}</a:bodyPr><a:lstStyle/>"
            f"{paragraphs_xml(linked, self._scaled(style), voice)}</p:txBody>"
        )
