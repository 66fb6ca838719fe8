"""What every chart keeps: order, labels, colours, figures, and words for those who don't see it."""

from dataclasses import replace

import pytest
from surveys import (
    WICHTIG,
    categories,
    deck_of,
    multiple,
    numeric,
    overflows,
    rank,
    scale,
    single,
    survey,
    times,
)

from rundfrage.codebook import Role
from rundfrage.codebook.shapes import SHAPES
from rundfrage.look.theme import DEFAULT
from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.alt import rows_of
from rundfrage.report.charts.diverging import diverging
from rundfrage.report.charts.emphasis import emphasised
from rundfrage.report.charts.upright import lying
from rundfrage.report.deck import Axis, Bar, Chart, ChartForm, Claim, Figure, Series, Shift
from rundfrage.report.document.read import read_document
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate


def charts_of(*answers, language: str = "de", ranking=()) -> list[Chart]:
    (table, *_) = tabulate(survey(*answers, ranking=ranking))
    return [draw(table, language, DEFAULT) for draw in CHARTS[table.shape].values()]


def labels(chart: Chart, series: int = 0) -> list[str | None]:
    """The text of each bar as it is printed; None without a bar or without a label."""
    return [bar.figure.text if bar and bar.labelled else None for bar in chart.series[series].bars]


def grid(**items: list[str]):
    return [(scale(f"q4.{name}", "Wie gut?", item=name), given) for name, given in items.items()]


def test_every_shape_of_table_has_its_charts():
    assert set(CHARTS) == set(SHAPES)


def test_multiple_answers_stand_by_size_with_other_and_none_last():
    variable = multiple("q3", "Was?", ["Wenig", "Anderes", "Viel", "Nichts", "Mittel"], last=())
    roles = {"c2": Role.OTHER, "c4": Role.NONE}
    variable = replace(
        variable,
        categories=tuple(
            replace(one, role=roles.get(one.name, one.role)) for one in variable.categories
        ),
    )
    (chart,) = charts_of(
        (variable, ["c3 c5 c1"] * 2 + ["c3 c5"] * 8 + ["c3"] * 10 + ["c2"] * 12 + ["c4"] * 8)
    )
    assert chart.categories == ("Viel", "Mittel", "Wenig", "Anderes", "Nichts")
    assert labels(chart) == ["50\u202f%", "25\u202f%", "5\u202f%", "30\u202f%", "20\u202f%"]
    assert [bar.colour for bar in chart.series[0].bars if bar] == [
        "", "", "", DEFAULT.muted, DEFAULT.muted,
    ]  # fmt: skip
    assert [bar.plotted for bar in chart.series[0].bars if bar] == [50, 25, 5, 30, 20]


def test_a_scale_keeps_its_order_and_tells_the_top_two_apart():
    chart, columns = charts_of((scale("q2", "Wie?"), times(c1=10, c2=20, c3=6, c5=4)))
    assert chart.categories == WICHTIG
    assert labels(chart) == ["25\u202f%", "50\u202f%", "15\u202f%", "0\u202f%", "10\u202f%"]
    colours = [bar.colour for bar in chart.series[0].bars if bar]
    assert colours[:2] == ["", ""]
    assert len(set(colours[2:])) == 1
    assert (chart.axis.start, chart.axis.end) == (0, 50)
    assert columns == replace(chart, form=ChartForm.COLUMNS, alt=columns.alt)


def test_a_stack_is_sorted_by_means_and_labelled_from_five_percent():
    stack, means, _ = charts_of(
        *grid(
            last=times(c4=40),
            first=times(c1=39, c2=1),
            middle=times(c2=20, c3=20),
        )
    )
    assert stack.form is ChartForm.STACKED
    assert stack.categories == ("first", "middle", "last")
    assert [series.name for series in stack.series] == list(WICHTIG)
    assert [series.colour for series in stack.series] == list(DEFAULT.scale)
    assert labels(stack, 0) == ["98\u202f%", None, None]
    assert labels(stack, 1) == [None, "50\u202f%", None]
    assert [column.heading for column in stack.side] == ["Oberste zwei", "Ø"]
    assert [figure.text for figure in stack.side[1].figures if figure] == ["1,03", "2,50", "4,00"]
    assert [figure.binding for figure in stack.side[0].figures if figure] == [
        "q4.first.top2", "q4.middle.top2", "q4.last.top2",
    ]  # fmt: skip
    assert means.form is ChartForm.DOTS


def test_every_stack_adds_up_to_a_hundred():
    stack, *_ = charts_of(
        *grid(a=times(c1=10, c2=10, c3=10), b=times(c1=1, c2=1, c3=1, c4=1, c5=26))
    )
    for row in range(2):
        bars = [series.bars[row] for series in stack.series]
        assert sum(bar.plotted for bar in bars if bar) == 100


