"""Messages: English sentences that remember what they were made of, to be told in any language.

A *message* is a string, and may be used as one. Beside its words it holds its template and what
stands in the template's places, so that `in_language` can fill the template of another language.
Put together with `+` messages stay messages; any other way of joining makes a plain English string.

    raise Problem("no-output", found=message("There is no output {name}.", name=name), …)

The templates stand in the code as plain literals and are gathered from there into the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from rundfrage.locales.catalogue import catalogue

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
            words = (many if plural else template).format_map(values)
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
        return _joined(self, other)

    def __radd__(self, other: str) -> Message:
        return _joined(other, self)


def message(template: str, /, **values: object) -> Message:
    """The message of the template, with the values in its places; values may be messages."""
    return Message(template, values)


def template(words: str) -> str:
    """The words as they are; marks the template of messages that are made elsewhere."""
    return words


def counted_message(one: str, many: str, count: int, /, **values: object) -> Message:
    """The message that agrees with `count`, which stands in the place {count}.

    `one` is the English for one and `many` for any other number; languages have the forms they
    need. In the place {count} stands the number with marks between thousands.
    """
    return Message(one, {"count": _Count(count), **values}, many, count)


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
    return form.format_map(
        {name: _value_in(value, spoken.language) for name, value in words.values.items()}
    )


def translation(english: str, language: str) -> str:
    """The translation of a template that has no places; the English where there is none."""
    spoken = catalogue(language)
    forms = spoken.messages.get(english) if spoken is not None else None
    return forms[0] if forms else english


class _Count(int):
    """A number that is written with marks between thousands."""

    def __str__(self) -> str:
        return f"{int(self):,}"

    def __format__(self, form: str, /) -> str:
        return str(self) if not form else format(int(self), form)

    def written(self, mark: str) -> str:
        """With another mark between thousands."""
        return str(self).replace(",", mark)


def _value_in(value: object, language: str) -> object:
    if isinstance(value, _Count):
        # Babel takes 50 ms to import, and most sentences count nothing.
        from babel.numbers import get_group_symbol  # noqa: PLC0415

        return value.written(get_group_symbol(language.replace("-", "_")))
    return in_language(value, language) if isinstance(value, str) else value


def _joined(one: str, other: str) -> Message:
    pieces = [
        piece
        for each in (one, other)
        for piece in (each.parts if isinstance(each, Message) else (each,))
    ]
    return Message(_JOINED, {str(at): piece for at, piece in enumerate(pieces)})


def _as_string(value: object) -> str:
    return value if isinstance(value, str) else str(value)
