"""Words by which questions ask for a year, and for how much in one; by language."""

from __future__ import annotations

from rundfrage.patterns import pattern

YEAR = pattern(
    r"year|birth|\byob\b|jahr|geburt|ann[ée]e|naiss|nacim|\baño|\banos?\b|nascim|\banno\b|nascita"
    r"|\brok\b|urodz|yıl|doğum|\bгод|рожд|\bрік|народж|سنة|ميلاد|سال|تولد|年|연도|ปี|เกิด|พ\.ศ"
)
"""Among the words of a question, folded: it may ask for a year."""
BIRTH = pattern(
    r"birth|\bborn\b|\byob\b|geburt|geboren|naiss|nacim|\bnaci|nascim|nascita|\bnato|urodz|doğum|doğdu|рожд|родил"
    r"|народж|народил|ميلاد|ولادة|تولد|出生|生年|태어|출생|เกิด"
)
"""Among them, folded: it asks when somebody was born, however it says so."""
PER_YEAR = pattern(
    r"(?:per|each|every|this|last|past|previous|of) (?:the )?(?:last |past )?year|\bin (?:a|one) year"
    r"|(?:times|once|twice|often|much|many|days|weeks|hours|kilomet\w+|km|euros?|dollars?|pounds?) an? year"
    r"|yearly|years old|how many|\bno\. of|number of|annual"
    r"|(?:pro|im|je|jedes|letzte\w*|dieses|vergangene\w*) jahr|jährlich|jahres(?!zahl)\w+|wie ?viele?|\banzahl"
    r"|par an(?:née)?\b|annuel|combien|nombre|(?:por|al|cada) año|anual|cu[aá]nt|n[uú]mero de|por ano|quant"
    r"|all'anno|rocznie|\bile\b|yıllık|yılda|kaç|в год\b|за год\b|сколько|на рік|скільки|每年|年収|年薪|年收入|연봉|연간|ต่อปี|بالسنة|سنويا|سالانه"
)
"""Among them: it asks how much or how many, and a year is only how long."""
