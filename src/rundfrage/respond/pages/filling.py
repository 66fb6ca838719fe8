"""The Filling: what one request puts into the slots of a compiled screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Filling:
    """What a respondent sees on a screen beyond what is the same for everybody.

    `fields` are the values of each field as posted or as the kind views the answers; `mistakes`
    the messages by control, in order, as words or, if they are in another language, as HTML that
    says so; `pipes` the labels of earlier answers by variable, unescaped; `asked` the names of the
    questions asked; `seed` the bytes of the interview's id, which decide the shuffles; `position`
    the number of the step and how many steps the walk has as known now; `answered` the fields that
    hold a stored answer.
    """

    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)
    pipes: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    seed: bytes = b""
    token: str = ""
    key: str = ""
    position: tuple[int, int] = (1, 1)
    answered: frozenset[str] = frozenset()
