"""Writes a text anew in a body that people may have formatted, keeping their formatting.

Words and figures that stayed keep their letters' looks one by one; what is new looks like what
stood in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from pptx.oxml import parse_xml

from rundfrage.report.deck import PLAIN
from rundfrage.report.outputs.pptx.bodies import (
    LINE,
    PARAGRAPH,
    A,
    Element,
    piece_text,
    sizes_of,
    spacings_of,
    text_of,
)
from rundfrage.report.outputs.pptx.snapshot import PrintedText
from rundfrage.report.outputs.pptx.words import clean
from rundfrage.report.update.tokens import Token, matched, tokens

_A = A[1:-1]
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Letter:
    """One letter of a body with its run's properties, which may be missing."""

    text: str
    look: Element | None


def renew(
    body: Element, old: PrintedText, new: PrintedText, looks: Sequence[Element | None] = ()
) -> bool:
    """Print `new` in a body whose text is `old`; True if that changed the text.

    `old` is the body's own text to the letter, with the places of its figures. A letter that
    stands out otherwise than before has its look from `looks`, that of each letter of `new`.
    """
    same = "".join(new.text.split()) == "".join(old.text.split())
    if same and (old.emphases is None or as_emphasised(old, new)):
        return False
    letters = _letters(body)
    before, after = tokens(old), tokens(new)
    written: list[Letter] = []
    for tag, then, now in matched(before, after):
        for place, at in enumerate(now):
            token = after[at]
            if tag == "equal" and not token.figure:
                known = before[then[place]]
                for into, letter in enumerate(letters[known.start : known.end]):
                    fresh = (
                        _otherwise(old, known.start + into, new, token.start + into, looks)
                        if old.emphases is not None
                        else None
                    )
                    written.append(letter if fresh is None else Letter(letter.text, fresh))
                continue
            index = _model(before, then, token, place if tag == "equal" else None)
            look = letters[before[index].start].look if index is not None else None
            model = before[index].start if index is not None else None
            fresh = _otherwise(old, model, new, token.start, looks)
            look = look if fresh is None else fresh
            written.extend(Letter(letter, look) for letter in new.text[token.start : token.end])
    _write(body, written)
    return not same


def as_emphasised(old: PrintedText, new: PrintedText) -> bool:
    """True if the same words stand out in the same way."""
    return [old.emphasis(at) for at, sign in enumerate(old.text) if not sign.isspace()] == [
        new.emphasis(at) for at, sign in enumerate(new.text) if not sign.isspace()
    ]


def _otherwise(
    old: PrintedText, then: int | None, new: PrintedText, now: int, looks: Sequence[Element | None]
) -> Element | None:
    """The look of a new letter if it stands out otherwise than the old one that it follows."""
    if now >= len(looks):
        return None
    before = PLAIN if then is None else old.emphasis(then)
    return None if before == new.emphasis(now) else looks[now]


def looks_of(body: Element, relate: Callable[[str], str], words: PrintedText) -> list[Element]:
    """The look of each letter of a body, its links being those of the slide that `relate` knows.

    `words` is the body's text; `relate` returns the relation to an address.
    """
    letters = _letters(body)
    copies = {id(one.look): deepcopy(one.look) for one in letters}
    for at, letter in enumerate(letters):
        look = copies[id(letter.look)]
        link = None if look is None else look.find(f"{A}hlinkClick")
        if link is not None and words.emphasis(at).link:
            link.set(_RELATION, relate(words.emphasis(at).link))
    return [copies[id(one.look)] for one in letters]


def resize(body: Element, old: PrintedText, new: PrintedText) -> None:
    """Give a body the size and spacing of `new` where it still has those of `old`."""
    if old.size and new.size and old.size != new.size and sizes_of(body) == {old.size}:
        for properties in (*body.iter(f"{A}rPr"), *body.iter(f"{A}endParaRPr")):
            if properties.get("sz") is not None:
                properties.set("sz", str(new.size))
    if old.spacing and new.spacing and spacings_of(body) == {old.spacing}:
        for points in body.iterfind(f"{A}p/{A}pPr/{A}lnSpc/{A}spcPts"):
            points.set("val", str(new.spacing))


def own_runs(body: Element, text: str) -> list[Element]:
    """The runs that hold just this figure, still bold as the program sets figures."""
    return [
        run
        for run in body.iter(f"{A}r")
        if (run.findtext(f"{A}t") or "") == text
        and (properties := run.find(f"{A}rPr")) is not None
        and properties.get("b") in {"1", "true"}
    ]


def _model(before: Sequence[Token], then: range, token: Token, place: int | None) -> int | None:
    """The old token whose look a new one takes: what stood in its place, else the nearest."""
    if not before:
        return None
    if place is not None:
        return then[place]
    kin = [at for at in then if before[at].figure == token.figure]
    if kin:
        return kin[0]
    alike = [at for at, one in enumerate(before) if one.figure == token.figure]
    return min(alike or range(len(before)), key=lambda at: (abs(at - then.start), at))


def _letters(body: Element) -> list[Letter]:
    """Every letter of `text_of`, in order."""
    letters: list[Letter] = []
    for number, paragraph in enumerate(body.findall(f"{A}p")):
        if number:
            letters.append(Letter(PARAGRAPH, None))
        for piece in paragraph:
            look = piece.find(f"{A}rPr")
            letters.extend(Letter(letter, look) for letter in piece_text(piece))
    return letters


def _write(body: Element, letters: list[Letter]) -> None:
    """Replace the pieces of the paragraphs, which keep their own properties."""
    paragraphs = body.findall(f"{A}p")
    groups: list[list[Letter]] = [[]]
    for letter in letters:
        if letter.text == PARAGRAPH:
            groups.append([])
        else:
            groups[-1].append(letter)
    while len(paragraphs) < len(groups):
        more = deepcopy(paragraphs[-1])
        paragraphs[-1].addnext(more)
        paragraphs.append(more)
    for paragraph in paragraphs[len(groups) :]:
        body.remove(paragraph)
    looks = {id(letter.look): deepcopy(letter.look) for letter in letters}
    for paragraph, group in zip(paragraphs, groups, strict=False):
        for piece in list(paragraph):
            if piece.tag in {f"{A}r", f"{A}br", f"{A}fld"}:
                paragraph.remove(piece)
        head = paragraph.find(f"{A}pPr")
        at = 0 if head is None else 1
        for piece in _pieces(group, looks):
            paragraph.insert(at, piece)
            at += 1


def _pieces(letters: list[Letter], looks: dict[int, Element]) -> list[Element]:
    pieces = []
    for (look, breaks), run in groupby(letters, lambda one: (id(one.look), one.text == LINE)):
        for text in [LINE for _ in run] if breaks else ["".join(one.text for one in run)]:
            piece = parse_xml(f'<a:{"br" if breaks else "r"} xmlns:a="{_A}"/>')
            if looks[look] is not None:
                piece.append(deepcopy(looks[look]))
            if not breaks:
                words = parse_xml(f'<a:t xmlns:a="{_A}"/>')
                words.text = clean(text)
                piece.append(words)
            pieces.append(piece)
    return pieces


def set_text(body: Element, text: str) -> None:
    """Print a text in a body in the look of its first letter."""
    letters = _letters(body)
    ending = next(body.iter(f"{A}endParaRPr"), None)
    look = next((letter.look for letter in letters if letter.look is not None), None)
    if look is None and ending is not None:
        look = deepcopy(ending)
        look.tag = f"{A}rPr"
    if text_of(body) != text:
        _write(body, [Letter(letter, look) for letter in text])
