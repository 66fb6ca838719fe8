"""The proofs find every fault planted in 200 random questionnaires, and invent none.

What is true of a questionnaire is counted out: everybody who could answer it walks through it by
fieldwork's routing, which knows nothing of the solver.
"""

from itertools import combinations

import numpy as np
import pytest
from every_respondent import everybody, follows
from random_routings import planted

from proofs import spread
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import route_of
from rundfrage.questionnaire.model import Page
from rundfrage.rules import And, Not, Or, fold
from rundfrage.rules.cover import cover
from rundfrage.rules.prove import (
    AlwaysTrue,
    IdlePart,
    LockedIn,
    NeverReached,
    NeverShown,
    example,
    prove,
)
from rundfrage.rules.route import cone, essential

SEEDS = range(200)


@pytest.fixture(params=spread(SEEDS), scope="module")
def case(request):
    made = planted(request.param)
    route = route_of(Ground(made.questionnaire, "q.md"))
    return made, route, everybody(made.questionnaire), list(prove(route.stops))


def counted_out(route, everyone):
    """The faults but for idle parts, as everybody's walk shows them."""
    faults = set()
    page_reached = True
    for at, (bearer, stop) in enumerate(zip(everyone.bearers, route.stops, strict=True)):
        shown = everyone.shown[at]
        if isinstance(bearer, Page):
            page_reached = shown.any()
        elif not page_reached:
            continue
        if not shown.any():
            faults.add((NeverReached, at))
            continue
        if at in everyone.locked:
            faults.add((LockedIn, at))
        if bearer.show_if is not None and value(everyone, at)[everyone.near[at]].all():
            faults.add((AlwaysTrue, at))
        for name in stop.shows:
            if not (shown & everyone.last.answered(name)).any():
                faults.add((NeverShown, at, name))
    return faults


def value(everyone, at, gone=frozenset()):
    """For whom the stop's condition holds without the parts at these places."""

    def of(condition, place):
        match condition:
            case And(parts) | Or(parts):
                each = [
                    of(part, (*place, number))
                    for number, part in enumerate(parts)
                    if (*place, number) not in gone
                ]
                start = np.full(everyone.near[at].shape, isinstance(condition, And))
                return (np.logical_and if isinstance(condition, And) else np.logical_or).reduce(
                    [start, *each]
                )
            case Not(part):
                return ~of(part, (*place, 0))
        return fold(condition, everyone.known[at])

    return of(everyone.bearers[at].show_if, ())


def places(condition, place=()):
    """The places of all parts of ands and ors."""
    match condition:
        case And(parts) | Or(parts):
            for number, part in enumerate(parts):
                yield (*place, number)
                yield from places(part, (*place, number))
        case Not(part):
            yield from places(part, (*place, 0))


def test_what_is_found_is_what_everybody_meets(case):
    made, route, everyone, findings = case
    found = {
        (type(one), one.at, one.variable) if isinstance(one, NeverShown) else (type(one), one.at)
        for one in findings
        if not isinstance(one, IdlePart)
    }
    assert (made.words, found) == (made.words, counted_out(route, everyone))


def test_every_planted_fault_is_found(case):
    """Those behind an end that nobody passes are none."""
    made, route, everyone, findings = case
    found = {(type(one), route.stops[one.at].name) for one in findings}
    lie = {stop.name: at if stop.page is None else stop.page for at, stop in enumerate(route.stops)}
    faults = {fault for fault in made.faults if everyone.shown[lie[fault[1]]].any()}
    assert (made.words, faults - found) == (made.words, set())


def test_idle_parts_can_go_together_and_no_other_part_can(case):
    made, route, everyone, findings = case
    idle = {}
    for one in findings:
        if isinstance(one, IdlePart):
            idle.setdefault(one.at, set()).add(one.place)
    constant = {one.at for one in findings if isinstance(one, NeverReached | AlwaysTrue)}
    wrong = []
    for at, bearer in enumerate(everyone.bearers):
        near = everyone.near[at]
        if bearer.show_if is None or at in constant or not near.any():
            continue
        whole = value(everyone, at)[near]
        gone = frozenset(idle.get(at, ()))
        if not np.array_equal(value(everyone, at, gone)[near], whole):
            wrong.append((route.stops[at].name, "can't go together", gone))
        for place in places(bearer.show_if):
            if any(place[: len(one)] == one for one in gone):
                continue
            if np.array_equal(value(everyone, at, gone | {place})[near], whole):
                wrong.append((route.stops[at].name, "could go as well", place))
    assert (made.words, wrong) == (made.words, [])


@pytest.mark.trial
def test_every_example_leads_there_by_fieldworks_routing(case):
    made, route, everyone, _ = case
    essentials = essential(route.stops)
    wrong = []
    for at in range(len(route.stops)):
        path = example(route.stops, at)
        if path is None:
            led = not everyone.shown[at].any()
        else:
            near = [slot for one in cone(essentials, at) for slot in essentials[one].slots]
            answering_so = everyone.who_answers(
                {one.variable: path.get(one.variable) for one in near}
            )
            led = (
                follows(made.questionnaire, path)[at] and (everyone.shown[at] & answering_so).any()
            )
        if not led:
            wrong.append((route.stops[at].name, path))
    assert (made.words, wrong) == (made.words, [])


def test_the_paths_visit_every_question_that_somebody_sees(case):
    made, route, everyone, _ = case
    found = cover(route.stops, route.questions)
    visits = [
        {at for at, flag in enumerate(follows(made.questionnaire, path.answers)) if flag}
        for path in found.paths
    ]
    seen = {at for at in route.questions if everyone.shown[at].any()}
    assert visits == [set(path.visits) for path in found.paths]
    assert set().union(*visits) & set(route.questions) == seen
    assert set(found.missed) == set(route.questions) - seen
    patterns = np.unique(np.array([everyone.shown[at] for at in sorted(seen)]), axis=1)
    assert (made.words, found.smallest, len(found.paths)) == (
        made.words,
        True,
        fewest_columns(patterns),
    )


def fewest_columns(patterns):
    """How many columns it takes until each row has a true one; tried out from one on."""
    columns = [frozenset(np.flatnonzero(column)) for column in patterns.T]
    widest = [one for one in columns if not any(one < other for other in columns)]
    number = 1
    while not any(
        len(frozenset().union(*some)) == len(patterns) for some in combinations(widest, number)
    ):
        number += 1
    return number