def test_means_lie_on_the_scale_as_it_was_asked():
    _, chart, _ = charts_of(*grid(a=times(c1=30, c2=10), b=times(c3=40)))
    assert (chart.axis.start, chart.axis.end) == (1, 5)
    assert (chart.axis.start_label, chart.axis.end_label) == ("1 = sehr wichtig", "5 = unwichtig")
    assert chart.alt.startswith("Punktdiagramm der Mittelwerte")
    assert labels(chart) == ["1,25", "3,00"]
    assert [bar.plotted for bar in chart.series[0].bars if bar] == [1.25, 3.0]
    assert not chart.percent


def test_where_the_best_step_has_the_highest_code_the_largest_mean_stands_first():
    def reversed_codes(name: str):
        variable = scale(f"q4.{name}", "Wie gut?", item=name)
        kept = categories(WICHTIG)
        return replace(
            variable,
            categories=tuple(
                replace(one, code=code) for one, code in zip(kept, (5, 4, 3, 2, 1), strict=True)
            ),
        )

    stack, means, _ = charts_of(
        (reversed_codes("bad"), times(c5=40)), (reversed_codes("good"), times(c1=40))
    )
    assert stack.categories == means.categories == ("good", "bad")
    assert labels(means) == ["5,00", "1,00"]
    assert (means.axis.start, means.axis.end) == (1, 5)


def test_a_ranking_puts_the_smallest_mean_rank_first():
    (chart,) = charts_of(
        (rank("q5.a", "Reihenfolge?", "A"), ["2"] * 30 + ["1"] * 10),
        (rank("q5.b", "Reihenfolge?", "B"), ["1"] * 30 + ["2"] * 10),
        ranking=("q5",),
    )
    assert chart.categories == ("B", "A")
    assert labels(chart) == ["1,25", "1,75"]
    assert [figure.text for figure in chart.side[0].figures if figure] == ["75\u202f%", "25\u202f%"]
    assert (chart.axis.start, chart.axis.end) == (1, 2)


def test_a_recommendation_scale_names_its_ends_and_colours_its_groups():
    ends = (categories(["gar nicht"])[0].label, categories(["sicher"])[0].label)
    variable = numeric("q1", "Empfehlen?", low=0, high=10, nps=True, ends=ends)
    chart, bars = charts_of((variable, ["10"] * 20 + ["7"] * 10 + ["0"] * 10))
    assert chart.form is ChartForm.COLUMNS
    assert chart.categories == tuple(map(str, range(11)))
    assert (chart.axis.start_label, chart.axis.end_label) == ("0 = gar nicht", "10 = sicher")
    assert (bars.form, bars.brackets) == (ChartForm.BARS, ())
    assert (bars.categories[0], bars.categories[-1]) == ("0 = gar nicht", "10 = sicher")
    colours = [bar.colour for bar in chart.series[0].bars if bar]
    assert colours == [DEFAULT.scale[-1]] * 7 + [DEFAULT.scale[1]] * 2 + [DEFAULT.scale[0]] * 2
    assert [(one.name, one.figure.text, one.first, one.last, one.colour)
            for one in chart.brackets] == [
        ("Detraktoren (0 bis 6)", "25\u202f%", 0, 6, DEFAULT.scale[-1]),
        ("Passive (7, 8)", "25\u202f%", 7, 8, DEFAULT.scale[1]),
        ("Promotoren (9, 10)", "50\u202f%", 9, 10, DEFAULT.scale[0]),
    ]  # fmt: skip
    assert "0 = gar nicht: 25\u202f%" in chart.alt
    assert chart.alt.endswith("Promotoren (9, 10): 50\u202f%.")
    assert lying(chart) == replace(bars, alt=chart.alt)


def test_what_a_title_names_keeps_its_colour_among_the_groups_of_a_recommendation():
    variable = numeric("q1", "Empfehlen?", low=0, high=10, nps=True)
    dataset = survey((variable, ["10"] * 20 + ["7"] * 10 + ["0"] * 10))
    (table,) = tabulate(dataset)
    chart, *_ = (draw(table, "de", DEFAULT) for draw in CHARTS[table.shape].values())
    promoters = chart.brackets[-1].figure
    drawn = emphasised(chart, Claim(("Es sind ", promoters)), table, DEFAULT).series[0].bars
    before = chart.series[0].bars
    assert drawn[9:] == before[9:]
    assert len({bar.colour for bar in drawn[:9]}) == 2
    assert not {bar.colour for bar in drawn[:9]} & {bar.colour for bar in before}


