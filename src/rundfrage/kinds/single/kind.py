"""Single choice: one of several options, as `- ( ) value: label`.

A line `[search]` above the options turns a long list into one that respondents search; then
`( )` may stand at the first option only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rundfrage.codebook import Missing, VariableType
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.bodies.choice import (
    Choice,
    excludes,
    namely,
    reason_viewed,
    text_of,
    texts_viewed,
)
from rundfrage.questionnaire.bodies.options import (
    option_texts,
    option_variables,
    options_of,
    with_labels,
    written,
)
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.markdown.labels import each_labelled, not_an_answer
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.text import Text

_OPTION = re.compile(r"[-*+]\s*\(\s*\)\s*")
_OPTION_OR_ITEM = re.compile(r"[-*+]\s*\(\s*\)\s*|[-*+]\s++(?!\[)")
_SEARCH = re.compile(r"\[\s*search\s*\]")


@dataclass(frozen=True)
class SingleBody(Choice):
    """The options in order; `search` offers a search field."""

    search: bool = False


class Single(Kind):
    """Single choice."""

    name = "single"
    title = message("Single choice")
    explanation = message("One of several answers.")
    starter = (message("- ( ) First answer"), message("- ( ) Second answer"))
    body = SingleBody
    attributes = frozenset({"shuffle", "search"})

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is `- ( )` or `[search]`."""
        return bool(lines) and bool(
            _OPTION.match(lines[0].words) or _SEARCH.fullmatch(lines[0].words)
        )

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> SingleBody:
        """The options; raises a Problem at a line that is none."""
        above = bool(_SEARCH.fullmatch(lines[0].words))
        rows = lines[1:] if above else lines
        if not rows:
            raise not_an_answer(
                lines[0],
                message("options under [search]."),
                message("Write - ( ) value: label under it."),
            )
        search = above or "search" in attributes
        pieces = each_labelled(
            rows,
            _OPTION_OR_ITEM if search and _OPTION.match(rows[0].words) else _OPTION,
            message("- ( ) value: label in each line of a single choice."),
            message("Write - [ ] in every line if several answers may be chosen."),
        )
        return SingleBody(options_of(pieces, [False] * len(pieces), language), search)

    def write(self, body: SingleBody) -> Written:
        """One line an option; with a search the bullet stands once."""
        bullets = ["- ( )"] + ["-" if body.search else "- ( )"] * len(body.options)
        lines = tuple(
            written(option, position, bullet)
            for position, (option, bullet) in enumerate(
                zip(body.options, bullets, strict=False), start=1
            )
        )
        return Written(("[search]", *lines) if body.search else lines)

    def texts(self, body: SingleBody) -> Iterable[tuple[str, Text]]:
        """The labels."""
        return option_texts(body.options)

    def with_texts(self, body: SingleBody, texts: Mapping[str, Text]) -> SingleBody:
        """The body with other labels."""
        return replace(body, options=with_labels(body.options, texts))

    def offers(self, body: SingleBody) -> Parts:
        """What the body is made of."""
        return Parts(options=body.options)

    def made_of(self, parts: Parts) -> SingleBody | None:
        """The body with what fits."""
        options = tuple(replace(one, exclusive=False) for one in parts.choices())
        return SingleBody(options) if options else None

    def variables(self, question: Question) -> Measured:
        """A categorical variable, and a text variable for each "other, namely"."""
        body: SingleBody = question.body
        return Measured(option_variables(question, VariableType.CATEGORICAL, body.options))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The option chosen; words beside "other, namely" choose it if nothing else is chosen.

        Words beside an option that isn't the chosen one are a mistake: one of the two is meant.
        """
        body: SingleBody = question.body
        name = question.name
        beside = namely(name, body, posted)
        value = first(posted, name) or (beside.options[0] if beside.options else "")
        option = body.offered.get(value)
        answer: Given = Missing.LEFT_BLANK
        mistakes = beside.mistakes
        if option is not None:
            answer = option.name if option.missing is None else option.missing
            mistakes += tuple(
                excludes(text_of(name, other), option, language)
                for other in beside.options
                if other != value
            )
        elif value:
            mistakes += (Mistake(name, "not-offered"),)
        elif question.required:
            mistakes += (Mistake(name, "required"),)
        return Parsed({name: answer, **beside.answers}, mistakes)

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The option, and the words beside it."""
        body: SingleBody = question.body
        answer = answers.get(question.name)
        chosen: tuple[str, ...] = ()
        if isinstance(answer, Missing):
            chosen = reason_viewed(body.options, answer)
        elif isinstance(answer, str):
            chosen = (answer,)
        texts = texts_viewed(question.name, body, answers)
        return {question.name: chosen, **texts} if chosen else texts
