"""From the bytes of a text file to its characters.

A byte-order mark decides; then UTF-8, which hardly any other text happens to be, also if a few of
its bytes are damaged; then UTF-16 without a mark, which shows by its zero bytes. What is left are
encodings of one or two bytes a letter: chardet guesses by the frequency of letters, another is
taken if it makes better words (plausible.py), and the guess is doubted.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.intake.options import TWICE, Options
from rundfrage.dataset.intake.plausible import (
    faults,
    is_lettered,
    known,
    of_one_language,
    words_beyond_ascii,
)
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKED = message("The file begins with its mark.")
_LETTERS = message("All its bytes are letters of UTF-8.")
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")
_PLAIN = bytes(range(32, 127)) + b"\t\n\r\f\v"
SAMPLE = 1 << 20
"""Bytes that a guess is made of: those around the letters beyond ASCII are what counts."""
WESTERN = "cp1252"
# What spreadsheets and survey programs write besides UTF-8; a rarer guess needs no other reading.
USUAL = listed(
    "cp1252|cp1250|cp1251|cp1253|cp1254|cp1255|cp1256|cp1257|cp1258|cp437|cp850|cp852",
    "cp866|mac-roman|koi8-r|koi8-u|iso8859-2|cp932|shift_jis|euc_jp|gb18030|gb2312|big5",
    "cp949|euc_kr|cp874",
)
_WIDER = listed("cp932|shift_jis|euc_jp|gb18030|gb2312|big5|cp949|euc_kr")
"""Those with letters of two bytes, which turn most texts into letters: only by their frequency."""
_HIGH = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_WIDE = 0.3
"""From this share of zero bytes in every other place on, a text is UTF-16."""
_STRAY = 4
"""So many whole letters of UTF-8 for each broken one make a text UTF-8 with damage."""
_ODD = 0.5
"""From this share of words that nobody writes so on, no encoding makes words of the bytes."""
_COMPARED = 1 << 16
"""Bytes whose words are compared in several encodings."""


def in_utf8(data: bytes, path: Path, options: Options, ledger: Ledger) -> bytes:
    """The text of the file in UTF-8, without a mark: its own bytes where they are that already.

    Raises a Problem for what is no text in the encoding it is in.
    """
    plain = data.removeprefix(codecs.BOM_UTF8)
    if options.encoding is None and b"\0" not in data and _is_utf8(plain):
        known = "utf-8" if plain is data else "utf-8-sig"
        ledger.conclude("encoding", known, _LETTERS if plain is data else _MARKED)
        return plain
    return decoded(data, path, options, ledger).encode("utf-8", "surrogatepass")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def decoded(data: bytes, path: Path, options: Options, ledger: Ledger) -> str:
    """The text of the file; raises a Problem for what is no text in the encoding it is in."""
    if options.encoding == TWICE:
        return _decode(data.removeprefix(codecs.BOM_UTF8), "utf-8", path)
    if options.encoding is not None:
        ledger.conclude("encoding", options.encoding, message("The user said so."), Certainty.SAID)
        return _decode(data, options.encoding, path)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            ledger.conclude("encoding", encoding, _MARKED)
            return _decode(data, encoding, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, path, ledger)
    if "\0" in text:
        return _wide(data, path, ledger)
    ledger.conclude("encoding", "utf-8", _LETTERS)
    return text


def _wide(data: bytes, path: Path, ledger: Ledger) -> str:
    """A text with zero bytes: UTF-16 without a mark, or none at all."""
    sample = data[:SAMPLE]
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = sample[start::2]
        if half.count(0) > _WIDE * len(half) and not sample[1 - start :: 2].count(0):
            # Zeros among letters of one byte: the lines end otherwise than in UTF-16.
            text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
            if 2 * text.count("\n") < sample.count(b"\n"):
                continue
            ledger.conclude(
                "encoding", encoding, message("Every other byte is zero."), Certainty.LIKELY
            )
            return _decode(data, encoding, path)
    for encoding in () if _is_ascii(sample) else ("utf-16-le", "utf-16-be"):
        if is_lettered(sample[: len(sample) // 2 * 2].decode(encoding, "replace")):
            why = message("Read so, its bytes are letters and line ends.")
            ledger.conclude("encoding", encoding, why, Certainty.LIKELY)
            return _decode(data, encoding, path)
    raise Problem(
        "file-not-text",
        where=Where(str(path), data.count(b"\n", 0, data.index(b"\0")) + 1),
        found=message("The file holds NUL bytes."),
        expected=message("text in UTF-8 or UTF-16."),
        mend=message("Export the answers as CSV in UTF-8."),
    )


def _is_ascii(data: bytes) -> bool:
    """True for letters of ASCII with zero bytes among them, which are no letters of UTF-16."""
    return not data.translate(None, _PLAIN + b"\0")


def _guessed(data: bytes, path: Path, ledger: Ledger) -> str:
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd") - data.count("\ufffd".encode())
    letters = len(re.findall(r"[^\x00-\x7f\ufffd]", damaged[:SAMPLE]))
    if broken and letters >= _STRAY * broken:
        ledger.conclude("encoding", "utf-8", message("Nearly all its bytes are letters of UTF-8."))
        first = damaged.index("\ufffd")
        ledger.doubt(
            counted_message(
                "{count} byte is no letter of UTF-8, in line {line}: “{words}”.",
                "{count} bytes are no letters of UTF-8, the first in line {line}: “{words}”.",
                broken,
                line=str(damaged.count("\n", 0, first) + 1),
                words=next(word for word in damaged.split("\n") if "\ufffd" in word).strip()[:40],
            ),
            message("Mend the word, export the answers again, or name the encoding."),
        )
        return damaged
    if b"\0" in data:
        return _wide(data, path, ledger)
    encoding = _guess(data)
    text = _decode(data, encoding, path)
    _doubted(encoding, text, ledger)
    return text


def letters_of(words: bytes, ledger: Ledger) -> str:
    """The encoding of the words of a file that doesn't say it, doubted if it is a guess."""
    try:
        words.decode("utf-8")
    except UnicodeDecodeError:
        encoding = _guess(words)
        _doubted(encoding, words.decode(encoding, "replace"), ledger)
        return encoding
    ledger.conclude("encoding", "utf-8", message("All its bytes are letters of UTF-8."))
    return "utf-8"


