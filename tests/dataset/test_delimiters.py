"""The sign between cells: told by the rows, by the user, or not there in a file of one column."""

import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem

TICKED = ["price", "price; look; speed", "look; price", "speed", "speed; look", "look"]
MIXED = ["price", "look; speed; price", "price; look; speed", "speed; look; price", "look; price"]
RANKED = ["price; look; speed", "look; price; speed", "speed; look; price"]
ONE = [
    "Its heading isn't cut by the semicolon that stands in its cells: it was read as one column."
]


def written(folder, *lines):
    path = folder / "a.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("cells", [TICKED, MIXED, RANKED])
def test_answers_of_one_column_are_not_cut_into_several(tmp_path, cells):
    path = written(tmp_path, "m", *cells * 8)
    found = read_dataset(path)
    assert found.n == 8 * len(cells)
    doubted = [str(one.found) for one in found.account.doubts][:1]
    assert doubted == ([] if cells is TICKED else ONE)
    assert [entry.column for entry in found.account.entries] == ["m"]
    if cells is TICKED:
        assert found.codebook.variables[0].type is VariableType.MULTIPLE
    said = read_dataset(path, options=Options(delimiter="none"))
    assert said.codebook.variables == found.codebook.variables
    assert ONE[0] not in [str(one.found) for one in said.account.doubts]
    beside(path).write_text('[file]\ndelimiter = "none"\n', encoding="utf-8")
    assert ONE[0] not in [str(one.found) for one in read_dataset(path).account.doubts]


def test_titles_and_notes_around_a_table_make_no_single_column(tmp_path):
    rows = [f"{at};{at % 5};{'ab'[at % 2]}" for at in range(1000, 1030)]
    path = written(tmp_path, "A survey", "id;score;group", *rows, "Source: us")
    assert [entry.column for entry in read_dataset(path).account.entries] == [
        "id",
        "score",
        "group",
    ]


@pytest.mark.parametrize(("mark", "said"), [("~", "~"), ("\t", "tab"), (":", ":")])
def test_a_delimiter_that_is_said_cuts_the_rows(tmp_path, mark, said):
    path = written(tmp_path, f"a{mark}b,c", *[f"{at}{mark}x,{at % 3}" for at in range(9)])
    found = read_dataset(path, options=Options(delimiter=said))
    assert [entry.column for entry in found.account.entries] == ["a", "b,c"]
    with pytest.raises(Problem) as caught:
        Options(delimiter="semicolon")
    assert caught.value.code == "delimiter-unknown"
