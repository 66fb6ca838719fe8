"""The tests behind more and less: against SciPy, with weights, and for the same people."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from claimed import evidence_of, text
from scipy.stats import binom, chi2_contingency, norm, ttest_ind_from_stats
from surveys import multiple, numeric, single, survey, times

from rundfrage.report.claims import Binding
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.wordings.differences import probability
from rundfrage.report.deck import Figure


def quantity(exact: Fraction, measure: Measure, n: float, spread: float | None = None) -> Quantity:
    return Quantity(
        Binding("x"), Figure("x", float(exact), "x"), exact, measure, effective=n, spread=spread
    )


@pytest.mark.parametrize("means", [(2.0, 2.4), (3.1, 3.0), (1.0, 1.0)])
def test_means_are_compared_by_welchs_test(means):
    one, other = (Fraction(mean) for mean in means)
    first = quantity(one, Measure.MEAN, 40, 0.9)
    second = quantity(other, Measure.MEAN, 25, 1.4)
    expected = ttest_ind_from_stats(means[0], 0.9, 40, means[1], 1.4, 25, equal_var=False).pvalue
    assert probability(first, second, same=False) == pytest.approx(expected, rel=1e-12)


def test_shares_are_compared_by_the_z_test_with_the_unpooled_error():
    first = quantity(Fraction(3, 5), Measure.SHARE, 100)
    second = quantity(Fraction(9, 20), Measure.SHARE, 80)
    error = np.sqrt(0.6 * 0.4 / 100 + 0.45 * 0.55 / 80)
    expected = 2 * norm.sf(0.15 / error)
    assert probability(first, second, same=False) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("yes", "n"), [((12, 0), (100, 5)), ((3, 40), (3, 80)), ((20, 0), (400, 35))]
)
def test_a_share_of_none_or_all_is_compared_by_pearsons_test(yes, n):
    first, second = (
        quantity(Fraction(one, size), Measure.SHARE, size) for one, size in zip(yes, n, strict=True)
    )
    table = np.array([[one, size - one] for one, size in zip(yes, n, strict=True)])
    expected = chi2_contingency(table, correction=False).pvalue
    assert probability(first, second, same=False) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("yes", "n"),
    [((62, 1), (112, 6)), ((3, 9), (8, 11)), ((1, 20), (29, 200)), ((8, 40), (8, 112))],
)
def test_shares_of_few_people_are_compared_by_both_tests(yes, n):
    """The larger probability counts: that of Wald's test or that of Pearson's."""
    shares = [Fraction(one, size) for one, size in zip(yes, n, strict=True)]
    first, second = (
        quantity(one, Measure.SHARE, size) for one, size in zip(shares, n, strict=True)
    )
    table = np.array([[one, size - one] for one, size in zip(yes, n, strict=True)])
    error = np.sqrt(sum(float(p * (1 - p) / size) for p, size in zip(shares, n, strict=True)))
    wald = 2 * norm.sf(abs(float(shares[0] - shares[1])) / error)
    expected = max(wald, chi2_contingency(table, correction=False).pvalue)
    assert probability(first, second, same=False) == pytest.approx(expected, rel=1e-9)


def test_two_answers_of_few_people_are_compared_by_mcnemars_test():
    """Answers that exclude each other, of 20 people 9 and 2: (b - c)^2 / (b + c)."""
    first, second = (quantity(Fraction(one, 20), Measure.SHARE, 20) for one in (9, 2))
    expected = 2 * norm.sf(7 / np.sqrt(11))
    assert probability(first, second, same=True) == pytest.approx(expected, rel=1e-9)


@pytest.mark.trial
def test_a_group_of_few_is_not_called_different_more_often_than_promised():
    """Exactly: equal shares of 5 to 29 people and of 112 are told apart in 6.5 % at most."""
    big = 112
    for small in (5, 6, 7, 8, 10, 13, 17, 21, 27, 29):
        told = np.array(
            [
                [_told(big, one, small, other) for other in range(small + 1)]
                for one in range(big + 1)
            ]
        )
        for share in np.arange(0.1, 0.91, 0.05):
            chance = np.outer(
                binom.pmf(np.arange(big + 1), big, share),
                binom.pmf(np.arange(small + 1), small, share),
            )
            assert chance[told].sum() <= 0.065


def _told(big: int, one: int, small: int, other: int) -> bool:
    first = quantity(Fraction(one, big), Measure.SHARE, big)
    return (
        probability(first, quantity(Fraction(other, small), Measure.SHARE, small), same=False)
        < 0.05
    )


def test_a_mean_of_which_all_say_the_same_takes_the_spread_of_the_other():
    first = quantity(Fraction(5), Measure.MEAN, 3, 0.0)
    second = quantity(Fraction(42, 10), Measure.MEAN, 100, 0.8)
    expected = ttest_ind_from_stats(5, 0.8, 3, 4.2, 0.8, 100, equal_var=False).pvalue
    assert probability(first, second, same=False) == pytest.approx(expected, rel=1e-12)


def test_answers_that_exclude_each_other_are_compared_exactly():
    """Two options of a single choice: var(p1 - p2) = (p1 + p2 - (p1 - p2)^2) / n."""
    first = quantity(Fraction(1, 2), Measure.SHARE, 100)
    second = quantity(Fraction(3, 10), Measure.SHARE, 100)
    expected = 2 * norm.sf(0.2 / np.sqrt((0.8 - 0.04) / 100))
    assert probability(first, second, same=True) == pytest.approx(expected, rel=1e-12)


def test_answers_of_the_same_people_need_a_larger_difference_never_a_smaller_one():
    for share in (0.3, 0.5, 0.9):
        first = quantity(Fraction(share), Measure.SHARE, 100)
        second = quantity(Fraction(share - 0.1), Measure.SHARE, 100)
        assert probability(first, second, same=True) > probability(first, second, same=False)


def test_weights_count_by_the_effective_base():
    """Half of them weigh 9, half 1: 200 answers are worth 122."""
    answers = times(c1=60, c2=40) + times(c1=45, c2=55)
    groups = times(c1=100, c2=100)
    even = ["1"] * 200
    uneven = ["9" if place % 2 else "1" for place in range(200)]
    texts = []
    for weights in (even, uneven):
        data = survey(
            (single("g", "?", ["x", "y"]), groups),
            (single("q", "?", ["x", "y"]), answers),
            (numeric("w", "Gewicht"), weights),
        )
        evidence = evidence_of(data, weight="w")
        texts.append(text("{more: q.c1[g=c1], q.c1[g=c2]}", evidence))
    assert texts == ["mehr", "claim-not-significant"]


def test_a_weighted_share_is_printed_by_its_weights():
    data = survey(
        (multiple("q", "?", ["x", "y"]), ["c1"] * 40 + ["c2"] * 40),
        (numeric("w", "Gewicht"), ["3"] * 40 + ["1"] * 40),
    )
    evidence = evidence_of(data, weight="w")
    assert text("{q.c1}, {three quarters: q.c1}, {q.c1.count}", evidence) == (
        "75 %, drei Viertel, 40"
    )
