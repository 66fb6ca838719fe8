"""The settings of a survey, `settings.toml` in its folder: what is not said in the questionnaire.

    [answers]
    database = "postgresql://rundfrage@db.example.org/answers"
    password_from = "RUNDFRAGE_ANSWERS_PASSWORD"

    [door]
    origin = "https://survey.example.org"
    embed = ["https://www.example.org"]

    [mail]
    server = "mail.example.org:587"
    sender = "Survey team <survey@example.org>"

A secret never stands in the file, only the name of the environment variable that holds it. Such a
name begins with RUNDFRAGE_: a folder that somebody sends must not be able to name any other secret
of this machine and, in the same file, the server that it goes to. PGPASSWORD goes to none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rundfrage.errors import Problem, Where, raise_all
from rundfrage.fieldwork.address import in_postgresql, parts_of, with_password
from rundfrage.fieldwork.period import GRACE_MINUTES
from rundfrage.locales import Message, message
from rundfrage.manuscript.unfit_settings import misshapen_setting, unknown_setting
from rundfrage.respond.proof import MOST_BITS, USUAL_BITS
from rundfrage.respond.settings import PAUSE_HOURS
from rundfrage.services.limits import (
    MOST_GRACE,
    MOST_LETTERS,
    MOST_PAUSE,
    MOST_PORT,
    MOST_RESPONDENTS,
    MOST_THRESHOLD,
    MOST_WORKERS,
    require_within,
)

FILE = "settings.toml"
SQLITE = "sqlite"
SECRETS = "RUNDFRAGE_"
"""How the names of secrets begin."""
_HEADING = re.compile(r"\s*\[\[?\s*([^\]]*?)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w.-]+)["']?\s*=""")
_SECRETS = frozenset({"password", "sslpassword"})
"""The parts of an address that are secret, by libpq's names."""
_PARTS = frozenset(
    {
        "user", "host", "port", "dbname", "application_name", "connect_timeout", "sslmode",
        "sslnegotiation", "sslcert", "sslkey", "sslrootcert", "sslcrl", "channel_binding",
        "require_auth", "gssencmode", "target_session_attrs", "keepalives", "keepalives_idle",
        "keepalives_interval", "keepalives_count", "tcp_user_timeout",
    }
)  # fmt: skip
"""The parts of an address that a file may say, by libpq's names.

Others could lead a password of this machine to another server: `service` and `passfile` name a file
of passwords, and with `hostaddr` one that belongs to `host` goes elsewhere.
"""
_VARIABLE = re.compile(r"[A-Za-z_]\w*", re.ASCII)


@dataclass(frozen=True)
class Database:
    """Where something is kept: "sqlite" in the folder, or the address of a PostgreSQL database.

    `password_from` names the secret that its password is.
    """

    database: str = SQLITE
    password_from: str = ""


@dataclass(frozen=True)
class DoorSettings:
    """The public door: where respondents find it, where it listens, who may show it in a frame.

    Whoever has begun may finish within `grace` minutes after the last day of the field; at the
    level blind so many hours of `pause` lie between exchanging an invitation and beginning, in one
    browser. At the level open a browser that sent answers begins no more if `once` is wished, and
    a `proof_of_work` of so many bits, or some waiting, is asked for before beginning.
    """

    origin: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    embed: tuple[str, ...] = ()
    grace: int = GRACE_MINUTES
    pause: int = PAUSE_HOURS
    once: bool = False
    proof_of_work: int = USUAL_BITS

    def __post_init__(self) -> None:
        """Raise a Problem for a port, a number of processes or of minutes that can't be."""
        require_within("port", self.port, 1, MOST_PORT)
        require_within("workers", self.workers, 1, MOST_WORKERS)
        require_within("grace", self.grace, 0, MOST_GRACE)
        require_within("pause", self.pause, 0, MOST_PAUSE)
        require_within("proof-of-work", self.proof_of_work, 0, MOST_BITS)


@dataclass(frozen=True)
class MailSettings:
    """How letters are sent; `password_from` names the secret by which `user` logs in."""

    server: str = ""
    user: str = ""
    password_from: str = "RUNDFRAGE_SMTP_PASSWORD"  # noqa: S105 - the name of a secret
    sender: str = ""
    per_minute: int = 60

    def __post_init__(self) -> None:
        """Raise a Problem for a pace that can't be."""
        require_within("per-minute", self.per_minute, 1, MOST_LETTERS)


