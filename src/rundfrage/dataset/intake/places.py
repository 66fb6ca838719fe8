"""Columns called 1, 2, 3 that hold answers of one list, none twice in a row: ranks, or mentions.

Of "up to three" answers the first stands in the first column; of a ranking the best does. Headings
and questions say which it is, or that everybody put all answers somewhere; else it is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.intake.categories import FEW, few, lookup
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.members import Member
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.words import VOCABULARIES
from rundfrage.patterns import pattern

_NUMBER = pattern(r"(\d+)(?:st|nd|rd|th|er|ère|ème|e|º|ª|°)?")
_RANKED = pattern(
    r"(rank|rang|platz|ranking|priority|priorität|position)\s*[#.]?\s*\d+\.?", re.IGNORECASE
)
_FEWEST = 3
_FEWEST_PEOPLE = 10
_FEWEST_PARTLY = 2.5
"""So many ranks a person that hardly anybody would give them in order by chance."""
_MOST_RANKS = 100
_MOSTLY = 0.95
_MOSTLY_OWN = 0.5
_BY_CHANCE = 0.001
"""From this probability on that nobody gives an answer twice the columns may be rows of a grid."""


class Places(Enum):
    """What the columns are, and how surely."""

    RANKS = "ranks"
    MENTIONS = "mentions"
    MAYBE_RANKS = "maybe ranks"
    MAYBE_MENTIONS = "maybe mentions"


def _beginning(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these words, at the beginning of a word where blanks stand between words."""
    parts = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![^\W\d_\u3000-\uffff])(?:{parts})")


_SEVERAL = tuple(folded(words) for one in VOCABULARIES for words in one.several)
_SAYS_RANKS = _beginning(tuple(chain.from_iterable(one.ranked for one in VOCABULARIES)))
_SAYS_MENTIONS = _beginning(
    tuple(chain.from_iterable((*one.mentions, *one.several) for one in VOCABULARIES))
)


def places_of(members: Sequence[Member], total: Mapping[str, int]) -> Places | None:
    """What these columns are, None if they aren't called 1, 2, …, or an answer comes twice."""
    ranked = all(_RANKED.fullmatch(member.heading.item_label.strip()) for member in members)
    named = [_place(member.heading) for member in members] == list(range(1, len(members) + 1))
    if not named or not total or (len(total) < len(members) and not ranked):
        return None
    codes = codes_of(members, list(total))
    ordered = np.sort(codes, axis=0)
    twice = bool(((ordered[1:] == ordered[:-1]) & (ordered[1:] >= 0)).any())
    if twice or not (ranked or (few(dict(total)) and _one_list(members, total))):
        return None
    if ranked and _of_their_own(total):
        return None
    if all(parsed_number(answer) is not None for answer in total):
        return None if ranked or not _told_apart(codes, total) else Places.MAYBE_MENTIONS
    words = _words(members)
    given = (codes >= 0).sum(axis=0)
    if (
        ranked
        or _SAYS_RANKS.search(words)
        or (given[given > 0] == len(total)).mean() >= _MOSTLY  # all put all of them somewhere
    ):
        return Places.RANKS
    if _SAYS_MENTIONS.search(words):
        return Places.MENTIONS
    # `order[1]` is how LimeSurvey calls a rank.
    bracketed = all(member.cells.name.rstrip().endswith("]") for member in members)
    return Places.MAYBE_RANKS if bracketed else Places.MAYBE_MENTIONS


def _of_their_own(total: Mapping[str, int]) -> bool:
    """True if nearly everybody wrote something else: texts, by how much they matter."""
    return len(total) > FEW and len(total) > _MOSTLY_OWN * sum(total.values())


def said_ranked(members: Sequence[Member]) -> bool:
    """True if some heading calls its column a rank."""
    return any(_RANKED.fullmatch(member.heading.item_label.strip()) for member in members)


def _one_list(members: Sequence[Member], total: Mapping[str, int]) -> bool:
    """True if at least half of the answers stand in several columns."""
    again = sum(sum(answer in member.counts for member in members) > 1 for answer in total)
    return again >= len(total) / 2


