"""Several choices in one cell: "Email, Chat", "Word;Outlook;", "email chat", ["Email", "Chat"].

A separator is right if the parts that it makes come again and again in different company, and none
twice in a cell. Parts that never stand apart are one: an option whose own words hold the separator.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.joining import JOINING, joined_others
from rundfrage.dataset.intake.listed import lists_of, looks_listed
from rundfrage.dataset.intake.pieces_of_cells import bound, cut, pattern_of, pieces_of
from rundfrage.dataset.intake.places import asks_several
from rundfrage.dataset.intake.scales import OTHERS, folded, scale_of
from rundfrage.patterns import pattern

SEPARATORS = (
    "; ",
    ";",
    "|",
    "\n",
    ", ",
    ",",
    "،",
    "، ",
    "؛",
    "、",
    "，",
    "；",
    "┋",
    " / ",
    " + ",
    "/",
    "+",
)
_ARROWS = ("->", ">", "→", "≻", "»")
_BLANK = " "
_STRICT = frozenset(["/", "+", _BLANK, *JOINING])
"""Marks that stand within words, or between those of one answer: each option also stands alone."""
_MOST_WORDS = 20
MOST_OPTIONS = 60
LONGEST_OPTION = 250
_MOST_SAID = 250
"""So many options are cut by a mark that hardly stands in words."""
_MOST_CELLS = 3000
_PLAIN = (";", "|", "┋")
"""Marks that stand in no sentence, as no blank follows them."""
_MOST_PIECES = 40
"""A cell of more pieces is a list or an essay, and not other cells put together."""
_FEWEST = 2
_FEWEST_RANKED = 3
_MOSTLY = 0.8
_OFTEN = 0.7
_FEWEST_PEOPLE = 5
_LONGEST_LIST = 1000
_RARE = 0.25
_LETTER = pattern(r"[^\W\d_]")
_WORD = pattern(r"[\w.+-]+")


@dataclass(frozen=True)
class Ticks:
    """The options of a column by its cells: which ones each cell holds, as they stand in it.

    `others` is the text that no option is, by the cell it stands in. `separator` is empty where
    cells hold lists.
    """

    options: tuple[str, ...]
    chosen: Mapping[str, tuple[str, ...]]
    others: Mapping[str, str]
    separator: str
    said: bool
    """True if the question or the program says that several may be chosen."""

    def of(self, cells: Iterable[str]) -> Ticks:
        """The same options for these cells, some of those that were looked at."""
        return replace(self, chosen={cell: self.chosen[cell] for cell in cells})

    @property
    def ranked(self) -> bool:
        """True if each cell holds all options, in an order of its own."""
        return not self.others and _reordered(list(self.chosen.values()))


def several(
    counts: Mapping[str, int], question: str, separator: str = "", *, told: bool = False
) -> Ticks | None:
    """The choices that the cells hold, None if each holds one answer.

    `separator` is that of the program that wrote the file, if it is known; `told` if the user says
    that cells hold several.
    """
    if not counts or max(map(len, counts)) > LONGEST_OPTION * MOST_OPTIONS:
        return None
    if len(counts) > _MOST_CELLS and not told:
        first = dict(islice(counts.items(), _MOST_CELLS))
        if several(first, question, separator) is None:
            return None
    if listed := _of_lists(counts):
        return listed
    asked = told or asks_several(question)
    for mark in dict.fromkeys(filter(None, [separator, *SEPARATORS, *JOINING, _BLANK])):
        if mark == _BLANK and not all(map(_codes, counts)):
            continue
        holds = [cell for cell in counts if bound(mark) in cell]
        if not holds:
            continue
        joined = _joined(counts, holds, mark)
        if len(holds) < (1 if asked or joined else _FEWEST):
            continue
        if mark in _STRICT and mark != separator and not _all_alone(counts, mark):
            continue
        found = _cut(counts, mark, joined=joined, asked=asked, known=mark == separator)
        if found is not None:
            return _joined_further(found)
    return _in_an_order(counts)


def _joined_further(found: Ticks) -> Ticks:
    """The same with options that join others by a word taken apart: "dog, cat and fish"."""
    apart = joined_others(found.options)
    if not apart or found.ranked:
        return found
    chosen = {
        cell: tuple(dict.fromkeys(chain.from_iterable(apart.get(one, (one,)) for one in some)))
        for cell, some in found.chosen.items()
    }
    return replace(
        found, options=tuple(one for one in found.options if one not in apart), chosen=chosen
    )


def _in_an_order(counts: Mapping[str, int]) -> Ticks | None:
    """The orders that cells say by an arrow, each of the same things: price > look > speed."""
    for mark in _ARROWS:
        if all(mark in cell for cell in counts):
            parts = {cell: tuple(cut(cell, mark)) for cell in counts}
            if _reordered(list(parts.values())):
                return Ticks(tuple(sorted(next(iter(parts.values())))), parts, {}, mark, said=True)
    return None


def _of_lists(counts: Mapping[str, int]) -> Ticks | None:
    """The choices of cells that hold lists; None if they don't, or if hardly any comes again."""
    if not all(map(looks_listed, counts)):
        return None
    chosen = lists_of(counts)
    often: Counter[str] = Counter()
    for cell, some in (chosen or {}).items():
        often.update(dict.fromkeys(some, counts[cell]))
    again = sum(count > 1 for count in often.values())
    if chosen is None or not again * 2 > len(often) or len(often) > _MOST_SAID:
        return None
    ordered = sorted(often, key=lambda one: (folded(one) in OTHERS, -often[one]))
    return Ticks(tuple(ordered), chosen, {}, "", said=True)


