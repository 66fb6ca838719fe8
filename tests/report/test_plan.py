"""The automatic deck, slide by slide."""

from math import sqrt

import pytest
from surveys import WICHTIG, de, deck_of, multiple, numeric, open_text, scale, single, survey, times

from rundfrage.codebook import Net, Role, Sample
from rundfrage.codebook.bands import has_bands
from rundfrage.report.deck import Deck, Slide, SlideRole
from rundfrage.report.document.model import Document
from rundfrage.report.figures import figures_json
from rundfrage.report.plan import plan
from rundfrage.report.quotes import Quotes, Release
from rundfrage.report.section.model import Section
from rundfrage.report.slides.ledger import LedgerKind
from rundfrage.tables import tabulate

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
            "Befragt 23.–28.09.2020 · 50 Menschen haben teilgenommen",
            "Die Umfrage stand allen offen. Ihre Ergebnisse sind nicht repräsentativ.",
        ],
    )


def test_a_single_choice_with_a_net_is_titled_by_it():
    (chart,) = of(deck_of(alliance()), "q1")
    assert told(chart) == ("chart", "Engagiert: 65\u202f%", ["Machen Sie mit?"])
    (figure,) = chart.title.figures
    assert (figure.binding, figure.base, figure.asked) == ("q1.engaged", 48, 50)
    assert [claim.text for claim in chart.footer] == [
        "Basis: n = 48 Antwortende von 50 Befragten",
        "Befragt 23.–28.09.2020",
        "nicht\u00a0repräsentativ",
    ]


def test_two_answers_make_one_figure():
    dataset = survey((single("arbeit", "Schreiben Sie Programme?", ["Ja", "Nein"]),
                      times(c1=96, c2=4)))  # fmt: skip
    (slide,) = of(deck_of(dataset), "arbeit")
    assert told(slide) == ("headline", "Schreiben Sie Programme?", ["wählen „Ja“."])
    assert slide.big is not None
    assert slide.big.binding == "arbeit.c1"


def test_two_answers_of_one_size_make_the_same_slide_so_that_an_update_finds_it():
    dataset = survey((single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=50, c2=50)))
    assert [told(slide) for slide in of(deck_of(dataset), "q1")] == [
        ("headline", "Und Sie?", ["wählen „Ja“."])
    ]


def test_a_scale_is_drawn_once_with_its_top_two_in_its_own_words():
    (chart,) = of(deck_of(alliance()), "q2")
    assert chart.title.text == "82\u202f% antworten „sehr wichtig“ oder „wichtig“"
    assert chart.kicker == "Frage 2"
    assert not any("Mittelwert" in claim.text for claim in chart.footer)


def test_which_number_stands_for_which_step_is_said_where_a_mean_is():
    (stack,) = of(deck_of(alliance()), "q4")
    assert stack.footer[1].text == "Mittelwert (Ø): 1 = sehr wichtig, 5 = unwichtig"


BANDS = [
    ("15-18", "19-24", "25-34", "35+"),
    ("Under 20", "20 to 39", "40 to 59", "60 and over"),
    ("bis 1.000 €", "1.001–2.000 €", "2.001–3.000 €", "mehr"),
    ("0", "1-2", "3-6", "7+"),
    ("أقل من 20", "من 20 إلى 39", "من 40 إلى 59", "60 فأكثر"),
]


@pytest.mark.parametrize("labels", BANDS)
def test_bands_of_numbers_have_no_mean_and_no_upper_end(labels):
    dataset = survey((scale("q1", "Wie alt?", labels), times(c1=10, c2=30, c3=10, c4=5)))
    (chart,) = of(deck_of(dataset), "q1")
    assert [figure.binding for figure in chart.title.figures] == ["q1.c2"]
    said = (chart.title, *chart.claims, *chart.footer, *chart.notes)
    assert not any("mean" in figure.binding for claim in said for figure in claim.figures)
    assert not any("Ø" in claim.text for claim in said)
    grid = survey(
        *((scale(f"q4.{one}", "Wie alt?", labels, item=one), times(c1=10, c2=30)) for one in "ab")
    )
    assert all(slide.chart.side == () for slide in of(deck_of(grid), "q4"))


@pytest.mark.parametrize(
    "labels", [WICHTIG, ("1 - gut", "2", "3", "4 - schlecht"), ("5", "4", "3", "2", "1")]
)
def test_steps_are_no_bands(labels):
    assert not has_bands(scale("q1", "Wie?", labels))


