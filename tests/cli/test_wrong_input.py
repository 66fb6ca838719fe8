"""Wrong input: a right deck, or a Problem that says how to mend it; nothing in between.

Every case runs the command in a process of its own. A traceback, an exit status other than 0 and
1, or a folder of outputs that is neither whole nor absent fails.
"""

import csv
import re
import zipfile

import pytest

from commands import run
from rundfrage.dataset.files import FORMATS

OUTPUTS = ["figures.json", "report.html", "report.pdf", "report.pptx", "report.xlsx"]
LONG = "Sehr ausführliche Antwortmöglichkeit " * 14  # some 500 characters
QUESTIONNAIRE = """---
survey: try
title: Ein Versuch
language: de
scales:
  gut: [sehr gut, gut, neutral, weniger gut, schlecht]
---

# Seite

## q1: Wie gut?

(gut)

## q2: Was?

- [ ] a: Dies
- [ ] b: Jenes

## q3: Warum?

____
"""


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def survey(folder, rows):
    folder.mkdir()
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    write(folder / "answers.csv", rows)
    return folder


def outputs(folder):
    if not folder.exists():
        return []
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def one_respondent(tmp):
    return survey(tmp / "s", [["q1", "q2.a", "q2.b", "q3"], [1, 1, 0, "=1+1"]])


def nobody(tmp):
    return survey(tmp / "s", [["q1", "q2.a", "q2.b", "q3"]])


def all_missing(tmp):
    return survey(tmp / "s", [["q1", "q2.a", "q2.b", "q3"]] + [["", "", "", ""]] * 40)


def one_column_all_missing(tmp):
    return survey(tmp / "s", [["q1", "q2.a", "q2.b", "q3"]] + [["", 1, 0, "x"]] * 40)


def three_hundred_options(tmp):
    rows = [[f"Option {1 + row % 300}", row % 5] for row in range(900)]
    return write(tmp / "many.csv", [["which", "score"], *rows])


def long_labels(tmp):
    rows = [[f"{LONG}{row % 4}", "ja" if row % 3 else "nein"] for row in range(200)]
    return write(tmp / "long.csv", [["q", LONG], *rows])


def emoji(tmp):
    rows = [["😀 gut 👍🏽" if row % 2 else "❤️ sehr 🎉", "👩‍👩‍👧"] for row in range(60)]
    return write(tmp / "emoji.csv", [["Wie? 🤔", "wer"], *rows])


def right_to_left(tmp):
    rows = [["نعم" if row % 3 else "لا", "שלום"] for row in range(60)]
    return write(tmp / "rtl.csv", [["هل تشارك؟", "ברכה"], *rows])


def nasty_texts(tmp):
    rows = [
        [text, n % 3]
        for n, text in enumerate(["<script>alert(1)</script>", "#set page", "a&b"] * 20)
    ]
    return write(tmp / "nasty.csv", [['"><img src=x>', "{{ q1 }}"], *rows])


def only_numbers(tmp):
    return write(
        tmp / "numbers.csv", [["x", "y"]] + [[n * 1.5, 10.0 ** (n % 12)] for n in range(60)]
    )


def spaces_in_the_name(tmp):
    (tmp / "my survey ü").mkdir()
    rows = [["a", "b"]] + [[n % 2, n % 3] for n in range(50)]
    return write(tmp / "my survey ü" / "answers of today.csv", rows)


@pytest.mark.trial
@pytest.mark.parametrize(
    "case",
    [
        one_respondent, nobody, all_missing, one_column_all_missing, three_hundred_options,
        long_labels, emoji, right_to_left, nasty_texts, only_numbers, spaces_in_the_name,
    ],
)  # fmt: skip
def test_strange_answers_give_a_whole_deck(tmp_path, case):
    result = run("report", case(tmp_path), "-o", tmp_path / "out")
    # Texts that come again and again may be a list of options, a few whole numbers that no heading
    # asks for codes, and rows that hold nothing nobody; nothing else is said of the cases.
    doubtful = {all_missing, three_hundred_options, long_labels, nasty_texts, spaces_in_the_name}
    doubted = ["reading-doubted"] if case in doubtful else []
    codes = re.findall(r"^  \[([\w-]+)\]$", result.stderr, re.MULTILINE)
    assert (result.returncode, codes, bool(result.stderr)) == (0, doubted, bool(doubted))
    assert outputs(tmp_path / "out") == OUTPUTS


def missing_file(tmp):
    return ["report", tmp / "none.sav"], "no-such-file"


def folder_without_questionnaire(tmp):
    (tmp / "empty").mkdir()
    return ["report", tmp / "empty"], "no-questionnaire"


def survey_without_answers(tmp):
    survey(tmp / "s", []).joinpath("answers.csv").unlink()
    return ["report", tmp / "s"], "no-answers"


def two_files_of_answers(tmp):
    folder = one_respondent(tmp)
    (folder / "answers.sav").write_bytes(b"")
    return ["report", folder], "two-answer-files"


def broken_sav(tmp):
    (tmp / "a.sav").write_bytes(b"$FL2" + bytes(range(256)) * 20)
    return ["report", tmp / "a.sav"], "file-damaged"


def empty_file(tmp):
    (tmp / "a.csv").write_bytes(b"")
    return ["report", tmp / "a.csv"], "file-empty"


def nobody(tmp):
    (tmp / "a.csv").write_text("sex,age\n,\n,\n", encoding="utf-8")
    return ["report", tmp / "a.csv"], "file-empty"


