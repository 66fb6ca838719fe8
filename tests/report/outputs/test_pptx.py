"""The .pptx: native, editable, whole, and the same in LibreOffice as in the deck."""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from office import charts_of, made, members, opened
from pptx.util import Pt
from sample import deck, words
from sample_languages import arabic, hostile

from rundfrage.look.colour import LEGIBLE, contrast, ink
from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import Bar, ChartForm, Figure, Quotation, Series, Slide, SlideRole
from rundfrage.report.layout import HEIGHT, WIDTH
from rundfrage.report.outputs.pptx.drawn import chart_of, intervals_of
from rundfrage.report.outputs.pptx.labels import Labels, PointLabel, labels
from rundfrage.report.outputs.pptx.rings import is_ring
from rundfrage.report.outputs.pptx.waffles import is_waffle

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def content() -> bytes:
    return made(deck())


# What python-pptx reads back


def test_a_slide_a_slide_with_its_title_as_a_placeholder(content):
    presentation = opened(content)
    assert [slide.shapes.title.text_frame.text for slide in presentation.slides] == [
        slide.title.text for slide in deck().slides
    ]
    assert (presentation.slide_width, presentation.slide_height) == (Pt(WIDTH), Pt(HEIGHT))


def test_the_title_is_read_first(content):
    for slide in opened(content).slides:
        heard = [one for one in slide.shapes if not decorates(one)]
        assert heard[0].shape_id == slide.shapes.title.shape_id


def decorates(shape):
    """True if a screen reader passes it over."""
    marked = shape._element.findall(".//{*}cNvPr/{*}extLst//{*}decorative")
    return any(one.get("val") == "1" for one in marked)


def test_charts_hold_what_is_printed(content):
    slides = [slide for slide in deck().slides if slide.chart and not is_waffle(slide.chart)]
    for (_, chart), slide in zip(charts_of(content), slides, strict=True):
        if slide.chart.form is ChartForm.DOTS:
            continue
        # Of a ring the rest belongs to the data too.
        rest = (slide.chart.whole.rest,) if is_ring(slide.chart) else ()
        left = [100 - slide.chart.series[0].bars[0].plotted] if rest else []
        assert [" ".join(str(one).split()) for one in chart.plots[0].categories] == [
            *slide.chart.categories,
            *rest,
        ]
        assert [(one.name, list(one.values)) for one in chart.plots[0].series] == [
            (one.name, [*(bar.plotted for bar in one.bars), *left]) for one in slide.chart.series
        ]


def test_a_share_as_squares_is_two_shapes_of_a_hundred_outlines(content):
    (number,) = (at for at, slide in enumerate(deck().slides)
                 if slide.chart and is_waffle(slide.chart))  # fmt: skip
    drawn = {
        shape.name.split(" @")[0]: len(list(shape._element.iter(f"{A}moveTo")))
        for shape in opened(content).slides[number].shapes
        if shape._element.find(f".//{A}custGeom") is not None
    }
    assert drawn == {"Rest": 33, "Chart": 67}


def test_the_data_behind_a_chart_are_those_it_shows(content):
    for _, chart in charts_of(content):
        workbook = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        rows = list(workbook.active.iter_rows(values_only=True))
        if chart._chartSpace.find(f".//{C}scatterChart") is not None:
            drawn = chart_of(chart._chartSpace)
            assert [row[0] for row in rows[1:]] == list(drawn.categories)
            assert tuple(row[1] for row in rows[1:]) == drawn.series[0].values
            continue
        assert rows[0][1:] == tuple(one.name for one in chart.plots[0].series)
        assert [row[0] for row in rows[1:]] == [str(one) for one in chart.plots[0].categories]
        for column, series in enumerate(chart.plots[0].series, start=1):
            assert tuple(row[column] for row in rows[1:]) == tuple(series.values)


def test_every_chart_and_table_is_described_and_decoration_is_marked(content):
    for name, xml in members(content).items():
        if not re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            continue
        tree = ElementTree.fromstring(xml)
        for frame in tree.iter(f"{P}graphicFrame"):
            assert frame.find(f".//{P}cNvPr").get("descr")
        for shape in tree.iter(f"{P}sp"):
            described = shape.find(f".//{P}cNvPr").get("descr")
            decorates = b"decorative" in ElementTree.tostring(shape)
            assert shape.find(f"{P}txBody") is not None or bool(described) != decorates


