"""Every word that the program itself says, as one gettext catalogue a language.

`rundfrage.pot` holds the English: what respondents and readers read under a stable key
(`msgctxt "door:next"`), and what users are told in messages, which stand in the code and are
gathered by scripts/catalogues.py. `LANG.po` holds one language. A *phrase* is what the program says
at one place, in one language; a *phrasebook* holds the phrases of a language in one domain (door,
deck, table …), with those that a survey brings along, and English where nobody has translated. A
*message* is an English sentence that can be told again in another language.
"""

from rundfrage.locales.message import (
    NOTHING,
    Message,
    counted_message,
    in_language,
    joined,
    message,
    rounded,
    template,
    translation,
    verbatim,
)

__all__ = [
    "NOTHING",
    "Message",
    "counted_message",
    "in_language",
    "joined",
    "message",
    "rounded",
    "template",
    "translation",
    "verbatim",
]
