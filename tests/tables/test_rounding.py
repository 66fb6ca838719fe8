"""Printed percents add up, and nets agree with their parts and with their counts."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rundfrage.tables.rounding import Rounding, printed_percents
from rundfrage.tables.table import Row, RowRole
from rundfrage.text import Text, half_up

counts = st.lists(st.integers(0, 300), min_size=2, max_size=9).filter(any)
weights = st.lists(st.integers(0, 40).map(lambda tenths: tenths / 10), min_size=2, max_size=9)


def stub(number, *nets):
    rows = [Row(f"r{place}", Text.of(f"r{place}")) for place in range(number)]
    return rows + [
        Row(f"n{place}", Text.of(f"n{place}"), RowRole.NET, tuple(f"r{one}" for one in members))
        for place, members in enumerate(nets)
    ]


def printed(rule, amounts, *nets):
    """The printed percents of the parts, and those of the nets (given as places of parts)."""
    amounts = [*amounts, *(sum(amounts[place] for place in members) for members in nets)]
    number = len(amounts) - len(nets)
    base = sum(amounts[:number])
    percents = printed_percents(stub(number, *nets), amounts, base, rule)
    return list(percents[:number]), list(percents[number:])


def rounded(part, base):
    return floor(Fraction(100 * part, base) + Fraction(1, 2))


@given(counts, st.data())
def test_a_stack_adds_up_and_its_top_net_is_its_own_count_rounded_half_up(amounts, data):
    size = data.draw(st.integers(1, len(amounts)))
    top = range(size)
    parts, (net,) = printed(Rounding.STACK, amounts, top)
    assert sum(parts) == 100
    assert net == sum(parts[:size]) == rounded(sum(amounts[:size]), sum(amounts))
    assert all(
        abs(part - 100 * one / sum(amounts)) < 1 for part, one in zip(parts, amounts, strict=True)
    )


@given(counts, st.data())
def test_a_bottom_net_too_except_on_an_exact_half(amounts, data):
    size = data.draw(st.integers(1, len(amounts)))
    bottom = range(len(amounts) - size, len(amounts))
    parts, (net,) = printed(Rounding.STACK, amounts, bottom)
    exact = Fraction(100 * sum(amounts[-size:]), sum(amounts))
    half = exact - floor(exact) == Fraction(1, 2)
    assert net == sum(parts[-size:])
    assert net == (floor(exact) if half else rounded(sum(amounts[-size:]), sum(amounts)))


def test_an_exact_half_goes_up_at_the_top_and_down_at_the_bottom():
    assert printed(Rounding.STACK, [99, 101], [0], [1]) == ([50, 50], [50, 50])


@given(counts)
def test_unordered_parts_add_up_and_none_is_a_point_off(amounts):
    parts, _ = printed(Rounding.PARTS, amounts)
    assert sum(parts) == 100
    for part, one in zip(parts, amounts, strict=True):
        assert abs(part - Fraction(100 * one, sum(amounts))) < 1


@given(counts, st.data())
def test_a_declared_net_is_its_count_rounded_half_up_and_the_sum_of_its_members(amounts, data):
    members = data.draw(
        st.lists(st.sampled_from(range(len(amounts))), min_size=1, unique=True).filter(
            lambda some: len(some) < len(amounts)
        )
    )
    parts, (net,) = printed(Rounding.PARTS, amounts, members)
    assert sum(parts) == 100
    assert net == sum(parts[place] for place in members)
    assert net == rounded(sum(amounts[place] for place in members), sum(amounts))


@given(st.lists(st.integers(0, 300), min_size=4, max_size=9).filter(any), st.data())
def test_disjoint_nets_agree_with_their_members_whatever_they_are(amounts, data):
    cuts = data.draw(st.lists(st.integers(0, 2), min_size=len(amounts), max_size=len(amounts)))
    nets = [[place for place, cut in enumerate(cuts) if cut == which] for which in (1, 2)]
    assume(all(nets))
    parts, found = printed(Rounding.PARTS, amounts, *nets)
    assert sum(parts) == 100
    assert found == [sum(parts[place] for place in members) for members in nets]
    for net, members in zip(found, nets, strict=True):
        share = Fraction(100 * sum(amounts[place] for place in members), sum(amounts))
        assert abs(net - share) < 1


def test_three_nets_of_a_third_give_the_odd_point_to_the_first():
    parts, nets = printed(Rounding.PARTS, [1] * 6, [0, 1], [2, 3], [4, 5])
    assert (parts, nets) == ([17, 17, 17, 16, 17, 16], [34, 33, 33])


def test_equal_remainders_favour_the_first():
    assert printed(Rounding.PARTS, [1, 1, 1])[0] == [34, 33, 33]


def test_a_net_that_overlaps_an_earlier_one_is_rounded_by_itself():
    assert printed(Rounding.PARTS, [1, 1, 1], [0, 1], [1, 2])[1] == [67, 67]


@given(counts)
def test_shares_of_a_multiple_choice_are_rounded_one_by_one(amounts):
    base = max(amounts)
    found = printed_percents(stub(len(amounts)), amounts, base, Rounding.EACH)
    assert list(found) == [rounded(one, base) for one in amounts]


@given(weights.filter(any), st.sampled_from(Rounding))
def test_weights_round_as_the_printed_number_does(amounts, rule):
    parts, _ = printed(rule, amounts)
    if rule is Rounding.EACH:
        assert parts == [int(half_up(100 * one / sum(amounts))) for one in amounts]
    else:
        assert sum(parts) == 100


@given(counts, st.sampled_from(Rounding))
def test_weights_of_one_round_as_counts_do(amounts, rule):
    assert printed(rule, [float(one) for one in amounts]) == printed(rule, amounts)


def test_a_half_missed_by_the_last_digit_is_a_half():
    tenths = [0.1] * 3 + [1.7 + 1e-16]
    base = 0.3 + 1.7
    found = printed_percents(stub(1), [sum(tenths[:3]) / 2 + 0.1], base, Rounding.EACH)
    assert found == (13,)  # 12.5


@pytest.mark.parametrize("rule", Rounding)
def test_without_a_base_nothing_is_printed(rule):
    assert printed_percents(stub(2), [0, 0], 0, rule) == (None, None)
