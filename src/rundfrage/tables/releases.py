"""Which columns are withheld, because with those shown before they would tell of a small group.

What was shown of a survey is kept in an *account*: for each question and each *population* (all,
or those for whom a condition holds) how many answered, and how often each answer was given. So it
holds numbers that were shown and the conditions that were asked for, and nothing of a respondent:
who belongs to a population is looked up in the answers each time.

A column is withheld if it tells of a group under the threshold together with others of the same
question (see differencing.py), and if it was shown before and so few answers came or went since
that the difference tells of them. What was shown stays shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol

import numpy as np

from rundfrage.codebook import VariableType
from rundfrage.dataset import Coded, Dataset
from rundfrage.dataset.respondents import Flags, Respondents
from rundfrage.errors import Problem
from rundfrage.rules import And, Compare, Condition, Contains, Not, fold, parse, write
from rundfrage.tables.differencing import Together
from rundfrage.tables.table import Note

INTERVIEWS = ""
"""In the place of a question: how many respondents there are."""
EVERYBODY = ""
"""The population without a condition."""
MEAN = "mean of the answers"
"""Among the counts of numbers: it can't be added up, and stands there of unweighted ones alone."""


@dataclass(frozen=True)
class Shown:
    """What was shown of a population: how many answered, and how often each answer was given."""

    population: str
    base: int
    counts: Mapping[str, int] = field(default_factory=dict)


Decision = Callable[[Sequence[Shown]], Sequence[Shown]]
"""From what was shown of a question to what is shown besides."""


class Account(Protocol):
    """What was shown of a survey; nobody else decides while one does."""

    def settle(self, question: str, decide: Decision) -> None:
        """Note what is decided, before anybody sees it."""
        ...


@dataclass(frozen=True, eq=False)
class Releases:
    """The place where columns are released: answers of everybody, the account, the threshold.

    `where` is the condition for all that is counted; `groups` are banners that were made for the
    occasion, each of those for whom a condition holds and the others. `withheld_columns` gathers
    the question and the population of each column that was withheld because of what was shown.
    """

    everybody: Dataset
    account: Account
    threshold: int
    where: Condition | None = None
    groups: Mapping[str, Condition] = field(default_factory=dict)
    withheld_columns: set[tuple[str, str]] = field(default_factory=set)
    _found: dict[str, Flags] = field(default_factory=dict)
    """Who is in a population, once it was looked up."""
    _together: dict[tuple[bytes, ...], Together] = field(default_factory=dict)
    """What sets tell together: the same for all questions that the same people answered."""

    @property
    def limit(self) -> Mapping[str, str]:
        """The threshold, as notes say it."""
        return {"threshold": str(self.threshold)}

    def grouped(self, banner: str, condition: Condition) -> Releases:
        """With a banner of two columns: who fulfils the condition, and who doesn't."""
        return replace(self, groups={**self.groups, banner: condition})

    def populations(self, banner: str | None, names: Sequence[str]) -> tuple[str, ...]:
        """The population of each column of a banner, the first of which is everybody."""
        columns = [] if banner is None else [self._column(banner, one) for one in names[1:]]
        return (self._named(), *map(self._named, columns))

    def withheld(self, question: str, columns: Mapping[int, Shown]) -> Mapping[int, Note]:
        """Which of the columns are not to be shown, and why; the others are noted as shown.

        Columns are asked for in order of their places.
        """
        found: dict[int, Note] = {}

        def decide(known: Sequence[Shown]) -> Sequence[Shown]:
            desk = _Desk(self, question, list(known))
            for place in sorted(columns):
                note = desk.refusal(columns[place])
                if note is not None:
                    found[place] = note
            return desk.new

        self.account.settle(question, decide)
        self.withheld_columns.update((question, columns[place].population) for place in found)
        return found

    def refusal(self, condition: Condition | None = None) -> Note | None:
        """Why the number of those for whom the condition and `where` hold can't be shown, if so.

        That nobody is like that can be shown as little as that few are, and that two conditions
        count the same people as little as that they count nearly the same.
        """
        population = self._named(condition)
        number = int(self._members(population).sum())
        if population != EVERYBODY and number < self.threshold:
            return Note("withheld-small", self.limit)
        everybody = Shown(EVERYBODY, self.everybody.n)
        columns = {0: everybody, 1: Shown(population, number)}
        return self.withheld(INTERVIEWS, columns).get(1)

    def answering(self, question: str, population: str) -> Flags:
        """Who of a population answered the question, shape (n,); raises a Problem as rules do."""
        members = self._members(population)
        if question == INTERVIEWS:
            return members
        column = self.everybody.columns[question]
        answers = column.codes if isinstance(column, Coded) else column.reasons
        return np.asarray(members & (answers >= 0))

    def together(self, released: Sequence[Flags], wanted: Flags) -> Together:
        """What the wanted set and the released ones tell together."""
        key = tuple(sha256(np.packbits(one).data).digest() for one in (*released, wanted))
        found = self._together.get(key)
        if found is None:
            found = self._together[key] = Together(released, wanted, self.threshold)
        return found

    def _members(self, population: str) -> Flags:
        if population not in self._found:
            dataset = self.everybody
            world = Respondents(dataset.codebook, dataset.columns, dataset.n)
            self._found[population] = (
                np.ones(dataset.n, bool)
                if population == EVERYBODY
                else fold(parse(population), world)
            )
        return self._found[population]

    def _column(self, banner: str, name: str) -> Condition:
        if banner in self.groups:
            inside = self.groups[banner]
            return inside if name == "inside" else Not(inside)
        if self.everybody.codebook[banner].type is VariableType.MULTIPLE:
            return Contains(name, banner)
        return Compare(banner, "==", name)

    def _named(self, condition: Condition | None = None) -> str:
        """The population of those for whom this and `where` hold; the same words for the same."""
        parts = {write(part): part for one in (self.where, condition) for part in _parts(one)}
        ordered = [parts[words] for words in sorted(parts)]
        if not ordered:
            return EVERYBODY
        return write(And(tuple(ordered)) if len(ordered) > 1 else ordered[0])


