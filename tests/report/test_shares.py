"""One share as a small chart: how large it is drawn, where it stands, and what an update renews."""

import pytest

from rundfrage.look.box import Box
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange.chart import chart_layout
from rundfrage.report.charts.share import share_chart
from rundfrage.report.deck import Chart, Figure, ShareStyle
from rundfrage.report.outputs.draw import draw
from rundfrage.report.words import words_in

SMALL = Box(100, 200, 160, 120)
each_style = pytest.mark.parametrize("style", ShareStyle)


def chart_of(style: ShareStyle, value: float = 0.62, text: str = "62 %", **more: bool) -> Chart:
    figure = Figure("q2.top2", value, text, 100)
    return share_chart(figure, "wichtig", style, words_in("de"), DEFAULT, **more)


@each_style
def test_it_says_what_it_shows_and_draws_what_is_printed(style):
    chart = chart_of(style, 0.6249, "63 %")
    assert chart.alt == "Diagramm eines Anteils: wichtig: 63 %."
    assert [bar.plotted for bar in chart.series[0].bars] == [63]
    assert [figure.binding for figure in chart.figures] == ["q2.top2"]


@each_style
@pytest.mark.parametrize("labelled", [False, True])
def test_it_stays_inside_any_box_that_is_large_enough(style, labelled):
    chart = chart_of(style, labelled=labelled)
    for box in (SMALL, Box(0, 0, 300, 60), Box(500, 100, 200, 300)):
        layout = chart_layout(chart, box, ruler(DEFAULT))
        boxes = [layout.plot, *([layout.figure.box] if layout.figure else [])]
        assert (layout.figure is not None) == labelled
        for one in boxes:
            assert one.x >= box.x
            assert one.x + one.width <= box.x + box.width + 0.01
            assert one.y >= box.y - 0.01
            assert one.y + one.height <= box.y + box.height + 0.01
    assert chart_layout(chart, Box(0, 0, 30, 8), ruler(DEFAULT)) is None


def test_as_many_squares_are_filled_as_the_share_has_percent():
    chart = chart_of(ShareStyle.WAFFLE)
    drawing = draw(chart, chart_layout(chart, SMALL, ruler(DEFAULT)), DEFAULT, "de")
    colours = [one.colour for one in drawing.bars]
    assert (colours.count(DEFAULT.primary), len(colours)) == (62, 100)


def test_a_bar_is_as_long_as_its_part_of_the_ground():
    chart = chart_of(ShareStyle.BAR)
    ground, bar = draw(chart, chart_layout(chart, SMALL, ruler(DEFAULT)), DEFAULT, "de").bars
    assert bar.width == pytest.approx(0.62 * ground.width, abs=0.02)
    assert (bar.x, bar.y, bar.height) == (ground.x, ground.y, ground.height)


def test_a_ring_closes_and_runs_from_the_top_as_a_clock_does_in_every_language():
    chart = chart_of(ShareStyle.DONUT, 0.25, "25 %")
    layout = chart_layout(chart, SMALL, ruler(DEFAULT))
    for language in ("de", "ar"):
        rest, share = draw(chart, layout, DEFAULT, language).paths
        assert (share.colour, rest.colour) == (DEFAULT.primary, chart.whole.colour)
        assert share.steps[0] == ("M", (80, 0))
        ends = [points[-2:] for _, points in share.steps if points]
        assert (140, 60) in ends
        assert all(x >= 80 - 0.01 and y <= 60.01 for x, y in ends)


@pytest.mark.parametrize(("value", "text"), [(0.0, "0 %"), (1.0, "100 %")])
def test_nothing_and_all_are_drawn_whole(value, text):
    chart = chart_of(ShareStyle.DONUT, value, text)
    layout = chart_layout(chart, SMALL, ruler(DEFAULT))
    (path,) = draw(chart, layout, DEFAULT, "de").paths
    assert path.colour == (DEFAULT.primary if value else chart.whole.colour)
