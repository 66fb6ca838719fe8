"""Whom a slide speaks of, and how many of them answered: lines for its footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from rundfrage.errors import Problem
from rundfrage.look.clip import clip
from rundfrage.report.claims import Assertion, Binding, Bound, Evidence, Piece
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.waves import shown_name, wave_in
from rundfrage.report.claims.wordings.changes import spanned
from rundfrage.report.deck import Claim, Figure
from rundfrage.report.document.group_words import group_name
from rundfrage.report.words import compose, isolated

_MOST = 4
_WEIGHT = 40
_RANGES = {"group": "group-range", "group-base": "group-base-range"}


def group_bases(pieces: Sequence[Piece], evidence: Evidence) -> tuple[Claim, ...]:
    """A claim for each subgroup: its name, and how many of it answered the questions."""
    words = dict.fromkeys(one.subgroup for one in _bindings(pieces, evidence) if one.subgroup)
    claims = (_group(subgroup, pieces, evidence, "group") for subgroup in words)
    return tuple(claim for claim in claims if claim is not None)[:_MOST]


def common_bases(
    pieces: Sequence[Piece], evidence: Evidence, *, beside_group: bool = False
) -> tuple[Claim, ...]:
    """How many answered the questions that are spoken of for everybody, and how they are weighed.

    `beside_group` says that another base stands before it. Numbers of respondents have no base.
    """
    counts = _counts("", pieces, evidence)
    claims: list[Claim] = []
    if counts and beside_group:
        claims.append(_ranged("group", counts, evidence, evidence.words("everybody")))
    elif counts:
        low, high = counts[0], counts[-1]
        key = "base-plain" if low.value == high.value else "base-plain-range"
        claims.append(compose(evidence.words[key], n=low, low=low, high=high))
    weight = next((table.weight for table in evidence.tables), None)
    if weight is not None and any(_bindings(pieces, evidence)):
        claims.append(compose(evidence.words["weighted"], weight=clip(weight, _WEIGHT)))
    return tuple(claims)


def leading_group(figure: Piece, evidence: Evidence) -> tuple[Claim, str] | None:
    """The base of a headline's only group, and what a line for the group alone would say.

    None where the headline is of everybody or of several groups.
    """
    groups = {one.subgroup for one in _bindings([figure], evidence)}
    subgroup = groups.pop() if len(groups) == 1 else ""
    first = _group(subgroup, [figure], evidence, "group-base") if subgroup else None
    usual = _group(subgroup, [figure], evidence, "group") if subgroup else None
    return None if first is None or usual is None else (first, usual.text)


def of_everybody(figure: Piece, evidence: Evidence) -> bool:
    """True if a headline speaks of everybody, be it beside a group."""
    return any(not one.subgroup for one in _bindings([figure], evidence))


def _bindings(pieces: Sequence[Piece], evidence: Evidence) -> Iterator[Binding]:
    for piece in pieces:
        if isinstance(piece, Bound):
            yield piece.binding
        elif isinstance(piece, Assertion):
            with suppress(Problem):
                yield from spanned(piece, evidence).bindings


def _group(subgroup: str, pieces: Sequence[Piece], evidence: Evidence, key: str) -> Claim | None:
    """None where the bindings lead nowhere; stating them says so."""
    counts = _counts(subgroup, pieces, evidence)
    if not counts:
        return None
    return _ranged(key, counts, evidence, _who(Binding("study.n", subgroup), evidence))


def _ranged(key: str, counts: Sequence[Figure], evidence: Evidence, group: str) -> Claim:
    low, high = counts[0], counts[-1]
    key = key if low.value == high.value else _RANGES[key]
    return compose(phrases_in(evidence.language)[key], group=group, n=low, low=low, high=high)


def _counts(subgroup: str, pieces: Sequence[Piece], evidence: Evidence) -> list[Figure]:
    """How many of the group answered each of the questions, the fewest first."""
    counts: dict[str, Figure] = {}
    for binding in _bindings(pieces, evidence):
        if binding.subgroup == subgroup:
            for one in evidence.family(binding) or (binding,):
                try:
                    counts |= _count(one, evidence)
                except Problem:
                    continue
    return sorted(counts.values(), key=lambda figure: figure.value)


def _count(binding: Binding, evidence: Evidence) -> dict[str, Figure]:
    found = evidence.found(binding)
    if found is None and not binding.subgroup:
        return {}
    name = "study" if found is None else found.block.name
    name = "study.variable" if found is not None and name == "study" else name
    return {name: evidence.quantity(Binding(f"{name}.n", binding.subgroup)).figure}


def _who(binding: Binding, evidence: Evidence) -> str:
    """Who they are: a group, those of an earlier wave, or a group among these."""
    home, own = evidence.home(binding)
    named = wave_in(binding.subgroup) if evidence.earlier else None
    wave = [] if named is None else [isolated(shown_name(named[0]), evidence.language)]
    book = home.dataset.codebook
    rest = [group_name(own.subgroup, book, evidence.language)] if own.subgroup else []
    return ", ".join((*rest, *wave))
