"""Numbers of earlier waves and claims of change: only of the same question, and only if so."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from io import BytesIO

import numpy as np
import pytest
from claimed import stated, text
from pyarrow import csv
from scipy.stats import t as student
from surveys import categories, numeric, scale, single, survey, times
from waves import asked, drawn, evidence_over

from rundfrage.codebook import Net, Sample, VariableType
from rundfrage.dataset import Coded, Dataset, Values
from rundfrage.errors import Problem
from rundfrage.report.claims import Binding
from rundfrage.report.claims.testing import chance
from rundfrage.report.claims.waves import in_wave, places_of, times_of, wave_in
from rundfrage.tables.sampling import Sampling
from rundfrage.text import EMPTY

WAVES = evidence_over(asked(70, 51), {"2018": asked(40), "2020": asked(60)})


def test_a_binding_names_the_wave_alone_or_with_a_group():
    assert text("{q1.c1} nach {q1.c1[wave=2018]}", WAVES) == "70 % nach 40 %"
    assert text("{q1.c1[wave=2022]}", WAVES) == "70 %"
    assert text("{q1.c1[wave=2018 and q5=c2]}, {q1.c1[q5=c1 and wave=2018]}", WAVES) == "0 %, 80 %"
    assert text("{study.n[wave=2018]}, {q4.a.mean[wave=2020]:1}", WAVES) == "100, 2,0"
    assert text("{first: q1[wave=2018]}, {first: q1}", WAVES) == "Nein, Ja"


def test_the_figure_knows_its_wave():
    claim, _ = stated("{q1.c1}, {q1.c1[wave=2018]}", WAVES)
    assert [(one.binding, one.wave, one.base) for one in claim.figures] == [
        ("q1.c1", "", 100), ("q1.c1[wave=2018]", "2018", 100),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{risen: q1.c1[wave=2018]}", "gestiegen"),
        ("{Risen: q1.c1[wave=2018], q1.c1[wave=2020]}", "Gestiegen"),
        ("{fallen: q1.c2[wave=2018]}", "gesunken"),
        ("{risen: q1.c1}", "claim-not-significant"),
        ("{fallen: q1.c1[wave=2018]}", "claim-false"),
        ("{unchanged: q2.top2[wave=2018]}", "unverändert"),
        ("{unchanged: q1.c1}", "claim-false"),
        ("{unchanged: q4.b.mean}", "unverändert"),
        ("{more: q1.c1, q1.c1[wave=2018]}", "mehr"),
        ("{less: q1.c1[wave=2018], q1.c1}", "weniger"),
        ("{diff: q1.c1, q1.c1[wave=2018]}", "30 Prozentpunkte"),
        ("{over 35: q1.c1[wave=2018]}", "über 35 %"),
        ("{risen: q1.c1, q1.c1[wave=2018]}", "claim-wave"),
        ("{risen: q1.c1[wave=2016]}", "claim-wave"),
        ("{q1.c1[wave=2016]}", "claim-wave"),
        ("{q1.c1[not wave=2018]}", "claim-wave"),
        ("{q1.c1[wave=2018 or q5=c1]}", "claim-wave"),
        ("{unchanged: q1.n}", "claim-mixed"),
    ],
)
def test_changes_are_said_only_if_they_are_so(source, printed):
    assert text(source, WAVES) == printed


def test_small_samples_make_no_difference_none():
    few = evidence_over(asked(6, n=10), {"2018": asked(4, n=10)})
    assert text("{risen: q1.c1}", few) == "claim-not-significant"
    assert text("{unchanged: q1.c1}", few) == "claim-false"


def test_without_waves_nothing_speaks_of_them():
    alone = replace(WAVES, earlier={})
    assert text("{risen: q1.c1}", alone) == "claim-wave"
    assert text("{q1.c1[wave=2018]}", alone) == "claim-subgroup"


OTHERS = {
    "wording": asked(40, wording="Fahren Sie Bahn?"),
    "spaces": asked(40, wording="Fahren  Sie?"),
    "answers": survey((single("q1", "Fahren Sie?", ["Ja", "Nein", "?"]), times(c1=40, c3=60))),
    "labels": survey((single("q1", "Fahren Sie?", ["Ja!", "Nein"]), times(c1=40, c2=60))),
    "kind": survey((scale("q1", "Fahren Sie?", ["Ja", "Nein"]), times(c1=40, c2=60))),
    "missing": survey((single("q9", "Fahren Sie?", ["Ja", "Nein"]), times(c1=40, c2=60))),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_was_asked_otherwise_has_no_number(name):
    evidence = evidence_over(asked(70), {"2018": OTHERS[name]})
    expected = "40 %" if name == "spaces" else "claim-wave-differs"
    assert text("{q1.c1[wave=2018]}", evidence) == expected


@pytest.mark.parametrize("name", OTHERS)
def test_a_wording_may_be_excused_but_no_kind_and_no_answers(name):
    evidence = evidence_over(asked(70), {"2018": OTHERS[name]}, excused={"q1": "Es ist dasselbe."})
    alike = name in {"wording", "spaces", "labels"}
    assert text("{q1.c1[wave=2018]}", evidence) == ("40 %" if alike else "claim-wave-differs")


def test_a_group_made_by_another_question_is_none():
    evidence = evidence_over(asked(70), {"2018": OTHERS["wording"]})
    assert text("{q2.top2[wave=2018]}", evidence) == "50 %"
    assert text("{q2.top2[wave=2018 and q1=c1]}", evidence) == "claim-wave-differs"


def test_the_codes_of_a_scale_count():
    def coded(*codes: int) -> Dataset:
        steps = categories(["gut", "mittel", "schlecht"])
        question = replace(
            scale("q1", "Wie?"),
            categories=tuple(
                replace(one, code=code) for one, code in zip(steps, codes, strict=True)
            ),
        )
        return survey((question, times(c1=50, c3=50)))

    assert text(
        "{q1.mean[wave=2018]}", evidence_over(coded(1, 2, 3), {"2018": coded(3, 2, 1)})
    ) == ("claim-wave-differs")


def test_nets_are_those_of_today():
    net = Net("some", EMPTY, ("c1", "c2"))
    now = survey((single("q1", "?", ["A", "B", "C"], [net]), times(c1=50, c2=10, c3=40)))
    then = survey((single("q1", "?", ["A", "B", "C"]), times(c1=20, c2=20, c3=60)))
    assert text("{q1.some[wave=2018]}", evidence_over(now, {"2018": then})) == "40 %"


def test_what_is_suppressed_in_a_wave_stays_so_and_no_change_tells_of_it():
    evidence = evidence_over(asked(70), {"2018": asked(2, n=4)})
    for source in ("{q1.c1[wave=2018]}", "{diff: q1.c1, q1.c1[wave=2018]}",
                   "{risen: q1.c1}", "{unchanged: q1.c1}", "{q1.n[wave=2018]}"):  # fmt: skip
        assert text(source, evidence) == "claim-suppressed"
    few = evidence_over(asked(70), {"2018": asked(40, 97)})
    assert text("{q1.c1[wave=2018 and q5=c2]}", few) == "claim-suppressed"


def test_a_drawn_sample_needs_its_design_in_each_wave():
    now, then = drawn(asked(70)), drawn(asked(40))
    bare = evidence_over(now, {"2018": then})
    half = evidence_over(now, {"2018": then}, Sampling(), {"2018": None})
    whole = evidence_over(now, {"2018": then}, Sampling())
    assert text("{risen: q1.c1}", bare) == "claim-without-design"
    assert text("{risen: q1.c1}", half) == "claim-without-design"
    assert text("{risen: q1.c1}", whole) == "gestiegen"


def test_a_share_without_spread_is_not_certain_between_waves():
    evidence = evidence_over(drawn(asked(12)), {"2018": drawn(asked(0, 2, n=6))}, Sampling())
    assert text("{risen: q1.c1}", evidence) == "claim-not-significant"


def api(name: str) -> Dataset:
    """Schools of California as R's package survey has them, a sample by itself."""
    content = files("rundfrage.stats.reference").joinpath(f"{name}.csv").read_bytes()
    table = csv.read_csv(BytesIO(content))
    n = table.num_rows
    plain = {one: table[one].to_numpy().astype(float) for one in ("api00", "pw", "fpc")}
    kinds = ["E", "H", "M"]
    kind = single("stype", "Art", kinds)
    made = survey(
        *((numeric(one, one), ["1"] * n) for one in plain),
        (kind, ["c1"] * n),
        sample=Sample.PROBABILITY,
    )
    assert made.codebook["api00"].type is VariableType.NUMERIC
    codes = np.array([kinds.index(one) for one in table["stype"].to_pylist()], np.int16)
    values = {one: Values(given, np.zeros(n, np.int8)) for one, given in plain.items()}
    return replace(made, columns={**values, "stype": Coded(codes)})


