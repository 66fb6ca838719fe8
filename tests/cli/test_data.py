"""`rundfrage convert` and `rundfrage codebook`."""

import json

from commands import run
from rundfrage.dataset.files import read_dataset

ANSWERS = "age;q1;why\n" + "30;gut;so\n41;schlecht;because\n25;gut;\n" * 4


def test_a_file_is_converted_with_all_that_is_known_of_it(tmp_path):
    (tmp_path / "answers.csv").write_text(ANSWERS)
    result = run("convert", tmp_path / "answers.csv", tmp_path / "answers.sav")
    assert (result.returncode, result.stderr) == (0, "")
    there, here = (read_dataset(tmp_path / f"answers.{suffix}") for suffix in ("sav", "csv"))
    assert (there.codebook, dict(there.columns)) == (here.codebook, dict(here.columns))


def test_a_format_that_is_not_written_is_a_problem_and_leaves_nothing(tmp_path):
    (tmp_path / "answers.csv").write_text(ANSWERS)
    result = run("convert", tmp_path / "answers.csv", tmp_path / "answers.docx")
    assert (result.returncode, "format-not-written" in result.stderr) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


def test_the_codebook_is_printed(tmp_path):
    (tmp_path / "answers.csv").write_text(ANSWERS)
    result = run("codebook", tmp_path / "answers.csv")
    assert (result.returncode, result.stderr) == (0, "")
    lines = [line.replace("│", " ").split() for line in result.stdout.splitlines()]
    assert ["age", "numeric", "age"] in lines
    assert ["q1", "ordinal", "q1", "1", "gut"] in lines


def test_the_codebook_is_written_beside_the_file_and_then_followed(tmp_path):
    (tmp_path / "answers.csv").write_text(ANSWERS)
    assert run("codebook", "--write", tmp_path / "answers.csv").returncode == 0
    path = tmp_path / "answers.codebook.json"
    entry = json.loads(path.read_text())
    entry["variables"][0]["label"] = {"de": "Ihr Alter"}
    path.write_text(json.dumps(entry))
    assert read_dataset(tmp_path / "answers.csv").codebook["age"].label.source == "Ihr Alter"
