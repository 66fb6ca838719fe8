"""`rundfrage codebook FILE --write` says of every format what it holds, and is followed."""

import json

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from commands import run
from rundfrage import services
from rundfrage.dataset.files import codebook_beside, read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.services.survey import AnswerFile

FRAME = pd.DataFrame({
    "sex": [1.0, 2.0, 1.0, 9.0, 2.0] * 8,
    "uses": ["Car; Bike", "Bike", "Bus; Bike", "Car", "Bus; Car; Bike"] * 8,
    "age": [20.0, 34.5, 40.0, -9.0, np.nan] * 8,
    "why": ["so", "", "because of it all", "never", "NA"] * 8,
    "met": [pd.Timestamp(2024, 5, 1 + n).date() for n in range(20)] * 2,
})  # fmt: skip
LABELS = {"sex": {1: "man", 2: "woman", 9: "no answer"}, "age": {-9: "refused"}}


def write(ending, path):
    if ending == ".parquet":
        FRAME.to_parquet(path)
    elif ending == ".sav":
        pyreadstat.write_sav(FRAME, str(path), variable_value_labels=LABELS)
    else:
        pyreadstat.write_dta(
            FRAME.assign(met=pd.to_datetime(FRAME["met"])), str(path),
            variable_value_labels={"sex": LABELS["sex"]},
        )  # fmt: skip
    return path


def content(dataset):
    """The answers and reasons of each variable."""
    return {
        name: (column.reasons.tolist(), getattr(column, "marks", getattr(column, "codes", None)))
        for name, column in dataset.columns.items()
    }


def same(one, other):
    return one.keys() == other.keys() and all(
        one[name][0] == other[name][0] and np.array_equal(one[name][1], other[name][1])
        for name in one
        if one[name][1] is not None
    )


@pytest.mark.parametrize("ending", [".parquet", ".sav", ".dta"])
def test_what_was_written_beside_a_file_is_followed_and_changes_nothing_by_itself(ending, tmp_path):
    path = write(ending, tmp_path / f"a{ending}")
    before = read_dataset(path)
    assert before.codebook["uses"].type.value == "multiple"
    assert services.write_codebook(AnswerFile(path)) == codebook_beside(path)
    after = read_dataset(path)
    assert after.codebook == before.codebook
    assert same(content(after), content(before))
    said = json.loads(codebook_beside(path).read_text())
    for one in said["variables"]:
        one["label"] = f"What about {one['name']}?"
    codebook_beside(path).write_text(json.dumps(said))
    corrected = read_dataset(path)
    assert corrected.codebook["uses"].label.source == "What about uses?"
    assert same(content(corrected), content(before))
    said["variables"][0]["name"] = "gender"
    codebook_beside(path).write_text(json.dumps(said))
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert (caught.value.code, caught.value.where.name) == ("column-absent", "gender")


@pytest.mark.parametrize("ending", [".parquet", ".sav"])
def test_a_codebook_beside_a_file_that_holds_its_own_is_not_passed_over_in_silence(
    ending, tmp_path
):
    path = tmp_path / f"b{ending}"
    write_dataset(read_dataset(write(".parquet", tmp_path / "a.parquet")), path)
    before = read_dataset(path)
    services.write_codebook(AnswerFile(path))
    assert read_dataset(path).account is None
    text = codebook_beside(path).read_text().replace("Bike", "Bicycle")
    codebook_beside(path).write_text(text)
    after = read_dataset(path)
    assert after.codebook == before.codebook
    (doubt,) = after.account.doubts
    assert str(doubt.found).startswith("b.codebook.json isn't looked at")
    codebook_beside(path).unlink()
    assert read_dataset(path).account is None


@pytest.mark.trial
def test_labels_of_numbers_are_kept_where_the_format_has_them_and_named_where_not(tmp_path):
    n = 40
    frame = pd.DataFrame({
        "income": [float(100 + 37 * k) for k in range(n - 1)] + [5.0],
        "half": [(0.5, 1.0, 1.5, 2.0)[k % 4] for k in range(n)],
        "minutes": [float(k % 30 + 3) for k in range(n)],
        "sex": [float(k % 2 + 1) for k in range(n)],
    })  # fmt: skip
    labels = {
        "income": {0: "nothing", 5: "just a little"},
        "half": {0.5: "half", 1.5: "one and a half"},
        "minutes": {-1: "interview aborted"},
        "sex": {1: "man", 2: "woman"},
    }
    pyreadstat.write_sav(frame, str(tmp_path / "a.sav"), variable_value_labels=labels)
    source = tmp_path / "a.sav"
    for number in range(2):  # what is written here is read again, and written again
        target = tmp_path / f"b{number}.sav"
        done = run("convert", source, target)
        assert done.returncode == 0
        assert "single numbers" not in done.stdout
        written, facts = pyreadstat.read_sav(str(target), user_missing=True)
        for name, words in labels.items():
            found = facts.variable_value_labels[name]
            assert words.items() <= found.items(), name
            assert written[name].tolist() == frame[name].tolist()
        ranges = {one["lo"] for found in facts.missing_ranges.values() for one in found}
        assert not ranges & {0.0, 5.0, 0.5, 1.5}
        assert -1.0 not in {one["lo"] for one in facts.missing_ranges.get("minutes", [])}
        source = target
    for ending in (".csv", ".parquet", ".xlsx"):
        out = " ".join(run("convert", source, tmp_path / f"c{ending}").stdout.split())
        assert "half: this format holds no labels of single numbers: 0.5 “half”, 1.5" in out
        assert "income: this format holds no labels" in out
        assert "sex:" not in out


WORDED = {
    "numbers": ["4", "5", "don't know", "7", "refused", "9"],
    "days": ["2024-05-01", "2024-05-02", "don't know", "2024-05-03", "refused", "2024-05-04"],
}


@pytest.mark.parametrize("name", WORDED)
def test_the_reason_of_each_word_is_that_of_the_codebook(tmp_path, name):
    file = tmp_path / "a.parquet"
    pd.DataFrame({"q": WORDED[name] * 5}).to_parquet(file)
    before = read_dataset(file).columns["q"].reasons.tolist()
    assert len(set(before)) == 3
    services.write_codebook(AnswerFile(file))
    assert read_dataset(file).columns["q"].reasons.tolist() == before