def _parts(condition: Condition | None) -> Iterator[Condition]:
    match condition:
        case None:
            return
        case And(parts):
            for part in parts:
                yield from _parts(part)
        case Not(Not(part)):
            yield from _parts(part)
        case _:
            yield condition


def _together_with(populations: Sequence[str], limit: Mapping[str, str]) -> Note:
    named = sorted(filter(None, populations))
    if named:
        return Note("withheld", {"groups": " · ".join(named), **limit})
    return Note("withheld-everybody" if populations else "withheld-small", limit)


@dataclass
class _Desk:
    """One question while it is decided on; `known` was shown before, `new` is shown now."""

    releases: Releases
    question: str
    known: list[Shown]
    new: list[Shown] = field(default_factory=list)
    _sets: dict[str, Flags] = field(default_factory=dict)

    def refusal(self, wanted: Shown) -> Note | None:
        """Why it isn't shown; if it is, it is noted."""
        if wanted in self.known or not wanted.base:
            return None
        for one in self.known:
            self._place(one.population)
        note = self._since(wanted) or self._together(wanted) or self._alike(wanted)
        if note is None:
            self._place(wanted.population)
            self.known.append(wanted)
            self.new.append(wanted)
        return note

    def _together(self, wanted: Shown) -> Note | None:
        """Whether it tells of a small group together with what was shown of others."""
        if wanted.population in self._sets:
            return None
        members = self.releases.answering(self.question, wanted.population)
        told = self.releases.together([*self._sets.values()], members).telling
        if told is None:
            return None
        others = [*self._sets]
        return _together_with([others[place] for place in told], self.releases.limit)

    def _alike(self, wanted: Shown) -> Note | None:
        """Whether it is the same people in other words, where their number itself is asked for."""
        if self.question != INTERVIEWS or wanted.population in self._sets:
            return None
        members = self.releases.answering(INTERVIEWS, wanted.population)
        for population, others in self._sets.items():
            if np.array_equal(members, others):
                return _together_with([population], self.releases.limit)
        return None

    def _since(self, wanted: Shown) -> Note | None:
        """Whether so few answers came or went since that the difference would tell of them."""
        earlier = [one for one in self.known if one.population == wanted.population]
        for one in (*earlier, *self._computed(wanted)):
            change = abs(wanted.base - one.base)
            both = wanted.counts.keys() & one.counts.keys()
            swapped = not change and any(wanted.counts[name] != one.counts[name] for name in both)
            if swapped or 0 < change < self.releases.threshold:
                return Note("withheld-few-new", self.releases.limit)
        return None

    def _computed(self, wanted: Shown) -> Iterator[Shown]:
        """What others that were shown make of the population, by adding and subtracting."""
        sets = {name: one for name, one in self._sets.items() if name != wanted.population}
        members = self.releases.answering(self.question, wanted.population)
        made = self.releases.together([*sets.values()], members).made_of
        if made is None:
            return
        largest = {one.population: one for one in sorted(self.known, key=lambda shown: shown.base)}
        parts = [(largest[[*sets][place]], times) for place, times in made]
        rows = [set(one.counts) - {MEAN} for one, _ in parts]
        yield Shown(
            wanted.population,
            sum(one.base * times for one, times in parts),
            {
                name: sum(one.counts[name] * times for one, times in parts)
                for name in set(wanted.counts).intersection(*rows)
            },
        )

    def _place(self, population: str) -> None:
        """Look up who is in the population and answered; one by other variables tells nothing."""
        if population in self._sets:
            return
        try:
            self._sets[population] = self.releases.answering(self.question, population)
        except (KeyError, Problem):
            # The questionnaire has changed since, and nobody knows any more who that was.
            return
