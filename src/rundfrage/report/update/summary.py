"""What an update did, slide by slide, and how that is told in lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from rundfrage.errors import any_of
from rundfrage.locales import Message, counted_message, message


@dataclass(frozen=True)
class Renewed:
    """A number or a text of the program's that was printed anew; `what` says which."""

    what: str
    old: str
    new: str


@dataclass(frozen=True)
class Stale:
    """A number in words of people's own that the data no longer bear; it was left as it is.

    `place` is the shape it stands in, `words` the words around it. `new` holds what the data say
    now, one text a figure that was printed like it: "58 % (q3.treffen)".
    """

    place: str
    old: str
    new: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class SlideUpdate:
    """What happened on one slide of the updated deck; `number` counts from 1.

    `counterpart` is False for a slide that the report doesn't have (any more). `edits` are edits
    that stay although the program would have done otherwise, `notices` what people should look at.
    """

    number: int
    title: str
    counterpart: bool
    values: tuple[Renewed, ...] = ()
    texts: tuple[Renewed, ...] = ()
    edits: tuple[str, ...] = ()
    stale: tuple[Stale, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Update:
    """What an update did: slides in their order, and slides of the report that aren't there.

    `deleted` were taken out by people, `added` are new in the report, `absent` are one or the
    other; all are titles and stay out. `sorted_anew` says that people changed the order of the
    slides. `recorded` is False if the deck's record was lost (by LibreOffice), so that edits were
    told from names, prints and notes alone.
    """

    slides: tuple[SlideUpdate, ...]
    deleted: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    sorted_anew: bool = False
    recorded: bool = True

    @property
    def stale(self) -> tuple[tuple[int, Stale], ...]:
        """Every stale number with the number of its slide."""
        return tuple((slide.number, one) for slide in self.slides for one in slide.stale)


@dataclass
class Tally:
    """The makings of a SlideUpdate, gathered while a slide is worked on."""

    values: list[Renewed] = field(default_factory=list)
    texts: list[Renewed] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)
    stale: list[Stale] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def slide(self, number: int, title: str, *, counterpart: bool) -> SlideUpdate:
        """What was gathered, each thing once."""
        return SlideUpdate(
            number,
            title,
            counterpart,
            tuple(dict.fromkeys(self.values)),
            tuple(dict.fromkeys(self.texts)),
            tuple(dict.fromkeys(self.edits)),
            tuple(dict.fromkeys(self.stale)),
            tuple(dict.fromkeys(self.notices)),
        )


def summary_lines(update: Update) -> Iterator[Message]:
    """The summary as lines; slides on which nothing happened are counted, not listed."""
    quiet = 0
    for slide in update.slides:
        lines = list(_slide_lines(slide))
        if lines:
            yield message("Slide {number}: {title}", number=slide.number, title=slide.title)
            yield from ("  " + line for line in lines)
        else:
            quiet += 1
    if quiet:
        yield counted_message("Unchanged: {count} slide", "Unchanged: {count} slides", quiet)
    for title in update.deleted:
        yield message("Not in this deck, as you deleted it: {title}", title=title)
    for title in update.added:
        yield message("New in the report and not in this deck: {title}", title=title)
    for title in update.absent:
        yield message("In the report and not in this deck: {title}", title=title)
    if update.sorted_anew:
        yield message("Your order of the slides stays.")
    if not update.recorded:
        yield message(
            "The deck has lost the program's record (LibreOffice doesn't keep it): what was "
            "edited was told from shape names and notes."
        )
    yield _total(update)


def _slide_lines(slide: SlideUpdate) -> Iterator[Message]:
    if not slide.counterpart:
        yield message("not one of the report's slides: left as it is")
    for value in slide.values:
        yield _change(message("value    "), value.what, value.old, value.new)
    for text in slide.texts:
        yield _change(message("text     "), text.what, *_short(text.old, text.new))
    for edit in slide.edits:
        yield message("kept     ") + edit
    for notice in slide.notices:
        yield message("look at  ") + notice
    for one in slide.stale:
        yield message("STALE    ") + message(
            "{place}: {old}, now {new}, in “{words}”",
            place=one.place,
            old=one.old,
            new=any_of(one.new),
            words=one.words,
        )


def _change(head: Message, what: str, old: str, new: str) -> Message:
    return head + what + ": " + old + " → " + new


def _total(update: Update) -> Message:
    values = sum(len(slide.values) for slide in update.slides)
    texts = sum(len(slide.texts) for slide in update.slides)
    stale = len(update.stale)
    looks = sum(len(slide.notices) for slide in update.slides)
    total = message(
        "{values} and {texts} renewed, {stale} to mend by hand",
        values=counted_message("{count} value", "{count} values", values),
        texts=counted_message("{count} text", "{count} texts", texts),
        stale=counted_message("{count} stale number", "{count} stale numbers", stale),
    )
    if looks:
        total += counted_message(", {count} place to look at", ", {count} places to look at", looks)
    return total


_LONG = 60


_BEFORE = 20
"""So many letters before the first that differs are shown of two texts that are long."""


def _short(old: str, new: str) -> tuple[str, str]:
    """Both texts, or what of them stands around the first letter that differs."""
    old, new = " ".join(old.split()), " ".join(new.split())
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    start = len(list(alike)) - _BEFORE
    if start <= 0 or max(len(old), len(new)) <= _LONG:
        start = 0
    return _cut(old, start), _cut(new, start)


def _cut(words: str, start: int) -> str:
    lead, rest = "…" if start else "", words[start:]
    most = _LONG - len(lead)
    return f"“{lead}{rest}”" if len(rest) <= most else f"“{lead}{rest[: most - 1]}…”"
