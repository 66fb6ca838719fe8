"""More, less, and by how much: differences between two groups, two items or two waves.

More and less hold only if the difference is significant at five percent, two-sided. Shares are
compared by the z test for two proportions, with the unpooled standard error (Agresti 2013, 3.1.1)
and, where a base is below 30, with that of the score test as well (rundfrage.stats.score); means by
Welch's t test (Welch 1947); both count Kish's effective bases where answers are weighted.
Where both numbers come from the same people the two-sample error would be too small if their
answers pull apart, so it is taken at its largest: as if each answer excluded the other. For a
sample that nobody drew the test says nothing of other people: it keeps small differences among
these respondents from being read as more than they are. A probability sample is tested by its
design instead (see rundfrage.report.claims.testing).
"""

from __future__ import annotations

from dataclasses import replace
from math import erfc, sqrt

import numpy as np

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.testing import LEVEL, chance, is_flat, require_design
from rundfrage.report.claims.wordings.wording import (
    Wording,
    capitalised,
    false,
    listed,
    not_significant,
    spoken,
)
from rundfrage.report.deck import Part
from rundfrage.stats.score import SMALL_BASE, score_variance
from rundfrage.text import number


def _more(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    first, second = pair_of(assertion, evidence)
    if not first.exact > second.exact:
        raise false(assertion, listed([first, second]) + ".", message("Turn the comparison round."))
    require_significance(assertion, first, second, evidence)
    return _word("more", assertion, first, evidence)


def _less(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    first, second = pair_of(assertion, evidence)
    if not first.exact < second.exact:
        raise false(assertion, listed([first, second]) + ".", message("Turn the comparison round."))
    require_significance(assertion, first, second, evidence)
    return _word("less", assertion, first, evidence)


def _diff(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    first, second = pair_of(assertion, evidence)
    if first.exact < second.exact:
        raise false(
            assertion,
            message(
                "{first}, and a difference is printed without a sign.",
                first=listed([first, second]),
            ),
            message("Name the larger number first."),
        )
    gap = float(first.percent - second.percent)
    if first.measure is Measure.SHARE:
        gap_text = number(gap, evidence.language)
        text = phrases_in(evidence.language)("points", n=gap_text)
    else:
        places = 0 if first.measure is Measure.COUNT else 2
        text = number(gap, evidence.language, places)
    parts = spoken(text, assertion, (first, second), first)
    return tuple(_with_value(part, gap) for part in parts)


def _with_value(part: Part, gap: float) -> Part:
    return part if isinstance(part, str) else replace(part, value=gap)


def _word(key: str, assertion: Assertion, first: Quantity, evidence: Evidence) -> tuple[Part, ...]:
    of = "mean" if first.measure is Measure.MEAN else "share"
    return (capitalised(phrases_in(evidence.language)(f"{key}-{of}"), assertion),)


def pair_of(assertion: Assertion, evidence: Evidence) -> tuple[Quantity, Quantity]:
    """The two numbers of the assertion; raises a Problem unless they are of one kind."""
    first, second = (evidence.quantity(binding) for binding in assertion.bindings)
    if first.measure is not second.measure or first.measure is Measure.DAY:
        raise Problem(
            "claim-mixed",
            found=message(
                "{{{assertion}}} compares a {measure} with a {other}.",
                assertion=assertion,
                measure=first.measure,
                other=second.measure,
            ),
            expected=message("two numbers of one kind."),
            mend=message("Compare shares with shares and means with means."),
        )
    return first, second


def require_significance(
    assertion: Assertion, first: Quantity, second: Quantity, evidence: Evidence
) -> None:
    """Raise a Problem unless the two differ by more than chance, or if no test tells."""
    if first.measure not in {Measure.SHARE, Measure.MEAN}:
        raise Problem(
            "claim-mixed",
            found=message(
                "{{{assertion}}} compares numbers that have no test of significance.",
                assertion=assertion,
            ),
            expected=message("shares or means."),
            mend=message("Print both numbers, or their difference with {{diff: …}}."),
        )
    p = significance(assertion, first, second, evidence)
    if p >= LEVEL:
        raise not_significant(assertion, (first, second), p)


def significance(
    assertion: Assertion, first: Quantity, second: Quantity, evidence: Evidence
) -> float:
    """The two-sided probability of the difference of the assertion's two numbers by chance.

    Raises a Problem for a probability sample whose design nobody told, and for overlapping groups.
    """
    require_design(assertion, evidence)
    p = chance(first, second, evidence)
    if p is None:
        p = probability(first, second, same=_same_people(assertion, evidence))
    return p


def _same_people(assertion: Assertion, evidence: Evidence) -> bool:
    """True if both numbers are of the same group; raises a Problem if the groups overlap."""
    homes = [evidence.home(binding)[0] for binding in assertion.bindings]
    if homes[0] is not homes[1]:
        return False
    groups = [evidence.inside(binding.subgroup) for binding in assertion.bindings]
    if groups[0] == groups[1]:
        return True
    shared = any(
        one and other
        for one, other in zip(*(_flags(group, homes[0]) for group in groups), strict=True)
    )
    if shared:
        raise Problem(
            "claim-groups-overlap",
            found=message(
                "{{{assertion}}} compares two groups that share people.", assertion=assertion
            ),
            expected=message("groups of different people."),
            mend=message("Compare a group with the others: [q11=kommune] with [not q11=kommune]."),
        )
    return False


def _flags(group: bytes, evidence: Evidence) -> bytes:
    return group or b"\x01" * evidence.dataset.n


def probability(first: Quantity, second: Quantity, *, same: bool) -> float:
    """The two-sided probability of a difference at least as large if there were none."""
    gap = abs(float(first.exact - second.exact))
    if first.measure is Measure.SHARE:
        variance = _wald(_shares(first, second), same=same)
        if 0 < min(first.effective, second.effective) < SMALL_BASE:
            variance = max(variance, *_of_few(first, second, same=same))
        error = sqrt(variance)
        return erfc(gap / error / sqrt(2)) if error else float(gap == 0)
    # Where all say the same, the spread is unknown: that of the others is taken.
    errors = [
        (one.spread or beside.spread or 0.0) / sqrt(one.effective) if one.effective else 0.0
        for one, beside in ((first, second), (second, first))
    ]
    if same:
        error = sum(errors)
        freedom = min(first.effective, second.effective) - 1
    else:
        error = sqrt(errors[0] ** 2 + errors[1] ** 2)
        freedom = _welch(errors, (first.effective, second.effective))
    if not error:
        return float(gap == 0)
    return _two_sided_t(gap / error, freedom)


def _shares(first: Quantity, second: Quantity) -> list[tuple[float, float]]:
    """Both shares with their effective bases; the share of both together where one is 0 or 1.

    Such a share has no spread of its own (a score test: Agresti 2013, section 3.2.1).
    """
    sizes = [(float(one.exact), one.effective) for one in (first, second)]
    whole = sum(n for _, n in sizes)
    if not whole or not (is_flat(first) or is_flat(second)):
        return sizes
    pooled = sum(share * n for share, n in sizes) / whole
    return [(pooled, n) for _, n in sizes]


def _wald(sizes: list[tuple[float, float]], *, same: bool) -> float:
    (one, n1), (other, n2) = sizes
    variances = one * (1 - one) / max(n1, 1) + other * (1 - other) / max(n2, 1)
    return variances + _covariance(sizes) * -2 * same


def _covariance(sizes: list[tuple[float, float]]) -> float:
    """Of two answers of the same people that exclude each other."""
    (one, n1), (other, n2) = sizes
    return -one * other / max(min(n1, n2), 1)


def _of_few(first: Quantity, second: Quantity, *, same: bool) -> tuple[float, float]:
    """The variances by Wald's test and by the score test, both of which few answers need."""
    sizes = [(float(one.exact), one.effective) for one in (first, second)]
    spreads, bases = np.array([(share * (1 - share), n) for share, n in sizes]).T
    gap = np.array(sizes[0][0] - sizes[1][0])
    shared = _covariance(sizes) if same else 0.0
    scored = score_variance(spreads, bases, gap, shared, overlapping=same)
    return _wald(sizes, same=same), float(scored)


def _welch(errors: list[float], sizes: tuple[float, float]) -> float:
    """Welch and Satterthwaite's degrees of freedom."""
    parts = [error**4 / (n - 1) for error, n in zip(errors, sizes, strict=True) if n > 1]
    whole = (errors[0] ** 2 + errors[1] ** 2) ** 2
    return whole / sum(parts) if sum(parts) else 1.0


def _two_sided_t(t: float, freedom: float) -> float:
    # SciPy takes a tenth of a second to load, and few reports compare means.
    from scipy.special import stdtr  # noqa: PLC0415

    return float(2 * stdtr(max(freedom, 1.0), -t))


MORE = Wording("more", _more, fewest=2, most=2)
LESS = Wording("less", _less, fewest=2, most=2)
DIFF = Wording("diff", _diff, fewest=2, most=2)
