"""A report that contradicts itself is found out; one that only speaks of other things is not."""

import pytest
from reports import document, pages, table

from rundfrage.audit.examine import examine_document


def found(report):
    audit = examine_document(report, "de", None)
    return [
        (one.code, one.severity.value, tuple(figure.text for figure in one.figures))
        for one in audit.contradictions
    ]


def test_the_same_mean_with_another_value():
    report = pages(
        ("Frage 9", "Termine und Aktivitäten im Bündnis", "1,82", "Neues aus dem Bündnis", "1,96",
         "Tipps zur Kultur", "2,68"),
        ("Wichtig: „Termine und Aktivitäten im Bündnis“ (1,92), „Neues aus dem Bündnis“ (1,96).",),
    )  # fmt: skip
    assert found(report) == [("value", "error", ("1,82", "1,92"))]


def test_a_sentence_that_stands_twice_with_other_numbers():
    said = "Von den Befragten halten {} die Arbeit im Garten auch künftig für sehr wichtig."
    report = pages(("Frage 2", said.format("80 %")), (said.format("81 %"),))
    assert found(report) == [("value", "error", ("80 %", "81 %"))]


def test_the_name_of_a_variable_is_its_label():
    assert found(pages(("q4.info.mean = 2,32",), ("2,33 · q4.info.mean",))) == [
        ("value", "error", ("2,32", "2,33"))
    ]


def test_two_answers_become_one():
    report = pages(
        ("Regionale Veranstaltungen sind für über 75 % besonders wichtig bzw. wichtig.",),
        ("Regionale Veranstaltungen sind für über 75 % besonders wichtig.",),
    )
    assert found(report) == [("narrower-wording", "note", ("75 %", "75 %"))]


@pytest.mark.parametrize(
    "report",
    [
        pages(("Frage 6", "Der Newsletter (38 %)"), ("Frage 9", "Der Newsletter (70 %)")),
        pages(("Impulse für die eigene Arbeit (58 %)",), ("Impulse für die eigene Arbeit (2,43)",)),
        pages(("Frage 1", "Hilfe für Eigenes (2,40)"), ("Frage 2", "Hilfe für Eigenes (3,10)")),
        pages(("Mittelwert 2,3",), ("Mittelwert 2,32",)),
        pages(("q4.info.mean = 2,3",), ("q4.info.mean = 2,32",)),
        document("Über 90 % wollen Sprache.", "93 % wollen Sprache."),
        table({"Ja": ("80 %", "70 %")}, "2023", "2024"),
    ],
)  # fmt: skip
def test_what_is_no_contradiction(report):
    assert found(report) == []
