"""What cells say as they are written: numbers within labels, marks between ticks, days, signs."""

import numpy as np
import pytest
from small_files import counts, doubts, labels, read

from rundfrage.codebook import Use, VariableType
from rundfrage.dataset.files import read_dataset

AGES = [str(20 + at * 7 % 43) for at in range(60)]


def column(folder, cells, name="q", beside=AGES, codebook=""):
    """The dataset of a column, whose cells come again and again, beside ages."""
    rows = (f"{cells[at % len(cells)]} | {beside[at % len(beside)]}" for at in range(60))
    return read(folder, f"{name} | other", *rows, codebook=codebook)


def codes(variable):
    return [one.code for one in variable.categories]


ENDS = [
    ["low (1)", "2", "3", "4", "high (5)"],
    ["Very difficult 1", "2", "3", "4", "5", "6", "7 Very easy"],
    ["left 1", "2", "3", "4", "right 5"],
    ["not at all: 0", "1", "2", "3", "4", "entirely: 5"],
    ["cold [-2]", "-1", "0", "1", "warm [2]"],
    ["1", "2", "3", "high (4)"],
]


@pytest.mark.parametrize("steps", ENDS, ids=" ".join)
@pytest.mark.parametrize("said", ["", '[columns.q]\ntype = "scale"'], ids=["alone", "said"])
def test_numbers_behind_the_words_of_the_ends_order_a_scale(tmp_path, steps, said):
    given = [*steps[1:], steps[0]]
    variable = column(tmp_path, given, codebook=said).codebook["q"]
    assert variable.type is VariableType.ORDINAL
    assert labels(variable) == steps
    first = codes(variable)[0]
    assert codes(variable) == list(range(first, first + len(steps)))
    assert first == {"not at all: 0": 0, "cold [-2]": -2}.get(steps[0], 1)


def test_a_scale_that_was_said_has_the_numbers_within_its_labels_as_codes(tmp_path):
    steps = ["grade 12 of mine", "8th", "mine is 10"]
    variable = column(tmp_path, steps, codebook='[columns.q]\ntype = "scale"').codebook["q"]
    assert labels(variable) == ["8th", "mine is 10", "grade 12 of mine"]
    assert codes(variable) == [8, 10, 12]
    chosen = '[columns.q]\ntype = "scale"\nanswers = ["mine is 10", "8th", "grade 12 of mine"]'
    assert labels(column(tmp_path, steps, codebook=chosen).codebook["q"])[0] == "mine is 10"


@pytest.mark.parametrize(
    "cells",
    [
        ["about 30", "20", "25", "40", "45"],
        ["7", "8", "Windows 9", "10"],
        ["about 4", "1", "2", "3"],
    ],
    ids=str,
)
def test_numbers_behind_other_words_are_no_ends_of_a_scale(tmp_path, cells):
    assert column(tmp_path, cells).codebook["q"].type is not VariableType.ORDINAL


def test_the_doubt_of_ends_that_are_none_for_sure_says_how_they_stay(tmp_path):
    dataset = column(tmp_path, ["low (5)", "6", "7", "8", "high (9)"])
    (doubt,) = dataset.account.doubts
    assert "type “scale”" in str(doubt.settle)
    again = column(
        tmp_path, ["low (5)", "6", "7", "8", "high (9)"], codebook='[columns.q]\ntype = "scale"'
    )
    assert codes(again.codebook["q"]) == [5, 6, 7, 8, 9]
    assert doubts(again) == []


MARKS = [" & ", "&", " and ", " und ", " et ", " y ", " - ", " – ", " · ", "·", " • ",
         " oraz ", " i ", " ve ", " e ", " و ", " sowie ", "#", "*", "  "]  # fmt: skip
CHOSEN = [["dog"], ["cat"], ["fish"], ["dog", "cat"], ["cat", "fish"], ["dog", "cat", "fish"]]


@pytest.mark.parametrize("mark", MARKS)
def test_words_and_dashes_join_answers_that_all_stand_alone(tmp_path, mark):
    dataset = column(tmp_path, [mark.join(some) for some in CHOSEN])
    assert counts(dataset, "q") == {"dog": 30, "cat": 40, "fish": 30}


@pytest.mark.parametrize("mark", MARKS)
def test_two_answers_that_are_joined_are_doubted(tmp_path, mark):
    cells = ["tv", "radio", f"tv{mark}radio"]
    dataset = column(tmp_path, cells)
    assert dataset.codebook["q"].type is VariableType.CATEGORICAL
    assert doubts(dataset) == [f"Its cells may hold several answers each, cut by “{mark}”."]
    said = f'[columns.q]\ntype = "multiple choice"\nsplit = "{mark}"'
    cut = column(tmp_path, cells, codebook=said)
    assert (counts(cut, "q"), doubts(cut)) == ({"tv": 40, "radio": 40}, [])


