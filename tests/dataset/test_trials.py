"""Files from outside that came out wrong before: each is read rightly now, or doubted aloud."""

from pathlib import Path

import numpy as np
import pytest

from rundfrage.codebook import Role, VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset.files import read_dataset
from rundfrage.tables import tabulate

TRIALS = Path(__file__).parents[3] / "shared" / "trials"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not TRIALS.exists(), reason="../shared is not here"),
]
CHOICE, SCALE, SEVERAL, NUMBER, TEXT, DATE = (
    VariableType.CATEGORICAL, VariableType.ORDINAL, VariableType.MULTIPLE, VariableType.NUMERIC,
    VariableType.TEXT, VariableType.DATE,
)  # fmt: skip


def base(dataset, name):
    return int((dataset.columns[name].reasons == 0).sum())


def labels(dataset, name):
    return [one.label.source for one in dataset.codebook[name].categories]


def shown(dataset):
    """What tables show: type, base and answers of each variable by its name."""
    return {
        one.name: (one.type, base(dataset, one.name), labels(dataset, one.name))
        for one in dataset.codebook.variables
        if one.shown and one.of is None
    }


THREE = ["Very satisfied", "Satisfied", "Dissatisfied"]
FILES = {
    "01a_vanish_two_runs.csv": {
        **{f"q_{n}": (SCALE, 20, ["good", "fair", "poor"]) for n in (1, 2, 3, 4)},
        "x": (CHOICE, 20, ["yes", "no"]),
    },
    "02a_qualtrics_3_header_rows.csv": {"Q1": (SCALE, 20, THREE), "Q2": (NUMBER, 20, [])},
    "02b_surveymonkey_2_header_rows.csv": {
        "How satisfied are you?": (SCALE, 20, THREE),
        "Which do you use?": (SEVERAL, 18, ["Bus", "Tram", "Bike"]),
    },
    "03_choice_text_becomes_ranking.csv": {"Q2": (SEVERAL, 34, ["Bus", "Tram", "Bike"])},
    "04_numbered_labels_become_scale.dta": {
        "sex": (CHOICE, 18, ["Male", "Female"]), "voted": (CHOICE, 10, ["Yes", "No"]),
    },
    "05_stray_code_makes_scale.sav": {"colour": (CHOICE, 20, ["red", "green", "blue", "7"])},
    "06_stata_codes_replaced.dta": {
        "female": (CHOICE, 20, ["male", "female"]),
        "often": (SCALE, 20, ["always", "often", "rarely", "never"]),
    },
    "07_grid_in_category_mrset.sav": {
        f"c{n}": (SCALE, 20, ["A lot", "Some", "Not much", "Not at all"]) for n in (1, 2, 3)
    },
    "08a_na_words.csv": {
        "bus": (CHOICE, 15, ["yes", "no"]),
        "use": (SEVERAL, 15, ["tram", "bike"]),
        "agree": (SCALE, 15, ["Strongly agree", "Agree", "Disagree"]),
    },
    "08b_limesurvey_na_other.csv": {"q2": (SEVERAL, 15, ["Bus", "Tram", "Other"])},
    "09_blank_string_is_an_answer.sav": {"sex": (CHOICE, 16, ["female", "male"])},
    "11_bands_with_thousands.csv": {
        "employees": (SCALE, 25, ["Less than 100", "100 - 499", "500 - 999", "1,000 - 4,999",
                                  "5,000 or more"]),
    },
    "12_blank_rows_are_people.csv": {
        "q1": (CHOICE, 10, ["a", "b"]), "q2": (CHOICE, 10, ["c", "d"]),
    },
    "14a_google_forms_comma.csv": {
        "How do you reach us? (select all that apply)": (SEVERAL, 20, ["Email", "Chat", "Phone"]),
    },
    "15_same_heading_twice.csv": {
        "q1": (CHOICE, 5, ["b", "a"]), "Comment": (CHOICE, 5, ["ok"]),
        "q2": (CHOICE, 5, ["b", "a"]), "Comment (2)": (CHOICE, 5, ["fine"]),
    },
    "16_dates.csv": {name: (DATE, 20, []) for name in ("german", "us", "google", "iso")},
    "17a_numbers.csv": {
        name: (NUMBER, 20, []) for name in ("dollar", "thousands", "percent", "euro")
    },
    "18_one_absurd_number.csv": {"salary": (NUMBER, 9, []), "q": (CHOICE, 10, ["a", "b"])},
    "19a_cp1250.csv": {
        "nem": (CHOICE, 20, ["férfi", "nő"]), "valasz": (CHOICE, 20, ["őszinte", "időhiány"]),
    },
    "20a_excel_sep_line.csv": {"q1": (CHOICE, 5, ["a", "b"]), "q2": (CHOICE, 5, ["d", "c"])},
    "20b_pipe.csv": {"q1": (CHOICE, 20, ["b", "a"]), "q2": (CHOICE, 20, ["c", "d"])},
    "20c_title_row.csv": {"q1": (CHOICE, 5, ["b", "a"]), "q2": (CHOICE, 5, ["d", "c"])},
    "21a_kobo_slash.csv": {"use": (SEVERAL, 18, ["bus", "tram"])},
    "21b_redcap_letters.csv": {"use": (SEVERAL, 11, ["bus", "tram"])},
    "22_metadata_as_questions.csv": {"How satisfied are you?": (SCALE, 20, THREE)},
    "24_hangul.csv": {"q": (CHOICE, 20, ["예", "아니요"])},
    "26_scales_not_known.csv": {
        "ease": (SCALE, 20, ["Very easy", "Somewhat easy", "Somewhat difficult", "Very difficult"]),
        "extent": (SCALE, 20, ["A great deal", "A lot", "A little", "None at all"]),
        "fr": (SCALE, 20, ["Tout à fait d'accord", "Plutôt d'accord", "Pas du tout d'accord"]),
        "income": (SCALE, 20, ["$0 - $24,999", "$25,000 - $49,999", "$50,000+"]),
    },
    "27_ids_become_scale.csv": {},
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_came_out_wrong_is_read_rightly(name):
    dataset = read_dataset(TRIALS / "files" / name)
    assert shown(dataset) == FILES[name]
    tables = {block.name for table in tabulate(dataset) for block in table.blocks}
    assert tables == {one.name for one in dataset.codebook.variables if one.shown}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("18_one_absurd_number.csv", "too large"),
        ("19a_cp1250.csv", "cp1250"),
        ("20c_title_row.csv", "Visitors 2024"),
        ("21b_redcap_letters.csv", "ticked nothing"),
        ("05_stray_code_makes_scale.sav", "no label: 7"),
        ("12_blank_rows_are_people.csv", "hold nothing"),
    ],
)
def test_what_may_be_read_otherwise_is_said(name, words):
    doubts = read_dataset(TRIALS / "files" / name).account.doubts
    assert any(words in doubt.found for doubt in doubts)
    assert all(doubt.settle for doubt in doubts)


