"""Writes the deck as a .pptx: one slide a slide, the same bytes for the same report."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pptx.presentation import Presentation as Pptx

from rundfrage.look.house.house import read_house
from rundfrage.look.measure import ruler
from rundfrage.look.theme import Theme
from rundfrage.report.arrange import arrange
from rundfrage.report.arrange.frame import Setting
from rundfrage.report.deck import Deck, SlideRole
from rundfrage.report.layout import SlideLayout
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pptx.canvas import Canvas
from rundfrage.report.outputs.pptx.capture import capture
from rundfrage.report.outputs.pptx.cover import cover
from rundfrage.report.outputs.pptx.logo import logo_picture
from rundfrage.report.outputs.pptx.marks import mark_shapes, slide_keys
from rundfrage.report.outputs.pptx.notes import write_notes
from rundfrage.report.outputs.pptx.quick import quicken
from rundfrage.report.outputs.pptx.record import write_record
from rundfrage.report.outputs.pptx.sections import write_sections
from rundfrage.report.outputs.pptx.slides import kind_of, write_slide
from rundfrage.report.outputs.pptx.stage import page_on, set_stage
from rundfrage.report.outputs.pptx.words import clean
from rundfrage.report.outputs.pptx.workbook import EPOCH
from rundfrage.report.outputs.texts import document_title

_ZIP_DATE = struct.pack("<HH", 0, 1 << 5 | 1)
"""The first of January 1980 at midnight, the earliest there is: time and day."""


def write(report: Report, path: Path) -> None:
    """Write the report's .pptx to `path`; Problem if the theme's template cannot be used."""
    path.write_bytes(pptx(report.deck, arranged(report.deck, report.theme), report.theme))


def arranged(deck: Deck, theme: Theme) -> tuple[SlideLayout, ...]:
    """The layouts of a deck's slides for a .pptx: for any font, in the room of the template."""
    if theme.template is None:
        return arrange(deck, theme, anywhere=True)
    house = read_house(theme.template)
    page = page_on(house)
    layouts = arrange(deck, theme, anywhere=True, page=page)
    setting = Setting(deck, theme, ruler(theme, anywhere=True), page)
    rooms = {SlideRole.TITLE: house.cover, SlideRole.SECTION: house.section}
    return tuple(
        cover(slide, setting, house, room) if (room := rooms.get(slide.role)) else layout
        for slide, layout in zip(deck.slides, layouts, strict=True)
    )


def pptx(deck: Deck, layouts: Sequence[SlideLayout], theme: Theme) -> bytes:
    """The bytes of the .pptx of a deck whose slides are laid out as given."""
    stage = set_stage(theme, deck.language)
    quicken(stage.presentation.part.package)
    # An organisation's own layouts have its logo.
    logo = logo_picture(theme.logo) if theme.logo and stage.own else None
    keys = slide_keys(deck)
    for number, (slide, layout) in enumerate(zip(deck.slides, layouts, strict=True), start=1):
        kind = kind_of(slide)
        target = stage.presentation.slides.add_slide(stage.layouts[kind])
        canvas = Canvas(stage.of(kind), target, number)
        write_slide(canvas, deck, slide, layout, theme, logo)
        if slide.hidden:
            target._element.set("show", "0")  # noqa: SLF001, python-pptx has no word for it
        write_notes(target, slide, stage.voice)
        mark_shapes(target, keys[number - 1])
    write_sections(stage.presentation, deck)
    write_record(stage.presentation, capture(stage.presentation, deck, keys))
    _describe(stage.presentation, deck, stage.voice.tag)
    buffer = io.BytesIO()
    stage.presentation.save(buffer)
    return same_dates(buffer.getvalue())


def _describe(presentation: Pptx, deck: Deck, tag: str) -> None:
    """The file's properties; a template's author, dates and keywords aren't carried over."""
    properties = presentation.core_properties
    properties.title = document_title(deck)[:255]
    properties.author = clean(deck.organisation)[:255]
    properties.last_modified_by = clean(deck.organisation)[:255]
    properties.language = tag
    properties.subject = properties.keywords = properties.comments = properties.category = ""
    properties.revision = 1
    date = EPOCH.replace(tzinfo=None)
    properties.created = properties.modified = date


def same_dates(package: bytes) -> bytes:
    """The package with every member dated alike.

    Only the heads of the members are changed (APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12).
    """
    content = bytearray(package)
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        members, place = file.infolist(), file.start_dir
    for member in members:
        content[member.header_offset + 10 : member.header_offset + 14] = _ZIP_DATE
        content[place + 12 : place + 16] = _ZIP_DATE
        place += 46 + sum(struct.unpack_from("<3H", content, place + 28))
    return bytes(content)