def _known_of_lists(
    lists: Mapping[str, Sequence[str]], options: Sequence[str], known: Mapping[str, str]
) -> Ticks:
    """The choices of cells that hold lists, if these are the options, `known` by their words."""
    chosen = {}
    others = {}
    for cell, some in lists.items():
        chosen[cell] = tuple(known[folded(one)] for one in some if folded(one) in known)
        if rest := ", ".join(one for one in some if folded(one) not in known):
            others[cell] = rest
    return Ticks(tuple(options), chosen, others, "", said=True)


def _all_alone(counts: Mapping[str, int], mark: str) -> bool:
    """True if the parts of all cells are few words, each of which stands alone somewhere."""
    parts = {cell: cut(cell, mark) for cell in counts}
    words = set(chain.from_iterable(parts.values()))
    alone = {some[0] for some in parts.values() if len(some) == 1}
    sets = {frozenset(some) for some in parts.values() if len(some) > 1}
    together = sum(counts[cell] for cell, some in parts.items() if len(some) > 1)
    return (
        words == alone
        and (mark not in JOINING or all(map(_LETTER.search, words)))
        and _FEWEST < len(words) <= _MOST_WORDS
        and len(sets) >= _FEWEST
        and together >= _RARE * sum(counts.values())
    )


def by_options(counts: Mapping[str, int], options: Sequence[str], separator: str = "") -> Ticks:
    """The choices that the cells hold if these are the options, whose words may hold separators.

    What else stands in a cell was written under "other".
    """
    known = {folded(option): option for option in options}
    if all(map(looks_listed, counts)) and (lists := lists_of(counts)):
        return _known_of_lists(lists, options, known)
    if separator:
        return _by_marks(counts, options, known, [separator])
    # Words and dashes stand in what was written under "other", too.
    joined = _by_marks(counts, options, known, [*SEPARATORS, *JOINING])
    return _by_marks(counts, options, known, SEPARATORS) if joined.others else joined


