"""Figures bound to the data: by names, by labels, by the order of a scale, by their value."""

import pytest
from reports import document, garden, pages, survey, table, verdicts

from rundfrage.audit.survey import survey_of
from rundfrage.services.answers import load
from rundfrage.services.survey import open_source


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    return survey(tmp_path_factory.mktemp("audit") / "garden")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Frage 1", "80 % sagen „Ja“."), [("80 %", "matches", ("q1.ja",))]),
        (("Frage 1", "70 % sagen „Ja“."), [("70 %", "differs", ("q1.ja",))]),
        (("Frage 4", "80 %", "sehr wichtig oder wichtig"), [("80 %", "matches", ("q4.top2",))]),
        (("Frage 4", "40 %", "finden ihn sehr wichtig"), [("40 %", "matches", ("q4.1",))]),
        (("Frage 4", "Mittelwert 1,94"), [("1,94", "matches", ("q4.mean",))]),
        (("Frage 4", "Mittelwert 1,95"), [("1,95", "differs", ("q4.mean",))]),
        (
            ("Frage 2", "„Ruhe und Erholung“ (1,70), „Feste mit der Nachbarschaft feiern“ (3,10)"),
            [("1,70", "matches", ("q2.ruhe.mean",)), ("3,10", "differs", ("q2.feste.mean",))],
        ),
        (
            ("Frage 2", "Mittelwerte von 1,70 bis 3,00"),
            [("1,70", "matches", ("q2.ruhe.mean",)), ("3,00", "matches", ("q2.feste.mean",))],
        ),
        (
            ("Frage 2", "Es reicht von Ø 1,80 bis Ø 3,00"),
            [("1,80", "differs", ("q2.ruhe.mean",)), ("3,00", "matches", ("q2.feste.mean",))],
        ),
        (
            ("Frage 2", "30 % finden „Eigenes Gemüse ernten“ sehr wichtig oder wichtig (Ø 2,20)."),
            [("30 %", "differs", ("q2.gemuese.top2",)), ("2,20", "matches", ("q2.gemuese.mean",))],
        ),
        (
            ("Frage 2", "„Feste mit der Nachbarschaft feiern“ (3,00); 50 %: Erholung sehr wichtig"),
            [("3,00", "matches", ("q2.feste.mean",)), ("50 %", "matches", ("q2.ruhe.1",))],
        ),
        (("Frage 3", "Vorn: Tomaten (75 %), gefolgt von Bohnenstangen (51 %)"),
         [("75 %", "matches", ("q3.tomaten",)), ("51 %", "differs", ("q3.bohnen",))]),
        (("Frage 1", "Gut die Hälfte ist dabei: „Ja“"), [("die Hälfte", "too_vague", ("q1.ja",))]),
        (("Frage 3", "Am häufigsten: „Tomaten“ (75 %) und „Bohnen“ (51 %)"),
         [("75 %", "matches", ("q3.tomaten",)), ("51 %", "differs", ("q3.bohnen",))]),
        (("Frage 3", "12,5 % haben Blumen angebaut"), [("12,5 %", "matches", ("q3.blumen",))]),
        (
            ("Frage 3", "Basis: n = 40 Antwortende von 50 Befragten"),
            [("40", "matches", ("q3.n",)), ("50", "matches", ("study.n",))],
        ),
        (
            ("Frage 3", "Basis: n = 41 Antwortende von 60 Befragten"),
            [("41", "differs", ("q3.n",)), ("60", "differs", ("study.n",))],
        ),
        (("q2.ruhe.top2 = 81 %",), [("81 %", "differs", ("q2.ruhe.top2",))]),
        # How sure a number is, groups and other years say nothing that can be wrong.
        (("Frage 1", "80 % (95 %-Konfidenzintervall 71–88 %) sagen „Ja“, ±8 Punkte."),
         [("80 %", "matches", ("q1.ja",))]),
        (("Frage 1", "„Ja“: 80 % (95% CI: 71, 88)"), [("80 %", "matches", ("q1.ja",))]),
        (("Frage 1", "„Ja“ sagen 80 %, bei einer Fehlerspanne von 8,5 Prozentpunkten"),
         [("80 %", "matches", ("q1.ja",))]),
        (("Frage 1", "„Ja“ sagen 80 % (71 bis 88 %, Konfidenzniveau 95 %)"),
         [("80 %", "matches", ("q1.ja",))]),
        (("q1.ja[q4=1] = 62 %", "q1.ja.interval = 71–88 %"), []),
        (("Frage 1", "Unter den Älteren sagen 62 % „Ja“."), [("62 %", "not_found", ())]),
        (("Frage 1", "Von den Befragten sagen 62 % „Ja“."), [("62 %", "differs", ("q1.ja",))]),
        (("Frage 1", "„Ja“ sagen 80 %, 2019 waren es 62 %."),
         [("80 %", "matches", ("q1.ja",)), ("62 %", "not_found", ())]),
        (("Frage 1", "„Ja“ sagten 2024 62 %."), [("62 %", "differs", ("q1.ja",))]),
        (("Frage 1", "Zuvor sagten 62 % „Ja“."), [("62 %", "not_found", ())]),
        (("Frage 3", "Zusammen nannten „Tomaten“ und „Bohnen“ 99 %."), [("99 %", "not_found", ())]),
        # A range is an interval only in a text that says how sure numbers are.
        (("Frage 1", "KI: 62 % „Ja“."), [("62 %", "differs", ("q1.ja",))]),
        (("Frage 1", "Befragung Mai 2024 – 62 % „Ja“."),
         [("2024", "not_found", ()), ("62 %", "differs", ("q1.ja",))]),
        (("Frage 1", "„Ja“: 62 % – „Nein“: 38 %"),
         [("62 %", "differs", ("q1.ja",)), ("38 %", "differs", ("q1.nein",))]),
        (("Frage 1", "„Ja“ sagen 62 %, zuvor undenkbar."), [("62 %", "differs", ("q1.ja",))]),
        (("Frage 1", "Unter denen, die antworteten, sagten 62 % „Ja“."),
         [("62 %", "differs", ("q1.ja",))]),
        (("Befragt vom 02.05.2024 bis 21.05.2024",),
         [("02.05.2024", "matches", ("study.field_start",)),
          ("21.05.2024", "differs", ("study.field_end",))]),
        *(((words,), [(first, "matches", ("study.field_start",)),
                      (last, "differs", ("study.field_end",))])
          for words, first, last in (
              ("Befragt 02.–21.05.2024", "02.", "21.05.2024"),
              ("Befragt 02.05.–21.06.2024", "02.", "21.06.2024"),
              ("Asked May 2 – 21, 2024", "May 2", "21, 2024"),
              ("2–21 May 2024", "2", "21 May 2024"),
          )),
        (("Frage 1", "Ja: n = 17 · alle außer „Ja“: n = 11"),
         [("17", "not_found", ()), ("11", "not_found", ())]),
        (("50 Menschen haben teilgenommen",), [("50", "matches", ("study.n",))]),
    ],
)  # fmt: skip
def test_bound(known, texts, expected):
    assert verdicts(document(*texts), known) == expected


