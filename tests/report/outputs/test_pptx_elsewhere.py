"""A deck opened where its fonts are missing: no text runs into another, with whatever is there."""

from dataclasses import replace
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from office import opened
from sample import deck

from libreoffice import converted
from rundfrage.look.elsewhere import widest
from rundfrage.look.face import shipped_faces
from rundfrage.look.measure import ruler
from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import Claim
from rundfrage.report.outputs.pptx.write import arranged, pptx

_SHARE = 0.2
"""From this share of the smaller text's area on, two texts lie over each other."""


def drawn(content, folder):
    """The PDF that LibreOffice makes of the deck with the fonts of this machine alone."""
    folder.mkdir()
    (folder / "deck.pptx").write_bytes(content)
    return pypdfium2.PdfDocument(converted(folder / "deck.pptx", folder))


def texts(page):
    """What is printed on a page, and where."""
    page_text = page.get_textpage()
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        box = one.get_bounds()
        words = page_text.get_text_bounded(*box).strip()
        if words:
            yield box, words


def collisions(document):
    """Pairs of texts that lie over each other, by slide."""
    found = []
    for number, page in enumerate(document, start=1):
        for (one, words), (other, beside) in combinations(texts(page), 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
            if wide > 0 and high > 0 and wide * high > _SHARE * least:
                found.append((number, words, beside))
    return found


TITLES = (
    "Vorn: „Konferenzen und andere Veranstaltungen“ (75\u202f%), „Markt der Chancen“ (59\u202f%)",
    "Nur 4\u202f% finden es weniger wichtig oder unwichtig, dass das Bündnis weitermacht",
    "Alle Felder zählen: An der Spitze steht „Sprache“ (Ø 1,40)",
)


def titled():
    """The sample with titles that fill their lines in the deck's own fonts."""
    plain = deck()
    slides = tuple(
        replace(
            slide,
            title=Claim((TITLES[place % len(TITLES)],)),
            claims=(Claim(("Wie wichtig ist Ihnen das, und was haben Sie davon?",)),),
        )
        if slide.chart
        else slide
        for place, slide in enumerate(plain.slides)
    )
    return replace(plain, title="Fünf Jahre Bündnis: die Umfrage", slides=slides)


@pytest.mark.trial
@pytest.mark.parametrize("made", [deck, titled])
def test_where_the_fonts_are_missing_no_text_lies_over_another(tmp_path, made):
    content = pptx(made(), arranged(made(), DEFAULT), DEFAULT)
    assert len(opened(content).slides) == len(made().slides)
    assert collisions(drawn(content, tmp_path / "anywhere")) == []


def test_letters_elsewhere_are_those_of_the_widest_font():
    """Widths in ems of DejaVu Sans and its bold letters, as their files have them."""
    assert [widest(bold=False)[one] for one in "m0é"] == [0.974, 0.636, 0.615]
    assert [widest(bold=True)[one] for one in "m0é"] == [1.042, 0.696, 0.678]
    for bold, weight in ((False, "Regular"), (True, "Bold")):
        shown = {
            one for one in shipped_faces()[f"IBMPlexSans-{weight}"].characters if one.isalnum()
        }
        assert len(shown - set(widest(bold=bold))) < 30


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Wie zufrieden sind Sie damit?", "Все участники", "9 von 10", "ما مدى رضاكم؟", "é❤️"]
)
def test_a_text_is_nowhere_wider_than_it_is_measured_for_any_place(text, bold):
    own, anywhere = ruler(), ruler(anywhere=True)
    wide = anywhere.width(text, 10, bold=bold)
    assert own.width(text, 10, bold=bold) <= wide <= 1.5 * own.width(text, 10, bold=bold)
