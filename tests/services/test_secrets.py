"""Secrets of a survey: used to log in, and never shown, whatever goes wrong."""

import socket
import struct
import threading
from contextlib import suppress

import pytest

from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.fieldwork.address import shown
from rundfrage.fieldwork.journals.postgres import line
from rundfrage.fieldwork.journals.sqlite import open_sqlite
from rundfrage.fieldwork.participation import SqliteRegister
from rundfrage.fieldwork.participation.key import SECRET_BYTES, Key, make_key
from rundfrage.services import forgetting, journal
from rundfrage.stats.engine.distributed import connect

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

    async def empty_journal(address, **_):
        assert SECRET in address
        return await open_sqlite(tmp_path / "journal.db")

    def empty_roll(address):
        assert SECRET in address
        return SqliteRegister(tmp_path / "register.db", Key(bytes(SECRET_BYTES)))

    monkeypatch.setattr(journal, "open_journal", empty_journal)
    monkeypatch.setattr(forgetting, "open_roll", empty_roll)
    problem = refusal(opened, call)
    assert problem.code == code
    assert SECRET not in said(problem)


class AskingServer:
    """As much of a PostgreSQL as it takes to ask whoever comes for a password in clear."""

    def __init__(self):
        self.passwords = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self):
        with suppress(OSError):
            while True:
                came, _ = self._socket.accept()
                # Who has no password hangs up.
                with came, suppress(OSError, struct.error):
                    self._ask(came)

    def _ask(self, came):
        while True:
            (length,) = struct.unpack(">i", came.recv(4, socket.MSG_WAITALL))
            (code,) = struct.unpack(">i", came.recv(length - 4, socket.MSG_WAITALL)[:4])
            if code >> 16 == 3:
                break
            came.sendall(b"N")  # no TLS, no GSSAPI
        came.sendall(struct.pack(">cii", b"R", 8, 3))
        kind, length = struct.unpack(">ci", came.recv(5, socket.MSG_WAITALL))
        if kind == b"p":
            self.passwords.append(came.recv(length - 4, socket.MSG_WAITALL).rstrip(b"\0"))


MAILED = """\
[answers]
database = "postgresql://door@127.0.0.1:PORT/answers?sslmode=disable"
"""


@pytest.mark.parametrize("named", [False, True], ids=["not named", "named"])
def test_a_server_that_the_folder_names_gets_the_password_that_it_names_alone(
    survey, monkeypatch, named
):
    """PGPASSWORD belongs to another server; libpq would send it to any."""
    monkeypatch.setenv("PGPASSWORD", "of another server")
    monkeypatch.setattr(line, "RETRY_SECONDS", 0)
    with AskingServer() as server:
        settings = MAILED.replace("PORT", str(server.port))
        if named:
            settings += 'password_from = "RUNDFRAGE_PASSWORD"\n'
        opened = survey(settings=settings, RUNDFRAGE_PASSWORD=SECRET)
        refusal(opened, ("watch_field",))
        assert set(server.passwords) == ({SECRET.encode()} if named else set())
        # The server would hear it: whoever types the address means that server.
        typed = services.with_databases(
            opened, f"postgresql://door@127.0.0.1:{server.port}/answers"
        )
        refusal(typed, ("watch_field",))
        assert b"of another server" in server.passwords


@pytest.mark.parametrize(
    "part", ["service=production", "passfile=pgpass.conf", "hostaddr=192.0.2.1", "options=-cx"]
)
def test_an_address_in_the_settings_leads_no_password_of_this_machine_elsewhere(survey, part):
    with pytest.raises(Problem) as caught:
        survey(settings=f'[answers]\ndatabase = "postgresql://evil.example/db?{part}"\n')
    assert caught.value.code == "settings-form"


@pytest.mark.parametrize(
    "address",
    ["mysql://u:hunter2@h/db", "Postgresql://u:hunter2@h/db", "u:hunter2@h/db",
     "postgresql://u:hunter2@127.0.0.1:1/db", "postgresql://u:hunter2@[h/db",
     "postgresql://u:hunter2@h:port/db"],
)  # fmt: skip
def test_the_address_of_an_engine_is_named_without_its_password(address):
    with pytest.raises(Problem) as caught:
        connect(address)
    assert SECRET not in said(caught.value)


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
