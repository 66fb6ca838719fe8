"""Where a page is cut into screens, and which screens a respondent comes by."""

from decimal import Decimal

from rundfrage.codebook import Missing
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read

SURVEY = """\
---
survey: s
title: T
language: en
---
# You

A word before.

## q1: Are you a member?

- ( ) yes: Yes
- ( ) no: No

## q2: Since when? {if='q1 == "yes"'}

[1900..2030 year]

## q3: Why are you a member since {{ q2 }}? {if="answered(q2)"}

____

## q4: Anything else?

____

# Members {if='q1 == "yes"'}

## q5: What do you do?

- [ ] a: Act
- [ ] b: Bake

# The end

Thanks for coming so far.
"""


def instrument(text=SURVEY):
    return ready("v", read(text, KINDS))


def shown(survey):
    return [
        (screen.page.title.source, [one.name for one in screen.questions], screen.opens)
        for screen in survey.screens
    ]


def steps(answers):
    return [
        (step.screen.number, [question.name for question in step.questions])
        for step in walk(instrument(), answers).steps
    ]


def test_a_page_is_cut_before_a_question_that_depends_on_its_page():
    assert shown(instrument()) == [
        ("You", ["q1"], True),
        ("You", ["q2"], False),
        ("You", ["q3", "q4"], False),
        ("Members", ["q5"], True),
        ("The end", [], True),
    ]


def test_without_an_answer_the_conditions_do_not_hold():
    assert steps({}) == [(0, ["q1"]), (2, ["q4"]), (4, [])]


def test_answers_lead_on():
    assert steps({"q1": "yes", "q2": Decimal(2001)}) == [
        (0, ["q1"]),
        (1, ["q2"]),
        (2, ["q3", "q4"]),
        (3, ["q5"]),
        (4, []),
    ]


def test_an_answer_that_the_walk_passes_by_does_not_count():
    survey = instrument()
    answers = {"q1": "no", "q2": Decimal(2001), "q5": frozenset({"a"}), "q4": "text"}
    found = walk(survey, answers)
    assert [step.screen.number for step in found.steps] == [0, 2, 4]
    assert found.answers == {"q1": "no", "q4": "text"}


def test_a_missing_answer_counts_as_such_and_leads_nowhere():
    found = walk(instrument(), {"q1": Missing.LEFT_BLANK, "q2": Decimal(2001)})
    assert [step.screen.number for step in found.steps] == [0, 2, 4]
    assert found.answers == {"q1": Missing.LEFT_BLANK}


def test_before_and_after():
    found = walk(instrument(), {"q1": "no"})
    assert found.after(0).screen.number == 2
    assert found.before(2).screen.number == 0
    assert found.before(0) is None
    assert found.after(4) is None
    assert found.step(1) is None
