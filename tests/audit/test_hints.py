"""Figures bound by weaker words: a telling word, a neighbour, a page's title, the same sentence."""

import pytest
from reports import document, pages, survey, verdicts

from rundfrage.audit.document import Document, Passage, Role


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    return survey(tmp_path_factory.mktemp("audit") / "garden")


NETS = ("q4.top2", "q4.bottom2")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Vorn sind „Bohnen“ (50 %) und Tomatenstauden (75 %).", ("matches", ("q3.tomaten",))),
        ("Vorn sind „Bohnen“ (50 %) und Tomatenstauden (65 %).", ("differs", ("q3.tomaten",))),
        ("Vorn sind „Bohnen“ (50 %). Tomatenstauden nennen 65 %.", ("differs", ("q3.tomaten",))),
        ("Vorn sind „Bohnen“ (50 %). Unter den Jungen: Tomatenstauden 65 %.", ("not_found", ())),
        ("Vorn sind „Bohnen“ (50 %). 65 % der Jungen haben Tomatenstauden.", ("not_found", ())),
        ("Vorn sind „Bohnen“ (50 %) und Gießkannen (65 %).", ("not_found", ())),
    ],
)
def test_a_telling_word_beside_a_bound_neighbour_names_the_answer(known, claim, expected):
    neighbour, figure = verdicts(document(claim), known)
    assert neighbour == ("50 %", "matches", ("q3.bohnen",))
    assert figure[1:] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("80 % wollen ihn behalten", ("matches", ("q4.top2",))),
        ("83 % wollen ihn behalten", ("differs", NETS)),
        ("83 % der Familien wollen ihn behalten", ("not_found", ())),
        ("Im Land sind es 83 %, die ihn behalten wollen", ("not_found", ())),
    ],
)
def test_a_title_states_a_share_of_its_pages_question(known, title, expected):
    assert [one[1:] for one in verdicts(document("Frage 4", title), known)] == [expected]


def test_most_often_is_the_largest_share(known):
    said = "Am häufigsten werden rote Früchte genannt (65 %)."
    assert verdicts(document("Frage 3", said), known) == [("65 %", "differs", ("q3.tomaten",))]


@pytest.mark.parametrize(
    ("whose", "expected"),
    [("Leute", ("differs", ("q1.ja",))), ("Rentner", ("not_found", ()))],
)
def test_a_sentence_that_repeats_a_title_is_bound_as_the_title(known, whose, expected):
    report = pages(
        ("Frage 1", "80 % schauen oft im schönen Garten vorbei"),
        ("Fazit", f"72 % der {whose} schauen oft im schönen Garten vorbei."),
    )
    assert [one[1:] for one in verdicts(report, known)] == [("matches", ("q1.ja",)), expected]


def test_an_item_in_quotation_marks_is_not_parted_at_its_and(known):
    said = "70 % finden „Ruhe und Erholung“ sehr wichtig oder wichtig (Ø 1,70)."
    assert verdicts(document(said), known)[0] == ("70 %", "differs", ("q2.ruhe.top2",))


@pytest.mark.parametrize(("value", "verdict"), [("1,70", "matches"), ("1,90", "differs")])
def test_a_number_drawn_beside_an_item_is_its_mean(known, value, verdict):
    drawn = Passage(value, 1, None, Role.CELL, row="Ruhe und Erholung", group=1, chart=True)
    report = Document("report.pdf", "pdf", "page", 1, (Passage("Frage 2", 1), drawn))
    assert verdicts(report, known) == [(value, verdict, ("q2.ruhe.mean",))]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("2018: „Bohnen“ (50 %), „Tomatenstauden“ (65 %).", "not_found"),
        ("2024: „Bohnen“ (50 %), „Tomatenstauden“ (65 %).", "differs"),
    ],
)
def test_figures_behind_another_year_are_not_those_of_today(known, words, verdict):
    found = {text: said for text, said, _ in verdicts(document(words), known)}
    assert found["65 %"] == verdict
