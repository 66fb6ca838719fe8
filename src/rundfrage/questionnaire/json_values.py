"""Values of the JSON form, each with its place, so that a wrong one can be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.text import EMPTY, Text

_WHOLE = 1_000_000_000


@dataclass(frozen=True)
class JsonObject:
    """An object of the JSON form and its place, as in `pages[0].questions[2]`."""

    data: dict[str, Any]
    place: str
    language: str
    """The language the questionnaire was written in: its words come first in every text."""

    def refuse(self, key: str, expected: str) -> Problem:
        """The Problem of a value that is missing or of the wrong type."""
        found = self.data.get(key)
        shown = (
            found[:60]
            if isinstance(found, str)
            else message("of the type {name}", name=type(found).__name__)
        )
        return Problem(
            "json-value",
            where=Where(name=f"{self.place}.{key}".lstrip(".")),
            found=message("It is missing.")
            if found is None
            else message("It is {shown}.", shown=shown),
            expected=expected,
            mend=message("Compare the file with the JSON Schema: questionnaire.schema.json."),
        )

    def words(self, key: str, default: str | None = None) -> str:
        """A string."""
        value = self.data.get(key, default)
        if not isinstance(value, str):
            raise self.refuse(key, message("a string."))
        return value

    def whole(self, key: str) -> int | None:
        """A whole number, or None if it is absent."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= _WHOLE:
            raise self.refuse(key, message("a whole number of at most nine digits."))
        return value

    def flag(self, key: str) -> bool:
        """True or false; false if it is absent."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.refuse(key, message("true or false."))
        return value

    def text(self, key: str) -> Text:
        """A text in one or more languages; empty if it is absent."""
        value = self.data.get(key)
        return EMPTY if value is None else self._text(key, value)

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of texts; none if it is absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self.refuse(key, message("a list of texts."))
        return tuple(self._text(key, each) for each in value)

    def _text(self, key: str, value: object) -> Text:
        if not isinstance(value, dict) or not all(
            isinstance(each, str) and each for each in value.values()
        ):
            raise self.refuse(key, message('texts by language, as {{"de": "Ja", "en": "Yes"}}.'))
        if self.language not in value:
            raise self.refuse(
                key,
                message(
                    "words in the questionnaire's language {language}.", language=self.language
                ),
            )
        others = [(name, words) for name, words in value.items() if name != self.language]
        return Text(((self.language, value[self.language]), *others))

    def object(self, key: str) -> JsonObject:
        """An object."""
        value = self.data.get(key)
        if not isinstance(value, dict):
            raise self.refuse(key, message("an object."))
        return JsonObject(value, f"{self.place}.{key}".lstrip("."), self.language)

    def objects(self, key: str) -> Iterator[JsonObject]:
        """A list of objects; none if it is absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.refuse(key, message("a list of objects."))
        place = f"{self.place}.{key}".lstrip(".")
        for number, each in enumerate(value):
            yield JsonObject(each, f"{place}[{number}]", self.language)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of strings; none if it is absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.refuse(key, message("a list of strings."))
        return tuple(value)


def text_json(text: Text) -> dict[str, str]:
    """The text as the JSON form has it: language to words, the source first."""
    return dict(text.versions)


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """The object without what is empty, false or absent; zero stays."""
    return {
        key: value
        for key, value in data.items()
        if value is not None and value is not False and value != "" and value not in ({}, [])
        and not (isinstance(value, dict) and value == {"": ""})
    }  # fmt: skip
