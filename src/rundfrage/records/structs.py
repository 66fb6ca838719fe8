"""The structs by which msgspec checks records and describes them, one made of each record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, get_args, get_origin

import msgspec

from rundfrage.records.record import UNIONS, Key, Leaf, Limit, is_enum, is_record, keys, split

_REF = "#/$defs/{name}"


class Structs:
    """The structs of records made of these leaves; each is made when it is first asked for.

    `limits` is whether they know the limits of fields; those of leaves they always do.
    """

    def __init__(self, leaves: Mapping[Any, Leaf], *, limits: bool) -> None:
        self._leaves = leaves
        self._limits = limits
        self._made: dict[Any, Any] = {}

    def of(self, record: Any) -> Any:
        """The record's struct: what may be left out may be null too."""
        if record not in self._made:
            fields = [self._field(key) for key in keys(record)]
            self._made[record] = msgspec.defstruct(record.__name__, fields, kw_only=True)
        return self._made[record]

    def schemas(self, records: Iterable[Any]) -> dict[str, Any]:
        """The JSON Schemas of the records and of all that stands in them, by name."""
        leaves = {leaf.name: leaf for leaf in self._leaves.values() if leaf.name}
        described = [
            _limited(self._typed(leaf.json, limits=True), Limit(), leaf.schema)
            for leaf in leaves.values()
        ]
        structs = [self.of(record) for record in records]
        made, found = msgspec.json.schema_components([*described, *structs], ref_template=_REF)
        return {name: _strict(one) for name, one in [*zip(leaves, made), *found.items()]}  # noqa: B905

    def _field(self, key: Key) -> tuple[str, Any, Any]:
        kind = self._typed(key.hint, limits=self._limits)
        if key.needed:
            return key.field, kind, msgspec.field(name=key.name)
        return key.field, kind | None, msgspec.field(name=key.name, default=None)

    def _typed(self, hint: Any, *, limits: bool) -> Any:
        """The type as msgspec knows it; a number is whole if it was."""
        kind, limit = split(hint)
        limit = limit if limits else Limit()
        schema: Mapping[str, object] = {}
        parts = [
            part if part is ... else self._typed(part, limits=limits) for part in get_args(kind)
        ]
        if kind in self._leaves:
            leaf = self._leaves[kind]
            kind, own = split(leaf.json)
            kind = self._typed(kind, limits=True)
            limit = own if limit == Limit() else limit
            schema = {"$ref": _REF.format(name=leaf.name)} if leaf.name else leaf.schema
        elif is_enum(kind):
            schema = {"enum": [one.value for one in kind]}
            kind = str
        elif get_origin(kind) in UNIONS:
            kind = reduce(or_, parts)
        elif get_origin(kind) in {tuple, dict}:
            kind = get_origin(kind)[tuple(parts)]
        elif is_record(kind):
            kind = self.of(kind)
        elif kind is float:
            kind = int | float
        return _limited(kind, limit, schema)


def _limited(kind: Any, limit: Limit, schema: Mapping[str, object]) -> Any:
    """The type within the limit, with what its JSON Schema says besides."""
    bounds = ("ge", "le") if kind is int else ("min_length", "max_length")
    meta: dict[str, Any] = dict(zip(bounds, (limit.least, limit.most), strict=True))
    meta |= {"pattern": limit.pattern, "extra_json_schema": dict(schema) or None}
    known = {name: one for name, one in meta.items() if one is not None}
    return Annotated[kind, msgspec.Meta(**known)] if known else kind


def _strict(schema: Any) -> Any:
    """The schema for those who write: no null, no other keys, no names of classes."""
    if isinstance(schema, list):
        return [_strict(one) for one in schema if one != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    made = {key: _strict(one) for key, one in schema.items()}
    if "properties" in made:
        made["additionalProperties"] = False
        del made["title"]
    if "default" in made and made["default"] is None:
        del made["default"]
    if len(made.get("anyOf", ())) == 1:
        made |= made.pop("anyOf")[0]
    return made
