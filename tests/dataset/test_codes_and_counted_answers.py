"""Numbers that may be codes, answers with numbers at them, and scales in two languages."""

import json
import random

import pandas
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.quantities import asks_number
from rundfrage.dataset.intake.scales import scale_of

MOODS = ["All of the time", "Most of the time", "More than half of the time",
         "Less than half of the time", "Some of the time", "At no time"]  # fmt: skip


def written(folder, **columns):
    file = folder / "answers.csv"
    rows = zip(*columns.values(), strict=True)
    lines = [columns, *rows]
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines)
    file.write_text(text + "\n", encoding="utf-8")
    return file


def drawn(*answers, n=60):
    return random.Random(1).choices(answers, k=n - len(answers)) + list(answers)


def doubts(dataset):
    return {(name, str(one.found)) for one in dataset.account.doubts for name in one.variables}


@pytest.mark.parametrize("heading", ["sex", "Ihr Geschlecht", "wrkstat", "Wojewodztwo"])
def test_a_few_whole_numbers_that_no_heading_asks_for_may_be_codes(heading, tmp_path):
    dataset = read_dataset(written(tmp_path, **{heading: drawn("1", "2", "3")}))
    (found,) = doubts(dataset)
    assert found == (
        dataset.codebook.variables[0].name,
        "Small whole numbers without labels may be codes of answers, and were read as numbers.",
    )


@pytest.mark.parametrize(
    "heading",
    ["How many children live with you?", "Wie viele Kinder?", "Hours of sleep", "age in years",
     "Rate us from 1 to 10", "Ile osób mieszka z Tobą?", "Kaç çocuğunuz var?", "كم عدد أطفالك؟",
     "Combien d'enfants avez-vous ?", "Сколько вам лет?", "您家有几口人"],
)  # fmt: skip
def test_numbers_that_the_heading_asks_for_are_numbers(heading, tmp_path):
    assert asks_number(heading)
    dataset = read_dataset(written(tmp_path, **{heading: drawn("1", "2", "3")}))
    assert doubts(dataset) == set()


CODES = "Small whole numbers without labels may be codes of answers, and were read as numbers."


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        ("For which party did you vote?", ["1", "2", "3", "14", "30", "66", "77"]),
        ("age_group", ["2"]), ("Altersgruppe", ["2"]), ("NAICS code", ["11", "23", "44", "51"]),
        ("Código de municipio", ["101", "205", "333"]), ("Which type of school?", ["1", "40"]),
        ("Household income", ["1", "3", "4", "10"]), ("Haushaltseinkommen", ["1", "4", "11"]),
        ("Unit of measure (day/week/month)", ["1", "2", "3"]),
        ("la limitation des versions gratuites", ["1", "2", "3", "4", "5"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["csv", "dta"])
def test_numbers_of_which_the_heading_asks_which_may_be_codes(heading, answers, ending, tmp_path):
    if ending == "csv":
        dataset = read_dataset(written(tmp_path, **{heading: drawn(*answers)}))
    else:
        file = tmp_path / "answers.dta"
        frame = pandas.DataFrame({"q": list(map(float, drawn(*answers)))})
        frame.to_stata(file, write_index=False, variable_labels={"q": heading})
        dataset = read_dataset(file)
    assert [one for _, one in doubts(dataset) if one == CODES] == [CODES]
    if ending == "csv":
        type_said = f'[columns.{json.dumps(heading)}]\ntype = "number"\n'
        (tmp_path / "answers.codebook.toml").write_text(type_said, encoding="utf-8")
        assert doubts(read_dataset(tmp_path / "answers.csv")) == set()


def test_points_around_zero_may_be_codes_and_codes_may_begin_with_zero(tmp_path):
    file = written(
        tmp_path,
        ease=drawn("-2", "-1", "0", "1", "2"), trust=drawn("-3", "-1", "0", "2", "3"),
        pseudophakia=["0"] * 60, growth=drawn("-40", "-12", "0", "7", "35"),
        isco=drawn("0110", "1120", "2211", "5120"),
    )  # fmt: skip
    found = {name for name, one in doubts(read_dataset(file)) if one == CODES}
    assert found == {"ease", "trust", "pseudophakia"}
    points = {f"Q7_{item}": drawn("-2", "-1", "0", "1", "2") for item in (1, 2, 3)}
    grid = read_dataset(written(tmp_path, **points))
    numbers = {one.name for one in grid.codebook.variables if one.type is VariableType.NUMERIC}
    assert numbers <= {name for name, _ in doubts(grid)}
    file = written(tmp_path, isco=drawn("0110", "1120", "2211", "5120"))
    assert "isco" not in {name for name, _ in doubts(read_dataset(file))}
    assert read_dataset(file).codebook["isco"].type is VariableType.CATEGORICAL


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        ("In which year did you move to this country?", ["1990", "2004", "2017"]),
        ("How many countries have you seen?", ["1", "2", "40"]),
        ("Years in this district", ["1", "12", "40"]),
        ("Household income", ["900", "1200", "4050"]),
        ("Rent in this region in euros", ["300", "450", "620"]),
        ("Temperature (which one?) in degrees", ["36.6", "37.2", "38.1"]),
    ],
)  # fmt: skip
def test_years_and_amounts_are_no_codes(heading, answers, tmp_path):
    dataset = read_dataset(written(tmp_path, **{heading: drawn(*answers)}))
    assert CODES not in {one for _, one in doubts(dataset)}


