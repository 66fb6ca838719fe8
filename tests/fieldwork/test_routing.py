"""Who is asked what, for many respondents at once."""

import numpy as np
import pytest

from rundfrage.dataset import Coded, Marks, Values
from rundfrage.dataset.respondents import Respondents
from rundfrage.fieldwork.routing import asked
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.rules import fold, parse

QUESTIONNAIRE = """---
survey: small
title: Small
language: en
scales:
  likely: [very likely, likely, unsure, unlikely]
---

# Start

## q1: Do you take part?

- ( ) yes: Yes
- ( ) no: No

## q2: How likely is it?

(likely)

## q3: What do you read?

- [ ] letter: Letter
- [ ] mail: Mail
- [-] none: Nothing

## age: How old are you?

[16..99 years]

# More {if="q1 == 'yes'"}

## q4: Why likely? {if="q2 <= 2"}

____
"""

COLUMNS = {
    "q1": Coded(np.array([0, 0, 1, -4], np.int16)),
    "q2": Coded(np.array([1, 3, 0, -3], np.int16)),
    "q3": Marks(np.array([[1, 0, 1, -4], [1, 0, 0, -4], [0, 1, 0, -4]], np.int8)),
    "age": Values(np.array([20.0, 40.0, 60.0, 0.0]), np.array([0, 0, 0, -4], np.int8)),
}


@pytest.fixture(scope="module")
def questionnaire():
    return read(QUESTIONNAIRE, KINDS)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("q1 == 'yes'", [True, True, False, False]),
        ("q1 != 'yes'", [False, False, True, False]),
        ("q2 <= 2", [True, False, True, False]),
        ("q2 > 2", [False, True, False, False]),
        ("'letter' in q3", [True, False, True, False]),
        ("count(q3) >= 2", [True, False, False, False]),
        ("count(q3) < 2", [False, True, True, False]),
        ("answered(q2)", [True, True, True, False]),
        ("not answered(q2)", [False, False, False, True]),
        ("age >= 40 and q1 == 'no'", [False, False, True, False]),
        ("age >= 40 or 'mail' in q3", [True, True, True, False]),
    ],
)
def test_a_condition_holds_for_those_who_answered_so(questionnaire, condition, holds):
    respondents = Respondents(codebook_of(questionnaire), COLUMNS, 4)
    assert fold(parse(condition), respondents).tolist() == holds


def test_the_conditions_of_page_and_question_must_both_hold(questionnaire):
    page = questionnaire.pages[1]
    flags = asked(page, page.questions[0], codebook_of(questionnaire), COLUMNS, 4)
    assert flags.tolist() == [True, False, False, False]


def test_a_question_without_a_condition_is_asked_of_everybody(questionnaire):
    page = questionnaire.pages[0]
    flags = asked(page, page.questions[0], codebook_of(questionnaire), {}, 4)
    assert flags.tolist() == [True, True, True, True]
