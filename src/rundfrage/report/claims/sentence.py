"""A Sentence as its author wrote it: words, bindings, checked wordings, quoted numbers, marks.

A *binding* names one number of the survey: `q2.top2`, `q4.info.mean[q11=kommune]`. A *wording* is
a phrase that holds only if the data bear it: `{over 75: q8.foerder.top2}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BARE = re.compile(r"[^\s\[\]{}:,\"'=<>`]+")
_BACK = re.compile(r"[`\\]")


@dataclass(frozen=True)
class Spot:
    """Where a piece stands: the line of its file (None outside of files) and the column from 1."""

    line: int | None = None
    column: int = 1
    file: str | None = None


NOWHERE = Spot()


@dataclass(frozen=True)
class Binding:
    """The name of a number: `path` is variable[.item][.statistic].

    `subgroup` is the condition in square brackets as it was written, empty for everybody;
    `places` the decimals asked for after a colon, None for the usual ones. A path with spaces or
    signs of the language in it, as names from files may have, is written in backquotes.
    """

    path: str
    subgroup: str = ""
    places: int | None = None

    def __str__(self) -> str:
        group = f"[{self.subgroup}]" if self.subgroup else ""
        path = self.path
        if not _BARE.fullmatch(path):
            path = "`" + _BACK.sub(r"\\\g<0>", path) + "`"
        return f"{path}{group}" + ("" if self.places is None else f":{self.places}")


@dataclass(frozen=True)
class PlainText:
    """Plain words; they hold no number."""

    words: str


@dataclass(frozen=True)
class QuotedText:
    """Words that may hold a number, because their author said so: `{{"2020"}}`."""

    words: str


@dataclass(frozen=True)
class Bound:
    """A number of the survey, printed as it is: `{q2.top2}`."""

    binding: Binding
    spot: Spot = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Assertion:
    """A checked wording: `{over 75: q8.foerder.top2, q8.regional.top2}`.

    `argument` is what stands between its name and the colon; `capital` says that the name was
    written with a capital, and so is the phrase.
    """

    name: str
    argument: str
    bindings: tuple[Binding, ...]
    capital: bool = False
    spot: Spot = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        name = self.name[:1].upper() + self.name[1:] if self.capital else self.name
        head = f"{name} {self.argument}" if self.argument else name
        return f"{head}: {', '.join(map(str, self.bindings))}"


@dataclass(frozen=True)
class Mark:
    """What sets words apart: bold or italic letters, or a link to an `address`."""

    bold: bool = False
    italic: bool = False
    address: str = ""


@dataclass(frozen=True)
class Opens:
    """Where a mark begins: `**`, `*`, or the bracket before the words of a link."""

    mark: Mark


@dataclass(frozen=True)
class Closes:
    """Where a mark ends; marks are nested."""

    mark: Mark


Piece = PlainText | QuotedText | Bound | Assertion | Opens | Closes


@dataclass(frozen=True)
class Sentence:
    """The pieces of a sentence in order.

    `point` is what it stands behind in a list: "-", or its number as in "3."; else empty.
    """

    pieces: tuple[Piece, ...]
    point: str = ""
