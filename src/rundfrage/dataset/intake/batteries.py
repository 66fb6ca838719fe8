"""Columns of a group as what they are together: a multiple choice, a grid, a ranking, or none.

Ticks are 1 and 0, yes and no, checked and unchecked, or one word a column (the option's own). A
ranking gives an item to each rank, a grid draws all its answers from one scale or list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Category, Missing, Role
from rundfrage.dataset.cells import REASONS, Cells, clean, parsed_number
from rundfrage.dataset.columns import ANSWERED, CHOSEN, Marks, Reasons
from rundfrage.dataset.decoding import CHOSEN_WORDS, NOT_CHOSEN_WORDS
from rundfrage.dataset.flat import joined_marks
from rundfrage.dataset.intake.categories import POINTS, by_frequency, few, lookup, slug
from rundfrage.dataset.intake.layout import Heading, Part
from rundfrage.dataset.intake.scales import BESIDE, Scale, folded, role_of, scale_of, yes_or_no
from rundfrage.dataset.intake.stray_codes import stray_codes
from rundfrage.text import Text

_RANK = re.compile(
    r"(rank|rang|platz|ranking|priority|priorität|position|choice)?\s*[#.]?\s*(\d+)\.?",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"(rank|rang|platz|ranking|priority|priorität|position)\s*[#.]?\s*\d+\.?", re.IGNORECASE
)


_FEWEST_RANKED = 3
_FEW_GAPS = 0.005
_FEWEST_GAPS = 4
"""More gaps than this among answers of yes and no are of questions that were left out."""
_MOSTLY = 0.95
_OWN = 0.8
"""So many of the columns of a multiple choice hold one word; the others may hold it twice."""


class Form(Enum):
    """What a group of columns is."""

    TICKS = "ticks"
    WORDS = "words"
    """Ticks that say the option's words."""
    RANKING = "ranking"
    RANKS = "ranks"
    """A ranking whose columns are the items, and whose cells their ranks."""
    GRID = "grid"
    ALONE = "alone"


@dataclass(frozen=True, eq=False)
class Member:
    """One column of a group, with its answers and how often each was given."""

    heading: Heading
    cells: Cells
    counts: Mapping[str, int]

    @staticmethod
    def of(heading: Heading, cells: Cells) -> Member:
        """The member that a column is."""
        return Member(heading, cells, cells.answers)


@dataclass(frozen=True)
class Together:
    """What a group is: its form, and the scale that a grid's answers make."""

    form: Form
    scale: Scale | None = None
    ordinal: bool = False
    quantities: bool = False
    """True if columns that are none together hold numbers each."""


def form_of(members: Sequence[Member]) -> Together:
    """What these columns are together; members that hold texts of "other" are not among them."""
    total: dict[str, int] = {}
    for member in members:
        for answer, count in member.counts.items():
            total[answer] = total.get(answer, 0) + count
    answers = list(total)
    told = all(member.heading.part is Part.TICK for member in members)
    if answers and ticks(answers):
        apart = not told and _asked_apart(members)
        return _grid_of(total) if apart else Together(Form.TICKS)
    ranked = [bool(_RANKED.fullmatch(member.heading.item_label.strip())) for member in members]
    if not any(ranked) and own_words(members):
        return Together(Form.WORDS)
    scale = scale_of(answers)
    if (scale is None or all(ranked)) and is_ranking(members, total, said=all(ranked)):
        return Together(Form.RANKING)
    if ranks_of_items(members, answers):
        return Together(Form.RANKS)
    if scale := scale or _points(total):
        return Together(Form.GRID, scale, ordinal=True)
    counts = [dict(member.counts) for member in members]
    if _counted(answers):
        return Together(Form.ALONE, quantities=True)
    if answers and len(answers) <= POINTS and _shared(counts) and few(total):
        return _grid_of(total)
    return Together(Form.ALONE)


