"""Rows that may be no interviews of their own: counted, and doubted until somebody settles it."""

import csv
import json

import pandas as pd
import pyreadstat
import pytest

from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.services import Reading, answers
from rundfrage.services.survey import AnswerFile


def write(folder, *rows):
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cell.strip() for cell in row.split("|")] for row in rows)
    return folder / "a.csv"


def of_rows(dataset):
    """The doubts about rows, with what settles them."""
    return [(str(one.found), str(one.settle)) for one in dataset.account.doubts if one.rows]


QUALTRICS = ["StartDate|Status|Q1", "Start Date|Response Type|Sex?",
             '{"ImportId":"startDate"}|{"ImportId":"status"}|{"ImportId":"QID1"}']  # fmt: skip
RUNS = {
    "Qualtrics": (QUALTRICS, "2020-01-01 10:00|{}|m", "IP Address", "Survey Preview",
                  "not Status = survey_preview"),
    "Qualtrics, codes": (QUALTRICS, "2020-01-01 10:00|{}|m", "0", "8", "not Status = 8"),
    "SoSci": (["CASE|QUESTNNR|MODE|AB01"], "{n}|base|{}|2", "interview", "pretest",
              "not MODE = pretest"),
    "Unipark": (["lfdn|tester|dispcode|lastpage|v_1"], "{n}|{}|31|5|2", "0", "1",
                "not tester = 1"),
    "Kobo": (["q1|_uuid|_submission_time|_validation_status"],
             "a|u{n}|2020-01-01T10:00:00|{}", "", "validation_status_not_approved",
             "not _validation_status = validation_status_not_approved"),
    "ODK": (["q1|KEY|SubmissionDate|ReviewState"], "a|u{n}|2020-01-01T10:00:00|{}", "",
            "rejected", "not ReviewState = rejected"),
    "anybody's": (["id|is_test|q1"], "{n}|{}|b", "no", "yes", "not is_test = yes"),
}  # fmt: skip


@pytest.mark.parametrize("program", RUNS)
def test_test_runs_are_doubted_and_left_out_by_the_condition_that_is_printed(program, tmp_path):
    above, row, real, test, condition = RUNS[program]
    rows = [row.format(test if n % 5 == 0 else real, n=n) for n in range(30)]
    path = write(tmp_path, *above, *rows)
    dataset = read_dataset(path)
    ((found, settle),) = of_rows(dataset)
    assert found.startswith("6 rows are said to be no real interviews, and were counted: ")
    assert f"by the condition {condition}, or" in settle
    (column,) = (name for name in dataset.account.entries if f" {name.column} =" in condition)
    assert column.aside is not None
    kept = answers.load(AnswerFile(path, Reading(where=condition)))
    assert (kept.n, of_rows(kept)) == (24, [])
    beside(path).write_text(f"[columns.{column.column}]\nsure = true\n", encoding="utf-8")
    assert (read_dataset(path).n, of_rows(read_dataset(path))) == (30, [])


