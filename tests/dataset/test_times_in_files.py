"""Dates with odd ones among them, months, quarters, weekdays and times of day."""

import random

import numpy as np
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.columns import ANSWERED
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.dates import read_dates
from rundfrage.dataset.intake.periods import read_periods


def read(folder, cells, name="when", codebook="", beside=()):
    path = folder / "answers.csv"
    rows = [f'"{cell}",{at}' for at, cell in enumerate(cells, 100)]
    path.write_text("\n".join([f"{name},x", *rows, *beside]) + "\n", encoding="utf-8")
    (folder / "answers.codebook.toml").write_text(codebook, encoding="utf-8")
    return read_dataset(path)


def first(dataset):
    return dataset.codebook.variables[0]


def days(dataset):
    column = dataset.columns[first(dataset).name]
    return sorted(set(map(str, column.values[column.answered])))


def doubts(dataset):
    name = first(dataset).name
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


def answered(dataset):
    return int(dataset.columns[first(dataset).name].answered.sum())


IMPOSSIBLE = [
    (["30.02.2023", "01.01.2023", "02.01.2023"], "30.02.2023"),
    (["2023-13-01", "2023-01-05", "2023-02-05"], "2023-13-01"),
    (["0000-00-00", "2023-01-05", "2023-02-05"], "0000-00-00"),
    (["00/00/0000", "01/25/2023", "02/13/2023"], "00/00/0000"),
    (["31 June 2023", "1 May 2023", "3 May 2023"], "31 June 2023"),
    (["Feb 30, 2023", "May 3, 2023", "May 4, 2023"], "Feb 30, 2023"),
    (["32.12.22 14:00", "1.12.22 9:00", "2.12.22 10:00"], "32.12.22 14:00"),
]


@pytest.mark.parametrize(("cells", "none"), IMPOSSIBLE)
def test_a_day_that_is_none_is_left_out_and_said(tmp_path, cells, none):
    dataset = read(tmp_path, cells * 10)
    assert (first(dataset).type, answered(dataset)) == (VariableType.DATE, 20)
    assert doubts(dataset) == [f"No days, and left out: “{none}” (10 times)."]
    said = read(
        tmp_path, cells * 10, codebook=f'[columns.when]\nmissing = {{"{none}" = "left_blank"}}'
    )
    assert (first(said).type, answered(said), doubts(said)) == (VariableType.DATE, 20, [])


def test_dates_written_both_ways_are_read_each_as_it_can_be(tmp_path):
    dataset = read(tmp_path, ["05/13/2023", "13/05/2023", "14/05/2023", "01/02/2023"] * 6)
    assert days(dataset) == ["2023-02-01", "2023-05-13", "2023-05-14"]
    assert [one.partition(";")[0] for one in doubts(dataset)] == [
        "In “05/13/2023” the month comes first, in “13/05/2023” the day"
    ]
    said = read(tmp_path, ["05/13/2023", "13/05/2023"] * 6, codebook="[columns.when]\nsure = true")
    assert (days(said), doubts(said)) == (["2023-05-13"], [])


@pytest.mark.parametrize("none", ["1900-01-01", "1970-01-01", "9999-12-31"])
def test_a_first_or_last_day_of_a_program_is_doubted(tmp_path, none):
    dataset = read(tmp_path, [none, "2023-01-05", "2023-02-05"] * 8)
    assert doubts(dataset) == [f"“{none}” (8 times) may stand for no date, and was counted as one."]
    honest = read(
        tmp_path, ["1970-01-01", "1968-05-05", "1975-02-05", "1900-01-01", "1903-01-02"] * 5
    )
    assert doubts(honest) == []


def test_days_that_a_spreadsheet_counts_are_days_under_a_heading_that_says_so(tmp_path):
    dataset = read(tmp_path, ["44927", "44930", "45000"] * 8, name="Date of visit")
    assert (first(dataset).type, days(dataset)[0]) == (VariableType.DATE, "2023-01-01")
    assert doubts(dataset) == ["“44927” was read as 2023-01-01, as spreadsheets count days."]
    number = read(tmp_path, ["44927", "44930", "45000"] * 8, name="Income in May")
    assert first(number).type is VariableType.NUMERIC
    said = '[columns."Income in May"]\ntype = "date"'
    dated = read(tmp_path, ["44927", "44930", "45000"] * 8, name="Income in May", codebook=said)
    assert (first(dated).type, days(dated)[0]) == (VariableType.DATE, "2023-01-01")


