"""A question in each group of another: rows of groups, segments that add up, and no small group."""

import pytest
from surveys import WICHTIG, deck_of, multiple, overflows, scale, single, survey, times

from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import ChartForm
from rundfrage.report.document.read import read_document
from rundfrage.report.outputs.pptx.capture import row_keys
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

DATASET = survey(
    (single("q11", "Wo wohnen Sie?", ["Stadt", "Land"]), times(c1=60, c2=40)),
    (scale("q2", "Wie wichtig?"), times(c1=30, c2=30) + times(c1=10, c5=30)),
    (single("q3", "Womit?", ["Rad", "Bus", "Auto"]), times(c1=50, c2=10, c3=40)),
    (multiple("q4", "Was?", ["A", "B"]), ["c1 c2"] * 100),
    (single("q5", "Welches?", [f"Antwort {at}" for at in range(8)]), ["c1", "c8"] * 50),
    (single("q12", "Wer?", ["Viele", "Wenige"]), times(c1=97, c2=3)),
)


def slides_of(text: str):
    document = read_document(text, "report.md", "de")
    deck = plan(DATASET, tabulate(DATASET), language="de", document=document)
    assert overflows(deck) == []
    return deck.slides


def test_each_group_is_a_row_that_adds_up_with_its_base_and_its_mean():
    (slide,) = slides_of("## Wo es wichtig ist {chart=q2 by=q11}")
    chart = slide.chart
    assert (chart.form, chart.categories) == (ChartForm.STACKED, ("Gesamt", "Stadt", "Land"))
    assert [series.name for series in chart.series] == list(WICHTIG)
    assert [series.colour for series in chart.series] == list(DEFAULT.scale)
    for row in range(3):
        assert sum(series.bars[row].plotted for series in chart.series) == 100
    assert [[figure.text for figure in column.figures] for column in chart.side] == [
        ["100", "60", "40"], ["70\u202f%", "100\u202f%", "25\u202f%"], ["2,50", "1,50", "4,00"],
    ]  # fmt: skip
    assert [claim.text for claim in slide.claims] == ["Wie wichtig?", "Nach: Wo wohnen Sie?"]
    assert chart.series[0].bars[2].figure.binding == "q2.c1[q11=c2]"


def test_rows_keep_a_key_of_their_own_for_an_update():
    (slide,) = slides_of("## {chart=q2 by=q11}")
    assert row_keys(slide.chart) == ("q2", "q2[q11=c1]", "q2[q11=c2]")


def test_answers_without_an_order_are_tones_of_one_colour_and_heard_one_by_one():
    (slide,) = slides_of("## {chart=q3 by=q11}")
    chart = slide.chart
    assert len({series.colour for series in chart.series}) == 3
    assert [column.heading for column in chart.side] == ["n"]
    assert "Land: Rad 0\u202f%, Bus 0\u202f%, Auto 100\u202f%, n 40." in chart.alt


def test_a_group_in_which_people_could_be_recognised_is_left_out_and_counted():
    (slide,) = slides_of("## {chart=q3 by=q12}")
    assert "Wenige" not in slide.chart.categories
    assert "werden nicht gezeigt" in slide.foot.text


@pytest.mark.parametrize(
    "braces", ["chart=q4 by=q11", "chart=q5 by=q11", "chart=q2 by=q11 form=scale"]
)
def test_what_does_not_add_up_or_has_too_many_answers_is_refused(braces):
    with pytest.raises(Problem) as caught:
        slides_of(f"## {{{braces}}}")
    assert [problem.code for problem in caught.value.all] == ["chart-form"]


def test_the_automatic_deck_crosses_nothing():
    assert all(slide.chart is None or len(slide.chart.series) == 1
               for slide in deck_of(DATASET).slides)  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    ["chart=q2 by=q2", "chart=q11 by=q11", "compare=q2.top2 by=q2", "table=q2 by=q2",
     "multiples=q2 by=q2", "map=q2.top2 by=q2 file=a.geojson key=name"],
)  # fmt: skip
def test_a_question_by_itself_is_refused(asked):
    with pytest.raises(Problem) as caught:
        slides_of(f"## Titel {{{asked}}}")
    assert [(one.code, one.where.line) for one in caught.value.all] == [("chart-form", 1)]
    assert "by its own answers" in str(caught.value.found)
