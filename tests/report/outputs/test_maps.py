"""A number by region on a map: what it shows and hides, and what a file of areas may hold."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from geo import country, written
from people import updated
from pptx import Presentation
from pptx.dml.color import RGBColor
from surveys import overflows, scale, single, survey, times

from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.document.read import read_document
from rundfrage.report.figures import figures_json
from rundfrage.report.maps.geojson import read_areas
from rundfrage.report.maps.outlines import area_of, inner_point, outlines
from rundfrage.report.outputs.draw import draw
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf
from rundfrage.report.outputs.pptx.marks import read_mark
from rundfrage.report.outputs.pptx.write import arranged, pptx
from rundfrage.report.outputs.xlsx.write import xlsx
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

NAMES = ["Aland", "Bland", "Cland", "Dland", "Eland", "Fstadt"]
REPORT = "## Wer es wichtig findet {map=q2.top2 by=q11 file=areas.geojson key=name}\n"


def data(high: int = 30):
    """Six regions: 40 each, but for the last two, of which 3 each answered."""
    places = times(c1=40, c2=40, c3=40, c4=40, c5=3, c6=3)
    answers = [*["c1"] * high, *["c5"] * (40 - high), *["c1", "c5"] * 20, *["c1"] * 8,
               *["c5"] * 32, *["c1"] * 36, *["c5"] * 4, *["c1", "c5"] * 3]  # fmt: skip
    return survey(
        (scale("q2", "Wie wichtig ist Ihnen das?"), answers),
        (single("q11", "Wo wohnen Sie?", NAMES), places),
    )


def deck_of(folder: Path, text: str = REPORT, high: int = 30, language: str = "de") -> Deck:
    dataset = data(high)
    document = read_document(text, str(folder / "report.md"), language)
    return plan(dataset, tabulate(dataset), language=language, document=document)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, country([*NAMES[:5], "Nirgendwo", NAMES[5]]))
    return tmp_path


def slide_of(folder: Path, text: str = REPORT) -> Slide:
    (slide,) = deck_of(folder, text).slides
    return slide


def found_in(folder: Path, content: object, key: str = "name") -> Problem:
    path = folder / "areas.geojson"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    with pytest.raises(Problem) as caught:
        read_areas(path, key)
    assert caught.value.code == "map-file"
    assert caught.value.where.name == "areas.geojson"
    return caught.value


def test_regions_are_listed_by_size_in_classes_with_bounds(folder):
    chart = slide_of(folder).chart
    assert chart is not None
    assert chart.atlas is not None
    assert chart.categories == ("Dland", "Aland", "Bland", "Cland")
    assert [bar.plotted for bar in chart.series[0].bars] == [90, 75, 50, 20]
    assert [one.name.replace("\u202f", " ") for one in chart.atlas.classes] == [
        "20 bis 39 %", "40 bis 59 %", "60 bis 79 %", "80 bis 99 %",
    ]  # fmt: skip
    colours = [bar.colour for bar in chart.series[0].bars]
    assert colours == [chart.atlas.classes[at].colour for at in (3, 2, 1, 0)]
    assert colours[0] == DEFAULT.primary


def test_regions_in_which_people_could_be_recognised_look_as_those_without_answers(folder):
    slide = slide_of(folder)
    assert slide.chart is not None
    assert slide.chart.atlas is not None
    empty = {one.name for one in slide.chart.atlas.regions if one.category is None}
    assert empty == {"Eland", "Fstadt", "Nirgendwo"}
    bindings = [figure.binding for figure in slide.figures]
    assert not [one for one in bindings if "c5]" in one or "c6]" in one]
    assert "Nirgendwo" in slide.foot.text
    (hidden,) = [one for one in slide.foot.figures if one.binding == "q2.groups_not_shown"]
    assert hidden.value == 2


def test_a_region_that_alone_is_small_hides_a_second_one(tmp_path):
    written(tmp_path, country(NAMES))
    dataset = survey(
        (scale("q2", "Wie wichtig?"), ["c1"] * 83),
        (single("q11", "Wo?", NAMES[:4]), times(c1=40, c2=30, c3=10, c4=3)),
    )
    document = read_document(REPORT, str(tmp_path / "report.md"), "de")
    (slide,) = plan(dataset, tabulate(dataset), language="de", document=document).slides
    assert slide.chart is not None
    assert slide.chart.categories == ("Aland", "Bland")


def test_what_is_in_one_and_not_in_the_other_is_said(tmp_path):
    written(tmp_path, country([*NAMES[:3], "Utopia"]))
    slide = slide_of(tmp_path, REPORT.replace("key=name", 'key=name source="Amt, 2020"'))
    assert "Nicht auf der Karte: Dland, Eland, Fstadt" in slide.foot.text
    assert "keine Antwort der Frage: Utopia" in slide.foot.text
    assert "Karte: Amt, 2020" in slide.foot.text
    # What has no area is listed all the same.
    assert slide.chart is not None
    assert "Dland" in slide.chart.categories


def test_every_output_has_the_areas_and_every_figure(folder):
    deck = deck_of(folder)
    report = Report(deck, ())
    (slide,) = deck.slides
    page = html(report, arrange(deck))
    for figure in slide.figures:
        assert figure.text in page
    assert page.count("<path") >= 7
    assert slide.chart is not None
    assert slide.chart.alt.startswith("Karte zu:")
    assert page.count('<li tabindex="0"') == 4
    assert b"%PDF" in pdf(report, arrange(deck))
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report)))
    assert sum(len(sheet._charts) for sheet in book) == 1
    assert {one["binding"] for one in figures_json(deck)["figures"]} >= {"q2.top2[q11=c1]"}


def shapes(slide) -> dict[str, object]:
    return {mark.role: one for one in slide.shapes if (mark := read_mark(one.name))}


def fill(shape) -> str:
    return (
        str(shape.fill.fore_color.theme_color or "")
        + str(shape._element.spPr.find(".//{*}solidFill")[0].get("val"))
        + str([one.get("val") for one in shape._element.spPr.find(".//{*}solidFill").iter()])
    )


def test_powerpoint_has_a_native_shape_a_region_and_a_table(folder, tmp_path):
    deck = deck_of(folder)
    content = pptx(deck, arranged(deck, DEFAULT), DEFAULT)
    (slide,) = Presentation(io.BytesIO(content)).slides
    made = shapes(slide)
    assert len([role for role in made if role.startswith("Region ")]) == 7
    table = made["Regions"].table
    assert [row.cells[0].text for row in table.rows] == ["Dland", "Aland", "Bland", "Cland"]
    assert slide.shapes is not None
    assert made["Chart"]._element.nvSpPr.cNvPr.get("descr").startswith("Karte zu:")
    # An update gives a region the colour of its class of now; what people coloured stays.
    later = deck_of(folder, high=10)
    own = Presentation(io.BytesIO(content))
    theirs = shapes(own.slides[0])["Region 2"]
    theirs.fill.solid()
    theirs.fill.fore_color.rgb = RGBColor(200, 0, 0)
    buffer = io.BytesIO()
    own.save(buffer)
    done, presentation = updated(tmp_path, buffer.getvalue(), later)
    fresh = Presentation(io.BytesIO(pptx(later, arranged(later, DEFAULT), DEFAULT)))
    new, wanted = shapes(presentation.slides[0]), shapes(fresh.slides[0])
    assert fill(new["Region 1"]) == fill(wanted["Region 1"]) != fill(made["Region 1"])
    assert str(new["Region 2"].fill.fore_color.rgb) == "C80000"
    assert any("colour" in str(one) for one in done.slides[0].edits)
    cells = {row.cells[0].text: row.cells[1].text for row in new["Regions"].table.rows}
    assert cells == {row.cells[0].text: row.cells[1].text for row in wanted["Regions"].table.rows}


def test_a_map_is_not_mirrored_where_reading_starts_at_the_right(folder):
    deck = deck_of(folder)
    (layout,), (slide,) = arrange(deck), deck.slides
    assert slide.chart is not None
    assert layout.chart is not None
    left = draw(slide.chart, layout.chart, DEFAULT, "de").paths
    right = draw(slide.chart, layout.chart, DEFAULT, "ar").paths
    for one, other in zip(left, right, strict=True):
        first, second = (
            np.array([points for _, points in path.steps if points]) for path in (one, other)
        )
        np.testing.assert_allclose(first - first[0], second - second[0], atol=0.02)


def test_nothing_runs_over(folder):
    assert overflows(deck_of(folder)) == []


SQUARE = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0], [0.0, 0.0]]


def of(coordinates, kind="Polygon", **more):
    geometry = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"name": "A", "id": 1}, "geometry": geometry}
    return {"type": "FeatureCollection", "features": [feature], **more}


HUGE = json.dumps(of([[[-77.5, 0.0], [1.0, 1.0], [2.0, 2.0]]])).replace("-77.5", "1e999")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", "can't be read as JSON"),
        ("[" * 100_000, "nested"),
        ('{"type": "FeatureCollection", "features": [NaN]}', "NaN is no number"),
        ("[1, 2]", "no features"),
        ({"type": "Topology", "objects": {}}, "It is a Topology"),
        ({"type": "FeatureCollection", "features": []}, "no features"),
        (of([0, 0], "Point"), "A feature is a Point"),
        (of([["a", "b"]]), "no pair of numbers"),
        (HUGE, "numbers without end"),
        (of([[]]), "None of its features has an area"),
        (of([[[400_000.0, 5_700_000.0]] * 4]), "which are no degrees"),
        (of([SQUARE], crs={"properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}), "(crs)"),
        (of([[[51.0, 107.0], [52.0, 107.0], [52.0, 108.0]]]), "swapped"),
    ],
)
def test_what_is_no_map_is_a_problem(tmp_path, content, found):
    assert found in found_in(tmp_path, content).found


def test_a_property_that_there_is_not_is_met_with_those_that_there_are(tmp_path):
    problem = found_in(tmp_path, of([SQUARE]), key="nam")
    assert problem.expected == "one of name, id."
    assert problem.mend == "Did you mean name?"


def test_areas_called_otherwise_are_refused_with_both_names(folder):
    with pytest.raises(Problem) as caught:
        deck_of(folder, REPORT.replace("key=name", "key=id"))
    assert caught.value.code == "map-file"
    assert "q11: X1" in caught.value.found
    assert "Aland" in caught.value.expected


def test_a_file_that_lies_elsewhere_is_not_opened(folder):
    for file in ("../areas.geojson", "/etc/passwd", "https://example.org/a.geojson"):
        with pytest.raises(Problem) as caught:
            deck_of(folder, REPORT.replace("areas.geojson", file))
        assert (caught.value.code, caught.value.where.line) == ("map-file", 1)


def test_areas_keep_their_proportions_and_their_common_border(folder):
    areas = read_areas(folder / "areas.geojson", "name")
    drawn = outlines(areas)
    sizes = {
        name: sum(abs(area_of(ring)) for ring in rings[:1]) for name, rings in drawn.rings.items()
    }
    # On the sphere: the area under a line is its longitude times the sine of its latitude.
    true = {
        name: abs(area_of(np.column_stack((ring[:, 0], np.sin(np.radians(ring[:, 1])))).tolist()))
        for name, (ring, *_) in areas.items()
    }
    for name in areas:
        share, wanted = (sizes[name] / sizes["Aland"], true[name] / true["Aland"])
        assert share == pytest.approx(wanted, rel=0.02)
    assert sum(len(ring) for rings in drawn.rings.values() for ring in rings) < 0.7 * sum(
        len(ring) for rings in areas.values() for ring in rings
    )
    corners = [set(drawn.rings[name][0]) for name in ("Aland", "Bland")]
    assert len(corners[0] & corners[1]) > 5
    # The city is the hole of the region around it.
    assert set(drawn.rings["Fstadt"][0]) == set(drawn.rings["Bland"][1])


def test_a_country_across_the_180th_meridian_is_one(tmp_path):
    east = [[178.0, -18.0], [180.0, -18.0], [180.0, -16.0], [178.0, -16.0], [178.0, -18.0]]
    west = [[-180.0, -18.0], [-179.0, -18.0], [-179.0, -16.0], [-180.0, -16.0], [-180.0, -18.0]]
    path = written(tmp_path, of([[east], [west]], "MultiPolygon"))
    drawn = outlines(read_areas(path, "name"))
    assert 0.5 < drawn.ratio < 1
    xs = [x for ring in drawn.rings["A"] for x, _ in ring]
    assert (min(xs), max(xs)) == (0, pytest.approx(1, abs=0.01))


def test_a_point_inside_is_neither_in_a_hole_nor_beside():
    outer = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    hole = ((0.1, 0.1), (0.7, 0.1), (0.7, 0.9), (0.1, 0.9))
    x, y = inner_point((outer, hole))
    assert 0.7 < x < 1
    assert 0 < y < 1
