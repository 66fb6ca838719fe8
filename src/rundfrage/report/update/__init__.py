"""Updates a .pptx that people have edited since it was made: their edits stay, numbers are new.

Three states are held against each other: what the program printed then (the deck's record, or
what names and notes tell), what people made of it, and what the program would print today.
"""

from rundfrage.report.update.run import update_deck, updated_name
from rundfrage.report.update.summary import Renewed, SlideUpdate, Stale, Update, summary_lines

__all__ = [
    "Renewed",
    "SlideUpdate",
    "Stale",
    "Update",
    "summary_lines",
    "update_deck",
    "updated_name",
]
