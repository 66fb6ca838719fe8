"""Headings that ask for a number: an amount, how many there are, how old, how long, a rating."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain

from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.words import VOCABULARIES
from rundfrage.dataset.words.units import CURRENCIES, DIMENSIONS
from rundfrage.patterns import pattern

_AMOUNTS = pattern(
    r"(?<![^\W_])(?:how (?:many|much)|(?:wie ?viele?|combien|cu[aá]nt[oa]s?|quant[ioae]|ile|kaç)"
    r"|number of|anzahl|nombre de|n[uú]mero de|salar\w+|income|wages?|earnings?|revenues?|turnover"
    r"|sales|prices?|costs?|rents?|spend(?:ing)?|spent|budget|amount|population|inhabitants"
    r"|residents|employees|profits?|debts?|savings|gehalt|\w*einkommen|\w*lohn|umsatz|\w*miete"
    r"|\w*preis|\w*kosten|einwohner|bevölkerung|ausgaben|betrag|revenus?|loyer|prix|habitants"
    r"|ingresos?|renta|precios?|costos?|habitantes|gastos?|stipendio|reddito|affitto|prezzo"
    r"|abitanti|spesa|dochód|zarobki|ludność|maaş|gelir|nüfus|доходы?|зарплата|население|цена"
    r"|eur|euros?|usd|dollars?|gbp|chf|z[lł]|zloty)(?![^\W_])|[$€£¥₽₺]"
)
"""What has large numbers and is no identifier: money, and how many there are."""
_COUNTED = pattern(
    r"(?<![^\W_])(?:age|ages|aged|old|alter|alt|lebensalter|âge|edad|idade|età|wiek|lat|yaş\w*"
    r"|возраст\w*|вік|count|sum|score|points?|rating|rate|scale|stars?|distance|height|weight"
    r"|percent\w*|temperature|nps|likel(?:y|ihood)|children|siblings|kids"
    r"|skala|punkte?|bewertung\w*|entfernung|gewicht|prozent|kinder(?:zahl)?|geschwister"
    r"|échelle|poids|pourcentage|enfants|puntuación|escala|peso|porcentaje|hijos|pontuação|filhos"
    r"|punteggio|scala|figli|skali|liczba|dzieci|osób|puan|ölçek\w*|çocuk\w*|kişi"
    r"|оцен\w*|балл\w*|шкал\w*|сколько|количество|число|детей|скільки|кількість|дітей)(?![^\W_])"
    r"|(?<![^\W_])[01]\s*(?:-|–|—|to|bis|à|a|до|al)\s*\d|\b(?:كم|عدد|عمر|العمر|سن)\b"
    r"|多少|几|幾|年龄|歲|岁|人数|몇|나이"
)
_AGES = pattern(
    r"(?<![^\W_])(?:ages?|how old|lebensalter|alter|wie alt|âge|edad|idade|età|wiek|yaş\w*"
    r"|возраст\w*|вік|сколько вам лет)(?![^\W_])|العمر|年龄|年齡|나이"
)
_CLASSED = pattern(
    r"(?<![^\W_])(?:\w*(?:group|gruppe|klasse|grup[oapy]u?)|class|band|bracket|category|kategorie"
    r"|type|typ|art|kind|tranche|groupe|fascia|przedział|групп\w*|категори\w*|which|welche[rs]?"
    r"|quel(?:le)?s?|qué|cuál|qual|quale|który|które|hangi|как\w*)(?![^\W_])|فئة"
)
"""Headings that ask which one: of age groups, of types."""
_MONEY = pattern(
    r"(?<![^\W_])(?:salar\w+|income|wages?|earnings?|revenues?|turnover|savings|gehalt|\w*einkommen"
    r"|\w*lohn|umsatz|revenus?|ingresos?|renta|stipendio|reddito|dochód|zarobki|maaş|gelir|доходы?"
    r"|зарплата|renda)(?![^\W_])"
)
_CODED = pattern(
    r"(?<![^\W_])(?:codes?|kode|kod|kody|código|codice|код|schlüssel|(?:isco|naics|nace|isic)\d*|isced|icd"
    r"|part(?:y|ei)|parti|partido|partito|district|municipality|province|county"
    r"|gemeinde|landkreis|distrito|commune|région|region|country|staat|pays|país|paese)(?![^\W_])"
)
"""Headings that ask for one of many that have numbers: codes, parties, places."""
_MEASURES = pattern(r"\bunit of measure|\bunits?:|\beinheit:")
"""Headings that ask in which unit an answer was given."""
_LARGEST_CODE = 9_999
_FEWEST_UNITS = 20
_YEARS = range(1_900, 2_101)
_SHORTEST = 2
_UNITS = pattern(
    r"(?<![^\W_])(?:"
    + "|".join(
        re.escape(word)
        for word in sorted(
            word
            for word in chain(*(one.spans for one in VOCABULARIES), *DIMENSIONS)
            if len(word) > _SHORTEST and word not in CURRENCIES
        )
    )
    + r")(?![^\W_])"
)


def asks_amount(*headings: str) -> bool:
    """True if the headings of a column ask for money, or for how many there are."""
    return any(_AMOUNTS.search(folded(one)) for one in headings)


def asks_number(*headings: str) -> bool:
    """True if the headings of a column ask for any number: how many, how old, a rating."""
    words = list(map(folded, headings))
    if any(map(_CLASSED.search, words)):
        return False
    return asks_amount(*headings) or any(
        _COUNTED.search(word) or _UNITS.search(word) for word in words
    )


def asks_age(*headings: str) -> bool:
    """True if the headings of a column ask how old somebody is."""
    words = list(map(folded, headings))
    return any(map(_AGES.search, words)) and not any(map(_CLASSED.search, words))


def asks_which(counts: Collection[float], *headings: str) -> bool:
    """True if the headings ask which one, and these numbers may be its code: no years, no sums."""
    if not all(value == int(value) and 0 <= value <= _LARGEST_CODE for value in counts):
        return False
    if all(int(value) in _YEARS for value in counts):
        return False
    words = list(map(folded, headings))
    if any(map(_MEASURES.search, words)):
        return True
    if any(_AMOUNTS.search(word) or _UNITS.search(word) for word in words):
        return False
    coded = any(map(_CODED.search, words)) and not any(map(_COUNTED.search, words))
    return coded or any(map(_CLASSED.search, words))


def too_small(counts: Collection[float], *headings: str) -> bool:
    """True if the headings ask for money, and the numbers are so few and small that none is meant.

    Then they are the codes of its bands.
    """
    asked = any(_MONEY.search(folded(one)) for one in headings)
    return asked and all(value == int(value) and value < _FEWEST_UNITS for value in counts)
