"""What every question kind keeps to, whatever it asks. A kind added to the list is tested here."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import rundfrage.kinds
from rundfrage.codebook import Codebook
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.json.schema import schema
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.measure import codebook_of, variables_of
from rundfrage.questionnaire.translation.texts import texts, with_texts

HEAD = """\
---
survey: one-of-each
title: One of each
language: en
sample: open
participation: open
required: none
scales:
  quality: [good, fair, poor]
---

# Page

"""

# Of every kind at least one question, in the canonical layout.
QUESTIONS = {
    "single": """\
## q: Are you a member? {shuffle}

- ( ) yes: Yes
- ( ) no: No {code=9}
- ( ) else: Something else, namely ____
- ( ) dk: I don't know {code=98 dk}
""",
    "multiple": """\
## q: What do you like? {required min=1 max=2}

*Choose two at most.*

- [ ] fair: The fair
- [ ] other: Something else: ____
- [-] none: None of these
- [-] no_answer: No answer {refused}
""",
    "scale": """\
## q: How good is it?

(quality)
""",
    "grid": """\
## q: How good is …?

(quality)

- talk: the talk
- food: the food \\{and drinks}
""",
    "text": """\
## q: Why? {max=500}

More words to read.

_____
_____
""",
    "number": """\
## q: How heavy is it?

[0.0..9.9 kg]
""",
    "date": """\
## q: Since when?

[date 2020-01-01..2020-12-31]
""",
    "ranking": """\
## q: What comes first? {max=2}

1. rooms: More rooms
2. hours: Longer hours
3. site: A better site
""",
    "numeric_scale": """\
## q: Would you recommend us? {nps}

(0..10 never .. always)
""",
    "reading": """\
## q: Thank you!
""",
}

VARIABLES = {
    "single": ("q", "q.else.text"),
    "multiple": ("q", "q.other.text"),
    "scale": ("q",),
    "grid": ("q.talk", "q.food"),
    "text": ("q",),
    "number": ("q",),
    "date": ("q",),
    "ranking": ("q.rooms", "q.hours", "q.site"),
    "numeric_scale": ("q",),
    "reading": (),
}

NAMES = [kind.name for kind in KINDS]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=NAMES)


def of(kind):
    return read(HEAD + QUESTIONS[kind.name], KINDS)


def answer_lines(kind):
    question = of(kind).questions[0]
    written = kind.write(question.body)
    return [Line(number, words) for number, words in enumerate(written.lines, 1) if words]


def test_the_list_has_every_folder_and_each_kind_is_shown_here():
    folders = {path.parent.name for path in Path(rundfrage.kinds.__file__).parent.glob("*/kind.py")}
    assert sorted(NAMES) == sorted(folders) == sorted(QUESTIONS)


@every_kind
def test_its_lines_make_a_question_of_this_kind(kind):
    assert of(kind).questions[0].kind == kind


@every_kind
def test_no_other_kind_recognises_its_lines(kind):
    lines = answer_lines(kind)
    assert [other.name for other in KINDS if other.recognises(lines)] == [kind.name]


@every_kind
def test_what_it_writes_is_what_was_read(kind):
    words = HEAD + QUESTIONS[kind.name]
    assert write(of(kind)) == words


@every_kind
def test_its_json_form_keeps_everything_and_fits_the_schema(kind):
    questionnaire = of(kind)
    data = json.loads(json.dumps(to_json(questionnaire)))
    assert list(Draft202012Validator(schema(KINDS)).iter_errors(data)) == []
    assert from_json(data, KINDS) == questionnaire


@every_kind
def test_a_body_of_nothing_in_json_is_a_body_or_a_problem(kind):
    data = to_json(of(kind))
    data["pages"][0]["questions"][0]["body"] = {}
    try:
        accepted = from_json(data, KINDS)
    except Problem:
        return
    assert accepted.questions[0].kind == kind


@every_kind
def test_every_text_can_be_translated_and_comes_out_in_its_variables(kind):
    questionnaire = of(kind)
    placed = list(texts(questionnaire))
    assert len({one.path for one in placed}) == len(placed)
    translated = with_texts(
        questionnaire,
        {one.path: one.text.translated({"de": f"<{one.path}>"}) for one in placed},
    )
    assert [one.text.into("de") for one in texts(translated)] == [f"<{one.path}>" for one in placed]
    for variable in codebook_of(translated).variables:
        assert variable.label.into("de") == "<q>"
        assert [category.label.into("de")[0] for category in variable.categories] == ["<"] * len(
            variable.categories
        )
        if variable.item:
            assert variable.item.into("de").startswith("<q:")


@every_kind
def test_its_variables_have_these_names(kind):
    assert variables_of(of(kind).questions[0]) == VARIABLES[kind.name]


@every_kind
def test_its_variables_and_its_battery_agree(kind):
    book: Codebook = codebook_of(of(kind))
    for battery in book.batteries:
        assert battery.members == tuple(
            variable.name for variable in book.variables if variable.battery == battery.name
        )
    assert {variable.battery for variable in book.variables} <= {
        None, *(battery.name for battery in book.batteries)
    }  # fmt: skip
    for variable in book.variables:
        assert variable.of in {None, "q"}
        codes = [category.code for category in variable.categories]
        codes += [missing.value for missing in variable.missing]
        assert len(set(codes)) == len(codes)


@every_kind
def test_an_attribute_it_does_not_know_is_refused_with_its_line(kind):
    heading = QUESTIONS[kind.name].splitlines()[0]
    spoilt = QUESTIONS[kind.name].replace(heading, heading.split(" {")[0] + " {colour=red}")
    with pytest.raises(Problem) as caught:
        read(HEAD + spoilt, KINDS)
    assert [(one.code, one.where.line) for one in caught.value.all] == [("unknown-attribute", 14)]


STRANGERS = ["- ( ) x: X", "- [ ] x: X", "(quality)", "[date]", "7. x: X", "-", "Some words."]


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name != "reading"], ids=lambda kind: kind.name
)
def test_a_strange_line_among_its_own_is_a_problem_with_its_line(kind, stranger):
    words = HEAD + QUESTIONS[kind.name] + f"{stranger}\n"
    if kind.recognises([Line(1, stranger)]) and kind.name in ("single", "multiple", "ranking"):
        assert read(words, KINDS).questions[0].kind == kind
        return
    with pytest.raises(Problem) as caught:
        read(words, KINDS)
    assert [one.where.line for one in caught.value.all] == [len(words.splitlines())]
