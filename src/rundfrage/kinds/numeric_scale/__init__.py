"""A numeric scale with labelled ends, also for the net promoter score."""

from rundfrage.kinds.numeric_scale.kind import NumericScale, NumericScaleBody

__all__ = ["NumericScale", "NumericScaleBody"]
