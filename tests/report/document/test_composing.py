"""The slides of a report; what can't be shown is a Problem at its line."""

from __future__ import annotations

import pytest
from surveys import multiple, open_text, scale, single, survey, times

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem
from rundfrage.report.arrange import arrange
from rundfrage.report.build import small_headlines
from rundfrage.report.deck import ChartForm, Deck, ShareStyle, Shift, SlideRole
from rundfrage.report.document.read import read_document
from rundfrage.report.figures import figures_json
from rundfrage.report.plan import plan
from rundfrage.report.quotes import Quotes, Release
from rundfrage.tables import tabulate

SURVEY = survey(
    (single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=60, c2=40)),
    (scale("q2", "Wie wichtig?"), times(c1=50, c2=30, c3=20)),
    (multiple("q3", "Was?", ["A", "B", "C"]), ["c1 c2"] * 50 + ["c1"] * 30 + ["c3"] * 20),
    *((scale(f"q4.{one}", "Wie gut?", item=one.upper()), times(c1=top, c3=100 - top))
      for one, top in {"a": 40, "b": 70, "c": 50}.items()),
    (open_text("q5", "Warum?"), [f"Antwort {place}." for place in range(100)]),
)  # fmt: skip
RELEASE = Release({"q5": Quotes("Antwort 0.", tuple(f"Antwort {one}." for one in range(9)))})


def deck_of(text: str, dataset: Dataset = SURVEY, release: Release = RELEASE) -> Deck:
    document = read_document(text, "report.md", "de")
    return plan(dataset, tabulate(dataset), language="de", quotes=release, document=document)


def refused(text: str, release: Release = RELEASE) -> list[tuple[str, int | None]]:
    with pytest.raises(Problem) as caught:
        deck_of(text, release=release)
    return [(problem.code, problem.where.line) for problem in caught.value.all]


def test_slides_stand_in_the_order_of_the_author_with_his_words():
    deck = deck_of(
        "## Zum Schluss {summary}\n- {q2.top2} sagen ja.\n\n"
        "## Mein Titel {title}\n\nEine Zeile.\n\n"
        '## {chart=q1 kicker=""}\n\nSo ist es.\n'
    )
    assert [(slide.role, slide.title.text, slide.kicker) for slide in deck.slides] == [
        (SlideRole.SUMMARY, "Zum Schluss", ""),
        (SlideRole.TITLE, "Mein Titel", ""),
        (SlideRole.CHART, "Und Sie?", ""),
    ]
    assert [[claim.text for claim in slide.claims] for slide in deck.slides] == [
        ["80\u202f% sagen ja."], ["Eine Zeile."], ["So ist es."],
    ]  # fmt: skip


def test_a_chart_takes_the_form_it_is_asked_for_and_a_headline_prints_a_wording():
    deck = deck_of(
        '## {chart=q4}\n\n## {chart=q4 form=means}\n\n## {headline="over 65: q4.b.top2"}'
    )
    assert [slide.chart.form for slide in deck.slides] == ["stacked", "dots", "stacked"]
    assert deck.slides[2].big.text == "über 65\u202f%"
    assert deck.slides[2].foot.text.startswith("Basis: n\u00a0=\u00a0100")


def test_a_headline_stands_beside_what_it_is_a_part_of():
    deck = deck_of(
        "## {headline=q2.top2}\n\n## {headline=q3.c1}\n\n## {headline=q1.c1}\n\n"
        '## {headline="over 35: q4.a.top2, q4.c.top2"}\n\n## {headline=q2.mean}\n\n'
        '## {headline="of10: q2.top2"}'
    )
    scale, marks, choice, several, mean, tenths = deck.slides
    assert (scale.chart.form, sum(scale.chart.net)) == (ChartForm.STACKED, 2)
    assert [one.bars[0].figure.binding for one in scale.chart.series][:2] == ["q2.c1", "q2.c2"]
    assert (marks.chart.form, marks.chart.whole.style) == (ChartForm.SHARE, ShareStyle.WAFFLE)
    assert choice.chart.whole.style is ShareStyle.DONUT
    assert (several.chart.form, several.chart.axis.end) == (ChartForm.BARS, 100)
    assert len(several.chart.categories) == 2
    assert mean.chart is None
    assert tenths.out_of_ten == 8