def test_the_selections_of_sosci_survey_are_codes_whatever_their_range(tmp_path):
    file = written(
        tmp_path,
        CASE=list(map(str, range(60))), QUESTNNR=["base"] * 60,
        STARTED=["2024-01-02 10:00:00"] * 60,
        DM02=drawn(*map(str, range(1, 38))), DM05_01=drawn(*map(str, range(18, 70))),
    )  # fmt: skip
    assert doubts(read_dataset(file)) == {("DM02", CODES)}


@pytest.mark.parametrize("form", ["{word} ({number})", "({number}) {word}", "{number} - {word}"])
def test_a_scale_keeps_the_numbers_at_its_steps(form, tmp_path):
    steps = [form.format(word=word, number=5 - at) for at, word in enumerate(MOODS)]
    given = drawn(*steps)
    dataset = read_dataset(written(tmp_path, mood=given))
    variable = dataset.codebook["mood"]
    assert variable.type is VariableType.ORDINAL
    assert [(one.label.source, one.code) for one in variable.categories] == [
        (step, 5 - at) for at, step in enumerate(steps)
    ]


def test_only_the_ends_have_words_and_a_step_that_nobody_chose_is_there(tmp_path):
    given = drawn("(1) No goals", "(3)", "(4)", "(7) Clear goals")
    dataset = read_dataset(written(tmp_path, goals=given))
    assert [(one.label.source, one.code) for one in dataset.codebook["goals"].categories] == [
        ("(1) No goals", 1), ("(2)", 2), ("(3)", 3), ("(4)", 4), ("(5)", 5), ("(6)", 6),
        ("(7) Clear goals", 7),
    ]  # fmt: skip


def test_answers_that_are_counted_up_stand_in_that_order_under_those_codes(tmp_path):
    given = ["3. West"] * 30 + ["1. North"] * 20 + ["2. South"] * 10
    variable = read_dataset(written(tmp_path, region=given)).codebook["region"]
    assert variable.type is VariableType.CATEGORICAL
    assert [(one.label.source, one.code) for one in variable.categories] == [
        ("1. North", 1), ("2. South", 2), ("3. West", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "steps",
    ["Souvent / Often|Parfois / Sometimes|Jamais / Never", "Gut/Good|Mittel/Fair|Schlecht/Poor",
     "strongly_agree|agree|neither|disagree|strongly_disagree",
     "Täglich|Wöchentlich oder öfter|Monatlich oder öfter|Weniger als einmal im Monat",
     "0 - 3000 L.|3000- 6000 L.|Mayor a 6000 L.", "Below ₹40|₹40-₹60|₹60-₹80|Above ₹80",
     "非常正向|比较正向|中立|比较负面|非常负面",
     "每天3次以上|每天1-2次|每周4-6次|每周1-3次|几乎不用",
     "fast immer|oft|manchmal|nie/fast nie", "Certainly true|Somewhat true|Not true",
     "diariamente|todas las semanas|al menos una vez al mes|no todos los meses",
     "Increased a lot|Increased a little|No change|Reduced a little|Reduced a lot",
     "A lot|Quite a bit|Not much|Nothing at all", "Much better|Better|Unchanged|Worse",
     "All of the time|More than half of the time|Some of the time|At no time"],
)  # fmt: skip
def test_scales_in_two_languages_with_underscores_and_bounds(steps):
    order = steps.split("|")
    found = scale_of(random.Random(3).sample(order, len(order)))
    assert found is not None
    assert list(found.steps) == order


@pytest.mark.parametrize("answers", ["CDU/CSU|SPD/Linke|Grün/FDP", "Rad/Bike|Bahn/Train|Bus/Bus"])
def test_two_languages_make_no_scale_of_names(answers):
    assert scale_of(answers.split("|")) is None


def test_a_choice_whose_words_grade_is_doubted_in_text_files_too(tmp_path):
    given = drawn("Learnt nothing", "Learnt a little", "Learnt the most", "Learnt too often")
    dataset = read_dataset(written(tmp_path, gain=given))
    assert doubts(dataset) == {
        ("gain", "A choice may be a scale whose steps are not known by their words.")
    }
