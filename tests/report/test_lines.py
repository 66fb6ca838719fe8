"""Lines over waves: what has a point, what stands at its end, and what the slide and notes say."""

from __future__ import annotations

import pytest
from surveys import numeric, overflows, rank, scale, single, survey, times
from waves import TODAY, asked, deck_over, drawn, slide_over

from rundfrage.errors import Problem
from rundfrage.look.theme import DEFAULT
from rundfrage.report.deck import ChartForm
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.figures import figures_json
from rundfrage.report.outputs.moments import slots_of, spaced
from rundfrage.report.plan import plan
from rundfrage.report.trend.lines import snapped
from rundfrage.tables import tabulate
from rundfrage.tables.sampling import Sampling

NOW, THEN = asked(70, 51), {"2018": asked(40), "2020": asked(60)}


def plain(words: str) -> str:
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def foot(slide) -> list[str]:
    return [plain(claim.text) for claim in slide.footer]


def test_a_question_is_a_line_for_each_answer_with_its_change():
    chart = slide_over(NOW, THEN, "## {chart=q1 by=wave}").chart
    assert (chart.form, chart.categories) == (ChartForm.LINES, ("2018", "2020", "2022"))
    assert chart.places == (0, 0.5, 1)
    assert [(one.name, [bar.plotted for bar in one.bars]) for one in chart.series] == [
        ("Ja", [40, 60, 70]), ("Nein", [60, 40, 30]),
    ]  # fmt: skip
    assert [plain(one.change.text) for one in chart.series] == [
        "seit 2018 gestiegen: +30 Prozentpunkte", "seit 2018 gesunken: −30 Prozentpunkte",
    ]  # fmt: skip
    assert [bar.labelled for bar in chart.series[0].bars] == [True, False, True]
    assert [bar.figure.binding for bar in chart.series[0].bars] == [
        "q1.c1[wave=2018]", "q1.c1[wave=2020]", "q1.c1",
    ]  # fmt: skip
    assert "2018: Ja 40 %, Nein 60 %" in plain(chart.alt)
    assert "Ja: seit 2018 gestiegen" in chart.alt


def test_the_slide_and_its_notes_tell_the_bases_of_all_waves():
    slide = slide_over(NOW, THEN, "## {chart=q1 form=lines}")
    assert foot(slide)[-3:] == [
        "2018: n = 100", "2020: n = 100", "Gestiegen, gesunken: signifikant auf dem Niveau von 5 %",
    ]  # fmt: skip
    notes = [plain(claim.text) for claim in slide.notes]
    ledger = "2018, q1: 100 Befragte, 0 nicht gefragt, 100 gefragt, 100 beantwortet"
    assert f"{ledger}, 0 weiß nicht, 0 verweigert, 0 offen gelassen" in notes
    assert "2020: ungewichtet" in notes
    assert notes[-2:] == [
        "q1.c2, 2020: seit 2018 gesunken: −20 Prozentpunkte",
        "q1.c2, 2022: seit 2020 nicht signifikant verändert",
    ]


def test_a_scale_is_its_two_ends_and_a_grid_a_line_an_item():
    slides = deck_over(NOW, THEN, "## {chart=q2 by=wave}\n\n## {chart=q4 by=wave}").slides
    ends, grid = (slide.chart for slide in slides)
    assert [one.colour for one in ends.series] == [DEFAULT.scale[0], DEFAULT.scale[-1]]
    assert [one.name for one in grid.series] == ["B", "A"]
    assert [claim.text for claim in slides[1].claims] == ["Anteil: sehr wichtig / wichtig"]


def test_one_number_has_a_figure_at_each_point():
    chart = slide_over(NOW, THEN, "## {compare=q1.c1 by=wave}").chart
    assert [bar.labelled for bar in chart.series[0].bars] == [True, True, True]


def test_means_stand_on_their_whole_scale_the_better_end_on_top():
    chart = slide_over(NOW, THEN, "## {compare=q4.mean by=wave}").chart
    assert (chart.axis.start, chart.axis.end) == (5, 1)
    assert (chart.axis.start_label, chart.axis.end_label) == ("5 = unwichtig", "1 = sehr wichtig")
    assert [one.name for one in chart.series] == ["A", "B"]
    assert not chart.percent


