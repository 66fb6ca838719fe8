"""Answers in words: as the review page lists them, and as later texts repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import bidirectional

from babel.core import get_global

from rundfrage.codebook import Codebook, Missing, Variable
from rundfrage.questionnaire.answers.posted import Given
from rundfrage.questionnaire.answers.typed_numbers import number_shown
from rundfrage.respond.pages.phrases import DoorPhrases, with_its_sign
from rundfrage.respond.pages.skeleton import written
from rundfrage.text import date

_TURNING = {"R", "AL"}


@dataclass(frozen=True)
class Sayings:
    """What the answers to a variable are called that the questionnaire itself names, as HTML.

    `item` is what they are about, where a question asks about several; `labels` are the categories
    and the reasons for no answer; `kept_quiet` are answers that aren't listed where there are none.
    """

    variable: Variable
    item: bytes
    labels: Mapping[Given, bytes]
    kept_quiet: bool


def pipes(codebook: Codebook, answers: Mapping[str, Given], words: DoorPhrases) -> dict[str, str]:
    """The labels by which texts repeat these answers; answers that are missing are left out."""
    return {
        name: answer_in_words(codebook[name], given, words)
        for name, given in answers.items()
        if not isinstance(given, Missing) and name in codebook
    }


def sayings(variable: Variable, words: DoorPhrases) -> Sayings:
    """What its answers are called."""
    item = variable.item.into(words.language) if variable.battery is not None else ""
    named: Iterable[Given] = (*(one.name for one in variable.categories), *Missing)
    return Sayings(
        variable,
        written(item),
        {given: written(answer_in_words(variable, given, words)) for given in named},
        variable.of is not None,
    )


def answers_in_words(
    known: Iterable[Sayings], answers: Mapping[str, Given], words: DoorPhrases
) -> bytes:
    """The answers to a question, one for each of its variables that says something, as HTML."""
    lines: list[bytes] = []
    for one in known:
        given = answers.get(one.variable.name, Missing.LEFT_BLANK)
        if one.kept_quiet and isinstance(given, Missing):
            continue
        said = one.labels.get(given)
        if said is None:
            said = written(answer_in_words(one.variable, given, words))
        lines.append(b'<span class="of">%b</span> %b' % (one.item, said) if one.item else said)
    if len(lines) == 1:
        return lines[0]
    return b"<ul>" + b"".join(b"<li>%b</li>" % line for line in lines) + b"</ul>"


def answer_in_words(variable: Variable, given: Given, words: DoorPhrases) -> str:
    """The answer as a respondent would say it."""
    language = words.language
    match given:
        case Missing():
            return _missing(variable, given, words)
        case Decimal():
            unit = f" {variable.unit}" if variable.unit else ""
            number = number_shown(given, language)
            return (with_its_sign(number) if words.direction == "rtl" else number) + unit
        case frozenset():
            chosen = (one for one in variable.categories if one.name in given)
            return _semicolon(language).join(one.label.into(language) for one in chosen)
        case str():
            labels = (one.label for one in variable.categories if one.name == given)
            label = next(labels, None)
            return _isolated(given, words) if label is None else label.into(language)
    return date(given, language)


def _isolated(typed: str, words: DoorPhrases) -> str:
    """What was typed, kept from turning round what stands beside it, or from being turned."""
    turns = words.direction == "rtl" or any(bidirectional(one) in _TURNING for one in typed)
    return f"\u2068{typed}\u2069" if turns else typed


def _semicolon(language: str) -> str:
    """What stands between answers; languages in Arabic letters have a semicolon of their own."""
    letters: str = get_global("likely_subtags").get(language.split("-", maxsplit=1)[0], "")
    return "؛ " if "_Arab" in letters else "; "


def _missing(variable: Variable, given: Missing, words: DoorPhrases) -> str:
    """The option that says why there is no answer, or the program's words for it."""
    for code in variable.missing:
        if code.reason is given and code.label:
            return code.label.into(words.language)
    if given is Missing.DONT_KNOW:
        return words.marked("dont-know")
    return words.marked("refused" if given is Missing.REFUSED else "no-answer")
