"""Multiple choice: any of several options, as `- [ ] value: label`; `- [-]` excludes the others.

`{min=1 max=3}` bounds how many may be chosen; one that excludes the others is always enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from rundfrage.codebook import Missing, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.bodies.choice import (
    Choice,
    excludes,
    namely,
    reason_viewed,
    texts_viewed,
)
from rundfrage.questionnaire.bodies.options import (
    Option,
    option_texts,
    option_variables,
    options_of,
    with_labels,
    written,
)
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.limits import NUMBER
from rundfrage.questionnaire.markdown.labels import each_labelled
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.records import Limit
from rundfrage.text import Text

_OPTION = re.compile(r"[-*+]\s*\[\s*-?\s*\]\s*")
_EXCLUSIVE = re.compile(r"[-*+]\s*\[\s*-")


@dataclass(frozen=True)
class MultipleBody(Choice):
    """The options in order, and how many may be chosen; None where there is no bound."""

    min: Annotated[int, Limit(0, NUMBER)] | None = None
    max: Annotated[int, Limit(1, NUMBER)] | None = None


class Multiple(Kind):
    """Multiple choice."""

    name = "multiple"
    title = message("Multiple choice")
    explanation = message("Any of several answers.")
    starter = (message("- [ ] First answer"), message("- [ ] Second answer"))
    body = MultipleBody
    attributes = frozenset({"shuffle", "min", "max"})

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is `- [ ]` or `- [-]`."""
        return bool(lines) and bool(_OPTION.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> MultipleBody:
        """The options; raises a Problem at a line that is none."""
        pieces = each_labelled(
            lines,
            _OPTION,
            message("- [ ] value: label in each line of a multiple choice."),
            message("Write - ( ) in every line if only one answer may be chosen."),
        )
        exclusive = [bool(_EXCLUSIVE.match(line.words)) for line in lines]
        options = _alone(options_of(pieces, exclusive, language))
        body = MultipleBody(options, attributes.whole_number("min"), attributes.whole_number("max"))
        _check_bounds(body, attributes.line)
        return body

    def write(self, body: MultipleBody) -> Written:
        """One line an option."""
        bounds = {"min": body.min, "max": body.max}
        return Written(
            tuple(
                written(option, position, "- [-]" if option.exclusive else "- [ ]")
                for position, option in enumerate(body.options, start=1)
            ),
            {name: str(bound) for name, bound in bounds.items() if bound is not None},
        )

    def settled(self, body: MultipleBody) -> MultipleBody:
        """The body in which what says why there is no answer excludes the others."""
        return replace(body, options=_alone(body.options))

    def texts(self, body: MultipleBody) -> Iterable[tuple[str, Text]]:
        """The labels."""
        return option_texts(body.options)

    def with_texts(self, body: MultipleBody, texts: Mapping[str, Text]) -> MultipleBody:
        """The body with other labels."""
        return replace(body, options=with_labels(body.options, texts))

    def offers(self, body: MultipleBody) -> Parts:
        """What the body is made of."""
        return Parts(options=body.options)

    def made_of(self, parts: Parts) -> MultipleBody | None:
        """The body with what fits."""
        options = _alone(parts.choices())
        return MultipleBody(options) if any(not one.exclusive for one in options) else None

    def variables(self, question: Question) -> Measured:
        """A multiple variable, and a text variable for each "other, namely"."""
        body: MultipleBody = question.body
        choice, *texts = option_variables(question, VariableType.MULTIPLE, body.options)
        return Measured((replace(choice, least=body.min, most=body.max), *texts))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The options chosen; words beside "other, namely" choose it.

        One that excludes the others is always enough.
        """
        body: MultipleBody = question.body
        name = question.name
        beside = namely(name, body, posted)
        ticked = {value for value in posted.get(name, ()) if value}
        mistakes = list(beside.mistakes)
        if not ticked <= body.offered.keys():
            mistakes.append(Mistake(name, "not-offered"))
        ticked.update(beside.options)
        chosen = [option for option in body.options if option.name in ticked]
        answer: Given = Missing.LEFT_BLANK
        if chosen:
            answer = chosen[0].missing or frozenset(option.name for option in chosen)
            mistakes += _mistakes(name, body, chosen, language)
        elif question.required and not mistakes:
            mistakes.append(Mistake(name, "required"))
        return Parsed({name: answer, **beside.answers}, tuple(mistakes))

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The options in their order, and the words beside them."""
        body: MultipleBody = question.body
        answer = answers.get(question.name)
        chosen: tuple[str, ...] = ()
        if isinstance(answer, Missing):
            chosen = reason_viewed(body.options, answer)
        elif isinstance(answer, frozenset):
            chosen = tuple(option.name for option in body.options if option.name in answer)
        texts = texts_viewed(question.name, body, answers)
        return {question.name: chosen, **texts} if chosen else texts


def _mistakes(
    control: str, body: MultipleBody, chosen: Sequence[Option], language: str
) -> list[Mistake]:
    alone = next((option for option in chosen if option.exclusive), None)
    if alone is not None:
        return [excludes(control, alone, language)] if len(chosen) > 1 else []
    if body.min is not None and len(chosen) < body.min:
        return [Mistake(control, "too-few", {"least": str(body.min)})]
    if body.max is not None and len(chosen) > body.max:
        return [Mistake(control, "too-many", {"most": str(body.max)})]
    return []


def _alone(options: Iterable[Option]) -> tuple[Option, ...]:
    """The options; those that say why there is no answer exclude the others."""
    return tuple(
        replace(option, exclusive=True) if option.missing else option for option in options
    )


def _check_bounds(body: MultipleBody, line: int) -> None:
    if body.min is None and body.max is None:
        return
    free = sum(not option.exclusive for option in body.options)
    least = 0 if body.min is None else body.min
    most = free if body.max is None else body.max
    if least < 0 or most < max(least, 1) or max(least, 0 if body.max is None else most) > free:
        raise Problem(
            "choice-bounds",
            where=Where(line=line),
            found=message(
                "Of {free} options {least} to {most} are to be chosen.",
                free=free,
                least=least,
                most=most,
            ),
            expected=message("min at most max, and both within the number of options."),
            mend=message("Change min or max in the braces."),
        )
