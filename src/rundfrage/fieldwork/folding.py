"""Folding interviews by the hundred thousand, from bundles of their entries.

Most interviews have one of a few *courses*: the same events at the same screens. Pages of those
that have the same are read together. What a course comes to, with the answers that conditions speak
of, is folded once from the entries and is the *model* of all interviews that are alike in this.
A bundle with something out of the ordinary in it isn't folded: its entries have to be read one by
one.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import itemgetter
from typing import Any

from rundfrage.codebook import Missing, Variable, VariableType
from rundfrage.fieldwork.instrument import Instrument, Screen
from rundfrage.fieldwork.interview import Interview, interview
from rundfrage.fieldwork.journal import ENDS, SEPARATOR, Bundle, Entry, Event, is_possible, steps_of
from rundfrage.fieldwork.quota_names import names_in
from rundfrage.fieldwork.stored_answers import REASON, answer_of
from rundfrage.fieldwork.walk import variables_of
from rundfrage.questionnaire.answers.posted import Given
from rundfrage.records.lines import ABSENT, Lines, Reason

MOST_REMEMBERED = 20_000
"""Of courses, of models of a course, and of answers: more are forgotten at once."""
MOSTLY_OTHERS = 0.7
"""From this share on, pages that differ from all others are no fewer for being sorted out."""

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, IndexError)
"""What answers raise that no page of the questionnaire could have sent."""

_WEEK, _QUOTAS = Bundle._fields.index("week"), Bundle._fields.index("quotas")
_OF_A_FORM = (VariableType.NUMERIC, VariableType.DATE)
"""Not every text is an answer to a variable of these types."""

_BETWEEN = SEPARATOR.encode()
_NO_ANSWER = (b"", _BETWEEN)


@dataclass(frozen=True)
class Alike:
    """Interviews that differ in nothing but answers that lead nowhere else.

    `interview` is one of them; week of beginning, duration and quotas are those of all. `answers`
    are what each of them gave to a variable, in one order, if that was wanted.
    """

    interview: Interview
    week: str
    minutes: int
    count: int = 1
    quotas: tuple[str, ...] = ()
    answers: Mapping[str, Sequence[Given]] = field(default_factory=dict)

    @staticmethod
    def alone(interview: Interview, week: str, minutes: int) -> Alike:
        """An interview like no other, whose quotas were looked at."""
        answers = {name: (given,) for name, given in interview.walk.answers.items()}
        return Alike(interview, week, minutes, answers=answers)


@dataclass(frozen=True)
class _Model:
    """An interview without answers that others are like; `asked` are the variables asked."""

    interview: Interview
    asked: tuple[str, ...]


@dataclass(frozen=True)
class _Form:
    """What a course says: `places` are those of entries whose answers count, `drafts` of drafts."""

    entries: tuple[Entry, ...]
    places: tuple[int, ...]
    drafts: tuple[int, ...]
    minutes: int
    models: dict[Hashable, _Model] = field(default_factory=dict)


class Folding:
    """Folds bundles of one version, some thousand at once.

    `wanted` says of which interviews answers are; without it of none.
    """

    def __init__(
        self, instrument: Instrument, wanted: Callable[[Interview], bool] | None = None
    ) -> None:
        self._instrument = instrument
        self._wanted = wanted
        self._leads = tuple(instrument.course.leads)
        self._pages = {
            screen.number: _Pages(screen, instrument, answers=wanted is not None)
            for screen in instrument.screens
        }
        self._forms: dict[tuple[str, bool], _Form | None] = {}

    def folded(self, course: str, bundles: Iterable[Bundle], apart: set[str]) -> Iterator[Alike]:
        """The interviews of that course, without drafts; those to be read alone go `apart`."""
        whole = list(bundles)
        # An end may come with answers or without.
        bare = [one for one in whole if one.answers[-1:] in _NO_ANSWER]
        others = []
        if len(bare) < len(whole):
            others = [one for one in whole if one.answers[-1:] not in _NO_ANSWER]
        for answered, group in ((False, bare), (True, others)):
            form = self._form(course, answered=answered) if group else None
            if form is None:
                apart.update(bundle.interview for bundle in group)
            else:
                yield from self._halved(form, group, apart)

    def _form(self, course: str, *, answered: bool) -> _Form | None:
        key = (course, answered)
        if key not in self._forms:
            form = _form(course, answered=answered)
            if form and not all(form.entries[one].screen in self._pages for one in form.places):
                form = None
            _remember(self._forms, key, form)
        return self._forms[key]

    def _halved(self, form: _Form, group: Sequence[Bundle], apart: set[str]) -> Iterator[Alike]:
        """Those of the group that can be folded: one that can't keeps no other from it."""
        try:
            found = self._together(form, group)
        except UNREADABLE:
            if len(group) == 1:
                apart.add(group[0].interview)
                return
            half = len(group) // 2
            for part in (group[:half], group[half:]):
                yield from self._halved(form, part, apart)
        else:
            yield from found

    def _together(self, form: _Form, group: Sequence[Bundle]) -> Sequence[Alike]:
        """Raises one of UNREADABLE if an answer has to be looked at alone."""
        length = len(form.entries)
        # None has fewer: so all have as many as there are entries, or this isn't their number.
        texts = _BETWEEN.join([bundle.answers for bundle in group]).split(_BETWEEN)
        if len(texts) != length * len(group):
            raise ValueError(form)
        by_entry = [texts[place::length] for place in range(length)]
        for text in chain.from_iterable(by_entry[place] for place in form.drafts):
            json.loads(text.decode())
        present: list[Sequence[Hashable]] = []
        leading: dict[str, list[Any]] = {}
        answers: dict[str, list[Any]] = {}
        for place in form.places:
            page = self._pages[form.entries[place].screen].read(by_entry[place])
            present += page.present
            _lay_over(leading, page.leading)
            _lay_over(answers, page.answers)
        told = [list(map(itemgetter(place), group)) for place in (_WEEK, _QUOTAS)]
        keys = list(zip(*told, *present, *leading.values(), strict=True))
        last = {key: place for place, key in enumerate(keys)}
        rows = _rows(keys) if answers else {}
        behind = 2 + len(present)
        found = []
        for key, count in Counter(keys).items():
            week, quotas = key[:2]
            leads = dict(zip(leading, key[behind:], strict=True))
            alike = (key[2:behind], *map(leads.get, self._leads))
            model = self._model(form, alike, [column[last[key]] for column in by_entry])
            wanted = self._wanted is not None and self._wanted(model.interview)
            given = _chosen(answers, model.asked, rows[key]) if wanted and answers else {}
            counted = names_in(quotas) if quotas else ()
            found.append(Alike(model.interview, week, form.minutes, count, counted, given))
        return found

    def _model(self, form: _Form, alike: Hashable, texts: Sequence[bytes]) -> _Model:
        """What conditions say, and which screens are done, depends on nothing besides this."""
        model = form.models.get(alike)
        if model is None:
            entries = [
                replace(entry, answers=text.decode())
                for entry, text in zip(form.entries, texts, strict=True)
            ]
            folded = interview(self._instrument, entries)
            bare = replace(folded, drafts={}, stored={}, walk=replace(folded.walk, answers={}))
            asked = [variables_of(step, self._instrument) for step in folded.walk.steps]
            model = _Model(bare, tuple(chain.from_iterable(asked)))
            _remember(form.models, alike, model)
        return model


