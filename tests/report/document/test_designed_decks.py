"""Decks of a probability sample with a design: what they draw, say, and must not say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from any_survey import AnySurvey, any_survey
from hypothesis import given
from hypothesis import strategies as st
from surveys import deck_of, multiple, overflows, scale, single, survey, times

from proofs import examples
from rundfrage.codebook import Sample
from rundfrage.dataset import Dataset
from rundfrage.errors import Problem
from rundfrage.look.colour import LEGIBLE, contrast
from rundfrage.look.theme import DEFAULT
from rundfrage.report.claims import Binding, Evidence, Passage, read_sentence, state
from rundfrage.report.claims.testing import chance
from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.document.read import read_document
from rundfrage.report.plan import plan
from rundfrage.stats.letters import share_letters
from rundfrage.tables import table_of, tabulate
from rundfrage.tables.sampled import design_for, with_marks
from rundfrage.tables.sampling import Sampling

SIMPLE = Sampling()


def of_chance(dataset: Dataset) -> Dataset:
    study = replace(dataset.codebook.study, sample=Sample.PROBABILITY)
    return replace(dataset, codebook=replace(dataset.codebook, study=study))


def evidence_of(dataset: Dataset, sampling: Sampling | None = SIMPLE) -> Evidence:
    tables = tabulate(dataset, sampling=sampling)
    return Evidence(dataset, tables, "de", sampling=sampling)


def said(source: str, evidence: Evidence) -> str:
    problems: list[Problem] = []
    claim = state(read_sentence(Passage(source), "de", problems), evidence, problems)
    return " ".join(one.code for one in problems) or claim.text


def designed(dataset: Dataset, source: str | None = None) -> Deck:
    document = None if source is None else read_document(source, "report.md", "de")
    tables = tabulate(dataset, sampling=SIMPLE)
    return plan(dataset, tables, language="de", document=document, sampling=SIMPLE)


def charts(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides if slide.role is SlideRole.CHART]


def two_groups(yes: int, other: int, n: int = 100) -> Dataset:
    """`yes` of `n` in the first group say yes, `other` of `n` in the second."""
    return of_chance(
        survey(
            (single("q", "Ja?", ["Ja", "Nein"]),
             times(c1=yes, c2=n - yes) + times(c1=other, c2=n - other)),
            (single("g", "Wo?", ["Hier", "Dort"]), times(c1=n, c2=n)),
            (multiple("m", "Was?", ["A", "B"]), times(c1=n, c2=n)),
            sample=Sample.PROBABILITY,
        )
    )  # fmt: skip


MORE = "Dort sind es {more: q.c1[g=c1], q.c1[g=c2]}"


@pytest.mark.parametrize(("yes", "says"), [(70, "Dort sind es mehr"),
                                           (52, "claim-not-significant"),
                                           (40, "claim-false")])  # fmt: skip
def test_more_is_said_only_where_it_is_significant(yes, says):
    assert said(MORE, evidence_of(two_groups(yes, 50))) == says


def test_without_a_design_nothing_is_compared():
    assert said(MORE, evidence_of(two_groups(90, 10), None)) == "claim-without-design"


def test_the_test_is_that_of_the_letters():
    dataset = two_groups(60, 50)
    evidence = evidence_of(dataset)
    first, second = (evidence.quantity(Binding("q.c1", f"g=c{one}")) for one in (1, 2))
    columns = {name: dataset.columns[name].codes for name in ("q", "g")}
    design = with_marks(design_for(dataset, SIMPLE), columns)
    (pair,) = [one for one in share_letters(design, "q", "g").pairs if one.row == 0]
    assert chance(first, second, evidence) == pytest.approx(pair.p, rel=1e-9)


def test_a_part_may_be_compared_with_the_whole():
    """Their covariance is known, and so they need not be kept apart."""
    evidence = evidence_of(two_groups(80, 40))
    assert said("{More: q.c1[g=c1], q.c1} im ersten Teil", evidence) == "Mehr im ersten Teil"


def test_answers_of_the_same_people_and_several_choices_are_compared():
    evidence = evidence_of(two_groups(90, 40))
    assert said("{More: q.c1, q.c2} sagen ja", evidence) == "Mehr sagen ja"
    assert said("{More: m.c1[g=c1], m.c1[g=c2]} wählen A", evidence) == "Mehr wählen A"


@pytest.mark.parametrize("wording", ["first: q", "first: q.c1", "last: q.c2", "top 1: q",
                                     "rank 1: q", "followed by: q.c1, q.c2"])  # fmt: skip
def test_an_order_holds_only_where_it_is_significant(wording):
    assert said(f"{{{wording}}}", evidence_of(two_groups(53, 50))) == "claim-not-significant"
    assert "claim" not in said(f"{{{wording}}}", evidence_of(two_groups(80, 60)))


def test_intervals_can_be_printed():
    evidence = evidence_of(two_groups(60, 50))
    assert said("{q.c1.interval}", evidence).replace("\u202f", " ") == "48–62 %"
    found = said("{q.c1.interval[g=c1]}", evidence).replace("\u202f", " ")
    assert found == "50–69 %"


def test_automatic_sentences_put_nothing_first_that_chance_may_have_put_there():
    close = survey((multiple("m", "Was?", ["A", "B", "C"]),
                    times(c1=50, c2=48, c3=2)), sample=Sample.PROBABILITY)  # fmt: skip
    titles = " ".join(slide.title.text for slide in designed(close).slides)
    assert "„A“" in titles
    assert "„B“" in titles


def test_bars_have_reaches_and_tones_on_which_they_can_be_seen():
    deck = designed(two_groups(60, 50))
    for slide in charts(deck):
        for series in slide.chart.series:
            for bar in series.bars:
                low, high = bar.reach
                assert low < bar.figure.value * 100 < high
                assert contrast(bar.colour or series.colour, DEFAULT.text) >= LEGIBLE
        assert "Konfidenzintervall" in slide.foot.text
        assert [column.heading for column in slide.chart.side] == ["95-%-Intervall"]
    assert not any("Intervall" in slide.foot.text for slide in deck_of(two_groups(60, 50)).slides)


def test_the_method_page_says_by_what():
    method = [one for one in designed(two_groups(60, 50)).slides if one.role is SlideRole.METHOD]
    text = " ".join(claim.text for slide in method for claim in slide.claims)
    assert "Taylor-Linearisierung, Befragte einzeln gezogen, 199 Freiheitsgrade." in text
    undesigned = deck_of(two_groups(60, 50))
    text = " ".join(claim.text for slide in undesigned.slides for claim in slide.claims)
    assert "gibt er keine Fehlerspannen an" in text


COMPARED = "## {title}\n\n## Wo {compare=q.c1 by=g}\n"


def test_groups_are_compared_in_a_chart_with_their_letters():
    (slide,) = charts(designed(two_groups(70, 40), COMPARED))
    chart = slide.chart
    assert chart.categories == ("Gesamt", "Hier (A)", "Dort (B)")
    figures = [bar.figure for bar in chart.series[0].bars]
    assert [one.binding for one in figures] == ["q.c1", "q.c1[g=c1]", "q.c1[g=c2]"]
    assert [one.value for one in figures] == [0.55, 0.7, 0.4]
    sizes, _, letters = chart.side
    assert [one.text for one in sizes.figures] == ["200", "100", "100"]
    assert [one and one.text for one in letters.figures] == [None, "B", None]
    assert "signifikant kleiner" in slide.foot.text


def test_groups_of_an_open_survey_are_shown_without_letters():
    dataset = two_groups(70, 40)
    study = replace(dataset.codebook.study, sample=Sample.OPEN)
    dataset = replace(dataset, codebook=replace(dataset.codebook, study=study))
    document = read_document(COMPARED, "report.md", "de")
    deck = plan(dataset, tabulate(dataset), language="de", document=document)
    (slide,) = charts(deck)
    assert slide.chart.categories == ("Gesamt", "Hier", "Dort")
    assert [column.heading for column in slide.chart.side] == ["n"]
    assert "nicht\u00a0repräsentativ" in slide.foot.text


def test_brackets_of_small_groups_are_explained_below():
    dataset = survey(
        (single("q", "Ja?", ["Ja", "Nein"]), times(c1=60, c2=40)),
        (single("g", "Wo?", ["Hier", "Dort"]), times(c1=80, c2=20)),
    )
    source = f"{COMPARED}\n## Dort {{q.c1[g=c2]}} {{chart=q}}\n\n## Ja {{chart=q}}\n"
    document = read_document(source, "report.md", "de")
    slides = charts(plan(dataset, tabulate(dataset), language="de", document=document))
    assert [slide.foot.text.count("In eckigen Klammern") for slide in slides] == [1, 1, 0]


def test_groups_that_are_too_small_are_counted_and_not_drawn():
    dataset = survey(
        (single("q", "Ja?", ["Ja", "Nein"]), times(c1=60, c2=43)),
        (single("g", "Wo?", ["Hier", "Dort", "Nirgends"]), times(c1=60, c2=40, c3=3)),
    )
    document = read_document(COMPARED, "report.md", "de")
    deck = plan(dataset, tabulate(dataset), language="de", document=document)
    (slide,) = charts(deck)
    assert slide.chart.categories == ("Gesamt", "Hier")
    assert "2 Gruppen werden nicht gezeigt, da Einzelne erkennbar wären" in slide.foot.text


@pytest.mark.parametrize(
    ("braces", "code"),
    [
        ("compare=q.c1", "slide-attribute"),
        ("compare by=g", "slide-attribute"),
        ("compare=q.n by=g", "chart-form"),
        ("compare=study.n by=g", "chart-form"),
        ('compare="q.c1[g=c1]" by=g', "chart-form"),
        ("compare=q.c1 by=h", "unknown-variable"),
    ],
)
def test_comparisons_of_nothing_are_refused(braces, code):
    with pytest.raises(Problem) as caught:
        designed(two_groups(70, 40), f"## {{title}}\n\n## Wo {{{braces}}}\n")
    assert caught.value.code == code


@examples(12)
@given(any_survey(), st.booleans(), st.sampled_from(["de", "en", "ar"]))
def test_an_automatic_deck_of_any_sample_says_only_what_its_own_tests_bear(
    any_one: AnySurvey, clustered, language
):
    """Building it tests every sentence of it; and every slide of it has room for its intervals."""
    dataset = of_chance(any_one.dataset)
    sampling = Sampling(psu=("q7",), lonely="adjust") if clustered else SIMPLE
    if clustered and not np.all(dataset.columns["q7"].answered):
        sampling = SIMPLE
    tables = tabulate(dataset, sampling=sampling)
    deck = plan(dataset, tables, language=language, sampling=sampling)
    assert overflows(deck) == []
    for table in tables:
        shown = [one for block in table.blocks for row in block.cells for one in row]
        assert shown.count(None) == 0 or table.blocks


def test_a_scale_that_is_compared_by_means_runs_from_its_lowest_number():
    dataset = of_chance(
        survey(
            (scale("s", "Wie?"), times(c1=60, c2=20, c5=20) + times(c2=20, c5=80)),
            (single("g", "Wo?", ["Hier", "Dort"]), times(c1=100, c2=100)),
        )
    )
    source = "## {title}\n\n## Wo {compare=s.mean by=g}\n"
    (slide,) = charts(designed(dataset, source))
    axis = slide.chart.axis
    assert (axis.start, axis.end, axis.start_label) == (1, 5, "1 = sehr wichtig")
    letters = slide.chart.side[-1]
    assert [one and one.text for one in letters.figures] == [None, None, "A"]
    table = table_of(dataset, "s", by="g", sampling=SIMPLE)
    assert table.blocks[0].uncertainty.statistics[2]["mean"].letters == "A"
