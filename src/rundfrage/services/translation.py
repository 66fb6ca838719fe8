"""Translation: the PO files of a survey are made or brought up to date, and what they lack."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from rundfrage.errors import Problem, Where
from rundfrage.kinds import KINDS
from rundfrage.locales import message
from rundfrage.locales.phrases import DOMAINS, is_spoken
from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.questionnaire.folder import JSON, questionnaire_file, read_source
from rundfrage.questionnaire.translation.catalog_update import (
    domains_in,
    same,
    untranslated,
    update,
)
from rundfrage.questionnaire.translation.own_phrases import (
    FOLDER,
    offered,
    survey_language,
)
from rundfrage.questionnaire.translation.po_file import (
    context_of,
    key_of,
    po_words,
    read_po_file,
)
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.questionnaire.translation.translations import languages_to_translate
from rundfrage.services.survey import Source, Survey
from rundfrage.writing import write_together


@dataclass(frozen=True)
class Lacking:
    """A text that waits for its translation, or for somebody to look one over."""

    context: str
    words: str
    to_look_over: bool
    domain: str
    """Where the program says it, for the program's own words: door, deck …; else empty."""

    @property
    def head(self) -> str:
        """What the context begins with, for the program's own words: "program:deck:"."""
        return context_of(f"{self.domain}:") if self.domain else ""


@dataclass(frozen=True)
class Translated:
    """The PO file of a language, whether it was written now, and what it lacks."""

    language: str
    file: Path
    written: bool
    texts: int
    lacking: tuple[Lacking, ...]


def translate(
    survey: Survey,
    languages: Sequence[str] = (),
    *,
    door: bool = False,
    program: bool = False,
    progress: Progress = UNWATCHED,
) -> tuple[Translated, ...]:
    """Make or update the PO files of these languages, or of all that the survey has.

    With `door` they hold the words of the pages themselves even where they are built in, with
    `program` all words of the program. Raises a Problem, and writes nothing, if one of the files is
    broken.
    """
    file = questionnaire_file(survey.path)
    if file.suffix == JSON:
        raise Problem(
            "json-translations",
            where=Where(str(file)),
            found=message("A questionnaire in JSON holds its translations itself."),
            expected=message("a questionnaire.md."),
            mend=message("Turn it into Markdown first."),
        )
    questionnaire = read_source(file, KINDS)
    source = questionnaire.study.language
    own = file.parent / FOLDER / f"{source}.po"
    itself = door or program or not is_spoken(source, "door") or own.exists()
    wanted = languages_to_translate(questionnaire, file, languages, itself=itself)
    files = {one: file.parent / FOLDER / f"{one}.po" for one in wanted}
    old = {one: read_po_file(po) if po.exists() else None for one, po in files.items()}
    taken = {placed.path for placed in texts(questionnaire)}
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    done, written = [], {}
    for one in stepwise(files, progress):
        former = old[one]
        words = {
            context: word
            for domain in DOMAINS
            if program
            or domain in domains_in(former, taken)
            or (domain == "door" and (door or one == source or not is_spoken(one, domain)))
            for context, word in offered(one, domain, taken).items()
        }
        fresh = update(former, questionnaire, one, now, words)
        if changed := former is None or not same(former, fresh):
            written[files[one].name] = po_words(fresh)
        lacking = _lacking(fresh, taken)
        done.append(Translated(one, files[one], changed, len(fresh), lacking))
    write_together(file.parent / FOLDER, written)
    return tuple(done)


def language_in(source: Source, tag: str) -> str:
    """The language with the program's words that the survey brings along for it."""
    return survey_language(source.folder, tag) if isinstance(source, Survey) else tag


def _lacking(catalog: Catalog, taken: Collection[str]) -> tuple[Lacking, ...]:
    return tuple(
        Lacking(
            str(message.context),
            str(message.id),
            message.fuzzy,
            key_of(message.context, taken).partition(":")[0],
        )
        for message in untranslated(catalog)
    )
