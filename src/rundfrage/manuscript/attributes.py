r"""Attributes in braces behind a text: `{if="q10 <= 2" required max=3}`, as Pandoc writes them.

In a text with attributes a backslash makes a brace or a backslash plain: `\{`, `\\`. Double
braces hold a piping, as in `{{ q1 }}`, and belong to the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message

PIPING = re.compile(r"\{\{ {0,3}([A-Za-z_][A-Za-z0-9_.-]{0,199}) {0,3}\}\}")
"""An earlier answer's label within a text; the group is the variable's name."""

_SPECIAL = re.compile(r"[\\{]")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_BARE = re.compile(r"[^\s{}\"']+")
_WHOLE = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True)
class Attributes:
    """What stands in the braces: names with values, empty for a bare word; and their line."""

    given: Mapping[str, str]
    line: int

    def __contains__(self, name: object) -> bool:
        return name in self.given

    def whole_number(self, name: str) -> int | None:
        """The attribute as a whole number, None if it is absent; raises a Problem if it is none."""
        if name not in self.given:
            return None
        if not _WHOLE.fullmatch(self.given[name]):
            raise Problem(
                "attribute-value",
                where=Where(line=self.line),
                found=message(
                    "{name}={given} stands in the braces.",
                    name=name,
                    given=self.given[name] or message("(nothing)"),
                ),
                expected=message("a whole number."),
                mend=message("Write for example {{{name}=3}}.", name=name),
            )
        return int(self.given[name])


def split(words: str, line: int) -> tuple[str, Attributes]:
    """The text before the braces, and the attributes in them; raises a Problem at the line."""
    text: list[str] = []
    at = 0
    while special := _SPECIAL.search(words, at):
        text.append(words[at : special.start()])
        at = special.start()
        pair = words[at : at + 2]
        if pair in ("\\\\", "\\{"):
            text.append(pair[1])
            at += 2
        elif pair == "{{":
            end = words.find("}}", at)
            if end < 0:
                raise _open_braces(words[at:], "}}", line)
            text.append(words[at : end + 2])
            at = end + 2
        elif words[at] == "{":
            return "".join(text).strip(), _Braces(words, at + 1, line).read()
        else:
            text.append(words[at])
            at += 1
    return "".join([*text, words[at:]]).strip(), Attributes({}, line)


def escaped(text: str) -> str:
    """The text as it is written before attributes; the opposite of `split`."""
    pieces: list[str] = []
    at = 0
    for piping in PIPING.finditer(text):
        pieces += [_escaped(text[at : piping.start()]), piping.group()]
        at = piping.end()
    return "".join([*pieces, _escaped(text[at:])])


def joined(text: str, attributes: Mapping[str, str]) -> str:
    """The text with its attributes behind it, in the order given."""
    if not attributes:
        return text
    pieces = [f"{name}={_quoted(value)}" if value else name for name, value in attributes.items()]
    return f"{text} {{{' '.join(pieces)}}}".lstrip()


def value_written(value: str) -> str:
    """A value as it stands behind its equals sign: bare where it may be, else in quotes."""
    return value if _BARE.fullmatch(value) and "\\" not in value else _quoted(value)


def _escaped(piece: str) -> str:
    return piece.replace("\\", "\\\\").replace("{", "\\{")


def _quoted(value: str) -> str:
    if _WHOLE.fullmatch(value):
        return value
    quote = "'" if '"' in value and "'" not in value else '"'
    return quote + value.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote


def _open_braces(words: str, close: str, line: int) -> Problem:
    return Problem(
        "attributes-open",
        where=Where(line=line),
        found=message("The braces {words} are never closed.", words=words[:40]),
        expected=message("{close} at their end.", close=close),
        mend=message("Close them, or write \\{{ if you mean a brace in a text."),
    )


@dataclass
class _Braces:
    """Walks through what stands between the braces."""

    words: str
    at: int
    line: int

    def read(self) -> Attributes:
        start = self.at - 1
        given: dict[str, str] = {}
        while True:
            self.skip_space()
            if self.at >= len(self.words):
                raise _open_braces(self.words[start:], "}", self.line)
            if self.words[self.at] == "}":
                break
            name = self.name()
            if name in given:
                self.braces_problem(
                    "attribute-twice",
                    message("{name} stands twice in the braces.", name=name),
                    message("it once."),
                )
            given[name] = self.value(name)
        if self.words[self.at + 1 :].strip():
            self.braces_problem(
                "attributes-in-text",
                message(
                    "After the attributes comes more text: {words}.",
                    words=self.words[self.at + 1 :].strip()[:40],
                ),
                message("attributes at the end of the line."),
            )
        return Attributes(given, self.line)

    def skip_space(self) -> None:
        while self.at < len(self.words) and self.words[self.at].isspace():
            self.at += 1

    def name(self) -> str:
        match = _NAME.match(self.words, self.at)
        if match is None:
            self.braces_problem(
                "attribute-name",
                message(
                    "The braces have {words} at column {at}.",
                    words=self.words[self.at],
                    at=self.at + 1,
                ),
                message('attributes such as {{if="q10 <= 2" required max=3}}.'),
            )
        self.at = match.end()
        return match.group()

    def value(self, name: str) -> str:
        if self.words[self.at : self.at + 1] != "=":
            return ""
        self.at += 1
        quote = self.words[self.at : self.at + 1]
        if quote not in ("'", '"'):
            match = _BARE.match(self.words, self.at)
            if match is None:
                self.braces_problem(
                    "attribute-value",
                    message("{name}= has no value.", name=name),
                    message("a value after =."),
                )
            self.at = match.end()
            return match.group()
        meant: list[str] = []
        self.at += 1
        while self.at < len(self.words) and self.words[self.at] != quote:
            if self.words[self.at] == "\\" and self.words[self.at + 1 : self.at + 2] in (
                "\\",
                quote,
            ):
                self.at += 1
            meant.append(self.words[self.at : self.at + 1])
            self.at += 1
        if self.at >= len(self.words):
            raise _open_braces(f"{name}={quote}{''.join(meant)}", quote, self.line)
        self.at += 1
        return "".join(meant)

    def braces_problem(self, code: str, found: Message, expected: Message) -> NoReturn:
        raise Problem(
            code,
            where=Where(line=self.line),
            found=found,
            expected=expected,
            mend=message("Write \\{{ if you mean a brace in a text."),
        )
