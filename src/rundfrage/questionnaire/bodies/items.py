"""Items: the things rated in a grid or put in order in a ranking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from rundfrage.errors import raise_all
from rundfrage.locales import template
from rundfrage.manuscript.attributes import escaped
from rundfrage.questionnaire.markdown.labels import (
    Labelled,
    ValueName,
    duplicates,
    refuse_attributes,
)
from rundfrage.records import Limit
from rundfrage.text import Text


@dataclass(frozen=True)
class Item:
    """One thing to rate; with the question's name it makes a variable, as in q4.info."""

    name: ValueName
    label: Text


Items = Annotated[tuple[Item, ...], Limit(1)]
"""As a body holds them."""


def items_of(pieces: Sequence[Labelled], language: str) -> tuple[Item, ...]:
    """The items of the lines; raises one Problem with all duplicates."""
    for piece in pieces:
        refuse_attributes(piece, frozenset())
    raise_all(duplicates(pieces, template("The item {name} stands in line {line} already.")))
    return tuple(Item(piece.name, Text.of(piece.label, language)) for piece in pieces)


def written(item: Item, bullet: str) -> str:
    """The item's line in the canonical layout."""
    return f"{bullet} {item.name}: {escaped(item.label.source)}"


def item_texts(items: Iterable[Item]) -> Iterable[tuple[str, Text]]:
    """The labels to translate, by the item's name."""
    return ((item.name, item.label) for item in items)


def item_fields(question: str, items: Iterable[Item]) -> tuple[str, ...]:
    """The names of the items' variables, which are those of their fields too."""
    return tuple(f"{question}.{item.name}" for item in items)


def with_item_labels(items: Iterable[Item], texts: Mapping[str, Text]) -> tuple[Item, ...]:
    """The items with the labels of these names replaced."""
    return tuple(
        replace(item, label=texts[item.name]) if item.name in texts else item for item in items
    )
