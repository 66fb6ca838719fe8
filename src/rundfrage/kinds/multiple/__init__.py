"""Multiple choice."""

from rundfrage.kinds.multiple.kind import Multiple, MultipleBody

__all__ = ["Multiple", "MultipleBody"]
