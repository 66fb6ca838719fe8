"""Phrases: what the program says to respondents and readers, looked up by key.

A *phrase* is a template in one language, whose places in braces take values, or one template for
each plural form. A *phrasebook* holds the phrases of one domain (`door`, `deck`, `table` …): the
survey's own first, then those of the catalogue, then English. Each phrase knows its language, so
that an output can mark what is not in the language of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from typing import Literal, Self, get_args

from rundfrage.locales.catalogue import SOURCE, Forms, catalogue, languages, source
from rundfrage.locales.foreign import Foreign
from rundfrage.locales.plurals import first_place, placeholders, plural_rule

Domain = Literal[
    "door",
    "deck",
    "page",
    "claim",
    "workbook",
    "dossier",
    "table",
    "paper",
    "letter",
    "data",
    "audit",
]
"""Where phrases are said; the part of a key before its colon."""
DOMAINS: tuple[Domain, ...] = get_args(Domain)


class SurveyLanguage(str):
    """A language's tag, together with the phrases that a survey brings along for it.

    Whatever prints in a language is handed its tag; handed this one, it says the survey's words.
    """

    __slots__ = ("own",)

    own: tuple[OwnPhrase, ...]

    def __new__(cls, tag: str, own: tuple[OwnPhrase, ...]) -> Self:
        """The tag with its phrases."""
        made = super().__new__(cls, tag)
        made.own = own
        return made

    def __repr__(self) -> str:
        return f"{str(self)!r} with {self.own!r}"

    def __getnewargs__(self) -> tuple[str, tuple[OwnPhrase, ...]]:  # type: ignore[override]
        """What a copy or an unpickled tag is made of."""
        return str(self), self.own

    def __getstate__(self) -> None:
        """Nothing beside what it is made of."""


@dataclass(frozen=True)
class OwnPhrase:
    """A phrase that a survey brings along; its key has the domain before it ("door:next")."""

    language: str
    key: str
    forms: Forms


@dataclass(frozen=True)
class Phrase:
    """What is said at one place in `language`; `counted` is the place that forms agree with.

    `rule` chooses among plural forms, as an expression of C; a phrase with one form has none.
    `foreign` is true if it is in another language than its book.
    """

    key: str
    language: str
    forms: Forms
    counted: str = ""
    rule: str = "0"
    foreign: bool = False

    def of(self, printed: object) -> str:
        """The template that agrees with a whole number as it is printed: "1.234", "[62 %]"."""
        if len(self.forms) == 1:
            return self.forms[0]
        whole = int("".join(filter(str.isdecimal, str(printed))) or "0")
        return self.forms[_chooser(self.rule)(whole)]

    def template(self, values: Mapping[str, object]) -> str:
        """The template that agrees with the values."""
        return self.forms[0] if len(self.forms) == 1 else self.of(values[self.counted])

    def marked(self, words: str) -> str:
        """The words, marked with the phrase's language if that is another than the book's.

        What has no letter is in no language.
        """
        spoken = self.foreign and any(map(str.isalpha, words))
        return Foreign(words, self.language) if spoken else words

    def __call__(self, /, **values: object) -> str:
        """The words with the values in their places; marked if they are foreign."""
        return self.marked(self.template(values).format_map(values) if values else self.forms[0])

    def counting(self, printed: object, /, **values: object) -> str:
        """The same where the number that the forms agree with stands elsewhere."""
        return self.marked(self.of(printed).format_map(values))


class Phrasebook:
    """The phrases of one domain in one language; `own` are those that a survey brings along."""

    def __init__(self, language: str, domain: Domain, own: Sequence[OwnPhrase] = ()) -> None:
        self.language = language
        if not own and isinstance(language, SurveyLanguage):
            own = language.own
        self._phrases = _phrases(str(language), domain, tuple(own))

    def __getitem__(self, key: str) -> Phrase:
        """The phrase of that key; raises KeyError for an unknown one."""
        return self._phrases[key]

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of that key with the values in their places."""
        return self[key](**values)

    def missing(self) -> tuple[str, ...]:
        """The keys of what is said in English for want of a translation."""
        return tuple(key for key, phrase in self._phrases.items() if phrase.foreign)


def keys(domain: Domain) -> tuple[str, ...]:
    """The keys of a domain, without it, in the order of the catalogue."""
    head = f"{domain}:"
    return tuple(key.removeprefix(head) for key in _english() if key.startswith(head))


def english(domain: Domain, key: str) -> Forms:
    """What is said in English: the words, or those for one and for many."""
    return _english()[f"{domain}:{key}"]


def is_spoken(language: str, domain: Domain) -> bool:
    """True if the program has words of its own for that domain in the language."""
    found = catalogue(language)
    return found is not None and any(key.startswith(f"{domain}:") for key in found.keyed)


@lru_cache(maxsize=256)
def _phrases(language: str, domain: Domain, brought: tuple[OwnPhrase, ...]) -> Mapping[str, Phrase]:
    """Find for each key what is said, and in which language."""
    spoken = catalogue(language)
    own = {one.key: one.forms for one in brought if _can_be_said(one, language)}
    found = {}
    for key in keys(domain):
        said = english(domain, key)
        whole = f"{domain}:{key}"
        counted = first_place(said[-1]) if len(said) > 1 else ""
        if whole in own:
            rule = plural_rule(language)[1] if len(own[whole]) > 1 else "0"
            found[key] = Phrase(key, language, own[whole], counted, rule)
        elif spoken is not None and whole in spoken.keyed:
            found[key] = Phrase(key, language, spoken.keyed[whole], counted, spoken.plurals)
        else:
            found[key] = Phrase(key, SOURCE, said, counted, source().plurals, foreign=True)
    return found


def _can_be_said(one: OwnPhrase, language: str) -> bool:
    """False if it is of another version of the program, or not fit to be filled in."""
    said = _english().get(one.key)
    if one.language != language or said is None:
        return False
    counts = {1, plural_rule(language)[0]} if len(said) > 1 else {1}
    wanted = placeholders(said[-1])
    return len(one.forms) in counts and all(placeholders(form) == wanted for form in one.forms)


@lru_cache(maxsize=64)
def _chooser(rule: str) -> Callable[[int], int]:
    chooser: Callable[[int], int] = c2py(rule)
    return chooser


def _english() -> Mapping[str, Forms]:
    return source().keyed


def versions(domain: Domain, key: str) -> tuple[tuple[str, str], ...]:
    """What is said under the key in every language that has it, English first."""
    books = ((language, Phrasebook(language, domain)[key]) for language in languages())
    return tuple((language, phrase.forms[0]) for language, phrase in books if not phrase.foreign)