@dataclass(frozen=True)
class FieldSettings:
    """What is planned of the field: how many are expected to answer; 0 says that nobody knows."""

    respondents: int = 0


@dataclass(frozen=True)
class RetentionSettings:
    """The days from which on something is deleted; None keeps it until somebody deletes it."""

    addresses: date | None = None
    key: date | None = None
    answers: date | None = None
    exports: date | None = None


@dataclass(frozen=True)
class DataProtectionSettings:
    """What only the organisation knows, for the files of its data-protection officer."""

    controller: str = ""
    officer: str = ""
    purpose: str = ""
    legal_basis: str = ""
    hosting: str = ""
    supervision: str = ""


@dataclass(frozen=True)
class DisclosureSettings:
    """Below how many respondents nothing is shown where it is remembered what was shown.

    `ledger` says whether it is remembered what was shown; None remembers it of answers that were
    gathered here.
    """

    threshold: int = 5
    ledger: bool | None = None


@dataclass(frozen=True)
class SurveySettings:
    """All settings of a survey; what nobody set is as here."""

    answers: Database = Database()
    participation: Database = Database()
    door: DoorSettings = DoorSettings()
    mail: MailSettings = MailSettings()
    field: FieldSettings = FieldSettings()
    retention: RetentionSettings = RetentionSettings()
    data_protection: DataProtectionSettings = DataProtectionSettings()
    disclosure: DisclosureSettings = DisclosureSettings()


@dataclass(frozen=True)
class _Form:
    """What a setting must look like, in words and as a test."""

    words: Message
    fits: Callable[[Any], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_database(value: object) -> bool:
    if not isinstance(value, str):
        return False
    if value == SQLITE:
        return True
    parts = parts_of(value) if in_postgresql(value) else None
    return parts is not None and {*parts} <= _PARTS | _SECRETS


def _holds_a_secret(form: _Form, value: str) -> bool:
    """Whether the setting says a password itself, in any of the ways there are."""
    if form is _SERVER:
        return "@" in value
    return (
        form is _DATABASE and in_postgresql(value) and bool(_SECRETS & {*(parts_of(value) or ())})
    )


def _number(most: int, least: int = 1) -> _Form:
    return _Form(
        message("a whole number from {least} to {most}", least=least, most=most),
        lambda value: type(value) is int and least <= value <= most,
    )


_SWITCH = _Form(message("true or false"), lambda value: isinstance(value, bool))
_TEXT = _Form(message("a text in quotation marks"), _is_text)
_SERVER = _Form(message("the name of a mail server in quotation marks"), _is_text)
_SECRET = _Form(
    message("the name of an environment variable in quotation marks"),
    lambda value: isinstance(value, str) and _VARIABLE.fullmatch(value) is not None,
)
_DATABASE = _Form(message("sqlite, or the address of a PostgreSQL database"), _is_database)
_TEXTS = _Form(
    message("a list of texts in quotation marks"),
    lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value),
)

_DAY = _Form(
    message("a day without quotation marks, as 2027-01-31"), lambda value: type(value) is date
)

LAYOUT: Mapping[str, Mapping[str, _Form]] = {
    "answers": {"database": _DATABASE, "password_from": _SECRET},
    "participation": {"database": _DATABASE, "password_from": _SECRET},
    "door": {
        "origin": _TEXT,
        "host": _TEXT,
        "port": _number(MOST_PORT),
        "workers": _number(MOST_WORKERS),
        "embed": _TEXTS,
        "grace": _number(MOST_GRACE, 0),
        "pause": _number(MOST_PAUSE, 0),
        "once": _SWITCH,
        "proof_of_work": _number(MOST_BITS, 0),
    },
    "mail": {
        "server": _SERVER,
        "user": _TEXT,
        "password_from": _SECRET,
        "sender": _TEXT,
        "per_minute": _number(MOST_LETTERS),
    },
    "field": {"respondents": _number(MOST_RESPONDENTS)},
    "retention": {"addresses": _DAY, "key": _DAY, "answers": _DAY, "exports": _DAY},
    "data_protection": {
        "controller": _TEXT,
        "officer": _TEXT,
        "purpose": _TEXT,
        "legal_basis": _TEXT,
        "hosting": _TEXT,
        "supervision": _TEXT,
    },
    "disclosure": {"threshold": _number(MOST_THRESHOLD), "ledger": _SWITCH},
}
"""Every setting, under its heading."""


