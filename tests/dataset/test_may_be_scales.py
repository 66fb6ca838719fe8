"""Choices that may be scales of unknown words are doubted, in all formats."""

import random

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset

CHOICE, SCALE = VariableType.CATEGORICAL, VariableType.ORDINAL
WORDS = "A choice may be a scale"


@pytest.fixture(name="read", params=["answers.csv", "answers.xlsx", "answers.parquet"])
def reader(tmp_path, request):
    def reads(columns, codebook=""):
        chance = random.Random(5)
        frame = pd.DataFrame(
            {name: chance.choices(list(cells), k=60) for name, cells in columns.items()}
        )
        path = tmp_path / request.param
        {".csv": frame.to_csv, ".xlsx": frame.to_excel, ".parquet": frame.to_parquet}[path.suffix](
            path, index=False
        )
        (tmp_path / "answers.codebook.toml").write_text(codebook, encoding="utf-8")
        return read_dataset(path)

    return reads


def doubted(dataset, start):
    return sorted(
        name
        for one in dataset.account.doubts
        if str(one.found).startswith(start)
        for name in one.variables
    )


GRADED = [
    "voll zufriedenstellend|wenig zufriedenstellend|gar nicht zufriedenstellend so",
    "I really love it all|I somewhat love it, at times|I never love it at all",
    "much as ever it was|a little as it once was|not at all as it was",
    "très bien compris cela|peu compris en tout|pas du tout compris ça",
]


@pytest.mark.parametrize("answers", GRADED)
def test_a_choice_of_graded_words_that_nobody_listed_is_doubted(read, answers):
    dataset = read({"q": answers.split("|"), "age": range(20, 60)})
    if dataset.codebook["q"].type is CHOICE:
        assert doubted(dataset, WORDS) == ["q"]
    else:
        assert dataset.codebook["q"].type is SCALE


def test_options_that_three_questions_share_are_doubted_together(read):
    options = ["super", "na ja", "mies"]
    dataset = read({"a": options, "b": options, "c": options, "age": range(20, 60)})
    assert doubted(dataset, WORDS) == ["a", "b", "c"]
    two = read({"a": options, "b": options, "age": range(20, 60)})
    assert doubted(two, WORDS) == []


@pytest.mark.parametrize(
    "said",
    [
        'type = "single choice"', "sure = true",
        'type = "scale"\nanswers = ["super", "na ja", "mies"]',
    ],
)  # fmt: skip
def test_what_was_said_is_not_doubted_and_only_that(read, said):
    options = ["super", "na ja", "mies"]
    columns = dict.fromkeys("abcd", options) | {"age": range(20, 60)}
    dataset = read(columns, codebook=f"[columns.a]\n{said}\n")
    assert doubted(dataset, WORDS) == ["b", "c", "d"]


@pytest.mark.parametrize(
    "answers",
    [
        "Red|Green|Blue", "yes|no|sometimes", "Monday|Tuesday|Friday", "Bus|Tram|Other",
        "Very good|Good|Poor", "18-24|25-34|35+", "north|south", "a|b|c|d|e|f|g|h|i",
    ],
)  # fmt: skip
def test_other_choices_are_not_doubted(read, answers):
    dataset = read({"q": answers.split("|"), "age": range(20, 60)})
    assert doubted(dataset, WORDS) == []


def test_labels_of_a_statistics_file_are_doubted_alike(tmp_path):
    path = tmp_path / "answers.sav"
    labels = {1.0: "super", 2.0: "na ja", 3.0: "mies"}
    frame = pd.DataFrame({one: np.resize([1.0, 2.0, 3.0], 30) for one in ("rot", "bad", "dach")})
    pyreadstat.write_sav(
        frame, str(path), variable_value_labels=dict.fromkeys(frame, labels),
        variable_measure=dict.fromkeys(frame, "nominal"),
    )  # fmt: skip
    assert doubted(read_dataset(path), WORDS) == ["bad", "dach", "rot"]
