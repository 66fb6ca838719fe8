"""Columns of a group as what they are together: a multiple choice, a grid, a ranking, or none.

Ticks are 1 and 0, yes and no, checked and unchecked, or one word a column (the option's own). A
ranking gives an item to each rank, a grid draws all its answers from one scale or list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from rundfrage.codebook import Category, Missing, Role
from rundfrage.dataset.cells import REASONS, Cells, clean, parsed_number
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Marks, Reasons
from rundfrage.dataset.decoding import CHOSEN_WORDS, NOT_CHOSEN_WORDS
from rundfrage.dataset.flat import joined_marks
from rundfrage.dataset.intake.categories import by_frequency, few, lookup, slug
from rundfrage.dataset.intake.coded_marks import two_codes
from rundfrage.dataset.intake.edits import Kind
from rundfrage.dataset.intake.layout import Part
from rundfrage.dataset.intake.members import Member, plain_word, total_of
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.own_words import SINGLE, chosen_words, own_words
from rundfrage.dataset.intake.places import Places, Ranked, places_of, ranks_of_items, said_ranked
from rundfrage.dataset.intake.scales import (
    Scale,
    beside_reason,
    folded,
    role_of,
    scale_of,
    yes_or_no,
)
from rundfrage.dataset.intake.stray_codes import stray_codes
from rundfrage.dataset.words import SAID_NO
from rundfrage.locales import Message, message
from rundfrage.text import Text

_FEWESTSINGLE = 3
"""So many answers that no other column has are a scale of their own."""
_FEWEST_RANKED = 3
_MANY = 20
_FEW_GAPS = 0.005
_FEWEST_GAPS = 4
"""More gaps than this among answers of yes and no are of questions that were left out."""
_FEW_TIES = 0.05
_MOST_TIES = 0.25
"""Where more people gave a rank twice, they rated the items, whatever was asked."""


_EACH = frozenset([Kind.CHOICE, Kind.SCALE])
"""What columns are said to be that are no options: each is a row of a grid."""
_MAYBE_MENTIONS = (
    message(
        "Its columns hold answers of one list, and nobody gives one twice: they were taken for "
        "several answers, and may be ranks."
    ),
    message("If they are ranks, give each the type “ranking” in the codebook."),
)
_MAYBE_RANKS = (
    message(
        "Its columns hold answers of one list, and nobody gives one twice: they were taken for "
        "ranks, and may be several answers."
    ),
    message("If they are no ranks, give each the type “multiple choice” in the codebook."),
)
_MAYBE_COUNTED = (
    message("Its columns hold small numbers from 0 on: points of a scale, or how many."),
    message("If they say how many, give each the type “number” in the codebook."),
)
_TIED_RANKS = message(
    "If they are ratings, give each column the type “scale” and the same question in the codebook."
)
_TIED_RATINGS = message("If they are ranks, give each the type “ranking” in the codebook.")
_MAYBE_ONE = (
    message("Nobody chose two of its options: only one of them may have been possible."),
    message(
        "If several were possible, give each the type “multiple choice” in the codebook, else the "
        "type “single choice” and the same question."
    ),
)
_EITHER_CODE = (
    message("Its columns hold two codes without labels; one of them may mean that it was chosen."),
    message(
        "If so, give the codes the labels “yes” and “no” at each column in the codebook; if they "
        "are a scale, give each column that type and the same question."
    ),
)


class Form(Enum):
    """What a group of columns is."""

    TICKS = "ticks"
    WORDS = "words"
    """Ticks that say the option's words."""
    ONE = "one"
    """A single choice whose options stand in a column each."""
    RANKING = "ranking"
    RANKS = "ranks"
    """A ranking whose columns are the items, and whose cells their ranks."""
    MENTIONS = "mentions"
    """A multiple choice of which each column holds one answer: the first, the second …"""
    GRID = "grid"
    ALONE = "alone"


@dataclass(frozen=True)
class Together:
    """What a group is: its form, and the scale that a grid's answers make.

    `doubt` is what it may be otherwise, with the way to settle it.
    """

    form: Form
    scale: Scale | None = None
    ordinal: bool = False
    quantities: bool = False
    """True if columns that are none together hold numbers each."""
    doubt: tuple[Message, Message] | None = None


def form_of(
    members: Sequence[Member], said: Kind | None = None, *, ranked: bool = False
) -> Together:
    """What these columns are together; members that hold texts of "other" are not among them.

    `said` is the type that the user gave all of them. `ranked` is True if the program that wrote
    them is known to write ranks into columns called 1, 2, …
    """
    total = total_of(members)
    answers = list(total)
    told = all(member.heading.part is Part.TICK for member in members)
    if answers and ticks(answers):
        apart = said in _EACH or (not told and _asked_apart(members))
        return _grid_of(total) if apart else Together(Form.TICKS)
    if not said_ranked(members) and own_words(members):
        return _worded(members, said)
    if said is Kind.SEVERAL and not two_codes(answers):
        return Together(Form.MENTIONS)
    scale = scale_of(answers)
    places = places_of(members, total) if scale is None or said_ranked(members) else None
    if places is not None and said not in _EACH:
        return _placed(places, said, ranked=ranked)
    found = None if said in _EACH else ranks_of_items(members, answers)
    if said is Kind.RANKING and _counted(answers):
        return Together(Form.RANKS)
    if found is not None and found.tied <= _MOST_TIES * found.people:
        return Together(Form.RANKS, doubt=_tied(found, _TIED_RANKS) if found.asked else None)
    rows = _rows_of(members, total, scale)
    if found is not None and rows.form is Form.GRID:
        return replace(rows, doubt=_tied(found, _TIED_RATINGS))
    return rows


