"""What a database server's write-ahead log still tells after it was to be cleaned.

The log holds what was written in the order it came, also what was deleted or rewritten since.
"""

from __future__ import annotations

from enum import StrEnum


class LogLeft(StrEnum):
    """What is left in the log."""

    NOTHING = "nothing"
    """It was written over; or, without a server, there is none."""
    UNTOUCHED = "untouched"
    """Everything: the role may not clean it."""
    HELD = "held"
    """Everything: an archive, a standby, a replication slot or a setting keeps it."""