def test_the_alternative_text_is_the_charts(content):
    told = {
        shape._element.find(f".//{P}cNvPr").get("descr")
        for slide in opened(content).slides
        for shape in slide.shapes
        if shape.has_chart or shape._element.find(f".//{A}custGeom") is not None
    }
    assert told - {None} == {slide.chart.alt for slide in deck().slides if slide.chart}


def test_notes_hold_wording_base_method_and_each_binding(content):
    for target, slide in zip(opened(content).slides, deck().slides, strict=True):
        text = target.notes_slide.notes_text_frame.text
        for claim in slide.notes:
            assert claim.text in text
        for figure in slide.figures:
            assert f"{figure.text} · {figure.binding} · n = {figure.base}" in text


def test_the_ribbon_stands_on_every_slide(content):
    for slide in opened(content).slides:
        assert "Simulierte Antworten" in [
            shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
        ]


def test_figures_in_claims_are_bold_in_the_primary_colour(content):
    summary = opened(content).slides[7]
    runs = [
        run
        for shape in summary.shapes
        if shape.name.startswith("Claim")
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert [run.text for run in runs if run.font.bold] == ["80\u202f%", "62\u202f%", "2,07"]
    assert {run.font.color.theme_color.name for run in runs if run.font.bold} == {"ACCENT_1"}


def test_every_run_says_its_language(content):
    for name, xml in members(content).items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            for run in ElementTree.fromstring(xml).iter(f"{A}r"):
                assert run.find(f"{A}rPr").get("lang") == "de-DE"


def test_the_properties_are_the_decks(content):
    properties = opened(content).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Fünf Jahre Bündnis",
        "Bündnis für Zusammenhalt",
        "de-DE",
    )


# The package


def test_the_same_deck_is_the_same_bytes(content):
    assert made(deck()) == content


@pytest.mark.parametrize("make", [deck, arabic])
def test_the_package_is_consistent(make):
    parts = members(made(make()))
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    overrides = {one.get("PartName", "/")[1:] for one in types if one.tag.endswith("Override")}
    defaults = {one.get("Extension") for one in types if one.tag.endswith("Default")}
    assert overrides <= set(parts)
    for name, content in parts.items():
        assert name in overrides or name.rpartition(".")[2] in defaults
        if not name.endswith((".xml", ".rels")):
            continue
        tree = ElementTree.fromstring(content)
        if name.endswith(".rels"):
            folder = Path(name).parent.parent
            for relation in tree:
                target = relation.get("Target")
                path = target[1:] if target.startswith("/") else os.path.normpath(folder / target)
                assert relation.get("TargetMode") == "External" or path in parts
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            ids = Counter(one.get("id") for one in tree.iter(f"{P}cNvPr"))
            assert set(ids.values()) == {1}


# Labels


def series_of(*bars: tuple[str, float, bool]) -> Series:
    return Series(
        "x",
        "#01665e",
        tuple(Bar(Figure("q", value, text), value, shown) for text, value, shown in bars),
    )


def test_labels_are_number_formats_that_follow_the_data():
    one = series_of(("41\u202f%", 41, True), ("4\u202f%", 4, False))
    assert labels(one, (0, 0), stacked=True) == Labels('[>=5]0"\u202f%";;', ())


def test_a_bracketed_percent_has_a_format_of_its_own():
    one = series_of(("41 %", 41, True), ("[33 %]", 33, True), ("20 %", 20, True))
    assert labels(one, (0, 0, 0), stacked=False) == Labels(
        '0" %"', (PointLabel(1, format='"["0" %]"'),)
    )


def test_a_mean_is_typed_since_a_format_would_take_the_readers_decimal_sign():
    one = series_of(("1,82", 1.82, True))
    assert labels(one, (0,), stacked=False) == Labels("0", (PointLabel(0, text="1,82"),))


def test_labels_that_depart_from_the_threshold_are_written_or_left_out_one_by_one():
    one = series_of(("41%", 41, False), ("3%", 3, True), ("30%", 30, True))
    assert labels(one, (0, 0, 8), stacked=True) == Labels(
        '[>=5]0"%";;',
        (
            PointLabel(0),
            PointLabel(1, format='0"%"'),
            PointLabel(2, format='[>=5]0"%";;', size=8),
        ),
    )