def test_codes_and_reasons_are_kept():
    sex = read_dataset(TRIALS / "files" / "04_numbered_labels_become_scale.dta").codebook["sex"]
    assert [(one.value, one.reason.word) for one in sex.missing] == [(-9.0, "refused")]
    stata = read_dataset(TRIALS / "files" / "06_stata_codes_replaced.dta").codebook
    assert [one.code for one in stata["female"].categories] == [0, 1]
    assert [one.code for one in stata["often"].categories] == [5, 4, 2, 1]


def test_what_stands_under_other_is_a_text_of_its_own():
    dataset = read_dataset(TRIALS / "files" / "08b_limesurvey_na_other.csv")
    text = dataset.codebook["q2.other.text"]
    assert (text.of, text.opened_by, base(dataset, text.name)) == ("q2", "other", 2)
    other = dataset.codebook["q2"].categories[2]
    assert (other.role, int((dataset.columns["q2"].marks[2] == 1).sum())) == (Role.OTHER, 2)


def test_identifiers_and_what_programs_note_are_left_out_with_a_reason():
    dataset = read_dataset(TRIALS / "files" / "22_metadata_as_questions.csv")
    assert [one.column for one in dataset.account.left_out] == [
        "ResponseId", "Seed", "gps:Latitude", "Email",
    ]  # fmt: skip
    assert all(entry.aside for entry in dataset.account.left_out)


SCALES = {
    "s_age": "18-29|30-44|45-60|> 60",
    "s_age2": "Under 18|18 - 24|25 - 34|35 - 44|45 - 54|55 or older",
    "s_age3": "bis 20 Jahre|21-40 Jahre|41-60 Jahre|über 60 Jahre",
    "s_agree_en": "Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree",
    "s_agree_en2": "Strongly Agree|Somewhat agree|Neutral|Somewhat disagree|Strongly disagree",
    "s_edu": "Less than high school|High school|Some college|Bachelor degree|Graduate degree",
    "s_es": "Muy satisfecho|Satisfecho|Insatisfecho|Muy insatisfecho",
    "s_extent": "A great deal|A lot|A moderate amount|A little|None at all",
    "s_income": "$0 - $24,999|$25,000 - $49,999|$50,000 - $99,999|$100,000 - $149,999|$150,000+",
    "s_likely": "Very likely|Somewhat likely|Neither likely nor unlikely|Somewhat unlikely"
                "|Very unlikely",
    "s_noten": "sehr gut|gut|befriedigend|ausreichend|mangelhaft",
    "s_paren": "1 (very bad)|2|3|4|5 (very good)",
    "s_stars": "1 star|2 stars|3 stars|4 stars|5 stars",
}  # fmt: skip


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_stands_in_its_order(name):
    dataset = read_dataset(TRIALS / "dialects" / f"{name}.csv")
    for one in dataset.codebook.variables:
        assert (one.type, labels(dataset, one.name)) == (SCALE, SCALES[name].split("|"))


