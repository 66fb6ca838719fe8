"""Deletion: addresses, key, answers or exports of a survey, each with all that belongs to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from rundfrage.dataset.files import codebook_beside
from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql
from rundfrage.fieldwork.journals.erasing import erase_journal
from rundfrage.fieldwork.participation.blind import SIGNING_KEY
from rundfrage.fieldwork.participation.split import note_of
from rundfrage.locales import message
from rundfrage.services.answers import ANSWERS
from rundfrage.services.exports import exports_in
from rundfrage.services.forgetting import forget_everybody, holds_invitations
from rundfrage.services.journal import holds_a_field
from rundfrage.services.log_warning import warning_of
from rundfrage.services.logbook import Act, note_or_say
from rundfrage.services.survey import Survey
from rundfrage.writing import erase


class Kept(StrEnum):
    """What is kept until a day."""

    ADDRESSES = "addresses"
    KEY = "key"
    ANSWERS = "answers"
    EXPORTS = "exports"


def delete(survey: Survey, kept: Kept) -> list[str]:
    """Delete it; what stays all the same or couldn't be noted, and why.

    Raises a Problem if it can't be deleted.
    """
    return [*filter(None, _DELETING[kept](survey))]


def links_of(survey: Survey, kept: Kept) -> list[str]:
    """What to say of files that lie elsewhere, where nothing can be deleted by their links.

    The key itself may lie anywhere, as a service manager shows a copy of it.
    """
    found = [one for one in _files(survey, kept) if one.is_symlink()]
    return [
        message(
            "{file} is a link to {place}, and was not deleted: delete what it leads to, and then "
            "the link.",
            file=str(one),
            place=str(one.readlink()),
        )
        for one in found
        if kept is Kept.KEY or not one.exists()
    ]


def _files(survey: Survey, kept: Kept) -> list[Path]:
    """The files of it in the folder, whether they are there or not; none of a database server."""
    match kept:
        case Kept.KEY:
            return [survey.key, survey.folder / SIGNING_KEY]
        case Kept.EXPORTS:
            return sorted(survey.folder.glob(f"{ANSWERS}.*"))
        case Kept.ADDRESSES:
            place = survey.participation
        case Kept.ANSWERS:
            place = survey.journal
    return [] if in_postgresql(place) else [Path(place)]


def _delete_addresses(survey: Survey) -> list[str | None]:
    return [forget_everybody(survey).warning] if holds_invitations(survey) else []


def _delete_key(survey: Survey) -> list[str | None]:
    there = [one for one in _files(survey, Kept.KEY) if one.exists() and not one.is_symlink()]
    unnoted = note_or_say(survey, Act.DELETE_KEY) if there else None
    for file in there:
        erase(file)
    noted = note_of(survey.key)
    if noted.exists():
        raise Problem(
            "shares-left",
            where=Where(str(noted)),
            found=message("The key was split, and comes back by its shares."),
            expected=message("a key that nobody can use any more."),
            mend=message("Have the shares destroyed, and delete this note then."),
        )
    return [unnoted]


def _delete_answers(survey: Survey) -> list[str | None]:
    if not holds_a_field(survey.journal):
        return []
    unnoted = note_or_say(survey, Act.DELETE_ANSWERS)
    return [unnoted, warning_of(asyncio.run(erase_journal(survey.journal)))]


def _delete_exports(survey: Survey) -> list[str | None]:
    own, others = exports_in(survey.folder)
    unnoted = note_or_say(survey, Act.DELETE_EXPORTS) if own else None
    for file in own:
        book = codebook_beside(file)
        erase(file)
        erase(book)
    stays = [
        message("{file} is no export as it was written, and stays.", file=str(file))
        for file in others
    ]
    return [unnoted, *stays]


_DELETING: Mapping[Kept, Callable[[Survey], list[str | None]]] = {
    Kept.ADDRESSES: _delete_addresses,
    Kept.KEY: _delete_key,
    Kept.ANSWERS: _delete_answers,
    Kept.EXPORTS: _delete_exports,
}
