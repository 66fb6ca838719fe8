"""Codes of missing answers in what is written: kept where the format can, else told by name."""

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage import services
from rundfrage.codebook import (
    Category,
    Codebook,
    Missing,
    MissingCode,
    Study,
    Variable,
    VariableType,
)
from rundfrage.dataset.columns import Coded, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files import codes_lost, read_dataset, write_dataset
from rundfrage.dataset.files.sav_missing import with_missing
from rundfrage.dataset.flat import flat_columns
from rundfrage.errors import Problem
from rundfrage.locales.phrases import Phrasebook
from rundfrage.text import EMPTY, Text


def ages(codes, answers=(20.0, 60.0)):
    """A column of ages behind these codes, all of which are left blank."""
    missing = tuple(
        MissingCode(Missing.LEFT_BLANK, code, label=Text.of(f"m{code}")) for code in codes
    )
    variable = Variable("age", VariableType.NUMERIC, EMPTY, missing=missing)
    values = np.array([*codes, *answers])
    reasons = np.array([Missing.LEFT_BLANK] * len(codes) + [0] * len(answers), np.int8)
    places = np.array([*range(len(codes)), *[-1] * len(answers)], np.int8)
    book = Codebook(Study("", EMPTY), (variable,))
    return Dataset(
        book, {"age": Values(values, reasons)}, len(values), missing_codes={"age": places}
    )


def declared(dataset):
    (flat,) = flat_columns(dataset.codebook)
    column = dataset.columns["age"]
    return with_missing(
        dataset, flat, np.where(column.answered, column.values, 0.0), column.reasons,
        Phrasebook("en", "table"), "a.sav",
    )  # fmt: skip


def test_three_codes_are_values_more_of_them_a_range_and_one_beside_it():
    assert declared(ages([-9.0, -8.0, -7.0])).ranges == [-9.0, -8.0, -7.0]
    four = declared(ages([-9.0, -8.0, -7.0, -1.0]))
    assert four.ranges == [{"lo": -9.0, "hi": -1.0}]
    assert four.values.tolist() == [-9.0, -8.0, -7.0, -1.0, 20.0, 60.0]
    assert declared(ages([-9.0, -8.0, -7.0, 99.0])).ranges == [{"lo": -9.0, "hi": -7.0}, 99.0]


def test_codes_on_both_sides_of_answers_become_one_and_are_told():
    dataset = ages([-9.0, -8.0, 98.0, 99.0])
    assert np.isnan(declared(dataset).values[:4]).all()
    assert [code.value for code in codes_lost(dataset, "a.sav")["age"]] == [-9.0, -8.0, 98.0, 99.0]
    assert codes_lost(ages([-9.0]), "a.sav") == {}
    assert [code.value for code in codes_lost(ages([-9.0]), "a.csv")["age"]] == [-9.0]
    assert dataset.kept(np.arange(6) > 3).missing_codes["age"].tolist() == [-1, -1]


def test_an_spss_file_keeps_its_codes_and_its_words(tmp_path):
    path, again = tmp_path / "a.sav", tmp_path / "b.sav"
    frame = pd.DataFrame({
        "q": [1.0, 2.0, 97.0, 98.0, 99.0, 1.0] * 10,
        "s": ["A", "B", "99", "A", "B", "A"] * 10,
        "way": ["Bus", "Tram", "Walk"] * 20,
    })  # fmt: skip
    labels = {"q": {1.0: "Bus", 2.0: "Tram"}, "s": {"A": "alpha", "B": "beta", "99": "no answer"}}
    ranges = {"q": [97, 98, 99], "s": ["99"]}
    pyreadstat.write_sav(frame, str(path), variable_value_labels=labels, missing_ranges=ranges)
    dataset = read_dataset(path)
    assert codes_lost(dataset, again) == {}
    assert sorted(codes_lost(dataset, "a.parquet")) == ["q", "s"]
    write_dataset(dataset, again)
    written, facts = pyreadstat.read_sav(str(again), user_missing=True)
    assert written.to_dict("list") == frame.to_dict("list")
    assert facts.missing_ranges["s"] == [{"lo": "99", "hi": "99"}]
    assert facts.variable_value_labels["s"] == labels["s"]
    assert codes_lost(read_dataset(again), again) == {}
    made = services.convert(services.open_source(path), tmp_path / "a.csv")
    assert made.lost == {("97", "98", "99"): ("q",), ("99 “no answer”",): ("s",)}


def test_long_codes_of_answers_are_kept_in_parquet_or_refused_by_name(tmp_path):
    def chosen(code):
        categories = (Category("a", Text.of("A"), 1), Category("b", Text.of("B"), code))
        book = Codebook(
            Study("", EMPTY), (Variable("q", VariableType.CATEGORICAL, EMPTY, categories),)
        )
        return Dataset(book, {"q": Coded(np.array([0, 1, 1], np.int8))}, 3)

    for code in (2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 13820198400, -(2**63)):
        write_dataset(chosen(code), tmp_path / "a.parquet")
        again = read_dataset(tmp_path / "a.parquet")
        assert [one.code for one in again.codebook["q"].categories] == [1, code]
        assert again.columns["q"].codes.tolist() == [0, 1, 1]
    with pytest.raises(Problem) as caught:
        write_dataset(chosen(10**30), tmp_path / "b.parquet")
    assert caught.value.code == "code-too-large"
    assert caught.value.where.name == "q"
    assert not (tmp_path / "b.parquet").exists()
