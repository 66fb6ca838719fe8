"""The printers of tables. `PRINTERS` is the list of them: a new one is a file and a line."""

from rundfrage.tables.printers import html, json, text, xlsx
from rundfrage.tables.printers.booklet import Booklet, Printer

PRINTERS: tuple[Printer, ...] = (text.PRINTER, json.PRINTER, xlsx.PRINTER, html.PRINTER)

__all__ = ["PRINTERS", "Booklet", "Printer"]
