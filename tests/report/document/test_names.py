"""An author's own names for variables stand in bindings, conditions, braces and above titles."""

from __future__ import annotations

import pytest
from surveys import scale, single, survey, times

from rundfrage.errors import Problem
from rundfrage.report.deck import Deck
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.figures import figures_json
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

SURVEY = survey(
    (single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=60, c2=40)),
    (scale("q2", "Wie wichtig?"), times(c1=50, c2=30, c3=20)),
    *((scale(f"q4.{one}", "Wie gut?", item=one.upper()), times(c1=top, c3=100 - top))
      for one, top in {"a": 40, "b": 70}.items()),
)  # fmt: skip
HEAD = """\
---
language: de
names:
  Unsere_Zukunft: q2
  dabei: q1
  Angebot: q4
---

"""
BODY = """\
## {Unsere_Zukunft.top2} wollen mehr {headline=Unsere_Zukunft.top2}

Dabei sind {majority: dabei.c1}, davon {Unsere_Zukunft.top2[dabei=c1 and not dabei = c2]}.

## {chart=dabei}

## {chart=Angebot kicker=Anders}

## Nach Gruppen {compare=Unsere_Zukunft.top2 by=dabei}
"""


def deck_of(text: str) -> Deck:
    document = read_document(text, "report.md", "de")
    return plan(SURVEY, tabulate(SURVEY), language="de", document=document)


def test_names_are_read_and_written_as_they_stand():
    document = read_document(HEAD + BODY, "report.md", "de")
    assert document.names == {"Unsere_Zukunft": "q2", "dabei": "q1", "Angebot": "q4"}
    assert write_document(document) == HEAD + BODY


def test_a_deck_is_that_of_the_variables_with_the_names_above_its_titles():
    plain = BODY.replace("Unsere_Zukunft", "q2").replace("dabei", "q1").replace("Angebot", "q4")
    named, other = deck_of(HEAD + BODY), deck_of(plain)
    assert [slide.kicker for slide in named.slides] == [
        "Unsere Zukunft", "dabei", "Anders", "Unsere Zukunft",
    ]  # fmt: skip
    assert figures_json(named, SURVEY.account) == figures_json(other, SURVEY.account)
    assert [slide.claims for slide in named.slides] == [slide.claims for slide in other.slides]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("names:\n  q1: q2", "report-name"),
        ("names:\n  x: q9", "report-name"),
        ("names:\n  study: q2", "report-name"),
        ("names: q2", "report-value"),
        ("names:\n  a.b: q2", "report-value"),
        ("names:\n  x: q1\n  x: q2", "report-value"),
        ("names:\n  x:", "report-value"),
    ],
)
def test_a_name_that_a_variable_has_or_that_stands_for_none_is_a_problem(names, code):
    with pytest.raises(Problem) as caught:
        deck_of(f"---\n{names}\n---\n\n## {{title}}\n")
    assert {one.code for one in caught.value.all} == {code}


def test_an_answer_that_is_called_like_a_name_stays_an_answer():
    text = "---\nnames:\n  c1: q2\n---\n\n## X {text}\n\n{c1.top2[q1=c1]} und {q1.c1[c1 <= 2]}.\n"
    claim = deck_of(text).slides[0].claims[0]
    assert [one.binding for one in claim.figures] == ["q2.top2[q1=c1]", "q1.c1[q2 <= 2]"]
