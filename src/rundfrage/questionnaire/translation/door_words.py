"""The words of the public door itself that a survey brings along, in any language.

What stands on buttons and in messages ("Continue", "Step 3 of 12") belongs to the program, and a
language it doesn't speak gets these words from the PO file of the survey: the msgctxt is `door:`
and the key of the word, the msgid the program's English. Words that depend on a number have the
plural forms of the language, in the order of gettext.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from rundfrage.errors import Problem, Where, raise_all
from rundfrage.questionnaire.model import DoorWord
from rundfrage.questionnaire.translation.po_file import DOOR, forms_of


@dataclass(frozen=True)
class Offered:
    """A word that can be translated.

    `english` are the program's words, or those for one and for many; `given` what stands in a new
    file already.
    """

    english: tuple[str, ...]
    given: tuple[str, ...] = ()


def plural_rule(language: str) -> tuple[int, str]:
    """How many plural forms the language has, and the expression that chooses one, as in C."""
    count, expression = get_plural(language.replace("-", "_"))
    return count, expression


def placeholders(words: str) -> frozenset[str] | None:
    """The names in braces; None if a brace stands for anything else."""
    try:
        pieces = list(Formatter().parse(words))
    except ValueError:
        return None
    names = frozenset(name for _, name, _, _ in pieces if name is not None)
    plain = all(
        not form and not conversion and not {*text} & {*"{}"}
        for text, _, form, conversion in pieces
    )
    return names if plain and all(map(str.isidentifier, names)) else None


def door_words(catalog: Catalog, language: str, file: str) -> Iterator[DoorWord]:
    """The words of the door in a PO file; raises a Problem for each that can't be shown."""
    messages = [
        message
        for message in catalog
        if str(message.context or "").startswith(DOOR) and forms_of(message)
    ]
    raise_all([problem for one in messages for problem in _problems(one, language, file)])
    for message in messages:
        yield DoorWord(language, str(message.context).removeprefix(DOOR), forms_of(message))


def _problems(message: Message, language: str, file: str) -> Iterator[Problem]:
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    wanted = frozenset().union(*(placeholders(one) or () for one in english))
    where = Where(file, message.lineno, str(message.context))
    for words in forms_of(message):
        if placeholders(words) != wanted:
            named = " and ".join(f"{{{name}}}" for name in sorted(wanted)) or "no braces"
            yield Problem(
                "door-placeholder",
                where=where,
                found=f"The words have other places for values: {words[:80]}",
                expected=f"{named}, as in: {english[-1][:80]}",
                mend="Copy what stands in braces into the translation, with its braces.",
            )
    count, _ = plural_rule(language)
    if message.pluralizable and len(forms_of(message)) != count:
        yield Problem(
            "door-plural-forms",
            where=where,
            found=f"There are {len(forms_of(message))} plural forms.",
            expected=f"the {count} that {language} has.",
            mend=f"Write the head of the file anew: rundfrage translate DIR --language {language}",
        )
