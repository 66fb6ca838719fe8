"""The language in which the command line speaks: that of its user's surroundings, if it can.

As other programs do, it looks at LANGUAGE, LC_ALL, LC_MESSAGES and LANG, in this order; the first
that is set decides. What nobody has translated is said in English.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from rundfrage.locales import Message, in_language, translation

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_UNLOCALISED = {"C", "POSIX"}


def user_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language tag that the environment asks for; "en" if it asks for none.

    LANGUAGE counts only where a locale is set, as gettext has it.
    """
    given = {name: environment.get(name, "") for name in _VARIABLES}
    locale = given["LC_ALL"] or given["LC_MESSAGES"] or given["LANG"]
    if not locale or locale.split(".", maxsplit=1)[0] in _UNLOCALISED:
        return "en"
    wanted = given["LANGUAGE"].split(":", maxsplit=1)[0] or locale
    return wanted.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0].replace("_", "-") or "en"


def localised(words: str) -> str:
    """The words in the user's language, if they are a message that has a translation."""
    return in_language(words, user_language()) if isinstance(words, Message) else words


def localised_template(words: str) -> str:
    """As `localised`, for words that lost on their way what they were made of."""
    return translation(words, user_language()) if words else words
