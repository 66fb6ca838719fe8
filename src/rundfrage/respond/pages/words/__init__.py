"""Words of the public door: what the program itself says to respondents, in their language.

Some languages are built in. A survey brings the words of any other in its PO file, and may bring
its own for these too (questionnaire/translation/door_words.py); what neither has is said in
English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py

from markupsafe import Markup

from rundfrage.errors import Problem, Where
from rundfrage.questionnaire.model import DoorWord, Questionnaire
from rundfrage.questionnaire.translation.door_words import Offered, placeholders, plural_rule
from rundfrage.respond.pages.words.ar import ARABIC
from rundfrage.respond.pages.words.de import GERMAN
from rundfrage.respond.pages.words.en import ENGLISH
from rundfrage.respond.pages.words.fa import PERSIAN
from rundfrage.respond.pages.words.fr import FRENCH
from rundfrage.respond.pages.words.pl import POLISH
from rundfrage.respond.pages.words.ru import RUSSIAN
from rundfrage.respond.pages.words.tr import TURKISH
from rundfrage.respond.pages.words.uk import UKRAINIAN
from rundfrage.text import Direction, Text, direction

Said = str | tuple[str, ...]
"""Words that are always the same, or those for each plural form in the order of gettext."""

SHIPPED: Mapping[str, Mapping[str, Said]] = {
    "de": GERMAN,
    "en": ENGLISH,
    "ar": ARABIC,
    "fa": PERSIAN,
    "fr": FRENCH,
    "pl": POLISH,
    "ru": RUSSIAN,
    "tr": TURKISH,
    "uk": UKRAINIAN,
}
"""The words by language and key; every language has the keys of the English ones."""
COUNTED = {"characters": "most", "mistake-too-long": "most"}
"""The words that depend on a number, and the placeholder at which it stands."""
_FALLBACK = "en"
_SHOWN = 5


@dataclass(frozen=True)
class Words:
    """The words of one language, by key; `supplied` are those that the survey brings along."""

    language: str
    supplied: Sequence[DoorWord] = ()
    _said: Mapping[str, tuple[str, tuple[str, ...]]] = field(init=False, repr=False)
    _turned: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find for each key what is said, and in which language."""
        said = {key: (_FALLBACK, _forms(words)) for key, words in ENGLISH.items()}
        for key, words in _built_in(self.language).items():
            said[key] = (self.language, _forms(words))
        for one in self.supplied:
            if one.language == self.language and _can_be_said(one):
                said[one.key] = (self.language, one.forms)
        object.__setattr__(self, "_said", said)
        object.__setattr__(self, "_turned", self.direction == "rtl")

    def __call__(self, key: str, /, **values: object) -> str:
        """The words with the values put in; raises KeyError for an unknown key."""
        language, forms = self._said[key]
        words = forms[0]
        if len(forms) > 1:
            words = forms[_plural_of(language)(int(str(values[COUNTED[key]])))]
        if not values:
            return words
        if self._turned:
            values = {name: with_its_sign(str(value)) for name, value in values.items()}
        return words.format_map(values)

    def marked(self, key: str, /, **values: object) -> str:
        """As a call; as HTML that says so if the words are in another language."""
        words = self(key, **values)
        attributes = self.foreign(key)
        return Markup("<span{}>{}</span>").format(attributes, words) if attributes else words

    def foreign(self, key: str) -> Markup:
        """The attributes of an element that holds these words, if they are in another language."""
        language = self._said[key][0]
        return Markup("") if language == self.language else language_attributes(language)

    def text(self, key: str) -> Text:
        """As a text that knows its language."""
        return Text(((self._said[key][0], self(key)),))

    @property
    def direction(self) -> Direction:
        """The way the language is written."""
        return direction(self.language)


def with_its_sign(number: str) -> str:
    """A number fit for text from right to left, where a minus would else go behind its digits."""
    return f"\u200e{number}" if number.startswith(("-", "\u2212")) else number


def language_attributes(language: str) -> Markup:
    """The attributes of an element in that language; none if the language is empty."""
    if not language:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def is_built_in(language: str) -> bool:
    """True if the program speaks the language."""
    return bool(_built_in(language))


def offered(language: str) -> dict[str, Offered]:
    """All words by key, to be translated; with those of the language if it is built in."""
    own = _built_in(language)
    count, _ = plural_rule(language)
    given = {key: _forms(words) for key, words in own.items()}
    return {
        key: Offered(
            _forms(words),
            given.get(key, ()) * (count if key in COUNTED and len(given.get(key, ())) == 1 else 1),
        )
        for key, words in ENGLISH.items()
    }


def unsaid(questionnaire: Questionnaire, file: str) -> list[Problem]:
    """A warning for each language of the survey in which words of the door are lacking."""
    found = []
    for language in questionnaire.study.languages:
        words = Words(language, questionnaire.door)
        lacking = [key for key in ENGLISH if words.foreign(key)]
        if lacking:
            more = " …" if len(lacking) > _SHOWN else ""
            found.append(
                Problem(
                    "door-words-missing",
                    where=Where(file),
                    found=f"{len(lacking)} of {len(ENGLISH)} words of the pages themselves (on "
                    f"buttons, in messages) are in English for readers of {language}: "
                    f"{', '.join(lacking[:_SHOWN])}{more}.",
                    expected="pages that speak one language.",
                    mend=f"Translate them in the file that this makes or updates: rundfrage "
                    f"translate DIR --language {language}",
                    severity="warning",
                )
            )
    return found


def _built_in(language: str) -> Mapping[str, Said]:
    return SHIPPED.get(language) or SHIPPED.get(language.split("-", maxsplit=1)[0], {})


def _forms(words: Said) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def _can_be_said(word: DoorWord) -> bool:
    """False if the word is of another version of the program, or not fit to be filled in."""
    if word.key not in ENGLISH:
        return False
    wanted = placeholders(_forms(ENGLISH[word.key])[-1])
    counts = {1, plural_rule(word.language)[0]} if word.key in COUNTED else {1}
    return len(word.forms) in counts and all(placeholders(one) == wanted for one in word.forms)


@lru_cache(maxsize=64)
def _plural_of(language: str) -> Callable[[int], int]:
    """Which of the language's plural forms goes with a number."""
    _, expression = plural_rule(language)
    rule: Callable[[int], int] = c2py(expression)
    return rule
