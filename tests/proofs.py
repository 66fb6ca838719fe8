"""How much of all that could be tried is tried for every change, and how much by `make proof`.

A *proof* takes too long for every change: every seed, every example, every combination. `make test`
tries a part of each, so that no code is left without a test; `make proof` tries all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

FEWER = 4
"""A part is one of so many."""

TIMES = int(os.environ.get("RUNDFRAGE_TIMES", "1"))
"""How many times as many examples and repetitions a proof tries, where somebody has the time."""

_wanted = False


def configure(config: pytest.Config) -> None:
    """Whether proofs are wanted, before tests are collected: `-m proof`."""
    globals()["_wanted"] = config.option.markexpr == "proof"


def mark(items: Sequence[pytest.Item]) -> None:
    """Where proofs are wanted, tests of properties are: they then try all their examples."""
    if _wanted:
        for item in items:
            if is_hypothesis_test(getattr(item, "obj", None)):
                item.add_marker(pytest.mark.proof)


def examples(count: int, **more: Any) -> settings:
    """Settings of a property that is tried with so many examples in a proof, else with a part."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(
        **{"deadline": None, "suppress_health_check": slow, **more}, max_examples=part(count)
    )


def part(count: int) -> int:
    """How many of so many repetitions are tried: all in a proof."""
    return count * TIMES if _wanted else -(-count // FEWER)


def repeated(test: Callable[..., None]) -> Callable[..., None]:
    """A test that repeats something `part(count)` times: a proof too, where proofs are wanted."""
    return pytest.mark.proof(test) if _wanted else test


def spread(cases: Iterable[Any], every: int = FEWER) -> list[Any]:
    """The cases as parameters: each so-many-th is always tried, the others in proofs."""
    return [
        case if at % every == 0 else pytest.param(*_values(case), marks=pytest.mark.proof)
        for at, case in enumerate(cases)
    ]


def combined(*lists: Sequence[Any]) -> list[Any]:
    """All combinations of one of each list as parameters; in proofs but for some of them.

    Of any two lists, each value of the one meets each of the other in those that are always tried:
    they are far fewer, and find whatever fault two values make together.
    """
    places = list(product(*(range(len(values)) for values in lists)))
    return _marked(lists, places, _pairwise(places))


def paired(*lists: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Some combinations of one of each list, in which each two values of two lists meet."""
    places = list(product(*(range(len(values)) for values in lists)))
    return [
        tuple(values[at] for values, at in zip(lists, place, strict=True))
        for place in sorted(_pairwise(places))
    ]


def _marked(
    lists: Sequence[Sequence[Any]],
    places: Sequence[tuple[int, ...]],
    always: set[tuple[int, ...]],
) -> list[Any]:
    return [
        pytest.param(
            *(values[at] for values, at in zip(lists, place, strict=True)),
            marks=() if place in always else pytest.mark.proof,
        )
        for place in places
    ]


def each(*lists: Sequence[Any]) -> list[Any]:
    """All combinations of one of each list as parameters; in proofs but for a few.

    Those that are always tried hold each value of each list: for what costs seconds a case, and
    whose values hardly act on each other.
    """
    places = list(product(*(range(len(values)) for values in lists)))
    always = {tuple(at % len(values) for values in lists) for at in range(max(map(len, lists)))}
    return _marked(lists, places, always)


def _pairwise(places: Sequence[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """Some of the places in which all their pairs occur: the one with most new pairs, again."""
    pairs = {place: set(combinations(enumerate(place), 2)) for place in places}
    missing = set().union(*pairs.values())
    chosen = set()
    while missing:
        best = max(places, key=lambda place: len(pairs[place] & missing))
        chosen.add(best)
        missing -= pairs[best]
    return chosen


def _values(case: Any) -> tuple[Any, ...]:
    return case if isinstance(case, tuple) else (case,)
