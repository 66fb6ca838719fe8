"""Words as respondents type them, and what makes them fit to be kept.

Nothing that was typed is cut or left out; what can't be kept is a mistake.
"""

from __future__ import annotations

import re

from rundfrage.codebook import Missing
from rundfrage.codebook.shapes import ANSWER_CHARACTERS
from rundfrage.questionnaire.answers.posted import Mistake, Posted

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Control characters, halves of a character, and codes that Unicode keeps free: XML has none of
# them, PostgreSQL no NUL.
_NO_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def first(posted: Posted, field: str) -> str:
    """The field's first value; empty if there is none."""
    values = posted.get(field)
    return values[0] if values else ""


def words_in(
    posted: Posted, field: str, *, lines: bool, most: int | None = None
) -> tuple[str | Missing, Mistake | None]:
    """The words in the field, LEFT_BLANK if there are none, and what is wrong with them.

    Spaces stay as they were typed. Where there is one line only, a line end becomes a space.
    `most` counts characters (None: as many as any answer may have).
    """
    typed = first(posted, field)
    if not typed or typed.isspace():
        return Missing.LEFT_BLANK, None
    words = _LINE_END.sub("\n" if lines else " ", typed)
    if _NO_CHARACTER.search(words):
        return Missing.LEFT_BLANK, Mistake(field, "not-text")
    bound = ANSWER_CHARACTERS if most is None else most
    if len(words) > bound:
        values = {"most": str(bound), "length": str(len(words))}
        return Missing.LEFT_BLANK, Mistake(field, "too-long", values)
    return words, None
