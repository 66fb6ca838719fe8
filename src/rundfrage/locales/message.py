"""Messages: English sentences that remember what they were made of, to be told in any language.

A *message* is a string, and may be used as one. Beside its words it holds its template and what
stands in the template's places, so that `in_language` can fill the template of another language.
Put together with `+` messages stay messages; any other way of joining makes a plain English string.
A number among the values is an amount, and written as the language writes it: 10,000.5 is 10.000,5
in German. Numbers that name something (a line, a code, a port) are given as strings.

    raise Problem("no-output", found=message("There is no output {name}.", name=name), …)

The templates stand in the code as plain literals and are gathered from there into the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from numbers import Number
from typing import Self

from rundfrage.locales.catalogue import SOURCE, catalogue

_JOINED = ""
"""The template of messages put together: there is none to translate."""


class Message(str):
    """An English sentence; `template` and `values` are what it was made of.

    `many` is the template for other numbers than one and `number` the number, or None if the
    sentence has no number to agree with. Equal words are equal messages, as strings are.
    """

    __slots__ = ("many", "number", "template", "values")

    template: str
    many: str
    number: int | None
    values: Mapping[str, object]

    def __new__(
        cls,
        template: str,
        values: Mapping[str, object],
        many: str = "",
        number: int | None = None,
    ) -> Self:
        """The message that the template makes with these values."""
        if template == _JOINED:
            words = "".join(map(str, values.values()))
        else:
            plural = number is not None and number != 1
            words = _filled(many if plural else template, values, SOURCE)
        made = super().__new__(cls, words)
        made.template, made.many, made.number, made.values = template, many, number, dict(values)
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, object], str, int | None]:  # type: ignore[override]
        """What a copy or an unpickled message is made of."""
        return self.template, self.values, self.many, self.number

    def __getstate__(self) -> None:
        """Nothing beside what it is made of."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The pieces it was put together from, or itself alone."""
        return tuple(map(_as_string, self.values.values())) if self.template == _JOINED else (self,)

    def __add__(self, other: str) -> Message:
        return joined((self, other), "")

    def __radd__(self, other: str) -> Message:
        return joined((other, self), "")


NOTHING = Message(_JOINED, {})
"""The message that says nothing."""


def verbatim(words: str) -> Message:
    """The words as a message that is the same in every language: names, what somebody wrote."""
    return Message(_JOINED, {"0": words})


def message(template: str, /, **values: object) -> Message:
    """The message of the template, with the values in its places; values may be messages."""
    return Message(template, values)


def joined(pieces: Iterable[str], between: str = ", ") -> Message:
    """The pieces, which may be messages, with the same words between any two."""
    words = [word for piece in pieces for word in (between, *_parts(piece))][1:]
    return Message(_JOINED, {str(at): word for at, word in enumerate(words)})


def template(words: str) -> str:
    """The words as they are; marks the template of messages that are made elsewhere."""
    return words


def counted_message(one: str, many: str, count: int, /, **values: object) -> Message:
    """The message that agrees with `count`, which stands in the place {count}.

    `one` is the English for one and `many` for any other number; languages have the forms they
    need.
    """
    return Message(one, {"count": count, **values}, many, count)


def rounded(amount: float, form: str) -> Decimal:
    """The amount as `form` rounds it (".2f": to two decimals), for the places of messages."""
    return Decimal(format(amount, form))


def in_language(words: str, language: str) -> str:
    """The words in that language, if they are a message that has a translation; else as they are.

    A message whose template nobody has translated stays English as a whole.
    """
    if not isinstance(words, Message):
        return words
    if words.template == _JOINED:
        return "".join(in_language(piece, language) for piece in words.parts)
    spoken = catalogue(language)
    forms = spoken.messages.get(words.template) if spoken is not None else None
    if spoken is None or forms is None:
        return str(words)
    counted = words.number is not None and len(forms) > 1
    form = forms[spoken.plural(words.number or 0)] if counted else forms[0]
    return _filled(form, words.values, spoken.language)


def translation(english: str, language: str) -> str:
    """The translation of a template that has no places; the English where there is none."""
    spoken = catalogue(language)
    forms = spoken.messages.get(english) if spoken is not None else None
    return forms[0] if forms else english


def _filled(form: str, values: Mapping[str, object], language: str) -> str:
    return form.format_map({name: _said(value, language) for name, value in values.items()})


def _said(value: object, language: str) -> object:
    if isinstance(value, str):
        return value if language == SOURCE else in_language(value, language)
    if isinstance(value, Number) and not isinstance(value, bool | Enum):
        return _written(value, language)
    return value


def _written(amount: Number, language: str) -> str:
    """The amount, a float to twelve digits, with the language's marks."""
    form = ",.12g" if isinstance(amount, float) else ",f" if isinstance(amount, Decimal) else ","
    english = format(amount, form)
    if language == SOURCE or english.isdecimal():
        return english
    # Babel takes 50 ms to import, and most sentences hold no such number.
    from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415

    locale = language.replace("-", "_")
    marks = {",": get_group_symbol(locale), ".": get_decimal_symbol(locale)}
    return "".join(marks.get(each, each) for each in english)


def _parts(words: str) -> tuple[str, ...]:
    return words.parts if isinstance(words, Message) else (words,)


def _as_string(value: object) -> str:
    return value if isinstance(value, str) else str(value)