@pytest.mark.parametrize("file", sorted(TRIALS.glob("dialects/d_*.csv")), ids=lambda one: one.stem)
def test_a_date_is_a_date(file):
    dataset = read_dataset(file)
    assert (dataset.codebook["when"].type, base(dataset, "when")) == (DATE, dataset.n)
    years = dataset.columns["when"].values.astype("datetime64[Y]").astype(int) + 1970
    assert set(years) == {2024}


@pytest.mark.parametrize("file", sorted(TRIALS.glob("dialects/n_*.csv")), ids=lambda one: one.stem)
def test_a_number_is_a_number(file):
    dataset = read_dataset(file)
    assert dataset.codebook["income"].type is NUMBER
    values = dataset.columns["income"].values
    large = "percent" not in file.stem
    assert (np.median(values) > 1000) == large
    assert (values != values.round()).any() == (file.stem in {
        "n_comma_in_comma", "n_de_point", "n_de_thousand", "n_us_thousand",
    })  # fmt: skip


@pytest.mark.parametrize("file", sorted(TRIALS.glob("dialects/na_*.csv")), ids=lambda one: one.stem)
def test_a_word_of_no_answer_is_none(file):
    dataset = read_dataset(file)
    assert sorted(labels(dataset, "q1")) == ["Bus", "Car", "Tram"]
    assert dataset.codebook["q2"].type is NUMBER
    assert 0 < base(dataset, "q2") < dataset.n


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("de_cp1252", "männlich"), ("de_sep", "männlich"), ("de_utf16le", "männlich"),
        ("de_utf8bom", "männlich"), ("hu_cp1250", "férfi"), ("ru_cp1251", "мужской"),
    ],
)  # fmt: skip
def test_letters_are_read(name, letters):
    dataset = read_dataset(TRIALS / "dialects" / f"{name}.csv")
    assert letters in {
        word for one in dataset.codebook.variables for word in labels(dataset, one.name)
    }


FOREIGN = {
    "blank.csv": {"age": (NUMBER, 30, []), "sex": (CHOICE, 30, ["f", "m"]),
                  "sat": (SCALE, 30, ["good", "fair", "poor"])},
    "blank.xlsx": {"age": (NUMBER, 30, []), "sex": (CHOICE, 30, ["f", "m"]),
                   "sat": (SCALE, 30, ["good", "fair", "poor"])},
    "gforms.csv": {
        "How do you travel?": (SEVERAL, 80, ["Walking", "Bus", "Train", "Bike, electric"]),
        "How satisfied are you?": (SCALE, 80, ["Very satisfied", "Satisfied", "Neutral",
                                               "Dissatisfied", "Very dissatisfied"]),
        "Your age": (SCALE, 80, ["18-24", "25-34", "35-44", "45-54", "55+"]),
    },
    "kobo.csv": {"Which fruit do you eat?": (SEVERAL, 60, ["Apples", "Pears", "Figs"]),
                 "grp/age": (NUMBER, 60, [])},
    "lime_m.csv": {"media": (SEVERAL, 40, ["TV", "Web", "Other"])},
    "lime_s.csv": {"sex": (CHOICE, 30, ["Female", "Male", "Other"])},
    "msforms.csv": {"Which tools?": (SEVERAL, 79, ["Outlook", "Word", "Excel", "Teams"]),
                    "Score": (NUMBER, 80, [])},
    "na.csv": {"how": (SCALE, 24, ["Good", "Fair", "Poor"])},
    "surveymonkey.csv": {
        "Which channels do you use?": (SEVERAL, 53, ["Email", "Phone", "Chat",
                                                     "Other (please specify)"]),
        "How old are you?": (SCALE, 60, ["18-29", "30-44", "45+"]),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_what_other_programs_write_is_read(name):
    dataset = read_dataset(TRIALS / "situations" / "04-foreign-files" / name)
    assert shown(dataset) == FOREIGN[name]


def test_limesurvey_with_remarks_ranks_and_two_scales():
    dataset = read_dataset(TRIALS / "situations" / "04-foreign-files" / "lime3.csv")
    book = dataset.codebook
    assert book.battery("rank").shape == RANKS
    assert book["wk.comment"].type is TEXT
    assert labels(dataset, "dual.1") == ["Good", "Bad"]
    assert "Price" in book["dual.1"].label.source
