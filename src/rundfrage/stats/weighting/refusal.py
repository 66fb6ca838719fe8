"""Says which cell stands in the way when no good weights were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy import sparse

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, joined, message, rounded, verbatim
from rundfrage.stats.weighting.calibration import Bounds, Solution
from rundfrage.stats.weighting.feasibility import nearest
from rundfrage.stats.weighting.placing import Placed
from rundfrage.stats.weighting.targets import Target

Numbers = npt.NDArray[np.float64]


def refuse_unmet(
    base: Numbers,
    placed: Sequence[Placed],
    belongs: sparse.csr_array,
    targets: Numbers,
    solution: Solution,
    bounds: Bounds | None,
) -> None:
    """Raise the Problem of a search that met no weights; arguments as in calibration.calibrate.

    If there are none, it names the target that the best weights miss most, otherwise the cell
    whose weight ran off furthest.
    """
    shares = targets / base.sum()
    best = nearest(base, belongs, targets, bounds)
    if best is not None and not best.possible:
        worst = int(np.abs(best.shares - shares).argmax())
        margin, category = _target_name(placed, worst)
        missed = {
            "category": category,
            "nearest": rounded(100 * best.shares[worst], ".6g"),
            "target": rounded(100 * shares[worst], ".6g"),
        }
        raise Problem(
            "margins-impossible",
            where=margin,
            found=message(
                "No weights meet all targets: for “{category}” the nearest come to "
                "{nearest} %, the target is {target} %.",
                **missed,
            )
            if bounds is None
            else message(
                "No weights within the bounds meet all targets: for “{category}” the nearest "
                "come to {nearest} %, the target is {target} %.",
                **missed,
            ),
            expected=message("targets that the respondents in the sample can meet together."),
            mend=message("Widen the bounds, or join categories with few respondents (a|b)."),
        )
    refuse_extreme(solution, placed)


def refuse_extreme(solution: Solution, placed: Sequence[Placed]) -> None:
    """Raise the Problem of weights that run off to zero or without end."""
    furthest = int(np.abs(np.log(np.maximum(solution.ratios, 1e-300))).argmax())
    raise Problem(
        "weighting-not-converged",
        where=Where(placed[0].margin.file),
        found=message(
            "To meet all targets, the cell ({cell}) would need {ratio} times its "
            "base weight or go still further, after {rounds} rounds.",
            cell=_cell_name(placed, furthest),
            ratio=rounded(solution.ratios[furthest], ".2g"),
            rounds=len(solution.trail),
        ),
        expected=message("targets that ordinary weights can meet."),
        mend=message(
            "Join categories with few respondents (a|b), widen the bounds, or weight by "
            "fewer variables."
        ),
    )


def refuse_negative(solution: Solution, placed: Sequence[Placed]) -> None:
    """Raise the Problem of a weight below zero, which linear calibration can give."""
    lowest = int(solution.ratios.argmin())
    raise Problem(
        "weights-negative",
        where=Where(placed[0].margin.file),
        found=message(
            "The cell ({cell}) gets {ratio} times its base weight.",
            cell=_cell_name(placed, lowest),
            ratio=rounded(solution.ratios[lowest], ".4g"),
        ),
        expected=message(
            "weights of zero or more; linear calibration without bounds knows no such limit."
        ),
        mend=message("Set bounds, such as 0.1 and 5, or rake."),
    )


def _target_name(placed: Sequence[Placed], place: int) -> tuple[Where, str]:
    for one in placed:
        if place < len(one.shares):
            listed = _listed(one)
            where = Where(one.margin.file, one.margin.targets[0].line, one.margin.name)
            if place < len(listed):
                return replace(where, line=listed[place].line), listed[place].label.source
            return where, message("no answer")
        place -= len(one.shares)
    raise IndexError(place)


def _cell_name(placed: Sequence[Placed], cell: int) -> Message:
    """The categories of a cell, by margin."""
    names = []
    for one in placed:
        level, listed = int(one.level[cell]), _listed(one)
        label = listed[level].label.source if level < len(listed) else message("no answer")
        names.append(verbatim(f"{one.margin.name}: ") + label)
    return joined(names)


def _listed(placed: Placed) -> list[Target]:
    """The targets that take part."""
    return [target for target in placed.margin.targets if target.share > 0]
