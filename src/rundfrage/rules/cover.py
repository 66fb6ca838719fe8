"""A small set of answer patterns that leads to every stop, the smallest if that can be proved.

First each path takes in as many stops as go together. Then two proofs are tried that fewer paths
won't do: as many stops as there are paths, of which no two lie on one path; else the solver is
asked for a set with one path less, which is either found or impossible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rundfrage.progress import UNWATCHED, Progress, advance, heed
from rundfrage.rules.answer_space import Answer
from rundfrage.rules.encoding import EFFORT, Encoding, Formula, Verdict, World
from rundfrage.rules.route import Stop, essential, fewest, reached

_PROOF = "proof"
"""What is cancelled between two questions to the solver."""

_MOST_COPIES = 2_000
"""Stops times paths, up to which one path less is asked for: beyond that it takes too long."""


@dataclass(frozen=True)
class Path:
    """Answers, as few as will do, and the positions of the stops that they lead to."""

    answers: dict[str, Answer]
    visits: tuple[int, ...]


@dataclass(frozen=True)
class Cover:
    """Paths that together lead to all that can be reached; `smallest` if no fewer would do.

    `missed` are the positions of the wanted stops that no answers lead to, `unknown` those of
    which the solver can't say.
    """

    paths: tuple[Path, ...]
    smallest: bool
    missed: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def cover(
    stops: Sequence[Stop],
    wanted: Iterable[int],
    *,
    effort: int = EFFORT,
    progress: Progress = UNWATCHED,
) -> Cover:
    """Paths that together lead to all wanted stops that can be reached.

    Each path is a step; how many there will be is not known before.
    """
    search = _Search(essential(stops), effort, progress)
    paths = search.gathered(list(wanted))
    goals = [goal for goal in wanted if any(goal in path.visits for path in paths)]
    smallest = search.apart(goals, paths) >= len(paths)
    while not smallest and len(stops) * len(paths) <= _MOST_COPIES:
        verdict, fewer = search.with_paths(goals, len(paths) - 1)
        smallest = verdict == "impossible"
        if verdict != "possible":
            break
        paths = fewer
    return Cover(tuple(paths), smallest, tuple(search.missed), tuple(search.unknown))


class _Search:
    """Looks for paths; keeps the stops that none leads to."""

    def __init__(self, stops: Sequence[Stop], effort: int, progress: Progress) -> None:
        self.stops = stops
        self.effort = effort
        self.progress = progress
        self.encoding = Encoding(stops, world=World(effort))
        self.missed: list[int] = []
        self.unknown: list[int] = []

    def ask(self, *wanted: Formula) -> Verdict:
        """Whether somebody comes to all that is wanted; raises Cancelled if nobody is to look."""
        heed(self.progress, _PROOF)
        return self.encoding.ask(*wanted)

    def path(self, answers: dict[str, Answer], goals: Sequence[int]) -> Path:
        few = fewest(self.stops, answers, goals)
        flags = reached(self.stops, few)
        return Path(few, tuple(place for place, flag in enumerate(flags) if flag))

    def gathered(self, left: list[int]) -> list[Path]:
        """Paths of which each takes in what goes together, in the order of the stops."""
        paths: list[Path] = []
        while left:
            first = left[0]
            advance(self.progress, self.stops[first].name)
            verdict = self.ask(self.encoding.shown[first])
            if verdict != "possible":
                (self.missed if verdict == "impossible" else self.unknown).append(first)
                left = left[1:]
                continue
            path = self.path(*self.together(left))
            paths.append(path)
            seen = set(path.visits)
            left = [goal for goal in left if goal not in seen]
        return paths

    def together(self, left: Sequence[int]) -> tuple[dict[str, Answer], list[int]]:
        """Answers that lead to the first of the stops, and to as many more as go with it in turn.

        The solver has just found somebody who comes to the first.
        """
        shown = self.encoding.shown
        goals: list[int] = []
        found = self.encoding.found()
        for goal in left:
            wanted = [shown[one] for one in (*goals, goal)]
            if found.true(shown[goal]):
                goals.append(goal)
            elif self.ask(*wanted) == "possible":
                goals.append(goal)
                found = self.encoding.found()
        return found.answers(), goals

    def apart(self, goals: Sequence[int], paths: Sequence[Path]) -> int:
        """A number of stops of which no two lie on one path: no fewer paths will do."""
        on = {goal: {at for at, path in enumerate(paths) if goal in path.visits} for goal in goals}
        shown = self.encoding.shown
        chosen: list[int] = []
        for goal in sorted(goals, key=lambda one: len(on[one])):
            if len(chosen) == len(paths):
                break
            if all(
                not on[goal] & on[other] and self.ask(shown[goal], shown[other]) == "impossible"
                for other in chosen
            ):
                chosen.append(goal)
        return len(chosen)

    def with_paths(self, goals: Sequence[int], number: int) -> tuple[Verdict, list[Path]]:
        """So many paths that lead to all goals, or that there are none."""
        heed(self.progress, _PROOF)
        world = World(self.effort)
        copies = [Encoding(self.stops, world=world) for _ in range(number)]
        first = copies[0]
        verdict = first.ask(*(first.any_of([one.shown[goal] for one in copies]) for goal in goals))
        if verdict != "possible":
            return verdict, []
        found = [one.found().answers() for one in copies]
        flags = [reached(self.stops, answers) for answers in found]
        return verdict, [
            self.path(answers, [goal for goal in goals if seen[goal]])
            for answers, seen in zip(found, flags, strict=True)
        ]