def _grid_of(total: Mapping[str, int]) -> Together:
    """A grid whose answers have no order, by how often each was given, but yes before no."""
    ordered = tuple(yes_or_no(list(total)) or by_frequency(total))
    return Together(Form.GRID, Scale(ordered, tuple(range(1, len(ordered) + 1))))


def ticks(answers: Sequence[str]) -> bool:
    """True if these answers, of all columns of a group together, say chosen or not."""
    words = {folded(answer).removesuffix(".0") for answer in answers}
    if not words or not words <= CHOSEN_WORDS | NOT_CHOSEN_WORDS:
        return False
    return len(words & CHOSEN_WORDS) <= 1 and len(words & NOT_CHOSEN_WORDS) <= 1


def _asked_apart(members: Sequence[Member]) -> bool:
    """True if people said no to some of the columns and left others of them empty."""
    words = [{folded(answer).removesuffix(".0") for answer in member.counts} for member in members]
    if not all(one & NOT_CHOSEN_WORDS for one in words if one):
        return False
    given = np.stack([lookup(member.cells, dict.fromkeys(member.counts, 0)) for member in members])
    some = (given >= ANSWERED).any(axis=0)
    gaps = (given == Missing.LEFT_BLANK).any(axis=0)
    return bool((some & gaps).sum() > max(_FEW_GAPS * some.sum(), _FEWEST_GAPS))


def own_words(members: Sequence[Member]) -> bool:
    """True if each column holds one word of its own at most, which is its option.

    "Not selected" may stand beside it. Few columns may hold their option in two languages, two may
    say the same, and the words may be the numbers that a program gave to the options.
    """
    filled = [words for member in members if (words := _chosen(member))]
    single = [words[0] for words in filled if len(words) == 1]
    if len(filled) < 2 or len(single) < _OWN * len(filled):  # noqa: PLR2004  one alone is no group
        return False
    numbers = [number for word in single if (number := parsed_number(word)) is not None]
    if len(numbers) == len(filled):
        enough = len(numbers) >= _FEWEST_RANKED or all(map(_by_its_number, members))
        return enough and sum(map(_most, members)) > len(members)
    every = {folded(word) for words in filled for word in words}
    if any(len(words) > 2 for words in filled):  # noqa: PLR2004  two languages
        return False
    if len(numbers) == len(single):
        return False
    return len(every) >= sum(map(len, filled)) - (len(filled) > _FEWEST_RANKED)


def options_among(members: Sequence[Member]) -> list[int]:
    """The places of the options, if all these columns but a few are options of one question."""
    options = [at for at, one in enumerate(members) if len(_chosen(one)) <= 2]  # noqa: PLR2004
    few = len(options) < len(members) <= len(options) / _OWN
    return options if few and own_words([members[at] for at in options]) else []


def most_among(members: Sequence[Member]) -> list[int]:
    """The places of the items of one question, if all these columns but a few are its items."""
    return options_among(members) or rows_among(members)


def rows_among(members: Sequence[Member]) -> list[int]:
    """The places of the rows of a grid, if only a text or two beside them share no answer."""
    every = [set(member.counts) for member in members]
    rows = [
        at
        for at, words in enumerate(every)
        if any(words & other for place, other in enumerate(every) if place != at)
    ]
    if not _FEWEST_RANKED <= len(rows) < len(members) <= len(rows) + 2:
        return []
    return rows if scale_of(set().union(*(every[at] for at in rows))) else []


def _by_its_number(member: Member) -> bool:
    """True if the column holds nothing but the number that it has among its neighbours."""
    return list(member.counts) == [member.heading.item]


def _most(member: Member) -> int:
    return max(member.counts.values(), default=0)


def _chosen(member: Member) -> list[str]:
    return [word for word in member.counts if folded(word) not in NOT_CHOSEN_WORDS]


