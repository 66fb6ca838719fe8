"""Telephone numbers: told by the heading and their digits, or by the code of a country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from rundfrage.patterns import pattern

_SAMPLE = 200
_MOSTLY = 0.9
_CALLED = pattern(
    r"(?<![^\W_])(?:(?:tele|smart|cell|mobile)?[ _-]?phones?"
    r"|(?:mobile|cellular|cell|contact|whatsapp)[ _-]?(?:no|nr|num|number|tel)|tel|telephon"
    r"|telefon|telefonnummer|handy|handynummer"
    r"|mobilnummer|mobiltelefon|rufnummer|t[ée]l[ée]phone|portable|tel[eé]fonos?|celular|móvil"
    r"|telefone|telemóvel|telefono|cellulare|telefonu|komórk\w+|cep tel\w*|телефон\w*|мобильн\w+"
    r"|мобільн\w+)(?![^\W_])|هاتف|جوال|موبايل|تلفن|تلفون|电话|電話|手机|手機|전화|휴대폰|핸드폰"
)
_NUMBER = pattern(r"(?:\+|00)?\(?\d[\d ()./-]{5,19}")
_ABROAD = pattern(r"(?:\+|00[1-9])\(?\d[\d ()./-]{7,19}")
"""With the code of a country, which nothing but telephones have."""
_DIGITS = range(6, 16)


def are_telephones(words: Sequence[str], counts: Mapping[str, int]) -> bool:
    """True if most of the cells are telephone numbers; `words` are name and label, folded."""
    form = _NUMBER if any(map(_CALLED.search, words)) else _ABROAD
    sample = list(islice(counts, _SAMPLE))
    found = sum(
        form.fullmatch(word) is not None and sum(map(str.isdigit, word)) in _DIGITS
        for word in sample
    )
    return found >= max(_MOSTLY * len(sample), 1)
