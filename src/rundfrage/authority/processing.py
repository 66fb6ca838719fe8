"""What several documents say of the survey: its data, its period, its dates of deletion."""

from __future__ import annotations

from rundfrage.authority.document import Table
from rundfrage.authority.facts import Facts, until
from rundfrage.locales import message
from rundfrage.questionnaire.model import Participation

WHAT = (message("what"), message("said"))
"""The headings of a table of facts."""


def data(facts: Facts) -> str:
    """The categories of data."""
    said = message(
        "answers to {count} questions, also those that were changed later or left as typed; "
        "language; week; duration in coarse steps; of a withdrawn interview, that it was withdrawn",
        count=facts.questions,
    )
    if facts.level is Participation.CODES:
        said += message("; keyed hashes of codes, without relation to answers")
    if facts.invites:
        said += message(
            "; e-mail address and language of the invited, whether the letter was sent and how "
            "often they were reminded, keyed hashes of invitations: no relation of any of these to "
            "answers is stored"
        )
    if facts.identifying:
        said += message("; what may tell who somebody is (see below)")
    return said


def unlinkability(facts: Facts) -> str:
    """How answers are kept from leading to people."""
    said = message(
        "no network address, browser or time finer than the week is stored; interviews are filed "
        "under a hash of a secret that only the respondent has; exports are in random order"
    )
    if facts.level is not Participation.OPEN:
        said += message(
            "; answers and participation lie in separate databases and are never written in one "
            "transaction; the key of the participation lies outside both"
        )
    return said


def period(facts: Facts) -> str:
    """The days of the field."""
    if facts.field is None:
        return message("‹first and last day of the field›")
    first, last = facts.field
    return message("{first} to {last}", first=first.isoformat(), last=last.isoformat())


def deletion(facts: Facts) -> Table:
    """What is deleted when."""
    rows = [
        (message("answers in the database"), until(facts.answers)),
        (message("exported answers"), until(facts.exports)),
    ]
    if facts.invites:
        rows.append((message("addresses of the invited"), until(facts.addresses)))
    if facts.level is not Participation.OPEN:
        rows.append((message("key of the participation"), until(facts.key)))
    rows += [
        (message("backups"), message("‹for how long›")),
        (
            message("tables and report"),
            message("kept; they hold no single answers, or none that weren't released"),
        ),
    ]
    return Table((message("what"), message("deleted")), tuple(rows))
