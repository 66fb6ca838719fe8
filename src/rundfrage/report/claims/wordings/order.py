"""Who is in front, who comes next, who is last: claims on the rank order of answers and items."""

from __future__ import annotations

from functools import partial

from rundfrage.errors import Problem
from rundfrage.locales import Message, message
from rundfrage.look.clip import clip
from rundfrage.report.claims.contest import Contest, contest_of, score
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.wordings.wording import (
    Argument,
    Wording,
    capitalised,
    false,
    listed,
    require_apart,
)
from rundfrage.report.deck import Claim, Part
from rundfrage.report.words import isolated, quoted
from rundfrage.report.words import listed as joined_list

LABEL = 80
"""A label inside a sentence has at most so many characters."""


def _first(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    contest = _held(assertion, evidence)
    front = contest.entries[contest.own or 0]
    ahead = [one for one in contest.entries if score(one) > score(front)]
    equal = [one for one in contest.entries if score(one) == score(front) and one is not front]
    beside = [one for one in contest.beside if one.exact > front.exact]
    if ahead:
        raise false(
            assertion,
            message("{ahead} against {front}.", ahead=listed(ahead), front=listed([front])),
            _name(contest),
        )
    if equal:
        raise false(
            assertion,
            message("{front} are equal.", front=listed([front, *equal])),
            message(
                "Say of both that they are in front, or write {{leading {count}: …}}.",
                count=len(equal) + 1,
            ),
        )
    if beside:
        raise false(
            assertion,
            message("more chose another answer: {beside}.", beside=listed(beside)),
            message("Say among which answers it is in front, with {{leading 1: …}}."),
        )
    _require_apart(assertion, contest, contest.own or 0, evidence, ahead=False)
    return (capitalised(isolated(clip(front.label, LABEL), evidence.words.language), assertion),)


def _last(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    contest = _held(assertion, evidence)
    back = contest.entries[-1 if contest.own is None else contest.own]
    behind = [one for one in contest.entries if score(one) < score(back)]
    equal = [one for one in contest.entries if score(one) == score(back) and one is not back]
    if behind or equal:
        raise false(
            assertion,
            message(
                "{behind} against {back}.", behind=listed(behind or equal), back=listed([back])
            ),
            message("The last is {binding}.", binding=contest.entries[-1].binding)
            if behind
            else message("Say of both that they are last."),
        )
    place = len(contest.entries) - 1 if contest.own is None else contest.own
    _require_apart(assertion, contest, place, evidence, behind=False)
    return (capitalised(isolated(clip(back.label, LABEL), evidence.words.language), assertion),)


def _rank(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    contest = _held(assertion, evidence)
    wanted = int(assertion.argument)
    place = wanted - 1 if contest.own is None else contest.own
    if place >= len(contest.entries):
        raise false(
            assertion,
            message("there are only {count}.", count=len(contest.entries)),
            message("Choose a smaller rank."),
        )
    rank = contest.rank(place)
    if rank != wanted:
        one = contest.entries[place]
        raise false(
            assertion,
            message("{binding} has rank {rank}.", binding=one.binding, rank=rank),
            message("Write {{rank {rank}: …}}.", rank=rank),
        )
    _require_apart(assertion, contest, place, evidence)
    return (
        capitalised(
            isolated(clip(contest.entries[place].label, LABEL), evidence.words.language), assertion
        ),
    )


def _top(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    contest = contest_of(assertion.bindings[0], evidence)
    wanted = int(assertion.argument)
    entries = contest.entries
    if len(entries) < wanted:
        raise false(
            assertion,
            message("there are only {count}.", count=len(entries)),
            message("Choose a smaller number."),
        )
    if len(entries) > wanted and score(entries[wanted - 1]) == score(entries[wanted]):
        raise false(
            assertion,
            message("{entries} are equal.", entries=listed(entries[wanted - 1 : wanted + 1])),
            message("Choose another number, so that no equals are torn apart."),
        )
    _require_apart(assertion, contest, wanted - 1, evidence, ahead=False)
    words = evidence.words
    names = [quoted(clip(one.label, LABEL), words) for one in entries[:wanted]]
    return joined_list(names, words).parts


def _leading(from_behind: bool, assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:  # noqa: FBT001
    """The answers in front (or the last ones) with their figures; those nobody chose left out."""
    contest = contest_of(assertion.bindings[0], evidence)
    chosen = [
        one
        for one in contest.entries
        if one.measure is not Measure.SHARE or _printed_above_zero(one)
    ]
    count = int(assertion.argument)
    shown = chosen[-count:] if from_behind else chosen[:count]
    if not shown:
        raise false(
            assertion,
            message("nobody chose any of these answers."),
            message("Leave the sentence out."),
        )
    words = evidence.words
    return joined_list([_with_figure(one, evidence) for one in shown], words).parts


def _followed_by(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    contest = contest_of(assertion.bindings[0], evidence)
    places = []
    for binding in assertion.bindings:
        own = contest_of(binding, evidence)
        if own.own is None or own.entries != contest.entries:
            raise false(
                assertion,
                message(
                    "{binding} is no answer among those of {bindings}.",
                    binding=binding,
                    bindings=assertion.bindings[0],
                ),
                message("Name answers to one question, or items of one grid, the first first."),
            )
        places.append(own.own)
    expected = list(range(places[0], places[0] + len(places)))
    ties = any(
        score(contest.entries[one]) == score(contest.entries[one + 1])
        for one in expected[:-1]
        if one + 1 < len(contest.entries)
    )
    if places != expected or ties:
        order = contest.entries[min(places) : max(places) + 1]
        raise false(
            assertion,
            message("the order is {order}.", order=listed(order)),
            message("Name them in this order."),
        )
    for place in places[:-1]:
        _require_apart(assertion, contest, place, evidence, ahead=False)
    return (capitalised(phrases_in(evidence.language)("followed-by"), assertion),)


def _require_apart(
    assertion: Assertion,
    contest: Contest,
    place: int,
    evidence: Evidence,
    *,
    ahead: bool = True,
    behind: bool = True,
) -> None:
    """Where the design is known, the neighbours in the order must differ by more than chance."""
    own = contest.entries[place]
    if ahead and place:
        require_apart(assertion, contest.entries[place - 1], own, evidence)
    if behind and place + 1 < len(contest.entries):
        require_apart(assertion, own, contest.entries[place + 1], evidence)


def _held(assertion: Assertion, evidence: Evidence) -> Contest:
    """The contest, if anybody is in it and the answer that is named takes part."""
    contest = contest_of(assertion.bindings[0], evidence)
    named = assertion.bindings[0].path
    whole = named in evidence.questions or evidence.family(assertion.bindings[0])
    if not contest.entries or (contest.own is None and not whole):
        raise Problem(
            "claim-no-order",
            found=message("{named} has no place in an order.", named=named),
            expected=message(
                "a question, one of its answers, or an item of a grid that was answered."
            ),
            mend=message("Nets, “other” and “none” are not ranked; print their numbers."),
        )
    return contest


def _name(contest: Contest) -> Message:
    return message("In front is {binding}.", binding=contest.entries[0].binding)


def _printed_above_zero(quantity: Quantity) -> bool:
    return any(sign in "123456789" for sign in quantity.figure.text)


def _with_figure(quantity: Quantity, evidence: Evidence) -> Claim:
    """A label in quotation marks with its figure in brackets."""
    name = quoted(clip(quantity.label, LABEL), evidence.words)
    figure = quantity.figure
    bracketed = figure.text.startswith("[")
    return Claim((f"{name} ", figure) if bracketed else (f"{name} (", figure, ")"))


FIRST = Wording("first", _first, most=1)
LARGEST = Wording("largest", _first, most=1)
MOST = Wording("most", _first, most=1)
LAST = Wording("last", _last, most=1)
RANK = Wording("rank", _rank, Argument.COUNT, most=1)
TOP = Wording("top", _top, Argument.COUNT, most=1)
LEADING = Wording("leading", partial(_leading, False), Argument.COUNT, most=1)  # noqa: FBT003
TRAILING = Wording("trailing", partial(_leading, True), Argument.COUNT, most=1)  # noqa: FBT003
FOLLOWED_BY = Wording("followed by", _followed_by, fewest=2)
