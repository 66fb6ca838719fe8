"""Reads a sentence with bindings in braces, such as `{q2.top2} answered {net: q2.top2}`.

Marks of Markdown set words apart. A backslash makes a brace or any other sign of punctuation
plain. All Problems are gathered with the line and column they stand at; no words raise anything
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.expression import closing, expression
from rundfrage.report.claims.marks import AUTOLINK, Atom, LinkEnd, checked, link_end, linked, marked
from rundfrage.report.claims.numerals import free_numbers
from rundfrage.report.claims.passage import Passage, where
from rundfrage.report.claims.sentence import (
    Assertion,
    Bound,
    Piece,
    PlainText,
    QuotedText,
    Sentence,
)

LONGEST = 4_000
"""The most characters of a sentence."""
_PLAIN = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
QUOTED = re.compile(r'\{\{\s*"((?:[^"\\]|\\.)*+)"\s*\}\}', re.DOTALL)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PICTURE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\))")
_SPACE = re.compile(r"[ \t\n]+")


def read_sentence(
    passage: Passage, language: str, problems: list[Problem], *, claims: bool = True
) -> Sentence:
    """The sentence of the passage; what is wrong with it is added to `problems`.

    Numbers outside of bindings are refused, unless `claims` is false.
    """
    if len(passage.words) > LONGEST:
        problems.append(
            Problem(
                "sentence-too-long",
                where=where(passage.spot(0)),
                found=message("A sentence has {count} characters.", count=len(passage.words)),
                expected=message("at most {longest}.", longest=LONGEST),
                mend=message("Break it into sentences, each in a paragraph of its own."),
            )
        )
        return Sentence(())
    pieces: list[Piece] = []
    pending: list[tuple[str, int]] = []

    def flush() -> None:
        words = _SPACE.sub(" ", "".join(one for one, _ in pending))
        if words:
            if claims:
                problems.extend(free_numbers(pending, passage, language))
            pieces.append(PlainText(words))
        pending.clear()

    for atom in marked(list(_atoms(passage, problems)), passage, problems):
        if isinstance(atom.piece, str):
            pending.append((atom.piece, atom.offset))
        else:
            flush()
            pieces.append(atom.piece)
    flush()
    return Sentence(_trimmed(pieces))


def read_binding(passage: Passage, problems: list[Problem]) -> Bound | Assertion | None:
    """What stands between the braces, alone: a binding or a wording (the headline of a slide)."""
    try:
        return expression(passage.words, 0, passage)
    except Problem as problem:
        problems.append(problem)
        return None


def _atoms(passage: Passage, problems: list[Problem]) -> Iterator[Atom | LinkEnd]:
    """Single signs, and the pieces in braces, each with its offset; and the ends of links."""
    words, at, brackets = passage.words, 0, 0
    while at < len(words):
        sign = words[at]
        if sign == "\\" and words[at + 1 : at + 2] in _PLAIN and at + 1 < len(words):
            yield Atom(words[at + 1], at + 1, escaped=True)
            at += 2
        elif sign == "{":
            try:
                piece, end = _braced(passage, at)
                yield Atom(piece, at)
            except Problem as problem:
                problems.append(problem)
                closing = words.find("}", at)
                end = len(words) if closing < 0 else closing + 1
                end += words[end : end + 1] == "}"
            at = end
        elif sign == "!" and (found := _PICTURE.match(words, at)):
            problems.append(
                Problem(
                    "picture-place",
                    where=where(passage.spot(at)),
                    found=message("A picture stands within a sentence."),
                    expected=message("a picture in a paragraph of its own."),
                    mend=message("Put an empty line before and behind it."),
                )
            )
            at = found.end()
        elif sign == "}":
            problems.append(
                Problem(
                    "claim-braces",
                    where=where(passage.spot(at)),
                    found=message("A closing brace stands alone."),
                    expected=message("an opening brace before it."),
                    mend=message("Open the brace, or write \\}} if you mean a brace."),
                )
            )
            at += 1
        elif sign == "]" and brackets and words.startswith("(", at + 1):
            brackets -= 1
            try:
                link, at = link_end(passage, at)
                yield link
            except Problem as problem:
                problems.append(problem)
                yield Atom(sign, at)
                at += 1
        elif sign == "<" and (found := AUTOLINK.match(words, at)):
            try:
                yield from linked(checked(found[1], passage, at), at)
            except Problem as problem:
                problems.append(problem)
            at = found.end()
        else:
            brackets += {"[": 1, "]": -(brackets > 0)}.get(sign, 0)
            yield Atom(sign, at)
            at += 1


def _braced(passage: Passage, at: int) -> tuple[Piece, int]:
    """The piece that opens at `at`, and where the words go on after it."""
    words = passage.words
    if words.startswith("{{", at):
        quoted = QUOTED.match(words, at)
        if quoted is None:
            raise Problem(
                "claim-quote",
                where=where(passage.spot(at)),
                found=message("Double braces hold {words}.", words=words[at : at + 30]),
                expected=message('words in quotation marks, as in {{{{"2020"}}}}.'),
                mend=message("Quotes go between double braces, bindings between single ones."),
            )
        return QuotedText(_SPACE.sub(" ", ESCAPE.sub(r"\1", quoted[1]))), quoted.end()
    end = closing(words, at + 1)
    if end is None:
        raise Problem(
            "claim-braces",
            where=where(passage.spot(at)),
            found=message("The brace {words} is never closed.", words=words[at : at + 30]),
            expected=message("a closing brace in the same sentence."),
            mend=message("Close it, or write \\{{ if you mean a brace."),
        )
    return expression(words[at + 1 : end], at + 1, passage), end + 1


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces without space at the beginning and the end."""
    if pieces and isinstance(pieces[0], PlainText):
        pieces[0] = PlainText(pieces[0].words.lstrip(" "))
    if pieces and isinstance(pieces[-1], PlainText):
        pieces[-1] = PlainText(pieces[-1].words.rstrip(" "))
    return tuple(piece for piece in pieces if piece != PlainText(""))
