"""Opens an organisation's own .pptx or .potx as a template and empties it of slides.

Its masters, layouts, theme colours and fonts stay; its slides go with everything that hangs on
them (notes, pictures, sections, custom shows) or tells of them (the list of their titles, who
commented on them), so that nothing of an old deck is published. What would be loaded from elsewhere
goes too.
"""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

from pptx import Presentation
from pptx.presentation import Presentation as Pptx

from rundfrage.locales import message
from rundfrage.look.house.package import read_template, unreadable
from rundfrage.report.outputs.pptx.broken import FAILURES
from rundfrage.report.outputs.pptx.outside import keep_inside

_TEMPLATE = b"presentationml.template.main+xml"
_MACRO_TEMPLATE = b"vnd.ms-powerpoint.template.macroEnabled.main+xml"
_PLAIN = b"presentationml.presentation.main+xml"
_MACRO = b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml"

_TELLING = {
    "thumbnail", "extended-properties", "custom-properties", "customXml", "commentAuthors",
    "authors",
}  # fmt: skip
"""The ends of the types of relations to parts that tell of the old slides and their people."""

PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
"""The name space of slides, as lxml writes it before a tag."""


def open_template(path: Path) -> Pptx:
    """The presentation in the file, without slides. Problem if it cannot be opened or used."""
    content = read_template(path)
    try:
        presentation = Presentation(io.BytesIO(_as_presentation(content)))
        layouts = [one for master in presentation.slide_masters for one in master.slide_layouts]
        # Layouts that lost their master fail only here.
        _ = [layout.slide_master for layout in layouts]
        _strip(presentation)
        keep_inside(presentation)
    except FAILURES as error:
        raise unreadable(
            path, message("It cannot be read as a presentation ({error}).", error=error)
        ) from error
    return presentation


def _as_presentation(content: bytes) -> bytes:
    """The content of a template, a .potx or a .pptx, as python-pptx opens it."""
    with ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml")
    plain = types.replace(_TEMPLATE, _PLAIN).replace(_MACRO_TEMPLATE, _MACRO)
    return content if plain == types else _with_types(content, plain)


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
