"""Names that only look like a program's, a place's or a calendar's; and codes of every size."""

import json

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from small_files import read

from rundfrage.codebook import Category, Codebook, Study, Use, Variable, VariableType
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.columns import Coded
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.dataset.intake.code_labels import spelled
from rundfrage.text import Text


@pytest.mark.parametrize("name", ["quality", "duration", "language", "browser"])
def test_a_question_in_a_programs_company_is_set_aside_aloud(tmp_path, name):
    frame = pd.DataFrame({
        "lfdn": [float(at) for at in range(30)], "lastpage": [47.0] * 30,
        "dispcode": [31.0] * 30, name: [1.0, 2.0, 3.0] * 10,
    })  # fmt: skip
    labels = {name: {1: "good", 2: "fair", 3: "poor"}}
    pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_value_labels=labels)
    dataset = read_dataset(tmp_path / "a.sav")
    taken = {one.column: one.certainty for one in dataset.account.entries}
    assert dataset.codebook[name].use is Use.ASIDE
    assert (taken[name], taken["lastpage"]) == (Certainty.LIKELY, Certainty.SURE)


def test_numbers_of_towns_name_nobody(tmp_path):
    rows = [f"{at % 40 + 1} | {'ab'[at % 2]}" for at in range(200)]
    dataset = read(tmp_path, "town_id | q1", *rows)
    assert dataset.codebook["town_id"].use is Use.ASIDE
    assert not [one for one in dataset.account.doubts if "respondents" in str(one.found)]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Did you find the tour complete", ["0", "1", "2"]),
        ("Is the list of streets complete", ["0", "1"]),
        ("submitted", ["yes", ""]),
        ("completed", ["most of it", ""]),
    ],
)
def test_what_people_say_is_complete_tells_nothing_of_their_interview(tmp_path, heading, cells):
    rows = [f"{at} | {cells[at % len(cells)]} | {at % 4}" for at in range(40)]
    dataset = read(tmp_path, f"n | {heading} | q", *rows)
    said = [str(one.found) for one in dataset.account.doubts]
    assert not [one for one in said if "interview" in one]


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        ("kilometres per year", False),
        ("Wie viele Euro geben Sie im Jahr aus?", False),
        ("Jahresverbrauch in kWh", False),
        ("dépenses par an", False),
        ("Сколько рублей в год", False),
        ("kilometres in one year", False),
        ("times a year", False),
        ("年収", False),
        ("Please enter a year of birth", True),
        ("Years of birth of your children", True),
        ("Doğum yılınız kaçtır?", True),
        ("Вы родились в году", True),
        ("Birth year, number of digits 4", True),
        ("In which year did you move here", True),
        ("Jahreszahl des Abschlusses", True),
        ("Année de naissance", True),
    ],
)
def test_how_much_in_a_year_is_no_year(tmp_path, name, doubted):
    years = [str(2440 + at % 90) for at in range(180)]
    dataset = read(tmp_path, f"{name} | q", *[f"{year} | a" for year in years])
    assert bool([one for one in dataset.account.doubts if "calendar" in str(one.found)]) is doubted


def test_labels_that_repeat_long_codes_say_nothing():
    labels = {1234560.0 + n: str(1234560 + n) for n in range(12)}
    assert spelled({**labels, 1.0: "other"}) == {1.0: "other"}


def test_a_long_code_leads_to_the_condition_that_leaves_it_out(tmp_path):
    frame = pd.DataFrame(
        {"lfdn": [float(at) for at in range(30)], "status": [1234567.0, 1234568.0, 1234567.0] * 10}
    )
    labels = {"status": {1234567: "Complete", 1234568: "Quota full"}}
    pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_value_labels=labels)
    (settle,) = (str(one.settle) for one in read_dataset(tmp_path / "a.sav").account.doubts)
    assert "not status = quota_full" in settle


@pytest.mark.parametrize("beside", ["{", "[]", json.dumps({"format": 99})])
def test_a_broken_codebook_beside_a_file_that_holds_its_own_is_doubted(tmp_path, beside):
    categories = (Category("a", Text.of("A"), 1), Category("b", Text.of("B"), 2))
    variable = Variable("v", VariableType.CATEGORICAL, Text.of("v"), categories)
    columns = {"v": Coded(np.array([0, 1], np.int16))}
    codebook = Codebook(Study("s", Text.of("S")), (variable,))
    write_dataset(Dataset(codebook, columns, 2), tmp_path / "a.parquet")
    (tmp_path / "a.codebook.json").write_text(beside, encoding="utf-8")
    dataset = read_dataset(tmp_path / "a.parquet")
    assert dataset.codebook == codebook
    (found,) = (str(one.found) for one in dataset.account.doubts)
    assert found.startswith("a.codebook.json isn't looked at")
