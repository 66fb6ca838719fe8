"""Ranking: items put in order, written as a numbered list `1. value: label`.

Each item becomes a numeric variable that holds its rank. `{max=3}` asks for the first three only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from rundfrage.codebook import Battery, Missing, Variable, VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
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
from rundfrage.questionnaire.bodies.reasons import (
    or_reason,
    reason_texts,
    reason_viewed_in,
    reasons_behind,
    with_reason_labels,
    written_reasons,
)
from rundfrage.questionnaire.limits import NUMBER
from rundfrage.questionnaire.markdown.labels import each_labelled
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.questionnaire.reasons import Reason, missing_codes
from rundfrage.records import Limit
from rundfrage.text import Text

_ITEM = re.compile(r"[0-9]{1,6}[.)]\s+")
_BULLET = re.compile(r"[-*+]\s*\(")
_RANK = re.compile("[1-9][0-9]{0,3}")
_FEWEST = 2


@dataclass(frozen=True)
class RankingBody:
    """The items, how many of them are ranked (None: all), and reasons for no answer."""

    items: Items
    max: Annotated[int, Limit(1, NUMBER)] | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def ranks(self) -> int:
        """The last rank there is to give."""
        return len(self.items) if self.max is None else self.max


class Ranking(Kind):
    """Items in order."""

    name = "ranking"
    title = message("Ranking")
    explanation = message("Items put in order, all of them or the first few.")
    starter = (message("1. First item"), message("2. Second item"))
    body = RankingBody
    attributes = frozenset({"shuffle", "max"})
    relative = True

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is numbered."""
        return bool(lines) and bool(_ITEM.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> RankingBody:
        """The items; raises a Problem at a line that is none, or if there are too few."""
        count = next((at for at, line in enumerate(lines) if _BULLET.match(line.words)), len(lines))
        pieces = each_labelled(
            lines[:count],
            _ITEM,
            message("1. value: label in each line of a ranking."),
            message("Number every line: 1. 2. 3."),
        )
        items = items_of(pieces, language)
        most = attributes.whole_number("max")
        if len(items) < _FEWEST or (most is not None and not 1 <= most <= len(items)):
            raise Problem(
                "ranking-bounds",
                where=Where(line=attributes.line),
                found=counted_message(
                    "A ranking has {count} item.", "A ranking has {count} items.", len(items)
                )
                if most is None
                else counted_message(
                    "A ranking has {count} item and max={most}.",
                    "A ranking has {count} items and max={most}.",
                    len(items),
                    most=most,
                ),
                expected=message("at least two items, and max from 1 to their number."),
                mend=message("Add items or change max."),
            )
        ranks = range(1, len(items) + 1)
        return RankingBody(items, most, reasons_behind(lines[count:], ranks, language))

    def write(self, body: RankingBody) -> Written:
        """One numbered line an item, and the reasons."""
        lines = tuple(
            written(item, f"{position}.") for position, item in enumerate(body.items, start=1)
        )
        most = {} if body.max is None else {"max": str(body.max)}
        return Written((*lines, *written_reasons(body.reasons)), most)

    def texts(self, body: RankingBody) -> Iterable[tuple[str, Text]]:
        """The labels of the items and of the reasons."""
        yield from item_texts(body.items)
        yield from reason_texts(body.reasons)

    def with_texts(self, body: RankingBody, texts: Mapping[str, Text]) -> RankingBody:
        """The body with other labels."""
        return replace(
            body,
            items=with_item_labels(body.items, texts),
            reasons=with_reason_labels(body.reasons, texts),
        )

    def offers(self, body: RankingBody) -> Parts:
        """What the body is made of."""
        return Parts(items=body.items)

    def made_of(self, parts: Parts) -> RankingBody | None:
        """The body with what fits."""
        items = parts.things()
        return RankingBody(items) if len(items) >= _FEWEST else None

    def variables(self, question: Question) -> Measured:
        """A numeric variable for each item that holds its rank, and the battery they form."""
        body: RankingBody = question.body
        ranks = tuple(
            Variable(
                f"{question.name}.{item.name}",
                VariableType.NUMERIC,
                question.wording,
                missing=missing_codes(body.reasons),
                battery=question.name,
                item=item.label,
                hint=question.hint,
                low=1.0,
                high=float(body.ranks),
                decimals=0,
            )
            for item in body.items
        )
        members = tuple(rank.name for rank in ranks)
        battery = Battery(question.name, question.wording, RANKS, members, question.hint)
        return Measured(ranks, battery)

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The rank of each item: from 1 on without gaps, each once.

        A ranking that must be answered must give every rank there is, or a reason for none.
        """
        body: RankingBody = question.body
        ranked: dict[int, str] = {}
        answers: dict[str, Given] = {}
        mistakes: list[Mistake] = []
        for field in item_fields(question.name, body.items):
            answers[field] = Missing.LEFT_BLANK
            value = first(posted, field)
            if not value:
                continue
            if not _RANK.fullmatch(value) or int(value) > body.ranks:
                mistakes.append(Mistake(field, "not-offered"))
            elif ranked.setdefault(int(value), field) != field:
                mistakes.append(Mistake(field, "rank-twice", {"rank": value}))
            else:
                answers[field] = Decimal(value)
        if not mistakes:
            mistakes = _mistakes(question, body.ranks, ranked)
        parsed = Parsed(answers, tuple(mistakes))
        return or_reason(parsed, question, body.reasons, posted, language)

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The rank of each item that has one, or the reason."""
        body: RankingBody = question.body
        fields = item_fields(question.name, body.items)
        ranks = {
            field: (str(int(rank)),)
            for field in fields
            if isinstance(rank := answers.get(field), Decimal)
        }
        return ranks | reason_viewed_in(question, body.reasons, answers.get(fields[0]))


def _mistakes(question: Question, ranks: int, ranked: Mapping[int, str]) -> list[Mistake]:
    """What is wrong with ranks that were given once each."""
    if ranked and max(ranked) > len(ranked):
        missing = next(rank for rank in range(1, ranks) if rank not in ranked)
        return [Mistake(question.name, "rank-gap", {"rank": str(missing)})]
    if question.required and not ranked:
        return [Mistake(question.name, "required")]
    if question.required and len(ranked) < ranks:
        return [Mistake(question.name, "too-few", {"least": str(ranks)})]
    return []