def test_figures_stand_side_by_side_each_with_its_number():
    slide = deck_of(
        "## Beides {figures}\n\n- {q2.top2} halten es für wichtig.\n- {q3.c1} nennen A."
    ).slides[0]
    (layout,) = arrange(Deck("T", "de", "", (slide,)))
    assert [key.lines for key in layout.keys] == [(figure.text,) for figure in slide.figures[:2]]
    left, right = layout.panels
    assert (left.y, left.width) == (right.y, right.width)
    assert left.x + left.width < right.x
    assert refused("## X {figures}\n\n- Ohne Zahl.") == [("figures-unfit", 1)]
    assert refused("## X {figures}\n\n" + "- {q2.top2} sagen ja.\n" * 5) == [("figures-unfit", 1)]


def test_a_grid_diverges_on_wish_and_the_draft_never_wishes_it():
    asked, usual = deck_of("## {chart=q4 form=diverging}\n\n## {chart=q4}").slides
    assert asked.chart.shift == Shift((0, 10, 15), 85)
    assert asked.chart.figures == usual.chart.figures
    automatic = plan(SURVEY, tabulate(SURVEY), language="de", quotes=RELEASE)
    assert not any(slide.chart and slide.chart.shift for slide in automatic.slides)


def test_the_items_in_front_are_shown_and_the_others_counted():
    deck = deck_of("## {top=q3 k=2}\n\n## {top=q3 k=1}\n\n## {top=q4 k=1}")
    assert [slide.chart.categories for slide in deck.slides] == [("A", "B"), ("A",), ("B",)]
    assert [f.binding for f in deck.slides[0].figures][:4] == [
        "q3.c1", "q3.c2", "q3.n", "study.n",
    ]  # fmt: skip
    assert "1 weitere Zeile" in deck.slides[0].foot.text
    assert figures_json(deck)["slides"] == 3


def test_a_subgroup_is_named_in_the_footer_with_its_base():
    slide = deck_of("## X {text}\n\nEs sind {q2.c3[q1=c2]}.").slides[0]
    assert slide.foot.text == (
        "Befragt 23.–28.09.2020 · nicht\u00a0repräsentativ · Nein: n\u00a0=\u00a040"
    )


@pytest.mark.parametrize("kind", ["summary", "figures", "text", "statement"])
def test_sentences_with_numbers_say_of_how_many_they_are(kind):
    """Base, field dates and that nothing is represented, as under every chart."""
    about = "Befragt 23.–28.09.2020 · nicht\u00a0repräsentativ"
    deck = deck_of(
        f"## A {{{kind}}}\n\n- {{q2.top2}} sagen ja.\n\n"
        f"## B {{{kind}}}\n\n- {{q2.top2}}, in der Gruppe {{q2.c3[q1=c2]}}.\n\n"
        f"## C {{{kind}}}\n\n- {{q3.c1}} von {{study.n}}, davon {{q2.top2[q1=c1]}}."
    )
    whole = "Basis: n\u00a0=\u00a0100"
    assert [slide.foot.text for slide in deck.slides] == [
        f"{whole} · {about}",
        f"{whole} · {about} · Nein: n\u00a0=\u00a040",
        f"{whole} · {about} · Ja: n\u00a0=\u00a060",
    ]


def test_sentences_on_questions_of_different_bases_say_the_range():
    data = survey(
        (single("q1", "?", ["Ja", "Nein"]), ["c1"] * 60 + [""] * 40),
        (single("q2", "?", ["x", "y"]), ["c1"] * 90 + ["c2"] * 10),
        (single("g", "?", ["x", "y"]), ["c1"] * 70 + ["c2"] * 30),
    )
    text = "## X {summary}\n\n- {q1.c1} und {q2.c1}, {q1.c1[g=c1]} und {q2.c1[g=c1]}."
    foot = deck_of(text, data, Release()).slides[0].foot.text
    assert foot.startswith("Basis: n\u00a0=\u00a060 bis 100 · ")
    assert "x: n\u00a0=\u00a060 bis 70" in foot


def test_slides_without_numbers_of_the_survey_have_no_base():
    deck = deck_of("## X {text}\n\nSo ist es.\n\n## Y {statement}\n\nSo sei es.")
    assert ["Basis" in slide.foot.text for slide in deck.slides] == [False, False]
    assert deck.slides[0].foot.text == ""


def test_a_statement_is_set_large_with_its_figures_and_no_number_of_its_own():
    slide = deck_of("## Was bleibt {statement}\n\n{q2.top2} sagen ja.\n\nSo sei es.").slides[0]
    assert (slide.role, slide.big, slide.kicker) == (SlideRole.HEADLINE, None, "")
    assert [claim.text for claim in slide.claims] == ["80\u202f% sagen ja.", "So sei es."]
    assert [figure.binding for figure in slide.figures][:1] == ["q2.top2"]
    assert slide.foot.text.endswith("nicht\u00a0repräsentativ")


