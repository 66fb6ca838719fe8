"""The example's report follows the published one, slide by slide, with every number bound."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rundfrage.report.build import ReportSettings, compose, warnings_of
from rundfrage.report.claims import Assertion
from rundfrage.report.document.read import read_report
from rundfrage.report.document.write import write_document
from rundfrage.report.section.model import Section
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source

KINDS = {
    1: "title", 2: "chart", 3: "headline", 4: "chart", 5: "quote", 6: "quote_table", 7: "chart",
    8: "top_items", 9: "headline", 10: "chart", 11: "quote_table", 12: "headline", 13: "chart",
    14: "quote_table", 15: "headline", 16: "chart", 17: "headline", 18: "headline", 19: "chart",
    20: "headline", 21: "quote_table", 22: "headline", 23: "chart", 24: "quote_table", 25: "chart",
    26: "ranking_as_text", 27: "headline", 28: "chart", 29: "headline", 30: "chart", 31: "chart",
    32: "chart", 33: "summary", 34: "summary", 35: "summary", 36: "summary",
}  # fmt: skip
"""The kinds of the published slides, by position."""

EXAMPLE = Path(__file__).parents[3] / "examples" / "alliance-2020" / "report.md"


def kind_of(section: Section) -> str:
    name = section.kind.name
    if name == "chart" and section.attributes.get("form") == "means":
        return "ranking_as_text"
    return {"quotes": "quote_table", "top": "top_items"}.get(name, name)


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    folder = tmp_path_factory.mktemp("alliance") / "survey"
    rehearse(copy_example(folder), Rehearsal(targets=folder / "targets.toml"))
    return folder


@pytest.fixture(scope="module")
def deck(survey):
    settings = ReportSettings(report=survey / "report.md", quotes=survey / "quotes.toml")
    return compose(load(open_source(survey)), settings)[0]


def test_the_slides_are_of_the_published_kinds_in_the_published_order():
    document = read_report(EXAMPLE, "de")
    assert {place: kind_of(one) for place, one in enumerate(document.sections, 1)} == KINDS


@pytest.mark.shared
def test_these_are_the_kinds_of_the_published_report(shared):
    published = json.loads((shared / "seed" / "questionnaire.json").read_text("utf-8"))
    kinds = published["slide_kinds"]
    assert {place: kind for kind, places in kinds.items() for place in places} == KINDS


def test_no_slide_needs_a_second_page(deck):
    assert [slide.title.text for slide in deck.slides if slide.parts > 1] == []
    assert len(deck.slides) == 36


def test_the_words_of_the_published_report_are_checked_here():
    document = read_report(EXAMPLE, "de")
    heads = [one.figure for one in document.sections if isinstance(one.figure, Assertion)]
    assert [str(one) for one in heads] == [
        "over 90: q7.sprache.top2, q7.arbeit.top2",
        "of10: q7.zusammenhalt.top2, q7.teilhabe.top2",
        "over 80: q7.vielfalt.top2, q7.empower.top2",
        "over 75: q8.foerder.top2, q8.regional.top2",
    ]


def test_the_headlines_say_what_was_published(deck):
    headlines = [slide.big.text.replace("\u202f", " ") for slide in deck.slides if slide.big]
    assert headlines == [
        "80 %", "62 %", "58 %", "75 %", "über 90 %", "9 von 10", "über 80 %", "über 75 %",
        "70 %", "85 %",
    ]  # fmt: skip


def test_slide_and_summary_print_the_same_mean(deck):
    printed = [
        (number, figure.text)
        for number, figure in deck.figures
        if figure.binding == "q9b.termine.mean"
    ]
    assert {number for number, _ in printed} == {26, 36}
    assert {text for _, text in printed} == {"1,82"}


def test_no_digit_stands_in_the_report_but_in_braces_and_front_matter():
    body = EXAMPLE.read_text("utf-8").split("\n---\n", 1)[1]
    assert re.findall(r"\d", re.sub(r"\{[^{}]*\}", "", body)) == []


@pytest.mark.shared
def test_no_sentence_of_the_published_report_is_repeated(shared):
    published = " ".join(next((shared / "seed").glob("*.txt")).read_text("utf-8").split()).lower()
    body = re.sub(r"\{[^{}]*\}", "|", EXAMPLE.read_text("utf-8").split("\n---\n", 1)[1])
    for piece in re.split(r"[|\n.:]", body):
        words = " ".join(piece.split()).lower()
        assert len(words) < 45 or words not in published, piece


def test_the_report_stands_in_the_canonical_layout():
    assert write_document(read_report(EXAMPLE, "de")) == EXAMPLE.read_text("utf-8")


def test_no_released_quotation_needs_masking(survey):
    assert warnings_of(ReportSettings(quotes=survey / "quotes.toml")) == ()
