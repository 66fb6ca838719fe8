"""What python-pptx is spared changes nothing: names of parts, XPaths, dates in the package."""

import io
import zipfile

from pptx import Presentation
from pptx.opc.package import OpcPackage

from rundfrage.report.outputs.pptx.quick import quicken
from rundfrage.report.outputs.pptx.write import same_dates

SLIDE = "/ppt/slides/slide%d.xml"
CHART = "/ppt/charts/chart%d.xml"


def with_slides(count):
    """A presentation of as many empty slides, of which the first is taken away again."""
    made = Presentation()
    for _ in range(count):
        made.slides.add_slide(made.slide_layouts[6])
    first = made.slides._sldIdLst[0]
    made.part.drop_rel(first.rId)
    made.slides._sldIdLst.remove(first)
    return made


def test_names_of_parts_are_those_that_python_pptx_gives():
    for form in (SLIDE, CHART):
        package = with_slides(4).part.package
        expected = OpcPackage.next_partname(package, form)
        quicken(package)
        assert package.next_partname(form) == expected


def test_no_name_is_given_twice():
    package = with_slides(4).part.package
    quicken(package)
    given = [package.next_partname(form) for form in (SLIDE, CHART) * 5]
    assert len({*given}) == len(given)
    assert not {part.partname for part in package.iter_parts()} & {*given}


def test_an_xpath_that_was_compiled_finds_what_it_found():
    made = with_slides(3)
    made.slides[0].shapes.add_textbox(0, 0, 9, 9).text_frame.text = "Wort"
    quicken(made.part.package)
    element = made.slides[0]._element
    for _ in range(2):
        assert [one.text for one in element.xpath(".//a:t")] == ["Wort"]
        assert made.slides[1]._element.xpath(".//a:t") == []
        assert element.xpath("string(.//a:t)") == "Wort"


def test_a_package_keeps_its_members_and_loses_its_dates():
    buffer = io.BytesIO()
    with_slides(3).save(buffer)
    with (
        zipfile.ZipFile(buffer) as before,
        zipfile.ZipFile(io.BytesIO(same_dates(buffer.getvalue()))) as after,
    ):
        assert after.testzip() is None
        assert after.namelist() == before.namelist()
        assert all(after.read(name) == before.read(name) for name in before.namelist())
        assert {one.date_time for one in after.infolist()} == {(1980, 1, 1, 0, 0, 0)}
