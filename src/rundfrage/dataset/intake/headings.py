"""What a single heading says by its form, whatever program wrote it.

    q4.info   q4[info]   Question [item]   q4_1   q4/info   q4___info
    Question (choice=item)   Question - item   Question: item   Question >> item

A form with a plain mark (a dot, slash, dash or colon, another word before =) counts only for
neighbours that share what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.layout import Heading, Part
from rundfrage.dataset.intake.scales import folded, is_other
from rundfrage.patterns import pattern

_BRACKETED = pattern(r"(?P<group>.+?)\s*\[(?P<item>[^\[\]]*)\]", re.DOTALL)
CHOICE = pattern(
    r"(?P<group>.+?)\s*\((?:choice|option|auswahl|choix|opci[oó]n|elecci[oó]n|selecci[oó]n|scelta"
    r"|opzione|escolha|op[cç][aã]o|keuze|optie|wyb[oó]r|opcja|se[cç]im|se[cç]enek|выбор|вариант"
    r"|вибір|варіант|val|valg|valinta|volba|választás|alegere|επιλογή|избор|(?:ال)?اختيار"
    r"|(?:ال)?خيار|انتخاب|گزینه|选项|选择|選項|選擇|選択|選択肢|선택|선택지)\s?[=＝]\s?"
    r"(?P<item>.*)\)",
    re.DOTALL | re.IGNORECASE,
)
"""A box of REDCap, which translates the word."""
_UNDERSCORED = pattern(r"(?P<group>.+?)___(?P<item>.+)")
_NUMBERED = pattern(r"(?P<group>.+?)_(?P<item>\d{1,3})")
_OTHER = pattern(
    r"(?P<group>.+?)(?:_\d{1,3})?_(?P<item>other(?:_text|_specify)?|text|oth|sonst\w*)",
    re.IGNORECASE,
)
_WRITTEN = pattern(r"(?P<group>.+?)_(?P<item>\d{1,3})_(?:other_)?text", re.IGNORECASE)
"""What was written under one option: `q7_4_TEXT` stands beside `q7_4`."""
_SHARED = (
    pattern(r"(?P<group>.+)/(?P<item>[^/]+)", re.DOTALL),
    pattern(r"(?P<group>[^.\s]+(?:\.[^.\s]+)*)\.(?P<item>[^.\s]+)"),
    pattern(r"(?P<group>.+?)\s*\([^\W\d_]{3,20}\s?=\s?(?P<item>[^=\d][^=]*)\)", re.DOTALL),
    pattern(r"(?P<group>.{3,}?)\s+[-–—]\s+(?P<item>.+)", re.DOTALL),
    pattern(r"(?P<group>.{3,})\s+[-–—]\s+(?P<item>.+)", re.DOTALL),
    pattern(r"(?P<group>.{3,}?)\s*(?:>>|::|→|»)\s*(?P<item>.+)", re.DOTALL),
    pattern(r"(?P<group>.{8,}?[?:])\s*(?P<item>[^\s\d/].*)", re.DOTALL),
)
_COMMENTS = frozenset(
    ["comment", "kommentar", "commentaire", "comentario", "commento", "komentarz"]
)
_TAG = pattern(r"</?[a-zA-Z][^<>]*>")
_BLANK = pattern(r"Unnamed: \d+(_level_\d+)?|\.\.\.\d+|X\.?\d*|column\d+|field\d+|F\d+")


def plain_headings(names: Sequence[str]) -> list[Heading]:
    """What each of these headings says."""
    found = [heading(name) for name in names]
    for form in _SHARED:
        _share(found, names, form)
    return _together(found)


def heading(name: str) -> Heading:
    """What a heading says by itself: `q4[info]`, `q4___info` and `q4_1` are items of q4."""
    if written := _WRITTEN.fullmatch(name):
        return Heading(name, written["group"], written["group"], written["item"], "", Part.OTHER)
    for form in (CHOICE, _BRACKETED, _UNDERSCORED, _OTHER, _NUMBERED):
        match = form.fullmatch(name)
        if not match or not clean(match["group"]) or (form is _OTHER and " " in name):
            continue
        group, item = match["group"].strip(), clean(match["item"])
        own = f"{group}.{item}" if form in {_BRACKETED, CHOICE} else name
        label = item if form is not _NUMBERED else ""
        part = Part.TICK if form in {CHOICE, _UNDERSCORED} else part_of(item)
        if form is _OTHER:
            part = Part.OTHER
        return Heading(own, group, group, item or "1", label or item, part)
    return Heading(name, name)


def plain(words: str) -> str:
    """A heading without the tags and entities that programs leave in it."""
    if "<" not in words and "&" not in words:
        return words
    return " ".join(_TAG.sub(" ", unescape(words)).split())


def part_of(item: str) -> Part:
    """What a column named so within its group holds: a text of "other", a comment, or an answer."""
    word = folded(item)
    if is_other(item):
        return Part.OTHER
    return Part.COMMENT if word in _COMMENTS else Part.ANSWER


def is_blank(name: str) -> bool:
    """True for no name, or what programs write for none: "Unnamed: 3", "...4"."""
    word = clean(name)
    return not word or (_BLANK.fullmatch(word) is not None and word[0] in "U.")


def continues(name: str) -> bool:
    """True for what stands where a question has more columns than one: "Column2", "...4"."""
    word = clean(name)
    return not word or _BLANK.fullmatch(word.casefold() if word[0] == "C" else word) is not None


def dotted(name: str) -> Heading:
    """What a heading says where a dot cuts off an item, as in files that are written here."""
    match = _SHARED[1].fullmatch(name)
    if not match:
        return heading(name)
    return Heading(name, match["group"], match["group"], match["item"], match["item"])


def _share(found: list[Heading], names: Sequence[str], form: re.Pattern[str]) -> None:
    """Let neighbours that stand for themselves, and share what stands before a mark, be a group."""
    matches = [
        None if one.group else form.fullmatch(name) for one, name in zip(found, names, strict=True)
    ]
    groups = [match["group"].strip().removesuffix(":") if match else "" for match in matches]
    whole = {name.strip() for name in names if " " not in name.strip()}
    items: dict[str, list[str]] = {}
    for one in filter(None, matches):
        items.setdefault(one["group"].strip(), []).append(clean(one["item"]))
    repeated = {name for name, some in items.items() if _repeated(name, some, form)}
    for place, match in enumerate(matches):
        group = groups[place]
        if not match or not group:
            continue
        beside = [groups[near] for near in (place - 1, place + 1) if 0 <= near < len(groups)]
        stem = (place and names[place - 1].strip() == group) or (
            form is _SHARED[0] and group in whole  # Kobo: "needs", and "needs/food" wherever
        )
        if stem or (group in beside and match["group"].strip() not in repeated):
            item = clean(match["item"])
            found[place] = Heading(names[place], group, group, item, item, part_of(item))


def _repeated(group: str, items: Sequence[str], form: re.Pattern[str]) -> bool:
    """True if the columns are the same question once more, or questions that hold a slash."""
    slashed = form is _SHARED[0] and " " in group and group[-1] not in "?:.)"
    return slashed or (len(items) > 1 and len(set(items)) == 1)


def _together(found: list[Heading]) -> list[Heading]:
    """A column named as a group says at once what its items say one by one.

    The group follows it, or is that of the slashed names of Kobo, which may stand anywhere.
    """
    whole = list(found)
    members: dict[str, list[int]] = {}
    for place, one in enumerate(found):
        if one.group and one.part in {Part.TICK, Part.ANSWER}:
            members.setdefault(one.group, []).append(place)
    for place, one in enumerate(found):
        places = members.get(one.name, [])
        if one.group or len(places) < 2:  # noqa: PLR2004  one column is no group
            continue
        slashed = all(found[at].name.startswith(f"{one.name}/") for at in places)
        if slashed or (place + 1 in places and places[-1] > place + 1):
            whole[place] = replace(one, group=one.name, part=Part.TOGETHER)
    return whole
