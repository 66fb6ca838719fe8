"""What is promised to respondents goes no further than docs/explanation/anonymity.md."""

import re
from pathlib import Path

import pytest

from rundfrage.fieldwork.invitations.letter import Occasion, read_letter
from rundfrage.fieldwork.knowledge import PROMISES
from rundfrage.locales.phrases import DOMAINS, Phrasebook, keys

DOCS = Path(__file__).parents[2] / "docs"
# Whoever runs the server, in each language: the notice says that they could find out more.
OPERATOR = {
    "ar": "من يشغّل الخادم",
    "de": "Wer den Server betreibt",
    "en": "Whoever runs the server",
    "fa": "گردانندهٔ سرور",
    "fr": "La personne qui gère le serveur",
    "pl": "Ten, kto prowadzi serwer",
    "ru": "Тот, кто управляет сервером",
    "tr": "Sunucuyu işleten",
    "uk": "Той, хто керує сервером",
}
ABSOLUTE = (
    "nobody can",
    "nobody knows",
    "not even",
    "niemand kann",
    "niemand weiß",
    "auch nicht, wer",
    "لا يستطيع أحد",
)


@pytest.mark.parametrize("language", sorted(OPERATOR))
@pytest.mark.parametrize("level", ["codes", "exchange", "blind"])
def test_the_notice_says_what_the_operator_could_find_out(language, level):
    promise = " ".join(map(Phrasebook(language, "door"), PROMISES[level]))
    assert OPERATOR[language] in promise
    # No sentence after it takes it back.
    assert len(promise.split(OPERATOR[language])[1]) > 60


@pytest.mark.parametrize("language", ["ar", "de", "en"])
def test_no_letter_and_no_notice_promises_that_nobody_can(language):
    letters = [read_letter(Path("nowhere"), language, occasion) for occasion in Occasion]
    said = [f"{letter.subject} {letter.text}" for letter in letters]
    said += [Phrasebook(language, "door")[key].forms[0] for key in keys("door") if key in TELLING]
    for words in said:
        assert not [one for one in ABSOLUTE if one in words.lower()], words


TELLING = {
    *(key for sentences in PROMISES.values() for key in sentences),
    "stop", "keep-code", "blind-kept", "blind-another-day",
}  # fmt: skip
TOO_MUCH = re.compile(
    r"tell nothing, even with all keys|shouldn't have to trust|nobody can say|can't be found out"
    r"|nobody (?:can )?(?:ever )?(?:know|knows|find|finds|see|sees|tell|tells) (?:who|which|what)"
    r"|(?:impossible|no way) to (?:find|link|tell)|fully anonymous|completely anonymous"
    r"|even we (?:can't|cannot)|can't be (?:told apart|traced|linked)",
    re.IGNORECASE,
)
"""Sentences about people that the table of who learns what doesn't bear."""
ABOUT_OTHER_THINGS = {
    # Of samples, files and words, and of nobody's answers.
    "explanation/what-may-be-said.md",
}
PAGES = [
    path.relative_to(DOCS).as_posix()
    for path in sorted(DOCS.rglob("*.md"))
    # Records of decisions say what was weighed then.
    if "decisions" not in path.parts
]


@pytest.mark.parametrize("page", [one for one in PAGES if one not in ABOUT_OTHER_THINGS])
def test_no_page_promises_more_than_the_table_of_who_learns_what(page):
    words = " ".join((DOCS / page).read_text("utf-8").split())
    assert TOO_MUCH.findall(words) == []


@pytest.mark.parametrize(
    "words",
    ["Nobody knows who answered.", "so that nobody can ever tell which link went to whom",
     "they can't be told apart", "Databases tell nothing, even with all keys."],
)  # fmt: skip
def test_such_a_promise_would_be_found(words):
    assert TOO_MUCH.search(words)


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_phrase_of_the_program_promises_it_either(domain):
    said = [" ".join(Phrasebook("en", domain)[key].forms) for key in keys(domain)]
    assert said
    assert [one for one in said if TOO_MUCH.search(one)] == []


def test_the_data_protection_page_does_not_promise_what_anonymity_denies():
    page = (DOCS / "how-to" / "data-protection.md").read_text("utf-8")
    assert "At no level" not in page
    assert "../explanation/anonymity.md#what-somebody-has-and-what-they-find-out" in page
