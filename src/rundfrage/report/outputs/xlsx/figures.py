"""The sheet of figures: each with its slide, as a number and as printed, and with its base.

Each row is whole, so that it can be filtered and sorted. The rows of a slide are a group, which
folds up to the first of them. What a slide prints twice is one row, and so is what the feet of all
slides say of the study.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rundfrage.report.deck import Deck, Figure
from rundfrage.report.outputs.xlsx.look import Look, address, cell

_COLUMNS = {
    "slide": 7, "title": 48, "binding": 20, "value": 11, "printed": 12, "base": 15, "asked": 9,
    "weight": 10,
}  # fmt: skip
"""The columns and their widths, in letters."""
_ENDS = {"low": 10, "high": 10}
"""The ends of intervals, where the design of the sample is known."""
_STUDY = "study."
_WORDS = ("slide", "title", "binding", "weight")
_HEADINGS = 1
"""The row of the headings; above them a link leads back."""


def write_figures(sheet: Worksheet, deck: Deck, overview: str, look: Look) -> tuple[int, int]:
    """Write every figure in the order of the slides; how many columns and rows there are."""
    known = any(figure.low is not None for _, figure in deck.figures)
    columns = _COLUMNS | (_ENDS if known else {})
    sheet.write_url(0, 0, address(overview), look.link, look.back)
    for column, (key, width) in enumerate(columns.items()):
        form = look.number_heading
        if key in _WORDS:
            form = look.heading_apart if key == "weight" else look.heading
        sheet.set_column(column, column, width)
        sheet.write_string(_HEADINGS, column, look.say(key), form)
    line, before = _HEADINGS, 0
    for line, (number, figure) in enumerate(_listed(deck), start=_HEADINGS + 1):
        title = deck.slides[number - 1].title.text
        again = number == before
        _write_figure(sheet, line, number, title, figure, look, again=again)
        sheet.set_row(line, None, None, {"level": 1} if again else None)
        before = number
    sheet.outline_settings(symbols_below=False)
    sheet.set_row_pixels(_HEADINGS, 40)
    sheet.freeze_panes(_HEADINGS + 1, 0)
    sheet.autofilter(_HEADINGS, 0, line, len(columns) - 1)
    sheet.repeat_rows(_HEADINGS)
    return len(columns), line + 1


def _listed(deck: Deck) -> Iterator[tuple[int, Figure]]:
    """The figures with the numbers of their slides, none twice."""
    seen: set[tuple[int, str, str]] = set()
    for number, figure in deck.figures:
        of_study = figure.binding.startswith(_STUDY)
        key = (0 if of_study else number, figure.binding, figure.text)
        if key not in seen:
            seen.add(key)
            yield number, figure


def _write_figure(
    sheet: Worksheet,
    line: int,
    number: int,
    title: str,
    figure: Figure,
    look: Look,
    *,
    again: bool,
) -> None:
    """One figure; the title of a slide is set back where it stands above already."""
    form: Format = look.again if again else look.first
    sheet.write_number(line, 0, number, look.place)
    sheet.write_string(line, 1, cell(title), form)
    sheet.write_string(line, 2, cell(figure.binding), look.plain)
    if figure.day is not None:
        sheet.write_datetime(line, 3, figure.day, look.day)
    elif math.isfinite(figure.value):
        whole = float(figure.value).is_integer()
        sheet.write_number(line, 3, figure.value, look.count if whole else look.share)
    sheet.write_string(line, 4, cell(figure.text), look.printed)
    for column, count in ((5, figure.base), (6, figure.asked)):
        if count is not None:
            sheet.write_number(line, column, count, look.count)
    sheet.write_string(line, 7, cell(figure.weight or ""), look.apart)
    for column, end in ((8, figure.low), (9, figure.high)):
        if end is not None:
            sheet.write_number(line, column, end, look.share)
