"""A chart is drawn with what the deck prints, at the places that the layout gives."""

import re
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from sample import deck
from sample_languages import HOSTILE, arabic, hostile

from rundfrage.look.colour import contrast
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Chart, ChartForm, Deck
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.drawing import Drawing, PlacedText, Rectangle
from rundfrage.report.outputs.svg import svg

DECKS = [deck(), arabic(), hostile()]


def charts(one: Deck) -> list[tuple[Chart, ChartLayout]]:
    return [
        (slide.chart, layout.chart)
        for slide, layout in zip(one.slides, arrange(one), strict=True)
        if slide.chart is not None and layout.chart is not None
    ]


def of_form(one: Deck, form: ChartForm) -> tuple[Chart, ChartLayout]:
    return next(pair for pair in charts(one) if pair[0].form is form)


def drawn(one: Deck, form: ChartForm, language: str = "de") -> Drawing:
    return draw(*of_form(one, form), DEFAULT, language)


def edges(rectangles: tuple[Rectangle, ...]) -> list[tuple[float, float]]:
    """Left and right of each rectangle."""
    return [(one.x, one.x + one.width) for one in rectangles]


def bare(text: str) -> str:
    """A text without the isolates around it."""
    return text.strip("\u2067\u2068\u2069")


@pytest.mark.parametrize("one", DECKS, ids=["german", "arabic", "hostile"])
def test_every_printed_figure_and_label_is_a_text_as_the_deck_prints_it(one):
    for chart, layout in charts(one):
        bars = [bar for series in chart.series for bar in series.bars if bar is not None]
        beside = [figure.text for column in chart.side for figure in column.figures if figure]
        fits = [*(entry.name for entry in layout.legend), *layout.headings, *layout.ends,
                *(one.words for one in layout.brackets)]  # fmt: skip
        lines = [line for lines in (*layout.label_lines, *(fit.lines for fit in fits))
                 for line in lines]  # fmt: skip
        texts = [bare(text.text) for text in draw(chart, layout, DEFAULT, one.language).texts]
        expected = [*(bar.figure.text for bar in bars if bar.labelled), *beside, *lines]
        assert sorted(texts) == sorted(filter(None, expected))


@pytest.mark.parametrize("one", DECKS, ids=["german", "arabic", "hostile"])
def test_the_picture_is_well_formed_and_holds_the_texts_of_the_drawing_and_no_others(one):
    for chart, layout in charts(one):
        drawing = draw(chart, layout, DEFAULT, one.language)
        root = ET.fromstring(svg(drawing, height=drawing.height))
        name = "{http://www.w3.org/2000/svg}"
        assert [text.text for text in root.iter(f"{name}text")] == [
            text.text for text in drawing.texts
        ]
        assert len(list(root.iter(f"{name}rect"))) == len(drawing.rectangles)
        assert "<text" not in svg(drawing, height=drawing.height, texts=False)


def test_bars_reach_from_the_axis_start_to_their_printed_value():
    chart, layout = of_form(deck(), ChartForm.BARS)
    left, width = layout.plot.x - layout.box.x, layout.plot.width
    assert edges(draw(chart, layout, DEFAULT, "de").bars) == [
        pytest.approx((left, left + width * bar.plotted / chart.axis.end), abs=0.02)
        for bar in chart.series[0].bars
        if bar is not None
    ]


def test_columns_stand_on_one_line_and_are_as_high_as_their_printed_value():
    chart, layout = of_form(deck(), ChartForm.COLUMNS)
    drawing = draw(chart, layout, DEFAULT, "de")
    floor = layout.plot.y + layout.plot.height - layout.box.y
    assert [(one.y + one.height, one.height) for one in drawing.bars] == [
        pytest.approx((floor, layout.plot.height * bar.plotted / chart.axis.end), abs=0.02)
        for bar in chart.series[0].bars
    ]
    middles = [one.x + one.width / 2 for one in drawing.bars]
    assert [text.x for text in drawing.texts[: len(middles)]] == pytest.approx(middles, abs=0.02)
    for line, bracket in zip(drawing.swatches, chart.brackets, strict=True):
        assert drawing.bars[bracket.first].x >= line.x
        assert drawing.bars[bracket.last].x < line.x + line.width
        assert line.colour == bracket.colour


@pytest.mark.parametrize(
    "form", [ChartForm.BARS, ChartForm.MEANS, ChartForm.COLUMNS, ChartForm.DOTS]
)
def test_a_drawing_from_the_right_is_the_mirror_of_the_one_from_the_left(form):
    plain, mirrored = drawn(arabic(), form, "en"), drawn(arabic(), form, "ar")
    width, opposite = plain.width, {"left": "right", "right": "left", "center": "center"}
    assert edges(mirrored.rectangles) == [
        pytest.approx((width - right, width - left), abs=0.03)
        for left, right in edges(plain.rectangles)
    ]
    assert [(bare(one.text), one.x, one.y, one.anchor) for one in mirrored.texts] == [
        (bare(one.text), pytest.approx(width - one.x, abs=0.02), one.y, opposite[one.anchor])
        for one in plain.texts
    ]


