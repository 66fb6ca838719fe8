"""Charts and tables of an updated .pptx: the data are new, people's look and choices stay."""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import replace

import openpyxl
import pytest
from office import made, opened
from people import edited, saved, shape, updated
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.util import Pt
from sample import deck
from sample_later import later

from rundfrage.look.theme import DEFAULT
from rundfrage.report.charts.bars import softened
from rundfrage.report.deck import Bar, Claim, Figure, ShareStyle, SideColumn
from rundfrage.report.outputs.pptx.drawn import chart_of, intervals_of, names_of, series_of
from rundfrage.report.update.summary import summary_lines

RED, BLUE = RGBColor(0xC0, 0x10, 0x10), RGBColor(0x10, 0x10, 0xC0)
BARS, STACK, MEANS, TABLE, DOTS = 2, 3, 4, 8, 14


def chart(presentation, number: int):
    return shape(presentation.slides[number], "Chart").chart


def rows(drawn) -> list[str]:
    return [" ".join(str(one).split()) for one in drawn.plots[0].categories]


def data(drawn) -> dict[str, tuple[float, ...]]:
    return {one.name: tuple(one.values) for one in drawn.plots[0].series}


def wanted(number: int) -> dict[str, tuple[float, ...]]:
    one = later().slides[number].chart
    return {each.name: tuple(bar.plotted for bar in each.bars) for each in one.series}


def colours(drawn) -> dict[str, str]:
    series = drawn.plots[0].series[0]
    points = {at.idx.val: at for at in series._element.findall(f"{C}dPt")}
    return {row: points[at].find(f".//{A}srgbClr").get("val") for at, row in enumerate(rows(drawn))
            if at in points}  # fmt: skip


A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def with_data(drawn, names: list[str], series: dict[str, list[float]]) -> None:
    """What "Edit data" does in PowerPoint."""
    content = CategoryChartData()
    content.categories = names
    for name, values in series.items():
        content.add_series(name, values)
    drawn.replace_data(content)


def test_workbook_and_drawing_hold_the_new_data_in_the_new_order(tmp_path):
    _, presentation = updated(tmp_path, made(deck()))
    for number in (BARS, STACK, MEANS):
        drawn = chart(presentation, number)
        assert data(drawn) == wanted(number)
        book = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
        cells = list(book.active.iter_rows(values_only=True))
        assert cells[0][1:] == tuple(data(drawn))
        assert [cell[0] for cell in cells[1:]] == [str(one) for one in drawn.plots[0].categories]
        columns = [tuple(cell[at] for cell in cells[1:]) for at in range(1, len(cells[0]))]
        assert columns == list(data(drawn).values())


def test_fills_letters_and_the_type_stay(tmp_path):
    def edit(presentation):
        one = chart(presentation, BARS)
        one.plots[0].series[0].format.fill.solid()
        one.plots[0].series[0].format.fill.fore_color.rgb = RED
        one.plots[0].gap_width = 30
        one.has_title = True
        one.chart_title.text_frame.text = "Unsere Wünsche"
        bars = one._chartSpace.find(f".//{C}barDir")
        bars.set("val", "col")

    _, presentation = updated(tmp_path, edited(edit))
    one = chart(presentation, BARS)
    assert one.plots[0].series[0].format.fill.fore_color.rgb == RED
    assert (one.plots[0].gap_width, one.chart_title.text_frame.text) == (30, "Unsere Wünsche")
    assert one._chartSpace.find(f".//{C}barDir").get("val") == "col"
    assert data(one) == wanted(BARS)


def test_the_colour_of_a_bar_goes_with_its_category(tmp_path):
    def edit(presentation):
        fill = chart(presentation, BARS).plots[0].series[0].points[0].format.fill
        fill.solid()
        fill.fore_color.rgb = BLUE

    _, presentation = updated(tmp_path, edited(edit))
    drawn = chart(presentation, BARS)
    assert rows(drawn)[-1] == "Regelmäßige Treffen vor Ort"
    assert colours(drawn) == {"Regelmäßige Treffen vor Ort": str(BLUE)}


