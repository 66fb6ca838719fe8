"""What the proofs of the routing say of a questionnaire, as its author reads it."""

from dataclasses import replace

import pytest

from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import route_of
from rundfrage.questionnaire.markdown.read import read
from rundfrage.rules.prove import PATIENCE, NotProved, example, prove

SURVEY = """\
---
survey: s
title: T
language: en
---
# You
## q1: Are you a member?
- ( ) now: Yes, at present
- ( ) before: Yes, before
- ( ) no: No
## q2: Why did you leave? {if='q1 == "before"'}
____
## q3: What did you read? {required}
- [ ] letter: The letter
- [ ] site: The site
- [-] none: Neither
## age: How old are you? {required}
[16..99 years]
## weight: How heavy is it?
[0.0..10.0 kg]
## since: Since when?
[date 2020-01-01..2020-12-31]
## q7: Put them in order
1. rooms: Rooms
2. money: Money
3. time: Time
## q8: Would you recommend us? {nps}
(0..10 no .. yes)
## short: In a word? {max=5}
____
## q9: Do you work? {required}
- ( ) yes: Yes
- ( ) no: No
- ( ) dk: Don't know {code=98 dk}
"""


def found(added):
    problems = check(read(SURVEY + added, KINDS), "questionnaire.md")
    return [(one.code, one.where.name, one.severity) for one in problems]


def asked_if(condition, name="x"):
    return f"## {name}: X {{if='{condition}'}}\n____\n"


@pytest.mark.parametrize(
    "condition",
    [
        'q1 == "now" or answered(q2)',
        "weight > 3 and weight < 4",
        'since > "2020-02-28" and since < "2020-03-01"',
        "q7.rooms == 1 and q7.money == 2",
        "q8 >= 9",
        "not answered(q9)",
        'not "none" in q3',
        "count(q3) == 2 and age >= 18",
        'short == "often" or q2 == "yes, very"',
    ],
)
def test_a_condition_that_some_fulfil_and_some_do_not_is_fine(condition):
    assert found(asked_if(condition)) == []


@pytest.mark.parametrize(
    "condition",
    [
        'q1 == "now" and q1 == "no"',
        'q1 == "now" and q2 == "tired"',
        '"none" in q3 and "letter" in q3',
        "count(q3) == 0",
        "not answered(q3)",
        "age > 17 and age < 18",
        'since > "2020-02-28" and since < "2020-02-29"',
        "q7.rooms == 1 and q7.money == 1",
        "q7.rooms == 2 and not answered(q7.money) and not answered(q7.time)",
        "q8 > 9 and q8 < 10",
        'q2 == "a" and q2 == "b"',
        'q2 == "  "',
        'short == "yes, very"',
        "weight > 3.1 and weight < 3.2",
    ],
)
def test_a_condition_that_nobody_fulfils_hides_for_ever(condition):
    assert found(asked_if(condition)) == [("never-reached", "x", "error")]


@pytest.mark.parametrize(
    "condition",
    ["answered(q3)", "age >= 18 or age < 18", 'q1 == "now" or q1 != "now" or not answered(q1)'],
)
def test_a_condition_that_holds_for_everybody_is_named(condition):
    assert found(asked_if(condition)) == [("always-true", "x", "warning")]


def test_what_may_be_left_blank_makes_no_condition_always_true():
    assert found(asked_if('q1 == "now" or q1 != "now"')) == []
    assert found(asked_if("answered(q9)")) == []


def test_a_part_that_changes_nothing_is_named():
    problems = check(
        read(SURVEY + asked_if('answered(q1) and q1 == "no"'), KINDS), "questionnaire.md"
    )
    assert [str(one) for one in problems] == [
        (
            'questionnaire.md:35: x: shown if answered(q1) and q1 == "no", but answered(q1) '
            "changes nothing in it. Expected: a condition of which every part decides for "
            "somebody. Take that part out, or correct it. [idle-condition]"
        )
    ]


def test_the_rules_that_stand_against_a_condition_are_named():
    added = "# Members {if='q1 == \"now\"'}\n" + asked_if("answered(q2)")
    (problem,) = check(read(SURVEY + added, KINDS), "questionnaire.md")
    assert str(problem) == (
        "questionnaire.md:36: x: shown if answered(q2), but no respondent ever is. "
        "The conditions and required answers of q2 and the page Members leave nobody. "
        "Expected: a condition that some answers fulfil. "
        "Change the condition, or take this out. [never-reached]"
    )


