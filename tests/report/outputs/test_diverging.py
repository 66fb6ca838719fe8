"""Bars that diverge around a line: every output shifts the rows, and prints what it always does."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import page
import pytest
from office import charts_of, made, members, opened
from people import updated
from sample import deck
from sample_languages import arabic
from sample_later import later
from test_every_output import TEXT, squeezed, written
from test_pptx_libreoffice import drawn, printed, unlabelled

from proofs import spread
from rundfrage.audit.reading.charts import chart_passages
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.charts.diverging import diverging
from rundfrage.report.deck import Chart, ChartForm, Deck
from rundfrage.report.outputs import OUTPUTS, Report
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.pptx.marks import read_mark

STARTS = [0.0, 0.5, 6.0, 14.5]
MIDDLE, END = 78.5, 114.5
LEGEND = ["++", "+", "o", "–", "– –"]
"""Names so short that the chart's own legend has room for them."""


def brief(one: Deck) -> Deck:
    """The deck with short names of steps."""
    return replace(
        one,
        slides=tuple(
            replace(slide, chart=_brief(slide.chart)) if slide.source == "q4" else slide
            for slide in one.slides
        ),
    )


def _brief(chart: Chart) -> Chart:
    named = (replace(one, name=name) for one, name in zip(chart.series, LEGEND, strict=True))
    return replace(chart, series=tuple(named))


def german() -> Deck:
    return brief(deck())


def next_year() -> Deck:
    return brief(later())


def shifted(one: Deck) -> Deck:
    """The deck with its stacked charts diverging."""
    return replace(
        one,
        slides=tuple(
            replace(slide, chart=diverging(slide.chart, len(slide.chart.series)))
            if slide.chart and slide.chart.form is ChartForm.STACKED
            else slide
            for slide in one.slides
        ),
    )


def stack(presentation):
    """The chart of the slide with the grid."""
    return next(one.chart for one in presentation.slides[3].shapes if one.has_chart)


def starts(chart) -> list[float]:
    return list(chart.plots[0].series[0].values)


def legends(presentation) -> tuple[bool, list[str]]:
    """Whether the chart has a legend of its own, and the names in the one beside it."""
    beside = [
        one.text_frame.text
        for one in presentation.slides[3].shapes
        if (mark := read_mark(one.name)) and re.fullmatch(r"Legend( \d+)?", mark.role)
    ]
    return stack(presentation).has_legend, beside


def test_the_sample_diverges_as_counted_by_hand():
    chart = shifted(german()).slides[3].chart
    assert (list(chart.shift.starts), chart.shift.middle, chart.axis.end) == (STARTS, MIDDLE, END)


@pytest.mark.parametrize(
    "output", [one for one in OUTPUTS if one.name != "pptx"], ids=lambda one: one.name
)
def test_every_output_prints_what_it_prints_of_the_usual_form(output, tmp_path):
    content = written(output, Report(shifted(german()), ()), tmp_path)
    text = squeezed(TEXT[output.name](content))
    for figure in german().slides[3].figures:
        if figure not in unlabelled(german().slides[3]):
            assert squeezed(figure.text) in text


@pytest.mark.parametrize("make", [german, arabic], ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1], ids=str
)
def test_the_pdf_is_valid(make, profile, tmp_path):
    pdf = next(one for one in OUTPUTS if one.name == "pdf")
    content = written(pdf, Report(shifted(make()), ()), tmp_path)
    assert list(page.validate_pdf_bytes(content, profile=profile).failures) == []


def test_the_picture_starts_rows_where_the_deck_says_and_draws_the_line_behind_them():
    one = shifted(german())
    slide, layout = one.slides[3], arrange(one, DEFAULT)[3].chart
    drawing = draw(slide.chart, layout, DEFAULT, "de")
    left, unit = layout.plot.x - layout.box.x, layout.plot.width / END
    assert [one.x for one in drawing.bars[:4]] == pytest.approx(
        [left + unit * start for start in STARTS], abs=0.02
    )
    (line,) = drawing.grounds
    assert line.x + line.width / 2 == pytest.approx(left + unit * MIDDLE, abs=0.02)
    assert drawing.rectangles.index(line) < drawing.rectangles.index(drawing.bars[0])


