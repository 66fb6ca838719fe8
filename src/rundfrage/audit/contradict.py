"""Finds where a report contradicts itself: the same statement with another value.

Only what is beyond doubt is an error: the same label in the same place of the same kind of table,
or a sentence that stands twice but for its number. Where the words have shifted (another word than
the scale's, "very important" where "very important or important" was said) it is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.figure import Figure, Kind, Relation
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.link import SAME, Statement, statement_of
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.words import alike, folded, tokens

_NUMBER = re.compile(r"\b(?:frage|question)\s+(\d+\s?[a-z]?)\b", re.IGNORECASE)
_NAMED = re.compile(r"([^\W\d]\w*(?:\.\w+)+)\s*=\s*\[?$|^\s*·\s*([^\W\d]\w*(?:\.\w+)+)")
_SHARES = frozenset({"anteil", "share", "%", "prozent", "per cent", "percent"})
_LONG = 4
_SENTENCE = 6
_TWIN = 0.85
_BORNE = frozenset({Verdict.MATCHES, Verdict.AMBIGUOUS})


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, eq=False)
class Contradiction:
    """Figures that can't all be right, or words that have shifted; `code` names the rule."""

    code: str
    severity: Severity
    figures: tuple[Figure, ...]
    label: str


@dataclass(frozen=True)
class _Assertion:
    """A figure, what it is said of, and which question it belongs to as far as that is known."""

    figure: Figure
    statement: Statement
    question: str
    bound: frozenset[str]


def contradictions(
    document: Document,
    figures: Sequence[Figure],
    around: Mapping[Figure, Surroundings],
    findings: Sequence[Finding],
) -> tuple[Contradiction, ...]:
    """All contradictions, each pair of values once, in the order of the document."""
    numbers = _numbers(document)
    borne = {one.figure for one in findings if one.verdict in _BORNE}
    topics = _topics(document)
    bound = {one.figure: frozenset(one.bindings) for one in findings if one.bindings}
    assertions = [
        _Assertion(figure, statement, numbers.get(figure.page, ""), bound.get(figure, frozenset()))
        for figure in figures
        if figure.kind is not Kind.DATE
        and (statement := _stated(figure, around[figure])) is not None
    ]
    found = [
        *_values(assertions, _rows(document)),
        *_sentences(figures, around, numbers, bound),
        *_shifted(figures, around),
    ]
    seen: set[tuple[str, ...]] = set()
    kept = []
    for one in found:
        if one.code == "value" and (borne.issuperset(one.figures) or _apart(one.figures, topics)):
            continue
        key = (
            one.code,
            *sorted({f"{figure.page}:{figure.text}:{figure.start}" for figure in one.figures}),
        )
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.severity, one.figures[0].page)))


def _stated(figure: Figure, around: Surroundings) -> Statement | None:
    """The statement; a variable's name in the text is the surest label."""
    text = figure.passage.text
    for part in (text[: figure.start], text[figure.end :]):
        if named := _NAMED.search(part):
            name = named[1] or named[2]
            return Statement(name, (name,))
    passage = figure.passage
    if figure.kind is not Kind.DECIMAL and _in_stack(passage):
        return None
    described = passage.role is Role.ALT and around.before.endswith(":")
    if described and figure.kind is Kind.PERCENT:
        words = re.split(r"[;:.?!]\s", around.before[:-1])[-1]
        return Statement(words, tokens(words))
    return statement_of(figure, around)


def _in_stack(passage: Passage) -> bool:
    """True for a drawn value whose row may hold several, so that its label says too little."""
    return passage.step is not None and passage.steps > 1


def _numbers(document: Document) -> dict[int, str]:
    """The number of the one question that a page is on."""
    texts: dict[int, list[str]] = {}
    for passage in document.passages:
        if passage.role in {Role.TEXT, Role.HEADING}:
            texts.setdefault(passage.page, []).append(passage.text)
    found = {page: set(_NUMBER.findall(folded("\n".join(one)))) for page, one in texts.items()}
    return {page: numbers.pop() for page, numbers in found.items() if len(numbers) == 1}


_TITLED = re.compile(r"([a-z][a-z0-9_]*)(?: · .*|$)")
_LISTED = re.compile(r"([a-z][a-z0-9_]*|(?:Question|Frage) \d+[a-z]?) (?=[^\W\d_a-zäöüß])")


def _topics(document: Document) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """What each page says it is on: names that stand above it, and the questions it words."""
    found: dict[int, tuple[set[str], set[str]]] = {}
    for passage in document.passages:
        if passage.role in {Role.TEXT, Role.HEADING}:
            names, questions = found.setdefault(passage.page, (set(), set()))
            if titled := _TITLED.fullmatch(passage.text):
                names.add(titled[1])
            elif passage.text.endswith("?"):
                questions.add(folded(passage.text))
    return {page: (frozenset(one), frozenset(other)) for page, (one, other) in found.items()}


def _apart(
    figures: Sequence[Figure], topics: Mapping[int, tuple[frozenset[str], frozenset[str]]]
) -> bool:
    """True if the two are said of different questions: by their lines, or by their pages."""
    listed = [_LISTED.match(one.passage.text) for one in figures]
    if all(listed):
        return len({one[1] for one in listed if one}) > 1
    none: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    first, second = (topics.get(one.page, none) for one in figures)
    return any(
        bool(here and there) and here.isdisjoint(there)
        for here, there in zip(first, second, strict=True)
    )


def _rows(document: Document) -> dict[tuple[str, ...], set[tuple[int, int]]]:
    """In which tables and charts the labels of rows stand: two in one of them are different."""
    found: dict[tuple[str, ...], set[tuple[int, int]]] = {}
    for one in document.passages:
        if one.row:
            found.setdefault(tokens(one.row), set()).add((one.page, one.group))
    return found