def _by_marks(
    counts: Mapping[str, int],
    options: Sequence[str],
    known: Mapping[str, str],
    marks: Sequence[str],
) -> Ticks:
    """The choices that the cells hold between these marks; `known` are options by their words."""
    cut = "|".join(map(pattern_of, marks))
    longest = sorted(options, key=len, reverse=True)
    words = "|".join(re.escape(option) for option in longest)
    piece = re.compile(
        rf"\s*(?:(?P<known>{words})\s*(?=$|{cut})|(?P<rest>.*?)(?=$|{cut}))(?:{cut})?",
        re.IGNORECASE | re.DOTALL,
    )
    chosen: dict[str, tuple[str, ...]] = {}
    others: dict[str, str] = {}
    for cell in counts:
        some: list[str] = []
        rest: list[str] = []
        for match in piece.finditer(cell):
            option = known.get(folded(match["known"] or ""))
            if option is not None:
                some.append(option)
            elif clean(match[0]):
                rest.append(clean(match["rest"] or match["known"] or ""))
        chosen[cell] = tuple(dict.fromkeys(some))
        if written := ", ".join(filter(None, rest)):
            others[cell] = written
    return Ticks(tuple(options), chosen, others, marks[0] if len(marks) == 1 else ", ", said=True)


def _codes(cell: str) -> bool:
    return all(_WORD.fullmatch(part) for part in cell.split(" "))


def _joined(counts: Mapping[str, int], holds: Sequence[str], mark: str) -> bool:
    """True if a cell is other cells put together: whoever gave it chose several of the answers."""
    if mark == " " or len(counts) > _MOST_CELLS:
        return False
    return any(len(_wholes(cell, counts, mark)) > 1 for cell in holds)


def _wholes(cell: str, counts: Mapping[str, int], mark: str) -> tuple[str, ...]:
    """The other cells that this one is put together of, the shortest first; none if it isn't."""
    pieces = cell.split(mark)
    if len(pieces) > _MOST_PIECES:
        return ()
    ways: list[tuple[str, ...] | None] = [(), *[None] * len(pieces)]
    for end in range(1, len(pieces) + 1):
        for start in range(end - 1, -1, -1):
            before = ways[start]
            if before is None:
                continue
            one = clean(mark.join(pieces[start:end]))
            if one in counts and one != cell:
                ways[end] = (*before, one)
                break
    return ways[-1] or ()


def _cut(
    counts: Mapping[str, int], mark: str, *, joined: bool, asked: bool, known: bool
) -> Ticks | None:
    ending = _ends(counts, mark)
    sure = asked or ending or (known and (joined or mark.strip() not in {",", ""}))
    parts = pieces_of(counts, mark, joined=joined)
    if parts is None:
        return None
    often: Counter[str] = Counter()
    for cell, some in parts.items():
        often.update(dict.fromkeys(some, counts[cell]))
    options, others = _options(parts, often, counts)
    most = MOST_OPTIONS if mark.strip() in {",", ""} else _MOST_SAID
    if not _FEWEST <= len(options) <= most or max(map(len, options)) > LONGEST_OPTION:
        return None
    together = sum(counts[cell] for cell, some in parts.items() if len(some) > 1)
    uncut = any(mark.strip() in one for one in options)  # by a mark without its blank
    if not together and (uncut or not (asked or ending)):
        return None
    given = sum(counts.values())
    if not sure and not _reordered(list(parts.values())):
        apart = sum(any(some == [one] for some in parts.values()) for one in options)
        varied = len({frozenset(some) for some in parts.values()}) > len(options)
        enough = joined or together >= _RARE / 2 * given
        told = known or joined or (mark in _PLAIN and together >= given / 2)
        fits = varied and enough and (told or apart >= len(options) / 3)
        sentence = not joined and _sentence_like(options, mark)
        if not fits or sentence or not _mostly_options(counts, parts, others, mark, joined=joined):
            return None
    elif sum(counts[cell] for cell in others) > given / 2:
        return None
    if len(counts) <= 30 and scale_of(list(counts)) is not None:  # noqa: PLR2004  the steps of a scale hold commas
        return None
    known_options = frozenset(options)
    ordered = tuple(sorted(options, key=lambda one: (folded(one) in OTHERS, -often[one])))
    chosen = {
        cell: tuple(one for one in some if one in known_options) for cell, some in parts.items()
    }
    return Ticks(ordered, chosen, others, mark, sure)


