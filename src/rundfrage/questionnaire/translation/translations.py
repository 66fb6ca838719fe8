"""Brings translations into a questionnaire, and says which are missing.

A translation is used if its entry has the path of the text as msgctxt, the text as msgid, and is
not marked fuzzy. If the text has changed since, the old translation is not shown to anybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages.catalog import Catalog

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.questionnaire.markdown.head import LANGUAGE
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.questionnaire.translation.own_phrases import FOLDER, own_phrases
from rundfrage.questionnaire.translation.po_file import DOOR, read_po_file, words_of
from rundfrage.questionnaire.translation.texts import Placed, texts, with_texts
from rundfrage.text import known_language


@dataclass(frozen=True)
class Missing:
    """A text without a translation."""

    language: str
    placed: Placed


def po_files(survey: Path, questionnaire: Questionnaire) -> dict[str, Path]:
    """The PO file of each language beside the questionnaire that is one of its languages.

    A questionnaire that names no languages but its own has all those that lie there. The file of
    its own language holds words of the public door alone.
    """
    study = questionnaire.study
    found = {path.stem: path for path in sorted((survey / FOLDER).glob("*.po"))}
    if study.languages != (study.language,):
        return {name: found[name] for name in study.languages if name in found}
    for name, path in found.items():
        if not LANGUAGE.fullmatch(name) or not known_language(name):
            raise _not_a_language(name, path)
    return found


def with_po_files(questionnaire: Questionnaire, survey: Path) -> Questionnaire:
    """The questionnaire with the translations that lie in the survey's folder."""
    files = po_files(survey, questionnaire)
    catalogs = {language: read_po_file(path) for language, path in files.items()}
    taken = {placed.path for placed in texts(questionnaire)}
    own = [
        phrase
        for language, catalog in catalogs.items()
        for phrase in own_phrases(catalog, language, str(files[language]), taken)
    ]
    door = (phrase for phrase in own if phrase.key.startswith(DOOR))
    catalogs.pop(questionnaire.study.language, None)
    return replace(translated(questionnaire, catalogs), door=tuple(door))


def translated(questionnaire: Questionnaire, catalogs: Mapping[str, Catalog]) -> Questionnaire:
    """The questionnaire with every text in the languages of the catalogs, where they have it."""
    changed = {}
    for placed in texts(questionnaire):
        versions = {
            language: words
            for language, catalog in catalogs.items()
            if (words := words_of(catalog.get(placed.text.source, placed.path)))
        }
        if versions:
            changed[placed.path] = placed.text.translated(versions)
    study = questionnaire.study
    more = tuple(language for language in catalogs if language not in study.languages)
    study = replace(study, languages=study.languages + more)
    return with_texts(replace(questionnaire, study=study), changed)


def missing(questionnaire: Questionnaire) -> list[Missing]:
    """The texts that lack a translation into one of the questionnaire's languages."""
    placed = list(texts(questionnaire))
    return [
        Missing(language, one)
        for language in questionnaire.study.languages
        if language != questionnaire.study.language
        for one in placed
        if not one.text.has(language)
    ]


def languages_to_translate(
    questionnaire: Questionnaire, file: Path, wanted: Sequence[str], *, itself: bool
) -> Sequence[str]:
    """The languages wanted, or all of the questionnaire; raises a Problem if one can't be.

    `itself`: with the one it is written in, whose file holds words of the public door alone.
    """
    study = questionnaire.study
    own = tuple(language for language in study.languages if language != study.language)
    for language in wanted:
        if not known_language(language) or not LANGUAGE.fullmatch(language):
            raise _not_a_language(language, file)
        if language == study.language:
            if itself:
                continue
            raise Problem(
                "language-not-listed",
                where=Where(str(file)),
                found=message("{language} is what it is written in.", language=language),
                expected=message(
                    "one of {own}.", own=", ".join(own) or message("its other languages")
                ),
                mend=message(
                    "Name another language, or ask for the words of the pages themselves."
                ),
                subject=language,
            )
        if own and language not in own:
            raise Problem(
                "language-not-listed",
                where=Where(str(file)),
                found=message("{language} is not listed.", language=language),
                expected=message("one of {own}.", own=", ".join(own)),
                mend=message(
                    "Add {language} under languages: in the front matter.", language=language
                ),
            )
    others = own or tuple(po_files(file.parent, questionnaire))
    found = wanted or dict.fromkeys(((study.language,) if itself else ()) + others)
    if not found:
        raise Problem(
            "no-other-language",
            where=Where(str(file)),
            found=message("The questionnaire has no other language."),
            expected=message("a language to translate into."),
            mend=message("Name one, such as en."),
        )
    return tuple(found)


def _not_a_language(language: str, file: Path) -> Problem:
    return Problem(
        "unknown-language",
        where=Where(str(file)),
        found=message("There is no language {language}.", language=language[:60]),
        expected=message("the short name of a language."),
        mend=message("Write for example en or pt-BR."),
    )
