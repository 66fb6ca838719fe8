"""Scales of numbered answers: "1 (None at all)", 2, …; "18 to 24 years"; "500 m to 1 km"; "10+".

Each answer begins with a number of its own. They are a scale if the same unit stands behind all
numbers, if a table of units explains the different ones, or if only the ends have words. Numbers
before names ("1 Male", "10115 Berlin") order nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rundfrage.dataset.intake.band_words import (
    BELOW,
    BOUNDS,
    DIGITS,
    LESS,
    MORE,
    SPANS,
    by_signs,
    graded_up,
    in_digits,
    is_number_word,
    number_in_words,
)
from rundfrage.dataset.intake.counted_up import counted_up
from rundfrage.dataset.intake.numbered_ends import turned
from rundfrage.dataset.words import VOCABULARIES
from rundfrage.dataset.words.units import CURRENCIES, DIMENSIONS, MILLION, MULTIPLES, UNSPACED
from rundfrage.patterns import pattern

MOST_STEPS = 30
POINTS = 11
"""Most points of a scale of bare numbers: 0 to 10."""
_NUMBERED = pattern(
    rf"(?P<bound>{BOUNDS})?\s*(?:[a-z]{{0,2}}(?P<money>[{re.escape(CURRENCIES)}])|s/\.?)?\s*"
    rf"(?P<number>-?(?:{DIGITS}))\s*(?P<rest>(?!\w).*|(?<=\s)\D.*|(?<=\d)\D.*)",
    re.DOTALL | re.IGNORECASE,
)
_NEXT = pattern(rf"(?<![a-zà-ÿа-я\d])(?:{DIGITS})")
_ALONE = pattern(r"\(?-?\d{1,3}[).:]?")
_END_LABEL = pattern(r"\s*([-–—:=.(]\s*|\s)\D.*", re.DOTALL)
_DATED = pattern(r"\s?([-/.])\s?\d{1,2}\1\s?\d{1,4}")
_THOUSANDS = pattern(r"(?<=\d)[.,'\u00a0\u202f\u2009 ](?=\d{3}(?!\d))")
_TIMES = frozenset(chain.from_iterable(one.times for one in VOCABULARIES))
_DECADE = pattern(r"(?:1[5-9]|20)\d0\s?(?:s|'s|er|ers|-е|-х|’s)(?!\w)")
_WORDS = pattern(r"\d+|[^\W\d_]+")
_UNITS = pattern(rf"[^\W\d_]+|[%‰¢°{re.escape(CURRENCIES)}]")
_MONEY = frozenset(chain(CURRENCIES, *(one for one in DIMENSIONS if set(CURRENCIES) & set(one))))
_ALIKE = 0.5
_MOST_NAMED = 3
_PAIR = 2
_FEWEST = 2


@dataclass(frozen=True)
class _Step:
    """A label cut up: its number, what multiplies it, its unit, and whether it is a bound."""

    label: str
    match: re.Match[str]
    number: float
    bound: int
    multiple: float = 1.0
    unit: str = ""
    """The word behind the first number if it is a unit, else that behind the last."""
    words: tuple[str, ...] = ()


def numbered(labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """The labels in the order of their numbers, with codes; None if they are no scale."""
    return _by_number(labels) or _by_word(labels) or by_signs(labels) or _by_ends(labels)


def _by_ends(labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Bare numbers between ends whose words stand before their numbers."""
    label_of = turned(labels)
    found = None if label_of is None else _by_number(list(label_of))
    if label_of is None or found is None:
        return None
    return tuple(label_of.get(one, one) for one in found[0]), found[1]


