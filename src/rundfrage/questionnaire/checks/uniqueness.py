"""Uniqueness: attributes that together single people out, at the number who are expected to answer.

Of n people who have each combination c of the attributes with probability p(c),

    n * sum over c of p(c) * P(Binomial(n - 1, p(c)) <= k - 2)

are expected to share theirs with fewer than k, themselves included; with k = 2 they are *alone*, as
in J. G. Bethlehem, W. J. Keller, J. Pannekoek, Disclosure Control of Microdata, Journal of the
American Statistical Association 85 (1990), 38-45; groups of k are those of L. Sweeney,
k-Anonymity, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002),
557-570. Where the shares of all attributes are known they are multiplied, as if independent. Else
the probabilities are those that leave most people alone: 1/n for as many combinations as there can
be.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from rundfrage.codebook import Variable, VariableType
from rundfrage.errors import Problem, all_of
from rundfrage.locales import Message, message
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.personal import asks_attribute
from rundfrage.questionnaire.checks.plan import Plan
from rundfrage.questionnaire.model import Question

FEW = 5
"""A group under this is small; reports withhold it."""
_UNBOUNDED = 100
"""How many answers a number has that is asked without bounds."""
_MOST_SHARES = 50_000
"""More shares that differ than these aren't multiplied."""
_WORST = 100
"""In the worst case one person in so many may be alone before it is worth a word."""


def check_uniqueness(ground: Ground) -> Iterator[Problem]:
    """A warning if attributes that aren't marked as identifying single people out together."""
    found = list(_attributes(ground))
    if len(found) < 2:  # noqa: PLR2004 - a combination
        return
    said = _said(found, ground.plan)
    if said is not None:
        first = found[0][0]
        yield Problem(
            "singles-people-out",
            where=ground.where(first.name, first.line),
            found=said,
            expected=message("attributes that several people have in common."),
            mend=message(
                "Ask for fewer or in coarser steps, say in targets.toml how people spread over the "
                "answers, or write {{identifying}} behind these questions: the notice tells "
                "respondents then."
            ),
            severity="warning",
        )


def expected_alone(respondents: int, shares: Mapping[Fraction, int], few: int = 2) -> float:
    """How many share their combination with fewer than `few`, themselves included.

    `shares` are the probabilities of the combinations, and how many have each.
    """
    return sum(
        count * respondents * float(share) * _at_most(few - 2, respondents - 1, float(share))
        for share, count in shares.items()
        if share
    )


def most_alone(respondents: int | None, combinations: int) -> float:
    """How many are alone where people spread as unluckily as they can.

    Without a number of respondents it is what the number can't exceed, however many there are.
    """
    if respondents is None:
        return (combinations - 1) / math.e
    evenly = respondents * (1 - 1 / combinations) ** (respondents - 1)
    if combinations >= respondents:
        return evenly
    rest = (respondents - combinations + 1) / respondents
    rare = (combinations - 1) * (1 - 1 / respondents) ** (respondents - 1)
    return max(evenly, rare + respondents * rest * (1 - rest) ** (respondents - 1))


def _said(found: Sequence[tuple[Question, Variable]], plan: Plan) -> Message | None:
    """What there is to warn of."""
    names = all_of(question.name for question, _ in found)
    shares = _combined([_shares(variable, plan) for _, variable in found])
    n = plan.respondents
    if n is not None and shares is not None:
        alone = expected_alone(n, shares)
        if alone < 1:
            return None
        return message(
            "{names} together: of {n} people some {alone} are expected to be the only ones with "
            "their answers, and {few} to share them with fewer than {group} in all (by the shares "
            "in targets.toml, as if independent).",
            names=names,
            n=n,
            alone=round(alone),
            few=round(expected_alone(n, shares, FEW)),
            group=FEW,
        )
    combinations = math.prod(_size(variable) for _, variable in found)
    alone = most_alone(n, combinations)
    if alone < max(1, (n or 0) / _WORST):
        return None
    if n is None:
        return message(
            "{names} together have {combinations} combinations: at worst some {alone} people are "
            "the only ones with theirs (how many answer and how they spread isn't known).",
            names=names,
            combinations=combinations,
            alone=round(alone),
        )
    return message(
        "{names} together have {combinations} combinations: at worst some {alone} of {n} people "
        "are the only ones with theirs (how they spread isn't known).",
        names=names,
        combinations=combinations,
        alone=round(alone),
        n=n,
    )


def _attributes(ground: Ground) -> Iterator[tuple[Question, Variable]]:
    for question, measured in zip(ground.questionnaire.questions, ground.measured, strict=True):
        own = [variable for variable in measured.variables if variable.of is None]
        if (
            not question.identifying
            and measured.battery is None
            and len(own) == 1
            and own[0].type in {VariableType.CATEGORICAL, VariableType.NUMERIC, VariableType.DATE}
            and asks_attribute(question.wording)
        ):
            yield question, own[0]


def _size(variable: Variable) -> int:
    """How many answers it has."""
    if variable.type is VariableType.CATEGORICAL:
        return len(variable.categories)
    if variable.low is None or variable.high is None:
        return _UNBOUNDED
    return max(1, int((variable.high - variable.low) / (variable.step or 1)) + 1)


def _shares(variable: Variable, plan: Plan) -> list[Fraction]:
    """The share of each answer; none if they aren't known. One left out has what is left."""
    given = plan.percents.get(variable.name, {})
    known = [given[one.name] for one in variable.categories if one.name in given]
    left = len(variable.categories) - len(known)
    if not known or left > 1:
        return []
    if left:
        known.append(max(0, 100 - sum(known)))
    total = sum(known)
    return [Fraction(one, total) for one in known] if total else []


def _combined(every: Sequence[Sequence[Fraction]]) -> Mapping[Fraction, int] | None:
    """The shares of all combinations and how many have each; None if some aren't known."""
    combined = Counter({Fraction(1): 1})
    for shares in every:
        if not shares or len(combined) * len(shares) > _MOST_SHARES:
            return None
        longer: Counter[Fraction] = Counter()
        for before, count in combined.items():
            for share in shares:
                longer[before * share] += count
        combined = longer
    return combined


def _at_most(most: int, draws: int, share: float) -> float:
    """The probability that of so many draws at most so many succeed."""
    return sum(
        math.comb(draws, hits) * share**hits * (1 - share) ** (draws - hits)
        for hits in range(min(most, draws) + 1)
    )
