"""A survey may bring its own words for all that the program says, in any language."""

import pypdfium2
import pytest
from survey_words import SURVEY, run, supply

from rundfrage.errors import Problem
from rundfrage.fieldwork.invitations.letter import Occasion, read_letter
from rundfrage.kinds import read_questionnaire
from rundfrage.locales.phrases import keys
from rundfrage.questionnaire.translation.own_phrases import survey_language
from rundfrage.questionnaire.translation.po_file import read_po_file
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.report.words import words_in


@pytest.fixture
def survey(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    run("simulate", tmp_path, "-n", "40", "--seed", "1")
    assert run("translate", tmp_path, "--program", "--language", "es")[0] == 0
    return tmp_path


def test_translate_offers_every_word_of_the_program_and_says_what_is_missing(survey):
    status, output = run("translate", survey, "--program", "--language", "es")
    assert status == 0
    assert f"  program:deck:…: {len(keys('deck'))} words of the program itself" in output
    assert f"  program:letter:…: {len(keys('letter'))} words of the program itself" in output
    status, output = run("translate", survey, "--program", "--language", "de")
    assert (status, "program:deck:" in output) == (0, False)
    assert 'msgctxt "program:deck:share"\nmsgid "Share"\nmsgstr "Anteil"\n' in (
        survey / "locales" / "de.po"
    ).read_text("utf-8")


def test_decks_tables_paper_and_letters_say_the_words_of_the_survey(survey):
    before = canonical(read_questionnaire(survey))
    supply(
        survey, "es",
        **{
            "program:deck:ribbon": "Respuestas simuladas", "program:page:contents": "Índice",
            "program:table:base": "Base de cálculo", "program:paper:page": "Hoja {page} de {pages}",
            "program:letter:greeting": "Hola:",
        },
    )  # fmt: skip
    assert canonical(read_questionnaire(survey)) == before
    run("report", survey, "--language", "es", "--formats", "html")
    page = (survey / "out" / "report.html").read_text("utf-8")
    assert '<p class="ribbon">Respuestas simuladas</p>' in page
    assert "<summary>Índice</summary>" in page
    assert '<span lang="en" dir="ltr">Wording, base and method</span>' in page
    assert "Base de cálculo" in run("tables", survey, "--language", "es")[1]
    run("print", survey, "--language", "es")
    form = pypdfium2.PdfDocument(survey / "out" / "s-form-es.pdf")
    assert "Hoja 1 de 1" in form[0].get_textpage().get_text_range()
    with pytest.raises(Problem) as caught:
        read_letter(survey, "es", Occasion.REMINDER)
    assert caught.value.code == "no-letter"


def test_an_unchanged_report_is_built_anew_when_a_word_of_the_survey_changes(survey):
    def ribbon(words):
        supply(survey, "es", **{"program:deck:ribbon": words})
        run("report", survey, "--language", "es", "--formats", "html")
        return words in (survey / "out" / "report.html").read_text("utf-8")

    assert [ribbon("Uno"), ribbon("Dos")] == [True, True]


def test_words_of_the_program_can_be_changed_where_it_has_them(survey):
    run("translate", survey, "--program", "--language", "de")
    supply(survey, "de", **{"program:deck:share": "Quote"})
    assert words_in(survey_language(survey, "de"))("share") == "Quote"
    assert words_in(survey_language(survey, "de"))("mean-heading") == "Ø"
    assert words_in("de")("share") == "Anteil"


def test_a_word_with_other_places_is_a_problem_with_its_line(survey):
    file = supply(survey, "es", **{"program:deck:part": "Parte {part}"})
    for read in (lambda: survey_language(survey, "es"), lambda: read_questionnaire(survey)):
        with pytest.raises(Problem) as caught:
            read()
        assert caught.value.code == "door-placeholder"
        line = file.read_text("utf-8").splitlines()[caught.value.where.line - 1]
        assert line == 'msgid "Part {part} of {parts}"'


def test_a_survey_without_words_of_its_own_costs_no_reading(survey, tmp_path):
    (tmp_path / "locales" / "fi.po").write_text("broken", "utf-8")
    assert survey_language(tmp_path, "fi") == "fi"
    assert survey_language(tmp_path / "nowhere", "fi") == "fi"
    assert len(read_po_file(survey / "locales" / "es.po")) > 400
