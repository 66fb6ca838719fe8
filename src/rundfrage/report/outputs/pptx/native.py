"""Texts as PowerPoint would make them: sentences in the layout's body, quotations in their panels.

Whoever presses Enter in a body gets the next bullet, and a panel grows with what is written in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rundfrage.look.box import Box, Fit
from rundfrage.report.outputs.pptx.canvas import Canvas, as_measured, risen, rounded_corners
from rundfrage.report.outputs.pptx.words import EMU, Paragraph, TextStyle, Voice, paragraph_xml

_RADIUS = 6.0
_INSCRIBED = 1 - 0.5**0.5
"""The part of its corners' radius by which a rounded rectangle sets its text in at each side."""
HANGING = 22.0
"""Points from a bullet to its sentence."""

_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
"""Where no layout says how a bullet looks."""


@dataclass(frozen=True)
class Line:
    """One paragraph of a body, and where it was measured."""

    words: Paragraph
    fit: Fit


@dataclass(frozen=True)
class Panel:
    """A panel in its colour, with an edge of another at its start that is `edge` points wide."""

    box: Box
    colour: str
    edge_colour: str = ""
    edge: float = 0.0


def write_body(
    canvas: Canvas, name: str, lines: Sequence[Line], style: TextStyle, *, bulleted: bool
) -> None:
    """The lines as one text in the slide's place for it; in a text box if the layout has none."""
    stage = canvas.stage
    hanging = HANGING if bulleted else 0.0
    first, last = lines[0].fit, lines[-1].fit
    measured = Box(
        first.box.x,
        first.box.y,
        max(line.fit.box.width for line in lines),
        last.box.y + last.box.height - first.box.y,
    )
    box = as_measured(measured, first.size, first.leading)
    box = replace(box, x=box.x - hanging, width=box.width + hanging)
    held = canvas.body
    bullet = "" if held is not None and held.bulleted else _BULLET
    paragraphs, end = [], first.box.y
    for line in lines:
        own = replace(style, size=line.fit.size, leading=line.fit.leading).scaled(stage.scale)
        before = (line.fit.box.y - end) * stage.scale
        end = line.fit.box.y + line.fit.box.height
        head = (before, hanging * stage.scale, bullet)
        paragraphs.append(paragraph_xml(canvas.related(line.words), own, stage.voice, *head))
    mark = f'<p:ph type="{held.kind}" idx="{held.index}"/>' if held is not None else ""
    kind = "<p:cNvSpPr/>" if mark else '<p:cNvSpPr txBox="1"/>'
    canvas.add(
        "sp",
        f"<p:nvSpPr><p:cNvPr {canvas.naming(name)}/>{kind}<p:nvPr>{mark}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{canvas.frame(box)}</p:spPr><p:txBody>"
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">{canvas.fitting()}</a:bodyPr>'
        f"<a:lstStyle/>{''.join(paragraphs)}</p:txBody>",
    )


def write_panel(canvas: Canvas, name: str, panel: Panel, line: Line, style: TextStyle) -> None:
    """A text in its panel, which grows with it; both stand where they were measured."""
    stage, fit, box = canvas.stage, line.fit, panel.box
    up = risen(fit.size, fit.leading)
    text = as_measured(fit.box, fit.size, fit.leading)
    sides = [
        fit.box.x - box.x,
        fit.box.y - up - box.y,
        box.x + box.width - text.x - text.width,
        box.y + box.height - fit.box.y - fit.box.height + up,
    ]
    if stage.voice.rtl:
        sides[0], sides[2] = sides[2], sides[0]
    radius = 0 if panel.edge else _RADIUS
    corner = radius * _INSCRIBED
    insets = " ".join(
        f'{side}Ins="{round(max(0.0, one - corner) * stage.scale * EMU)}"'
        for side, one in zip("ltrb", sides, strict=True)
    )
    own = style.scaled(stage.scale)
    canvas.add(
        "sp",
        f"<p:nvSpPr><p:cNvPr {canvas.naming(name)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{canvas.frame(box)}{rounded_corners(box, radius)}"
        f"{_fill(panel, stage.voice)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody>"
        f'<a:bodyPr wrap="square" {insets} anchor="t"><a:spAutoFit/></a:bodyPr><a:lstStyle/>'
        f"{paragraph_xml(canvas.related(line.words), own, stage.voice)}</p:txBody>",
    )


def _fill(panel: Panel, voice: Voice) -> str:
    """The panel's fill; its edge is a part of it, so that both grow."""
    if not panel.edge:
        return voice.palette.fill(panel.colour)
    share = round(100_000 * panel.edge / panel.box.width)
    stops = ((0, panel.edge_colour), (share, panel.edge_colour), (share, panel.colour))
    drawn = "".join(
        f'<a:gs pos="{at}">{voice.palette.colour(colour)}</a:gs>'
        for at, colour in (*stops, (100_000, panel.colour))
    )
    angle = 10_800_000 if voice.rtl else 0
    return (
        f'<a:gradFill rotWithShape="1"><a:gsLst>{drawn}</a:gsLst>'
        f'<a:lin ang="{angle}" scaled="0"/></a:gradFill>'
    )
