"""In which language answers are shown: the one asked for, else that of their study."""

from __future__ import annotations

from rundfrage.codebook.codebook import Study
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.text import known_language


def language_of(study: Study, given: str | None) -> str:
    """The language asked for, or the study's; raises a Problem if there is no such language."""
    language = given or study.language or "en"
    if not known_language(language):
        raise Problem(
            "unknown-language",
            where=Where(name=language),
            found=message("There is no language {language}.", language=repr(language)),
            expected=message("a language tag such as de, en or ar."),
            mend=message("Correct it, here or in the questionnaire."),
        )
    return language
