"""What a column is for: a question with an unlucky name or look stays one, and is named if not."""

import pandas
import pyreadstat
import pytest

from rundfrage.codebook import Use
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.uses import purpose_of
from rundfrage.services.intake import doubts_of


def counts_of(cells, times=1):
    return dict.fromkeys(cells, times)


SALARIES = [str(31_013 + 1_717 * at) for at in range(20)]
POINTS = ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("name", "label", "cells", "times"),
    [
        ("When were you born?", "", ["1950s", "1960s", "1970s", "1980s", "1990s"], 12),
        ("Geboren", "", ["1950er", "1960er", "1970er", "1980er", "1990er"], 12),
        ("First semester", "", ["WS2019", "SS2020", "WS2020", "SS2021"], 12),
        ("Monthly rent", "", ["1000EUR", "1200EUR", "1500EUR", "2000EUR", "1150EUR"], 1),
        ("How far?", "", ["1000m", "1500m", "2000m", "3500m", "4200m"], 5),
        ("Time spent on social media per day", "", POINTS, 12),
        ("Time taken off for care", "", POINTS, 12),
        ("duration_of_residence", "", ["1", "5", "12", "20", "33"], 12),
        ("q7", "Duration of unemployment in months", ["1", "5", "12", "20", "33"], 12),
        ("Dauer der Anfahrt", "", ["0:35", "1:10", "0:20", "0:45", "0:55"], 3),
        ("Satisfaction with accuracy", "", POINTS, 12),
        ("gps devices at home", "", POINTS, 12),
        ("what_do_you_do", "", ["I teach, mostly", "I code, at times", "Nothing: retired"], 5),
        ("which_courses_did_you_complete", "", ["All", "Some", "None"], 12),
        ("q_bedtime", "", POINTS, 12),
        ("weight", "Body weight in kilograms", ["72.5", "80.1", "65.3"], 9),
        ("gewicht", "Körpergewicht", ["72,5", "80,1", "65,3"], 9),
        ("peso", "Peso (kg)", ["72.5", "80.1", "65.3"], 9),
        ("salary", "", SALARIES, 1),
        ("v12", "Wie hoch ist Ihr Nettoeinkommen?", SALARIES, 1),
        ("inhabitants", "", [str(1_234_567 + 131_313 * at) for at in range(12)], 1),
        ("How many phones do you own?", "", ["1", "2", "3"], 12),
        ("Price of your phone", "", SALARIES, 1),
        ("Do you have a mobile phone?", "", ["1", "2"], 12),
        ("minutes on the smartphone", "", ["120", "60", "30", "45"], 12),
        ("Do you carry an ID?", "", ["1", "2"], 12),
        ("Which ID do you have?", "", ["Passport", "Licence"], 12),
        ("Status", "", ["Student", "Retired early", "In work"], 12),
        ("finished_school", "", ["1", "2"], 12),
        ("What do you do after the last click?", "", POINTS, 12),
        ("quota_opinion", "", POINTS, 12),
    ],
)
def test_questions_stay_questions(name, label, cells, times):
    assert purpose_of(name, label, counts_of(cells, times)) is None


@pytest.mark.parametrize(
    ("name", "cells", "use", "certainty"),
    [
        ("Duration (in seconds)", ["612", "440", "98", "1200"], Use.ASIDE, Certainty.LIKELY),
        ("Interview duration", ["612", "440", "98", "1200"], Use.ASIDE, Certainty.LIKELY),
        ("Total time", ["612", "440", "98", "1200"], Use.ASIDE, Certainty.LIKELY),
        ("_where_precision", ["4.5", "12.0", "3.2"], Use.ASIDE, Certainty.LIKELY),
        ("place-accuracy", ["4.5", "12.0", "3.2"], Use.ASIDE, Certainty.LIKELY),
        ("q3_do", ["1|2|3", "3|1|2"], Use.ASIDE, Certainty.LIKELY),
        ("baseline_complete", ["0", "2"], Use.ASIDE, Certainty.LIKELY),
        ("ip", ["10.0.0.1", "10.0.0.2"], Use.ASIDE, Certainty.SURE),
        ("member", ["AB1234", "CD5678", "EF9012", "GH3456", "IJ7890"], Use.ID, Certainty.LIKELY),
        ("entry", SALARIES, Use.ID, Certainty.LIKELY),
        ("pid", ["5ebc0c153f8b2e04d383342a", "5ce291e7fd11c100162601ac"], Use.ID, Certainty.SURE),
        ("weight", ["0.7", "1.2", "1.1"], Use.WEIGHT, Certainty.SURE),
        ("weight", ["72.5", "80.1", "65.3"], Use.WEIGHT, Certainty.DOUBTFUL),
        ("pweight", ["1520.5", "801.25", "2650.75"], Use.WEIGHT, Certainty.DOUBTFUL),
    ],
)  # fmt: skip
def test_what_is_none_is_set_aside_as_surely_as_it_is_known(name, cells, use, certainty):
    found = purpose_of(name, "", counts_of(cells))
    assert (found.use, found.certainty) == (use, certainty)


