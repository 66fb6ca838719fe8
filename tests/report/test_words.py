"""The wordings: the same places in every language, and claims that keep their figures."""

from dataclasses import fields
from string import Formatter

import pytest

from rundfrage.report.deck import Claim, Figure
from rundfrage.report.words import (
    CATALOGUES,
    DE,
    EN,
    Words,
    compose,
    isolated,
    listed,
    quoted,
    words_in,
)
from rundfrage.tables.tabulate import SMALL


def places(wording: object) -> set[str]:
    texts = wording if isinstance(wording, tuple) else (str(wording),)
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("words", CATALOGUES, ids=lambda words: words.language)
def test_every_language_says_the_same_things(words):
    differing = [
        field.name
        for field in fields(Words)
        if places(getattr(words, field.name)) != places(getattr(EN, field.name))
    ]
    assert differing == []


@pytest.mark.parametrize("words", CATALOGUES, ids=lambda words: words.language)
def test_no_wording_is_empty(words):
    assert [field.name for field in fields(Words) if not getattr(words, field.name)] == []


@pytest.mark.parametrize("words", CATALOGUES, ids=lambda words: words.language)
def test_the_limit_of_small_bases_is_the_one_that_tables_use(words):
    assert f" {SMALL} " in words.brackets
    assert f" {SMALL} " in words.method_disclosure


def test_german_serves_austria_and_english_serves_the_rest():
    assert [words_in(tag) for tag in ("de", "de-AT", "de_CH", "en", "ar", "")] == [
        DE, DE, DE, EN, EN, EN,
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


def test_labels_from_the_right_are_isolated():
    assert quoted("gut", DE) == "„gut“"
    assert quoted("جيد", EN) == "“\u2068جيد\u2069”"
    assert isolated("good") == "good"
