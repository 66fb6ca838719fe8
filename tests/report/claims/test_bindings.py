"""A binding in braces prints one number of the survey, for everybody or for a subgroup."""

from __future__ import annotations

import pytest
from claimed import evidence_of, mends, stated, text
from surveys import multiple, numeric, rank, scale, single, survey, times

from rundfrage.codebook import Net, Role
from rundfrage.text import Text

# 40 answers: 24 very important, 8 important, 4 neutral, 4 unimportant; 2 left it blank.
IMPORTANT = times(c1=24, c2=8, c3=4, c5=4, blank=2)
SURVEY = survey(
    (
        single(
            "q1", "Und Sie?", ["Ja", "Nein"], [Net("alle", Text.of("alle", "de"), ("c1", "c2"))]
        ),
        times(c1=21, c2=21),
    ),
    (scale("q2", "Wie wichtig?"), IMPORTANT),
    (
        multiple("q3", "Was?", ["Brief", "Treffen", "Anderes"], last=(Role.OTHER,)),
        ["c1 c2"] * 10 + ["c1"] * 20 + ["c3"] * 10 + [""] * 2,
    ),
    (scale("q4.a", "Wie gut?", item="Ort"), times(c1=20, c2=22)),
    (scale("q4.b", "Wie gut?", item="Zeit"), times(c1=10, c3=32)),
    (numeric("q5", "Wie weit?", low=0, high=10, nps=True), ["10"] * 30 + ["0"] * 12),
    (rank("q6.a", "Ordnen Sie", "Brot"), ["1"] * 40 + ["2"] * 2),
    (rank("q6.b", "Ordnen Sie", "Salz"), ["2"] * 40 + ["1"] * 2),
    ranking=("q6",),
)
EVIDENCE = evidence_of(SURVEY)


@pytest.mark.parametrize(
    ("binding", "printed"),
    [
        ("q2.top2", "80 %"),
        ("q2.bottom2", "10 %"),
        ("q2.c1", "60 %"),
        ("q2.c1.share", "60 %"),
        ("q2.c1.count", "24"),
        ("q2.n", "40"),
        ("q2.asked", "42"),
        ("q2.mean", "1,80"),
        ("q2.mean:1", "1,8"),
        ("q2.top2:1", "80,0 %"),
        ("q2.median", "1"),
        ("q2.sd", "1,26"),
        ("q1.alle", "100 %"),
        ("q3.c1", "75 %"),
        ("q3.c1.rank", "1"),
        ("q3.c2.rank", "2"),
        ("q3.mentions", "1,25"),
        ("q4.a.mean", "1,52"),
        ("q4.b.rank", "2"),
        ("q5.nps", "+43"),
        ("q6.a.mean", "1,05"),
        ("q6.a.rank", "1"),
        ("study.n", "42"),
        ("study.field", "23.–28.09.2020"),
        ("study.field_start", "23.09.2020"),
        ("study.field_end", "28.09.2020"),
    ],
)
def test_a_binding_prints_the_number_as_the_language_writes_it(binding, printed):
    assert text(f"{{{binding}}}", EVIDENCE) == printed


@pytest.mark.parametrize(
    ("binding", "printed"),
    [
        ("q2.top2[q1=c1]", "[100 %]"),
        ("q2.top2[not q1=c1]", "[58 %]"),
        ("q2.n[q1=c2]", "19"),
        ("study.n[q1=c2]", "21"),
        ("q2.top2[q3=c1]", "100 %"),
        ("q2.top2[q1=c1 and q3=c2]", "[100 %]"),
        ('q2.top2["c1" in q3]', "100 %"),
        ("q2.top2[q2<=2]", "100 %"),
        ("q2.c1[count(q3)>=2]", "[100 %]"),
        ("q4.a.mean[q5 == 10]", "1,33"),
    ],
)
def test_a_subgroup_stands_in_square_brackets(binding, printed):
    assert text(f"{{{binding}}}", EVIDENCE) == printed


def test_a_figure_of_a_subgroup_bears_it_in_its_binding_and_its_base():
    figure = stated("{q2.top2[q1=c2]}", EVIDENCE)[0].figures[0]
    assert (figure.binding, figure.base, figure.asked) == ("q2.top2[q1=c2]", 19, 21)


def test_the_same_number_has_the_same_figure_in_sentence_and_chart():
    figure = stated("{q2.top2}", EVIDENCE)[0].figures[0]
    assert (figure.binding, figure.value, figure.base) == ("q2.top2", 0.8, 40)


@pytest.mark.parametrize(
    ("source", "mend"),
    [
        ("{q2.topp2}", "q2.top2"),
        ("{q4.c.mean}", "q4.a.mean"),
        ("{q3.c4}", "q3.c1"),
        ("{studi.n}", "study.n"),
    ],
)
def test_an_unknown_binding_is_answered_with_the_nearest_known_ones(source, mend):
    assert text(source, EVIDENCE) == "unknown-binding"
    assert mend in mends(source, EVIDENCE)[0]


@pytest.mark.parametrize(
    "binding",
    ["q2.top2[q1=c3]", "q2.top2[q9=c1]", "q2.top2[q3 == 1]", 'q2.top2[q1 < "c1"]'],
)
def test_a_condition_that_fits_no_variable_is_a_problem(binding):
    assert text(f"{{{binding}}}", EVIDENCE) == "claim-subgroup"


def test_a_condition_that_is_none_is_a_problem_of_the_rules():
    assert text("{q2.top2[q1 ==]}", EVIDENCE) == "condition-syntax"


def test_a_group_under_the_threshold_is_suppressed_and_so_is_its_complement():
    few = survey(
        (single("q1", "Und?", ["Ja", "Nein"]), times(c1=3, c2=40)),
        (scale("q2", "Wie wichtig?"), times(c1=30, c2=13)),
    )
    evidence = evidence_of(few)
    assert text("{q2.top2}", evidence) == "100 %"
    assert text("{q2.c1[q1=c1]}", evidence) == "claim-suppressed"
    assert text("{q2.c1[q1=c2]}", evidence) == "claim-suppressed"
    assert text("{study.n[q1=c1]}", evidence) == "claim-suppressed"


def test_a_wave_is_a_subgroup_like_any_other():
    waves = survey(
        (numeric("wave", "Welle"), ["1"] * 40 + ["2"] * 40),
        (scale("q2", "Wie wichtig?"), times(c1=20, c3=20) + times(c1=36, c3=4)),
    )
    evidence = evidence_of(waves)
    assert text("{q2.top2[wave=1]} und {q2.top2[wave=2]}", evidence) == "50 % und 90 %"
    assert text("{more: q2.top2[wave=2], q2.top2[wave=1]}", evidence) == "mehr"
    assert text("{diff: q2.top2[wave=2], q2.top2[wave=1]}", evidence) == "40 Prozentpunkte"


def test_a_name_with_spaces_stands_in_backquotes():
    odd = survey((numeric("How old, are you?", "Alter"), ["30"] * 40))
    assert text("{`How old, are you?.mean`}", evidence_of(odd)) == "30"


def test_a_number_without_answers_has_no_value():
    silent = survey((scale("q2", "Wie wichtig?"), times(blank=10)))
    assert text("{q2.top2}", evidence_of(silent)) == "binding-no-value"
