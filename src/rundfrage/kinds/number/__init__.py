"""A number with range and unit."""

from rundfrage.kinds.number.kind import Number, NumberBody

__all__ = ["Number", "NumberBody"]
