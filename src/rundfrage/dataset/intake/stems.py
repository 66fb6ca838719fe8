"""Neighbouring columns whose names begin alike and whose answers are of one kind: one question.

    USE.COST, USE.CODE.OF.CONDUCT      q0007_0001, q0007_0002      a1, a2, a3
    "Why? Price", "Why? Speed"         [Rome], [Paris]             Fields, Column2, Column3

The *stem* is what the names share, up to a mark, a number or the end of a sentence. It may be
shared by two questions in a row: where their own stems are longer, they are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rundfrage.dataset.cells import REASONS, Cells, clean, parsed_number
from rundfrage.dataset.decoding import CHOSEN_WORDS, NOT_CHOSEN_WORDS
from rundfrage.dataset.intake.headings import continues, part_of, plain
from rundfrage.dataset.intake.label_reasons import is_mark
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.dataset.intake.numbered import POINTS
from rundfrage.dataset.intake.scales import folded, scale_of
from rundfrage.patterns import pattern

_FEWEST = 3
_MOST_WORDS = 15
_MOST_TEXTS = 2
_STRONG = pattern(r"[._\-/:]+(?=[^\s._\-/:])|[?.:!>»]\s+(?=\S)|\s[-–—]\s+(?=\S)")
_WEAK = pattern(r"(?<=[^\W\d])(?=\d)|(?<=[^\W\d])\s(?=\d{1,2}$)")
_BRACKETS = pattern(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Kind:
    """What the cells of a column say: ticks, the option's own words, points, words, or texts."""

    name: str
    words: frozenset[str] = frozenset()

    def beside(self, other: Kind) -> Kind | None:
        """What both columns are together, None if they are no items of one question."""
        if not self.words or not other.words:
            return self if self.words else other
        words = self.words | other.words
        if self.name != other.name:
            mixed = {self.name, other.name} == {"own", "words"} and self.words & other.words
            return Kind("words", words) if mixed else None
        if self.name in {"own", "ticks", "points"}:
            return Kind(self.name, words)
        shared = len(self.words & other.words) * 2 >= min(len(self.words), len(other.words))
        alike = len(words) <= _MOST_WORDS and shared
        return Kind(self.name, words) if alike or scale_of(words) else None


def with_shared_stems(layout: Layout) -> Layout:
    """The layout in which such columns are items of one question."""
    headings = list(layout.headings)
    names = [plain(name) for name in layout.sheet.names]
    kinds = [kind_of(cells) for cells in layout.sheet.columns]
    free = [_free(heading, name) for heading, name in zip(headings, names, strict=True)]
    for run in _runs(free, kinds):
        for places, stem in _questions(run, names, kinds):
            _join(headings, names, places, stem)
    _continued(headings, kinds)
    _written(headings, kinds)
    return replace(layout, headings=headings)


def kind_of(cells: Cells) -> Kind:
    """What the cells of the column say."""
    words: set[str] = set()
    for cell in cells.words:
        word = folded(cell)
        if cell not in REASONS and not is_mark(cell):
            words.add(word)
        if len(words) > _MOST_WORDS:
            return Kind("text", frozenset(words))
    found = frozenset(words)
    chosen = {word.removesuffix(".0") for word in found}
    own = found - NOT_CHOSEN_WORDS
    if chosen <= CHOSEN_WORDS | NOT_CHOSEN_WORDS:
        return Kind("ticks", found)
    if all(number is not None and 0 <= number < POINTS for number in map(_whole, found)):
        return Kind("points", found)
    if all(parsed_number(word) is not None for word in found):
        return Kind("text", found)  # Quantities, and no words that columns could share.
    if len(own) == 1 and len(found) <= 2 and _whole(next(iter(own))) is None:  # noqa: PLR2004  an option, or not chosen
        return Kind("own", own)
    return Kind("words", found) if _comes_again(cells, found) else Kind("text", found)


def _whole(word: str) -> int | None:
    number = parsed_number(word, comma=False)
    return int(number) if number is not None and number == int(number) else None


def _comes_again(cells: Cells, words: frozenset[str]) -> bool:
    given = sum(
        count
        for word, count in zip(cells.words, cells.counts, strict=True)
        if folded(word) in words
    )
    return len(words) * 2 <= given


def _free(heading: Heading, name: str) -> bool:
    """True for a column that isn't in a group yet, or only by a dot in its name."""
    dotted = heading.name == name and name.startswith(f"{heading.group}.") and " " not in name
    return heading.use is None and (not heading.group or dotted)


def _runs(free: Sequence[bool], kinds: Sequence[Kind]) -> Iterator[list[int]]:
    """Places of neighbours that answer alike; a text of theirs may stand between them."""
    run: list[int] = []
    together = Kind("")
    texts = 0
    for place, (is_free, said) in enumerate(zip(free, kinds, strict=True)):
        if is_free and said.name == "text" and run and texts < _MOST_TEXTS:
            texts += 1
            continue
        fits = is_free and said.name != "text"
        joined = together.beside(said) if fits else None
        if joined is None and run:
            yield run
            run, together = [], Kind("")
            joined = said if fits else None
        if joined is not None:
            run.append(place)
            together = joined
            texts = 0
    if run:
        yield run


