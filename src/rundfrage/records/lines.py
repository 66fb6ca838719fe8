"""Lines of JSON, an object each with members of few sorts, read by the thousand.

A member is a text, several texts, or an object that gives a *reason* for neither. What is read is
what `json.loads` would read of each line; whatever is otherwise is refused, right or wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Literal

import msgspec

ABSENT = msgspec.UNSET
"""Stands where a line has no such member."""


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Stands where a member holds a reason."""

    word: str


class Lines:
    """Reads lines whose objects have these members, some of which are of `several` texts.

    `reasons` are the words that an object `{reason: word}` may hold.
    """

    def __init__(self, members: Mapping[str, bool], reason: str, reasons: Collection[str]) -> None:
        field: Any = ("word", Literal[tuple(reasons)], msgspec.field(name=reason))
        given = msgspec.defstruct(
            "Reason", [field], bases=(Reason,), frozen=True, gc=False, forbid_unknown_fields=True
        )
        self._places = {name: f"member_{place}" for place, name in enumerate(members)}
        self._whole = self._decoder(members, given, absent=False)
        self._partly = self._decoder(members, given, absent=True)

    def read(self, lines: Collection[bytes]) -> tuple[Sequence[object], bool]:
        """An object a line of UTF-8, and whether all have all members.

        Raises a ValueError if one doesn't fit, holds a line break or is empty.
        """
        text = b"\n".join(lines)
        if text.count(b"\n") != len(lines) - 1:
            raise ValueError(text)
        try:
            try:
                found, whole = self._whole(text), True
            except msgspec.ValidationError:
                found, whole = self._partly(text), False
        except (msgspec.DecodeError, UnicodeError) as error:
            raise ValueError(*error.args) from error
        # A line may hold at most one object, and one that is blank or goes on none.
        if len(found) != len(lines):
            raise ValueError(text)
        return found, whole

    def values(self, objects: Iterable[object], name: str) -> list[Any]:
        """The member of each: a text, a tuple of texts, a Reason or ABSENT."""
        return list(map(attrgetter(self._places[name]), objects))

    def _decoder(
        self, members: Mapping[str, bool], reason: type, *, absent: bool
    ) -> Callable[[bytes], list[Any]]:
        fields = []
        for name, several in members.items():
            kind: Any = (tuple[str, ...] if several else str) | reason
            if absent:
                field = msgspec.field(name=name, default=ABSENT)
                fields.append((self._places[name], kind | msgspec.UnsetType, field))
            else:
                fields.append((self._places[name], kind, msgspec.field(name=name)))
        line = msgspec.defstruct("Line", fields, gc=False, forbid_unknown_fields=True)
        return msgspec.json.Decoder(line).decode_lines
