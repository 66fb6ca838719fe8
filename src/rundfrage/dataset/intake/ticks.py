"""Several choices in one cell: "Email, Chat", "Word;Outlook;", "email chat", ["Email", "Chat"].

A separator is right if the parts that it makes come again and again in different company, and none
twice in a cell. Parts that never stand apart are one: an option whose own words hold the separator.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.listed import lists_of, looks_listed
from rundfrage.dataset.intake.scales import OTHERS, folded, scale_of
from rundfrage.dataset.words import VOCABULARIES

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
    " / ",
    " + ",
    "/",
    "+",
)
_BLANK = " "
_STRICT = frozenset(["/", "+", _BLANK])
"""Marks that stand within words, or between those of one answer: each option also stands alone."""
_MOST_WORDS = 20
MOST_OPTIONS = 60
LONGEST_OPTION = 250
_SEVERAL = tuple(folded(words) for one in VOCABULARIES for words in one.several)
_MOST_SAID = 250
"""So many options are cut by a mark that hardly stands in words."""
_MOST_CELLS = 3000
_PLAIN = (";", "|")
"""Marks that stand in no sentence, as no blank follows them."""
_MOST_PIECES = 40
"""A cell of more pieces is a list or an essay, and not other cells put together."""
_FEWEST = 2
_FEWEST_RANKED = 3
_MOSTLY = 0.8
_RARE = 0.25
_WORD = re.compile(r"[\w.+-]+")


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
    asked = told or any(words in folded(question) for words in _SEVERAL)
    for mark in dict.fromkeys(filter(None, [separator, *SEPARATORS, _BLANK])):
        if mark == _BLANK and not all(map(_codes, counts)):
            continue
        holds = [cell for cell in counts if (mark.strip() or mark) in cell]
        if not holds:
            continue
        joined = _joined(counts, holds, mark)
        if len(holds) < (1 if asked or joined else _FEWEST):
            continue
        if mark in _STRICT and mark != separator and not _all_alone(counts, mark):
            continue
        found = _cut(counts, mark, joined=joined, asked=asked, known=mark == separator)
        if found is not None:
            return found
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
    parts = {cell: _parts(cell, mark) for cell in counts}
    words = set(chain.from_iterable(parts.values()))
    alone = {some[0] for some in parts.values() if len(some) == 1}
    sets = {frozenset(some) for some in parts.values() if len(some) > 1}
    together = sum(counts[cell] for cell, some in parts.items() if len(some) > 1)
    return (
        words == alone
        and _FEWEST < len(words) <= _MOST_WORDS
        and len(sets) >= _FEWEST
        and together >= _RARE * sum(counts.values())
    )


def by_options(counts: Mapping[str, int], options: Sequence[str], separator: str = "") -> Ticks:
    """The choices that the cells hold if these are the options, whose words may hold separators.

    What else stands in a cell was written under "other".
    """
    marks = [separator] if separator else list(SEPARATORS)
    cut = "|".join(re.escape(mark.strip() or mark) for mark in marks)
    known = {folded(option): option for option in options}
    if all(map(looks_listed, counts)) and (lists := lists_of(counts)):
        return _known_of_lists(lists, options, known)
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
    return Ticks(tuple(options), chosen, others, separator or ", ", said=True)


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
    parts = {cell: _parts(cell, mark) for cell in counts}
    glued = _glued(parts, mark)
    parts = {cell: _rejoined(some, glued, mark) for cell, some in parts.items()}
    if any(len(set(some)) < len(some) for some in parts.values()):
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
    whole = [cell for cell in counts if cell not in others]
    if not sure and not _reordered(list(parts.values())):
        apart = sum(any(some == [one] for some in parts.values()) for one in options)
        varied = len({frozenset(some) for some in parts.values()}) > len(options)
        enough = joined or together >= _RARE / 2 * given
        told = known or joined or (mark in _PLAIN and together >= given / 2)
        if not (varied and enough and (told or apart >= len(options) / 3)):
            return None
        if len(whole) < _MOSTLY * len(counts) or _sentence_like(options, mark):
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


def _parts(cell: str, mark: str) -> list[str]:
    whole = cell.rstrip().removesuffix(mark.strip() or mark)  # some end with it by a slip
    return [part for part in map(clean, whole.split(mark)) if part]


def _glued(parts: Mapping[str, Sequence[str]], mark: str) -> frozenset[tuple[str, str]]:
    """Pairs of parts that are one option: neither stands anywhere without the other beside it."""
    follows: dict[str, set[str]] = {}
    leads: dict[str, set[str]] = {}
    pairs: set[tuple[str, str]] = set()
    for some in parts.values():
        for one, other in pairwise(("", *some, "")):
            follows.setdefault(one, set()).add(other)
            leads.setdefault(other, set()).add(one)
        pairs.update(pairwise(some))
    return frozenset(
        (one, other)
        for one, other in pairs
        if (follows[one] == {other} and leads[other] == {one}) or _torn(one, other, mark)
    )


def _torn(one: str, other: str, mark: str) -> bool:
    """True if the mark stood within brackets: "Car (own", "rented)"."""
    opened = one.count("(") > one.count(")")
    return mark.strip() == "," and opened and other.count(")") > other.count("(")


def _rejoined(some: Sequence[str], glued: frozenset[tuple[str, str]], mark: str) -> list[str]:
    found: list[str] = []
    last = ""
    for part in some:
        between = mark if mark.strip() != mark or not mark.strip() else f"{mark} "
        if found and (last, part) in glued:
            found[-1] = f"{found[-1]}{between}{part}"
        else:
            found.append(part)
        last = part
    return found


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
