"""Which question a figure speaks of: by its number, its name, its wording, or the words around.

A scope is *sure* if the report says so itself: "Frage 4" on the slide, a variable's name in the
row, the question's wording. It is a guess if only the words of the sentence resemble the question
or what the report says under its number elsewhere.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.audit.compare import agrees, fits
from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.figure import Figure
from rundfrage.audit.number_words import ROLES
from rundfrage.audit.statistics import Question, Statistic
from rundfrage.audit.survey import Survey
from rundfrage.audit.words import akin, folded, tokens

_NUMBERED = re.compile(
    r"(?P<on>\b(?:zu|on|to)\s+)?\b(?:frage|question)\s+(?P<number>\d+\s?[a-z]?(?![\w]))",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
_LEAST = 0.22
_LEAD = 0.06
_VALUES = 0.5
_KICKER = 60
_SEVERAL = 2
_PARTED = " · "
_LEDGER = re.compile(rf"\w+: [\d.,' ]+ (?:{'|'.join(map(re.escape, ROLES['interviews']))})\b")


@dataclass(frozen=True)
class Scope:
    """The questions in question, the likeliest first; `item` and `statistic` if they are named."""

    questions: tuple[Question, ...] = ()
    sure: bool = False
    item: str = ""
    statistic: Statistic | None = None


class Scopes:
    """Finds the scope of each figure of one document."""

    def __init__(self, survey: Survey, document: Document) -> None:
        self._survey = survey
        self._pages: dict[int, list[Passage]] = {}
        for passage in document.passages:
            if passage.role not in {Role.NOTE, Role.CELL, Role.CHART}:
                self._pages.setdefault(passage.page, []).append(passage)
        self._contents = frozenset(page for page in self._pages if self._is_contents(page))
        self._labelled_names: dict[int, frozenset[str]] = {}
        self._by_page = {page: self._of_page(page) for page in self._pages}
        self._vocabulary = self._words_of_questions()
        counts = Counter(word for words in self._vocabulary.values() for word in words)
        self._weight = {
            word: math.log((1 + len(self._vocabulary)) / count) for word, count in counts.items()
        }

    def of(self, figure: Figure, sentence: str, together: Sequence[Figure]) -> Scope:
        """The scope of a figure; `together` are the figures of its sentence."""
        named = self._named(figure)
        if named is not None:
            return named
        passage = figure.passage
        before = folded(passage.text[: figure.end])
        for text in (passage.row, before, passage.column):
            if found := self._numbered(text):
                return Scope(self._preferred(found, passage.page), sure=True)
        page = self._by_page.get(passage.page, ())
        for text in (before, folded(passage.row)):
            worded = [
                one
                for one in self._survey.worded(text)
                if one in page or not self._is_label(one.wording.folded, page)
            ]
            if last := [one for one in worded if one.wording.folded == worded[0].wording.folded]:
                return Scope(tuple(one for one in last if one in page) or tuple(last), sure=True)
        if page:
            return Scope(page, sure=True)
        return Scope(self._labelled(sentence) or self._guess(sentence, together))

    def _labelled(self, sentence: str) -> tuple[Question, ...]:
        """The one question that has an item whose whole label stands in the sentence."""
        found = [
            question
            for question in self._survey.questions
            if any(len(one.tokens) >= _WORDY and one.folded in sentence for one in question.items)
        ]
        return tuple(found) if len(found) == 1 else ()

    def _named(self, figure: Figure) -> Scope | None:
        """The scope by a variable or binding that is named beside the figure."""
        passage = figure.passage
        here = passage.text[: figure.start].rpartition("\n")[2] if not passage.row else passage.row
        after = re.match(r"\s*·\s*([^\W\d]\w*(?:\.\w+)+)", passage.text[figure.end :])
        if after and (found := self._survey.by_binding.get(after[1].casefold())):
            return self._stated(found)
        equals = re.search(r"([^\W\d]\w*(?:\.\w+)+)\s*=\s*\[?$", passage.text[: figure.start])
        if equals and (found := self._survey.by_binding.get(equals[1].casefold())):
            return self._stated(found)
        if head := self._heading(here, passage.page):
            return Scope((head[0],), sure=True, item=head[1])
        labelled = self._names_in_labels(passage.page) | self._survey.names_in_labels(here)
        for name in reversed(_NAME.findall(here)):
            if name.casefold() in labelled:
                continue
            if not any(sign in "._" or sign.isdigit() for sign in name):
                continue
            whole = name.casefold()
            for variable in (whole, whole.rpartition(".")[0]):
                if known := self._survey.by_variable.get(variable):
                    return Scope((known[0],), sure=True, item=known[1])
        return None

    def _heading(self, text: str, page: int) -> tuple[Question, str] | None:
        """The question and item whose variable's name heads the text.

        So do lines such as "age · How old are you?" and "age: 200 respondents, 190 answered", and
        "age Mean 51.94 years" on a page of contents.
        """
        head, parted, _ = text.partition(_PARTED)
        if not parted:
            head = text.partition(":")[0] if _LEDGER.match(folded(text)) else ""
            head = head or (text.partition(" ")[0] if page in self._contents else "")
        found = self._survey.by_variable.get(head.strip().casefold())
        return found if found and head.strip() in {found[0].name, found[1]} else None

    def _names_in_labels(self, page: int) -> frozenset[str]:
        """What looks like a variable's name, but is a word of the labels that the page shows."""
        if page not in self._labelled_names:
            self._labelled_names[page] = frozenset(
                name.casefold()
                for question in self._by_page.get(page, ())
                for label in (question.wording, *question.items, *question.rows)
                for name in _NAME.findall(label.words)
            )
        return self._labelled_names[page]

    @staticmethod
    def _is_label(words: str, questions: Sequence[Question]) -> bool:
        """True for the label of an item or answer, which may be worded like another question."""
        return any(
            words == label.folded
            for question in questions
            for label in (*question.items, *question.rows)
        )

    def _stated(self, statistic: Statistic) -> Scope:
        question = self._survey.by_name.get(statistic.question.casefold())
        return Scope(
            (question,) if question else (), sure=True, item=statistic.item, statistic=statistic
        )

    def _numbered(self, text: str) -> tuple[Question, ...]:
        """The questions of the last number in the text."""
        found = list(_NUMBERED.finditer(text))
        if not found:
            return ()
        last = found[-1]
        number = last["number"].replace(" ", "")
        following = last["on"] is not None
        return self._survey.numbered(number, following=following)

    def _preferred(self, questions: tuple[Question, ...], page: int) -> tuple[Question, ...]:
        """The same questions, those first whose wording stands on the page."""
        text = self._text(page)
        return tuple(
            sorted(
                questions, key=lambda one: not (one.wording.folded and one.wording.folded in text)
            )
        )

    def _of_page(self, page: int) -> tuple[Question, ...]:
        """The questions that the page as a whole is on; none if it speaks of several."""
        text = self._text(page)
        groups = {
            (found["number"].replace(" ", "").lower(), found["on"] is not None)
            for found in _NUMBERED.finditer(text)
        }
        numbers = {number for number, _ in groups}
        if len(numbers) == 1:
            following = any(on for _, on in groups)
            return self._preferred(self._survey.numbered(numbers.pop(), following=following), page)
        if numbers:
            return ()
        worded = dict.fromkeys(
            (*self._survey.worded(text), *self._survey.worded(self._lines(page)))
        )
        named = dict.fromkeys(
            question
            for one in self._pages[page]
            if len(one.text) < _KICKER and (question := self._kicker(one.text)) is not None
        )
        for found in ([one for one in named if one in worded], worded, () if worded else named):
            if len(found) == 1:
                return tuple(found)
        return ()

    def _is_contents(self, page: int) -> bool:
        """True if several lines begin with the name of a question, each with that of another."""
        heads = [one.text.partition(" ") for one in self._pages[page]]
        named = [self._kicker(head) for head, _, rest in heads if rest[:1].isupper()]
        return len({one.name for one in named if one is not None}) >= _SEVERAL

    def _kicker(self, text: str) -> Question | None:
        """The question that a line is the name of: "q5", "q5 · Part 1 of 2"."""
        name = text.partition(_PARTED)[0].strip()
        found = self._survey.by_name.get(name.casefold())
        return found if found and found.name == name else None

    def _lines(self, page: int) -> str:
        """The text of a page, a passage a line."""
        return "\n".join(folded(one.text) for one in self._pages.get(page, ()))

    def _text(self, page: int) -> str:
        return folded("\n".join(one.text for one in self._pages.get(page, ())))

    def _words_of_questions(self) -> dict[str, frozenset[str]]:
        """The words of each question, and of what the report says on the pages of its number."""
        words = {
            one.name: {
                *one.wording.tokens,
                *(word for label in (*one.items, *one.rows) for word in label.tokens),
            }
            for one in self._survey.questions
        }
        for page, questions in self._by_page.items():
            for question in questions[:1]:
                for passage in self._pages[page]:
                    if len(passage.text) < _LONG:
                        words[question.name].update(tokens(passage.text))
        return {name: frozenset(found) for name, found in words.items()}

    def _guess(self, sentence: str, together: Sequence[Figure]) -> tuple[Question, ...]:
        """The question that the sentence resembles most and whose values it has."""
        said = tokens(sentence)
        scored = sorted(
            (
                (self._likeness(said, one) + _VALUES * _agreeing(together, one), one)
                for one in self._survey.questions
            ),
            key=lambda pair: -pair[0],
        )
        if not scored or scored[0][0] < _LEAST:
            return ()
        if len(scored) > 1 and scored[0][0] - scored[1][0] < _LEAD:
            return ()
        return (scored[0][1],)

    def _likeness(self, said: Sequence[str], question: Question) -> float:
        vocabulary = self._vocabulary[question.name]
        whole = held = 0.0
        for word in dict.fromkeys(said):
            kin = word in vocabulary or any(akin(word, one) for one in vocabulary)
            weight = self._weight.get(word, 1.0 if not kin else 0.6)
            whole += weight
            held += weight if kin else 0.0
        return held / whole if whole else 0.0


_LONG = 600
_WORDY = 3


def _agreeing(figures: Sequence[Figure], question: Question) -> float:
    """The share of the figures that some statistic of the question bears out."""
    if not figures:
        return 0.0
    borne = sum(
        any(fits(figure, one) and agrees(figure, one) for one in question.statistics)
        for figure in figures
    )
    return borne / len(figures)
