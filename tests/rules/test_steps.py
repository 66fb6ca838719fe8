"""An amount in steps has no other numbers than those that its steps lead to."""

from decimal import Decimal

from rundfrage.rules.answer_space import Amount


def test_a_bound_that_no_step_leads_to_is_no_answer():
    amount = Amount(Decimal(0), Decimal(100), 0, Decimal(30))
    assert amount.candidates([50]) == [0, 30, 60, 90]
    assert amount.stretches([50]) == [(0, 30), (60, 90)]
    assert amount.stretches([95]) == [(0, 90)]
    assert Amount(None, Decimal(100), 0, Decimal(30)).candidates([]) == [90]