UNFINISHED = {
    "Alchemer": (["Response ID|Time Started|Date Submitted|Status|Session ID|Gender"],
                 "{n}|2024-05-01 08:00:01|{}|s{n}|Man", "2024-05-01 08:00:05|Complete",
                 "|Partial", "not Status = partial"),
    "Alchemer, screened out": (["Response ID|Time Started|Status|Language|Gender"],
                               "{n}|2024-05-01 08:00:01|{}|English|Man", "Complete",
                               "Disqualified", "not Status = disqualified"),
    "Typeform": (["#|Sex?|Response Type|Start Date (UTC)|Submit Date (UTC)|Network ID|Tags"],
                 "h{n}|m|{}|x{n}|", "completed|2024-05-01 08:00:01|2024-05-01 08:00:05",
                 "started|2024-05-01 08:00:01|", 'not "Response Type" = started'),
    "Typeform, older": (["#|Sex?|Start Date (UTC)|Submit Date (UTC)|Network ID"],
                        "h{n}|m|2024-05-01 08:00:01|{}|x{n}", "2024-05-01 08:00:05", "",
                        'answered("Submit Date (UTC)")'),
    "Qualtrics": (["StartDate|Status|Progress|Finished|Q1",
                   "Start Date|Response Type|Progress|Finished|Sex?",
                   ('{"ImportId":"startDate"}|{"ImportId":"status"}|{"ImportId":"progress"}'
                   '|{"ImportId":"finished"}|{"ImportId":"QID1"}')],
                  "2020-01-01 10:00|IP Address|{}|m", "100|True", "40|False",
                  "not Finished = false"),
    "Qualtrics, progress": (["StartDate|Status|Progress|Q1",
                             "Start Date|Response Type|Progress|Sex?"],
                            "2020-01-01 10:00|IP Address|{}|m", "100", "40", "Progress >= 100"),
    "LimeSurvey": (["id|submitdate|lastpage|startlanguage|sat"], "{n}|{}|en|A1",
                   "2024-05-01 08:00:05|3", "|1", "answered(submitdate)"),
    "LimeSurvey, both": ([("id. Antwort ID|submitdate. Datum Abgeschickt|lastpage. Letzte Seite"
                          "|startlanguage. Start-Sprache|A1. Geschlecht")], "{n}|{}|de|m",
                         "2024-05-01 08:00:05|3", "|2", "answered(submitdate)"),
    "LimeSurvey, wordings": (["Response ID|Last page|Start language|Seed|How are you?"],
                             "{n}|{}|en|77|well", "3", "1", '"Last page" >= 3'),
    "Unipark": (["lfdn|tester|dispcode|lastpage|v_1"], "{n}|0|{}|5|2", "31", "22",
                "not dispcode = 22"),
    "SoSci": (["CASE|QUESTNNR|MODE|FINISHED|LASTPAGE|MAXPAGE|AB01"], "{n}|base|interview|{}|4|2",
              "1|4", "0|2", "not FINISHED = 0"),
    "SurveyMonkey": (["Respondent ID|Response Status|What is your sex?", "||Response"],
                     "{n}|{}|m", "Completed", "Disqualified",
                     'not "Response Status" = disqualified'),
    "Microsoft Forms": (["Id|Start time|Completion time|Email|Name|What is your sex?"],
                        "{n}|2024-05-01 08:00|{}|||m", "2024-05-01 08:05", "",
                        'answered("Completion time")'),
    "Formbricks": (["No.|Response ID|Timestamp|Finished|Survey ID|Tags|1. What is your sex?"],
                   "{n}|clw{n}qz|2024-05-01 08:00|{}|c1||m", "Yes", "No", "not Finished = no"),
    "REDCap": (["record_id|sex|survey_timestamp|survey_complete"], "{n}|1|2024-05-01 08:00|{}",
               "2", "0", "not survey_complete = 0"),
    "SurveyJS": (["id|HappendAt|isCompleted|sex"], "{n}|2024-05-01T08:00|{}|m", "true", "false",
                 "not isCompleted = false"),
    "German": (["lfd|Bearbeitungsstatus|sex"], "{n}|{}|m", "abgeschlossen", "abgebrochen",
               "not Bearbeitungsstatus = abgebrochen"),
    "Polish": (["lp|Status ankiety|sex"], "{n}|{}|m", "Zakończona", "w toku",
               'not "Status ankiety" = w_toku'),
    "Chinese": (["序号|答题状态|性别"], "{n}|{}|男", "已完成", "被甄别", 'not "答题状态" = 被甄别'),
    "screened": (["id|screened_out|sex"], "{n}|{}|m", "0", "1", "not screened_out = 1"),
}  # fmt: skip


@pytest.mark.parametrize("program", UNFINISHED)
def test_unfinished_interviews_are_doubted_once_and_left_out_by_a_condition(program, tmp_path):
    above, row, whole, partial, condition = UNFINISHED[program]
    rows = [row.format(partial if n % 5 == 0 else whole, n=n) for n in range(30)]
    path = write(tmp_path, *above, *rows)
    dataset = read_dataset(path)
    ((found, settle),) = of_rows(dataset)
    assert found.startswith("6 rows are said to be unfinished or screened out interviews, and")
    assert f"by the condition {condition}, or" in settle
    kept = answers.load(AnswerFile(path, Reading(where=condition)))
    assert (kept.n, of_rows(kept)) == (24, [])
    (doubt,) = (one for one in dataset.account.doubts if one.rows)
    (block,) = (one.column for one in dataset.account.entries if one.variables == doubt.variables)
    beside(path).write_text(f"[columns.{json.dumps(block)}]\nsure = true\n", encoding="utf-8")
    assert (read_dataset(path).n, of_rows(read_dataset(path))) == (30, [])


