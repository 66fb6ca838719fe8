"""Marks: the functions templates call where a page is filled in later.

Each call leaves a *marker* in the HTML, a few private-use characters around random digits that no
author can guess, and notes what belongs there. `Marks.skeleton` cuts the HTML at the markers.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

from rundfrage.manuscript.attributes import PIPING
from rundfrage.respond.pages.phrases import DoorPhrases, language_attributes
from rundfrage.respond.pages.prose import html_of
from rundfrage.respond.pages.skeleton import Order, Skeleton
from rundfrage.text import Text

FUNCTIONS = (
    *("say", "plain", "in_other", "prose", "checked", "selected", "typed", "invalid", "wrong"),
    *("described", "clearable", "begin_order", "piece", "end_order", "slot", "when"),
)
"""The methods of Marks that templates call."""

_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True)
class _Chosen:
    field: str
    value: str
    mark: str


@dataclass(frozen=True)
class _Typed:
    field: str


@dataclass(frozen=True)
class _Flag:
    field: str
    rest: str
    mark: str


@dataclass(frozen=True)
class _Wrong:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class _Clearable:
    field: str
    button: str


@dataclass(frozen=True)
class _Pipe:
    variable: str


@dataclass(frozen=True)
class _Begin:
    name: str


@dataclass(frozen=True)
class _Piece:
    stays_last: bool


@dataclass(frozen=True)
class _End:
    pass


@dataclass(frozen=True)
class _Named:
    name: str


@dataclass(frozen=True)
class _Block:
    name: str
    html: str


_Slot = (
    _Chosen
    | _Typed
    | _Flag
    | _Wrong
    | _Clearable
    | _Pipe
    | _Begin
    | _Piece
    | _End
    | _Named
    | _Block
)


@dataclass
class Marks:
    """Gives out markers for pages in one language, and knows what each stands for."""

    words: DoorPhrases
    question: str = ""
    """The name of the question being rendered; empty for a page."""
    shuffled: bool = False
    """Whether its pieces stand in each interview's own order."""
    _slots: list[_Slot] = field(default_factory=list)
    _secret: str = field(default_factory=lambda: secrets.token_hex(16))

    # What templates of kinds call

    def say(self, text: Text | str) -> Markup:
        """The text in the page's language, escaped, with the earlier answers it repeats."""
        attributes, said = self.in_other(text), self.plain(text)
        return Markup("<span{}>{}</span>").format(attributes, said) if attributes else said

    def plain(self, text: Text | str) -> Markup:
        """As `say`, for places that take no element, such as the page's title."""
        words = text if isinstance(text, str) else text.into(self.words.language)
        return Markup("").join(
            escape(piece) if is_text else self._mark(_Pipe(piece))
            for piece, is_text in pieces(words)
        )

    def in_other(self, text: Text | str) -> Markup:
        """The attributes of an element that holds the text, if it is in another language."""
        if isinstance(text, str) or not text or text.has(self.words.language):
            return Markup("")
        return language_attributes(text.versions[0][0])

    def checked(self, field: str, value: object) -> Markup:
        """` checked` if the field has the value."""
        return self._mark(_Chosen(field, str(value), " checked"))

    def selected(self, field: str, value: object) -> Markup:
        """` selected` if the field has the value."""
        return self._mark(_Chosen(field, str(value), " selected"))

    def typed(self, field: str) -> Markup:
        """The field's first value, for text and attributes."""
        return self._mark(_Typed(field))

    def invalid(self, field: str) -> Markup:
        """` aria-invalid="true"` if the field has a mistake."""
        return self._mark(_Flag(field, "", ' aria-invalid="true"'))

    def wrong(self, field: str) -> Markup:
        """The paragraph that says the field's mistake, if it has one."""
        before = Markup('<p class="error" id="{}-error"><span class="unseen">{}</span> ').format(
            field, self.words.marked("error")
        )
        return self._mark(_Wrong(field, before, "</p>"))

    def described(self, field: str, hint: object = None) -> Markup:
        """` aria-describedby=…` with the question's hint and the field's mistake, if any."""
        of_hint = f"{self.question or field}-hint" if hint else ""
        attribute = Markup(' aria-describedby="{}"')
        rest = attribute.format(of_hint) if hint else ""
        mark = attribute.format(f"{of_hint} {field}-error".strip())
        return self._mark(_Flag(field, rest, mark))

    def clearable(self, field: str) -> Markup:
        """The button that removes the field's answer, if one is stored."""
        button = Markup(
            '<button class="clear" name="clear" value="{}" formnovalidate>{}</button>'
        ).format(field, self.words.marked("remove-answer"))
        return self._mark(_Clearable(field, button))

    def begin_order(self, name: str) -> Markup:
        """Before the pieces; nothing if they aren't shuffled."""
        return self._mark(_Begin(name)) if self.shuffled else Markup("")

    def piece(self, stays_last: object = False) -> Markup:  # noqa: FBT002 - a template's call
        """Before each piece."""
        return self._mark(_Piece(bool(stays_last))) if self.shuffled else Markup("")

    def end_order(self) -> Markup:
        """Behind the last piece."""
        return self._mark(_End()) if self.shuffled else Markup("")

    # What templates of pages call besides

    def prose(self, text: Text) -> Markup:
        """What an author tells on a page, as HTML, with the earlier answers it repeats."""
        words = text.into(self.words.language)
        marked = "".join(
            piece if is_text else self._mark(_Pipe(piece)) for piece, is_text in pieces(words)
        )
        html = Markup(html_of(marked))  # noqa: S704 - made without the author's HTML
        attributes = self.in_other(text)
        return Markup("<div{}>{}</div>").format(attributes, html) if attributes else html

    def slot(self, name: str) -> Markup:
        """Where the page puts something by name."""
        return self._mark(_Named(name))

    def when(self, name: str, caller: Callable[[], str]) -> Markup:
        """A part that is shown on demand: the body of `call` with this name."""
        return self._mark(_Block(name, caller()))

    def _mark(self, slot: _Slot) -> Markup:
        self._slots.append(slot)
        marker = f"{_OPEN}{self._secret}{len(self._slots) - 1:06d}{_CLOSE}"
        return Markup(marker)  # noqa: S704 - made here, of digits

    def skeleton(self, html: str) -> Skeleton:
        """The HTML cut at the markers."""
        cutting = re.compile(f"{_OPEN}{self._secret}([0-9]{{6}}){_CLOSE}")
        return _Cut(self, cutting.split(html)).skeleton()

    def slot_of(self, digits: str) -> _Slot:
        """What the marker with these digits stands for."""
        return self._slots[int(digits)]


