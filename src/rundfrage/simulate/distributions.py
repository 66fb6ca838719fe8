"""How many of those who answer choose each category: plausible shapes, bent to the targets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Role, Variable, VariableType
from rundfrage.errors import Problem, Where, all_of
from rundfrage.locales import message, rounded
from rundfrage.simulate.choices import Bounds, feasible
from rundfrage.simulate.counts import (
    Band,
    fit,
    integer_shares,
    mean_band,
    percent_band,
    reach,
    scale_shape,
)
from rundfrage.simulate.targets import Targets

Shape = npt.NDArray[np.float64]

_TOP = 2
_SMALL_ROLES = {Role.OTHER: 0.05, Role.NONE: 0.04}


def members_of(variable: Variable, row: str) -> tuple[int, ...] | None:
    """The positions that a table's row of that name counts: a category, a net, top2 or bottom2."""
    k = len(variable.categories)
    for place, category in enumerate(variable.categories):
        if category.name == row:
            return (place,)
    for net in variable.nets:
        if net.name == row:
            return tuple(variable.position(member) for member in net.members)
    if variable.type is VariableType.ORDINAL and k > _TOP:
        return {"top2": (0, 1), "bottom2": (k - 2, k - 1)}.get(row)
    return None


def targets_of(variable: Variable, targets: Targets) -> dict[str, int]:
    """The percent targets of the variable, by row name."""
    prefix = f"{variable.name}."
    return {
        name.removeprefix(prefix): percent
        for name, percent in targets.percent.items()
        if name.startswith(prefix) and members_of(variable, name.removeprefix(prefix)) is not None
    }


def bands_of(variable: Variable, targets: Targets, m: int) -> list[Band]:
    """The targets of a single choice or a rating as bands for m answers."""
    k = len(variable.categories)
    ordered = variable.type is VariableType.ORDINAL
    bands: list[Band] = []
    for row, percent in targets_of(variable, targets).items():
        name = f"{variable.name}.{row} = {percent} %"
        members = members_of(variable, row) or ()
        if ordered and members and members[-1] == k - 1 and members[0] > 0:
            # A bottom net prints as what the steps above it leave of 100 (cumulative rounding).
            rest = tuple(place for place in range(k) if place not in members)
            bands.append(percent_band(name, rest, k, 100 - percent, m))
        else:
            bands.append(percent_band(name, members, k, percent, m))
    mean = targets.mean.get(variable.name)
    if mean is not None:
        codes = [category.code for category in variable.categories]
        bands.append(mean_band(f"{variable.name} mean = {mean}", codes, mean, m))
    return bands


def coded_counts(variable: Variable, targets: Targets, m: int) -> list[int] | None:
    """How many of m choose each category of a single choice or rating; None if targets forbid."""
    k = len(variable.categories)
    bands = bands_of(variable, targets, m)
    if variable.type is VariableType.ORDINAL:
        shape = _rating_shape(variable, targets, bands, m)
    else:
        shape = _rake(_choice_shape(variable), bands, m)
    if not bands:
        return integer_shares(shape, m)
    if targets.mean.get(variable.name) is None:
        # Near whole percents, whatever rounds the parts to 100 leaves them as they are.
        whole = fit(shape, 100, [_in_percent(band, k, m) for band in bands])
        if whole is not None:
            shape = np.array(whole, dtype=np.float64) / 100
    return fit(shape, m, bands)


def _in_percent(band: Band, k: int, m: int) -> Band:
    middle = round((band.low + band.high) / 2 / max(m, 1) * 100)
    return Band(band.name, band.coefficients[:k], middle, middle)


def _rating_shape(variable: Variable, targets: Targets, bands: Sequence[Band], m: int) -> Shape:
    k = len(variable.categories)
    wanted = targets.mean.get(variable.name)
    centre = 1 + (k - 1) * (0.25 + 0.2 * _chance(variable.name))
    means = [_to_steps(variable, wanted)] if wanted is not None else np.linspace(1.1, k - 0.1, 60)
    best, least = scale_shape(k, centre), np.inf
    for mean in means if bands else [centre]:
        for spread in (0.8, 1.0, 1.2, 0.65, 1.5, 2.0):
            shape = scale_shape(k, float(mean), spread * (k - 1) / 4)
            miss = sum(
                abs(float(np.array(band.coefficients) @ shape) * m - (band.low + band.high) / 2)
                for band in bands
            )
            if miss < least - 1e-9:
                best, least = shape, miss
    return best


def _to_steps(variable: Variable, mean: Decimal) -> float:
    """A mean of codes as a mean of steps counted from 1."""
    codes = [category.code for category in variable.categories]
    return 1 + (float(mean) - codes[0]) / ((codes[-1] - codes[0]) or 1) * (len(codes) - 1)


def _choice_shape(variable: Variable) -> Shape:
    weights = [
        _SMALL_ROLES.get(category.role, 0.35 + _chance(f"{variable.name}.{category.name}"))
        for category in variable.categories
    ]
    total = sum(weights)
    return np.array([weight / total for weight in weights], dtype=np.float64)


