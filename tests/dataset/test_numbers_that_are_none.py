"""Cells that hold numbers and are no quantities: identifiers, versions, guesses, orders, units."""

import pandas as pd
import pyarrow as pa
import pyreadstat
import pytest
from pyarrow import parquet as pq

from rundfrage.codebook import Use, VariableType
from rundfrage.dataset.files import read_dataset

NUMBER, CHOICE, TEXT = VariableType.NUMERIC, VariableType.CATEGORICAL, VariableType.TEXT
PEOPLE = 48


def read(folder, cells, name="x", said=""):
    given = [cells[at % len(cells)] for at in range(max(PEOPLE, len(cells)))]
    rows = [f'"{cell}",{"ab"[at % 2]}' for at, cell in enumerate(given)]
    (folder / "a.csv").write_text("\n".join([f"{name},other", *rows]) + "\n", "utf-8")
    (folder / "a.codebook.toml").write_text(f"[columns.x]\n{said}\n" if said else "", "utf-8")
    return read_dataset(folder / "a.csv")


def doubts(dataset):
    first = dataset.codebook.variables[0].name
    return [str(one.found) for one in dataset.account.doubts if first in one.variables]


APART = [
    ("$5|€5|£6", "“£6”, “€5”, “$5”"),
    ("1.5|1,5|2,5", "“1,5”, “1.5”"),
]


@pytest.mark.parametrize(("cells", "shown"), APART)
def test_numbers_of_several_units_have_no_order_and_are_doubted(tmp_path, cells, shown):
    dataset = read(tmp_path, cells.split("|"))
    assert dataset.codebook.variables[0].type is CHOICE
    (found,) = doubts(dataset)
    start = "Each of its answers is a number, but not of one unit, or not written alike: "
    assert found.startswith(start)
    assert set(found.removeprefix(start).rstrip(".").split(", ")) == set(shown.split(", "))
    assert doubts(read(tmp_path, cells.split("|"), said="sure = true")) == []


@pytest.mark.parametrize("cells", ["70 kg|80 kg|154 lbs", "1 mile|2 km|5 km"])
def test_units_of_two_systems_are_no_steps(tmp_path, cells):
    dataset = read(tmp_path, cells.split("|"))
    assert dataset.codebook.variables[0].type is CHOICE
    assert doubts(dataset) == ["Its answers begin with numbers that are of different units."]
    many = read(tmp_path, [f"{60 + at} kg" for at in range(40)] + ["154 lbs"])
    assert [one.split(":")[0] for one in doubts(many)] == [
        "Each of its answers is a number, but not of one unit, or not written alike"
    ]


def test_units_of_one_system_are_still_steps(tmp_path):
    for cells in (["500 m", "1 km", "5 km"], ["6 inches", "1 foot", "3 feet"]):
        assert read(tmp_path, cells).codebook.variables[0].type is VariableType.ORDINAL


GUESSES = [">100", "ca. 30", "about 20", "<5", "30+", "~30", "30-40", "40 oder 50", "14a"]


@pytest.mark.parametrize("guess", GUESSES)
def test_guesses_among_numbers_are_named(tmp_path, guess):
    cells = [str(3 * at + 1) for at in range(35)] + [guess] * 13
    settled = read(tmp_path, cells, said=f'missing = {{ "{guess}" = "left_blank" }}')
    assert doubts(read(tmp_path, cells)) == [f"Most answers are numbers; these are not: “{guess}”."]
    assert settled.codebook["x"].type is NUMBER
    assert doubts(settled) == []


VERSIONS = [
    ("3.7|3.10|3.11", CHOICE, ["3.7", "3.10", "3.11"]),
    ("3.7|3.10|3.11|2.7", CHOICE, ["2.7", "3.7", "3.10", "3.11"]),
    ("2.50|3.5|4.20", NUMBER, ["“2.50” was read as a decimal, and may be a version."]),
    ("2.50|3.50|4.20", NUMBER, []),
    ("1.0|2.0|3.5", NUMBER, []),
]