def test_typed_means_are_new_in_the_look_that_people_gave_them(tmp_path):
    def edit(presentation):
        series = chart(presentation, MEANS).plots[0].series[0]
        for run in series._element.iter(f"{A}rPr"):
            run.set("i", "1")

    _, presentation = updated(tmp_path, edited(edit))
    series = chart(presentation, MEANS).plots[0].series[0]._element
    labels = [
        (one.find(f".//{A}t").text, one.find(f".//{A}rPr").get("i"))
        for one in series.iterfind(f"{C}dLbls/{C}dLbl")
    ]
    texts = [bar.figure.text for bar in later().slides[MEANS].chart.series[0].bars]
    assert labels == [(text, "1") for text in texts]


def test_renamed_hidden_and_own_rows_stay_so(tmp_path):
    def edit(presentation):
        one = chart(presentation, BARS)
        names = ["Treffen", *rows(one)[1:4], rows(one)[5], "Vorjahr"]
        with_data(one, names, {"Anteil": [62, 48, 31, 12, 7, 55]})

    done, presentation = updated(tmp_path, edited(edit))
    drawn = chart(presentation, BARS)
    new = dict(zip(rows(chart(opened(made(later())), BARS)), wanted(BARS)["Anteil"], strict=True))
    assert dict(zip(rows(drawn), data(drawn)["Anteil"], strict=True)) == {
        "Nichts davon": new["Nichts davon"],
        "Vorjahr": 55,
        "Vernetzung über eine Plattform": new["Vernetzung über eine Plattform"],
        "Beratung am Telefon": new["Beratung am Telefon"],
        rows(chart(opened(made(deck())), BARS))[1]: wanted(BARS)["Anteil"][4],
        "Treffen": new["Regelmäßige Treffen vor Ort"],
    }
    assert {
        "chart: the row “Regelmäßige Treffen vor Ort” as “Treffen”",
        "chart: your own row “Vorjahr”",
        "chart: without the row “Anderes”",
    } <= set(done.slides[BARS].edits)


def test_an_order_and_a_series_of_peoples_own_stay(tmp_path):
    def edit(presentation):
        one = chart(presentation, BARS)
        names = sorted(rows(one))
        values = dict(zip(rows(one), data(one)["Anteil"], strict=True))
        with_data(one, names, {"Anteil": [values[name] for name in names], "2015": [1.0] * 6})

    done, presentation = updated(tmp_path, edited(edit))
    drawn = chart(presentation, BARS)
    assert rows(drawn) == sorted(rows(drawn))
    new = dict(zip(rows(chart(opened(made(later())), BARS)), wanted(BARS)["Anteil"], strict=True))
    assert data(drawn) == {
        "Anteil": tuple(new[name] for name in rows(drawn)),
        "2015": (1.0,) * 6,
    }
    assert "chart: your own series “2015”" in done.slides[BARS].edits


def test_a_value_that_was_typed_by_hand_is_replaced_and_told(tmp_path):
    def edit(presentation):
        one = chart(presentation, BARS)
        with_data(one, rows(one), {"Anteil": [99, 48, 31, 12, 4, 7]})

    done, presentation = updated(tmp_path, edited(edit))
    assert data(chart(presentation, BARS)) == wanted(BARS)
    told = "chart: Regelmäßige Treffen vor Ort had been set to 99 by hand"
    assert told in done.slides[BARS].notices


