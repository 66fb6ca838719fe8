"""Words that say how many people are refused like numbers; words that look like them are not."""

from __future__ import annotations

import pytest

from rundfrage.errors import Problem
from rundfrage.report.claims import Passage, read_sentence

REFUSED = {
    "de": [
        "Die meisten sind zufrieden",
        "Für die *meisten* passt es",
        "Kaum jemand fährt Rad",
        "Fast alle fahren Bus",
        "Nahezu jeder kennt das Bündnis",
        "Fast jede Befragte kennt es",
        "Kaum einer fährt Rad",
        "Kaum ein Befragter fährt Rad",
        "Niemand ist unzufrieden",
        "Alle sind zufrieden",
        "Alle Befragten fahren Bus",
        "Alle jungen Befragten fahren Bus",
        "Zufrieden sind alle",
        "Mit dem Preis sind alle zufrieden",
        "Jeder ist zufrieden",
        "Keiner fährt Rad",
        "Keine Befragten fahren Rad",
        "Die wenigsten fahren Rad",
        "Nur wenige fahren Rad",
        "Sie sind überwiegend zufrieden",
        "Die überwiegende Zahl",
        "Sie stimmen mehrheitlich zu",
        "Ein Großteil ist zufrieden",
        "Größtenteils zufrieden",
        "Jeder Zweite fährt Bus",
    ],
    "en": [
        "Most are content",
        "Most of them are content",
        "Most of the partners are content",
        "Most young people ride",
        "Almost all ride",
        "Nearly everyone rides",
        "Hardly anyone cycles",
        "Almost every partner cycles",
        "Nearly everybody who answered cycles",
        "Nobody cycles",
        "No one cycles",
        "Everyone is content",
        "All respondents ride",
        "All are content",
        "None of the respondents cycle",
        "Very few cycle",
        "Few people cycle",
        "They are predominantly content",
        "They are mostly content",
        "No respondents cycle",
    ],
}
HARMLESS = {
    "de": [
        "Es geht vor allem um den Preis",
        "Alle Felder sind ausgefüllt",
        "Alle neuen Linien fahren",
        "Hier sind alle Felder und hier sind alle neuen Linien",
        "Ein Bus für alle",
        "Kaum eine Stelle wird vermisst",
        "Fast jeden Tag, fast jede neue Linie",
        "Am meisten zählt der Preis",
        "Trotz allem zufrieden",
        "In jedem Fall und auf jede Weise",
        "In keiner Weise",
        "Jeden Tag fährt ein Bus",
        "Die Allee am Gros-Markt? Nein: Allerheiligen",
        "Frau Niemandt und Herr Allermann",
        "Wenige Worte zum Ablauf",
        "Viele sagen es",
        "Das meiste steht im Bericht",
        "Wir danken allen, die mitmachten",
    ],
    "en": [
        "The most important reason",
        "Above all, the price counts",
        "Price counts most of all",
        "At most on Sundays",
        "All fields are filled in",
        "All in all, a good year",
        "Buses for everyone",
        "Thank you, and thanks to everybody",
        "This is what everybody who answered said",
        "Most of the time it rains",
        "What matters most",
        "Nearly every day, hardly any change",
        "No change is planned",
        "A few words on the method",
        "Mr Most and Ms Allman",
        "None of these",
    ],
    "fr": ["La plupart est satisfaite"],
}


def problems(words: str, language: str) -> list[Problem]:
    found: list[Problem] = []
    read_sentence(Passage(words), language, found)
    return found


@pytest.mark.parametrize(
    ("language", "words"), [(name, one) for name, these in REFUSED.items() for one in these]
)
def test_words_that_say_how_many_people_are_refused_with_the_way_out(language, words):
    (problem,) = problems(words, language)
    assert problem.code == "free-number"
    assert "{majority: q2.top2}" in str(problem.mend)


@pytest.mark.parametrize(
    ("language", "words"), [(name, one) for name, these in HARMLESS.items() for one in these]
)
def test_words_that_only_look_like_it_may_stand(language, words):
    assert problems(words, language) == []


def test_quoted_on_purpose_they_may_stand():
    assert problems('{{"Niemand"}} ist eine Insel', "de") == []