@pytest.mark.parametrize(("cells", "kind", "found"), VERSIONS)
def test_a_last_zero_shows_a_version(tmp_path, cells, kind, found):
    dataset = read(tmp_path, cells.split("|"))
    first = dataset.codebook.variables[0]
    assert first.type is kind
    shown = [one.label.source for one in first.categories] if kind is CHOICE else doubts(dataset)
    assert shown == found
    assert doubts(read(tmp_path, cells.split("|"), name="price")) == []


def test_numbers_with_a_plus_may_be_codes_of_countries(tmp_path):
    assert doubts(read(tmp_path, ["+1", "+44", "+49", "+380"])) == [
        "Small whole numbers without labels may be codes of answers, and were read as numbers."
    ]
    assert doubts(read(tmp_path, ["+1", "+44"], said='type = "single choice"')) == []


def test_an_order_in_a_cell_is_a_ranking(tmp_path):
    dataset = read(tmp_path, ["price > look > speed", "look > price > speed", "speed>look>price"])
    names = [one.name for one in dataset.codebook.variables[:3]]
    price, look, speed = (dataset.columns[name].values.tolist()[:3] for name in sorted(
        names, key=lambda name: ["price", "look", "speed"].index(name.rsplit(".", 1)[-1])
    ))  # fmt: skip
    assert [price, look, speed] == [[1, 2, 3], [2, 1, 2], [3, 3, 1]]


LONG = [2**60 + 7 * at for at in range(PEOPLE)]


@pytest.mark.parametrize("suffix", ["parquet", "csv", "json", "xlsx", "sav", "dta"])
def test_long_identifiers_are_left_out_and_the_rest_is_counted(tmp_path, suffix):
    path = tmp_path / f"answers.{suffix}"
    frame = pd.DataFrame({
        "snow": LONG,
        "slip": [2**60 if at == 5 else 100 + 7 * at for at in range(PEOPLE)],
    })  # fmt: skip
    match suffix:
        case "parquet":
            frame.to_parquet(path)
        case "csv":
            frame.to_csv(path, index=False)
        case "json":
            frame.to_json(path, orient="records")
        case "xlsx":
            frame.to_excel(path, index=False)
        case "sav":
            pyreadstat.write_sav(frame.astype(float), str(path))
        case "dta":
            pyreadstat.write_dta(frame.astype(float), str(path))
    dataset = read_dataset(path)
    assert dataset.codebook["snow"].use is Use.ID
    slip = dataset.columns["slip"]
    assert slip.answered.sum() == PEOPLE - 1
    assert slip.values[slip.answered].max() == 100 + 7 * (PEOPLE - 1)
    said = [str(one.found) for one in dataset.account.doubts if "slip" in one.variables]
    assert len(said) == 1
    assert "is too large to be a number that somebody gave" in said[0]


def test_what_a_spreadsheet_rounded_is_left_out(tmp_path):
    dataset = read(tmp_path, ["1.15292E+18"])
    assert dataset.codebook["x"].use is Use.ID
    assert doubts(dataset) == [
        "It holds large numbers that a program has rounded, as of identifiers."
    ]


def test_categories_with_an_order_are_a_scale_in_it(tmp_path):
    words = ["low", "mid", "high", None, "mid", "low"] * 8
    kind = pd.CategoricalDtype(["none", "low", "mid", "high"], ordered=True)
    frame = pd.DataFrame({"rank": pd.Series(words, dtype=kind), "any": pd.Categorical(words)})
    pq.write_table(pa.Table.from_pandas(frame), tmp_path / "a.parquet")
    dataset = read_dataset(tmp_path / "a.parquet")
    rank = dataset.codebook["rank"]
    assert rank.type is VariableType.ORDINAL
    assert [one.label.source for one in rank.categories] == ["none", "low", "mid", "high"]
    assert dataset.columns["rank"].codes.tolist()[:6] == [1, 2, 3, -4, 2, 1]
