"""Native tables: rows of claims under headings, cells filled with the theme's colours.

A table style of Office would bring its own stripes and fonts, so every cell says how it looks,
also that it has no line at an edge: LibreOffice 25 draws black ones where nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rundfrage.look.box import Box
from rundfrage.report.outputs.pptx.canvas import NO_INSETS, Canvas
from rundfrage.report.outputs.pptx.palette import Palette
from rundfrage.report.outputs.pptx.words import EMU, Align, Paragraph, TextStyle, paragraphs_xml

INSET = 8.0
"""Points between a cell's edge and its text."""

_LEAST = 360
"""A hundredth of a millimetre: LibreOffice saves no margin of 0, and has its own then."""
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
    style: TextStyle
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
    above = (None, *(row.rule for row in rows))
    body = "".join(
        _row(canvas, row, rule, inset * scale) for row, rule in zip(rows, above, strict=False)
    )
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


def _row(canvas: Canvas, row: TableRow, above: Rule | None, inset: float) -> str:
    """The row under that line, which its cells share with those above."""
    stage = canvas.stage
    side = max(_LEAST, round(inset * EMU))
    below = max(_LEAST, round(row.under * stage.scale * EMU))
    palette = stage.voice.palette
    edges = {"L": None, "R": None, "T": above, "B": row.rule}
    lines = "".join(_line(edge, rule, palette) for edge, rule in edges.items())
    cells = "".join(
        f"<a:tc><a:txBody><a:bodyPr {NO_INSETS}/><a:lstStyle/>"
        f"{paragraphs_xml((cell,), _aligned(row, at).scaled(stage.scale), stage.voice)}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{_LEAST}" marB="{below}"'
        f' anchor="{row.style.anchor}">{lines}'
        "<a:noFill/></a:tcPr></a:tc>"
        for at, cell in enumerate(row.cells)
    )
    return f'<a:tr h="{round(row.height * stage.scale * EMU)}">{cells}</a:tr>'


def _line(edge: str, rule: Rule | None, palette: Palette) -> str:
    """The line at an edge of a cell: left, right, top or bottom by its letter."""
    if rule is None:
        return f'<a:ln{edge} w="0"><a:noFill/></a:ln{edge}>'
    return f'<a:ln{edge} w="{round(rule.width * EMU)}">{palette.fill(rule.colour)}</a:ln{edge}>'


def _aligned(row: TableRow, at: int) -> TextStyle:
    """The style of a row's cell: the stub starts its line, the numbers after it end theirs."""
    if at == 0 or row.style.align is not Align.START:
        return row.style
    return replace(row.style, align=Align.END)
