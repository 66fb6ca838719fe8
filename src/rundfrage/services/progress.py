"""The progress that services take, for fronts, which know no other room of the house."""

from rundfrage.progress import UNWATCHED, Cancelled, Progress

__all__ = ["UNWATCHED", "Cancelled", "Progress"]