def _rake(shape: Shape, bands: Sequence[Band], m: int) -> Shape:
    for _ in range(30):
        for band in bands:
            members = np.array(band.coefficients) == 1
            share = (band.low + band.high) / 2 / max(m, 1)
            inside, outside = shape[members].sum(), shape[~members].sum()
            if inside > 0 and outside > 0 and 0 < share < 1:
                shape = np.where(members, shape * share / inside, shape * (1 - share) / outside)
    return shape


def _chance(name: str) -> float:
    """A number from 0 to 1 that belongs to the name, the same in every run."""
    return (crc32(name.encode()) % 1000) / 1000


def bounds_of(variable: Variable) -> Bounds:
    """How many categories who answers marks: one at least, all that exclude nothing at most."""
    free = sum(category.role is not Role.NONE for category in variable.categories)
    least = max(variable.least or 1, 1)
    return least, variable.most if variable.most is not None else max(free, least)


def multiple_counts(variable: Variable, targets: Targets, m: int) -> list[int] | None:
    """How many of m mark each category of a multiple choice; None if the targets forbid it."""
    k = len(variable.categories)
    given = targets_of(variable, targets)
    counts: list[int] = []
    for place, category in enumerate(variable.categories):
        if category.name in given:
            band = percent_band(category.name, (place,), k, given[category.name], m)
            if band.low > band.high:
                return None
            counts.append(min(max(round(given[category.name] * m / 100), band.low), band.high))
        else:
            natural = 0.15 + 0.45 * _chance(f"{variable.name}.{category.name}")
            counts.append(round(_SMALL_ROLES.get(category.role, natural) * m))
    exclusive = [category.role is Role.NONE for category in variable.categories]
    loose = [
        place for place, category in enumerate(variable.categories) if category.name not in given
    ]
    return _settle(counts, exclusive, loose, m, bounds_of(variable))


def _settle(
    counts: list[int], exclusive: Sequence[bool], loose: Sequence[int], m: int, bounds: Bounds
) -> list[int] | None:
    """Bend the counts that no target fixes until everybody can mark as many as they must."""
    least, most = bounds
    for place in loose:
        if exclusive[place]:
            continue
        rest = m - sum(count for count, only in zip(counts, exclusive, strict=True) if only)
        counts[place] = min(counts[place], max(rest, 0))
    for _ in range(2):
        if feasible(counts, exclusive, m, bounds):
            return counts
        alone = sum(count for count, only in zip(counts, exclusive, strict=True) if only)
        others = sum(count for count, only in zip(counts, exclusive, strict=True) if not only)
        short = (m - alone) * least - others
        for place in loose:
            if short > 0:
                room = (m - alone) - counts[place] if not exclusive[place] else short
                step = min(short, max(room, 0))
                counts[place] += step
                short -= step
        for place in loose:
            marked = sum(c for c, only in zip(counts, exclusive, strict=True) if not only)
            over = marked - (m - alone) * most
            if over > 0 and not exclusive[place]:
                counts[place] -= min(over, counts[place])
    return counts if feasible(counts, exclusive, m, bounds) else None


def refusal(variable: Variable, targets: Targets, m: int) -> Problem:
    """Why no m answers can meet the targets of a variable, with what they could meet."""
    where = Where(targets.file, name=variable.name)
    if variable.type is VariableType.MULTIPLE:
        given = targets_of(variable, targets)
        total = sum(given.values())
        return Problem(
            "target-impossible",
            where=where,
            found=message(
                "The shares of {name} ({count} given, {total} % together) can't be reached "
                "by {answers} answers: everybody who answers marks at least one category, and "
                "those who mark an exclusive one mark no other.",
                name=variable.name,
                count=len(given),
                total=total,
                answers=m,
            ),
            expected=message("shares that such answers can add up to."),
            mend=message("Check the percentages, or leave one category without a target."),
        )
    bands = bands_of(variable, targets, m)
    empty = [band for band in bands if band.low > band.high]
    if empty:
        return Problem(
            "target-impossible",
            where=where,
            found=message(
                "No whole number among {answers} answers prints as {figure}.",
                answers=m,
                figure=empty[0].name,
            ),
            expected=message("a figure that this many answers can give."),
            mend=message("Take more respondents, or a figure nearer to what they can give."),
        )
    codes = tuple(category.code for category in variable.categories)
    others = [band for band in bands if " mean = " not in band.name]
    span = reach(len(codes), m, others, codes) if others else (min(codes) * m, max(codes) * m)
    if span is None:
        found = message(
            "{others} contradict each other.", others=all_of(band.name for band in others)
        )
    else:
        low, high = (end / m if m else 0.0 for end in span)
        found = message(
            "{bands} can't stand together in {answers} answers.",
            bands=all_of(band.name for band in bands),
            answers=m,
        )
        if others:
            found += " " + message(
                "With {others} the mean lies between {low} and {high}.",
                others=all_of(band.name for band in others),
                low=rounded(low, ".2f"),
                high=rounded(high, ".2f"),
            )
    return Problem(
        "target-impossible",
        where=where,
        found=found,
        expected=message("figures that the same answers can give."),
        mend=message("Correct one of them."),
    )