def test_columns_that_find_no_room_lie_down_as_bars():
    labels = [f"Donaudampfschifffahrtsgesellschaft {letter}" for letter in "ABCDEFGH"]
    text = "## {chart=q1 form=columns}\n\n## {chart=q2 form=columns}"
    dataset = survey((single("q1", "Was?", labels), times(c1=30, c2=10)),
                     (single("q2", "Was?", ["Ja", "Nein"]), times(c1=30, c2=10)))  # fmt: skip
    document = read_document(text, "report.md", "de")
    deck = plan(dataset, tabulate(dataset), language="de", document=document)
    assert [slide.chart.form for slide in deck.slides] == [ChartForm.BARS, ChartForm.COLUMNS]
    assert deck.slides[0].chart.alt.startswith("Balkendiagramm")
    assert overflows(deck) == []


def test_the_score_is_said_once_above_its_columns():
    dataset = survey((numeric("q1", "Empfehlen?", low=0, high=10, nps=True),
                      ["10"] * 20 + ["7"] * 10 + ["0"] * 10))  # fmt: skip
    text = "## {chart=q1}\n\n## Der Wert ist {q1.nps} {chart=q1}"
    document = read_document(text, "report.md", "de")
    usual, said = plan(dataset, tabulate(dataset), language="de", document=document).slides
    assert [claim.text for claim in usual.claims] == ["Net Promoter Score: +25"]
    assert [claim.text for claim in said.claims] == ["Empfehlen?"]


def test_an_alternative_text_says_what_is_seen():
    (chart,) = charts_of((multiple("q3", "Was?", ["A", "B"]), ["c1"] * 30 + ["c2"] * 10))
    assert chart.alt == "Balkendiagramm zu: Was? A: 75\u202f%; B: 25\u202f%."
    stack, *_ = charts_of(*grid(a=times(c1=30, c2=10), b=times(c3=40)), language="en")
    assert stack.alt == (
        "Stacked bar chart on: Wie gut? a: Top two 100%, Ø 1.25; b: Top two 0%, Ø 3.00."
    )


def test_a_suppressed_item_has_no_bars_and_no_mean():
    stack, means, _ = charts_of(*grid(a=times(c1=30), b=times(c1=2, c3=2, blank=26)))
    assert stack.categories == ("a", "b")
    assert labels(stack) == ["100\u202f%", None]
    assert [series.bars[1] for series in stack.series] == [None] * 5
    assert means.series[0].bars[1] is None


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_bindings_are_unique_within_every_chart(language):
    dataset = survey(
        *grid(a=times(c1=30, c2=10), b=times(c3=40), c=times(c1=40)),
        (multiple("q3", "Was?", ["A", "B"]), ["c1"] * 30 + ["c2"] * 10),
    )
    for slide in deck_of(dataset, language).slides:
        bindings = [figure.binding for figure in slide.chart.figures] if slide.chart else []
        assert len(bindings) == len(set(bindings))


def test_diverging_bars_have_the_middle_of_their_neutral_step_on_one_line():
    stack, _, chart = charts_of(
        *grid(first=times(c1=20, c2=20), middle=times(c2=10, c3=20, c4=10), last=times(c5=40)),
        grid_without_answers(40),
    )
    assert chart.form is ChartForm.STACKED
    assert chart.shift == Shift((0, 50, 100, 100), 100)
    assert (chart.axis.start, chart.axis.end) == (0, 200)
    assert replace(chart, axis=stack.axis, shift=None) == stack


def grid_without_answers(blank: int):
    return scale("q4.nobody", "Wie gut?", item="nobody"), times(blank=blank)


def test_an_even_scale_diverges_between_its_halves():
    labels = ("ja", "eher ja", "eher nein", "nein")
    _, _, chart = charts_of(
        *(
            (scale(f"q4.{name}", "Stimmt es?", labels, item=name), given)
            for name, given in {"a": times(c1=10, c3=30), "b": times(c2=4, c4=36)}.items()
        )
    )
    assert chart.shift == Shift((0, 15), 25)
    assert chart.axis.end == 115


def test_none_belongs_to_no_half_and_rows_keep_their_shift_on_a_second_slide():
    sizes = {"ja": (20, 40), "teils": (20, 20), "nein": (20, 30), "nichts davon": (40, 10)}
    series = [Series(name, "#000000", tuple(map(bar, row))) for name, row in sizes.items()]
    chart = diverging(Chart(ChartForm.STACKED, ("a", "b"), tuple(series), Axis(0, 100)), steps=3)
    assert chart.shift == Shift((20, 0), 50)
    assert chart.axis == Axis(0, 120)
    assert rows_of(chart, 1, 2).shift == Shift((0,), 50)


def bar(size: float) -> Bar:
    return Bar(Figure("", size / 100, f"{size} %"), size)