def test_the_mean_rank_runs_down_and_numbers_have_an_axis_of_their_own():
    def ranked(first: int):
        return survey(
            (rank("q6.a", "Ordnen Sie", "Brot"), ["1"] * first + ["2"] * (100 - first)),
            (rank("q6.b", "Ordnen Sie", "Salz"), ["2"] * first + ["1"] * (100 - first)),
            ranking=("q6",),
        )

    chart = slide_over(ranked(90), {"2018": ranked(50)}, "## {chart=q6 by=wave}").chart
    assert chart.axis.start > chart.axis.end
    chart = slide_over(NOW, THEN, "## {chart=age by=wave}").chart
    highest = max(bar.plotted for bar in chart.series[0].bars)
    assert (chart.axis.start, chart.axis.end) == (0, pytest.approx(highest * 1.1))
    old, young = (survey((numeric("age", "?"), [str(at)] * 50 + ["42"] * 50)) for at in (46, 38))
    chart = slide_over(old, {"2018": young}, "## {chart=age by=wave}").chart
    bars = chart.series[0].bars
    assert 30 < chart.axis.start < bars[0].plotted < bars[1].plotted < chart.axis.end


def test_shares_begin_at_nothing_unless_that_would_waste_the_height():
    slide = slide_over(asked(92), {"2018": asked(85)}, "## {compare=q1.c1 by=wave}")
    assert (slide.chart.axis.start, slide.chart.axis.end) == (70, 100)
    assert "Die Achse beginnt bei 70 %" in foot(slide)
    slide = slide_over(asked(70), {"2018": asked(20)}, "## {compare=q1.c1 by=wave}")
    assert (slide.chart.axis.start, slide.chart.axis.end) == (0, 70)


OTHER = asked(40, wording="Fahren Sie Bahn?")


def test_a_wave_that_asked_otherwise_has_no_point_and_the_slide_says_so():
    slide = slide_over(NOW, {"2015": OTHER, **THEN}, "## {chart=q1 by=wave}")
    assert slide.chart.categories == ("2018", "2020", "2022")
    assert "Kein Punkt für 2015: anders oder gar nicht gefragt" in foot(slide)
    assert "seit 2018" in slide.chart.series[0].change.text


def test_an_excused_wording_has_a_point_and_notes_and_method_say_why():
    deck = deck_over(
        NOW, {"2015": OTHER}, "## {chart=q1 by=wave}\n\n## {method}",
        more="comparable:\n  q1: 2015 stand „Bahn“ dabei.\n",
    )  # fmt: skip
    said = "Ein anderer Wortlaut von q1 galt als gleich: 2015 stand „Bahn“ dabei."
    assert deck.slides[0].chart.categories == ("2015", TODAY)
    assert said in [claim.text for claim in deck.slides[0].notes]
    method = [plain(claim.text) for claim in deck.slides[-1].claims]
    assert method[-1] == said
    assert method[-2].startswith("Verglichen wird mit früheren Wellen: 2015 (n = 100).")


def test_without_a_wave_that_asked_alike_there_is_no_slide():
    with pytest.raises(Problem) as caught:
        slide_over(NOW, {"2015": OTHER}, "## {chart=q1 by=wave}")
    assert caught.value.code == "claim-wave-differs"
    assert "“Fahren Sie Bahn?” instead of “Fahren Sie?”" in caught.value.found
    assert caught.value.where.line == 7


def test_a_base_that_is_not_shown_has_no_point_and_is_told():
    waves = {"2015": asked(1, n=3), "2018": asked(40)}
    slide = slide_over(NOW, waves, "## {chart=q1 by=wave}")
    assert slide.chart.categories == ("2018", "2022")
    assert "Kein Punkt für 2015: so wenige Antworten, dass Personen erkennbar wären" in foot(slide)
    with pytest.raises(Problem) as caught:
        slide_over(NOW, {"2015": asked(1, n=3)}, "## {chart=q1 by=wave}")
    assert caught.value.code == "claim-suppressed"