@dataclass(frozen=True)
class _Read:
    """Pages of one screen, in columns.

    `present` says to which variables each has an answer, unless all have one to each; `leading` are
    the answers that conditions speak of, as they are written, `answers` all of them if wanted.
    """

    present: Sequence[Sequence[Hashable]]
    leading: Mapping[str, list[Any]]
    answers: Mapping[str, list[Any]]


class _Pages:
    """Reads the pages of a screen; `answers` says whether these are wanted."""

    def __init__(self, screen: Screen, instrument: Instrument, *, answers: bool) -> None:
        book = instrument.codebook
        self._names = screen.variables
        self._leading = [name for name in screen.variables if name in instrument.course.leads]
        self._formed = [name for name in screen.variables if book[name].type in _OF_A_FORM]
        self._words = {name: _Words(book[name]) for name in screen.variables}
        self._with_answers = answers
        self._lines = Lines(
            {name: book[name].type is VariableType.MULTIPLE for name in screen.variables},
            REASON,
            [one.word for one in Missing],
        )
        self._repeated = not answers

    def read(self, texts: Sequence[bytes]) -> _Read:
        """Raises one of UNREADABLE for what has to be looked at alone."""
        if self._repeated:
            different = dict.fromkeys(texts)
            self._repeated = len(different) < MOSTLY_OTHERS * len(texts)
            if self._repeated:
                return self._repeating(texts, list(different))
        return self._each(texts)

    def _repeating(self, texts: Sequence[bytes], different: Sequence[bytes]) -> _Read:
        read = self._each(different)
        if not read.present and not read.leading:
            return read
        places = {text: place for place, text in enumerate(different)}
        at = [places[text] for text in texts]
        return _Read(
            [[column[place] for place in at] for column in read.present],
            {name: [column[place] for place in at] for name, column in read.leading.items()},
            {},
        )

    def _each(self, texts: Sequence[bytes]) -> _Read:
        pages, whole = self._lines.read(texts)
        written = {
            name: self._lines.values(pages, name)
            for name in (self._names if self._with_answers or not whole else self._leading)
        }
        for name in self._formed:
            column = written[name] if name in written else self._lines.values(pages, name)
            deque(map(self._words[name].__getitem__, set(column)), maxlen=0)
        present: list[Sequence[Hashable]] = []
        if not whole:
            columns = [[one is not ABSENT for one in written[name]] for name in self._names]
            present = [list(zip(*columns, strict=True))]
        answers = {}
        if self._with_answers:
            answers = {name: self._words[name].given(written[name]) for name in self._names}
        return _Read(present, {name: written[name] for name in self._leading}, answers)


