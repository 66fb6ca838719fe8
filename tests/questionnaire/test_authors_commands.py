"""The commands for authors, run as they are typed."""

import json

import pytest
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.errors import Problem
from rundfrage.kinds import read_questionnaire
from rundfrage.questionnaire.json.form import to_json


def run(*words):
    """The exit status and output of a command; a Problem is raised."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if isinstance(result.exception, Problem):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def survey(tmp_path):
    folder = tmp_path / "survey"
    assert run("new", folder)[0] == 0
    return folder


def rewrite(survey, old, new):
    file = survey / "questionnaire.md"
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new), encoding="utf-8")
    return file


def test_a_new_survey_has_no_problem(survey):
    status, output = run("check", survey)
    assert (status, output) == (
        0,
        f"{survey}/questionnaire.md: 12 questions on 6 pages, 0 errors, 0 warnings.\n",
    )


def test_new_refuses_a_folder_that_holds_something(survey):
    before = (survey / "questionnaire.md").read_bytes()
    with pytest.raises(Problem) as caught:
        run("new", survey, "--language", "de")
    assert caught.value.code == "folder-not-empty"
    assert (survey / "questionnaire.md").read_bytes() == before


def test_check_prints_each_problem_on_its_line_and_ends_with_1(survey):
    file = rewrite(survey, "overall >= 4", "overal >= 4")
    status, output = run("check", survey)
    assert status == 1
    assert output == (
        f"{file}:80: reason: error: shown if overal >= 4, but there is no question overal before "
        "it. Expected: a question that stands before it. Did you mean overall? [unknown-name]\n"
        f"{file}: 12 questions on 6 pages, 1 error, 0 warnings.\n"
    )


def test_check_prints_json_for_tools(survey):
    file = rewrite(survey, "(quality)\n\n- info", "(qualty)\n\n- info")
    status, output = run("check", survey, "--format", "json")
    assert (status, json.loads(output)) == (
        1,
        [
            {
                "severity": "error",
                "code": "unknown-scale",
                "file": str(file),
                "line": 74,
                "name": "aspects",
                "found": "There is no scale qualty.",
                "expected": "one of the scales of the front matter: quality.",
                "mend": "Did you mean quality?",
            }
        ],
    )


def test_warnings_alone_end_with_0(survey):
    rewrite(survey, "scales:", "scales:\n  spare: [a, b]")
    status, output = run("check", survey)
    assert (status, "[unused-scale]" in output, "0 errors, 1 warning." in output) == (0, True, True)


def test_check_names_broken_translations_beside_other_problems(survey):
    rewrite(survey, "overall >= 4", "overal >= 4")
    (survey / "locales").mkdir()
    (survey / "locales" / "de.po").write_text('msgid "a\n', encoding="utf-8")
    _, output = run("check", survey, "--format", "json")
    assert [one["code"] for one in json.loads(output)] == ["broken-po-file", "unknown-name"]


def test_fmt_lays_out_once_and_check_tells(survey):
    file = rewrite(survey, "# About you", "#   About you\n\n\n")
    loose = file.read_bytes()
    assert run("fmt", survey, "--check")[0] == 1
    assert file.read_bytes() == loose
    assert run("fmt", survey) == (0, f"Laid out: {file}\n")
    assert b"\n# About you\n\n## age" in file.read_bytes()
    assert run("fmt", survey, "--check")[0] == 0
    assert run("fmt", file) == (0, f"Already in the canonical layout: {file}\n")


def test_fmt_leaves_a_wrong_file_as_it_is(survey):
    file = rewrite(survey, "(quality)", "(qualty)")
    before = file.read_bytes()
    with pytest.raises(Problem):
        run("fmt", survey)
    assert file.read_bytes() == before
    assert [path.name for path in survey.iterdir()] == ["questionnaire.md"]


def test_the_json_form_goes_there_and_back(survey, tmp_path):
    run("translate", survey, "--language", "de")
    po = survey / "locales" / "de.po"
    po.write_text(
        po.read_text(encoding="utf-8").replace(
            'msgid "Yes"\nmsgstr ""', 'msgid "Yes"\nmsgstr "Ja"'
        ),
        encoding="utf-8",
    )
    status, output = run("fmt", survey, "--json")
    questionnaire = read_questionnaire(survey)
    assert (status, json.loads(output)) == (0, to_json(questionnaire))
    copy = tmp_path / "copy.json"
    copy.write_text(output, encoding="utf-8")
    assert read_questionnaire(copy) == questionnaire
    assert questionnaire.questions[0].body.options[0].label.into("de") == "Ja"
    assert run("fmt", copy)[1].startswith("---\nsurvey: my-survey\n")
    with pytest.raises(Problem) as caught:
        run("translate", copy)
    assert caught.value.code == "json-translations"


def test_translate_makes_and_updates_files_and_lists_what_is_missing(survey):
    status, output = run("translate", survey, "--language", "ar")
    po = survey / "locales" / "ar.po"
    assert (status, output.splitlines()[:2]) == (
        0,
        [f"Written: {po} (59 texts, 59 to translate)", "  title: How do you like our association?"],
    )
    before = po.read_bytes()
    assert run("translate", survey)[1].startswith(f"Up to date: {po} (59 texts, 59 to")
    assert po.read_bytes() == before
    po.write_text(
        before.decode().replace('msgid "Yes"\nmsgstr ""', 'msgid "Yes"\nmsgstr "نعم"'),
        encoding="utf-8",
    )
    rewrite(survey, "- ( ) yes: Yes\n", "- ( ) yes: Yes, I am :a: [member]\n")
    _, output = run("translate", survey)
    assert "  member:yes: Yes, I am :a: [member] (look over)\n" in output
    assert '#, fuzzy\n#| msgid "Yes"\n' in po.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("languages", "code"),
    [
        ([], "no-other-language"),
        (["en"], "language-not-listed"),
        (["klingonisch"], "unknown-language"),
        (["../de"], "unknown-language"),
    ],
)
def test_translate_refuses_what_is_no_other_language(survey, languages, code):
    options = [word for language in languages for word in ("--language", language)]
    with pytest.raises(Problem) as caught:
        run("translate", survey, *options)
    assert (caught.value.code, (survey / "locales").exists()) == (code, False)


def test_translate_keeps_to_the_list_of_languages(survey):
    rewrite(survey, "language: en\n", "language: en\nlanguages: [en, de]\n")
    with pytest.raises(Problem) as caught:
        run("translate", survey, "--language", "fr")
    assert caught.value.code == "language-not-listed"
    assert run("translate", survey)[0] == 0
    assert [path.name for path in (survey / "locales").iterdir()] == ["de.po"]


@pytest.mark.parametrize("command", ["check", "fmt", "translate"])
def test_a_folder_without_a_questionnaire_is_a_problem(command, tmp_path):
    with pytest.raises(Problem) as caught:
        run(command, tmp_path)
    assert caught.value.code == "no-questionnaire"


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    nowhere = tmp_path / "nowhere.md"
    with pytest.raises(Problem) as caught:
        run("fmt", nowhere)
    assert caught.value.code == "no-such-file"
    status, output = run("check", nowhere, "--format", "json")
    assert (status, [one["code"] for one in json.loads(output)]) == (1, ["no-such-file"])


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_what_is_no_ordinary_file_is_a_problem(path):
    with pytest.raises(Problem) as caught:
        run("fmt", path)
    assert caught.value.code == "unreadable-file"


def test_translations_are_written_for_all_languages_or_none(survey):
    run("translate", survey, "--language", "de")
    (survey / "locales" / "fr.po").write_text("nonsense", encoding="utf-8")
    (survey / "locales" / "de.po").unlink()
    with pytest.raises(Problem) as caught:
        run("translate", survey, "--language", "de", "--language", "fr")
    assert caught.value.code == "broken-po-file"
    assert [path.name for path in (survey / "locales").iterdir()] == ["fr.po"]
