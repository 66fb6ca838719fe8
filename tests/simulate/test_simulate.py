"""Simulated respondents follow the routing and meet printed figures."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs import examples
from rundfrage.codebook import Missing
from rundfrage.dataset import ANSWERED, CHOSEN
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.simulate import Targets, simulate
from rundfrage.tables import table_of
from rundfrage.text import half_up

QUESTIONNAIRE = """---
survey: small
title: Small
language: en
scales:
  good: [very good, good, neutral, less good, bad]
nets:
  q1.engaged: engaged (now or earlier) = now + earlier
---

# Page

## q1: Do you take part?

- ( ) now: Yes, now
- ( ) earlier: Yes, earlier
- ( ) no: No
- ( ) dk: Don't know {dk}

## q2: How good is it?

(good)

## q3: What do you read?

- [ ] letter: Letter
- [ ] mail: Mail
- [ ] other: Something else: ____
- [-] none: Nothing

## q4: How good is …?

(good)

- info: the information
- place: the place

## age: How old are you? {required}

[16..99 years]

## order: What matters most?

1. price: Price
2. taste: Taste
3. look: Looks

## day: When was your last visit?

[date 2020-01-01..2020-12-31]

## why: Why is it good? {if="q2 <= 2"}

_____
_____
"""


def block_of(dataset, name):
    return table_of(dataset, name, threshold=0).blocks[0]


@pytest.fixture(scope="module")
def questionnaire():
    return read(QUESTIONNAIRE, KINDS)


def test_the_same_seed_gives_the_same_answers(questionnaire):
    assert simulate(questionnaire, 50, seed=3) == simulate(questionnaire, 50, seed=3)
    assert simulate(questionnaire, 50, seed=3) != simulate(questionnaire, 50, seed=4)


def test_simulated_answers_say_that_they_are(questionnaire):
    assert simulate(questionnaire, 5).codebook.study.simulated is True


def test_nobody_answers_what_the_routing_leads_past(questionnaire):
    columns = simulate(questionnaire, 300).columns
    led = (columns["q2"].codes >= 0) & (columns["q2"].codes <= 1)
    assert (columns["why"].reasons[~led] == Missing.NOT_ASKED).all()
    assert set(columns["why"].reasons[led].tolist()) == {ANSWERED, Missing.LEFT_BLANK}


def test_a_required_question_is_answered_by_all(questionnaire):
    ages = simulate(questionnaire, 300).columns["age"]
    assert (ages.reasons == ANSWERED).all()
    assert ages.values.min() >= 16
    assert ages.values.max() <= 99


def test_who_answers_a_multiple_choice_marks_something_and_nothing_beside_the_exclusive(
    questionnaire,
):
    marks = simulate(questionnaire, 400).columns["q3"].marks
    answered = marks[0] >= 0
    chosen = marks[:, answered] == CHOSEN
    assert chosen.sum(axis=0).min() == 1
    assert chosen[:3, chosen[3]].sum() == 0
    assert (marks[:, ~answered] == marks[0, ~answered]).all()


def test_the_other_text_stands_where_other_was_chosen(questionnaire):
    columns = simulate(questionnaire, 400).columns
    chose = columns["q3"].marks[2] == CHOSEN
    assert ((columns["q3.other.text"].reasons == ANSWERED) == chose).all()


def test_a_ranking_puts_every_item_once(questionnaire):
    columns = simulate(questionnaire, 200).columns
    ranks = np.stack([columns[f"order.{item}"].values for item in ("price", "taste", "look")])
    answered = columns["order.price"].reasons == ANSWERED
    assert np.sort(ranks[:, answered], axis=0).T.tolist() == [[1, 2, 3]] * int(answered.sum())


def test_some_say_that_they_dont_know_where_it_is_offered(questionnaire):
    reasons = simulate(questionnaire, 500).columns["q1"].reasons
    assert {Missing.DONT_KNOW, Missing.LEFT_BLANK} <= set(reasons.tolist())


def test_items_of_a_grid_correlate(questionnaire):
    columns = simulate(questionnaire, 2000).columns
    first, second = columns["q4.info"].codes, columns["q4.place"].codes
    both = (first >= 0) & (second >= 0)
    assert 0.3 < np.corrcoef(first[both], second[both])[0, 1] < 0.8


def test_each_text_of_a_pool_is_used_before_any_is_used_twice(questionnaire):
    pool = [f"Reason {number}" for number in range(20)]
    column = simulate(questionnaire, 300, pools={"why": pool}).columns["why"]
    assert set(column.values[column.answered].tolist()) == set(pool)


def test_targets_come_out_as_printed(questionnaire):
    targets = Targets(
        n=484,
        percent={
            "q1.engaged": 63, "q2.top2": 62, "q3.letter": 70, "q3.none": 5, "q4.info.bottom2": 11,
            "q2.1": 21,
        },
        mean={"q2": Decimal("2.32"), "q4.place": Decimal("3.00"), "age": Decimal("41.25")},
        answered={"q2": 452, "why": 150, "q4": 440},
    )  # fmt: skip
    dataset = simulate(questionnaire, 484, targets=targets)
    assert block_of(dataset, "q1").cell("engaged").percent == 63
    assert block_of(dataset, "q2").cell("top2").percent == 62
    assert block_of(dataset, "q2").cell("1").percent == 21
    assert block_of(dataset, "q3").cell("letter").percent == 70
    assert half_up(block_of(dataset, "q2").statistics[0].mean, 2) == Decimal("2.32")
    assert half_up(block_of(dataset, "q4.place").statistics[0].mean, 2) == Decimal("3.00")
    assert half_up(block_of(dataset, "age").statistics[0].mean, 2) == Decimal("41.25")
    assert block_of(dataset, "q2").bases[0].answered == 452
    assert block_of(dataset, "why").bases[0].answered == 150
    assert block_of(dataset, "q4.info").bases[0].answered == 440


@pytest.mark.trial
@examples(40)
@given(
    mean=st.integers(100, 500),
    top=st.integers(0, 100),
    n=st.integers(20, 600),
)
def test_a_target_is_met_or_refused_but_never_missed(mean, top, n):
    questionnaire = read(QUESTIONNAIRE, KINDS)
    wanted = Decimal(mean).scaleb(-2)
    targets = Targets(percent={"q2.top2": top}, mean={"q2": wanted})
    try:
        dataset = simulate(questionnaire, n, targets=targets)
    except Problem as problem:
        assert problem.code == "target-impossible"
        return
    block = block_of(dataset, "q2")
    assert block.cell("top2").percent == top
    assert half_up(block.statistics[0].mean, 2) == wanted


@pytest.mark.parametrize(
    ("targets", "code", "words"),
    [
        (
            Targets(percent={"q2.top2": 10}, mean={"q2": Decimal("1.20")}),
            "target-impossible",
            "the mean lies between",
        ),
        (
            Targets(percent={"q3.letter": 10, "q3.mail": 5, "q3.other": 2, "q3.none": 3}),
            "target-impossible",
            "marks at least one",
        ),
        (Targets(percent={"q2.top3": 10}), "target-unknown", "q2.top3"),
        (Targets(mean={"q3": Decimal(2)}), "target-unknown", "q3"),
        (Targets(n=100, answered={"why": 95}), "target-impossible", "is asked of"),
        (Targets(mean={"age": Decimal(12)}), "target-impossible", "whole numbers"),
    ],
)
def test_an_impossible_target_is_refused_with_the_reason(questionnaire, targets, code, words):
    with pytest.raises(Problem) as caught:
        simulate(questionnaire, 100, targets=targets)
    assert caught.value.code == code
    assert words in caught.value.found


def test_few_answers_that_cant_print_a_mean_are_refused(questionnaire):
    targets = Targets(n=10, mean={"q2": Decimal("2.07")}, answered={"q2": 10})
    with pytest.raises(Problem) as caught:
        simulate(questionnaire, 10, targets=targets)
    assert "No whole number among 10 answers" in caught.value.found


def test_nobody_can_be_simulated_too(questionnaire):
    assert simulate(questionnaire, 1).n == 1
