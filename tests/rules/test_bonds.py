"""Bonds between the answers to one question: the proof knows only answers that can be given."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rundfrage.rules import parse
from rundfrage.rules.answer_space import Amount
from rundfrage.rules.bond import Order, Total
from rundfrage.rules.prove import NeverReached, example, prove
from rundfrage.rules.route import Slot, Stop, reached

PAGE = Stop("page")


def shared(condition, *, total="100", decimals=0, step=None, required=False):
    """Three numbers that add up to the total, and a question asked on the condition."""
    whole = Decimal(total)
    space = Amount(Decimal(0), whole, decimals, step and Decimal(step))
    names = ("q.a", "q.b", "q.c")
    slots = tuple(Slot(name, space) for name in names)
    asked = Stop("q", page=0, slots=slots, required=required, bond=Total(whole))
    return [PAGE, asked, Stop("r", parse(condition), page=0)]


@pytest.mark.parametrize(
    "condition",
    [
        "q.a > 60 and q.b > 40",
        "q.a == 50 and q.b == 50 and q.c != 0",
        "q.a < 30 and q.b < 30 and q.c < 30",
        "answered(q.a) and not answered(q.b)",
        "q.a == 100 and q.b >= 1",
        "q.a == 33.5",
    ],
)
def test_numbers_that_cannot_add_up_lead_nowhere(condition):
    assert [(type(one), one.at) for one in prove(shared(condition))] == [(NeverReached, 2)]


@pytest.mark.parametrize(
    "condition",
    [
        "q.a > 60 and q.b > 38",
        "q.a == 33 and q.b == 33 and q.c == 34",
        "q.a != 50 and q.b != 25 and q.c != 25 and q.a > 49",
        "q.a < 34 and q.b < 34 and q.c < 35",
        "not answered(q.a)",
    ],
)
def test_an_example_adds_up_and_leads_there(condition):
    stops = shared(condition)
    path = example(stops, 2)
    assert reached(stops, path) == [True, True, True]
    assert Total(Decimal(100)).fits(("q.a", "q.b", "q.c"), path)


def test_decimals_and_steps_count():
    assert example(shared("q.a == 0.25", total="1", decimals=2), 2) is not None
    assert example(shared("q.a == 25", step="20"), 2) is None
    assert example(shared("q.a > 20 and q.a < 60", step="20"), 2)["q.a"] == 40


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["q.a", "q.b", "q.c"]),
                          st.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
                          st.integers(0, 6)), min_size=1, max_size=4))  # fmt: skip
def test_the_proof_agrees_with_every_way_of_sharing_six(parts):
    stops = shared(" and ".join(f"{name} {sign} {number}" for name, sign, number in parts),
                   total="6", required=True)  # fmt: skip
    ways = [(a, b, 6 - a - b) for a in range(7) for b in range(7 - a)]
    led = [
        way
        for way in ways
        if reached(stops, dict(zip(("q.a", "q.b", "q.c"), map(Decimal, way), strict=True)))[2]
    ]
    assert (example(stops, 2) is not None) == bool(led)


def test_what_keeps_a_bond():
    names = ("a", "b")
    assert Order().fits(names, {"a": Decimal(2), "b": Decimal(1)})
    assert Order().fits(names, {"b": Decimal(1)})
    assert not Order().fits(names, {"a": Decimal(2)})
    assert Total(Decimal(3)).fits(names, {})
    assert not Total(Decimal(3)).fits(names, {"a": Decimal(3)})
    assert not Total(Decimal(3)).fits(names, {"a": Decimal(2), "b": Decimal(2)})
