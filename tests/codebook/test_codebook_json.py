"""A codebook survives being written as JSON, and what is no codebook is a Problem."""

import dataclasses
import datetime
import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from random_codebooks import codebooks

import rundfrage.codebook
from damage import damaged
from proofs import examples
from rundfrage.codebook import (
    Battery,
    Category,
    Codebook,
    Missing,
    MissingCode,
    Net,
    Role,
    Sample,
    Study,
    Use,
    Variable,
    VariableType,
)
from rundfrage.codebook.json import from_json, schema, to_json
from rundfrage.codebook.shapes import RATINGS
from rundfrage.errors import Problem
from rundfrage.locales import in_language
from rundfrage.text import EMPTY, Text

WORDS = Text((("de", "Wie “wichtig”?"), ("ar", "كم؟"), ("", "\0\ud800 😀")))
DAY = datetime.date(2020, 9, 23)
FULL = Codebook(
    Study(
        "alliance", WORDS, WORDS, "Bündnis", "de", ("de", "ar"), (DAY, DAY), Sample.LIST,
        simulated=True,
    ),
    (
        Variable(
            "q1", VariableType.ORDINAL, WORDS,
            (Category("gut", WORDS, 1), Category("and", WORDS, -2, Role.OTHER)),
            (Net("oben", WORDS, ("gut",)),),
            (MissingCode(Missing.DONT_KNOW, 98.5, label=WORDS), MissingCode(Missing.REFUSED, "")),
            "grid", WORDS, WORDS, "Jahre", 0.0, 10.0, DAY, DAY, ends=(WORDS, WORDS), nps=True,
            decimals=2, step=0.5, least=0, most=3, of="q1", use=Use.WEIGHT,
        ),
    ),
    (Battery("grid", WORDS, RATINGS, ("q1",), WORDS, 100.0),),
)  # fmt: skip
SCHEMA = Draft202012Validator(
    json.loads(
        Path(rundfrage.codebook.__file__).with_name("codebook.schema.json").read_text("utf-8")
    )
)


def test_a_codebook_with_every_entry_is_read_back():
    assert from_json(to_json(FULL)) == FULL
    assert from_json(to_json(FULL, indent=1)) == FULL


@pytest.mark.parametrize(
    "one", [FULL.study, FULL.variables[0], FULL.batteries[0]], ids=lambda one: type(one).__name__
)
def test_the_codebook_above_has_every_entry_there_is(one):
    """So that a field added to the codebook can't be forgotten in the JSON."""
    plain = {
        field.name
        for field in dataclasses.fields(one)
        if field.default is not dataclasses.MISSING and getattr(one, field.name) == field.default
    }
    assert plain == set()


def test_it_is_plain_ascii():
    assert to_json(FULL).isascii()


def changed(**entries):
    entry = json.loads(to_json(FULL))
    variable = entry["variables"][0]
    for key, value in entries.items():
        target = entry if key in entry else variable
        target[key] = value
    return json.dumps(entry)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "codebook-unreadable"),
        ("{", "codebook-unreadable"),
        ("[" * 100_000, "codebook-unreadable"),
        ("[]", "codebook-entry"),
        ("{}", "codebook-entry"),
        ('{"rundfrage-codebook": 2}', "codebook-entry"),
        (changed(study=None), "codebook-entry"),
        (changed(study={}), "codebook-entry"),
        (changed(study={"title": "t", "field": ["2020", "x"]}), "codebook-entry"),
        (changed(study={"title": "t", "simulated": "yes"}), "codebook-entry"),
        (changed(variables=[1]), "codebook-entry"),
        (changed(variables=[]), "codebook-entry"),
        (changed(batteries=[]), "codebook-entry"),
        (changed(name=1), "codebook-entry"),
        (changed(type="odd"), "codebook-entry"),
        (changed(label={}), "codebook-entry"),
        (changed(label={"de": 1}), "codebook-entry"),
        (changed(low="x"), "codebook-entry"),
        (changed(low=True), "codebook-entry"),
        (changed(ends=["a"]), "codebook-entry"),
        (changed(earliest="tomorrow"), "codebook-entry"),
        (changed(nets=[{"name": "n", "label": "n", "members": ["none"]}]), "codebook-entry"),
        (changed(missing=[{"value": 1, "reason": "bored"}]), "codebook-entry"),
        (changed(categories=[{"name": "a", "label": "a", "code": 1.5}]), "codebook-entry"),
        (
            changed(categories=[{"name": n, "label": "a", "code": 1} for n in ("gut", "and")]),
            "codebook-entry",
        ),
        (
            changed(categories=[{"name": "gut", "label": "a", "code": n} for n in (1, 2)]),
            "codebook-entry",
        ),
    ],
)
def test_what_is_no_codebook_is_a_problem(source, code):
    with pytest.raises(Problem) as caught:
        from_json(source, "answers.codebook.json")
    assert (caught.value.code, caught.value.where.file) == (code, "answers.codebook.json")


