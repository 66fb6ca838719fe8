"""What every file format keeps: all of a dataset, or a Problem before anything is written."""

import dataclasses
import io
import random

import numpy as np
import pytest
from generated_datasets import datasets
from hypothesis import given

from proofs import examples
from rundfrage.codebook import Category, Codebook, Missing, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.dataset.files import FORMATS, read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.text import Text

WRITTEN = [one for one in FORMATS if one.write]
SUFFIXES = sorted({suffix for one in WRITTEN for suffix in one.suffixes})
MAIN = [one.suffixes[0] for one in WRITTEN]


def texts(*words):
    values = np.empty(len(words), object)
    values[:] = words
    return values


def alliance(n=5):
    """A little of everything, with every reason for a missing answer."""
    steps = ("gut", "neutral", "schlecht")
    grade = tuple(Category(word, Text.of(word, "de"), code) for code, word in enumerate(steps, 1))
    reasons = np.resize([0, -1, -2, -3, -4], n)
    named = {
        "q2": (Variable("q2", VariableType.ORDINAL, Text.of("Wie?", "de"), grade),
               Coded(np.where(reasons < 0, reasons, 1).astype(np.int16))),
        "q3": (Variable("q3", VariableType.MULTIPLE, Text.of("Was?", "de"), grade),
               Marks(np.where(reasons < 0, reasons, [[1], [0], [1]]).astype(np.int8))),
        "age": (Variable("age", VariableType.NUMERIC, Text.of("Alter", "de"), unit="Jahre"),
                Values(np.linspace(0.1, 90, n), reasons.astype(np.int8))),
        "why": (Variable("why", VariableType.TEXT, Text.of("Warum?", "de")),
                Values(np.resize(texts("=1+1", "x"), n), reasons.astype(np.int8))),
        "day": (Variable("day", VariableType.DATE, Text.of("Wann?", "de")),
                Values(np.resize(np.array(["2020-09-23"], "datetime64[D]"), n),
                       reasons.astype(np.int8))),
    }  # fmt: skip
    codebook = Codebook(
        Study("alliance", Text.of("Bündnis", "de"), language="de"),
        tuple(variable for variable, _ in named.values()),
    )
    return Dataset(codebook, {name: column for name, (_, column) in named.items()}, n)


def same(one, other):
    assert one.codebook == other.codebook
    assert one.n == other.n
    assert dict(one.columns) == dict(other.columns)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_is_read_back(tmp_path, suffix):
    write_dataset(alliance(), tmp_path / f"answers{suffix}")
    same(read_dataset(tmp_path / f"answers{suffix}"), alliance())


@pytest.mark.trial
@pytest.mark.parametrize("suffix", MAIN)
@examples(30)
@given(dataset=datasets())
def test_any_dataset_is_read_back_exactly(tmp_path_factory, suffix, dataset):
    path = tmp_path_factory.mktemp("trip") / f"answers{suffix}"
    try:
        write_dataset(dataset, path)
    except Problem as problem:
        # Both are what .sav can't hold; each has a test of its own.
        assert suffix == ".sav"
        assert problem.code in {"missing-codes-taken", "number-unwritable"}
        assert list(path.parent.iterdir()) == []
        return
    same(read_dataset(path), dataset)


@pytest.mark.parametrize("suffix", MAIN)
@pytest.mark.parametrize("word", ["a\0b", "half \ud800"])
def test_a_text_no_file_can_hold_is_a_problem_and_leaves_the_old_file(tmp_path, suffix, word):
    path = tmp_path / f"answers{suffix}"
    path.write_text("old")
    bad = dataclasses.replace(
        alliance(1),
        columns={**alliance(1).columns, "why": Values(texts(word), np.zeros(1, np.int8))},
    )
    with pytest.raises(Problem) as caught:
        write_dataset(bad, path)
    assert (caught.value.code, caught.value.where.file) == ("text-unwritable", str(path))
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(path.name, "old")]


@pytest.mark.parametrize("suffix", MAIN)
@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_a_number_that_is_none_is_a_problem(tmp_path, suffix, number):
    columns = {**alliance(1).columns, "age": Values(np.array([number]), np.zeros(1, np.int8))}
    with pytest.raises(Problem) as caught:
        write_dataset(dataclasses.replace(alliance(1), columns=columns), tmp_path / f"a{suffix}")
    assert (caught.value.code, list(tmp_path.iterdir())) == ("number-unwritable", [])


