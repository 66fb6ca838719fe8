"""Single choice: one of several options, as `- ( ) value: label`.

A line `[search]` above the options turns a long list into one that respondents search; then
`( )` may stand at the first option only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from rundfrage.codebook import VariableType
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.json_values import JsonObject, without_empty
from rundfrage.questionnaire.labelled import labelled, not_an_answer
from rundfrage.questionnaire.model import Measured, Question, Scale, Written
from rundfrage.questionnaire.options import SCHEMA as OPTIONS
from rundfrage.questionnaire.options import (
    Option,
    option_from_json,
    option_json,
    option_texts,
    option_variables,
    options_of,
    with_labels,
    written,
)
from rundfrage.text import Text

_OPTION = re.compile(r"[-*+]\s*\(\s*\)\s*")
_PLAIN_ITEM = re.compile(r"[-*+]\s+")
_SEARCH = re.compile(r"\[\s*search\s*\]")


@dataclass(frozen=True)
class SingleBody:
    """The options in order; `search` offers a search field."""

    options: tuple[Option, ...]
    search: bool = False


class Single:
    """Single choice."""

    name = "single"
    attributes = frozenset({"shuffle", "search"})
    schema: ClassVar[dict[str, Any]] = {
        "required": ["options"],
        "properties": {"options": OPTIONS, "search": {"type": "boolean"}},
    }

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is `- ( )` or `[search]`."""
        return bool(lines) and bool(
            _OPTION.match(lines[0].words) or _SEARCH.fullmatch(lines[0].words)
        )

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,
    ) -> SingleBody:
        """The options; raises a Problem at a line that is none."""
        above = bool(_SEARCH.fullmatch(lines[0].words))
        rows = lines[1:] if above else lines
        if not rows:
            raise not_an_answer(
                lines[0], "options under [search].", "Write - ( ) value: label under it."
            )
        search = above or "search" in attributes
        pieces = []
        for position, line in enumerate(rows, start=1):
            bullet = _OPTION.match(line.words)
            if bullet is None and search and position > 1 and line.words[2:3] != "[":
                bullet = _PLAIN_ITEM.match(line.words)
            if bullet is None:
                raise not_an_answer(
                    line,
                    "- ( ) value: label in each line of a single choice.",
                    "Write - [ ] in every line if several answers may be chosen.",
                )
            pieces.append(labelled(line, line.words[bullet.end() :], position))
        return SingleBody(options_of(pieces, [False] * len(pieces), language), search)

    def write(self, body: SingleBody) -> Written:
        """One line an option; with a search the bullet stands once."""
        bullets = ["- ( )"] + ["-" if body.search else "- ( )"] * len(body.options)
        lines = tuple(
            written(option, position, bullet)
            for position, (option, bullet) in enumerate(
                zip(body.options, bullets, strict=False), start=1
            )
        )
        return Written(("[search]", *lines) if body.search else lines)

    def to_json(self, body: SingleBody) -> dict[str, Any]:
        """The options, and the search."""
        options = [option_json(option) for option in body.options]
        return without_empty({"options": options, "search": body.search})

    def from_json(self, data: JsonObject, scales: Mapping[str, Scale]) -> SingleBody:  # noqa: ARG002
        """The body; raises a Problem if a type is wrong."""
        options = tuple(option_from_json(option) for option in data.objects("options"))
        return SingleBody(options, data.flag("search"))

    def texts(self, body: SingleBody) -> Iterable[tuple[str, Text]]:
        """The labels."""
        return option_texts(body.options)

    def with_texts(self, body: SingleBody, texts: Mapping[str, Text]) -> SingleBody:
        """The body with other labels."""
        return replace(body, options=with_labels(body.options, texts))

    def variables(self, question: Question) -> Measured:
        """A categorical variable, and a text variable for each "other, namely"."""
        body: SingleBody = question.body
        return Measured(option_variables(question, VariableType.CATEGORICAL, body.options))
