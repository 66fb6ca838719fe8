"""Words by which questions ask for a year, and for how much in one; by language."""

from __future__ import annotations

import re

YEAR = re.compile(
    r"year|birth|\byob\b|jahr|geburt|ann[ée]e|naiss|nacim|\baño|\banos?\b|nascim|\banno\b|nascita"
    r"|\brok\b|urodz|yıl|doğum|\bгод|рожд|\bрік|народж|سنة|ميلاد|سال|تولد|年|연도|ปี|เกิด|พ\.ศ"
)
"""Among the words of a question, folded: it may ask for a year."""
PER_YEAR = re.compile(
    r"(?:per|an?|each|every|this|last|past|previous|of) (?:the )?(?:last |past )?year"
    r"|yearly|years (?:old|of)|how many|\bno\. of|number of|annual"
    r"|(?:pro|im|je|jedes|letzte\w*|dieses|vergangene\w*) jahr|jährlich|jahres(?!zahl)\w+|wie ?viele?|\banzahl"
    r"|par an(?:née)?\b|annuel|combien|nombre|(?:por|al|cada) año|anual|cu[aá]nt|n[uú]mero de|por ano|quant"
    r"|all'anno|rocznie|\bile\b|yıllık|yılda|kaç|в год|за год|сколько|на рік|скільки|每年|بالسنة|سنويا|سالانه"
)
"""Among them: it asks how much or how many, and a year is only how long."""
