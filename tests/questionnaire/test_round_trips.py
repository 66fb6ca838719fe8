"""Reading, writing and reading again gives the same questionnaire, in Markdown as in JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from questionnaire_strategies import questionnaires

import rundfrage.questionnaire
from proofs import examples
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
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


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def spoilt(draw, value, spoil):
    """The JSON value with something in it exchanged, dropped or added."""
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        if not draw(st.integers(0, 5)):
            return {name: each for name, each in value.items() if name != key}
        return {**value, key: spoilt(draw, value[key], spoil)}
    if isinstance(value, list) and value and draw(st.integers(0, 3)):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], spoilt(draw, value[at], spoil), *value[at + 1 :]]
    return draw(spoil)


@SLOW
@given(st.data(), questionnaires())
def test_spoilt_json_is_a_questionnaire_or_a_problem(data, questionnaire):
    broken = spoilt(data.draw, to_json(questionnaire), JSON)
    try:
        accepted = from_json(broken, KINDS)
    except Problem:
        return
    assert read(write(accepted), KINDS).study.name == accepted.study.name


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