def is_ranking(members: Sequence[Member], total: Mapping[str, int], *, said: bool) -> bool:
    """True if the columns are ranks 1, 2, … and nobody puts an item on two of them."""
    ranks = [_rank(member.heading) for member in members]
    if ranks != list(range(1, len(members) + 1)) or (len(total) < len(members) and not said):
        return False
    if not few(dict(total)) and not said:
        return False
    if not total or all(parsed_number(answer) is not None for answer in total):
        return False
    again = sum(sum(answer in member.counts for member in members) > 1 for answer in total)
    if not said and again < len(total) / 2:
        return False
    codes = rank_codes(members, list(total))
    ordered = np.sort(codes, axis=0)
    return not bool(((ordered[1:] == ordered[:-1]) & (ordered[1:] >= 0)).any())


def ranks_of_items(members: Sequence[Member], answers: Sequence[str]) -> bool:
    """True if each person gives the columns the numbers from 1 on, each once."""
    numbers = {answer: parsed_number(answer, comma=False) for answer in answers}
    wanted = {float(rank) for rank in range(1, len(members) + 1)}
    if len(members) < _FEWEST_RANKED or set(numbers.values()) != wanted:
        return False
    codes = np.stack(
        [
            lookup(member.cells, {answer: int(number or 0) for answer, number in numbers.items()})
            for member in members
        ]
    )
    full = (codes > 0).all(axis=0)
    if full.sum() < _FEWEST_RANKED:
        return False
    ordered = np.sort(codes[:, full], axis=0)
    once = (ordered == np.arange(1, len(members) + 1)[:, None]).all(axis=0)
    return bool(once.mean() >= _MOSTLY)


def _rank(heading: Heading) -> int | None:
    match = _RANK.fullmatch(heading.item_label.strip()) or _RANK.fullmatch(heading.item)
    return int(match[2]) if match else None


def rank_codes(members: Sequence[Member], items: Sequence[str]) -> npt.NDArray[np.int16]:
    """Which item each respondent put on each rank, of shape (ranks, n)."""
    codes = {item: place for place, item in enumerate(items)}
    return np.stack([lookup(member.cells, codes) for member in members])


def option_of(member: Member, form: Form, number: int, names: list[str]) -> Category:
    """The option that a ticked column is, under a name that `names` gets."""
    heading = member.heading
    words = heading.item_label or heading.item
    if form is Form.WORDS and (said := _chosen(member)) and parsed_number(said[0]) is None:
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
            plain = folded(word).removesuffix(".0")
            if form is Form.WORDS:
                marks.append(ANSWERED if plain in NOT_CHOSEN_WORDS else CHOSEN)
                continue
            marks.append(CHOSEN if plain in CHOSEN_WORDS else ANSWERED)
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


def _points(total: Mapping[str, int]) -> Scale | None:
    """A scale of bare whole numbers, 0 to 10 at most, in numeric order.

    Words of no opinion may stand beside them, and codes such as -9 and 99, which are no points.
    """
    beside = [(answer, BESIDE[folded(answer)]) for answer in total if folded(answer) in BESIDE]
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
        folded(answer) in BESIDE or parsed_number(answer) is not None for answer in answers
    ) and any(parsed_number(answer) is not None for answer in answers)


def _shared(counts: Sequence[Mapping[str, int]]) -> bool:
    """True if the columns draw from one list: each but the emptiest has an answer of another."""
    filled = [set(one) for one in counts if one]
    return len(filled) > 1 and all(
        any(one & other for other in filled if other is not one) for one in filled
    )


def is_tick(member: Member) -> bool:
    """True if a column of "other" only says that it was chosen, and not what was written."""
    words = list(member.counts)
    return ticks(words) or (len(words) == 1 and role_of(words[0]) is Role.OTHER)


def ticked(member: Member) -> Member:
    """The member as a column of ticks, whatever its heading said."""
    return replace(member, heading=replace(member.heading, part=Part.TICK))
