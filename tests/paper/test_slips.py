"""The slips with codes: ten a page, all of a slip on it, fit for everybody."""

import page
import pypdfium2
import pytest

from rundfrage.errors import Problem
from rundfrage.paper.slips import languages_of_slips, slips

CODES = [f"CODE-{at:04}-ABCD" for at in range(11)]
HEIGHT = 297 / 5 / 25.4 * 72
"""Of a slip, in points."""


def sheet(language, title="Was uns verbindet", organisation="Das Bündnis"):
    return slips(CODES, "https://survey.example", title, organisation, language)


@pytest.mark.parametrize("language", languages_of_slips())
@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1], ids=str
)
def test_another_program_finds_them_fit_for_everybody(language, profile):
    report = page.validate_pdf_bytes(sheet(language), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_however_long_the_title_the_whole_slip_stands_on_its_slip():
    long = "Was uns verbindet und was uns trennt, und was daraus werden soll: " * 20
    document = pypdfium2.PdfDocument(sheet("de", long, long))
    assert len(document) == 2
    text = document[0].get_textpage()
    for words in (
        "Was uns verbindet und was",
        "Ihr Code",
        "survey.example",
        "Wir halten nicht fest",
    ):
        first, found = text.search(words).get_next()
        assert found == len(words)
        left, bottom, right, top = text.get_charbox(first)
        assert left < right
        assert 297 / 25.4 * 72 - HEIGHT < bottom < top


@pytest.mark.parametrize("word", ["Rindfleischetikettierungsüberwachungsaufgaben" * 3, "x" * 150])
def test_a_word_without_an_end_breaks_before_the_picture(word):
    text = pypdfium2.PdfDocument(sheet("de", word, word))[0].get_textpage()
    edges = [text.get_charbox(at)[2] for at in range(text.count_chars())]
    # On each half of the sheet the picture, its distance and the margin are 40 mm.
    half = 105 / 25.4 * 72
    assert max(edge for edge in edges if edge < half) < half - 40 / 25.4 * 72 + 2
    assert max(edges) < 2 * half - 40 / 25.4 * 72 + 2


def test_a_language_without_words_is_refused():
    with pytest.raises(Problem) as caught:
        sheet("fi")
    assert caught.value.code == "slips-language"
