"""Numbers given to several items, which add up to a total."""

from rundfrage.kinds.constant_sum.kind import ConstantSum, ConstantSumBody

__all__ = ["ConstantSum", "ConstantSumBody"]
