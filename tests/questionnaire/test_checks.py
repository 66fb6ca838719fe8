"""What `check` finds in a questionnaire that can be read."""

import pytest

from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.translation.texts import texts, with_texts

SURVEY = """\
---
survey: s
title: T
language: en
scales:
  likely: [very likely, likely, unlikely]
---
# One
## q1: Are you a member?
- ( ) now: Now
- ( ) before: Before
- ( ) dk: Don't know {code=98 dk}
## q3: What do you like?
- [ ] fair: The fair
- [ ] none: Nothing
## q4: How likely is …?
(likely)
- rain: rain
## age: How old are you?
[18..99 years]
## since: Since when?
[date]
## why: Why?
____
## note: Read this.
## q10: Will you help?
(likely)
# Two
## q10b: How? {if="CONDITION"}
- [ ] paid: Paid
- [ ] free: As a volunteer
# Three
## q11: Anything else?
____
"""


def problems(words):
    found = check(read(words, KINDS), "questionnaire.md")
    assert [problem for problem in found if not isinstance(problem, Problem)] == []
    return found


def found(words):
    return [(one.code, one.where.line, one.severity) for one in problems(words)]


def with_condition(condition):
    return SURVEY.replace('"CONDITION"', f"'{condition}'")


@pytest.mark.parametrize(
    "condition",
    [
        "q10 <= 2",
        'q1 == 1 or q1 != "now"',
        '"fair" in q3 and count(q3) < 2',
        "q4.rain == 3 or not answered(q4.rain)",
        'q4.rain == "3"',
        "age >= 21 and age < 65",
        'since < "2020-01-01"',
        'why != "because" or not answered(why)',
        "answered(q1)",
    ],
)
def test_a_condition_that_makes_sense_is_fine(condition):
    assert found(with_condition(condition)) == []


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("q12 <= 2", "unknown-name"),
        ("Q1 == 1", "unknown-name"),
        ("answered(q11)", "forward-reference"),
        ("answered(q10b)", "forward-reference"),
        ("q4 <= 2", "condition-on-battery"),
        ("answered(q4)", "condition-on-battery"),
        ("answered(note)", "condition-on-reading"),
        ('q1 == "later"', "unknown-answer"),
        ("q1 == 3", "unknown-answer"),
        ("q1 == 98", "unknown-answer"),
        ("q1 == 1.5", "unknown-answer"),
        ("q1 <= 2", "condition-type"),
        ('"now" in q1', "condition-type"),
        ("count(q1) > 1", "condition-type"),
        ("q3 <= 2", "condition-type"),
        ('q3 == "fair"', "condition-type"),
        ('"party" in q3', "unknown-answer"),
        ("count(q3) > 2", "condition-out-of-range"),
        ("count(q3) == 3", "condition-out-of-range"),
        ("count(q3) < 0", "condition-out-of-range"),
        ("q10 <= 7", "unknown-answer"),
        ('q10 <= "1"', "condition-type"),
        ("age == 17", "condition-out-of-range"),
        ("age <= 99", "condition-out-of-range"),
        ("age < 18", "condition-out-of-range"),
        ("age > 99", "condition-out-of-range"),
        ("age >= 18", "condition-out-of-range"),
        ('age == "old"', "condition-type"),
        ('since == "soon"', "condition-type"),
        ("since > 2020", "condition-type"),
        ("why > 1", "condition-type"),
        ("why == 1", "condition-type"),
    ],
)
def test_a_condition_that_makes_none_is_named(condition, code):
    assert found(with_condition(condition)) == [(code, 29, "error")]


def test_a_message_names_the_line_what_was_found_and_the_nearest_name_that_fits():
    (problem,) = problems(with_condition("q11b <= 2"))
    assert str(problem) == (
        "questionnaire.md:29: q10b: shown if q11b <= 2, but there is no question q11b before it. "
        "Expected: a question that stands before it. Did you mean q10? [unknown-name]"
    )


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("age > 99", "age goes from 18 to 99, so that it never holds."),
        ("age == 17", "age goes from 18 to 99, so that it never holds."),
        ("age >= 18", "age goes from 18 to 99, so that it always holds."),
        ("age != 17", "age goes from 18 to 99, so that it always holds."),
        ('since > "2021-02-29"', "2021-02-29 is no day."),
    ],
)
def test_a_condition_that_makes_none_says_why(condition, said):
    (problem,) = problems(with_condition(condition))
    assert problem.found == f"shown if {condition}, but {said}"


