"""Single choice."""

from rundfrage.kinds.single.kind import Single, SingleBody

__all__ = ["Single", "SingleBody"]
