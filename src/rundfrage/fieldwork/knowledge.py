"""Who learns what: one table of what the attack tests found, and the sentences that rest on it.

A *holding* is what somebody has (backups, the key, mails, logs), a *manner* how people come in, and
a *fact* what could be learned about them. A *score* is how often an attacker guessed a fact
rightly on the real program, with the upper 95 % bound of that share (Clopper and Pearson 1934,
Biometrika 26, 404-413; one-sided) and the share that chance gives. Scores lie in knowledge.json,
which benchmarks/knowledge.py writes. A fact counts as hidden where the bound lies within a point of
chance, and as hard to learn where it lies below a quarter; what nobody attacked isn't promised.

Each *sentence* by which pages, letters and slips tell respondents who could find out what names the
cells of the table that it needs. Where they don't bear it, it isn't printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from rundfrage.locales import Message, message
from rundfrage.questionnaire.model import Participation

MARGIN = 0.01
"""So far from chance, as a share, may a bound lie where nothing is learned."""
HARD = 0.25
"""Below this share of right guesses something is hard to learn."""


class Holding(StrEnum):
    """What somebody has."""

    BACKUPS = "backups"
    BACKUPS_KEY = "backups-key"
    BACKUPS_MAILS = "backups-mails"
    TRYING = "trying"
    COPY_KEY_MAILS = "copy-key-mails"
    HOURLY_KEY_MAILS = "hourly-key-mails"
    POLLING_KEY_MAILS = "polling-key-mails"
    LOG = "log"
    LOG_MAILS = "log-mails"
    CLOSED = "closed"
    CLOSED_LOG = "closed-log"
    ACCOUNT = "account"
    PROGRAM = "program"


class Manner(StrEnum):
    """How people come in: the level of participation, and at blind when they begin."""

    OPEN = "open"
    CODES = "codes"
    EXCHANGE = "exchange"
    BLIND_AT_ONCE = "blind-at-once"
    BLIND_LATER = "blind-later"


INVITED = (Manner.CODES, Manner.EXCHANGE, Manner.BLIND_AT_ONCE, Manner.BLIND_LATER)
"""The manners in which everybody has a pass."""
BLIND = (Manner.BLIND_AT_ONCE, Manner.BLIND_LATER)


class Fact(StrEnum):
    """What could be learned: of a person the first three, of answers the last."""

    WHETHER = "whether"
    WHEN = "when"
    WHICH = "which"
    MOMENT = "moment"


class Verdict(StrEnum):
    """What a cell of the table says; in the order of how much is learned."""

    HIDDEN = "hidden"
    HARD = "hard"
    LEARNED = "learned"


@dataclass(frozen=True)
class Score:
    """How often a fact was guessed rightly; the same attack counts for all its manners.

    `database` is the one whose fields were attacked, or "both". `chance` and `bound` are shares. By
    construction, without an attack, `guesses` is 0 and all is learned.
    """

    holding: Holding
    manners: tuple[Manner, ...]
    fact: Fact
    database: str = "both"
    right: int = 0
    guesses: int = 0
    chance: float = 0.0
    bound: float = 1.0

    @property
    def share(self) -> float:
        """The share of right guesses."""
        return self.right / self.guesses if self.guesses else 1.0

    @property
    def verdict(self) -> Verdict:
        """What it comes to."""
        if self.guesses and self.bound <= self.chance + MARGIN:
            return Verdict.HIDDEN
        return Verdict.HARD if self.bound <= HARD else Verdict.LEARNED


@dataclass(frozen=True)
class Cell:
    """One cell of the table."""

    holding: Holding
    manner: Manner
    fact: Fact


CONTAINED = {
    Holding.BACKUPS_KEY: (Holding.BACKUPS,),
    Holding.BACKUPS_MAILS: (Holding.BACKUPS,),
    Holding.HOURLY_KEY_MAILS: (Holding.COPY_KEY_MAILS, Holding.BACKUPS),
    Holding.POLLING_KEY_MAILS: (Holding.HOURLY_KEY_MAILS,),
    Holding.LOG_MAILS: (Holding.LOG,),
    Holding.ACCOUNT: (Holding.BACKUPS_KEY, Holding.LOG),
}
"""Whoever has the one also has the others, and learns what they tell."""

CERTAIN = (
    *(
        Score(Holding.PROGRAM, (manner,), fact)
        for manner in INVITED
        for fact in (Fact.WHETHER, Fact.WHEN, Fact.WHICH)
    ),
    Score(Holding.PROGRAM, tuple(Manner), Fact.MOMENT),
    # A use can't be told from another at blind alone: there the ticket is made at once.
    Score(Holding.TRYING, BLIND, Fact.WHETHER),
    # Requests and pages are in the same order (the suite counts it all the same).
    Score(Holding.LOG, tuple(Manner), Fact.MOMENT),
    # A backup of every hour holds what was answered in that hour.
    Score(Holding.BACKUPS, tuple(Manner), Fact.MOMENT),
)
"""What is learned by construction, and needs no attack."""


@cache
def scores() -> tuple[Score, ...]:
    """All scores: those of the attacks and those by construction."""
    text = files("rundfrage.fieldwork").joinpath("knowledge.json").read_text("utf-8")
    return (*map(_score, json.loads(text)), *CERTAIN)


def _score(row: dict[str, Any]) -> Score:
    return Score(
        Holding(row["holding"]),
        tuple(Manner(one) for one in row["manners"]),
        Fact(row["fact"]),
        row["database"],
        row["right"],
        row["guesses"],
        row["chance"],
        row["bound"],
    )


def found(cell: Cell) -> Score | None:
    """What tells most of a cell; None where nothing was attacked, or where it does not apply.

    What a part of the holding tells, the whole tells too; what a part hides, the whole may tell.
    """
    own = [
        one
        for one in scores()
        if (one.holding, one.fact) == (cell.holding, cell.fact) and cell.manner in one.manners
    ]
    parts = (found(Cell(part, cell.manner, cell.fact)) for part in CONTAINED.get(cell.holding, ()))
    told = [one for one in parts if one is not None and one.verdict is not Verdict.HIDDEN]
    return max([*own, *told], key=lambda one: (_ORDER[one.verdict], one.share), default=None)


_ORDER = {verdict: at for at, verdict in enumerate(Verdict)}


@dataclass(frozen=True)
class Sentence:
    """A sentence of the catalogue and what it needs; `key` has its domain before it.

    `hidden` are cells of which it says that they tell nothing, `hard` those that hardly do, and
    `learned` those of which it says that they may tell something.
    """

    key: str
    hidden: tuple[Cell, ...] = ()
    hard: tuple[Cell, ...] = ()
    learned: tuple[Cell, ...] = ()

    @property
    def borne(self) -> bool:
        """Whether the table bears it."""
        return (
            all(_is(cell, Verdict.HIDDEN) for cell in self.hidden)
            and all(_is(cell, Verdict.HIDDEN, Verdict.HARD) for cell in self.hard)
            and all(_is(cell, Verdict.HARD, Verdict.LEARNED) for cell in self.learned)
        )


def _is(cell: Cell, *verdicts: Verdict) -> bool:
    score = found(cell)
    return score is not None and score.verdict in verdicts


def _cells(
    holdings: Iterable[Holding], manners: Iterable[Manner], *facts: Fact
) -> tuple[Cell, ...]:
    manners = tuple(manners)
    return tuple(
        Cell(one, manner, fact) for one in holdings for manner in manners for fact in facts
    )


_COPIES = (Holding.BACKUPS, Holding.BACKUPS_KEY)
_POLLING = (Holding.POLLING_KEY_MAILS,)
SENTENCES = (
    Sentence(
        "door:promise-copies",
        hidden=_cells(_COPIES, [Manner.CODES, Manner.EXCHANGE], Fact.WHICH),
    ),
    Sentence("door:blind-copies", hidden=_cells(_COPIES, BLIND, Fact.WHICH)),
    Sentence(
        "door:codes-operator",
        learned=_cells(_POLLING, [Manner.CODES], Fact.WHETHER, Fact.WHEN, Fact.WHICH),
    ),
    Sentence(
        "door:exchange-operator",
        learned=_cells(_POLLING, [Manner.EXCHANGE], Fact.WHETHER, Fact.WHEN, Fact.WHICH),
    ),
    Sentence(
        "door:blind-operator",
        learned=(
            *_cells(_POLLING, BLIND, Fact.WHETHER, Fact.WHEN),
            *_cells(_POLLING, [Manner.BLIND_AT_ONCE], Fact.WHICH),
        ),
    ),
    Sentence("door:blind-safer", hard=_cells(_POLLING, [Manner.BLIND_LATER], Fact.WHICH)),
    Sentence("door:blind-another-day", hard=_cells(_POLLING, [Manner.BLIND_LATER], Fact.WHICH)),
    Sentence(
        "letter:reminder-everybody",
        hidden=_cells([Holding.BACKUPS], INVITED[1:], Fact.WHETHER),
    ),
)
"""Every sentence that says who could find out what, or who couldn't."""


