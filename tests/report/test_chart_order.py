"""Rows in the order that the author wishes, and rows that stand out because he says so."""

import pytest
from surveys import multiple, numeric, scale, single, survey, times

from rundfrage.codebook import Role
from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

DATASET = survey(
    (multiple("q3", "Was?", ["Wenig", "Viel", "Mittel", "Anderes"], last=(Role.OTHER,)),
     ["c1"] * 10 + ["c2"] * 50 + ["c3"] * 30 + ["c4"] * 10),
    (single("q1", "Wer?", ["Einige", "Manche", "Niemand"]), times(c1=20, c2=70, c3=10)),
    (scale("q2", "Wie?"), times(c1=60, c2=40)),
    (numeric("q6", "Wie viele?"), ["1"] * 60 + ["2"] * 40),
    (scale("q4.a", "Wie gut?", item="Erstes"), times(c3=100)),
    (scale("q4.b", "Wie gut?", item="Zweites"), times(c1=100)),
)  # fmt: skip


def chart_of(braces: str):
    document = read_document(f"## Titel {{{braces}}}", "report.md", "de")
    (slide,) = plan(DATASET, tabulate(DATASET), language="de", document=document).slides
    return slide.chart


@pytest.mark.parametrize(
    ("braces", "rows"),
    [
        ("chart=q3", ("Viel", "Mittel", "Wenig", "Anderes")),
        ("chart=q3 sort=asked", ("Wenig", "Viel", "Mittel", "Anderes")),
        ("chart=q1", ("Einige", "Manche", "Niemand")),
        ("chart=q1 sort=size", ("Manche", "Einige", "Niemand")),
        ("chart=q4", ("Zweites", "Erstes")),
        ("chart=q4 sort=asked", ("Erstes", "Zweites")),
        ("chart=q4 form=means sort=asked", ("Erstes", "Zweites")),
        ("chart=q4 form=diverging sort=asked", ("Erstes", "Zweites")),
    ],
)
def test_rows_stand_as_the_author_wishes(braces, rows):
    chart = chart_of(braces)
    assert chart.categories == rows
    places = [chart.alt.index(f"{row}:") for row in rows]
    assert places == sorted(places)


def test_sorting_moves_a_row_with_all_that_is_its_own():
    usual, asked = (
        chart_of("chart=q4 form=diverging"),
        chart_of("chart=q4 form=diverging sort=asked"),
    )
    for one, other in zip(usual.series, asked.series, strict=True):
        assert one.bars == other.bars[::-1]
    assert usual.side[0].figures == asked.side[0].figures[::-1]
    assert usual.shift.starts == asked.shift.starts[::-1]


@pytest.mark.parametrize(
    ("braces", "standing"),
    [
        ("chart=q3 highlight=c1", ["Wenig"]),
        ('chart=q3 sort=asked highlight="c1, c3"', ["Wenig", "Mittel"]),
        ("chart=q2 form=columns highlight=c2", ["wichtig"]),
        ("chart=q4 form=means highlight=a", ["Erstes"]),
    ],
)
def test_rows_that_are_named_keep_their_colour(braces, standing):
    chart = chart_of(braces)
    (series,) = chart.series
    assert series.colour == DEFAULT.primary
    assert [label for label, bar in zip(chart.categories, series.bars, strict=True)
            if not bar.colour] == standing  # fmt: skip


@pytest.mark.parametrize(
    "braces",
    [
        "chart=q2 sort=size",
        "chart=q6 sort=asked",
        "chart=q4 sort=size",
        "chart=q4 highlight=a",
        "chart=q3 highlight=c9",
        "chart=q2 by=q1 sort=size",
        "chart=q2 by=q1 highlight=c1",
    ],
)
def test_what_can_not_be_is_refused(braces):
    with pytest.raises(Problem) as caught:
        chart_of(braces)
    assert [problem.code for problem in caught.value.all] == ["chart-form"]


def test_they_are_written_as_they_were_read():
    text = '## {chart=q3 sort=asked highlight="c1 c3"}\n'
    assert write_document(read_document(text, "report.md", "de")) == text
