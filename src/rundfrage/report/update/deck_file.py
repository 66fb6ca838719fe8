"""Opens a .pptx that is to be updated, and makes sure that it is one of this survey's."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Pptx

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.reading import readable
from rundfrage.report.outputs.pptx.bodies import P, same_words
from rundfrage.report.outputs.pptx.broken import FAILURES
from rundfrage.report.outputs.pptx.snapshot import Snapshot
from rundfrage.report.update.shapes import Marked, marked_shapes
from rundfrage.report.update.tokens import as_printed_before

_LARGEST = 500_000_000
"""Bytes that a deck may hold when unpacked; a small file can be a bomb of many more."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_WORDS = 3
"""A text with fewer words says nothing about which survey it belongs to."""


def open_deck(path: Path) -> Pptx:
    """The presentation in the file. Problem `update-unreadable` or `update-too-large`."""
    with readable(path, message("a deck that rundfrage made, as .pptx.")):
        content = path.read_bytes()
    try:
        with ZipFile(io.BytesIO(content)) as package:
            size = sum(member.file_size for member in package.infolist())
    except (BadZipFile, OSError) as error:
        raise unreadable(path, message("It is no .pptx, or one with a password.")) from error
    if size > _LARGEST:
        raise Problem(
            "update-too-large",
            where=Where(str(path)),
            found=message("The deck holds {size} MB when unpacked.", size=size // 1_000_000),
            expected=message("{largest} MB at most.", largest=_LARGEST // 1_000_000),
            mend=message("Take films and large pictures out of it, and save it."),
        )
    try:
        presentation = Presentation(io.BytesIO(content))
        _drop_orphans(presentation)
        _ = [list(slide.shapes) for slide in presentation.slides]
    except FAILURES as error:
        raise unreadable(
            path, message("It cannot be read as a presentation ({error}).", error=error)
        ) from error
    return presentation


def _drop_orphans(presentation: Pptx) -> None:
    """Let go of slides that were taken out of the list alone, as scripts do; their parts are left.

    python-pptx numbers the listed slides anew, and would write an orphan's part a second time.
    """
    listed = {one.rId for one in presentation.slides._sldIdLst}  # noqa: SLF001, read as XML
    part = presentation.part
    orphans = [
        key
        for key, relation in part.rels.items()
        if relation.reltype == RELATION.SLIDE and key not in listed
    ]
    for shown in list(presentation.element.iter(f"{P}sld")):
        if shown.get(f"{{{_RELATIONS}}}id") in orphans:
            shown.getparent().remove(shown)
    for key in orphans:
        orphan = part.rels.pop(key).target_part
        # A link from another slide may still lead there; its name must be nobody else's.
        orphan.partname = PackURI(f"/ppt/slides/orphan{key}.xml")


def unreadable(path: Path, found: Message) -> Problem:
    """The Problem of a deck that cannot be read."""
    return Problem(
        "update-unreadable",
        where=Where(str(path)),
        found=found,
        expected=message("a .pptx that PowerPoint or LibreOffice opens."),
        mend=message(
            "Open it there, save it again as .pptx without a password, and name that file."
        ),
    )


def check_survey(path: Path, presentation: Pptx, record: Snapshot | None, new: Snapshot) -> None:
    """Problem unless the deck was made by this program from this survey."""
    shapes = [one for slide in presentation.slides for one in marked_shapes(slide)]
    if not shapes:
        raise Problem(
            "update-foreign-deck",
            where=Where(str(path)),
            found=message(
                "No shape of the deck bears the name that this program gives its shapes."
            ),
            expected=message("a deck that this program made, edited or not."),
            mend=message("Make one, and take your own slides over into it."),
        )
    title = record.title if record else _title(presentation)
    if same_words(title or "") == same_words(new.title) or _same_questions(shapes, new):
        return
    raise Problem(
        "update-other-survey",
        where=Where(str(path)),
        found=message(
            "The deck was made from another survey, or in another language: “{title}”.", title=title
        ),
        expected=message("a deck made from “{title}”.", title=new.title),
        mend=message("Name the folder of the deck's survey, and the deck's language."),
    )


def _title(presentation: Pptx) -> str:
    """The title in the file's properties.

    Asking python-pptx for them would add a second part where LibreOffice wrote the first one.
    """
    for part in presentation.part.package.iter_parts():
        if str(part.partname) == "/docProps/core.xml":
            found = parse_xml(part.blob).find(f"{_DUBLIN}title")
            return "" if found is None else found.text or ""
    return ""


def _same_questions(shapes: list[Marked], new: Snapshot) -> bool:
    """True if at least half of the deck's slides on questions ask what this survey asks."""
    asked: dict[str, bool] = {}
    for shape in shapes:
        key = shape.mark.key
        if key.startswith("-/"):
            continue
        slide = new.slide(key)
        drawn = slide.shape(shape.mark.role) if slide else None
        words = drawn.words if drawn else None
        same = (
            words is not None
            and len(words.text.split()) >= _WORDS
            and shape.mark.role.startswith(("Title", "Claim"))
            and as_printed_before(words, shape.text) is not None
        )
        asked[key] = asked.get(key, False) or same
    return bool(asked) and 2 * sum(asked.values()) >= len(asked)
