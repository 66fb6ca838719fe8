"""A number with its range and unit: `[0..120 years]`, `[0..100 %]`, `[0.5..2.5 kg]`.

It may have as many decimals as the bounds are written with. Reasons for no answer stand behind it.
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
from rundfrage.questionnaire.bodies.reasons import (
    or_reason,
    reason_texts,
    reason_viewed_in,
    reasons_behind,
    with_reason_labels,
    written_reasons,
)
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.questionnaire.reasons import Reason, missing_codes, whole_numbers
from rundfrage.records import Limit
from rundfrage.text import EMPTY, Text

_BOUND = r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?"
_RANGE = re.compile(rf"\[\s*({_BOUND})\s*\.\.\s*({_BOUND})(?:\s([^\[\]]*))?\]")
_BRACKET = re.compile(r"\[\s*-?[0-9]")


@dataclass(frozen=True)
class NumberBody:
    """The least and greatest number allowed, the unit (empty: none), reasons for no answer."""

    low: Annotated[Decimal, Limit(pattern=f"^{_BOUND}$")]
    high: Annotated[Decimal, Limit(pattern=f"^{_BOUND}$")]
    unit: Text = EMPTY
    reasons: tuple[Reason, ...] = ()

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
        reasons = reasons_behind(lines[1:], whole_numbers(low, high), language)
        return NumberBody(low, high, Text.of(unit, language) if unit else EMPTY, reasons)

    def write(self, body: NumberBody) -> Written:
        """The range in brackets, and the reasons."""
        unit = f" {body.unit.source}" if body.unit else ""
        return Written((f"[{body.low}..{body.high}{unit}]", *written_reasons(body.reasons)))

    def texts(self, body: NumberBody) -> Iterable[tuple[str, Text]]:
        """The unit, and the labels of the reasons."""
        if body.unit:
            yield "unit", body.unit
        yield from reason_texts(body.reasons)

    def with_texts(self, body: NumberBody, texts: Mapping[str, Text]) -> NumberBody:
        """The body with another unit and other labels."""
        return replace(
            body,
            unit=texts.get("unit", body.unit),
            reasons=with_reason_labels(body.reasons, texts),
        )

    def offers(self, body: NumberBody) -> Parts:
        """What the body is made of."""
        return Parts(low=body.low, high=body.high, unit=body.unit, reasons=body.reasons)

    def made_of(self, parts: Parts) -> NumberBody | None:
        """The body with what fits."""
        if parts.low is None or parts.high is None:
            return None
        return NumberBody(parts.low, parts.high, parts.unit, parts.reasons)

    def variables(self, question: Question) -> Measured:
        """One numeric variable."""
        body: NumberBody = question.body
        amount = Variable(
            question.name,
            VariableType.NUMERIC,
            question.wording,
            missing=missing_codes(body.reasons),
            hint=question.hint,
            unit=body.unit.source,
            low=float(body.low),
            high=float(body.high),
            decimals=body.decimals,
        )
        return Measured((amount,))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The number, behind which the unit may stand, or the reason for none."""
        body: NumberBody = question.body
        name = question.name
        typed = first(posted, name).strip()
        parsed = amount_parsed(
            name,
            typed.removesuffix(body.unit.into(language)) or typed,
            language,
            lambda number: amount_mistake(
                name, number, body.low, body.high, language, places=body.decimals
            ),
            places=body.decimals,
            required=question.required,
        )
        return or_reason(parsed, question, body.reasons, posted, language)

    def view(
        self, question: Question, answers: Mapping[str, Given], language: str
    ) -> dict[str, tuple[str, ...]]:
        """The number as one types it, or the reason."""
        return amounts_viewed((question.name,), answers, language) | reason_viewed_in(
            question, question.body.reasons, answers.get(question.name)
        )


def empty_range(line: int, found: Message) -> Problem:
    """The Problem of a range in which nothing lies."""
    return Problem(
        "empty-range",
        where=Where(line=line),
        found=message("The range goes from {found}.", found=found),
        expected=message("a first number that is smaller than the second."),
        mend=message("Exchange or change them."),
    )
