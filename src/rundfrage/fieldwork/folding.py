"""Folding interviews by the hundred thousand, from bundles of their entries.

Most interviews have one of a few *shapes*: the same events at the same screens. What a shape comes
to, with the answers that conditions speak of, is folded once from the entries and is the *model*
of all interviews that are alike in this; of each of them only the answers are looked at. A bundle
with something out of the ordinary in it isn't folded: its entries have to be read one by one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from rundfrage.codebook import Missing, VariableType
from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.interview import Interview, answers_count, interview
from rundfrage.fieldwork.journal import ENDS, SEPARATOR, Bundle, Entry, Event, Shape
from rundfrage.fieldwork.page_pattern import pattern_of
from rundfrage.fieldwork.quota_names import names_in
from rundfrage.fieldwork.stored_answers import answer_of
from rundfrage.fieldwork.walk import Walk, variables_of
from rundfrage.questionnaire.answers.posted import Given

MOST_REMEMBERED = 20_000
"""Of shapes, of models of a shape, of pages and of answers: more are forgotten at once."""
LONG = 400
"""Characters from which on a page's answers are nobody else's."""

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, IndexError)
"""What answers raise that no page of the questionnaire could have sent."""

_EVENTS = {event.value: event for event in Event}
_decoded = json.JSONDecoder().decode


Match = Callable[[str], object]
"""Says something true if a text fits a pattern."""


@dataclass(frozen=True)
class Folded:
    """An interview, how long it took as its entries say, and the quotas that it counts in."""

    interview: Interview
    minutes: int
    quotas: tuple[str, ...]


@dataclass(frozen=True)
class _Page:
    """The answers of one entry, their names, and those of them that conditions speak of."""

    answers: Mapping[str, Given]
    names: frozenset[str]
    leading: Mapping[str, Given]


_NOTHING_LIKE_IT: tuple[Match, _Page] = (lambda _: False, _Page({}, frozenset(), {}))


@dataclass(frozen=True)
class _Model:
    """An interview without answers that others are like; `asked` are the variables asked."""

    interview: Interview
    asked: tuple[str, ...]


@dataclass(frozen=True)
class _Form:
    """What a shape says: `places` are those of entries whose answers count, `drafts` of drafts."""

    entries: tuple[Entry, ...]
    places: tuple[int, ...]
    drafts: tuple[int, ...]
    minutes: int
    quotas: tuple[str, ...]
    models: dict[object, _Model] = field(default_factory=dict)


class Folding:
    """Folds bundles of one version; without `answers` interviews come without theirs."""

    def __init__(self, instrument: Instrument, *, answers: bool) -> None:
        self._instrument = instrument
        self._with_answers = answers
        self._pages = _Pages(instrument, answers=answers)
        self._leading = tuple(instrument.course.leads)
        self._forms: dict[object, _Form] = {}

    def folded(self, bundle: Bundle) -> Folded | None:
        """The interview without its drafts; None if its entries have to be read one by one."""
        try:
            texts = bundle.answers.split(SEPARATOR)
            form = self._form(bundle.shape, texts)
            for place in form.drafts:
                _decoded(texts[place])
            pages = [self._pages.read(texts[place]) for place in form.places]
            model = self._model(form, texts, pages)
        except UNREADABLE:
            return None
        folded = model.interview
        if self._with_answers:
            stored: dict[str, Given] = {}
            for page in pages:
                stored.update(page.answers)
            counted = {name: stored[name] for name in model.asked if name in stored}
            folded = _with_answers(folded, stored, counted)
        return Folded(folded, form.minutes, form.quotas)

    def _form(self, shape: Shape, texts: Sequence[str]) -> _Form:
        """Raises a ValueError where entries or answers are missing, a KeyError for an event."""
        # An end may come with answers or without.
        known = (shape, tuple(map(bool, texts)))
        form = self._forms.get(known)
        if form is None:
            form = _form(shape, texts)
            _remember(self._forms, known, form)
        return form

    def _model(self, form: _Form, texts: Sequence[str], pages: Sequence[_Page]) -> _Model:
        """What conditions say, and which screens are done, depends on nothing besides this."""
        leading: dict[str, Given] = {}
        for page in pages:
            if page.leading:
                leading.update(page.leading)
        alike = (*[page.names for page in pages], *map(leading.get, self._leading))
        model = form.models.get(alike)
        if model is None:
            entries = [
                replace(entry, answers=text)
                for entry, text in zip(form.entries, texts, strict=True)
            ]
            folded = replace(interview(self._instrument, entries), drafts={})
            asked = [variables_of(step, self._instrument) for step in folded.walk.steps]
            model = _Model(_with_answers(folded, {}, {}), tuple(chain.from_iterable(asked)))
            _remember(form.models, alike, model)
        return model


class _Pages:
    """Reads the answers of pages, each text and each word once."""

    def __init__(self, instrument: Instrument, *, answers: bool) -> None:
        self._codebook = instrument.codebook
        self._with_answers = answers
        self._patterns: dict[str, tuple[Match, _Page]] = {}
        self._leading = instrument.course.leads
        self._pages: dict[str, _Page] = {}
        self._names: dict[frozenset[str], frozenset[str]] = {}
        self._words: dict[str, dict[object, Given] | None] = {
            # Texts are nobody else's.
            variable.name: None if variable.type is VariableType.TEXT else {}
            for variable in instrument.codebook.variables
        }

    def read(self, text: str) -> _Page:
        """The page; raises what can't be read, and what the program never stores."""
        page = self._pages.get(text)
        if page is None and not self._with_answers:
            fits, like = self._patterns.get(_beginning(text), _NOTHING_LIKE_IT)
            if fits(text):
                return like
        if page is None:
            values = _decoded(text)
            answers = self._answers(values)
            own = frozenset(answers)
            # The same names are one object, which is compared at once.
            names = self._names.setdefault(own, own)
            leading = {name: answers[name] for name in self._leading if name in answers}
            page = _Page(answers, names, leading)
            if not leading and answers.keys() == values.keys():
                # The next page of that beginning is most likely one of the same variables.
                fits = pattern_of(values, self._codebook).fullmatch
                self._patterns.setdefault(_beginning(text), (fits, page))
            if len(text) < LONG:
                _remember(self._pages, text, page)
        return page

    def _answers(self, values: Mapping[str, Any]) -> Mapping[str, Given]:
        """Variables that the codebook doesn't have are left out."""
        answers: dict[str, Given] = {}
        for name, value in values.items():
            if name not in self._words:
                continue
            kind, known = type(value), self._words[name]
            if kind is dict:
                answers[name] = Missing.from_word(value["missing"])
                continue
            if known is None and kind is str:
                answers[name] = value
                continue
            words = value if kind is str else tuple(value)
            given = known.get(words) if known is not None else None
            if given is None:
                if kind is not str and not all(isinstance(one, str) for one in words):
                    raise TypeError(value)
                given = answer_of(value, self._codebook[name].type)
                if known is not None:
                    _remember(known, words, given)
            answers[name] = given
        return answers


