"""What stands around a figure: the words before and after it, its sentence, its neighbours.

A figure in a sentence is spoken of before it ("„Sprache“ (1,40)") or after it ("62 % bewerten …").
A figure that stands alone is spoken of by the text that it heads in large letters, else by the
passage above or below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.figure import Figure, Kind
from rundfrage.audit.find import is_bare
from rundfrage.audit.number_words import JOINED
from rundfrage.audit.words import folded

_ENDS = re.compile(
    r"(?<!\bbzw)(?<!\bz\.B)(?<!\bu\.a)(?<!\bca)(?<!\bNr)(?<!\bd\.h)(?<!\b\w)"
    r"[.!?](?:[\"”“»)]*)\s+(?=[^\Wa-zäöüß_]|\(|„|\d)"
)
_LED = re.compile(
    r"(?:[(:=\[·]|\bmit|\bwith|\bby|ø|mittelwert|mean|oberste zwei|top two)\s*[\"']?\s*$"
)
_PARTED = re.compile(r",|;|\bund\b|\bsowie\b|\band\b|\boder\b|\bor\b")
_QUOTED = re.compile(r'"[^"]*"')
_ADDED = re.compile(r"\(\s*ø?\s*$")
_RUNNING = {Role.TEXT, Role.HEADING, Role.NOTE, Role.ALT}


@dataclass(frozen=True)
class Surroundings:
    """The words around one figure, folded.

    `before` and `after` reach to the neighbouring figures; `led` is True if the words before it
    speak of it; `behind` is `after` with the words that lead to the next figure. `sentence` is its
    whole sentence, `earlier` and `later` the stretches of it before and behind the neighbours.
    `above` and `below` are neighbouring passages of a figure that stands alone, the nearest first,
    and `page` is all that is said on its page in running text.
    """

    before: str
    after: str
    behind: str
    led: bool
    sentence: str
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    page: str = ""
    alone: bool = False

    @property
    def sides(self) -> tuple[str, ...]:
        """The words that speak of the figure, the likelier side first."""
        if self.alone:
            both = zip_longest(self.below, self.above, fillvalue="")
            return tuple(one for pair in both for one in pair if one)
        return (self.before, self.after) if self.led else (self.after, self.before)


def surroundings(document: Document, figures: Sequence[Figure]) -> dict[Figure, Surroundings]:
    """The surroundings of every figure, each figure by itself as key."""
    by_passage: dict[int, list[Figure]] = {}
    for figure in figures:
        by_passage.setdefault(id(figure.passage), []).append(figure)
    neighbours = _Neighbours(document, by_passage)
    found = {}
    for group in by_passage.values():
        text = group[0].passage.text
        # Days part no list of results: "vom 23.09. bis 28.09." is one phrase.
        cuts = [one for one in group if one.kind is not Kind.DATE]
        for figure in group:
            found[figure] = _around(figure, text, cuts, neighbours)
    return found


def _around(
    figure: Figure, text: str, cuts: Sequence[Figure], neighbours: _Neighbours
) -> Surroundings:
    begin = max((one.end for one in cuts if one.end <= figure.start), default=0)
    end = min((one.start for one in cuts if one.start >= figure.end), default=len(text))
    first, last = sentence_span(text, figure.start)
    # Alternative texts and notes lead with a question's wording, which may be of several sentences.
    written = figure.passage.role is Role.TEXT
    before = folded(text[max(begin, first) if written else begin : figure.start])
    behind = after = folded(text[figure.end : min(end, last)])
    if end < last and _LED.search(after):
        after = _without_last(after)
    if figure.passage.role is Role.ALT:
        after = after.partition(";")[0]
    alone = figure.passage.role in _RUNNING and is_bare(figure)
    above, below = neighbours.of(figure) if alone else ((), ())
    if len(figure.passage.beside) == 1:
        above, below = (), (folded(figure.passage.beside[0]),)
    return Surroundings(
        before=before,
        after=after,
        behind=behind,
        led=bool(_LED.search(before))
        or after.startswith((")", "]", ";", ","))
        or not after.strip(" .;,)"),
        sentence=folded(text[first:last]),
        earlier=_segments(
            text, [one for one in cuts if first < one.end <= figure.start], first, begin
        ),
        later=(folded(text[end:last]),) if end < last else (),
        above=above,
        below=below,
        page=neighbours.page(figure.page),
        alone=alone,
    )


def _without_last(after: str) -> str:
    """The words behind a figure without the phrase that already leads to the next one."""
    joined = [one.span() for one in (*JOINED.finditer(after), *_QUOTED.finditer(after))]
    found = [
        one
        for one in _PARTED.finditer(after)
        if not any(start <= one.start() < end for start, end in joined)
    ]
    if found:
        return after[: found[-1].start()]
    # In "62 % finden X wichtig (Ø 2,32)" the bracket adds to what is said of the first figure.
    return after if _ADDED.search(after) and not after.startswith((")", "]")) else ""


def _segments(text: str, earlier: Sequence[Figure], first: int, begin: int) -> tuple[str, ...]:
    """The stretches of the sentence between the earlier figures, the nearest first."""
    starts = [first, *(one.end for one in earlier)]
    ends = [*(one.start for one in earlier), begin]
    spans = [
        folded(text[start:end]) for start, end in zip(starts, ends, strict=True) if end > start
    ]
    return tuple(reversed(spans))


def sentence_span(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around the place begins and ends."""
    begin = 0
    for found in _ENDS.finditer(text):
        if found.end() > place:
            return begin, found.start() + 1
        begin = found.end()
    return begin, len(text)