PLACES = {
    "study": ({"study": 1}, "", "“study” is 1.", "an object."),
    "title": (
        {"study": {}}, "study", "“title” is missing.", "words, or an object of language to words.",
    ),
    "field": ({"study": {"title": "t", "field": ["2020-01-01"]}}, "study",
              "“field” is a list.", "a list of 2."),
    "day": ({"study": {"title": "t", "field": ["2020-01-01", "x"]}}, "study field 2",
            "There stands 'x'.", "a day such as 2020-09-23."),
    "sample": ({"study": {"title": "t", "sample": "all"}}, "study",
               "“sample” is 'all'.", "one of open, list, probability, unknown."),
    "variable": ({"variables": [1]}, "variables 1", "There stands 1.", "an object."),
    "name": ({"name": None}, "variables 1", "“name” is null.", "a string."),
    "no list": ({"categories": {}}, "q1", "“categories” is an object.", "a list."),
    "category": ({"categories": [{"name": "a", "label": "a", "code": "1"}]}, "q1 categories 1",
                 "“code” is '1'.", "a whole number."),
    "reason": ({"missing": [{"value": 1, "reason": "bored"}]}, "q1 missing 1",
               "“reason” is 'bored'.", "one of not_asked, dont_know, refused, left_blank."),
    "value": ({"missing": [{"value": None, "reason": "refused"}]}, "q1 missing 1",
              "“value” is null.", "a number or a string."),
    "no number": ({"low": math.nan}, "q1", "“low” is NaN.", "a number of at most 300 digits."),
    "too large": ({"high": 10**400}, "q1", f"“high” is 1{'0' * 59}.",
                  "a number of at most 300 digits."),
    "text": ({"label": {"de": ["a"]}}, "q1",
             "“label” is an object.", "words, or an object of language to words."),
    "battery": ({"batteries": [{"name": "b", "label": "b", "form": "odd", "members": []}]},
                "batteries 1", "“form” is 'odd'.", "one of grid, ranking, sum."),
    "key": ({"\ud800": 1}, "", "There stands an object.", "keys of whole characters."),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "place", "found", "expected"), PLACES.values(), ids=PLACES)
def test_an_entry_that_is_wrong_is_named(entries, place, found, expected):
    with pytest.raises(Problem) as caught:
        from_json(changed(**entries))
    problem = caught.value
    assert (problem.where.name, problem.found, problem.expected) == (place, found, expected)


def test_what_is_wrong_is_told_in_german_too():
    with pytest.raises(Problem) as caught:
        from_json(changed(low="x"))
    said = (caught.value.found, caught.value.expected)
    assert [in_language(one, "de") for one in said] == ["„low“ ist 'x'.", "eine Zahl."]


def test_null_is_as_if_the_key_were_not_there():
    absent = {"nps": False, "hint": EMPTY, "low": None, "nets": (), "unit": ""}
    (variable,) = from_json(changed(**dict.fromkeys(absent))).variables
    assert {key: getattr(variable, key) for key in absent} == absent


def test_keys_that_nobody_knows_are_passed_over():
    assert from_json(changed(remark={"by": ["us"]})) == FULL


@pytest.mark.trial
@examples(200)
@given(codebooks())
def test_any_codebook_is_read_back_and_fits_the_schema(codebook):
    source = to_json(codebook)
    again = from_json(source)
    assert again == codebook
    assert to_json(again) == source
    assert list(SCHEMA.iter_errors(json.loads(source))) == []


@examples(400)
@given(st.data())
def test_a_damaged_codebook_is_read_or_a_problem_that_names_the_place(data):
    entry = data.draw(damaged(json.loads(to_json(FULL))))
    try:
        from_json(json.dumps(entry), "a.codebook.json")
    except Problem as problem:
        assert problem.code in {"codebook-entry", "codebook-unreadable"}
        assert problem.where.file == "a.codebook.json"
        assert all(in_language(one, "de") for one in (problem.found, problem.expected))


def test_the_published_schema_is_that_of_the_records():
    """If it isn't: python scripts/schemas.py writes it."""
    assert SCHEMA.schema == schema()
    Draft202012Validator.check_schema(SCHEMA.schema)
