"""The hundred squares of a share: from the bottom row up, each row from its start."""

from __future__ import annotations

from rundfrage.look.box import Box
from rundfrage.report.layout import SQUARE, SQUARES


def squares(plot: Box, filled: int) -> tuple[list[Box], list[Box]]:
    """The first squares, as many as are filled, and the others."""
    across, down = plot.width / SQUARES, plot.height / SQUARES
    every = [
        Box(
            plot.x + column * across + (1 - SQUARE) / 2 * across,
            plot.y + (SQUARES - 1 - row) * down + (1 - SQUARE) / 2 * down,
            across * SQUARE,
            down * SQUARE,
        )
        for row in range(SQUARES)
        for column in range(SQUARES)
    ]
    return every[:filled], every[filled:]
