"""`rundfrage tables` on a survey folder and on a file."""

import json

import pytest
from typer.testing import CliRunner

from rundfrage.cli import app
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
ANSWERS = "side,age\n" + "1,30\n" * 20 + "2,50\n" * 20


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(app, ["tables", *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_tables_are_read_in_the_terminal(folder):
    printed = run(folder, "--by", "side").stdout
    assert printed.startswith("The club: 40 interviews\n\nside: Which side?\n")


def test_json_goes_to_a_pipe(folder):
    document = json.loads(run(folder, "--format", "json").stdout)
    assert [table["name"] for table in document["tables"]] == ["side", "age"]


def test_only_some_tables(folder):
    document = json.loads(run(folder, "--format", "json", "--only", "age").stdout)
    assert [table["name"] for table in document["tables"]] == ["age"]


@pytest.mark.parametrize("kind", ["xlsx", "html"])
def test_files_are_written_beside_and_named(folder, kind):
    printed = run(folder, "--format", kind).stdout
    assert printed.strip() == str(folder / "out" / f"tables.{kind}")
    assert [path.name for path in (folder / "out").iterdir()] == [f"tables.{kind}"]
    run(folder / "answers.csv", "--format", kind, "-o", folder / "mine.bin")
    assert (folder / "mine.bin").stat().st_size > 1000


def test_a_weight_may_be_given(folder):
    document = json.loads(run(folder, "--format", "json", "--weight", "age").stdout)
    (table,) = document["tables"]
    assert [cell["percent"] for cell in table["blocks"][0]["columns"][0]["cells"]] == [38, 62]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--by", "sid"], "unknown-variable"),
        (["--by", "age"], "banner-without-categories"),
        (["--weight", "side"], "weight-not-numeric"),
        (["--only", "sid"], "unknown-variable"),
        (["--format", "pdf"], "unknown-format"),
        (["--language", "xx-nothing"], "unknown-language"),
        (["-o", "/dev/null/tables.json", "--format", "json"], "output-not-writable"),
    ],
)
def test_what_cannot_be_is_a_problem(folder, arguments, code):
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(Problem) as caught:
        run(folder, *arguments)
    assert caught.value.code == code
    assert sorted(path.name for path in folder.iterdir()) == before
