"""One text in many languages, and numbers as a language writes them.

A *Text* holds the same string in one or more languages; its first language is the one it was
written in. Numbers are rounded half up (0.5 becomes 1), as a reader with pencil and paper would.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_time
from babel.numbers import NumberPattern, format_decimal, parse_pattern

_LEFT_TO_RIGHT = "\u200e"
NARROW_SPACE = "\u202f"

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class Text:
    """The same words in one or more languages, as pairs (language, words), the source first."""

    versions: tuple[tuple[str, str], ...]

    @staticmethod
    def of(words: str, language: str = "") -> Text:
        """A text in one language; an empty language fits any."""
        return Text(((language, words),))

    def into(self, language: str) -> str:
        """The words in `language`, else in the language they were written in."""
        for name, words in self.versions:
            if name == language:
                return words
        return self.versions[0][1]

    def has(self, language: str) -> bool:
        """True if there are words of its own in that language."""
        return any(name == language for name, _ in self.versions)

    def translated(self, translations: Mapping[str, str]) -> Text:
        """The same text with more languages (language to words); those given replace the old."""
        kept = tuple(pair for pair in self.versions if pair[0] not in translations)
        return Text(kept + tuple(translations.items()))

    @property
    def source(self) -> str:
        """The words as they were written."""
        return self.versions[0][1]

    def __bool__(self) -> bool:
        return bool(self.source)


EMPTY = Text.of("")


def known_language(language: str) -> bool:
    """True if Babel knows the language tag (de, en, ar, pt-BR …)."""
    try:
        _locale(language)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def main_part(language: str) -> str:
    """The language without country or script: "de" of "de-AT"."""
    return language.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(language or "en", sep="-" if "-" in language else "_")


def direction(language: str) -> Direction:
    """The way the language is written."""
    return "rtl" if _locale(language).text_direction == "rtl" else "ltr"


def number_marks(language: str) -> tuple[str, str]:
    """The marks before decimals and between thousands: (",", ".") in German."""
    symbols = _locale(language).number_symbols["latn"]
    return symbols["decimal"], symbols["group"]


def half_up(value: float, places: int = 0) -> Decimal:
    """`value` rounded half up to `places` decimals.

    The float is first cut to 12 significant digits, so that a sum of weights that misses a half
    by a unit in the last place still counts as one.
    """
    exact = Decimal(f"{value:.12g}")
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=1 << 13)
def number(value: float, language: str, places: int = 0) -> str:
    """A number as the language writes it: 2,07 in German, 2.07 in English; minus is U+2212.

    In text from right to left a minus would go behind its digits: a mark keeps it before them.
    """
    rounded = half_up(value, places)
    if rounded == 0:
        rounded = abs(rounded)
    words = format_decimal(rounded, _pattern(places), locale=_locale(language))
    words = words.replace("-", "\u2212")
    return f"{_LEFT_TO_RIGHT}{words}" if rounded < 0 and direction(language) == "rtl" else words


@cache
def _pattern(places: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * places if places else ""))


def plural_form(count: int, language: str) -> str:
    """The form that a number takes: "one", "two", "few", "many", "other" (UTS 35, by Babel)."""
    form: str = _locale(language).plural_form(count)
    return form


def counted(count: int, one: str, many: str = "") -> str:
    """How many of what, as English messages say it: "1 respondent", "1,204 respondents".

    `many` is the plural where it isn't `one` with an s: counted(2, "address is", "addresses are").
    """
    words = one if plural_form(count, "en") == "one" else many or f"{one}s"
    return f"{number(count, 'en')} {words}"


def percent(whole: float, language: str, places: int = 0) -> str:
    """A percentage given in percent (62 for 62 %), with a narrow no-break space where one is due.

    The place of the sign is the locale's: "62 %" in German, "62%" in English, "%62" in Turkish.
    """
    locale = _locale(language)
    digits = number(whole, language, places)
    pattern: str = locale.percent_formats[None].pattern
    spaced = "\u00a0" in pattern or " " in pattern or NARROW_SPACE in pattern
    sign: str = locale.number_symbols["latn"].get("percentSign", "%")
    space = NARROW_SPACE if spaced else ""
    return f"{sign}{space}{digits}" if pattern.startswith("%") else f"{digits}{space}{sign}"


def date(value: datetime.date, language: str) -> str:
    """A date in the language's medium form: 23.09.2020 in German, Sep 23, 2020 in English."""
    return format_date(value, format="medium", locale=_locale(language))


def days(start: datetime.date, end: datetime.date, language: str) -> str:
    """Two dates and all between, without saying twice what both have: 23.–28.09.2020.

    Where the medium form is no row of digits with dots, CLDR's form of an interval: Sep 23 – 28,
    2020 in English (Unicode Technical Standard 35, part 4, interval formats).
    """
    locale = _locale(language)
    if locale.date_formats["medium"].pattern != "dd.MM.y":
        words: str = format_interval(start, end, "yMMMd", locale=locale)
        return words.replace("\u2009", " ")
    last = date(end, language)
    if start.year != end.year:
        return f"{date(start, language)} – {last}"
    same = start.month == end.month
    return f"{start.day:02}.–{last}" if same else f"{start.day:02}.{start.month:02}.–{last}"


def moment(value: datetime.datetime, language: str) -> str:
    """A date and the time of day on the value's own clock: 24.09.2020, 01:00 in German."""
    return f"{date(value, language)}, {format_time(value, 'short', None, _locale(language))}"
