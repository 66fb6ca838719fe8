"""Records in JSON: frozen dataclasses that are read from objects, written as objects, described."""

from rundfrage.records.record import DAY, Leaf, Limit, Misfit, Path, shown
from rundfrage.records.records import Records

__all__ = ["DAY", "Leaf", "Limit", "Misfit", "Path", "Records", "shown"]
