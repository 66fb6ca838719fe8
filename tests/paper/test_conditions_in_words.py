"""Conditions as people read them on paper."""

import pytest

from rundfrage.kinds import KINDS
from rundfrage.paper.conditions import Asked, in_words
from rundfrage.paper.words import words_in
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.measure import codebook_of, variables_of
from rundfrage.rules import parse

SURVEY = """\
---
survey: s
title: T
language: en
scales:
  good: [good, fair, poor]
---
# You
## q1: Are you a member?
- ( ) now: Yes
- ( ) before: Before
- ( ) no: No
## q2: What do you do?
- [ ] a: Act
- [ ] b: Bake
## q3: How old are you?
[0.0..120.0 years]
## q4: Since when?
[date]
## q5: How is it?
(good)
- room: The room
- food: The food
## q6: Why?
____
"""


def said(condition, language="en"):
    questionnaire = read(SURVEY, KINDS)
    numbers = {
        name: place
        for place, question in enumerate(questionnaire.questions, start=1)
        for name in (question.name, *variables_of(question))
    }
    asked = Asked(numbers, codebook_of(questionnaire), words_in(language), language)
    return in_words(parse(condition), asked)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ('q1 == "now"', "you ticked “Yes” in question 1"),
        ('q1 != "no"', "you ticked “Yes” or “Before” in question 1"),
        ("q1 <= 2", "you ticked “Yes” or “Before” in question 1"),
        ('"a" in q2', "you ticked “Act” in question 2"),
        ("count(q2) >= 1", "you ticked 1 or 2 answers in question 2"),
        ("q3 > 17.5", "question 3 says more than 17.5"),
        ("q3 <= 1000", "question 3 says at most 1,000"),
        ('q4 < "2020-06-01"', "question 4 says less than Jun 1, 2020"),
        ("q5.room == 1", "you ticked “good” in question 5, “The room”"),
        ('q6 == "so"', "question 6 says “so”"),
        ("not answered(q6)", "this is not so: you answered question 6"),
        (
            'q1 == "no" and (q3 == 1 or q3 == 2)',
            "you ticked “No” in question 1 and (question 3 says 1 or question 3 says 2)",
        ),
    ],
)
def test_a_condition_in_words(condition, words):
    assert said(condition) == words


def test_in_german():
    assert said('q1 == "no" and q3 >= 18.5', "de") == (
        "bei Frage 1 „No“ angekreuzt ist und bei Frage 3 mindestens 18,5 steht"
    )
