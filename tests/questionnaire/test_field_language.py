"""What a questionnaire says for the field: page roles, participation and quotas."""

import datetime

import numpy as np
import pytest

from rundfrage.codebook import Missing
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.model import PageRole, Participation, Quota
from rundfrage.questionnaire.translation.catalog_update import update
from rundfrage.questionnaire.translation.po_file import po_catalog, po_words
from rundfrage.questionnaire.translation.translations import translated
from rundfrage.rules import Compare
from rundfrage.simulate import simulate

HEAD = "---\nsurvey: s\ntitle: T\nlanguage: en\n"
WHOLE = """\
---
survey: s
title: T
language: en
sample: list
participation: exchange
required: none
quotas:
  # as many as there are places
  women: 100 if gender == "f"  # by register
  under-30: 50 if age < 30
---

# Hello {welcome}

Read *this* first:

- it takes **ten** minutes
- see [our site](https://example.org)

# Your data {privacy}

Write to [us](mailto:us@example.org).

# You

## gender: What is your gender?

- ( ) f: Female
- ( ) m: Male

## age: How old are you?

[0..99 years]

# Not this time {screenout if="age < 18"}

# More

## why: Why?

_____

# Thanks {thanks}

Bye.
"""


def found(words):
    """The codes, lines and names of all that is wrong with words that can be read."""
    problems = check(read(words, KINDS), "q.md")
    return [(one.code, one.where.line, one.where.name) for one in problems]


def refused(words):
    with pytest.raises(Problem) as caught:
        read(words, KINDS)
    return [(one.code, one.where.line) for one in caught.value.all]


def test_roles_participation_and_quotas_are_read_and_written():
    questionnaire = read(WHOLE, KINDS)
    assert [page.role for page in questionnaire.pages] == [
        PageRole.WELCOME,
        PageRole.PRIVACY,
        PageRole.QUESTIONS,
        PageRole.SCREENOUT,
        PageRole.QUESTIONS,
        PageRole.THANKS,
    ]
    assert questionnaire.participation is Participation.EXCHANGE
    assert questionnaire.quotas == (
        Quota("women", 100, Compare("gender", "==", "f")),
        Quota("under-30", 50, Compare("age", "<", 30.0)),
    )
    assert [quota.line for quota in questionnaire.quotas] == [10, 11]
    assert questionnaire.pages[0].text.source == (
        "Read *this* first:\n\n- it takes **ten** minutes\n- see [our site](https://example.org)"
    )
    assert write(questionnaire) == WHOLE
    assert [variable.name for variable in codebook_of(questionnaire).variables] == [
        "gender",
        "age",
        "why",
    ]


def test_they_stand_in_the_json_form():
    data = to_json(read(WHOLE, KINDS))
    roles = [page.get("role") for page in data["pages"]]
    assert roles == ["welcome", "privacy", None, "screenout", None, "thanks"]
    assert (data["participation"], data["quotas"]) == (
        "exchange",
        [
            {"name": "women", "most": 100, "if": 'gender == "f"'},
            {"name": "under-30", "most": 50, "if": "age < 30"},
        ],
    )
    assert from_json(data, KINDS) == read(WHOLE, KINDS)


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (("pages", 0, "role"), "hello", "json-value"),
        (("pages", 3, "role"), "questions", None),
        (("pages", 3, "role"), "thanks", "page-role"),
        (("pages", 2, "role"), "privacy", "questions-on-role-page"),
        (("participation",), "closed", "json-value"),
        (("quotas", 0, "most"), None, "json-value"),
        (("quotas", 0, "most"), 0, "bad-quota"),
        (("quotas", 0, "if"), "gender ==", "condition-syntax"),
        (("quotas", 0, "name"), "a b", "front-matter-line"),
    ],
)
def test_wrong_values_of_the_json_form_are_refused(place, value, code):
    data = to_json(read(WHOLE, KINDS))
    *way, last = place
    inner = data
    for step in way:
        inner = inner[step]
    inner[last] = value
    if code is None:
        assert from_json(data, KINDS).pages[3].role is PageRole.QUESTIONS
        return
    with pytest.raises(Problem) as caught:
        from_json(data, KINDS)
    assert caught.value.code == code


def test_without_a_word_participation_is_open_and_pages_hold_questions():
    questionnaire = read(HEAD + "---\n# P\n## q1: Why?\n_____\n", KINDS)
    assert (questionnaire.participation, questionnaire.quotas) == (Participation.OPEN, ())
    assert [page.role for page in questionnaire.pages] == [PageRole.QUESTIONS]


@pytest.mark.parametrize(
    ("pages", "problems"),
    [
        ("# A {welcome thanks}\n", [("page-role", 6)]),
        ('# A {privacy if="answered(q1)"}\n', [("page-role", 6)]),
        ("# A {screenout}\n", [("page-role", 6)]),
        ("# A {goodbye}\n", [("unknown-attribute", 6)]),
        ("# A {thanks}\nBye.\n## q1: Why?\n_____\n", [("questions-on-role-page", 6)]),
        ('# A {screenout if="q1 == 1"}\n## q1: Why?\n_____\n', [("questions-on-role-page", 6)]),
        ("# A {thanks}\n# B\n# C {thanks}\n", [("page-role-twice", 8)]),
        (
            "# A {welcome}\n# B {welcome}\n# C {welcome screenout}\n",
            [("page-role-twice", 7), ("page-role", 8)],
        ),
    ],
)
def test_a_page_that_its_role_does_not_allow_is_refused(pages, problems):
    assert refused(f"{HEAD}---\n{pages}") == problems


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("participation: secret", "bad-value"),
        ("participation: [open]", "bad-value"),
        ("quotas: 100", "bad-value"),
        ("quotas:\n  women: 100", "bad-quota"),
        ("quotas:\n  women: many if answered(q1)", "bad-quota"),
        ("quotas:\n  women: 0 if answered(q1)", "bad-quota"),
        ("quotas:\n  women: -3 if answered(q1)", "bad-quota"),
        ("quotas:\n  women: 1.5 if answered(q1)", "bad-quota"),
        ("quotas:\n  women: 9999999999 if answered(q1)", "bad-quota"),
        ("quotas:\n  women: 3 if", "bad-quota"),
        ("quotas:\n  women: [3 if answered(q1)]", "bad-quota"),
        ("quotas:\n  wömen: 3 if answered(q1)", "bad-name"),
        ("quotas:\n  women: 3 if answered(q1", "condition-syntax"),
        ("quotas:\n  a: 3 if answered(q1)\n  A: 3 if answered(q1)", "duplicate-key"),
    ],
)
def test_a_wrong_line_of_the_front_matter_is_refused(lines, code):
    line = 4 + len(lines.split("\n"))
    assert refused(f"{HEAD}{lines}\n---\n# P\n## q1: Why?\n_____\n") == [(code, line)]


