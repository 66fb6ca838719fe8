"""Numbers of groups in one report that, taken together, tell of fewer people than the threshold.

Whoever reads that 100 of the people from 19 on are satisfied, and 99 of those from 20 on, knows
what one person of 19 said. A group and everybody are compared wherever a table is made; here the
groups of a report are compared with each other. Where an account of what was shown is kept
(rundfrage.tables.releases), that does the same for all reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import VariableType
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims import Assertion, Binding, Bound, Evidence
from rundfrage.report.claims.evidence import Found
from rundfrage.report.claims.passage import where
from rundfrage.report.claims.subgroup import members
from rundfrage.report.section.asked import BY
from rundfrage.report.section.model import Section
from rundfrage.rules import Compare, Contains
from rundfrage.tables.answers import answered
from rundfrage.tables.differencing import Together

Flags = npt.NDArray[np.bool_]
_RESPONDENTS = "study"
"""In the place of a question: how many respondents there are."""
_Key = tuple[int, str]
"""The wave by its evidence, and the question."""


@dataclass
class _Printed:
    """The groups of which numbers of one question are printed, and by what bindings."""

    groups: list[Flags] = field(default_factory=list)
    bindings: list[Binding] = field(default_factory=list)


def nested_problems(sections: Sequence[Section], evidence: Evidence) -> Iterator[Problem]:
    """A Problem for each binding whose group differs from printed ones by too few people."""
    if evidence.releases is not None:
        return
    printed: dict[_Key, _Printed] = {}
    for section in sections:
        _note_columns(section, evidence, printed)
    for section in sections:
        for piece in _pieces(section):
            bindings = (piece.binding,) if isinstance(piece, Bound) else piece.bindings
            for binding in bindings:
                others = _others(binding, evidence, printed) if binding.subgroup else ()
                if others:
                    yield _telling(piece, binding, others, evidence)


def _note_columns(section: Section, evidence: Evidence, printed: dict[_Key, _Printed]) -> None:
    """The groups that a slide shows side by side: those of `by=`, which are large enough."""
    by = section.attributes.get(BY.name)
    if not isinstance(by, str) or by not in evidence.dataset.codebook:
        return
    variable = evidence.dataset.codebook[by]
    several = variable.type is VariableType.MULTIPLE
    table = evidence.questions.get(section.question)
    blocks = table.blocks if table is not None else ()
    names = [block.name for block in blocks] or [
        found.block.name for one in _pieces(section) for found in _found(one, evidence)
    ]
    for category in variable.categories:
        one = Contains(category.name, by) if several else Compare(by, "==", category.name)
        group = members(one, evidence.dataset)
        for name in dict.fromkeys(names):
            found = evidence.found(Binding(name))
            if found is None:
                continue
            column = np.asarray(answered(evidence.dataset, found.block) & group)
            known = printed.setdefault((id(evidence), name), _Printed())
            if column.sum() >= evidence.threshold:
                known.groups.append(column)
                known.bindings.append(Binding(name, f"{by}={category.name}"))


def _found(piece: Bound | Assertion, evidence: Evidence) -> Iterator[Found]:
    for binding in (piece.binding,) if isinstance(piece, Bound) else piece.bindings:
        for one in evidence.family(binding) or (binding,):
            found = evidence.found(one)
            if found is not None:
                yield found


def _pieces(section: Section) -> Iterator[Bound | Assertion]:
    if section.figure is not None:
        yield section.figure
    for sentence in (section.title, section.footer, *section.sentences, *section.speech):
        yield from (one for one in sentence.pieces if isinstance(one, Bound | Assertion))


def _others(
    binding: Binding, evidence: Evidence, printed: dict[_Key, _Printed]
) -> tuple[Binding, ...]:
    """The printed bindings with which this one tells of few; it is noted if there are none."""
    for one in evidence.family(binding) or (binding,):
        try:
            home, own = evidence.home(one)
            question, group = _group(own, home)
        except Problem:
            # Stating it says what is wrong.
            return ()
        if not own.subgroup:
            continue
        known = printed.setdefault((id(home), question), _Printed())
        told = _told([_everybody(own, home), *known.groups], group, evidence.threshold)
        if told:
            return tuple(known.bindings[place - 1] for place in told if place)
        if not any(np.array_equal(group, other) for other in known.groups):
            known.groups.append(group)
            known.bindings.append(one)
    return ()


def _told(released: Sequence[Flags], members: Flags, threshold: int) -> tuple[int, ...]:
    """The places of released groups with which this one tells of few people, but for everybody.

    Where a search through all combinations takes too long each group is compared alone.
    """
    told = Together(released, members, threshold).telling
    if told == ():
        apart = [int((one ^ members).sum()) for one in released]
        told = tuple(place for place, few in enumerate(apart) if 0 < few < threshold)
    return told if told is not None and any(told) else ()


def _group(binding: Binding, evidence: Evidence) -> tuple[str, Flags]:
    """The question, and who of the group answered it; raises a Problem as stating it does."""
    evidence.quantity(binding)
    found = evidence.found(binding)
    group = evidence.group(binding.subgroup)
    if found is None:
        return _RESPONDENTS, group
    return found.block.name, np.asarray(answered(evidence.dataset, found.block) & group)


def _everybody(binding: Binding, evidence: Evidence) -> Flags:
    found = evidence.found(binding)
    if found is None:
        return np.ones(evidence.dataset.n, bool)
    return np.asarray(answered(evidence.dataset, found.block))


def _telling(
    piece: Bound | Assertion, binding: Binding, others: Sequence[Binding], evidence: Evidence
) -> Problem:
    return Problem(
        "claims-tell-of-few",
        where=where(piece.spot),
        found=message(
            "{binding} and {others}, printed in one report, tell what fewer than {threshold} "
            "people answered who are in one of the groups alone.",
            binding=binding,
            others=" · ".join(map(str, others)),
            threshold=evidence.threshold,
        ),
        expected=message(
            "groups that are the same, or that {threshold} people or more tell apart.",
            threshold=evidence.threshold,
        ),
        mend=message("Speak of the same group both times, or leave one of the sentences out."),
    )
