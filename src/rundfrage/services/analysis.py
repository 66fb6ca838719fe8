"""An analysis: what every look at the answers may be told, and the names that it goes by.

Each of tables, reports and drafts takes one, so that the same words mean the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.services.limits import require_within


@dataclass(frozen=True)
class Analysis:
    """In which language answers are shown, how they are weighted, and which bases are too small.

    `weight` names a numeric variable, or weights that were made of the answers. `design` says how
    a probability sample was drawn ("strata=region,psu=school"); without one the author's report
    may say it. Bases below `threshold` are not shown. With `anew` it is forgotten what was shown
    before, which nobody outside has seen; what is shown now comes first.
    """

    language: str | None = None
    weight: str | None = None
    design: str | None = None
    threshold: int = 5
    anew: bool = False

    def __post_init__(self) -> None:
        """Raise a Problem for a threshold that can't be."""
        require_within("threshold", self.threshold, 1)


def chosen(names: Iterable[str], known: Iterable[str], argument: str, what: str) -> tuple[str, ...]:
    """The names, each once, in small letters; raises a Problem for one that isn't among `known`."""
    wanted = tuple(dict.fromkeys(name.strip().lower() for name in names if name.strip()))
    there = tuple(known)
    for name in wanted or ("",):
        if name not in there:
            raise Problem(
                "unknown-format",
                where=Where(argument=argument),
                found=message("There is no {what} {name}.", what=what, name=repr(name)),
                expected=message("one of {there}.", there=", ".join(there)),
                mend=did_you_mean(name, there) or message("Choose one of these."),
            )
    return wanted
