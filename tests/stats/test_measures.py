"""Means, deviations and quantiles, against NumPy and by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundfrage.stats.measures import deviation, mean, quantile

answers = st.lists(
    st.tuples(st.integers(-20, 20), st.sampled_from([0.25, 0.5, 1.0, 2.0, 3.0])), min_size=2
)


def grouped(pairs):
    values = np.array(sorted({value for value, _ in pairs}), float)
    weight = np.array([sum(w for v, w in pairs if v == value) for value in values])
    persons = np.array([sum(v == value for v, _ in pairs) for value in values])
    return values, weight, persons


@given(answers)
def test_the_mean_is_numpys(pairs):
    values, weight, _ = grouped(pairs)
    raw, weights = np.array(pairs).T
    assert mean(values, weight) == pytest.approx(np.average(raw, weights=weights), abs=1e-12)


@given(answers)
def test_without_weights_the_deviation_is_numpys_with_n_less_one(pairs):
    values, _, persons = grouped(pairs)
    raw = np.array([value for value, _ in pairs], float)
    assert deviation(values, persons.astype(float), persons) == pytest.approx(raw.std(ddof=1))


@given(answers)
def test_with_weights_the_deviation_is_svyvars(pairs):
    values, weight, persons = grouped(pairs)
    raw, weights = np.array(pairs).T
    centre = np.average(raw, weights=weights)
    n = len(pairs)
    expected = np.sqrt(np.average((raw - centre) ** 2, weights=weights) * n / (n - 1))
    assert deviation(values, weight, persons) == pytest.approx(expected, abs=1e-12)


@given(answers)
def test_without_weights_the_median_is_the_ordinary_one(pairs):
    values, _, persons = grouped(pairs)
    assert quantile(values, persons.astype(float), 0.5) == np.median([v for v, _ in pairs])


@given(answers, st.sampled_from([0.25, 0.5, 0.75]))
def test_quantiles_are_those_of_hyndman_and_fans_second_definition(pairs, share):
    values, _, persons = grouped(pairs)
    raw = [value for value, _ in pairs]
    expected = np.quantile(raw, share, method="averaged_inverted_cdf")
    assert quantile(values, persons.astype(float), share) == expected


@given(answers, st.sampled_from([0.25, 0.5, 0.75]), st.sampled_from([1e-6, 0.1, 7.0, 1e9]))
def test_a_common_factor_of_the_weights_changes_nothing(pairs, share, factor):
    values, weight, persons = grouped(pairs)
    assert quantile(values, weight * factor, share) == quantile(values, weight, share)
    assert mean(values, weight * factor) == pytest.approx(mean(values, weight), abs=1e-12)
    assert deviation(values, weight * factor, persons) == pytest.approx(
        deviation(values, weight, persons), abs=1e-12
    )


@pytest.mark.parametrize(
    ("weights", "median"),
    [([1, 1, 2], 2.5), ([1, 1, 1], 2.0), ([3, 1, 1], 1.0), ([0, 1, 1], 2.5), ([1, 0, 1], 2.0)],
)
def test_a_weighted_median_lies_between_two_values_only_at_an_exact_half(weights, median):
    assert quantile(np.array([1.0, 2.0, 3.0]), np.array(weights, float), 0.5) == median


def test_a_half_missed_by_the_last_digit_is_a_half():
    weight = np.array([0.1 + 0.2, 0.3])
    assert quantile(np.array([1.0, 2.0]), weight, 0.5) == 1.5


def test_nothing_is_said_of_nobody():
    nobody = np.zeros(0)
    assert (mean(nobody, nobody), deviation(nobody, nobody, nobody)) == (None, None)
    assert quantile(nobody, nobody, 0.5) is None
    one = np.ones(1)
    assert (mean(one, one), deviation(one, one, one), quantile(one, one, 0.25)) == (1.0, None, 1.0)
    assert mean(one, 0 * one) is None
