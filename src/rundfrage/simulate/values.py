"""Simulated numbers, dates, ranks and open answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing, Variable
from rundfrage.dataset import ANSWERED, Values
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.locales.phrases import Phrasebook
from rundfrage.simulate.targets import Targets
from rundfrage.simulate.traits import Traits

Reasons = npt.NDArray[np.int8]

_TINY = 1e-9
"""What a float may lack to a whole number of steps."""
_DECIMALS = 6
"""As many as a number may have."""


def numbers(variable: Variable, traits: Traits, reasons: Reasons, targets: Targets) -> Values:
    """Numbers within the variable's range (0 to 100 if it has none), as its mean demands.

    They are whole, or lie on the variable's steps.
    """
    low = variable.low if variable.low is not None else 0.0
    high = variable.high if variable.high is not None else low + 100
    unit, origin = (1.0, 0.0) if variable.step is None else (variable.step, low)
    first, last = ceil((low - origin) / unit), floor((high - origin) / unit + _TINY)
    who = np.flatnonzero(reasons == ANSWERED)
    mean = targets.mean.get(variable.name)
    centre = (
        float(mean) if mean is not None else low + (high - low) * (0.7 if variable.nps else 0.45)
    )
    leaning = traits.leaning(variable.name, None, 0.4)[who]
    natural = np.rint((centre + leaning * (high - low) / 6 - origin) / unit)
    drawn = np.clip(natural, first, last)
    if mean is not None and len(who):
        half = Fraction(1, 2) / 10 ** max(-int(mean.as_tuple().exponent), 0)
        exact, steps = Fraction(mean) - Fraction(repr(origin)), Fraction(repr(unit))
        least = ceil((exact - half) / steps * len(who))
        most = ceil((exact + half) / steps * len(who)) - 1
        if least > most or most < first * len(who) or least > last * len(who):
            raise Problem(
                "target-impossible",
                where=Where(targets.file, name=variable.name),
                found=message(
                    "No {count} whole numbers from {low} to {high} have the mean {mean}.",
                    count=len(who),
                    low=low,
                    high=high,
                    mean=mean,
                ),
                expected=message("a mean that this many answers in this range can have."),
                mend=message("Correct the mean, or take more respondents."),
            )
        _shift(drawn, least, most, first, last, traits.generator("shift", variable.name))
    values = np.zeros(traits.n, dtype=np.float64)
    values[who] = np.round(origin + unit * drawn, _DECIMALS)
    return Values(values, reasons)


def _shift(
    drawn: npt.NDArray[np.float64],
    least: int,
    most: int,
    low: int,
    high: int,
    generator: np.random.Generator,
) -> None:
    """Move values by one, here and there, until their sum lies between least and most."""
    while True:
        total = int(drawn.sum())
        if least <= total <= most:
            return
        step = 1 if total < least else -1
        movable = np.flatnonzero(drawn < high if step > 0 else drawn > low)
        distance = least - total if step > 0 else total - most
        chosen = generator.permutation(movable)[:distance]
        drawn[chosen] += step


def dates(
    variable: Variable,
    traits: Traits,
    reasons: Reasons,
    field: tuple[dt.date, dt.date] | None,
) -> Values:
    """Days of the year before the field ended, later ones more often."""
    who = np.flatnonzero(reasons == ANSWERED)
    last = field[1] if field is not None else dt.date(2020, 12, 31)
    first = last - dt.timedelta(days=365)
    if variable.earliest is not None:
        first = variable.earliest
    if variable.latest is not None:
        last = variable.latest
    span = max((last - first).days, 0)
    back = traits.generator("date", variable.name).triangular(0, 0, span + 1, len(who))
    values = np.full(traits.n, np.datetime64(last, "D"))
    values[who] = np.datetime64(last, "D") - np.minimum(back, span).astype("timedelta64[D]")
    return Values(values, reasons)


def ranks(
    variables: Sequence[Variable], traits: Traits, reasons: Reasons, who: npt.NDArray[np.intp]
) -> Iterator[tuple[str, Values]]:
    """Ranks of the items of a ranking: every respondent in `who` puts them in an order.

    Where only the first few ranks are given, the other items are left blank.
    """
    k = len(variables)
    worth = np.linspace(1.2, -1.2, k)[:, None]
    noise = np.stack(
        [traits.generator("rank", one.name).gumbel(size=len(who)) for one in variables]
    )
    order = np.argsort(np.argsort(-(worth + noise), axis=0), axis=0) + 1
    for place, variable in enumerate(variables):
        values, own = np.zeros(traits.n, dtype=np.float64), reasons.copy()
        given = order[place] <= (variable.high or k)
        values[who] = np.where(given, order[place], 0)
        own[who[~given]] = Missing.LEFT_BLANK
        yield variable.name, Values(values, own)


def parts(
    variables: Sequence[Variable],
    total: float,
    traits: Traits,
    reasons: Reasons,
    who: npt.NDArray[np.intp],
) -> Iterator[tuple[str, Values]]:
    """Numbers that add up to the total for every respondent in `who`, the first items the more.

    They are shared out in the variables' smallest steps, by largest remainder.
    """
    k = len(variables)
    unit = variables[0].step or 10.0 ** -(variables[0].decimals or 0)
    worth = np.linspace(1.6, 0.6, k)[:, None]
    drawn = np.stack(
        [traits.generator("part", one.name).gamma(1.0, size=len(who)) for one in variables]
    )
    shares = worth * drawn / (worth * drawn).sum(axis=0)
    units = round(total / unit)
    whole = np.floor(shares * units)
    rest = units - whole.sum(axis=0)
    order = np.argsort(np.argsort(-(shares * units - whole), axis=0, kind="stable"), axis=0)
    whole += order < rest
    for place, variable in enumerate(variables):
        values = np.zeros(traits.n, dtype=np.float64)
        values[who] = np.round(whole[place] * unit, _DECIMALS)
        yield variable.name, Values(values, reasons.copy())


def texts(
    variable: Variable, traits: Traits, reasons: Reasons, pool: Sequence[str], language: str
) -> Values:
    """Open answers from the pool, each once before any stands twice; without a pool, numbered."""
    who = np.flatnonzero(reasons == ANSWERED)
    generator = traits.generator("text", variable.name)
    values = np.full(traits.n, "", dtype=object)
    if pool:
        first = np.arange(min(len(pool), len(who)))
        more = generator.integers(0, len(pool), len(who) - len(first))
        source = np.array(pool, dtype=object)
        values[who] = source[generator.permutation(np.concatenate([first, more]))]
    else:
        said = Phrasebook(language, "data")["simulated-answer"]
        values[who] = [str(said(number=count)) for count in range(1, len(who) + 1)]
    return Values(values, reasons)