PERIODS = [
    ("2019-12", "2020-01", "2020-03"), ("12/2019", "1/2020", "03/2020"), ("11.2019", "5.2020"),
    ("Dec 2019", "Jan 2020", "Mar 2020"), ("Dec-19", "Jan-20"), ("Dezember 2019", "März 2020"),
    ("marzo de 2019", "enero de 2020"), ("декабрь 2019", "март 2020"), ("déc. 2019", "juin 2020"),
    ("2019-Q4", "2020-Q1", "2020-Q3"), ("Q4 2019", "Q1 2020"),
    ("2. Quartal 2019", "1. Quartal 2020"),
    ("T4 2019", "T1 2020"), ("4 кв. 2019", "1 кв. 2020"), ("H2 2019", "H1 2020"),
    ("2019-W52", "2020-W02"), ("KW 2/2020", "KW 12/2020"),
    ("9:05", "10:30", "14:30"), ("11:00 AM", "2:05 pm"), ("9 Uhr", "14.30 Uhr"), ("9h30", "14h00"),
    ("0:45:10", "1:02:03"), ("9:00", "25:10"),
    ("Monday", "Wednesday", "Sunday"), ("Mo", "Di", "So"), ("lundi", "mardi", "dimanche"),
    ("понедельник", "среда"), ("星期一", "星期三"), ("월요일", "금요일"),
    ("Pazartesi", "Cuma", "Pazar"), ("January", "May", "December"), ("Januar", "März", "Mai"),
    ("styczeń", "luty"), ("enero", "mayo"),
    ("الاثنين", "الجمعة"), ("دوشنبه", "جمعه"), ("segunda-feira", "sábado"), ("1月", "12月"),
]  # fmt: skip


@pytest.mark.parametrize("ordered", PERIODS)
def test_times_that_are_no_days_are_answers_in_their_order(tmp_path, ordered):
    cells = list(ordered) * 8
    random.Random(3).shuffle(cells)
    dataset = read(tmp_path, cells)
    variable = first(dataset)
    assert variable.type is VariableType.CATEGORICAL
    assert tuple(one.label.source for one in variable.categories) == ordered
    assert doubts(dataset) == []


def test_times_of_day_that_hardly_repeat_are_texts_and_doubted(tmp_path):
    cells = [f"{hour}:{minute:02}" for hour in range(6, 20) for minute in range(0, 60, 13)]
    dataset = read(tmp_path, cells)
    assert first(dataset).type is VariableType.TEXT
    assert doubts(dataset) == [
        "Its answers look like times of day or durations, and were read as texts."
    ]
    said = read(tmp_path, cells, codebook='[columns.when]\ntype = "text"')
    assert doubts(said) == []


@pytest.mark.parametrize(
    "words",
    [
        ["18-24", "25-34"], ["2010-2015", "2016-2020"], ["yes", "no"], ["may", "will"], ["May"],
        ["12-19", "20-24"], ["1:10", "1:4"], ["5 h", "8 h"], ["2020", "2021"], ["1.5", "2.5"],
        ["Q1", "Q2"], ["so", "fr", "de"], ["13-2020", "14-2020"], ["Mo", "Jan"],
    ],
)  # fmt: skip
def test_other_answers_are_no_times(words):
    assert read_periods(words) is None


def test_a_time_column_shows_no_decimal_point(tmp_path):
    path = tmp_path / "answers.csv"
    rows = [f"{8 + at % 9}.{15 * (at % 4):02};1.{200 + at}" for at in range(30)]
    path.write_text("\n".join(["start;income", *rows]) + "\n", encoding="utf-8")
    dataset = read_dataset(path)
    values = dataset.columns["income"].values
    assert (values.min(), values.max()) == (1200.0, 1229.0)
    assert any("income" in one.variables for one in dataset.account.doubts)


def test_bands_of_times_stand_in_their_order(tmp_path):
    ordered = ["8:00-8:30", "8:30-10:00", "10:00-12:15", "12:15-14:00"]
    cells = ordered[::-1] * 8
    dataset = read(tmp_path, cells)
    assert [one.label.source for one in first(dataset).categories] == ordered


def test_what_isn_t_known_beside_dates_is_missing(tmp_path):
    dataset = read(tmp_path, ["2023-01-05", "don't know", "2023-02-30", "2023-03-01"] * 6)
    column = dataset.columns["when"]
    assert (first(dataset).type, answered(dataset)) == (VariableType.DATE, 12)
    reasons = np.where(column.answered, ANSWERED, column.reasons)
    assert len(set(reasons.tolist())) == 3


@pytest.mark.parametrize(
    ("cell", "year"),
    [("14.03.47", 1947), ("3/14/47", 1947), ("14.03.29", 2029), ("5 Mar 62", 1962)],
)
def test_years_of_two_digits_are_those_of_spreadsheets_and_doubted(tmp_path, cell, year):
    file = tmp_path / "answers.csv"
    file.write_text("born,q\n" + f"{cell},x\n" * 30, encoding="utf-8")
    dataset = read_dataset(file)
    assert {one.astype(object).year for one in dataset.columns["born"].values} == {year}
    found = [str(one.found) for one in dataset.account.doubts if "a day of" in str(one.found)]
    assert bool(found) is (year < 2000)


@pytest.mark.parametrize(
    "cell", ["3 Jänner 2020", "3 janv. 2020", "3 stycznia 2020", "3 января 2020"]
)
def test_a_day_has_its_month_by_any_name_that_months_have(cell):
    assert str(read_dates([cell]).days[cell]) == "2020-01-03"


def test_months_of_another_calendar_are_no_months_of_days():
    assert read_dates(["3 فروردین 1400"]) is None


def test_what_only_resembles_a_time_is_none(tmp_path):
    assert read_periods(["S110", "T225"]) is None
    assert read_periods(["Q1 20", "Q2 20"]).ordered == ("Q1 20", "Q2 20")
    megabytes = read(tmp_path, ["25000", "31000", "47000"] * 9, name="How many MB of data")
    assert first(megabytes).type is VariableType.NUMERIC