class _Neighbours:
    """The passages above and below, and which of the two speaks of lone figures on a page."""

    def __init__(self, document: Document, by_passage: dict[int, list[Figure]]) -> None:
        self._pages: dict[int, list[Passage]] = {}
        frame = framing(document)
        self._block: dict[Passage, int] = {}
        block = 0
        for passage in document.passages:
            shown = passage.role in {Role.TEXT, Role.HEADING, Role.QUOTE}
            # A chart or table parts the words above it from those below.
            block += passage.role in {Role.CELL, Role.CHART, Role.ALT}
            self._block[passage] = block
            if shown and folded(passage.text) not in frame:
                self._pages.setdefault(passage.page, []).append(passage)
        self._figures = by_passage
        self._texts: dict[int, str] = {}

    def page(self, number: int) -> str:
        """The running text of a page, folded."""
        if number not in self._texts:
            passages = self._pages.get(number, [])
            self._texts[number] = folded("\n".join(one.text for one in passages))
        return self._texts[number]

    def of(self, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The passages above and below; none on the side that speaks of another figure."""
        passages = self._pages.get(figure.page, [])
        place = next((at for at, one in enumerate(passages) if one is figure.passage), None)
        if place is None:
            return (), ()
        if reach := self._listed_above(passages, place):
            listed = passages[place - reach : place]
            return (folded("\n".join(one.text for one in listed)),), ()
        return self._words(passages, place, -1), self._words(passages, place, 1)

    def _words(self, passages: Sequence[Passage], place: int, step: int) -> tuple[str, ...]:
        """The passages on one side up to the next lone figure."""
        words: list[str] = []
        at = place + step
        while 0 <= at < len(passages) and len(words) < _REACH:
            apart = self._block[passages[at]] != self._block[passages[place]]
            if apart or self._is_lone(passages[at]):
                break
            words.append(folded(passages[at].text))
            at += step
        return tuple(words)

    def _is_lone(self, passage: Passage) -> bool:
        figures = self._figures.get(id(passage), [])
        return len(figures) == 1 and is_bare(figures[0])

    def _listed_above(self, passages: Sequence[Passage], place: int) -> int:
        """How many passages belong to each value in a list of labels and values; 0 if it is none.

        Such a list ends with a value, and its values stand in even steps.
        """
        lone = [at for at, one in enumerate(passages) if self._is_lone(one)]
        if len(lone) < _LIST or place not in lone:
            return 0
        step = lone[1] - lone[0]
        steady = all(b - a == step for a, b in pairwise(lone))
        ends = lone[-1] == len(passages) - 1 and lone[0] >= step - 1
        return step - 1 if steady and ends else 0


def framing(document: Document) -> frozenset[str]:
    """The folded texts that frame the pages: slogans, footers and the like, on many of them."""
    pages: dict[str, set[int]] = {}
    for passage in document.passages:
        if passage.role in {Role.TEXT, Role.HEADING}:
            pages.setdefault(folded(passage.text), set()).add(passage.page)
    least = max(_MANY, _OFTEN * document.pages)
    return frozenset(text for text, found in pages.items() if len(found) >= least)


_LIST = 3
_REACH = 4
_MANY = 5
_OFTEN = 0.25
