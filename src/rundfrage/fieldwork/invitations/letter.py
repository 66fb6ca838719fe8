"""The letter: what an invitation or a reminder says, in each language.

The program's own letters stand in its catalogues. A survey's own lie in its folder `mail/` as
`de.txt`, `de.open.txt`, `de.reminder.txt`: the first line begins with `Subject:`, the rest is the
mail. `{{ link }}`, `{{ title }}` and `{{ organisation }}` are filled in, and in an invitation
`{{ code }}`, which stands behind the # of its link and can be typed instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.fieldwork.knowledge import borne, rests_on_the_table
from rundfrage.locales import Message, message
from rundfrage.locales.phrases import Phrasebook
from rundfrage.questionnaire.translation.own_phrases import survey_language

FOLDER = "mail"
"""The folder of a survey's own letters."""

_SLOT = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_NAMES = ("link", "code", "title", "organisation")
_SUBJECT = "Subject:"


class Occasion(StrEnum):
    """What a letter is for; the value is part of its file's name."""

    INVITATION = ""
    """Holds a link and a code for one person alone."""
    OPEN = "open"
    """Holds the link that all have."""
    REMINDER = "reminder"
    """Points to the first letter: neither who has answered nor the links are kept anywhere."""


_LINK, _CODE, _ORGANISATION = "{{ link }}", "{{ code }}", "{{ organisation }}"
_PARTS = {
    Occasion.INVITATION: (
        "greeting", "invitation", _LINK, "invitation-code", _CODE, "invitation-link",
        "invitation-keep", "thanks", _ORGANISATION,
    ),
    Occasion.OPEN: ("greeting", "open", _LINK, "open-link", "thanks", _ORGANISATION),
    Occasion.REMINDER: ("greeting", "reminder", "reminder-everybody", _ORGANISATION),
}  # fmt: skip
"""The paragraphs of the program's own letters: phrases by key, and slots."""


@dataclass(frozen=True)
class Letter:
    """A letter in one language, with slots."""

    language: str
    subject: str
    text: str

    def filled(self, values: Mapping[str, str]) -> Letter:
        """The letter with these slots filled and the others left; a subject is one line."""

        def fill(words: str) -> str:
            return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), words)

        subject = " ".join(fill(self.subject).split())
        return Letter(self.language, subject, fill(self.text).strip() + "\n")


def read_letter(survey: Path, language: str, occasion: Occasion) -> Letter:
    """The survey's own letter, else the program's.

    Raises a Problem if there is none in the language, or if it can't be sent as it is.
    """
    name = ".".join(part for part in (language, occasion, "txt") if part)
    own = survey / FOLDER / name
    try:
        words = own.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        letter = _of_the_program(survey_language(survey, language), occasion)
        if letter is not None:
            return letter
        raise Problem(
            "no-letter",
            where=Where(str(own)),
            found=message("There is no letter in the language “{language}”.", language=language),
            expected=message(
                "a text file whose first line begins with Subject: and that holds {{{{ link }}}}."
            ),
            mend=message("Write {own}", own=own),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise _unfit(
            own,
            1,
            message("The letter can't be read ({error}).", error=error),
            message("text in UTF-8."),
        ) from error
    return Letter(language, *_checked(words, own, occasion))


def _of_the_program(language: str, occasion: Occasion) -> Letter | None:
    """The program's letter; None if a sentence of it is not translated."""
    words = Phrasebook(language, "letter")
    subject = words[f"{occasion or 'invitation'}-subject"]
    phrases = {part: words[part] for part in _PARTS[occasion] if "{" not in part}
    if any(phrase.foreign for phrase in (subject, *phrases.values())):
        return None
    text = "\n\n".join(
        phrases[part]() if part in phrases else part
        for part in _PARTS[occasion]
        if not rests_on_the_table(f"letter:{part}") or borne(f"letter:{part}")
    )
    return Letter(language, subject(title="{{ title }}"), f"\n{text}\n")


def _checked(words: str, file: Path, occasion: Occasion) -> tuple[str, str]:
    """The subject and the text of a letter that can be sent."""
    first, _, text = words.partition("\n")
    if not first.startswith(_SUBJECT) or not first[len(_SUBJECT) :].strip() or not text.strip():
        raise _unfit(
            file,
            1,
            message("The first line is “{first}”.", first=first[:60].strip()),
            message("a line “Subject: …”, and below it the mail."),
        )
    names = [one for one in _NAMES if one != "code" or occasion is Occasion.INVITATION]
    for line, written in enumerate(words.split("\n"), start=1):
        for name in _SLOT.findall(written):
            if name not in names:
                raise _unfit(
                    file,
                    line,
                    message("{{{{ {name} }}}} can't be filled in.", name=name),
                    message("one of {names}.", names=", ".join(names))
                    + (" " + near if (near := did_you_mean(name, names)) else ""),
                )
    has_link = "link" in _SLOT.findall(text)
    if has_link != (occasion is not Occasion.REMINDER) or "link" in _SLOT.findall(first):
        raise _unfit(
            file,
            1,
            message("The letter has no link.")
            if not has_link
            else message("The link stands where none can be."),
            message("no {{{{ link }}}} in a reminder: links are kept nowhere.")
            if occasion is Occasion.REMINDER
            else message("{{{{ link }}}} in the mail's text, and not in its subject."),
        )
    return first[len(_SUBJECT) :].strip(), text


def _unfit(file: Path, line: int, found: Message, expected: Message) -> Problem:
    return Problem(
        "letter-unfit",
        where=Where(str(file), line),
        found=found,
        expected=expected,
        mend=message("Correct the letter; nothing was sent."),
    )
