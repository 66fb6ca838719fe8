"""Answers that come part by part and are written as one file in random order."""

import csv
import datetime

import numpy as np
import pytest

from rundfrage.codebook import Category, Codebook, Missing, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.dataset.files import FORMATS, read_dataset, write_dataset, written_shuffled
from rundfrage.dataset.files.shuffled import random_order
from rundfrage.errors import Problem
from rundfrage.text import Text

CATEGORIES = (Category("x", Text.of("X"), 1), Category("y", Text.of("Y"), 2))
BOOK = Codebook(
    Study("s", Text.of("S")),
    (
        Variable("number", VariableType.NUMERIC, Text.of("Number")),
        Variable("one", VariableType.CATEGORICAL, Text.of("One"), CATEGORIES),
        Variable("many", VariableType.MULTIPLE, Text.of("Many"), CATEGORIES),
        Variable("words", VariableType.TEXT, Text.of("Words")),
        Variable("day", VariableType.DATE, Text.of("Day")),
    ),
)
SUFFIXES = sorted({one.suffixes[0] for one in FORMATS if one.write})


def part(numbers):
    """Respondents of whom each answer tells the number."""
    numbers = np.array(numbers, int)
    blank = numbers % 5 == 0
    days = np.datetime64("2026-01-01") + numbers
    reasons = np.where(blank, Missing.LEFT_BLANK, 0).astype(np.int8)
    columns = {
        "number": Values(numbers.astype(float), np.zeros(len(numbers), np.int8)),
        "one": Coded(np.where(blank, Missing.DONT_KNOW, numbers % 2).astype(np.int16)),
        "many": Marks(np.array([numbers % 2, 1 - numbers % 2], np.int8)),
        "words": Values(np.array([f'"{one}"\n' for one in numbers], object), reasons),
        "day": Values(days.astype("datetime64[D]"), reasons),
    }
    return Dataset(BOOK, columns, len(numbers), "field")


PARTS = (range(300), range(300, 301), range(301, 301), range(301, 700))


def added(path, *parts, finish=lambda _: None):
    with written_shuffled(BOOK, path, "field", finish) as add:
        for one in parts:
            add(one)


def shuffled(path, parts=PARTS, finish=lambda _: None):
    added(path, *map(part, parts), finish=finish)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_all_respondents_are_there_as_they_are_written_at_once(tmp_path, suffix):
    shuffled(tmp_path / f"parts{suffix}")
    write_dataset(part(range(700)), tmp_path / f"whole{suffix}")
    found, whole = (read_dataset(tmp_path / f"{name}{suffix}") for name in ("parts", "whole"))
    numbers = found.columns["number"].values
    assert sorted(numbers) == list(range(700))
    assert list(numbers) != list(range(700))
    order = np.argsort(numbers)
    for name, column in whole.columns.items():
        match found.columns[name]:
            case Coded(codes):
                ordered = Coded(codes[order])
            case Marks(marks):
                ordered = Marks(marks[:, order])
            case Values(values, reasons):
                ordered = Values(values[order], reasons[order])
        assert ordered == column, name
    assert all(not (one.stat().st_mode & 0o077) for one in tmp_path.glob("parts*"))


def test_every_place_is_as_likely_for_whoever_came_first(tmp_path):
    places = []
    for _ in range(60):
        shuffled(tmp_path / "a.csv", [range(50), range(50, 100)])
        with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
            places += [
                at for at, row in enumerate(csv.DictReader(stream)) if int(row["number"]) < 10
            ]
    # The mean of 600 places from 0 to 99 is further from 49.5 than 6 once in millions of times.
    assert abs(np.mean(places) - 49.5) < 6
    assert sorted(random_order(1000)) == list(range(1000))


def test_without_respondents_the_heading_is_there(tmp_path):
    for parts in ([], [range(0)]):
        shuffled(tmp_path / "a.csv", parts)
        assert read_dataset(tmp_path / "a.csv").n == 0


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_what_fails_leaves_nothing(tmp_path, suffix):
    def fails(_):
        raise ZeroDivisionError

    file = tmp_path / f"a{suffix}"
    with pytest.raises(ZeroDivisionError):
        shuffled(file, finish=fails)
    bad = part([1])
    bad.columns["words"].values[0] = "a\0b"
    with pytest.raises(Problem) as found:
        added(file, part(range(100)), bad)
    assert (found.value.code, found.value.where.file) == ("text-unwritable", str(file))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(Problem) as found:
        shuffled(tmp_path / "a.unknown")
    assert found.value.code == "format-not-written"


def test_a_day_stays_a_day(tmp_path):
    shuffled(tmp_path / "a.csv", [[1]])
    (day,) = read_dataset(tmp_path / "a.csv").columns["day"].values
    assert day.astype(object) == datetime.date(2026, 1, 2)
