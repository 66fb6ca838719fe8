"""Whether two numbers differ by more than chance, as the design of a probability sample tells.

Both are ratios of totals, so that their covariance is known whatever the groups share, and the
test is that of the letters in tables: t = d / se by the joint covariance, the design's degrees of
freedom.
"""

from __future__ import annotations

from math import isfinite

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Sample
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.charts.rows import find_row
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion
from rundfrage.tables.answers import answered, numbers, of_row

Numbers = npt.NDArray[np.float64]
LEVEL = 0.05
_FIRST, _SECOND = ("first number", "its base"), ("second number", "base of the second")


def chance(first: Quantity, second: Quantity, evidence: Evidence) -> float | None:
    """The probability of a difference at least as large if there were none, two-sided.

    None where the design isn't known, or for numbers that are neither shares nor means.
    """
    kinds = {first.measure, second.measure}
    homes = [evidence.home(one.binding)[0] for one in (first, second)]
    designed = all(home.sampling is not None for home in homes)
    if not designed or len(kinds) > 1 or not kinds <= {Measure.SHARE, Measure.MEAN}:
        return None
    if homes[0] is not homes[1]:
        return _between_waves(first, second, evidence)
    # SciPy takes longer to load than most reports take to read.
    from rundfrage.stats.pairs import ratio_pair  # noqa: PLC0415
    from rundfrage.stats.significance import pair_test  # noqa: PLC0415
    from rundfrage.tables.sampled import with_marks  # noqa: PLC0415

    columns = [*_ratio(first, evidence), *_ratio(second, evidence)]
    neither = (columns[1] == 0) & (columns[3] == 0)
    named = {
        name: np.where(neither, np.nan, one)
        for name, one in zip((*_FIRST, *_SECOND), columns, strict=True)
    }
    found = ratio_pair(with_marks(homes[0].design, named), _FIRST, _SECOND)
    p = pair_test(
        found,
        effective=(first.effective, second.effective),
        flat=(is_flat(first), is_flat(second)),
        shares=first.measure is Measure.SHARE,
    ).p
    # Without any spread, nothing is known of chance unless the numbers are equal.
    return p if isfinite(p) else 1.0


def _between_waves(first: Quantity, second: Quantity, evidence: Evidence) -> float:
    """The probability for two samples that were drawn apart: their variances add up."""
    from rundfrage.stats.pairs import ratio_pair  # noqa: PLC0415
    from rundfrage.stats.significance import apart_test  # noqa: PLC0415
    from rundfrage.tables.sampled import with_marks  # noqa: PLC0415

    found = []
    for one in (first, second):
        above, below = _ratio(one, evidence)
        columns = (np.where(below == 0, np.nan, above), np.where(below == 0, np.nan, below))
        named = dict(zip(_FIRST, columns, strict=True))
        design = with_marks(evidence.home(one.binding)[0].design, named)
        found.append(ratio_pair(design, _FIRST, _FIRST))
    p = apart_test(
        (found[0], found[1]),
        effective=(first.effective, second.effective),
        flat=(is_flat(first), is_flat(second)),
        shares=first.measure is Measure.SHARE,
    ).p
    return p if isfinite(p) else 1.0


def is_flat(quantity: Quantity) -> bool:
    """True for a share of 0 or 1, and a mean of which all say the same: it has no spread."""
    if quantity.measure is Measure.SHARE:
        return quantity.exact in {0, 1}
    return not quantity.spread


def apart(first: Quantity, second: Quantity, evidence: Evidence) -> bool:
    """True unless the design is known and says that chance alone may part the two."""
    p = chance(first, second, evidence)
    return p is None or p < LEVEL


def require_design(assertion: Assertion, evidence: Evidence) -> None:
    """Raise a Problem where a probability sample is compared whose design nobody told."""
    homes = {id(home): home for home, _ in map(evidence.home, assertion.bindings)}
    undesigned = [home for home in homes.values() if home.sampling is None]
    if any(home.dataset.codebook.study.sample is Sample.PROBABILITY for home in undesigned):
        raise Problem(
            "claim-without-design",
            found=message(
                "{{{assertion}}} compares numbers of a probability sample, and how it was "
                "drawn is not told.",
                assertion=assertion,
            ),
            expected=message("the design of the sample, for on it depends what chance may do."),
            mend=message(
                "Write it into the front matter of the report: design: strata=…, psu=…, weight=…"
            ),
        )


def _ratio(quantity: Quantity, evidence: Evidence) -> tuple[Numbers, Numbers]:
    """The numerator and denominator by respondent, 0 outside of the quantity's group."""
    evidence, binding = evidence.home(quantity.binding)
    dataset, found = evidence.dataset, evidence.found(binding)
    if found is None:
        raise ValueError(f"{binding} has no table")
    base = answered(dataset, found.block) & evidence.group(binding.subgroup)
    if quantity.measure is Measure.MEAN:
        values = numbers(dataset, found.block)
    else:
        row = find_row(found.block, found.rest)
        if row is None:
            row = find_row(found.block, found.rest.rpartition(".")[0])
        if row is None:
            raise ValueError(f"{binding} is no share")
        values = of_row(dataset, found.block, row)
    return np.where(base, values, 0.0), base.astype(float)
