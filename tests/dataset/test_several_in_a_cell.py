"""Cells that hold several answers: the marks between them, lists, and what only looks so."""

import json

import pandas as pd
import pyarrow as pa
import pyreadstat
import pytest
from pyarrow import parquet
from small_files import base, counts, doubts, read

from rundfrage.codebook import VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.ticks import may_be_several

SEVERAL = VariableType.MULTIPLE
CHOSEN = [["bus"], ["tram", "bus"], ["bike"], ["bus", "bike"], ["tram"], ["tram", "bus", "bike"]]
COUNTS = {"bus": 12, "tram": 9, "bike": 9}
MARKS = [", ", ",", "; ", ";", "|", " | ", "\n", " / ", "/", " + ", "+", " ", "، ", "،", "؛ ", "、",
         "，", "；"]  # fmt: skip


def written(folder, cells, times=3):
    """A file of these cells beside a number."""
    rows = [(cell, 20 + at % 40) for at, cell in enumerate(cells * times)]
    pd.DataFrame(rows, columns=["q", "age"]).to_csv(folder / "a.csv", index=False)
    return read_dataset(folder / "a.csv")


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_between_words_that_stand_alone_elsewhere_cuts_them(tmp_path, mark):
    dataset = written(tmp_path, [mark.join(some) for some in CHOSEN])
    assert counts(dataset, "q") == COUNTS


@pytest.mark.parametrize("mark", MARKS)
def test_strings_of_statistics_files_are_cut_as_well(tmp_path, mark):
    people = pd.DataFrame({"q": [mark.join(some) for some in CHOSEN] * 3})
    pyreadstat.write_sav(people, str(tmp_path / "a.sav"))
    people.to_parquet(tmp_path / "a.parquet")
    for name in ("a.sav", "a.parquet"):
        assert counts(read_dataset(tmp_path / name), "q") == COUNTS


LISTS = {
    "JSON": json.dumps,
    "JSON without blanks": lambda some: json.dumps(some, separators=(",", ":")),
    "Python": str,
    "a tuple": lambda some: str(tuple(some)),
    "a set": lambda some: f"{{{', '.join(map(repr, some))}}}",
    "NumPy": lambda some: f"[{' '.join(map(repr, some))}]",
    "PostgreSQL": lambda some: f"{{{','.join(some)}}}",
    "R": lambda some: f"c({', '.join(json.dumps(one) for one in some)})",
}  # fmt: skip


@pytest.mark.parametrize("write", LISTS.values(), ids=LISTS)
def test_lists_of_programs_hold_several_answers(tmp_path, write):
    dataset = written(tmp_path, [write(some) for some in CHOSEN])
    assert (counts(dataset, "q"), doubts(dataset)) == (COUNTS, [])


@pytest.mark.parametrize("write", [json.dumps, str])
def test_commas_within_the_words_of_a_list_cut_nothing(tmp_path, write):
    cells = [["Email, letters", "TV"], ["TV"], ["Email, letters"]]
    assert counts(written(tmp_path, [write(one) for one in cells]), "q") == {
        "Email, letters": 6, "TV": 6,
    }  # fmt: skip


def test_an_empty_list_is_no_choice_where_others_are_left_empty_and_doubted_elsewhere(tmp_path):
    cells = [json.dumps(some) for some in [*CHOSEN, []]]
    doubted = written(tmp_path, cells)
    assert (base(doubted, "q"), len(doubts(doubted))) == (18, 1)
    beside = written(tmp_path, [*cells, ""])
    assert (base(beside, "q"), doubts(beside)) == (21, [])


@pytest.mark.parametrize(("said", "people"), [("answer", 21), ("left_blank", 18)])
def test_what_an_empty_list_means_may_be_said(tmp_path, said, people):
    (tmp_path / "a.codebook.toml").write_text(f'[columns.q]\nnone_chosen = "{said}"\n')
    dataset = written(tmp_path, [json.dumps(some) for some in [*CHOSEN, []]])
    assert (base(dataset, "q"), doubts(dataset)) == (people, [])


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.int64()])
def test_columns_of_lists_in_parquet_are_a_multiple_choice(tmp_path, kind):
    rows = CHOSEN if kind != pa.int64() else [[len(one) for one in some] for some in CHOSEN]
    table = pa.table({"q": pa.array([*rows * 3, None], pa.list_(kind))})
    parquet.write_table(table, tmp_path / "a.parquet")
    dataset = read_dataset(tmp_path / "a.parquet")
    assert dataset.codebook["q"].type is SEVERAL
    assert (max(counts(dataset, "q").values()), base(dataset, "q")) == (
        15 if kind == pa.int64() else 12,
        18,
    )


