"""How often: labels that say a number of days or times in a span, as how often in a year that is.

"Every day", "2 to 3 days a week", "once every 3 months", "less than once a month", "never". The
most often comes first, as in the scales of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rundfrage.patterns import pattern

_SPANS = {
    365.0: "day|daily|days|tag|tage|täglich|jour|jours|día|dia|días|dias|giorno|giorni",
    52.0: "week|weekly|weeks|woche|wochen|wöchentlich|semaine|semaines|semana|semanas|settimana",
    12.0: "month|monthly|months|monat|monate|monatlich|mois|mes|meses|mês|mese|mesi",
    1.0: "year|yearly|years|jahr|jahre|jährlich|an|ans|année|año|años|ano|anos|anno|anni",
}
_ADVERBS = {
    365.0: "diariamente|quotidiennement",
    52.0: "semanalmente",
    12.0: "mensualmente|mensalmente",
    1.0: "anualmente",
}
_SPAN = {
    word: rate
    for table in (_SPANS, _ADVERBS)
    for rate, words in table.items()
    for word in words.split("|")
}
_UNIT = "|".join(sorted(_SPAN, key=len, reverse=True))
_COUNTS = {
    "once": 1.0, "one time": 1.0, "einmal": 1.0, "une fois": 1.0, "una vez": 1.0, "uma vez": 1.0,
    "una volta": 1.0, "twice": 2.0, "two times": 2.0, "zweimal": 2.0, "deux fois": 2.0,
    "dos veces": 2.0, "duas vezes": 2.0, "several times": 4.0, "a few times": 3.0,
    "a few days": 3.0, "several days": 4.0, "many times": 6.0, "mehrmals": 4.0,
    "plusieurs fois": 4.0, "varias veces": 4.0, "várias vezes": 4.0, "once or twice": 1.5,
    "ein- bis zweimal": 1.5, "mehrere male": 4.0,
}  # fmt: skip
_WORDS = "|".join(sorted(_COUNTS, key=len, reverse=True))
_NUMBER = (
    r"(?P<low>\d+)(?:\s*(?:-|–|to|or|bis|oder|à|ou|a|o)\s*(?P<high>\d+))?"
    r"(?:\+| or more| oder mehr| ou plus| o más| ou mais| o più)?"
)
_OFTEN = pattern(
    rf"(?P<bound>less than|more than|at least|about|around|weniger als|mehr als|moins d'|plus d'"
    rf"|menos de|más de|mais de|al menos|por lo menos|pelo menos|au moins|mindestens)?"
    rf"\s*(?:(?P<words>{_WORDS})"
    # A number of spans alone is how long, and not how often: "2 years", "1 a 2 años".
    rf"|{_NUMBER}(?:[\s-]*(?:times|days|mal|tage|fois|veces|vezes|jours|días|dias)"
    rf"|(?=\s*(?:(?:a|an|per|every|each|pro|in der|im|par|por|al|à la|a la|na|no)\s|/)\s*\D)))"
    rf"\s*(?:a|an|per|every|each|in the last|pro|in der|im|par|por|al|à la|a la|na|no|/)?\s*"
    rf"(?:(?P<spans>\d+)\s*)?(?P<unit>{_UNIT})(?P<less> or less)?"
)
_AT_LEAST = frozenset(
    [None, "about", "around", "at least", "al menos", "por lo menos", "pelo menos", "au moins",
     "mindestens"]
)  # fmt: skip
_ADVERB = pattern(
    r"(?P<less>(?:less (?:often |frequently )?than|seltener als) )?"
    r"(?P<unit>daily|weekly|monthly|yearly|täglich|wöchentlich|monatlich|jährlich|diariamente"
    r"|semanalmente|mensualmente|anualmente|mensalmente|quotidiennement)"
    r"(?P<fewer> or (?:less(?: often)?|rarer)| oder seltener)?"
)
_MORE_OFTEN = pattern(
    r" (?:or|and) more(?: often| frequently)?| (?:oder|und) (?:öfter|häufiger|mehr)"
    r"| ou plus(?: souvent)?| o más(?: a menudo)?| ou mais| o più(?: spesso)?"
)
_EVERY = pattern(
    rf"(?P<less>not |nicht |pas |no |não )?(?:nearly |almost |fast |presque |casi |quase )?"
    rf"(?:every|each|jeden|jede|chaque|cada|todos os|todas as|todos los|todas las|tous les"
    rf"|toutes les)(?: or (?:nearly|almost) every)?(?:\s(?P<spans>\d+))?"
    rf"\s(?P<unit>{_UNIT})"
    r"(?: or (?:nearly|almost) every \w+)?"
)
_CHINESE_SPAN = {"天": 365.0, "日": 365.0, "周": 52.0, "週": 52.0, "月": 12.0, "年": 1.0}
_CHINESE = pattern(
    r"每个?(?P<unit>[天日周週月年])(?P<low>\d+)(?:[-–~至到](?P<high>\d+))?次(?P<more>以上|或以上)?"
    r"(?P<words>(?!))?"
)
_NEVER = pattern(
    r"never|nie|jamais|nunca|mai|not at all|rarely or never"
    r"|从不|從不|从来不|几乎不用|幾乎不用|几乎不"
)
_SELDOM = pattern(r"(?:less often|seldom|rarely|seltener|selten|rarement|raramente|rara vez)\b.*")
_FEWEST = 3
_SELDOM_RATE = 0.25
"""How often in a year “seldom” is: it says no number."""


def frequencies(labels: Sequence[str]) -> list[int] | None:
    """Where the labels, which are folded, stand by how often they say; None if some say it not."""
    plain = [re.sub(r"\s*\([^()]*\)|,.*", "", label).strip() for label in labels]
    rates = [_rate(_MORE_OFTEN.sub("", label)) for label in plain]
    known = [rate for rate in rates if rate is not None]
    if len(known) < len(rates) or len(known) < _FEWEST or len(set(known)) < len(known):
        return None
    if sum(rate > _SELDOM_RATE for rate in known) < _FEWEST - 1:
        return None
    order = sorted(range(len(known)), key=lambda place: -known[place])
    return [order.index(place) for place in range(len(known))]


def is_frequency(label: str) -> bool:
    """True if the label, which is folded, says how often."""
    return _rate(label) is not None


def _rate(label: str) -> float | None:
    """How often in a year the label says; None if it says it not."""
    if _NEVER.fullmatch(label):
        return 0.0
    if match := _EVERY.fullmatch(label):
        return _SPAN[match["unit"]] / float(match["spans"] or 1) * (0.9 if match["less"] else 1)
    if match := _CHINESE.fullmatch(label):
        count = _count(match) * (1.1 if match["more"] else 1)
        return count * _CHINESE_SPAN[match["unit"]]
    if match := _ADVERB.fullmatch(label):
        return _SPAN[match["unit"]] * (0.9 if match["less"] or match["fewer"] else 1)
    if match := _OFTEN.fullmatch(label):
        count = _count(match) * (0.9 if match["less"] else 1)
        if match["bound"] in {"less than", "weniger als", "moins d'", "menos de"}:
            count *= 0.9
        elif match["bound"] not in _AT_LEAST:
            count *= 1.1
        return count * _SPAN[match["unit"]] / float(match["spans"] or 1)
    return _SELDOM_RATE if _SELDOM.fullmatch(label) else None


def _count(match: re.Match[str]) -> float:
    if match["words"]:
        return _COUNTS[match["words"]]
    low = float(match["low"])
    return (low + float(match["high"])) / 2 if match["high"] else low