def read_settings(file: Path) -> SurveySettings:
    """The settings in the file, those of `SurveySettings()` if there is none.

    Raises a Problem with all that is wrong in `all`.
    """
    if not file.exists():
        return SurveySettings()
    # Most surveys have no such file.
    from rundfrage.manuscript.toml_file import read_toml  # noqa: PLC0415

    expected = message("settings such as port = 8000, under headings such as [door].")
    content = read_toml(file, expected)
    lines = _lines(file.read_text(encoding="utf-8-sig"))
    raise_all(_faults(content, lines, str(file)))
    door = dict(content.get("door", {}))
    if "embed" in door:
        door["embed"] = tuple(door["embed"])
    return SurveySettings(
        _database(content.get("answers", {})),
        _database(content.get("participation", {})),
        DoorSettings(**door),
        MailSettings(**content.get("mail", {})),
        FieldSettings(**content.get("field", {})),
        RetentionSettings(**content.get("retention", {})),
        DataProtectionSettings(**content.get("data_protection", {})),
        DisclosureSettings(**content.get("disclosure", {})),
    )


def _database(settings: Mapping[str, Any]) -> Database:
    """Where something is kept, and no way by which the machine's own password gets there.

    libpq would send PGPASSWORD to whatever server the folder names, were no password given at all.
    Without one that says something it still looks into .pgpass, which goes by the server.
    """
    store = Database(**settings)
    if store.password_from or not in_postgresql(store.database):
        return store
    return replace(store, database=with_password(store.database, ""))


def _faults(
    content: Mapping[str, Any], lines: Mapping[tuple[str, str], int], file: str
) -> Iterator[Problem]:
    for heading, settings in content.items():
        at = Where(file, lines.get((heading, "")) or lines.get(("", heading)))
        if heading not in LAYOUT:
            known = (f"[{one}]" for one in LAYOUT)
            yield unknown_setting("settings-unknown-key", f"[{heading}]", known, at)
        elif not isinstance(settings, dict):
            yield _misshapen(
                heading, message("a heading in square brackets with settings below it"), at
            )
        else:
            for key, value in settings.items():
                here = Where(file, lines.get((heading, key)), f"[{heading}] {key}")
                form = LAYOUT[heading].get(key)
                if form is None:
                    yield unknown_setting("settings-unknown-key", key, LAYOUT[heading], here)
                elif not form.fits(value):
                    yield _misshapen(key, form.words, here)
                elif _holds_a_secret(form, value):
                    yield _secret(here)
                elif form is _SECRET and not value.startswith(SECRETS):
                    yield _any_variable(here, value)


def _misshapen(key: str, expected: Message, where: Where) -> Problem:
    mend = message("Write it as the reference of the settings shows.")
    return misshapen_setting("settings-form", key, expected, where, mend)


def _secret(where: Where) -> Problem:
    return Problem(
        "settings-secret",
        where=where,
        found=message("The address holds a password."),
        expected=message("no secret in a file that is copied, mailed and kept with the survey."),
        mend=message(
            "Take it out, put it into an environment variable, and name that as password_from."
        ),
    )


def _any_variable(where: Where, name: str) -> Problem:
    return Problem(
        "settings-secret-name",
        where=where,
        found=message("{name} could be any variable of this machine.", name=name),
        expected=message(
            "a name that begins with {secrets}: a folder can ask for no other secret.",
            secrets=SECRETS,
        ),
        mend=message(
            "Call the variable {secrets}{name}, here and where it is set.",
            secrets=SECRETS,
            name=name,
        ),
    )


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each heading (with an empty key) and each setting."""
    found: dict[tuple[str, str], int] = {}
    heading = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _HEADING.match(line):
            heading = match[1]
            found.setdefault((heading, ""), number)
        elif match := _KEY.match(line):
            found.setdefault((heading, match[1]), number)
    return found
