"""What a type expects, in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any, get_args, get_origin

from rundfrage.locales import Message, message
from rundfrage.records.record import UNIONS, Leaf, is_enum, split

_WORDS = {
    str: message("a string"),
    int: message("a whole number"),
    float: message("a number"),
    bool: message("true or false"),
}


def expected(hint: Any, leaves: Mapping[Any, Leaf]) -> Message:
    """What to put there, as a message without a full stop."""
    kind, limit = split(hint)
    parts = get_args(kind)
    if limit.expected:
        return limit.expected
    if kind in leaves:
        return leaves[kind].expected
    if get_origin(kind) in UNIONS:
        return reduce(_either, (expected(part, leaves) for part in parts))
    if get_origin(kind) is tuple:
        if ... not in parts:
            return message("a list of {count}", count=len(parts))
        least = limit.least
        return message("a list of at least {least}", least=least) if least else message("a list")
    if is_enum(kind):
        return message("one of {choices}", choices=", ".join(one.value for one in kind))
    if kind is int and limit.least is not None:
        return _whole(limit.least, limit.most)
    return _WORDS.get(kind, message("an object"))


def _whole(least: int, most: int | None) -> Message:
    # As JSON writes numbers, without marks between thousands.
    if most is None:
        return message("a whole number of at least {least}", least=str(least))
    return message("a whole number from {least} to {most}", least=str(least), most=str(most))


def _either(one: Message, other: Message) -> Message:
    return message("{one} or {other}", one=one, other=other)
