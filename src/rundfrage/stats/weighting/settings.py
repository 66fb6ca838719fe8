"""How to weight, as the user chooses it, and which choices don't go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.stats.weighting.calibration import Bounds
from rundfrage.stats.weighting.targets import Margin


class Method(StrEnum):
    """How weights are made to meet the targets."""

    RAKE = "rake"
    POSTSTRATIFY = "poststratify"
    LINEAR = "linear"
    LOGIT = "logit"


class Unanswered(StrEnum):
    """What is done with respondents who lack an answer that a margin needs.

    REFUSE raises a Problem. KEEP gives them together the share they have by their base weights;
    the others meet the targets among themselves. DROP gives them a weight of zero.
    """

    REFUSE = "refuse"
    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True)
class Settings:
    """How to weight: `bounds` limit the ratio to the base weight, `trimming` the weight itself.

    `base` names the variable of base weights (inverse probabilities of selection); none means 1.
    `trimming` are multiples of the mean weight.
    """

    method: Method = Method.RAKE
    bounds: Bounds | None = None
    trimming: Bounds | None = None
    base: str | None = None
    unanswered: Unanswered = Unanswered.REFUSE


def refuse_settings(settings: Settings, margins: Sequence[Margin]) -> None:
    """Raise a Problem for a method without the margins or bounds that it needs."""
    if settings.method is Method.POSTSTRATIFY and len(margins) != 1:
        raise Problem(
            "poststratify-several-margins",
            where=Where(name=settings.method.value, argument="method"),
            found=message(
                "There are {count} margins: {margins}.",
                count=len(margins),
                margins=", ".join(one.name for one in margins),
            ),
            expected=message("one margin, which may cross variables (q11*q1)."),
            mend=message("Give the crossed figures, or rake."),
        )
    bounds = settings.bounds
    if bounds is None:
        if settings.method is Method.LOGIT:
            raise _bad_bounds(message("Logit needs bounds, and none are given."))
        return
    if settings.method is Method.POSTSTRATIFY:
        raise _bad_bounds(
            message("Post-stratification has no choice of weights that bounds could limit.")
        )
    if not (0 <= bounds[0] < 1 < bounds[1] < np.inf):
        raise _bad_bounds(
            message("The bounds are {low} and {high}.", low=bounds[0], high=bounds[1])
        )


def _bad_bounds(found: Message) -> Problem:
    return Problem(
        "weighting-bounds",
        where=Where(argument="bounds"),
        found=found,
        expected=message(
            "for rake, linear and logit: one bound from 0 to below 1, and one above 1; "
            "they limit how much a weight may differ from its base weight."
        ),
        mend=message("Set them to 0.3 and 3, for example."),
    )
