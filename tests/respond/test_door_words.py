"""The door's own words: those built in, and those that a survey brings in its PO files."""

import re
import shutil
from collections import Counter
from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.errors import Problem
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.locales.phrases import OwnPhrase, english, keys
from rundfrage.locales.plurals import plural_rule
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.json.form import from_json, to_json
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.translation.own_phrases import own_phrases
from rundfrage.questionnaire.translation.po_file import po_words, read_po_file
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.questionnaire.versions.changes import changes
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.offered import Opening, Submission
from rundfrage.respond.pages.pages import compile_pages
from rundfrage.respond.pages.phrases import DoorPhrases

SURVEY = """\
---
survey: s
title: Una encuesta
language: es
languages: [es, ar]
---
# Primero
## q1: ¿Qué falta? {max=21}
_____
"""


ENGLISH = DoorPhrases("en")


@pytest.fixture
def survey(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    return tmp_path


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if isinstance(result.exception, Problem):
        raise result.exception
    return result.exit_code, result.output


def supply(survey, language, **words):
    """Write what stands behind msgstr of the door's words into the PO file of the language."""
    file = survey / "locales" / f"{language}.po"
    catalog = read_po_file(file)
    for key, word in words.items():
        catalog.get(english("door", key)[0], f"door:{key}").string = word
    file.write_text(po_words(catalog), encoding="utf-8")
    return file


def pages_of(survey):
    return compile_pages(ready("v", read_questionnaire(survey)))


# Those of the program


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {1: "At most 1 character", 2: "At most 2 characters", 21: "At most 21 characters"}),
        ("ru", {1: "Не больше 1 знака", 2: "Не больше 2 знаков", 21: "Не больше 21 знака"}),
        ("uk", {1: "Не більше 1 знака", 5: "Не більше 5 знаків", 11: "Не більше 11 знаків"}),
        ("pl", {1: "Najwyżej 1 znak", 3: "Najwyżej 3 znaki", 13: "Najwyżej 13 znaków"}),
        ("fr", {1: "1 caractère au maximum", 2: "2 caractères au maximum"}),
        ("tr", {1: "En fazla 1 karakter", 9: "En fazla 9 karakter"}),
    ],
)
def test_words_agree_with_their_number(language, said):
    words = DoorPhrases(language)
    assert {number: words("characters", most=number) for number in said} == said
    values = {"most": "21", "length": "30"}
    assert "21" in words("mistake-too-long", **values)


def test_a_variant_of_a_language_speaks_it():
    assert DoorPhrases("de-AT")("next") == "Weiter"
    assert DoorPhrases("de-AT").marked("next") == "Weiter"


def test_a_minus_stays_before_its_number_from_right_to_left():
    values = {"low": "-5", "high": "5"}
    assert (
        DoorPhrases("fa")("mistake-out-of-range", **values)
        == "لطفاً عددی از \u200e-5 تا 5 وارد کنید."
    )
    assert DoorPhrases("en")("mistake-out-of-range", **values).endswith("from -5 to 5.")


# Those in English for want of others


def test_what_falls_back_to_english_says_so(survey):
    pages = pages_of(survey)
    filling = Filling(asked=frozenset({"q1"}), mistakes={"q1": pages.mistake("es", Mistake(
        "q1", "too-long", {"most": "21", "length": "22"}))})  # fmt: skip
    html = pages.screen("es", 0, filling, back=True, notice=pages.word("es", "not-saved")).decode()
    in_english = re.findall(r'lang="en" dir="ltr">([^<\n]+)<', html)
    assert Counter(in_english) == Counter(
        [
            ENGLISH("skip"), ENGLISH("next"), ENGLISH("back"), "Step 1 of 1", ENGLISH("not-saved"),
            ENGLISH("mistakes"), ENGLISH("error"), ENGLISH("next"), ENGLISH("later"),
            "At most 21 characters", ENGLISH("privacy-link"), ENGLISH("new-tab"),
            *["Please shorten your text: at most 21 characters, now 22."] * 2,
        ]
    )  # fmt: skip
    assert 'aria-label="Language" lang="en" dir="ltr">' in html
    assert '<span lang="en" dir="ltr">Page not found</span>' in pages.message("es", 404).decode()
    assert ' lang="en"' not in pages.message("ar", 404).decode().replace('hreflang="en"', "")


