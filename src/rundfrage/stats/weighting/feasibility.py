"""Why targets can't be met: the nearest that any weights come, found by linear programming.

Minimised is the sum of what the targets are missed by, over all weights within the bounds. If it is
zero, weights exist (perhaps some of zero, which raking never reaches); if not, the target missed
most is the one to name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog

from rundfrage.stats.weighting.calibration import Bounds

Numbers = npt.NDArray[np.float64]
_MISSED = 1e-7
_SECONDS = 60.0


@dataclass(frozen=True, eq=False)
class Nearest:
    """Shares that weights can reach, shape (K,), and whether they are the targets."""

    shares: Numbers
    possible: bool


def nearest(
    base: Numbers, belongs: sparse.csr_array, targets: Numbers, bounds: Bounds | None
) -> Nearest | None:
    """The shares nearest to the targets that any weights within the bounds reach.

    None if a minute wasn't enough to find them.

    Arguments as in calibration.calibrate; `bounds` are of the ratio to the base weight.
    """
    whole = base.sum()
    shares = targets / whole
    design = (belongs.T @ sparse.diags_array(base / whole)).tocsr()
    cells, wanted = len(base), len(shares)
    unit = sparse.eye_array(wanted, format="csr")
    low, high = bounds or (0.0, None)
    if high is not None and not np.isfinite(high):
        high = None
    found = linprog(
        np.concatenate([np.zeros(cells), np.ones(2 * wanted)]),
        A_eq=sparse.hstack([design, unit, -unit], format="csr"),
        b_eq=shares,
        bounds=[(max(low, 0.0), high)] * cells + [(0, None)] * (2 * wanted),
        method="highs",
        options={"time_limit": _SECONDS},
    )
    if found.x is None:
        return None
    reached = design @ found.x[:cells]
    return Nearest(reached, bool(np.abs(reached - shares).max() <= _MISSED))