@pytest.mark.parametrize(
    "cells",
    [
        ["black and white", "colour", "both"],
        ["salt & pepper", "sugar", "honey"],
        ["Yes - always", "No - never", "Perhaps"],
        ["1 - 2", "1", "2", "3", "2 - 3", "7"],
        ["C#", "F#", "C", "F"],
        ["A*", "A", "B*", "B"],
        ["Item #1", "Item #2", "Item #3"],
        ["New  York", "Boston", "Rome"],
    ],
    ids=str,
)
def test_labels_that_hold_such_a_mark_are_whole_answers(tmp_path, cells):
    dataset = column(tmp_path, cells)
    assert dataset.codebook["q"].type is not VariableType.MULTIPLE
    assert not any("several answers" in one for one in doubts(dataset))


def test_a_word_between_answers_cuts_no_word_that_ends_with_it(tmp_path):
    cells = ["sand", "brand", "sand and brand", "land", "land and sand"]
    named = '[columns.q]\ntype = "multiple choice"\nanswers = ["sand", "brand", "land"]'
    for said in ("", named, f'{named}\nsplit = " and "'):
        assert counts(column(tmp_path, cells, codebook=said), "q") == {
            "sand": 36, "brand": 24, "land": 24,
        }  # fmt: skip


@pytest.mark.parametrize("last", ["dog, cat and fish", "dog, cat, and fish", "cat, dog & fish"])
def test_lists_as_people_write_them_hold_each_of_their_answers(tmp_path, last):
    dataset = column(tmp_path, ["dog", "cat", "fish", last, "dog, cat", "cat, fish"])
    assert counts(dataset, "q") == {"dog": 30, "cat": 40, "fish": 30}


def test_an_option_that_holds_a_word_between_others_stays_whole(tmp_path):
    dataset = column(tmp_path, ["tea", "milk", "tea, milk", "bread and jam, tea", "bread and jam"])
    assert counts(dataset, "q") == {"tea": 36, "milk": 24, "bread and jam": 24}


def test_a_word_in_what_was_written_under_other_stays_there(tmp_path):
    cells = ["tea", "milk", "tea, milk", "milk, bread and jam"]
    named = '[columns.q]\ntype = "multiple choice"\nanswers = ["tea", "milk"]'
    dataset = column(tmp_path, cells, codebook=named)
    texts = [one.name for one in dataset.codebook.variables if one.of == "q"]
    assert "bread and jam" in dataset.columns[texts[0]].values


DAYS = {
    "15JAN1971": "1971-01-15",
    "24feb2020:10:12:00": "2020-02-24",
    "1960年7月12日": "1960-07-12",
    "2021年12月1日(水) 10:05": "2021-12-01",
    "2021년 3월 4일": "2021-03-04",
    "Mon Jan 17 10:12:00 CET 2022": "2022-01-17",
    "Tue Feb  1 09:12:00 2022": "2022-02-01",
    "Wed Mar 02 10:12:00 GMT+01:00 2022": "2022-03-02",
}


@pytest.mark.parametrize("said", ["", '[columns.q]\ntype = "date"'], ids=["alone", "said"])
@pytest.mark.parametrize(("cell", "day"), DAYS.items(), ids=DAYS)
def test_days_as_programs_and_languages_write_them(tmp_path, cell, day, said):
    dataset = column(tmp_path, [cell], codebook=said)
    assert dataset.codebook["q"].type is VariableType.DATE
    assert str(dataset.columns["q"].values[0]) == day
    assert doubts(dataset) == []


@pytest.mark.parametrize("cell", ["32JAN1971", "15JUG1971", "1960年13月12日", "12min30", "5km10"])
def test_what_only_looks_like_such_a_day_is_none(tmp_path, cell):
    dataset = column(tmp_path, [cell, "x"])
    assert dataset.codebook["q"].type is not VariableType.DATE


SERIAL = [str(44577 + at) for at in range(60)]
COMPACT = [f"2022{1 + at % 9:02}{1 + at * 5 % 28:02}" for at in range(60)]


