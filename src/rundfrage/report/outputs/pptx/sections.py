"""PowerPoint's own sections of a presentation: the parts of the deck, each under its name.

They are an extension of Office 2010 ([MS-PPTX] 2.4.3.10, sectionLst), which others skip.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Pptx

from rundfrage.report.deck import Deck
from rundfrage.report.outputs.pptx.template import PRESENTATION
from rundfrage.report.outputs.pptx.words import attribute, clean

_MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main"
_OFFICE_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def write_sections(presentation: Pptx, deck: Deck) -> None:
    """Group the slides by the parts of the deck; nothing without any."""
    parts = deck.parts
    if len(parts) == 1:
        return
    numbers = [slide.get("id") for slide in presentation.slides._sldIdLst]  # noqa: SLF001, no public way to them
    sections = ""
    for at, (name, places) in enumerate(parts):
        slides = "".join(f'<p14:sldId id="{numbers[place]}"/>' for place in places)
        identity = str(uuid5(NAMESPACE_URL, f"rundfrage:section:{at}")).upper()
        sections += (
            f'<p14:section name={attribute(clean(name))} id="{{{identity}}}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
    root = presentation.element
    extensions = root.find(f"{PRESENTATION}extLst")
    if extensions is None:
        extensions = parse_xml(f'<p:extLst xmlns:p="{_MAIN}"/>')
        root.append(extensions)
    extensions.append(
        parse_xml(
            f'<p:ext xmlns:p="{_MAIN}" uri="{_SECTIONS}">'
            f'<p14:sectionLst xmlns:p14="{_OFFICE_2010}">{sections}</p14:sectionLst></p:ext>'
        )
    )