def test_what_was_finished_or_asks_something_else_is_not_doubted(tmp_path):
    for name, words in (
        ("Status", "Complete"), ("Finished", "True"), ("Progress", "100"), ("dispcode", "31|32"),
        ("Status", "Partial"), ("Status", "Active|Retired"), ("Progress", "0|50|80"),
        ("state", "Hessen|Berlin"), ("Have you finished school?", "yes|no"),
        ("Employment status", "in progress|completed"), ("Status", "1|2"), ("Status", "3|1"),
        ("Finished", "a book|a house"), ("lastpage", "5396253|5396166"),
        ("consent_complete|diary_complete", "0~2|2~2"), ("submitted", ""),
    ):  # fmt: skip
        cells = [word.replace("~", "|") for word in words.split("|")]
        rows = [f"{n}|{cells[n % len(cells)]}|m" for n in range(30)]
        assert of_rows(read_dataset(write(tmp_path, f"id|{name}|sex", *rows))) == [], name


@pytest.mark.trial
@pytest.mark.parametrize("ending", [".sav", ".dta", ".parquet"])
def test_rows_of_packages_are_doubted_as_those_of_sheets(ending, tmp_path):
    part = [n % 5 == 0 for n in range(30)]
    columns = {
        "StartId": [f"R_{n:05}" for n in range(30)],
        "Status": [1.0 if n % 10 == 1 else 0.0 for n in range(30)],
        "Finished": [0.0 if one else 1.0 for one in part],
        "Progress": [30.0 if one else 100.0 for one in part],
        "submitdate": ["" if one else f"2024-05-{n + 1:02} 10:00" for n, one in enumerate(part)],
        "Q1": [float(n % 3) for n in range(30)],
    }
    path = tmp_path / f"a{ending}"
    frame = pd.DataFrame(columns)
    labels = {"Status": {0: "IP Address", 1: "Survey Preview"}, "Q1": {0: "a", 1: "b", 2: "c"},
              "Finished": {0: "False", 1: "True"}}  # fmt: skip

    def doubted(*names):
        """What is doubted of a file without those columns, and the conditions that settle it."""
        left = frame.drop(columns=list(names))
        told = {name: words for name, words in labels.items() if name in left}
        if ending == ".sav":
            pyreadstat.write_sav(left, str(path), variable_value_labels=told)
        elif ending == ".dta":
            pyreadstat.write_dta(left, str(path), variable_value_labels=told)
        else:
            left.to_parquet(path)
        found = of_rows(read_dataset(path))
        conditions = [
            settle.partition("by the condition ")[2].partition(", or")[0] for _, settle in found
        ]
        return found, conditions

    found, (tests, unfinished) = doubted()
    words = ("1", "0") if ending == ".parquet" else ("Survey Preview", "False")
    assert [one for one, _ in found] == [
        f"3 rows are said to be no real interviews, and were counted: “{words[0]}”.",
        (
            "6 rows are said to be unfinished or screened out interviews, and were counted: "
            f"“{words[1]}”."
        ),
    ]
    kept = answers.load(AnswerFile(path, Reading(where=f"{tests} and {unfinished}")))
    assert (kept.n, of_rows(kept)) == (21, [])
    for names, condition in (
        (["Status", "Finished"], "Progress >= 100"),
        (["Status", "Finished", "Progress"], "answered(submitdate)"),
    ):
        _, conditions = doubted(*names, *([] if "Progress" in names else ["submitdate"]))
        assert conditions == [condition]
        kept = answers.load(AnswerFile(path, Reading(where=condition)))
        assert (kept.n, of_rows(kept)) == (24, [])


def test_states_that_are_answers_are_not_doubted(tmp_path):
    for name, words in (("status", "married|single"), ("mode", "bus|car"), ("test", "yes|no")):
        rows = [f"{n}|{words.split('|')[n % 2]}" for n in range(30)]
        assert of_rows(read_dataset(write(tmp_path, f"id|{name}", *rows))) == []