def test_what_the_title_names_keeps_its_colour_among_grey_lines():
    chart = slide_over(NOW, THEN, "## „Rad“ gewinnt {chart=q3 by=wave}").chart
    loud = {one.name: one.colour for one in chart.series}
    assert loud["Rad"] == DEFAULT.primary
    assert len({colour for name, colour in loud.items() if name != "Rad"}) == 1
    chart = slide_over(NOW, THEN, "## {q3.c2} {chart=q3 by=wave}").chart
    assert {one.name: one.colour for one in chart.series}["Bus"] == DEFAULT.primary
    chart = slide_over(NOW, THEN, "## {chart=q3 by=wave highlight=c3}").chart
    assert {one.name: one.colour for one in chart.series}["Auto"] == DEFAULT.primary


def test_intervals_stand_only_where_the_design_is_known():
    slide = slide_over(NOW, THEN, "## {compare=q1.c1 by=wave}")
    assert {bar.reach for bar in slide.chart.series[0].bars} == {None}
    waves = {name: drawn(one) for name, one in THEN.items()}
    slide = slide_over(drawn(NOW), waves, "## {compare=q1.c1 by=wave}", sampling=Sampling())
    assert all(bar.reach for bar in slide.chart.series[0].bars)
    slide = slide_over(drawn(NOW), waves, "## {compare=q1.c1 by=wave}")
    assert slide.chart.series[0].change is None
    assert foot(slide)[-1].startswith("Veränderungen sind nicht geprüft")


def test_waves_without_a_time_stand_equally_far_apart():
    chart = slide_over(NOW, {"Erste": asked(40), "Zweite_Welle": asked(60)},
                       "## {chart=q1 by=wave}").chart  # fmt: skip
    assert chart.categories == ("Erste", "Zweite Welle", "2022")
    assert chart.places == (0, 0.5, 1)


def test_places_are_steps_that_charts_of_office_can_have():
    assert snapped((0, 2 / 17, 1), 4) == (0, 1 / 8, 1)
    assert snapped((0, 0.75, 1), 4) == (0, 0.75, 1)
    assert snapped((0, 0.001, 1), 4) == (0, 0.5, 1)
    assert snapped((0, 0.5, 1), 4) == (0, 0.5, 1)
    assert slots_of((0, 0.75, 1)) == (0, 3, 4)
    chart = slide_over(NOW, {"2018": asked(40), "2021": asked(60)}, "## {chart=q1 by=wave}").chart
    wide = spaced(chart)
    assert wide.categories == ("2018", "", "", "2021", "2022")
    assert [bar and bar.plotted for bar in wide.series[0].bars] == [40, None, None, 60, 70]


def test_the_footer_of_a_sentence_tells_the_bases_of_its_waves():
    slide = slide_over(NOW, THEN, "## In Kürze {text}\n\nEs ist {risen: q1.c1[wave=2018]}.")
    said = foot(slide)
    assert (said[0], said[-1]) == ("Basis: n = 100", "2018: n = 100")
    slide = slide_over(NOW, THEN, "## In Kürze {text}\n\n{q2.top2[wave=2018 and q5=c2]}")
    said = foot(slide)
    assert said[-1] == "Land, 2018: n = 50"
    assert not any(one.startswith("Basis") for one in said)


def test_figures_json_names_the_wave_of_each_number():
    deck = deck_over(NOW, THEN, "## {q1.c1} nach {q1.c1[wave=2018]} {compare=q1.c1 by=wave}")
    figures = figures_json(deck)["figures"]
    waves = {one["binding"]: one["wave"] for one in figures}
    assert (waves["q1.c1"], waves["q1.c1[wave=2018]"], waves["study.n"]) == ("2022", "2018", "2022")
    assert waves["q1.n[wave=2020]"] == "2020"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("## {chart=q1 by=wave sort=size}", "chart-form"),
        ("## {chart=q1 form=lines by=q5}", "chart-form"),
        ("## {chart=q1 form=columns by=wave}", "chart-form"),
        ("## {compare=q1.c9 by=wave}", "unknown-binding"),
        ("## {compare=q1.n by=wave}", "unknown-binding"),
        ("## {chart=q1 by=wave highlight=c9}", "chart-form"),
    ],
)
def test_what_lines_cannot_be_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        slide_over(NOW, THEN, text)
    assert [one.code for one in caught.value.all] == [code]


