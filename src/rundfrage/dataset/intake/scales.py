"""Which answers form a scale, and in what order: read from the words and numbers of the answers.

A *worded scale* is one of the lists of a language (words/), or grades one word (graded.py): it
takes that order, the best or most first. A *numbered scale* takes the order of its numbers
(numbered.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, takewhile

from rundfrage.codebook import Missing, Role
from rundfrage.codebook.reason_words import (
    OFFERED,
    REASON_WORDS,
    TECHNICAL,
    as_listed,
    technical_opening,
    technical_reason,
)
from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.counted_up import counted_up
from rundfrage.dataset.intake.frequency import frequencies, is_frequency
from rundfrage.dataset.intake.graded import graded, is_graded
from rundfrage.dataset.intake.numbered import MOST_STEPS, is_numbered, numbered
from rundfrage.dataset.intake.signs import signed
from rundfrage.dataset.words import NO, SAID_NO, VOCABULARIES, YES
from rundfrage.dataset.words.assent import ASSENT, HALFWAY
from rundfrage.dataset.words.levels import LEVELS
from rundfrage.dataset.words.marks import SCHOOL_MARKS
from rundfrage.dataset.words.pictures import FACES
from rundfrage.dataset.words.vocabulary import Steps, fold
from rundfrage.patterns import pattern

OTHERS = frozenset(chain.from_iterable(one.other for one in VOCABULARIES))
NONES = frozenset(chain.from_iterable(one.none for one in VOCABULARIES))
BESIDE: Mapping[str, Missing] = {**OFFERED, **TECHNICAL}
"""Labels that stand beside a scale, and are no steps of it."""

_ALTERNATIVES = pattern(r"\s*[/／,;]\s*|\s+(?:or|oder|ou|o|lub|veya|или|або)\s+")
_BEGINS = frozenset(chain.from_iterable(one.begins for one in REASON_WORDS))
_WHOLE = frozenset(chain.from_iterable(one.whole for one in REASON_WORDS))
_OPENINGS: Mapping[str, Missing] = {
    word: why
    for word, why in OFFERED.items()
    if (why is Missing.DONT_KNOW and len(word.split()) > 1 and word not in _WHOLE)
    or word in _BEGINS
}
"""How labels begin that say more than "don't know": of what, or who may say so."""

_MOST_GRADED = 12
_PAIR = 2
_FEWEST_STEPS = 3
_STEPS = frozenset(
    word
    for one in VOCABULARIES
    for group in (*chain.from_iterable(one.scales), *one.grading.opposites)
    for word in group
)
_LONGEST = 60


def _places_in(*lists: Steps) -> tuple[Mapping[str, int], ...]:
    return tuple({word: at for at, step in enumerate(one) for word in step} for one in lists)


_PLACES_OF_TWO = _places_in(*(scale for one in VOCABULARIES for scale in one.scales))
"""Where each word stands in the lists of which two steps are enough."""
_LEVELS = _places_in(*(level for one in VOCABULARIES for level in one.levels), *LEVELS)
_SAID_YES = chain.from_iterable(one.yes for one in VOCABULARIES)
_HALFWAY = _places_in((tuple(_SAID_YES), tuple(HALFWAY), tuple(SAID_NO)))
_PLACES = (*_PLACES_OF_TWO, *_LEVELS, *_places_in(*ASSENT, FACES, *SCHOOL_MARKS), *_HALFWAY)


_OPPOSITES = [{*pair} for one in VOCABULARIES for pair in one.grading.opposites]


@dataclass(frozen=True)
class Scale:
    """The answers of an ordinal variable in order, their codes, and what stood beside them."""

    steps: tuple[str, ...]
    codes: tuple[int, ...]
    beside: tuple[tuple[str, Missing], ...] = ()


@lru_cache(maxsize=1 << 16)
def folded(label: str) -> str:
    """A label as labels are compared: without case, doubled blanks and curly apostrophes."""
    return fold(clean(label))


def scale_of(labels: Collection[str]) -> Scale | None:
    """The scale that these answers form, None if they form none; order doesn't matter."""
    if len(labels) > 2 * MOST_STEPS:
        return None
    beside = tuple((label, why) for label in labels if (why := beside_reason(label)) is not None)
    said = {label for label, _ in beside}
    if yes_or_no([label for label in labels if label not in said]) is not None:
        return None  # Yes and no are two answers, whatever stands beside them.
    sure = tuple(pair for pair in beside if technical_reason(folded(pair[0])) is not None)
    # "Not sure" between "likely" and "unlikely" is a step: try with all but technical ones first.
    for aside in dict.fromkeys((sure, beside)):
        left_out = {label for label, _ in aside}
        steps = [label for label in labels if label not in left_out]
        if not 1 < len(steps) <= MOST_STEPS:
            continue
        if ordered := worded(steps):
            return Scale(*_with_codes(ordered), aside)
        if aside == beside and (by_number := numbered(steps)):
            return Scale(*by_number, aside)
    return None


