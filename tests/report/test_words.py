"""The wordings: the same places in every language, and claims that keep their figures."""

from collections.abc import Mapping
from dataclasses import fields
from string import Formatter

import pytest
from babel import Locale

from rundfrage.report.claims.phrases import PHRASES, Fraction
from rundfrage.report.deck import Claim, Figure
from rundfrage.report.outputs.html_words import PAGES
from rundfrage.report.outputs.xlsx import FIGURES, OVERVIEW
from rundfrage.report.words import (
    AR,
    CATALOGUES,
    DE,
    EN,
    Plural,
    compose,
    isolated,
    listed,
    quoted,
    words_in,
)
from rundfrage.tables.tabulate import SMALL
from rundfrage.tables.words import NOTES, WORDS


def texts_of(wording: object) -> tuple[str, ...]:
    if isinstance(wording, Plural):
        return tuple(wording.forms.values())
    if isinstance(wording, Fraction):
        return tuple(getattr(wording, field.name) for field in fields(wording))
    if isinstance(wording, Mapping):
        return tuple(text for one in wording.values() for text in texts_of(one))
    return wording if isinstance(wording, tuple) else (str(wording),)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def all_places(wording: object) -> set[str]:
    return {name for text in texts_of(wording) for name in places(text)}


def plurals(one: object) -> list[Plural]:
    found = [getattr(one, field.name) for field in fields(one)]
    return [plural for plural in found if isinstance(plural, Plural)]


LANGUAGES = [words.language for words in CATALOGUES]
EVERY = [*CATALOGUES, *PHRASES, *PAGES]


def english_of(words: object) -> object:
    return next(one for one in EVERY if type(one) is type(words) and one.language == "en")


def test_whatever_a_deck_says_it_says_in_every_language():
    texts = [*WORDS.values(), *NOTES.values(), OVERVIEW, FIGURES]
    assert [sorted(language for language, _ in text.versions) for text in texts] == [
        sorted(LANGUAGES)
    ] * len(texts)
    assert [one.language for one in PHRASES] == LANGUAGES
    assert [one.language for one in PAGES] == LANGUAGES


@pytest.mark.parametrize("words", EVERY, ids=lambda one: f"{type(one).__name__}-{one.language}")
def test_every_language_says_the_same_things(words):
    differing = [
        field.name
        for field in fields(words)
        if all_places(getattr(words, field.name))
        != all_places(getattr(english_of(words), field.name))
    ]
    assert differing == []


@pytest.mark.parametrize("words", EVERY, ids=lambda one: f"{type(one).__name__}-{one.language}")
def test_no_wording_is_empty(words):
    for field in fields(words):
        assert all(texts_of(getattr(words, field.name)))


@pytest.mark.parametrize("words", [*CATALOGUES, *PHRASES], ids=lambda one: one.language)
def test_plurals_have_forms_of_their_language_that_all_name_the_number(words):
    for plural in plurals(words):
        rules = Locale.parse(words.language).plural_form
        assert plural.language == words.language
        assert {"other"} <= set(plural.forms) <= {*rules.tags, "other"}
        assert {frozenset(places(text)) for text in plural.forms.values()} == {
            frozenset(all_places(plural))
        }
        assert len(set(plural.forms.values())) == len(plural.forms)


@pytest.mark.parametrize(
    ("printed", "said"),
    [("1", "شارك شخص واحد (1)"), ("2", "شارك شخصان (2)"), ("7", "شارك 7 أشخاص"),
     ("1,211", "شارك 1,211 شخصًا"), ("500", "شارك 500 شخص")],
)  # fmt: skip
def test_arabic_counts_in_six_forms(printed, said):
    assert compose(AR.took_part, n=Figure("study.n", 0, printed)).text == said


@pytest.mark.parametrize("words", CATALOGUES, ids=lambda words: words.language)
def test_the_limit_of_small_bases_is_the_one_that_tables_use(words):
    assert f" {SMALL} " in words.brackets
    assert f" {SMALL} " in words.method_disclosure


def test_german_serves_austria_and_english_serves_the_rest():
    assert [words_in(tag) for tag in ("de", "de-AT", "de_CH", "ar-EG", "en", "fr", "")] == [
        DE, DE, DE, AR, EN, EN, EN,
    ]  # fmt: skip


def test_a_claim_keeps_its_figures():
    share = Figure("q2.top2", 0.8, "80\u202f%")
    claim = compose(DE.answer_net, share=share, answers="„gut“")
    assert claim == Claim((share, " antworten „gut“"))
    assert claim.text == "80\u202f% antworten „gut“"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("1\u202f%", "antwortet"),
        ("[1\u202f%]", "antwortet"),
        ("10\u202f%", "antworten"),
        ("0\u202f%", "antworten"),
    ],
)
def test_one_per_cent_takes_the_singular(text, verb):
    claim = compose(DE.answer_net, share=Figure("q", 0.01, text), answers="„gut“")
    assert claim.text == f"{text} {verb} „gut“"


def test_lists_end_with_and():
    assert [listed(["a", "b", "c"][:count], DE).text for count in (1, 2, 3)] == [
        "a", "a und b", "a, b und c",
    ]  # fmt: skip
    assert listed(["a", "b"], EN, last=EN.either).text == "a or b"


def test_labels_that_run_the_other_way_are_isolated():
    assert quoted("gut", DE) == "„gut“"
    assert quoted("جيد", EN) == "“\u2068جيد\u2069”"
    assert quoted("جيد", AR) == "«جيد»"
    assert quoted("Newsletter (E-Mail)", AR) == "«\u2068Newsletter (E-Mail)\u2069»"
    assert isolated("62 %", "ar") == "62 %"
