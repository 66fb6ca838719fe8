"""What the public door itself says to respondents, as HTML that marks what is not in the language.

What stands on buttons and in messages ("Continue", "Step 3 of 12") belongs to the program, and
comes from its catalogues; a survey may bring words of its own. What neither has is said in English.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.knowledge import borne, rests_on_the_table
from rundfrage.locales import message
from rundfrage.locales.phrases import OwnPhrase, Phrasebook, keys
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.text import Direction, Text, direction

_SHOWN = 5


class DoorPhrases:
    """The phrases of the door in one language; `own` are those that the survey brings along."""

    def __init__(self, language: str, own: Sequence[OwnPhrase] = ()) -> None:
        self.language = language
        self.book = Phrasebook(language, "door", own)
        self.direction: Direction = direction(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The words with the values put in; raises KeyError for an unknown key.

        No words where they say who finds out what, and the table of that doesn't bear them.
        """
        named = f"door:{key}"
        if rests_on_the_table(named) and not borne(named):
            return ""
        if values and self.direction == "rtl":
            values = {name: with_its_sign(str(value)) for name, value in values.items()}
        return self.book(key, **values)

    def marked(self, key: str, /, **values: object) -> str:
        """As a call; as HTML that says so if the words are in another language."""
        words = self(key, **values)
        attributes = self.foreign(key) if words else ""
        return Markup("<span{}>{}</span>").format(attributes, words) if attributes else words

    def foreign(self, key: str) -> Markup:
        """The attributes of an element that holds these words, if they are in another language."""
        phrase = self.book[key]
        return language_attributes(phrase.language) if phrase.foreign else Markup("")

    def text(self, key: str) -> Text:
        """As a text that knows its language."""
        return Text(((self.book[key].language, self(key)),))


def with_its_sign(number: str) -> str:
    """A number fit for text from right to left, where a minus would else go behind its digits."""
    return f"\u200e{number}" if number.startswith(("-", "\u2212")) else number


def language_attributes(language: str) -> Markup:
    """The attributes of an element in that language; none if the language is empty."""
    if not language:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def unsaid(questionnaire: Questionnaire, file: str) -> list[Problem]:
    """A warning for each language of the survey in which words of the door are lacking."""
    found = []
    for language in questionnaire.study.languages:
        lacking = DoorPhrases(language, questionnaire.door).book.missing()
        if lacking:
            more = " …" if len(lacking) > _SHOWN else ""
            found.append(
                Problem(
                    "door-words-missing",
                    where=Where(file),
                    found=message(
                        "{count} of {total} words of the pages themselves (on buttons, in "
                        "messages) are in English for readers of {language}: {names}{more}.",
                        count=len(lacking),
                        total=len(keys("door")),
                        language=language,
                        names=", ".join(lacking[:_SHOWN]),
                        more=more,
                    ),
                    expected=message("pages that speak one language."),
                    mend=message(
                        "Translate them in the file of translations into {language}.",
                        language=language,
                    ),
                    subject=language,
                    severity="warning",
                )
            )
    return found