def _with_codes(ordered: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The steps with their codes: the numbers that they were given, which order them, or 1, 2, 3.

    The best or most stays first.
    """
    found = counted_up(ordered)
    if found is None:
        return tuple(ordered), tuple(range(1, len(ordered) + 1))
    pairs = sorted(zip(found.numbers, ordered, strict=True))
    if found.numbers[0] > found.numbers[-1]:
        pairs.reverse()
    return tuple(label for _, label in pairs), tuple(number for number, _ in pairs)


@lru_cache(1 << 14)
def beside_reason(label: str) -> Missing | None:
    """Why this label is no step of a scale, None if it may be one: "Don't know (spontaneous)"."""
    word = folded(_spaced(label))
    for one in dict.fromkeys((word, _without_brackets(word), _bare(word), _uncoded(word))):
        if (listed := as_listed(one)) in BESIDE:
            return BESIDE[listed]
        parts = [part.strip() for part in _ALTERNATIVES.split(one)]
        if len(parts) > 1 and all(part in BESIDE for part in parts):
            return BESIDE[parts[0]]
    for start, why in _OPENINGS.items():
        if word.startswith(start) and not word[len(start)].isalnum():
            return why
    return technical_reason(word) or technical_opening(word)


def are_poles(labels: Collection[str]) -> bool:
    """True if these two are opposites or steps of one scale, whatever stands between them."""
    words = {plain_step(label) for label in labels}
    if len(words) != _PAIR or len(labels) != _PAIR:
        return False
    if words in _OPPOSITES or any(words <= set(place) for place in _PLACES):
        return True
    plain, graded_one = sorted(words, key=len)
    return graded_one.split()[-1] == plain and is_graded(graded_one)


def are_levels(labels: Collection[str]) -> bool:
    """True if these are levels by name alone, which may be kinds as well: primary, secondary."""
    words = {plain_step(label) for label in labels}
    return any(words <= set(place) for place in _LEVELS) and not any(
        words <= set(place) for place in _PLACES_OF_TWO
    )


def worded(labels: Sequence[str]) -> list[str] | None:
    """The labels in order, the best or most first, if they are a scale by their words."""
    ordered = _in_order(tuple(sorted(labels)))
    return list(ordered) if ordered else None


@lru_cache(1 << 12)
def _in_order(labels: tuple[str, ...]) -> tuple[str, ...] | None:
    """The labels of a scale of words in order; kept, since the columns of a file share labels."""
    words = [_bare(folded(_spaced(label))) for label in labels]
    plain = [_without_brackets(word) for word in words]
    uncoded = [_uncoded(word) for word in words]
    counted = [uncoded] if all(map(str.__ne__, uncoded, words)) else []
    cut = (*_without_shared(plain), *_in_two_languages(plain), *_first_of(plain))
    ways = (words, plain, *cut, *counted)
    for some in ways:
        if len(set(some)) == len(some) and yes_or_no(some) is None:
            by_degree = graded(some) if len(some) <= _MOST_GRADED else None
            if places := _listed(some) or by_degree or frequencies(some) or signed(some):
                return tuple(label for _, label in sorted(zip(places, labels, strict=True)))
    return None


def _listed(words: Sequence[str]) -> list[int] | None:
    """Where the words stand in one of the lists of a language; None if they are in none.

    Good and bad are steps even if nobody gave another; two levels are two answers: small and large.
    """
    for place in _PLACES if len(words) > _PAIR else _PLACES_OF_TWO:
        if words[0] not in place:
            continue
        places = [place.get(word, -1) for word in words]
        if min(places) >= 0 and len(set(places)) == len(places):
            return places
    return None


def _without_shared(labels: Sequence[str]) -> Iterator[list[str]]:
    """The labels without the words that all of them end with, begin with, both, or hold."""
    cut = [label.split() for label in labels]
    ends = _shared([words[::-1] for words in cut])
    begins = _shared(cut)
    for begin, end in ((0, ends), (begins, 0), (begins, ends)):
        if begin + end and all(len(words) > begin + end for words in cut):
            yield [" ".join(words[begin : len(words) - end]) for words in cut]
    among = set(cut[0]).intersection(*cut[1:])
    left = [" ".join(word for word in words if word not in among) for words in cut]
    if among and all(left):
        yield left


def _in_two_languages(labels: Sequence[str]) -> Iterator[list[str]]:
    """What stands before and behind the one stroke that all labels have: "Souvent / Often"."""
    halves = [re.split(r"\s*[/|]\s*", label) for label in labels]
    if all(len(half) == 2 and all(half) for half in halves):  # noqa: PLR2004  the two
        yield from ([half[place] for half in halves] for place in (0, 1))


def _first_of(labels: Sequence[str]) -> Iterator[list[str]]:
    """The labels with the first of two steps that one may stand for: "never/hardly ever"."""
    cut = [_ALTERNATIVES.split(label) for label in labels]
    if any(len(parts) > 1 for parts in cut) and all(all(map(is_step, parts)) for parts in cut):
        yield [parts[0] for parts in cut]


def _shared(labels: Sequence[Sequence[str]]) -> int:
    """How many words all the labels begin with."""
    together = zip(*labels, strict=False)
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, together))


def odd_ones(labels: Sequence[str]) -> list[str]:
    """The few labels without which the others were a scale; none if it isn't so."""
    if not _FEWEST_STEPS < len(labels) <= _MOST_GRADED:
        return []
    offered = [label for label in labels if beside_reason(label) is not None]
    words = [folded(label) for label in labels]
    unlike = [
        label
        for label, word in zip(labels, words, strict=True)
        if label not in offered
        and not (is_step(label) or any(other.endswith(f" {word}") for other in words))
    ]
    for odd in ([*unlike, *one] for one in ([], *([label] for label in labels))):
        steps = [label for label in labels if label not in odd and label not in offered]
        told = odd and len(steps) >= max(_FEWEST_STEPS, len(odd) + 1)
        if told and not all(map(is_other, odd)) and scale_of(steps) is not None:
            return odd
    return []


@lru_cache(1 << 14)
def is_step(label: str) -> bool:
    """True if the label is a step of some scale."""
    word = plain_step(label)
    listed = word in _STEPS or is_graded(word) or is_frequency(word)
    return listed or is_numbered(word)


def plain_step(label: str) -> str:
    """The step as the lists of words have it: folded, without number, brackets and dot."""
    return _without_brackets(_bare(folded(_spaced(label))))


def _spaced(label: str) -> str:
    """The label with blanks for underscores, which codes of forms have: very_satisfied."""
    return label.replace("_", " ")


def _uncoded(label: str) -> str:
    """A label without the code in front of it, whatever stands between: "99 refused"."""
    return re.sub(r"^[(\[]?-?\d{1,5}[)\]]?[\s.:=)–-]+", "", label)


def _without_brackets(label: str) -> str:
    return re.sub(r"\s*\([^()]*\)$", "", label) or label


def _bare(label: str) -> str:
    """A label without the number in front of it, or the dot behind it: "1 - very good"."""
    words = re.sub(r"^\(?-?\d{1,2}\s*(?:[-–—:=.)]\s*)+(?=\D)", "", label)
    return words.strip().rstrip(".!").strip()


def is_other(label: str) -> bool:
    """True for "other", also with a remark: "Other (please explain)", "Other:"."""
    word = folded(label).rstrip(": ")
    head, bracket, _ = word.partition("(")
    return word in OTHERS or (bool(bracket) and head.strip() in OTHERS and len(word) <= _LONGEST)


def role_of(label: str) -> Role:
    """What the label says the category stands for."""
    word = folded(label)
    if is_other(label):
        return Role.OTHER
    return Role.NONE if word in NONES else Role.SUBSTANTIVE


def yes_or_no(labels: Collection[str]) -> list[str] | None:
    """The labels with yes first if they are a yes and a no (or one of them), else None."""
    words = {folded(label): label for label in labels}
    if not words or len(words) < len(labels) or not set(words) <= YES | NO:
        return None
    if len(words) > 1 and (set(words) <= YES or set(words) <= NO):
        return None
    return [label for word, label in sorted(words.items(), key=lambda pair: pair[0] in NO)]