class _Words(dict[Any, Any]):
    """The answers that words are to a variable; raises one of UNREADABLE for what is none."""

    def __init__(self, variable: Variable) -> None:
        super().__init__()
        self._type = variable.type

    def __missing__(self, word: Any) -> Any:  # noqa: ANN401 - ABSENT stays what it is
        given: Any = word
        if isinstance(word, Reason):
            given = Missing.from_word(word.word)
        elif word is not ABSENT:
            given = answer_of(list(word) if isinstance(word, tuple) else word, self._type)
        _remember(self, word, given)
        return given

    def given(self, words: Sequence[Any]) -> list[Any]:
        """The answers."""
        if self._type is VariableType.TEXT:
            # Texts are nobody else's.
            return [word if type(word) is str else self[word] for word in words]
        return list(map(self.__getitem__, words))


def _lay_over(columns: dict[str, list[Any]], later: Mapping[str, list[Any]]) -> None:
    """Who sent a screen twice has the later answers, and the earlier where no later one is."""
    for name, column in later.items():
        before = columns.get(name, column)
        columns[name] = [
            old if new is ABSENT else new for old, new in zip(before, column, strict=True)
        ]


def _rows(keys: Sequence[Hashable]) -> Mapping[Hashable, Sequence[int]]:
    """The places of each key."""
    rows: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        rows[key].append(place)
    return rows


def _chosen(
    answers: Mapping[str, Sequence[Any]], asked: Iterable[str], rows: Sequence[int]
) -> dict[str, Sequence[Given]]:
    """Of these rows the answers to the variables that were asked; all rows have one, or none."""
    return {
        name: [column[row] for row in rows]
        for name in asked
        if (column := answers.get(name)) is not None and column[rows[0]] is not ABSENT
    }


def _form(course: str, *, answered: bool) -> _Form | None:
    """None if the entries can't come in this order, or some are behind an end."""
    entries = tuple(
        Entry("", "", one.event, "", "", "", one.screen, minutes=one.minutes)
        for one in steps_of(course)
        if one.event is not None
    )
    ended = entries[-1].event in ENDS
    between = entries[1:-1] if ended else entries[1:]
    if not is_possible(course) or any(one.event in ENDS for one in between):
        return None
    places = [place for place, one in enumerate(entries) if one.event is Event.SENT]
    if ended and answered:
        places.append(len(entries) - 1)
    drafts = [place for place, one in enumerate(entries) if one.event is Event.DRAFTED]
    minutes = max(one.minutes for one in entries)
    return _Form(entries, tuple(places), tuple(drafts), minutes)


def _remember(known: dict[Any, Any], key: object, value: object) -> None:
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = value
