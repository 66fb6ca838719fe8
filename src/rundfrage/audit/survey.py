"""The survey as the audit looks things up in it: questions by number, name, wording and label."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rundfrage.audit.figure import Figure
from rundfrage.audit.statistics import (
    Label,
    Measure,
    Question,
    Statistic,
    questions_of,
    study_statistics,
)
from rundfrage.audit.words import akin, covered, folded, tokens
from rundfrage.dataset import Dataset
from rundfrage.tables import tabulate

_LEAST_WORDING = 3
_STOPS = ".?!:…"
_SURE = 0.75
_MARGIN = 0.2
_CLIPPED = 12
_NUMBER_IN_WORDS = re.compile(r"\d.*[^\W\d_]{2}|[^\W\d_]{2}.*\d")
_DISTINCT = 5


@dataclass(frozen=True)
class Survey:
    """All questions with their statistics, and those of the study as a whole."""

    title: str
    questions: tuple[Question, ...]
    study: tuple[Statistic, ...]

    @cached_property
    def by_name(self) -> dict[str, Question]:
        """Question by the name of its table."""
        return {one.name.casefold(): one for one in self.questions}

    @cached_property
    def by_binding(self) -> dict[str, Statistic]:
        """Statistic by its binding."""
        every = (*self.study, *(one for question in self.questions for one in question.statistics))
        return {one.binding.casefold(): one for one in every}

    @cached_property
    def by_variable(self) -> dict[str, tuple[Question, str]]:
        """Question and item (or an empty string) by the name of a variable."""
        found = {one.name.casefold(): (one, "") for one in self.questions}
        for question in self.questions:
            for item in question.items:
                found[item.name.casefold()] = (question, item.name)
        return found

    @cached_property
    def answers(self) -> frozenset[str]:
        """The labels of all answers, folded."""
        return frozenset(row.folded for one in self.questions for row in one.rows)

    def names_in_labels(self, text: str) -> frozenset[str]:
        """The names of variables that stand in the text only as words of labels ("Level B2")."""
        found = {
            name: [label for label in self._named_by_words if name in label.folded]
            for name in re.findall(r"[^\W\d]\w*(?:\.\w+)*", folded(text))
            if name in self.by_variable
        }
        return frozenset(
            name
            for name, labels in found.items()
            if exact_labels(folded(text), [one for one in labels if one.folded != name])
        )

    @cached_property
    def _named_by_words(self) -> tuple[Label, ...]:
        """The labels that have a variable's name among their words."""
        return tuple(
            label
            for one in self.questions
            for label in (*one.items, *one.rows)
            if any(word in self.by_variable for word in re.split(r"[^\w.]+", label.folded))
        )

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How rare a word is among the questions (the logarithm of all by those that have it)."""
        counts = Counter(
            word
            for one in self.questions
            for word in {
                *one.wording.tokens,
                *(word for label in (*one.items, *one.rows) for word in label.tokens),
            }
        )
        return {word: math.log(1 + len(self.questions) / n) for word, n in counts.items()}

    @cached_property
    def _numbered_words(self) -> re.Pattern[str] | None:
        """What finds wordings and labels in which a number stands among words."""
        found = {
            label.folded
            for one in self.questions
            for label in (one.wording, *one.items, *one.rows)
            if _NUMBER_IN_WORDS.search(label.folded)
        }
        words = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if found else None

    @cached_property
    def _ranges(self) -> frozenset[str]:
        """Labels in which numbers stand among signs: 0 - < 1.000."""
        return frozenset(
            label.folded
            for one in self.questions
            for label in (*one.items, *one.rows)
            if re.search(r"\d", label.folded) and re.search(r"[^\W\d_]|[-<>≤≥]", label.folded[1:])
        )

    def words_hold(self, figure: Figure) -> bool:
        """True if the figure is part of a label ("10 to 20 people"), and so says nothing."""
        if folded(figure.passage.text) in self._ranges:
            return True
        if self._numbered_words is None:
            return False
        text = figure.passage.text
        start = len(folded(text[: figure.start] + "x")) - 1
        end = start + len(folded(figure.text))
        return any(
            found.start() <= start and end <= found.end()
            for found in self._numbered_words.finditer(folded(text))
        )

    def numbered(self, number: str, *, following: bool) -> tuple[Question, ...]:
        """The questions of that number; `following` ones ("zu Frage 2") belong to it as well."""
        number = number.lower()
        exact = [one for one in self.questions if one.number == number]
        asked = [one for one in exact if not one.open]
        if not following:
            return tuple(asked or exact)
        after = [
            one
            for one in self.questions
            if one.number != number and re.fullmatch(rf"{re.escape(number)}[a-z]", one.number)
        ]
        opened = [one for one in exact if one.open]
        return tuple(dict.fromkeys((*opened, *exact, *after)))

    def worded(self, text: str) -> tuple[Question, ...]:
        """The questions whose wording stands in the folded text, the one that ends last first.

        None is found inside the longer wording of another; equal wordings are found together.
        """
        spans = [
            (found.end(), found.start(), one)
            for one in self.questions
            if (pattern := _wording_pattern(one.wording)) is not None
            for found in pattern.finditer(text)
        ]
        whole = [
            (end, one)
            for end, start, one in spans
            if not any(
                other_start <= start and end <= other_end and other_end - other_start > end - start
                for other_end, other_start, _ in spans
            )
        ]
        ordered = sorted(whole, key=lambda pair: -pair[0])
        return tuple({one.name: one for _, one in ordered}.values())


@lru_cache(maxsize=4096)
def _wording_pattern(wording: Label) -> re.Pattern[str] | None:
    """What finds a wording; a short one ("How many cats?") only as a sentence of its own."""
    if not wording.folded:
        return None
    words = re.escape(wording.folded)
    if len(wording.tokens) >= _LEAST_WORDING:
        return re.compile(rf"(?<!\w){words}(?!\w)")
    ended = "" if wording.folded[-1] in _STOPS else r"(?=\s*(?:$|[.:;·|)\n]))"
    return re.compile(rf"(?:(?<=^)|(?<=[.?!:·|(\n…]\s)|(?<=[(\n])){words}{ended}")


def survey_of(dataset: Dataset, language: str, *, weight: str | None = None) -> Survey:
    """The survey, with labels in the language of the report."""
    study = dataset.codebook.study
    return Survey(
        title=study.title.into(language),
        questions=questions_of(tabulate(dataset, weight=weight), language),
        study=study_statistics(study, dataset.n),
    )


def statistics_in(
    question: Question,
    *measures: Measure,
    items: Iterable[str] = (),
    rows: Iterable[str] = (),
) -> tuple[Statistic, ...]:
    """The question's statistics of these measures, of these items and rows where any are given."""
    wanted, named = frozenset(items), frozenset(rows)
    return tuple(
        one
        for one in question.statistics
        if one.measure in measures
        and (not wanted or one.item in wanted)
        and (not named or one.row in named)
    )


