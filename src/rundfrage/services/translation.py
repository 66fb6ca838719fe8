"""Translation: the PO files of a survey are made or brought up to date, and what they lack."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from rundfrage.errors import Problem, Where
from rundfrage.kinds import KINDS
from rundfrage.locales.phrases import is_spoken
from rundfrage.manuscript.writing import write_whole
from rundfrage.questionnaire.folder import JSON, questionnaire_file, read_source
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.questionnaire.translation.catalog_update import (
    domains_in,
    same,
    untranslated,
    update,
)
from rundfrage.questionnaire.translation.own_phrases import Offered, offered
from rundfrage.questionnaire.translation.po_file import DOOR, po_words, read_po_file
from rundfrage.questionnaire.translation.translations import (
    FOLDER,
    languages_to_translate,
)
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class Lacking:
    """A text that waits for its translation, or for somebody to look one over."""

    context: str
    words: str
    to_look_over: bool

    @property
    def of_the_door(self) -> bool:
        """True for words of the pages themselves, on buttons and in messages."""
        return self.context.startswith(DOOR)


@dataclass(frozen=True)
class Translated:
    """The PO file of a language, whether it was written now, and what it lacks."""

    language: str
    file: Path
    written: bool
    texts: int
    lacking: tuple[Lacking, ...]


def translate(
    survey: Survey, languages: Sequence[str] = (), *, door: bool = False
) -> tuple[Translated, ...]:
    """Make or update the PO files of these languages, or of all that the survey has.

    With `door` they hold the words of the pages themselves even where they are built in. Raises a
    Problem, and writes nothing, if one of the files is broken.
    """
    file = questionnaire_file(survey.path)
    if file.suffix == JSON:
        raise Problem(
            "json-translations",
            where=Where(str(file)),
            found="A questionnaire in JSON holds its translations itself.",
            expected="a questionnaire.md.",
            mend="Turn it into Markdown first.",
        )
    questionnaire = read_source(file, KINDS)
    source = questionnaire.study.language
    itself = (
        door or not is_spoken(source, "door") or (file.parent / FOLDER / f"{source}.po").exists()
    )
    wanted = languages_to_translate(questionnaire, file, languages, itself=itself)
    files = {one: file.parent / FOLDER / f"{one}.po" for one in wanted}
    old = {one: read_po_file(po) if po.exists() else None for one, po in files.items()}
    return tuple(
        _translated(
            questionnaire,
            po,
            one,
            old[one],
            offered(one, "door")
            if door or one == source or not is_spoken(one, "door") or "door" in domains_in(old[one])
            else {},
        )
        for one, po in files.items()
    )


def _translated(
    questionnaire: Questionnaire,
    file: Path,
    language: str,
    old: Catalog | None,
    door: Mapping[str, Offered],
) -> Translated:
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    fresh = update(old, questionnaire, language, now, door)
    changed = old is None or not same(old, fresh)
    if changed:
        write_whole(file, po_words(fresh))
    lacking = tuple(
        Lacking(str(message.context), str(message.id), message.fuzzy)
        for message in untranslated(fresh)
    )
    return Translated(language, file, changed, len(fresh), lacking)
