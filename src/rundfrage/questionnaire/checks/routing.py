"""Routing: proofs that everything is reached, no condition is idle and nobody is locked in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.errors import Problem, Where, all_of
from rundfrage.locales import NOTHING, Message, message
from rundfrage.progress import UNWATCHED, Progress
from rundfrage.questionnaire.checks.conditions import check_conditions
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import Route, route_of
from rundfrage.questionnaire.model import Page, Quota
from rundfrage.rules import write
from rundfrage.rules.answer_space import Answer

_NAMED = 5


def check_routing(ground: Ground, progress: Progress = UNWATCHED) -> Iterator[Problem]:
    """The Problems of the routing; a step for each of its stops.

    Conditions that make no sense are no route: as long as there are any, nothing is proved.
    """
    route = route_of(ground)
    plain = all(
        stop.condition is None and not stop.shows and not stop.locks for stop in route.stops
    )
    if plain or next(check_conditions(ground), None) is not None:
        return
    # The solver's library takes as long to load as all the rest of this command.
    from rundfrage.rules import prove as proof  # noqa: PLC0415

    wording = _Wording(route)
    for finding in proof.prove(route.stops, progress=progress):
        match finding:
            case proof.NeverReached(at, because):
                yield wording.never_reached(at, because)
            case proof.AlwaysTrue(at, because):
                yield wording.always_true(at, because)
            case proof.IdlePart(at, part, _):
                yield wording.idle(at, write(part))
            case proof.NeverShown(at, variable, example):
                yield wording.never_shown(at, variable, example)
            case proof.LockedIn(at, example):
                yield wording.locked_in(at, example)
            case proof.NotProved(at, rest):
                yield wording.not_proved(at, rest=rest)


class _Wording:
    """Findings of a route in words."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.never: set[int] = set()

    def where(self, at: int) -> Where:
        stop, bearer = self.route.stops[at], self.route.bearers[at]
        return self.route.ground.where(stop.name, bearer.line)

    def shown_if(self, at: int) -> Message:
        condition = self.route.stops[at].condition
        if condition is None:
            return NOTHING
        words = write(condition)
        return (
            message("counts if {condition}", condition=words)
            if self.is_quota(at)
            else message("shown if {condition}", condition=words)
        )

    def is_quota(self, at: int) -> bool:
        return isinstance(self.route.bearers[at], Quota)

    def named(self, places: Sequence[int]) -> Message:
        """The stops by name, pages as pages."""
        names = [
            message("the page {name}", name=self.route.stops[at].name)
            if isinstance(self.route.bearers[at], Page)
            else self.route.stops[at].name
            for at in sorted(places, key=lambda at: isinstance(self.route.bearers[at], Page))
        ]
        if len(names) > _NAMED:
            names = [*names[:_NAMED], message("others")]
        return all_of(names)

    def never_reached(self, at: int, because: Sequence[int]) -> Problem:
        self.never.add(at)
        dead = [place for place in because if place in self.never]
        if dead:
            reason = message(
                "It builds on {stops}, which nobody is led to.", stops=self.named(dead)
            )
        elif because:
            reason = message(
                "The conditions and required answers of {stops} leave nobody.",
                stops=self.named(because),
            )
        else:
            reason = message("No answers fulfil it.")
        expected = message("a condition that some answers fulfil.")
        mend = (
            message("Mend that one first.")
            if dead
            else message("Change the condition, or take this out.")
        )
        if self.route.stops[at].condition is None:
            found = message("Nobody ever comes to this page.")
            expected = message("a page that somebody gets to.")
            ends = [place for place in because if self.route.stops[place].ends]
            mend = (
                message("Let somebody get past {named}.", named=self.named(ends))
                if ends
                else message("Take this out.")
            )
        elif self.is_quota(at):
            found = message(
                "{shown_if}, which holds for no completed interview.", shown_if=self.shown_if(at)
            )
        else:
            found = message("{shown_if}, but no respondent ever is.", shown_if=self.shown_if(at))
        return Problem(
            "never-reached",
            where=self.where(at),
            found=found + " " + reason,
            expected=expected,
            mend=mend,
        )

    def always_true(self, at: int, because: Sequence[int]) -> Problem:
        reason = (
            " "
            + message(
                "That follows from the conditions and required answers of {stops}.",
                stops=self.named(because),
            )
            if because
            else NOTHING
        )
        shown_if = self.shown_if(at)
        return Problem(
            "always-true",
            where=self.where(at),
            found=(
                message(
                    "{shown_if}, which holds for everybody who comes to the end.",
                    shown_if=shown_if,
                )
                if self.is_quota(at)
                else message(
                    "{shown_if}, which holds for everybody who comes here.", shown_if=shown_if
                )
            )
            + reason,
            expected=message("a condition that leaves somebody out."),
            mend=message("Change the condition, unless the quota is to count all.")
            if self.is_quota(at)
            else message("Take the condition out, or change it."),
            severity="warning",
        )

    def idle(self, at: int, part: str) -> Problem:
        return Problem(
            "idle-condition",
            where=self.where(at),
            found=message(
                "{shown_if}, but {part} changes nothing in it.",
                shown_if=self.shown_if(at),
                part=part,
            ),
            expected=message("a condition of which every part decides for somebody."),
            mend=message("Take that part out, or correct it."),
            severity="warning",
        )

    def never_shown(self, at: int, variable: str, example: dict[str, Answer]) -> Problem:
        return Problem(
            "piping-never-answered",
            where=self.where(at),
            found=message(
                "A text shows the answer of {variable}, but nobody who reads it has given "
                "one ({reached}).",
                variable=variable,
                reached=self.reached(example),
            ),
            expected=message("a text that some respondents read with an answer in it."),
            mend=message(
                "Show it to those who answered {variable}, or take {{{{ {variable} }}}} out.",
                variable=variable,
            ),
        )

    def locked_in(self, at: int, example: dict[str, Answer]) -> Problem:
        return Problem(
            "locked-in",
            where=self.where(at),
            found=message(
                "An answer is required and none is possible, so nobody gets any further "
                "({reached}).",
                reached=self.reached(example),
            ),
            expected=message("a required question with an answer that would do."),
            mend=message("Change the bounds of the answer, or take required out."),
        )

    def not_proved(self, at: int, *, rest: bool) -> Problem:
        return Problem(
            "not-proved",
            where=self.where(at),
            found=message("The routing was too intricate to be proved from here on.")
            if rest
            else message("The routing was too intricate to be proved here."),
            expected=message("conditions that the solver can decide in a second or two."),
            mend=message("Nothing is known to be wrong. Ask for fewer things in one condition."),
            severity="warning",
        )

    def reached(self, example: dict[str, Answer]) -> Message:
        words = self.route.words(example)
        return (
            message("reached when {answers}", answers=words)
            if words
            else message("reached without any answer")
        )
