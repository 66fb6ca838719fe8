"""What archives, 1KA, R, Excel and survey programs write beside answers."""

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import Missing, Use, VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.errors import Problem


def read(folder, text):
    file = folder / "answers.csv"
    file.write_text(text, encoding="utf-8")
    return read_dataset(file)


def doubts(dataset):
    return [str(one.found) for one in dataset.account.doubts]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a;b;\n1;x\n2;y\n", ["a", "b"]),
        ("a;b\n1;x;\n2;y;\n", ["a", "b"]),
        ('"a";"b"\n"1";5;x\n"2";6;y\n', ["a", "b"]),
    ],
)
def test_a_delimiter_too_many_and_names_of_rows_shift_nothing(text, names, tmp_path):
    dataset = read(tmp_path, text)
    assert [one.name for one in dataset.codebook.variables] == names
    assert dataset.n == 2
    assert dataset.columns["b"].values.tolist() == ["x", "y"]


def test_names_of_rows_are_doubted(tmp_path):
    found = doubts(read(tmp_path, "a,b\n1,5,x\n2,6,y\n"))
    assert any(one.startswith("Each row has a cell more than there are names") for one in found)


def test_a_comma_in_each_name_is_no_name_of_a_row(tmp_path):
    with pytest.raises(Problem) as caught:
        read(tmp_path, "id,name,age\n1,Doe, John,34\n2,Roe, Jane,33\n")
    assert caught.value.code == "row-ragged"


def test_cells_that_spreadsheets_leave_as_they_are(tmp_path):
    rows = "".join(f'="{at % 3}";="-1";"=""00{at % 2}"""\n' for at in range(30))
    dataset = read(tmp_path, f'="x";y;z\n{rows}')
    assert [one.name for one in dataset.codebook.variables] == ["x", "y", "z"]
    assert dataset.columns["x"].values[:3].tolist() == [0.0, 1.0, 2.0]
    assert [one.label.source for one in dataset.codebook["z"].categories] == ["000", "001"]


def stored(folder, values, labels, **more):
    file = folder / "answers.sav"
    pyreadstat.write_sav(
        pd.DataFrame({"v": values}), file, variable_value_labels={"v": labels}, **more
    )
    return read_dataset(file)


@pytest.mark.parametrize(
    "label", ["NAP, other countries", "NAV(BE,CZ);NAP, never heard of it", "0. NAP; NAV"]
)
def test_what_was_not_asked_somewhere_is_no_answer(label, tmp_path):
    values = np.array([0.0] * 30 + [1.0] * 20 + [2.0] * 10)
    dataset = stored(tmp_path, values, {0.0: label, 1.0: "Vote in favour", 2.0: "Vote against"})
    codes = dataset.columns["v"].codes
    assert (codes == Missing.NOT_ASKED).sum() == 30
    assert (codes >= 0).sum() == 30


@pytest.mark.parametrize("label", ["Nap in the afternoon", "Naples", "NAV (welfare office)", "NAV"])
def test_words_that_begin_like_these_are_answers(label, tmp_path):
    values = np.array([0.0] * 30 + [1.0] * 20 + [2.0] * 10)
    dataset = stored(tmp_path, values, {0.0: label, 1.0: "Rome", 2.0: "Turin"})
    assert (dataset.columns["v"].codes >= 0).all()


def test_two_answers_that_the_file_calls_nominal_are_no_scale(tmp_path):
    values = np.array([1.0, 2.0] * 30)
    labels = {1.0: "FAVOR", 2.0: "OPPOSE"}
    nominal = stored(tmp_path, values, labels, variable_measure={"v": "nominal"})
    assert nominal.codebook["v"].type is VariableType.CATEGORICAL


COLUMNS = [
    ("Temps total :", [f"{at}.{at % 7}" for at in range(100, 140)], Use.ASIDE),
    ("Zufallsgeneratorstartwert", [str(10_000_000 + 7919 * at) for at in range(40)], Use.ASIDE),
    ("RO-BR-FL_76", ["FL_1|FL_2", "FL_2|FL_1"] * 20, Use.ASIDE),
    ("Referring URL", ["https://example.org/a", "https://example.org/b"] * 20, Use.ASIDE),
    ("RDS – Seq #", [str(at * 3) for at in range(40)], Use.ASIDE),
    ("Correo", [f"a{at}@example.org" for at in range(39)] + ["Es mi cuenta."], Use.ASIDE),
    ("REGISTRO", [str(at * 3 + 1) for at in range(40)], Use.ID),
    ("W_WEIGHT: Weight", [f"{0.5 + at / 40}" for at in range(40)], Use.WEIGHT),
    ("S018: Equilibration weight-1000", [f"{0.5 + at / 40}" for at in range(40)], Use.WEIGHT),
    ("w_age_bel", [f"{0.5 + at / 40}" for at in range(40)], Use.WEIGHT),
]


@pytest.mark.parametrize(("name", "cells", "use"), COLUMNS)
def test_what_is_no_question_is_left_out(name, cells, use, tmp_path):
    rows = "".join(f'"{cell}",{("yes", "no")[at % 2]}\n' for at, cell in enumerate(cells))
    dataset = read(tmp_path, f'"{name}",q\n{rows}')
    assert [one.use for one in dataset.codebook.variables] == [use, Use.ANSWER]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Body weight", [f"{60 + at / 3:.1f}" for at in range(40)]),
        ("w_hours", [str(at % 9) for at in range(40)]),
        ("Sequence of birth", [("first", "second")[at % 2] for at in range(40)]),
        ("What would you write us?", ["a@example.org", "nothing", "good luck", "more buses"] * 10),
    ],
)
def test_questions_of_like_names_stay(name, cells, tmp_path):
    rows = "".join(f'"{cell}",{("yes", "no")[at % 2]}\n' for at, cell in enumerate(cells))
    assert read(tmp_path, f'"{name}",q\n{rows}').codebook.variables[0].use is Use.ANSWER


def test_marks_that_some_people_lack_in_part_are_doubted(tmp_path):
    chance = np.random.default_rng(1)
    marks = chance.integers(0, 2, (80, 4)).astype(float)
    whole = pd.DataFrame(marks, columns=[f"rwa{at}" for at in range(1, 5)])
    part = whole.mask(chance.random(whole.shape) < 0.1)
    said = {}
    for name, frame in (("whole", whole), ("part", part)):
        file = tmp_path / f"{name}.dta"
        pyreadstat.write_dta(frame, file)
        said[name] = doubts(read_dataset(file))
    assert not any("answered a part" in one for one in said["whole"])
    assert any("answered a part" in one for one in said["part"])
