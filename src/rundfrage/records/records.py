"""Reading, writing and describing records.

msgspec checks what is read. Of its errors only the place is used: what stands there, and what
should, is said in words that have translations. Keys that a record doesn't have are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rundfrage.locales import message
from rundfrage.records.expected import expected
from rundfrage.records.makers import Makers
from rundfrage.records.record import Leaf, Misfit, is_enum, is_record, keys, part_of, split

if TYPE_CHECKING:
    from rundfrage.records.structs import Structs

Record = TypeVar("Record")
Writer = Callable[[Any], Any]

_PLACE = re.compile(r" - at `\$([^`]*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]")
_SOMEWHERE = "[...]"
"""In an object of any keys, which only leaves are: the leaf as a whole doesn't fit."""


class Records:
    """All records that are made of these leaves.

    Without `checked` the limits of their fields stand in the schema alone: for records of which
    somebody else says more exactly what is wrong.
    """

    def __init__(self, leaves: Mapping[Any, Leaf], *, checked: bool = True) -> None:
        self._leaves = leaves
        self._checked = checked
        self._makers = Makers(leaves)
        self._writers: dict[type, Writer] = {}

    @cached_property
    def _structs(self) -> Structs:
        # Most commands read no JSON.
        from rundfrage.records.structs import Structs  # noqa: PLC0415

        return Structs(self._leaves, limits=self._checked)

    def written(self, value: object) -> Any:
        """The record, leaf or plain value as JSON has it."""
        kind = type(value)
        if kind not in self._writers:
            self._writers[kind] = self._writer(kind)
        return self._writers[kind](value)

    def _writer(self, kind: type) -> Writer:
        for of, leaf in self._leaves.items():
            if issubclass(kind, of):
                return leaf.write
        if issubclass(kind, tuple):
            return lambda value: [self.written(one) for one in value]
        if is_enum(kind):
            return lambda value: value.value
        if not is_record(kind):
            return lambda value: value
        record: Any = kind
        parts = [(key, key.field) for key in keys(record)]
        return lambda value: {
            key.name: self.written(part)
            for key, field in parts
            if (part := getattr(value, field)) != key.absent or key.always
        }

    def read(self, record: type[Record], data: object, context: object = None) -> Record:
        """The record that JSON holds; raises a Misfit. `context` is for those who read leaves."""
        import msgspec  # noqa: PLC0415

        try:
            checked = msgspec.convert(data, self._structs.of(record))
        except msgspec.ValidationError as error:
            raise self._misfit(record, data, str(error)) from None
        except UnicodeEncodeError:
            raise Misfit(message("keys of whole characters"), (), data) from None
        return cast("Record", self._makers.of(record)(checked, context))

    def schemas(self, records: Iterable[type]) -> dict[str, Any]:
        """The JSON Schemas of the records and of all that stands in them, by name."""
        from rundfrage.records.structs import Structs  # noqa: PLC0415

        return Structs(self._leaves, limits=True).schemas(records)

    def _misfit(self, hint: Any, value: Any, said: str) -> Misfit:
        """What doesn't fit, where msgspec said so."""
        place = _PLACE.search(said)
        at: list[str | int] = []
        steps = place[1].split(_SOMEWHERE)[0] if place else ""
        for name, position in _STEP.findall(steps):
            step = name or int(position)
            at.append(step)
            hint, value = part_of(hint, step), value[step]
        kind, _ = split(hint)
        if is_record(kind) and kind not in self._leaves and isinstance(value, dict):
            for key in keys(kind):
                if key.needed and key.name not in value:
                    return Misfit(expected(key.hint, self._leaves), (*at, key.name))
        return Misfit(expected(hint, self._leaves), tuple(at), value)
