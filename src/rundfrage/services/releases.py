"""What was shown of a survey, kept as `releases.db` in its folder, and for which surveys it is.

It is kept for answers that were gathered here: an export of the field, or whatever the settings say
so of. Answers from elsewhere, whose rows others have too, are shown without it. The file holds
numbers that were shown and the conditions by which, nothing of a respondent, and no order of time.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.services.analysis import Analysis
from rundfrage.services.answers import condition_on, load
from rundfrage.services.exports import exports_in
from rundfrage.services.settings import FILE as SETTINGS
from rundfrage.services.survey import QUESTIONNAIRE, Source, Survey, open_survey
from rundfrage.tables.releases import Account, Decision, Releases, Shown
from rundfrage.writing import erase

FILE = "releases.db"
ANEW = message(
    "If nobody outside has seen what was shown so far, have it forgotten: then what is shown now "
    "comes first."
)
_PATIENCE = 60
"""Seconds that one waits for another who decides."""
_TABLE = """
CREATE TABLE IF NOT EXISTS shown (
    question TEXT, population TEXT, base INTEGER, counts TEXT,
    PRIMARY KEY (question, population, base, counts)
) WITHOUT ROWID
"""
_WANTED = "SELECT population, base, counts FROM shown WHERE question = ?"
_NOTE = "INSERT OR IGNORE INTO shown VALUES (?, ?, ?, ?)"


@dataclass(frozen=True)
class ReleaseFile:
    """The account of what was shown, as a file that its owner alone may read."""

    file: Path

    def settle(self, question: str, decide: Decision) -> None:
        """Note what is decided, on the disk before it returns; others wait meanwhile.

        Raises a Problem if it can't be noted: then nothing may be shown.
        """
        try:
            # Made by us, so that nobody else may read it at any moment.
            os.close(os.open(self.file, os.O_CREAT | os.O_RDWR, 0o600))
            with closing(sqlite3.connect(self.file, _PATIENCE, isolation_level=None)) as database:
                database.execute("PRAGMA secure_delete = ON")
                database.execute("BEGIN IMMEDIATE")
                database.execute(_TABLE)
                known = [
                    Shown(population, base, json.loads(counts))
                    for population, base, counts in database.execute(_WANTED, (question,))
                ]
                new = decide(known)
                database.executemany(_NOTE, [_row(question, one) for one in new])
                database.execute("COMMIT" if new else "ROLLBACK")
        except (OSError, sqlite3.Error, ValueError) as error:
            raise Problem(
                "releases-not-kept",
                where=Where(str(self.file)),
                found=message("What is shown can't be noted ({reason}).", reason=str(error)),
                expected=message(
                    "a file that may be written to: what was shown before decides what may be."
                ),
                mend=message("Check the permissions there, or work on a copy of the folder."),
            ) from error


def _row(question: str, shown: Shown) -> tuple[str, str, int, str]:
    counts = json.dumps(dict(shown.counts), ensure_ascii=False, sort_keys=True)
    return question, shown.population, shown.base, counts


def keeping(source: Source) -> Survey | None:
    """The survey whose releases are kept when the source is shown; None if they aren't."""
    survey = _survey_of(source)
    if survey is None or survey.settings.disclosure.ledger is False:
        return None
    if survey.settings.disclosure.ledger or (survey.folder / FILE).is_file():
        return survey
    return survey if _gathered(survey.folder) else None


def with_threshold(source: Source, analysis: Analysis) -> Analysis:
    """The analysis with the survey's own threshold, where that is kept and a higher one."""
    survey = keeping(source)
    if survey is None:
        return analysis
    return replace(analysis, threshold=max(analysis.threshold, _threshold(survey)))


