"""settings.toml: what it may say, and what is refused with its line."""

from pathlib import Path

import pytest

from rundfrage.cli import arguments
from rundfrage.errors import Problem
from rundfrage.services import open_questionnaire, open_source, open_survey, with_databases
from rundfrage.services.settings import LAYOUT, SurveySettings

ALL = """\
[answers]
database = "postgresql://door@db.example.org/answers"
password_from = "RUNDFRAGE_ANSWERS"

[participation]
database = "postgresql://door@db.example.org/participation?sslmode=require"
password_from = "RUNDFRAGE_PARTICIPATION"

[door]
origin = "https://survey.example.org"
host = "0.0.0.0"
port = 8080
workers = 4
embed = ["https://www.example.org"]

[mail]
server = "mail.example.org:587"
user = "survey"
password_from = "RUNDFRAGE_MAIL"
sender = "Survey <survey@example.org>"
per_minute = 30
"""


def refused(survey, settings):
    with pytest.raises(Problem) as caught:
        survey(settings=settings)
    return [(one.code, one.where.line, one.mend) for one in caught.value.all]


def test_everything_can_be_set(survey):
    opened = survey(settings=ALL, RUNDFRAGE_ANSWERS="p@ss/word", RUNDFRAGE_PARTICIPATION="ü")
    said = opened.settings
    assert opened.journal == "postgresql://door@db.example.org/answers?password=p%40ss%2Fword"
    assert (
        opened.participation
        == "postgresql://door@db.example.org/participation?sslmode=require&password=%C3%BC"
    )
    assert (said.door.host, said.door.port, said.door.workers) == ("0.0.0.0", 8080, 4)
    assert said.door.embed == ("https://www.example.org",)
    assert (said.mail.user, said.mail.password_from, said.mail.per_minute) == (
        "survey",
        "RUNDFRAGE_MAIL",
        30,
    )


def test_a_survey_without_settings_keeps_everything_in_its_folder(survey):
    opened = survey()
    assert opened.settings == SurveySettings()
    assert opened.journal == str(opened.folder / "responses.db")
    assert opened.participation == str(opened.folder / "participation.db")


def test_a_front_says_otherwise_for_one_call(survey):
    opened = survey(settings=ALL, RUNDFRAGE_ANSWERS="secret")
    assert with_databases(opened, "sqlite").journal == str(opened.folder / "responses.db")
    assert with_databases(opened, "postgresql://other/db").journal == "postgresql://other/db"
    assert with_databases(opened).journal == opened.journal
    with pytest.raises(Problem) as caught:
        with_databases(opened, "mysql://db/x").journal  # noqa: B018 - it is looked up when asked for
    assert (caught.value.code, str(caught.value.where)) == ("bad-address", "journal")


def test_a_secret_that_is_not_there_is_missed_when_it_is_needed(survey):
    opened = survey(settings=ALL)
    with pytest.raises(Problem) as caught:
        opened.journal  # noqa: B018
    assert (caught.value.code, caught.value.subject) == ("secret-missing", "RUNDFRAGE_ANSWERS")


def test_secrets_are_not_shown(survey):
    assert "p@ss" not in repr(survey(settings=ALL, RUNDFRAGE_ANSWERS="p@ss"))


def test_all_that_is_wrong_is_named_with_its_line(survey):
    settings = """\
origin = "https://survey.example.org"

[dore]
port = 8000

[door]
prot = 8000
port = "8000"
workers = 65
embed = "https://www.example.org"

[answers]
database = "mysql://db/x"
password_from = "not a name"
"""
    form = "Write it as the reference of the settings shows."
    assert refused(survey, settings) == [
        ("settings-unknown-key", 1, "Did you mean [door]?"),
        ("settings-unknown-key", 3, "Did you mean [door]?"),
        ("settings-unknown-key", 7, "Did you mean port?"),
        ("settings-form", 8, form),
        ("settings-form", 9, form),
        ("settings-form", 10, form),
        ("settings-form", 13, form),
        ("settings-form", 14, form),
    ]


