"""The route through a questionnaire as the rules see it: a row of stops with conditions.

A *stop* is a page or a question. It is reached if its own condition holds and the page it lies on
is reached, or for a page: if no page before it that *ends* the route was reached. At a reached stop
its *slots* may be filled with answers, which later conditions see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rundfrage.rules.answer_space import COMPARISONS, Answer, SomeOf, Space
from rundfrage.rules.bond import Bond, Order
from rundfrage.rules.expression import Algebra, Condition, Literal_, Operator, atoms, fold

Answers = Mapping[str, Answer]
"""What one respondent answered, by variable; what is left blank is absent."""

MOST_RANKED = 50
"""Of a ranking of more items than that each rank is taken to be free of the others."""


@dataclass(frozen=True)
class Slot:
    """A variable that is filled at a stop.

    `of` is the variable and category without which the slot stays empty ("other, namely"); an
    `excused` slot may stay empty although its stop is required, as by "don't know".
    """

    variable: str
    space: Space
    of: tuple[str, str] | None = None
    excused: bool = False


@dataclass(frozen=True)
class Stop:
    """A page, or a question; `page` is the position of the stop that it lies on.

    A `bond` is what an answer in one slot says of the others. `shows` are the variables whose
    answers its texts repeat. Nobody gets any further who comes by a page that `ends`.
    """

    name: str
    condition: Condition | None = None
    page: int | None = None
    slots: tuple[Slot, ...] = ()
    required: bool = False
    bond: Bond | None = None
    shows: tuple[str, ...] = ()
    ends: bool = False

    @property
    def locks(self) -> bool:
        """True if an answer is required and there is none that would do."""
        return self.required and any(
            slot.space.empty for slot in self.slots if slot.of is None and not slot.excused
        )


class Respondent(Algebra[bool]):
    """The algebra in which a condition means: does it hold for this one respondent?"""

    def __init__(self, spaces: Mapping[str, Space], answers: Answers) -> None:
        self._spaces = spaces
        self._answers = answers

    def compare(self, variable: str, operator: Operator, value: Literal_) -> bool:
        """False without an answer."""
        answer, space = self._answers.get(variable), self._spaces[variable]
        if answer is None or isinstance(answer, frozenset) or isinstance(space, SomeOf):
            return False
        return space.holds(answer, operator, value)

    def contains(self, variable: str, category: str) -> bool:
        """The category was chosen."""
        answer = self._answers.get(variable)
        return isinstance(answer, frozenset) and category in answer

    def answered(self, variable: str) -> bool:
        """There is an answer."""
        return variable in self._answers

    def count(self, variable: str, operator: Operator, number: int) -> bool:
        """False without an answer."""
        answer = self._answers.get(variable)
        return isinstance(answer, frozenset) and COMPARISONS[operator](len(answer), number)

    def all_of(self, parts: Sequence[bool]) -> bool:
        """Every part holds."""
        return all(parts)

    def any_of(self, parts: Sequence[bool]) -> bool:
        """Some part holds."""
        return any(parts)

    def negation(self, part: bool) -> bool:  # noqa: FBT001 - truth is what this algebra is about
        """The part does not hold."""
        return not part


def reached(stops: Sequence[Stop], answers: Answers) -> list[bool]:
    """For each stop, whether a respondent who answers so comes by; answers elsewhere don't count.

    It walks the route with its own eyes, so that nothing rests on what a solver says.
    """
    given: dict[str, Answer] = {}
    spaces: dict[str, Space] = {}
    respondent = Respondent(spaces, given)
    flags: list[bool] = []
    ended = False
    for stop in stops:
        flag = not ended if stop.page is None else flags[stop.page]
        flag = flag and (stop.condition is None or fold(stop.condition, respondent))
        flags.append(flag)
        ended = ended or (flag and stop.ends)
        for slot in stop.slots:
            spaces[slot.variable] = slot.space
            if flag and slot.variable in answers:
                given[slot.variable] = answers[slot.variable]
    return flags


def fewest(stops: Sequence[Stop], answers: Answers, wanted: Iterable[int]) -> dict[str, Answer]:
    """The answers without those that can be left blank and still lead to the wanted stops."""
    goals = list(wanted)
    kept = dict(answers)
    for stop in reversed(stops):
        for names in _together(stop):
            here = {name: kept.pop(name) for name in names if name in kept}
            if here and not _leads(stops, kept, goals):
                kept |= here
    led = (stop for stop, flag in zip(stops, reached(stops, kept), strict=True) if flag)
    return {slot.variable: kept[slot.variable]
            for stop in led for slot in stop.slots if slot.variable in kept}  # fmt: skip


def _leads(stops: Sequence[Stop], answers: Answers, goals: Sequence[int]) -> bool:
    """True if a respondent may answer so and comes by the goals."""
    flags = reached(stops, answers)
    return all(flags[goal] for goal in goals) and all(
        _allowed(stop, slot, answers)
        for stop, flag in zip(stops, flags, strict=True)
        if flag
        for slot in stop.slots
    )


def _allowed(stop: Stop, slot: Slot, answers: Answers) -> bool:
    if slot.variable not in answers:
        return not stop.required or slot.excused or slot.of is not None
    if slot.of is None:
        return True
    answer = answers.get(slot.of[0])
    return slot.of[1] in answer if isinstance(answer, frozenset) else answer == slot.of[1]


def essential(stops: Sequence[Stop]) -> list[Stop]:
    """The same stops with those slots only that a condition or a text speaks of.

    Where no answer would do, none is required: that is a fault of its own.
    """
    used = {name for stop in stops for name in (*named(stop), *stop.shows)}
    used |= {
        slot.of[0] for stop in stops for slot in stop.slots if slot.of and slot.variable in used
    }
    return [
        replace(
            stop,
            slots=tuple(
                slot
                for slot in stop.slots
                if slot.variable in used
                or (stop.bond is not None and any(one.variable in used for one in stop.slots))
            ),
            required=stop.required and not stop.locks,
            bond=None if _too_large(stop) else stop.bond,
        )
        for stop in stops
    ]


def _too_large(stop: Stop) -> bool:
    return isinstance(stop.bond, Order) and len(stop.slots) > MOST_RANKED


def excerpt(stops: Sequence[Stop], kept: Iterable[int]) -> list[Stop]:
    """The stops at the kept positions alone, which hold the page of each of them."""
    places = {old: new for new, old in enumerate(sorted(kept))}
    return [
        replace(stops[old], page=None if (page := stops[old].page) is None else places[page])
        for old in places
    ]


def cone(stops: Sequence[Stop], at: int) -> frozenset[int]:
    """The stops that decide whether the stop is reached, itself included."""
    home = {slot.variable: place for place, stop in enumerate(stops) for slot in stop.slots}
    ends = [place for place, stop in enumerate(stops) if stop.ends]
    waiting, seen = [at], set[int]()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        stop = stops[place]
        waiting += [end for end in ends if end < place] if stop.page is None else [stop.page]
        waiting += [home[name] for name in named(stop)]
    return frozenset(seen)


def named(stop: Stop) -> Iterator[str]:
    """The variables that the stop's condition speaks of."""
    if stop.condition is not None:
        yield from (atom.variable for atom in atoms(stop.condition))


def _together(stop: Stop) -> Iterator[list[str]]:
    """The variables of the stop that are left blank one by one, or all at once."""
    if stop.bond is not None:
        yield [slot.variable for slot in stop.slots]
        return
    for slot in reversed(stop.slots):
        yield [slot.variable]