def test_segments_of_a_stack_follow_one_another_to_the_end_of_the_axis():
    chart, layout = of_form(deck(), ChartForm.STACKED)
    bars = draw(chart, layout, DEFAULT, "de").bars
    left, right = layout.plot.x - layout.box.x, layout.plot.x + layout.plot.width - layout.box.x
    for top in {bar.y for bar in bars}:
        row = edges(tuple(bar for bar in bars if bar.y == top))
        assert [end for _, end in row[:-1]] == pytest.approx([start for start, _ in row[1:]],
                                                             abs=0.02)  # fmt: skip
        assert (row[0][0], row[-1][1]) == pytest.approx((left, right), abs=0.02)


def test_a_bar_of_a_mean_has_a_ground_as_long_as_it_could_be():
    chart, layout = of_form(deck(), ChartForm.MEANS)
    drawing = draw(chart, layout, DEFAULT, "de")
    left, width = layout.plot.x - layout.box.x, layout.plot.width
    assert edges(drawing.grounds) == [pytest.approx((left, left + width), abs=0.02)] * len(
        chart.categories
    )
    assert edges(drawing.bars) == [
        pytest.approx((left, left + width * bar.plotted / 4), abs=0.02)
        for bar in chart.series[0].bars
        if bar is not None
    ]


def test_dots_lie_at_their_mean_before_the_line_of_their_interval_and_no_line_crosses_a_figure():
    chart, layout = of_form(deck(), ChartForm.DOTS)
    drawing = draw(chart, layout, DEFAULT, "de")
    left, unit = layout.plot.x - layout.box.x, layout.plot.width / 4
    bars = chart.series[0].bars
    ends = [[points[-2] for _, points in path.steps if points] for path in drawing.paths]
    assert [(min(one) + max(one)) / 2 for one in ends] == [
        pytest.approx(left + unit * (bar.plotted - 1), abs=0.02) for bar in bars
    ]
    assert edges(drawing.whiskers)[0] == pytest.approx(
        tuple(left + unit * (end - 1) for end in bars[0].reach), abs=0.02
    )
    for text in drawing.texts[: len(bars)]:
        width = ruler().width(text.text, text.size, bold=True)
        lines = [one for one in drawing.grounds if text.y - text.size < one.y < text.y]
        assert lines
        assert not [one for one in lines if text.x < one.x + one.width and one.x < text.x + width]


def test_a_segments_figure_can_be_read_on_it_and_stays_inside():
    chart, layout = of_form(deck(), ChartForm.STACKED)
    drawing = draw(chart, layout, DEFAULT, "de")
    bars = [bar for series in chart.series for bar in series.bars if bar is not None]
    labelled = [box for box, bar in zip(drawing.bars, bars, strict=True) if bar.labelled]
    for box, text in zip(labelled, drawing.texts, strict=False):
        assert contrast(text.colour, box.colour) >= 4.5
        assert text.x == pytest.approx(box.x + box.width / 2, abs=0.02)
        assert ruler().width(text.text, text.size) <= box.width


def test_a_figure_beside_a_bar_can_be_read_on_the_page():
    for form in (ChartForm.BARS, ChartForm.MEANS):
        assert {contrast(one.colour, DEFAULT.background) >= 4.5 for one in drawn(deck(), form).texts
                } == {True}  # fmt: skip


def test_markup_in_labels_stays_text_in_the_picture():
    chart, layout = charts(hostile())[0]
    drawing = draw(chart, layout, DEFAULT, "en")
    picture = svg(drawing, height=drawing.height)
    assert HOSTILE[0] in chart.categories
    assert set(re.findall(r"<(\w+)", picture)) == {"svg", "rect", "text"}
    words = "".join(unescape(one) for one in re.findall(r"<text[^>]*>(.*?)</text>", picture))
    assert "<script" in words


def test_a_figure_in_a_column_stands_in_its_middle():
    chart, layout = of_form(deck(), ChartForm.STACKED)
    texts = draw(chart, layout, DEFAULT, "de").texts
    mean = next(text for text in texts if text.text == chart.side[0].figures[0].text)
    column, plot = layout.side[0], layout.plot
    assert mean == PlacedText(
        text="2,07",
        x=pytest.approx(column.x + column.width / 2 - layout.box.x, abs=0.02),
        y=pytest.approx(plot.y + layout.row / 2 - layout.box.y + 0.35 * layout.size, abs=0.02),
        size=layout.size,
        anchor="center",
        colour=DEFAULT.text,
        bold=True,
    )


def test_an_interval_is_a_line_with_a_stroke_at_either_end_and_its_figure_stands_behind_it():
    chart, layout = of_form(deck(), ChartForm.BARS)
    bars = chart.series[0].bars
    sure = replace(bars[0], reach=(bars[0].plotted - 4, bars[0].plotted + 4))
    series = replace(chart.series[0], bars=(sure, *bars[1:]))
    drawing = draw(replace(chart, series=(series,)), layout, DEFAULT, "de")
    left, unit = layout.plot.x - layout.box.x, layout.plot.width / chart.axis.end
    low, high = (left + unit * (bars[0].plotted + way) for way in (-4, 4))
    line, *strokes = edges(drawing.whiskers)
    assert line == pytest.approx((low, high), abs=0.02)
    assert [sum(one) / 2 for one in strokes] == pytest.approx([low, high], abs=0.02)
    assert drawing.texts[0].x == pytest.approx(high + 6, abs=0.02)