def _by_word(labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Labels with a word for a number: "none", 1 to 2, 3 or more; "just me", 2 to 9; "two"."""
    said = {label: number_in_words(label) for label in labels}
    worded = [label for label, number in said.items() if number]
    numbers = {label: f"{number}" if number else label for label, number in said.items()}
    whole = len(worded) == len(labels)
    if not worded or len(labels) < _FEWEST or len(set(numbers.values())) < len(labels):
        return None
    if not whole and len(worded) > 1 and not all(map(is_number_word, worded)):
        return None
    units = [] if whole else [label for label in labels if label not in worded]
    # "None" and "just me" have no unit, and stand before all others.
    first = worded[0] if len(worded) == 1 and numbers[worded[0]] in {"0", "1"} else None
    if first is not None and (found := _by_number(units)):
        start = int(numbers[first])
        return (first, *found[0]), tuple(range(start, start + 1 + len(found[0])))
    found = _by_number(list(numbers.values()))
    if found is None and whole and all(number.isdecimal() for number in numbers.values()):
        ordered = sorted(numbers.values(), key=int)
        found = tuple(ordered), tuple(map(int, ordered))
    if found is None:
        return None
    label_of = {number: label for label, number in numbers.items()}
    return tuple(label_of.get(number, number) for number in found[0]), found[1]


def _by_number(labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    steps = _cut(labels)
    if steps is None or _enumerated(labels) or not all(map(_plausible, steps)):
        return None
    factors = _factors(steps)
    spans = _spans(steps)
    if factors is None or spans is None:
        return None
    sized = zip(steps, factors, spans, strict=True)
    keyed = sorted(
        (step.number * step.multiple * factor * span, step.bound, step.label)
        for step, factor, span in sized
    )
    if len({(value, bound) for value, bound, _ in keyed}) < len(keyed):
        return None
    ordered = tuple(label for *_, label in keyed)
    rests = [step.match["rest"] for step in steps]
    bare = (
        len({*spans, *factors, *(step.multiple for step in steps)}) == 1
        and not all(rests)
        and (
            all(not rest or _END_LABEL.fullmatch(rest) for rest in rests)
            or (all(not rest or rest[0].isalpha() for rest in rests) and _only_ends_named(steps))
        )
    )
    if bare and all(value == int(value) and not bound for value, bound, _ in keyed):
        return _without_gaps(ordered, [int(value) for value, *_ in keyed])
    numbers = sorted({int(step.number) for step in steps})
    if len(numbers) == len(steps) and _counts(steps, spans, factors):
        return ordered, tuple(numbers)
    return ordered, tuple(range(1, len(ordered) + 1))


def _counts(steps: Sequence[_Step], spans: Sequence[float], factors: Sequence[float]) -> bool:
    """True if each label says how many, and the last perhaps how many at least: 0, 1, 2, 3+.

    Such numbers are their own codes.
    """
    alike = len({*spans, *factors, *(step.multiple for step in steps)}) == 1
    whole = all(step.number == int(step.number) and step.number >= 0 for step in steps)
    last = max(steps, key=lambda step: (step.number, step.bound))
    bounded = [step for step in steps if step.bound or _open_ended(step)]
    single = not any(_NEXT.search(step.match["rest"]) for step in steps)
    return alike and whole and single and bounded in ([], [last]) and last.bound >= 0


def _open_ended(step: _Step) -> bool:
    return step.match["rest"].lstrip().startswith("+") or bool(MORE.search(step.match["rest"]))


def _without_gaps(
    ordered: tuple[str, ...], codes: Sequence[int]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The steps, also those between them that nobody chose, where they are few."""
    # Scales begin at 0 or 1; a first step without words is none.
    first = 1 if 1 < codes[0] <= _PAIR and _ALONE.fullmatch(ordered[0].strip()) else codes[0]
    every = range(first, codes[-1] + 1)
    named = dict(zip(codes, ordered, strict=True))
    plain = next((label for label in ordered if _ALONE.fullmatch(label.strip())), "0")
    if len(every) > POINTS:
        return ordered, tuple(codes)
    labels = (named.get(code) or re.sub(r"-?\d+", str(code), plain.strip()) for code in every)
    return tuple(labels), tuple(every)


def is_numbered(label: str) -> bool:
    """True if the label, which is folded, begins with a number or bounds one."""
    return _NUMBERED.fullmatch(label) is not None


def measured_apart(labels: Sequence[str]) -> bool:
    """True if the labels begin with numbers of which some have a known unit, and are no scale."""
    steps = _cut(labels)
    if steps is None or not all(map(_plausible, steps)) or numbered(labels) is not None:
        return False
    return any(step.multiple > 1 or _is_unit(step.unit) for step in steps)


def _cut(labels: Sequence[str]) -> list[_Step] | None:
    """The labels cut up; None if some don't begin with a number, or all are nothing but numbers."""
    if len(labels) > MOST_STEPS:
        return None
    words = list(map(in_digits, labels))
    matches = [match for word in words if (match := _NUMBERED.fullmatch(word))]
    told = graded_up(labels) or any(one["rest"] or one["bound"] for one in matches)
    if len(matches) < len(labels) or not told:
        return None
    money = any(
        not _MONEY.isdisjoint((*_UNITS.findall(one["rest"]), one["money"] or ""))
        or "k" in _UNITS.findall(one["rest"])
        for one in matches
    )
    multiples = {**MULTIPLES, **MILLION} if money else MULTIPLES
    return [_step(label, one, multiples) for label, one in zip(labels, matches, strict=True)]


def _step(label: str, match: re.Match[str], multiples: Mapping[str, float]) -> _Step:
    number = _number(match["number"])
    rest = match["rest"]
    bound = -1 if match["bound"] in BELOW else 1 if match["bound"] else 0
    if not bound and LESS.search(rest):
        bound = -1
    behind = LESS.sub(" ", MORE.sub(" ", rest))
    plain = re.sub(r"\([^()]*\)", " ", behind)
    later = list(_NEXT.finditer(plain))
    if bound or later or _UNITS.search(plain):
        behind = plain  # A remark on what has a unit, or is a band: "18-24 (young)".
    later = list(_NEXT.finditer(behind))
    first = _units(behind[: later[0].start()] if later else behind, multiples)
    last = _units(behind[later[-1].end() :], multiples) if later else first
    multiple = first[0]
    if multiple == 1.0 and later and _number(later[-1].group()) > number:
        multiple = last[0]  # 1 to 5 million, but 500,000 to 1 million
    money = [match["money"]] if match["money"] else []
    words = [*last[1], *money]
    if len(first[1]) and (_is_unit(first[1][0]) or not later):
        words = [*first[1], *money]
    return _Step(label, match, number, bound, multiple, words[0] if words else "", tuple(words))


def _units(words: str, multiples: Mapping[str, float]) -> tuple[float, list[str]]:
    """What the words behind a number multiply it by, and the words that are left."""
    multiple = 1.0
    left: list[str] = []
    for word in _UNITS.findall(words):
        while word and not left and word[0] in UNSPACED and word not in _UNIT_WORDS:
            multiple *= multiples[word[0]]
            word = word[1:]  # noqa: PLW2901  the rest of the word
        if word in multiples and not left:
            multiple *= multiples[word]
        elif word:
            left.append(word)
    return multiple, left


_UNIT_WORDS = frozenset(chain.from_iterable(DIMENSIONS))


def _is_unit(word: str) -> bool:
    return word in _UNIT_WORDS or word in SPANS or word in CURRENCIES


def _number(digits: str) -> float:
    return float(_THOUSANDS.sub("", digits).replace(",", "."))


def _factors(steps: Sequence[_Step]) -> list[float] | None:
    """What each number's unit is; None if the words behind the numbers are no units, or of several.

    Spans of time are 1: what they are depends on what else a label says.
    """
    named = [step for step in steps if step.unit]
    same = [1.0] * len(steps)
    if not named or all(_alike(step.unit, named[0].unit) for step in named):
        return same
    if all(step.unit in SPANS or step.unit in _TIMES for step in named):
        return same
    for dimension in DIMENSIONS:
        if all(step.unit in dimension for step in named):
            known = {dimension[step.unit] for step in named}
            if len({math.log10(one).is_integer() for one in known}) > 1:
                return None  # 154 lbs are no step above 70 kg, but the same.
            if len(known) > 1 and any(step.number and not step.unit for step in steps):
                return None
            return [dimension.get(step.unit, 1.0) for step in steps]
    return same if _only_ends_named(steps) else None


def _only_ends_named(steps: Sequence[_Step]) -> bool:
    """True for "1 (None at all)", 2, …, "10 (All)", and perhaps with words in the middle."""
    ordered = sorted(steps, key=lambda step: step.number)
    inner = [step for step in ordered[1:-1] if step.unit]
    named = [step for step in steps if step.unit]
    if len(named) == len(steps) or any(step.unit in _UNIT_WORDS for step in named):
        return False
    return not inner or (len(inner) == 1 and len(named) == _MOST_NAMED)


def _alike(one: str, other: str) -> bool:
    """True if the words are one unit: star and stars, lat and lata."""
    if one == other:
        return True
    if one in _UNIT_WORDS or other in _UNIT_WORDS:
        return any(
            one in each and other in each and each[one] == each[other] for each in DIMENSIONS
        )
    same = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return same > _ALIKE * max(len(one), len(other))


def _enumerated(labels: Sequence[str]) -> bool:
    """True for "1. North", "2. South": numbers that count answers, and order none."""
    found = counted_up(labels)
    return found is not None and all(found.words) and len(set(found.words)) > 1


def _plausible(step: _Step) -> bool:
    """False for what begins with a number and is no step: 10001S, 12a, 3rd floor, 1.2.3, a date."""
    rest = step.match["rest"]
    if re.match(r"[.,]\d|[-–−]\s*$", rest) or _DATED.match(rest):
        return False
    end = step.match.end("number")
    attached = re.match(r"[a-zäöü]+", step.match.string[end:])
    if attached is None or _DECADE.match(step.match["number"] + rest):
        return True
    word = attached.group()
    return word in MULTIPLES or word in MILLION or _is_unit(word)


def _spans(steps: Sequence[_Step]) -> list[float] | None:
    """What one of each label's numbers is, in hours or per hour, if they differ: months and years.

    None if some labels have a span and others have none, or count how often and how long.
    """
    each_span = [_span(step.match) for step in steps]
    found = [one for step, one in zip(steps, each_span, strict=True) if one or step.number != 0]
    known = [one for one in found if one is not None]
    if len(set(known)) < 2:  # noqa: PLR2004  they don't differ
        return [1.0] * len(steps)
    each = {one.each for one in known if one.each}
    if len(known) < len(found) or len({one.times for one in known}) > 1:
        return None
    if len(each) < 2:  # noqa: PLR2004  all per week, or some don't say so
        return [one.size if one else 1.0 for one in each_span]
    if not all(one.each for one in known):
        return None
    return [one.size / one.each if one else 1.0 for one in each_span]


@dataclass(frozen=True)
class _Span:
    """What a label's number counts: spans of so many hours, or times, in each of so many hours."""

    size: float
    each: float
    times: bool = False


def _span(match: re.Match[str]) -> _Span | None:
    words = _WORDS.findall(match["rest"])
    for at, word in enumerate(words):
        if word in SPANS:
            if not _TIMES.isdisjoint(words[:at]):
                return _Span(1.0, SPANS[word], times=True)
            each = [SPANS[one] for one in words[at + 1 : at + 3] if one in SPANS]
            counted = any(map(str.isdigit, words[at + 1 : at + 3]))
            return _Span(SPANS[word], 0.0 if counted or not each else each[0])
    return None
