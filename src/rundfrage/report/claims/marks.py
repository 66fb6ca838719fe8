"""Finds the marks of a sentence: `**bold**`, `*italic*`, `[links](https://example.org)`.

They are those of CommonMark 0.31 (emphasis after its rules for delimiter runs), with two
differences: a star between two letters of a script with capitals is a star ("Bürger*innen"), and
what was meant as a mark and is none is a Problem, so that no mark is ever printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlsplit

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.manuscript.markup import may_be_linked
from rundfrage.report.claims.passage import Passage, where
from rundfrage.report.claims.sentence import Closes, Mark, Opens, Piece, QuotedText

AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_TARGET = re.compile(r"\(\s*(?:<([^<>]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))\s*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"
"""Signs of an address that stay as they are; others are written as percent codes (RFC 3987)."""
_LONGEST = 2_000
_BOLD, _ITALIC = Mark(bold=True), Mark(italic=True)


@dataclass(frozen=True)
class Atom:
    """A sign or a piece and its offset; a sign behind a backslash is `escaped` and no mark."""

    piece: str | Piece
    offset: int
    escaped: bool = False


@dataclass(frozen=True)
class LinkEnd:
    """`](address)`, which makes a link of what stands since the last bracket."""

    address: str
    offset: int


def link_end(passage: Passage, at: int) -> tuple[LinkEnd, int]:
    """The end of a link that begins with the `]` at that offset, and the offset behind it.

    Raises a Problem if it leads nowhere that a reader may be sent.
    """
    match = _TARGET.match(passage.words, at + 1)
    if match is None:
        raise Problem(
            "link-form",
            where=where(passage.spot(at)),
            found=message(
                "Behind square brackets stands {words}.", words=passage.words[at + 1 : at + 31]
            ),
            expected=message("an address without spaces in round brackets."),
            mend=message(
                "Write for example [the report](https://example.org), or \\[ if you mean a bracket."
            ),
        )
    written = match[1] if match[1] is not None else _ESCAPE.sub(r"\1", match[2])
    return LinkEnd(checked(written, passage, at), at), match.end()


def checked(address: str, passage: Passage, at: int) -> str:
    """The address as outputs write it; raises a Problem unless a link may have it."""
    try:
        fits = may_be_linked(address) and bool(
            urlsplit(address).hostname or address.lower().startswith("mailto:")
        )
    except ValueError:
        fits = False
    if not fits or len(address) > _LONGEST or any(not sign.isprintable() for sign in address):
        raise Problem(
            "link-address",
            where=where(passage.spot(at)),
            found=message("A link leads to {words}.", words=address[:60] or message("(nothing)")),
            expected=message("an address that begins with https://, http:// or mailto:."),
            mend=message("Correct the address, or leave the link out and its words plain."),
        )
    return quote(address, safe=_KEPT)


def linked(address: str, offset: int) -> tuple[Atom, ...]:
    """`<https://example.org>`: a link whose words are its address."""
    mark = Mark(address=address)
    pieces = (Opens(mark), QuotedText(address), Closes(mark))
    return tuple(Atom(piece, offset) for piece in pieces)


def marked(
    atoms: Sequence[Atom | LinkEnd], passage: Passage, problems: list[Problem]
) -> Iterator[Atom]:
    """The atoms with the marks among them found; what is wrong is added to `problems`."""
    levels: list[list[Atom]] = [[]]
    for atom in atoms:
        if isinstance(atom, LinkEnd):
            words = levels.pop()
            opening, mark = words[0], Mark(address=atom.address)
            if not words[1:] or any(_is_link(one) for one in words):
                problems.append(_no_words(passage, opening.offset))
            inside = _emphasised(words[1:], passage, problems)
            levels[-1] += [
                Atom(Opens(mark), opening.offset), *inside, Atom(Closes(mark), atom.offset)
            ]  # fmt: skip
        elif atom.piece == "[" and not atom.escaped:
            levels.append([atom])
        elif atom.piece == "]" and not atom.escaped and len(levels) > 1:
            words = levels.pop()
            levels[-1] += [*words, atom]
        else:
            levels[-1].append(atom)
    whole = [atom for level in levels for atom in level]
    yield from _plainly(list(_emphasised(whole, passage, problems)))


def _plainly(atoms: Sequence[Atom]) -> list[Atom]:
    """The same marks nested in one way only: none within its like, none broken off and resumed.

    Lines do what stars do, so that `*a _b_*` is `*a b*`, and `**_a_**` is `***a***`.
    """
    said: list[Atom] = []
    within: list[Mark] = []
    for atom in atoms:
        match atom.piece:
            case Opens(mark):
                within.append(mark)
                if within.count(mark) > 1 and not mark.address:
                    continue
                if said and said[-1].piece == Closes(mark) and not mark.address:
                    del said[-1]
                    continue
            case Closes(mark):
                within.pop()
                if mark in within and not mark.address:
                    continue
        said.append(atom)
    return _in_order(said)


def _in_order(atoms: list[Atom]) -> list[Atom]:
    """Of two marks around the same words the italic one stands outside, as three stars are read."""
    opened: list[int] = []
    for at, atom in enumerate(atoms):
        if isinstance(atom.piece, Opens):
            opened.append(at)
        elif isinstance(atom.piece, Closes):
            start = opened.pop()
            outer = atoms[start - 1].piece if start else None
            twin = atoms[at + 1].piece if at + 1 < len(atoms) else None
            if (outer, twin) == (Opens(_BOLD), Closes(_BOLD)) and atom.piece.mark == _ITALIC:
                atoms[start - 1], atoms[start] = atoms[start], atoms[start - 1]
                atoms[at], atoms[at + 1] = atoms[at + 1], atoms[at]
    return atoms


def _is_link(atom: Atom) -> bool:
    return isinstance(atom.piece, Opens) and bool(atom.piece.mark.address)


def _no_words(passage: Passage, at: int) -> Problem:
    return Problem(
        "link-form",
        where=where(passage.spot(at)),
        found=message("A link has no words, or a link among them."),
        expected=message("words between the square brackets."),
        mend=message("Write for example [the report](https://example.org)."),
    )


@dataclass
class _Run:
    """Stars or lines that stand beside each other (a delimiter run); `left` are not used yet."""

    sign: str
    atoms: Sequence[Atom]
    opens: bool
    closes: bool
    left: int
    before: list[Atom] = field(default_factory=list)
    after: list[Atom] = field(default_factory=list)

    @property
    def offset(self) -> int:
        return self.atoms[0].offset

    @property
    def flanks(self) -> bool:
        """True if the run stands beside a word, as marks do."""
        return self.opens or self.closes

    def matches(self, closer: _Run) -> bool:
        """True if the run may be the beginning of what the closer ends."""
        if self.sign != closer.sign or not self.opens or not self.left:
            return False
        both = (self.opens and self.closes) or (closer.opens and closer.closes)
        counts = len(self.atoms), len(closer.atoms)
        return not both or sum(counts) % 3 != 0 or all(count % 3 == 0 for count in counts)


def _emphasised(atoms: Sequence[Atom], passage: Passage, problems: list[Problem]) -> Iterator[Atom]:
    items = list(_runs(atoms))
    runs = [one for one in items if isinstance(one, _Run)]
    _match(runs)
    problems += [_left_open(run, passage) for run in runs if run.left > 1 and run.flanks]
    for one in items:
        if isinstance(one, _Run):
            # What marked nothing here is a sign, and no mark of what stands around a link either.
            signs = (replace(sign, escaped=True) for sign in one.atoms[: one.left])
            yield from (*one.before, *signs, *one.after)
        else:
            yield one


def _left_open(run: _Run, passage: Passage) -> Problem:
    return Problem(
        "emphasis-open",
        where=where(passage.spot(run.offset)),
        found=message(
            "{signs} stands here, and no other to go with it.", signs=run.sign * run.left
        ),
        expected=message("a mark before bold words, and the same behind them."),
        mend=message("Close it, or write a backslash before each sign if you mean the signs."),
    )


def _match(runs: list[_Run]) -> None:
    """CommonMark's procedure "process emphasis"."""
    stack: list[_Run] = []
    for run in runs:
        while run.closes and run.left:
            at = next((at for at in reversed(range(len(stack))) if stack[at].matches(run)), None)
            if at is None:
                break
            opener = stack[at]
            strong = opener.left > 1 and run.left > 1
            mark = _BOLD if strong else _ITALIC
            opener.after.insert(0, Atom(Opens(mark), opener.offset))
            run.before.append(Atom(Closes(mark), run.offset))
            opener.left -= 1 + strong
            run.left -= 1 + strong
            del stack[at + bool(opener.left) :]
        if run.opens and run.left:
            stack.append(run)