def _questions(
    run: Sequence[int], names: Sequence[str], kinds: Sequence[Kind]
) -> Iterator[tuple[list[int], int]]:
    """The questions of a run: their places, and how long the stem of their names is."""
    told = [place for place in run if kinds[place].words]
    if len(run) < 2 or len(told) < 2:  # noqa: PLR2004  one column is no group
        return
    shared = [_shared(names[one], names[other]) for one, other in pairwise(run)]
    least = min(shared)
    parts = _split(run, shared, least)
    cut = least in {0, _NOTHING} or (len(parts) > 1 and all(len(part) > 1 for part in parts))
    weak = least > 0 and not any(match.end() == least for match in _STRONG.finditer(names[run[0]]))
    if cut or (weak and kinds[told[0]].name in {"own", "ticks"} and not _options(told, kinds)):
        if len(parts) > 1:
            for part in parts:
                yield from _questions(part, names, kinds)
        return
    if len(told) < _FEWEST or (weak and kinds[told[0]].name == "points" and len(told) <= _FEWEST):
        return
    yield list(run), max(least, 0)


def _options(places: Sequence[int], kinds: Sequence[Kind]) -> bool:
    """True if each column holds one word, and each its own: they are options, however called."""
    words = [word for place in places for word in kinds[place].words]
    own = all(kinds[place].name == "own" for place in places)
    return own and len(places) >= _FEWEST and len(words) == len(places) == len(set(words))


_NOTHING = 0
_BRACKETED = -1


def _split(run: Sequence[int], shared: Sequence[int], least: int) -> list[list[int]]:
    parts = [[run[0]]]
    for place, length in zip(run[1:], shared, strict=True):
        if length == least:
            parts.append([place])
        else:
            parts[-1].append(place)
    return parts


def _shared(one: str, other: str) -> int:
    """How long the stem of both names is; `_BRACKETED` if they are nothing but items."""
    if _BRACKETS.fullmatch(one.strip()) and _BRACKETS.fullmatch(other.strip()):
        return _BRACKETED
    same = 0
    for left, right in zip(one.casefold(), other.casefold(), strict=False):
        if left != right:
            break
        same += 1
    # "Q7: Good manners" and "Q8: Hard work" share no question, but "Issue 1" and "Issue 2" do.
    worded = any(" " in name.strip() and not name.rstrip()[-1].isdecimal() for name in (one, other))
    forms = (_STRONG,) if worded else (_STRONG, _WEAK)
    ends = {match.end() for form in forms for match in form.finditer(one)}
    ends &= {match.end() for form in forms for match in form.finditer(other)}
    return max((end for end in ends if end <= same), default=_NOTHING)


def _join(
    headings: list[Heading],
    names: Sequence[str],
    places: Sequence[int],
    stem: int,
) -> None:
    first = names[places[0]]
    question = first[:stem].strip() if stem > 0 else ""
    question = question.rstrip(":-–— " if " " in question else "._-/: ")
    group = question or first.strip()
    for place in range(places[0], places[-1] + 1):
        name = names[place]
        bare = _BRACKETS.fullmatch(name.strip())
        item = bare[1] if bare else clean(name[stem:])
        if place not in places and _shared(name, first) < stem:
            continue
        part = Part.ANSWER if place in places else part_of(item)
        if place in places or part is Part.OTHER:
            headings[place] = Heading(headings[place].name, question, group, item, item, part)


def _continued(headings: list[Heading], kinds: Sequence[Kind]) -> None:
    """Columns without a name of their own hold more options of the question before them."""
    place = 0
    while place < len(headings):
        last = place
        while last + 1 < len(headings) and continues(headings[last + 1].name):
            last += 1
        run = range(place, last + 1)
        options = [at for at in run if kinds[at].name == "own"] or _numbered(run, kinds)
        own = headings[place]
        if len(options) > 1 and options[0] == place and not own.group and own.use is None:
            for number, at in enumerate(run, 1):
                part = Part.OTHER if kinds[at].name in {"text", "words"} else Part.ANSWER
                headings[at] = Heading(
                    f"{own.name}.{number}", own.label, own.name, str(number), "", part
                )
        place = last + 1


def _numbered(run: Sequence[int], kinds: Sequence[Kind]) -> list[int]:
    """The places of columns that hold nothing but their number among these, from 1 on."""
    own = [kinds[at].words <= {str(number)} for number, at in enumerate(run, 1)]
    told = sum(bool(kinds[at].words) for at in run)
    return list(run) if all(own) and told >= _FEWEST else []


def _written(headings: list[Heading], kinds: Sequence[Kind]) -> None:
    """An option that stands twice has its mark in one column, and in the next what was written."""
    for place in range(1, len(headings)):
        before, after = headings[place - 1], headings[place]
        same = after.group and (before.group, before.item) == (after.group, after.item)
        if same and kinds[place].name == "text" and kinds[place - 1].name in {"own", "ticks"}:
            headings[place] = replace(after, part=Part.OTHER)
