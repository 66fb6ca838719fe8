"""Opens an organisation's own .pptx or .potx as a template and empties it of slides.

Its masters, layouts, theme colours and fonts stay; its slides go with everything that hangs on
them (notes, pictures, sections, custom shows) or tells of them (the list of their titles, who
commented on them), so that nothing of an old deck is published.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Pptx
from pptx.slide import SlideMaster

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.reading import readable

_TEMPLATE = b"presentationml.template.main+xml"
_MACRO_TEMPLATE = b"vnd.ms-powerpoint.template.macroEnabled.main+xml"
_PLAIN = b"presentationml.presentation.main+xml"
_MACRO = b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml"

_LARGEST = 500_000_000
"""Bytes that a template may hold when unpacked; a small file can be a bomb of many more."""

_TELLING = {
    "thumbnail", "extended-properties", "custom-properties", "customXml", "commentAuthors",
    "authors",
}  # fmt: skip
"""The ends of the types of relations to parts that tell of the old slides and their people."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
"""The name space of slides, as lxml writes it before a tag."""


@dataclass(frozen=True)
class Template:
    """An emptied presentation and its master's colours, by the names that slides use.

    Those names are tx1, bg1, tx2, bg2, accent1 to accent6, hlink and folHlink; a colour is
    "#rrggbb".
    """

    presentation: Pptx
    colours: Mapping[str, str]


def open_template(path: Path) -> Template:
    """The presentation in the file, without slides. Problem if it cannot be opened or used."""
    content = _content(path)
    try:
        presentation = Presentation(io.BytesIO(content))
        layouts = [one for master in presentation.slide_masters for one in master.slide_layouts]
        # Layouts that lost their master fail only here.
        _ = [layout.slide_master for layout in layouts]
        colours = _scheme_colours(presentation.slide_master)
        _strip(presentation)
    # A broken package fails anywhere in python-pptx or lxml, with whatever error lies nearest.
    except (
        PythonPptxError, BadZipFile, SyntaxError, LookupError, ValueError, AttributeError,
        TypeError, AssertionError, OSError, NotImplementedError,
    ) as error:  # fmt: skip
        raise _unreadable(
            path, message("It cannot be read as a presentation ({error}).", error=error)
        ) from error
    if not layouts:
        raise Problem(
            "template-without-layouts",
            where=Where(str(path)),
            found=message("The template has no slide layout."),
            expected=message("a template with a slide master and at least one layout."),
            mend=message(
                "Open it in PowerPoint, add a layout in the view of the slide master, and save."
            ),
        )
    return Template(presentation, colours)


def _scheme_colours(master: SlideMaster) -> dict[str, str]:
    theme = parse_xml(master.part.part_related_by(RELATION.THEME).blob)
    values: dict[str, str] = {}
    for colour in theme.iter(f"{_A}clrScheme").__next__():
        name = colour.tag.removeprefix(_A)
        value = colour[0].get("lastClr") or colour[0].get("val")
        values[name] = f"#{value.lower()}"
    mapped = master.element.find(f"{PRESENTATION}clrMap")
    return {shown: values[name] for shown, name in mapped.attrib.items() if name in values}


def _content(path: Path) -> bytes:
    with readable(
        path, message("a .pptx or .potx."), message("Correct the template in theme.toml.")
    ):
        content = path.read_bytes()
    try:
        with ZipFile(io.BytesIO(content)) as package:
            size = sum(member.file_size for member in package.infolist())
            types = package.read("[Content_Types].xml") if size <= _LARGEST else b""
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise _unreadable(path, message("It is no Office file, or a broken one.")) from error
    if size > _LARGEST:
        raise Problem(
            "template-too-large",
            where=Where(str(path)),
            found=message("The template holds {size} MB when unpacked.", size=size // 1_000_000),
            expected=message("{largest} MB at most.", largest=_LARGEST // 1_000_000),
            mend=message(
                "Delete slides, pictures and films that are no part of the look, and save it."
            ),
        )
    if _TEMPLATE in types or _MACRO_TEMPLATE in types:
        plain = types.replace(_TEMPLATE, _PLAIN).replace(_MACRO_TEMPLATE, _MACRO)
        return _with_types(content, plain)
    return content


def _with_types(content: bytes, types: bytes) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(buffer, "w") as new:
        for member in old.infolist():
            named = member.filename == "[Content_Types].xml"
            new.writestr(member.filename, types if named else old.read(member))
    return buffer.getvalue()


def _strip(presentation: Pptx) -> None:
    root = presentation.element
    # These go first: python-pptx drops no relation that something else refers to.
    for name in ("custShowLst", "custDataLst", "extLst"):
        for element in root.findall(f"{PRESENTATION}{name}"):
            root.remove(element)
    for slide in list(presentation.slides._sldIdLst):  # noqa: SLF001, no public way to delete one
        presentation.part.drop_rel(slide.rId)
        slide.getparent().remove(slide)
    for home in (presentation.part, presentation.part.package):
        for key, relation in list(home._rels.items()):  # noqa: SLF001, as above
            if relation.reltype.rpartition("/")[2] in _TELLING:
                home.drop_rel(key)


def _unreadable(path: Path, found: Message) -> Problem:
    return Problem(
        "template-unreadable",
        where=Where(str(path)),
        found=found,
        expected=message("a .pptx or .potx that PowerPoint or LibreOffice opens."),
        mend=message("Open it there, save it again as .pptx, and name that file in theme.toml."),
    )
