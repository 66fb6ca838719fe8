"""Figures in large letters: which texts they stand beside, or above."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.audit.reading.piece import Piece

_LARGER = 1.4
"""A figure in large letters is at least so many times as high as the text that it heads."""
_LONGEST = 24
_NEAR = 1.2
"""A text below it begins at most so many of its own heights below it."""
_SLACK = 4.0


def texts_beside(one: Piece, others: Sequence[Piece]) -> Piece | None:
    """The text that a figure in large letters heads: at its right, else at its left, else below."""
    if len(one.text) > _LONGEST or "\n" in one.text.strip():
        return None
    smaller = [
        other
        for other in others
        if other is not one and not other.is_value and one.size >= _LARGER * other.size
    ]
    level = [other for other in smaller if other.top <= one.middle <= other.bottom]
    right = [other for other in level if other.left >= one.right - _SLACK]
    left = [other for other in level if other.right <= one.left + _SLACK]
    below = [
        other
        for other in smaller
        if -_SLACK <= other.top - one.bottom + 0.3 * one.size <= _NEAR * one.size
        and min(one.right, other.right) > max(one.left, other.left)
    ]
    if right:
        return min(right, key=lambda other: other.left)
    if left:
        return max(left, key=lambda other: other.right)
    return min(below, key=lambda other: other.top, default=None)