def test_labels_can_be_read_on_their_segments(content):
    _, chart = charts_of(content)[1]
    for series, colour in zip(chart.plots[0].series, DEFAULT.scale, strict=True):
        fill = series._element.find(f"{C}dLbls/{C}txPr//{A}solidFill")[0]
        shown = {"bg1": DEFAULT.background, "tx1": DEFAULT.text}.get(
            fill.get("val"), f"#{fill.get('val').lower()}"
        )
        assert contrast(shown, colour) >= LEGIBLE
        assert shown == ink(colour)


def test_a_cell_of_a_table_says_of_each_edge_what_its_neighbour_says_of_it(content):
    """Where nothing is said LibreOffice 25 draws a line; programs differ on whose word counts."""
    tables = [
        [[edges(cell) for cell in row.iter(f"{A}tc")] for row in table.iter(f"{A}tr")]
        for name, xml in members(content).items()
        if name.startswith("ppt/slides/slide")
        for table in ElementTree.fromstring(xml).iter(f"{A}tbl")
    ]
    assert len(tables) == 2
    for rows in tables:
        for row in rows:
            assert {(left, right) for left, right, _, _ in row} == {("", "")}
        ends = [{bottom for _, _, _, bottom in row} for row in rows]
        starts = [{top for _, _, top, _ in row} for row in rows]
        assert starts == [{""}, *ends[:-1]]
    assert {bottom for rows in tables for row in rows for *_, bottom in row} > {""}


def edges(cell: ElementTree.Element) -> tuple[str, ...]:
    """The lines left, right, above and below: "" for one that is said not to be there."""
    lines = [cell.find(f"{A}tcPr/{A}{name}") for name in ("lnL", "lnR", "lnT", "lnB")]
    return tuple(
        "" if line.find(f"{A}noFill") is not None else ElementTree.tostring(line[0], "unicode")
        for line in lines
    )


# Right to left


def test_right_to_left_mirrors_boxes_paragraphs_tables_and_charts():
    content = made(arabic())
    slides = opened(content).slides
    assert slides[1].shapes.title.left + slides[1].shapes.title.width == Pt(WIDTH - 48)
    for name, xml in members(content).items():
        if name.startswith("ppt/slides/slide"):
            tree = ElementTree.fromstring(xml)
            texts = {
                "".join(one.itertext()): one.find(f"{A}pPr").get("rtl")
                for one in tree.iter(f"{A}p")
                if one.find(f"{A}pPr") is not None
            }
            against = {text for text, rtl in texts.items() if rtl == "0"}
            assert against == {text for text in texts if text[:1].isascii() and text[:1].isalpha()}
            assert {one.get("rtl") for one in tree.iter(f"{A}tblPr")} <= {"1"}
    for _, chart in charts_of(content):
        axis = chart._chartSpace.find(f".//{C}catAx")
        if axis is None:
            continue
        across = axis.find(f"{C}axPos").get("val") == "b"
        assert across or axis.find(f"{C}axPos").get("val") == "r"
        assert axis.find(f"{C}scaling/{C}orientation").get("val") == "maxMin"
    directions = [
        chart._chartSpace.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val")
        for _, chart in charts_of(content)
        if chart._chartSpace.find(f".//{C}valAx") is not None
    ]
    assert directions == ["maxMin", "maxMin", "maxMin", "minMax", "maxMin", "maxMin"]


def test_dots_lie_on_a_scale_that_runs_up_and_their_rows_are_named_from_the_top(content):
    space = charts_of(content)[-1][1]._chartSpace
    across, down = space.findall(f".//{C}valAx")
    assert across.find(f"{C}scaling/{C}orientation").get("val") == "minMax"
    assert [across.find(f"{C}scaling/{C}{end}").get("val") for end in ("min", "max")] == ["1", "5"]
    assert down.find(f"{C}scaling/{C}orientation").get("val") == "maxMin"
    drawn, chart = chart_of(space), deck().slides[-1].chart
    assert [" ".join(one.split()) for one in drawn.categories] == list(chart.categories)
    (series,) = drawn.series
    assert series.values == tuple(bar.plotted for bar in chart.series[0].bars)
    assert series.labels == tuple(f"'{bar.figure.text}" for bar in chart.series[0].bars)
    ends = [float(one.text) for one in intervals_of(space).iterfind(f".//{C}xVal//{C}v")]
    assert ends[:2] == pytest.approx(chart.series[0].bars[0].reach)


# Texts that try to break out


NASTY = "=1+1 <b>&amp;</b> \x00\x0b\ud800 ]]> \u202e🌱👩🏽\u200d🌾\nneue Zeile"


