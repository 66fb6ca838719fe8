"""A route as formulas of a solver (z3): who may answer what, and who comes by where.

Only finitely many cells of answers can be told apart, so that each is a truth value, and every
question about the route has an answer: the solver is complete here, if it gets the time.
Importing this module loads the solver; see `prove` for what is asked of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import z3

from rundfrage.rules.answer_space import Amount, Answer, Single, SomeOf, cells, true_of
from rundfrage.rules.bond import Bond, Order, Total
from rundfrage.rules.expression import Algebra, Compare, Condition, Literal_, Operator, atoms, fold
from rundfrage.rules.route import Slot, Stop

Formula: TypeAlias = Any
"""A formula of the solver, which ships no types."""
Verdict = Literal["possible", "impossible", "unknown"]

Cell = tuple[Single, frozenset[Compare], Formula]
"""An example of its answers, the comparisons that hold for them, and its name in the solver."""

EFFORT = 1_000_000
"""How much the solver may try for one question, in its own unit (a second or two at most).

A unit of work instead of time makes the verdict the same on every machine.
"""


class World:
    """One solver, and the respondents that it has been told of.

    It has a context of its own, because z3's global one may not be used by two threads.
    """

    def __init__(self, effort: int = EFFORT) -> None:
        self.context = z3.Context()
        self.solver = z3.SolverFor("QF_FD", ctx=self.context)
        self.solver.set("rlimit", effort)
        self.respondents = 0


@dataclass(frozen=True)
class Found:
    """A respondent that the solver has found."""

    model: Any
    cells: Mapping[str, Sequence[Cell]]
    marks: Mapping[str, Mapping[str, Formula]]
    runs: Mapping[str, Sequence[tuple[Decimal, Decimal]]]
    totals: Sequence[tuple[tuple[str, ...], Decimal]]

    def answers(self) -> dict[str, Answer]:
        """What the respondent answers."""
        given: dict[str, Answer] = {}
        for name, cells_ in self.cells.items():
            for answer, _, cell in cells_:
                if self.true(cell):
                    given[name] = answer
        for name, marks in self.marks.items():
            chosen = frozenset(word for word, mark in marks.items() if self.true(mark))
            if chosen:
                given[name] = chosen
        for names, total in self.totals:
            given |= self._added_up(names, total)
        return given

    def _added_up(self, names: Sequence[str], total: Decimal) -> dict[str, Answer]:
        """Numbers of the runs that the solver chose, which add up to the total."""
        chosen = {name: run for name in names
                  for (*_, cell), run in zip(self.cells[name], self.runs[name], strict=True)
                  if self.true(cell)}  # fmt: skip
        rest = total - sum(low for low, _ in chosen.values())
        given: dict[str, Answer] = {}
        for name, (low, high) in chosen.items():
            more = min(high - low, rest)
            given[name] = low + more
            rest -= more
        return given

    def true(self, name: Formula) -> bool:
        """Whether what is named so holds for the respondent."""
        return bool(z3.is_true(self.model[name]))


class Encoding(Algebra[Formula]):
    """The formulas of a route, and one solver that has been told them.

    `stops` are essential ones; with `tracked` each stop's rules hold only if `rules[i]` is assumed,
    so that the solver can name those that it needs for a contradiction. In one `world` several
    respondents may take the route, each by an encoding of their own. A `stepwise` encoding knows
    of no stop before it is told: of fewer stops the solver answers faster.
    """

    def __init__(
        self,
        stops: Sequence[Stop],
        *,
        tracked: bool = False,
        stepwise: bool = False,
        world: World | None = None,
    ) -> None:
        world = world or World()
        self._context = world.context
        self._solver = world.solver
        self._prefix = world.respondents
        world.respondents += 1
        self._comparisons: dict[str, list[Compare]] = {}
        self._notice(stops)
        self._cells: dict[str, list[Cell]] = {}
        self._marks: dict[str, dict[str, Formula]] = {}
        self._runs: dict[str, list[tuple[Decimal, Decimal]]] = {}
        self._totals: list[tuple[tuple[str, ...], Decimal]] = []
        self._given: dict[str, Formula] = {}
        self._conditions: dict[Condition, Formula] = {}
        self.rules: list[Formula] = []
        self.shown: list[Formula] = []
        self._stops = stops
        self._tracked = tracked
        if not stepwise:
            self.tell(len(stops) - 1)

    def tell(self, last: int) -> None:
        """Tell the solver of the stops up to the last one, as far as it doesn't know them."""
        for at in range(len(self.shown), last + 1):
            rule = self._truth(f"rule {at}") if self._tracked else self.all_of([])
            self.rules.append(rule)
            self.shown.append(self._stop(at, self._stops[at], rule))

    def ask(self, *wanted: Formula) -> Verdict:
        """Whether some respondent fulfils all that is wanted."""
        verdict = self._solver.check(*wanted)
        if verdict == z3.sat:
            return "possible"
        return "impossible" if verdict == z3.unsat else "unknown"

    def found(self) -> Found:
        """The respondent that the last question found."""
        return Found(self._solver.model(), self._cells, self._marks, self._runs, self._totals)

    def contradiction(self) -> frozenset[int]:
        """The stops whose rules made the last question impossible (if tracked)."""
        core = {str(one) for one in self._solver.unsat_core()}
        return frozenset(at for at, rule in enumerate(self.rules) if str(rule) in core)

    def holds(self, condition: Condition | None) -> Formula:
        """The condition as a formula."""
        if condition is None:
            return self.all_of([])
        if condition not in self._conditions:
            self._conditions[condition] = fold(condition, self)
        return self._conditions[condition]

    def led_to(self, at: int) -> list[Formula]:
        """What must hold for a respondent to come before the condition of the stop."""
        page = self._stops[at].page
        if page is not None:
            return [self.shown[page]]
        ends = [place for place in range(at) if self._stops[place].ends]
        return [self.negation(self.shown[place]) for place in ends]

    def differ(self, one: Condition, other: Condition) -> Formula:
        """Whether the two conditions come to different things."""
        return z3.Xor(self.holds(one), self.holds(other))

    def compare(self, variable: str, operator: Operator, value: Literal_) -> Formula:
        """One of the cells for which it is true."""
        atom = Compare(variable, operator, value)
        if atom not in self._conditions:
            true = [cell for _, holds, cell in self._cells[variable] if atom in holds]
            self._conditions[atom] = self.any_of(true)
        return self._conditions[atom]

    def contains(self, variable: str, category: str) -> Formula:
        """The category's mark."""
        return self._marks[variable][category]

    def answered(self, variable: str) -> Formula:
        """One of the cells, or a mark."""
        return self._given[variable]

    def count(self, variable: str, operator: Operator, number: int) -> Formula:
        """So many marks, and one at least."""
        return self.all_of(
            [self._given[variable], self._number(list(self._marks[variable].values()),
                                                 operator, number)]
        )  # fmt: skip

    def all_of(self, parts: Sequence[Formula]) -> Formula:
        """Conjunction."""
        return z3.And(*parts) if parts else z3.BoolVal(val=True, ctx=self._context)

    def any_of(self, parts: Sequence[Formula]) -> Formula:
        """Disjunction."""
        return z3.Or(*parts) if parts else z3.BoolVal(val=False, ctx=self._context)

    def negation(self, part: Formula) -> Formula:
        """Negation."""
        return z3.Not(part)

    def _truth(self, name: str) -> Formula:
        return z3.Bool(f"{self._prefix} {name}", self._context)

    def _notice(self, stops: Sequence[Stop]) -> None:
        """Which comparisons there are: they cut the answers into cells."""
        for stop in stops:
            for atom in atoms(stop.condition) if stop.condition is not None else ():
                if isinstance(atom, Compare):
                    self._comparisons.setdefault(atom.variable, []).append(atom)
            for slot in stop.slots:
                if slot.of is not None:
                    self._comparisons.setdefault(slot.of[0], []).append(_chose(slot.of))

    def _stop(self, at: int, stop: Stop, rule: Formula) -> Formula:
        """Tell the solver the rules of the stop; whether it is reached."""
        shown = self._truth(f"shown {at}")
        rules = [shown == self.all_of([*self.led_to(at), self.holds(stop.condition)])]
        for slot in stop.slots:
            if isinstance(slot.space, SomeOf):
                self._solver.add(*self._some(slot.variable, slot.space))
            else:
                self._solver.add(*self._single(slot, stop.bond))
            given = self._given[slot.variable]
            rules.append(z3.Implies(given, shown))
            if slot.of is not None:
                self._solver.add(z3.Implies(given, self._chosen(slot.of)))
            elif stop.required and not slot.excused and not isinstance(stop.bond, Order):
                rules.append(z3.Implies(shown, given))
        if isinstance(stop.bond, Order) and stop.slots:
            ranking, whole = self._ranking(stop.slots)
            self._solver.add(*ranking)
            if stop.required:
                given = [self._given[slot.variable] for slot in stop.slots]
                excused = all(slot.excused for slot in stop.slots)
                none = z3.Not(self.any_of(given)) if excused else self.any_of([])
                rules.append(z3.Implies(shown, self.any_of([whole, none])))
        elif isinstance(stop.bond, Total) and stop.slots:
            self._solver.add(*self._adding_up(stop.slots, stop.bond.total))
        self._solver.add(*(z3.Implies(rule, one) for one in rules))
        return shown

    def _single(self, slot: Slot, bond: Bond | None) -> list[Formula]:
        """The cells of a variable with one answer at most.

        A rank has a cell an answer, and of numbers that add up each cell is one run of them.
        """
        assert not isinstance(slot.space, SomeOf)  # noqa: S101 - its caller has looked
        name = slot.variable
        compared = self._comparisons.get(name, [])
        if isinstance(bond, Order):
            compared = [*compared, *(Compare(name, "==", float(rank)) for rank in _ranks(slot))]
        if isinstance(bond, Total):
            assert isinstance(slot.space, Amount)  # noqa: S101 - numbers alone add up
            self._runs[name] = slot.space.stretches(one.value for one in compared)
            starts: list[Single] = [low for low, _ in self._runs[name]]
            found = [(start, true_of(slot.space, start, compared)) for start in starts]
        else:
            found = cells(slot.space, compared)
        self._cells[name] = [
            (answer, true, self._truth(f"{name} {at}")) for at, (answer, true) in enumerate(found)
        ]
        formulas = [cell for *_, cell in self._cells[name]]
        self._given[name] = self.any_of(formulas)
        return [z3.AtMost(*formulas, 1)] if len(formulas) > 1 else []

    def _some(self, name: str, space: SomeOf) -> list[Formula]:
        """The marks of a multiple choice and its bounds."""
        marks = {word: self._truth(f"{name} {at}") for at, word in enumerate(space.names)}
        self._marks[name] = marks
        given = self._given[name] = self.any_of(list(marks.values()))
        alone = [marks[word] for word in space.names if word in space.exclusive]
        free = [marks[word] for word in space.names if word not in space.exclusive]
        rules = [z3.AtMost(*alone, 1)] if len(alone) > 1 else []
        if alone and free:
            rules.append(z3.Implies(self.any_of(alone), z3.Not(self.any_of(free))))
        if space.least is not None:
            rules.append(
                z3.Implies(z3.And(given, z3.Not(self.any_of(alone))),
                           self._number(free, ">=", space.least))
            )  # fmt: skip
        if space.most is not None:
            rules.append(self._number(free, "<=", space.most))
        return rules

    def _ranking(self, slots: Sequence[Slot]) -> tuple[list[Formula], Formula]:
        """That each rank is given once at most, after the rank before it; that all are given."""
        holders: list[list[Formula]] = [[] for _ in _ranks(slots[0])]
        for slot in slots:
            for answer, _, cell in self._cells[slot.variable]:
                holders[int(str(answer)) - 1].append(cell)
        used = [self.any_of(holder) for holder in holders]
        rules = [z3.AtMost(*holder, 1) for holder in holders if len(holder) > 1]
        rules += [z3.Implies(used[at], used[at - 1]) for at in range(1, len(used))]
        return rules, self.all_of(used)

    def _adding_up(self, slots: Sequence[Slot], total: Decimal) -> list[Formula]:
        """That all are given or none, and that numbers of their runs can add up to the total.

        Any sum from that of the first numbers of the runs to that of the last ones can be met,
        because all go by the same step.
        """
        self._totals.append((tuple(slot.variable for slot in slots), total))
        given = [self._given[slot.variable] for slot in slots]
        runs = (run for slot in slots for run in self._runs[slot.variable])
        factor = Decimal(10) ** max(-_exponent(number) for run in runs for number in (*run, total))
        ends: tuple[list[tuple[Formula, int]], ...] = ([], [])
        for slot in slots:
            pairs = zip(self._cells[slot.variable], self._runs[slot.variable], strict=True)
            for (*_, cell), run in pairs:
                for end, number in zip(ends, run, strict=True):
                    end.append((cell, int(number * factor)))
        least, most = ends
        wanted = int(total * factor)
        met = z3.And(z3.PbLe(least, wanted), z3.PbGe(most, wanted))
        return [*(one == given[0] for one in given[1:]), z3.Implies(given[0], met)]

    def _chosen(self, of: tuple[str, str]) -> Formula:
        variable, category = of
        if variable in self._marks:
            return self.contains(variable, category)
        return self.compare(variable, "==", category)

    def _number(self, marks: Sequence[Formula], operator: Operator, number: int) -> Formula:
        """So many of the marks are set."""
        match operator:
            case ">=":
                if number <= 0:
                    return self.all_of([])
                return z3.AtLeast(*marks, number) if number <= len(marks) else self.any_of([])
            case ">":
                return self._number(marks, ">=", number + 1)
            case "<":
                return z3.Not(self._number(marks, ">=", number))
            case "<=":
                return z3.Not(self._number(marks, ">=", number + 1))
            case "==":
                return z3.And(self._number(marks, ">=", number), self._number(marks, "<=", number))
            case "!=":
                return z3.Not(self._number(marks, "==", number))


def _chose(of: tuple[str, str]) -> Compare:
    return Compare(of[0], "==", of[1])


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _ranks(slot: Slot) -> Sequence[int]:
    """The ranks that the slot may hold."""
    high = getattr(slot.space, "high", None)
    return range(1, int(high or 0) + 1)
