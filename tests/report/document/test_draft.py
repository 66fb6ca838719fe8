"""The automatic deck is a report like any other: written and built unchanged, it stays."""

from __future__ import annotations

import pytest
from any_survey import AnySurvey, any_survey
from hypothesis import given
from surveys import numeric, open_text, scale, survey, times

from proofs import examples
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.plan import drafted, plan
from rundfrage.report.quotes import Quotes, Release
from rundfrage.tables import tabulate


@examples(15)
@given(any_survey())
def test_building_the_draft_unchanged_gives_the_automatic_deck(survey: AnySurvey):
    dataset, tables = survey.dataset, tabulate(survey.dataset)
    text = write_document(drafted(dataset, tables, language="de"))
    document = read_document(text, "report.md", "de")
    assert plan(dataset, tables, language="de", document=document) == plan(
        dataset, tables, language="de"
    )


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_names_and_labels_with_signs_of_the_language_survive(language):
    odd = survey(
        (numeric("How {old}, are: you?", "Wie [alt] = {{1}}?", unit="100 km"), ["30"] * 40),
        (scale("q2", "3 `Fragen`", labels=("1 {a}", "2 \\b", "3", "4", "5")), times(c1=40)),
        (open_text("q2_open", "Warum?"), ["Weil 1 {x}."] * 40),
    )
    tables = tabulate(odd)
    release = Release({"q2_open": Quotes(released=("Weil 1 {x}.",))})
    text = write_document(drafted(odd, tables, language=language, quotes=release))
    document = read_document(text, "report.md", language)
    assert plan(odd, tables, language=language, quotes=release, document=document) == plan(
        odd, tables, language=language, quotes=release
    )
