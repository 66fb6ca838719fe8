"""The formats of the workbook's sheets, and what their cells can hold."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from rundfrage.locales.phrases import Phrasebook
from rundfrage.look.colour import BLACK, LEGIBLE, WHITE, contrast, ink
from rundfrage.look.theme import Theme
from rundfrage.text import direction

_LONGEST_CELL = 32_767
_FROM_RIGHT = 2
"""How Excel names the order of reading from right to left."""


@dataclass(frozen=True)
class Look:
    """The formats, the theme they were made of, and the words of the workbook."""

    workbook: Workbook
    theme: Theme
    say: Phrasebook
    name: Format
    title: Format
    section: Format
    heading: Format
    number_heading: Format
    heading_apart: Format
    text: Format
    apart: Format
    first: Format
    again: Format
    link: Format
    plain: Format
    place: Format
    count: Format
    share: Format
    printed: Format
    day: Format

    @staticmethod
    def of(workbook: Workbook, theme: Theme, language: str) -> Look:
        """The formats of a workbook in the colours of a theme."""
        add = workbook.add_format
        way = {"reading_order": _FROM_RIGHT} if direction(language) == "rtl" else {}
        head = way | {
            "bold": True,
            "bg_color": theme.primary,
            "font_color": ink(theme.primary),
            "text_wrap": True,
            "valign": "bottom",
        }
        tone = _on_paper(theme.primary, theme.background)
        strong = way | {"bold": True, "font_color": tone}
        right = {"align": "right", "valign": "top"}
        return Look(
            workbook,
            theme,
            Phrasebook(language, "workbook"),
            name=add(strong | {"font_size": 16}),
            title=add(strong | {"font_size": 14, "text_wrap": True, "valign": "top"}),
            section=add(strong | {"font_size": 12}),
            heading=add(head),
            number_heading=add(head | {"align": "right"}),
            heading_apart=add(head | {"indent": 1}),
            apart=add(way | {"valign": "top", "indent": 1}),
            text=add(way | {"valign": "top", "text_wrap": True}),
            first=add(way | {"valign": "top", "bold": True}),
            again=add(
                way | {"valign": "top", "font_color": _on_paper(theme.muted, theme.background)}
            ),
            link=add(way | {"font_color": tone, "underline": 1, "valign": "top"}),
            plain=add(way | {"valign": "top"}),
            place=add({"align": "center", "valign": "top"}),
            count=add({"num_format": "#,##0"} | right),
            share=add({"num_format": "0.0000"} | right),
            printed=add(right),
            day=add({"num_format": "yyyy-mm-dd"} | right),
        )

    @property
    def back(self) -> str:
        """The words of the link that leads back to the overview."""
        arrow = "→" if direction(self.say.language) == "rtl" else "←"
        return f"{arrow} {self.say('overview')}"


def _on_paper(*colours: str) -> str:
    """The first of the colours that can be read on a sheet, which is white whatever the theme."""
    legible = (one for one in colours if contrast(one, WHITE) >= LEGIBLE)
    return next(legible, BLACK)


def cell(words: str) -> str:
    """A text that a cell can hold: no lone surrogates, not longer than Excel allows."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:_LONGEST_CELL]


def address(sheet: str) -> str:
    """Where a link leads that leads to the top of a sheet."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!A1"