def test_an_answer_that_counts_as_missing_is_explained():
    (problem,) = problems(with_condition("q1 == 98"))
    assert problem.found == (
        "shown if q1 == 98, but q1 has no such answer (it counts as missing: write not answered)."
    )


def test_the_condition_of_a_page_is_checked_too():
    words = with_condition("q10 <= 2").replace("# Three", '# Three {if="answered(q11)"}')
    assert found(words) == [("forward-reference", 32, "error")]


HEAD = "---\nsurvey: s\ntitle: T\nlanguage: en\n---\n# P\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("## a: A\n____\n## b: You wrote {{ a }}.\n____\n", []),
        ("## a: A\n____\n## b: You wrote {{ a.x }}.\n____\n", [("unknown-name", 9, "error")]),
        ("## a: Not yet: {{ a }}\n____\n", [("unknown-name", 7, "error")]),
        ("## a: A\n____\n## b: B\n- ( ) x: As {{ c }}\n", [("unknown-name", 9, "error")]),
        ("## a: A {{ no name }}\n____\n", [("bad-piping", 7, "error")]),
        ("## a: A\n\nMore {{\n\n____\n", [("bad-piping", 7, "error")]),
        ("{{ a }}\n## a: A\n____\n", [("unknown-name", 6, "error")]),
    ],
)
def test_piping_shows_earlier_answers_only(words, expected):
    assert found(HEAD + words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("## a: A {required}\n", [("unanswerable", 7, "error")]),
        ("## a: A\n- ( ) x: X {dk}\n", [("unanswerable", 7, "error")]),
        ("## a: A\n- [-] x: X\n- [-] y: Y\n", [("only-exclusive", 7, "error")]),
        ("## a: A\n- ( ) x: Same\n- ( ) y: Same\n", [("duplicate-label", 7, "warning")]),
        ("", [("empty-page", 6, "warning")]),
        ("## a: A\n- ( ) 18–29\n- ( ) 30 to 49\n- ( ) 50 or more\n", []),
        (
            "## a: A\n- ( ) 18–29\n- ( ) 29–49\n- ( ) 60-50\n",
            [("empty-range", 7, "warning"), ("overlapping-ranges", 7, "warning")],
        ),
    ],
)
def test_every_question_can_be_answered(words, expected):
    assert found(HEAD + words) == expected


def test_a_scale_that_no_question_uses_is_named():
    words = HEAD.replace("---\n# P", "scales:\n  used: [a, b]\n  left: [c, d]\n---\n# P")
    assert found(f"{words}## a: A\n(used)\n") == [("unused-scale", 7, "warning")]


def translated(words, **german):
    questionnaire = read(words.replace("language: en", "language: en\nlanguages: [en, de]"), KINDS)
    changed = {
        one.path: one.text.translated({"de": german.get(one.path, one.text.source)})
        for one in texts(questionnaire)
        if german.get(one.path) != ""
    }
    done = with_texts(questionnaire, changed)
    return [(one.code, one.where.line, one.severity) for one in check(done, "q.md")]


def test_translations_are_complete_and_keep_pipings_and_text_fields():
    words = HEAD + "## a: A\n- ( ) x: X ____\n## b: B {{ a }}\n____\n"
    assert translated(words) == []
    assert translated(words, a="") == [("missing-translation", None, "warning")]
    assert translated(words, b="B") == [("translated-piping", 10, "error")]
    assert translated(words, b="B {{ c }}") == [
        ("unknown-name", 10, "error"),
        ("translated-piping", 10, "error"),
    ]
    assert translated(words, **{"a:x": "X"}) == [("translated-blank", 8, "error")]


@pytest.mark.parametrize(
    ("net", "mend"),
    [
        ("q33.x: X = a", "Did you mean q3?"),
        ("q4.x: X = 1", "The best two and worst two of a grid are nets already: q4.info.top2"),
        ("why.x: X = a", "The best two and worst two of a grid are nets already: q4.info.top2"),
        ("q1.x: X = now + befor", "Did you mean before?"),
        ("q1.x: X = now + now", "Did you mean now?"),
        ("q1.now: X = now", "Give it another name."),
    ],
)
def test_a_net_joins_answers_that_there_are(net, mend):
    words = with_condition("q10 <= 2").replace("scales:", f"nets:\n  {net}\nscales:")
    with pytest.raises(Problem) as caught:
        read(words, KINDS)
    assert (caught.value.code, caught.value.where.line, caught.value.mend) == ("bad-net", 6, mend)
