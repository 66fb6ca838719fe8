"""Options: the answers to choose from, as single and multiple choice have them.

An *option* is one line to tick. Most become a category; one marked `{dk}`, `{refused}` or `{na}`
says why there is no answer. An option whose label holds `____` opens a text field when chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated

from rundfrage.codebook import Category, Missing, MissingCode, Role, Variable, VariableType
from rundfrage.errors import Problem, Where, raise_all
from rundfrage.locales import message, template
from rundfrage.manuscript.attributes import escaped, joined
from rundfrage.questionnaire.markdown.labels import (
    Labelled,
    ValueName,
    duplicates,
    refuse_attributes,
)
from rundfrage.questionnaire.model import Question
from rundfrage.questionnaire.reasons import CODES, MARKS, attributes_of, code_in, missing_in
from rundfrage.records import Limit
from rundfrage.text import Text

BLANK = re.compile(r"_{3,}")
"""The place in a label where a text field opens."""


@dataclass(frozen=True)
class Option:
    """One answer to choose; `exclusive` ones exclude all others of a multiple choice."""

    name: ValueName
    label: Text
    code: Annotated[int, Limit(CODES.start, CODES.stop - 1)]
    exclusive: bool = False
    missing: Missing | None = None

    @property
    def opens_text(self) -> bool:
        """True if choosing it opens a text field."""
        return BLANK.search(self.label.source) is not None

    @cached_property
    def takes_text(self) -> bool:
        """True if what is written in that text field is an answer of its own."""
        return self.opens_text and self.missing is None

    @property
    def stays_last(self) -> bool:
        """True if it keeps its place behind the others where the order is shuffled."""
        return self.exclusive or self.missing is not None or self.opens_text

    @property
    def printed(self) -> Text:
        """The label as pages and reports print it: the place of the text field as an ellipsis."""
        if not self.opens_text:
            return self.label
        return Text(
            tuple((name, BLANK.sub("…", words).strip()) for name, words in self.label.versions)
        )

    @property
    def role(self) -> Role:
        """What its category stands for."""
        if self.exclusive:
            return Role.NONE
        return Role.OTHER if self.opens_text else Role.SUBSTANTIVE


def options_of(
    pieces: Sequence[Labelled], exclusive: Sequence[bool], language: str
) -> tuple[Option, ...]:
    """The options of the lines; raises one Problem with all duplicates."""
    options = tuple(
        _option(piece, position, alone, language)
        for position, (piece, alone) in enumerate(zip(pieces, exclusive, strict=True), start=1)
    )
    problems = duplicates(pieces, template("The answer {name} stands in line {line} already."))
    seen: dict[int, Option] = {}
    for piece, option in zip(pieces, options, strict=True):
        first = seen.setdefault(option.code, option)
        if first is not option:
            problems.append(
                Problem(
                    "duplicate-code",
                    where=Where(line=piece.line),
                    found=message(
                        "{name} and {other} both have the code {code}.",
                        name=option.name,
                        other=first.name,
                        code=str(option.code),
                    ),
                    expected=message("codes that are unique within a question."),
                    mend=message(
                        "Without {{code=…}} an answer's code is its position; give one of them "
                        "another code."
                    ),
                )
            )
    raise_all(problems)
    return options


def _option(piece: Labelled, position: int, exclusive: bool, language: str) -> Option:  # noqa: FBT001
    refuse_attributes(piece, frozenset({"code", *MARKS}))
    return Option(
        piece.name,
        Text.of(piece.label, language),
        code_in(piece.attributes, piece.name, position),
        exclusive,
        missing_in(piece.attributes, piece.name),
    )


def written(option: Option, position: int, bullet: str) -> str:
    """The option's line in the canonical layout."""
    attributes = attributes_of(option.code, option.missing, position)
    return joined(f"{bullet} {option.name}: {escaped(option.label.source)}", attributes)


def option_texts(options: Iterable[Option]) -> Iterable[tuple[str, Text]]:
    """The labels to translate, by the option's name."""
    return ((option.name, option.label) for option in options)


def with_labels(options: Iterable[Option], texts: Mapping[str, Text]) -> tuple[Option, ...]:
    """The options with the labels of these names replaced."""
    return tuple(
        replace(option, label=texts[option.name]) if option.name in texts else option
        for option in options
    )


def option_variables(
    question: Question, type_: VariableType, options: Sequence[Option]
) -> tuple[Variable, ...]:
    """The variable of the question, and a text variable for each option that opens a field."""
    chosen = Variable(
        question.name,
        type_,
        question.wording,
        categories=tuple(
            Category(option.name, option.printed, option.code, option.role)
            for option in options
            if option.missing is None
        ),
        nets=question.nets,
        missing=tuple(
            MissingCode(option.missing, option.code, label=option.printed)
            for option in options
            if option.missing is not None
        ),
        hint=question.hint,
    )
    texts = (
        Variable(
            f"{question.name}.{option.name}.text",
            VariableType.TEXT,
            question.wording,
            item=option.printed,
            of=question.name,
        )
        for option in options
        if option.takes_text
    )
    return (chosen, *texts)
