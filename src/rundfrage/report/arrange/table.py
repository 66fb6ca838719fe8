"""A table on a slide: the width of its columns, the lines of its cells, the height of its rows."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.locales import message
from rundfrage.look.box import Box
from rundfrage.look.clip import ELLIPSIS
from rundfrage.look.fit import Run, break_lines, shorten, whole_words
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.frame import Frame, Setting, overflow
from rundfrage.report.deck import Grid, Slide
from rundfrage.report.layout import SlideLayout

_NUMBERS = 96.0
_PAD_X = 8.0
_PAD_Y = 4.0
_LINES = 2
_HEAD = 4
"""Lines of a cell, and of a heading over a question's numbers."""
_LARGEST, _ROOMY = 15.0, 10.0
_FEW, _EACH = 400.0, 130.0
"""So wide is a table of few numbers, which stand too far from their labels else."""
_NARROWEST, _STUB = 64.0, 0.24
"""The least width of a column of numbers, in points, and of the stub as part of the table's."""
LEADING = 1.25

Lines = tuple[tuple[str, ...], ...]


def table_layout(slide: Slide, page: Frame, setting: Setting) -> SlideLayout:
    """The stub takes what the columns of numbers leave; 12.5 to 11 points."""
    grid = slide.table
    if grid is None:
        return SlideLayout(title=page.title)
    return _tabled(slide, grid, page, page.body, 12.5, 0.0, setting)


def question_table(
    slide: Slide, grid: Grid, page: Frame, body: Box, setting: Setting
) -> SlideLayout:
    """The table of a question in the room below its wording, larger where it has few rows.

    Nothing in it is cut: its columns are as wide as the longest words of their headings.
    """
    return _tabled(slide, grid, page, body, _LARGEST, _ROOMY, setting)


def _tabled(
    slide: Slide, grid: Grid, page: Frame, body: Box, size: float, roomy: float, setting: Setting
) -> SlideLayout:
    """The table in letters of that size or smaller, its rows up to so much higher than needed."""
    ruler, whole = setting.ruler, roomy > 0
    texts = (grid.headings, *(tuple(cell.text for cell in row) for row in grid.rows))
    columns = len(grid.headings) - 1
    width = min(body.width, _FEW + _EACH * columns) if whole else body.width
    while True:
        widths = _widths(columns + 1, width)
        least = min(widths[1:], default=width)
        if whole:
            least = max(_NARROWEST, min(_NUMBERS, 22 * size / 3))
        widths = _fitted_widths(texts, width, size, ruler, least) or widths
        rows = [
            _cells(
                row,
                widths,
                size,
                ruler,
                bold=at == 0 or at - 1 in grid.strong,
                most=_HEAD if whole and at == 0 else _LINES,
            )
            for at, row in enumerate(texts)
        ]
        heights = tuple(
            max(len(cell) for cell in row) * size * LEADING + 2 * _PAD_Y for row in rows
        )
        spare = body.height - 12 - sum(heights)
        torn = _is_cut(texts, rows) if whole else _is_cut(texts[:1], rows[:1])
        if spare >= 0 and not torn:
            break
        if size <= 11:
            if spare >= 0 and not whole:
                break
            raise overflow(slide, message("the rows of the table"))
        size -= 0.5
    more = min(roomy, spare / len(heights))
    heights = tuple(height + more for height in heights)
    return SlideLayout(
        title=page.title,
        table=Box(body.x, body.y + 12, width, sum(heights)),
        table_widths=widths,
        table_size=size,
        table_rows=heights,
        table_lines=tuple(rows),
    )


def _is_cut(texts: Sequence[Sequence[str]], rows: Sequence[Lines]) -> bool:
    """True if a cell doesn't say all of its text, or breaks a word."""
    return any(
        "".join("".join(lines).split()) != "".join(text.split()) or not whole_words(lines, text)
        for of_row, row in zip(texts, rows, strict=True)
        for text, lines in zip(of_row, row, strict=True)
        if text
    )


def _fitted_widths(
    texts: Sequence[Sequence[str]], width: float, size: float, ruler: Ruler, least: float
) -> tuple[float, ...] | None:
    """Columns of numbers as wide as `least` and their longest words; None if no stub fits."""
    numbers = []
    for column in range(1, len(texts[0])):
        words = [
            ruler.width(word, size, bold=True)
            for row in texts
            for word in (row[column].split(" ") if row is texts[0] else [row[column]])
        ]
        numbers.append(max(least, max(words) + 2 * _PAD_X + 2))
    stub = width - sum(numbers)
    return (stub, *numbers) if stub >= _STUB * width else None


def _widths(columns: int, width: float) -> tuple[float, ...]:
    if columns == 1:
        return (width,)
    numbers = min(_NUMBERS, width * 0.6 / (columns - 1))
    return (width - numbers * (columns - 1), *(numbers for _ in range(columns - 1)))


def _cells(
    texts: tuple[str, ...],
    widths: tuple[float, ...],
    size: float,
    ruler: Ruler,
    *,
    bold: bool,
    most: int,
) -> Lines:
    cells = []
    for text, width in zip(texts, widths, strict=True):
        inner = width - 2 * _PAD_X
        lines = break_lines((Run(text, bold=bold),), inner, size, ruler)
        if len(lines) > most:
            end = shorten(lines[most - 1] + ELLIPSIS, inner, size, ruler, bold=bold)
            lines = (*lines[: most - 1], end)
        cells.append(lines)
    return tuple(cells)