@pytest.mark.parametrize("number", [np.finfo(float).max, -np.finfo(float).max])
def test_a_number_that_spss_reads_as_missing_is_a_problem(tmp_path, number):
    columns = {**alliance(1).columns, "age": Values(np.array([number]), np.zeros(1, np.int8))}
    with pytest.raises(Problem) as caught:
        write_dataset(dataclasses.replace(alliance(1), columns=columns), tmp_path / "a.sav")
    assert (caught.value.code, list(tmp_path.iterdir())) == ("number-unwritable", [])


@pytest.mark.parametrize("suffix", MAIN)
@pytest.mark.parametrize("n", [0, 1])
def test_few_respondents_are_read_back(tmp_path, suffix, n):
    write_dataset(alliance(n), tmp_path / f"answers{suffix}")
    same(read_dataset(tmp_path / f"answers{suffix}"), alliance(n))


@pytest.mark.parametrize("suffix", MAIN)
def test_three_hundred_long_answers_are_read_back(tmp_path, suffix):
    categories = tuple(Category(f"o{k}", Text.of(f"{k} " * 160), k) for k in range(300))
    variables = (
        Variable("many", VariableType.CATEGORICAL, Text.of("w" * 500), categories),
        Variable("marks", VariableType.MULTIPLE, Text.of("w" * 500), categories),
    )
    marks = (np.arange(600).reshape(300, 2) % 3 == 0).astype(np.int8)
    columns = {"many": Coded(np.array([299, 0], np.int16)), "marks": Marks(marks)}
    wide = Dataset(Codebook(Study("w", Text.of("w")), variables), columns, 2)
    write_dataset(wide, tmp_path / f"answers{suffix}")
    same(read_dataset(tmp_path / f"answers{suffix}"), wide)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_each_format_has_a_suffix_and_a_name(one):
    assert one.name
    assert all(suffix.startswith(".") for suffix in one.suffixes)


@pytest.mark.trial
@pytest.mark.parametrize("suffix", MAIN)
@pytest.mark.parametrize("reason", Missing)
def test_a_column_of_nothing_but_one_reason_keeps_it(tmp_path, suffix, reason):
    whole = alliance(3)
    columns = {
        "q2": Coded(np.full(3, reason, np.int16)),
        "q3": Marks(np.full((3, 3), reason, np.int8)),
        **{
            name: Values(whole.columns[name].values, np.full(3, reason, np.int8))
            for name in ("age", "why", "day")
        },
    }
    write_dataset(dataclasses.replace(whole, columns=columns), tmp_path / f"answers{suffix}")
    same(read_dataset(tmp_path / f"answers{suffix}"), dataclasses.replace(whole, columns=columns))


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".dta", ".odd"])
def test_an_absent_file_and_a_folder_are_problems(tmp_path, suffix):
    path = tmp_path / f"answers{suffix}"
    with pytest.raises(Problem) as absent:
        read_dataset(path)
    path.mkdir()
    with pytest.raises(Problem) as folder:
        read_dataset(path)
    assert (absent.value.code, folder.value.code) == ("no-such-file", "file-is-folder")


@pytest.mark.parametrize("suffix", MAIN)
def test_a_file_is_known_by_its_content_under_a_wrong_suffix(tmp_path, suffix):
    write_dataset(alliance(), tmp_path / f"answers{suffix}")
    content = (tmp_path / f"answers{suffix}").read_bytes()
    wrong = tmp_path / "renamed.dat"
    wrong.write_bytes(content)
    if suffix == ".csv":
        with pytest.raises(Problem) as caught:
            read_dataset(wrong)
        assert caught.value.code == "file-format-unknown"
    else:
        same(read_dataset(wrong), alliance())


def test_a_format_that_is_not_written_is_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        write_dataset(alliance(), tmp_path / "answers.dta")
    assert caught.value.code == "format-not-written"


def test_a_place_that_can_be_no_folder_is_a_problem(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(Problem) as caught:
        write_dataset(alliance(), tmp_path / "taken" / "answers.csv")
    assert caught.value.code == "output-not-writable"


def test_random_bytes_are_a_problem(tmp_path):
    chance = random.Random(1)
    for start in (b"", b"$FL2@(#)", b"PAR1", b"PK\x03\x04", b"<stata_dta>", b"\x73\x02\x01\0"):
        path = tmp_path / "answers.csv"
        stream = io.BytesIO(start + chance.randbytes(2000))
        path.write_bytes(stream.getvalue())
        with pytest.raises(Problem):
            read_dataset(path)
