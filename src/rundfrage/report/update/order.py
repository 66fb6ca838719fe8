"""Merges orders: what the program printed, what people made of it, and what is to be printed now.

Items are told by keys. People's own items stay, items they took out stay out, an order they chose
stays; else the new order rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

OWN = "own "
"""Begins the key of an item that people added."""


def recognised(
    old: Sequence[str],
    keys: Sequence[str],
    edited: Sequence[str],
    proof: Callable[[int, int], bool] | None = None,
) -> list[str]:
    """The key of each edited label: that of the same old label, of the one it replaced, or OWN.

    `keys` are those of the `old` labels. `proof` tells by other marks whether an old label and an
    edited one, given by their places, are the same thing. Without it a label that was rewritten is
    known by its place between labels that stayed, or by being the only one.
    """
    before, after = ([" ".join(label.split()) for label in labels] for labels in (old, edited))
    found: dict[int, int] = {}
    left = list(range(len(old)))
    for at, label in enumerate(after):
        known = next((index for index in left if before[index] == label), None)
        if known is not None:
            found[at] = known
            left.remove(known)
    for index, at in _pairs(before, after) if proof is None else _proven(left, after, proof):
        if index in left and at not in found:
            found[at] = index
            left.remove(index)
    strange = [at for at in range(len(after)) if at not in found]
    if proof is None and len(left) == len(strange) == 1:
        found[strange[0]] = left[0]
    return [keys[found[at]] if at in found else f"{OWN}{at}" for at in range(len(after))]


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of labels that stand for each other between labels that stayed."""
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            yield from zip(range(a, b), range(c, d), strict=True)


def _proven(
    left: Sequence[int], after: Sequence[str], proof: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    return [(index, at) for at in range(len(after)) for index in left if proof(index, at)]


def merged(old: Sequence[str] | None, edited: Sequence[str], new: Sequence[str]) -> list[str]:
    """The keys in the order to be printed; `old` is None if what was printed isn't known."""
    known = set(edited)
    dropped = set() if old is None else {key for key in old if key not in known}
    wanted = [key for key in new if key not in dropped]
    if old is not None and _sorted_anew(old, edited):
        kept = [key for key in edited if key in new or key.startswith(OWN)]
        return _inserted(kept, [key for key in wanted if key not in known], wanted)
    own = [key for key in edited if key.startswith(OWN)]
    return _inserted(wanted, own, edited)


def _sorted_anew(old: Sequence[str], edited: Sequence[str]) -> bool:
    there = [key for key in edited if key in old]
    return there != [key for key in old if key in there]


def _inserted(keys: list[str], more: list[str], order: Sequence[str]) -> list[str]:
    """The keys with more of them, each after the one that it follows in `order`."""
    result = list(keys)
    for key in more:
        before = [one for one in order[: list(order).index(key)] if one in result]
        result.insert(result.index(before[-1]) + 1 if before else 0, key)
    return result