# Those that a survey brings along


def test_translate_writes_the_words_where_the_program_has_none(survey):
    status, output = run("translate", survey)
    assert (status, [path.name for path in sorted((survey / "locales").iterdir())]) == (
        0,
        ["ar.po", "es.po"],
    )
    assert f"  door:…: {len(keys('door'))} words of the pages themselves" in output
    spanish = (survey / "locales" / "es.po").read_text("utf-8")
    assert 'msgctxt "door:next"\nmsgid "Continue"\nmsgstr ""\n' in spanish
    assert (
        'msgctxt "door:characters"\n'
        'msgid "At most {most} character"\nmsgid_plural "At most {most} characters"\n'
        'msgstr[0] ""\nmsgstr[1] ""\n'
    ) in spanish
    assert 'msgctxt "q1"' not in spanish
    assert "door:" not in (survey / "locales" / "ar.po").read_text("utf-8")
    assert "Up to date" in run("translate", survey, "--language", "es")[1]


def test_words_are_said_as_the_survey_brings_them_and_part_of_its_version(survey):
    run("translate", survey)
    before = read_questionnaire(survey)
    supply(
        survey, "es", next="Seguir", progress="Paso {step} de {of}",
        characters=("Como mucho {most} signo", "Como mucho {most} signos"),
    )  # fmt: skip
    after = read_questionnaire(survey)
    assert after.door == (
        OwnPhrase("es", "door:progress", ("Paso {step} de {of}",)),
        OwnPhrase("es", "door:next", ("Seguir",)),
        OwnPhrase("es", "door:characters", ("Como mucho {most} signo", "Como mucho {most} signos")),
    )
    assert canonical(before) != canonical(after)
    assert from_json(to_json(after), KINDS) == after
    html = pages_of(survey).screen("es", 0, Filling(asked=frozenset({"q1"})), back=False).decode()
    assert '<p class="progress">Paso 1 de 1</p>' in html
    assert '<button class="next" name="go" value="next">Seguir</button>' in html
    assert "Como mucho 21 signos" in html
    supply(survey, "es", next="Continuar")
    assert [one.words for one in changes(after, read_questionnaire(survey))] == [
        "door:next: Continuar (es), was: Seguir"
    ]


def test_words_that_are_built_in_can_be_changed(survey):
    run("translate", survey, "--language", "ar", "--door")
    arabic = read_po_file(survey / "locales" / "ar.po")
    given = {word.key: word.forms for word in own_phrases(arabic, "ar", "ar.po")}
    assert given["door:next"] == (DoorPhrases("ar")("next"),)
    assert {len(given[f"door:{key}"]) for key in ("characters", "mistake-too-long")} == {6}
    supply(survey, "ar", next="التالي")
    html = pages_of(survey).welcome("ar", Opening()).decode()
    assert DoorPhrases("ar")("begin") in html
    assert DoorPhrases("ar", read_questionnaire(survey).door)("next") == "التالي"
    run("translate", survey)
    assert "التالي" in (survey / "locales" / "ar.po").read_text("utf-8")


def test_check_says_how_many_words_are_missing(survey):
    run("translate", survey)
    supply(survey, "es", next="Seguir")
    status, output = run("check", survey)
    count = len(keys("door"))
    assert (status, f"{count - 1} of {count} words of the pages themselves" in output) == (0, True)
    assert output.count("[door-words-missing]") == 1


@pytest.mark.parametrize(
    "wrong",
    ["Paso {step}", "Paso {step} de {of} {q1}", "Paso {step} de {of:>9}", "Paso {step.real} {of}",
     "Paso {step!r} de {of}", "Paso {step} de {of", "Paso {{step}} de {of}", "Paso {} de {of}"],
)  # fmt: skip
def test_a_word_with_other_places_is_a_problem_with_its_line(survey, wrong):
    run("translate", survey)
    file = supply(survey, "es", progress=wrong)
    with pytest.raises(Problem) as caught:
        read_questionnaire(survey)
    line = file.read_text("utf-8").splitlines()[caught.value.where.line - 1]
    assert (caught.value.code, line) == ("door-placeholder", 'msgid "Step {step} of {of}"')
    status, output = run("check", survey)
    assert (status, "[door-placeholder]" in output) == (1, True)