def test_of_steps_that_are_but_numbers_the_most_frequent_is_said():
    dataset = survey((scale("q2", "Wie viel?", ("1 (nichts)", "2", "3", "4 (alles)")),
                      times(c1=10, c2=5, c4=30)))  # fmt: skip
    (chart,) = of(deck_of(dataset), "q2")
    assert chart.title.text == "Häufigste Antwort: „4 (alles)“ (67\u202f%)"


def test_a_multiple_choice_names_the_most_frequent_answers():
    (chart,) = of(deck_of(alliance()), "q3")
    assert chart.title.text == "Am häufigsten genannt: „Brief“ (71\u202f%) und „Post“ (42\u202f%)"
    assert chart.footer[1].text == "Mehrere Antworten waren möglich"


@pytest.mark.parametrize(("label", "shown"), [("Wahl", 10), ("Wahl " * 20, 6)])
def test_of_a_long_list_of_answers_the_front_is_shown_on_one_slide(label, shown):
    labels = [f"{label} {chr(65 + place)}" for place in range(20)]
    answers = [f"c{1 + place}" for place in range(20) for _ in range(20 - place)]
    (chart,) = of(deck_of(survey((multiple("q3", "Was?", labels), answers))), "q3")
    assert chart.chart is not None
    assert len(chart.chart.categories) == shown
    assert any(f"{20 - shown} weitere Zeilen" in claim.text for claim in chart.footer)


def test_a_grid_is_drawn_once():
    (stack,) = of(deck_of(alliance()), "q4")
    assert stack.title.text == (
        "An der Spitze: „Austausch“ (Ø\u00a01,70), am Ende: „Auftritt“ (Ø\u00a03,70)"
    )
    assert stack.footer[0].text == "Basis: je Zeile n = 45 bis 46 Antwortende von 50 Befragten"


@pytest.mark.parametrize(("items", "forms"), [(8, ["stacked"]), (9, ["dots"])])
def test_a_grid_of_many_items_is_drawn_by_its_means(items, forms):
    answers = [
        (scale(f"q4.{chr(97 + one)}", "Wie gut?", item=f"Punkt {chr(65 + one)}"),
         times(c1=40 - one, c5=one))
        for one in range(items)
    ]  # fmt: skip
    assert [slide.chart.form for slide in of(deck_of(survey(*answers)), "q4")] == forms


def test_of_steps_that_are_but_numbers_no_item_is_the_top():
    steps = ("1", "2", "3", "4", "5")
    dataset = survey(
        (scale("q4.a", "Wie oft?", steps, item="Lehre"), times(c1=40)),
        (scale("q4.b", "Wie oft?", steps, item="Forschung"), times(c4=40)),
    )
    (chart,) = of(deck_of(dataset), "q4")
    assert chart.title.text == (
        "Niedrigster Mittelwert: „Lehre“ (Ø\u00a01,00), höchster: „Forschung“ (Ø\u00a04,00)"
    )


def test_the_means_of_bare_numbers_stand_on_an_axis_that_counts_up():
    steps = ("1 (nie)", "2", "3", "4", "5 (immer)")
    answers = [
        (scale(f"q4.{chr(97 + one)}", "Wie oft?", steps, item=f"Punkt {chr(65 + one)}"),
         times(c1=40 - one, c5=one))
        for one in range(14)
    ]  # fmt: skip
    (chart,) = of(deck_of(survey(*answers)), "q4")
    assert chart.chart is not None
    assert (chart.chart.axis.start, chart.chart.axis.end) == (1, 5)
    assert chart.chart.axis.start_label == "1 = 1 (nie)"
    shown = [bar.plotted for bar in chart.chart.series[0].bars]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) == 10
    assert chart.title.text == "Höchster Mittelwert: „Punkt N“ (Ø\u00a02,30)"


def test_the_name_of_a_grid_without_a_wording_stands_nowhere():
    dataset = survey(
        *((scale(f"likert0.{item}", "", item=item), times(c1=top, c5=40 - top))
          for item, top in (("Lehre", 30), ("Forschung", 10)))
    )  # fmt: skip
    for slide in deck_of(dataset).slides:
        said = (slide.title, *slide.claims, *slide.footer)
        assert not any("likert0" in one for one in (slide.kicker, *(claim.text for claim in said)))


def further(deck: Deck) -> list[str]:
    """The lines of the page of what has nothing to show."""
    pages = [slide for slide in deck.slides if slide.title.text == "Weitere Fragen"]
    return [claim.text for slide in pages for claim in slide.claims]


