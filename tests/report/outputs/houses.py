"""Templates as organisations have them, invented: bands, logos, dark grounds, few layouts."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt

_SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def wide():
    """The usual eleven layouts on slides of 960 by 540 points."""
    presentation = Presentation()
    factor = 960 / 720
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    homes = [presentation.slide_master, *presentation.slide_layouts]
    for shape in (one for home in homes for one in home.placeholders):
        if shape._element.spPr.xfrm is not None:
            shape.left, shape.width = round(shape.left * factor), round(shape.width * factor)
    return presentation


def drawn(home, name, x, y, width, height, colour, text=""):
    """Draw a filled rectangle, behind everything, on a layout or master; no text, or one line."""
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"
    frame = (
        f'<a:xfrm><a:off x="{Pt(x)}" y="{Pt(y)}"/><a:ext cx="{Pt(width)}" cy="{Pt(height)}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    home.shapes._spTree.insert(
        2,
        parse_xml(
            f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="9{len(home.shapes)}" name="{name}"/>'
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame}{fill}</p:spPr><p:txBody><a:bodyPr/>"
            f"<a:p><a:r><a:rPr lang='de'/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        ),
    )


def png(colour=(10, 90, 160)) -> bytes:
    """A picture of one dot."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" + bytes(colour))
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def pictured(home, x, y, width, height) -> None:
    """Put a picture on a layout or master, which python-pptx doesn't offer."""
    _, relation = home.part.get_or_add_image_part(io.BytesIO(png()))
    home.shapes._spTree.append(
        parse_xml(
            f'<p:pic {_SPACES} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships"><p:nvPicPr><p:cNvPr id="77" name="Logo"/><p:cNvPicPr/><p:nvPr/>'
            f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/></p:blipFill><p:spPr><a:xfrm>'
            f'<a:off x="{Pt(x)}" y="{Pt(y)}"/><a:ext cx="{Pt(width)}" cy="{Pt(height)}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )


def ground(home, inner: str) -> None:
    """Give a master or layout a background."""
    slide = home.element.find(".//{*}cSld")
    for old in slide.findall("{*}bg"):
        slide.remove(old)
    slide.insert(
        0,
        parse_xml(f"<p:bg {_SPACES}><p:bgPr>{inner}<a:effectLst/></p:bgPr></p:bg>"),
    )


def banded():
    """A band behind white titles, one with the address below, and a logo in the corner."""
    presentation = wide()
    master = presentation.slide_master
    drawn(master, "Band", 0, 0, 960, 130, "5A238C")
    drawn(master, "Address", 0, 505, 960, 35, "DDDDDD", "Musterstraße 1, 12345 Musterstadt")
    pictured(master, 820, 420, 120, 80)
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            if shape.placeholder_format.idx == 0:
                shape.text_frame.paragraphs[0].font.color.rgb = RGBColor(255, 255, 255)
    return presentation


def bodied():
    """No layout with a title alone, and a picture where contents would reach."""
    presentation = wide()
    for layout in list(presentation.slide_layouts)[2:]:
        presentation.slide_layouts.remove(layout)
    drawn(presentation.slide_master, "Stripe", 880, 0, 80, 540, "9B242D")
    return presentation


def dark():
    """White on black, as its map of colours has it."""
    presentation = wide()
    mapping = presentation.slide_master.element.find("{*}clrMap")
    for name, own in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, own)
    return presentation


def bare():
    """Layouts that hold nothing, under a band."""
    presentation = Presentation()
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
        drawn(layout, "Band", 0, 0, 720, 80, "B3071B", "Universität")
    return presentation


def carded():
    """A white card on a coloured ground."""
    presentation = wide()
    master = presentation.slide_master
    ground(master, '<a:solidFill><a:srgbClr val="2B4C6F"/></a:solidFill>')
    drawn(master, "Card", 20, 20, 920, 500, "FFFFFF")
    return presentation


def papered():
    """A picture as the ground."""
    presentation = wide()
    ground(
        presentation.slide_master,
        "<a:pattFill prst='pct5'><a:fgClr><a:srgbClr val='000000'/></a:fgClr><a:bgClr>"
        "<a:srgbClr val='FFFFFF'/></a:bgClr></a:pattFill>",
    )
    return presentation


def square():
    """Slides of 4 to 3."""
    return Presentation()


def cornered():
    """Titles narrowed by a logo above at the right, and a thick bar at the left of everything."""
    presentation = wide()
    master = presentation.slide_master
    drawn(master, "Bar", 0, 0, 28, 540, "C8102E")
    pictured(master, 800, 16, 140, 60)
    for home in (master, *presentation.slide_layouts):
        for shape in home.placeholders:
            if shape.placeholder_format.idx == 0 and shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Pt(48), Pt(730)
    return presentation


def footed():
    """Logos of those who pay at the foot of every slide, and a line under the title."""
    presentation = wide()
    master = presentation.slide_master
    for place in range(4):
        pictured(master, 80 + 220 * place, 480, 120, 50)
    drawn(master, "Line", 48, 112, 864, 2, "888888")
    return presentation


HOUSES = (banded, bodied, dark, bare, carded, papered, square, cornered, footed)


def saved(make, folder: Path) -> Path:
    """The template as a file."""
    path = folder / "haus.pptx"
    make().save(str(path))
    return path