def test_a_row_that_is_new_in_the_data_is_added_to_chart_and_table(tmp_path):
    new = later()
    stack = new.slides[STACK].chart
    stack = replace(
        stack,
        categories=("Beratung", *stack.categories),
        series=tuple(
            replace(one, bars=(Bar(Figure(f"q4.beratung.{at}", 0.2, "20\u202f%"), 20), *one.bars))
            for at, one in enumerate(stack.series, start=1)
        ),
        side=(replace(stack.side[0], figures=(Figure("q4.beratung.mean", 3, "3,00"),
                                              *stack.side[0].figures)),),
    )  # fmt: skip
    slides = [*new.slides]
    slides[STACK] = replace(slides[STACK], chart=stack)
    new = replace(new, slides=tuple(slides))
    done, presentation = updated(tmp_path, made(deck()), new)
    drawn = chart(presentation, STACK)
    assert rows(drawn)[0] == "Beratung"
    assert {values[0] for values in data(drawn).values()} == {20}
    beside = shape(presentation.slides[STACK], "Beside the chart").table
    assert [beside.cell(at, 0).text for at in range(len(beside.rows))] == [
        "Mittelwert", "3,00", *(figure.text for figure in stack.side[0].figures[1:]),
    ]  # fmt: skip
    assert "chart: the row “Beratung” is new" in done.slides[STACK].notices


def test_a_chart_that_became_something_else_is_left(tmp_path):
    def edit(presentation):
        slide = presentation.slides[BARS]
        old = shape(slide, "Chart")
        box = slide.shapes.add_textbox(0, 0, Pt(90), Pt(30))
        box.name = old.name
        old._element.getparent().remove(old._element)

    done, _ = updated(tmp_path, edited(edit))
    assert "chart: no chart any more, so it was not refreshed" in done.slides[BARS].notices


@pytest.mark.trial
def test_cells_keep_their_look_and_rows_of_peoples_own(tmp_path):
    def edit(presentation):
        table = shape(presentation.slides[TABLE], "Table").table
        table.cell(2, 1).text_frame.paragraphs[0].runs[0].font.color.rgb = RED
        table.cell(4, 1).text = "Unter 484 Leuten keiner"
        last = table._tbl.tr_lst[-1]
        last.addnext(deepcopy(last))
        table.cell(5, 0).text_frame.paragraphs[0].runs[0].text = "Kontakt"
        table.cell(5, 1).text = "im Büro"

    done, presentation = updated(tmp_path, edited(edit))
    table = shape(presentation.slides[TABLE], "Table").table
    fresh = shape(opened(made(later())).slides[TABLE], "Table").table
    assert table.cell(2, 1).text == fresh.cell(2, 1).text
    assert table.cell(2, 1).text.startswith("501")
    run = table.cell(2, 1).text_frame.paragraphs[0].runs[0]
    assert run.font.color.rgb == RED
    assert [table.cell(5, at).text for at in (0, 1)] == ["Kontakt", "im Büro"]
    assert table.cell(4, 1).text == "Unter 484 Leuten keiner"
    assert [(one.place, one.old) for _, one in done.stale] == [("table", "484")]


def test_a_row_that_left_the_data_leaves_the_table(tmp_path):
    new = later()
    slides = [*new.slides]
    grid = slides[TABLE].table
    slides[TABLE] = replace(slides[TABLE], table=replace(grid, rows=grid.rows[1:]))
    _, presentation = updated(tmp_path, made(deck()), replace(new, slides=tuple(slides)))
    table = shape(presentation.slides[TABLE], "Table").table
    assert [table.cell(at, 0).text for at in range(len(table.rows))] == [
        "Angabe", "Teilnahme", "Gewichtung", "Schutz",
    ]  # fmt: skip


@pytest.mark.trial
def test_a_second_update_starts_from_the_first(tmp_path):
    def edit(presentation):
        one = chart(presentation, BARS)
        with_data(one, ["Treffen", *rows(one)[1:]], {"Anteil": [62, 48, 31, 12, 4, 7]})

    _, presentation = updated(tmp_path, edited(edit))
    done, again = updated(tmp_path, saved(presentation), deck())
    assert rows(chart(again, BARS)) == ["Treffen", *rows(chart(opened(made(deck())), BARS))[1:]]
    assert data(chart(again, BARS)) == {"Anteil": (62, 48, 31, 12, 4, 7)}
    assert "chart: the row “Regelmäßige Treffen vor Ort” as “Treffen”" in done.slides[BARS].edits