def test_what_has_nothing_to_show_is_gathered_on_one_page():
    few = times(c1=3, c2=2, not_asked=45)
    dataset = survey(
        (Q2_OPEN, ["Darum."] * 30 + [""] * 20),
        (single("land", "Wo?", ["Hier", "Dort"]), times(c1=50)),
        (scale("q2", "Wie wichtig?"), times(c1=12, c2=8, not_asked=30)),
        (multiple("q3", "Was?", ["A", "B"]), few),
        (single("q4", "Heikel?", ["Ja", "Nein"]), times(c1=2, c2=1, not_asked=47)),
        (scale("q5", "Nie?"), times(not_asked=50)),
        (single("q6", "Und Sie?", ["A", "B", "C"]), times(c1=30, c2=15, c3=5)),
    )
    deck = deck_of(dataset)
    assert further(deck) == [
        "Warum? – 30 Antworten in eigenen Worten",
        "Wo? – alle, die antworteten (50), sagten „Hier“",
        "Wie wichtig? – nur 20 Antworten",
        "Was? – nur 5 Antworten",
        "Heikel? – nicht gezeigt, da Einzelne erkennbar wären",
        "Nie? – keine Antworten",
    ]
    assert [slide.source for slide in deck.slides if slide.source] == ["q6"]


def test_few_answers_to_a_small_survey_are_shown():
    dataset = survey((Q2, times(c1=10, c2=5, c3=5)))
    assert further(deck_of(dataset)) == []
    assert len(of(deck_of(dataset), "q2")) == 1


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
    assert set(first) < set(answers)
    assert first != sorted(first)


def lead(deck: Deck) -> list[str]:
    """The sentences of the slide that says what stands out."""
    pages = [
        slide for slide in deck.slides if slide.title.text in ("Was auffällt", "What stands out")
    ]
    return [claim.text.replace("\u202f", " ") for slide in pages for claim in slide.claims]


def rated(**tops: int):
    """Items of a grid, of which so many of a hundred answer with the best step, the rest worst."""
    return [
        (scale(f"q4.{name}", "Wie gut?", item=name.upper()), times(c1=top, c5=100 - top))
        for name, top in tops.items()
    ]


def test_the_lead_says_the_largest_the_smallest_and_the_most_divided():
    assert lead(deck_of(survey(*rated(a=95, b=80, c=55, d=20)))) == [
        "Der größte Anteil: 95 % antworten zu „A“ mit „sehr wichtig“ (Frage 4).",
        (
            "Am wenigsten am oberen Ende einer Skala: 20 % antworten zu „D“ mit „sehr wichtig“ "
            "oder „wichtig“ (Frage 4)."
        ),
        (
            "Am weitesten auseinander: 55 % antworten zu „C“ mit „sehr wichtig“ oder „wichtig“, "
            "45 % „weniger wichtig“ oder „unwichtig“ (Frage 4)."
        ),
    ]


def test_a_ladder_that_no_other_question_has_is_no_scale_with_an_upper_end():
    degrees = ("keiner", "Hauptschule", "Abitur", "Studium")
    alone = (scale("bildung", "Ihr Abschluss?", degrees), times(c1=5, c2=6, c3=44, c4=45))
    said = lead(deck_of(survey(*rated(a=95, b=80, c=75, d=70), alone)))
    assert not any("oberen Ende" in one for one in said)


def test_there_is_no_lead_where_nothing_stands_out():
    even = survey(*rated(a=58, b=58, c=58, d=58))
    assert lead(deck_of(even)) == []
    few = survey(*rated(a=95, b=80, c=20))
    assert lead(deck_of(few)) == []


def test_the_lead_names_a_question_without_a_number_by_its_words():
    answers = [
        (scale(name, f"Wie gut ist {name.upper()}?"), times(c1=top, c5=100 - top))
        for name, top in (("eins", 90), ("zwei", 70), ("drei", 55), ("vier", 52))
    ]
    assert lead(deck_of(survey(*answers)))[0] == (
        "Der größte Anteil: 90 % antworten „sehr wichtig“ („Wie gut ist EINS?“)."
    )