def unknown_ending(tmp):
    (tmp / "a.docx").write_bytes(b"PK")
    return ["report", tmp / "a.docx"], "file-format-unknown"


def unknown_column_of_the_survey(tmp):
    folder = survey(tmp / "s", [["q1", "q2.a"], [1, 1]])
    return ["report", folder], "column-absent"


def unknown_answer(tmp):
    folder = survey(tmp / "s", [["q1", "q2.a", "q2.b", "q3"], [7, 1, 0, ""]])
    return ["report", folder], "answer-unknown"


def unknown_banner(tmp):
    return ["tables", one_respondent(tmp), "--by", "q11"], "unknown-variable"


def unknown_weight(tmp):
    return ["report", one_respondent(tmp), "--weight", "w"], "unknown-variable"


def text_as_weight(tmp):
    return ["report", one_respondent(tmp), "--weight", "q3"], "weight-not-numeric"


def unknown_format(tmp):
    return ["report", one_respondent(tmp), "--formats", "pdf,ppt"], "unknown-format"


def unknown_language(tmp):
    return ["report", one_respondent(tmp), "--language", "klingon"], "unknown-language"


def broken_theme(tmp):
    folder = one_respondent(tmp)
    (folder / "theme.toml").write_text("[colours]\nprimary = 'blau'\n")
    return ["report", folder], "theme-colour"


def output_is_a_file(tmp):
    (tmp / "taken").write_text("mine")
    return ["report", one_respondent(tmp), "-o", tmp / "taken"], "output-not-writable"


def status_of_no_folder(tmp):
    return ["status", tmp / "none"], "no-such-folder"


def simulation_of_a_file_of_answers(tmp):
    return ["simulate", one_respondent(tmp) / "answers.csv"], "no-such-folder"


def questionnaire_with_a_fault(tmp):
    folder = one_respondent(tmp)
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE.replace("(gut)", "(schlecht)"))
    return ["report", folder], "unknown-scale"


@pytest.mark.parametrize(
    "case",
    [
        missing_file, folder_without_questionnaire, survey_without_answers, two_files_of_answers,
        broken_sav, empty_file, nobody, unknown_ending, unknown_column_of_the_survey,
        unknown_answer, unknown_banner, unknown_weight, text_as_weight, unknown_format,
        unknown_language, broken_theme, output_is_a_file, questionnaire_with_a_fault,
        status_of_no_folder, simulation_of_a_file_of_answers,
    ],
)  # fmt: skip
def test_what_cant_be_used_is_a_problem_with_its_mend(tmp_path, case):
    words, code = case(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    result = run(*words)
    assert result.returncode == 1, result.stderr
    assert f"[{code}]" in result.stderr
    assert "expected:" in result.stderr
    assert "mend:" in result.stderr
    assert "Traceback" not in result.stderr
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.trial
def test_a_failed_report_leaves_the_earlier_one(tmp_path):
    folder = one_respondent(tmp_path)
    assert run("report", folder).returncode == 0
    before = {name: (folder / "out" / name).read_bytes() for name in OUTPUTS}
    (folder / "theme.toml").write_text('[fonts]\nfamily = "Nowhere"\nfolder = "none"\n')
    assert run("report", folder).returncode == 1
    assert {name: (folder / "out" / name).read_bytes() for name in OUTPUTS} == before
    assert outputs(folder / "out") == OUTPUTS


def test_a_developer_can_see_the_traceback(tmp_path):
    result = run("--debug", "report", tmp_path / "none.sav")
    assert "Traceback" in result.stderr


def test_commands_to_copy_are_quoted_and_brackets_in_a_path_stay(tmp_path):
    folder = tmp_path / "Umfrage [neu] für alle"
    made = run("new", folder)
    assert made.stdout == (
        f"Written: {folder}/questionnaire.md\n"
        f"Change it in any text editor, then: rundfrage check '{folder}'\n"
    )
    simulated = run("simulate", folder / "questionnaire.md", "-n", 1)
    assert simulated.stdout == f"1 simulated respondent answered: {folder}/simulated.csv\n"


@pytest.mark.parametrize("words", [["--draft", "-o", "x"], ["--draft", "--watch"]])
def test_options_of_report_that_would_do_nothing_are_refused(tmp_path, words):
    refused = run("report", one_respondent(tmp_path), *words)
    assert (refused.returncode, "--draft writes report.md" in refused.stderr) == (2, True)


@pytest.mark.parametrize("copy", ["answers.zip", "answers.csv.gz", "answers.json", "answers.ods"])
def test_a_copy_beside_the_answers_is_not_read_and_that_is_said(tmp_path, copy):
    folder = one_respondent(tmp_path)
    plain = run("tables", folder)
    assert copy not in plain.stderr
    (folder / copy).write_bytes(b"x")
    result = run("tables", folder)
    assert result.stdout == plain.stdout
    assert copy in result.stderr


def test_a_packed_file_alone_holds_the_answers(tmp_path):
    folder = one_respondent(tmp_path)
    plain = run("tables", folder)
    content = (folder / "answers.csv").read_bytes()
    (folder / "answers.csv").unlink()
    with zipfile.ZipFile(folder / "answers.zip", "w") as parts:
        parts.writestr("answers.csv", content)
    assert run("tables", folder).stdout == plain.stdout


def test_where_answers_are_lacking_all_formats_are_named(tmp_path):
    result = run(*survey_without_answers(tmp_path)[0])
    suffixes = {suffix for one in FORMATS for suffix in one.suffixes}
    assert [suffix for suffix in suffixes if suffix not in result.stderr] == []
