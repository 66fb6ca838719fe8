"""Reads a condition from its words: `q10 <= 2 and not "newsletter" in q9c`.

A name that isn't made of letters, digits and underscores stands in quotation marks, as a text does:
`"How old are you?" >= 18`. What it is shows by its place.

The words are taken apart token by token and never run. `not` binds closest, then `and`, then `or`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NoReturn, cast

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.rules.expression import (
    And,
    Answered,
    Compare,
    Condition,
    Contains,
    Count,
    Not,
    Operator,
    Or,
)
from rundfrage.rules.tokens import RESERVED, Sort, Token, tokens

LENGTH = 2_000
"""The most characters that a condition may have."""
DEPTH = 30
"""The most parentheses and nots that may stand within each other."""


def parse(words: str, where: Where | None = None) -> Condition:
    """The condition that the words say; raises a Problem at `where` that names the column."""
    place = where or Where()
    if len(words) > LENGTH:
        raise Problem(
            "condition-too-long",
            where=place,
            found=message("A condition has {count} characters.", count=len(words)),
            expected=message("at most {length} characters.", length=LENGTH),
            mend=message("Show fewer things on one condition, or ask a question that sums it up."),
        )
    reader = _Reader(words, place, list(tokens(words, place)))
    condition = reader.either(DEPTH)
    if reader.here.sort != "end":
        reader.refuse(
            message("the end, and, or or."), message("Join two conditions by and, or by or.")
        )
    return condition


@dataclass
class _Reader:
    """Walks over the tokens from left to right."""

    words: str
    where: Where
    tokens: list[Token]
    at: int = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def refuse(self, expected: Message, mend: Message) -> NoReturn:
        raise Problem(
            "condition-syntax",
            where=self.where,
            found=message(
                "The condition {words} has {here} at column {column}.",
                words=self.words or message("(empty)"),
                here=self.here,
                column=self.here.column,
            ),
            expected=expected,
            mend=mend,
        )

    def take(self, sort: Sort, expected: Message, mend: Message) -> Token:
        token = self.here
        if token.sort != sort or (sort == "name" and token.words in RESERVED):
            self.refuse(expected, mend)
        self.at += 1
        return token

    def name(self, mend: Message) -> str:
        sort: Sort = "string" if self.here.sort == "string" else "name"
        return self.take(sort, message("the name of a question."), mend).words

    def took(self, word: str) -> bool:
        found = self.here.sort == "name" and self.here.words == word
        self.at += found
        return found

    def either(self, depth: int) -> Condition:
        parts = [self.both(depth)]
        while self.took("or"):
            parts.append(self.both(depth))
        return _joined("or", parts)

    def both(self, depth: int) -> Condition:
        parts = [self.one(depth)]
        while self.took("and"):
            parts.append(self.one(depth))
        return _joined("and", parts)

    def one(self, depth: int) -> Condition:
        if depth == 0:
            raise Problem(
                "condition-too-deep",
                where=self.where,
                found=message("A condition nests more than {depth} levels deep.", depth=DEPTH),
                expected=message(
                    "at most {depth} parentheses and nots within each other.", depth=DEPTH
                ),
                mend=message("Leave out parentheses that change nothing."),
            )
        if self.took("not"):
            return Not(self.one(depth - 1))
        if self.here.sort == "open":
            self.at += 1
            condition = self.either(depth - 1)
            self.take(
                "close",
                message("a closing parenthesis."),
                message("Close each parenthesis that you open."),
            )
            return condition
        return self.simple()

    def simple(self) -> Condition:
        if self.here.sort == "string" and self.tokens[self.at + 1].sort != "operator":
            return self.contains()
        if self.took("answered"):
            return Answered(self.argument("answered(q2)"))
        if self.took("count"):
            variable = self.argument("count(q3) >= 2")
            return Count(variable, self.operator(), self.whole_number())
        variable = self.name(
            message(
                'Write for example q10 <= 2, q1 == "nein", "newsletter" in q9c or answered(q2).'
            ),
        )
        return Compare(variable, self.operator(), self.value())

    def contains(self) -> Condition:
        category = self.here.words
        self.at += 1
        negated = self.took("not")
        if not self.took("in"):
            self.refuse(
                message("in after a text."),
                message('Write "{category}" in q3, or q1 == "{category}".', category=category),
            )
        variable = self.name(message("Write it after in."))
        condition = Contains(category, variable)
        return Not(condition) if negated else condition

    def argument(self, example: str) -> str:
        self.take(
            "open", message("an opening parenthesis."), message("Write {example}.", example=example)
        )
        variable = self.name(message("Write {example}.", example=example))
        self.take(
            "close", message("a closing parenthesis."), message("Write {example}.", example=example)
        )
        return variable

    def operator(self) -> Operator:
        token = self.take(
            "operator", message("==, !=, <, <=, > or >=."), message("Write for example q10 <= 2.")
        )
        return cast("Operator", token.words)

    def whole_number(self) -> int:
        token = self.take(
            "number", message("a number."), message("Write for example count(q3) >= 2.")
        )
        if not token.words.isdigit():
            self.at -= 1
            self.refuse(message("a whole number."), message("Write for example count(q3) >= 2."))
        return int(token.words)

    def value(self) -> float | str:
        token = self.here
        if token.sort not in ("number", "string"):
            self.refuse(
                message("a number, or a text in quotation marks."),
                message('Write "{words}" if you mean the answer of that name.', words=token.words)
                if token.sort == "name"
                else message('Write for example q10 <= 2 or q1 == "nein".'),
            )
        self.at += 1
        return token.words if token.sort == "string" else float(token.words) + 0.0


def _joined(word: Literal["and", "or"], parts: list[Condition]) -> Condition:
    """The parts as one condition; parts that are joined by the same word already are let in."""
    if len(parts) == 1:
        return parts[0]
    kind = And if word == "and" else Or
    flat: list[Condition] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(flat))
