"""`rundfrage paths`: a few answer patterns that visit every question."""

import json

import pytest
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.errors import Problem

SURVEY = """\
---
survey: s
title: T
language: en
---
# You
## q1: Are you a member?
- ( ) now: Yes
- ( ) before: No longer
- ( ) no: No
## q2: Since when? {if='q1 == "now"'}
[date 2020-01-01..2020-12-31]
## q3: Why did you leave? {if='q1 == "before"'}
____
## q4: What would you like? {if='q1 == "no"'}
- [ ] fair: The fair
- [ ] site: The site
# More {if='count(q4) >= 2 or q2 >= "2020-06-01" or answered(q3)'}
## q5: How old are you?
[16..99 years]
## q6: Work or school? {if="CONDITION"}
____
"""


@pytest.fixture
def survey(tmp_path):
    def written(condition):
        words = SURVEY.replace("CONDITION", condition)
        (tmp_path / "questionnaire.md").write_text(words, encoding="utf-8")
        return tmp_path

    return written


def run(*words):
    result = CliRunner().invoke(app, ["paths", *map(str, words)])
    if isinstance(result.exception, Problem):
        raise result.exception
    return result.exit_code, result.output


def test_each_path_says_what_to_answer_and_what_it_visits(survey):
    assert run(survey("q5 >= 18")) == (
        0,
        (
            "3 paths visit 6 of 6 questions; no fewer would do.\n"
            "\n"
            "1. q1 = Yes; q2 = 2020-06-01; q5 = 18 years\n"
            "   visits 4: q1, q2, q5, q6\n"
            "\n"
            "2. q1 = No longer\n"
            "   visits 2: q1, q3\n"
            "\n"
            "3. q1 = No\n"
            "   visits 2: q1, q4\n"
        ),
    )


def test_a_question_that_no_answers_lead_to_is_named_and_ends_with_1(survey):
    status, output = run(survey("q5 > 20 and q5 < 20"), "--format", "json")
    assert (status, json.loads(output)) == (
        1,
        {
            "smallest": True,
            "paths": [
                {
                    "answers": {"q1": "now", "q2": "2020-06-01"},
                    "words": "q1 = Yes; q2 = 2020-06-01",
                    "visits": ["q1", "q2", "q5"],
                },
                {"answers": {"q1": "before"}, "words": "q1 = No longer", "visits": ["q1", "q3"]},
                {"answers": {"q1": "no"}, "words": "q1 = No", "visits": ["q1", "q4"]},
            ],
            "never": ["q6"],
            "unknown": [],
        },
    )


def test_without_conditions_one_path_without_an_answer_visits_all(tmp_path):
    words = "---\nsurvey: s\ntitle: T\nlanguage: en\n---\n# P\n## a: A\n____\n"
    (tmp_path / "questionnaire.md").write_text(words, encoding="utf-8")
    assert run(tmp_path) == (
        0,
        (
            "1 path visits 1 of 1 questions; no fewer would do.\n\n"
            "1. no answer at all\n   visits 1: a\n"
        ),
    )


def test_conditions_that_make_no_sense_are_a_problem(survey):
    with pytest.raises(Problem) as caught:
        run(survey("q7 == 1"))
    assert caught.value.code == "unknown-name"


def test_a_path_that_is_screened_out_goes_no_further(tmp_path):
    words = (
        "---\nsurvey: s\ntitle: T\nlanguage: en\nquotas:\n  young: 9 if q1 < 30\n---\n"
        "# Hello {welcome}\nHello.\n# P\n## q1: How old are you?\n[0..99 years]\n"
        '# Out {screenout if="q1 < 18"}\nSorry.\n'
        "# More\n## q2: Are you in school? {if='q1 < 20'}\n_____\n## q3: Why?\n_____\n"
    )
    (tmp_path / "questionnaire.md").write_text(words, encoding="utf-8")
    assert run(tmp_path) == (
        0,
        (
            "1 path visits 3 of 3 questions; no fewer would do.\n\n"
            "1. q1 = 18 years\n   visits 3: q1, q2, q3\n"
        ),
    )