def test_a_narrow_screen_shifts_its_bars_too(tmp_path):
    page_ = next(one for one in OUTPUTS if one.name == "html")
    text = written(page_, Report(shifted(german()), ()), tmp_path).decode()
    rows = re.findall(r'<span class="stack" aria-hidden="true">(.*?)</span>', text)
    lengths = [[float(each) for each in re.findall(r"inline-size:([\d.]+)%", row)] for row in rows]
    assert [len(row) for row in lengths] == [5, 6, 6, 6]
    neutral = [row[-3] for row in lengths]
    middles = [sum(row[:-3]) + one / 2 for row, one in zip(lengths, neutral, strict=True)]
    assert middles == pytest.approx([100 * MIDDLE / END] * 4, abs=0.05)


def test_powerpoint_gets_an_unseen_series_that_no_legend_shows():
    content = made(shifted(german()))
    chart = stack(opened(content))
    assert [one.name for one in chart.plots[0].series] == ["(offset)", *LEGEND]
    assert starts(chart) == STARTS
    assert legends(opened(content)) == (False, LEGEND)
    assert legends(opened(made(german()))) == (True, [])
    unseen = chart.plots[0].series[0]._element
    assert unseen.xpath("c:spPr/a:noFill")
    assert not unseen.xpath("c:dLbls")
    assert chart.value_axis.maximum_scale == END
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [[cell.value for cell in row[1:3]] for row in book.active] == [
        ["(offset)", LEGEND[0]], [0, 41], [0.5, 35], [6, 28], [14.5, 20],
    ]  # fmt: skip
    assert len(charts_of(content)) == len(charts_of(made(german())))
    assert len(members(content)) == len(members(made(german())))


def test_the_audit_does_not_take_a_shift_for_a_figure():
    usual, diverging_ = (
        [
            (one.row, one.column, one.text)
            for one in chart_passages(stack(opened(made(each)))._chartSpace, 4, 1)
        ]
        for each in (german(), shifted(german()))
    )
    assert usual == diverging_


@pytest.mark.trial
@pytest.mark.parametrize("make", spread([arabic, german]), ids=lambda one: one.__name__)
def test_libreoffice_draws_it(make, tmp_path):
    one = shifted(make())
    pages = drawn(made(one), tmp_path)
    at = next(n for n, slide in enumerate(one.slides) if slide.chart and slide.chart.shift)
    assert "(offset)" not in pages[at]
    if make is german:
        for figure in one.slides[at].figures:
            assert printed(figure.text, pages[at]) == (figure not in unlabelled(one.slides[at]))


def test_an_update_moves_the_rows_and_tells_of_figures_only(tmp_path):
    done, presentation = updated(tmp_path, made(shifted(german())), shifted(next_year()))
    usual, _ = updated(tmp_path, made(german()), next_year())
    chart = stack(presentation)
    wanted = shifted(next_year()).slides[3].chart
    assert starts(chart) == list(wanted.shift.starts)
    assert chart.value_axis.maximum_scale == wanted.axis.end
    assert legends(presentation) == (False, LEGEND)
    assert done.slides[3] == usual.slides[3]


def test_an_update_may_make_a_chart_diverge_and_stack_it_again(tmp_path):
    _, presentation = updated(tmp_path, made(german()), shifted(german()))
    chart = stack(presentation)
    assert [one.name for one in chart.plots[0].series] == ["(offset)", *LEGEND]
    assert (starts(chart), legends(presentation)) == (STARTS, (False, LEGEND))
    assert chart.value_axis.maximum_scale == END
    again = (tmp_path / "new.pptx").read_bytes()
    _, presentation = updated(tmp_path, again, german())
    chart = stack(presentation)
    assert [one.name for one in chart.plots[0].series] == LEGEND
    assert legends(presentation) == (True, [])
    assert chart.value_axis.maximum_scale == 100
