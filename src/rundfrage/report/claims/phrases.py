"""What checked wordings print; a language without phrases of its own gets the English ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.report.words import Plural
from rundfrage.text import main_part


@dataclass(frozen=True)
class Fraction:
    """A simple fraction in words: as it is, from just below, from just above, and roughly."""

    plain: str
    under: str
    over: str
    about: str


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language; `{limit}`, `{k}`, `{n}`, `{low}` and `{high}` are filled in."""

    language: str
    over: str
    under: str
    about: str
    of10: str
    majority: str
    followed_by: str
    more: tuple[str, str]
    """Of shares and counts, and of means."""
    less: tuple[str, str]
    points: Plural
    span: str
    group: str
    """How many of a subgroup answered."""
    fractions: Mapping[str, Fraction]


DE = Phrases(
    language="de",
    over="über {limit}",
    under="unter {limit}",
    about="rund {limit}",
    of10="{k} von 10",
    majority="die Mehrheit",
    followed_by="gefolgt von",
    more=("mehr", "höher"),
    less=("weniger", "niedriger"),
    points=Plural("de", {"one": "{n} Prozentpunkt", "other": "{n} Prozentpunkte"}),
    span=" bis ",
    group="{group}: n = {n}",
    fractions={
        "half": Fraction("die Hälfte", "knapp die Hälfte", "gut die Hälfte", "rund die Hälfte"),
        "third": Fraction(
            "ein Drittel", "knapp ein Drittel", "gut ein Drittel", "rund ein Drittel"
        ),
        "quarter": Fraction(
            "ein Viertel", "knapp ein Viertel", "gut ein Viertel", "rund ein Viertel"
        ),
        "two thirds": Fraction(
            "zwei Drittel", "knapp zwei Drittel", "gut zwei Drittel", "rund zwei Drittel"
        ),
        "three quarters": Fraction(
            "drei Viertel", "knapp drei Viertel", "gut drei Viertel", "rund drei Viertel"
        ),
    },
)

EN = Phrases(
    language="en",
    over="over {limit}",
    under="under {limit}",
    about="about {limit}",
    of10="{k} out of 10",
    majority="a majority",
    followed_by="followed by",
    more=("more", "higher"),
    less=("fewer", "lower"),
    points=Plural("en", {"one": "{n} percentage point", "other": "{n} percentage points"}),
    span=" to ",
    group="{group}: n = {n}",
    fractions={
        "half": Fraction("half", "just under half", "just over half", "about half"),
        "third": Fraction("a third", "just under a third", "just over a third", "about a third"),
        "quarter": Fraction(
            "a quarter", "just under a quarter", "just over a quarter", "about a quarter"
        ),
        "two thirds": Fraction(
            "two thirds", "just under two thirds", "just over two thirds", "about two thirds"
        ),
        "three quarters": Fraction(
            "three quarters",
            "just under three quarters",
            "just over three quarters",
            "about three quarters",
        ),
    },
)

AR = Phrases(
    language="ar",
    over="أكثر من {limit}",
    under="أقل من {limit}",
    about="نحو {limit}",
    of10="{k} من كل 10",
    majority="الأغلبية",
    followed_by="يليه",
    more=("أكثر", "أعلى"),
    less=("أقل", "أدنى"),
    points=Plural("ar", {"few": "{n} نقاط مئوية", "other": "{n} نقطة مئوية"}),
    span=" إلى ",
    group="{group}: n = {n}",
    fractions={
        "half": Fraction("النصف", "أقل بقليل من النصف", "أكثر بقليل من النصف", "نحو النصف"),
        "third": Fraction("الثلث", "أقل بقليل من الثلث", "أكثر بقليل من الثلث", "نحو الثلث"),
        "quarter": Fraction("الربع", "أقل بقليل من الربع", "أكثر بقليل من الربع", "نحو الربع"),
        "two thirds": Fraction(
            "الثلثان", "أقل بقليل من الثلثين", "أكثر بقليل من الثلثين", "نحو الثلثين"
        ),
        "three quarters": Fraction(
            "ثلاثة أرباع",
            "أقل بقليل من ثلاثة أرباع",
            "أكثر بقليل من ثلاثة أرباع",
            "نحو ثلاثة أرباع",
        ),
    },
)

PHRASES = (DE, EN, AR)


def phrases_in(language: str) -> Phrases:
    """The phrases of the language ("de" serves "de-AT"), else the English ones."""
    return next((one for one in PHRASES if one.language == main_part(language)), EN)
