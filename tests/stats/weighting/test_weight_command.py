"""`rundfrage weight` on a survey folder and on a file, and what comes after it."""

import json

import numpy as np
import pytest
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.dataset.files import read_dataset
from rundfrage.errors import Problem

QUESTIONNAIRE = """\
---
survey: club
title: The club
language: en
---

# Page

## side: Which side?

- ( ) left: Left
- ( ) right: Right

## age: How old are you?

[0..120 years]
"""
ANSWERS = "side,age\n" + "1,30\n" * 20 + "2,50\n" * 19 + ",50\n"
TARGETS = "variable,category,share\nside,left,75\nside,right,25\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "margins.csv").write_text(TARGETS, encoding="utf-8")
    return tmp_path


def run(command, *arguments):
    result = CliRunner().invoke(app, [command, *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def weigh(folder, *arguments):
    targets = ["--targets", folder / "margins.csv", "--missing", "keep"]
    return run("weight", folder, *targets, *arguments)


def percents(folder, *arguments):
    options = ["--only", "side", "--format", "json", *arguments]
    (table,) = json.loads(run("tables", folder, *options))["tables"]
    return [cell["percent"] for cell in table["blocks"][0]["columns"][0]["cells"]]


def test_tables_use_the_weights_right_after(folder):
    before = (folder / "answers.csv").read_bytes()
    weigh(folder)
    assert percents(folder, "--weight", "weight") == [75, 25]
    assert percents(folder) == [51, 49]
    assert (folder / "answers.csv").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [
        "answers.csv", "answers.weights.csv", "answers.weights.json", "margins.csv", "out",
        "questionnaire.md",
    ]  # fmt: skip
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "weighting.html", "weighting.pdf",
    ]  # fmt: skip


def test_answers_that_changed_since_are_refused(folder):
    weigh(folder)
    (folder / "answers.csv").write_text(ANSWERS + "1,40\n", encoding="utf-8")
    assert percents(folder) == [53, 47]
    with pytest.raises(Problem) as caught:
        percents(folder, "--weight", "weight")
    assert caught.value.code == "weights-stale"
    weigh(folder)
    assert percents(folder, "--weight", "weight") == [75, 25]


def test_weights_that_were_changed_by_hand_are_refused(folder):
    weigh(folder)
    with (folder / "answers.weights.csv").open("a", encoding="utf-8") as stream:
        stream.write("1.0\n")
    with pytest.raises(Problem) as caught:
        percents(folder, "--weight", "weight")
    assert caught.value.code == "weights-stale"


def test_several_weights_lie_side_by_side_and_build_on_each_other(folder):
    weigh(folder)
    weigh(folder, "--name", "again", "--base", "weight")
    assert percents(folder, "--weight", "again") == [75, 25]
    assert percents(folder, "--weight", "weight") == [75, 25]
    first, again = np.loadtxt(folder / "answers.weights.csv", delimiter=",", skiprows=1).T
    assert again == pytest.approx(first)


def test_a_weighted_copy_of_a_file(folder):
    copy = folder / "weighted.sav"
    targets = folder / "classes.csv"
    targets.write_text("variable,category,count\nage,..40,600\nage,41..,400\n", encoding="utf-8")
    options = ["--targets", targets, "--formats", "html", "--name", "w", "-o", copy]
    run("weight", folder / "answers.csv", *options)
    weights = read_dataset(copy).weights("w")
    assert weights.tolist() == pytest.approx([1.2] * 20 + [0.8] * 20)
    assert sorted(path.name for path in folder.glob("weighted*")) == [
        "weighted-weighting.html", "weighted.sav",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--missing", "refuse"], "margin-answers-missing"),
        (["--name", "age"], "weight-name"),
        (["--name", "my weight"], "weight-name"),
        (["--bounds", "1"], "weighting-limits"),
        (["--trim", "a,b"], "weighting-limits"),
        (["--formats", "docx"], "unknown-format"),
        (["--language", "xx-nothing"], "unknown-language"),
        (["--by", "age"], "dossier-without-categories"),
        (["--by", "sex"], "unknown-variable"),
        (["--base", "side"], "weight-not-numeric"),
        (["-o", "/dev/null/answers.csv"], "output-not-writable"),
    ],
)
def test_what_cannot_be_is_a_problem_and_nothing_is_written(folder, arguments, code):
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(Problem) as caught:
        weigh(folder, *arguments)
    assert caught.value.code == code
    assert sorted(path.name for path in folder.iterdir()) == before
