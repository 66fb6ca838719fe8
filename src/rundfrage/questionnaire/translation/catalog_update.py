"""Makes a PO file's catalog for a questionnaire, or brings an old one up to date.

Translations are kept. Where the text has changed, the translation stays as a suggestion, marked
fuzzy with the old text beside it; entries whose text is gone are kept as obsolete. A page that
only moved takes its translation along. The words of the program itself come last, where a file
has to have them.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from rundfrage.locales.plurals import plural_rule
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.questionnaire.translation.own_phrases import Offered
from rundfrage.questionnaire.translation.po_file import forms_of, key_of
from rundfrage.questionnaire.translation.texts import texts

_FUZZY = "fuzzy"
_NONE: Mapping[str, Offered] = {}
_OF_THE_PROGRAM = "Words of the program itself. What stands in {braces} stays as it is."


@dataclass(frozen=True)
class _Entry:
    """An entry to be: its path and source, and what a translation is if there is no other."""

    path: str
    source: str | tuple[str, str]
    given: str | tuple[str, ...] = ""
    comments: tuple[str, ...] = ()


def new_catalog(questionnaire: Questionnaire, language: str, now: datetime.datetime) -> Catalog:
    """A catalog without entries, with the headers that PO editors expect."""
    catalog = Catalog(
        locale=language.replace("-", "_"),
        project=questionnaire.study.name,
        version="1",
        header_comment=f"# Translations of the survey {questionnaire.study.name}.\n"
        "# The msgctxt is the path of the text in the questionnaire.",
        creation_date=now,
        revision_date=now,
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
    )
    catalog.obsolete.clear()
    return catalog


def update(
    old: Catalog | None,
    questionnaire: Questionnaire,
    language: str,
    now: datetime.datetime,
    program: Mapping[str, Offered] = _NONE,
) -> Catalog:
    """The catalog for the questionnaire as it is, with the translations of the old one.

    `program` are the words of the program by msgctxt, if the file has to have them.
    """
    fresh = new_catalog(questionnaire, language, now)
    before: list[Message] = []
    if old is not None:
        before = [message for message in old if message.id]
        fresh.header_comment = old.header_comment
        fresh.last_translator = old.last_translator
        fresh.language_team = old.language_team
        fresh.msgid_bugs_address = old.msgid_bugs_address
        fresh.revision_date = old.revision_date
    gone_before = list(old.obsolete.values()) if old is not None else []
    back = {(message.context, message.id): message for message in gone_before}
    by_both = {(message.context, message.id): message for message in before}
    by_path = {message.context: message for message in before}
    moved = {message.id: message for message in before if str(message.context).startswith("page:")}
    used: set[str | None] = set()
    for entry in _entries_of(questionnaire, language, program):
        exact = by_both.get((entry.path, entry.source))
        if exact is None and entry.path.startswith("page:"):
            exact = moved.get(entry.source)
        exact = back.pop((entry.path, entry.source), None) if exact is None else exact
        _add(fresh, entry, exact, by_path.get(entry.path))
        used |= {entry.path, exact.context if exact else None}
    gone = [message for message in before if message.context not in used and message.string]
    for message in [*back.values(), *gone]:
        fresh.obsolete[f"{message.context}\x04{message.id}"] = message
    return fresh


def _entries_of(
    questionnaire: Questionnaire,
    language: str,
    program: Mapping[str, Offered],
) -> Iterator[_Entry]:
    if language != questionnaire.study.language:
        for placed in texts(questionnaire):
            yield _Entry(placed.path, placed.text.source)
    for path, word in program.items():
        one, *many = word.english
        if many:
            forms = word.given or ("",) * plural_rule(language)[0]
            yield _Entry(path, (one, many[0]), forms, (_OF_THE_PROGRAM,))
        else:
            yield _Entry(path, one, "".join(word.given), (_OF_THE_PROGRAM,))


def _add(fresh: Catalog, entry: _Entry, exact: Message | None, changed: Message | None) -> None:
    if exact is None and changed is not None and type(changed.id) is not type(entry.source):
        changed = None
    if exact is not None:
        fresh.add(
            entry.source,
            exact.string,
            flags=exact.flags,
            auto_comments=entry.comments,
            user_comments=exact.user_comments,
            previous_id=exact.previous_id,
            context=entry.path,
        )
    elif changed is not None and changed.string:
        fresh.add(
            entry.source,
            changed.string,
            flags={*changed.flags, _FUZZY},
            auto_comments=entry.comments,
            user_comments=changed.user_comments,
            previous_id=changed.id,
            context=entry.path,
        )
    else:
        fresh.add(entry.source, entry.given, auto_comments=entry.comments, context=entry.path)


def domains_in(catalog: Catalog | None, taken: Collection[str]) -> frozenset[str]:
    """The domains of the program's words that the file has beside the texts with these paths."""
    entries = catalog or ()
    return frozenset(key_of(one.context, taken).partition(":")[0] for one in entries) - {""}


def untranslated(catalog: Catalog) -> list[Message]:
    """The entries without a translation that may be used: empty or fuzzy, in their order."""
    return [message for message in catalog if message.id and not forms_of(message)]


def same(one: Catalog, other: Catalog) -> bool:
    """True if two catalogs say the same, whatever their headers and layout."""
    return _entries(one) == _entries(other)


def _entries(catalog: Catalog) -> list[tuple[object, ...]]:
    own = [message for message in catalog if message.id]
    return [
        (message.context, message.id, message.string, message.fuzzy, tuple(message.previous_id))
        for message in [*own, *catalog.obsolete.values()]
    ]
