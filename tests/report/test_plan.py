"""The automatic deck, slide by slide."""

import pytest
from surveys import de, deck_of, multiple, numeric, open_text, scale, single, survey, times

from rundfrage.codebook import Net, Role, Sample
from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.figures import figures_json
from rundfrage.report.quotes import Quotes, Release

ENGAGED = Net("engaged", de("engagiert"), ("c1", "c2"))
Q1 = single("q1", "Machen Sie mit?", ["Ja, jetzt", "Ja, früher", "Nein"], [ENGAGED])
Q2 = scale("q2", "Wie wichtig ist es?")
Q2_OPEN = open_text("q2_open", "Warum?")
Q3 = multiple("q3", "Was kennen Sie?", ["Brief", "Post", "Anderes", "Nichts"],
              last=(Role.OTHER, Role.NONE))  # fmt: skip
Q4_A = scale("q4.a", "Wie gut ist …?", item="Hilfe")
Q4_B = scale("q4.b", "Wie gut ist …?", item="Austausch")
Q4_C = scale("q4.c", "Wie gut ist …?", item="Auftritt")


def alliance(**more: object):
    return survey(
        (Q1, times(c1=20, c2=11, c3=17, blank=2)),
        (Q2, times(c1=22, c2=18, c3=7, c4=2, blank=1)),
        (Q2_OPEN, ["Darum.", "Deshalb.", "Weil."] * 10 + [""] * 20),
        (Q3, times(blank=2) + ["c1 c2"] * 20 + ["c1"] * 14 + ["c3"] * 8 + ["c4"] * 6),
        (Q4_A, times(c1=5, c2=20, c3=20, blank=5)),
        (Q4_B, times(c1=20, c2=20, c3=6, blank=4)),
        (Q4_C, times(c3=20, c4=20, c5=6, blank=4)),
        **more,  # type: ignore[arg-type]
    )


def of(deck: Deck, source: str) -> list[Slide]:
    return [slide for slide in deck.slides if slide.source == source]


def told(slide: Slide) -> tuple[str, str, list[str]]:
    return slide.role.value, slide.title.text, [claim.text for claim in slide.claims]


def test_the_first_slide_says_what_when_how_many_and_what_may_be_claimed():
    assert told(deck_of(alliance()).slides[0]) == (
        "title",
        "Die Umfrage",
        [
            "Befragt vom 23.09.2020 bis 28.09.2020 · 50 Menschen haben teilgenommen",
            "Die Umfrage stand allen offen. Ihre Ergebnisse sind nicht repräsentativ.",
        ],
    )


def test_a_single_choice_with_a_net_gets_a_headline_and_a_chart():
    headline, chart = of(deck_of(alliance()), "q1")
    assert told(headline) == ("headline", "Machen Sie mit?", ["engagiert"])
    assert headline.big is not None
    assert (headline.big.binding, headline.big.text, headline.big.base, headline.big.asked) == (
        "q1.engaged", "65\u202f%", 48, 50,
    )  # fmt: skip
    assert told(chart) == ("chart", "Engagiert: 65\u202f%", ["Machen Sie mit?"])
    assert [claim.text for claim in chart.footer] == [
        "Basis: n = 48 Antwortende von 50 Befragten",
        "Befragt vom 23.09.2020 bis 28.09.2020",
        "nicht\u00a0repräsentativ",
    ]


def test_a_scale_is_carried_by_its_top_two_in_its_own_words():
    headline, chart = of(deck_of(alliance()), "q2")
    assert told(headline) == (
        "headline",
        "Wie wichtig ist es?",
        ["antworten „sehr wichtig“ oder „wichtig“.", "Mittelwert 1,78"],
    )
    assert chart.title.text == "82\u202f% antworten „sehr wichtig“ oder „wichtig“"
    assert chart.kicker == "Frage 2"
    assert chart.footer[1].text == "Mittelwert (Ø): 1 = sehr wichtig, 5 = unwichtig"


