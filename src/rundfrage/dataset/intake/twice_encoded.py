"""Words that were put into UTF-8 twice: “Ã¤” for “ä”, as where a program took UTF-8 for cp1252.

They are turned back where all words beyond ASCII are so; where only some are, that is doubted.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.options import TWICE, Options
from rundfrage.dataset.intake.sheet import Sheet, merged_words
from rundfrage.locales import message
from rundfrage.patterns import pattern

_MARK = pattern("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
"""What the first two bytes of a letter of UTF-8 look like in cp1252."""
_BYTES = {chr(byte): bytes([byte]) for byte in range(256)} | {
    bytes([byte]).decode("cp1252"): bytes([byte])
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_CONTROL = pattern("[\u0080-\u009f]")
_SHOWN = 40


def once_encoded(sheet: Sheet, options: Options, ledger: Ledger) -> Sheet:
    """The sheet with words that were encoded twice turned back, where that is sure or was said."""
    twice = {} if sheet.ascii else _turned(sheet.columns)
    if options.encoding == TWICE:
        ledger.conclude("encoding", TWICE, message("The user said so."), Certainty.SAID)
        return _turned_back(sheet) if twice else sheet
    if options.encoding is not None or not twice:
        return sheet
    sample, meant = next(iter(twice.items()))
    others = any(
        not word.isascii() and _turn(word) is None
        for column in sheet.columns
        for word in (column.name, *column.distinct)
    )
    if others:
        ledger.doubt(
            message(
                "“{sample}” looks like “{meant}” in an encoding too many.",
                sample=sample[:_SHOWN],
                meant=meant[:_SHOWN],
            ),
            message("If such words are to be turned back, name the encoding utf-8-twice."),
        )
        return sheet
    why = message("All its letters beyond ASCII are two of another encoding.")
    ledger.conclude("encoding", TWICE, why, Certainty.DOUBTFUL)
    ledger.doubt(
        message(
            "“{sample}” was read as “{meant}”: the letters were encoded twice.",
            sample=sample[:_SHOWN],
            meant=meant[:_SHOWN],
        ),
        message("If they are right as they stand, name the encoding utf-8."),
    )
    return _turned_back(sheet)


def _turned(columns: Sequence[Cells]) -> dict[str, str]:
    """The words that were encoded twice, with what they say."""
    return {
        word: meant
        for column in columns
        for word in (column.name, *column.distinct)
        if not word.isascii() and (meant := _turn(word)) is not None
    }


def _turned_back(sheet: Sheet) -> Sheet:
    return Sheet(tuple(map(_column, sheet.columns)), sheet.delimiter)


def _column(column: Cells) -> Cells:
    turned = merged_words(column, turned_back)
    return Cells(turned_back(column.name), turned.distinct, turned.index)


def turned_back(word: str) -> str:
    """The word as it was before it was encoded once more; one that wasn't stays."""
    return word if word.isascii() else _turn(word) or word


def _turn(word: str) -> str | None:
    """What the word says if its letters are bytes of UTF-8, None if they aren't."""
    if not _MARK.search(word):
        return None
    try:
        turned = b"".join(_BYTES[letter] for letter in word).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    # Nobody writes control characters: where they would come out, the word is none.
    return None if _CONTROL.search(turned) else turned
