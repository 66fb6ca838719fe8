"""What is promised to respondents goes no further than docs/explanation/anonymity.md."""

from pathlib import Path

import pytest

from rundfrage.fieldwork.invitations.letter import Occasion, read_letter
from rundfrage.locales.phrases import Phrasebook, keys

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
@pytest.mark.parametrize("level", ["exchange", "blind"])
def test_the_notice_says_what_the_operator_could_find_out(language, level):
    promise = Phrasebook(language, "door")(f"{level}-promise")
    assert OPERATOR[language] in promise
    # No sentence after it takes it back.
    assert len(promise.split(OPERATOR[language])[1]) > 60


@pytest.mark.parametrize("language", ["ar", "de", "en"])
def test_no_letter_and_no_notice_promises_that_nobody_can(language):
    letters = [read_letter(Path("nowhere"), language, occasion) for occasion in Occasion]
    said = [f"{letter.subject} {letter.text}" for letter in letters]
    said += [
        Phrasebook(language, "door")[key].forms[0]
        for key in keys("door")
        if key.endswith("-promise") or key in ("stop", "blind-kept")
    ]
    for words in said:
        assert not [one for one in ABSOLUTE if one in words.lower()], words


@pytest.mark.parametrize("page", ["explanation/anonymity.md", "how-to/invite-people.md"])
def test_no_page_promises_more_than_the_table_of_who_learns_what(page):
    words = " ".join((DOCS / page).read_text("utf-8").split())
    for broken in ("tell nothing, even with all keys", "shouldn't have to trust", "nobody can say"):
        assert broken not in words


def test_the_data_protection_page_does_not_promise_what_anonymity_denies():
    page = (DOCS / "how-to" / "data-protection.md").read_text("utf-8")
    assert "At no level" not in page
    assert "../explanation/anonymity.md#what-somebody-has-and-what-they-find-out" in page
