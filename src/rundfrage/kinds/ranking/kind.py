"""Ranking: items put in order, written as a numbered list `1. value: label`.

Each item becomes a numeric variable that holds its rank. `{max=3}` asks for the first three only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from rundfrage.codebook import Battery, Form, Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.items import SCHEMA as ITEMS
from rundfrage.questionnaire.items import (
    Item,
    item_from_json,
    item_json,
    item_texts,
    items_of,
    with_item_labels,
    written,
)
from rundfrage.questionnaire.json_values import JsonObject, without_empty
from rundfrage.questionnaire.labelled import labelled, not_an_answer
from rundfrage.questionnaire.model import Measured, Question, Scale, Written
from rundfrage.text import Text

_ITEM = re.compile(r"[0-9]{1,6}[.)]\s+")
_FEWEST = 2


@dataclass(frozen=True)
class RankingBody:
    """The items, and how many of them are ranked (None: all)."""

    items: tuple[Item, ...]
    max: int | None = None


class Ranking:
    """Items in order."""

    name = "ranking"
    attributes = frozenset({"shuffle", "max"})
    schema: ClassVar[dict[str, Any]] = {
        "required": ["items"],
        "properties": {"items": ITEMS, "max": {"type": "integer", "minimum": 1}},
    }

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
        pieces = []
        for position, line in enumerate(lines, start=1):
            bullet = _ITEM.match(line.words)
            if bullet is None:
                raise not_an_answer(
                    line,
                    "1. value: label in each line of a ranking.",
                    "Number every line: 1. 2. 3.",
                )
            pieces.append(labelled(line, line.words[bullet.end() :], position))
        items = items_of(pieces, language)
        most = attributes.whole_number("max")
        if len(items) < _FEWEST or (most is not None and not 1 <= most <= len(items)):
            raise Problem(
                "ranking-bounds",
                where=Where(line=attributes.line),
                found=f"A ranking has {len(items)} items"
                + ("." if most is None else f" and max={most}."),
                expected="at least two items, and max from 1 to their number.",
                mend="Add items or change max.",
            )
        return RankingBody(items, most)

    def write(self, body: RankingBody) -> Written:
        """One numbered line an item."""
        lines = tuple(
            written(item, f"{position}.") for position, item in enumerate(body.items, start=1)
        )
        return Written(lines, {} if body.max is None else {"max": str(body.max)})

    def to_json(self, body: RankingBody) -> dict[str, Any]:
        """The items and the bound."""
        return without_empty({"items": [item_json(item) for item in body.items], "max": body.max})

    def from_json(self, data: JsonObject, scales: Mapping[str, Scale]) -> RankingBody:  # noqa: ARG002
        """The body; raises a Problem if a type is wrong."""
        items = tuple(item_from_json(item) for item in data.objects("items"))
        return RankingBody(items, data.whole("max"))

    def texts(self, body: RankingBody) -> Iterable[tuple[str, Text]]:
        """The labels of the items."""
        return item_texts(body.items)

    def with_texts(self, body: RankingBody, texts: Mapping[str, Text]) -> RankingBody:
        """The body with other labels."""
        return replace(body, items=with_item_labels(body.items, texts))

    def variables(self, question: Question) -> Measured:
        """A numeric variable for each item that holds its rank, and the battery they form."""
        body: RankingBody = question.body
        ranks = tuple(
            Variable(
                f"{question.name}.{item.name}",
                VariableType.NUMERIC,
                question.wording,
                battery=question.name,
                item=item.label,
                hint=question.hint,
                low=1.0,
                high=float(body.max or len(body.items)),
                decimals=0,
            )
            for item in body.items
        )
        members = tuple(rank.name for rank in ranks)
        battery = Battery(question.name, question.wording, Form.RANKING, members, question.hint)
        return Measured(ranks, battery)
