"""Titles of the automatic deck: equals stand together or not at all, and the named stand out."""

from itertools import pairwise

import pytest
from surveys import day, deck_of, multiple, rank, scale, single, survey, times

from rundfrage.look.theme import DEFAULT
from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.emphasis import emphasised
from rundfrage.report.deck import Claim, Figure, Slide, SlideRole
from rundfrage.tables import tabulate

DRINKS = single("q", "Was trinken Sie?", ["Tee", "Kaffee", "Saft", "Milch", "Sekt"])
MEDIA = multiple("q", "Was nutzen Sie?", ["Radio", "Netz", "Brief", "Presse"])
IMPORTANT = scale("q", "Wie wichtig ist es?")


def slides(*answers, ranking=()) -> list[Slide]:
    return [one for one in deck_of(survey(*answers, ranking=ranking)).slides if one.source]


def titles(*answers, ranking=()) -> list[str]:
    return [one.title.text.replace("\u202f", " ") for one in slides(*answers, ranking=ranking)]


def in_colour(slide: Slide) -> list[str]:
    assert slide.chart is not None
    (series,) = slide.chart.series
    return [
        label
        for label, bar in zip(slide.chart.categories, series.bars, strict=True)
        if bar and not bar.colour
    ]


def grid(**means: int):
    """Items of a grid of which everybody says the step."""
    return [
        (scale(f"q.{name}", "Wie gut?", item=name), times(**{f"c{step}": 40}))
        for name, step in means.items()
    ]


@pytest.mark.parametrize(
    ("counts", "named"),
    [
        ({"c1": 20, "c2": 15, "c3": 5}, ["Tee"]),
        ({"c1": 16, "c2": 16, "c3": 8}, ["Tee", "Kaffee"]),
        ({"c1": 12, "c2": 12, "c3": 12, "c4": 4}, ["Tee", "Kaffee", "Saft"]),
        # Four are too many to name, and all there are say nothing.
        ({"c1": 9, "c2": 9, "c3": 9, "c4": 9, "c5": 4}, []),
        ({"c1": 20, "c2": 20}, []),
    ],
)
def test_answers_that_are_as_frequent_are_named_together_or_not_at_all(counts, named):
    (title,) = titles((DRINKS, times(**counts)))
    assert [one for one in ("Tee", "Kaffee", "Saft", "Milch", "Sekt") if one in title] == named
    if not named:
        assert title == "Was trinken Sie?"


def test_of_several_answers_too():
    (*_, title) = titles((MEDIA, ["c1 c2"] * 20 + ["c3"] * 20 + ["c4"] * 5))
    assert all(one in title for one in ("Radio", "Netz", "Brief"))
    assert "Presse" not in title
    # Of two that may be named, the second would be one of three: it isn't.
    (*_, title) = titles((MEDIA, ["c1"] * 30 + ["c2", "c3", "c4"] * 10))
    assert "Radio" in title
    assert not any(one in title for one in ("Netz", "Brief", "Presse"))
    found = slides((MEDIA, ["c1 c2 c3 c4"] * 20))
    assert [one.title.text for one in found] == ["Was nutzen Sie?"]
    assert found[0].role is SlideRole.CHART


def test_items_of_equal_means_are_named_together_or_not_at_all():
    for title in titles(*grid(Alpha=3, Beta=3, Gamma=3)):
        assert title == "Wie gut?"
    (title,) = titles(*grid(Alpha=1, Beta=1, Gamma=4, Delta=5))
    assert ("Alpha" in title, "Beta" in title, "Gamma" in title) == (True, True, False)


def test_a_ranking_without_an_order_has_none_in_its_title():
    answers = [
        (rank("r.x", "Ordnen Sie!", "Ex"), ["1", "2"] * 20),
        (rank("r.y", "Ordnen Sie!", "Ypsilon"), ["2", "1"] * 20),
    ]
    assert titles(*answers, ranking=("r",)) == ["Ordnen Sie!"]


def test_bars_that_the_title_names_stand_out():
    (chart,) = slides((DRINKS, times(c1=20, c2=15, c3=5)))
    assert in_colour(chart) == ["Tee"]
    (chart,) = slides((DRINKS, times(c1=16, c2=16, c3=8)))
    assert in_colour(chart) == ["Tee", "Kaffee"]
    (chart,) = slides((DRINKS, times(c1=20, c2=20)))
    assert in_colour(chart) == ["Tee", "Kaffee", "Saft", "Milch", "Sekt"]


