"""A number with its range and unit: `[0..120 years]`, `[0..100 %]`, `[0.5..2.5 kg]`.

It may have as many decimals as the bounds are written with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from rundfrage.codebook import Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.amounts import amount_mistake, amount_parsed, amounts_viewed
from rundfrage.questionnaire.answers.posted import Given, Parsed, Posted
from rundfrage.questionnaire.answers.typed_numbers import decimals
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.markdown.labels import not_an_answer
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.records import Limit
from rundfrage.text import EMPTY, Text

_BOUND = r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?"
_RANGE = re.compile(rf"\[\s*({_BOUND})\s*\.\.\s*({_BOUND})(?:\s([^\[\]]*))?\]")
_BRACKET = re.compile(r"\[\s*-?[0-9]")


@dataclass(frozen=True)
class NumberBody:
    """The least and greatest number allowed, the decimals, and the unit (empty: none)."""

    low: Annotated[Decimal, Limit(pattern=f"^{_BOUND}$")]
    high: Annotated[Decimal, Limit(pattern=f"^{_BOUND}$")]
    unit: Text = EMPTY

    @property
    def decimals(self) -> int:
        """How many decimals an answer may have."""
        return max(decimals(self.low), decimals(self.high))


class Number(Kind):
    """A number."""

    name = "number"
    title = message("Number")
    explanation = message("An amount, with a range and a unit.")
    starter = ("[0..100]",)
    body = NumberBody

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is a range in brackets."""
        return bool(lines) and bool(_BRACKET.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,  # noqa: ARG002
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> NumberBody:
        """The range; raises a Problem if it is none, or empty."""
        if len(lines) > 1:
            raise not_an_answer(
                lines[1], message("nothing after the range."), message("Make it a question.")
            )
        match = _RANGE.fullmatch(lines[0].words)
        if match is None:
            raise Problem(
                "bad-range",
                where=Where(line=lines[0].number),
                found=message("{words} stands where a range should.", words=lines[0].words[:60]),
                expected=message("two numbers of at most 12 digits and 6 decimals, and a unit."),
                mend=message("Write for example [0..120 years] or [0.0..9.9 kg]."),
            )
        low, high = (Decimal(bound) for bound in match.group(1, 2))
        if low >= high:
            raise empty_range(lines[0].number, message("{low} to {high}", low=low, high=high))
        unit = (match.group(3) or "").strip()
        return NumberBody(low, high, Text.of(unit, language) if unit else EMPTY)

    def write(self, body: NumberBody) -> Written:
        """The range in brackets."""
        unit = f" {body.unit.source}" if body.unit else ""
        return Written((f"[{body.low}..{body.high}{unit}]",))

    def texts(self, body: NumberBody) -> Iterable[tuple[str, Text]]:
        """The unit."""
        return (("unit", body.unit),) if body.unit else ()

    def with_texts(self, body: NumberBody, texts: Mapping[str, Text]) -> NumberBody:
        """The body with another unit."""
        return replace(body, unit=texts.get("unit", body.unit))

    def offers(self, body: NumberBody) -> Parts:
        """What the body is made of."""
        return Parts(low=body.low, high=body.high, unit=body.unit)

    def made_of(self, parts: Parts) -> NumberBody | None:
        """The body with what fits."""
        if parts.low is None or parts.high is None:
            return None
        return NumberBody(parts.low, parts.high, parts.unit)

    def variables(self, question: Question) -> Measured:
        """One numeric variable."""
        body: NumberBody = question.body
        amount = Variable(
            question.name,
            VariableType.NUMERIC,
            question.wording,
            hint=question.hint,
            unit=body.unit.source,
            low=float(body.low),
            high=float(body.high),
            decimals=body.decimals,
        )
        return Measured((amount,))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The number; the unit may stand behind it."""
        body: NumberBody = question.body
        name = question.name
        typed = first(posted, name).strip()
        return amount_parsed(
            name,
            typed.removesuffix(body.unit.into(language)) or typed,
            language,
            lambda number: amount_mistake(
                name, number, body.low, body.high, language, places=body.decimals
            ),
            places=body.decimals,
            required=question.required,
        )

    def view(
        self, question: Question, answers: Mapping[str, Given], language: str
    ) -> dict[str, tuple[str, ...]]:
        """The number as one types it."""
        return amounts_viewed((question.name,), answers, language)


def empty_range(line: int, found: Message) -> Problem:
    """The Problem of a range in which nothing lies."""
    return Problem(
        "empty-range",
        where=Where(line=line),
        found=message("The range goes from {found}.", found=found),
        expected=message("a first number that is smaller than the second."),
        mend=message("Exchange or change them."),
    )
