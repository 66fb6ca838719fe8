"""A report names earlier waves by their folders or files, and what is wrong with one is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rundfrage import services
from rundfrage.errors import Problem

REPORT = """\
---
language: de
wave: 2022
waves:
  2018: ../earlier.csv
---

## {q1.ja} nach {q1.ja[wave=2018]} {compare=q1.ja by=wave}

Der Anteil ist {risen: q1.ja[wave=2018]}.

## {method}
"""


def answers(yes: int, no: int, weights: tuple[int, int] = (1, 1)) -> str:
    return "q1,w\n" + f"ja,{weights[0]}\n" * yes + f"nein,{weights[1]}\n" * no


@pytest.fixture
def source(tmp_path: Path) -> services.Source:
    (tmp_path / "now.csv").write_text(answers(60, 20), encoding="utf-8")
    (tmp_path / "earlier.csv").write_text(answers(20, 60, (3, 1)), encoding="utf-8")
    folder = tmp_path / "now-report"
    folder.mkdir()
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    return services.open_source(tmp_path / "now.csv", reading=services.Reading())


def built(source, *formats: str) -> services.BuiltDeck:
    return services.build_deck(source, formats=formats or ("html",))


def figures(source) -> dict[str, dict]:
    content = json.loads((source.outputs / "figures.json").read_text("utf-8"))
    return {one["binding"]: one for one in content["figures"]}


def rewritten(source, old: str, new: str) -> None:
    file = source.report
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.trial
def test_a_wave_stands_in_all_formats_and_its_figures_say_so(source):
    built(source, *services.deck.FORMATS)
    found = figures(source)
    assert (found["q1.ja"]["wave"], found["q1.ja[wave=2018]"]["wave"]) == ("2022", "2018")
    assert found["q1.ja[wave=2018]"]["value"] == 0.25
    assert {one.suffix for one in source.outputs.iterdir()} >= {".pptx", ".pdf", ".html", ".xlsx"}


def test_a_weight_behind_the_source_is_that_waves_alone(source):
    rewritten(source, "../earlier.csv", "[../earlier.csv, weight=w]")
    rewritten(source, "{risen: q1.ja[wave=2018]}", "anders")
    built(source)
    assert figures(source)["q1.ja[wave=2018]"]["value"] == 0.5
    assert figures(source)["q1.ja[wave=2018]"]["weight"] == "w"
    assert figures(source)["q1.ja"]["weight"] is None


@pytest.mark.trial
def test_a_wave_that_changed_is_printed_anew_and_one_that_did_not_is_left(source):
    (page,) = [one for one in built(source).files if one.suffix == ".html"]
    first = page.stat().st_mtime_ns
    built(source)
    assert page.stat().st_mtime_ns == first
    (source.path.parent / "earlier.csv").write_text(answers(21, 59), encoding="utf-8")
    built(source)
    assert page.stat().st_mtime_ns != first


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("../lost.csv", "There is no ../lost.csv."),
        ("../now.csv", "../now.csv holds the answers of today's wave."),
        ("../empty.csv", "../empty.csv holds no respondents."),
    ],
)
def test_a_source_that_is_none_is_told_with_its_line(source, path, found):
    (source.path.parent / "empty.csv").write_text("q1,w\n", encoding="utf-8")
    rewritten(source, "../earlier.csv", path)
    with pytest.raises(Problem) as caught:
        built(source)
    (problem,) = [one for one in caught.value.all if one.severity == "error"]
    assert (problem.code, problem.found) == ("wave-source", found)
    assert (problem.where.file, problem.where.line) == (str(source.report), 5)


def test_a_change_that_is_not_so_stops_the_build(source):
    (source.path.parent / "earlier.csv").write_text(answers(59, 21), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        built(source)
    assert [one.code for one in caught.value.all if one.severity == "error"] == [
        "claim-not-significant"
    ]


def test_whoever_watches_sees_the_waves_too(source):
    assert (source.outputs / "../earlier.csv") in services.sources_of(source)


def test_a_version_with_other_waves_is_told(source):
    english = REPORT.replace("language: de", "language: en").replace("2018", "2019")
    english = english.replace(" nach ", " after ").replace("Der Anteil ist", "It has")
    (source.outputs / "report.en.md").write_text(english, encoding="utf-8")
    warnings = [one.found for one in built(source).warnings if one.code == "report-differs"]
    assert "It names other waves than the report itself." in warnings
