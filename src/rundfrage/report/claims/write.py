"""Writes a sentence in the one canonical way, so that reading it gives the same sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rundfrage.report.claims.marks import AUTOLINK
from rundfrage.report.claims.sentence import (
    Bound,
    Closes,
    Mark,
    Opens,
    Piece,
    PlainText,
    QuotedText,
    Sentence,
)

_SPECIAL = re.compile(
    rf"[\\{{}}*]|!(?=\[)|(?<![^\W_])_|_(?![^\W_])|\](?=\()|<(?={AUTOLINK.pattern[1:]})"
)
"""Signs that would say something if they stood without a backslash."""
_BRACKET = re.compile(r"(?<!\\)[\[\]]")


def write_sentence(sentence: Sentence) -> str:
    """The sentence in one line."""
    written, at, pieces = "", 0, sentence.pieces
    inside = 0
    lines: list[bool] = []
    while at < len(pieces):
        piece = pieces[at]
        if isinstance(piece, Opens | Closes) and piece.mark == Mark(italic=True):
            if isinstance(piece, Opens):
                lines.append(_takes_lines(written, _behind(pieces, at)))
            sign = "_" if (lines[-1] if isinstance(piece, Opens) else lines.pop()) else "*"
            written += sign
            at += 1
            continue
        if isinstance(piece, Opens | Closes) and piece.mark.address:
            if _is_address(pieces[at : at + 3]):
                written += f"<{piece.mark.address}>"
                at += 3
                continue
            inside += 1 if isinstance(piece, Opens) else -1
            if isinstance(piece, Opens) and written.endswith("!"):
                written = f"{written[:-1]}\\!"
        words = _written(piece)
        if inside and isinstance(piece, PlainText):
            words = _BRACKET.sub(r"\\\g<0>", words)
        written += words
        at += 1
    return written


def _behind(pieces: Sequence[Piece], at: int) -> Piece | None:
    """What follows at once where the mark that opens there closes."""
    depth = 0
    for place in range(at, len(pieces)):
        depth += isinstance(pieces[place], Opens) - isinstance(pieces[place], Closes)
        if not depth:
            return pieces[place + 1] if place + 1 < len(pieces) else None
    return None


def _takes_lines(before: str, behind: Piece | None) -> bool:
    """True if italics stand beside other stars, and lines can stand for theirs."""
    beside = before.endswith("*") or (isinstance(behind, Opens) and behind.mark.bold)
    match behind:
        case None | Opens() | Closes():
            word = False
        case PlainText(words):
            word = words[:1].isalnum()
        case _:
            word = True
    return beside and not word and not before[-1:].isalnum()


def escaped(words: str) -> str:
    """Plain words as they stand in a sentence."""
    return _SPECIAL.sub(r"\\\g<0>", words)


def _is_address(pieces: Sequence[Piece]) -> bool:
    """True for a link whose words are its address."""
    match pieces:
        case (Opens(Mark(address=address)), QuotedText(words), Closes(Mark(address=closed))):
            return bool(address) and address == words == closed
    return False


def _written(piece: Piece) -> str:
    match piece:
        case PlainText(words):
            return escaped(words)
        case QuotedText(words):
            inner = words.replace("\\", "\\\\").replace('"', '\\"')
            return f'{{{{"{inner}"}}}}'
        case Bound(binding):
            return f"{{{binding}}}"
        case Opens(mark):
            return "[" if mark.address else "**" if mark.bold else "*"
        case Closes(mark):
            return f"](<{mark.address}>)" if _odd(mark.address) else _end(mark)
        case assertion:
            return f"{{{assertion}}}"


def _end(mark: Mark) -> str:
    if mark.address:
        return f"]({mark.address})"
    return "**" if mark.bold else "*"


def _odd(address: str) -> bool:
    """True if the brackets of an address would end it too soon."""
    return "(" in address or ")" in address