@pytest.mark.parametrize(
    ("names", "row", "condition", "n"),
    [
        ("record_id|redcap_event_name|age_complete|age", "{p}|{e}|2|{n}",
         "redcap_event_name = baseline", 20),
        ("Record ID|Event Name|Complete?|Age", "{p}|{e}|Complete|{n}", '"Event Name" = baseline',
         20),
        ("record_id|redcap_repeat_instrument|redcap_repeat_instance|age", "{p}|{i}|{i}|{n}",
         "not answered(redcap_repeat_instrument)", 20),
    ],
)  # fmt: skip
def test_records_that_are_counted_for_each_event_are_doubted(names, row, condition, n, tmp_path):
    rows = [
        row.format(p=k // 2, e=("baseline", "followup")[k % 2], i=("", "1")[k % 2], n=20 + k % 7)
        for k in range(40)
    ]
    path = write(tmp_path, names, *rows)
    ((found, settle),) = of_rows(read_dataset(path))
    assert found == "40 rows name only 20 respondents; each row was counted as one."
    assert f"by the condition {condition};" in settle
    kept = answers.load(AnswerFile(path, Reading(where=condition)))
    assert (kept.n, of_rows(kept)) == (n, [])


@pytest.mark.parametrize("name", ["respondent", "id", "who", "Kürzel", "x"])
def test_people_with_several_rows_are_doubted_whatever_the_column_is_called(name, tmp_path):
    rows = [f"A{n // 4}|q{n % 4}|{n * 7 % 5}" for n in range(80)]
    path = write(tmp_path, f"{name}|item|value", *rows)
    ((found, settle),) = of_rows(read_dataset(path))
    assert "each row was counted as one" in found
    assert settle.startswith("Put the rows of a person into one")
    sorted_ages = [f"{18 + n // 4 + n // 30}|{n % 2}" for n in range(80)]
    assert of_rows(read_dataset(write(tmp_path, "age|member", *sorted_ages))) == []


def test_tables_and_sheets_on_their_side_are_doubted(tmp_path):
    rows = [f"{'mf'[n % 2]}|{('ja', 'nein', 'wn')[n % 3]}|{n * 17 % 60}" for n in range(18)]
    ((found, _),) = of_rows(read_dataset(write(tmp_path, "sex|answer|Anzahl", *rows)))
    assert found == "Each row may stand for as many people as it says; each was counted as one."
    path = tmp_path / "a.csv"
    beside(path).write_text('[columns.Anzahl]\nuse = "weight"\n', encoding="utf-8")
    assert of_rows(read_dataset(path)) == []
    beside(path).unlink()
    rows = [f"f{n}|{n * 7 % 5}|{n * 3 % 5}|{n % 4}" for n in range(20)]
    for names in ("Frage|TN1|TN2|TN3", "question|person 1|person 2|person 3", "item|1|2|3"):
        ((found, _),) = of_rows(read_dataset(write(tmp_path, names, *rows)))
        assert found.startswith("The columns are named as people are")
    assert of_rows(read_dataset(write(tmp_path, "id|q1|q2|q3", *rows))) == []


GROUPS = ["Nord|2|1", "Nord|3|0", "Nord|1|2", "{}|6|3", "Süd|4|0", "Süd|0|1", "Süd|1|1", "{}|5|2"]


@pytest.mark.parametrize(
    "names", [("Nord Ergebnis", "Süd Ergebnis"), ("Total Nord", "Total Süd"), ("Sum", "Sum"),
              ("Nord: итого", "Süd: итого")]
)  # fmt: skip
def test_sums_between_the_answers_are_nobody(names, tmp_path):
    rows = iter(names)
    told = [row.format(next(rows)) if "{}" in row else row for row in GROUPS]
    path = write(tmp_path, "Region|kids|cars", *told)
    dataset = read_dataset(path)
    assert dataset.n == 6
    assert any(
        str(one.found).startswith("Sums between the answers were left out: ")
        for one in dataset.account.doubts
    )
    beside(path).write_text("[file]\nfooter = 0\n", encoding="utf-8")
    assert read_dataset(path).n == 8


def test_words_that_only_sound_like_sums_are_answers(tmp_path):
    for words in (["Total", "Shell", "Aral"], ["good", "good overall", "bad", "bad overall"]):
        rows = [f"{words[n % len(words)]}|{n % 3}" for n in range(60)]
        assert read_dataset(write(tmp_path, "opinion|kids", *rows)).n == 60
