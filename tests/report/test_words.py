"""The wordings of decks: how they agree with numbers, and claims that keep their figures."""

import pytest

from rundfrage.locales.catalogue import languages
from rundfrage.locales.foreign import Foreign, language_of
from rundfrage.report.deck import Claim, Figure
from rundfrage.report.words import compose, isolated, listed, quoted, words_in
from rundfrage.tables.tabulate import SMALL

DE, EN, AR = map(words_in, ("de", "en", "ar"))


@pytest.mark.parametrize(
    ("printed", "said"),
    [("1", "شارك شخص واحد (1)"), ("2", "شارك شخصان (2)"), ("7", "شارك 7 أشخاص"),
     ("1,211", "شارك 1,211 شخصًا"), ("500", "شارك 500 شخص")],
)  # fmt: skip
def test_arabic_counts_in_six_forms(printed, said):
    assert compose(AR["took-part"], n=Figure("study.n", 0, printed)).text == said


@pytest.mark.parametrize("language", languages())
def test_the_limit_of_small_bases_is_the_one_that_tables_use(language):
    words = words_in(language)
    assert f"{SMALL} " in words("brackets")
    assert f"{SMALL} " in words("method-disclosure")


def test_german_serves_austria_and_english_serves_the_rest():
    tags = ("de", "de-AT", "de_CH", "ar-EG", "en", "fi", "")
    said = [words_in(tag)("share") for tag in tags]
    assert said == ["Anteil", "Anteil", "Anteil", "النسبة", "Share", "Share", "Share"]
    assert [language_of(one) for one in said] == ["", "", "", "", "", "en", "en"]


def test_what_is_said_in_another_language_knows_it():
    share = Figure("q2.top2", 0.8, "80\u202f%")
    claim = compose(words_in("fi")["answer-net"], share=share, answers="”hyvä”")
    assert claim.text == "80\u202f% answered ”hyvä”"
    assert [(part, language_of(part)) for part in claim.parts if isinstance(part, str)] == [
        (" answered ", "en"), ("”hyvä”", ""),
    ]  # fmt: skip
    assert Foreign("a", "en") == "a"


def test_a_claim_keeps_its_figures():
    share = Figure("q2.top2", 0.8, "80\u202f%")
    claim = compose(DE["answer-net"], share=share, answers="„gut“")
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
    claim = compose(DE["answer-net"], share=Figure("q", 0.01, text), answers="„gut“")
    assert claim.text == f"{text} {verb} „gut“"


def test_lists_end_with_and():
    assert [listed(["a", "b", "c"][:count], DE).text for count in (1, 2, 3)] == [
        "a", "a und b", "a, b und c",
    ]  # fmt: skip
    assert listed(["a", "b"], EN, last="list-or").text == "a or b"


def test_labels_that_run_the_other_way_are_isolated():
    assert quoted("gut", DE) == "„gut“"
    assert quoted("جيد", EN) == "“\u2068جيد\u2069”"
    assert quoted("جيد", AR) == "«جيد»"
    assert quoted("Newsletter (E-Mail)", AR) == "«\u2068Newsletter (E-Mail)\u2069»"
    assert isolated("62 %", "ar") == "62 %"