@pytest.mark.parametrize(
    "name",
    [
        "Timing 1_First Click", "Q12_Page Submit", "Q12_Click_Count", "QID17_LAST_CLICK",
        "Timing - Click Count", "filter_$", "_mi_m", "_mi_miss", ".imp", "rts34679", "hflip",
        "external_lfdn", "page_history", "output_mode", "quota_assignment", "participant_os",
        "date_of_first_mail", "relative timestamp for page 34679", "UR01_CP", "_xform_id_string",
        "_submission__uuid",
    ],
)  # fmt: skip
def test_what_only_a_program_writes_is_set_aside_whatever_it_holds(name):
    for given in ("name", "label"):
        words = {"name": "v7", "label": "", given: name}
        found = purpose_of(words["name"], words["label"], counts_of(["0", "1"], 20))
        assert (found.use, found.certainty) == (Use.ASIDE, Certainty.SURE)


@pytest.mark.parametrize(
    "name",
    ["Numéro de téléphone", "Telefonnummer", "Phone", "mobile number", "Номер телефона",
     "رقم الهاتف", "手机号", "celular", "Cep telefonu", "v_tel"],
)  # fmt: skip
def test_telephone_numbers_are_no_numbers(name):
    cells = ["71458073", "7021573", "701234567", "076/5432191", "076 543 22 19"]
    assert purpose_of(name, "", counts_of(cells)).use is Use.ASIDE
    abroad = ["+49 170 1234567", "+43 664 7654321", "0043 664 1234567"]
    assert purpose_of("v7", "", counts_of(abroad)).use is Use.ASIDE


@pytest.mark.parametrize(
    ("name", "label"),
    [("munid", "Municipality ID"), ("town_id", ""), ("v3", "School identifier"), ("site.ids", "")],
)
def test_what_numbers_places_is_no_number(name, label):
    found = purpose_of(name, label, counts_of(map(str, range(1, 93)), 5))
    assert (found.use, found.certainty) == (Use.ASIDE, Certainty.LIKELY)


QUALTRICS = ["Status", "Finished", "Progress", "UserLanguage"]
ANSWERED = [{"Status": 0.0, "Finished": 1.0, "Progress": 100.0, "UserLanguage": "EN"}] * 15
WORDED = {"Status": {0.0: "IP Address", 1.0: "Survey Preview"}, "Finished": {0.0: "F", 1.0: "T"}}


@pytest.mark.parametrize("ending", ["sav", "csv", "xlsx"])
def test_names_that_questions_have_too_are_a_programs_in_its_company(tmp_path, ending):
    answers = pandas.DataFrame([*ANSWERED, {**ANSWERED[0], "Status": 1.0, "Finished": 0.0}] * 2)
    answers["mood"] = [1.0, 2.0] * 16
    names = [*QUALTRICS, "mood"]
    alone, together = (tmp_path / f"{name}.{ending}" for name in ("alone", "together"))
    for file, some in ((alone, ["Status", "mood"]), (together, names)):
        if ending == "sav":
            labels = {name: WORDED[name] for name in some if name in WORDED}
            pyreadstat.write_sav(answers[some], file, variable_value_labels=labels)
        else:
            worded = answers[some].replace({"Status": WORDED["Status"]})
            worded.to_csv(file, index=False) if ending == "csv" else worded.to_excel(
                file, index=False
            )
    assert read_dataset(alone).codebook["Status"].use is Use.ANSWER
    read = read_dataset(together).codebook
    assert {name: read[name].use for name in names} == {
        **dict.fromkeys(QUALTRICS, Use.ASIDE), "mood": Use.ANSWER,
    }  # fmt: skip
    said = '[columns.Status]\nuse = "answer"\n'
    together.with_name("together.codebook.toml").write_text(said, encoding="utf-8")
    assert read_dataset(together).codebook["Status"].use is Use.ANSWER