def test_a_head_with_other_plurals_is_a_problem(survey):
    run("translate", survey)
    file = supply(survey, "es", characters=("uno {most}", "dos {most}"))
    words = file.read_text("utf-8")
    assert "nplurals=2" in words
    file.write_text(
        words.replace("nplurals=2", "nplurals=3").replace(
            'msgstr[1] "dos {most}"', 'msgstr[1] "dos {most}"\nmsgstr[2] "tres {most}"'
        ),
        "utf-8",
    )
    with pytest.raises(Problem) as caught:
        read_questionnaire(survey)
    assert caught.value.code == "door-plural-forms"
    file.write_text(words.replace("nplurals=2", "nplurals=999999999"), "utf-8")
    assert len(read_po_file(file)) > 0


def test_words_are_no_html():
    questionnaire = read(SURVEY.replace("[es, ar]", "[es]"), KINDS)
    nasty = tuple(
        OwnPhrase("es", f"door:{key}", (f'<i>"&{english("door", key)[-1]}',))
        for key in keys("door")
    )
    instrument = ready("v", replace(questionnaire, door=nasty))
    pages = compile_pages(instrument)
    filling = Filling(
        asked=frozenset({"q1"}), answered=frozenset({"q1"}), fields={"q1": ["x"]},
        mistakes={"q1": pages.mistake("es", Mistake("q1", "required"))},
    )  # fmt: skip
    everything = b"".join(
        (
            pages.screen("es", 0, filling, back=True, notice=pages.word("es", "not-saved")),
            pages.welcome("es", Opening(mistakes={"code": pages.word("es", "error")})),
            pages.review("es", walk(instrument, {}), Submission("t", "k", notice="<i>")),
            pages.later("es", "a-b", 0),
            pages.thanks("es", code="A-B"),
            pages.withdraw("es"),
            pages.confirm_withdrawal("es", "A-B", spent=True),
            pages.withdrawn("es"),
            pages.message("es", 404),
        )
    )
    assert everything.count(b"&lt;i&gt;&#34;&amp;") > len(nasty) / 2
    assert b"<i>" not in everything


def test_words_of_another_version_of_the_program_are_passed_over():
    old = (
        OwnPhrase("es", "door:gone", ("Adiós",)),
        OwnPhrase("es", "door:progress", ("Paso {number}",)),
        OwnPhrase("es", "door:next", ("uno", "dos")),
        OwnPhrase("es", "door:back", ("Atrás",)),
    )
    words = DoorPhrases("es", old)
    assert (words("progress", step=1, of=2), words("next"), words("back")) == (
        "Step 1 of 2",
        "Continue",
        "Atrás",
    )


def test_the_language_it_is_written_in_needs_no_file_if_it_is_built_in(survey):
    file = survey / "questionnaire.md"
    file.write_text(
        SURVEY.replace("language: es", "language: de").replace("[es", "[de"), encoding="utf-8"
    )
    run("translate", survey)
    assert [path.name for path in (survey / "locales").iterdir()] == ["ar.po"]
    with pytest.raises(Problem) as caught:
        run("translate", survey, "--language", "de")
    assert caught.value.code == "language-not-listed"
    shutil.rmtree(survey / "locales")
    run("translate", survey, "--door")
    assert {path.name for path in (survey / "locales").iterdir()} == {"ar.po", "de.po"}


def test_answers_are_listed_as_the_letters_of_the_language_want_it():
    survey = SURVEY.replace(
        "## q1: ¿Qué falta? {max=21}\n_____", "## q1: ¿Qué?\n- [ ] a: A\n- [ ] b: B"
    )
    instrument = ready("v", read(survey, KINDS))
    pages = compile_pages(instrument)
    answers = walk(instrument, {"q1": frozenset({"a", "b"})})
    said = {
        name: pages.review(name, answers, Submission("t", "k")).decode() for name in ("es", "ar")
    }
    assert [("A; B" in html, "A؛ B" in html) for html in said.values()] == [
        (True, False), (False, True),
    ]  # fmt: skip


def test_the_rules_of_plurals_are_those_of_po_files():
    assert plural_rule("uk") == (3, Catalog(locale="uk").plural_expr)
    assert [DoorPhrases("pl")("characters", most=n).split()[-1] for n in (1, 4, 5)] == [
        "znak", "znaki", "znaków",
    ]  # fmt: skip
