"""What every question kind keeps to, whatever it asks. A kind added to the list is tested here."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import rundfrage.kinds
from damage import damaged
from kinds.kind_samples import HEAD, SPECIMENS, asked, samples
from proofs import examples
from rundfrage.codebook import Codebook, Missing
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.locales import in_language
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.conversion import becomes, converted
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.json.schema import schema
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.measure import codebook_of, variables_of
from rundfrage.questionnaire.model import Scale
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.text import Text

NO_ATTRIBUTES = Attributes({}, 1)
NAMES = [kind.name for kind in KINDS]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=NAMES)


def lines_of(kind, body):
    written = kind.write(body)
    return [Line(number, words) for number, words in enumerate(written.lines, 1) if words]


def test_the_list_has_every_folder():
    folders = {path.parent.name for path in Path(rundfrage.kinds.__file__).parent.glob("*/kind.py")}
    assert sorted(NAMES) == sorted(folders)


@every_kind
def test_its_samples_are_of_this_kind_and_some_must_be_answered_and_some_not(kind):
    questions = asked(kind).questions
    assert {question.kind for question in questions} == {kind}
    answered = any(variables_of(question) for question in questions)
    assert {question.required for question in questions} == ({True, False} if answered else {False})


@every_kind
def test_no_other_kind_recognises_its_lines(kind):
    for question in asked(kind).questions:
        lines = lines_of(kind, question.body)
        assert [other.name for other in KINDS if other.recognises(lines)] == [kind.name]


@every_kind
def test_what_it_writes_is_what_was_read(kind):
    assert write(asked(kind)) == HEAD + samples(kind)


@every_kind
def test_its_json_form_keeps_everything_and_fits_the_schema(kind):
    questionnaire = asked(kind)
    data = json.loads(json.dumps(to_json(questionnaire)))
    assert list(Draft202012Validator(schema(KINDS)).iter_errors(data)) == []
    assert from_json(data, KINDS) == questionnaire


@examples(40)
@given(data=st.data())
@every_kind
def test_a_damaged_body_in_json_is_a_body_or_a_problem(kind, data):
    form = to_json(asked(kind))
    question = data.draw(st.sampled_from(form["pages"][0]["questions"]))
    question["body"] = data.draw(st.just({}) | damaged(question["body"]))
    try:
        accepted = from_json(form, KINDS)
    except Problem:
        return
    assert {one.kind for one in accepted.questions} == {kind}


@every_kind
def test_every_text_can_be_translated_and_comes_out_in_its_variables(kind):
    questionnaire = asked(kind)
    placed = list(texts(questionnaire))
    assert len({one.path for one in placed}) == len(placed)
    translated = with_texts(
        questionnaire,
        {one.path: one.text.translated({"de": f"<{one.path}>"}) for one in placed},
    )
    assert [one.text.into("de") for one in texts(translated)] == [f"<{one.path}>" for one in placed]
    for variable in codebook_of(translated).variables:
        home = variable.battery or variable.of or variable.name
        assert variable.label.into("de") == f"<{home}>"
        assert [category.label.into("de")[0] for category in variable.categories] == ["<"] * len(
            variable.categories
        )
        if variable.item:
            assert variable.item.into("de").startswith(f"<{home}:")


@every_kind
def test_its_samples_become_variables_of_these_names(kind):
    found = {question.name: variables_of(question) for question in asked(kind).questions}
    assert found == SPECIMENS[kind].variables


@every_kind
def test_its_variables_and_its_battery_agree(kind):
    book: Codebook = codebook_of(asked(kind))
    for battery in book.batteries:
        assert battery.members == tuple(
            variable.name for variable in book.variables if variable.battery == battery.name
        )
    assert {variable.battery for variable in book.variables} <= {
        None, *(battery.name for battery in book.batteries)
    }  # fmt: skip
    for variable in book.variables:
        assert variable.of is None or variable.name.startswith(f"{variable.of}.")
        codes = [category.code for category in variable.categories]
        codes += [missing.value for missing in variable.missing]
        assert len(set(codes)) == len(codes)


@every_kind
def test_an_attribute_it_does_not_know_is_refused_with_its_line(kind):
    first, *rest = samples(kind).splitlines()
    spoilt = "\n".join([first.split(" {")[0] + " {colour=red}", *rest])
    with pytest.raises(Problem) as caught:
        read(HEAD + spoilt, KINDS)
    assert [(one.code, one.where.line) for one in caught.value.all] == [
        ("unknown-attribute", HEAD.count("\n") + 1)
    ]


STRANGERS = ["- ( ) x: X", "- [ ] x: X", "(quality)", "[date]", "7. x: X", "-", "Some words."]


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS if lines_of(kind, asked(kind).questions[-1].body)],
    ids=lambda kind: kind.name,
)
def test_a_strange_line_among_its_own_is_a_problem_with_its_line(kind, stranger):
    words = HEAD + samples(kind) + f"{stranger}\n"
    try:
        accepted = read(words, KINDS)
    except Problem as problem:
        assert [one.where.line for one in problem.all] == [len(words.splitlines())]
    else:
        assert accepted.questions[-1].kind == kind
        written = [line.words for line in lines_of(kind, accepted.questions[-1].body)]
        assert len(written) > len(lines_of(kind, asked(kind).questions[-1].body))


@every_kind
def test_it_says_what_an_editor_needs_in_every_language(kind):
    scale = Scale("scale", tuple(map(Text.of, ("good", "fair", "poor"))))
    for language in ("en", "de", "ar"):
        assert in_language(kind.title, language)
        assert in_language(kind.explanation, language)[-1] in ".。؟!"
        told = [in_language(line, language) for line in kind.starter]
        lines = [Line(number, line) for number, line in enumerate(told, 1)]
        assert [one.name for one in KINDS if one.recognises(lines)] == [kind.name]
        body = kind.read(lines, NO_ATTRIBUTES, {"scale": scale}, language)
        again = lines_of(kind, body)
        assert kind.read(again, NO_ATTRIBUTES, {"scale": scale}, language) == body


@pytest.mark.parametrize("question", asked().questions, ids=lambda one: one.name)
def test_a_question_becomes_one_of_another_kind_that_can_be_written(question):
    questionnaire = asked()
    for kind in becomes(question, KINDS):
        other = converted(question, kind)
        assert (other.kind, other.name, other.text) == (kind, question.name, question.text)
        pages = (replace(questionnaire.pages[0], questions=(other,)),)
        changed = replace(questionnaire, pages=pages)
        assert read(write(changed), KINDS) == changed


def test_what_fits_is_kept():
    named = {question.name: question for question in asked().questions}
    kinds = {kind.name: kind for kind in KINDS}
    ranked = converted(named["grid"], kinds["ranking"])
    assert [item.label.source for item in ranked.body.items] == ["the talk", "the food"]
    assert ranked.shuffle
    several = converted(named["single_more"], kinds["multiple"])
    assert several.body.options[3].missing is Missing.DONT_KNOW
    assert not converted(named["grid"], kinds["text"]).shuffle
    assert converted(named["slider"], kinds["number"]).body.high == 100
    assert [kind.name for kind in becomes(named["date"], KINDS)] == ["text"]
    with pytest.raises(ValueError, match="can't become a grid"):
        converted(named["single"], kinds["grid"])


@pytest.mark.parametrize("kind", [one for one in KINDS if one.starter], ids=lambda one: one.name)
def test_who_writes_a_line_of_no_kind_is_shown_one_of_this_kind(kind):
    with pytest.raises(Problem) as caught:
        read(HEAD + "## q: Q?\n\n[slyder 0..100]\n", KINDS)
    assert caught.value.code == "unrecognised-answers"
    for language in ("en", "de"):
        line = in_language(kind.starter[0], language)
        assert f" {line} ·" in f"{in_language(caught.value.expected, language)[:-1]} ·"
