"""Choices that may be scales of unknown words are doubted, in all formats."""

import random

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.may_be_ordered import may_be_scale
from rundfrage.dataset.intake.scales import scale_of

CHOICE, SCALE = VariableType.CATEGORICAL, VariableType.ORDINAL
WORDS = "A choice may be a scale"


@pytest.fixture(name="read", params=["answers.csv", "answers.xlsx", "answers.parquet"])
def reader(tmp_path, request):
    def reads(columns, codebook=""):
        chance = random.Random(5)
        frame = pd.DataFrame(
            {name: chance.choices(list(cells), k=60) for name, cells in columns.items()}
        )
        path = tmp_path / request.param
        {".csv": frame.to_csv, ".xlsx": frame.to_excel, ".parquet": frame.to_parquet}[path.suffix](
            path, index=False
        )
        (tmp_path / "answers.codebook.toml").write_text(codebook, encoding="utf-8")
        return read_dataset(path)

    return reads


def doubted(dataset, start):
    return sorted(
        name
        for one in dataset.account.doubts
        if str(one.found).startswith(start)
        for name in one.variables
    )


GRADED = [
    "voll zufriedenstellend|wenig zufriedenstellend|gar nicht zufriedenstellend so",
    "I really love it all|I somewhat love it, at times|I never love it at all",
    "much as ever it was|a little as it once was|not at all as it was",
    "très bien compris cela|peu compris en tout|pas du tout compris ça",
]


@pytest.mark.parametrize("answers", GRADED)
def test_a_choice_of_graded_words_that_nobody_listed_is_doubted(read, answers):
    dataset = read({"q": answers.split("|"), "age": range(20, 60)})
    if dataset.codebook["q"].type is CHOICE:
        assert doubted(dataset, WORDS) == ["q"]
    else:
        assert dataset.codebook["q"].type is SCALE


def test_options_that_three_questions_share_are_doubted_together(read):
    options = ["super", "na ja", "mies"]
    dataset = read({"a": options, "b": options, "c": options, "age": range(20, 60)})
    assert doubted(dataset, WORDS) == ["a", "b", "c"]
    two = read({"a": options, "b": options, "age": range(20, 60)})
    assert doubted(two, WORDS) == []


@pytest.mark.parametrize(
    "said",
    [
        'type = "single choice"', "sure = true",
        'type = "scale"\nanswers = ["super", "na ja", "mies"]',
    ],
)  # fmt: skip
def test_what_was_said_is_not_doubted_and_only_that(read, said):
    options = ["super", "na ja", "mies"]
    columns = dict.fromkeys("abcd", options) | {"age": range(20, 60)}
    dataset = read(columns, codebook=f"[columns.a]\n{said}\n")
    assert doubted(dataset, WORDS) == ["b", "c", "d"]


@pytest.mark.parametrize(
    "answers",
    [
        "Red|Green|Blue", "Monday|Tuesday|Friday", "Bus|Tram|Other",
        "Very good|Good|Poor", "18-24|25-34|35+", "north|south", "a|b|c|d|e|f|g|h|i",
    ],
)  # fmt: skip
def test_other_choices_are_not_doubted(read, answers):
    dataset = read({"q": answers.split("|"), "age": range(20, 60)})
    assert doubted(dataset, WORDS) == []


def test_labels_of_a_statistics_file_are_doubted_alike(tmp_path):
    path = tmp_path / "answers.sav"
    labels = {1.0: "super", 2.0: "na ja", 3.0: "mies"}
    frame = pd.DataFrame({one: np.resize([1.0, 2.0, 3.0], 30) for one in ("rot", "bad", "dach")})
    pyreadstat.write_sav(
        frame, str(path), variable_value_labels=dict.fromkeys(frame, labels),
        variable_measure=dict.fromkeys(frame, "nominal"),
    )  # fmt: skip
    assert doubted(read_dataset(path), WORDS) == ["bad", "dach", "rot"]


ORDERED = [
    # schooling
    "Podstawowe (lub niższe) / gimnazjalne|Średnie (liceum / technikum)|Wyższe (magister)",
    "No diploma|Diploma|Laurea 3 anni|Laurea 5 anni|Dottorato",
    "Did not complete high school|Some college but no degree|Bachelor's degree|Doctorate degree",
    "LT High school|High school|Junior college|Bachelor|Graduate",
    "Primaria incompleta|Primaria completa|Secundaria completa|Universitaria o técnica superior",
    "小學畢業或以下|中一至中三(初中)|專上學位|博士學位或以上", "Élémentaire|Brevet|Bac|Doctorat",
    # rank, class, place in a row
    "Junior / Associate|Mid-level|Senior|Director", "Working class|Low middle class|Upper class",
    "Year 1|Year 2|Year 3", "Grade 9|Grade 10|Dropped out", "Level 1|Level 2|Level 3",
    "primo superiore|secondo superiore|terzo superiore", "Pauvre|Tres Pauvre|Moyen|Nanti",
    # how much, how many, how long
    "KeineKenntnisse|GeringeKenntnisse|MittlereKenntnisse|Sehr umfassende Kenntnisse",
    "no_difficulty|yes__some_diff|yes_a_lot_of|cannot_do_at_a",
    "ثلاث أفراد فأقل|من أربعة إلى خمسة أفراد|ستة أفراد فأكثر",
    "Under ten|Tens|Hundreds|Thousands|Tens of thousands",
    "De uma a três|De quatro a sete|Mais de doze",
    "Strongly prefer A|Weakly prefer A|Weakly prefer B|Strongly prefer B",
    "Sí, nivel avanzado|Sí, nivel medio|Sí, nivel básico|No",
    "Six months to one year|One to two years",
]  # fmt: skip


