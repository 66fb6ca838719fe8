"""An attacker who has both databases and every hourly backup, and knows how the program works.

For each interview the attacker names one target: an address, or a pass. Every *method* is one idea
of where a trace may be. Which methods are worth anything the attacker learns from surveys made up
for practice, where the truth is known: the best method of all is taken, and a regression weighs
all traces together. Only then come the surveys that count.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from linking_field import Loot, Row, Truth
from scipy.optimize import linear_sum_assignment

Guess = Sequence[int]
"""For each interview the number of a target."""
Numbers = npt.NDArray[np.float64]


@dataclass
class Seen:
    """What all backups together say of one row."""

    since: int
    first: Row
    last: Row
    touched: list[int]


@dataclass(frozen=True)
class Evidence:
    """What all backups together say of interviews and targets."""

    interviews: Sequence[Seen]
    targets: Sequence[Seen]
    passes: Sequence[Seen]
    uses: Sequence[Seen]
    letters: tuple[int, ...]


def evidence(loot: Loot, target: str) -> Evidence:
    """The evidence in the loot against the targets, which are "people" or "passes"."""
    return Evidence(
        _seen(loot, "interviews"),
        _seen(loot, target),
        _seen(loot, "passes") if target != "passes" else [],
        _seen(loot, "uses"),
        loot.letters,
    )


def _seen(loot: Loot, what: str) -> list[Seen]:
    found: dict[str, Seen] = {}
    for backup in loot.backups:
        for row in backup.tables.get(what, ()):
            seen = found.get(row.key)
            if seen is None:
                found[row.key] = Seen(backup.hour, row, row, [])
            elif row is not seen.last and (row.values, row.marks) != (
                seen.last.values,
                seen.last.marks,
            ):
                seen.last = row
                if backup.hour not in loot.letters:
                    seen.touched.append(backup.hour)
    return sorted(found.values(), key=lambda seen: seen.first.key)


def orders(rows: Sequence[Seen]) -> dict[str, list[int]]:
    """Every order that the rows can be put in by what is known of when and where they came."""
    keys: dict[str, Callable[[Seen], tuple[float, ...]]] = {
        "name": lambda _seen: (),
        "touched": lambda seen: (float(seen.touched[-1]) if seen.touched else 1e9,),
    }
    for mark in sorted({*rows[0].first.marks, *rows[0].last.marks}) if rows else ():
        keys |= {
            f"{mark} at first": lambda seen, mark=mark: (
                seen.since,
                seen.first.marks.get(mark, -1),
            ),
            f"{mark} at last": lambda seen, mark=mark: (seen.last.marks.get(mark, -1),),
            f"touched, {mark}": lambda seen, mark=mark: (
                seen.touched[-1] if seen.touched else 1e9,
                seen.last.marks.get(mark, -1),
            ),
        }
    return {
        name: sorted(range(len(rows)), key=lambda at, key=key: key(rows[at]))
        for name, key in keys.items()
    }


def by_touch(known: Evidence, chance: random.Random) -> Iterator[tuple[str, Guess]]:
    """Whatever about a target changed in the hour when the interview appeared."""
    marks = ["", *known.targets[0].last.marks]
    for mark in marks:
        left = set(range(len(known.targets)))
        guess = [-1] * len(known.interviews)
        for at in orders(known.interviews)[
            f"{mark} at first" if mark in known.interviews[0].first.marks else "name"
        ]:
            hour = known.interviews[at].since
            near = [one for one in left if hour in known.targets[one].touched]
            near.sort(key=lambda one, mark=mark: known.targets[one].last.marks.get(mark, 0.0))
            guess[at] = near[0] if near else chance.choice(sorted(left))
            left.discard(guess[at])
        yield f"touched in the same hour, {mark}", guess


def by_transaction(known: Evidence, chance: random.Random) -> Iterator[tuple[str, Guess]]:
    """The target written by the transaction nearest before: a server numbers them all in a row."""
    if any("transaction" not in rows[0].last.marks for rows in (known.interviews, known.targets)):
        return
    numbers = [seen.last.marks["transaction"] for seen in known.targets]
    for shift in (0, 1):
        guess = []
        for seen in known.interviews:
            before = [
                (seen.first.marks["transaction"] - number, chance.random(), at)
                for at, number in enumerate(numbers)
                if number <= seen.first.marks["transaction"] - shift
            ]
            guess.append(min(before)[2] if before else chance.randrange(len(numbers)))
        yield f"nearest transaction {shift}", guess


def by_order(known: Evidence, _chance: random.Random) -> Iterator[tuple[str, Guess]]:
    """The same place in two orders, directly or by way of the passes."""
    asked, told = orders(known.interviews), orders(known.targets)
    between = orders(known.passes) if known.passes else {}
    total, many = len(known.targets), len(known.interviews)
    starts = {"first": 0.0, "last": float(total - many), "spread": 0.0}
    for (one, by), (other, to), (how, start) in itertools.product(
        asked.items(), told.items(), starts.items()
    ):
        step = total / many if how == "spread" else 1.0
        places = [min(total - 1, int(start + step * rank)) for rank in range(many)]
        guess = [0] * many
        for rank, at in enumerate(by):
            guess[at] = to[places[rank]]
        yield f"{one} = {other}, {how}", guess
        if one != "lies at first" or len(known.passes) != total:
            continue
        for (name, into), (next_name, out) in itertools.permutations(between.items(), 2):
            rank_of = {at: rank for rank, at in enumerate(out)}
            guess = [0] * many
            for rank, at in enumerate(by):
                guess[at] = to[rank_of[into[places[rank]]]]
            yield f"{one} = {name} = {next_name} = {other}, {how}", guess


def used_targets(known: Evidence) -> set[int]:
    """The places of targets of which a use holds a value that is made of one of theirs."""
    made = _made(known)
    return {made[one] for seen in known.uses for one in _octets(seen.first.values) if one in made}


def _made(known: Evidence) -> dict[bytes, int]:
    """All that can be made of values of targets, and the place of the target."""
    return {
        form: at
        for at, seen in enumerate(known.targets)
        for value in _octets(seen.last.values)
        for form in _forms(value)
    }


def by_value(known: Evidence, chance: random.Random) -> Iterator[tuple[str, Guess]]:
    """A value of the interview, or of a use, that is made of a value of the target."""
    made = _made(known)
    guess = [
        next((made[one] for one in _octets(seen.first.values) if one in made), -1)
        for seen in known.interviews
    ]
    yield "made of it", [one if one >= 0 else chance.randrange(len(known.targets)) for one in guess]
    # A use that is made of the target, taken for the interview that came next to it.
    uses = [
        next((made[one] for one in _octets(seen.first.values) if one in made), -1)
        for seen in known.uses
    ]
    if len(uses) == len(known.interviews):
        for name, asked in orders(known.interviews).items():
            for other, used in orders(known.uses).items():
                linked = [0] * len(uses)
                for at, use in zip(asked, used, strict=True):
                    linked[at] = (
                        uses[use] if uses[use] >= 0 else chance.randrange(len(known.targets))
                    )
                yield f"use made of it: {name} = {other}", linked


def _octets(values: Sequence[object]) -> Iterator[bytes]:
    for value in values:
        if isinstance(value, bytes | memoryview):
            yield bytes(value)
            yield bytes(value).hex().encode()
        elif isinstance(value, str) and len(value) > 8:
            yield value.encode()


def _forms(value: bytes) -> Iterator[bytes]:
    yield value
    for before in (b"", b"interview:", b"token:", b"spent:", b"nullifier\0", b"admission\0"):
        for digest in (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha384, hashlib.sha512):
            made = digest(before + value)
            yield made.digest()
            yield made.hexdigest().encode()
            yield made.hexdigest()[:32].encode()


def by_letters(known: Evidence, chance: random.Random) -> Iterator[tuple[str, Guess]]:
    """Whoever was invited last has answered first."""
    for newest in (True, False):
        guess = []
        for seen in known.interviews:
            ready = [at for at, one in enumerate(known.targets) if one.since < seen.since]
            of = {known.targets[at].since for at in ready}
            when = max(of) if newest else min(of)
            guess.append(chance.choice([at for at in ready if known.targets[at].since == when]))
        yield f"invited {'last' if newest else 'first'}", guess


METHODS = (by_touch, by_transaction, by_order, by_value, by_letters)


def attempts(known: Evidence, chance: random.Random) -> dict[str, Guess]:
    """What each method guesses."""
    return {name: guess for method in METHODS for name, guess in method(known, chance)}


def traces(known: Evidence) -> Numbers:
    """All traces of all pairs of interview and target, for the regression; shape (i, t, traces)."""
    when = np.array([seen.since for seen in known.interviews], float)
    since = np.array([seen.since for seen in known.targets], float)
    wait = (when[:, None] - since[None, :]) / 24
    found = [wait > 0, np.where(wait > 0, np.exp(-wait / 10), 0), wait == wait.min()]
    same = np.array(
        [[seen.since in one.touched for one in known.targets] for seen in known.interviews], float
    )
    found += [same, same / np.maximum(same.sum(1, keepdims=True), 1)]
    asked, told = orders(known.interviews), orders(known.targets)
    for one in ("lies at first", "transaction at first", "name"):
        if one not in asked:
            continue
        mine = _ranks(asked[one])
        for to in told.values():
            distance = np.abs(mine[:, None] - _ranks(to)[None, :])
            found += [distance, distance < 0.005]
    if all("transaction" in rows[0].last.marks for rows in (known.interviews, known.targets)):
        at = np.array([seen.first.marks["transaction"] for seen in known.interviews])
        by = np.array([seen.last.marks["transaction"] for seen in known.targets])
        apart = at[:, None] - by[None, :]
        found += [apart > 0, np.log1p(np.abs(apart)), (apart > 0) & (apart < 8)]
    if "bits" in known.targets[0].last.marks:
        bits = np.array([seen.last.marks["bits"] for seen in known.targets])
        found += [np.broadcast_to(bits != np.median(bits), wait.shape)]
    return np.stack([np.asarray(one, float) for one in found], axis=2)


def _ranks(order: Sequence[int]) -> Numbers:
    ranks = np.empty(len(order))
    ranks[list(order)] = np.arange(len(order)) / len(order)
    return ranks


@dataclass(frozen=True)
class Learned:
    """What was learned: the best method by its name, and the weights of the traces."""

    method: str
    weights: Numbers
    middle: Numbers
    spread: Numbers


def learn(practice: Sequence[tuple[Evidence, Mapping[str, str]]], chance: random.Random) -> Learned:
    """Learn from surveys whose truth is known: the target's key by the interview's."""
    scores: dict[str, float] = {}
    all_traces, all_true = [], []
    for known, truth in practice:
        for name, guess in attempts(known, chance).items():
            scores[name] = scores.get(name, 0.0) + share(known, guess, truth)
        all_traces.append(traces(known).reshape(-1, traces(known).shape[2]))
        all_true.append(_true(known, truth).reshape(-1))
    x, y = np.concatenate(all_traces), np.concatenate(all_true)
    middle, spread = x.mean(0), np.maximum(x.std(0), 1e-9)
    x = np.column_stack([(x - middle) / spread, np.ones(len(x))])
    weights = np.zeros(x.shape[1])
    for _ in range(12):
        chances = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (y - chances) - 1.0 * weights
        curve = (x * (chances * (1 - chances))[:, None]).T @ x + 1.0 * np.eye(x.shape[1])
        weights += np.clip(np.linalg.solve(curve, slope), -3, 3)
    return Learned(max(scores, key=lambda name: scores[name]), weights, middle, spread)


def attack(known: Evidence, learned: Learned, chance: random.Random) -> dict[str, Guess]:
    """The two guesses that the attacker ends with."""
    known_by = (
        guess
        for method in METHODS
        for name, guess in method(known, chance)
        if name == learned.method
    )
    method = next(known_by)
    score = ((traces(known) - learned.middle) / learned.spread) @ learned.weights[:-1]
    score += np.array([[chance.random() * 1e-9 for _ in known.targets] for _ in known.interviews])
    _, assigned = linear_sum_assignment(-score)
    return {learned.method: method, "regression": assigned.tolist()}


def linked_after_practice(
    practice: Sequence[tuple[Loot, Truth]], real: Sequence[tuple[Loot, Truth]], target: str
) -> dict[str, int]:
    """How many interviews of the real fields each guess links, after practice on the others."""
    chance = random.Random(7)

    def known(fields: Sequence[tuple[Loot, Truth]]) -> list[tuple[Evidence, Mapping[str, str]]]:
        return [
            (evidence(loot, target), truth.address if target == "people" else truth.pass_)
            for loot, truth in fields
        ]

    learned = learn(known(practice), chance)
    linked = {"best method": 0, "regression": 0}
    for one, truth in known(real):
        for name, guess in zip(linked, attack(one, learned, chance).values(), strict=True):
            linked[name] += hits(one, guess, truth)
    return linked


def share(known: Evidence, guess: Guess, truth: Mapping[str, str]) -> float:
    """The share of interviews that were linked to the right target."""
    return hits(known, guess, truth) / len(known.interviews)


def hits(known: Evidence, guess: Guess, truth: Mapping[str, str]) -> int:
    """How many interviews were linked to the right target."""
    return sum(
        known.targets[one].first.key == truth[seen.first.key]
        for one, seen in zip(guess, known.interviews, strict=True)
    )


def _true(known: Evidence, truth: Mapping[str, str]) -> Numbers:
    keys = np.array([seen.first.key for seen in known.targets])
    right = np.array([truth[seen.first.key] for seen in known.interviews])
    return (right[:, None] == keys[None, :]).astype(float)
