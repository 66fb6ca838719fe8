"""`rundfrage convert` and `rundfrage codebook`."""

import json
import re
import shlex
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

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


def test_the_line_to_copy_holds_for_a_path_with_blanks(tmp_path):
    folder = tmp_path / "last year's answers"
    folder.mkdir()
    (folder / "my answers.csv").write_text(ANSWERS)
    result = run("inspect", folder / "my answers.csv")
    line = next(one for one in result.stdout.splitlines() if "--edit" in one)
    _, *words = shlex.split(line[line.index("rundfrage ") :])
    assert run(*words).returncode == 0
    assert (folder / "my answers.codebook.toml").is_file()


def test_a_doubt_says_what_to_type(tmp_path):
    (tmp_path / "a b.csv").write_text(f"Visitors\n\n{ANSWERS}")
    result = run("tables", tmp_path / "a b.csv")
    assert "[reading-doubted]" in result.stderr
    line = next(one for one in result.stderr.splitlines() if "how:" in one)
    for command in re.findall(r"rundfrage [^,]+", line):
        assert run(*shlex.split(command)[1:]).returncode == 0


def test_what_the_readme_says_of_answers_from_elsewhere_works_as_printed(tmp_path):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    block = readme.split("## You have the answers already?")[1].split("```")[1]
    columns = {"q1": [1.0, 2, 2] * 8, "region": [1.0, 1, 2] * 8, "age": [30.0, 41, 25] * 8}
    labels = {"q1": {1.0: "good", 2.0: "bad"}, "region": {1.0: "North", 2.0: "South"}}
    pyreadstat.write_sav(
        pd.DataFrame(columns), str(tmp_path / "answers.sav"), variable_value_labels=labels
    )
    commands = [shlex.split(line.split("#")[0]) for line in block.strip().splitlines()]
    assert [words[1] for words in commands[:3]] == ["inspect", "codebook", "tables"]
    for words in commands[:4]:
        result = run(*words[1:], cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")


def test_a_condition_names_questions_with_blanks(tmp_path):
    rows = "\n".join(f"{20 + n % 30},{'yes' if n % 2 else 'no'}" for n in range(60))
    (tmp_path / "a.csv").write_text(f"How old are you?,Größe\n{rows}\n")
    result = run("inspect", tmp_path / "a.csv", "--where", '"How old are you?" >= 40')
    assert (result.returncode, result.stdout.splitlines()[0].endswith(": 20 respondents")) == (
        0,
        True,
    )
    result = run("inspect", tmp_path / "a.csv", "--where", '"Größe" = yes')
    assert result.stdout.splitlines()[0].endswith(": 30 respondents")


@pytest.mark.parametrize("option", [[], ["--edit"], ["--write"]])
def test_a_codebook_is_that_of_everybody(tmp_path, option):
    (tmp_path / "answers.csv").write_text(ANSWERS)
    result = run("codebook", tmp_path / "answers.csv", *option, "--where", "age > 30")
    assert (result.returncode, "option-in-vain" in result.stderr) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


def test_days_are_read_as_it_is_said(tmp_path):
    days = "\n".join(f"{1 + n % 9}/{1 + n % 12}/2021" for n in range(40))
    (tmp_path / "a.csv").write_text(f"day\n{days}\n")
    doubted, first, last = (
        run("inspect", tmp_path / "a.csv", *option)
        for option in ([], ["--day-first"], ["--month-first"])
    )
    assert ("?" in doubted.stdout, "?" in first.stdout) == (True, False)
    assert "none" not in first.stdout + last.stdout


def test_an_engine_says_that_it_reads_parquet(tmp_path):
    (tmp_path / "a.csv").write_text(ANSWERS)
    result = run("tables", tmp_path / "a.csv", "--engine", "duckdb")
    assert (result.returncode, "no-parquet" in result.stderr) == (1, True)
    line = next(one for one in result.stderr.splitlines() if "how:" in one)
    assert run(*shlex.split(line.split("rundfrage ")[1])).returncode == 0
    assert (tmp_path / "a.parquet").is_file()