def test_what_builds_on_a_question_nobody_is_asked_says_so():
    added = asked_if("age > 17 and age < 18", "x") + asked_if("answered(x)", "y")
    problems = check(read(SURVEY + added, KINDS), "questionnaire.md")
    assert [one.found for one in problems] == [
        "shown if age > 17 and age < 18, but no respondent ever is. No answers fulfil it.",
        "shown if answered(x), but no respondent ever is. It builds on x, which nobody is led to.",
    ]


def test_a_page_that_nobody_sees_is_named_once_and_its_questions_are_not():
    added = "# Never {if='q1 == \"now\" and answered(q2)'}\n" + asked_if("q8 >= 9")
    assert found(added) == [("never-reached", "Never", "error")]


def test_a_page_behind_an_end_that_nobody_gets_past_says_at_which():
    added = "# Out {screenout if='answered(q3)'}\nSorry.\n# Rest\n" + asked_if("q8 >= 9")
    problems = check(read(SURVEY + added, KINDS), "questionnaire.md")
    assert [one.code for one in problems] == ["always-true", "never-reached"]
    assert str(problems[1]) == (
        "questionnaire.md:37: Rest: Nobody ever comes to this page. The conditions and required "
        "answers of q3 and the page Out leave nobody. Expected: a page that somebody gets to. "
        "Let somebody get past the page Out. [never-reached]"
    )


def test_a_quota_that_counts_all_may_be_meant_so():
    head = SURVEY.replace("---\n# You", "quotas:\n  all: 100 if answered(q3)\n---\n# You")
    (problem,) = check(read(head, KINDS), "questionnaire.md")
    assert (problem.code, problem.mend) == (
        "always-true",
        "Change the condition, unless the quota is to count all.",
    )


def test_a_text_that_never_has_an_answer_to_show_is_named_with_a_way_there():
    added = "## x: You wrote {{ q2 }} {if='q1 == \"no\"'}\n____\n"
    (problem,) = check(read(SURVEY + added, KINDS), "questionnaire.md")
    assert (problem.code, problem.severity, problem.found) == (
        "piping-never-answered",
        "error",
        (
            "A text shows the answer of q2, but nobody who reads it has given one "
            "(reached when q1 = No)."
        ),
    )


def test_a_text_that_sometimes_has_an_answer_to_show_is_fine():
    assert found("## x: You wrote {{ q2 }}\n____\n") == []
    assert found("# You wrote {{ q2 }}\n## x: X\n____\n") == []


def test_who_must_answer_what_cannot_be_answered_is_locked_in():
    added = "## x: X {required if='q8 >= 9'}\n- [ ] a: A\n- [ ] b: B\n"
    questionnaire = read(SURVEY + added, KINDS)
    (page,) = questionnaire.pages
    *others, stuck = page.questions
    # The reader refuses such bounds; a program that makes questionnaires may not.
    stuck = replace(stuck, body=replace(stuck.body, min=3))
    wrong = replace(questionnaire, pages=(replace(page, questions=(*others, stuck)),))
    (problem,) = check(wrong, "questionnaire.md")
    assert (problem.code, problem.severity, problem.found) == (
        "locked-in",
        "error",
        (
            "An answer is required and none is possible, so nobody gets any further "
            "(reached when q8 = 9)."
        ),
    )


def test_conditions_that_make_no_sense_are_mended_first():
    added = asked_if("age > 17 and age < 18") + asked_if("agee > 20", "y")
    assert found(added) == [("unknown-name", "y", "error")]


def stops_of(added):
    questionnaire = read(SURVEY + added, KINDS)
    return route_of(Ground(questionnaire, "questionnaire.md"))


def test_an_example_is_in_words_and_leaves_out_what_does_not_matter():
    route = stops_of(asked_if('answered(q2) and count(q3) == 2 and weight > 3 and q1 != "no"'))
    path = example(route.stops, len(route.stops) - 1)
    assert route.words(path) == (
        'q1 = Yes, before; q2 = "…"; q3 = The letter, The site; weight = 3.1 kg'
    )


def test_what_the_solver_gives_up_on_is_said_and_not_guessed():
    contradictions = [asked_if("age > 17 and age < 18", f"x{number}") for number in range(9)]
    route = stops_of("".join(contradictions))
    conditional = [at for at, stop in enumerate(route.stops) if stop.condition is not None]
    *given_up, last = conditional[:PATIENCE]
    assert list(prove(route.stops, effort=1)) == [
        *(NotProved(at) for at in given_up),
        NotProved(last, rest=True),
    ]
