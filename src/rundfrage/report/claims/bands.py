"""Word bands: ranges of a number with the words that may be said of it, from the front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

_RANGE = re.compile(
    r"(-?\d{1,9}(?:\.\d{1,6})?)\s*\.\.\s*(-?\d{1,9}(?:\.\d{1,6})?)\s*=\s*(\S.*)", re.DOTALL
)


@dataclass(frozen=True)
class Band:
    """From `low` (included) to under `high`; of shares in percent."""

    low: float
    high: float
    words: str

    def __str__(self) -> str:
        return f"{self.low:g} .. {self.high:g} = {self.words}"


Bands = Mapping[str, tuple[Band, ...]]
"""Lists of bands by name; they ascend, and each begins where the one before it ends."""


def read_bands(items: Sequence[str], where: Where) -> tuple[Band, ...]:
    """The bands of a list such as `[1 .. 2 = gut, 2 .. 5 = ausbaufähig]`."""
    bands = []
    for item in items:
        match = _RANGE.fullmatch(item.strip())
        if match is None or float(match[1]) >= float(match[2]):
            raise Problem(
                "bands-form",
                where=where,
                found=message("Among the bands stands {item}.", item=item[:40]),
                expected=message("a range and its words, as in 1 .. 2.5 = good."),
                mend=message("Write the smaller end first, with a point in decimals."),
            )
        bands.append(Band(float(match[1]), float(match[2]), " ".join(match[3].split())))
    bands.sort(key=lambda band: band.low)
    for lower, upper in pairwise(bands):
        if lower.high != upper.low:
            raise Problem(
                "bands-form",
                where=where,
                found=message(
                    "{lower} and {upper} overlap, or leave a gap.", lower=lower, upper=upper
                ),
                expected=message("bands that begin where the one before ends."),
                mend=message("An end belongs to the band that begins there."),
            )
    return tuple(bands)


def band_of(bands: Sequence[Band], value: float) -> Band | None:
    """The band of the value; the last band includes its end."""
    for band in bands:
        if band.low <= value < band.high or (band is bands[-1] and value == band.high):
            return band
    return None
