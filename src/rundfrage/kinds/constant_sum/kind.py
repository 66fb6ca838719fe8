"""Constant sum: numbers that add up, `[sum 100 points]` and a list of `- item: label`.

Each item becomes a numeric variable. Numbers have as many decimals as the total is written with.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from typing import Annotated

from rundfrage.codebook import Battery, Missing, Variable, VariableType
from rundfrage.codebook.shapes import PARTS
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.amounts import amount_mistake, amounts_viewed, numbers_shown
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_numbers import decimals, number_in, number_shown
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.bodies.items import (
    Items,
    item_fields,
    item_texts,
    items_of,
    with_item_labels,
    written,
)
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.bodies.reasons import refuse_reasons
from rundfrage.questionnaire.markdown.labels import each_labelled
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.records import Limit
from rundfrage.text import EMPTY, Text

_TOTAL = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_LOOKS = re.compile(r"\[\s*sum\b")
_HEAD = re.compile(rf"\[\s*sum\s+({_TOTAL})(?:\s([^\[\]]*))?\]")
_ITEM = re.compile(r"[-*+]\s++(?![\[(])")
_FEWEST = 2


@dataclass(frozen=True)
class ConstantSumBody:
    """What the numbers add up to, the items, and the unit (empty: none)."""

    total: Annotated[Decimal, Limit(pattern=f"^{_TOTAL}$")]
    unit: Text = dataclasses.field(default=EMPTY, kw_only=True)
    items: Items

    @property
    def decimals(self) -> int:
        """How many decimals a number may have."""
        return decimals(self.total)

    def amount(self, number: Decimal, language: str) -> str:
        """The number with its unit, as the language writes it."""
        unit = self.unit.into(language)
        return f"{number_shown(number, language)} {unit}".strip()


class ConstantSum(Kind):
    """Numbers that add up."""

    name = "constant_sum"
    title = message("Constant sum")
    explanation = message("Numbers given to several items, which add up to a total.")
    starter = ("[sum 100]", message("- First item"), message("- Second item"))
    body = ConstantSumBody
    attributes = frozenset({"shuffle"})
    relative = True

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is `[sum …]`."""
        return bool(lines) and bool(_LOOKS.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,  # noqa: ARG002
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> ConstantSumBody:
        """The total and the items; raises a Problem at a line that is none."""
        head = lines[0]
        match = _HEAD.fullmatch(head.words)
        if match is None or not Decimal(match[1]):
            raise Problem(
                "bad-sum",
                where=Where(line=head.number),
                found=message("{line} stands where a sum should.", line=head.words[:60]),
                expected=message("a total above zero, with a unit if it has one."),
                mend=message("Write for example [sum 100 points] or [sum 24 hours]."),
            )
        refuse_reasons(lines)
        pieces = each_labelled(
            lines[1:],
            _ITEM,
            message("- item: label in each line under [sum …]."),
            message("Leave out the box: a number is given to each item."),
        )
        items = items_of(pieces, language)
        if len(items) < _FEWEST:
            raise Problem(
                "sum-items",
                where=Where(line=head.number),
                found=counted_message(
                    "A sum is shared among {count} item.",
                    "A sum is shared among {count} items.",
                    len(items),
                ),
                expected=message("at least two items, to which numbers are given."),
                mend=message("Write more items, or ask for a number: [0..100 points]."),
            )
        unit = (match[2] or "").strip()
        words = Text.of(unit, language) if unit else EMPTY
        return ConstantSumBody(Decimal(match[1]), items, unit=words)

    def write(self, body: ConstantSumBody) -> Written:
        """The total in brackets, an empty line, and one line an item."""
        unit = f" {body.unit.source}" if body.unit else ""
        items = (written(item, "-") for item in body.items)
        return Written((f"[sum {body.total}{unit}]", "", *items))

    def texts(self, body: ConstantSumBody) -> Iterable[tuple[str, Text]]:
        """The unit, and the labels of the items."""
        unit = ((":unit", body.unit),) if body.unit else ()
        return chain(unit, item_texts(body.items))

    def with_texts(self, body: ConstantSumBody, texts: Mapping[str, Text]) -> ConstantSumBody:
        """The body with another unit and other labels."""
        unit = texts.get(":unit", body.unit)
        return replace(body, unit=unit, items=with_item_labels(body.items, texts))

    def offers(self, body: ConstantSumBody) -> Parts:
        """What the body is made of."""
        return Parts(items=body.items, low=Decimal(0), high=body.total, unit=body.unit)

    def made_of(self, parts: Parts) -> ConstantSumBody | None:
        """The body with what fits."""
        items = parts.things()
        if len(items) < _FEWEST:
            return None
        total = Decimal(100) if parts.high is None or parts.high <= 0 else parts.high
        return ConstantSumBody(total, items, unit=parts.unit)

    def variables(self, question: Question) -> Measured:
        """A numeric variable for each item, and the battery they form."""
        body: ConstantSumBody = question.body
        parts = tuple(
            Variable(
                name,
                VariableType.NUMERIC,
                question.wording,
                battery=question.name,
                item=item.label,
                hint=question.hint,
                unit=body.unit.source,
                low=0.0,
                high=float(body.total),
                decimals=body.decimals,
            )
            for name, item in zip(item_fields(question.name, body.items), body.items, strict=True)
        )
        battery = Battery(
            question.name,
            question.wording,
            PARTS,
            tuple(part.name for part in parts),
            question.hint,
            float(body.total),
        )
        return Measured(parts, battery)

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The number of each item; once one is given, an empty field means zero."""
        body: ConstantSumBody = question.body
        fields = item_fields(question.name, body.items)
        blank = dict.fromkeys(fields, Missing.LEFT_BLANK)
        typed = {field: first(posted, field).strip() for field in fields}
        if not any(typed.values()):
            mistakes = (Mistake(question.name, "required"),) if question.required else ()
            return Parsed(blank, mistakes)
        unit = body.unit.into(language)
        numbers: dict[str, Decimal] = {}
        wrong: list[Mistake] = []
        for field, words in typed.items():
            places = body.decimals
            number = number_in(words.removesuffix(unit), language, places) if words else Decimal(0)
            mistake = amount_mistake(field, number, Decimal(0), body.total, language, places=places)
            if number is None or mistake is not None:
                wrong += [mistake] if mistake else []
            else:
                numbers[field] = number
        if not wrong:
            wrong = _unequal(question.name, sum(numbers.values(), Decimal(0)), body, language)
        return Parsed(blank, tuple(wrong)) if wrong else Parsed(numbers)

    def view(
        self, question: Question, answers: Mapping[str, Given], language: str
    ) -> dict[str, tuple[str, ...]]:
        """The number of each item as one types it."""
        fields = item_fields(question.name, question.body.items)
        return amounts_viewed(fields, answers, language)


def _unequal(control: str, total: Decimal, body: ConstantSumBody, language: str) -> list[Mistake]:
    """The mistake of numbers that add up to something else."""
    if total == body.total:
        return []
    code, rest = ("sum-short", body.total - total) if total < body.total else (
        "sum-over", total - body.total)  # fmt: skip
    words = {"sum": total, "rest": rest, "total": body.total}
    return [Mistake(control, code, numbers_shown(words, language))]
