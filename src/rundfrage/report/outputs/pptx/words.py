"""Texts as DrawingML: runs in paragraphs, in the deck's language and direction.

DrawingML is the XML in which Office files say what is drawn (ECMA-376, part 1, chapter 21). A
*run* is a piece of text in one weight and colour. XML has no way to write most control characters
or half of a surrogate pair: they are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from babel import Locale
from babel.core import get_global

from rundfrage.locales.foreign import language_of
from rundfrage.look.direction import way_of
from rundfrage.look.fit import kept_spaces
from rundfrage.look.printable import printable
from rundfrage.report.deck import Claim, Emphasis, Part
from rundfrage.report.outputs.pptx.palette import Palette
from rundfrage.text import direction

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
EMU = 12700
"""English metric units in a point."""
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text without what XML cannot hold, its line breaks as line feeds."""
    return _NOT_XML.sub("", _BREAK.sub("\n", text))


def attribute(text: str) -> str:
    """The text as a quoted XML attribute, on one line."""
    return quoteattr(" ".join(clean(text).split()))


@lru_cache(maxsize=64)
def language_tag(language: str) -> str:
    """The language with its likeliest country, as Office wants it: de-DE, ar-EG.

    After Unicode's likely subtags (UTS 35), as Babel brings them.
    """
    locale = Locale.parse(language, sep="-" if "-" in language else "_")
    if locale.territory:
        return f"{locale.language}-{locale.territory}"
    likely = get_global("likely_subtags").get(str(locale).lower(), "")
    country = likely.split("_")[-1]
    return f"{locale.language}-{country}" if country.isupper() else locale.language


@dataclass(frozen=True)
class Voice:
    """A text's language as Office names it, whether it runs from the right, and its colours."""

    tag: str
    rtl: bool
    palette: Palette

    @staticmethod
    def of(language: str, palette: Palette) -> Voice:
        """The voice of a deck's language."""
        return Voice(language_tag(language), direction(language) == "rtl", palette)


class Align(StrEnum):
    """Where a line stands in its box, seen along the direction of writing."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class Anchor(StrEnum):
    """Where a text stands in the height of its box, as DrawingML writes it."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"


@dataclass(frozen=True)
class Run:
    """A piece of text; `colour` and `bold` override the style's, `language` the deck's.

    `link` is an address; in a text that is written, the name of the slide's relation to it.
    """

    text: str
    bold: bool = False
    colour: str | None = None
    language: str = ""
    italic: bool = False
    link: str = ""


Paragraph = tuple[Run, ...]


@dataclass(frozen=True)
class TextStyle:
    """How a text is set: `size` in points, colour as "#rrggbb".

    `leading` is in multiples of the size and written as points: what a percentage is taken of
    differs from font to font and viewer to viewer. None leaves it to the viewer's font.
    """

    size: float
    colour: str
    bold: bool = False
    align: Align = Align.START
    anchor: Anchor = Anchor.TOP
    leading: float | None = None
    point: str = ""
    """What a text in a list stands behind: "-" for a mark, or its number; `marked` its colour."""
    indent: float = 0.0
    """How far behind that, in points."""
    marked: str = ""

    def scaled(self, factor: float) -> TextStyle:
        """The same style on a slide of another size."""
        return replace(self, size=self.size * factor, indent=self.indent * factor)


def sentence(claim: Claim, figure_colour: str | None = None) -> Paragraph:
    """A claim as a paragraph: figures bold in their colour, or all plain without one."""
    return tuple(_run(part, look, figure_colour) for part, look in claim.pieces)


def _run(part: Part, look: Emphasis, figure_colour: str | None) -> Run:
    figure = not isinstance(part, str)
    words = part if isinstance(part, str) else part.text
    return Run(
        printable(words),
        bold=look.bold or (figure and figure_colour is not None),
        colour=figure_colour if figure or look.link else None,
        language=language_of(words),
        italic=look.italic,
        link=look.link,
    )


def in_one_weight(claim: Claim) -> Paragraph:
    """A claim as a paragraph in one weight: a run for each language, slant and link in it."""
    said = (
        (part if isinstance(part, str) else part.text, look.italic, look.link)
        for part, look in claim.pieces
    )
    return tuple(
        Run(
            printable("".join(words for words, *_ in pieces)),
            language=language,
            italic=italic,
            link=link,
        )
        for (language, italic, link), pieces in groupby(
            said, lambda one: (language_of(one[0]), one[1], one[2])
        )
    )


