"""Whatever the data, no deck says what they contradict: counted anew, answer by answer."""

from __future__ import annotations

import re

import pytest
from any_survey import AnySurvey, any_survey
from hypothesis import given
from hypothesis import strategies as st
from plain_truth import ORDERED, Suppressed, holds, order, value

from proofs import examples
from rundfrage.errors import Problem
from rundfrage.report.claims import Assertion, Binding, Evidence, Passage, read_sentence, state
from rundfrage.report.document.drafting import draft
from rundfrage.report.document.model import Document
from rundfrage.report.plan import plan
from rundfrage.report.quotes import Release
from rundfrage.report.section.model import Section
from rundfrage.report.slides.text import TextKind
from rundfrage.tables import tabulate

RANKED = {"first", "last", "rank"}


def said_in(document: Document) -> list[Assertion]:
    sentences = [
        one for section in document.sections for one in (section.title, *section.sentences)
    ]
    return [piece for one in sentences for piece in one.pieces if isinstance(piece, Assertion)]


@examples(20)
@given(any_survey())
def test_every_number_of_an_automatic_deck_is_what_the_answers_give(survey: AnySurvey):
    deck = plan(survey.dataset, tabulate(survey.dataset), language="de")
    for _, figure in deck.figures:
        if figure.day is None and not figure.binding.endswith(".not_shown"):
            if figure.binding.split(".")[-1] in ("dont_know", "refused", "left_blank", "mentions"):
                continue
            assert value(survey, figure.binding) == pytest.approx(figure.value, abs=1e-9), figure


@examples(40)
@given(any_survey())
def test_every_wording_of_an_automatic_deck_holds(survey: AnySurvey):
    evidence = Evidence(survey.dataset, tabulate(survey.dataset), "de")
    document = draft(survey.dataset.codebook.study, evidence, Release())
    for said in said_in(document):
        if said.name in RANKED:
            assert holds(survey, said), said
        if said.name in ("leading", "trailing"):
            problems: list[Problem] = []
            printed = state(
                read_sentence(Passage(f"{{{said}}}"), "de", problems), evidence, problems
            )
            ranked = [name for name, _ in order(survey, said.bindings[0])]
            shown = [re.sub(r"\.(mean|share)$", "", one.binding) for one in printed.figures]
            if said.bindings[0].path in ORDERED:
                ranked = [one for one in ranked if one in shown or _nonzero(survey, one)]
            count = len(shown)
            assert shown == (ranked[:count] if said.name == "leading" else ranked[-count:])


def _nonzero(survey: AnySurvey, path: str) -> bool:
    return round(float(value(survey, path) or 0) * 100) > 0


PATHS = st.sampled_from(
    ["q1.c1", "q1.c2", "q1.c3", "q1.nah", "q2.top2", "q2.bottom2", "q2.c3", "q3.c1", "q3.c2",
     "q4.a.top2", "q4.b.top2", "q4.c.c1", "q5.promoters"]
)  # fmt: skip
LIMITS = st.builds(
    lambda name, limit, paths: Assertion(name, str(limit), tuple(map(Binding, paths))),
    st.sampled_from(["over", "under", "about"]),
    st.integers(0, 100),
    st.lists(PATHS, min_size=1, max_size=2),
)
FRACTIONS = st.builds(
    lambda name, path: Assertion(name, "", (Binding(path),)),
    st.sampled_from(
        ["half", "third", "quarter", "two thirds", "three quarters", "majority", "of10"]
    ),
    PATHS,
)
PLACES = st.builds(
    lambda name, path: Assertion(name, "1" if name == "rank" else "", (Binding(path),)),
    st.sampled_from(["first", "largest", "last", "rank"]),
    st.sampled_from(["q1.c1", "q1.c2", "q3.c1", "q3.c2", "q4.a", "q4.b.mean", "q4.c.top2", "q6.a"]),
)


@pytest.mark.trial
@examples(120)
@given(any_survey(), LIMITS | FRACTIONS | PLACES)
def test_a_claim_is_accepted_if_and_only_if_it_is_so(survey: AnySurvey, said: Assertion):
    """A claim that is so may still be refused as too weak, or as resting on too few answers."""
    dataset = survey.dataset
    document = Document((Section(TextKind(), sentences=(sentence_of(said),)),))
    try:
        plan(dataset, tabulate(dataset), language="de", document=document)
    except Problem as problem:
        code = problem.code
    else:
        code = ""
    try:
        true = holds(survey, said)
    except Suppressed:
        assert code == "claim-suppressed"
        return
    except (AssertionError, TypeError, IndexError):
        assert code in {"binding-no-value", "claim-no-order"}
        return
    expected = {"", "claim-too-weak"} if true else {"claim-false", "claim-no-order"}
    assert code in expected | ({"binding-no-value"} if not true else set())


def sentence_of(said: Assertion):
    problems: list[Problem] = []
    sentence = read_sentence(Passage(f"Es sind {{{said}}}."), "de", problems)
    assert problems == []
    return sentence
