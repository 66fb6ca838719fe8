"""The engine's totals, against NumPy."""

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rundfrage.stats.engine import Cross, Totals, totals

# The package names its function as the module.
TOTALS = sys.modules["rundfrage.stats.engine.totals"]
N = 12
CODES = np.array([0, 1, 1, 2, -1, 0, 1, 2, 2, -4, 0, 1], np.int16)
GROUPS = np.array([0, 0, 1, 1, 0, 1, 0, 1, 0, 1, -4, -4], np.int8)
WEIGHTS = np.array([1, 0.5, 2, 0, 1, 1, 1.5, 0.25, 0, 3, 1, 0.125])


@pytest.fixture(scope="module", params=["numbered", "queried"], autouse=True)
def way(request):
    """Each test counts both ways: by numbered cells, and by a query as where there are too many."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "queried":
            patch.setattr(TOTALS, "MOST_ROWS", 0)
        yield


def rows(found: Totals):
    return list(
        zip(
            *(key.tolist() for key in found.keys),
            found.n.tolist(),
            found.contributing.tolist(),
            found.weight.tolist(),
            found.squares.tolist(),
            strict=True,
        )
    )


def test_one_column_is_counted():
    (found,) = totals([Cross((CODES,))])
    assert rows(found) == [
        (-4, 1, 1, 1.0, 1.0),
        (-1, 1, 1, 1.0, 1.0),
        (0, 3, 3, 3.0, 3.0),
        (1, 4, 4, 4.0, 4.0),
        (2, 3, 3, 3.0, 3.0),
    ]


def test_weights_are_summed_and_a_weight_of_zero_does_not_contribute():
    (found,) = totals([Cross((CODES,))], WEIGHTS)
    assert rows(found) == [
        (-4, 1, 1, 3.0, 9.0),
        (-1, 1, 1, 1.0, 1.0),
        (0, 3, 3, 3.0, 3.0),
        (1, 4, 4, 4.125, 0.25 + 4 + 2.25 + 0.015625),
        (2, 3, 1, 0.25, 0.0625),
    ]


def test_crosses_keep_their_order_and_their_columns():
    crosses = [
        Cross((CODES, GROUPS)),
        Cross((GROUPS,)),
        Cross((GROUPS, CODES)),
        Cross((CODES, CODES)),
        Cross((GROUPS,)),
    ]
    found = totals(crosses, WEIGHTS)
    assert [rows(one) for one in found] == [by_hand(cross, WEIGHTS) for cross in crosses]


def test_more_crosses_than_one_query_holds():
    chance = np.random.default_rng(0)
    crosses = [
        Cross((chance.integers(-4, 5, N).astype(np.int16), GROUPS, CODES)) for _ in range(70)
    ]
    found = totals(crosses, WEIGHTS)
    assert [rows(one) for one in found] == [by_hand(cross, WEIGHTS) for cross in crosses]


def test_floats_are_told_apart_to_the_last_bit():
    values = np.array([0.1, 0.2, 0.1 + 0.2, 0.3])
    (found,) = totals([Cross((values,))])
    assert found.keys[0].tolist() == [0.1, 0.2, 0.3, 0.1 + 0.2]


def test_zero_and_minus_zero_are_one_number():
    (found,) = totals([Cross((np.array([0.0, -0.0, 1.0]),))])
    assert found.n.tolist() == [2, 1]


def test_nobody_makes_empty_totals():
    (found,) = totals([Cross((CODES[:0], GROUPS[:0]))], WEIGHTS[:0])
    assert rows(found) == []
    assert totals([]) == ()


@pytest.mark.trial
@given(
    arrays.arrays(np.int16, 40, elements=st.integers(-4, 6)),
    arrays.arrays(np.float64, 40, elements=st.floats(0, 1e6)),
    st.permutations(range(40)),
)
def test_the_order_of_respondents_does_not_change_a_bit(codes, weights, order):
    (found,) = totals([Cross((codes,))], weights)
    (other,) = totals([Cross((codes[order],))], weights[order])
    assert rows(other) == rows(found)


@pytest.mark.trial
@given(
    arrays.arrays(np.int8, 40, elements=st.integers(-4, 1)),
    arrays.arrays(np.float64, 40, elements=st.floats(-1e6, 1e6)),
    arrays.arrays(np.float64, 40, elements=st.floats(0, 1e300)),
)
def test_both_ways_give_the_same_bits(marks, values, weights):
    crosses = [Cross((marks,)), Cross((marks, values)), Cross((values, marks))]
    for weighing in (None, weights):
        found = totals(crosses, weighing)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(TOTALS, "MOST_ROWS", 0)
            queried = totals(crosses, weighing)
        assert [rows(one) for one in found] == [rows(one) for one in queried]


def test_a_cross_of_more_cells_than_can_be_numbered():
    chance = np.random.default_rng(3)
    columns = tuple(chance.permutation(2_000).astype(float) for _ in range(3))
    (found,) = totals([Cross(columns)], np.arange(2_000.0))
    assert found.n.tolist() == [1] * 2_000
    order = np.argsort(columns[0])
    assert [key.tolist() for key in found.keys] == [one[order].tolist() for one in columns]
    assert found.weight.tolist() == order.astype(float).tolist()


def test_threads_do_not_change_a_bit():
    chance = np.random.default_rng(2)
    codes = chance.integers(0, 3, 400_000).astype(np.int16)
    weights = chance.lognormal(0, 1, len(codes))
    runs = {tuple(rows(totals([Cross((codes,))], weights)[0])) for _ in range(3)}
    assert len(runs) == 1
    for code, _, _, weight, squares in runs.pop():
        assert weight == pytest.approx(weights[codes == code].sum(), rel=1e-13)
        assert squares == pytest.approx(np.square(weights[codes == code]).sum(), rel=1e-13)


def test_calls_at_the_same_time_do_not_see_each_others_columns():
    def count(size):
        return totals([Cross((np.zeros(size, np.int16),))])[0].n.tolist()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(count, range(1, 60))) == [[size] for size in range(1, 60)]


def by_hand(cross, weights):
    keys = list(zip(*(column.tolist() for column in cross.columns), strict=True))
    return [
        (
            *key,
            len(inside),
            sum(weight > 0 for weight in inside),
            sum(inside),
            sum(weight * weight for weight in inside),
        )
        for key in sorted(set(keys))
        for inside in [[w for one, w in zip(keys, weights.tolist(), strict=True) if one == key]]
    ]
