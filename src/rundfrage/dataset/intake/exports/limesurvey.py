"""LimeSurvey's export of answers: `code[item]. question [item]`, codes alone, or wordings alone.

Columns that share a code, or a wording, are a grid, a multiple choice or a ranking. "N/A" is a
question that wasn't shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rundfrage.codebook import Missing
from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import part_of, plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim
from rundfrage.patterns import pattern

_HEADING = pattern(
    r"(?P<code>[A-Za-z]\w*)(?:\[(?P<item>[^\]]+)\](?:\[(?P<scale>[^\]]+)\])?)?"
    r"\.\s(?P<words>.*)",
    re.DOTALL,
)
_PROGRAM = "LimeSurvey"
_SURE = frozenset(["submitdate", "lastpage", "startlanguage"])
_OWN = pattern(
    r"id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr|refurl|token"
    r"|interviewtime|grouptime\w+|\w+time"
)
_OWN_WORDS = listed(
    "response id|date submitted|last page|start language|seed|date started|date last action",
    "ip address|referrer url|total time|antwort id|datum abgeschickt|abgeschlossen|letzte seite",
    "start-sprache",
    "zufallsstartwert|datum gestartet|datum letzte aktivität|ip-adresse|weiterleitungs-url",
    "gesamtzeit|id de la réponse|date de soumission|dernière page|langue de départ|tête de série",
    "date de lancement|date de la dernière action|adresse ip|temps total|id de respuesta",
    "fecha de envío|última página|lenguaje inicial|semilla|fecha de inicio|tiempo total",
    "fecha de la última acción|dirección ip|id risposta|data di invio|ultima pagina",
    "lingua di partenza|id odpowiedzi|data wysłania|ostatnia strona|język początkowy",
)
_SURE_WORDS = listed(
    "last page|start language|letzte seite|start-sprache|dernière page|langue de départ",
    "última página|lenguaje inicial|ultima pagina|lingua di partenza|ostatnia strona",
    "język początkowy",
)
_TIMES = pattern(r"(group|question|gruppen|fragen)[ -]?(time|zeit): .*", re.DOTALL)
_IDS = listed("id|token|response id|antwort id|id de la réponse|id de respuesta|id risposta")
_NOT_SHOWN = {"n/a": Missing.NOT_ASKED}
_REMARK = "comment"
_HALF = 0.5


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as LimeSurvey lays it out, None if most of its headings aren't LimeSurvey's."""
    names = [name.strip("\ufeff ") for name in sheet.names]
    fitting = sum(bool(_HEADING.fullmatch(name)) for name in names)
    if fitting > len(names) * _HALF:
        headings = _alone([_heading(name) for name in names])
        evidence = message("Its headings are code, point and question.")
    elif len(_SURE.intersection(names)) >= len(_SURE) - 1 or _worded(names):
        headings = [_coded(one) for one in plain_headings(names)]
        evidence = message("It has the columns that {program} adds.", program=verbatim(_PROGRAM))
    else:
        return None
    headings = _commented([_noted(one) for one in headings])
    return Layout(sheet, headings, evidence, missing=_NOT_SHOWN, shown_unticked=True, ranked=True)


def _worded(names: Sequence[str]) -> bool:
    """True if the names are wordings, among them those of LimeSurvey's own columns."""
    words = set(map(folded, names))
    return bool(words & _SURE_WORDS) and len(words & _OWN_WORDS) >= len(_SURE)


def _commented(headings: Sequence[Heading]) -> list[Heading]:
    """The headings; the remark beside the option `mail` is the item `mailcomment`."""
    items = {(one.group, one.item) for one in headings if one.group}
    return [
        replace(one, part=Part.COMMENT)
        if one.item != _REMARK
        and one.item.endswith(_REMARK)
        and (one.group, one.item.removesuffix(_REMARK)) in items
        else one
        for one in headings
    ]


def _noted(heading: Heading) -> Heading:
    """The heading; set aside if LimeSurvey adds its column by itself."""
    name, words = folded(heading.name), folded(heading.label)
    own = _OWN.fullmatch(name) and (words == name or words in _OWN_WORDS)
    if own or name in _OWN_WORDS or _TIMES.fullmatch(words):
        return noted(heading, _PROGRAM, identifies=name in _IDS)
    return heading


def _heading(name: str) -> Heading:
    match = _HEADING.fullmatch(name.strip())
    if not match:
        return Heading(name, name)
    code, item, words = match["code"], match["item"], match["words"].strip()
    if item is None:
        return Heading(code, words)
    question, label = split(words)
    if match["scale"]:
        # Two scales beside each item: a group for each of them.
        question, point = split(question)
        scaled = f"{question} [{label}]" if label else question
        name = f"{code}.{item}.{match['scale']}"
        return Heading(name, scaled, f"{code}.{match['scale']}", item, point or item)
    return Heading(f"{code}.{item}", question, code, item, label, part_of(item))


def _coded(heading: Heading) -> Heading:
    return replace(heading, part=part_of(heading.item)) if heading.group else heading


def split(words: str) -> tuple[str, str]:
    """The question and the item in the brackets at the end, which may hold brackets themselves."""
    if not words.endswith("]"):
        return words, ""
    depth = 0
    for place in range(len(words) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(words[place], 0)
        if depth == 0:
            return words[:place].strip(), words[place + 1 : -1].strip()
    return words, ""


def _alone(headings: Sequence[Heading]) -> list[Heading]:
    """A question of one item takes the question's code as its name."""
    sizes = Counter(heading.group for heading in headings)
    names = {heading.name for heading in headings}
    return [
        Heading(heading.group, _label(heading))
        if heading.group
        and sizes[heading.group] == 1
        and heading.part is Part.ANSWER
        and heading.group not in names
        else heading
        for heading in headings
    ]


def _label(heading: Heading) -> str:
    if "." in heading.group:
        return f"{heading.label} – {heading.item_label}"
    return heading.label or heading.item_label


EXPORT = Export(_PROGRAM, lay_out)