def test_the_lead_has_the_largest_difference_between_groups_that_is_significant():
    group = single("q1", "Wo?", ["Stadt", "Land"])
    rating = scale("q2", "Wie gut?")
    half = ["c1"] * 100 + ["c2"] * 100
    apart = survey((group, half), (rating, times(c1=80, c5=20) + times(c1=40, c5=60)))
    assert lead(deck_of(apart)) == [
        (
            "Gruppen unterscheiden sich. Antwort „Stadt“ (Frage 1): 80 % antworten „sehr wichtig“ "
            "oder „wichtig“, mehr als von allen anderen mit 40 % (Frage 2)."
        )
    ]
    alike = survey((group, half), (rating, times(c1=58, c5=42) + times(c1=52, c5=48)))
    assert lead(deck_of(alike)) == []


def test_a_difference_is_held_against_the_number_of_looks():
    """By itself it is significant; among so many looks one like it is to be expected."""
    group = single("q1", "Wo?", ["Stadt", "Land"])
    half = ["c1"] * 100 + ["c2"] * 100
    alone = (scale("q2", "Wie gut?"), times(c1=60, c5=40) + times(c1=44, c5=56))
    others = [(scale(f"q3.{chr(97 + one)}", "Wie?", item=chr(65 + one)), times(c1=50, c5=50) * 2)
              for one in range(8)]  # fmt: skip
    assert len(lead(deck_of(survey((group, half), alone)))) == 1
    said = lead(deck_of(survey((group, half), alone, *others)))
    assert not any("Gruppen" in one for one in said)


def test_the_same_deck_in_english():
    deck = deck_of(alliance(), "en")
    (chart,), (stack,) = of(deck, "q2"), of(deck, "q4")
    assert chart.title.text == "82% answered “sehr wichtig” or “wichtig”"
    assert stack.title.text == "Top: “Austausch” (Ø\u00a01.70), bottom: “Auftritt” (Ø\u00a03.70)"
    assert lead(deck)[0] == (
        "The largest share: 87% answered “sehr wichtig” or “wichtig” on “Austausch” (Question 4)."
    )
    assert deck.slides[0].claims[0].text == ("Asked Sep 23 – 28, 2020 · 50 people took part")


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
        "Befragt 23.–28.09.2020",
    ]


def test_simulated_answers_hang_a_ribbon_on_the_deck():
    assert deck_of(alliance(simulated=True)).ribbon == (
        "Simulierte Antworten – keine echten Befragten"
    )
    assert deck_of(alliance(simulated=True), "ar").ribbon == ("إجابات مُحاكاة – لا مشاركين حقيقيين")
    assert deck_of(alliance()).ribbon == ""


