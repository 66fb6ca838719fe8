"""Whether the answers of a scale are bands of numbers: ages, incomes, sizes.

A band is a range of numbers ("18 to 24", "1.000–2.000 €"). Their codes count the bands and stand
for no steps of equal width, so that no mean can be made of them, and no end is the better one.
"""

from __future__ import annotations

import re

from rundfrage.codebook.variable import Variable

_RANGE = re.compile(
    r"\d[^\d\W]{0,3}\W{0,4}"
    r"(?:[-–—−]|\b(?:to|bis|unter|to under|through|and|à|a|al|do|до|and|und|et|y|e|i|تا|إلى|الى)\b)"
    r"\W{0,4}\d"
)
_LEAST = 2


def has_bands(variable: Variable) -> bool:
    """True if two categories at least are ranges of numbers, and all but the ends have numbers."""
    labels = [one.label.source for one in variable.categories]
    ranges = sum(_RANGE.search(label) is not None for label in labels)
    return ranges >= _LEAST and all(any(map(str.isdecimal, one)) for one in labels[1:-1])
