"""Grid: several items rated on one named scale, `(guete)` and a list of `- item: label`.

Each item becomes a variable of its own, as in q4.info.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rundfrage.codebook import Battery, Variable, VariableType
from rundfrage.codebook.shapes import RATINGS
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Parsed, Posted
from rundfrage.questionnaire.bodies.items import (
    Items,
    item_fields,
    item_texts,
    items_of,
    with_item_labels,
    written,
)
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.bodies.ratings import (
    NAMED,
    categories,
    rating_in,
    ratings_viewed,
    scale_named,
    scale_texts,
    with_scale_texts,
)
from rundfrage.questionnaire.markdown.labels import each_labelled
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.questionnaire.reasons import missing_codes
from rundfrage.text import Text

_ITEM = re.compile(r"[-*+]\s++(?![\[(])")


@dataclass(frozen=True)
class GridBody:
    """The scale, and the items rated on it."""

    scale: Scale
    items: Items


class Grid(Kind):
    """Items on one scale."""

    name = "grid"
    title = message("Grid")
    explanation = message("Several items, each rated on the same scale.")
    starter = ("(scale)", message("- First item"), message("- Second item"))
    body = GridBody
    attributes = frozenset({"shuffle"})

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if a scale's name in parentheses has lines under it."""
        return len(lines) > 1 and bool(NAMED.fullmatch(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,  # noqa: ARG002
        scales: Mapping[str, Scale],
        language: str,
    ) -> GridBody:
        """The scale and items; raises a Problem at a line that is no item."""
        scale = scale_named(lines[0], scales)
        pieces = each_labelled(
            lines[1:],
            _ITEM,
            message("- item: label in each line under ({name}).", name=scale.name),
            message("Leave out the box: a grid's items are rated on its scale."),
        )
        return GridBody(scale, items_of(pieces, language))

    def write(self, body: GridBody) -> Written:
        """The scale's name, an empty line, and one line an item."""
        return Written((f"({body.scale.name})", "", *(written(item, "-") for item in body.items)))

    def texts(self, body: GridBody) -> Iterable[tuple[str, Text]]:
        """The labels of the scale and of the items."""
        return chain(scale_texts(body.scale), item_texts(body.items))

    def with_texts(self, body: GridBody, texts: Mapping[str, Text]) -> GridBody:
        """The body with other labels."""
        return GridBody(with_scale_texts(body.scale, texts), with_item_labels(body.items, texts))

    def offers(self, body: GridBody) -> Parts:
        """What the body is made of."""
        return Parts(items=body.items, scale=body.scale)

    def made_of(self, parts: Parts) -> GridBody | None:
        """The body with what fits."""
        items = parts.things()
        return GridBody(parts.scale, items) if parts.scale is not None and items else None

    def variables(self, question: Question) -> Measured:
        """An ordinal variable for each item, and the battery they form."""
        body: GridBody = question.body
        steps = categories(body.scale)
        ratings = tuple(
            Variable(
                f"{question.name}.{item.name}",
                VariableType.ORDINAL,
                question.wording,
                categories=steps,
                missing=missing_codes(body.scale.reasons),
                battery=question.name,
                item=item.label,
                hint=question.hint,
            )
            for item in body.items
        )
        members = tuple(rating.name for rating in ratings)
        battery = Battery(question.name, question.wording, RATINGS, members, question.hint)
        return Measured(ratings, battery)

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:  # noqa: ARG002
        """The step chosen for each item."""
        body: GridBody = question.body
        ratings = {
            field: rating_in(posted, field, body.scale, required=question.required)
            for field in item_fields(question.name, body.items)
        }
        mistakes = tuple(mistake for _, mistake in ratings.values() if mistake is not None)
        return Parsed({field: step for field, (step, _) in ratings.items()}, mistakes)

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The step of each item."""
        body: GridBody = question.body
        return ratings_viewed(item_fields(question.name, body.items), body.scale, answers)
