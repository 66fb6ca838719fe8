"""A document as a Word file, to be completed: real headings, lists and tables, blanks in yellow."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from rundfrage.authority.document import Document, Items, Paragraph, Table, pieces
from rundfrage.locales import in_language
from rundfrage.report.outputs.pptx.write import same_dates

_INK = RGBColor(0x0B, 0x4F, 0x5C)
_FIRST_COLUMN = Cm(5)
_WIDTH = Cm(17)
_MADE = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""What the file says of its time, so that the same survey makes the same bytes."""


def docx_of(document: Document, language: str) -> bytes:
    """The bytes of the .docx file in the language."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    _style(file, language)
    title = in_language(document.title, language)
    properties = file.core_properties
    properties.title, properties.author, properties.language = title, "", language
    properties.created = properties.modified = _MADE
    properties.comments = ""
    file.add_heading(title, 1)
    file.add_paragraph(document.survey).runs[0].bold = True
    for part in document.sections:
        file.add_heading(in_language(part.heading, language), 2)
        for block in part.blocks:
            match block:
                case Paragraph():
                    _write(file.add_paragraph(), in_language(block.words, language))
                case Items():
                    for item in block.items:
                        _write(file.add_paragraph(style="List Bullet"), in_language(item, language))
                case Table():
                    _table(file, block, language)
    written = BytesIO()
    file.save(written)
    return same_dates(written.getvalue())


def _style(file: Any, language: str) -> None:  # noqa: ANN401 - python-docx types it loosely
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(spoken)
    for level in (1, 2):
        heading = file.styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.name = _INK, "Calibri"
        # The theme's font would go before the name.
        fonts = heading.element.rPr.rFonts
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]


def _table(file: Any, block: Table, language: str) -> None:  # noqa: ANN401
    table = file.add_table(rows=1, cols=len(block.headings), style="Table Grid")
    table.autofit = False
    others = int((_WIDTH - _FIRST_COLUMN) / (len(block.headings) - 1))
    widths = [_FIRST_COLUMN, *[others] * (len(block.headings) - 1)]
    head = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - the library has no other way
    for cell, words in zip(head.cells, block.headings, strict=True):
        cell.paragraphs[0].add_run(in_language(words, language)).bold = True
    for row in block.rows:
        for at, (cell, words) in enumerate(zip(table.add_row().cells, row, strict=True)):
            _write(cell.paragraphs[0], in_language(words, language), bold=at == 0)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    file.add_paragraph()


def _write(paragraph: Any, words: str, *, bold: bool = False) -> None:  # noqa: ANN401
    for piece, blank in pieces(words):
        run = paragraph.add_run(piece)
        run.bold = bold or None
        if blank:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
