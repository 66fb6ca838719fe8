"""Slider: a number between two ends, as an author writes it, and what counts as set."""

from decimal import Decimal

import pytest

from kinds.kind_samples import HEAD
from rundfrage.codebook import Missing
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.answers.posted import Mistake, Parsed
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write


def asked(words):
    return read(HEAD + words, KINDS).questions[0]


SLIDER = "## warm: How warm? {step=0.5}\n\n[slider -3..3 cold .. hot]\n"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Parsed({"warm": Missing.LEFT_BLANK})),
        ("-1,5", Parsed({"warm": Decimal("-1.5")})),
        ("3.5", Mistake("warm", "out-of-range", {"low": "\u22123", "high": "3"})),
        ("1.2", Mistake("warm", "off-step", {"below": "1.0", "above": "1.5"})),
        ("hot", Mistake("warm", "not-a-number")),
    ],
)
def test_a_slider_takes_its_steps_and_nothing_is_set_beforehand(typed, found):
    question = asked(SLIDER)
    answer = question.kind.parse(question, {"warm": (typed,)}, "en")
    assert answer == (
        found if isinstance(found, Parsed) else Parsed({"warm": Missing.LEFT_BLANK}, (found,))
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (SLIDER.replace("step=0.5", "step=4"), "bad-step"),
        (SLIDER.replace("step=0.5", "step=0"), "bad-step"),
        (SLIDER.replace("step=0.5", "step=x"), "bad-step"),
        (SLIDER.replace("-3..3", "3..3"), "empty-range"),
        (SLIDER.replace("cold .. hot", "cold"), "bad-range"),
        (SLIDER.replace("-3..3", "low..3"), "bad-range"),
    ],
)
def test_a_slider_that_cannot_be_set_is_refused(words, code):
    with pytest.raises(Problem) as caught:
        asked(words)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("range_", "step", "written"),
    [
        ("0..100", "1", ""),
        ("0.0..1.0", "0.1", ""),
        ("0..2.50", "0.01", ""),
        ("0.0..1.0", "1", " {step=1}"),
        ("0.0..1.0", "0.5", ' {step="0.5"}'),
    ],
)
def test_the_step_follows_the_decimals_of_the_ends(range_, step, written):
    words = HEAD + f"## warm: How warm?{written}\n\n[slider {range_} no .. yes]\n"
    questionnaire = read(words, KINDS)
    assert questionnaire.questions[0].body.step == Decimal(step)
    assert write(questionnaire) == words
    assert from_json(to_json(questionnaire), KINDS) == questionnaire


def test_a_step_of_one_is_whole_however_it_is_written():
    words = HEAD + SLIDER.replace("step=0.5", "step=1.0")
    questionnaire = read(words, KINDS)
    assert questionnaire.questions[0].body.decimals == 0
    assert write(questionnaire) == words.replace(" {step=1.0}", "")
