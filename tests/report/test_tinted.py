"""Rows of a chart in colours of the author's."""

from __future__ import annotations

import pytest
from surveys import multiple, scale, survey, times

from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import Chart
from rundfrage.report.document.read import read_document
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

SURVEY = survey(
    (multiple("q3", "Was?", ["A", "B", "C"]), ["c1 c2"] * 50 + ["c3"] * 50),
    (scale("q4.a", "Wie gut?", item="Alpha"), times(c1=40, c2=60)),
    (scale("q4.b", "Wie gut?", item="Beta"), times(c1=60, c5=40)),
)


def chart_of(braces: str) -> Chart:
    document = read_document(f"## Titel {{{braces}}}\n", "report.md", "de")
    (slide,) = plan(SURVEY, tabulate(SURVEY), language="de", document=document).slides
    assert slide.chart is not None
    return slide.chart


def test_rows_have_their_colours_and_the_others_keep_theirs():
    (series,) = chart_of('chart=q3 colours="c1=#C8102E c3=accent"').series
    colours = {bar.figure.binding: bar.colour for bar in series.bars if bar}
    assert colours == {"q3.c1": "#c8102e", "q3.c2": "", "q3.c3": DEFAULT.accent}
    (series,) = chart_of('chart=q4 form=means colours="b=#c8102e"').series
    assert [bar.colour for bar in series.bars if bar] == ["", "#c8102e"]


@pytest.mark.parametrize(
    ("braces", "found"),
    [
        ('chart=q3 colours="c9=#c8102e"', "no row called c9"),
        ('chart=q3 colours="c1=red"', "red is no colour"),
        ('chart=q3 colours="c1"', "c1 is no row with its colour"),
        ('chart=q3 colours="c1=#fefefe"', "can hardly be seen"),
        ('chart=q4 colours="a=#c8102e"', "drawn as segments"),
    ],
)
def test_what_is_no_row_or_no_colour_is_refused(braces, found):
    with pytest.raises(Problem) as caught:
        chart_of(braces)
    assert caught.value.code == "chart-form"
    assert found in caught.value.found
