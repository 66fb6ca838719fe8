"""Updates one of the program's shapes: its text, chart or table, its place, its description."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from pptx.parts.chart import ChartPart
from pptx.slide import Slide as PptxSlide

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import Element
from rundfrage.report.outputs.pptx.drawn import C, alike, box_of, chart_of, properties_of
from rundfrage.report.outputs.pptx.marks import print_of, read_mark
from rundfrage.report.outputs.pptx.snapshot import DrawnShape, DrawnSlide, Snapshot
from rundfrage.report.update.charts import refresh
from rundfrage.report.update.earlier import counterpart
from rundfrage.report.update.merging import merge
from rundfrage.report.update.sentences import refresh_text, renew_alt, unedited
from rundfrage.report.update.shapes import Marked, every_shape, set_box
from rundfrage.report.update.stale import Figures
from rundfrage.report.update.summary import Tally
from rundfrage.report.update.tables import refresh_table

_POINT = 12700
"""English metric units by which a place may differ and still be the same (LibreOffice rounds)."""
_NUMBER = "Slide number"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Printing:
    """The new printing of the deck: its snapshot and its slides by key; and the old record.

    `usual` holds every line of the new notes without its numbers.
    """

    new: Snapshot
    slides: Mapping[str, PptxSlide]
    record: Snapshot | None
    usual: frozenset[str]

    def before(self, key: str) -> DrawnSlide | None:
        """The slide as it was printed, if that is known."""
        return self.record.slide(key) if self.record else None


def update_shape(
    target: PptxSlide,
    shape: Marked,
    roles: AbstractSet[str],
    printing: Printing,
    figures: Figures,
    tally: Tally,
) -> None:
    """Bring one of the program's shapes on the slide `target`, with these roles, up to date."""
    mark = shape.mark
    slide = printing.new.slide(mark.key)
    if slide is None or mark.role == _NUMBER:
        return
    new = counterpart(slide, mark.role, roles)
    before = printing.before(mark.key)
    old = counterpart(before, mark.role, roles) if before else None
    if new is None:
        _retire(shape, old, tally)
        return
    made = pristine(printing, mark.key, mark.role)
    if new.chart is not None:
        _update_chart(target, shape, old, new, printing, figures, tally)
    elif new.table is not None:
        chart = slide.shape("Chart")
        rows = dict(zip(chart.chart.rows, chart.chart.categories, strict=True)) if (
            chart and chart.chart) else {}  # fmt: skip
        name = mark.role.lower() if rows else "table"
        drawn = old.table if old else None
        refresh_table(shape.element, made, name, drawn, new.table, rows, figures, tally)
    elif new.words is not None and new.words.text:
        refresh_text(shape, old.words if old else None, new.words, figures, tally)
    if new.alt:
        renew_alt(properties_of(shape.element), old.alt if old else None, new.alt, mark.role,
                  figures, tally)  # fmt: skip
    _place(shape, old, new, tally)
    name = replace(mark, print=print_of(shape.text)).name if new.words is not None else ""
    name = name if made is None else properties_of(made).get("name")
    if name:
        properties_of(shape.element).set("name", name)


def pristine(printing: Printing, key: str, role: str) -> Element | None:
    """The element of a role on the newly printed slide."""
    tree = printing.slides[key].shapes._spTree  # noqa: SLF001, read as XML
    for element, _ in every_shape(tree):
        mark = read_mark(properties_of(element).get("name", ""))
        if mark is not None and mark.role == role:
            return element
    return None


def _update_chart(
    target: PptxSlide,
    shape: Marked,
    old: DrawnShape | None,
    new: DrawnShape,
    printing: Printing,
    figures: Figures,
    tally: Tally,
) -> None:
    part = _chart_part(target, shape.element)
    mark = shape.mark
    source = _chart_part(printing.slides[mark.key], pristine(printing, mark.key, mark.role))
    if part is None or source is None or new.chart is None:
        tally.notices.append(message("chart: no chart any more, so it was not refreshed"))
        return
    space = part._element  # noqa: SLF001, charts are written as XML
    drawn = chart_of(space)
    if not drawn.series:
        tally.notices.append(message("chart: it has no series any more, so it was not refreshed"))
        return
    plan = merge(old.chart if old else None, drawn, new.chart, tally)
    content = refresh(space, source._element, plan, figures, tally)  # noqa: SLF001, as above
    part.chart_workbook.update_from_xlsx_blob(content)


def _chart_part(slide: PptxSlide, element: Element | None) -> ChartPart | None:
    """The part of the chart in a graphic frame."""
    found = None if element is None else element.find(f".//{C}chart")
    if found is None:
        return None
    part = slide.part.related_part(found.get(_RELATION))
    return part if isinstance(part, ChartPart) else None


def _retire(shape: Marked, old: DrawnShape | None, tally: Tally) -> None:
    """Take out a shape that the program no longer prints, unless people changed it."""
    words = old.words if old else None
    moved = old is not None and _moved(shape, old)
    if moved or (shape.text.strip() and unedited(shape, words, None) is None):
        tally.edits.append(
            message("{place}: edited by you; the report no longer prints it", place=shape.mark.role)
        )
        return
    shape.element.getparent().remove(shape.element)
    tally.notices.append(
        message("{place}: taken out, as the report no longer prints it", place=shape.mark.role)
    )


def _moved(shape: Marked, old: DrawnShape) -> bool:
    now = box_of(shape.element)
    return old.box is not None and now is not None and not alike(now, old.box, _POINT)


def _place(shape: Marked, old: DrawnShape | None, new: DrawnShape, tally: Tally) -> None:
    """Put the shape where the program puts it now, unless people moved or grouped it."""
    now = box_of(shape.element)
    if old is None or old.box is None or now is None or shape.grouped:
        return
    if _moved(shape, old):
        tally.edits.append(message("{place}: moved or resized", place=shape.mark.role))
    elif new.box is not None and new.box != old.box:
        set_box(shape.element, new.box)
