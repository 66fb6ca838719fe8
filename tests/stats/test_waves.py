"""Waves: only the same question is compared, and persons asked twice are known as such."""

from dataclasses import replace

import numpy as np
import pytest
from design_samples import clustered, columns, scattered

from rundfrage.codebook import Category, Variable, VariableType
from rundfrage.errors import Problem
from rundfrage.stats.averages import means
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Arrays
from rundfrage.stats.shares import proportions
from rundfrage.stats.waves import WAVE, same_wording, waves
from rundfrage.text import Text

QUESTION = Variable(
    "q1",
    VariableType.ORDINAL,
    Text.of("How satisfied are you?"),
    (Category("good", Text.of("Good"), 1), Category("bad", Text.of("Bad"), 2)),
)


def test_the_same_question_may_be_compared_under_another_name():
    same_wording(QUESTION, replace(QUESTION, name="q7"))


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"label": Text.of("How happy are you?")}, "wording"),
        ({"categories": QUESTION.categories[:1]}, "answers"),
        ({"type": VariableType.CATEGORICAL}, "type"),
    ],
)
def test_another_question_gets_no_line(changed, what):
    with pytest.raises(Problem) as raised:
        same_wording(QUESTION, replace(QUESTION, **changed))
    assert raised.value.code == "waves-differ"
    assert raised.value.found == f"The waves differ in {what}."


@pytest.mark.parametrize("design_over", [clustered, scattered])
def test_variances_of_independent_waves_add_up(design_over):
    first, second = design_over(columns(1)), design_over(columns(2))
    one, other = means(first, "x")[0], means(second, "x")[0]
    found = means(waves(first, second), "x", by=[WAVE])
    apart = found.difference(("second",), ("first",))
    assert apart.value == pytest.approx(other.value - one.value, rel=1e-9)
    assert apart.se == pytest.approx(np.hypot(one.se, other.se), rel=1e-9)


def test_a_panel_is_compared_person_by_person():
    chance = np.random.default_rng(3)
    n = 200
    person = np.arange(n)
    before = chance.normal(50, 10, n)
    after = before + chance.normal(1, 2, n)
    first = Design(Arrays({"id": person, "x": before}))
    order = chance.permutation(n)
    second = Design(Arrays({"id": person[order], "x": after[order]}))
    found = means(waves(first, second, ids=("id", "id")), "x", by=[WAVE])
    apart = found.difference(("second",), ("first",))
    changes = after - before
    assert apart.value == pytest.approx(changes.mean(), rel=1e-9)
    assert apart.se == pytest.approx(changes.std(ddof=1) / np.sqrt(n), rel=1e-9)
    blind = means(waves(first, second), "x", by=[WAVE]).difference(("second",), ("first",))
    assert blind.se > 3 * apart.se


def test_some_may_be_in_one_wave_only():
    first = Design(Arrays({"id": np.arange(100), "x": np.arange(100.0)}))
    second = Design(Arrays({"id": np.arange(50, 150), "x": np.arange(100.0) + 3}))
    found = means(waves(first, second, ids=("id", "id")), "x", by=[WAVE])
    assert found.values.tolist() == pytest.approx([49.5, 52.5])
    assert found.joint_df == 149


def test_persons_are_known_by_their_words():
    first = Design(Arrays({"id": np.array(["ann", "bob", "eve"]), "x": np.array([1.0, 2, 4])}))
    second = Design(Arrays({"id": np.array(["eve", "ann", "dan"]), "x": np.array([5.0, 2, 9])}))
    joined = waves(first, second, ids=("id", "id"))
    assert means(joined, "x", by=[WAVE]).joint_df == 3
    with pytest.raises(Problem) as raised:
        waves(first, second, ids=("id", "name"))
    assert raised.value.code == "column-unknown"


def test_answers_are_matched_by_name():
    first = Design(Arrays({"q": np.array(["a", "b", "b", "a"])}))
    second = Design(Arrays({"q": np.array(["b", "c", "c", "b"])}))
    found = proportions(waves(first, second), "q", by=[WAVE])
    assert {one.label: one.value for one in found} == {
        ("first", "a"): 0.5,
        ("first", "b"): 0.5,
        ("first", "c"): 0.0,
        ("second", "a"): 0.0,
        ("second", "b"): 0.5,
        ("second", "c"): 0.5,
    }


def test_waves_that_cannot_be_joined():
    plain = scattered(columns())
    with pytest.raises(Problem) as raised:
        waves(plain, replace(plain, fpc=("y",)))
    assert raised.value.code == "waves-not-joinable"
    numbers = Design(Arrays({"q": np.arange(3.0)}))
    words = Design(Arrays({"q": np.array(["a", "b", "a"])}))
    with pytest.raises(Problem) as raised:
        waves(numbers, words)
    assert raised.value.code == "waves-differ"
