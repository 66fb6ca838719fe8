"""`rundfrage report DIR --update`: an edited deck gets the numbers of new answers."""

from __future__ import annotations

import pytest
from pptx import Presentation
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
- ( ) neither: Neither
"""


def run(*arguments):
    result = CliRunner().invoke(app, ["report", *map(str, arguments)])
    if isinstance(result.exception, Problem):
        raise result.exception
    return result


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (tmp_path / "answers.csv").write_text("side\n" + "1\n" * 30 + "2\n" * 10, encoding="utf-8")
    assert run(tmp_path, "--formats", "pptx").exit_code == 0
    (tmp_path / "answers.csv").write_text("side\n" + "1\n" * 20 + "2\n" * 20, encoding="utf-8")
    return tmp_path


def chart_values(path):
    charts = [shape.chart for slide in Presentation(path).slides for shape in slide.shapes
              if shape.has_chart]  # fmt: skip
    return [tuple(series.values) for chart in charts for series in chart.plots[0].series]


def test_the_updated_deck_lies_beside_the_edited_one(folder):
    deck = folder / "out" / "report.pptx"
    before = deck.read_bytes()
    result = run(folder, "--update", deck)
    assert "  value    Left: 75% → 50%" in result.stdout.splitlines()
    assert result.stdout.splitlines()[-1] == str(folder / "out" / "report-updated.pptx")
    assert deck.read_bytes() == before
    assert chart_values(folder / "out" / "report-updated.pptx") == [(50.0, 50.0, 0.0)]


def test_the_output_names_a_file_a_folder_or_the_deck_itself(folder):
    deck = folder / "out" / "report.pptx"
    run(folder, "--update", deck, "-o", folder / "new.pptx")
    run(folder, "--update", deck, "-o", folder)
    run(folder, "--update", deck, "-o", deck)
    made = {(folder / name).read_bytes() for name in ("new.pptx", "report-updated.pptx")}
    assert made == {deck.read_bytes()}


@pytest.mark.parametrize("more", [["--draft"], ["--formats", "pdf"]])
def test_options_that_an_update_has_no_use_for_are_refused(folder, more):
    assert run(folder, "--update", folder / "out" / "report.pptx", *more).exit_code == 2
