"""What makes records of structs that msgspec has checked: one function a type, made once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, get_args, get_origin

from rundfrage.locales import Message, message
from rundfrage.records.expected import expected
from rundfrage.records.record import UNIONS, Leaf, Misfit, is_enum, is_record, keys, part_of, split

Maker = Callable[[Any, Any], Any]
"""Makes what a record holds of a checked value and the context; raises a Misfit."""

_GREATEST = sys.float_info.max


class Makers:
    """The makers of all types that records of these leaves hold."""

    def __init__(self, leaves: Mapping[Any, Leaf]) -> None:
        self._leaves = leaves
        self._made: dict[Any, Maker] = {}

    def of(self, hint: Any) -> Maker:
        """The maker of the type."""
        if hint not in self._made:
            self._made[hint] = self._maker(split(hint)[0])
        return self._made[hint]

    def _maker(self, kind: Any) -> Maker:
        if kind in self._leaves:
            return _leaf(self._leaves[kind].read, expected(kind, self._leaves))
        if is_enum(kind):
            return _leaf(lambda value, _: kind(value), expected(kind, self._leaves))
        if get_origin(kind) is tuple:
            return self._tuple(kind)
        if is_record(kind):
            return self._record(kind)
        return _number if kind in {int, float} or get_origin(kind) in UNIONS else _as_it_is

    def _tuple(self, kind: Any) -> Maker:
        fixed = ... not in get_args(kind)
        makers = [self.of(part_of(kind, at)) for at in range(len(get_args(kind)) if fixed else 1)]

        def made(value: Any, context: Any) -> Any:
            parts = []
            for place, one in enumerate(value):
                try:
                    parts.append(makers[place if fixed else 0](one, context))
                except Misfit as misfit:
                    raise misfit.within((place,)) from None
            return tuple(parts)

        return made

    def _record(self, kind: Any) -> Maker:
        parts = [(key, key.field, self.of(key.hint)) for key in keys(kind)]

        def made(value: Any, context: Any) -> Any:
            fields = {}
            for key, field, make in parts:
                part = getattr(value, field)
                try:
                    fields[field] = key.absent if part is None else make(part, context)
                except Misfit as misfit:
                    raise misfit.within((key.name,)) from None
            return kind(**fields)

        return made


def _leaf(read: Maker, wanted: Message) -> Maker:
    def made(value: Any, context: Any) -> Any:
        try:
            return read(value, context)
        except Misfit as misfit:
            raise Misfit(misfit.expected, (), value) from None
        except (ValueError, KeyError):
            raise Misfit(wanted, (), value) from None

    return made


def _number(value: Any, _context: Any) -> Any:
    if isinstance(value, int | float) and not -_GREATEST <= value <= _GREATEST:
        raise Misfit(message("a number of at most 300 digits"), (), value)
    return value


def _as_it_is(value: Any, _context: Any) -> Any:
    return value
