"""A survey may bring its own words for all that the program says, in any language."""

import pypdfium2
import pytest
from survey_words import SURVEY, run, supply

from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.fieldwork.invitations.letter import Occasion, read_letter
from rundfrage.kinds import read_questionnaire
from rundfrage.locales.phrases import keys
from rundfrage.questionnaire.translation.own_phrases import survey_language
from rundfrage.questionnaire.translation.po_file import po_words, read_po_file
from rundfrage.questionnaire.translation.texts import texts
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
    assert '<a class="menu" href="#contents">Índice</a>' in page
    assert '<span lang="en" dir="ltr">Wording, base and method</span>' in page
    assert "Base de cálculo" in run("tables", survey, "--language", "es")[1]
    run("print", survey, "--language", "es")
    form = pypdfium2.PdfDocument(survey / "out" / "s-form-es.pdf")
    assert "Hoja 1 de 1" in form[0].get_textpage().get_text_range()
    with pytest.raises(Problem) as caught:
        read_letter(survey, "es", Occasion.REMINDER)
    assert caught.value.code == "no-letter"


def test_slips_say_the_words_of_the_survey(survey):
    questionnaire = survey / "questionnaire.md"
    words = questionnaire.read_text("utf-8")
    questionnaire.write_text(
        words.replace("languages:", "participation: codes\nlanguages:"), "utf-8"
    )
    (survey / "settings.toml").write_text('[door]\norigin = "https://s.example.org"\n', "utf-8")
    opened, slips = services.open_survey(survey), survey / "slips.pdf"
    with pytest.raises(Problem) as caught:
        services.hand_out_codes(opened, services.Handout(1, slips))
    assert caught.value.code == "slips-language"
    said = {
        "slip-code": "Su código", "slip-go": "Vaya a", "slip-picture": "Imagen de",
        "slip-promise": "Nadie anota quién tiene qué código.", "slip-sheet": "Códigos",
    }  # fmt: skip
    supply(survey, "es", **{f"program:paper:{key}": one for key, one in said.items()})
    services.hand_out_codes(opened, services.Handout(1, slips))
    text = pypdfium2.PdfDocument(slips)[0].get_textpage().get_text_range()
    assert [one in text for one in ("Su código:", "Vaya a", "Nadie anota")] == [True] * 3


@pytest.mark.trial
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


NAMED_LIKE_WORDS = """\
---
survey: s
title: Names
language: en
languages: [en, de, es]
scales:
  program: [good, bad]
  door: [open, shut]
---
# First
## q1: Name?
____
## program: Which?
*You said {{ q1 }}.*
- ( ) yes: Use \\{braces}
- ( ) deck: A deck
## door: And where?
- ( ) next: The next \\{one}
- ( ) back: The back
## q4: How?
(program)
## q5: How far?
(door)
"""
GERMAN = {
    "program:hint": ("*You said {{ q1 }}.*", "Sie sagten {{ q1 }}."),
    "program": ("Which?", "Welches?"),
    "program:yes": ("Use {braces}", "Mit Klammern"),
    "program:deck": ("A deck", "Ein Foliensatz"),
    "door:next": ("The next {one}", "Die nächste"),
    "scale:program:1": ("good", "gut"),
    "scale:door:1": ("open", "offen"),
    "door:back": ("The back", "Hinten"),
    "program:door:back": ("Back", "Rückwärts"),
    "door:review": ("Check your answers", "Ansehen"),
    "program:deck:share": ("Share", "Quote"),
}


def test_no_name_in_a_survey_is_taken_for_a_word_of_the_program(tmp_path):
    (tmp_path / "questionnaire.md").write_text(NAMED_LIKE_WORDS, encoding="utf-8")
    for language in ("de", "es"):
        run("translate", tmp_path, "--program", "--language", language)
    read = read_questionnaire(tmp_path)
    paths = {one.path: one.text.source for one in texts(read)}
    spanish = (tmp_path / "locales" / "es.po").read_text("utf-8")
    assert spanish.count('msgctxt "door:next"') == 1
    assert spanish.count('msgctxt "program:door:next"\nmsgid "Continue"') == 1
    assert spanish.count('msgctxt "door:progress"') == 1

    file = tmp_path / "locales" / "de.po"
    catalog = read_po_file(file)
    for path, (_, german) in GERMAN.items():
        [entry] = [one for one in catalog if one.context == path]
        assert entry.id == paths.get(path, entry.id)
        entry.string = german
    file.write_text(po_words(catalog), encoding="utf-8")
    read = read_questionnaire(tmp_path)
    german = {one.path: one.text.into("de") for one in texts(read)}
    assert {path: german[path] for path in GERMAN if path in paths} == {
        path: words for path, (_, words) in GERMAN.items() if path in paths
    }
    said = {one.key: one.forms for one in read.door if one.language == "de"}
    assert (said["door:back"], said["door:review"]) == (("Rückwärts",), ("Ansehen",))
    assert words_in(survey_language(tmp_path, "de"))("share") == "Quote"
    for command in (["check"], ["tables", "--language", "de"], ["print"]):
        if command[0] == "tables":
            run("simulate", tmp_path, "-n", "20", "--seed", "1")
        assert run(command[0], tmp_path, *command[1:])[0] == 0
    status, output = run("translate", tmp_path, "--language", "es")
    assert (status, "  program:yes: Use {braces}" in output) == (0, True)
    assert "  door:next: The next {one}" in output
    assert f"  door:…: {len(keys('door'))} words of the pages themselves" in output
