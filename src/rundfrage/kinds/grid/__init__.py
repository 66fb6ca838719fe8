"""Several items rated on one scale."""

from rundfrage.kinds.grid.kind import Grid, GridBody

__all__ = ["Grid", "GridBody"]