BASES = {"ruhe": 50, "gemuese": 48, "feste": 45}


@pytest.fixture(scope="module")
def with_gaps(tmp_path_factory):
    """The garden, but some left lines of the grid blank, so that its bases differ."""
    folder = garden(tmp_path_factory.mktemp("audit") / "gaps")
    head, *rows = (folder / "answers.csv").read_text(encoding="utf-8").splitlines()
    lines = [head]
    for number, row in enumerate(rows):
        cells = row.split(",")
        for at, base in enumerate(BASES.values(), 1):
            cells[at] = cells[at] if number < base else ""
        lines.append(",".join(cells))
    (folder / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return survey_of(load(open_source(folder)), "de")


@pytest.mark.parametrize(
    ("shown", "bases", "expected"),
    [
        ("", "45 bis 50", [("matches", "feste"), ("matches", "ruhe")]),
        ("", "48 bis 50", [("matches", "gemuese"), ("matches", "ruhe")]),
        ("", "45 bis 49", [("matches", "feste"), ("differs", "ruhe")]),
        ("„Eigenes Gemüse ernten“ und „Ruhe und Erholung“", "48 bis 50",
         [("matches", "gemuese"), ("matches", "ruhe")]),
        ("„Eigenes Gemüse ernten“ und „Ruhe und Erholung“", "45 bis 50",
         [("matches", "feste"), ("matches", "ruhe")]),
        ("„Eigenes Gemüse ernten“ und „Ruhe und Erholung“", "47 bis 48",
         [("differs", "gemuese"), ("differs", "ruhe")]),
    ],
)  # fmt: skip
def test_a_range_of_bases_is_that_of_the_named_items_or_of_all(with_gaps, shown, bases, expected):
    report = document("Frage 2", shown, f"Basis: je Zeile n = {bases} Antwortende")
    assert [(verdict, name) for _, verdict, (name,) in verdicts(report, with_gaps)] == [
        (verdict, f"q2.{item}.n") for verdict, item in expected
    ]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Für über 75 % sind Ruhe und Erholung sehr wichtig oder wichtig.", "matches"),
        ("Für über 85 % sind Ruhe und Erholung sehr wichtig oder wichtig.", "differs"),
        ("Für über 50 % sind Ruhe und Erholung sehr wichtig oder wichtig.", "too_vague"),
        ("Für 8 von 10 sind Ruhe und Erholung sehr wichtig oder wichtig.", "matches"),
        ("Für rund ein Drittel der Leute sind Ruhe und Erholung wichtig.", "matches"),
    ],
)
def test_wordings_are_compared_unrounded(known, claim, verdict):
    assert [one[1] for one in verdicts(document("Frage 2", claim), known)] == [verdict]


