"""Trimming: weights outside two limits are cut off, and what was cut is shared out.

As R's `trimWeights(strict = TRUE)`: what is cut off is added in equal parts to the weights that
were within the limits, again and again until none is outside. The sum stays; margins may be left,
so the dossier shows them after trimming (Potter 1990 on what that costs).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

Numbers = npt.NDArray[np.float64]
_MOST = 10_000
_NOISE = 1e-13


@dataclass(frozen=True)
class Trimming:
    """The limits in means of the weights, how many were cut at each, and how much in all.

    `moved` is the sum of what was cut off or added at the limits, as a share of all weight.
    """

    low: float
    high: float
    raised: int
    lowered: int
    moved: float


def trim(weights: Numbers, low: float, high: float) -> tuple[Numbers, Trimming]:
    """Weights within `low` and `high` times their mean, and what was done; shape (n,).

    Weights of zero stay as they are and don't count in the mean. Raises a Problem for limits that
    do not hold the mean.
    """
    if not (0 <= low < 1 < high):
        raise Problem(
            "trim-limits",
            where=Where(argument="trim"),
            found=message("The limits are {low} and {high}.", low=low, high=high),
            expected=message(
                "one below 1 and one above it: they are multiples of the mean weight."
            ),
            mend=message("Set them to 0.2 and 5, for example."),
        )
    taking = weights > 0
    before = weights[taking]
    mean = before.mean()
    least, most = low * mean, high * mean
    now = before
    for _ in range(_MOST):
        outside = (now < least * (1 - _NOISE)) | (now > most * (1 + _NOISE))
        if not outside.any():
            break
        if outside.all():
            raise _too_narrow(low, high)
        cut = np.clip(now, least, most)
        cut[~outside] += (now - cut).sum() / (~outside).sum()
        now = cut
    else:
        raise _too_narrow(low, high)
    after = weights.copy()
    after[taking] = now
    clipped = np.clip(before, least, most)
    return after, Trimming(
        low,
        high,
        int((before < least).sum()),
        int((before > most).sum()),
        float(np.abs(before - clipped).sum() / before.sum()),
    )


def _too_narrow(low: float, high: float) -> Problem:
    return Problem(
        "trim-too-narrow",
        where=Where(argument="trim"),
        found=message(
            "Between {low} and {high} there is no room for what was cut off.",
            low=low,
            high=high,
        ),
        expected=message("limits that some weights lie within."),
        mend=message("Widen them."),
    )
