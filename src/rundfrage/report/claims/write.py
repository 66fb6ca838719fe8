"""Writes a sentence in the one canonical way, so that reading it gives the same sentence."""

from __future__ import annotations

import re

from rundfrage.report.claims.sentence import Bound, Piece, PlainText, QuotedText, Sentence

_SPECIAL = re.compile(r"[\\{}]")


def write_sentence(sentence: Sentence) -> str:
    """The sentence in one line."""
    return "".join(map(_written, sentence.pieces))


def escaped(words: str) -> str:
    """Plain words as they stand in a sentence."""
    return _SPECIAL.sub(r"\\\g<0>", words)


def _written(piece: Piece) -> str:
    match piece:
        case PlainText(words):
            return escaped(words)
        case QuotedText(words):
            inner = words.replace("\\", "\\\\").replace('"', '\\"')
            return f'{{{{"{inner}"}}}}'
        case Bound(binding):
            return f"{{{binding}}}"
        case assertion:
            return f"{{{assertion}}}"