def test_claims_without_figures_are_no_trouble(tmp_path):
    new = replace(later(), slides=tuple(replace(one, title=Claim(())) for one in later().slides))
    done, _ = updated(tmp_path, made(deck()), new)
    assert done.slides


def with_reach(one, by):
    """The deck whose bars have intervals that reach so far to both sides."""
    slide = one.slides[BARS]
    series = tuple(
        replace(each, bars=tuple(replace(bar, reach=(bar.plotted - by, bar.plotted + by))
                                 for bar in each.bars))
        for each in slide.chart.series
    )  # fmt: skip
    drawn = replace(slide, chart=replace(slide.chart, series=series))
    return replace(one, slides=(*one.slides[:BARS], drawn, *one.slides[BARS + 1 :]))


def lengths(presentation) -> list[float]:
    (series,) = chart(presentation, BARS)._chartSpace.iter(f"{C}ser")
    return [float(one.text) for one in series.iterfind(f"{C}errBars/{C}plus//{C}v")]


def fills(presentation) -> set[str]:
    (series,) = chart(presentation, BARS)._chartSpace.iter(f"{C}ser")
    colours = [one.find(f".//{A}solidFill")[0] for one in (series, *series.iterfind(f"{C}dPt"))]
    return {one.get("val") for one in colours}


@pytest.mark.trial
def test_intervals_that_are_new_in_the_report_come_with_their_tones(tmp_path):
    (tmp_path / "deck").mkdir()
    sampled = softened_slide(with_reach(later(), 3.5))
    done, new = updated(tmp_path / "deck", made(deck()), sampled)
    assert set(lengths(new)) == {3.5}
    assert fills(new) == fills(opened(made(sampled)))
    assert fills(new) != fills(opened(made(deck())))
    assert "chart: its intervals are new in the report, added" in done.slides[BARS].notices
    _, again = updated(tmp_path / "deck", saved(new), with_reach(later(), 2.5))
    assert set(lengths(again)) == {2.5}

    own = opened(made(deck()))
    fill = chart(own, BARS).plots[0].series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0xC0, 0x10, 0x10)
    _, new = updated(tmp_path / "deck", saved(own), sampled)
    assert set(lengths(new)) == {3.5}
    assert "C01010" in fills(new)


def softened_slide(one):
    slide = one.slides[BARS]
    drawn = replace(slide, chart=softened(slide.chart, DEFAULT))
    return replace(one, slides=(*one.slides[:BARS], drawn, *one.slides[BARS + 1 :]))


def with_column(one, heading, texts):
    slide = one.slides[BARS]
    figures = tuple(Figure(f"q3.{at}.interval", 0, text) for at, text in enumerate(texts))
    chart = replace(slide.chart, side=(*slide.chart.side, SideColumn(heading, figures)))
    return replace(
        one, slides=(*one.slides[:BARS], replace(slide, chart=chart), *one.slides[BARS + 1 :])
    )


def beside(presentation):
    table = shape(presentation.slides[BARS], "Beside the chart").table
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.trial
def test_a_table_gets_the_columns_that_are_new_in_the_report(tmp_path):
    (tmp_path / "deck").mkdir()
    texts = ["58–66 %", "40–50 %", "30–40 %", "20–30 %", "1–9 %", "2–8 %"]
    one = with_column(deck(), "n", texts)
    two = with_column(with_column(later(), "n", texts), "Intervall", texts[::-1])
    done, new = updated(tmp_path / "deck", made(one), two)
    assert beside(new) == beside(opened(made(two)))
    assert "beside the chart: drawn anew with its new columns" in str(done.slides[BARS].notices)
    own = opened(made(one))
    shape(own.slides[BARS], "Beside the chart").table.cell(1, 0).text = "etwa 60 %"
    done, new = updated(tmp_path / "deck", saved(own), two)
    assert ["etwa 60 %"] in beside(new)
    assert "as you rewrote something in it" in str(done.slides[BARS].notices)


