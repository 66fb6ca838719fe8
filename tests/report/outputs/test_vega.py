"""A chart's Vega-Lite specification says what the deck says, at the places the layout gives."""

import re
from dataclasses import replace

import pytest
from sample import deck
from sample_languages import HOSTILE, arabic, hostile

from rundfrage.look.colour import contrast
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Chart, ChartForm, Deck
from rundfrage.report.layout import ChartLayout
from rundfrage.report.outputs import svg as drawing
from rundfrage.report.outputs.svg import draw
from rundfrage.report.outputs.svg_texts import PlacedText, split_texts
from rundfrage.report.outputs.vega import family_list, specification

DECKS = [deck(), arabic(), hostile()]


def charts(one: Deck) -> list[tuple[Chart, ChartLayout]]:
    return [
        (slide.chart, layout.chart)
        for slide, layout in zip(one.slides, arrange(one), strict=True)
        if slide.chart is not None and layout.chart is not None
    ]


def of_form(one: Deck, form: ChartForm) -> tuple[Chart, ChartLayout]:
    return next(pair for pair in charts(one) if pair[0].form is form)


def edges(svg: str, group: int = 0) -> list[tuple[float, float]]:
    """Start and end of every box in a group of the picture, in the order of the data."""
    groups = re.findall(r'<g class="mark-rect role-mark layer_\d+_marks".*?</g>', svg)
    boxes = re.findall(r'd="M([\d.]+),[\d.]+h(-?[\d.]+)', groups[group])
    return [(float(x), float(x) + float(width)) for x, width in boxes]


@pytest.mark.parametrize("one", DECKS, ids=["german", "arabic", "hostile"])
def test_every_printed_figure_is_a_text_of_the_data_as_the_deck_prints_it(one):
    for chart, layout in charts(one):
        data = specification(chart, layout, DEFAULT, one.language)["datasets"]
        bars = [bar for series in chart.series for bar in series.bars if bar is not None]
        assert [datum["text"] for datum in data["bars"]] == [
            bar.figure.text if bar.labelled else "" for bar in bars
        ]
        assert [datum["text"].strip("\u2067\u2069") for datum in data["beside"]] == [
            figure.text for column in chart.side for figure in column.figures if figure
        ]


@pytest.mark.parametrize("one", DECKS, ids=["german", "arabic", "hostile"])
def test_the_picture_holds_the_texts_of_the_data_and_no_others(one):
    for chart, layout in charts(one):
        spec = specification(chart, layout, DEFAULT, one.language)
        data = spec["datasets"]
        expected = sorted(
            datum["text"]
            for name in ("bars", "beside", "labels", "texts")
            for datum in data[name]
            if datum["text"]
        )
        drawn = re.findall(r"<text[^>]*>(.*?)</text>", draw(spec, None))
        plain = [
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for text in drawn
        ]
        assert sorted(plain) == expected


def test_bars_reach_from_the_axis_start_to_their_printed_value():
    chart, layout = of_form(deck(), ChartForm.BARS)
    left, width = layout.plot.x - layout.box.x, layout.plot.width
    found = edges(draw(specification(chart, layout, DEFAULT, "de"), None))
    expected = [
        (left, left + width * bar.plotted / chart.axis.end)
        for bar in chart.series[0].bars
        if bar is not None
    ]
    assert found == [pytest.approx(pair, abs=0.02) for pair in expected]


def test_bars_written_from_the_right_are_the_mirror_of_those_from_the_left():
    chart, layout = of_form(arabic(), ChartForm.BARS)
    plain = edges(draw(specification(chart, layout, DEFAULT, "en"), None))
    mirrored = edges(draw(specification(chart, layout, DEFAULT, "ar"), None))
    width = layout.box.width
    assert [tuple(sorted(pair)) for pair in mirrored] == [
        pytest.approx((width - end, width - start), abs=0.05) for start, end in plain
    ]


def test_segments_of_a_stack_follow_one_another_to_the_end_of_the_axis():
    chart, layout = of_form(deck(), ChartForm.STACKED)
    data = specification(chart, layout, DEFAULT, "de")["datasets"]["bars"]
    for row in range(len(chart.categories)):
        segments = [datum for datum in data if datum["row"] == row]
        assert [one["end"] for one in segments[:-1]] == [one["start"] for one in segments[1:]]
        assert (segments[0]["start"], segments[-1]["end"]) == (chart.axis.start, chart.axis.end)


def test_an_axis_that_runs_down_makes_the_better_mean_the_longer_bar():
    chart, layout = of_form(deck(), ChartForm.MEANS)
    svg = draw(specification(chart, layout, DEFAULT, "de"), None)
    tracks, bars = edges(svg, 0), edges(svg, 1)
    left, width = layout.plot.x - layout.box.x, layout.plot.width
    assert tracks == [pytest.approx((left, left + width), abs=0.02)] * len(chart.categories)
    assert bars == [
        pytest.approx((left, left + width * (5 - bar.plotted) / 4), abs=0.02)
        for bar in chart.series[0].bars
        if bar is not None
    ]


@pytest.mark.parametrize("form", list(ChartForm))
def test_the_text_of_a_bar_can_be_read_on_its_ground(form):
    chart, layout = of_form(deck(), form)
    data = specification(chart, layout, DEFAULT, "de")["datasets"]["bars"]
    inside = form is ChartForm.STACKED
    grounds = [datum["colour"] if inside else DEFAULT.background for datum in data]
    ratios = [contrast(datum["ink"], ground) for datum, ground in zip(data, grounds, strict=True)]
    assert min(ratios) >= 4.5


def test_markup_in_labels_stays_text_in_the_picture():
    chart, layout = charts(hostile())[0]
    svg = draw(specification(chart, layout, DEFAULT, "en"), None)
    assert HOSTILE[0] in chart.categories
    assert "<script" not in svg
    assert "<img" not in svg


def test_the_words_of_a_picture_can_be_taken_out_and_keep_their_places():
    chart, layout = of_form(deck(), ChartForm.STACKED)
    spec = specification(chart, layout, DEFAULT, "de")
    picture, texts = split_texts(draw(spec, None))
    assert "<text" not in picture
    assert len(texts) == draw(spec, None).count("<text")
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


def test_a_family_name_cannot_leave_its_quotation_marks():
    look = replace(DEFAULT, font="A'b\"c<d>; e\\f-1")
    assert family_list(look).split(", ")[0] == "'Abcd ef-1'"


def test_a_chart_is_drawn_once_and_then_read_from_the_cache(tmp_path):
    chart, layout = charts(deck())[0]
    spec = specification(chart, layout, DEFAULT, "de")
    drawing._drawn.cache_clear()
    first = draw(spec, tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.read_text("utf-8") == first

    kept.write_text("<svg>from the cache</svg>", encoding="utf-8")
    drawing._drawn.cache_clear()
    assert draw(spec, tmp_path) == "<svg>from the cache</svg>"


def test_a_picture_that_was_cut_off_is_drawn_anew(tmp_path):
    chart, layout = charts(deck())[0]
    spec = specification(chart, layout, DEFAULT, "de")
    drawing._drawn.cache_clear()
    whole = draw(spec, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_text(whole[:100], encoding="utf-8")
    drawing._drawn.cache_clear()
    assert draw(spec, tmp_path) == whole
    assert kept.read_text("utf-8") == whole


def test_another_specification_is_another_picture(tmp_path):
    chart, layout = charts(deck())[0]
    for language in ("de", "ar"):
        draw(specification(chart, layout, DEFAULT, language), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
