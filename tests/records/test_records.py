"""A frozen dataclass is its JSON form: what is left out, what is refused, what the schema says."""

import datetime
from dataclasses import MISSING, dataclass, field
from enum import StrEnum
from typing import Annotated

import pytest
from jsonschema import Draft202012Validator

from rundfrage.records import DAY, Leaf, Limit, Misfit, Records, shown


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Wheel:
    """Stands for a value with a form of its own: its number of spokes."""

    spokes: int


def wheel(spokes, context):
    if spokes > context:
        raise Misfit(f"at most {context} spokes")
    return Wheel(spokes)


@dataclass(frozen=True)
class Rider:
    name: Annotated[str, Limit(pattern="^[a-z]+$", expected="small letters")]
    born: datetime.date | None = None


@dataclass(frozen=True)
class Bicycle:
    frame: str = field(metadata={"absent": "steel"})
    wheels: tuple[Wheel, Wheel]
    riders: Annotated[tuple[Rider, ...], Limit(1)]
    colour: Colour = field(default=Colour.RED, metadata={"always": True})
    price: float | str | None = field(default=None, metadata={"key": "costs"})
    gears: Annotated[int, Limit(1, 30)] = 1
    bell: bool = False
    line: int = field(default=0, compare=False)


LEAVES = {
    datetime.date: DAY,
    Wheel: Leaf(int, "a number of spokes", wheel, lambda one: one.spokes, name="wheel"),
}
RECORDS = Records(LEAVES)
PLAIN = {"wheels": [32, 36], "riders": [{"name": "ann"}]}
BICYCLE = Bicycle("steel", (Wheel(32), Wheel(36)), (Rider("ann"),))


def refused(records=RECORDS, **entries):
    with pytest.raises(Misfit) as caught:
        records.read(Bicycle, {**PLAIN, **entries}, 40)
    return caught.value.path, caught.value.found, caught.value.expected


def test_what_has_its_default_is_left_out_and_what_is_left_out_has_it():
    assert RECORDS.written(BICYCLE) == {**PLAIN, "colour": "red"}
    assert RECORDS.read(Bicycle, PLAIN, 40) == BICYCLE
    assert RECORDS.read(Bicycle, {**PLAIN, "frame": None, "gears": None}, 40) == BICYCLE


def test_keys_stand_in_the_order_of_the_fields_under_their_own_names():
    whole = Bicycle(
        "gold", BICYCLE.wheels, (Rider("bo", datetime.date(2001, 2, 3)),), Colour.BLUE, 5, 7,
        bell=True, line=3,
    )  # fmt: skip
    written = RECORDS.written(whole)
    assert list(written.items()) == [
        ("frame", "gold"),
        ("wheels", [32, 36]),
        ("riders", [{"name": "bo", "born": "2001-02-03"}]),
        ("colour", "blue"),
        ("costs", 5),
        ("gears", 7),
        ("bell", True),
    ]
    assert RECORDS.read(Bicycle, written, 40) == whole


@pytest.mark.parametrize("price", [5, 5.0, "much"])
def test_a_number_that_was_whole_stays_whole(price):
    read = RECORDS.read(Bicycle, {**PLAIN, "costs": price}, 40)
    assert (read.price, type(read.price)) == (price, type(price))


@pytest.mark.parametrize(
    ("entries", "misfit"),
    [
        ({"wheels": [32]}, (("wheels",), [32], "a list of 2")),
        ({"wheels": [32, "x"]}, (("wheels", 1), "x", "a number of spokes")),
        ({"wheels": [32, 50]}, (("wheels", 1), 50, "at most 40 spokes")),
        ({"riders": []}, (("riders",), [], "a list of at least 1")),
        ({"riders": [{}]}, (("riders", 0, "name"), MISSING, "small letters")),
        ({"riders": [{"name": "Ann"}]}, (("riders", 0, "name"), "Ann", "small letters")),
        (
            {"riders": [{"name": "ann", "born": "1.2.2001"}]},
            (("riders", 0, "born"), "1.2.2001", "a day such as 2020-09-23"),
        ),
        ({"colour": "green"}, (("colour",), "green", "one of red, blue")),
        ({"costs": []}, (("costs",), [], "a number or a string")),
        ({"costs": 10**400}, (("costs",), 10**400, "a number of at most 300 digits")),
        ({"gears": 0}, (("gears",), 0, "a whole number from 1 to 30")),
        ({"gears": True}, (("gears",), True, "a whole number from 1 to 30")),
        ({"bell": "yes"}, (("bell",), "yes", "true or false")),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(entries, misfit):
    assert refused(**entries) == misfit


def test_unchecked_records_leave_limits_to_others_but_not_types():
    lenient = Records(LEAVES, checked=False)
    assert lenient.read(Bicycle, {**PLAIN, "gears": 99}, 40).gears == 99
    assert refused(lenient, gears="1") == (("gears",), "1", "a whole number from 1 to 30")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("x" * 99, repr("x" * 60)),
        (None, "null"),
        (float("nan"), "NaN"),
        ([[]], "a list"),
        ({"a": 1}, "an object"),
    ],
)
def test_any_value_is_shown_in_few_words(value, words):
    assert shown(value) == words


def test_the_schema_is_for_those_who_write():
    """It knows all limits, no null and no other keys; a named leaf stands in it once."""
    schemas = RECORDS.schemas([Bicycle])
    assert list(schemas) == ["wheel", "Bicycle", "Rider"]
    assert schemas["wheel"] == {"type": "integer"}
    assert schemas["Rider"] == {
        "type": "object",
        "properties": {
            "name": {"type": "string", "pattern": "^[a-z]+$"},
            "born": {"type": "string", "format": "date"},
        },
        "required": ["name"],
        "additionalProperties": False,
    }
    valid = Draft202012Validator({"$ref": "#/$defs/Bicycle", "$defs": schemas}).is_valid
    assert valid(RECORDS.written(BICYCLE))
    for odd in ({"gears": 31}, {"line": 1}, {"bell": None}, {"colour": "green"}, {"riders": []}):
        assert not valid({**PLAIN, **odd})
