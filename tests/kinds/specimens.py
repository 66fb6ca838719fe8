"""Specimens: what each kind brings along because the tests of all kinds can't make it up.

They lie in the kind's folder here, as `SPECIMENS` of `NAME/NAME_specimens.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis.strategies import SearchStrategy

from rundfrage.questionnaire.answers.posted import Mistake, Posted
from rundfrage.questionnaire.model import Scale


@dataclass(frozen=True)
class Town:
    """The kind's questions in the survey of a town, which is looked at in every language.

    Their names begin with the kind's. `german` is Markdown as an author writes it, and may use the
    scale `guete`; `english` and `arabic` have a line `path: text` for each of its texts. `filled`
    are fields as a respondent sends them, and `mistakes` is one for each control that can have one.
    """

    german: str
    english: str
    arabic: str
    filled: Posted = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True)
class Small:
    """A question that can be answered in a few ways only, all of which are tried.

    `lines` are its answer lines; in the `conditions` on it, which must make sense, `{0}` is its
    name. `shown` is what follows the name where a text repeats the answer: `.u` for the item u.
    """

    lines: str
    conditions: tuple[str, ...]
    attributes: str = ""
    shown: str = ""


@dataclass(frozen=True)
class Specimens:
    """What the kind's samples become, its questions for the town, any bodies, small questions.

    `variables` are the names of the variables of each question in its `samples.md`. `bodies` is a
    strategy for bodies of every form, made of the scales of a questionnaire if it needs one.
    """

    variables: Mapping[str, tuple[str, ...]]
    town: Town
    bodies: Callable[[Sequence[Scale]], SearchStrategy[Any]]
    small: tuple[Small, ...] = ()
