"""Attackers of watched fields: what each holding lets them guess, and how often they are right.

With the key and the mails (or a list of who got which code) the use of a pass is known for each
person. Whose answers are whose, an attacker then learns from delays: between the use of a pass and
the beginning and end of an interview, by whatever clock the holding has. How long people take is
learned from fields made up for practice. Without key or without mails there is the attack by all
traces (linking_attacker.py), whose rows here hold whatever the key or the mails add to them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from linking_attacker import (
    Evidence,
    Numbers,
    Seen,
    attack,
    by_value,
    hits,
    learn,
    used_targets,
)
from linking_field import Row
from scipy.optimize import linear_sum_assignment
from watched_field import COME, FIRST, INVITED, Watched

from rundfrage.fieldwork.participation.passes import read_pass


@dataclass(frozen=True)
class Tally:
    """How many guesses were right, and the share that is right by chance."""

    right: int
    guesses: int
    chance: float

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.guesses + other.guesses, self.chance)


def whether_by_key(real: Sequence[Watched], clock: str) -> Tally:
    """Who took part: those whose nullifier is there. Without a trace the attacker says no."""
    right = 0
    for field in real:
        came = set(field.truth.address.values())
        used = field.clocks[clock].used
        right += sum(
            (row in used) == (person in came) for person, row in field.nullifiers().items()
        )
    return Tally(right, INVITED * len(real), max(COME, INVITED - COME) / INVITED)


def when_by_key(practice: Sequence[Watched], real: Sequence[Watched], clock: str) -> Tally:
    """In which hour a pass was used: by the clock itself, or by the place in its order."""
    usual: dict[int, Counter[int]] = {}
    hours: Counter[int] = Counter()
    for field in practice:
        for place, (_, hour) in enumerate(_in_order(field, clock)):
            usual.setdefault(place, Counter())[hour] += 1
            hours[hour] += 1
    right = by_chance = guesses = 0
    [(commonest, _)] = hours.most_common(1)
    for field in real:
        for place, (at, hour) in enumerate(_in_order(field, clock)):
            guess = usual[place].most_common(1)[0][0] if clock == "copy" else int(at)
            right += guess == hour
            by_chance += hour == commonest
            guesses += 1
    return Tally(right, guesses, by_chance / guesses)


def _in_order(field: Watched, clock: str) -> list[tuple[float, int]]:
    used, truth = field.clocks[clock].used, field.clocks["hourly"].used
    return sorted((at, int(truth[row])) for row, at in used.items())


def which_by_key(practice: Sequence[Watched], real: Sequence[Watched], clock: str) -> Tally:
    """Whose interview is whose, by delays on that clock; chance is one of those who came."""
    chance = random.Random(7)
    best = max(_FEATURES, key=lambda name: _assigned(practice, practice, clock, name, chance))
    right = _assigned(practice, real, clock, best, chance)
    return Tally(right, COME * len(real), 1 / COME)


Feature = Callable[[Numbers], Numbers]


def _logarithmic(unit: float) -> Feature:
    return lambda apart: np.sign(apart) * np.floor(6 * np.log1p(np.abs(apart) / unit))


_FEATURES: Mapping[str, Sequence[Feature]] = {
    "whole": [np.round],
    "seconds": [_logarithmic(1 / 3600)],
    "seconds and hours": [_logarithmic(1 / 3600), np.round],
    "steps": [_logarithmic(1)],
    "order": [],
}
"""Ways to look at a delay; the order alone is always looked at."""


def _apart(field: Watched, clock: str) -> tuple[list[Numbers], Numbers]:
    """Delays of all pairs of interview and person, shape (i, p), and which pairs are right."""
    times = field.clocks[clock]
    person = {row: one for one, row in field.nullifiers().items()}
    used = sorted(times.used)
    interviews = sorted(field.truth.address)
    came = np.array([times.used[row] for row in used])
    found = []
    for ends in (times.begun, times.ended):
        went = np.array([ends.get(one, -1.0) for one in interviews])
        found += [went[:, None] - came[None, :], _places(went)[:, None] - _places(came)[None, :]]
    right = np.array(
        [[person.get(r) == field.truth.address[one] for r in used] for one in interviews]
    )
    return found, right


def _places(times: Numbers) -> Numbers:
    return np.argsort(np.argsort(times, kind="stable"), kind="stable").astype(float)


def _seen(delays: Sequence[Numbers], features: Sequence[Feature]) -> list[Numbers]:
    begun, begun_places, ended, ended_places = delays
    return [
        *(feature(one) for feature in features for one in (begun, ended)),
        begun_places,
        ended_places,
    ]


def _assigned(
    practice: Sequence[Watched],
    real: Sequence[Watched],
    clock: str,
    name: str,
    chance: random.Random,
) -> int:
    """How many are right when each interview is assigned the likeliest person."""
    mine: list[Counter[float]] = []
    all_: list[Counter[float]] = []
    for field in practice:
        delays, right = _apart(field, clock)
        for at, one in enumerate(_seen(delays, _FEATURES[name])):
            if at == len(mine):
                mine.append(Counter())
                all_.append(Counter())
            mine[at].update(one[right].tolist())
            all_[at].update(one.ravel().tolist())
    hits_ = 0
    for field in real:
        delays, right = _apart(field, clock)
        likely = np.zeros(right.shape)
        for at, one in enumerate(_seen(delays, _FEATURES[name])):
            own, every = sum(mine[at].values()), sum(all_[at].values())
            score = {
                value: np.log((mine[at][value] + 0.2) / (own + 2))
                - np.log((all_[at][value] + 1) / (every + 2))
                for value in set(one.ravel().tolist())
            }
            likely += np.vectorize(score.__getitem__)(one)
        noise = np.random.default_rng(chance.getrandbits(32)).random(right.shape)
        rows, columns = linear_sum_assignment(-(likely + 1e-6 * noise))
        hits_ += int(right[rows, columns].sum())
    return hits_


Known = tuple[Evidence, Mapping[str, str]]


def by_traces(practice: Sequence[Known], real: Sequence[Known]) -> dict[str, Tally]:
    """Who took part, and whose interview is whose, by all traces in all hourly backups."""
    chance = random.Random(7)
    learned = learn(practice, chance)
    linked = {"best method": 0, "regression": 0}
    interviews = targets = 0
    for one, truth in real:
        for name, guess in zip(linked, attack(one, learned, chance).values(), strict=True):
            linked[name] += hits(one, guess, truth)
        interviews += len(one.interviews)
        targets += len(one.targets)
    return {
        "whether": whether_by_traces(practice, real),
        "which": Tally(max(linked.values()), interviews, len(real) / targets),
    }


def whether_by_traces(practice: Sequence[Known], real: Sequence[Known]) -> Tally:
    """Who took part: of whom a use holds something, and then by the sign that tells most."""
    chance = random.Random(7)
    best = max(_signs(practice[0][0]), key=lambda sign: _told(practice, sign, chance))
    targets = sum(len(one.targets) for one, _ in real)
    share = sum(len(one.interviews) for one, _ in real) / targets
    return Tally(_told(real, best, chance), targets, max(share, 1 - share))


def by_values(practice: Sequence[Known], real: Sequence[Known]) -> Tally:
    """Whose interview is whose, by values alone that are made of one another."""
    chance = random.Random(7)
    scores: Counter[str] = Counter()
    for known, truth in practice:
        for name, guess in by_value(known, chance):
            scores[name] += hits(known, guess, truth)
    [(best, _)] = scores.most_common(1)
    right = sum(
        hits(known, guess, truth)
        for known, truth in real
        for name, guess in by_value(known, chance)
        if name == best
    )
    guesses = sum(len(known.interviews) for known, _ in real)
    return Tally(right, guesses, len(real) / sum(len(known.targets) for known, _ in real))


Sign = Callable[[Seen], float]
"""Something about the row of a target that may be larger or smaller for those who came."""


def _signs(known: Evidence) -> list[Sign]:
    found: list[Sign] = [lambda seen: len(seen.touched), lambda seen: -len(seen.touched)]
    for mark in known.targets[0].last.marks:
        for by in (1, -1):
            found += [
                lambda seen, mark=mark, by=by: by * seen.first.marks.get(mark, 0),
                lambda seen, mark=mark, by=by: by * seen.last.marks.get(mark, 0),
            ]
    return found


def _told(fields: Sequence[Known], sign: Sign, chance: random.Random) -> int:
    """How many are told rightly to have come or not, if those with the largest sign came."""
    right = 0
    for known, truth in fields:
        came = set(truth.values())
        used = used_targets(known)
        order = sorted(
            enumerate(known.targets),
            key=lambda one, used=used: (one[0] in used, sign(one[1]), chance.random()),
            reverse=True,
        )
        right += sum(
            (at < len(known.interviews)) == (seen.first.key in came)
            for at, (_, seen) in enumerate(order)
        )
    return right


def known_of(field: Watched, *, key: bool = False, mails: bool = False) -> Known:
    """The evidence of a field, with what the key and the mails add to what is known of targets.

    The targets are people where their addresses or the mails are there, else passes.
    """
    if "people" in field.backups:
        known, truth = field.backups["people"], field.truth.address
    elif mails:
        rows = [Row(person, (), {}) for person in sorted(field.passes)]
        targets = [Seen(FIRST, row, row, []) for row in rows]
        known, truth = replace(field.backups["passes"], targets=targets), field.truth.address
    else:
        known, truth = field.backups["passes"], field.truth.pass_
    made = []
    for seen in known.targets:
        values: list[object] = list(seen.last.values)
        if mails:
            values += [field.passes[seen.first.key], read_pass(field.passes[seen.first.key])]
        if key:
            texts = [value for value in values if isinstance(value, str)]
            values += [
                make(text) for text in texts for make in (field.key.admission, field.key.nullifier)
            ]
        made.append(replace(seen, last=replace(seen.last, values=tuple(values))))
    return replace(known, targets=made), truth
