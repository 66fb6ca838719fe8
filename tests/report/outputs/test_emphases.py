"""Bold, italic and linked words are so in every output, natively, and stay so in updates."""

from __future__ import annotations

import io
from dataclasses import replace

import page
import pypdf
import pytest
from office import made, opened
from people import saved, shape, updated
from pptx.dml.color import RGBColor
from sample_languages import arabic

from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Claim, Deck, Emphasis, Figure, Slide, SlideRole
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf
from rundfrage.report.outputs.pptx.record import read_record

ADDRESS = "https://example.org/a?b=c&d"
FIGURE = Figure("q2.top2", 0.62, "62\u202f%", 470, 484)
HREF = ADDRESS.replace("&", "&amp;")


def deck(percent: str = "62\u202f%", *, bold: bool = True, link: str = ADDRESS) -> Deck:
    figure = replace(FIGURE, text=percent)
    start, end = len("Wir sagen: "), len("Wir sagen: ") + len("sehr ") + len(percent) + len(" ja")
    claim = Claim(
        ("Wir sagen: sehr ", figure, " ja, lest nach."),
        (
            Emphasis(start, start + 4, bold=bold, italic=True),
            Emphasis(start + 5, end, link=link),
        ),
    )
    title = Claim(("Der lange Weg",), (Emphasis(4, 9, italic=True), Emphasis(10, 13, link=link)))
    return Deck("Umfrage", "de", "Amt", (Slide(SlideRole.SUMMARY, title, claims=(claim,)),))


def emphasised_arabic() -> Deck:
    one = arabic()
    slides = tuple(
        replace(
            slide,
            claims=tuple(
                replace(claim, emphases=(Emphasis(0, 3, bold=True), Emphasis(4, 9, link=ADDRESS)))
                if isinstance(claim.parts[0], str) and len(claim.parts[0]) > 9
                else claim
                for claim in slide.claims
            ),
        )
        for slide in one.slides
    )
    return replace(one, slides=slides)


@pytest.mark.parametrize("one", [deck(), emphasised_arabic()], ids=["german", "arabic"])
def test_links_of_a_pdf_are_tagged_and_everybody_can_follow_them(one):
    content = pdf(Report(one, ()), arrange(one))
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(content, profile=profile).is_compliant
    links = [
        annotation.get_object()
        for sheet in pypdf.PdfReader(io.BytesIO(content)).pages
        for annotation in sheet.get("/Annots", [])
    ]
    assert {link["/A"]["/URI"] for link in links} == {ADDRESS}
    assert all(link["/Contents"] for link in links)


def test_a_page_has_elements_for_them():
    one = deck()
    written = html(Report(one, ()), arrange(one))
    assert (
        "Wir sagen: <strong><em>sehr</em></strong> "
        f'<a href="{HREF}" rel="noopener noreferrer">'
        '<b class="figure" data-binding="q2.top2">62\u202f%</b> ja</a>, lest nach.'
    ) in written
    assert f'Der <em>lange</em> <a href="{HREF}" rel="noopener noreferrer">Weg</a></h1>' in written


def looks(text) -> list[tuple[str, bool | None, bool | None, str | None]]:
    return [
        (run.text, run.font.bold, run.font.italic, run.hyperlink.address)
        for run in text.text_frame.paragraphs[0].runs
    ]


SAID = [
    ("Wir sagen: ", False, None, None),
    ("sehr", True, True, None),
    (" ", False, None, None),
    ("62\u202f%", True, None, ADDRESS),
    (" ", False, None, ADDRESS),
    ("ja", False, None, ADDRESS),
    (", lest nach.", False, None, None),
]


def test_a_presentation_has_runs_for_them():
    slide = opened(made(deck())).slides[0]
    assert looks(shape(slide, "Claims")) == SAID
    assert looks(slide.shapes.title) == [
        ("Der ", None, None, None), ("lange", None, True, None), (" ", None, None, None),
        ("Weg", None, None, ADDRESS),
    ]  # fmt: skip


def test_an_update_keeps_them_around_new_numbers(tmp_path):
    _, presentation = updated(tmp_path, made(deck()), deck("7\u202f%"))
    said = looks(shape(presentation.slides[0], "Claims"))
    assert said == [(text.replace("62", "7"), *rest) for text, *rest in SAID]
    assert read_record(presentation) == read_record(opened(made(deck("7\u202f%"))))


def test_an_update_changes_what_the_report_sets_apart_and_nothing_else(tmp_path):
    presentation = opened(made(deck()))
    run = shape(presentation.slides[0], "Claims").text_frame.paragraphs[0].runs[0]
    run.font.color.rgb = RGBColor(0xC0, 0x10, 0x10)
    elsewhere = "https://example.org/neu"
    done, presentation = updated(tmp_path, saved(presentation), deck(bold=False, link=elsewhere))
    assert "Claims: bold words, italics or links renewed" in done.slides[0].notices
    slide = presentation.slides[0]
    said = looks(shape(slide, "Claims"))
    assert said[:2] == [("Wir sagen: ", False, None, None), ("sehr", False, True, None)]
    assert {link for *_, link in said} == {None, elsewhere}
    run = shape(slide, "Claims").text_frame.paragraphs[0].runs[0]
    assert run.font.color.rgb == RGBColor(0xC0, 0x10, 0x10)
    assert looks(slide.shapes.title)[-1] == ("Weg", None, None, elsewhere)


def test_a_record_of_an_earlier_version_knows_of_none(tmp_path):
    presentation = opened(made(deck()))
    for relation in presentation.part.rels.values():
        if not relation.is_external and "customXml" in relation.reltype:
            part = relation.target_part
            part._blob = part.blob.replace(b'"emphases":', b'"unknown":')
    content = io.BytesIO(saved(presentation))
    _, presentation = updated(tmp_path, content.getvalue(), deck("7\u202f%"))
    said = looks(shape(presentation.slides[0], "Claims"))
    assert said == [(text.replace("62", "7"), *rest) for text, *rest in SAID]
