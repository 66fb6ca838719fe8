"""What services work on: a survey, which is a folder, or a file of answers that stands alone.

A *survey* is opened with `open_survey` (or one of its two kin), which reads its settings and
nothing else: no Survey is without them, so none can write past its databases. Its questionnaire
and its answers are read by the services that need them, each time anew: nothing is held between
two calls, so one process serves as many surveys as it likes. `secrets` holds what settings name
and files must not hold, such as passwords; a front takes them from wherever it keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql, shown, with_password
from rundfrage.fieldwork.participation.key import Key
from rundfrage.locales import message
from rundfrage.services.settings import FILE as SETTINGS
from rundfrage.services.settings import SQLITE, Database, SurveySettings, read_settings

QUESTIONNAIRE = "questionnaire.md"
RESPONSES = "responses.db"
PARTICIPATION = "participation.db"
KEY = "participation.key"
REPORT = "report.md"
OUT = "out"


@dataclass(frozen=True)
class Reading:
    """What a user says of a file of answers that the file can't say; see intake.options.

    `where` is a condition: only respondents for whom it holds are counted. Of those whose answers
    repeat one another one is counted `without_repeats`.
    """

    encoding: str | None = None
    sheet: str | None = None
    skip: int | None = None
    missing: tuple[str, ...] = ()
    decimal: str | None = None
    day_first: bool | None = None
    heading: bool | None = None
    footer: int | None = None
    heading_rows: int | None = None
    delimiter: str | None = None
    where: str | None = None
    without_repeats: bool | None = None


@dataclass(frozen=True)
class Survey:
    """A survey by its folder, or by its questionnaire in a folder; `path` is as it was named.

    `who` is at work on it, as the logbook calls them. `joined` is the key of the participation if
    it was made of its shares.
    """

    path: Path
    settings: SurveySettings
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    reading: Reading = field(default_factory=Reading)
    who: str = ""
    joined: Key | None = field(default=None, repr=False)

    @property
    def folder(self) -> Path:
        """Where everything of the survey lies."""
        return self.path if self.path.is_dir() else self.path.parent

    @property
    def questionnaire(self) -> Path:
        """The file of its questionnaire, whether it is there or not."""
        return self.path / QUESTIONNAIRE if self.path.is_dir() else self.path

    @property
    def journal(self) -> str:
        """The address of the answers' database; raises a Problem if the settings name none."""
        return self._address(self.settings.answers, RESPONSES, "journal")

    @property
    def participation(self) -> str:
        """The address of the database of invitations and codes."""
        return self._address(self.settings.participation, PARTICIPATION, "participation")

    @property
    def key(self) -> Path:
        """The secret that nullifiers are made with."""
        return self.folder / KEY

    @property
    def key_or_file(self) -> Key | Path:
        """The secret itself where it is in memory alone, else its file."""
        return self.joined or self.key

    @property
    def report(self) -> Path:
        """The author's report, whether it is there or not."""
        return self.folder / REPORT

    @property
    def outputs(self) -> Path:
        """The folder of all that is made."""
        return self.folder / OUT

    @property
    def tables(self) -> Path:
        """The file of its tables, without its ending."""
        return self.outputs / "tables"

    @property
    def weighting(self) -> Path:
        """The file of the dossier of its weights, without its ending."""
        return self.outputs / "weighting"

    def beside(self, name: str) -> Path | None:
        """The file of that name in the folder, if it is there."""
        file = self.folder / name
        return file if file.is_file() else None

    def secret(self, name: str) -> str:
        """The secret of that name; raises a Problem if there is none."""
        try:
            return self.secrets[name]
        except KeyError:
            raise Problem(
                "secret-missing",
                where=Where(str(self.folder / SETTINGS)),
                found=message("There is no secret {name}.", name=name),
                expected=message("the environment variable that the settings name."),
                mend=message("Set {name}, or correct the name under password_from.", name=name),
                subject=name,
            ) from None

    def _address(self, store: Database, file: str, argument: str) -> str:
        if store.database == SQLITE:
            return str(self.folder / file)
        if not in_postgresql(store.database):
            raise Problem(
                "bad-address",
                where=Where(argument=argument),
                found=message(
                    "There is no database {database}.", database=shown(store.database)[:100]
                ),
                expected=message("sqlite, or the address of a PostgreSQL database."),
                mend=message("Write for example postgresql://user@host/database"),
            )
        if not store.password_from:
            return store.database
        return with_password(store.database, self.secret(store.password_from))


@dataclass(frozen=True)
class AnswerFile:
    """A file of answers that explains itself, by a codebook in it or beside it.

    `who` looks at it, as the logbook calls them if it is an export of a survey.
    """

    path: Path
    reading: Reading = field(default_factory=Reading)
    who: str = ""

    @property
    def report(self) -> Path:
        """The author's report, whether it is there or not."""
        return self.outputs / REPORT

    @property
    def outputs(self) -> Path:
        """The folder of all that is made."""
        return self.path.with_name(f"{self.path.stem}-report")

    @property
    def tables(self) -> Path:
        """The file of its tables, without its ending."""
        return self.path.with_name(f"{self.path.stem}-tables")

    @property
    def weighting(self) -> Path:
        """The file of the dossier of its weights, without its ending."""
        return self.path.with_name(f"{self.path.stem}-weighting")

    def beside(self, name: str) -> None:  # noqa: ARG002 - what a survey holds beside its answers
        """Nothing belongs to a file alone."""
        return


Source = Survey | AnswerFile
"""Whatever has answers."""


def open_survey(path: Path, secrets: Mapping[str, str] | None = None, who: str = "") -> Survey:
    """The survey in that folder, which may be named by its questionnaire, for `who` works on it.

    Raises a Problem if there is no such folder, or if its settings can't be used.
    """
    folder = path.parent if path.name == QUESTIONNAIRE and path.is_file() else path
    if not folder.is_dir():
        raise Problem(
            "no-such-folder",
            where=Where(str(path)),
            found=message("This is a file.")
            if path.exists()
            else message("There is no such folder."),
            expected=message(
                "the folder of a survey, which holds its {questionnaire}.",
                questionnaire=QUESTIONNAIRE,
            ),
            mend=message("Check the path, or start a survey."),
            # Where a file lies no folder can be made.
            subject="" if path.exists() else str(path),
        )
    return Survey(folder, read_settings(folder / SETTINGS), secrets or {}, who=who)


def open_questionnaire(
    path: Path, secrets: Mapping[str, str] | None = None, who: str = ""
) -> Survey:
    """The survey of a questionnaire, be it named by its folder or as a file, for `who` works on it.

    Raises a Problem if the settings beside it can't be used.
    """
    folder = path if path.is_dir() else path.parent
    return Survey(path, read_settings(folder / SETTINGS), secrets or {}, who=who)


def open_source(
    path: Path,
    secrets: Mapping[str, str] | None = None,
    reading: Reading | None = None,
    who: str = "",
) -> Source:
    """A survey if the path is a folder, and else a file of answers, for `who` looks at them.

    `reading` tells of the file. Raises a Problem if the survey's settings can't be used.
    """
    source: Source = (
        open_questionnaire(path, secrets, who) if path.is_dir() else AnswerFile(path, who=who)
    )
    return source if reading is None else replace(source, reading=reading)


def with_databases(
    survey: Survey, journal: str | None = None, participation: str | None = None
) -> Survey:
    """The survey with these databases instead of those that its settings name, where given."""
    settings = survey.settings
    if journal is not None:
        settings = replace(settings, answers=Database(journal))
    if participation is not None:
        settings = replace(settings, participation=Database(participation))
    return replace(survey, settings=settings)
