"""Reading, writing and reading again gives the same questionnaire, in Markdown as in JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from questionnaire_strategies import questionnaires

import rundfrage.questionnaire
from damage import damaged
from proofs import examples
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.locales import in_language
from rundfrage.questionnaire.json.form import from_json, read_json, to_json
from rundfrage.questionnaire.json.schema import schema
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.translation.texts import texts, with_texts

SCHEMA = Draft202012Validator(schema(KINDS))
SLOW = examples(40)


@SLOW
@given(questionnaires())
def test_reading_what_was_written_gives_the_same_questionnaire(questionnaire):
    words = write(questionnaire)
    again = read(words, KINDS)
    assert again == questionnaire
    assert write(again) == words


@SLOW
@given(questionnaires())
def test_the_json_form_keeps_everything_and_fits_its_schema(questionnaire):
    translated = with_texts(
        questionnaire,
        {
            one.path: one.text.translated({"en": f"{one.text.source}!"})
            for one in texts(questionnaire)
        },
    )
    data = json.loads(json.dumps(to_json(translated)))
    assert list(SCHEMA.iter_errors(data)) == []
    assert from_json(data, KINDS) == translated


@SLOW
@given(st.data(), questionnaires())
def test_damaged_json_is_a_questionnaire_or_a_problem(data, questionnaire):
    broken = data.draw(damaged(to_json(questionnaire)))
    try:
        accepted = from_json(broken, KINDS)
    except Problem as problem:
        assert [in_language(one, "de") for one in (problem.found, problem.expected)]
        assert problem.code != "json-value" or problem.where.name or not isinstance(broken, dict)
        return
    assert read(write(accepted), KINDS).study.name == accepted.study.name


PLACES = {
    "format": (("format",), None, "format", "It is null.", "one of rundfrage-questionnaire-1."),
    "title": (("title",), {"de": ""}, "title", "It is an object.",
              'texts by language, as {"de": "Ja", "en": "Yes"}.'),
    "other language": (("title",), {"de": "Ja"}, "title", "It is an object.",
                       "words in the questionnaire's language en."),
    "no list": (("pages",), {}, "pages", "It is an object.", "a list of at least 1."),
    "no object": (("pages", 0), "P", "pages[0]", "It is 'P'.", "an object."),
    "kind": (("pages", 0, "questions", 0, "kind"), "odd", "pages[0].questions[0].kind",
             "It is 'odd'.", f"one of {', '.join(kind.name for kind in KINDS)}."),
    "body": (("pages", 0, "questions", 0, "body"), [], "pages[0].questions[0].body",
             "It is a list.", "an object."),
    "option": (("pages", 0, "questions", 0, "body", "options", 1, "code"), "2",
               "pages[0].questions[0].body.options[1].code", "It is '2'.",
               "a whole number from -9999 to 32767."),
    "no options": (("pages", 0, "questions", 0, "body"), {}, "pages[0].questions[0].body.options",
                   "It is missing.", "a list of at least 1."),
    "scale": (("pages", 0, "questions", 1, "body", "scale"), "x",
              "pages[0].questions[1].body.scale", "It is 'x'.", "the name of a scale: like."),
    "day": (("pages", 0, "questions", 2, "body", "last"), None, "pages[0].questions[2].body.last",
            "It is missing.", "both first and last, or neither."),
    "door": (("door",), [{"language": "en", "key": "next", "forms": ["On", ""]}],
             "door[0].forms", "It is a list.", "a list of words."),
    "number": (("pages", 0, "questions", 3, "body", "low"), 1, "pages[0].questions[3].body.low",
               "It is 1.", 'a number as a string, as "0.5".'),
}  # fmt: skip
ASKED = """\
---
survey: s
title: T
language: en
scales:
  like: [yes, no]
---
# P
## q1: Which?
- ( ) a: A
- ( ) b: B
## q2: How?
(like)
## q3: When?
[date 2020-01-01..2020-12-31]
## q4: How many?
[0..10]
"""


@pytest.mark.parametrize(
    ("way", "value", "place", "found", "expected"), PLACES.values(), ids=PLACES
)
def test_a_value_that_is_wrong_is_named(way, value, place, found, expected):
    data = to_json(read(ASKED, KINDS))
    *outer, last = way
    inner = data
    for step in outer:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(Problem) as caught:
        from_json(data, KINDS)
    problem = caught.value
    assert (problem.code, problem.where.name) == ("json-value", place)
    assert (problem.found, problem.expected) == (found, expected)


def test_keys_that_nobody_knows_are_passed_over():
    data = to_json(read(ASKED, KINDS))
    data["pages"][0]["questions"][0]["body"]["remark"] = data["remark"] = [{}]
    assert from_json(data, KINDS) == read(ASKED, KINDS)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "not-json"),
        ("[" * 100_000, "not-json"),
        ("1" * 10_000, "not-json"),
        ("[]", "json-value"),
        ("null", "json-value"),
        ('{"format": "else"}', "json-value"),
        ('{"format": "rundfrage-questionnaire-1", "language": []}', "json-value"),
        (
            '{"format": "rundfrage-questionnaire-1", "language": ' + "[" * 800 + "]" * 800 + "}",
            "json-value",
        ),
        (b"\xff", "not-utf-8"),
    ],
)
def test_what_is_no_questionnaire_in_json_is_a_problem(words, code):
    with pytest.raises(Problem) as caught:
        read_json(words, KINDS, "questionnaire.json")
    assert (caught.value.code, caught.value.where.file) == (code, "questionnaire.json")


def test_json_that_markdown_would_read_otherwise_is_refused():
    words = "---\nsurvey: s\ntitle: T\nlanguage: en\n---\n# P\n## q1: Why?\n_____\n"
    data = to_json(read(words, KINDS))
    data["pages"][0]["questions"][0]["text"]["en"] = "Why?\n\n- [ ] a: A"
    with pytest.raises(Problem) as caught:
        from_json(data, KINDS)
    assert (caught.value.code, caught.value.where.name) == ("mixed-answers", "q1")


def test_the_published_schema_is_that_of_the_kinds():
    """If it isn't: python scripts/schemas.py writes it."""
    file = Path(rundfrage.questionnaire.__file__).parent / "json" / "questionnaire.schema.json"
    published = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(published)
    assert published == schema(KINDS)


LAID_OUT_LOOSELY = """\

---
# who we are
survey: our-survey   # never change it
title: "Five: the survey"
language:   en
scales:
  # best first
  like:   [ yes ,"no, not at all", '[maybe]' ]   # three
# the end
---
#   One page   {if="answered( q0 )"}
Some text
with two lines.



More text.
## q1:Which?{shuffle   required}
*Choose.*
- [ ]   a:  A
* [ ] no name


- [-] none:  None
"""


def test_the_canonical_layout_keeps_words_and_comments():
    assert (
        write(read(LAID_OUT_LOOSELY, KINDS))
        == """\
---
# who we are
survey: our-survey  # never change it
title: Five: the survey
language: en
sample: open
participation: open
required: none
scales:
  # best first
  like: [yes, "no, not at all", "[maybe]"]  # three
# the end
---

# One page {if="answered(q0)"}

Some text
with two lines.

More text.

## q1: Which? {required shuffle}

*Choose.*

- [ ] a: A
- [ ] 2: no name
- [-] none: None
"""
    )