@pytest.mark.trial
def test_intervals_are_renewed_taken_away_ones_stay_away(tmp_path):
    (tmp_path / "deck").mkdir()
    before = made(with_reach(deck(), 2.0))
    count = len(lengths(opened(before)))
    assert lengths(opened(before)) == [2.0] * count
    _, new = updated(tmp_path / "deck", before, with_reach(later(), 3.5))
    assert set(lengths(new)) == {3.5}
    _, without = updated(tmp_path / "deck", before, later())
    assert lengths(without) == []
    edited_deck = opened(before)
    (series,) = chart(edited_deck, BARS)._chartSpace.iter(f"{C}ser")
    series.remove(series.find(f"{C}errBars"))
    _, kept = updated(tmp_path / "deck", saved(edited_deck), with_reach(later(), 3.5))
    assert lengths(kept) == []


def test_a_share_is_renewed_in_the_colours_that_people_gave_it(tmp_path):
    numbers = {style: at for at, slide in enumerate(deck().slides)
               if slide.chart and slide.chart.whole
               for style in [slide.chart.whole.style]}  # fmt: skip

    def edit(presentation):
        squares = shape(presentation.slides[numbers[ShareStyle.WAFFLE]], "Chart")
        squares.fill.solid()
        squares.fill.fore_color.rgb = RED

    _, presentation = updated(tmp_path, edited(edit))
    whole = later().slides[numbers[ShareStyle.WAFFLE]].chart.series[0].bars[0].plotted
    squares = shape(presentation.slides[numbers[ShareStyle.WAFFLE]], "Chart")
    assert len(list(squares._element.iter(f"{A}moveTo"))) == whole
    assert squares.fill.fore_color.rgb == RED
    assert data(chart(presentation, numbers[ShareStyle.DONUT])) == {"Anteil": (whole, 100 - whole)}
    assert data(chart(presentation, numbers[ShareStyle.BAR])) == {"Anteil": (whole,)}
    figure = shape(presentation.slides[numbers[ShareStyle.DONUT]], "Share")
    assert figure.text_frame.text == later().slides[numbers[ShareStyle.DONUT]].chart.figures[0].text


def dots(presentation):
    return chart_of(chart(presentation, DOTS)._chartSpace)


def test_dots_are_renewed_with_their_rows_and_their_intervals(tmp_path):
    _, presentation = updated(tmp_path, made(deck()))
    drawn, wanted = dots(presentation), later().slides[DOTS].chart
    assert [" ".join(one.split()) for one in drawn.categories] == list(wanted.categories)
    assert drawn.series[0].values == tuple(bar.plotted for bar in wanted.series[0].bars)
    ends = intervals_of(chart(presentation, DOTS)._chartSpace).iterfind(f".//{C}xVal//{C}v")
    assert [float(one.text) for one in ends][:2] == pytest.approx(
        [min(5, end) for end in wanted.series[0].bars[0].reach]
    )
    book = openpyxl.load_workbook(
        io.BytesIO(chart(presentation, DOTS).part.chart_workbook.xlsx_part.blob)
    )
    cells = list(book.active.iter_rows(values_only=True))
    assert [cell[0] for cell in cells[1:]] == list(drawn.categories)
    assert tuple(cell[1] for cell in cells[1:]) == drawn.series[0].values


def test_a_row_of_dots_that_was_renamed_stays_so_and_intervals_that_went_stay_away(
    tmp_path,
):
    def edit(presentation):
        space = chart(presentation, DOTS)._chartSpace
        next(names_of(space).iter(f"{A}t")).text = "Treffen"
        own = intervals_of(space)
        own.getparent().remove(own)
        series_of(space)[0].find(f"{C}marker/{C}symbol").set("val", "diamond")

    done, presentation = updated(tmp_path, edited(edit))
    assert "Treffen" in dots(presentation).categories
    space = chart(presentation, DOTS)._chartSpace
    assert intervals_of(space) is None
    assert series_of(space)[0].find(f"{C}marker/{C}symbol").get("val") == "diamond"
    assert any("Treffen" in line for line in summary_lines(done))