def test_a_multiple_choice_names_the_most_frequent_answers():
    headline, chart = of(deck_of(alliance()), "q3")
    assert told(headline) == (
        "headline",
        "Was kennen Sie?",
        ["wählen „Brief“.", "An zweiter Stelle: „Post“ mit 42\u202f%."],
    )
    assert chart.title.text == "Am häufigsten genannt: „Brief“ (71\u202f%) und „Post“ (42\u202f%)"
    assert chart.footer[1].text == "Mehrere Antworten waren möglich"


def test_a_grid_gets_its_best_item_a_stack_and_a_ranking_of_means():
    headline, stack, means = of(deck_of(alliance()), "q4")
    assert told(headline) == (
        "headline",
        "Wie gut ist …?",
        ["antworten zu „Austausch“ mit „sehr wichtig“ oder „wichtig“.", "Mittelwert 1,70"],
    )
    assert stack.title.text == (
        "An der Spitze: „Austausch“ (Ø\u00a01,70), am Ende: „Auftritt“ (Ø\u00a03,70)"
    )
    assert means.title.text == "Mittelwerte von 1,70 bis 3,70, an der Spitze: „Austausch“"
    assert stack.footer[0].text == "Basis: je Zeile n = 45 bis 46 Antwortende von 50 Befragten"


def test_an_open_question_without_a_release_says_only_how_many_answered():
    (slide,) = of(deck_of(alliance()), "q2_open")
    assert told(slide) == ("headline", "Warum?", ["Antworten auf diese offene Frage."])
    assert slide.big is not None
    assert (slide.big.binding, slide.big.text) == ("q2_open.n", "30")
    assert slide.kicker == "Zu Frage 2"


def test_an_open_question_shows_what_was_released_and_nothing_else():
    release = Release({"q2_open": Quotes("Weil.", ("Weil.", "Darum."))})
    lead, more = of(deck_of(alliance(), quotes=release), "q2_open")
    assert told(lead) == ("quote", "Warum?", ["Eine von 30 Antworten"])
    assert [quotation.text for quotation in lead.quotations] == ["Weil."]
    assert told(more) == ("quotes", "Warum?", ["Eine Auswahl aus 30 Antworten"])
    assert [quotation.text for quotation in more.quotations] == ["Darum."]


def test_the_order_of_quotations_is_not_that_of_the_answers_and_stays_the_same():
    answers = [f"Antwort {letter}" for letter in "abcdefghijkl"]
    dataset = survey((Q2_OPEN, answers))
    release = Release({"q2_open": Quotes(released=tuple(answers))})
    first, again = (
        [quotation.text for slide in deck_of(dataset, quotes=release).slides
         for quotation in slide.quotations]
        for _ in range(2)
    )  # fmt: skip
    assert first == again
    assert sorted(first) == answers
    assert first != answers


def test_the_summary_puts_each_question_and_its_answer_into_a_sentence():
    deck = deck_of(alliance())
    summary = [slide for slide in deck.slides if slide.role is SlideRole.SUMMARY]
    assert [claim.text for slide in summary for claim in slide.claims] == [
        "Machen Sie mit? Engagiert: 65\u202f%.",
        "Wie wichtig ist es? 82\u202f% antworten „sehr wichtig“ oder „wichtig“.",
        "Was kennen Sie? Am häufigsten genannt: „Brief“ (71\u202f%) und „Post“ (42\u202f%).",
        "Wie gut ist …? An der Spitze: „Austausch“ (1,70), „Hilfe“ (2,33) und „Auftritt“ (3,70).",
    ]


def test_the_same_deck_in_english():
    deck = deck_of(alliance(), "en")
    (_, chart), (_, stack, means) = of(deck, "q2"), of(deck, "q4")
    assert chart.title.text == "82% answered “sehr wichtig” or “wichtig”"
    assert stack.title.text == "Top: “Austausch” (Ø\u00a01.70), bottom: “Auftritt” (Ø\u00a03.70)"
    assert means.title.text == "Means from 1.70 to 3.70, top of the list: “Austausch”"
    assert deck.slides[0].claims[0].text == (
        "Asked from Sep 23, 2020 to Sep 28, 2020 · 50 people took part"
    )


