"""Updates one of the program's shapes: its text, chart or table, its place, its description."""

from __future__ import annotations

import io
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass, replace

from pptx.parts.chart import ChartPart
from pptx.slide import Slide as PptxSlide

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import A, Element, P, body_of
from rundfrage.report.outputs.pptx.canvas import HYPERLINK
from rundfrage.report.outputs.pptx.drawn import C, alike, box_of, chart_of, properties_of
from rundfrage.report.outputs.pptx.marks import (
    PICTURE,
    fill_of,
    is_region,
    numbered_chart,
    picture_print,
    print_of,
    read_mark,
    within,
)
from rundfrage.report.outputs.pptx.snapshot import (
    DrawnShape,
    DrawnSlide,
    PrintedText,
    Snapshot,
)
from rundfrage.report.update.charts import refresh
from rundfrage.report.update.earlier import counterpart
from rundfrage.report.update.merging import merge
from rundfrage.report.update.sentences import refresh_text, renew_alt, unedited
from rundfrage.report.update.shapes import Marked, every_shape, set_box
from rundfrage.report.update.stale import Figures
from rundfrage.report.update.summary import Tally
from rundfrage.report.update.tables import refresh_table
from rundfrage.report.update.texts import looks_of

_POINT = 12700
"""English metric units by which a place may differ and still be the same (LibreOffice rounds)."""
_NUMBER = "Slide number"
_OUTLINE = f"{P}spPr/{A}custGeom"
_FILL = f"{P}spPr/{A}solidFill"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
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
    if mark.role == PICTURE and made is not None:
        _update_picture(target, shape, made, printing, tally)
    elif new.chart is not None:
        _update_chart(target, shape, old, new, printing, figures, tally)
    elif new.table is not None:
        number = numbered_chart(mark.role)[1]
        chart = slide.shape(f"Chart{within(number) if number else ''}")
        rows = dict(zip(chart.chart.rows, chart.chart.categories, strict=True)) if (
            chart and chart.chart) else {}  # fmt: skip
        name = mark.role.lower() if rows else "table"
        drawn = old.table if old else None
        refresh_table(shape.element, made, name, drawn, new.table, rows, figures, tally)
    elif made is not None and made.find(_OUTLINE) is not None:
        _renew_outline(shape.element, made)
        if is_region(mark.role):
            _renew_fill(shape, made, tally)
    elif new.words is not None and new.words.text:
        looks = _looks(target, made, new.words)
        refresh_text(shape, old.words if old else None, new.words, figures, tally, looks)
    if new.alt:
        renew_alt(properties_of(shape.element), old.alt if old else None, new.alt, mark.role,
                  figures, tally)  # fmt: skip
    _place(shape, old, new, tally)
    name = replace(mark, print=print_of(shape.text)).name if new.words is not None else ""
    name = name if made is None else properties_of(made).get("name")
    if name:
        properties_of(shape.element).set("name", name)


def _looks(target: PptxSlide, made: Element | None, words: PrintedText) -> list[Element]:
    """The looks of the letters as newly printed, with links that the slide `target` has."""
    body = None if made is None else body_of(made)
    if body is None:
        return []

    def relate(address: str) -> str:
        return str(target.part.relate_to(address, HYPERLINK, is_external=True))

    return looks_of(body, relate, words)


def _renew_outline(element: Element, made: Element) -> None:
    """Take over the outline of what is drawn as a shape, in the look that people gave it."""
    own = element.find(_OUTLINE)
    if own is not None:
        own.getparent().replace(own, deepcopy(made.find(_OUTLINE)))


def _renew_fill(shape: Marked, made: Element, tally: Tally) -> None:
    """Give an area of a map the colour of its class of now, unless people gave it one."""
    own, fresh = shape.element.find(_FILL), made.find(_FILL)
    if print_of(fill_of(shape.element)) != shape.mark.print:
        tally.edits.append(message("{place}: in a colour of yours", place=shape.mark.role))
    elif own is not None and fresh is not None:
        own.getparent().replace(own, deepcopy(fresh))


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


def _update_picture(
    target: PptxSlide, shape: Marked, made: Element, printing: Printing, tally: Tally
) -> None:
    """Show the report's picture of now, unless people put another one there."""
    there, fresh = shape.element.find(f".//{A}blip"), made.find(f".//{A}blip")
    if there is None or fresh is None:
        return
    now = target.part.related_part(there.get(_EMBED)).blob
    wanted = printing.slides[shape.mark.key].part.related_part(fresh.get(_EMBED)).blob
    if picture_print(now) != shape.mark.print:
        tally.edits.append(message("{place}: another one of yours", place=shape.mark.role))
    elif now != wanted:
        _, relation = target.part.get_or_add_image_part(io.BytesIO(wanted))
        there.set(_EMBED, relation)
        tally.notices.append(message("{place}: renewed", place=shape.mark.role))


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