def _beginning(text: str) -> str:
    """Up to the end of the first name."""
    return text[: text.find('"', 2)]


def _with_answers(
    like: Interview, stored: Mapping[str, Given], counted: Mapping[str, Given]
) -> Interview:
    """The interview with other answers, which lead the same way."""
    return Interview(
        like.instrument,
        like.status,
        Walk(like.instrument, like.walk.steps, counted),
        stored,
        like.sent,
        like.drafts,
        like.ahead,
        like.owes_pass,
        like.turned_away,
    )


def _form(shape: Shape, texts: Sequence[str]) -> _Form:
    entries: list[Entry] = []
    rows = zip(*(part.split(SEPARATOR) for part in shape), texts, strict=True)
    for place, (sequence, event, screen, minutes, quotas, text) in enumerate(rows):
        if int(sequence) != place:
            raise ValueError(shape)
        own, names = _EVENTS[event], names_in(quotas)
        entries.append(Entry("", "", own, "", "", "", int(screen), text, names, int(minutes)))
    ended = next((place for place, one in enumerate(entries) if one.event in ENDS), len(entries))
    until = list(enumerate(entries[: ended + 1]))
    counted = (one.quotas for one in entries if one.event is Event.COMPLETED)
    return _Form(
        tuple(replace(one, answers="") for one in entries),
        tuple(place for place, one in until if answers_count(one)),
        tuple(place for place, one in until if one.event is Event.DRAFTED),
        max(one.minutes for one in entries),
        tuple(chain.from_iterable(counted)),
    )


def _remember(known: dict[Any, Any], key: object, value: object) -> None:
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = value
