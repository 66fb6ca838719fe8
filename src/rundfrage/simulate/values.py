"""Simulated numbers, dates, ranks and open answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Variable
from rundfrage.dataset import ANSWERED, Values
from rundfrage.errors import Problem, Where
from rundfrage.simulate.targets import Targets
from rundfrage.simulate.traits import Traits

Reasons = npt.NDArray[np.int8]

_OPEN = {
    "de": "Simulierte Antwort {}",
    "en": "Simulated answer {}",
    "ar": "إجابة محاكاة {}",
}


def numbers(variable: Variable, traits: Traits, reasons: Reasons, targets: Targets) -> Values:
    """Whole numbers within the variable's range (0 to 100 if it has none), as its mean demands."""
    low = variable.low if variable.low is not None else 0.0
    high = variable.high if variable.high is not None else low + 100
    who = np.flatnonzero(reasons == ANSWERED)
    mean = targets.mean.get(variable.name)
    centre = (
        float(mean) if mean is not None else low + (high - low) * (0.7 if variable.nps else 0.45)
    )
    leaning = traits.leaning(variable.name, None, 0.4)[who]
    drawn = np.clip(np.rint(centre + leaning * (high - low) / 6), ceil(low), np.floor(high))
    if mean is not None and len(who):
        half = Fraction(1, 2) / 10 ** max(-int(mean.as_tuple().exponent), 0)
        least = ceil((Fraction(mean) - half) * len(who))
        most = ceil((Fraction(mean) + half) * len(who)) - 1
        if least > most or most < ceil(low) * len(who) or least > int(high) * len(who):
            raise Problem(
                "target-impossible",
                where=Where(targets.file, name=variable.name),
                found=f"No {len(who)} whole numbers from {low:g} to {high:g} have the mean {mean}.",
                expected="a mean that this many answers in this range can have.",
                mend="Correct the mean, or take more respondents.",
            )
        _shift(drawn, least, most, ceil(low), int(high), traits.generator("shift", variable.name))
    values = np.zeros(traits.n, dtype=np.float64)
    values[who] = drawn
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
    """Ranks of the items of a ranking: every respondent in `who` puts all items in an order."""
    k = len(variables)
    worth = np.linspace(1.2, -1.2, k)[:, None]
    noise = np.stack(
        [traits.generator("rank", one.name).gumbel(size=len(who)) for one in variables]
    )
    order = np.argsort(np.argsort(-(worth + noise), axis=0), axis=0) + 1
    for place, variable in enumerate(variables):
        values = np.zeros(traits.n, dtype=np.float64)
        values[who] = order[place]
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
        pattern = _OPEN.get(language, _OPEN["en"])
        values[who] = [pattern.format(count) for count in range(1, len(who) + 1)]
    return Values(values, reasons)
