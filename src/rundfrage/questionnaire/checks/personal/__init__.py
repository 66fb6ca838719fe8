"""What a question asks of a person: who they are, or what they are like.

An *identifier* (a name, an address, a staff number) says by itself who somebody is. An *attribute*
(age, department) does so together with others. Both are told by the words of a question, in the
languages that the program knows; questions about opinions name them, too, and ask for neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rundfrage.questionnaire.checks.personal.arabic import ARABIC
from rundfrage.questionnaire.checks.personal.english import ENGLISH
from rundfrage.questionnaire.checks.personal.french import FRENCH
from rundfrage.questionnaire.checks.personal.german import GERMAN
from rundfrage.questionnaire.checks.personal.persian import PERSIAN
from rundfrage.questionnaire.checks.personal.polish import POLISH
from rundfrage.questionnaire.checks.personal.russian import RUSSIAN
from rundfrage.questionnaire.checks.personal.turkish import TURKISH
from rundfrage.questionnaire.checks.personal.ukrainian import UKRAINIAN
from rundfrage.questionnaire.checks.personal.vocabulary import (
    Identifier,
    Phrases,
    Token,
    Vocabulary,
    tokens,
)
from rundfrage.text import Text

__all__ = ["VOCABULARIES", "Identifier", "asks_attribute", "identifier_asked"]

VOCABULARIES: Mapping[str, Vocabulary] = {
    "ar": ARABIC,
    "de": GERMAN,
    "en": ENGLISH,
    "fa": PERSIAN,
    "fr": FRENCH,
    "pl": POLISH,
    "ru": RUSSIAN,
    "tr": TURKISH,
    "uk": UKRAINIAN,
}
_SENTENCE = frozenset(".?!:;؟؛")
_CLAUSE = frozenset(",،()–—/[]")
_LONGEST = 6
"""How many words a phrase of the vocabularies has at most."""
_BETWEEN = 2
"""How many words may stand between a possessive and its noun: your private e-mail address."""


def identifier_asked(text: Text) -> Identifier | None:
    """What identifies people and is asked for in any language of the text."""
    return next((found for one in _known(text) if (found := _identifier(*one))), None)


def asks_attribute(text: Text) -> bool:
    """Whether a property of the respondent is asked for in any language of the text."""
    return any(_attribute(*one) for one in _known(text))


def _known(text: Text) -> Iterator[tuple[str, Vocabulary]]:
    for language, words in text.versions:
        vocabulary = VOCABULARIES.get(language.replace("_", "-").partition("-")[0])
        if vocabulary is not None:
            yield words, vocabulary


def _identifier(words: str, vocabulary: Vocabulary) -> Identifier | None:
    lists = vocabulary.lists
    for sentence in _parts(tokens(words), _SENTENCE):
        if _has(sentence, lists["opinion"]):
            continue
        for clause in _parts(sentence, _CLAUSE):
            if _has(clause, lists["negation"]):
                continue
            if found := _spoken(clause, vocabulary):
                return found
            if _starts(clause, lists["subordinate"]):
                continue
            found = (
                _bare(clause, vocabulary)
                or _own(clause, sentence, vocabulary)
                or _reaching(clause, vocabulary)
            )
            if found:
                return found
    return None


def _spoken(clause: Sequence[Token], vocabulary: Vocabulary) -> Identifier | None:
    """Asked without a noun: what are you called?"""
    return next((which for _, _, which in _spans(clause, vocabulary.whole_phrases)), None)


def _bare(clause: Sequence[Token], vocabulary: Vocabulary) -> Identifier | None:
    """A label: full name and address."""
    spans = list(_spans(clause, vocabulary.identifiers))
    inside = {place for start, end, _ in spans for place in range(start, end)}
    around = vocabulary.lists["around"]
    rest = [token for at, token in enumerate(clause) if at not in inside]
    covered = {place for start, end in _found(rest, around) for place in range(start, end)}
    return spans[0][2] if spans and len(covered) == len(rest) else None


def _own(
    clause: Sequence[Token], sentence: Sequence[Token], vocabulary: Vocabulary
) -> Identifier | None:
    """Somebody's own, to be written down: please enter your name."""
    if not _has(sentence, vocabulary.lists["asking"]):
        return None
    around = vocabulary.lists["around"]
    for start, end, which in _spans(clause, vocabulary.identifiers):
        followed = end == len(clause) or _starts(clause[end:], around | vocabulary.lists["asking"])
        owned = tuple(clause[start:end]) in vocabulary.own_identifiers
        before = clause[max(0, start - 1 - _BETWEEN) : start]
        if followed and (owned or _has(before, vocabulary.possessives)):
            return which
    return None


def _reaching(clause: Sequence[Token], vocabulary: Vocabulary) -> Identifier | None:
    """Under which number can we reach you?"""
    lists = vocabulary.lists
    if not (_has(clause, lists["which"]) and _has(clause, lists["reaching"])):
        return None
    reached = (Identifier.ADDRESS, Identifier.EMAIL, Identifier.PHONE)
    spans = _spans(clause, vocabulary.identifiers)
    return next((which for _, _, which in spans if which in reached), None)


def _attribute(words: str, vocabulary: Vocabulary) -> bool:
    lists = vocabulary.lists
    for sentence in _parts(tokens(words), _SENTENCE):
        if _has(sentence, lists["opinion"]):
            continue
        if _has(sentence, lists["attribute_phrases"]):
            return True
        if not _has(sentence, lists["attributes"]):
            continue
        if _has(sentence, lists["you"]):
            return True
        for clause in _parts(sentence, _CLAUSE):
            named = set(_found(clause, lists["attributes"]))
            covered = {
                place
                for start, end in {*named, *_found(clause, lists["around"])}
                for place in range(start, end)
            }
            if named and len(covered) == len(clause):
                return True
    return False


def _parts(every: Sequence[Token], marks: frozenset[str]) -> Iterator[list[Token]]:
    """The tokens between the marks; marks of other sorts stay away."""
    part: list[Token] = []
    for token in every:
        if token in marks:
            if part:
                yield part
            part = []
        elif token[0].isalnum() or token in _CLAUSE:
            part.append(token)
    if part:
        yield part


def _has(every: Sequence[Token], phrases: Phrases) -> bool:
    return next(_found(every, phrases), None) is not None


def _starts(every: Sequence[Token], phrases: Phrases) -> bool:
    return any(tuple(every[:length]) in phrases for length in range(1, _LONGEST + 1))


def _found(every: Sequence[Token], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Where phrases stand: the longest first, none within another."""
    at = 0
    while at < len(every):
        lengths = range(min(_LONGEST, len(every) - at), 0, -1)
        length = next((one for one in lengths if tuple(every[at : at + one]) in phrases), 0)
        if length:
            yield at, at + length
        at += length or 1


def _spans(
    every: Sequence[Token], nouns: Mapping[tuple[Token, ...], Identifier]
) -> Iterator[tuple[int, int, Identifier]]:
    for start, end in _found(every, frozenset(nouns)):
        yield start, end, nouns[tuple(islice(every, start, end))]