def test_of_a_scale_the_end_that_the_title_names_stands_out():
    for counts in ({"c1": 5, "c2": 6, "c4": 20, "c5": 19}, {"c1": 20, "c2": 19, "c4": 5, "c5": 6}):
        *_, chart = slides((IMPORTANT, times(c3=10, **counts)))
        named = in_colour(chart)
        assert len(named) == 2
        assert all(f"„{one}“" in chart.title.text for one in named)


def test_a_bar_stands_out_whose_label_the_title_quotes():
    tables = tabulate(survey((DRINKS, times(c1=20, c2=15, c3=5))))
    chart = CHARTS[tables[0].shape]["bars"](tables[0], "de", DEFAULT)
    for words, named in [
        ("Vorn liegt „Kaffee“", ["Kaffee"]),
        ("Vorn: «Tee» und «Saft»", ["Tee", "Saft"]),
        ("Kaffee und Tee gehen gut", ["Tee", "Kaffee", "Saft", "Milch", "Sekt"]),
        ("„Kaffeesatz“", ["Tee", "Kaffee", "Saft", "Milch", "Sekt"]),
    ]:
        made = emphasised(chart, Claim((words,)), tables[0], DEFAULT)
        bars = zip(made.categories, made.series[0].bars, strict=True)
        assert [label for label, bar in bars if bar and not bar.colour] == named


def test_a_bar_stands_out_that_a_wording_tells_of():
    tables = tabulate(survey((IMPORTANT, times(c1=20, c2=6, c3=10, c4=6, c5=2))))
    chart = next(iter(CHARTS[tables[0].shape].values()))(tables[0], "de", DEFAULT)
    half = Figure(f"Half: {tables[0].name}.top2", 0.59, "Gut die Hälfte", 44, 44)
    over = Figure(f"over 10: {tables[0].name}.c1, {tables[0].name}.c4", 0.1, "über 10 %", 44, 44)
    for figure, named in [(half, [True, True, False, False, False]),
                          (over, [True, False, False, True, False])]:  # fmt: skip
        made = emphasised(chart, Claim((figure, " ist es")), tables[0], DEFAULT)
        assert [not bar.colour for bar in made.series[0].bars] == named


def test_named_bars_keep_their_place():
    (chart,) = slides((DRINKS, times(c1=10, c2=20, c3=5, c4=4, c5=3)))
    bars = [bar.plotted for bar in chart.chart.series[0].bars]
    assert all(one >= other for one, other in pairwise(bars))
    assert in_colour(chart) == ["Kaffee"]


@pytest.mark.parametrize(
    ("counts", "named"),
    [
        # 35, 34 and 31 percent: rounding alone may part the first two.
        ({"c1": 70, "c2": 68, "c3": 62}, ["Tee", "Kaffee"]),
        # 21, 20, 20, 20 and 19 percent: an even spread has nobody in front.
        ({"c1": 42, "c2": 40, "c3": 40, "c4": 40, "c5": 38}, []),
        ({"c1": 80, "c2": 68, "c3": 52}, ["Tee"]),
    ],
)
def test_answers_that_rounding_alone_may_part_are_as_good_as_equal(counts, named):
    (title,) = titles((DRINKS, times(**counts)))
    assert [one for one in ("Tee", "Kaffee", "Saft", "Milch", "Sekt") if one in title] == named
    assert (title == "Was trinken Sie?") == (not named)


def test_of_many_cities_that_are_as_frequent_none_is_named():
    labels = [f"Ort {chr(65 + place)}" for place in range(25)]
    counts = {f"c{place + 1}": 12 + place // 7 for place in range(25)}
    (title,) = titles((single("q", "Welche Stadt?", labels), times(**counts)))
    assert title == "Welche Stadt?"


def test_items_whose_means_are_printed_alike_are_named_together():
    answers = [
        (scale(f"q.{name}", "Wie gut?", item=name), times(c1=first, c2=400 - first))
        for name, first in (("Alpha", 301), ("Beta", 300), ("Gamma", 100))
    ]
    (title,) = titles(*answers)
    assert ("Alpha" in title, "Beta" in title, "Gamma" in title) == (True, True, False)


@pytest.mark.parametrize(("late", "title"), [(30, "Meist „2025“ (75 %)"), (18, "Wann zuletzt?")])
def test_of_dates_a_title_names_what_most_are_in_or_nothing(late, title):
    given = ["2025-03-01"] * late + ["2023-03-01"] * 8 + ["2024-03-01"] * (32 - late)
    assert titles((day("q", "Wann zuletzt?"), given)) == [title]
