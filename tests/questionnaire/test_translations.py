"""Translations in PO files: what is used, what is kept when texts change, what is wrong."""

import datetime

import pytest

from rundfrage.errors import Problem
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.translation.catalog_update import same, untranslated, update
from rundfrage.questionnaire.translation.po_file import po_catalog, po_words
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.questionnaire.translation.translations import missing, translated

NOW = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC)
SURVEY = """\
---
survey: s
title: Die Umfrage
subtitle: Zu 62 % sind wir da
language: de
scales:
  guete: [gut, schlecht]
nets:
  q1.beide: beides = ja + nein
---
# Anfang

Willkommen!

Los geht es.

## q1: Dabei?
- ( ) ja: Ja
- ( ) nein: Nein
- ( ) anders: Anders: ____
# Mitte
## q2: Wie gut ist …? {if="q1 == 'ja'"}

*Bitte wählen.*

(guete)
- essen: das Essen
## q3: Wie schwer?
[0..9 Kilo]
## q4: Empfehlen Sie uns?
(0..10 nie .. immer)
"""
PATHS = [
    "title", "subtitle", "scale:guete:1", "scale:guete:2", "net:q1.beide",
    "page:1", "page:1:text", "q1", "q1:ja", "q1:nein", "q1:anders",
    "page:2", "q2", "q2:hint", "q2:essen", "q3", "q3:unit", "q4", "q4:low", "q4:high",
]  # fmt: skip


def survey(words=SURVEY):
    return read(words, KINDS)


def filled(words=SURVEY, language="en"):
    """A catalog in which every text is translated by its path."""
    catalog = update(None, survey(words), language, NOW)
    for message in catalog:
        if message.id:
            message.string = f"<{message.context}>"
    return po_catalog(po_words(catalog).encode(), "en.po")


def entries(catalog):
    return {
        message.context: (message.id, message.string, message.fuzzy)
        for message in catalog
        if message.id
    }


def test_every_text_has_its_path():
    assert [one.path for one in texts(survey())] == PATHS


def test_a_new_file_has_every_text_and_no_translation():
    catalog = update(None, survey(), "en", NOW)
    assert [message.context for message in untranslated(catalog)] == PATHS
    assert po_words(catalog).splitlines()[-8:] == [
        "",
        'msgctxt "q4:low"',
        'msgid "nie"',
        'msgstr ""',
        "",
        'msgctxt "q4:high"',
        'msgid "immer"',
        'msgstr ""',
    ]
    assert "python-format" not in po_words(catalog)


def test_translations_reach_every_text():
    done = translated(survey(), {"en": filled()})
    assert [one.text.into("en") for one in texts(done)] == [f"<{path}>" for path in PATHS]
    assert (missing(done), done.study.languages) == ([], ("de", "en"))
    book = codebook_of(done)
    assert book["q2.essen"].categories[1].label.into("en") == "<scale:guete:2>"
    assert book["q1"].nets[0].label.into("en") == "<net:q1.beide>"
    assert survey() == read(SURVEY, KINDS)


def test_an_update_without_a_change_keeps_everything():
    old = filled()
    fresh = update(old, survey(), "en", NOW)
    assert same(old, fresh)
    assert po_words(fresh) == po_words(old)


def test_a_changed_text_makes_its_translation_fuzzy_and_unused():
    words = SURVEY.replace("Dabei?", "Sind Sie dabei?")
    fresh = update(filled(), survey(words), "en", NOW)
    assert entries(fresh)["q1"] == ("Sind Sie dabei?", "<q1>", True)
    assert '#, fuzzy\n#| msgid "Dabei?"\nmsgctxt "q1"' in po_words(fresh)
    done = translated(survey(words), {"en": fresh})
    assert [one.placed.path for one in missing(done)] == ["q1"]
    assert done.questions[0].text.into("en") == "Sind Sie dabei?"


def test_what_is_gone_is_kept_as_obsolete_and_comes_back():
    shorter = SURVEY.replace("- ( ) nein: Nein\n", "").replace("ja + nein", "ja + anders")
    fresh = update(filled(), survey(shorter), "en", NOW)
    assert "q1:nein" not in entries(fresh)
    assert '#~ msgctxt "q1:nein"\n#~ msgid "Nein"\n#~ msgstr "<q1:nein>"' in po_words(fresh)
    again = po_catalog(po_words(fresh).encode(), "en.po")
    back = update(again, survey(), "en", NOW)
    assert entries(back)["q1:nein"] == ("Nein", "<q1:nein>", False)
    assert "#~" not in po_words(back)


def test_a_page_that_moved_takes_its_translation_along():
    words = SURVEY.replace("# Anfang", "# Neu\n\nZuerst dies.\n\n# Anfang")
    fresh = entries(update(filled(), survey(words), "en", NOW))
    assert {path: entry for path, entry in fresh.items() if path.startswith("page")} == {
        "page:1": ("Neu", "<page:1>", True),
        "page:1:text": ("Zuerst dies.", "<page:1:text>", True),
        "page:2": ("Anfang", "<page:1>", False),
        "page:2:text": ("Willkommen!\n\nLos geht es.", "<page:1:text>", False),
        "page:3": ("Mitte", "<page:2>", False),
    }


def folder(tmp_path, words=SURVEY, **files):
    (tmp_path / "questionnaire.md").write_text(words, encoding="utf-8")
    (tmp_path / "locales").mkdir()
    for name, content in files.items():
        (tmp_path / "locales" / f"{name}.po").write_bytes(content)
    return tmp_path


def test_files_beside_the_questionnaire_are_its_languages(tmp_path):
    survey_folder = folder(
        tmp_path,
        en=po_words(filled()).encode(),
        ar=po_words(filled(language="ar")).encode(),
        de=b"",
    )
    questionnaire = read_questionnaire(survey_folder)
    assert questionnaire.study.languages == ("de", "ar", "en")
    assert questionnaire.study.title.into("ar") == "<title>"


def test_only_languages_that_are_listed_are_read_if_there_is_a_list(tmp_path):
    words = SURVEY.replace("language: de", "language: de\nlanguages: [de, en]")
    survey_folder = folder(tmp_path, words, en=po_words(filled()).encode(), fr=b"nonsense")
    assert read_questionnaire(survey_folder).study.languages == ("de", "en")


def test_a_file_that_is_named_after_no_language_is_a_problem(tmp_path):
    survey_folder = folder(tmp_path, klingonisch=b"")
    with pytest.raises(Problem) as caught:
        read_questionnaire(survey_folder)
    assert caught.value.code == "unknown-language"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'msgid "a"\nmsgstr "b\n', "broken-po-file", 2),
        (b'msgid "a"\nnonsense\n', "broken-po-file", 2),
        (b'msgid "a"\nmsgstr "b" c"\n', "broken-po-file", 2),
        (b'msgid "a"\nmsgstr "b\\"\n', "broken-po-file", 2),
        (b'#~ msgid "a"\n#~ msgstr "b\n', "broken-po-file", 2),
        (b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgid "d"\nmsgstr "e"', "broken-po-file", 4),
        (b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "broken-po-file", 1),
        ('msgid "ä"\nmsgstr "ö"\n'.encode("latin-1"), "not-utf-8", 1),
        (b'msgid "a"\nmsgstr "\x00"\n', "control-character", 2),
    ],
)
def test_a_broken_file_is_a_problem_with_its_line(content, code, line):
    with pytest.raises(Problem) as caught:
        po_catalog(content, "locales/en.po")
    assert (caught.value.code, caught.value.where.file, caught.value.where.line) == (
        code,
        "locales/en.po",
        line,
    )
