"""Plants errors in a deck: alters one printed number in one place of one output.

An altered number differs in one digit and is still a number of its kind (a percentage up to 100,
a day of the calendar). A wording says another share ("über 90 %", "9 von 10", "Gut die Hälfte").
HTML and PPTX are altered in the written file: the text of an element or a run, a label drawn in a
chart, the cached value of a native chart, an alternative text. A PDF can't be altered so; its deck
is altered in one figure and the PDF built again by the same writer.

A share that the house's rounding moved (25.27 % printed as 26) is never altered to its plain
rounding: that statement is true as well, and no error.
"""

import datetime
import html
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from rundfrage.report.deck import Bar, Deck, Figure, Slide
from rundfrage.text import half_up

DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")


@dataclass(frozen=True)
class Planted:
    """An altered file: where, what stood there and what stands there now."""

    where: str
    old: str
    new: str
    write: Callable[[Path], None]


def roundings(figures: Iterable[Figure]) -> frozenset[tuple[str, str]]:
    """Printed whole percentages with their plain rounding, where the house's is another."""
    found = set()
    for figure in figures:
        printed = re.fullmatch(r"(\d+)[\s\u202f\u00a0]?%", figure.text)
        plain = str(half_up(100 * figure.value))
        if printed is not None and printed[1] != plain:
            found.add((printed[1], plain))
    return frozenset(found)


def altered(text: str, rng: random.Random, true: frozenset[tuple[str, str]]) -> str:
    """The number with one digit changed, or the wording with another share.

    `true` are changes that leave a true statement; they are not made.
    """
    if WORDED.search(text):
        return reworded(text, rng)
    places = [at for at, sign in enumerate(text) if sign.isdigit()]
    while True:
        at = rng.choice(places)
        new = text[:at] + rng.choice("0123456789") + text[at + 1 :]
        digits = re.sub(r"\D", "", new)
        leading = len(digits) > 1 and digits[0] == "0" and not DAY.search(text) and "," not in text
        if new == text or leading or ("%" in new and int(digits) > 100):
            continue
        if (re.sub(r"\D", "", text), digits) in true:
            continue
        if (day := DAY.search(new)) is not None:
            try:
                datetime.date(int(day[3]), int(day[2]), int(day[1]))
            except ValueError:
                continue
        return new


WORDED = re.compile(r"[^\W\d_]{2,}")
"""A number that is said in words, at least in part."""
PARTS = ("ein Viertel", "ein Drittel", "zwei Drittel", "drei Viertel")


def reworded(text: str, rng: random.Random) -> str:
    """The wording with another share: a nearby one would be true as well, if weaker."""
    first = re.search(r"\d", text)
    if first is None:
        return text.replace("die Hälfte", rng.choice(PARTS))
    other = rng.choice([one for one in "123456789" if one != first[0]])
    return text[: first.start()] + other + text[first.end() :]


# --- HTML

SHOWN = re.compile(r'<b class="figure"[^>]*>([^<]+)</b>')
DRAWN = re.compile(r"<text[^>]*>(\d+(?:,\d+)?(?:[\s\u202f\u00a0]*%)?)</text>")
SAID = re.compile(r'aria-label="([^"]+)"')
IN_ALT = re.compile(r"(?<=[ ;:])(\d+[\s\u202f]*%|\d,\d\d)(?=[;,.\s])")


def html_places(text: str) -> list[tuple[int, int]]:
    """Where figures stand in the page: shown, drawn, or in an alternative text."""
    spans = [found.span(1) for found in SHOWN.finditer(text)]
    spans += [found.span(1) for found in DRAWN.finditer(text)]
    for alt in SAID.finditer(text):
        spans += [
            (alt.start(1) + found.start(1), alt.start(1) + found.end(1))
            for found in IN_ALT.finditer(alt[1])
        ]
    return sorted(spans)


def planted_html(path: Path, deck: Deck, rng: random.Random) -> Planted:
    text = path.read_text(encoding="utf-8")
    start, end = rng.choice(html_places(text))
    old = text[start:end]
    new = altered(html.unescape(old), rng, roundings(one for _, one in deck.figures))
    body = text[:start] + new + text[end:]
    line = re.sub(r"<[^>]+>", " ", text[max(0, start - 160) : start])[-60:]
    return Planted(line, old, new, lambda target: write_text(target, body))


def write_text(target: Path, body: str) -> None:
    target.write_text(body, encoding="utf-8")


# --- PPTX