PROMISES = {
    Participation.OPEN: ("open-promise",),
    Participation.CODES: ("codes-promise", "promise-copies", "codes-operator"),
    Participation.EXCHANGE: ("exchange-promise", "promise-copies", "exchange-operator"),
    Participation.BLIND: ("blind-promise", "blind-copies", "blind-operator", "blind-safer"),
}
"""What the notice says of each level, sentence by sentence: keys of the door."""


_SENTENCES = {sentence.key: sentence for sentence in SENTENCES}


def rests_on_the_table(key: str) -> bool:
    """Whether the words of this key say who finds out what, or who doesn't."""
    return key in _SENTENCES


def borne(key: str) -> bool:
    """Whether the table bears the sentence of this key; raises KeyError for other words."""
    return _SENTENCES[key].borne


_HOLDINGS: dict[Holding, Message] = {
    Holding.BACKUPS: message("both databases, all hourly backups"),
    Holding.BACKUPS_KEY: message("these and the key"),
    Holding.BACKUPS_MAILS: message("these and the mails, or a list of who got which code, no key"),
    Holding.TRYING: message("somebody's mail or code, and a browser to try it"),
    Holding.COPY_KEY_MAILS: message("one copy of the databases, the key and the mails or the list"),
    Holding.HOURLY_KEY_MAILS: message("the same and a copy of every hour"),
    Holding.POLLING_KEY_MAILS: message(
        "a view of the databases all the time, the key and the mails or the list"
    ),
    Holding.LOG: message(
        "the web server's ordinary access log and the databases with their live logs, no key"
    ),
    Holding.LOG_MAILS: message("these and the mails or the list"),
    Holding.CLOSED: message("databases and logs of a closed field, where its log was written over"),
    Holding.CLOSED_LOG: message(
        "PostgreSQL's write-ahead log of a closed field, where close may not write over it"
    ),
    Holding.ACCOUNT: message("one account that holds databases, backups, key and logs"),
    Holding.PROGRAM: message(
        "the running programs (inviting, too), changed to write down what passes through"
    ),
}
_MANNERS: dict[Manner, Message] = {
    Manner.OPEN: message("level open"),
    Manner.CODES: message("level codes"),
    Manner.EXCHANGE: message("level exchange"),
    Manner.BLIND_AT_ONCE: message("level blind, begun at once"),
    Manner.BLIND_LATER: message("level blind, begun another day"),
}
_FACTS: dict[Fact, Message] = {
    Fact.WHETHER: message("who took part"),
    Fact.WHEN: message("when they did"),
    Fact.WHICH: message("which answers are whose"),
    Fact.MOMENT: message("when which answers were given"),
}


