"""A date."""

from rundfrage.kinds.date.kind import Date, DateBody

__all__ = ["Date", "DateBody"]