def test_the_ledger_lists_every_base():
    dataset = alliance()
    document = Document((Section(LedgerKind()),))
    deck = plan(dataset, tabulate(dataset), language="de", document=document)
    ledger = next(slide.table for slide in deck.slides if slide.table is not None)
    assert ledger.headings == ("Frage", "gefragt", "beantwortet", "offen gelassen")
    assert [tuple(cell.text for cell in row) for row in ledger.rows] == [
        ("Frage 1 · Machen Sie mit?", "50", "48", "2"),
        ("Frage 2 · Wie wichtig ist es?", "50", "49", "1"),
        ("Zu Frage 2 · Warum?", "50", "30", "20"),
        ("Frage 3 · Was kennen Sie?", "50", "48", "2"),
        ("Frage 4 · Hilfe", "50", "45", "5"),
        ("Frage 4 · Austausch", "50", "46", "4"),
        ("Frage 4 · Auftritt", "50", "46", "4"),
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
    (chart,) = of(deck_of(dataset), "q2")
    assert chart.title.figures[0].text == "[75\u202f%]"
    assert "In eckigen Klammern: weniger als 30 Antwortende" in [
        claim.text for claim in chart.footer
    ]


def test_weights_are_named_where_they_work():
    weight = numeric("gewicht", "Gewicht")
    dataset = survey((Q2, times(c1=20, c2=10, c3=10)), (weight, ["2"] * 20 + ["1"] * 20))
    (chart,) = of(deck_of(dataset, weight="gewicht"), "q2")
    (figure,) = chart.title.figures
    assert (figure.text, figure.weight) == ("83\u202f%", "gewicht")
    assert "Gewichtet mit gewicht, n ungewichtet" in [claim.text for claim in chart.footer]


def test_a_recommendation_question_is_carried_by_its_score():
    variable = numeric("q1", "Empfehlen Sie uns?", low=0, high=10, nps=True)
    answers = ["10"] * 20 + ["8"] * 10 + ["3"] * 10
    (chart,) = of(deck_of(survey((variable, answers))), "q1")
    (score,) = chart.title.figures
    assert (score.binding, score.text, score.value) == ("q1.nps", "+25", pytest.approx(25))
    assert chart.title.text == "Net Promoter Score: +25"


def test_a_number_is_told_by_mean_and_median_with_its_unit():
    variable = numeric("alter", "Wie alt sind Sie?", unit="Jahre")
    (chart,) = of(deck_of(survey((variable, ["30"] * 20 + ["40"] * 30))), "alter")
    assert chart.title.text == "Mittelwert 36,0\u00a0Jahre, Median 40\u00a0Jahre"
    assert chart.kicker == ""


def spread(mean: float, sd: float, n: int) -> list[str]:
    """So many numbers of this mean and standard deviation."""
    apart = sd * sqrt((n - 1) / n)
    return [f"{mean + (apart if place % 2 else -apart):.6f}" for place in range(n)]


@pytest.mark.parametrize(
    ("mean", "sd", "n", "printed"),
    [
        (925.82, 300, 200, "926"),
        (42.37, 15, 400, "42,4"),
        (2.347, 0.9, 2000, "2,35"),
        (2.347, 0.9, 40, "2,3"),
        (1234567.89, 90000, 100, "1.234.568"),
    ],
)
def test_a_mean_has_the_decimals_that_its_base_and_spread_bear(mean, sd, n, printed):
    dataset = survey((numeric("weg", "Wie weit?", unit="km"), spread(mean, sd, n)))
    (chart,) = of(deck_of(dataset), "weg")
    assert chart.title.figures[0].text == printed


def test_a_median_has_the_decimals_that_it_needs():
    for given, printed in (("12", "12"), ("12.5", "12,5"), ("12.25", "12,25")):
        dataset = survey((numeric("weg", "Wie weit?"), [given] * 25 + ["1"] * 5 + ["20"] * 20))
        (chart,) = of(deck_of(dataset), "weg")
        assert [one.text for one in chart.title.figures if one.binding == "weg.median"] == [printed]


def test_notes_hold_wording_ledger_and_every_figure_with_its_binding():
    (chart,) = of(deck_of(alliance()), "q1")
    ledger = (
        "50 Befragte, 0 nicht gefragt, 50 gefragt, 48 beantwortet, 0 weiß nicht, "
        "0 verweigert, 2 offen gelassen"
    )
    assert [claim.text for claim in chart.notes] == [
        "Wortlaut der Frage: Machen Sie mit?",
        f"q1: {ledger}",
        "q1.engaged = 65\u202f%",
        "q1.c1 = 42\u202f%",
        "q1.c2 = 23\u202f%",
        "q1.c3 = 35\u202f%",
        "q1.n = 48",
        "study.n = 50",
        "study.field = 23.–28.09.2020",
    ]


def test_every_printed_figure_is_listed_with_its_slide_and_base():
    listed = figures_json(deck_of(alliance()))
    assert listed["schema"] == "rundfrage-figures/1"
    assert listed["figures"][0] == {
        "slide": 1, "binding": "study.field", "value": "2020-09-23/2020-09-28",
        "text": "23.–28.09.2020",
        "base": None, "asked": None, "weight": None,
    }  # fmt: skip
    q2 = next(entry for entry in listed["figures"] if entry["binding"] == "q2.top2")
    assert q2 == {
        "slide": 4, "binding": "q2.top2", "value": pytest.approx(40 / 49), "text": "82\u202f%",
        "base": 49, "asked": 50, "weight": None,
    }  # fmt: skip


def test_figures_of_the_notes_are_listed_apart():
    listed = figures_json(deck_of(alliance()))
    assert [(one["binding"], one["text"]) for one in listed["notes"] if one["slide"] == 3] == [
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
    (chart,) = of(deck_of(survey((Q2, times(c1=5, c3=5, c4=20, c5=10)))), "q2")
    assert chart.title.text == "75\u202f% antworten „weniger wichtig“ oder „unwichtig“"


@pytest.mark.parametrize(
    ("name", "kicker"),
    [("q4", "Frage 4"), ("Q04a", "Frage 4a"), ("question_7", "Frage 7"), ("frage12", "Frage 12"),
     ("q4_open", "Zu Frage 4"), ("currentEmp12", ""), ("alter", ""), ("v17", "")],
)  # fmt: skip
def test_a_kicker_is_the_number_of_the_question_and_never_a_name(name, kicker):
    dataset = survey((single(name, "Was?", ["A", "B", "C"]), times(c1=20, c2=10, c3=5)))
    assert [slide.kicker for slide in of(deck_of(dataset), name)] == [kicker]
