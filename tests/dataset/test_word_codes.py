"""Codes that are words, m and 01: they are kept wherever the answers are written, and read back."""

import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import Category, Missing
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.text import Text

LABELS = {
    "sex": {"m": "Male", "f": "Female", "x": "Refused"},
    "vote": {"01": "Yes", "02": "No", "99": "Don't know"},
    "side": {"N": "North", "-1": "South", "+": "East"},
    "end": {"beginning": "Beginning", "ending": "Ending"},
}
CELLS = {
    "sex": ["m", "f", "x", "", "m"],
    "vote": ["01", "02", "99"],
    "side": ["N", "-1", "+"],
    "end": ["beginning", "ending"],
}


@pytest.fixture(name="source")
def coded_by_words(tmp_path):
    path = tmp_path / "source.sav"
    frame = pd.DataFrame(
        {name: [cells[n % len(cells)] for n in range(30)] for name, cells in CELLS.items()}
    )
    pyreadstat.write_sav(
        frame, str(path), variable_value_labels=LABELS, missing_ranges={"vote": ["99"]}
    )
    return read_dataset(path)


def test_a_code_that_is_a_word_is_the_word_of_its_category(source):
    assert [one.written for one in source.codebook["sex"].categories] == ["f", "m"]
    assert Category("male", Text.of("Male"), 1).written == "1"
    assert source.columns["vote"].reasons[2] == Missing.DONT_KNOW


@pytest.mark.parametrize("second", ["sav", "zsav", "csv", "xlsx", "parquet"])
@pytest.mark.parametrize("first", ["sav", "csv", "xlsx"])
def test_they_come_back_from_every_format_by_way_of_every_other(source, tmp_path, first, second):
    write_dataset(source, tmp_path / f"first.{first}")
    write_dataset(read_dataset(tmp_path / f"first.{first}"), tmp_path / f"second.{second}")
    back = read_dataset(tmp_path / f"second.{second}")
    assert back.codebook == source.codebook
    for name, column in source.columns.items():
        assert back.columns[name].codes.tolist() == column.codes.tolist()


def test_spss_finds_the_words_their_labels_and_what_is_missing(source, tmp_path):
    write_dataset(source, tmp_path / "again.sav")
    frame, about = pyreadstat.read_sav(str(tmp_path / "again.sav"), user_missing=True)
    assert frame["sex"].tolist()[:5] == CELLS["sex"]
    assert frame["vote"].tolist()[:3] == CELLS["vote"]
    assert about.variable_value_labels == LABELS
    assert about.missing_ranges["vote"] == [{"lo": "99", "hi": "99"}]


def test_text_files_hold_the_words(source, tmp_path):
    write_dataset(source, tmp_path / "again.csv")
    lines = (tmp_path / "again.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:3] == ["sex,vote,side,end", "m,01,N,beginning", "f,02,'-1,ending"]


def test_a_codebook_with_one_word_for_two_answers_is_a_problem(source, tmp_path):
    write_dataset(source, tmp_path / "again.csv")
    beside = tmp_path / "again.codebook.json"
    text = beside.read_text(encoding="utf-8")
    beside.write_text(text.replace('"word": "f"', '"word": "m"'), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_dataset(tmp_path / "again.csv")
    assert "same code" in str(caught.value.found)
