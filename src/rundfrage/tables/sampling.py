"""How a sample was drawn, as its author says it: which columns are its weights, strata and units.

What is said here is no more than names (sampling_words reads them from text); the design itself is
made of them and of the answers when tables are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from rundfrage.codebook import Sample, Study
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message


@dataclass(frozen=True)
class Sampling:
    """What was said of the sample; see rundfrage.stats.design.Design for what it means.

    `replicates` are names of columns of replicate weights, or patterns such as `rep*`; without
    them a `kind` has replicates made. `margins` is the file of targets that the weights were made
    to meet, `base` the column of weights before that. `interval` names the interval of shares,
    `adjust` how the letters of columns are adjusted.
    """

    weight: str | None = None
    strata: tuple[str, ...] = ()
    psu: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    lonely: str = "fail"
    replicates: tuple[str, ...] = ()
    kind: str = ""
    rho: float = 0.0
    scale: float | None = None
    combined: bool = True
    mse: bool = False
    margins: str | None = None
    base: str | None = None
    interval: str = "logit"
    adjust: str = "holm"
    aside: tuple[str, ...] = ()
    """Columns of the answers that no question has, and that are there for the design alone."""

    @property
    def technical(self) -> tuple[str, ...]:
        """Names and patterns of the columns that only describe the sample, and are no answers."""
        weights = [one for one in (self.weight, self.base) if one is not None]
        return (*weights, *self.psu, *self.fpc, *self.replicates)

    def describes(self, name: str) -> bool:
        """True for a column that gets no table of its own, for it only describes the sample."""
        return name in self.aside or any(matches(name, pattern) for pattern in self.technical)

    def columns(self, known: Sequence[str]) -> tuple[str, ...]:
        """The columns among `known` that describe the sample, each once.

        Raises a Problem for one that isn't there.
        """
        return columns_named((*self.technical, *self.strata), known)


def sampling_for(
    study: Study, sampling: Sampling | None, weight: str | None, where: Where | None = None
) -> Sampling | None:
    """The sampling that holds for a study: as said, weighted by `weight` if it says no weight.

    A probability sample with weights alone has the design of these. Raises a Problem where an open
    sample, or a list all of whose members were asked, would get margins of error.
    """
    if sampling is None:
        drawn = study.sample is Sample.PROBABILITY and weight is not None
        return Sampling(weight=weight) if drawn else None
    place = where or Where(argument="design")
    if study.sample is Sample.OPEN:
        raise Problem(
            "design-of-open-sample",
            where=place,
            found=message(
                "Those who answered decided so themselves (sample: open), and a design is given."
            ),
            expected=message(
                "no design: a margin of error speaks of chance in drawing, and nobody drew."
            ),
            mend=message(
                "Leave the design out; weights may stay. If respondents were drawn at "
                "random, write sample: probability in the questionnaire."
            ),
        )
    if study.sample is Sample.LIST and not sampling.fpc:
        raise Problem(
            "design-of-whole-list",
            where=place,
            found=message(
                "All on a list were asked (sample: list), and the design names no population size."
            ),
            expected=message(
                "no design, for nothing was left to chance; or fpc= with the length of the "
                "list, if only some of it were drawn."
            ),
            mend=message(
                "Leave the design out, name the population size, or write sample: probability."
            ),
        )
    if weight is not None and sampling.weight not in {None, weight}:
        raise Problem(
            "design-two-weights",
            where=place,
            found=message(
                "The design weighs by {weight}, and {other} is asked for.",
                weight=sampling.weight,
                other=weight,
            ),
            expected=message("one weight."),
            mend=message("Leave one of them out."),
        )
    return replace(sampling, weight=sampling.weight or weight)


def matches(name: str, pattern: str) -> bool:
    """True for a column of that name, brackets and all, or one that the pattern fits."""
    return name == pattern or fnmatchcase(name, pattern)


def columns_named(patterns: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The columns among `known` that the patterns name, in their order for each pattern.

    Raises a Problem for a pattern that names none.
    """
    names: list[str] = []
    for pattern in patterns:
        found = [name for name in known if matches(name, pattern)]
        if not found:
            raise Problem(
                "design-column-unknown",
                where=Where(name=pattern),
                found=message("No column is called {pattern}.", pattern=pattern),
                expected=message("a column of the answers."),
                mend=did_you_mean(pattern, known) or message("Correct the name."),
            )
        names += found
    return tuple(dict.fromkeys(names))