def test_words_that_stand_in_an_order_are_doubted():
    assert [one for one in ORDERED if not may_be_scale(one.split("|"))] == []


UNORDERED = [
    "Male|Female|Non-binary / third gender", "Catholic|Protestant|No religion",
    "Employed, working full-time|Employed, working part-time|Not employed, looking|Retired",
    "Single, never married|Married|Divorced|Widowed", "MW301|MW302|MW303",
    "off_site_1|off_site_2|off_site_3",
    "Conservatives|Labour|Greens", "CDU|SPD|Grüne|FDP", "Nokia|Samsung|Apple",
    "Bayern|Hessen|Berlin",
    "School|University|Company", "Yes|No|No, and I have not heard of it", "Bus|Bahn|Rad",
    "Germany|France|Italy|Poland", "Frau|Mann|divers", "Mężczyzna|Kobieta|Inna", "Yes|No|Maybe",
    "Coke|Coke Zero|Diet Coke|Pepsi",
    "Passport|Driving licence|Identity card",
    "Angestellt|Selbstständig|Rentner",
    "Line 1|Line 2|Line 10", "Group 1|Group 2|Control", "Chrome 99|Chrome 100|Firefox 98",
    "a house|a flat|a room", "Monday|Tuesday|Friday",
]  # fmt: skip


def test_names_and_kinds_are_not_doubted():
    assert [one for one in UNORDERED if may_be_scale(one.split("|"))] == []


@pytest.mark.parametrize(
    ("answers", "ordered"),
    [
        ("نعم|لا|أحيانا", "نعم|أحيانا|لا"), ("no|yes|sometimes", "yes|sometimes|no"),
        ("Nein|Ja|Teilweise", "Ja|Teilweise|Nein"), ("non|oui|parfois", "oui|parfois|non"),
        ("нет|да|иногда", "да|иногда|нет"), ("hayır|evet|bazen", "evet|bazen|hayır"),
        ("helemaal mee oneens|mee eens|neutraal|helemaal mee eens|mee oneens",
         "helemaal mee eens|mee eens|neutraal|mee oneens|helemaal mee oneens"),
        ("Ontevreden|Zeer tevreden|Tevreden|Zeer ontevreden",
         "Zeer tevreden|Tevreden|Ontevreden|Zeer ontevreden"),
        ("nooit|altijd|soms|vaak", "altijd|vaak|soms|nooit"),
        ("niet zo belangrijk|heel belangrijk|belangrijk|helemaal niet belangrijk",
         "heel belangrijk|belangrijk|niet zo belangrijk|helemaal niet belangrijk"),
    ],
)  # fmt: skip
def test_what_stands_between_yes_and_no_and_dutch_words_are_steps(answers, ordered):
    assert list(scale_of(answers.split("|")).steps) == ordered.split("|")


def test_a_question_of_which_some_answers_were_not_chosen_is_doubted_with_the_others(read):
    options = ["Häufig", "Nie genutzt", "Selten"]
    columns = {"a": options, "b": options, "c": options, "d": options[:2], "e": options[1:2]}
    others = {"f": ["Häufig", "Bus", "Bahn"], "g": ["ja", "nein"], "age": range(20, 60)}
    dataset = read(columns | others)
    assert doubted(dataset, WORDS) == ["a", "b", "c", "d", "e"]
    settled = "".join(f'[columns.{one}]\ntype = "single choice"\n' for one in "abcde")
    assert doubted(read(columns | others, codebook=settled), WORDS) == []


def test_names_that_three_questions_share_are_not_doubted(read):
    for options in (["Catholic", "Protestant", "No religion"], ["MW1", "MW2", "MW3"]):
        assert doubted(read(dict.fromkeys("abc", options)), WORDS) == []


@pytest.mark.parametrize("measure", ["scale", "nominal"])
def test_numbers_in_words_are_numbers(tmp_path, measure):
    path = tmp_path / "answers.sav"
    labels = {"household": {1.0: "One", 2.0: "Two", 3.0: "Three", 4.0: "Four", 5.0: "Five"},
              "cars": {0.0: "None", 1.0: "One", 2.0: "Two or more"}}  # fmt: skip
    frame = pd.DataFrame({"household": np.resize([1.0, 2, 3, 4, 5], 30),
                          "cars": np.resize([0.0, 1, 2], 30)})  # fmt: skip
    pyreadstat.write_sav(
        frame, path, variable_value_labels=labels, variable_measure=dict.fromkeys(frame, measure)
    )
    read = read_dataset(path).codebook
    assert read["household"].type is VariableType.NUMERIC
    assert read["cars"].type is not VariableType.NUMERIC


def test_labels_in_an_order_that_a_file_calls_nominal_are_a_scale_or_doubted(tmp_path):
    path = tmp_path / "answers.sav"
    labels = {
        "wing": {1.0: "Left", 2.0: "Centre", 3.0: "Right"},
        "rank": {1.0: "Junior", 2.0: "Mid-level", 3.0: "Head of department"},
        "party": {1.0: "Labour", 2.0: "Greens", 3.0: "Liberals"},
        "land": {1.0: "Wales", 2.0: "Scotland", 3.0: "England"},
    }
    frame = pd.DataFrame({one: np.resize([1.0, 2.0, 3.0], 30) for one in labels})
    pyreadstat.write_sav(
        frame, path, variable_value_labels=labels,
        variable_measure=dict.fromkeys(frame, "nominal"),
    )  # fmt: skip
    dataset = read_dataset(path)
    assert doubted(dataset, WORDS) == ["rank"]
    assert [dataset.codebook[one].type for one in labels] == [SCALE, CHOICE, CHOICE, CHOICE]
