"""Lines over waves as each output has them: native where that can be, with the same words."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from lxml import etree
from office import made, opened
from people import saved, shape, updated
from pptx.dml.color import RGBColor
from sample import over_waves
from waves import asked, deck_over

from rundfrage.look.colour import LEGIBLE, contrast
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.arrange.lines import apart
from rundfrage.report.outputs import OUTPUTS
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pptx.drawn import chart_of
from rundfrage.report.update.summary import summary_lines

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def deck():
    return over_waves()


@pytest.fixture(scope="module")
def pptx(deck):
    return made(deck)


def test_the_native_chart_has_empty_categories_where_waves_lie_further_apart(pptx):
    chart = shape(opened(pptx).slides[0], "Chart").chart
    assert chart._chartSpace.find(f".//{C}lineChart") is not None
    assert chart._chartSpace.find(f".//{C}dispBlanksAs").get("val") == "span"
    found = chart_of(chart._chartSpace)
    assert found.categories == ("2012", "", "", "2018", "2020", "2022")
    assert found.series[0].values == (38, None, None, 40, 60, 70)
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    rows = list(book.active.iter_rows(values_only=True))
    assert [row[0] or "" for row in rows[1:]] == list(found.categories)
    assert [row[1] for row in rows[1:]] == [38, None, None, 40, 60, 70]


def test_figures_are_labels_at_the_ends_and_names_and_changes_stand_behind(pptx):
    slide = opened(pptx).slides[0]
    space = shape(slide, "Chart").chart._chartSpace
    labels = space.findall(f".//{C}ser")[0].findall(f"{C}dLbls/{C}dLbl")
    states = {int(one.find(f"{C}idx").get("val")): one.find(f"{C}delete") is None for one in labels}
    assert states == {0: True, 3: False, 4: False, 5: True}
    places = [one.find(f"{C}dLblPos").get("val") for one in labels if states[_index(one)]]
    assert places == ["l", "r"]
    assert shape(slide, "Line 1").text_frame.text == "Ja"
    assert "seit 2012 gestiegen" in shape(slide, "Change 1").text_frame.text
    alt = shape(slide, "Chart")._element.find(".//{*}cNvPr").get("descr")
    assert alt.startswith("Liniendiagramm über die Zeit zu: Fahren Sie? 2012: Ja 38")


def _index(label) -> int:
    return int(label.find(f"{C}idx").get("val"))


def test_an_axis_that_runs_down_is_turned_and_the_waves_stay_below(pptx):
    space = shape(opened(pptx).slides[1], "Chart").chart._chartSpace
    scaling = space.find(f".//{C}valAx/{C}scaling")
    assert scaling.find(f"{C}orientation").get("val") == "maxMin"
    assert [scaling.find(f"{C}{end}").get("val") for end in ("min", "max")] == ["1", "5"]
    assert space.find(f".//{C}catAx/{C}tickLblPos").get("val") == "high"


def test_the_parts_of_a_series_stand_as_the_schema_wants_them(pptx):
    space = shape(opened(pptx).slides[0], "Chart").chart._chartSpace
    names = [etree.QName(one).localname for one in space.find(f".//{C}ser")]
    assert names == ["idx", "order", "tx", "spPr", "marker", "dLbls", "cat", "val", "smooth"]


def test_the_drawing_prints_each_labelled_figure_name_and_change(deck):
    for slide, layout in zip(deck.slides, arrange(deck), strict=True):
        drawing = draw(slide.chart, layout.chart, DEFAULT, "de")
        words = " ".join(text.text for text in drawing.texts)
        for one in slide.chart.series:
            for bar in one.bars:
                if bar is not None and bar.labelled:
                    assert bar.figure.text in words
            assert one.change.text.split()[-1] in words
        assert all(contrast(text.colour, "#ffffff") >= LEGIBLE for text in drawing.texts)
        lines = [one for one in drawing.paths if not one.colour]
        assert len(lines) == sum(len(one.bars) - 1 for one in slide.chart.series)


def test_ends_that_meet_are_moved_apart_in_their_order():
    assert apart([(0, 10), (50, 10)], 2, (0, 100)) == [0, 50]
    assert apart([(50, 10), (52, 10), (48, 10)], 2, (0, 100)) == pytest.approx([50, 62, 38], abs=2)
    assert apart([(95, 10), (96, 10)], 2, (0, 100)) == [78, 90]
    assert apart([], 2, (0, 100)) == []


def test_the_web_page_tells_each_wave_by_pointer_and_has_its_table(deck):
    page = html(Report(deck, ()), arrange(deck))
    assert page.count('<li tabindex="0"') == sum(len(one.chart.categories) for one in deck.slides)
    table = page.partition("<table")[2].partition("</table>")[0]
    words = re.sub(r"<[^>]*>", " ", table)
    assert re.search(r"2012\s+38\s*%\s+62\s*%\s+2018\s+40", words.replace("\u202f", ""))
    assert "seit 2012 gestiegen" in words


def test_the_workbook_has_a_line_chart_without_a_fall_to_nothing(deck, tmp_path):
    output = next(one for one in OUTPUTS if one.name == "xlsx")
    output.write(Report(deck, ()), tmp_path / "report.xlsx")
    with zipfile.ZipFile(tmp_path / "report.xlsx") as package:
        chart = etree.fromstring(package.read("xl/charts/chart1.xml"))
    assert chart.find(f".//{C}lineChart") is not None
    assert chart.find(f".//{C}dispBlanksAs").get("val") == "span"
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    rows = [row[:3] for sheet in book.worksheets for row in sheet.values]
    assert ("2012", 0.38, 0.62) in [
        tuple(one) for one in rows if one[0] == "2012" and isinstance(one[1], float)
    ]
    assert (None, None, None) in rows


RED = RGBColor(0xC0, 0x10, 0x10)


def test_an_update_keeps_edits_and_brings_the_next_wave(pptx, tmp_path):
    def edit(presentation):
        slide = presentation.slides[0]
        line = shape(slide, "Chart").chart.plots[0].series[0]
        line.format.line.color.rgb = RED
        shape(slide, "Line 1").text_frame.paragraphs[0].runs[0].text = "Ja, gern"

    presentation = opened(pptx)
    edit(presentation)
    earlier = {"2012": asked(38, 60), "2018": asked(40), "2020": asked(60), "2022": asked(70, 51)}
    text = "## {q1.c1} {chart=q1 by=wave}\n\n## {compare=q4.mean by=wave}\n\n## {chart=q3 by=wave}"
    new = deck_over(asked(80, 52), earlier, text, wave="2024")
    done, after = updated(tmp_path, saved(presentation), new)
    slide = after.slides[0]
    chart = shape(slide, "Chart").chart
    found = chart_of(chart._chartSpace)
    assert [one for one in found.categories if one] == ["2012", "2018", "2020", "2022", "2024"]
    by_name = dict(zip(found.categories, found.series[0].values, strict=True))
    assert (by_name["2022"], by_name["2024"]) == (70, 80)
    line = chart.plots[0].series[0]._element.find(f"{C}spPr/{A}ln/{A}solidFill/{A}srgbClr")
    assert line.get("val") == "C01010"
    assert shape(slide, "Line 1").text_frame.text == "Ja, gern"
    assert "+42" in shape(slide, "Change 1").text_frame.text
    assert any("2024" in one for one in summary_lines(done))


def test_an_unchanged_report_changes_nothing_in_its_lines(pptx, deck, tmp_path):
    _, after = updated(tmp_path, pptx, deck)
    before = chart_of(shape(opened(pptx).slides[0], "Chart").chart._chartSpace)
    assert chart_of(shape(after.slides[0], "Chart").chart._chartSpace) == before