def _values(
    assertions: Sequence[_Assertion], rows: Mapping[tuple[str, ...], set[tuple[int, int]]]
) -> Iterator[Contradiction]:
    """The same label, the same kind of number, another value."""
    by_kind: dict[tuple[Kind, str], list[_Assertion]] = {}
    for one in assertions:
        column = "" if one.statement.column in _SHARES else one.statement.column
        by_kind.setdefault((one.figure.kind, column), []).append(one)
    for group in by_kind.values():
        clusters: dict[tuple[str, ...], list[_Assertion]] = {}
        for one in group:
            clusters.setdefault(one.statement.tokens, []).append(one)
        keys = list(clusters)
        for place, key in enumerate(keys):
            for other in keys[place:]:
                if key != other and (len(key) < _LONG or alike(key, other) < SAME):
                    continue
                if key != other and rows.get(key, set()) & rows.get(other, set()):
                    continue
                yield from _pairs(clusters[key], clusters[other], exact=key == other)


def _pairs(
    first: Sequence[_Assertion], second: Sequence[_Assertion], *, exact: bool
) -> Iterator[Contradiction]:
    for one in first:
        for other in second:
            if one.figure is other.figure or not _same(one, other, exact=exact):
                continue
            if not _compatible(one.figure, other.figure):
                figures = tuple(sorted((one.figure, other.figure), key=_place))
                yield Contradiction("value", Severity.ERROR, figures, one.statement.label)


def _same(one: _Assertion, other: _Assertion, *, exact: bool) -> bool:
    """True if two statements with like labels are one statement."""
    label = one.statement.tokens
    if any("." in word for word in label):
        return exact
    if one.bound and other.bound and one.bound != other.bound:
        return False
    if one.question and other.question and one.question != other.question:
        return False
    if one.figure.kind is Kind.DECIMAL:
        together = one.question == other.question != ""
        return len(label) >= (1 if together else _LONG - 1)
    first, second = one.figure.passage, other.figure.passage
    structural = all(one.row or one.role is Role.ALT for one in (first, second))
    same_label = folded(one.statement.label) == folded(other.statement.label)
    apart = first.page == second.page and first.group != second.group
    return exact and structural and same_label and apart


def _compatible(one: Figure, other: Figure) -> bool:
    """True if one number can be meant by both, at the coarser precision of the two."""
    if one.relation is not Relation.EQUAL or other.relation is not Relation.EQUAL:
        return True
    places = min(one.places, other.places)
    return (
        abs(one.value - other.value)
        <= (0.0 if one.places == other.places else 0.5 / 10**places) + 1e-9
    )


def _place(figure: Figure) -> tuple[int, int, int]:
    return (figure.page, figure.line or 0, figure.start)


def _sentences(
    figures: Sequence[Figure],
    around: Mapping[Figure, Surroundings],
    numbers: Mapping[int, str],
    bound: Mapping[Figure, frozenset[str]],
) -> Iterator[Contradiction]:
    """A sentence that stands twice with other numbers.

    Where neither page says which question it is on, the two may speak of different ones.
    """
    sentences: dict[tuple[str, ...], list[list[Figure]]] = {}
    groups: dict[tuple[int, str], list[Figure]] = {}
    for figure in figures:
        if figure.kind in {Kind.PERCENT, Kind.DECIMAL} and not figure.passage.row:
            groups.setdefault((id(figure.passage), around[figure].sentence), []).append(figure)
    for (_, sentence), group in groups.items():
        words = tokens(sentence)
        if len(words) >= _SENTENCE:
            sentences.setdefault(words, []).append(group)
    for same in sentences.values():
        for first, second in pairwise(same):
            if len(first) != len(second):
                continue
            for one, other in zip(first, second, strict=True):
                here, there = numbers.get(one.page, ""), numbers.get(other.page, "")
                apart = bool(here and there and here != there)
                apart = apart or bool(
                    bound.get(one) and bound.get(other) and bound[one] != bound[other]
                )
                if one.kind is other.kind and not apart and not _compatible(one, other):
                    severity = Severity.ERROR if here or there else Severity.NOTE
                    yield Contradiction("value", severity, (one, other), around[one].sentence)


_INTENSE = r"(?:sehr|besonders|äusserst|very|extremely|especially|particularly)"
_NET = re.compile(rf"\b({_INTENSE})\s+(\w+)\s+(?:oder|bzw\.?|bis|und|or|to|and)\s+(\w+)")
_ALONE = re.compile(rf"\b({_INTENSE})\s+(\w+)")


def _shifted(
    figures: Sequence[Figure], around: Mapping[Figure, Surroundings]
) -> Iterator[Contradiction]:
    """The same number of the same things, said once of two answers and once of one."""
    shares = [
        one
        for one in figures
        if one.kind is Kind.PERCENT and one.passage.role in {Role.TEXT, Role.HEADING}
    ]
    for one in shares:
        sentence = around[one].sentence
        net = _NET.search(sentence)
        if net is None:
            continue
        for other in shares:
            words = around[other].sentence
            alone = _ALONE.search(words)
            same = other.value == one.value and other.relation is one.relation
            if alone is None or not same or _NET.search(words):
                continue
            first, second = tokens(sentence), tokens(words)
            if alone[1] == net[1] and alone[2] == net[2] and alike(first, second) >= _LIKE:
                figures_ = tuple(sorted((one, other), key=_place))
                yield Contradiction("narrower-wording", Severity.NOTE, figures_, alone[0])


_LIKE = 0.5
