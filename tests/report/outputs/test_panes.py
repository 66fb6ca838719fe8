"""Several charts on a slide: two questions side by side, one question in each of several groups."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from houses import wide
from people import updated
from pptx import Presentation
from pypdf import PdfReader
from surveys import multiple, overflows, scale, single, survey, times

from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import ChartForm, Deck, Slide
from rundfrage.report.document.read import read_document
from rundfrage.report.figures import figures_json
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf
from rundfrage.report.outputs.pptx.drawn import chart_of
from rundfrage.report.outputs.pptx.write import arranged, pptx
from rundfrage.report.outputs.xlsx.write import xlsx
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

PLACES = ["Hier", "Dort", "Anderswo", "Nirgends"]
LONG = [f"Etwas ganz Langes, das niemand {at} in einer Zeile sagen kann" for at in range(12)]
PEOPLE = times(c1=60, c2=30, c3=8, c4=2)


def data(yes: int = 63):
    return survey(
        (single("q1", "Machen Sie mit?", ["Ja", "Nein"]), times(c1=yes, c2=100 - yes)),
        (scale("q2", "Wie wichtig ist Ihnen das?"), times(c1=50, c2=30, c3=20)),
        (multiple("q3", "Was hilft?", ["Rat", "Geld", "Zeit"]), ["c1 c2"] * 50 + ["c3"] * 50),
        (single("q11", "Wo sind Sie?", PLACES), PEOPLE),
        (single("q12", "Und?", ["A", "B"]), times(not_asked=98, c1=1, c2=1)),
        (multiple("q13", "Was?", LONG), ["c1"] * 100),
    )  # fmt: skip


def deck_of(text: str, yes: int = 63) -> Deck:
    dataset = data(yes)
    document = read_document(text, "report.md", "de")
    return plan(dataset, tabulate(dataset), language="de", document=document)


def slide_of(text: str) -> Slide:
    (slide,) = deck_of(text).slides
    return slide


def problem(text: str) -> Problem:
    with pytest.raises(Problem) as caught:
        deck_of(text)
    return caught.value


PAIR = "## {q1.c1} machen mit, {q2.top2} finden es wichtig {pair=q1 with=q2 with_form=columns}\n"
GROUPS = "## Wer mitmacht {multiples=q1 by=q11}\n"


def test_a_pair_has_the_wording_and_base_of_each_question_and_what_is_common_below():
    slide = slide_of(PAIR)
    assert [pane.heading.text for pane in slide.panes] == [
        "Machen Sie mit?", "Wie wichtig ist Ihnen das?",
    ]  # fmt: skip
    assert [pane.base.text for pane in slide.panes] == ["Basis: n = 100 Antwortende"] * 2 or all(
        "n\u00a0=\u00a0100" in pane.base.text or "n = 100" in pane.base.text for pane in slide.panes
    )
    assert [pane.chart.form for pane in slide.panes] == [ChartForm.BARS, ChartForm.COLUMNS]
    assert "23.–28.09.2020" in slide.foot.text
    assert "n = " not in slide.foot.text
    assert slide.kicker == "Frage 1 · Frage 2"
    # What the title names stands out in each chart.
    tones = [bar.colour for bar in slide.panes[0].chart.series[0].bars]
    assert tones[0] == "" != tones[1]


def test_groups_are_charts_of_one_axis_with_their_bases_and_small_ones_are_left_out():
    slide = slide_of(GROUPS)
    assert [pane.heading.text for pane in slide.panes] == ["Gesamt", "Hier", "Dort"]
    assert [pane.base.figures[0].text for pane in slide.panes] == ["100", "60", "30"]
    assert len({pane.chart.axis for pane in slide.panes}) == 1
    assert len({pane.chart.categories for pane in slide.panes}) == 1
    bindings = [bar.figure.binding for pane in slide.panes for bar in pane.chart.series[0].bars]
    assert len(set(bindings)) == len(bindings) == 6
    assert "q1.c1[q11=c1]" in bindings
    # The third group would tell of the fourth, which has two people.
    (hidden,) = [one for one in slide.foot.figures if one.binding == "q1.groups_not_shown"]
    assert hidden.value == 2


def test_a_bar_is_as_long_in_every_chart_and_labels_stand_once_a_line():
    (layout,) = arrange(deck_of(GROUPS))
    assert len({round(pane.chart.plot.width, 3) for pane in layout.panes}) == 1
    assert [pane.chart.unlabelled for pane in layout.panes] == [False, True, True]


def test_groups_and_rows_can_be_chosen():
    slide = slide_of('## Hier und dort {multiples=q3 by=q11 groups="c2 c1" highlight="c3"}\n')
    assert [pane.heading.text for pane in slide.panes] == ["Dort", "Hier"]
    for pane in slide.panes:
        colours = [bar.colour for bar in pane.chart.series[0].bars if bar]
        assert sum(one == "" for one in colours) == 1
    assert problem(GROUPS.replace("q11}", 'q11 groups="c9"}')).code == "chart-form"
    assert problem(GROUPS.replace("q11}", 'q11 highlight="c9"}')).code == "chart-form"


def test_what_cannot_be_drawn_so_is_refused():
    assert problem("## X {pair=q1 with=q1}\n").code == "chart-form"
    assert problem("## X {pair=q1 with=q99}\n").code == "unknown-question"
    assert problem("## X {pair=q1 with=q12}\n").code == "chart-form"
    crowded = problem("## X {pair=q13 with=q1}\n")
    assert crowded.code == "slide-overflow"
    assert "slide of its own" in crowded.mend
    assert problem("## X {multiples=q13 by=q11}\n").code == "slide-overflow"


@pytest.mark.parametrize("text", [PAIR, GROUPS])
def test_every_output_prints_every_figure_and_heading(text):
    deck = deck_of(text)
    report = Report(deck, ())
    wanted = {pane.heading.text for slide in deck.slides for pane in slide.panes}
    figures = {figure.text for _, figure in deck.figures}
    page = html(report, arrange(deck))
    printed = " ".join(
        one.extract_text() for one in PdfReader(io.BytesIO(pdf(report, arrange(deck)))).pages
    )
    assert page.count("<figure") == len(deck.slides[0].panes)
    for words in wanted | figures:
        assert words in page
        assert "".join(words.split()) in "".join(printed.split())
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report)))
    assert sum(len(sheet._charts) for sheet in book) == len(deck.slides[0].panes)
    assert {one["binding"] for one in figures_json(deck)["figures"]} == {
        figure.binding for _, figure in deck.figures
    }


def written(deck: Deck, theme: Theme = DEFAULT) -> bytes:
    return pptx(deck, arranged(deck, theme), theme)


def test_each_is_a_native_chart_with_an_alternative_text_of_its_own():
    deck = deck_of(GROUPS)
    (slide,) = Presentation(io.BytesIO(written(deck))).slides
    charts = [shape for shape in slide.shapes if shape.has_chart]
    assert [shape.name.partition(" @")[0] for shape in charts] == [
        f"Chart ({at})" for at in (1, 2, 3)
    ]
    alts = [shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in charts]
    wanted = [pane.chart.alt for pane in deck.slides[0].panes]
    assert [one.split() for one in alts] == [one.split() for one in wanted]
    assert len(set(alts)) == 3
    for shape in charts:
        assert chart_of(shape.chart._chartSpace).categories == ("Ja", "Nein")


def test_an_update_renews_each_of_the_charts(tmp_path):
    for text in (PAIR, GROUPS):
        (tmp_path / "new.pptx").unlink(missing_ok=True)
        _, made = updated(tmp_path, written(deck_of(text)), deck_of(text, yes=40))
        fresh = Presentation(io.BytesIO(written(deck_of(text, yes=40))))
        assert drawn(made) == drawn(fresh)
        (tmp_path / "new.pptx").unlink()
        done, _ = updated(tmp_path, written(deck_of(text)), deck_of(text))
        assert not any(one.values or one.texts or one.edits for one in done.slides)


def drawn(presentation) -> list[object]:
    return [
        shape.text_frame.text
        if shape.has_text_frame
        else [one.values for one in chart_of(shape.chart._chartSpace).series]
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_text_frame or shape.has_chart
    ]


@pytest.mark.parametrize("text", [PAIR, GROUPS, "## X {multiples=q3 by=q11}\n"])
def test_nothing_runs_over(text):
    assert overflows(deck_of(text)) == []


def test_they_stand_in_the_room_of_a_template(tmp_path):
    made = wide()
    made.save(tmp_path / "house.pptx")
    theme = replace(DEFAULT, template=tmp_path / "house.pptx")
    (slide,) = Presentation(io.BytesIO(written(deck_of(PAIR), theme))).slides
    assert sum(shape.has_chart for shape in slide.shapes) == 2