def test_a_headline_of_the_whole_survey_needs_no_question():
    slide = deck_of("## Alle {headline=study.n}").slides[0]
    assert (slide.big.text, slide.source, slide.foot.text) == (
        "100", "", "Befragt 23.–28.09.2020 · nicht\u00a0repräsentativ",
    )  # fmt: skip


def test_every_figure_of_a_sentence_stands_in_the_notes():
    slide = deck_of("## X {text}\n\nEs sind {q2.top2}.").slides[0]
    assert [note.text for note in slide.notes] == [
        "q2.top2 = 80\u202f%", "q2.n = 100", "study.field = 23.–28.09.2020",
    ]  # fmt: skip


def test_the_base_of_a_headline_is_that_of_its_group():
    plain, both, small, several = deck_of(
        "## {headline=q2.top2[q1=c1]}\n\nvon {q2.n[q1=c1]}\n\n"
        "## {headline=q2.top2[q1=c1]}\n\nund {q2.top2} insgesamt\n\n"
        "## {headline=q1.c1[q2=c3]}\n\n"
        '## {headline="about 100: q2.top2[q1=c1]"}\n\nneben {q2.c3[q1=c2]}'
    ).slides
    about = "Befragt 23.–28.09.2020 · nicht\u00a0repräsentativ"
    assert plain.foot.text == f"Basis: Ja, n\u00a0=\u00a060 · {about}"
    assert both.foot.text == f"Basis: Ja, n\u00a0=\u00a060 · Alle: n\u00a0=\u00a0100 · {about}"
    assert small.big.text.startswith("[")
    assert small.foot.text == (
        f"Basis: neutral, n\u00a0=\u00a020 · {about}"
        " · In eckigen Klammern: weniger als 30 Antwortende"
    )
    assert several.foot.text.startswith("Basis: Ja, n\u00a0=\u00a060 · ")
    assert several.foot.text.endswith("Nein: n\u00a0=\u00a040")


def test_headlines_of_few_people_are_warned_of():
    deck = deck_of("## {headline=q1.c1[q2=c3]}\n\n## {headline=q2.top2[q1=c1]}")
    (warning,) = small_headlines(deck)
    assert (warning.code, warning.severity) == ("headline-small-base", "warning")
    assert (warning.where.name, "20 people" in str(warning.found)) == ("q1.c1[q2=c3]", True)


def test_quotations_stand_in_a_random_order_with_the_number_of_answers_beside_them():
    slides = deck_of("## {quote=q5}\n\n## {quotes=q5 k=5}").slides
    assert [one.text for one in slides[0].quotations] == ["Antwort 0."]
    shown = [one.text for one in slides[1].quotations]
    assert (len(shown), shown == sorted(shown), "Antwort 0." in shown) == (5, False, False)
    assert slides[1].claims[0].text == "Eine Auswahl aus 100 Antworten"


def test_what_tells_of_people_is_masked_where_it_is_quoted():
    said = "Schreiben Sie an ada@example.org oder rufen Sie Ada an: 0511 123456."
    dataset = survey((open_text("q5", "Warum?"), [said] * 9))
    release = Release({"q5": Quotes(said)}, names=("Ada",))
    slide = deck_of("## {quote=q5}", dataset, release).slides[0]
    assert slide.quotations[0].text == "Schreiben Sie an […] oder rufen Sie […] an: […]."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## {chart=q9}", [("unknown-question", 1)]),
        ("## {chart=q5}", [("chart-of-open-question", 1)]),
        ("## {chart=q1 form=means}", [("chart-form", 1)]),
        ("## {top=q5}", [("chart-form", 1)]),
        ("## {quotes=q1}", [("quotes-of-closed-question", 1)]),
        ('## {headline="first: q3"}', [("headline-no-figure", 1)]),
        ("## {headline=q2.top3}", [("unknown-binding", 1)]),
        ("## X {text}\n\n{q9} und\n{over 90: q2.top2}.\n\n{first: q4.a}",
         [("unknown-binding", 3), ("claim-false", 4), ("claim-false", 6)]),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_named_with_its_line(text, found):
    assert refused(text) == found


def test_a_sentence_that_no_slide_can_hold_is_named_with_its_line():
    endless = "Bündnis " * 480
    assert refused(f"## {{title}}\n\n## X {{headline=q2.top2}}\n\n{endless}\n") == [
        ("slide-overflow", 3)
    ]


def test_a_question_from_which_nothing_is_released_is_not_quoted():
    nothing = Release({})
    assert refused("\n## {quotes=q5}", nothing) == [("quotes-not-released", 2)]
    alone = Release({"q5": Quotes("Antwort 0.")})
    assert refused("## {quotes=q5}", alone) == [("quotes-not-released", 1)]
