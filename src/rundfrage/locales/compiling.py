"""Compiles a PO file into what the program looks up: words by key, messages by their English."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from rundfrage.locales.plurals import plural_rule


def compiled_catalogue(content: bytes, language: str, *, template: bool) -> dict[str, Any]:
    """The translations that may be used, as JSON has it; of the template the English."""
    catalog = read_po(BytesIO(content), abort_invalid=True)
    keyed: dict[str, tuple[str, ...]] = {}
    messages: dict[str, tuple[str, ...]] = {}
    for entry in catalog:
        forms = entry_forms(entry, template=template)
        if not entry.id or not forms:
            continue
        if entry.context:
            keyed[entry.context] = forms
        elif not template:
            # An English message says itself.
            messages[english_of(entry)[0]] = forms
    return {"plurals": plural_rule(language)[1], "keyed": keyed, "messages": messages}


def english_of(entry: Message) -> tuple[str, ...]:
    """The English of an entry: the words, or those for one and for many."""
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def entry_forms(entry: Message, *, template: bool) -> tuple[str, ...]:
    """The words of an entry that may be said; none if one is missing or to be looked at again."""
    if template:
        return english_of(entry)
    if entry.fuzzy:
        return ()
    forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    return forms if all(forms) else ()