def text_skeleton(text: Text, words: DoorPhrases) -> Skeleton:
    """The skeleton of a single text."""
    marks = Marks(words)
    return marks.skeleton(marks.say(text))


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """The words in pieces: (text, True), or (the name of a variable that is repeated, False)."""
    for place, piece in enumerate(PIPING.split(words)):
        yield piece, place % 2 == 0


class _Cut:
    """Sorts the slots of one HTML by what they do."""

    def __init__(self, marks: Marks, parts: list[str]) -> None:
        self.pieces = [part.encode() if at % 2 == 0 else b"" for at, part in enumerate(parts)]
        self.chosen: dict[str, dict[str, tuple[int, bytes]]] = {}
        self.typed: dict[str, tuple[int, ...]] = {}
        self.flags: dict[str, tuple[tuple[int, bytes], ...]] = {}
        self.wrong: dict[str, tuple[int, bytes, bytes]] = {}
        self.clearable: dict[str, tuple[int, bytes]] = {}
        self.pipes: list[tuple[int, str]] = []
        self.orders: list[Order] = []
        self.named: dict[str, tuple[int, ...]] = {}
        self.blocks: dict[str, tuple[tuple[int, Skeleton], ...]] = {}
        self.starts: list[tuple[int, bool]] = []
        self.ordered = ""
        for at in range(1, len(parts), 2):
            self.take(marks, at, marks.slot_of(parts[at]))

    def take(self, marks: Marks, at: int, slot: _Slot) -> None:
        match slot:
            case _Chosen(field, value, mark):
                self.chosen.setdefault(field, {})[value] = (at, mark.encode())
            case _Typed(field):
                self.typed[field] = (*self.typed.get(field, ()), at)
            case _Flag(field, rest, mark):
                self.pieces[at] = rest.encode()
                self.flags[field] = (*self.flags.get(field, ()), (at, mark.encode()))
            case _Wrong(field, before, after):
                self.wrong[field] = (at, before.encode(), after.encode())
            case _Clearable(field, button):
                self.clearable[field] = (at, button.encode())
            case _Pipe(variable):
                self.pipes.append((at, variable))
            case _Named(name):
                self.named[name] = (*self.named.get(name, ()), at)
            case _Block(name, html):
                block = (at, marks.skeleton(html))
                self.blocks[name] = (*self.blocks.get(name, ()), block)
            case _Begin() | _Piece() | _End():
                self.order(at, slot)

    def order(self, at: int, slot: _Begin | _Piece | _End) -> None:
        match slot:
            case _Begin(name):
                self.ordered, self.starts = name, []
            case _Piece(stays_last):
                self.starts.append((at, stays_last))
            case _End():
                edges = [*(start for start, _ in self.starts), at]
                spans = tuple(pairwise(edges))
                last = tuple(stays for _, stays in self.starts)
                self.orders.append(Order(self.ordered, spans, last))

    def skeleton(self) -> Skeleton:
        return Skeleton(
            tuple(self.pieces),
            self.chosen,
            self.typed,
            self.flags,
            self.wrong,
            self.clearable,
            tuple(self.pipes),
            tuple(self.orders),
            self.named,
            self.blocks,
        )