def _tied(found: Ranked, settle: Message) -> tuple[Message, Message] | None:
    """The doubt of a question that asks for an order, if more than a few gave a rank twice."""
    if found.tied <= _FEW_TIES * found.people:
        return None
    said = message(
        "The question asks for an order, and {tied} of {people} people gave one rank to several.",
        tied=found.tied,
        people=found.people,
    )
    return said, settle


def _rows_of(members: Sequence[Member], total: Mapping[str, int], scale: Scale | None) -> Together:
    """The grid whose rows these columns are, of this scale; or columns that stand alone."""
    answers = list(total)
    if pair := two_codes(answers):
        return Together(Form.GRID, pair, doubt=_EITHER_CODE)
    if scale is not None and _unlike([dict(member.counts) for member in members]):
        scale = None
    if scale := scale or _points(total):
        counted = min(scale.codes) == 0 and max(scale.codes) < POINTS - 1
        return Together(Form.GRID, scale, ordinal=True, doubt=_MAYBE_COUNTED if counted else None)
    if _counted(answers):
        return Together(Form.ALONE, quantities=True)
    counts = [dict(member.counts) for member in members]
    if answers and len(answers) <= POINTS and _shared(counts) and few(total):
        return _grid_of(total)
    return Together(Form.ALONE)


def _placed(places: Places, said: Kind | None, *, ranked: bool) -> Together:
    if places is Places.RANKS or said is Kind.RANKING or ranked:
        return Together(Form.RANKING)
    if places is Places.MAYBE_RANKS:
        return Together(Form.RANKING, doubt=_MAYBE_RANKS)
    doubt = _MAYBE_MENTIONS if places is Places.MAYBE_MENTIONS else None
    return Together(Form.MENTIONS, doubt=doubt)


def _grid_of(total: Mapping[str, int]) -> Together:
    """A grid whose answers have no order, by how often each was given, but yes before no."""
    ordered = tuple(yes_or_no(list(total)) or by_frequency(total))
    return Together(Form.GRID, Scale(ordered, tuple(range(1, len(ordered) + 1))))


def ticks(answers: Sequence[str]) -> bool:
    """True if these answers, of all columns of a group together, say chosen or not."""
    words = set(map(plain_word, answers))
    if not words or not words <= CHOSEN_WORDS | NOT_CHOSEN_WORDS:
        return False
    return len(words & CHOSEN_WORDS) <= 1 and len(words & NOT_CHOSEN_WORDS) <= 1


def _asked_apart(members: Sequence[Member]) -> bool:
    """True if people said no to some of the columns and left others of them empty."""
    words = [set(map(plain_word, member.counts)) for member in members]
    if not all(one & NOT_CHOSEN_WORDS for one in words if one):
        return False
    given = np.stack([lookup(member.cells, dict.fromkeys(member.counts, 0)) for member in members])
    some = (given >= ANSWERED).any(axis=0)
    gaps = (given == Missing.LEFT_BLANK).any(axis=0)
    return bool((some & gaps).sum() > max(_FEW_GAPS * some.sum(), _FEWEST_GAPS))


def _worded(members: Sequence[Member], said: Kind | None) -> Together:
    """Options that say their own words: several of them, or one if so said and nobody chose two."""
    chosen = np.sum([marks_of(one, Form.WORDS) == CHOSEN for one in members], axis=0)
    if said in _EACH and chosen.max(initial=0) == 1:
        return Together(Form.ONE)
    used = sum(bool(chosen_words(one)) for one in members)
    never = chosen.sum() >= _MANY and used >= _FEWEST_RANKED and chosen.max() == 1
    return Together(Form.WORDS, doubt=_MAYBE_ONE if never else None)


def options_among(members: Sequence[Member]) -> list[int]:
    """The places of the options, if all these columns but a few are options of one question."""
    options = [at for at, one in enumerate(members) if len(chosen_words(one)) <= 2]  # noqa: PLR2004
    few = len(options) < len(members) <= len(options) / SINGLE
    return options if few and own_words([members[at] for at in options]) else []


def most_among(members: Sequence[Member]) -> list[int]:
    """The places of the items of one question, if all these columns but a few are its items."""
    return options_among(members) or rows_among(members)


