"""A codebook survives being written as JSON, and what is no codebook is a Problem."""

import dataclasses
import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Variable,
    VariableType,
)
from rundfrage.codebook.json import from_json, to_json
from rundfrage.codebook.shapes import RATINGS
from rundfrage.errors import Problem
from rundfrage.text import Text

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
            (MissingCode(98.5, Missing.DONT_KNOW, WORDS), MissingCode("", Missing.REFUSED)),
            "grid", WORDS, WORDS, "Jahre", 0.0, 10.0, DAY, DAY, (WORDS, WORDS), nps=True,
            decimals=2, step=0.5, least=0, most=3, of="q1",
        ),
    ),
    (Battery("grid", WORDS, RATINGS, ("q1",), WORDS, 100.0),),
)  # fmt: skip


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


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
KEYS = [key for key in json.loads(to_json(FULL)) if key != "rundfrage-codebook"]


@given(st.dictionaries(st.sampled_from([*KEYS, "name", "type", "missing", "nets", "ends"]), JSON))
def test_any_entry_is_read_or_a_problem(entries):
    try:
        from_json(changed(**entries))
    except Problem as problem:
        assert problem.code == "codebook-entry"
