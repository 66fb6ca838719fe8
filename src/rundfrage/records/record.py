"""What a record is made of: its keys, leaves, and limits.

A *record* is a frozen dataclass that stands in JSON as an object: its fields are the keys, in their
order. What has its default value is left out, and null says the same as leaving a key out; a field
that is no part of equality (where something stood in its file) is no key. A *leaf* is a value that
has a form of its own in JSON: a text, a day, the name of a scale.

What a field's metadata may say: `key` is its name in JSON where that is another, `absent` is what
leaving it out means where the field has no default, `always` writes it whatever it is.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field
from enum import Enum
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from rundfrage.locales import NOTHING, Message, message

UNIONS = (Union, UnionType)
Path = tuple[str | int, ...]
"""The keys and positions that lead to a value, from the outermost object on."""


class Misfit(Exception):
    """A value that is another than expected.

    `expected` is a message without a full stop, `found` what stands there (MISSING: nothing).
    """

    def __init__(self, expected: Message, path: Path = (), found: object = MISSING) -> None:
        super().__init__(expected)
        self.expected = expected
        self.path = path
        self.found = found

    def within(self, path: Path) -> Misfit:
        """The same, seen from further out."""
        return Misfit(self.expected, (*path, *self.path), self.found)

    @property
    def seen(self) -> Message:
        """What stands in the place that the path leads to, in a sentence."""
        last = self.path[-1] if self.path else 0
        if isinstance(last, int):
            return message("There stands {one}.", one=shown(self.found))
        if self.found is MISSING:
            return message("“{key}” is missing.", key=last)
        return message("“{key}” is {found}.", key=last, found=shown(self.found))


def shown(value: object) -> str:
    """The value in few words, whatever it is."""
    if isinstance(value, dict):
        return message("an object")
    if isinstance(value, list):
        return message("a list")
    return repr(value[:60]) if isinstance(value, str) else json.dumps(value)[:60]


@dataclass(frozen=True)
class Leaf:
    """A value with a form of its own.

    `json` is its type in JSON, `expected` says it in words. `read` is given the value and the
    context of the reading; it raises a Misfit, or ValueError or KeyError for what is not as
    expected. `schema` is what its JSON Schema says besides, `name` under which name it stands there
    once for all.
    """

    json: Any
    expected: Message
    read: Callable[[Any, Any], object]
    write: Callable[[Any], object]
    schema: Mapping[str, object] = field(default_factory=dict)
    name: str = ""

    @staticmethod
    def named(values: Mapping[str, object]) -> Leaf:
        """The leaf of values that stand in JSON by their names."""
        return Leaf(
            str,
            message("one of {choices}", choices=", ".join(values)),
            lambda name, _: values[name],
            lambda value: next(name for name, one in values.items() if one == value),
            {"enum": list(values)},
        )


DAY = Leaf(
    str,
    message("a day such as 2020-09-23"),
    lambda word, _: datetime.date.fromisoformat(word),
    datetime.date.isoformat,
    {"format": "date"},
)


@dataclass(frozen=True)
class Limit:
    """What a value keeps to beside its type, as in `Annotated[int, Limit(1)]`.

    The bounds are those of a number, or of how many a string, a list or an object holds; `expected`
    says all of it in words, for a pattern says nothing to people.
    """

    least: int | None = None
    most: int | None = None
    pattern: str | None = None
    expected: Message = NOTHING


@dataclass(frozen=True)
class Key:
    """A key of a record: the field, its name in JSON, its type, and what leaving it out means."""

    field: str
    name: str
    hint: Any
    absent: object
    always: bool

    @property
    def needed(self) -> bool:
        """True if it can't be left out."""
        return self.absent is MISSING


@cache
def keys(record: Any) -> tuple[Key, ...]:
    """The keys of the record, in the order of its fields."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(
        Key(
            one.name,
            one.metadata.get("key", one.name),
            hints[one.name],
            one.metadata.get("absent", one.default),
            one.metadata.get("always", False),
        )
        for one in dataclasses.fields(record)
        if one.compare
    )


def split(hint: Any) -> tuple[Any, Limit]:
    """The type without None and its limit, and the limit; one without bounds if it has none."""
    if get_origin(hint) in UNIONS:
        parts = tuple(part for part in get_args(hint) if part is not NoneType)
        return split(parts[0]) if len(parts) == 1 else (reduce(or_, parts), Limit())
    if get_origin(hint) is Annotated:
        kind, limit = get_args(hint)
        return kind, limit
    return hint, Limit()


def part_of(hint: Any, step: str | int) -> Any:
    """The type of what stands under the key or at the position."""
    kind, _ = split(hint)
    if isinstance(step, str):
        return next(key.hint for key in keys(kind) if key.name == step)
    parts = get_args(kind)
    return parts[0] if ... in parts else parts[step]


def is_record(kind: Any) -> bool:
    """True if the type is a dataclass."""
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


def is_enum(kind: Any) -> bool:
    """True if the type is an enumeration, which stands in JSON by its values."""
    return isinstance(kind, type) and issubclass(kind, Enum)
