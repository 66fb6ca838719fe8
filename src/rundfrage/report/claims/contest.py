"""A Contest: answers or items in the order of the data, the one in front first.

The answers to a question are ordered by their shares, the items of a grid or a ranking by their
means (or by what the binding names, such as q8.top2); items whose base is suppressed are left out.
"Other" and "none of these" take no part, but are kept beside, for nothing is the most frequent
answer if more people chose none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from rundfrage.report.bind import TAKEN
from rundfrage.report.charts.rows import LAST, item_label
from rundfrage.report.claims.evidence import Evidence, Found
from rundfrage.report.claims.quantity import Quantity
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.unknown import unknown_binding
from rundfrage.tables.table import RowRole, Table


@dataclass(frozen=True)
class Contest:
    """Who takes part, the one in front first; equals in the order of the questionnaire.

    `beside` are "other" and "none"; `own` is the place of the answer that the binding names, or
    None if it names the whole question.
    """

    entries: tuple[Quantity, ...]
    beside: tuple[Quantity, ...] = ()
    own: int | None = None

    def rank(self, place: int) -> int:
        """The rank of the entry at that place; equals share the better rank."""
        return 1 + sum(score(one) > score(self.entries[place]) for one in self.entries)


def score(quantity: Quantity) -> Fraction:
    """The number, turned so that the larger is further in front."""
    return -quantity.exact if quantity.ascending else quantity.exact


def contest_of(binding: Binding, evidence: Evidence) -> Contest:
    """The contest that the binding speaks of; raises a Problem if there is none."""
    family = evidence.family(binding)
    if family:
        return _ordered(evidence, family, None)
    within = evidence.within(binding)
    if within is not None:
        table = within[0]
        if table.shape.items:
            return _ordered(evidence, _items(table, "mean", binding), None)
        return _answers(table, table.blocks[0].name, binding, evidence, None)
    found = evidence.found(binding)
    if found is None:
        raise unknown_binding(binding, evidence.names(), list(evidence.questions))
    if found.table.shape.items:
        return _among_items(found, binding, evidence)
    own = found.rest.removesuffix(".share")
    if own not in {row.name for row in found.block.rows}:
        raise unknown_binding(binding, evidence.names(), list(evidence.questions))
    return _answers(found.table, found.block.name, binding, evidence, own)


def _among_items(found: Found, binding: Binding, evidence: Evidence) -> Contest:
    rest = found.rest or "mean"
    return _ordered(evidence, _items(found.table, rest, binding), f"{found.block.name}.{rest}")


def _items(table: Table, rest: str, binding: Binding) -> tuple[Binding, ...]:
    return tuple(
        Binding(f"{block.name}.{rest}", binding.subgroup, binding.places) for block in table.blocks
    )


def _answers(
    table: Table, name: str, binding: Binding, evidence: Evidence, own: str | None
) -> Contest:
    block = table.blocks[0]
    prefix = "study.variable" if name == "study" else name
    rows = [row for row in block.rows if row.role is not RowRole.NET]
    if own is not None and own not in {row.name for row in rows}:
        return Contest((evidence.quantity(binding),), (), 0)
    bindings = tuple(
        Binding(_path(prefix, row.name), binding.subgroup, binding.places) for row in rows
    )
    return _ordered(evidence, bindings, None if own is None else _path(prefix, own))


def _ordered(evidence: Evidence, bindings: tuple[Binding, ...], own: str | None) -> Contest:
    quantities = []
    for one in bindings:
        found = evidence.found(one)
        if found is not None and (
            _empty(found) or (_suppressed(found) and _beside(found, one, own))
        ):
            continue
        quantity = evidence.quantity(one)
        if found is not None and found.table.shape.items:
            label = item_label(found.block, found.table, evidence.language)
            quantity = replace(quantity, label=label)
        quantities.append(quantity)
    entries = sorted(
        (one for one in quantities if one.role not in LAST), key=lambda one: -score(one)
    )
    place = next((i for i, one in enumerate(entries) if one.binding.path == own), None)
    if own is not None and place is None:
        beside = tuple(one for one in quantities if one.binding.path == own)
        return Contest(tuple(entries), beside, None)
    return Contest(tuple(entries), tuple(one for one in quantities if one.role in LAST), place)


def _path(prefix: str, row: str) -> str:
    """The path of an answer's share; ".share" only where a statistic has the same name."""
    return f"{prefix}.{row}.share" if row in TAKEN else f"{prefix}.{row}"


def _suppressed(found: Found) -> bool:
    return found.block.bases[found.column] is None


def _beside(found: Found, one: Binding, own: str | None) -> bool:
    """True for an item that others can be ranked without; stating any other says why it can't."""
    shown = any(block.bases[found.column] is not None for block in found.table.blocks)
    return shown and one.path != own


def _empty(found: Found) -> bool:
    """True if nobody answered, so that the item has no place in any order."""
    ledger = found.block.bases[found.column]
    return ledger is not None and not ledger.answered
