"""Groups of one report that together tell what few people answered are refused."""

from __future__ import annotations

import pytest
from surveys import numeric, scale, single, survey

from rundfrage.errors import Problem
from rundfrage.report.deck import Deck
from rundfrage.report.document.read import read_document
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

AGES = [str(20 + place // 4) for place in range(120)]
"""Four of each age from 20 to 49."""
SURVEY = survey(
    (scale("q", "Zufrieden?"), ["c1", "c2", "c3"] * 40),
    (single("g", "Wo?", ["Stadt", "Land", "Insel"]), ["c1"] * 40 + ["c2"] * 41 + ["c3"] * 39),
    (numeric("age", "Alter?"), AGES),
)


def deck_of(text: str) -> Deck:
    document = read_document(text, "report.md", "de")
    return plan(SURVEY, tabulate(SURVEY), language="de", document=document)


def refused(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(Problem) as caught:
        deck_of(text)
    return [(problem.code, problem.where.line) for problem in caught.value.all]


FEW = "claims-tell-of-few"


@pytest.mark.parametrize("number", ["q.top2", "q.top2.count", "q.n", "q.mean", "study.n"])
def test_nested_groups_that_differ_by_few_are_refused(number):
    told = f"## X {{text}}\n\n{{{number}[age>=30]}} und {{{number}[age>=31]}}."
    assert refused(told) == [(FEW, 3)]
    assert deck_of(told.replace("31", "32"))


@pytest.mark.parametrize(
    "second",
    [
        "## Y {text}\n\n{q.mean[age>=31]}",
        "## Y {headline=q.top2[age>=31]}",
        "## {q.top2[age>=31]} {chart=q}",
        "## Y {statement}\n\n{over 60: q.top2[age>=31]}",
        '## {chart=q footer="{q.n[age>=31]}"}',
    ],
)
def test_wherever_they_stand(second):
    told = refused(f"## X {{text}}\n\n{{q.top2[age>=30]}}\n\n{second}")
    assert [code for code, _ in told] == [FEW]


def test_several_groups_tell_together_and_all_are_named():
    """Two disjoint groups and one of both but for four."""
    text = "## X {text}\n\n{q.n[age<30]}, {q.n[age>=40]}, {q.n[age<30 or age>40]}."
    with pytest.raises(Problem) as caught:
        deck_of(text)
    assert [one.code for one in caught.value.all] == [FEW]
    found = str(caught.value.found)
    assert all(part in found for part in ("q.n[age<30]", "q.n[age>=40]", "5 people"))


def test_groups_that_a_slide_shows_side_by_side_count():
    charted = "## {chart=q by=g}\n\n"
    assert refused(charted + "## X {text}\n\n{q.n[g=c1 and age>20]}") == [(FEW, 5)]
    assert deck_of(charted + "## X {text}\n\n{q.n[g=c1]} und {q.n[age<30]}")


def test_the_same_group_and_groups_of_different_questions_are_printed():
    assert deck_of("## X {text}\n\n{q.n[age>=30]}, {q.mean[age>29]}, {study.n[age>=30]}.")
    assert deck_of("## X {text}\n\n{q.n[g=c1]}, {q.n[g=c2]}, {q.n[g=c3]}, {q.n[not g=c1]}.")
