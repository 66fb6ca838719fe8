"""The program's own words that a survey brings along, in any language.

What stands on buttons, on slides and in letters ("Continue", "Base: n = …") belongs to the program,
and a language it doesn't speak gets these words from the PO file of the survey, which may also
change them in any other. The msgctxt of the door's words is `door:` and their key, that of all
others `program:`, their domain and their key; the msgid is the program's English. Where a text of a
question named `door` has the path of a word, the word's msgctxt begins with `program:door:`. Words
that depend on a number have the plural forms of the language, in the order of gettext.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Message

from rundfrage.errors import Problem, Where, raise_all
from rundfrage.locales import message
from rundfrage.locales.phrases import (
    Domain,
    OwnPhrase,
    Phrasebook,
    SurveyLanguage,
    english,
    keys,
)
from rundfrage.locales.plurals import placeholders, plural_rule
from rundfrage.manuscript.source import read_bytes
from rundfrage.questionnaire.translation.po_file import (
    PROGRAM,
    context_of,
    forms_of,
    key_of,
    po_catalog,
)

FOLDER = "locales"
"""The folder of a survey's PO files."""


@dataclass(frozen=True)
class Offered:
    """A phrase that can be translated.

    `english` are the program's words, or those for one and for many; `given` what stands in a new
    file already.
    """

    english: tuple[str, ...]
    given: tuple[str, ...] = ()


def offered(language: str, domain: Domain, taken: Collection[str]) -> dict[str, Offered]:
    """The phrases of a domain by msgctxt, with those of the language where it has any.

    `taken` are the paths of the survey's own texts.
    """
    book = Phrasebook(language, domain)
    count, _ = plural_rule(language)
    found = {}
    for key in keys(domain):
        source, phrase = english(domain, key), book[key]
        given = () if phrase.foreign else phrase.forms
        whole = len(source) > 1 and len(given) == 1
        context = context_of(f"{domain}:{key}", taken)
        found[context] = Offered(source, given * (count if whole else 1))
    return found


def survey_language(survey: Path, tag: str) -> str:
    """The language with the program's words that the survey's PO file brings along for it.

    Raises a Problem if one of them can't be said. The words of the door are none of them: those
    are part of the published questionnaire.
    """
    file = survey / FOLDER / f"{tag}.po"
    if not file.is_file():
        return tag
    content = read_bytes(file, message("a PO file of translations."))
    # A PO file takes a tenth of a second to read, and most have none of these.
    if PROGRAM.encode() not in content:
        return tag
    catalog = po_catalog(content, str(file))
    words = [entry for entry in catalog if str(entry.context).startswith(PROGRAM)]
    own = own_phrases(words, tag, str(file))
    return SurveyLanguage(tag, tuple(own))


def own_phrases(
    entries: Iterable[Message], language: str, file: str, taken: Collection[str] = ()
) -> Iterator[OwnPhrase]:
    """The program's words in a PO file; raises a Problem for each that can't be said.

    `taken` are the paths of the survey's own texts.
    """
    found = [one for one in entries if key_of(one.context, taken) and forms_of(one)]
    raise_all([problem for one in found for problem in _problems(one, language, file)])
    for one in found:
        yield OwnPhrase(language, key_of(one.context), forms_of(one))


def _problems(entry: Message, language: str, file: str) -> Iterator[Problem]:
    english = [entry.id] if isinstance(entry.id, str) else list(entry.id)
    wanted = frozenset().union(*(placeholders(one) or () for one in english))
    where = Where(file, entry.lineno, str(entry.context))
    for words in forms_of(entry):
        if placeholders(words) != wanted:
            named = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or message("no braces")
            yield Problem(
                "door-placeholder",
                where=where,
                found=message("The words have other places for values: {words}", words=words[:80]),
                expected=message(
                    "{named}, as in: {english}", named=named, english=english[-1][:80]
                ),
                mend=message("Copy what stands in braces into the translation, with its braces."),
            )
    count, _ = plural_rule(language)
    if entry.pluralizable and len(forms_of(entry)) != count:
        yield Problem(
            "door-plural-forms",
            where=where,
            found=message("There are {count} plural forms.", count=len(forms_of(entry))),
            expected=message("the {count} that {language} has.", count=count, language=language),
            mend=message("Let the file be updated: its head is written anew."),
            subject=language,
        )
