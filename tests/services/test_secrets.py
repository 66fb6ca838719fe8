"""Secrets of a survey: used to log in, and never shown, whatever goes wrong."""

import pytest

from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.fieldwork.address import shown
from rundfrage.fieldwork.journals.postgres import line
from rundfrage.fieldwork.journals.sqlite import open_sqlite
from rundfrage.fieldwork.participation import SqliteRegister
from rundfrage.fieldwork.participation.key import make_key, read_key
from rundfrage.services import forgetting, journal

SECRET = "hunter2"
SETTINGS = """\
[answers]
database = "postgresql://door@127.0.0.1:1/answers"
password_from = "RUNDFRAGE_PASSWORD"
[participation]
database = "postgresql://door@127.0.0.1:1/participation"
password_from = "RUNDFRAGE_PASSWORD"
[door]
origin = "https://garden.example.org"
[mail]
server = "localhost:1"
user = "team"
password_from = "RUNDFRAGE_PASSWORD"
sender = "team@example.org"
"""


@pytest.fixture
def opened(survey, tmp_path):
    (tmp_path / "addresses.csv").write_text("email\na@example.org\n", "utf-8")
    made = survey("exchange", SETTINGS, RUNDFRAGE_PASSWORD=SECRET)
    make_key(made.key)
    return made


FORGET = ("forget", ["nobody@example.org"])
MAIL = [("invite", "addresses.csv", None), ("remind", None)]
ANSWERS = [("watch_field",), ("close_field",), ("export",), ("publish",), ("prepare_door",)]


def refusal(survey, call):
    name, *arguments = call
    given = [survey.folder.parent / one if one == "addresses.csv" else one for one in arguments]
    with pytest.raises(Problem) as caught:
        getattr(services, name)(survey, *given)
    return caught.value


def said(problem):
    return " ".join(f"{one} {one.where!r} {one.subject}" for one in problem.all)


@pytest.mark.parametrize("call", [*ANSWERS, *MAIL, FORGET], ids=lambda call: call[0])
def test_a_server_that_does_not_answer_is_named_without_the_secret(opened, monkeypatch, call):
    monkeypatch.setattr(line, "RETRY_SECONDS", 0)
    problem = refusal(opened, call)
    assert problem.code in {"journal-unavailable", "participation-unavailable"}
    assert "postgresql://127.0.0.1/" in said(problem)
    assert SECRET not in said(problem)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("watch_field",), "not-published"),
        (("export",), "not-published"),
        (FORGET, "not-invited"),
        (MAIL[0], "mail-server-refused"),
        (MAIL[1], "mail-server-refused"),
    ],
    ids=lambda one: one if isinstance(one, str) else one[0],
)
def test_a_database_that_holds_nothing_is_named_without_the_secret(
    opened, monkeypatch, tmp_path, call, code
):
    """Files stand in the place of the server's databases."""

    async def empty_journal(address):
        assert SECRET in address
        return await open_sqlite(tmp_path / "journal.db")

    def empty_register(address, key_file, **_):
        assert SECRET in address
        return SqliteRegister(tmp_path / "register.db", read_key(key_file))

    monkeypatch.setattr(journal, "open_journal", empty_journal)
    monkeypatch.setattr(forgetting, "open_participation", empty_register)
    problem = refusal(opened, call)
    assert problem.code == code
    assert SECRET not in said(problem)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://me:hunter2@db/answers", "postgresql://db/answers"),
        ("postgresql://db/answers?password=hunter2", "postgresql://db/answers"),
        ("postgres://me:hunter2@[db/answers", "postgresql"),
        ("Postgresql://me:hunter2@db/answers", "Postgresql://…"),
        ("folder/responses.db", "folder/responses.db"),
    ],
)
def test_an_address_is_shown_without_its_password(address, words):
    assert shown(address) == words
