"""Reading, writing and describing records.

msgspec checks what is read. Of its errors only the place is used: what stands there, and what
should, is said in words that have translations. Keys that a record doesn't have are passed over.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_origin

from rundfrage.locales import message
from rundfrage.records.expected import expected
from rundfrage.records.record import Leaf, Misfit, Path, is_enum, is_record, keys, part_of, split

if TYPE_CHECKING:
    from rundfrage.records.structs import Structs

Record = TypeVar("Record")

_PLACE = re.compile(r" - at `\$([^`]*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]")
_SOMEWHERE = "[...]"
"""In an object of any keys, which only leaves are: the leaf as a whole doesn't fit."""
_GREATEST = sys.float_info.max


class Records:
    """All records that are made of these leaves.

    Without `checked` the limits of their fields stand in the schema alone: for records of which
    somebody else says more exactly what is wrong.
    """

    def __init__(self, leaves: Mapping[Any, Leaf], *, checked: bool = True) -> None:
        self._leaves = leaves
        self._checked = checked

    @cached_property
    def _structs(self) -> Structs:
        # Most commands read no JSON.
        from rundfrage.records.structs import Structs  # noqa: PLC0415

        return Structs(self._leaves, limits=self._checked)

    def written(self, value: Any) -> Any:
        """The record, leaf or plain value as JSON has it."""
        leaf = next((one for kind, one in self._leaves.items() if isinstance(value, kind)), None)
        if leaf is not None:
            return leaf.write(value)
        if isinstance(value, tuple):
            return [self.written(one) for one in value]
        if isinstance(value, Enum):
            return value.value
        if not is_record(type(value)):
            return value
        record: Any = type(value)
        parts = ((key, getattr(value, key.field)) for key in keys(record))
        return {
            key.name: self.written(part) for key, part in parts if key.always or part != key.absent
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
        return cast("Record", self._made(record, checked, (), context))

    def schemas(self, records: Iterable[type]) -> dict[str, Any]:
        """The JSON Schemas of the records and of all that stands in them, by name."""
        from rundfrage.records.structs import Structs  # noqa: PLC0415

        return Structs(self._leaves, limits=True).schemas(records)

    def _made(self, hint: Any, value: Any, at: Path, context: object) -> Any:
        """What the type says, of a value that msgspec has checked."""
        kind, _ = split(hint)
        if kind in self._leaves or is_enum(kind):
            return self._leaf(kind, value, at, context)
        if get_origin(kind) is tuple:
            return tuple(
                self._made(part_of(kind, place), one, (*at, place), context)
                for place, one in enumerate(value)
            )
        if is_record(kind):
            parts = ((key, getattr(value, key.field)) for key in keys(kind))
            made = {
                key.field: key.absent
                if part is None
                else self._made(key.hint, part, (*at, key.name), context)
                for key, part in parts
            }
            return kind(**made)
        if isinstance(value, int | float) and not -_GREATEST <= value <= _GREATEST:
            raise Misfit(message("a number of at most 300 digits"), at, value)
        return value

    def _leaf(self, kind: Any, value: Any, at: Path, context: object) -> Any:
        try:
            leaf = self._leaves.get(kind)
            return kind(value) if leaf is None else leaf.read(value, context)
        except Misfit as misfit:
            raise Misfit(misfit.expected, at, value) from None
        except (ValueError, KeyError):
            raise Misfit(expected(kind, self._leaves), at, value) from None

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
