"""A text to read."""

from rundfrage.kinds.reading.kind import Reading, ReadingBody

__all__ = ["Reading", "ReadingBody"]
