"""Lines of the form `name: label {attributes}`, as options, items and headings have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from rundfrage.errors import Problem, Where
from rundfrage.locales import NOTHING, Message, message, verbatim
from rundfrage.manuscript.attributes import Attributes, split
from rundfrage.manuscript.line import Line
from rundfrage.records import Limit

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")
"""The name of a question."""
VALUE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,59}")
"""The name of an option or item."""
QuestionName = Annotated[
    str,
    Limit(
        pattern=f"^{NAME.pattern}$",
        expected=message("a letter or _, then letters, digits and _, at most 60"),
    ),
]
ValueName = Annotated[
    str,
    Limit(pattern=f"^{VALUE.pattern}$", expected=message("letters, digits, _ and -, at most 60")),
]
_HINT = "hint"  # its path in translations would be that of the question's hint
_PREFIX = re.compile(r"([^\s:]+):(?:\s+|$)")
_PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


@dataclass(frozen=True)
class Labelled:
    """A line taken apart; without a name of its own it is named by its position, from 1."""

    name: str
    label: str
    attributes: Attributes
    line: int


def labelled(line: Line, words: str, position: int) -> Labelled:
    """The line's words (without its bullet) taken apart; raises a Problem at the line."""
    text, attributes = split(words, line.number)
    prefix = _PREFIX.match(text)
    name = prefix.group(1) if prefix else str(position)
    label = text[prefix.end() :].strip() if prefix else text
    if not VALUE.fullmatch(name) or name.lower() == _HINT:
        raise bad_name(
            name,
            line.number,
            message(
                "or name it by its number: {position}: {text}", position=position, text=text[:40]
            ),
        )
    if not label:
        raise Problem(
            "empty-label",
            where=Where(line=line.number),
            found=message(
                "{name} has no label.", name=name if prefix else message("An answer line")
            ),
            expected=message("words that respondents read, after the name and a colon."),
            mend=message("Write {name}: and the label.", name=name),
        )
    return Labelled(name, label, attributes, line.number)


def each_labelled(
    lines: Sequence[Line], bullet: re.Pattern[str], expected: Message, mend: Message
) -> list[Labelled]:
    """The lines taken apart behind their bullets.

    Raises a Problem at the first line without one, which says what was expected and how to mend it.
    """
    pieces = []
    for position, line in enumerate(lines, start=1):
        match = bullet.match(line.words)
        if match is None:
            raise not_an_answer(line, expected, mend)
        pieces.append(labelled(line, line.words[match.end() :], position))
    return pieces


def bad_name(name: str, line: int | None, otherwise: Message = NOTHING) -> Problem:
    """The Problem of a name that is none, with one that would do."""
    ascii_name = (
        unicodedata.normalize("NFKD", name.translate(_PLAIN)).encode("ascii", "ignore").decode()
    )
    near = re.sub(r"[^A-Za-z0-9_]+", "_", ascii_name).strip("_")[:60]
    if near[:1].isdigit() or near == name:
        near = f"q{near}" if near[:1].isdigit() else f"{near[:59]}_"
    mend = message("Write {near}", near=near) if near else message("Write a name such as q1")
    return Problem(
        "bad-name",
        where=Where(line=line),
        found=message("{name} is no name.", name=name[:60]),
        expected=message(
            "letters a to z, digits and _, at most 60 (it becomes a variable's name)."
        ),
        mend=mend + ", " + otherwise if otherwise else mend + ".",
    )


def bad_value(key: str, found: str, expected: Message, mend: Message) -> Problem:
    """The Problem of a value that the key doesn't take; `expected` goes without its full stop."""
    return Problem(
        "bad-value",
        found=message("{key} has {found}.", key=key, found=found),
        expected=expected + ".",
        mend=mend,
    )


def duplicates(pieces: Sequence[Labelled], sentence: str) -> list[Problem]:
    """A Problem for each name that stood before, without regard to case.

    `sentence` is the template of what is said then, of {name} and {line}.
    """
    seen: dict[str, Labelled] = {}
    problems = []
    for piece in pieces:
        first = seen.setdefault(piece.name.lower(), piece)
        if first is not piece:
            problems.append(
                Problem(
                    "duplicate-name",
                    where=Where(line=piece.line),
                    found=message(sentence, name=piece.name, line=str(first.line)),
                    expected=message(
                        "names that are unique within a question, whatever their case."
                    ),
                    mend=message("Give it another name."),
                )
            )
    return problems


def not_an_answer(line: Line, expected: Message, mend: Message) -> Problem:
    """The Problem of a line that doesn't fit the answer lines above it."""
    return Problem(
        "mixed-answers",
        where=Where(line=line.number),
        found=message("Among the answer lines stands: {words}", words=line.words[:60]),
        expected=expected,
        mend=mend,
    )


def refuse_attributes(piece: Labelled, known: frozenset[str]) -> None:
    """Raise a Problem if the line has attributes beyond those known."""
    for name in piece.attributes.given:
        if name not in known:
            raise Problem(
                "unknown-attribute",
                where=Where(line=piece.line),
                found=message(
                    "{attribute} stands in the braces of {name}.", attribute=name, name=piece.name
                ),
                expected=verbatim(f"{', '.join(sorted(known))}.")
                if known
                else message("no attributes here."),
                mend=message("Leave it out, or write \\{{ for a brace in a label."),
            )
