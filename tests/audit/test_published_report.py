"""The published report of 2020: every figure, the one contradiction, nothing bound wrongly."""

import json
import re

import pytest

from rundfrage.audit.examine import examine, examine_document
from rundfrage.audit.reading import read_report
from rundfrage.audit.survey import survey_of
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source

pytestmark = pytest.mark.shared

JOINED = {
    "q7.sprache_arbeit.top2": {"q7.sprache.top2", "q7.arbeit.top2"},
    "q7.zusammenhalt_teilhabe.top2": {"q7.zusammenhalt.top2", "q7.teilhabe.top2"},
    "q7.vielfalt_empower.top2": {"q7.vielfalt.top2", "q7.empower.top2"},
    "q8.foerder_regional.top2": {"q8.foerder.top2", "q8.regional.top2"},
}
"""Claims of the report on two items at once."""


@pytest.fixture(scope="module")
def report(shared):
    return next((shared / "seed").glob("*.txt"))


@pytest.fixture(scope="module")
def truth(shared):
    return json.loads((shared / "seed" / "figures.json").read_text(encoding="utf-8"))["figures"]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "survey"
    rehearse(copy_example(folder), Rehearsal(targets=folder / "targets.toml"))
    return survey_of(load(open_source(folder)), "de")


def digits(text):
    return re.sub(r"[^\d,. ]", "", text.replace("Eine", "1")).strip(" .,")


def paired(truth, figures):
    """The entries of the list of figures with those found on the same line, and the rest."""
    rest, pairs = list(figures), []
    for entry in truth:
        hits = [
            one
            for one in rest
            if one.line == entry["line"] and digits(one.text) == digits(entry["display"])
        ]
        pairs.append((entry, hits[0] if hits else None))
        if hits:
            rest.remove(hits[0])
    return pairs, rest


def test_all_figures_are_found_and_nothing_else(report, truth):
    figures = examine(report).figures
    pairs, rest = paired(truth, figures)
    found = sum(figure is not None for _, figure in pairs)
    assert found / len(truth) >= 0.95
    assert found / len(figures) >= 0.90
    assert (found, rest) == (len(truth), [])


def test_it_contradicts_itself_once(report):
    audit = examine(report)
    assert [
        [(one.page, one.line, one.text) for one in contradiction.figures]
        for contradiction in audit.errors
    ] == [[(26, 572, "1,82"), (36, 759, "1,92")]]


def test_its_figures_are_bound_to_the_demo_and_none_wrongly(report, truth, known):
    audit = examine_document(read_report(report), "de", known)
    findings = {one.figure: one for one in audit.findings}
    pairs, _ = paired(truth, audit.figures)
    right = wrong = 0
    for entry, figure in pairs:
        finding = findings.get(figure)
        if finding is None or not finding.bindings or finding.verdict == "ambiguous":
            continue
        expected = JOINED.get(entry["binding"], {entry["binding"]})
        right += set(finding.bindings) == expected
        wrong += set(finding.bindings) != expected
    assert (right / len(truth) >= 0.8, wrong) == (True, 0)
    assert [one.figure.text for one in audit.findings if one.verdict == "differs"] == ["1,92"]
