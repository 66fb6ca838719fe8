"""One rating on a named scale."""

from rundfrage.kinds.scale.kind import ScaleBody, ScaleKind

__all__ = ["ScaleBody", "ScaleKind"]