def _told_apart(codes: npt.NDArray[np.int16], total: Mapping[str, int]) -> bool:
    """True if numbers are codes of mentions: later columns are left empty, and none comes twice.

    Points of a grid come twice sooner or later; how surely these would have is reckoned from how
    often each is given.
    """
    filled = codes >= 0
    nested = not (filled[1:] & ~filled[:-1]).any() and not filled[-1][filled[0]].all()
    shares = np.array(list(total.values()), np.float64) / sum(total.values())
    pairs = (filled.sum(axis=0) * (filled.sum(axis=0) - 1) / 2).sum()
    return bool(nested and len(codes) >= _FEWEST and (1 - (shares**2).sum()) ** pairs < _BY_CHANCE)


def _words(members: Sequence[Member]) -> str:
    """What the headings say of the columns, folded."""
    items = " ".join(member.heading.item_label for member in members)
    return f"{_question(members)} {folded(items.replace('_', ' '))}"


def _question(members: Sequence[Member]) -> str:
    """What the headings say of the question, folded."""
    heading = members[0].heading
    return folded(f"{heading.label} {heading.group}".replace("_", " "))


def _place(heading: Heading) -> int | None:
    """The number in the words of the item or behind the name, if there is just one."""
    for words in (heading.item_label, heading.item):
        if len(found := _NUMBER.findall(words)) == 1:
            return int(found[0])
    return None


@dataclass(frozen=True)
class Ranked:
    """Items that may hold ranks: how many people ranked some, and how many gave a rank twice.

    `asked` is True if the question asks for an order, `ordered` if most gave each rank once, and
    none without the one before it.
    """

    people: int
    tied: int
    asked: bool
    ordered: bool


def ranks_of_items(members: Sequence[Member], answers: Sequence[str]) -> Ranked | None:
    """What the columns are if people give them the numbers from 1 on; None if they are no ranks.

    It needs three who ranked all, a question that asks for an order, or many who ranked some.
    """
    numbers = {answer: parsed_number(answer, comma=False) for answer in answers}
    values = set(numbers.values())
    if len(members) < _FEWEST or 1.0 not in values or not values <= set(range(1, _MOST_RANKS)):
        return None
    codes = np.stack(
        [
            lookup(member.cells, {answer: int(number or 0) for answer, number in numbers.items()})
            for member in members
        ]
    )
    codes = np.sort(np.where(codes > 0, codes, _MOST_RANKS), axis=0)
    given = (codes < _MOST_RANKS).sum(axis=0)
    several = codes[:, given > 1]
    filled = several < _MOST_RANKS
    tied = (filled[1:] & (several[1:] == several[:-1])).any(axis=0)
    steps = np.arange(1, len(members) + 1)[:, None]
    ordered = (~filled | (several == steps)).all(axis=0)
    full = given[given > 1] == len(members)
    top = max(value for value in values if value is not None)
    asked = top <= len(members) and bool(_SAYS_RANKS.search(_question(members)))
    if top == len(members) and full.sum() >= _FEWEST:
        in_order = ordered[full].mean() >= _MOSTLY
    else:
        many = full.size >= _FEWEST_PEOPLE and filled.sum() >= _FEWEST_PARTLY * full.size
        in_order = many and top <= len(members) and ordered.mean() >= _MOSTLY
    found = Ranked(full.size, int(tied.sum()), asked and full.size >= _FEWEST, bool(in_order))
    return found if found.asked or found.ordered else None


def codes_of(members: Sequence[Member], items: Sequence[str]) -> npt.NDArray[np.int16]:
    """Which item each respondent put into each column, of shape (columns, n)."""
    codes = {item: place for place, item in enumerate(items)}
    return np.stack([lookup(member.cells, codes) for member in members])


def asks_several(question: str) -> bool:
    """True if the wording says that several answers may be given."""
    return any(words in folded(question) for words in _SEVERAL)
