"""Errors planted in the demo's own deck are named; in the deck as it is there are none.

The whole trial (200 errors) is benchmarks/audit.py; here is a sample of it.
"""

import json
import random
from dataclasses import replace

import pytest
from planting import planted_deck, planted_html, planted_pptx

from proofs import part, repeated, spread
from rundfrage.audit.examine import examine, examine_document
from rundfrage.audit.reading import read_report
from rundfrage.audit.survey import survey_of
from rundfrage.report.build import ReportSettings, build, compose
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import write as write_pdf
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source

pytestmark = pytest.mark.trial

SEED = 7
FILES = part(12)
PDFS = part(4)
DAYS = {"study.field": ("study.field_start", "study.field_end")}
RAISED = {"differs", "too_vague"}


class Demo:
    """The demo's survey and deck, built once."""

    def __init__(self, folder):
        rehearse(copy_example(folder), Rehearsal(targets=folder / "targets.toml"))
        self.settings = ReportSettings(quotes=folder / "quotes.toml", report=folder / "report.md")
        self.dataset = load(open_source(folder))
        self.deck, self.tables = compose(self.dataset, self.settings)
        self.out = folder / "out"
        build(self.dataset, self.out, ("html", "pptx", "pdf"), self.settings)
        self.survey = survey_of(self.dataset, "de")

    def passes(self, path):
        audit = examine_document(read_report(path), "de", self.survey)
        return audit.passed and not any(one.verdict in RAISED for one in audit.findings)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return Demo(tmp_path_factory.mktemp("planting") / "survey")


@pytest.mark.parametrize("form", ["html", "pptx", "pdf"])
def test_the_deck_as_it_is_raises_nothing(demo, form):
    path = demo.out / f"report.{form}"
    with_data, alone = examine(path, demo.dataset), examine(path)
    assert (with_data.passed, alone.passed) == (True, True)
    # What a deck prints is nearly all bound: the rest are numbers of its own method page.
    unbound = [one for one in with_data.findings if one.verdict != "matches"]
    assert [one.figure.text for one in unbound if one.verdict in RAISED] == []
    assert len(unbound) <= 0.01 * len(with_data.findings)


@pytest.mark.parametrize("form", ["html", "pptx", "pdf"])
def test_the_figures_of_the_deck_are_found_where_they_stand(demo, form):
    printed = json.loads((demo.out / "figures.json").read_text(encoding="utf-8"))["figures"]
    audit = examine(demo.out / f"report.{form}", demo.dataset)
    found = {(one.figure.page, binding) for one in audit.findings for binding in one.bindings}
    # Segments under 5 % bear no label in a PDF. Wordings have several bindings ("over 90: …").
    # The period of the field is printed as one figure and read as two days.
    wanted = {
        (one["slide"], binding)
        for one in printed
        if ":" not in one["binding"]
        for binding in DAYS.get(one["binding"], (one["binding"],))
    }
    assert len(wanted & found) / len(wanted) >= (0.9 if form == "pdf" else 0.98)


@pytest.mark.parametrize(
    ("slide", "old", "new"),
    spread(
        [
            (17, "90", "80"),
            (18, "9 von 10", "8 von 10"),
            (20, "80", "90"),
            (25, "Gut die Hälfte", "Knapp die Hälfte"),
            (35, "9 von 10", "8 von 10"),
            (2, "63", "43"),
            (8, "73", "13"),
            (26, "2,39", "2,19"),
            (30, "85", "35"),
            (33, "63", "43"),
            (33, "283", "263"),
            (34, "62", "12"),
            (35, "Sonderpreis (36", "Sonderpreis (86"),
            (35, "30", "60"),
        ]
    ),
)
def test_a_statement_altered_on_one_slide_is_named(demo, slide, old, new):
    document = read_report(demo.out / "report.pdf")
    passages = tuple(
        replace(one, text=one.text.replace(old, new)) if one.page == slide else one
        for one in document.passages
    )
    assert any(old in one.text for one in document.passages if one.page == slide)
    audit = examine_document(replace(document, passages=passages), "de", demo.survey)
    raised = {one.figure.page for one in audit.findings if one.verdict in RAISED}
    assert raised == {slide}


@pytest.mark.parametrize(
    ("slide", "role", "old", "new"),
    [
        (3, "cell", "16 %", "18 %"),  # a segment of the scale below a headline
        (3, "cell", "37 %", "31 %"),
        (9, "cell", "36 %", "26 %"),
        (12, "cell", "7 %", "4 %"),
        (18, "cell", "90 %", "80 %"),  # a bar beside a headline
        (33, "text", "63 %", "68 %"),  # a figure in large letters beside its sentence
        (33, "text", "63 %", "80 %"),
        (34, "text", "58 %", "53 %"),
        (35, "text", "9 von 10", "7 von 10"),
    ],
)
@pytest.mark.parametrize("form", ["pptx", "pdf"])
def test_a_figure_altered_in_a_design_of_a_headline_or_a_summary_is_named(
    demo, form, slide, role, old, new
):
    document = read_report(demo.out / f"report.{form}")
    shown = {"cell": {"cell", "chart"}, "text": {"text"}}[role]
    texts = [" ".join(one.text.split()) for one in document.passages]
    place = next(
        at
        for at, one in enumerate(document.passages)
        if (one.page, texts[at]) == (slide, old) and one.role in shown
    )
    altered = replace(document.passages[place], text=new)
    passages = (*document.passages[:place], altered, *document.passages[place + 1 :])
    audit = examine_document(replace(document, passages=passages), "de", demo.survey)
    assert [one.figure.text for one in audit.findings if one.verdict in RAISED] == [new]


@repeated
@pytest.mark.parametrize("form", ["html", "pptx"])
def test_planted_errors_are_named(demo, tmp_path, form):
    rng = random.Random(SEED)
    missed = []
    for _ in range(FILES):
        source = demo.out / f"report.{form}"
        plant = planted_html if form == "html" else planted_pptx
        planted = plant(source, demo.deck, rng)
        planted.write(tmp_path / f"planted.{form}")
        if demo.passes(tmp_path / f"planted.{form}"):
            missed.append((planted.where, planted.old, planted.new))
    assert missed == []


@repeated
def test_errors_planted_in_a_pdf_are_named(demo, tmp_path):
    rng = random.Random(SEED)
    missed = []
    for _ in range(PDFS):
        deck, where, old, new = planted_deck(demo.deck, rng)
        report = Report(deck, demo.tables, demo.settings.theme)
        write_pdf(report, tmp_path / "planted.pdf")
        if demo.passes(tmp_path / "planted.pdf"):
            missed.append((where, old, new))
    assert missed == []
