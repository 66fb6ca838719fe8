"""Proves a route: everything is reached, no condition is idle, nobody is locked in.

Each fault is a *finding* at the position of its stop. Those that speak of respondents carry an
example: answers that lead there, as few as will do, walked again without the solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.rules.answer_space import Answer
from rundfrage.rules.encoding import EFFORT, Encoding, Formula, World
from rundfrage.rules.expression import And, Condition, Not, Or
from rundfrage.rules.route import Stop, cone, essential, excerpt, fewest

Path = dict[str, Answer]
MOST_PARTS = 60
"""A condition of more parts is not taken apart: each would be weighed against all others."""
PATIENCE = 5
"""After so many questions that the solver gave up no more are asked."""


@dataclass(frozen=True)
class NeverReached:
    """No answers lead to the stop.

    The rules of `because` (positions of earlier stops) stand against it; if there are none, its
    condition contradicts itself. A stop without a condition lies behind an end that nobody passes.
    """

    at: int
    because: tuple[int, ...]


@dataclass(frozen=True)
class AlwaysTrue:
    """The stop's condition holds for everybody who comes so far."""

    at: int
    because: tuple[int, ...]


@dataclass(frozen=True)
class IdlePart:
    """Without the part the stop's condition would come to the same for everybody.

    `place` leads to the part: the position in the whole condition, in that part, and so on. Of
    several parts each of which could go, those are named that can go together.
    """

    at: int
    part: Condition
    place: tuple[int, ...]


@dataclass(frozen=True)
class NeverShown:
    """The stop's texts repeat the variable's answer, which nobody has given who sees them."""

    at: int
    variable: str
    example: Path = field(hash=False)


@dataclass(frozen=True)
class LockedIn:
    """The stop requires an answer, and no answer would do."""

    at: int
    example: Path = field(hash=False)


@dataclass(frozen=True)
class NotProved:
    """The solver gave up; `rest` says that later stops were left out for that."""

    at: int
    rest: bool = False


Finding = NeverReached | AlwaysTrue | IdlePart | NeverShown | LockedIn | NotProved


def prove(
    stops: Sequence[Stop], *, effort: int = EFFORT, progress: Progress = UNWATCHED
) -> Iterator[Finding]:
    """The faults of the route in the order of its stops; a step each.

    A stop that is never reached has no further findings, and none of what lies on it is named.
    """
    proof = _Proof(stops, effort)
    given_up = 0
    for at in stepwise(range(len(stops)), progress, lambda at: stops[at].name):
        for finding in proof.findings(at):
            given_up += isinstance(finding, NotProved)
            if given_up == PATIENCE:
                yield NotProved(at, rest=True)
                return
            yield finding


def example(stops: Sequence[Stop], at: int, *, effort: int = EFFORT) -> Path | None:
    """The answers by which somebody comes to the stop; None if nobody does (or none was found)."""
    return _Proof(stops, effort).path(at)


