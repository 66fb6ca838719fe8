"""Masks in a quotation what could tell who wrote it: addresses, telephone numbers, links, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rundfrage.locales import message

MASK = "[…]"

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"“”„]*[^\s<>\"“”„.,;:!?)]", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![\w@.])@[A-Za-z_]\w+")
_NUMBER = re.compile(r"(?<![\w.,])(?<!\d\. )(?:\+|\(?0)[\d \u00a0()/.–-]{4,}\d")
_DATE = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2})?")
_DIGITS = 6
"""A telephone number has at least so many digits; it begins with + or 0."""


def masked(text: str, names: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The text with what tells of people replaced by an ellipsis in brackets, and what that was."""
    found: dict[str, None] = {}
    end, pieces = 0, []
    for start, stop, what in sorted(_spans(text, names)):
        if stop > end:
            pieces += [text[end : max(start, end)], MASK if start >= end else ""]
            found[what] = None
            end = stop
    return "".join([*pieces, text[end:]]), tuple(found)


def _spans(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for what, pattern in (
        (message("a link"), _LINK),
        (message("an e-mail address"), _MAIL),
        (message("an account name"), _ACCOUNT),
    ):
        yield from ((*match.span(), what) for match in pattern.finditer(text))
    for match in _NUMBER.finditer(text):
        digits = sum(sign.isdigit() for sign in match[0])
        if digits >= _DIGITS and not _DATE.fullmatch(match[0]):
            yield *match.span(), message("a telephone number")
    for name in names:
        words = r"\s+".join(map(re.escape, name.split()))
        ending = r"(?:s|’s|'s)?(?!\w)"
        for match in re.finditer(rf"(?<!\w){words}{ending}", text, re.IGNORECASE):
            yield *match.span(), message("a name")