@pytest.mark.parametrize(
    ("name", "cells", "first"),
    [
        ("date of interview", SERIAL, "2022-01-16"),
        ("date_of_visit", SERIAL, "2022-01-16"),
        ("visit", COMPACT, "2022-01-01"),
        ("Datum des Besuchs", COMPACT[:3], "2022-01-01"),
    ],
)
def test_numbers_that_are_all_days_are_dates_and_doubted(tmp_path, name, cells, first):
    dataset = column(tmp_path, cells, name)
    variable = dataset.codebook.variables[0]
    assert (variable.type, variable.use) == (VariableType.DATE, Use.ANSWER)
    assert str(dataset.columns[variable.name].values[0]) == first
    assert doubts(dataset)[0].startswith(f"“{cells[0]}” was read as {first}")
    sure = column(tmp_path, cells, name, codebook=f'[columns."{name}"]\ntype = "date"')
    assert str(sure.columns[variable.name].values[0]) == first
    assert doubts(sure) == []


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("respondent_id", COMPACT),
        ("id", SERIAL),
        ("visit", [*COMPACT[:59], "20221399"]),
        ("visit", SERIAL),
        ("number", [str(31415926 + at * 1234567) for at in range(60)]),
    ],
)
def test_numbers_of_people_stay_that(tmp_path, name, cells):
    (variable, _) = column(tmp_path, cells, name).codebook.variables
    assert variable.use is Use.ID


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["7.5h", "8h", "20h", "38.5h", "40h"], 7.5),
        (["0,5 km", "1 km", "10 km"], 0.5),
        (["2.25 kg", "3 kg", "4 kg"], 2.25),
    ],
    ids=str,
)
def test_a_few_quantities_that_no_code_can_be_are_numbers(tmp_path, cells, first):
    dataset = column(tmp_path, cells)
    assert dataset.codebook["q"].type is VariableType.NUMERIC
    assert dataset.columns["q"].values[0] == first
    assert any(f"“{cells[0]}” was read as the number" in one for one in doubts(dataset))
    for said in ("number", "scale"):
        assert doubts(column(tmp_path, cells, codebook=f'[columns.q]\ntype = "{said}"')) == []


def test_a_few_whole_quantities_are_their_own_codes(tmp_path):
    variable = column(tmp_path, ["5 min", "10 min", "60 min"]).codebook["q"]
    assert (variable.type, codes(variable)) == (VariableType.ORDINAL, [5, 10, 60])


@pytest.mark.parametrize("mark", ["~", "^"])
def test_tildes_and_carets_cut_what_nothing_else_cuts(tmp_path, mark):
    rows = ["sex,q1,q2", *(f"{1 + at % 2},{at % 5},{at % 3}" for at in range(40))]
    (tmp_path / "a.csv").write_text("\n".join(rows).replace(",", mark))
    assert [one.name for one in read_dataset(tmp_path / "a.csv").codebook.variables] == [
        "sex", "q1", "q2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["q\n~3\n~4\n~5\n", "q\nmhm ^^\nwell ~ yes\nno\n", "a,b~c\n1,2\n3,4\n"]
)
def test_tildes_and_carets_within_cells_cut_nothing(tmp_path, text):
    (tmp_path / "a.csv").write_text(text)
    names = [one.name for one in read_dataset(tmp_path / "a.csv").codebook.variables]
    assert names == text.split("\n")[0].split(",")


@pytest.mark.parametrize(
    ("cells", "beside"),
    [(["4,597", "5,698", "3"], ["1.5", "2.5"]), (["4,597", "5.2", "6.1"], AGES)],
    ids=str,
)
def test_thousands_far_above_all_other_numbers_are_doubted_as_such(tmp_path, cells, beside):
    rows = [f'"{cells[at % len(cells)]}";{beside[at % len(beside)]}' for at in range(60)]
    (tmp_path / "a.csv").write_text("\n".join(["pay;other", *rows]).replace(";", ","))
    dataset = read_dataset(tmp_path / "a.csv")
    assert dataset.columns["pay"].values[0] == 4597
    assert doubts(dataset)[:1] == ["“4,597” was read as 4597."]
    assert not any("two codes" in one for one in doubts(dataset))


def test_a_mark_that_was_said_is_doubted_no_more(tmp_path):
    cells = ["4,597", "5,698", "3"]
    dataset = column(tmp_path, cells, beside=["1.5", "2.5"], codebook='[columns.q]\ndecimal = ","')
    assert dataset.columns["q"].values[0] == 4.597
    assert doubts(dataset) == []


def test_a_minus_behind_a_sum_is_below_zero(tmp_path):
    cells = ["191.50-", "20.00", "1,234.00-", "7.25"]
    for said in ("", '[columns.q]\ntype = "number"'):
        dataset = column(tmp_path, cells, codebook=said)
        assert np.array_equal(dataset.columns["q"].values[:4], [-191.5, 20, -1234, 7.25])
        told = ["“191.50-” was read as the number -191.5."]
        assert doubts(dataset)[:1] == ([] if said else told)


@pytest.mark.parametrize(
    "cells", [["1", "1-", "2", "2-", "3"], ["2019-", "2020-", "2021-"]], ids=str
)
def test_marks_of_schools_and_years_with_a_dash_are_no_sums(tmp_path, cells):
    assert column(tmp_path, cells).codebook["q"].type is not VariableType.NUMERIC


def test_quantities_of_several_units_are_doubted_as_steps(tmp_path):
    dataset = column(tmp_path, ["30 min", "1 h", "2 h"])
    assert any("not of one unit" in one for one in doubts(dataset))
