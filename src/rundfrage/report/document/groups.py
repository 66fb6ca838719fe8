"""Which subgroups a slide speaks of, and how many of each answered: a line for its footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from rundfrage.codebook import Codebook
from rundfrage.errors import Problem, Where
from rundfrage.look.clip import clip
from rundfrage.report.claims import Assertion, Binding, Bound, Evidence, Piece
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.subgroup import condition_of
from rundfrage.report.claims.waves import shown_name, wave_in
from rundfrage.report.claims.wordings.changes import spanned
from rundfrage.report.deck import Claim
from rundfrage.report.words import compose, isolated
from rundfrage.rules import Compare, Condition, Contains, Not

_MOST = 4
_LABEL = 60


def group_bases(pieces: Sequence[Piece], evidence: Evidence) -> tuple[Claim, ...]:
    """A claim for each subgroup: its name, and how many of it answered the question."""
    seen: dict[str, Claim] = {}
    for binding in _bindings(pieces, evidence):
        if binding.subgroup and binding.subgroup not in seen and len(seen) < _MOST:
            claim = _base(binding, evidence)
            if claim is not None:
                seen[binding.subgroup] = claim
    return tuple(seen.values())


def _bindings(pieces: Sequence[Piece], evidence: Evidence) -> Iterator[Binding]:
    for piece in pieces:
        if isinstance(piece, Bound):
            yield piece.binding
        elif isinstance(piece, Assertion):
            with suppress(Problem):
                yield from spanned(piece, evidence).bindings


def _base(binding: Binding, evidence: Evidence) -> Claim | None:
    """None where the binding leads nowhere; stating it says so."""
    try:
        named = (evidence.family(binding) or (binding,))[0]
        found = evidence.found(named)
        name = "study" if found is None else found.block.name
        name = "study.variable" if found is not None and name == "study" else name
        figure = evidence.quantity(Binding(f"{name}.n", binding.subgroup)).figure
        group = _group(binding, evidence)
    except Problem:
        return None
    return compose(phrases_in(evidence.language)["group"], group=group, n=figure)


def _group(binding: Binding, evidence: Evidence) -> str:
    """Who they are: a group, those of an earlier wave, or a group among these."""
    home, own = evidence.home(binding)
    named = wave_in(binding.subgroup) if evidence.earlier else None
    wave = [] if named is None else [isolated(shown_name(named[0]), evidence.language)]
    book = home.dataset.codebook
    rest = [_named(own.subgroup, book, evidence.language)] if own.subgroup else []
    return ", ".join((*rest, *wave))


def _named(words: str, codebook: Codebook, language: str) -> str:
    """The group by the answer that makes it; other conditions as they were written."""
    condition = condition_of(words, codebook, Where())
    inner = condition.part if isinstance(condition, Not) else condition
    label = _answer(inner, codebook, language)
    if label is None:
        return words
    if inner is condition:
        return label
    return phrases_in(language)("group-others", group=label)


def _answer(condition: Condition, codebook: Codebook, language: str) -> str | None:
    """The label of the one answer that the condition asks for; None for other conditions."""
    match condition:
        case Compare(name, "==", value) | Contains(str(value), name):
            for one in codebook[name].categories:
                if value in (one.name, one.code):
                    return isolated(clip(one.label.into(language), _LABEL), language)
    return None