@pytest.mark.parametrize("words", ["door = 1", "[[door]]\nport = 1"])
def test_a_heading_holds_settings(survey, words):
    assert refused(survey, words) == [
        ("settings-form", 1, "Write it as the reference of the settings shows.")
    ]


@pytest.mark.parametrize(
    "setting",
    [
        '[answers]\ndatabase = "postgresql://a:hidden@db/x"',
        '[answers]\ndatabase = "postgresql://db/x?password=hidden"',
        '[participation]\ndatabase = "postgresql://db/x?sslmode=require&sslpassword=hidden"',
        '[mail]\nserver = "me:hidden@mail.example.org:587"',
    ],
)
def test_a_secret_in_the_file_is_refused_without_being_shown(survey, setting):
    with pytest.raises(Problem) as caught:
        survey(settings=setting)
    assert (caught.value.code, caught.value.where.line) == ("settings-secret", 2)
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize("address", ["postgresql://[x/db", "postgresql://h/db?nothing=1"])
def test_an_address_that_cannot_be_read_is_refused(survey, address):
    assert refused(survey, f'[answers]\ndatabase = "{address}"') == [
        ("settings-form", 2, "Write it as the reference of the settings shows.")
    ]


def test_a_folder_cannot_ask_for_any_secret_of_the_machine(survey, monkeypatch):
    monkeypatch.setenv("AWS_SECRET", "hidden")
    monkeypatch.setenv("RUNDFRAGE_ANSWERS", "mine")
    assert refused(survey, '[answers]\npassword_from = "AWS_SECRET"') == [
        (
            "settings-secret-name",
            2,
            "Call the variable RUNDFRAGE_AWS_SECRET, here and where it is set.",
        )
    ]
    opened = arguments.open_survey(survey(settings=ALL).folder)
    assert opened.secrets["RUNDFRAGE_ANSWERS"] == "mine"
    assert [one for one in opened.secrets if not one.startswith("RUNDFRAGE_")] == []


def test_what_is_no_toml_is_refused(survey):
    assert [code for code, _, _ in refused(survey, "[door\n")] == ["toml-unreadable"]


def test_a_survey_is_a_folder_and_may_be_named_by_its_questionnaire(survey, tmp_path):
    folder = survey().folder
    assert open_survey(folder / "questionnaire.md").folder == folder
    for path in (tmp_path / "none", folder / "questionnaire.md" / "x"):
        with pytest.raises(Problem) as caught:
            open_survey(path)
        assert caught.value.code == "no-such-folder"


@pytest.mark.parametrize("opening", [open_survey, open_questionnaire, open_source])
def test_however_a_survey_is_opened_its_settings_hold(survey, opening):
    folder = survey(settings=ALL).folder
    opened = opening(folder, {"RUNDFRAGE_ANSWERS": "p"})
    assert opened.journal.startswith("postgresql://door@db.example.org/answers")


def test_a_survey_that_is_named_by_its_questionnaire_has_everything_in_its_folder(survey):
    folder = survey(settings=ALL).folder
    (folder / "report.md").write_text("", "utf-8")
    opened = open_questionnaire(folder / "questionnaire.md", {"RUNDFRAGE_ANSWERS": "p"})
    assert (opened.report, opened.outputs) == (folder / "report.md", folder / "out")
    assert opened.beside("report.md") == folder / "report.md"
    assert opened.journal.startswith("postgresql://door@db.example.org/answers")


def test_every_setting_is_documented():
    page = (Path(__file__).parents[2] / "docs/reference/settings.md").read_text("utf-8")
    headings = [f"[{heading}]" for heading in LAYOUT]
    keys = [key for keys in LAYOUT.values() for key in keys]
    assert [one for one in (*headings, *keys) if f"`{one}`" not in page] == []