def of_r(design: str) -> dict[str, float]:
    """The mean of api00 with its standard error and degrees of freedom, by R."""
    reference = json.loads(files("rundfrage.stats.reference").joinpath("values.json").read_text())
    found = {}
    for one in reference["comparisons"]:
        if (one["design"], one["statistic"], one["arguments"]) == (
            design, "means", {"variable": "api00"},
        ):  # fmt: skip
            found |= {name: value for label, name, value in one["values"] if not label}
    return found


def test_two_designs_are_compared_as_r_compares_independent_samples():
    """Its svycontrast of two means whose covariance is nothing; degrees of freedom add up."""
    simple = Sampling(weight="pw", fpc=("fpc",))
    strata = Sampling(weight="pw", fpc=("fpc",), strata=("stype",))
    evidence = evidence_over(api("apistrat"), {"2018": api("apisrs")}, strata, {"2018": simple})
    now, then = (evidence.quantity(Binding("api00.mean", words)) for words in ("", in_wave("2018")))
    here, there = of_r("strat"), of_r("srs")
    assert float(now.exact) == pytest.approx(here["value"], rel=1e-9)
    assert float(then.exact) == pytest.approx(there["value"], rel=1e-9)
    gap = abs(here["value"] - there["value"])
    df = here["df"] + there["df"]
    expected = 2 * student.sf(gap / np.hypot(here["se"], there["se"]), df)
    assert chance(now, then, evidence) == pytest.approx(expected, rel=1e-9)


def test_names_that_are_times_stand_as_far_apart():
    assert places_of(("2018", "2020", "2022-07")) == pytest.approx((0, 2 / 4.5, 1))
    assert places_of(("2020-Q1", "2020-Q3", "2021-Q1")) == (0, 0.5, 1)
    assert places_of(("2020-05-01", "2020-05-03", "2020-05-05")) == pytest.approx((0, 0.5, 1))
    assert places_of(("first", "second", "2020")) == (0, 0.5, 1)
    assert times_of(("2020-13",)) is None
    assert times_of(("2020-02-30",)) is None


def test_the_condition_is_taken_apart():
    assert wave_in("q5=c1") is None
    assert wave_in("wave=2018") == ("2018", "")
    assert wave_in('wave="Spring_2018" and q5=c1') == ("Spring_2018", 'q5 == "c1"')
    assert wave_in(in_wave("2018", "q5=c1 or q5=c2")) == ("2018", 'q5 == "c1" or q5 == "c2"')
    with pytest.raises(Problem):
        wave_in("wave != 2018")
