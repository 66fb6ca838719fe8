"""Translations: every text in every language, with its text fields."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.questionnaire.bodies.options import BLANK
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.questionnaire.translation.translations import missing

_SHOWN = 5


def check_translations(ground: Ground) -> Iterator[Problem]:
    """A warning for each language with texts missing, and for each text field that got lost."""
    placed = list(texts(ground.questionnaire))
    lacking = missing(ground.questionnaire)
    for language in ground.questionnaire.study.languages:
        paths = [one.placed.path for one in lacking if one.language == language]
        if paths:
            more = " …" if len(paths) > _SHOWN else ""
            yield Problem(
                "missing-translation",
                where=ground.where(None, 0),
                found=message(
                    "{count} of {total} texts have no translation into {language}: {names}{more}.",
                    count=len(paths),
                    total=len(placed),
                    language=language,
                    names=", ".join(paths[:_SHOWN]),
                    more=more,
                ),
                expected=message("all texts in all languages."),
                mend=message(
                    "Make or update the file of translations into {language}.", language=language
                ),
                subject=language,
                severity="warning",
            )
    for one in placed:
        if not BLANK.search(one.text.source):
            continue
        for language, words in one.text.versions:
            if not BLANK.search(words):
                yield Problem(
                    "translated-blank",
                    where=ground.where(one.path, one.line),
                    found=message(
                        "The translation into {language} has no ____: {words}",
                        language=language,
                        words=words[:60],
                    ),
                    expected=message("the place where the text field opens."),
                    mend=message("Write ____ in the translation too."),
                )