@dataclass(frozen=True)
class Row:
    """A row of the table in words: a holding, and what it tells in each manner."""

    holding: Message
    cells: tuple[Message, ...]


def manners(among: Sequence[Manner] = tuple(Manner)) -> tuple[Message, ...]:
    """The heads of the columns."""
    return tuple(_MANNERS[one] for one in among)


def rows(among: Sequence[Manner] = tuple(Manner)) -> tuple[Row, ...]:
    """The table in words, for these manners; `in_language` tells it in another language."""
    return tuple(
        Row(words, tuple(_told(holding, manner) for manner in among))
        for holding, words in _HOLDINGS.items()
    )


_OF_PEOPLE = frozenset({Fact.WHETHER, Fact.WHEN, Fact.WHICH})
_ABOUT: dict[Holding, frozenset[Fact]] = dict.fromkeys(Holding, _OF_PEOPLE) | {
    # Without a code nothing leads from a log to a person; whoever tries one has no answers.
    Holding.LOG: frozenset({Fact.MOMENT}),
    Holding.TRYING: frozenset({Fact.WHETHER}),
    Holding.CLOSED: frozenset({Fact.MOMENT}),
    Holding.CLOSED_LOG: frozenset({Fact.MOMENT}),
}
"""What a holding could tell at all."""


def _told(holding: Holding, manner: Manner) -> Message:
    all_found = {fact: found(Cell(holding, manner, fact)) for fact in Fact}
    if not any(all_found.values()):
        if manner is Manner.OPEN:
            return message("does not apply")
        return message("not attacked")
    told = [
        _figured(fact, one)
        for fact, one in all_found.items()
        if one is not None and one.verdict is not Verdict.HIDDEN
    ]
    told += [
        message("{fact}: not attacked", fact=_FACTS[fact])
        for fact in (Fact.WHETHER, Fact.WHICH)
        if manner is not Manner.OPEN and fact in _ABOUT[holding] and all_found[fact] is None
    ]
    if not told:
        return message("nothing")
    words = told[0]
    for one in told[1:]:
        words = words + "; " + one
    return words


def _figured(fact: Fact, score: Score) -> Message:
    words = _FACTS[fact]
    if score.right == score.guesses:
        return words
    return (
        words
        + " "
        + message(
            "({share} %; chance {chance} %)",
            share=_percent(score.share),
            chance=_percent(score.chance),
        )
    )


def _percent(share: float) -> float:
    return round(100 * share, 1)
