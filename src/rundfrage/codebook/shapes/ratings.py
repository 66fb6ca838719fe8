"""Ratings: items rated on one scale, a grid."""

from __future__ import annotations

from rundfrage.codebook.shapes.shape import BatteryShape


class Ratings(BatteryShape):
    """Items rated on one scale."""

    name = "grid"
    ordered = True
    stepped = True