def test_the_method_page_tells_an_open_survey_from_a_sample():
    method = {
        sample: next(
            slide
            for slide in deck_of(alliance(sample=sample)).slides
            if slide.role is SlideRole.METHOD
        )
        for sample in Sample
    }
    assert "nicht repräsentativ" in method[Sample.OPEN].claims[1].text
    assert method[Sample.PROBABILITY].claims[1].text == (
        "Die Befragten wurden nach dem Zufall ausgewählt."
    )
    assert not any("Fehlerspanne" in claim.text for claim in method[Sample.LIST].claims)


def test_only_an_open_survey_is_called_not_representative():
    chart = of(deck_of(alliance(sample=Sample.LIST)), "q1")[-1]
    assert [claim.text for claim in chart.footer] == [
        "Basis: n = 48 Antwortende von 50 Befragten",
        "Befragt vom 23.09.2020 bis 28.09.2020",
    ]


def test_simulated_answers_hang_a_ribbon_on_the_deck():
    assert deck_of(alliance(simulated=True)).ribbon == (
        "Simulierte Antworten – keine echten Befragten"
    )
    assert deck_of(alliance(simulated=True), "ar").ribbon == ("إجابات مُحاكاة – لا مشاركين حقيقيين")
    assert deck_of(alliance()).ribbon == ""


def test_the_ledger_lists_every_base():
    deck = deck_of(alliance())
    ledger = next(slide.table for slide in deck.slides if slide.table is not None)
    assert ledger.headings == ("Frage", "gefragt", "beantwortet", "offen gelassen")
    assert [tuple(cell.text for cell in row) for row in ledger.rows] == [
        ("q1 · Machen Sie mit?", "50", "48", "2"),
        ("q2 · Wie wichtig ist es?", "50", "49", "1"),
        ("q2_open · Warum?", "50", "30", "20"),
        ("q3 · Was kennen Sie?", "50", "48", "2"),
        ("q4.a · Hilfe", "50", "45", "5"),
        ("q4.b · Austausch", "50", "46", "4"),
        ("q4.c · Auftritt", "50", "46", "4"),
    ]


def test_a_routed_question_says_whom_it_was_put_to():
    dataset = survey(
        (Q1, times(c1=30, c2=10, c3=10)), (Q2, times(c1=20, c2=18, blank=2, not_asked=10))
    )
    assert of(deck_of(dataset), "q2")[0].footer[0].text == (
        "Basis: n = 38 Antwortende von 40, denen die Frage gestellt wurde (50 Befragte insgesamt)"
    )


def test_small_bases_are_bracketed_and_the_footer_says_why():
    dataset = survey((Q2, times(c1=10, c2=5, c3=5)))
    headline, _ = of(deck_of(dataset), "q2")
    assert headline.big is not None
    assert headline.big.text == "[75\u202f%]"
    assert "In eckigen Klammern: weniger als 30 Antwortende" in [
        claim.text for claim in headline.footer
    ]


def test_weights_are_named_where_they_work():
    weight = numeric("gewicht", "Gewicht")
    dataset = survey((Q2, times(c1=20, c2=10, c3=10)), (weight, ["2"] * 20 + ["1"] * 20))
    headline, _ = of(deck_of(dataset, weight="gewicht"), "q2")
    assert headline.big is not None
    assert (headline.big.text, headline.big.weight) == ("83\u202f%", "gewicht")
    assert "Gewichtet mit gewicht, n ungewichtet" in [claim.text for claim in headline.footer]


def test_a_recommendation_question_is_carried_by_its_score():
    variable = numeric("q1", "Empfehlen Sie uns?", low=0, high=10, nps=True)
    answers = ["10"] * 20 + ["8"] * 10 + ["3"] * 10
    headline, chart = of(deck_of(survey((variable, answers))), "q1")
    assert headline.big is not None
    assert (headline.big.binding, headline.big.text, headline.big.value) == (
        "q1.nps", "+25", pytest.approx(25),
    )  # fmt: skip
    assert chart.title.text == "Net Promoter Score: +25"


