"""Several answers in a cell, with what people wrote besides, and options that hold the mark."""

import pytest
from small_files import counts, doubts, labels, read

from rundfrage.codebook import VariableType

SEVERAL = VariableType.MULTIPLE
OPTIONS = ["Email", "Phone", "Chat", "Letter"]


def people(options, own, mark, count=48):
    """Cells of options in their order, the bits of a number saying which; some with own words."""
    cells = []
    for number in range(count):
        some = [one for at, one in enumerate(options) if (number + 1) >> at & 1] or [options[0]]
        cells.append(mark.join([*some, f"thing {number}"] if number % own == 0 else some))
    return cells


def single(folder, cells):
    """The only variable of a file of these cells, that holds no text of "other"."""
    rows = ["id | How?", *[f"p{at} | {cell}" for at, cell in enumerate(cells)]]
    dataset = read(folder, *rows)
    return dataset, dataset.codebook["How?"]


@pytest.mark.parametrize("mark", [", ", ";", "; ", "┋", "、"])
@pytest.mark.parametrize("own", [6, 11, 100])
def test_what_some_wrote_besides_is_other(tmp_path, mark, own):
    dataset, variable = single(tmp_path, people(OPTIONS, own, mark))
    assert variable.type is SEVERAL
    assert set(labels(variable)) == {*OPTIONS, "Other"}
    assert counts(dataset, "How?")["Other"] == len(range(0, 48, own))
    assert counts(dataset, "How?")["Letter"] == 24


def test_options_that_hold_the_mark_stay_whole(tmp_path):
    options = ["Yes, a car, SUV or van", "Yes, a motorcycle", "No, none of these", "Share"]
    _, variable = single(tmp_path, people(options, 100, ", ", 96))
    assert set(labels(variable)) - {"Other"} == set(options)


def test_options_with_the_same_ending_stay_whole(tmp_path):
    options = ["Faster than others, of my age", "Heavier than others, of my age", "Old", "New"]
    _, variable = single(tmp_path, people(options, 100, ", ", 96))
    assert set(labels(variable)) - {"Other"} == set(options)


def test_an_option_in_other_capitals_is_the_same(tmp_path):
    cells = [*people(OPTIONS, 100, ", ", 96), "Email, phone", "Phone, email, Email"]
    _, variable = single(tmp_path, cells)
    assert set(labels(variable)) == {*OPTIONS, "Other"}


@pytest.mark.parametrize(
    "cells",
    [
        ["Vienna, Austria", "Graz, Austria", "Paris, France", "Lyon, France"] * 10,
        ["Agree, fully", "Agree, in part", "Disagree, in part", "Disagree, fully"] * 10,
        ["I go by car, mostly", "I go by bus, mostly", "I walk, when I can"] * 10,
        ["Yes, daily", "Yes, weekly", "No, never", "Other"] * 10,
        ["Smith, John", "Smith, Ann", "Lee, Ann", "Lee, John"] * 10,
        [f"it took {at} days, and then they came" for at in range(30)],
    ],
)
def test_one_answer_with_a_comma_is_one(tmp_path, cells):
    dataset, variable = single(tmp_path, cells)
    assert variable.type is not SEVERAL
    assert not [one for one in doubts(dataset) if "several" in one]


PARTLY = [
    *["price", "quality", "price, quality", "quality, price"] * 5,
    *[f"I cannot say it in so few words, that is to say {at}" for at in range(12)],
]


def test_cells_that_may_hold_several_are_doubted(tmp_path):
    dataset, variable = single(tmp_path, PARTLY)
    assert variable.type is VariableType.TEXT
    assert "Its cells may hold several answers each, cut by “, ”." in doubts(dataset)


@pytest.mark.parametrize("said", ['split = ", "', 'type = "text"', "sure = true"])
def test_saying_what_they_hold_settles_it(tmp_path, said):
    rows = ["id | How?", *[f"p{at} | {cell}" for at, cell in enumerate(PARTLY)]]
    dataset = read(tmp_path, *rows, codebook=f'[columns."How?"]\n{said}\n')
    assert not [one for one in doubts(dataset) if "several" in one]
    assert (dataset.codebook["How?"].type is SEVERAL) == said.startswith("split")
