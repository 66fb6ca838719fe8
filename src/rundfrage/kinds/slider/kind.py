"""A slider: a number between two ends, `[slider 0..100 never .. always]`.

`{step=5}` has only every fifth number; without it, numbers have as many decimals as
the ends. Nothing is set beforehand: what wasn't touched is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from typing import Annotated

from rundfrage.codebook import Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.amounts import (
    amount_mistake,
    amount_parsed,
    amounts_viewed,
    numbers_shown,
)
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_numbers import decimals, number_shown
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
from rundfrage.text import EMPTY, Text, number_marks

_PLAIN = r"[0-9]{1,9}(?:\.[0-9]{1,6})?"
_BOUND = rf"-?{_PLAIN}"
_STEP = re.compile(_PLAIN)
_LOOKS = re.compile(r"\[\s*slider\b")
_HEAD = re.compile(rf"\[\s*slider\s+({_BOUND})\s*\.\.\s*({_BOUND})(?:\s+([^\[\]]*?))?\s*\]")
_STEPS = 10_000


@dataclass(frozen=True)
class SliderBody:
    """The ends, how far numbers lie apart, labels (both or neither), reasons for no answer."""

    low: Annotated[Decimal, Limit(pattern=f"^{_BOUND}$")]
    high: Annotated[Decimal, Limit(pattern=f"^{_BOUND}$")]
    step: Annotated[Decimal, Limit(pattern=f"^{_PLAIN}$")] = Decimal(1)
    low_label: Text = EMPTY
    high_label: Text = EMPTY
    reasons: tuple[Reason, ...] = ()

    @property
    def decimals(self) -> int:
        """How many decimals an answer may have; zeros that end the step say nothing."""
        return max(map(decimals, (self.low, self.high, self.step.normalize())))

    def marks(self, language: str) -> tuple[str, str]:
        """The marks before decimals and between thousands in the language."""
        return number_marks(language)

    def written(self, number: Decimal, language: str) -> str:
        """The number as one reads it in the language."""
        return number_shown(number, language)


class Slider(Kind):
    """A number between two ends."""

    name = "slider"
    title = message("Slider")
    explanation = message("A number between two ends, where finer steps count than one can tick.")
    starter = (message("[slider 0..100 not at all .. completely]"),)
    body = SliderBody
    attributes = frozenset({"step"})
    relative = True

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is `[slider …]`."""
        return bool(lines) and bool(_LOOKS.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> SliderBody:
        """The body; raises a Problem if the range, the step or a label is missing."""
        line = lines[0]
        match = _HEAD.fullmatch(line.words)
        rest = (match[3] or "").strip() if match else ""
        left, dots, right = (part.strip() for part in rest.partition(" .. "))
        if match is None or (rest and not (dots and left and right)):
            raise Problem(
                "bad-range",
                where=Where(line=line.number),
                found=message("{line} stands where a slider should.", line=line.words[:60]),
                expected=message("two numbers, and words for both ends or for none."),
                mend=message("Write for example [slider 0..100 never .. always]."),
            )
        low, high = (Decimal(end) for end in match.group(1, 2))
        step = attributes.given.get("step", str(_finest(low, high)))
        if not _STEP.fullmatch(step):
            raise _bad_step(attributes.line, step)
        body = SliderBody(
            low,
            high,
            Decimal(step),
            Text.of(left, language) if left else EMPTY,
            Text.of(right, language) if right else EMPTY,
            reasons_behind(lines[1:], whole_numbers(low, high), language),
        )
        _check(body, line.number)
        return body

    def write(self, body: SliderBody) -> Written:
        """The range in brackets, and the reasons."""
        ends = f" {body.low_label.source} .. {body.high_label.source}" if body.low_label else ""
        usual = body.step == _finest(body.low, body.high)
        step = {} if usual else {"step": str(body.step)}
        line = f"[slider {body.low}..{body.high}{ends}]"
        return Written((line, *written_reasons(body.reasons)), step)

    def texts(self, body: SliderBody) -> Iterable[tuple[str, Text]]:
        """The labels of the ends and of the reasons."""
        if body.low_label:
            yield from (("low", body.low_label), ("high", body.high_label))
        yield from reason_texts(body.reasons)

    def with_texts(self, body: SliderBody, texts: Mapping[str, Text]) -> SliderBody:
        """The body with other labels."""
        return replace(
            body,
            low_label=texts.get("low", body.low_label),
            high_label=texts.get("high", body.high_label),
            reasons=with_reason_labels(body.reasons, texts),
        )

    def offers(self, body: SliderBody) -> Parts:
        """What the body is made of."""
        ends = (body.low_label, body.high_label)
        return Parts(low=body.low, high=body.high, ends=ends, reasons=body.reasons)

    def made_of(self, parts: Parts) -> SliderBody | None:
        """The body with what fits."""
        low, high = parts.low, parts.high
        if low is None or high is None or low >= high:
            return None
        body = SliderBody(low, high, _finest(low, high), *parts.ends, parts.reasons)
        return body if _fits(body) else None

    def variables(self, question: Question) -> Measured:
        """One numeric variable with labelled ends."""
        body: SliderBody = question.body
        place = Variable(
            question.name,
            VariableType.NUMERIC,
            question.wording,
            missing=missing_codes(body.reasons),
            hint=question.hint,
            low=float(body.low),
            high=float(body.high),
            ends=(body.low_label, body.high_label) if body.low_label else None,
            decimals=body.decimals,
            step=float(body.step),
        )
        return Measured((place,))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The number set or typed, or the reason for none; an empty field is no answer."""
        body: SliderBody = question.body
        name = question.name
        parsed = amount_parsed(
            name,
            first(posted, name).strip(),
            language,
            lambda number: _mistake(name, number, body, language),
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


def _mistake(
    control: str, number: Decimal | None, body: SliderBody, language: str
) -> Mistake | None:
    mistake = amount_mistake(control, number, body.low, body.high, language)
    if number is None or mistake is not None:
        return mistake
    steps = (number - body.low) / body.step
    if steps != steps.to_integral_value():
        below = body.low + steps.to_integral_value(ROUND_FLOOR) * body.step
        near = {"below": below, "above": below + body.step}
        return Mistake(control, "off-step", numbers_shown(near, language))
    return amount_mistake(control, number, body.low, body.high, language, places=body.decimals)


def _finest(low: Decimal, high: Decimal) -> Decimal:
    """The step of a slider that names none: the last decimal that its ends are written with."""
    return Decimal(1).scaleb(-max(decimals(low), decimals(high)))


def _check(body: SliderBody, line: int) -> None:
    if body.low >= body.high:
        raise Problem(
            "empty-range",
            where=Where(line=line),
            found=message("The slider goes from {low} to {high}.", low=body.low, high=body.high),
            expected=message("a first number that is smaller than the second."),
            mend=message("Exchange or change them."),
        )
    if not _fits(body):
        raise _bad_step(line, str(body.step))


def _fits(body: SliderBody) -> bool:
    """Whether the steps lead from one end to the other, and are not too many."""
    span = body.high - body.low
    return bool(body.step) and not span % body.step and span / body.step <= _STEPS


def _bad_step(line: int, step: str) -> Problem:
    return Problem(
        "bad-step",
        where=Where(line=line),
        found=message("The slider goes in steps of {step}.", step=step[:20]),
        expected=message(
            "steps above zero that lead from one end to the other, {most} at most.",
            most=_STEPS,
        ),
        mend=message("Write for example [slider 0..100] with step=5 in the braces."),
    )