def test_lists_of_all_things_in_an_order_of_their_own_are_a_ranking(tmp_path):
    orders = [["a", "b", "c"], ["c", "a", "b"], ["b", "c", "a"], ["a", "c", "b"]]
    dataset = written(tmp_path, [json.dumps(one) for one in orders], times=4)
    (battery,) = dataset.codebook.batteries
    assert battery.shape == RANKS


@pytest.mark.parametrize(
    "cells",
    [
        ["New York", "New Jersey", "York", "Berlin"],
        ["very good", "good", "bad", "very bad"],
        ["single / never married", "married", "divorced / separated", "widowed"],
        ["Male", "Female", "Male/Female"],
        ["A+", "A", "B+", "B", "C"],
        ["C", "C++", "Java", "C#"],
        ["m/w", "m", "w", "d"],
        ["65+", "18-64", "0-17"],
        ["Anna Maria", "Anna", "Maria", "Jo"],
        ["[removed]", "[deleted]", "[removed]"],
        ["{x}", "x", "y"],
        ["Ja, sehr", "Ja, eher", "Nein, eher nicht", "Nein, gar nicht"],
        ["نعم، بالتأكيد", "لا، أبدا", "نعم، أحيانا"],
    ],
)
def test_what_only_looks_like_several_answers_is_one(tmp_path, cells):
    dataset = written(tmp_path, cells, times=6)
    assert dataset.codebook["q"].type is not SEVERAL


def test_options_of_lists_may_be_named_in_the_codebook(tmp_path):
    said = '[columns.q]\nanswers = ["tram", "bus"]\ntype = "multiple choice"\n'
    people = [json.dumps(some).replace("|", "") for some in CHOSEN]
    dataset = read(tmp_path, "q | age", *(f"{one} | 31" for one in people), codebook=said)
    assert counts(dataset, "q") == {"tram": 3, "bus": 4, "Other": 3}


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        ({"Deutsch": 32, "Englisch, Französisch": 6, "Deutsch, Englisch": 5}, ", "),
        ({"B": 14, "A": 13, "A+B+C": 12, "A+B": 9}, "+"),
        ({"Roe, Rick": 14, "Smith, John": 13}, ""), ({"Halle, Saale": 17, "Köln": 16}, ""),
        ({"he/they": 14, "she/her": 13, "he/him": 11}, ""), ({"C++": 9, "C": 9, "R&D": 8}, ""),
        ({"Yes": 20, "Yes, often": 10, "Yes, at times": 9, "No": 4}, ""),
    ],
)  # fmt: skip
def test_parts_that_change_their_places_may_be_several_answers(cells, mark):
    assert may_be_several(cells) == mark


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_empty_cells_may_be_of_those_who_chose_none(tmp_path, ending):
    cells = ["bus; tram", "bike", "", "tram; bike", "bus", "bus; bike", "tram"] * 6
    path = tmp_path / f"a.{ending}"

    def write(cells):
        hours = [20 + at * 7 % 31 for at in range(len(cells))]
        frame = pd.DataFrame({"way": cells, "hours": hours})
        if ending == "parquet":
            frame.to_parquet(path)
        else:
            (frame.to_csv if ending == "csv" else frame.to_excel)(path, index=False)

    def read_by(line):
        path.with_name("a.codebook.toml").write_text(f"[columns.way]\n{line}\n", encoding="utf-8")
        dataset = read_dataset(path)
        left = int((dataset.columns["way"].reasons < 0).sum())
        return [str(one.found)[:22] for one in dataset.account.doubts], left

    write(cells)
    assert read_by("") == (["6 people ticked nothin"], 6)
    assert read_by('none_chosen = "answer"') == ([], 0)
    assert read_by('none_chosen = "left_blank"') == read_by("sure = true") == ([], 6)
    # Where everybody chose, there is nothing to say.
    write([cell or "bus" for cell in cells])
    assert read_by("") == ([], 0)