def _doubted(encoding: str, text: str, ledger: Ledger) -> None:
    ledger.conclude(
        "encoding", encoding, message("The frequency of its letters."), Certainty.DOUBTFUL
    )
    sample = next(iter(re.findall(r"\w*[^\x00-\x7f]\w*", text)), "")
    ledger.doubt(
        message(
            "The file doesn't say how its letters are written; they were read as {encoding}, so "
            "that it says “{sample}”.",
            encoding=encoding,
            sample=sample[:40],
        ),
        message("If words look wrong, name the encoding, or export the answers in UTF-8."),
    )


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that aren't UTF-8."""
    import chardet  # noqa: PLC0415  takes longer to import than most files to read

    lines = b"".join(match[0] for match in _HIGH.finditer(data[: 8 * SAMPLE]))
    found = chardet.detect(lines[:SAMPLE])["encoding"]
    first = codecs.lookup(found).name if found else WESTERN
    likely = first if first in USUAL else WESTERN
    names = dict.fromkeys([likely, WESTERN, *sorted(USUAL - _WIDER)])
    readable = [name for name in names if _reads(data, name)]
    best = min(readable, key=lambda name: _oddness(lines[:_COMPARED], name))
    text = lines[:_COMPARED].decode(best, "ignore")
    lone = not re.search(r"[^\W\d_][^\x00-\x7f]|[^\x00-\x7f][^\W\d_]", text)
    if _oddness(lines[:_COMPARED], best)[0] < _ODD and not (lone and WESTERN not in readable):
        return best
    return likely if likely in readable else WESTERN


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _oddness(lines: bytes, name: str) -> tuple[float, bool, int]:
    """How unlike words the lines are in an encoding: more is less likely."""
    words = words_beyond_ascii(lines.decode(name, "ignore"))
    return round(faults(words), 1), not of_one_language(words), -known(words)


def _decode(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Problem(
            "file-not-text",
            where=Where(str(path), data.count(b"\n", 0, error.start) + 1),
            found=message(
                "The bytes are not {encoding} ({reason}).", encoding=encoding, reason=error.reason
            ),
            expected=message("text in one encoding from beginning to end."),
            mend=message("Export the answers as CSV in UTF-8, or name the encoding."),
        ) from None
    return _checked(text, encoding, path)


def _checked(text: str, encoding: str, path: Path) -> str:
    """The text, unless it is none: any byte is a letter of most encodings, and controls tell."""
    unwanted = {"\0"} if encoding.startswith("utf") else _CONTROLS
    at = min((place for one in unwanted if (place := text.find(one)) >= 0), default=-1)
    if at < 0:
        return text
    raise Problem(
        "file-not-text",
        where=Where(str(path), text.count("\n", 0, at) + 1),
        found=message("The text holds control characters."),
        expected=message("text in UTF-8, UTF-16, or another encoding of letters."),
        mend=message("Export the answers as CSV in UTF-8."),
    )