def _runs(atoms: Sequence[Atom]) -> Iterator[Atom | _Run]:
    at = 0
    while at < len(atoms):
        sign, end = atoms[at].piece, at + 1
        if not isinstance(sign, str) or sign not in "*_" or atoms[at].escaped:
            yield atoms[at]
            at = end
            continue
        while end < len(atoms) and atoms[end].piece == sign and not atoms[end].escaped:
            end += 1
        before = _sign(atoms[at - 1]) if at else " "
        behind = _sign(atoms[end]) if end < len(atoms) else " "
        opens, closes = _flanks(sign, before, behind)
        if end - at == 1 and sign == "*" and _cased(before) and _cased(behind):
            opens = closes = False
        yield _Run(sign, atoms[at:end], opens, closes, end - at)
        at = end


def _sign(atom: Atom) -> str:
    """What stands beside a run; a number or a wording counts as a letter."""
    if isinstance(atom.piece, str):
        return atom.piece
    return "(" if isinstance(atom.piece, Opens | Closes) else "x"


def _flanks(sign: str, before: str, behind: str) -> tuple[bool, bool]:
    """Whether a run between the two may open and close emphasis (CommonMark, rules 1 to 8)."""
    left = not behind.isspace() and (
        not _punctuation(behind) or before.isspace() or _punctuation(before)
    )
    right = not before.isspace() and (
        not _punctuation(before) or behind.isspace() or _punctuation(behind)
    )
    if sign == "*":
        return left, right
    return left and (not right or _punctuation(before)), right and (
        not left or _punctuation(behind)
    )


def _punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _cased(sign: str) -> bool:
    return sign.lower() != sign.upper()
