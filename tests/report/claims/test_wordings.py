"""A wording is printed only if the data bear it; the problem names what fails and what to write."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from claimed import evidence_of, mends, stated, text
from surveys import multiple, numeric, rank, scale, single, survey, times

from rundfrage.codebook import Role
from rundfrage.report.claims import Band
from rundfrage.report.claims.wordings import NAMES

# One hundred respondents, so that a count is a percentage.
ITEMS = {"a": 93, "b": 91, "c": 87, "d": 50}
SURVEY = survey(
    (single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=60, c2=40)),
    (
        multiple("q3", "Woher?", ["Brief", "Treffen", "Radio", "Keines davon"], last=(Role.NONE,)),
        ["c1 c2"] * 30 + ["c1"] * 25 + ["c3"] * 10 + ["c4"] * 35,
    ),
    *(
        (scale(f"q4.{name}", "Wie gut?", item=name.upper()), times(c1=top, c3=100 - top))
        for name, top in ITEMS.items()
    ),
    (scale("split", "Und?"), times(c1=40, c3=15, c5=45)),
    (single("half", "?", ["x", "y"]), times(c1=52, c2=48)),
    (single("third", "?", ["x", "y"]), times(c1=33, c2=67)),
    (single("quarter", "?", ["x", "y"]), times(c1=24, c2=76)),
    (single("exact", "?", ["x", "y"]), times(c1=75, c2=25)),
    (rank("q6.a", "Ordnen Sie", "Brot"), ["1"] * 90 + ["2"] * 10),
    (rank("q6.b", "Ordnen Sie", "Salz"), ["2"] * 90 + ["1"] * 10),
    (single("tied", "?", ["x", "y", "z"]), times(c1=40, c2=40, c3=20)),
    (numeric("age", "Alter"), ["30"] * 50 + ["40"] * 50),
    ranking=("q6",),
)
EVIDENCE = evidence_of(SURVEY, bands={"urteil": (Band(1, 1.5, "gut"), Band(1.5, 5, "mäßig"))})
# The wave before: fewer said yes.
BEFORE = survey(
    (single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=30, c2=70)),
    (single("exact", "?", ["x", "y"]), times(c1=74, c2=26)),
)
EVIDENCE = replace(EVIDENCE, wave="2022", earlier={"2018": evidence_of(BEFORE)})
ENGLISH = replace(
    evidence_of(SURVEY, "en"), wave="2022", earlier={"2018": evidence_of(BEFORE, "en")}
)

HELD = {
    "{over 90: q4.a.top2, q4.b.top2}": ("über 90 %", "over 90%"),
    "{Over 85: q4.c.top2}": ("Über 85 %", "Over 85%"),
    "{over 45: q4.top2}": ("über 45 %", "over 45%"),
    "{over 95: q4.a.n}": ("über 95", "over 95"),
    "{under 55: q4.d.top2}": ("unter 55 %", "under 55%"),
    "{about 92: q4.a.top2, q4.b.top2}": ("rund 92 %", "about 92%"),
    "{about 100: q4.a.n}": ("rund 100", "about 100"),
    "{of10: q4.b.top2}": ("9 von 10", "9 out of 10"),
    "{half: q4.d.top2}": ("die Hälfte", "half"),
    "{Half: half.c1}": ("Gut die Hälfte", "Just over half"),
    "{half: half.c1, half.c2}": ("rund die Hälfte", "about half"),
    "{third: third.c1}": ("ein Drittel", "a third"),
    "{two thirds: third.c2}": ("zwei Drittel", "two thirds"),
    "{quarter: quarter.c1}": ("knapp ein Viertel", "just under a quarter"),
    "{three quarters: exact.c1, quarter.c2}": ("rund drei Viertel", "about three quarters"),
    "{majority: q1.c1}": ("die Mehrheit", "a majority"),
    "{risen: q1.c1}": ("gestiegen", "risen"),
    "{Fallen: q1.c2[wave=2018]}": ("Gesunken", "Fallen"),
    "{unchanged: exact.c1}": ("unverändert", "unchanged"),
    "{first: q3}": ("Brief", "Brief"),
    "{largest: q1.c1}": ("Ja", "Ja"),
    "{most: q4}": ("A", "A"),
    "{first: q4.b.mean[q1=c2]}": ("claim-false", "claim-false"),
    "{highest: q4.a.top2}": ("93 %", "93%"),
    "{highest: q4.b.top2}": ("claim-false", "claim-false"),
    "{highest: age.mean}": ("claim-no-order", "claim-no-order"),
    "{lowest: split.top2}": ("40 %", "40%"),
    "{lowest: q4.c.top2}": ("claim-false", "claim-false"),
    "{divided: split.top2}": ("40 %", "40%"),
    "{last: q4.d}": ("D", "D"),
    "{last: q4.top2}": ("D", "D"),
    "{rank 2: q3.c2}": ("Treffen", "Treffen"),
    "{rank 1: tied.c2}": ("y", "y"),
    "{top 2: q3}": ("„Brief“ und „Treffen“", "“Brief” and “Treffen”"),
    "{top 2: q4.top2}": ("„A“ und „B“", "“A” and “B”"),
    "{leading 2: q3}": ("„Brief“ (55 %) und „Treffen“ (30 %)",
                        "“Brief” (55%) and “Treffen” (30%)"),
    "{leading 1: q6}": ("„Brot“ (1,10)", "“Brot” (1.10)"),
    "{trailing 1: q4}": ("„D“ (2,00)", "“D” (2.00)"),
    "{followed by: q3.c1, q3.c2}": ("gefolgt von", "followed by"),
    "{followed by: q4.a, q4.b, q4.c}": ("gefolgt von", "followed by"),
    "{net: q4.a.top2}": ("sehr wichtig oder wichtig", "sehr wichtig or wichtig"),
    "{net: q4.top2}": ("sehr wichtig oder wichtig", "sehr wichtig or wichtig"),
    "{answers: q4.a.bottom2}": ("„weniger wichtig“ oder „unwichtig“",
                                "“weniger wichtig” or “unwichtig”"),
    "{label: q3.c2}": ("Treffen", "Treffen"),
    "{label: q4.a}": ("A", "A"),
    "{question: q4}": ("Wie gut?", "Wie gut?"),
    "{range: q4.mean}": ("1,14 bis 2,00", "1.14 to 2.00"),
    "{range: q4.top2}": ("50 % bis 93 %", "50% to 93%"),
    "{more: q4.a.top2, q4.d.top2}": ("mehr", "more"),
    "{Less: q4.d.top2, q4.a.top2}": ("Weniger", "Fewer"),
    "{more: q4.d.mean, q4.a.mean}": ("höher", "higher"),
    "{diff: q1.c1, q1.c2}": ("20 Prozentpunkte", "20 percentage points"),
    "{diff: q4.d.mean, q4.a.mean}": ("0,86", "0.86"),
}  # fmt: skip


@pytest.mark.parametrize("source", [source for source in HELD if "[" not in source])
def test_every_wording_takes_a_group_and_says_of_all_what_it_says_of_everybody(source):
    group = "q1=c1 or q1=c2"
    of_group = re.sub(r"([:,] )([^\s,{}\[\]]+)(?=[,}])", rf"\1\2[{group}]", source)
    assert of_group.count(group) == len(re.findall(r"[:,] ", source))
    assert text(of_group, EVIDENCE) == text(source, EVIDENCE)


@pytest.mark.parametrize(("source", "printed"), HELD.items())
def test_a_wording_that_holds_is_printed_in_the_language_of_the_deck(source, printed):
    assert (text(source, EVIDENCE), text(source, ENGLISH)) == printed


@pytest.mark.parametrize(
    ("source", "mend"),
    [
        ("{over 90: q4.a.top2, q4.c.top2}", "Write {over 85: q4.a.top2, q4.c.top2}."),
        ("{over 75: exact.c1}", "Write {over 70: exact.c1}."),
        ("{under 50: q4.d.top2}", "Write {under 55: q4.d.top2}."),
        ("{about 85: q4.d.top2}", "Write {about 50: …}, or print the numbers."),
        ("{of10: q4.c.top2, q4.a.top2, half.c1}", "Print the number itself: {q4.c.top2}."),
        ("{half: q1.c1}", "Print the number itself: {q1.c1}."),
        ("{quarter: third.c1}", "Print the number itself: {third.c1}."),
        ("{majority: q4.d.top2}", "Print the number itself: {q4.d.top2}."),
        ("{first: q3.c2}", "In front is q3.c1."),
        ("{last: q4.a}", "The last is q4.d.mean."),
        ("{rank 3: q3.c2}", "Write {rank 2: …}."),
        ("{top 4: q1}", "Choose a smaller number."),
        ("{top 1: tied}", "Choose another number, so that no equals are torn apart."),
        ("{first: tied}", "Say of both that they are in front, or write {leading 2: …}."),
        ("{followed by: q3.c2, q3.c1}", "Name them in this order."),
        ("{followed by: q4.a, q4.c}", "Name them in this order."),
        ("{followed by: tied.c1, tied.c2}", "Name them in this order."),
        ("{more: q4.d.top2, q4.a.top2}", "Turn the comparison round."),
        ("{diff: q1.c2, q1.c1}", "Name the larger number first."),
    ],
)
def test_a_false_claim_says_what_the_data_say(source, mend):
    assert (text(source, EVIDENCE), mends(source, EVIDENCE)) == ("claim-false", [mend])


@pytest.mark.parametrize(
    ("source", "mend"),
    [
        ("{over 75: q4.a.top2, q4.c.top2}", "Write {over 85: q4.a.top2, q4.c.top2}."),
        ("{over 65: exact.c1}", "Write {over 70: exact.c1}."),
        ("{under 70: q4.d.top2}", "Write {under 55: q4.d.top2}."),
        ("{majority: q4.a.top2}", "Print the number itself: {q4.a.top2}."),
    ],
)
def test_a_claim_that_plays_down_what_the_data_say_is_too_weak(source, mend):
    assert (text(source, EVIDENCE), mends(source, EVIDENCE)) == ("claim-too-weak", [mend])


def test_a_false_claim_names_the_number_that_fails():
    problem = stated("{over 90: q4.a.top2, q4.c.top2}", EVIDENCE)[1][0]
    assert problem.found == ("{over 90: q4.a.top2, q4.c.top2} is not so: q4.c.top2 = 87.00 %.")
    assert str(problem.where) == "column 2"


def test_limits_are_compared_with_unrounded_values():
    thin = survey((single("q1", "?", ["x", "y"]), times(c1=803, c2=197)))
    evidence = evidence_of(thin)
    assert text("{q1.c1}", evidence) == "80 %"
    assert text("{over 80: q1.c1}", evidence) == "über 80 %"
    exact = evidence_of(survey((single("q1", "?", ["x", "y"]), times(c1=800, c2=200))))
    assert text("{over 80: q1.c1}", exact) == "claim-false"


def test_nothing_is_the_most_frequent_answer_if_more_chose_none():
    refused = survey(
        (
            multiple("q3", "Woher?", ["Brief", "Nichts"], last=(Role.NONE,)),
            ["c1"] * 40 + ["c2"] * 60,
        )
    )
    evidence = evidence_of(refused)
    assert text("{first: q3}", evidence) == "claim-false"
    assert text("{leading 1: q3}", evidence) == "„Brief“ (40 %)"


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [(60, 40, "mehr"), (55, 45, "claim-not-significant"), (63, 50, "claim-not-significant"),
     (64, 50, "mehr")],
)  # fmt: skip
def test_more_needs_a_significant_difference_between_groups(first, second, printed):
    groups = survey(
        (single("g", "?", ["x", "y"]), times(c1=100, c2=100)),
        (
            single("q", "?", ["x", "y"]),
            times(c1=first, c2=100 - first) + times(c1=second, c2=100 - second),
        ),
    )
    assert text("{more: q.c1[g=c1], q.c1[g=c2]}", evidence_of(groups)) == printed


def test_two_groups_that_share_people_are_not_compared():
    assert text("{more: q4.a.top2, q4.d.top2[q1=c1]}", EVIDENCE) == "claim-groups-overlap"


def test_numbers_of_two_kinds_are_not_compared():
    for source in ("{over 1: q1.c1, q4.a.mean}", "{half: q4.a.mean}", "{diff: q1.c1, q1.n}",
                   "{range: q1.c1, q1.n}", "{more: q1.n, q1.c1.count}"):  # fmt: skip
        assert text(source, EVIDENCE) == "claim-mixed"


def test_bands_say_a_number_in_the_words_of_the_author():
    assert text("{band: q4.a.mean, q4.b.mean}", EVIDENCE) == "gut"
    assert text("{Band urteil: q4.d.mean}", EVIDENCE) == "Mäßig"
    assert text("{band: q4.a.mean, q4.d.mean}", EVIDENCE) == "claim-false"
    assert text("{band stimmung: q4.a.mean}", EVIDENCE) == "unknown-bands"
    assert text("{band: age.mean}", EVIDENCE) == "claim-no-band"


def test_a_small_base_is_bracketed_in_a_wording_too():
    few = survey((single("q1", "?", ["x", "y"]), times(c1=10, c2=10)))
    assert text("{half: q1.c1}", evidence_of(few)) == "[die Hälfte]"


def test_every_wording_is_tried_here():
    tried = {source.strip("{").split(":")[0].rstrip("0123456789 ").lower() for source in HELD}
    assert tried | {"of10", "band"} == set(NAMES) | {"of"}