class _Proof:
    """A route, its encoding, and what is known of its stops so far."""

    def __init__(self, stops: Sequence[Stop], effort: int) -> None:
        self.stops = stops
        self.effort = effort
        self.essential = essential(stops)
        self.encoding = Encoding(self.essential, stepwise=True, world=World(effort))
        self.seen = [False] * len(stops)

    def findings(self, at: int) -> Iterator[Finding]:
        stop = self.stops[at]
        if stop.page is not None and not self.seen[stop.page]:
            return
        self.encoding.tell(at)
        plain = stop.condition is None and (stop.page is not None or not self.encoding.led_to(at))
        verdict = "possible" if plain else self.encoding.ask(self.encoding.shown[at])
        if verdict == "unknown":
            # What lies on a page may be proved though the page is not.
            self.seen[at] = True
            yield NotProved(at)
        elif verdict == "impossible":
            yield NeverReached(at, self.reasons(at, holds=True))
        if verdict != "possible":
            return
        self.seen[at] = True
        if stop.locks:
            path = self.path(at)
            yield NotProved(at) if path is None else LockedIn(at, path)
        if stop.condition is not None:
            yield from self.condition(at)
        for variable in dict.fromkeys(stop.shows):
            yield from self.shows(at, variable)

    def condition(self, at: int) -> Iterator[Finding]:
        """What is wrong with a condition that holds for somebody."""
        stop = self.stops[at]
        assert stop.condition is not None  # noqa: S101 - its caller has looked
        context = self.encoding.led_to(at)
        against = [*context, self.encoding.negation(self.encoding.holds(stop.condition))]
        verdict = self.encoding.ask(*against)
        if verdict == "unknown":
            yield NotProved(at)
        elif verdict == "impossible":
            yield AlwaysTrue(at, self.reasons(at, holds=False))
        if verdict != "possible":
            return
        if sum(1 for _ in _parts(stop.condition)) <= MOST_PARTS:
            yield from self.idle(at, stop.condition, context)

    def idle(self, at: int, whole: Condition, context: list[Formula]) -> Iterator[Finding]:
        """The parts that can go; once one has gone, another may be that could not before."""
        condition = whole
        found = True
        while found:
            found = False
            for place in _parts(whole):
                thinner = _without(condition, place)
                if thinner is None:
                    continue
                verdict = self.encoding.ask(*context, self.encoding.differ(condition, thinner))
                if verdict == "unknown":
                    yield NotProved(at)
                    return
                if verdict == "impossible":
                    yield IdlePart(at, _part(whole, place), place)
                    condition = thinner
                    found = True

    def shows(self, at: int, variable: str) -> Iterator[Finding]:
        """Whether somebody who sees the stop's texts has answered what they repeat."""
        encoding = self.encoding
        verdict = encoding.ask(encoding.shown[at], encoding.answered(variable))
        if verdict == "unknown":
            yield NotProved(at)
        elif verdict == "impossible":
            path = self.path(at)
            yield NotProved(at) if path is None else NeverShown(at, variable, path)

    def path(self, at: int) -> Path | None:
        """Answers that lead to the stop, without those that can be left blank; None if unknown."""
        self.encoding.tell(at)
        if self.encoding.ask(self.encoding.shown[at]) != "possible":
            return None
        near = sorted(cone(self.essential, at))
        stops = excerpt(self.essential, near)
        names = {slot.variable for stop in stops for slot in stop.slots}
        found = self.encoding.found().answers()
        answers = {name: answer for name, answer in found.items() if name in names}
        return fewest(stops, answers, [near.index(at)])

    def reasons(self, at: int, *, holds: bool) -> tuple[int, ...]:
        """The stops whose rules keep the condition from holding, or from not holding.

        They are as few as leaving out one after the other finds; of those that everybody comes by
        and that ask for nothing there is nothing to be said.
        """
        near = sorted(cone(self.essential, at))
        stops = excerpt(self.essential, near)
        tracked = Encoding(stops, tracked=True, world=World(self.effort))
        here = near.index(at)
        goal = tracked.holds(stops[here].condition)
        wanted = [goal if holds else tracked.negation(goal), *tracked.led_to(here)]
        if tracked.ask(*wanted, *tracked.rules) != "impossible":
            return ()
        core = sorted(tracked.contradiction() - {here})
        for one in list(core):
            fewer = [tracked.rules[place] for place in core if place != one]
            if tracked.ask(*wanted, *fewer) == "impossible":
                core.remove(one)
        return tuple(
            near[place]
            for place in core
            if stops[place].condition is not None
            or stops[place].required
            or not self.seen[near[place]]
        )


def _parts(condition: Condition, at: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """The places of all parts of ands and ors: a whole before what is in it, the last first."""
    match condition:
        case And(parts) | Or(parts):
            for place in reversed(range(len(parts))):
                yield (*at, place)
            for place in reversed(range(len(parts))):
                yield from _parts(parts[place], (*at, place))
        case Not(part):
            yield from _parts(part, (*at, 0))
        case _:
            return


def _part(condition: Condition, where: tuple[int, ...]) -> Condition:
    """The part at the place."""
    for place in where:
        match condition:
            case And(parts) | Or(parts):
                condition = parts[place]
            case Not(part):
                condition = part
    return condition


def _without(condition: Condition, where: tuple[int, ...]) -> Condition | None:
    """The condition with nothing in place of the part; None if it has gone already.

    An empty And is true and an empty Or false, so that the other parts decide alone.
    """
    match condition, where:
        case (And(parts) | Or(parts)) as whole, (place, *rest):
            kind = type(whole)
            if not parts[place : place + 1] or _gone(parts[place]):
                return None
            inner: Condition | None = kind(())
            if rest:
                inner = _without(parts[place], tuple(rest))
            if inner is None:
                return None
            return kind((*parts[:place], inner, *parts[place + 1 :]))
        case Not(part), (_, *rest):
            inner = _without(part, tuple(rest))
            return None if inner is None else Not(inner)
    return None


def _gone(condition: Condition) -> bool:
    return isinstance(condition, And | Or) and not condition.parts
