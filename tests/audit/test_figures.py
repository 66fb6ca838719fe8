"""What is a figure of the survey in a text, and what is not."""

import pytest
from reports import document

from rundfrage.audit.figure import Kind, Relation
from rundfrage.audit.find import figures_of


def figures(text, language="de"):
    return [
        (one.text, one.kind, round(one.value, 2), one.relation)
        for one in figures_of(document(text), language)
    ]


EQUAL, OVER, UNDER, ABOUT = Relation.EQUAL, Relation.OVER, Relation.UNDER, Relation.ABOUT


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("80 % halten das für wichtig.", "de", [("80 %", Kind.PERCENT, 80, EQUAL)]),
        ("80% say so.", "en", [("80%", Kind.PERCENT, 80, EQUAL)]),
        ("Es sind 62,5 Prozent.", "de", [("62,5 Prozent", Kind.PERCENT, 62.5, EQUAL)]),
        ("That is 62.5 per cent.", "en", [("62.5 per cent", Kind.PERCENT, 62.5, EQUAL)]),
        ("Achtzig Prozent sagen ja.", "de", [("Achtzig Prozent", Kind.PERCENT, 80, EQUAL)]),
        ("Über 75 % sagen ja.", "de", [("75 %", Kind.PERCENT, 75, OVER)]),
        ("mehr als\n90 % sagen ja", "de", [("90 %", Kind.PERCENT, 90, OVER)]),
        ("Gut 80 % sagen ja.", "de", [("80 %", Kind.PERCENT, 80, OVER)]),
        ("sehr gut 21 %", "de", [("21 %", Kind.PERCENT, 21, EQUAL)]),
        ("Fast die Hälfte der Befragten", "de", [("die Hälfte", Kind.PERCENT, 50, UNDER)]),
        ("rund ein Drittel der Befragten", "de", [("ein Drittel", Kind.PERCENT, 33.33, ABOUT)]),
        ("two thirds of them", "en", [("two thirds", Kind.PERCENT, 66.67, ABOUT)]),
        ("Für 9 von 10 ist das so.", "de", [("9 von 10", Kind.PERCENT, 90, ABOUT)]),
        ("Nine out of ten agree.", "en", [("Nine out of ten", Kind.PERCENT, 90, ABOUT)]),
        ("Jeder Dritte stimmt zu.", "de", [("Jeder Dritte", Kind.PERCENT, 33.33, ABOUT)]),
        (
            "Eine von 283 Begründungen",
            "de",
            [("Eine", Kind.COUNT, 1, EQUAL), ("283", Kind.COUNT, 283, EQUAL)],
        ),
        ("484 Teilnehmende", "de", [("484", Kind.COUNT, 484, EQUAL)]),
        ("1.204 Befragte", "de", [("1.204", Kind.COUNT, 1204, EQUAL)]),
        ("1,204 respondents", "en", [("1,204", Kind.COUNT, 1204, EQUAL)]),
        (
            "Basis: n = 390 Antwortende von 399, denen die Frage gestellt wurde",
            "de",
            [("390", Kind.COUNT, 390, EQUAL), ("399", Kind.COUNT, 399, EQUAL)],
        ),
        (
            "je Zeile n = 431 bis 455",
            "de",
            [("431", Kind.COUNT, 431, EQUAL), ("455", Kind.COUNT, 455, EQUAL)],
        ),
        ("„Sprache“ (1,40)", "de", [("1,40", Kind.DECIMAL, 1.4, EQUAL)]),
        ("Mean 1.40", "en", [("1.40", Kind.DECIMAL, 1.4, EQUAL)]),
        ("Median 4", "de", [("4", Kind.DECIMAL, 4, EQUAL)]),
        ("Net Promoter Score: +32", "de", [("+32", Kind.SCORE, 32, EQUAL)]),
    ],
)
def test_is_a_figure(text, language, expected):
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "FRAGE\n9b",
        "ZU FRAGE 4",
        "Teil 1 von 3",
        "Seite 12 von 51",
        "(144) Stärkere Sichtbarkeit, 100 % mehr Akteure",
        "242) Mehr Unterstützung, 3 Personen reichen nicht",
        "Bitte ankreuzen: 1 – sehr gut, 2 – gut, 3 – neutral",
        "Mittelwert (Ø): 1 = sehr gut, 5 = schlecht",
        "5 Jahre Bündnis",
        "seit fünf Jahren, im Jahr 2015",
        "„Ich war 2014 mit 80 % der Leute allein.“",
        "um 14.30 Uhr, Telefon 0511 123456, https://example.org/2020",
        "1. Geflüchtete stärken",
        "die 2. Generation",
        "zwölf Minuten",
    ],
)
def test_is_no_figure(text):
    assert figures(text) == []


def test_days_are_figures_and_a_span_shares_its_year():
    assert [
        (one.text, one.day.isoformat())
        for one in figures_of(document("Zeitraum 23.– 28.09.2020"), "de")
    ] == [("23.", "2020-09-23"), ("28.09.2020", "2020-09-28")]


def test_an_over_may_stand_in_a_line_of_its_own():
    assert figures_of(document("Für über", "90%"), "de")[0].relation is OVER


def test_a_figure_knows_its_line():
    found = figures_of(document("Erste Zeile\nund 40 %\nund 50 %"), "de")
    assert [one.line for one in found] == [2, 3]
