"""A chart on its way into DrawingML: where it lies, and how its texts are set."""

from __future__ import annotations

from dataclasses import dataclass

from rundfrage.look.box import Box
from rundfrage.look.measure import Ruler
from rundfrage.look.theme import Theme
from rundfrage.report.deck import Chart, ChartForm
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.pptx.words import Align, Voice, alignment, clean


@dataclass(frozen=True)
class Drawing:
    """One chart on its way to XML; `frame` is where it lies on the slide."""

    chart: Chart
    layout: ChartLayout
    frame: Box
    theme: Theme
    ruler: Ruler
    voice: Voice
    scale: float

    @property
    def stacked(self) -> bool:
        """True if the bars of a row lie one after the other."""
        return self.chart.form is ChartForm.STACKED

    @property
    def upright(self) -> bool:
        """True if the categories go across and the values up."""
        return self.chart.form in {ChartForm.COLUMNS, ChartForm.LINES}

    @property
    def categories(self) -> tuple[str, ...]:
        """The labels of the rows, broken as the layout breaks them; a share prints none.

        Those of lines are never broken.
        """
        bare = self.chart.whole is not None or self.layout.unlabelled
        if bare or self.chart.form is ChartForm.LINES:
            return tuple(map(clean, self.chart.categories))
        return tuple(clean("\n".join(lines)) for lines in self.layout.label_lines)


def place(target: str, drawing: Drawing, box: Box) -> str:
    """A layout by hand, in parts of the frame; `inner` is the plot without its labels."""
    frame = drawing.frame
    x = box.x - frame.x
    if drawing.voice.rtl:
        x = frame.width - x - box.width
    kind = f'<c:layoutTarget val="{target}"/>' if target else ""
    return (
        f'<c:layout><c:manualLayout>{kind}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x / frame.width:.6f}"/><c:y val="{(box.y - frame.y) / frame.height:.6f}"/>'
        f'<c:w val="{box.width / frame.width:.6f}"/><c:h val="{box.height / frame.height:.6f}"/>'
        "</c:manualLayout></c:layout>"
    )


def properties(
    drawing: Drawing, name: str, colour: str, *, bold: bool = False, size: float = 0
) -> str:
    """Properties of a run in the element `name`; without a size, in the chart's."""
    hundredths = round((size or drawing.layout.size) * drawing.scale * 100)
    return (
        f'<{name} lang="{drawing.voice.tag}" sz="{hundredths}" b="{int(bold)}">'
        f"{drawing.voice.palette.fill(colour)}</{name}>"
    )


def text(
    drawing: Drawing, colour: str, *, bold: bool = False, size: float = 0, wrap: bool = True
) -> str:
    """How a part of the chart sets its texts: lines to their end, under columns in their middle.

    LibreOffice breaks labels of bars that may wrap, and centres lines whatever it is told.
    """
    rtl = drawing.voice.rtl
    align = alignment(Align.CENTRE if drawing.upright else Align.END, rtl=rtl)
    level = ' rot="0" vert="horz"' if drawing.upright else ""
    return (
        f'<c:txPr><a:bodyPr{level} wrap="{"square" if wrap else "none"}"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="{align}" rtl="{int(rtl)}">'
        f"{properties(drawing, 'a:defRPr', colour, bold=bold, size=size)}</a:pPr>"
        f'<a:endParaRPr lang="{drawing.voice.tag}"/></a:p></c:txPr>'
    )
