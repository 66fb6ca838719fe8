"""Options in a form: which there are to choose, and what was written beside "other, namely"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from rundfrage.codebook import Missing
from rundfrage.manuscript.attributes import PIPING
from rundfrage.questionnaire.answers.posted import Given, Mistake, Posted
from rundfrage.questionnaire.answers.typed_words import words_in
from rundfrage.questionnaire.bodies.options import Option
from rundfrage.records import Limit


@dataclass(frozen=True)
class Choice:
    """Options to choose from, as the bodies of single and multiple choice hold them."""

    options: Annotated[tuple[Option, ...], Limit(1)]

    @cached_property
    def offered(self) -> Mapping[str, Option]:
        """The options by name."""
        return {option.name: option for option in self.options}

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The names of the options that open a text field."""
        return tuple(option.name for option in self.options if option.takes_text)


@dataclass(frozen=True)
class Namely:
    """What was written beside options: the answers by variable, and the options with words."""

    answers: Mapping[str, Given] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


_NOTHING = Namely()


def namely(question: str, choice: Choice, posted: Posted) -> Namely:
    """The texts posted for the options of the question that open a field."""
    if not choice.opening:
        return _NOTHING
    answers: dict[str, Given] = {}
    options: list[str] = []
    mistakes: list[Mistake] = []
    for option in choice.opening:
        name = text_of(question, option)
        answers[name], mistake = words_in(posted, name, lines=False)
        if mistake is not None:
            mistakes.append(mistake)
        if mistake is not None or not isinstance(answers[name], Missing):
            options.append(option)
    return Namely(answers, tuple(options), tuple(mistakes))


def text_of(question: str, option: str) -> str:
    """The name of the text beside the option, as a variable and as a field."""
    return f"{question}.{option}.text"


def texts_viewed(
    question: str, choice: Choice, answers: Mapping[str, Given]
) -> dict[str, tuple[str, ...]]:
    """The text fields filled with these answers."""
    names = (text_of(question, option) for option in choice.opening)
    return {name: (answer,) for name in names if isinstance(answer := answers.get(name), str)}


def reason_viewed(options: Sequence[Option], reason: Missing) -> tuple[str, ...]:
    """The option that gives this reason for no answer; none if there is none."""
    return next(((option.name,) for option in options if option.missing is reason), ())


def excludes(control: str, option: Option, language: str) -> Mistake:
    """The mistake of an answer that doesn't go with the chosen option."""
    label = PIPING.sub("…", option.printed.into(language))
    return Mistake(control, "excludes", {"label": label})
