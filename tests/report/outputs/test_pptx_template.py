"""The organisation's own template and logo: its look is taken, nothing else, and no bad file."""

from __future__ import annotations

import io
import re
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
from rundfrage.look.house.house import house_warnings
from rundfrage.look.theme import DEFAULT
from rundfrage.look.theme_file import read_theme
from rundfrage.report.outputs.pptx.template import open_template
from rundfrage.report.update.deck_file import open_deck

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


def locked(content: bytes) -> bytes:
    """The package with every part marked as one that needs a password."""
    marked = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(signature), content):
            marked[found.start() + flags] |= 1
    return bytes(marked)


def garbled(content: bytes) -> bytes:
    """The package with the beginning of every packed part overwritten."""
    broken = bytearray(content)
    for found in re.finditer(rb"PK\x03\x04.{22}(.{2})(.{2})", content, flags=re.DOTALL):
        start = found.end() + sum(int.from_bytes(one, "little") for one in found.groups())
        broken[start : start + 2] = b"\xff\xff"
    return bytes(broken)


@pytest.mark.parametrize("harm", [locked, garbled])
def test_a_locked_or_garbled_package_is_a_problem_as_a_template_and_as_a_deck(tmp_path, harm):
    path = tmp_path / "haus.pptx"
    path.write_bytes(harm(template(path).read_bytes()))
    with pytest.raises(Problem) as caught:
        made(deck(), replace(DEFAULT, template=path))
    assert caught.value.code == "template-unreadable"
    for opening, code in ((open_template, "template-unreadable"), (open_deck, "update-unreadable")):
        with pytest.raises(Problem) as caught:
            opening(path)
        assert caught.value.code == code


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


IMAGE, OBJECT, VIDEO, LINK = (
    f"{OFFICE}/relationships/{kind}" for kind in ("image", "oleObject", "video", "hyperlink")
)
DRAWN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PICTURE = (
    f'<p:pic {SPACES} {DRAWN}><p:nvPicPr><p:cNvPr id="90" name="Far"/><p:cNvPicPr/>'
    "<p:nvPr>{media}</p:nvPr></p:nvPicPr><p:blipFill>{blip}</p:blipFill><p:spPr/></p:pic>"
)


OBJECT_FRAME = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f"<mc:Fallback><p:graphicFrame {SPACES} {DRAWN}><p:nvGraphicFramePr/><p:xfrm/><a:graphic>"
    '<a:graphicData><p:oleObj r:id="{key}"/></a:graphicData></a:graphic>'
    "</p:graphicFrame></mc:Fallback></mc:AlternateContent>"
)


def linked(path: Path) -> Path:
    """A template whose master, layouts, theme and notes load things from elsewhere."""
    presentation = Presentation()
    master, layout = presentation.slide_master, presentation.slide_layouts[5]
    far = {
        kind: master.part.relate_to(target, kind, is_external=True)
        for kind, target in (
            (IMAGE, "http://far.example/x.png"), (OBJECT, "file:///etc/far"),
            (VIDEO, "//far.example/film.mp4"),
        )
    }  # fmt: skip
    tree = master.shapes._spTree
    for xml in (
        PICTURE.format(media="", blip=f'<a:blip r:link="{far[IMAGE]}"/>'),
        PICTURE.format(media=f'<a:videoFile r:link="{far[VIDEO]}"/>', blip="<a:blip/>"),
        OBJECT_FRAME.format(key=far[OBJECT]),
    ):
        tree.append(parse_xml(xml))
    ground = layout.part.relate_to("http://far.example/ground.png", IMAGE, is_external=True)
    layout._element.cSld.insert(
        0,
        parse_xml(
            f'<p:bg {SPACES} {DRAWN}><p:bgPr><a:blipFill><a:blip r:link="{ground}"/>'
            "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
        ),
    )
    properties = layout.placeholders[0]._element.nvSpPr.cNvPr
    for target in ("https://near.example/", "file:///far.exe"):
        key = layout.part.relate_to(target, LINK, is_external=True)
        tag = "hlinkClick" if "near" in target else "hlinkHover"
        properties.append(parse_xml(f'<a:{tag} {SPACES} {DRAWN} r:id="{key}"/>'))
    theme = next(
        one.target_part for one in master.part.rels.values() if one.reltype.endswith("/theme")
    )
    key = theme.relate_to("http://far.example/theme.png", IMAGE, is_external=True)
    theme._blob = theme.blob.replace(
        b"<a:bgFillStyleLst>",
        b'<a:bgFillStyleLst><a:blipFill xmlns:r="%s/relationships"><a:blip r:link="%s"/>'
        b"</a:blipFill>" % (OFFICE.encode(), key.encode()),
    )
    presentation.notes_master.part.relate_to("http://far.example/n.png", IMAGE, is_external=True)
    presentation.save(str(path))
    return path


def test_nothing_of_a_template_is_loaded_from_elsewhere(tmp_path):
    theme = replace(DEFAULT, template=linked(tmp_path / "haus.pptx"))
    parts = members(made(deck(), theme))
    written = b"".join(parts.values())
    assert b"far" not in b"".join(part for name, part in parts.items() if name.endswith(".rels"))
    for gone in (b'name="Far"', b"oleObj", b"hlinkHover", b"r:link"):
        assert gone not in written
    for kept in (b"https://near.example/", b"hlinkClick"):
        assert kept in written
    filled = parts["ppt/theme/theme1.xml"].partition(b"<a:bgFillStyleLst>")[2]
    assert filled.startswith(b"<a:solidFill")


def test_what_a_template_loads_from_elsewhere_is_told(tmp_path):
    theme = replace(DEFAULT, template=linked(tmp_path / "haus.pptx"))
    [told] = [one for one in house_warnings(theme) if one.code == "template-outside"]
    for words in (
        "http://far.example/x.png (ppt/slideMasters/slideMaster1.xml)",
        "file:///etc/far",
    ):
        assert words in str(told)
    assert "near.example" not in str(told)
    unlinked = replace(DEFAULT, template=template(tmp_path / "plain.pptx"))
    assert not [one for one in house_warnings(unlinked) if one.code == "template-outside"]
