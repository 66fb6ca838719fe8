"""The words for having no answer: each language has every sort, and none means two things."""

import pytest

from rundfrage.codebook import Missing
from rundfrage.codebook.reason_words import OFFERED, REASON_WORDS, TECHNICAL
from rundfrage.dataset.words import NO, YES
from rundfrage.folding import fold

NAMES = ["en", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "ru", "uk", "zh", "ko", "fa", "nl",
         "sv", "da", "nb", "fi", "hu", "cs", "el"]  # fmt: skip


@pytest.mark.parametrize("words", REASON_WORDS, ids=NAMES)
def test_every_word_is_folded(words):
    said = (*words.offered, *words.technical, *words.steps, *words.answers, *words.opposites)
    assert [word for word in (*said, *words.begins, *words.whole) if fold(word) != word] == []


@pytest.mark.parametrize("words", REASON_WORDS, ids=NAMES)
def test_what_means_two_things_is_among_the_words_of_its_sort(words):
    assert words.steps | words.begins | words.whole <= set(words.offered)
    assert words.answers <= set(words.technical)
    assert words.opposites <= words.answers


@pytest.mark.parametrize("words", REASON_WORDS, ids=NAMES)
def test_every_language_has_words_of_each_reason(words):
    assert {Missing.DONT_KNOW, Missing.REFUSED, Missing.NOT_ASKED} <= set(words.offered.values())
    assert {Missing.REFUSED, Missing.LEFT_BLANK, Missing.NOT_ASKED} <= set(words.technical.values())


def test_no_word_is_of_both_sorts_or_a_yes_or_no():
    assert set(OFFERED) & set(TECHNICAL) == set()
    assert (set(OFFERED) | set(TECHNICAL)) & (YES | NO) == set()


def test_words_are_known_without_their_accents():
    assert OFFERED["trudno powiedziec"] is Missing.DONT_KNOW
    assert TECHNICAL["sans reponse"] is Missing.LEFT_BLANK


def test_no_abbreviation_that_may_be_a_country_is_surely_missing():
    assert [word for word in TECHNICAL if len(word) < 3 and word.isascii() and word.isalpha()] == []