def test_a_claim_on_several_items_must_hold_for_each(known):
    said = "Für über 55 % sind Ruhe und Erholung sowie eigenes Gemüse sehr wichtig oder wichtig."
    bound = ("q2.ruhe.top2", "q2.gemuese.top2")
    assert verdicts(document("Frage 2", said), known) == [("55 %", "matches", bound)]
    higher = said.replace("55", "65")
    assert verdicts(document("Frage 2", higher), known) == [("65 %", "differs", bound)]


def test_cells_are_bound_by_row_and_column(known):
    report = table(
        {"Ruhe und Erholung": ("50 %", "80 %", "1,70"),
         "Eigenes Gemüse ernten": ("20 %", "61 %", "2,20")},
        "sehr wichtig",
        "Oberste zwei",
        "Ø",
        before=("Frage 2",),
    )  # fmt: skip
    assert [one for one in verdicts(report, known) if one[1] != "matches"] == [
        ("61 %", "differs", ("q2.gemuese.top2",))
    ]


def test_without_a_sign_of_the_question_nothing_is_said_to_differ(known):
    report = document("In der Stadt leben 63 % in Mietwohnungen.", "Von 120 Antworten anderswo.")
    assert [one[1] for one in verdicts(report, known)] == ["not_found", "not_found"]


def test_shares_of_a_part_of_the_respondents_are_left_alone(known):
    report = table({"Ja": ("91 %", "66 %")}, "Frauen", "Männer", before=("Frage 1",))
    assert [one[1] for one in verdicts(report, known)] == ["not_found", "not_found"]


def test_a_summary_is_bound_through_what_the_report_says_elsewhere(known):
    report = pages(
        ("Frage 2", "Wie wichtig sind Ihnen diese Dinge?", "Stille im Grünen", "1,70",
         "Ernte", "2,20", "Gesellige Abende", "3,00"),
        ("Fazit", "Am wichtigsten ist „Stille im Grünen“ (1,80), gefolgt von „Ernte“ (2,20)."),
    )  # fmt: skip
    found = verdicts(report, known)
    assert found[3:] == [
        ("1,80", "differs", ("q2.ruhe.mean",)),
        ("2,20", "matches", ("q2.gemuese.mean",)),
    ]