def together(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its last words kept on one line, where the layout keeps them so."""
    text = "".join(run.text for run in paragraph)
    spaces = kept_spaces(text)
    if not spaces:
        return paragraph
    kept: list[Run] = []
    start = 0
    for run in paragraph:
        words = "".join(
            "\u00a0" if at in spaces else one for at, one in enumerate(run.text, start=start)
        )
        kept.append(replace(run, text=words))
        start += len(run.text)
    return tuple(kept)


def paragraphs_xml(paragraphs: tuple[Paragraph, ...], style: TextStyle, voice: Voice) -> str:
    """The `a:p` elements of a text; an empty text is one empty paragraph, as the schema wants."""
    return "".join(paragraph_xml(one, style, voice) for one in paragraphs or ((),))


def tag_of(run: Run | None, voice: Voice) -> str:
    """The language of a run as Office names it."""
    return language_tag(run.language) if run is not None and run.language else voice.tag


def properties_xml(
    style: TextStyle, voice: Voice, *, name: str = "a:rPr", run: Run | None = None
) -> str:
    """Run properties: language, size, weight, slant, colour, link."""
    bold = style.bold or (run is not None and run.bold)
    colour = (run.colour if run else None) or style.colour
    return (
        f'<{name} lang="{tag_of(run, voice)}" sz="{round(style.size * 100)}" b="{int(bold)}"'
        f"{slant(run)}>{voice.palette.fill(colour)}{link_xml(run)}</{name}>"
    )


def slant(run: Run | None) -> str:
    """The attributes of an italic run, and of one that leads somewhere, which is underlined."""
    if run is None:
        return ""
    return (' i="1"' if run.italic else "") + (' u="sng"' if run.link else "")


def link_xml(run: Run | None) -> str:
    """The link of a run, in the run's own colour; empty without one."""
    if run is None or not run.link:
        return ""
    return (
        f'<a:hlinkClick r:id="{run.link}"><a:extLst><a:ext '
        'uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr val="tx" xmlns:ahyp='
        '"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"/></a:ext></a:extLst>'
        "</a:hlinkClick>"
    )


def alignment(align: Align, *, rtl: bool) -> str:
    """The side as DrawingML names it, which is the side as seen."""
    if align is Align.CENTRE:
        return "ctr"
    return "r" if (align is Align.END) != rtl else "l"


def from_right(text: str, voice: Voice) -> bool:
    """True if the text runs from the right: told by its letters, else by the deck's language."""
    way = way_of(text)
    return voice.rtl if way is None else way == "rtl"


def paragraph_head(
    style: TextStyle,
    voice: Voice,
    text: str,
    before: float = 0,
    hanging: float = 0,
    bullet: str = "",
) -> str:
    """The properties of a paragraph of that text: side, direction, spacing, mark of a list.

    A text that runs against the deck's language keeps the deck's side, as in every output.
    `before` is the room above it and `hanging` how far it stands from its bullet, in points; one
    that hangs has the bullet of its layout, or that given as XML.
    """
    spacing = (
        '<a:spcPct val="100000"/>'
        if style.leading is None
        else f'<a:spcPts val="{round(style.leading * style.size * 100)}"/>'
    )
    return (
        f'<a:pPr {_indent(hanging or style.indent)} algn="{alignment(style.align, rtl=voice.rtl)}"'
        f' rtl="{int(from_right(text, voice))}"><a:lnSpc>{spacing}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(max(0.0, before) * 100)}"/></a:spcBef>'
        f"{bullet if hanging else _bullet(style, voice)}</a:pPr>"
    )


def _indent(points: float) -> str:
    far = round(points * EMU)
    return f'marL="{far}" indent="{-far}"'


def _bullet(style: TextStyle, voice: Voice) -> str:
    """The mark or the number of a paragraph in a list, as Office makes them itself."""
    if not style.point:
        return "<a:buNone/>"
    colour = voice.palette.fill(style.marked or style.colour)
    colour = colour.replace("a:solidFill", "a:buClr")
    digits = "".join(sign for sign in style.point if sign.isdigit())
    if not digits:
        return (
            f'{colour}<a:buSzPct val="80000"/><a:buFont typeface="Arial"/><a:buChar char="\u25a0"/>'
        )
    return (
        f'{colour}<a:buFont typeface="+mj-lt"/>'
        f'<a:buAutoNum type="arabicPeriod" startAt="{int(digits)}"/>'
    )


def plain_runs_xml(text: str, properties: str) -> str:
    """A text as runs of the same properties, with its line breaks."""
    pieces = (
        f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else ""
        for line in clean(text).split("\n")
    )
    return f"<a:br>{properties}</a:br>".join(pieces)


def paragraph_xml(
    runs: Paragraph,
    style: TextStyle,
    voice: Voice,
    before: float = 0,
    hanging: float = 0,
    bullet: str = "",
) -> str:
    """One `a:p`; see `paragraph_head` for the last three."""
    body = "".join(plain_runs_xml(run.text, properties_xml(style, voice, run=run)) for run in runs)
    end = properties_xml(style, voice, name="a:endParaRPr")
    text = "".join(run.text for run in runs)
    head = paragraph_head(style, voice, text, before, hanging, bullet)
    return f"<a:p>{head}{body}{end}</a:p>"