def _mostly_options(
    counts: Mapping[str, int],
    parts: Mapping[str, Sequence[str]],
    others: Mapping[str, str],
    mark: str,
    *,
    joined: bool,
) -> bool:
    """True if few wrote something of their own; in few different cells, if nothing else tells."""
    if not joined:
        return len(others) <= (1 - _MOSTLY) * len(counts)
    if sum(counts[cell] for cell in others) <= (1 - _MOSTLY) * sum(counts.values()):
        return True
    return mark in _PLAIN and _again(parts, counts) >= _OFTEN


def _again(parts: Mapping[str, Sequence[str]], counts: Mapping[str, int]) -> float:
    """The share of parts given by more than one person, of all that people gave."""
    often: Counter[str] = Counter()
    for cell, some in parts.items():
        often.update(dict.fromkeys(some, counts[cell]))
    return sum(count for count in often.values() if count > 1) / max(often.total(), 1)


def may_be_several(counts: Mapping[str, int]) -> str:
    """The mark between several answers that cells may hold, though they were read as one each."""
    if len(counts) > _MOST_CELLS or max(map(len, counts), default=0) > _LONGEST_LIST:
        return ""
    for mark in (";", "┋", "|", ", ", "、", "+", "/", *JOINING):
        if not any(mark in cell for cell in counts):
            continue
        parts = {cell: cut(cell, mark) for cell in counts}
        together = {cell: some for cell, some in parts.items() if len(some) > 1}
        company = set(chain.from_iterable(together.values()))
        alone = {some[0] for some in parts.values() if len(some) == 1}
        people = sum(counts[cell] for cell in together)
        if (
            people >= max(_FEWEST_PEOPLE, _RARE / 2 * sum(counts.values()))
            and (len(company & alone) >= _FEWEST or (company & alone and _moves(together.values())))
            and _again(together, counts) >= 1 / 2
            and (mark not in JOINING or all(map(_LETTER.search, company)))
        ):
            return mark
    return ""


def _moves(cells: Collection[Sequence[str]]) -> bool:
    """True if a part stands first in one cell and behind another in a second: no sentence does."""
    first = {cell[0] for cell in cells}
    return any(part in first for cell in cells for part in cell[1:])


def _reordered(cells: Sequence[Sequence[str]]) -> bool:
    """True if all cells hold the same parts, three or more, in several orders."""
    orders = set(map(tuple, cells))
    same = {frozenset(order) for order in orders}
    return len(orders) > 1 and len(same) == 1 and len(next(iter(same))) >= _FEWEST_RANKED


def _sentence_like(options: Sequence[str], mark: str) -> bool:
    """True if what a comma cuts off looks like the rest of a sentence: in lower case, mostly."""
    lower = sum(one[:1].islower() for one in options)
    return mark.strip() == "," and 0 < lower < len(options)


def _ends(counts: Mapping[str, int], mark: str) -> bool:
    """True if every cell ends with the mark, as some programs write each choice."""
    return mark.strip() == ";" and all(cell.rstrip().endswith(";") for cell in counts)


def _options(
    parts: Mapping[str, Sequence[str]], often: Mapping[str, int], counts: Mapping[str, int]
) -> tuple[list[str], dict[str, str]]:
    """The parts that are options, and the rest by its cell: what somebody wrote under "other".

    An option comes more than once; of parts that come once the last of a cell may be such a text.
    """
    every = dict.fromkeys(chain.from_iterable(parts.values()))
    options = [part for part in every if often[part] > 1]
    known = set(options)
    others = {}
    for cell, some in parts.items():
        rest = [part for part in some if part not in known]
        if rest:
            others[cell] = ", ".join(rest)
    if len(others) == len(counts):
        return [], others
    return options, others
