"""Krippendorff's alpha, against the figures he prints (2011) for four coders and twelve units."""

import numpy as np
import pytest

from rundfrage.errors import Problem
from rundfrage.stats.agreement import Metric, krippendorff

O = np.nan  # noqa: E741
CODES = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, O, O, O],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, O, 3],
        [O, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, O],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, O],
    ]
)


@pytest.mark.parametrize(
    ("metric", "printed"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_alpha_is_the_printed_one(metric, printed):
    found = krippendorff(CODES, Metric(metric))
    assert round(found.alpha, 3) == printed
    assert (found.units, found.pairable) == (11, 40)
    assert found.low < found.alpha < found.high


def test_the_interval_is_that_of_its_seed():
    assert krippendorff(CODES, seed=7) == krippendorff(CODES, seed=7)
    assert krippendorff(CODES, seed=7) != krippendorff(CODES, seed=8)


def test_perfect_agreement_is_one():
    assert krippendorff(np.array([[1, 2, 1, 3], [1, 2, 1, 3]], float)).alpha == 1


def test_the_order_of_coders_and_units_does_not_matter():
    other = krippendorff(CODES[::-1, ::-1], Metric.ORDINAL).alpha
    assert other == pytest.approx(krippendorff(CODES, Metric.ORDINAL).alpha, rel=1e-12)


@pytest.mark.parametrize(
    ("codes", "code"),
    [([[1, O], [O, 2]], "coded-once"), ([[1, 1], [1, 1]], "codes-all-alike")],
)
def test_where_alpha_is_not_defined_it_is_a_problem(codes, code):
    with pytest.raises(Problem) as raised:
        krippendorff(np.array(codes, float))
    assert raised.value.code == code
