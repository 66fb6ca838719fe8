"""The PDF can be read by everybody: checked by a validator that is not its maker."""

import re
from dataclasses import replace
from pathlib import Path

import page
import pypdf
import pytest
import typst
from sample import deck, words
from sample_languages import HOSTILE, arabic, hostile

from rundfrage.errors import Problem, Where
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf, write

PROFILES = [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1]
DECKS = {"german": deck(), "arabic": arabic(), "hostile": hostile()}
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")


def report(one: Deck, **theme: Path) -> Report:
    return Report(one, (), replace(DEFAULT, **theme))


def made(one: Deck, **theme: Path) -> bytes:
    which = report(one, **theme)
    return pdf(which, arrange(one, which.theme))


def read(content: bytes, folder: Path) -> pypdf.PdfReader:
    path = folder / "deck.pdf"
    path.write_bytes(content)
    return pypdf.PdfReader(path)


def plain(text: str) -> str:
    """The text as a reader of PDFs sees it: without spaces and invisible marks."""
    return "".join(MARKS.sub("", text).split())


def tags(node: object) -> list[pypdf.generic.DictionaryObject]:
    """The structure elements below a node of the structure tree, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for one in node for tag in tags(one)]
    if not isinstance(node, dict):
        return []
    own = [node] if "/S" in node else []
    return own + tags(node.get("/K", []))


@pytest.mark.parametrize("profile", PROFILES, ids=str)
@pytest.mark.parametrize("name", DECKS)
def test_the_pdf_passes_both_standards(name, profile):
    report = page.validate_pdf_bytes(made(DECKS[name]), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_the_validator_would_see_a_pdf_without_tags(profile, tmp_path):
    source = tmp_path / "bare.typ"
    source.write_text('#set document(title: "Bare")\n= Heading\nText', encoding="utf-8")
    bare = typst.compile(source, format="pdf", pdf_tags=False)
    assert not page.validate_pdf_bytes(bare, profile=profile).is_compliant


@pytest.mark.parametrize("name", DECKS)
def test_each_slide_is_one_page_and_shows_all_its_printed_figures(name, tmp_path):
    one = DECKS[name]
    pages = read(made(one), tmp_path).pages
    assert len(pages) == len(one.slides)
    for slide, sheet in zip(one.slides, pages, strict=True):
        text = plain(sheet.extract_text())
        hidden = {
            bar.figure.binding
            for series in (slide.chart.series if slide.chart else ())
            for bar in series.bars
            if bar and not bar.labelled
        }
        missing = [
            figure.text
            for figure in slide.figures
            if figure.binding not in hidden and plain(figure.text) not in text
        ]
        assert missing == []


def test_the_same_report_gives_the_same_bytes(tmp_path):
    write(report(deck()), tmp_path / "one.pdf")
    write(report(deck()), tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_reading_order_is_title_claims_chart_table_and_footer(tmp_path):
    root = read(made(deck()), tmp_path).trailer["/Root"]
    kinds = [tag["/S"] for tag in tags(root["/StructTreeRoot"]["/K"])]
    slides = " ".join(kinds).replace("/Document ", "").split("/H2")
    assert slides[0].split() == ["/H1", "/P", "/P", "/P"]
    assert [slide.split()[:2] for slide in slides[2:5]] == [["/P", "/Figure"]] * 3
    assert slides[6].split().count("/BlockQuote") == 4
    assert slides[8].split()[:2] == ["/Table", "/THead"]
    assert slides[8].split().count("/TH") == 2
    assert slides[8].split()[-2:] == ["/P", "/P"]


def test_every_chart_has_its_alternative_text(tmp_path):
    root = read(made(deck()), tmp_path).trailer["/Root"]
    found = [str(tag["/Alt"]) for tag in tags(root["/StructTreeRoot"]["/K"]) if "/Alt" in tag]
    assert found == [slide.chart.alt for slide in deck().slides if slide.chart]


def test_headings_are_the_bookmarks(tmp_path):
    def titles(outline):
        for one in outline:
            yield from titles(one) if isinstance(one, list) else [one.title]

    found = list(titles(read(made(deck()), tmp_path).outline))
    assert found == [slide.title.text for slide in deck().slides]


def test_language_title_and_organisation_are_in_the_file(tmp_path):
    reader = read(made(arabic()), tmp_path)
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert reader.metadata.title == arabic().title
    assert reader.metadata.author == arabic().organisation


def test_texts_are_never_markup(tmp_path):
    pages = read(made(hostile()), tmp_path).pages
    quotations = plain(pages[2].extract_text())
    assert [text for text in HOSTILE if plain(text).replace("\u200d", "") not in
            quotations.replace("\u200d", "")] == []  # fmt: skip


def test_characters_no_font_has_are_named_before_anything_is_written(tmp_path):
    one = Deck("Titel", "de", "", (Slide(SlideRole.TITLE, words("Grüße 你好 \ue000")),))
    with pytest.raises(Problem) as raised:
        write(report(one), tmp_path / "deck.pdf")
    assert raised.value == Problem(
        "glyph-missing",
        where=Where(name="slide 1"),
        found="the fonts cannot write “你” (U+4F60 CJK UNIFIED IDEOGRAPH-4F60), “好” (U+597D CJK "
        "UNIFIED IDEOGRAPH-597D), (U+E000).",
        expected="a font that holds every character of the report, since a PDF for everybody must "
        "not show empty boxes.",
        mend="Put a font file that holds them into a folder and name it as `folder` under [fonts] "
        "in theme.toml, or leave the PDF out.",
    )
    assert list(tmp_path.iterdir()) == []


def test_emoji_symbols_and_hebrew_are_written_with_the_fonts_that_stand_in():
    words_of_many = words("Gut 👍🏽 👩‍👩‍👧 ★ ■ שלום Ελλάδα Київ \u2028x\ty\x07")
    one = Deck("Viele", "de", "", (Slide(SlideRole.TITLE, words_of_many),))
    content = made(one)
    assert all(page.is_pdf_compliant_bytes(content, profile=profile) for profile in PROFILES)


@pytest.mark.parametrize(
    "label",
    [
        "مَرْحَبًا بِكُم",
        "שָׁלוֹם",
        "e\u0323x\u0301",
        "1️⃣ 👍🏽 ❤️ 🇩🇪 👩\u200d👩\u200d👧",
        "a\x00b\x1b\ud800\ufffe\u202ec\u200b",
        "=1+1 <&>",
    ],
)
def test_a_label_of_a_chart_may_hold_vowels_accents_emoji_and_what_cannot_be_seen(label):
    title, _, chart_slide, *_ = deck().slides
    chart = replace(chart_slide.chart, categories=(label, *chart_slide.chart.categories[1:]))
    one = replace(deck(), slides=(title, replace(chart_slide, chart=chart)))
    content = made(one)
    assert all(page.is_pdf_compliant_bytes(content, profile=profile) for profile in PROFILES)


def test_a_deck_without_words_of_its_own_still_has_a_title_and_headings(tmp_path):
    title, _, chart_slide, *_ = deck().slides
    bare = replace(chart_slide, title=words(" "), chart=replace(chart_slide.chart, alt=""))
    one = replace(deck(), title="", organisation="", slides=(title, bare))
    content = made(one)
    assert all(page.is_pdf_compliant_bytes(content, profile=profile) for profile in PROFILES)
    reader = read(content, tmp_path)
    assert reader.metadata.title == title.title.text
    assert [item.title for item in reader.outline[1]] == ["2"]


def test_the_logo_stands_in_the_pdf_with_the_organisation_as_its_text(tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">'
        '<rect width="60" height="20" fill="#0b4f5c"/></svg>',
        encoding="utf-8",
    )
    content = made(deck(), logo=logo)
    assert all(page.is_pdf_compliant_bytes(content, profile=profile) for profile in PROFILES)
    root = read(content, tmp_path).trailer["/Root"]
    found = [tag["/Alt"] for tag in tags(root["/StructTreeRoot"]["/K"]) if "/Alt" in tag]
    assert found.count(deck().organisation) == len(deck().slides)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.svg", None, "no-such-file"),
        ("logo.txt", b"logo", "logo-unreadable"),
        ("logo.png", b"<svg></svg>", "logo-unreadable"),
        ("logo.svg", b"<svg width=", "logo-unreadable"),
        ("logo.jpg", b"\xff\xd8\xff\xe0 broken", "logo-unreadable"),
    ],
)
def test_a_logo_that_is_no_picture_is_a_problem(name, content, code, tmp_path):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(Problem) as raised:
        made(deck(), logo=tmp_path / name)
    assert raised.value.code == code