def test_too_many_lines_are_refused():
    def many():
        answers = [f"c{at % 9 + 1}" for at in range(90)]
        return survey((single("q", "Welches?", [f"Antwort {at}" for at in range(9)]), answers))

    with pytest.raises(Problem) as caught:
        slide_over(many(), {"2018": many()}, "## {chart=q by=wave}")
    assert "9 lines" in caught.value.found


def test_a_slide_of_waves_needs_waves():
    document = read_document("## {chart=q1 by=wave}", "report.md", "de")
    with pytest.raises(Problem) as caught:
        plan(NOW, tabulate(NOW), language="de", document=document)
    assert caught.value.code == "claim-wave"


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_eight_long_lines_find_room_in_each_language(language):
    def grid(top: int):
        items = [
            (scale(f"q4.i{at}", "Wie gut?", item=f"Ein recht langer Name von Punkt {at}"),
             times(c1=top + at, c3=100 - top - at))
            for at in range(8)
        ]  # fmt: skip
        return survey(*items)

    deck = deck_over(grid(60), {"2005": grid(20), "2018": grid(59)}, "## {chart=q4 by=wave}",
                     language=language)  # fmt: skip
    assert overflows(deck) == []


HEAD = """wave: 2022
waves:
  2018: ../survey-2018
  2020: [answers.csv, weight=w, strata=region]
comparable:
  q2: "Ein Komma, mehr nicht."
"""


def test_the_front_matter_is_written_as_it_is_read():
    document = read_document(f"---\n{HEAD}---\n\n## {{chart=q1 by=wave}}\n", "report.md", "de")
    waves = document.waves
    assert [(one.path, one.weight, one.design) for one in waves.earlier] == [
        ("../survey-2018", None, None), ("answers.csv", None, "weight=w, strata=region"),
    ]  # fmt: skip
    assert read_document(write_document(document), "report.md", "de") == document


@pytest.mark.parametrize(
    ("head", "line", "found"),
    [
        ("wave: 2022", 2, "wave stands without what belongs to it."),
        ("waves:\n  2018: a", 2, "waves stands without what belongs to it."),
        ("comparable:\n  q1: darum", 2, "comparable stands without what belongs to it."),
        ("wave: 2022\nwaves: a", 3, "waves has a value."),
        ("wave: 2022\nwaves:", 3, "waves has nothing below it."),
        ("wave: 2022\nwaves:\n  2022: a", 4, "2022 names two waves."),
        ("wave: 2022\nwaves:\n  2018: a\n  2018: b", 5, "2018 names two waves."),
        ("wave: 2022\nwaves:\n  2018: a\n  2019: ./a", 5, "2019 has the source of 2018."),
        ("wave: 2022\nwaves:\n  2018:", 4, "2018 names no source."),
        ("wave: 2022\nwaves:\n  2020: a\n  2018: b", 2, "waves has 2018 after 2020."),
        ("wave: 2022\nwaves:\n  2018/19: a", 4, "2018/19 is no name of a wave."),
        ("wave: zwei drei\nwaves:\n  2018: a", 2, "wave is no name of a wave."),
        ("wave: 2022\nwaves:\n  2018: a\ncomparable:\n  q1:", 6, "q1 has no reason."),
    ],
)
def test_a_front_matter_that_says_no_waves_is_told_where_it_fails(head, line, found):
    with pytest.raises(Problem) as caught:
        read_document(f"---\n{head}\n---\n\n## {{title}}\n", "report.md", "de")
    (problem,) = caught.value.all
    assert (problem.code, problem.where.line, problem.found) == ("report-value", line, found)


def test_an_excuse_names_a_question_and_a_variable_is_not_called_wave():
    with pytest.raises(Problem) as caught:
        slide_over(NOW, THEN, "## {title}", more="comparable:\n  q77: darum\n")
    assert caught.value.code == "report-name"
    odd = survey((single("wave", "Welle?", ["A", "B"]), times(c1=50, c2=50)))
    with pytest.raises(Problem) as caught:
        slide_over(odd, {"2018": odd}, "## {title}")
    assert "wave is the name of a variable already." in caught.value.found
