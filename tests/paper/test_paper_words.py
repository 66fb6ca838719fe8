"""The words on paper: the same places in every language, none left out."""

from dataclasses import fields
from string import Formatter

import pytest

from rundfrage.paper.slips import WORDS, SlipWords
from rundfrage.paper.words import LANGUAGES, Words


def places(said: object) -> list[set[str]]:
    texts = said.values() if isinstance(said, dict) else [str(said)]
    return [{name for _, name, _, _ in Formatter().parse(text) if name} for text in texts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language):
    for field in fields(Words):
        said, english = (getattr(LANGUAGES[one], field.name) for one in (language, "en"))
        assert said
        assert places(said) == places(english), field.name


def test_forms_and_slips_speak_the_same_languages():
    assert WORDS.keys() == LANGUAGES.keys()
    assert all(getattr(one, field.name) for one in WORDS.values() for field in fields(SlipWords))