def rows_among(members: Sequence[Member]) -> list[int]:
    """The places of the rows of a grid, if only a text or two beside them share no answer."""
    every = [set(member.counts) for member in members]
    often = Counter(word for words in every for word in words)
    rows = [at for at, words in enumerate(every) if any(often[word] > 1 for word in words)]
    if not _FEWEST_RANKED <= len(rows) < len(members) <= len(rows) + 2:
        return []
    return rows if scale_of(set().union(*(every[at] for at in rows))) else []


def option_of(member: Member, form: Form, number: int, names: list[str]) -> Category:
    """The option that a ticked column is, under a name that `names` gets."""
    heading = member.heading
    words = heading.item_label or heading.item
    if form is Form.WORDS and (said := chosen_words(member)) and parsed_number(said[0]) is None:
        words = said[0]
    name = heading.item if heading.item and heading.item not in names else slug(words, names)
    names.append(name)
    return Category(name, Text.of(words), number, role_of(words))


def marks_of(member: Member, form: Form) -> Reasons:
    """The column as 1, 0 or a Missing reason, shape (n,)."""
    marks = []
    for cell in member.cells.distinct:
        word = clean(cell)
        if word in REASONS:
            marks.append(int(REASONS[word]))
        else:
            chosen = (
                member.says_chosen(word) if form is Form.WORDS else plain_word(word) in CHOSEN_WORDS
            )
            marks.append(CHOSEN if chosen else ANSWERED)
    return np.array(marks or [0], np.int8)[member.cells.index]


def other_option(names: list[str], number: int, label: str) -> Category:
    """The option "other" that a column of texts stands for."""
    name = "other" if "other" not in names else slug("other", names)
    names.append(name)
    return Category(name, Text.of(label), number, Role.OTHER)


def other_marks(text: Cells) -> Reasons:
    """Who wrote something, as marks of the option "other", shape (n,)."""
    marks = [
        int(REASONS[clean(cell)]) if clean(cell) in REASONS else CHOSEN for cell in text.distinct
    ]
    return np.array(marks or [0], np.int8)[text.index]


def joined(parts: Sequence[Reasons]) -> tuple[Marks, int]:
    """The marks of a multiple choice, and how many ticked nothing though nothing is missing.

    Where a column tells missing from not chosen for somebody, all of it does.
    """
    marks = joined_marks(parts)
    told = bool((np.array(parts) < ANSWERED).any())
    nothing = (marks.marks == ANSWERED).all(axis=0) if len(marks.marks) else np.zeros(0, bool)
    return marks, 0 if told else int(nothing.sum())


def said_no(members: Sequence[Member]) -> bool:
    """True if people answered no to what they didn't choose: a program writes no such word."""
    return any(folded(answer) in SAID_NO for member in members for answer in member.counts)


def _points(total: Mapping[str, int]) -> Scale | None:
    """A scale of bare whole numbers, 0 to 10 at most, in numeric order.

    Words of no opinion may stand beside them, and codes such as -9 and 99, which are no points.
    """
    reasons = ((answer, beside_reason(answer)) for answer in total)
    beside = [(answer, why) for answer, why in reasons if why is not None]
    words = {answer for answer, _ in beside}
    numbers = {one: parsed_number(one, comma=False) for one in total if one not in words}
    counts: Counter[float] = Counter()
    for one, number in numbers.items():
        if number is None:
            return None
        counts[number] += total[one]
    codes = {code for some in stray_codes(counts) for code in some}
    beside += [(one, Missing.LEFT_BLANK) for one, number in numbers.items() if number in codes]
    points = {one: number or 0.0 for one, number in numbers.items() if number not in codes}
    whole = {int(one) for one in points.values() if one == int(one)}
    if len(whole) < max(len(points), 2) or not whole <= set(range(POINTS)):
        return None
    keyed = sorted((int(number), answer) for answer, number in points.items())
    steps, order = tuple(answer for _, answer in keyed), tuple(number for number, _ in keyed)
    return Scale(steps, order, tuple(beside))


def _counted(answers: Sequence[str]) -> bool:
    """True if each column holds numbers: how many, how much."""
    return all(
        beside_reason(answer) is not None or parsed_number(answer) is not None for answer in answers
    ) and any(parsed_number(answer) is not None for answer in answers)


def _shared(counts: Sequence[Mapping[str, int]]) -> bool:
    """True if the columns draw from one list: each but the emptiest has an answer of another."""
    filled = [one for one in counts if one]
    often = Counter(word for one in filled for word in one)
    return len(filled) > 1 and all(any(often[word] > 1 for word in one) for one in filled)


def _unlike(counts: Sequence[Mapping[str, int]]) -> bool:
    """True if a column with several answers shares none: bands of years beside bands of minutes."""
    often = Counter(word for one in counts for word in one)
    return any(
        len(one) >= _FEWESTSINGLE and all(often[word] == 1 for word in one) for one in counts
    )


def is_tick(member: Member) -> bool:
    """True if a column of "other" only says that it was chosen, and not what was written."""
    words = list(member.counts)
    return ticks(words) or (len(words) == 1 and role_of(words[0]) is Role.OTHER)


def ticked(member: Member) -> Member:
    """The member as a column of ticks, whatever its heading said."""
    return replace(member, heading=replace(member.heading, part=Part.TICK))