def exact_labels(text: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels that stand in the folded text word by word, in its order; none inside another."""
    spans: list[tuple[int, int, Label]] = []
    for label in labels:
        if not label.folded:
            continue
        pattern = rf"(?<!\w){re.escape(label.folded)}(?!\w)"
        spans.extend((*found.span(), label) for found in re.finditer(pattern, text))
        if (clipped := _clipped(text, label)) is not None:
            spans.append((*clipped, label))
    kept = [
        (start, end, label)
        for start, end, label in spans
        if not any(
            (other_start <= start and end <= other_end and other_end - other_start > end - start)
            for other_start, other_end, _ in spans
        )
    ]
    return tuple(dict.fromkeys(label for _, _, label in sorted(kept, key=lambda one: one[:2])))


def _clipped(text: str, label: Label) -> tuple[int, int] | None:
    """Where the label's beginning stands before an ellipsis."""
    for found in re.finditer(r"…|\.\.\.", text):
        for length in range(min(len(label.folded), found.start()), _CLIPPED - 1, -1):
            beginning = label.folded[:length].rstrip()
            if text[: found.start()].rstrip().endswith(beginning):
                return found.start() - length, found.end()
    return None


def near_labels(text: str, labels: Sequence[Label]) -> tuple[tuple[float, Label], ...]:
    """The labels by how much of them the text holds, the fullest first."""
    words = tokens(text)
    scored = ((covered(label.tokens, words), label) for label in labels)
    return tuple(sorted((one for one in scored if one[0] > 0), key=lambda pair: -pair[0]))


def surest_label(text: str, labels: Sequence[Label]) -> Label | None:
    """The one label that the text is about beyond doubt, without standing there word by word."""
    scored = near_labels(text, labels)
    if not scored or scored[0][0] < _SURE:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
        return None
    return scored[0][1]


def hinted_labels(
    text: str, labels: Sequence[Label], rarity: Mapping[str, float]
) -> tuple[Label, ...]:
    """The labels of which the text holds words that no other of them has.

    `rarity` weighs words; a label that is hinted at half as much as the clearest one is none.
    """
    words = frozenset(tokens(text))
    hints = []
    for label in labels:
        others = {one for other in labels if other is not label for one in other.tokens}
        own = {
            one
            for one in label.tokens
            if len(one) >= _DISTINCT
            and not any(akin(one, other) for other in others)
            and any(akin(one, word) for word in words)
        }
        hints.append((sum(rarity.get(one, 1.0) for one in own), label))
    clearest = max((hint for hint, _ in hints), default=0.0)
    return tuple(label for hint, label in hints if hint and hint >= clearest / 2)


def without_wording(text: str, question: Question) -> str:
    """The folded text without the question's own wording and the key of its scale."""
    bare = text.replace(question.wording.folded, " ") if question.wording.folded else text
    if any(label.folded[:1].isdigit() for label in question.rows):
        # Answers that begin with their code look like the key of a scale.
        return bare
    return without_legend(bare)


_LEGEND = re.compile(r"(?<![\d.,])\d{1,2}\s?[=-]\s?[^,;·()|\d]+")


def without_legend(text: str) -> str:
    """The folded text without the key of a scale ("1 = sehr gut, 5 = schlecht")."""
    return _LEGEND.sub(" ", text)


def same_words(text: str, words: Iterable[str]) -> bool:
    """True if the folded text is, or begins or ends with, one of the phrases."""
    bare = folded(text).strip(" .:()")
    return any(
        bare == word or bare.startswith(f"{word} ") or bare.endswith(f" {word}") for word in words
    )
