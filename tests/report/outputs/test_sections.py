"""What opens a part of a deck: contents, bookmarks and PowerPoint's sections follow it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from houses import wide
from people import updated
from pptx import Presentation
from pypdf import PdfReader
from surveys import overflows, single, survey, times

from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck, SlideRole
from rundfrage.report.document.read import read_document
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf
from rundfrage.report.outputs.pptx.write import arranged, pptx
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

SURVEY = survey((single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=60, c2=40)))
SOURCE = """\
## {title}

## Kurz {text}

Vorweg.

## Wer mitmacht {section kicker="Teil 1"}

Hier sind es {q1.c1}.

## Mit {chart=q1}

## Wie es weitergeht <mehr> {section}

## Ende {text}

Das war es.
"""
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def deck_of(text: str = SOURCE) -> Deck:
    document = read_document(text, "report.md", "de")
    return plan(SURVEY, tabulate(SURVEY), language="de", document=document)


def presentation(deck: Deck, theme: Theme = DEFAULT) -> bytes:
    return pptx(deck, arranged(deck, theme), theme)


def sections(content: bytes) -> list[tuple[str, list[str]]]:
    """Names and slides' titles of PowerPoint's sections."""
    made = Presentation(io.BytesIO(content))
    titles = {
        one.get("id"): slide.shapes.title.text
        for one, slide in zip(made.slides._sldIdLst, made.slides, strict=True)
    }
    return [
        (one.get("name"), [titles[slide.get("id")] for slide in one.iter(f"{P14}sldId")])
        for one in made.element.iter(f"{P14}section")
    ]


def test_a_part_is_the_slides_from_what_opens_it_to_the_next():
    deck = deck_of()
    assert [slide.role for slide in deck.slides][2] is SlideRole.SECTION
    assert deck.parts == (
        ("Die Umfrage", (0, 1)),
        ("Wer mitmacht", (2, 3)),
        ("Wie es weitergeht <mehr>", (4, 5)),
    )
    assert [claim.text for claim in deck.slides[2].claims] == ["Hier sind es 60\u202f%."]
    assert replace(deck, slides=deck.slides[2:]).parts == (
        ("Wer mitmacht", (0, 1)),
        ("Wie es weitergeht <mehr>", (2, 3)),
    )


def test_powerpoint_groups_the_slides_and_nothing_without_parts():
    assert sections(presentation(deck_of())) == [
        ("Die Umfrage", ["Die Umfrage", "Kurz"]),
        ("Wer mitmacht", ["Wer mitmacht", "Mit"]),
        ("Wie es weitergeht <mehr>", ["Wie es weitergeht <mehr>", "Ende"]),
    ]
    assert sections(presentation(deck_of("## {title}\n\n## Mit {chart=q1}\n"))) == []


def test_the_contents_of_the_page_and_the_bookmarks_are_nested():
    deck = deck_of()
    page = html(Report(deck, ()), arrange(deck))
    nav = page.partition("<nav")[2].partition("</nav>")[0]
    assert nav.count("<ol") == 3
    assert nav.count('class="part"') == 2
    assert page.count("<h3 ") == 2
    outline = PdfReader(io.BytesIO(pdf(Report(deck, ()), arrange(deck)))).outline
    names = [
        [two.title for two in one] if isinstance(one, list) else one.title for one in outline[1]
    ]
    assert names == ["Kurz", "Wer mitmacht", ["Mit"], "Wie es weitergeht <mehr>", ["Ende"]]


def test_a_templates_own_layout_for_it_is_used(tmp_path):
    made = wide()
    made.save(tmp_path / "house.pptx")
    theme = replace(DEFAULT, template=tmp_path / "house.pptx")
    slide = Presentation(io.BytesIO(presentation(deck_of(), theme))).slides[2]
    assert slide.slide_layout.name == "Section Header"
    held = slide.slide_layout.placeholders[0]
    assert slide.shapes.title.top == held.top
    # A house without such a layout shows it on the one for content.
    for layout in list(made.slide_layouts):
        if layout.name == "Section Header":
            made.slide_layouts.remove(layout)
    made.save(tmp_path / "house2.pptx")
    theme = replace(DEFAULT, template=tmp_path / "house2.pptx")
    slides = Presentation(io.BytesIO(presentation(deck_of(), theme))).slides
    assert slides[2].slide_layout.name == slides[3].slide_layout.name


def test_an_update_renews_its_words_and_keeps_the_sections(tmp_path):
    earlier = presentation(deck_of())
    later = deck_of(SOURCE.replace("Hier sind es", "Nun sind es"))
    _, made = updated(tmp_path, earlier, later)
    assert "Nun sind es 60\u202f%." in [
        shape.text_frame.text for shape in made.slides[2].shapes if shape.has_text_frame
    ]
    assert len(list(made.element.iter(f"{P14}section"))) == 3


@pytest.mark.parametrize(
    "title", ["Wer", "Sehr langer Name eines Teils, der mehr als eine Zeile braucht " * 2]
)
def test_nothing_runs_over(title):
    assert overflows(deck_of(SOURCE.replace("Wer mitmacht", title))) == []
