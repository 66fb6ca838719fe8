"""A numeric scale with labelled ends: `(0..10 unwahrscheinlich .. wahrscheinlich)`.

`{nps}` makes a scale from 0 to 10 a net promoter question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from rundfrage.codebook import Missing, Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.bodies.reasons import (
    mark_viewed,
    reason_chosen,
    reason_texts,
    reasons_behind,
    with_reason_labels,
    written_reasons,
)
from rundfrage.questionnaire.limits import NUMBER
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.questionnaire.reasons import Reason, missing_codes
from rundfrage.records import Limit
from rundfrage.text import EMPTY, Text

_START = re.compile(r"\(\s*(-?[0-9]{1,4})\s*\.\.\s*(-?[0-9]{1,4})(?=[\s)])")
_LOOKS = re.compile(r"\(\s*-?[0-9]+\s*\.\.")
_STEP = re.compile("0|-?[1-9][0-9]{0,3}")
_STEPS = 100
_FURTHEST = 9_999
_NPS = (0, 10)
_ITEMS = message("For several items on one scale, name the scale in the front matter.")


@dataclass(frozen=True)
class NumericScaleBody:
    """The whole ends, their labels (both empty or neither), NPS, reasons for no answer."""

    low: Annotated[int, Limit(-NUMBER, NUMBER)]
    high: Annotated[int, Limit(-NUMBER, NUMBER)]
    low_label: Text = EMPTY
    high_label: Text = EMPTY
    nps: bool = False
    reasons: tuple[Reason, ...] = ()


class NumericScale(Kind):
    """A rating in whole numbers."""

    name = "numeric_scale"
    title = message("Scale in numbers")
    explanation = message("A rating in whole numbers between two ends, such as 0 to 10.")
    starter = (message("(0..10 not at all .. completely)"),)
    body = NumericScaleBody
    attributes = frozenset({"nps"})
    relative = True

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is a range in parentheses."""
        return bool(lines) and bool(_LOOKS.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> NumericScaleBody:
        """The body; raises a Problem if the range or a label is missing."""
        line = lines[0]
        match = _START.match(line.words)
        rest = line.words[match.end() : -1].strip() if match else ""
        left, dots, right = (part.strip() for part in rest.partition(" .. "))
        if match is None or line.words[-1] != ")" or (rest and not (dots and left and right)):
            raise Problem(
                "bad-range",
                where=Where(line=line.number),
                found=message(
                    "{words} stands where a numeric scale should.", words=line.words[:60]
                ),
                expected=message("two whole numbers, and words for both ends or for none."),
                mend=message("Write for example (0..10 very unlikely .. very likely)."),
            )
        low, high = int(match.group(1)), int(match.group(2))
        _check(low, high, nps="nps" in attributes, line=line.number)
        return NumericScaleBody(
            low,
            high,
            Text.of(left, language) if left else EMPTY,
            Text.of(right, language) if right else EMPTY,
            "nps" in attributes,
            reasons_behind(lines[1:], range(low, high + 1), language, _ITEMS),
        )

    def write(self, body: NumericScaleBody) -> Written:
        """The range in parentheses, and the reasons."""
        ends = f" {body.low_label.source} .. {body.high_label.source}" if body.low_label else ""
        lines = (f"({body.low}..{body.high}{ends})", *written_reasons(body.reasons))
        return Written(lines, {"nps": ""} if body.nps else {})

    def texts(self, body: NumericScaleBody) -> Iterable[tuple[str, Text]]:
        """The labels of the ends and of the reasons."""
        if body.low_label:
            yield from (("low", body.low_label), ("high", body.high_label))
        yield from reason_texts(body.reasons)

    def with_texts(self, body: NumericScaleBody, texts: Mapping[str, Text]) -> NumericScaleBody:
        """The body with other labels."""
        return replace(
            body,
            low_label=texts.get("low", body.low_label),
            high_label=texts.get("high", body.high_label),
            reasons=with_reason_labels(body.reasons, texts),
        )

    def offers(self, body: NumericScaleBody) -> Parts:
        """What the body is made of."""
        ends = (body.low_label, body.high_label)
        low, high = Decimal(body.low), Decimal(body.high)
        return Parts(low=low, high=high, ends=ends, reasons=body.reasons)

    def made_of(self, parts: Parts) -> NumericScaleBody | None:
        """The body with what fits."""
        low, high = parts.low, parts.high
        if low is None or high is None or low % 1 or high % 1 or not 0 < high - low <= _STEPS:
            return None
        if max(abs(low), abs(high)) > _FURTHEST:
            return None
        return NumericScaleBody(int(low), int(high), *parts.ends, reasons=parts.reasons)

    def variables(self, question: Question) -> Measured:
        """One numeric variable with labelled ends."""
        body: NumericScaleBody = question.body
        rating = Variable(
            question.name,
            VariableType.NUMERIC,
            question.wording,
            missing=missing_codes(body.reasons),
            hint=question.hint,
            low=float(body.low),
            high=float(body.high),
            ends=(body.low_label, body.high_label) if body.low_label else None,
            nps=body.nps,
            decimals=0,
        )
        return Measured((rating,))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:  # noqa: ARG002
        """The number chosen, or the reason for none."""
        body: NumericScaleBody = question.body
        name = question.name
        value = first(posted, name)
        if not value:
            mistakes = (Mistake(name, "required"),) if question.required else ()
            return Parsed({name: Missing.LEFT_BLANK}, mistakes)
        if _STEP.fullmatch(value) and body.low <= int(value) <= body.high:
            return Parsed({name: Decimal(value)})
        reason = reason_chosen(body.reasons, value)
        if reason is not None:
            return Parsed({name: reason})
        return Parsed({name: Missing.LEFT_BLANK}, (Mistake(name, "not-offered"),))

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The number, or the reason."""
        body: NumericScaleBody = question.body
        answer = answers.get(question.name)
        marks = mark_viewed(body.reasons, answer)
        chosen = (str(int(answer)),) if isinstance(answer, Decimal) else marks
        return {question.name: chosen} if chosen else {}


def _check(low: int, high: int, *, nps: bool, line: int) -> None:
    if low >= high or high - low > _STEPS:
        raise Problem(
            "empty-range",
            where=Where(line=line),
            found=message("The scale goes from {low} to {high}.", low=low, high=high),
            expected=message(
                "a first number that is smaller than the second, by at most {steps}.", steps=_STEPS
            ),
            mend=message(
                "Exchange or change them; for large numbers ask for a number: [0..120 years]."
            ),
        )
    if nps and (low, high) != _NPS:
        raise Problem(
            "nps-range",
            where=Where(line=line),
            found=message("A net promoter question goes from {low} to {high}.", low=low, high=high),
            expected=message("a scale from 0 to 10, on which the score is defined."),
            mend=message("Write (0..10 …) or leave nps out."),
        )
