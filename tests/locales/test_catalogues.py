"""The catalogues: in step with the code, and every translation fit to be said."""

import re
import runpy
from pathlib import Path
from string import Formatter

import pytest

from rundfrage.locales.catalogue import languages
from rundfrage.locales.compiling import english_of, entry_forms
from rundfrage.locales.phrases import DOMAINS, Phrasebook, keys
from rundfrage.locales.plurals import placeholders, plural_rule
from rundfrage.text import known_language

HOUSE = Path(__file__).parent.parent.parent
SCRIPT = runpy.run_path(str(HOUSE / "scripts" / "catalogues.py"))
LOCALES = HOUSE / "src" / "rundfrage" / "locales"
TEMPLATE = SCRIPT["read"](LOCALES / "rundfrage.pot")
TRANSLATED = languages()[1:]
ENGLISH = [entry for entry in TEMPLATE if entry.id]


def places(words):
    """What stands in the braces: words with a key have plain names, messages any place."""
    return {
        (name, form, how) for _, name, form, how in Formatter().parse(words) if name is not None
    }


def entries(language):
    """What of the language may be said."""
    catalog = SCRIPT["read"](LOCALES / f"{language}.po")
    return [one for one in catalog if one.id and entry_forms(one, template=False)]


def test_every_catalogue_is_in_step_with_the_code():
    files = [LOCALES / "rundfrage.pot", *(LOCALES / f"{one}.po" for one in TRANSLATED)]
    behind = [
        file.name
        for file, content in zip(files, SCRIPT["updated"](files), strict=True)
        if file.read_text(encoding="utf-8") != content
    ]
    assert behind == []  # mended by: make catalogues


def test_every_catalogue_is_of_a_language():
    assert {*TRANSLATED} >= {"ar", "de", "fa", "fr", "pl", "ru", "tr", "uk"}
    assert all(map(known_language, TRANSLATED))


def test_english_says_nothing_twice_and_leaves_nothing_empty():
    keys = [entry.context or english_of(entry)[0] for entry in ENGLISH]
    assert len({*keys}) == len(keys) > 100
    for entry in ENGLISH:
        assert all(english_of(entry))
        one, many = map(places, (english_of(entry)[0], english_of(entry)[-1]))
        assert one == many
        if entry.context:
            assert placeholders(english_of(entry)[-1]) is not None


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_places_of_the_english(language):
    wrong = [
        (entry.context or entry.id, form)
        for entry in entries(language)
        for form in entry_forms(entry, template=False)
        if places(form) != places(english_of(entry)[-1])
    ]
    assert wrong == []


def test_the_places_of_a_sentence_are_called_what_they_hold():
    names = {name for one in ENGLISH for name, _, _ in places(english_of(one)[-1])}
    assert {name for name in names if name[-1:].isdigit()} == set()
    assert names & {"getattr", "ord", "ascii", "repr", "len", "sorted", "str"} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_plural_forms_of_its_language(language):
    counts = {
        len(entry_forms(entry, template=False)) for entry in entries(language) if entry.pluralizable
    }
    assert counts == {plural_rule(language)[0]}
    head = (LOCALES / f"{language}.po").read_text("utf-8")
    assert f"plural={plural_rule(language)[1]};" in head


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_begins_and_ends_like_the_english(language):
    for entry in entries(language):
        english = english_of(entry)[-1]
        for form in entry_forms(entry, template=False):
            # A piece of a German sentence may begin with a comma where the English has a space.
            if not form.startswith(","):
                assert form[:1].isspace() == english[:1].isspace()
            assert form[-1:].isspace() == english[-1:].isspace()
            assert "  " not in form.strip() or "  " in english.strip()


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("domain", DOMAINS)
def test_all_nine_languages_say_everything(language, domain):
    assert Phrasebook(language, domain).missing() == ()


# What the code looks up, and what the catalogues hold

PACKAGE = LOCALES.parent
CODE = {
    path: path.read_text("utf-8")
    for path in sorted(PACKAGE.rglob("*"))
    if path.suffix in {".py", ".html", ".typ"} and path.parent != LOCALES
}
KEYS = {key for domain in DOMAINS for key in keys(domain)}
LOOKED_UP = re.compile(
    r"""(?<![\w.])(?:\w+\.)?(?:words|word|plain_word|foreign|say|speak|_instruction)"""
    r"""(?:_in\([\w.]+\))?[\[(]\s*["']([a-z0-9_-]*[a-z0-9])["']"""
)
MADE_OF = re.compile(
    r"(?:(?:mistake|note|interval|slip|date|stored|not-stored|verdict|ground|contradiction|place|role)"
    r"-)?(.+?)"
    r"(?:-(?:promise|text|subject|under|over|about|holm|bh|share|mean))*"
)
"""Keys that the code puts together: what goes before and behind a part that it names."""


def test_every_word_that_the_code_looks_up_is_in_the_catalogue():
    found = {
        (path.name, key)
        for path, code in CODE.items()
        if path.parent.parent.name != "questionnaire"  # whose JSON objects have `words` too,
        and path.name != "kind.py"  # and are read by kinds
        for key in LOOKED_UP.findall(code)
    }
    assert len(found) > 200
    assert {one for one in found if one[1].replace("_", "-") not in KEYS} == set()


def test_every_word_in_the_catalogue_is_said_somewhere():
    named = {
        re.sub("[ _]", "-", literal)
        for code in CODE.values()
        for literal in re.findall(r"""["']([\w -]+)["']""", code)
    } | {literal for code in CODE.values() for literal in re.findall(r"\b[45]\d\d\b", code)}
    unsaid = {key for key in KEYS if key not in named}
    assert {key for key in unsaid if MADE_OF.fullmatch(key)[1] not in named} == set()


@pytest.mark.parametrize(
    ("code", "wrong"),
    [('words("no-such-key")', "no-such-key"), ("{{ word('no-such', n=1) }}", "no-such"),
     ('words_in(language)["nothing-here"]', "nothing-here"), ('speak("never", most: 1)', "never")],
)  # fmt: skip
def test_a_word_that_is_nowhere_would_be_found(code, wrong):
    assert LOOKED_UP.findall(code) == [wrong]
    assert wrong not in KEYS


def test_german_has_every_message():
    catalog = SCRIPT["read"](LOCALES / "de.po")
    lacking = [one.id for one in catalog if one.id and not entry_forms(one, template=False)]
    assert lacking == []


NAMED = {"organisation", "survey", "title"}


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_names_stand_alone_and_never_in_a_sentence_that_would_have_to_bend_them(language):
    """Behind a colon, in quotation marks, or as the whole: nobody knows a name's article."""
    bent = [
        f"{domain}:{key}: {form}"
        for domain in DOMAINS
        for key in keys(domain)
        for form in Phrasebook(language, domain)[key].forms
        for name in NAMED & {one for _, one, _, _ in Formatter().parse(form) if one}
        if not re.search(rf"(?:^|:[ \u00a0]|[“„«][ \u00a0]?)\{{{name}\}}", form)
    ]
    assert bent == []
