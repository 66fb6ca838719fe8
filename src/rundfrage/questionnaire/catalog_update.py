"""Makes a PO file's catalog for a questionnaire, or brings an old one up to date.

Translations are kept. Where the text has changed, the translation stays as a suggestion, marked
fuzzy with the old text beside it; entries whose text is gone are kept as obsolete. A page that
only moved takes its translation along.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from babel.messages.catalog import Catalog, Message

from rundfrage.questionnaire.model import Kind, Questionnaire
from rundfrage.questionnaire.po_file import words_of
from rundfrage.questionnaire.texts import Placed, texts

_FUZZY = "fuzzy"


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
    kinds: Sequence[Kind],
    language: str,
    now: datetime.datetime,
) -> Catalog:
    """The catalog for the questionnaire as it is, with the translations of the old one."""
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
    by_path = {message.context: message for message in before}
    moved = {message.id: message for message in before if str(message.context).startswith("page:")}
    used: set[str | None] = set()
    for placed in texts(questionnaire, kinds):
        source = placed.text.source
        exact = old.get(source, placed.path) if old is not None else None
        if exact is None and placed.path.startswith("page:"):
            exact = moved.get(source)
        exact = back.pop((placed.path, source), None) if exact is None else exact
        _add(fresh, placed, exact, by_path.get(placed.path))
        used |= {placed.path, exact.context if exact else None}
    gone = [message for message in before if message.context not in used and message.string]
    for message in [*back.values(), *gone]:
        fresh.obsolete[f"{message.context}\x04{message.id}"] = message
    return fresh


def _add(fresh: Catalog, placed: Placed, exact: Message | None, changed: Message | None) -> None:
    source = placed.text.source
    if exact is not None:
        fresh.add(
            source,
            exact.string,
            flags=exact.flags,
            user_comments=exact.user_comments,
            previous_id=exact.previous_id,
            context=placed.path,
        )
    elif changed is not None and changed.string:
        fresh.add(
            source,
            changed.string,
            flags={*changed.flags, _FUZZY},
            user_comments=changed.user_comments,
            previous_id=changed.id,
            context=placed.path,
        )
    else:
        fresh.add(source, "", context=placed.path)


def untranslated(catalog: Catalog) -> list[Message]:
    """The entries without a translation that may be used: empty or fuzzy, in their order."""
    return [message for message in catalog if message.id and not words_of(message)]


def same(one: Catalog, other: Catalog) -> bool:
    """True if two catalogs say the same, whatever their headers and layout."""
    return _entries(one) == _entries(other)


def _entries(catalog: Catalog) -> list[tuple[object, ...]]:
    own = [message for message in catalog if message.id]
    return [
        (message.context, message.id, message.string, message.fuzzy, tuple(message.previous_id))
        for message in [*own, *catalog.obsolete.values()]
    ]
