"""Which rows and blocks of a table a chart shows, in which order, and what they are called."""

from __future__ import annotations

from rundfrage.codebook import Variable
from rundfrage.report.bind import statistics_of
from rundfrage.tables.table import Block, Row, RowRole, Table
from rundfrage.text import Text

LAST = (RowRole.OTHER, RowRole.NONE)
"""Roles that stand last, in this order."""

TOP = "top2"
"""The name of the net of a scale's two best categories."""
BOTTOM = "bottom2"
"""The name of the net of its two worst."""


def category_rows(block: Block) -> list[int]:
    """The indices of the rows that are categories, not nets, in the order of the table."""
    return [index for index, row in enumerate(block.rows) if row.role is not RowRole.NET]


def descending_rows(block: Block) -> list[int]:
    """The category rows by share, largest first, with "other" and "none" last."""
    return sorted(
        category_rows(block),
        key=lambda index: (_last(block.rows[index]), -_share(block, index)),
    )


def net_rows(block: Block) -> list[int]:
    """The indices of the rows that are nets."""
    return [index for index, row in enumerate(block.rows) if row.role is RowRole.NET]


def find_row(block: Block, name: str) -> int | None:
    """The index of the row of that name, or None."""
    return next((index for index, row in enumerate(block.rows) if row.name == name), None)


def by_mean(table: Table) -> tuple[Block, ...]:
    """The blocks with the best mean first; those without one last."""
    ascending = any(least_first(table, block.variable) for block in table.blocks)

    def key(block: Block) -> tuple[bool, float]:
        mean = statistics_of(block).mean
        if mean is None:
            return True, 0.0
        return False, mean if ascending else -mean

    return tuple(sorted(table.blocks, key=key))


def least_first(table: Table, variable: Variable) -> bool:
    """True if a smaller mean is better.

    The best end of a scale is its first category, whatever number stands for it.
    """
    best, worst = best_end(variable)
    return best < worst or table.shape.least_first


def best_end(variable: Variable) -> tuple[float, float]:
    """The codes of the best and of the worst end of a scale; (1, 1) without categories."""
    if not variable.categories:
        return 1.0, 1.0
    return float(variable.categories[0].code), float(variable.categories[-1].code)


def table_title(table: Table, language: str) -> str:
    """The question's wording; the table's name if it has none."""
    return one_line(table.title, language) or table.name


def is_worded(table: Table, language: str) -> bool:
    """True unless its items have words, and the question that they stand below has none."""
    return not table.shape.items or one_line(table.title, language) not in {"", table.name}


def item_label(block: Block, table: Table, language: str) -> str:
    """What a row of a grid or a ranking is called."""
    return one_line(block.variable.item or block.variable.label or table.title, language)


def row_label(row: Row, language: str) -> str:
    """What a category is called; its name if it has no label."""
    return one_line(row.label, language) or row.name


def one_line(text: Text, language: str) -> str:
    """The text without line breaks and double spaces."""
    return " ".join(text.into(language).split())


def _share(block: Block, row: int) -> float:
    cell = block.cells[row][0]
    return cell.share if cell is not None and cell.share is not None else 0.0


def _last(row: Row) -> int:
    return LAST.index(row.role) + 1 if row.role in LAST else 0
