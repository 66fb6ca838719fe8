"""The organisation's own template and logo: its look is taken, nothing else, and no bad file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml.etree import tostring
from office import made, members, opened
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Pt
from sample import deck

from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT
from rundfrage.look.theme_file import read_theme

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships"'
)


def template(path: Path, *, kind: str = "presentation") -> Path:
    """A template with a red accent, two slides of an old deck, and all that tells of them."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    for _ in range(2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = "Streng geheim"
        slide.notes_slide.notes_text_frame.text = "Streng geheim"
    shown = "".join(f'<p:sld r:id="{one.rId}"/>' for one in presentation.slides._sldIdLst)
    presentation.element.append(
        parse_xml(
            f'<p:custShowLst {SPACES}><p:custShow name="Kurz" id="0"><p:sldLst>{shown}</p:sldLst>'
            "</p:custShow></p:custShowLst>"
        )
    )
    for name in ("commentAuthors", "customXml"):
        package = presentation.part.package
        part = Part(
            PackURI(f"/ppt/{name}.xml"), "application/xml", package, b"<a>Streng geheim</a>"
        )
        presentation.part.relate_to(part, f"{OFFICE}/relationships/{name}")
    presentation.core_properties.author = "Streng geheim"
    buffer = io.BytesIO()
    presentation.save(buffer)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in members(buffer.getvalue()).items():
            changed = content.replace(b"4F81BD", b"8C1D18")
            changed = changed.replace(b"</Properties>", b"<Company>geheim</Company></Properties>")
            if name == "[Content_Types].xml":
                changed = changed.replace(b"presentation.main+xml", f"{kind}.main+xml".encode())
            package.writestr(name, changed)
    return path


@pytest.mark.parametrize("kind", ["presentation", "template"])
def test_a_template_lends_its_look_and_none_of_its_slides(tmp_path, kind):
    path = template(tmp_path / "haus.potx", kind=kind)
    told = [name for name, part in members(path.read_bytes()).items() if b"geheim" in part]
    assert len(told) == 8
    (tmp_path / "theme.toml").write_text(
        '[organisation]\ntemplate = "haus.potx"\n', encoding="utf-8"
    )
    theme = read_theme(tmp_path / "theme.toml")
    content = made(deck(), theme)
    parts = members(content)
    assert b"geheim" not in b"".join(parts.values())
    assert len(zipfile.ZipFile(io.BytesIO(content)).namelist()) == len(parts)
    assert len(opened(content).slides) == len(deck().slides)
    assert opened(content).slides[0].slide_layout.name == "Title Slide"
    assert opened(content).slides[3].slide_layout.name == "Title and Content"
    shapes = (shape for slide in opened(content).slides for shape in slide.shapes)
    figure = next(shape for shape in shapes if shape.name.startswith("Figure"))
    letters = figure.text_frame.paragraphs[0].runs[0].font.color
    assert letters.theme_color.name == "ACCENT_1"
    assert made(deck(), theme) == content


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"%PDF-1.7"], ids=["empty", "cut", "pdf"]
)
def test_a_broken_template_is_a_problem(tmp_path, content):
    path = tmp_path / "haus.pptx"
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, template=path))
    assert (caught.value.code, caught.value.where.file) == ("template-unreadable", str(path))


def test_any_broken_part_of_a_template_is_a_problem_or_does_no_harm(tmp_path):
    whole = members(template(tmp_path / "haus.pptx").read_bytes())
    for broken in whole:
        path = tmp_path / "broken.pptx"
        with zipfile.ZipFile(path, "w") as package:
            for name, content in whole.items():
                if name != broken:
                    package.writestr(name, content)
        try:
            made(replace(deck(), slides=deck().slides[:2]), replace(DEFAULT, template=path))
        except Problem as problem:
            assert problem.code == "template-unreadable"


def test_a_missing_template_is_a_problem(tmp_path):
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, template=tmp_path / "none.pptx"))
    assert caught.value.code == "no-such-file"


def test_a_workbook_is_no_template(tmp_path):
    path = tmp_path / "haus.pptx"
    openpyxl.Workbook().save(path)
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, template=path))
    assert caught.value.code == "template-unreadable"


@pytest.mark.trial
def test_a_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "bomb.pptx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("ppt/media/x.bin", "w", force_zip64=True) as member:
            for _ in range(51):
                member.write(bytes(10_000_000))
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, template=path))
    assert caught.value.code == "template-too-large"


def test_an_svg_logo_is_drawn_in_its_proportions(tmp_path):
    path = tmp_path / "logo.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        '<rect width="40" height="20" fill="#0b4f5c"/></svg>',
        encoding="utf-8",
    )
    slide = opened(made(deck(), replace(DEFAULT, logo=path))).slides[1]
    picture = next(shape for shape in slide.shapes if shape.name.startswith("Logo"))
    assert picture.width == pytest.approx(2 * picture.height, rel=0.01)
    assert picture._element.nvPicPr.cNvPr.get("descr") == deck().organisation


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
def test_a_broken_logo_is_a_problem(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"no picture")
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, logo=path))
    assert caught.value.code == "logo-unreadable"


def test_a_template_without_layouts_is_a_problem(tmp_path):
    presentation = Presentation()
    for layout in list(presentation.slide_layouts):
        presentation.slide_layouts.remove(layout)
    presentation.save(str(tmp_path / "haus.pptx"))
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, template=tmp_path / "haus.pptx"))
    assert caught.value.code == "template-without-layouts"


def test_a_layout_without_a_title_still_gives_titles(tmp_path):
    presentation = Presentation()
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    presentation.save(str(tmp_path / "haus.pptx"))
    slides = opened(made(deck(), replace(DEFAULT, template=tmp_path / "haus.pptx"))).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        slide.title.text for slide in deck().slides
    ]


def test_a_title_keeps_the_templates_place_and_its_look(tmp_path):
    path = template(tmp_path / "haus.pptx")
    slides = list(opened(made(deck(), replace(DEFAULT, template=path))).slides)[1:]
    assert all(slide.shapes.title._element.spPr.xfrm is None for slide in slides)
    assert not any(b"solidFill" in _xml(slide.shapes.title) for slide in slides)


def _xml(shape) -> bytes:
    return tostring(shape._element.txBody)
