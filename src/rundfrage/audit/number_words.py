"""Number words, fractions and the words around numbers, in German and English."""

from __future__ import annotations

import re

CARDINALS = {
    word: value
    for value, words in enumerate(
        (
            "null zero",
            "ein eine einer eines einem einen one",
            "zwei two",
            "drei three",
            "vier four",
            "fünf five",
            "sechs six",
            "sieben seven",
            "acht eight",
            "neun nine",
            "zehn ten",
            "elf eleven",
            "zwölf twelve",
        )
    )
    for word in words.split()
} | {
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS = {
    "zweite": 2, "zweiter": 2, "zweiten": 2, "dritte": 3, "dritter": 3, "dritten": 3, "vierte": 4,
    "vierter": 4, "vierten": 4, "fünfte": 5, "fünfter": 5, "fünften": 5, "zehnte": 10,
    "zehnter": 10, "zehnten": 10, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10,
}  # fmt: skip

PARTS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "zehntel": 10, "third": 3, "thirds": 3,
    "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10,
}  # fmt: skip

OVER = ("über", "mehr als", "more than", "over", "above", "well over", "deutlich über")
AT_LEAST = ("mindestens", "wenigstens", "at least", "ab")
UNDER = ("unter", "weniger als", "less than", "fewer than", "under", "below", "fast", "knapp",
         "beinahe", "nearly", "almost", "just under")  # fmt: skip
AT_MOST = ("höchstens", "maximal", "bis zu", "at most", "up to")
ABOUT = ("rund", "etwa", "circa", "ca.", "ungefähr", "gegen", "about", "around", "roughly",
         "approximately", "some", "~", "≈")  # fmt: skip

_PEOPLE_WORDS = """
    teilnehmende teilnehmenden teilnehmer teilnehmern teilnehmerinnen befragte befragten
    personen menschen antworten antwortende antwortenden begründungen nennungen stimmen
    interviews rückmeldungen fragebögen bögen mitglieder mitglieder* kommentare hinweise
    vorschläge ideen respondents participants people persons answers responses interviews
    replies members mentions comments respondent participant person answer response antwort
    befragter teilnehmender
"""
PEOPLE = frozenset(_PEOPLE_WORDS.split())
"""Nouns whose number is a count of the survey."""

ROLES = {
    "interviews": ("befragte", "befragten", "respondents", "teilnehmende", "teilnehmenden",
                   "teilnehmer", "participants", "interviews", "menschen haben teilgenommen",
                   "people took part", "person took part", "personen haben teilgenommen",
                   "umfrage-teilnehmende", "befragte insgesamt", "respondents in all"),
    "not_asked": ("nicht gefragt", "not asked"),
    "asked": ("gefragt", "asked", "denen die frage gestellt wurde", "who were asked"),
    "n": ("beantwortet", "answered", "who answered", "antwortende", "antwortenden", "antworten",
          "antwort", "answers", "answer", "begründungen", "responses", "rückmeldungen"),
    "dont_know": ("weiß nicht", "don't know", "keine angabe"),
    "refused": ("verweigert", "refused"),
    "left_blank": ("offen gelassen", "left blank", "ohne antwort"),
}  # fmt: skip
"""Lines of a base's ledger and the words after or above their number."""

MEAN = ("ø", "mittelwert", "mittelwerte", "durchschnitt", "durchschnittlich", "mean", "means",
        "average", "im mittel", "m =", "mittlerer rang", "mean rank", "ø rang",
        "ø rank")  # fmt: skip
MEDIAN = ("median", "zentralwert")
NPS = ("net promoter score", "nps")
_INTENSE = r"\(?(?:sehr|besonders|äusserst|very|extremely|strongly)\)?"
JOINED = re.compile(
    rf"{_INTENSE}\s+([^\W\d_]+)\s+(?:[^\W\d_]+\s+)?(?:oder|bis|bzw\.?|und|/|or|to|and)\s+"
    r"(?:eher\s+)?([^\W\d_]+)"
)
"""Two answers in one breath: "sehr gut oder gut", "very or rather important"."""

TOGETHER = re.compile(r"\b(?:together|combined|zusammen(?:genommen)?|gemeinsam)\b")
"""Answers in whose sentence it stands are counted as one."""

FOLLOWED = ("gefolgt von", "followed by")

TOP2 = ("oberste zwei", "top two", "top 2", "top-2", "top2", "top-2-box", "top-two")
BOTTOM2 = ("unterste zwei", "bottom two", "bottom 2", "bottom-2", "bottom2", "bottom-two")

_TIME_WORDS = """
    jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen stunde stunden
    minute minuten sekunden uhr euro cent prozentpunkte prozentpunkten seiten seite folien
    fragen frage year years month months week weeks day days hour hours minute minutes seconds
    euros pages slides questions points punkte punkten km meter mal times
"""
TIME = frozenset(_TIME_WORDS.split())
"""Nouns whose number is none of the survey's."""