def test_a_number_is_told_by_mean_and_median_with_its_unit():
    variable = numeric("alter", "Wie alt sind Sie?", unit="Jahre")
    (chart,) = of(deck_of(survey((variable, ["30"] * 20 + ["40"] * 30))), "alter")
    assert chart.title.text == "Mittelwert 36,00\u00a0Jahre, Median 40\u00a0Jahre"
    assert chart.kicker == "alter"


def test_notes_hold_wording_ledger_and_every_figure_with_its_binding():
    headline, _ = of(deck_of(alliance()), "q1")
    ledger = (
        "50 Befragte, 0 nicht gefragt, 50 gefragt, 48 beantwortet, 0 weiß nicht, "
        "0 verweigert, 2 offen gelassen"
    )
    assert [claim.text for claim in headline.notes] == [
        "Wortlaut der Frage: Machen Sie mit?",
        f"q1: {ledger}",
        "q1.engaged = 65\u202f%",
        "q1.n = 48",
        "study.n = 50",
        "study.field_start = 23.09.2020",
        "study.field_end = 28.09.2020",
    ]


def test_every_printed_figure_is_listed_with_its_slide_and_base():
    listed = figures_json(deck_of(alliance()))
    assert listed["schema"] == "rundfrage-figures/1"
    assert listed["figures"][0] == {
        "slide": 1, "binding": "study.field_start", "value": "2020-09-23", "text": "23.09.2020",
        "base": None, "asked": None, "weight": None,
    }  # fmt: skip
    q2 = next(entry for entry in listed["figures"] if entry["binding"] == "q2.top2")
    assert q2 == {
        "slide": 4, "binding": "q2.top2", "value": pytest.approx(40 / 49), "text": "82\u202f%",
        "base": 49, "asked": 50, "weight": None,
    }  # fmt: skip


def test_figures_of_the_notes_are_listed_apart():
    listed = figures_json(deck_of(alliance()))
    assert [(one["binding"], one["text"]) for one in listed["notes"] if one["slide"] == 2] == [
        ("q1.not_asked", "0"),
        ("q1.asked", "50"),
        ("q1.dont_know", "0"),
        ("q1.refused", "0"),
        ("q1.left_blank", "2"),
    ]


def test_one_binding_is_never_printed_in_two_ways():
    texts: dict[str, set[str]] = {}
    for _, figure in deck_of(alliance()).figures:
        texts.setdefault(figure.binding, set()).add(figure.text)
    assert {binding: said for binding, said in texts.items() if len(said) > 1} == {}


def test_the_larger_end_of_a_scale_speaks_for_it():
    headline, chart = of(deck_of(survey((Q2, times(c1=5, c3=5, c4=20, c5=10)))), "q2")
    assert headline.big is not None
    assert headline.big.binding == "q2.bottom2"
    assert chart.title.text == "75\u202f% antworten „weniger wichtig“ oder „unwichtig“"


def test_an_end_that_less_than_half_stand_at_gets_no_slide_of_its_own():
    (chart,) = of(deck_of(survey((Q2, times(c1=10, c3=25, c5=5)))), "q2")
    assert chart.title.text == "25\u202f% antworten „sehr wichtig“ oder „wichtig“"


def test_a_wording_without_a_full_stop_gets_one_in_the_summary():
    variable = multiple("q1", "Zutreffendes ankreuzen", ["A", "B"])
    deck = deck_of(survey((variable, ["c1"] * 30 + ["c2"] * 10)))
    (summary,) = [slide for slide in deck.slides if slide.role is SlideRole.SUMMARY]
    assert summary.claims[0].text == (
        "Zutreffendes ankreuzen. Am häufigsten genannt: „A“ (75\u202f%) und „B“ (25\u202f%)."
    )
