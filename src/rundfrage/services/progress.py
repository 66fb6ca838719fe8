"""The progress that services take, for fronts, which know no other room of the house."""

from rundfrage.progress import Cancelled, Progress

__all__ = ["Cancelled", "Progress"]