def test_texts_break_nothing():
    slide = Slide(
        SlideRole.QUOTES,
        words(NASTY),
        NASTY,
        quotations=(Quotation(NASTY),),
        footer=(words(NASTY),),
        notes=(words(NASTY),),
    )
    one = replace(deck(), title=NASTY, organisation=NASTY, slides=(slide,))
    presentation = opened(made(one))
    assert opened(made(hostile())).slides
    title = presentation.slides[0].shapes.title.text_frame.text.replace("\u00a0", " ")
    assert title.startswith("=1+1 <b>&amp;</b>   ]]> \u202e🌱👩🏽\u200d🌾 neue Zeile")


# What people go on with in PowerPoint


def places(content, number):
    """The kinds of placeholders on a slide, by the roles of their shapes."""
    return {
        shape.name.split(" @")[0]: shape.placeholder_format.type.name
        for shape in opened(content).slides[number].placeholders
    }


def test_sentences_stand_in_the_layouts_body_with_its_bullets():
    usual = deck()
    summary = next(at for at, one in enumerate(usual.slides) if one.role is SlideRole.SUMMARY)
    claims = (words("Das eine."), words("Das andere."))
    slides = [*usual.slides]
    slides[summary] = replace(slides[summary], claims=claims)
    content = made(replace(usual, slides=tuple(slides)))
    # Sentences with numbers have these large before them instead of bullets.
    assert places(made(usual), summary)["Claims"] == "BODY"
    slide = opened(content).slides[summary]
    assert places(content, summary)["Claims"] == "BODY"
    body = next(shape for shape in slide.placeholders if shape.name.startswith("Claims"))
    assert [one.text for one in body.text_frame.paragraphs] == [claim.text for claim in claims]
    # No paragraph says anything of bullets, so that the next one has the layout's, too.
    assert not body._element.txBody.findall(".//{*}buNone")
    assert slide.slide_layout.slide_master.element.findall(".//{*}bodyStyle/{*}lvl1pPr/{*}buChar")
    assert not [one.name for one in slide.shapes if one.name.startswith("Mark 2")]


def test_the_title_slide_fills_title_and_subtitle():
    assert places(made(deck()), 0) == {
        "Title": "CENTER_TITLE", "Claims": "SUBTITLE", "Footer line": "FOOTER",
    }  # fmt: skip


def test_a_chart_fills_the_layouts_place_for_one():
    charted = next(at for at, one in enumerate(deck().slides) if one.chart)
    assert places(made(deck()), charted)["Chart"] == "CHART"


def test_the_master_has_a_layout_for_whatever_people_add():
    layouts = opened(made(deck())).slide_layouts
    assert [one.name for one in layouts] == [
        "Title slide", "Title and text", "Title and chart", "Section", "Quotation", "Title only",
    ]  # fmt: skip
    assert {shape.placeholder_format.type.name for shape in layouts[2].placeholders} == {
        "TITLE", "CHART", "DATE", "FOOTER", "SLIDE_NUMBER",
    }  # fmt: skip


def test_a_quotation_and_its_panel_are_one_shape_that_grows():
    quoted = next(at for at, one in enumerate(deck().slides) if one.role is SlideRole.QUOTES)
    shapes = opened(made(deck())).slides[quoted].shapes
    panels = [one for one in shapes if one.name.startswith("Quotation")]
    assert len(panels) == len(deck().slides[quoted].quotations)
    assert not [one.name for one in shapes if one.name.startswith("Panel")]
    for one in panels:
        assert (
            one._element.spPr.find("{*}solidFill") is not None
            or one._element.spPr.find("{*}gradFill") is not None
        )
        assert one._element.txBody.bodyPr.find("{*}spAutoFit") is not None


def test_a_dot_with_a_colour_of_its_own_has_a_size_of_its_own_so_that_it_is_seen_everywhere():
    slide = deck().slides[-1]
    (series,) = slide.chart.series
    first, *others = series.bars
    grey = replace(series, bars=(replace(first, colour="#85a7aa"), *others))
    chart = replace(slide.chart, series=(grey,))
    content = made(replace(deck(), slides=(replace(slide, chart=chart),)))
    drawn = charts_of(content)[0][1]._chartSpace.findall(f".//{C}ser")[1]
    (point,) = drawn.findall(f"{C}dPt")
    assert point.find(f".//{A}srgbClr").get("val") == "85A7AA"
    sizes = [int(one.find(f"{C}marker/{C}size").get("val")) for one in (drawn, point)]
    assert sizes[0] == sizes[1] + 1
