"""Numbers shown as days, days of another calendar, moments, and what lies outside of a scale."""

import csv
import datetime

import openpyxl
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.named_range import named_ends
from rundfrage.dataset.intake.shown_as_days import shown_as_days

FIRST = datetime.date(1899, 12, 31)
NUMBERS = [18 + at * 29 % 40 for at in range(40)]


def sheet(folder, heading, cells):
    path = folder / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [[heading, "town"], *([one, "AB"[at % 2]] for at, one in enumerate(cells))]
        )
    return path


def doubts(path):
    return [str(one.found) for one in read_dataset(path).account.doubts]


@pytest.mark.parametrize(
    "form", ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d 00:00:00"]
)
@pytest.mark.parametrize(
    "heading", ["Alter", "Age", "Âge", "Number of children", "Wie viele Tage?"]
)
def test_ages_that_a_spreadsheet_shows_as_days_are_numbers(tmp_path, form, heading):
    cells = [(FIRST + datetime.timedelta(days=one)).strftime(form) for one in NUMBERS]
    path = sheet(tmp_path, heading, cells)
    dataset = read_dataset(path)
    assert dataset.columns[heading].values.tolist() == NUMBERS
    (found,) = doubts(path)
    assert "was read as the number" in found
    for line, kind in (
        ('type = "number"', VariableType.NUMERIC),
        ('type = "date"', VariableType.DATE),
        ("sure = true", VariableType.NUMERIC),
    ):
        beside(path).write_text(f'[columns."{heading}"]\n{line}\n', encoding="utf-8")
        dataset = read_dataset(path)
        assert dataset.codebook[heading].type is kind
        assert dataset.account.doubts == ()


@pytest.mark.trial
def test_so_are_those_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Alter"])
    for number in (1, 17, 58, 61, 75, 99, *NUMBERS):
        book.active.append([number])
        book.active.cell(book.active.max_row, 1).number_format = "dd.mm.yyyy"
    book.save(tmp_path / "a.xlsx")
    dataset = read_dataset(tmp_path / "a.xlsx")
    assert dataset.columns["Alter"].values.tolist() == [1, 17, 58, 61, 75, 99, *NUMBERS]
    assert len(dataset.account.doubts) == 1


def test_spreadsheets_count_a_day_that_no_calendar_has():
    assert shown_as_days(["28.02.1900", "29.02.1900", "01.03.1900", "00.01.1900"]) == {
        "28.02.1900": 59, "29.02.1900": 60, "01.03.1900": 61, "00.01.1900": 0,
    }  # fmt: skip
    for words in (["01.01.1900"], ["17.01.1900", "18.01.1901"], ["00:00", "12:30"], [], ["x"],
                  ["17.01.1900", "31.02.1900"]):  # fmt: skip
        assert shown_as_days(words) == {}


def test_days_of_1900_under_another_heading_stay_days_and_are_doubted(tmp_path):
    cells = [(FIRST + datetime.timedelta(days=one)).isoformat() for one in NUMBERS]
    path = sheet(tmp_path, "visits", cells)
    assert read_dataset(path).codebook["visits"].type is VariableType.DATE
    (found,) = doubts(path)
    assert found.startswith("“1900-02-26” and all other dates are of 1900: they may be numbers")
    beside(path).write_text('[columns.visits]\ntype = "number"\n', encoding="utf-8")
    dataset = read_dataset(path)
    assert dataset.columns["visits"].values.tolist() == NUMBERS
    assert dataset.account.doubts == ()
    beside(path).unlink()
    births = [f"{1900 + at % 60}-0{1 + at % 9}-11" for at in range(40)]
    assert doubts(sheet(tmp_path, "born", births)) == []


@pytest.mark.parametrize("heading", ["تاريخ الزيارة", "Visit date", "Tarih", "day of visit"])
@pytest.mark.parametrize(
    ("form", "odd"), [("{d:02}/{m:02}/{y}", "29/02/1445"), ("{y}-{m:02}-{d:02}", "1445-02-30")]
)
def test_days_of_the_islamic_calendar_are_doubted_by_its_name(tmp_path, heading, form, odd):
    cells = [form.format(d=1 + at * 7 % 28, m=1 + at % 12, y=1443 + at % 4) for at in range(48)]
    (found,) = doubts(sheet(tmp_path, heading, cells))
    assert found == "“1443” may be a year of the Islamic calendar, 2022 in the common one."
    assert found in doubts(sheet(tmp_path, heading, [*cells, odd, odd]))


