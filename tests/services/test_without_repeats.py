"""Answers that repeat others are left out if wished, and decks say of how many interviews."""

import ast
import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from commands import run
from rundfrage import services
from rundfrage.services import open_survey
from rundfrage.services.answers import load
from rundfrage.services.exports import note_export

SCHEMA = json.loads(files("rundfrage.tables").joinpath("tables.schema.json").read_text("utf-8"))
HEAD = """\
---
survey: s
title: S
language: LANGUAGE
languages: [en, de]
---
# P

"""
QUESTION = "## q{at}: What of {at}?\n\n- ( ) a: A\n- ( ) b: B\n- ( ) c: C\n\n"
SURVEY = HEAD + "".join(QUESTION.format(at=at) for at in range(12))
HONEST, COPIES = 150, 9


@pytest.fixture
def folder(tmp_path):
    return stuffed(tmp_path)


def stuffed(folder, language="en"):
    """A survey whose answers hold nine copies of the first."""
    (folder / "questionnaire.md").write_text(SURVEY.replace("LANGUAGE", language), "utf-8")
    chance = np.random.default_rng(3)
    rows = chance.choice(list("abc"), (HONEST, 12)).tolist()
    rows += [rows[0]] * COPIES
    names = [f"q{at}" for at in range(12)]
    lines = [",".join(one) for one in [names, *chance.permutation(rows).tolist()]]
    (folder / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_deck_counts_one_of_each_and_says_so(folder):
    assert run("report", folder, "--without-repeats", "--formats", "html").returncode == 0
    figures = json.loads((folder / "out" / "figures.json").read_text())["figures"]
    found = {one["binding"]: one["value"] for one in figures}
    assert found["study.n"] == HONEST
    assert found["study.repeats"] == COPIES
    assert found["study.n + study.repeats"] == HONEST + COPIES
    page = (folder / "out" / "report.html").read_text("utf-8")
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", page))
    assert f"Left out as repeats: {COPIES} of {HONEST + COPIES} interviews." in words


def test_tables_say_how_many_they_leave_out(folder):
    said = f"Left out as repeats: {COPIES} of {HONEST + COPIES} interviews."
    printed = run("tables", folder, "--without-repeats")
    assert said in re.sub(r"\s+", " ", printed.stdout)
    assert "repeats" not in run("tables", folder).stdout
    found = json.loads(run("tables", folder, "--without-repeats", "--format", "json").stdout)
    jsonschema.validate(found, SCHEMA)
    notes = [{"code": "repeats", "values": {"n": str(COPIES), "whole": str(HONEST + COPIES)}}]
    assert all(table["notes"] == notes for table in found["tables"])


def test_each_note_of_tables_is_one_of_the_schema():
    """What a program reads as JSON is all described, the notes that only some surveys have too."""
    source = Path(str(files("rundfrage.tables")))
    called = (
        node
        for file in source.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Note" and node.args
    )
    codes = {
        part.value
        for node in called
        for part in ast.walk(node.args[0])
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    described = SCHEMA["$defs"]["table"]["properties"]["notes"]["items"]["properties"]["code"]
    assert codes == set(described["enum"])


def test_of_some_respondents_those_among_them_are_counted(folder):
    """Copies that a condition leaves out were left out by it, and not as repeats."""
    survey = open_survey(folder)
    first = (folder / "answers.csv").read_text().splitlines()
    copied = max(set(first), key=first.count).split(",")[0]
    for answer in "abc":
        reading = replace(survey.reading, without_repeats=True, where=f"q0={answer}")
        found = load(replace(survey, reading=reading))
        assert found.repeats == (COPIES if answer == copied else 0)


def test_nothing_is_left_out_or_said_unless_wished(folder):
    assert run("report", folder, "--formats", "html").returncode == 0
    figures = (folder / "out" / "figures.json").read_text()
    assert "repeats" not in figures
    assert f'"value": {HONEST + COPIES}' in figures


def test_an_author_may_say_how_many_there_were(folder):
    report = "## What we left out {text}\n\nWe left {study.repeats} of them out.\n"
    (folder / "report.md").write_text(report, encoding="utf-8")
    result = run("report", folder, "--without-repeats", "--formats", "html")
    assert result.returncode == 0, result.stderr
    assert "We left" in (folder / "out" / "report.html").read_text("utf-8")


def test_tables_count_them_too_and_a_codebook_is_of_everybody(folder):
    assert f"{HONEST + COPIES}" in run("tables", folder).stdout
    left = run("tables", folder, "--without-repeats").stdout
    assert f"{HONEST}" in left
    # The number of all stands in the note alone, once a table.
    assert left.count(f"{HONEST + COPIES}") == left.count("Left out as repeats")
    refused = run("codebook", folder / "answers.csv", "--without-repeats")
    assert "[option-in-vain]" in refused.stderr


def test_weights_are_no_answers(folder):
    targets = folder / "targets.csv"
    targets.write_text("variable,category,share\nq0,a,50\nq0,b,25\nq0,c,25\n", encoding="utf-8")
    made = run("weight", folder, "--targets", targets)
    assert made.returncode == 0, made.stderr
    reading = services.Reading(without_repeats=True)
    source = replace(open_survey(folder), reading=reading)
    weighted = load(source, "weight")
    assert (weighted.n, weighted.repeats) == (HONEST, COPIES)


def test_what_was_shown_with_repeats_keeps_back_what_would_tell_of_a_few(folder):
    """Shown with and without them the figures would tell how those left out answered."""
    note_export(folder / "answers.csv")
    (folder / "settings.toml").write_text(
        "[disclosure]\nledger = true\nthreshold = 20\n", encoding="utf-8"
    )
    assert run("tables", folder).returncode == 0
    left = run("tables", folder, "--without-repeats")
    assert "withheld" in left.stdout + left.stderr


def test_a_copy_can_have_them_marked_or_left_out(folder):
    made = run("convert", folder, folder / "marked.csv", "--mark-repeats")
    assert made.returncode == 0, made.stderr
    rows = [one.split(",") for one in (folder / "marked.csv").read_text("utf-8").splitlines()]
    assert rows[0][-1] == "repeats"
    marks = [one[-1] for one in rows[1:]]
    assert marks.count("1") == COPIES + 1
    assert len(set(marks)) == 2
    assert len({tuple(one) for one in rows[1:] if one[-1] == "1"}) == 1
    left = run("convert", folder, folder / "left.csv", "--without-repeats")
    assert f"{COPIES} left out as repeats of others." in left.stdout


def test_a_mark_takes_no_name_that_there_is(folder):
    questionnaire = folder / "questionnaire.md"
    questionnaire.write_text(questionnaire.read_text("utf-8").replace("q0:", "repeats:"), "utf-8")
    answers = folder / "answers.csv"
    answers.write_text(answers.read_text("utf-8").replace("q0", "repeats"), "utf-8")
    refused = run("convert", folder, folder / "marked.csv", "--mark-repeats")
    assert "[repeats-name-taken]" in refused.stderr


def test_numbers_of_respondents_are_no_answers(folder):
    rows = (folder / "answers.csv").read_text("utf-8").splitlines()
    numbered = ["respondent_id," + rows[0]]
    numbered += [f"{1000 + at}," + row for at, row in enumerate(rows[1:])]
    file = folder / "elsewhere.csv"
    file.write_text("\n".join(numbered), encoding="utf-8")
    left = run("convert", file, folder / "left.csv", "--without-repeats")
    assert f"{COPIES} left out as repeats of others." in left.stdout
