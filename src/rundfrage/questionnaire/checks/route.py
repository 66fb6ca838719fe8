"""A questionnaire as a route, so that the rules can prove it: its stops, and paths in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from rundfrage.codebook import Variable
from rundfrage.codebook.shapes import space_of
from rundfrage.manuscript.attributes import PIPING
from rundfrage.questionnaire.checks.ground import Bearer, Ground
from rundfrage.questionnaire.model import Measured, Page, PageRole, Question, Quota
from rundfrage.questionnaire.roles import BESIDE_THE_INTERVIEW
from rundfrage.rules.answer_space import Answer
from rundfrage.rules.route import Slot, Stop
from rundfrage.text import Text

_SHOWN = 40


@dataclass(frozen=True)
class Route:
    """The stops of a questionnaire in order, and what each of them is.

    The quotas come last: who reaches them has completed the interview. Pages that are read before
    or after it are no stops.
    """

    ground: Ground
    stops: tuple[Stop, ...]
    bearers: tuple[Bearer, ...]

    @cached_property
    def questions(self) -> tuple[int, ...]:
        """The positions of the questions among the stops."""
        pairs = enumerate(self.bearers)
        return tuple(place for place, bearer in pairs if isinstance(bearer, Question))

    def questions_at(self, places: Iterable[int]) -> list[str]:
        """The names of the questions at these places; pages are passed over."""
        return [self.stops[at].name for at in places if isinstance(self.bearers[at], Question)]

    def words(self, path: Mapping[str, Answer]) -> str:
        """The path as people read it: q1 = Yes; q3 = Fair, Party."""
        return "; ".join(f"{name} = {self.answer(name, path[name])}" for name in path)

    def answer(self, name: str, answer: Answer) -> str:
        """One answer as people read it."""
        variable = self.ground.variables[name][1]
        labels = {one.name: one.label.source for one in variable.categories}
        match answer:
            case frozenset():
                chosen = [one.name for one in variable.categories if one.name in answer]
                return ", ".join(_short(labels[one]) for one in chosen)
            case Decimal():
                return f"{answer:f} {variable.unit}".strip()
            case datetime.date():
                return answer.isoformat()
        return _short(labels[answer]) if answer in labels else f'"{_short(answer)}"'


def route_of(ground: Ground) -> Route:
    """The route; texts that show what is not asked before them, show nothing here."""
    stops: list[Stop] = []
    bearers: list[Bearer] = []
    measured = iter(ground.measured)
    page = 0
    for place in ground.places():
        bearer = place.bearer
        if isinstance(bearer, Page) and bearer.role in BESIDE_THE_INTERVIEW:
            continue
        shows = tuple(name for name in _pipings(bearer) if ground.known(name, place))
        if isinstance(bearer, Page):
            page = len(stops)
            ends = bearer.role is PageRole.SCREENOUT
            stops.append(Stop(place.name, bearer.show_if, shows=shows, ends=ends))
        elif isinstance(bearer, Quota):
            stops.append(Stop(place.name, bearer.condition))
        else:
            stops.append(_stop(bearer, next(measured), page, shows))
        bearers.append(bearer)
    return Route(ground, tuple(stops), tuple(bearers))


def _stop(question: Question, measured: Measured, page: int, shows: tuple[str, ...]) -> Stop:
    battery = measured.battery
    return Stop(
        question.name,
        question.show_if,
        page,
        tuple(_slot(variable) for variable in measured.variables),
        question.required,
        bond=None if battery is None else battery.shape.bond(measured.variables, battery.total),
        shows=shows,
    )


def _slot(variable: Variable) -> Slot:
    of = None if variable.of is None else (variable.of, variable.opened_by)
    return Slot(variable.name, space_of(variable), of, excused=bool(variable.missing))


def _pipings(bearer: Bearer) -> Iterator[str]:
    """The variables that the bearer's texts repeat, each once."""
    found: dict[str, None] = {}
    for text in _texts(bearer):
        for _, words in text.versions:
            found |= dict.fromkeys(PIPING.findall(words))
    yield from found


def _texts(bearer: Bearer) -> Iterator[Text]:
    if isinstance(bearer, Quota):
        return
    if isinstance(bearer, Page):
        yield from (bearer.title, bearer.text)
        return
    yield from (bearer.text, bearer.hint)
    for _, text in bearer.kind.texts(bearer.body):
        yield text


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
