"""What a body is made of, so that a question can become one of another kind and keep what fits.

Kinds don't know each other. Each says what its bodies offer, and what it can make of such parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rundfrage.questionnaire.bodies.items import Item
from rundfrage.questionnaire.bodies.options import BLANK, Option
from rundfrage.questionnaire.model import Scale
from rundfrage.questionnaire.reasons import Reason
from rundfrage.text import EMPTY, Text


@dataclass(frozen=True)
class Parts:
    """Answers to choose from, things that are rated or ordered, the scale, and the range.

    The reasons are those that stand behind a range; a scale has its own.
    """

    options: tuple[Option, ...] = ()
    items: tuple[Item, ...] = ()
    scale: Scale | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    ends: tuple[Text, Text] = (EMPTY, EMPTY)
    unit: Text = EMPTY
    reasons: tuple[Reason, ...] = ()

    def choices(self) -> tuple[Option, ...]:
        """What can be chosen: the options, else the items, else the steps of the scale."""
        if self.options or self.scale is None or self.items:
            pairs = enumerate(self.items, start=1)
            return self.options or tuple(Option(one.name, one.label, at) for at, one in pairs)
        steps = enumerate(self.scale.labels, start=1)
        return (
            *(Option(str(at), label, at) for at, label in steps),
            *(
                Option(one.mark, one.label, one.code, missing=one.missing)
                for one in self.scale.reasons
            ),
        )

    def things(self) -> tuple[Item, ...]:
        """What can be rated: the items, else the options that are answers by themselves."""
        if self.items:
            return self.items
        return tuple(
            Item(one.name, one.label)
            for one in self.options
            if not (one.exclusive or one.missing or BLANK.search(one.label.source))
        )
