"""What stands between braces: a binding, or a wording with its bindings, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.report.claims.passage import Passage, where
from rundfrage.report.claims.sentence import Assertion, Binding, Bound
from rundfrage.report.claims.wordings import NAMES, WORDINGS

_MOST_BINDINGS = 60
_BINDING = re.compile(
    r"\s*(?:(?P<path>[^\s\[\]{}:,\"'=<>`]+)|`(?P<quoted>(?:[^`\\]|\\.)++)`)"
    r"\s*(?:\[(?P<group>.*)\])?\s*(?::\s*(?P<places>\d))?\s*",
    re.DOTALL,
)
_PLACES = re.compile(r"\s*\d\s*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SPACE = re.compile(r"[ \t\n]+")


def closing(words: str, at: int) -> int | None:
    """The offset of the brace that closes; braces in backquotes and quoted answers don't count."""
    return next((place for place, sign in _plain(words, at) if sign == "}"), None)


def _plain(words: str, at: int = 0) -> Iterator[tuple[int, str]]:
    """The signs that aren't quoted: not in backquotes, nor in a text within square brackets."""
    quote, group = "", False
    while at < len(words):
        sign = words[at]
        if quote:
            if sign == "\\":
                at += 1
            elif sign == quote:
                quote = ""
        elif sign == "`" or (group and sign in "\"'"):
            quote = sign
        elif sign in "[]":
            group = sign == "["
        elif not group or sign == "}":
            yield at, sign
        at += 1


def expression(words: str, offset: int, passage: Passage) -> Bound | Assertion:
    """The binding or wording that the words say; they begin at `offset` of the passage."""
    spot = passage.spot(offset)
    colon = _outside(words, ":")
    places = bool(colon) and _PLACES.fullmatch(words, colon[0] + 1) is not None
    if not colon or (places and not _wording(words[: colon[0]])):
        return Bound(_binding(words, offset, passage), spot)
    head, tail = words[: colon[0]].strip(), colon[0] + 1
    found = _wording(head)
    if found is None:
        raise Problem(
            "unknown-wording",
            where=where(spot),
            found=message("There is no wording {head}.", head=head[:40]),
            expected=message("a binding such as q2.top2, or a wording such as over 75: q2.top2."),
            mend=did_you_mean(head.split(" ")[0].lower(), NAMES)
            or message("The wordings are {names}.", names=", ".join(NAMES)),
        )
    name, argument = found
    WORDINGS[name].check_argument(argument, where(spot))
    edges = [tail - 1, *(at for at in _outside(words, ",") if at >= tail), len(words)]
    if len(edges) > _MOST_BINDINGS:
        raise Problem(
            "sentence-too-long",
            where=where(spot),
            found=message("A wording has {count} bindings.", count=len(edges) - 1),
            expected=message("at most {most_bindings}.", most_bindings=_MOST_BINDINGS - 1),
            mend=message("Name the question once, and all of its items are meant: q8.top2."),
        )
    bindings = [
        _binding(words[start + 1 : end], offset + start + 1, passage)
        for start, end in pairwise(edges)
    ]
    WORDINGS[name].check_number(len(bindings), where(spot))
    return Assertion(name, argument, tuple(bindings), head[:1].isupper(), spot)


def _wording(head: str) -> tuple[str, str] | None:
    """The name of the wording and its argument; the longest name that fits."""
    head = " ".join(head.split())
    lower = head[:1].lower() + head[1:]
    for name in sorted(NAMES, key=len, reverse=True):
        if lower == name or lower.startswith(f"{name} "):
            return name, lower[len(name) :].strip()
    return None


def _binding(words: str, offset: int, passage: Passage) -> Binding:
    match = _BINDING.fullmatch(words)
    if match is None or (match["group"] is not None and not match["group"].strip()):
        raise Problem(
            "binding-form",
            where=where(passage.spot(offset)),
            found=message(
                "Between the braces stands {words}.",
                words=words.strip()[:40] or message("(nothing)"),
            ),
            expected=message("a binding such as q2.top2, q4.info.mean or q2.top2[q11=kommune]."),
            mend=message("Write \\{{ if you mean a brace."),
        )
    places = match["places"]
    group = _SPACE.sub(" ", (match["group"] or "").strip())
    path = match["path"] or _ESCAPE.sub(r"\1", match["quoted"])
    return Binding(path, group, None if places is None else int(places))


def _outside(words: str, wanted: str) -> list[int]:
    """The offsets of a sign outside of square brackets and of backquotes."""
    return [place for place, sign in _plain(words) if sign == wanted]