def test_unipark_names_its_columns_below_the_questions(tmp_path):
    file = tmp_path / "answers.csv"
    names = ["lfdn", "external_lfdn", "dispcode", "lastpage", "v_7", "v_8", "hflip", "rts34679"]
    above = ["", "", "", "", "How good is it?", "How good is it?", "", ""]
    short = ["number", "external lfdn", "disposition code", "last page", "Price", "Service",
             "hflip", "relative timestamp for page 34679"]  # fmt: skip
    rows = [[at, 0, 31, 4711, at % 5 + 1, -77 if at % 7 == 0 else at % 4 + 1, at % 2, 20 + at]
            for at in range(40)]  # fmt: skip
    lines = [";".join(map(str, row)) for row in (above, short, names, *rows)]
    file.write_text("\n".join(lines), encoding="utf-8")
    read = read_dataset(file)
    left = {one.name for one in read.codebook.variables if one.use is Use.ANSWER}
    assert left == {"v_7", "v_8"}
    assert read.n == 40
    assert (read.columns["v_8"].reasons != 0).sum() == 6


HEADS = "Progress,weight,member,ip,mood"
ROWS = [
    f"{at % 5 + 1},{60 + at * 1.5},AB{1000 + 17 * at},10.0.0.{at},{'good' if at % 2 else 'bad'}"
    for at in range(40)
]


@pytest.fixture(name="file")
def file_of_answers(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("\n".join([HEADS, *ROWS]), encoding="utf-8")
    return path


def warned(file, names=("mood",)):
    return [one for one in doubts_of(read_dataset(file), names) if one.code == "columns-left-out"]


def test_tables_name_the_columns_that_nobody_said_are_no_questions(file):
    (warning,) = warned(file)
    assert warning.severity == "warning"
    assert str(warning.found) == (
        "3 columns are left out by their names or their cells alone: Progress, weight, member."
    )


def test_a_column_that_was_named_is_not_left_out(file):
    (warning,) = warned(file, ("mood", "weight"))
    assert "2 columns" in str(warning.found)


def test_many_columns_that_are_left_out_are_counted(tmp_path):
    file = tmp_path / "answers.csv"
    names = [f"weight_{at}" for at in range(9)]
    weights = [",".join(f"{70.25 + at + one}" for one in range(9)) for at in range(9)]
    rows = [f"{some},{'yn'[at % 2]}" for at, some in enumerate(weights)]
    file.write_text("\n".join([",".join([*names, "mood"]), *rows]), encoding="utf-8")
    (warning,) = warned(file)
    assert str(warning.found).endswith("weight_0, weight_1, weight_2, weight_3 (+5).")


def test_what_was_said_ends_the_warning(file):
    words = 'Progress = "aside"\nweight = "answer"\nmember = "id"'
    lines = (line.split(" = ") for line in words.splitlines())
    said = "\n".join(f"[columns.{name}]\nuse = {use}" for name, use in lines)
    file.with_name("answers.codebook.toml").write_text(said, encoding="utf-8")
    assert warned(file) == []


def test_what_a_known_program_notes_is_not_warned_of(tmp_path):
    file = tmp_path / "answers.csv"
    rows = [f"2024-01-02T10:00:{at:02},uuid:{at:032x},{at},{'yn'[at % 2]}" for at in range(30)]
    file.write_text("\n".join(["start,_uuid,_index,mood", *rows]), encoding="utf-8")
    assert warned(file) == []
