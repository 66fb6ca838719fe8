"""Tables: the answers to one question, with bases, ready for any printer. The second waist."""

from rundfrage.tables.table import (
    BannerColumn,
    Block,
    Cell,
    Disclosure,
    Ledger,
    Note,
    Row,
    RowRole,
    Statistics,
    Table,
)
from rundfrage.tables.tabulate import SMALL, THRESHOLD, block_of, table_of, tabulate

__all__ = [
    "SMALL",
    "THRESHOLD",
    "BannerColumn",
    "Block",
    "Cell",
    "Disclosure",
    "Ledger",
    "Note",
    "Row",
    "RowRole",
    "Statistics",
    "Table",
    "block_of",
    "table_of",
    "tabulate",
]
