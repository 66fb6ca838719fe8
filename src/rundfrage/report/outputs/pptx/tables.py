"""Native tables: rows of claims under headings, cells filled with the theme's colours.

A table style of Office would bring its own stripes and fonts, so every cell says how it looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rundfrage.look.box import Box
from rundfrage.report.outputs.pptx.canvas import NO_INSETS, Canvas
from rundfrage.report.outputs.pptx.master import EMU
from rundfrage.report.outputs.pptx.words import Align, Paragraph, Style, paragraphs_xml

INSET = 8.0
"""Points between a cell's edge and its text."""

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Office's "No Style, No Grid"."""


@dataclass(frozen=True)
class Rule:
    """A line under a row: `width` in points."""

    colour: str
    width: float


@dataclass(frozen=True)
class TableRow:
    """One row: a text a cell, its height in points, its style and the line under it.

    `under` is the room between the texts and the row's end, in points.
    """

    cells: tuple[Paragraph, ...]
    height: float
    style: Style
    rule: Rule | None = None
    under: float = 0


def add_table(
    canvas: Canvas,
    name: str,
    alt: str,
    box: Box,
    widths: Sequence[float],
    rows: Sequence[TableRow],
    *,
    headed: bool = True,
    inset: float = INSET,
) -> None:
    """Put a table on the slide; `headed` says that its first row holds headings."""
    stage = canvas.stage
    scale = stage.scale
    columns = "".join(f'<a:gridCol w="{round(width * scale * EMU)}"/>' for width in widths)
    body = "".join(_row(canvas, row, inset * scale) for row in rows)
    canvas.add(
        "graphicFrame",
        f"<p:nvGraphicFramePr><p:cNvPr {canvas.naming(name, alt)}/><p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"<p:xfrm>{stage.place(box).xml}</p:xfrm><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr rtl="{int(stage.voice.rtl)}" firstRow="{int(headed)}">'
        f"<a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic>",
    )


def _row(canvas: Canvas, row: TableRow, inset: float) -> str:
    stage = canvas.stage
    side = round(inset * EMU)
    below = round(row.under * stage.scale * EMU)
    line = (
        f'<a:lnB w="{round(row.rule.width * EMU)}">{stage.voice.palette.fill(row.rule.colour)}'
        "</a:lnB>"
        if row.rule
        else ""
    )
    cells = "".join(
        f"<a:tc><a:txBody><a:bodyPr {NO_INSETS}/><a:lstStyle/>"
        f"{paragraphs_xml((cell,), _aligned(row, at).scaled(stage.scale), stage.voice)}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="0" marB="{below}"'
        f' anchor="{row.style.anchor}">{line}'
        "<a:noFill/></a:tcPr></a:tc>"
        for at, cell in enumerate(row.cells)
    )
    return f'<a:tr h="{round(row.height * stage.scale * EMU)}">{cells}</a:tr>'


def _aligned(row: TableRow, at: int) -> Style:
    """The style of a row's cell: the stub starts its line, the numbers after it end theirs."""
    if at == 0 or row.style.align is not Align.START:
        return row.style
    return replace(row.style, align=Align.END)
