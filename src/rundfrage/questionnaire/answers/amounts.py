"""Numbers in text fields: how one is read, what is wrong with it, and how it is shown again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from rundfrage.codebook import Missing
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed
from rundfrage.questionnaire.answers.typed_numbers import (
    decimals,
    number_in,
    number_shown,
    number_written,
)


def amount_parsed(
    field: str,
    typed: str,
    language: str,
    mistake_of: Callable[[Decimal | None], Mistake | None],
    *,
    places: int,
    required: bool,
) -> Parsed:
    """The number typed into the field of that name; an empty field is no answer.

    `mistake_of` says what is wrong with the number, or with words that are none (None).
    """
    if not typed:
        return Parsed(
            {field: Missing.LEFT_BLANK}, (Mistake(field, "required"),) if required else ()
        )
    number = number_in(typed, language, places)
    mistake = mistake_of(number)
    if number is None or mistake is not None:
        return Parsed({field: Missing.LEFT_BLANK}, (mistake,) if mistake else ())
    return Parsed({field: number})


def amount_mistake(
    field: str,
    number: Decimal | None,
    low: Decimal,
    high: Decimal,
    language: str,
    *,
    places: int | None = None,
) -> Mistake | None:
    """What is wrong with a number: it is none, has too many decimals, or lies out of the range."""
    if number is None:
        return Mistake(field, "not-a-number")
    if places is not None and decimals(number) > places:
        return Mistake(field, "too-many-decimals", {"decimals": str(places)})
    if not low <= number <= high:
        bounds = {"low": low, "high": high}
        return Mistake(field, "out-of-range", numbers_shown(bounds, language))
    return None


def numbers_shown(numbers: Mapping[str, Decimal], language: str) -> dict[str, str]:
    """The numbers as one reads them, by the same names."""
    return {name: number_shown(one, language) for name, one in numbers.items()}


def amounts_viewed(
    fields: Iterable[str], answers: Mapping[str, Given], language: str
) -> dict[str, tuple[str, ...]]:
    """The fields that hold a number, with the number as one types it."""
    return {
        field: (number_written(number, language),)
        for field in fields
        if isinstance(number := answers.get(field), Decimal)
    }