SURVEY = """\
---
survey: s
title: T
language: en
quotas:
  QUOTA
---
# You
## age: How old are you? {required}
[0..99 years]
## sex: Which?
- ( ) f: Female
- ( ) m: Male
# Out {screenout if="END"}
Sorry.
# More MORE
## q1: Why? QUESTION
_____
# Bye {thanks}
Bye.
"""


def survey(quota='women: 9 if sex == "f"', end="age < 18", more="", question=""):
    words = SURVEY.replace("QUOTA", quota).replace("END", end).replace("MORE", more)
    return words.replace("QUESTION", question)


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({}, []),
        ({"quota": 'women: 9 if sex == "x"'}, [("unknown-answer", 6, "women")]),
        ({"quota": "women: 9 if sax == 1"}, [("unknown-name", 6, "women")]),
        ({"quota": "women: 9 if age == 100"}, [("condition-out-of-range", 6, "women")]),
        ({"quota": "women: 9 if answered(q1)"}, []),
        (
            {"quota": 'women: 9 if sex == "f" and sex == "m"'},
            [("never-reached", 6, "women")],
        ),
        ({"quota": "young: 9 if age < 18"}, [("never-reached", 6, "young")]),
        ({"quota": "grown: 9 if age >= 18"}, [("always-true", 6, "grown")]),
        ({"end": "q1 == 'x'"}, [("forward-reference", 14, "Out")]),
        ({"end": "age < 18 and age > 20"}, [("never-reached", 14, "Out")]),
        (
            {"end": "answered(age)"},
            [("never-reached", 6, "women"), ("always-true", 14, "Out"),
             ("never-reached", 16, "More")],
        ),
        ({"question": "{if='age < 12'}"}, [("never-reached", 17, "q1")]),
        ({"more": "{if='age >= 18'}"}, [("always-true", 16, "More")]),
        ({"more": "{if='age >= 18 and age < 30'}"}, [("idle-condition", 16, "More")]),
        ({"more": "{if='age >= 12'}"}, [("always-true", 16, "More")]),
        ({"more": "{if='age > 40'}"}, []),
    ],
)  # fmt: skip
def test_the_checks_know_of_quotas_and_of_interviews_that_end(changed, problems):
    assert found(survey(**changed)) == problems


def told(words):
    return [one.found for one in check(read(words, KINDS), "q.md")]


def test_the_checks_say_it_in_words():
    nobody = (
        "counts if age < 18, which holds for no completed interview. The conditions and required "
        "answers of the page Out leave nobody."
    )
    everybody = (
        "counts if age >= 18, which holds for everybody who comes to the end. That follows from "
        "the conditions and required answers of age and the page Out."
    )
    assert told(survey(quota="young: 9 if age < 18")) == [nobody]
    assert told(survey(quota="grown: 9 if age >= 18")) == [everybody]
    assert told(survey(quota="young: 9 if ago < 18")) == [
        "counts if ago < 18, but there is no question ago."
    ]
    assert told(survey(end="answered(age)"))[2] == (
        "Nobody ever comes to this page. The conditions and required answers of age and the page "
        "Out leave nobody."
    )


def test_no_answer_is_known_beside_the_interview():
    words = survey().replace("\nBye.\n", "\nBye, {{ sex }}.\n").replace("Sorry", "Sorry, {{ age }}")
    assert found(words) == [("piping-beside-interview", 19, "Bye")]
    assert found(f"{HEAD}---\n# A {{welcome}}\n{{{{ q }}}}\n# P\n## q: Q\n_____\n") == [
        ("piping-beside-interview", 6, "A")
    ]


def test_lists_and_links_survive_the_translators_file():
    questionnaire = read(WHOLE, KINDS)
    source = questionnaire.pages[0].text.source
    catalog = update(None, questionnaire, "de", datetime.datetime.now(datetime.UTC))
    german = source.replace("it takes **ten** minutes", "es dauert **zehn** Minuten")
    catalog.get(source, "page:1:text").string = german
    again = po_catalog(po_words(catalog), "de.po")
    text = translated(questionnaire, {"de": again}).pages[0].text
    assert text.versions == (("en", source), ("de", german))


def test_who_is_screened_out_is_asked_nothing_after_it():
    dataset = simulate(read(WHOLE, KINDS), 300, seed=3)
    ages, why = dataset.columns["age"], dataset.columns["why"]
    minors = (ages.reasons == 0) & (ages.values < 18)
    assert 0 < minors.sum() < 300
    np.testing.assert_array_equal(why.reasons == Missing.NOT_ASKED, minors)