@pytest.mark.parametrize(("heading", "calendar", "common"), [
    ("سنة الميلاد", "Islamic", 1981), ("سال تولد", "Persian", 2022),
    ("doğum yılı", "Persian", 2022),
    ("Birth year (Hijri)", "Islamic", 1981), ("Doğum yılı (hicri)", "Islamic", 1981),
])  # fmt: skip
def test_a_year_of_two_calendars_is_of_that_of_the_heading(tmp_path, heading, calendar, common):
    (found,) = doubts(sheet(tmp_path, heading, [1401 + at % 17 for at in range(60)]))
    assert found == f"“1401” may be a year of the {calendar} calendar, {common} in the common one."
    (found,) = doubts(sheet(tmp_path, heading, [1381 + at * 3 % 60 for at in range(60)]))
    assert "of the Islamic calendar, 1962" in found


@pytest.mark.parametrize("unit", [1, 1_000])
def test_numbers_that_programs_count_from_1970_are_set_aside_or_doubted(tmp_path, unit):
    start = 1_704_585_600
    moments = [(start + 86_400 * at + 7_301 * at) * unit for at in range(40)]
    midnights = [(start + 86_400 * (at * 7 % 40)) * unit for at in range(40)]
    for heading in ("Visit time", "started", "Zeitpunkt", "Heure de la visite", "tarih"):
        path = sheet(tmp_path, heading, moments)
        entry = read_dataset(path).account.entries[0]
        assert entry.aside is not None
    for heading in ("Visit time", "amount spent", "q7"):
        path = sheet(tmp_path, heading, midnights if heading != "amount spent" else moments)
        entry = read_dataset(path).account.entries[0]
        (*found,) = [one for one in doubts(path) if "may be a moment of 2024-01-07" in one]
        assert found or entry.aside is not None
    assert (
        doubts(sheet(tmp_path, "population", [9_000_000 + 77_000 * at for at in range(40)])) == []
    )


ENDS = [
    ("Bewertung (1 = sehr gut, 6 = ungenügend)", (1, 6)), ("Rate it (1=low ... 5=high)", (1, 5)),
    ("Bitte von 1 bis 6 bewerten", (1, 6)), ("Note de 1 à 5", (1, 5)), ("Oceń od 1 do 5", (1, 5)),
    ("Puan (1-5)", (1, 5)), ("Sehr gut (1) bis ungenügend (6)", (1, 6)),
    ("valuta da 1 a 5", (1, 5)),
    ("On a scale from 0 to 10, how likely are you", (0, 10)), ("Оцените от 1 до 5", (1, 5)),
    ("Geef een cijfer van 1 tot 10", (1, 10)), ("قيّم من 1 إلى 5", (1, 5)), ("Rate 1 to 5", (1, 5)),
    ("Evalúe de 1 a 7 puntos", (1, 7)), ("Rating, 1 – bad, 5 – good", (1, 5)),
    ("Wie viele Kinder von 1 bis 6 Jahren?", None), ("Kinder von 1 bis 6 Jahren", None),
    ("Hours (0-24)", None), ("Age (18-99)", None), ("Open from 1 to 5 pm", None),
    ("Q1: how (2)", None), ("Page 1 - part 2 - age", None), ("Step 1: Item 3: income", None),
    ("Section 1: Q 2: How old are you?", None), ("Frage 1: Teil 4: Alter", None),
    ("Between 1 and 10 employees", None), ("Days (1 to 7 days)", None),
    ("Ratio 1:2 = right?", None),
    ("Version 1.0 - a, 2.0 - b", None), ("How satisfied are you?", None),
    ("From 2019 to 2023", None),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "ends"), ENDS)
def test_numbers_outside_of_the_ends_that_a_heading_names_are_doubted(tmp_path, heading, ends):
    assert named_ends(heading) == ends
    low, high = ends or (1, 5)
    inside = [low + at * 13 % (high - low + 1) for at in range(50)]
    outside = low - 1 if low else high + 1
    named = f"The heading names {low} to {high}; {outside} (9 times) lies outside, and was"
    found = doubts(sheet(tmp_path, f"{heading}", [*inside, *[outside] * 9]))
    assert any(one.startswith(named) for one in found) == (ends is not None)
    assert not any("lies outside" in one for one in doubts(sheet(tmp_path, heading, inside)))
    # Where most lie outside, the heading speaks of something else.
    many = [*inside[:10], *[outside] * 9, *[high + 2 + at for at in range(20)]]
    assert not any("lies outside" in one for one in doubts(sheet(tmp_path, heading, many)))
