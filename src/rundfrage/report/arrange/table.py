"""A table on a slide: the width of its columns, the lines of its cells, the height of its rows."""

from __future__ import annotations

from rundfrage.locales import message
from rundfrage.look.box import Box
from rundfrage.look.clip import ELLIPSIS
from rundfrage.look.fit import Run, break_lines, shorten
from rundfrage.look.measure import Ruler
from rundfrage.report.arrange.frame import Frame, Setting, overflow
from rundfrage.report.deck import Slide
from rundfrage.report.layout import SlideLayout

_NUMBERS = 96.0
_PAD_X = 8.0
_PAD_Y = 4.0
_LINES = 2
LEADING = 1.25

Lines = tuple[tuple[str, ...], ...]


def table_layout(slide: Slide, page: Frame, setting: Setting) -> SlideLayout:
    """The stub takes what the columns of numbers leave; 12.5 to 11 points."""
    grid = slide.table
    if grid is None:
        return SlideLayout(title=page.title)
    body = page.body
    widths = _widths(len(grid.headings), body.width)
    size = 12.5
    while True:
        rows = [_cells(grid.headings, widths, size, setting.ruler, bold=True)]
        for row in grid.rows:
            texts = tuple(cell.text for cell in row)
            rows.append(_cells(texts, widths, size, setting.ruler, bold=False))
        heights = tuple(
            max(len(cell) for cell in row) * size * LEADING + 2 * _PAD_Y for row in rows
        )
        if sum(heights) <= body.height - 12:
            break
        if size <= 11:
            raise overflow(slide, message("the rows of the table"))
        size -= 0.5
    return SlideLayout(
        title=page.title,
        table=Box(body.x, body.y + 12, body.width, sum(heights)),
        table_widths=widths,
        table_size=size,
        table_rows=heights,
        table_lines=tuple(rows),
    )


def _widths(columns: int, width: float) -> tuple[float, ...]:
    if columns == 1:
        return (width,)
    numbers = min(_NUMBERS, width * 0.6 / (columns - 1))
    return (width - numbers * (columns - 1), *(numbers for _ in range(columns - 1)))


def _cells(
    texts: tuple[str, ...], widths: tuple[float, ...], size: float, ruler: Ruler, *, bold: bool
) -> Lines:
    cells = []
    for text, width in zip(texts, widths, strict=True):
        inner = width - 2 * _PAD_X
        lines = break_lines((Run(text, bold=bold),), inner, size, ruler)
        if len(lines) > _LINES:
            end = shorten(lines[_LINES - 1] + ELLIPSIS, inner, size, ruler, bold=bold)
            lines = (*lines[: _LINES - 1], end)
        cells.append(lines)
    return tuple(cells)