FIELD = re.compile(r"<a:fld .*?</a:fld>", re.DOTALL)
RUN = re.compile(r"<a:t>([^<]*)</a:t>")
POINT = re.compile(r"<c:val>.*?</c:val>", re.DOTALL)
VALUE = re.compile(r"<c:v>(\d+(?:\.\d+)?)</c:v>")
DESCRIBED = re.compile(r'descr="([^"]+)"')


def pptx_places(path: Path, deck: Deck) -> list[tuple[str, int, int]]:
    """Where figures stand: in runs of slides and notes, in charts' data, in alternative texts."""
    places = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", "replace")
            if slide := re.fullmatch(
                r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml", name
            ):
                known = deck_texts(deck)
                for run in RUN.finditer(FIELD.sub(lambda found: "_" * len(found[0]), text)):
                    places += [(name, *span) for span in known_in(run, known)]
                for alt in DESCRIBED.finditer(text):
                    places += [
                        (name, alt.start(1) + found.start(1), alt.start(1) + found.end(1))
                        for found in IN_ALT.finditer(alt[1])
                    ]
                assert slide
            elif re.fullmatch(r"ppt/charts/chart[^/]*\.xml", name):
                for block in POINT.finditer(text):
                    places += [
                        (name, block.start() + found.start(1), block.start() + found.end(1))
                        for found in VALUE.finditer(block[0])
                    ]
    return places


def deck_texts(deck: Deck) -> frozenset[str]:
    """All figures as they are printed."""
    return frozenset(figure.text for _, figure in deck.figures)


NUMBER = re.compile(
    r"\d{2}\.\d{2}\.\d{4}|(?<![\w.,])\d+(?:,\d+)?(?:[\s\u202f\u00a0]?%)?(?![\w,.]*\d)"
)
NO_FIGURE = re.compile(r"(?:Frage|Teil|von|Folie|Seite|Stufen?|als)\s*$")


def known_in(run: re.Match[str], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Figures of the deck in a run, apart from question numbers and codes of scales."""
    for text in known:
        if WORDED.search(text):
            yield from (
                (run.start(1) + found.start(), run.start(1) + found.end())
                for found in re.finditer(rf"(?<!\w){re.escape(text)}", run[1])
            )
    for found in NUMBER.finditer(run[1]):
        before, after = run[1][: found.start()], run[1][found.end() :]
        code = re.match(r"\s*=\s*\w", after)
        part = re.search(r"(?:Frage|Teil) \d*(?: von )?$", before) or re.search(
            r"Teil \d+ von $", before
        )
        if found[0] in known and not code and not part and "weniger als" not in before:
            yield run.start(1) + found.start(), run.start(1) + found.end()


def planted_pptx(path: Path, deck: Deck, rng: random.Random) -> Planted:
    name, start, end = rng.choice(pptx_places(path, deck))
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    text = parts[name].decode("utf-8")
    old = text[start:end]
    new = altered(old, rng, roundings(one for _, one in deck.figures))
    parts[name] = (text[:start] + new + text[end:]).encode("utf-8")

    def write(target: Path) -> None:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for one, content in parts.items():
                archive.writestr(one, content)

    around = re.sub(r"<[^>]+>", " ", text[max(0, start - 300) : start])[-60:]
    return Planted(f"{name} {around}", old, new, write)


# --- PDF


def figure_paths(
    value: Any, path: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], Figure]]:
    """Every printed figure within a slide, with the way to it; unlabelled bars are not printed."""
    if isinstance(value, Figure):
        yield path, value
    elif isinstance(value, Bar):
        if value.labelled:
            yield (*path, "figure"), value.figure
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from figure_paths(one, (*path, at))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "notes":
                yield from figure_paths(getattr(value, field.name), (*path, field.name))


def with_text(value: Any, path: tuple[Any, ...], text: str) -> Any:
    """The slide with another text of the figure at the end of the way."""
    if not path:
        return replace(value, text=text)
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], with_text(value[step], tuple(rest), text), *value[step + 1 :])
    return replace(value, **{step: with_text(getattr(value, step), tuple(rest), text)})


def planted_deck(deck: Deck, rng: random.Random) -> tuple[Deck, str, str, str]:
    """The deck with one figure altered; the slide and both texts."""
    places = [
        (number, path, figure)
        for number, slide in enumerate(deck.slides)
        for path, figure in figure_paths(slide)
    ]
    number, path, figure = rng.choice(places)
    new = altered(figure.text, rng, roundings([figure]))
    slide: Slide = with_text(deck.slides[number], path, new)
    slides = (*deck.slides[:number], slide, *deck.slides[number + 1 :])
    where = f"slide {number + 1} {figure.binding} {path}"
    return replace(deck, slides=slides), where, figure.text, new