def releases_of(source: Source, dataset: Dataset, *, anew: bool = False) -> Releases | None:
    """Where the columns of a dataset of the source are released; None if anything may be shown.

    The dataset may be without those for whom the source's condition doesn't hold. With `anew` what
    was shown before is forgotten when the first figures are. Raises a Problem if the condition
    itself tells of a small group, and if there is nothing to forget.
    """
    survey = keeping(source)
    if survey is None:
        if anew:
            raise _nothing_remembered(source)
        return None
    account: Account = ReleaseFile(survey.folder / FILE)
    where = source.reading.where
    if anew:
        account = _Forgetting(account, partial(_forget, survey))
    if where is None:
        return Releases(dataset, account, _threshold(survey))
    everybody = load(replace(source, reading=replace(source.reading, where=None)))
    releases = Releases(everybody, account, _threshold(survey), condition_on(everybody, where))
    if releases.refusal() is not None:
        raise Problem(
            "where-withheld",
            where=Where(argument="where"),
            found=message(
                "Whom the condition counts, or leaves out, are fewer than {threshold} people, or "
                "would be beside what was shown before.",
                threshold=releases.threshold,
            ),
            expected=message("a condition that tells of no small group."),
            mend=message("Count more people.") + " " + ANEW,
        )
    return releases


def withheld_of(releases: Releases | None) -> tuple[Problem, ...]:
    """A warning if columns were withheld because of what was shown before."""
    if releases is None or not releases.withheld_columns:
        return ()
    return (
        Problem(
            "figures-withheld",
            where=Where(FILE),
            found=counted_message(
                "{count} column of figures is withheld: beside what was shown before it would tell "
                "of fewer than {threshold} people, or so few answers came or went since.",
                "{count} columns of figures are withheld: beside what was shown before they would "
                "tell of fewer than {threshold} people, or so few answers came or went since.",
                len(releases.withheld_columns),
                threshold=releases.threshold,
            ),
            expected=message("figures that can be shown beside those from before."),
            mend=ANEW,
            severity="warning",
        ),
    )


@dataclass
class _Forgetting:
    """An account that forgets all before it is first asked: earlier failures forget nothing."""

    account: Account
    forget: Callable[[], None] | None

    def settle(self, question: str, decide: Decision) -> None:
        """Note what is decided as if nothing had been shown before this command."""
        if self.forget is not None:
            self.forget()
            self.forget = None
        self.account.settle(question, decide)


def _forget(survey: Survey) -> None:
    # Only who forgets needs the logbook.
    from rundfrage.fieldwork.logbook import Act  # noqa: PLC0415
    from rundfrage.services.logbook import note  # noqa: PLC0415

    note(survey, Act.FORGET_SHOWN)
    erase(survey.folder / FILE)


def _nothing_remembered(source: Source) -> Problem:
    return Problem(
        "nothing-remembered",
        where=Where(str(source.path), argument="anew"),
        found=message("Of these answers it isn't remembered what was shown."),
        expected=message("a survey whose answers were gathered here."),
        mend=message("Leave the option out."),
    )


def refuse_engine(source: Source) -> None:
    """Raise a Problem if releases are kept: an engine doesn't say who is in two groups."""
    survey = keeping(source)
    if survey is None:
        return
    raise Problem(
        "engine-keeps-no-releases",
        where=Where(str(survey.folder / SETTINGS), argument="engine"),
        found=message("It is remembered what was shown of this survey, which an engine can't do."),
        expected=message("answers that are counted in memory."),
        mend=message("Leave the engine out, or write ledger = false under [disclosure]."),
    )


def _threshold(survey: Survey) -> int:
    return survey.settings.disclosure.threshold


def _survey_of(source: Source) -> Survey | None:
    """The survey itself, or that of which a file of answers is an export."""
    if isinstance(source, Survey):
        return source
    folder = source.path.parent
    if not (folder / QUESTIONNAIRE).is_file() or source.path not in exports_in(folder)[0]:
        return None
    return open_survey(folder, who=source.who)


def _gathered(folder: Path) -> bool:
    """Whether the answers were gathered here: those of the folder are an export of its field."""
    return bool(exports_in(folder)[0])
