"""The syntax of the front matter: `key: value` lines between two lines of `---`.

It looks like YAML and is a strict small part of it: values are texts or lists in one line, one
level may be nested, a colon in a value is a colon. There are no aliases, anchors, tags or block
texts; why stands in docs/decisions/. A *comment* starts with # at the beginning of a line, or
behind a space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.manuscript import limits
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Comment, Line

FENCE = "---"
_ENTRY = re.compile(r"(\s*)([^\s:#]+)\s*:(.*)")
_QUOTED = re.compile(r"""(?:"((?:[^"\\]|\\.)*+)"|'([^']*+)')\s*(?:$|\s#|(?=[,\]]))""")
_ESCAPE = re.compile(r"\\(.)")

Value = str | tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A key with its value (a text or a list), or with the entries nested under it."""

    key: str
    value: Value
    line: int
    nested: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class FrontMatter:
    """The entries in order, and the comments."""

    entries: tuple[Entry, ...]
    comments: tuple[Comment, ...]


def split_front_matter(lines: Sequence[Line], file: str) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines between the fences, and those after; raises a Problem if a fence is missing."""
    first = next((at for at, line in enumerate(lines) if line.words.strip()), 0)
    if lines[first].words.rstrip() != FENCE:
        raise Problem(
            "no-front-matter",
            where=Where(file, lines[first].number),
            found=message("The file does not begin with ---."),
            expected=message(
                "front matter: lines such as survey: my-survey between two lines of ---."
            ),
            mend=message("Put these lines at the beginning of the file."),
        )
    for at in range(first + 1, len(lines)):
        if lines[at].words.rstrip() == FENCE:
            return lines[first + 1 : at], lines[at + 1 :]
    raise Problem(
        "front-matter-open",
        where=Where(file, lines[first].number),
        found=message("The front matter that opens here is never closed."),
        expected=message("a second line of ---."),
        mend=message("Put a line --- after the last key."),
    )


def read_front_matter(lines: Sequence[Line], gathering: Gathering) -> FrontMatter:
    """The entries of the lines; Problems are gathered."""
    entries: list[Entry] = []
    comments: list[Comment] = []
    pending: list[str] = []
    for line in lines:
        if gathering.enough:
            break
        stripped = line.words.strip()
        if not stripped or stripped.startswith("#"):
            pending += [stripped] if stripped else []
            continue
        with gathering.each(line=line.number):
            indented, entry, beside = _entry(line)
            if indented:
                entries[-1:] = [_under(entries, entry)]
            else:
                entries.append(entry)
            path = f"{entries[-1].key}.{entry.key}" if indented else entry.key
            comments += [Comment(path, words, beside=False) for words in pending]
            comments += [Comment(path, beside, beside=True)] if beside else []
            pending = []
    comments += [Comment("", words, beside=False) for words in pending]
    return FrontMatter(tuple(entries), tuple(comments))


def written(value: Value) -> str:
    """The value as it stands in the front matter; the opposite of reading it."""
    if isinstance(value, str):
        plain = value and value[0] not in "\"'[#" and " #" not in value
        return value if plain else _in_quotes(value)
    return f"[{', '.join(_item(item) for item in value)}]"


def _entry(line: Line) -> tuple[bool, Entry, str]:
    match = _ENTRY.fullmatch(line.words)
    if match is None:
        raise Problem(
            "front-matter-line",
            where=Where(line=line.number),
            found=message("In the front matter stands: {words}", words=line.words.strip()[:60]),
            expected=message("a key, a colon and a value in one line."),
            mend=message("Write for example title: My survey; lists as [one, two]."),
        )
    value, comment = _value(match.group(3).strip(), line.number)
    return bool(match.group(1)), Entry(match.group(2), value, line.number), comment


def _under(entries: Sequence[Entry], entry: Entry) -> Entry:
    if not entries or entries[-1].value:
        raise Problem(
            "front-matter-indent",
            where=Where(line=entry.line),
            found=message("{key} is indented", key=entry.key)
            + (
                message(" under {key}, which has a value.", key=entries[-1].key) if entries else "."
            ),
            expected=message("an indented key only under a key without a value."),
            mend=message("Take the spaces away."),
        )
    above = entries[-1]
    if len(above.nested) >= limits.NESTED:
        raise Problem(
            "too-many-scales",
            where=Where(line=entry.line),
            found=message(
                "{key} has more than {nested} lines under it.",
                key=above.key,
                nested=limits.NESTED,
            ),
            expected=message("fewer."),
            mend=message("Check that it is the right file."),
        )
    return Entry(above.key, above.value, above.line, (*above.nested, entry))


def _value(words: str, line: int) -> tuple[Value, str]:
    """The value of an entry and the comment beside it."""
    if words.startswith("["):
        return _list(words, line)
    if words.startswith("#"):
        return "", words
    quoted = _QUOTED.match(words)
    if quoted and words[quoted.end() : quoted.end() + 1] not in (",", "]"):
        mark = words.rfind("#", 0, quoted.end()) if quoted.group().endswith("#") else len(words)
        return _meant(quoted), words[mark:]
    mark = words.find(" #")
    return (words, "") if mark < 0 else (words[:mark].rstrip(), words[mark + 1 :])


def _list(words: str, line: int) -> tuple[Value, str]:
    items: list[str] = []
    at = 1
    while True:
        at += len(words[at:]) - len(words[at:].lstrip())
        quoted = _QUOTED.match(words, at)
        if quoted and words[quoted.end() : quoted.end() + 1] in (",", "]"):
            item, end = _meant(quoted), quoted.end()
        else:
            ends = [found for found in (words.find(",", at), words.find("]", at)) if found >= 0]
            end = min(ends, default=len(words))
            item = words[at:end].strip()
        if end >= len(words):
            raise _bad_list(message("The list is never closed."), line)
        if not item and not (words[end] == "]" and not items):
            raise _bad_list(message("The list has an empty place."), line)
        items += [item] if item else []
        at = end + 1
        if words[end] == "]":
            break
    rest = words[at:].strip()
    if rest and not rest.startswith("#"):
        raise _bad_list(message("After the list comes more: {rest}.", rest=rest[:40]), line)
    return tuple(items), rest


def _bad_list(found: Message, line: int) -> Problem:
    return Problem(
        "front-matter-list",
        where=Where(line=line),
        found=found,
        expected=message("a list in one line, as in [very good, good, poor]."),
        mend=message('Put a text that holds a comma or a bracket in quotation marks: "…".'),
    )


def _meant(quoted: re.Match[str]) -> str:
    double, single = quoted.groups()
    return _ESCAPE.sub(r"\1", double) if double is not None else single


def _item(item: str) -> str:
    risky = not item or item[0] in "\"'" or any(sign in item for sign in ",[]#")
    return _in_quotes(item) if risky else item


def _in_quotes(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
