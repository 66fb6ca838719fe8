"""Codes that a file calls nominal, and whose labels are the steps of a scale.

Programs write nominal wherever there are labels. Where somebody chose the measures of a file,
levels that may be names (primary, secondary) are answers to choose from, and other scales are
doubted.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.dataset.intake.label_order import Order, scale_order
from rundfrage.dataset.intake.labelled_values import Value
from rundfrage.dataset.intake.scales import are_levels
from rundfrage.dataset.labelled import Labelled
from rundfrage.locales import Message, message

_NOMINAL = (
    message("The file says nominal, and its labels are the steps of a scale."),
    message("If its answers have no order, give the type “single choice” in the codebook."),
)


def order_of(column: Labelled, named: Mapping[Value, str]) -> Order | None:
    """The order of the column's labels; None if they have none, or the file or people say so."""
    nominal = column.measure == "nominal"
    if nominal and "type" in column.said:
        return None
    order = scale_order(named, column.measure)
    return None if nominal and column.chosen and _levels(order, named) else order


def nominal_doubts(
    column: Labelled, order: Order, named: Mapping[Value, str]
) -> tuple[tuple[Message, Message], ...]:
    """The doubt of a scale that the file calls nominal; none of bands, which have an order."""
    if column.measure != "nominal" or {"type", "answers"} & column.said:
        return ()
    bands = all(any(map(str.isdigit, named[value])) for value in order.values)
    return (_NOMINAL,) if not bands and (column.chosen or _levels(order, named)) else ()


def _levels(order: Order | None, named: Mapping[Value, str]) -> bool:
    return order is not None and are_levels([named[value] for value in order.values])
