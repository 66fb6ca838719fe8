"""Piping: `{{ q1 }}` in a text names a question whose answer is known there."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
from rundfrage.manuscript.attributes import PIPING
from rundfrage.questionnaire.checks.ground import Ground, Place
from rundfrage.questionnaire.model import Page, Quota
from rundfrage.questionnaire.roles import BESIDE_THE_INTERVIEW
from rundfrage.text import Text


def check_piping(ground: Ground) -> Iterator[Problem]:
    """The Problems of all pipings, in every language."""
    study = ground.questionnaire.study
    start = Place("title", 1, 0, ground.questionnaire.pages[0])
    for text in (study.title, study.subtitle):
        yield from _pipings(ground, start, text)
    for place in ground.places():
        for text in _texts(place):
            yield from _pipings(ground, place, text)


def _texts(place: Place) -> Iterator[Text]:
    bearer = place.bearer
    if isinstance(bearer, Quota):
        return
    if isinstance(bearer, Page):
        yield from (bearer.title, bearer.text)
        return
    yield from (bearer.text, bearer.hint)
    for _, text in bearer.kind.texts(bearer.body):
        yield text


def _pipings(ground: Ground, place: Place, text: Text) -> Iterator[Problem]:
    if not any("{{" in words for _, words in text.versions):
        return
    sources = set(PIPING.findall(text.source))
    where = ground.where(place.name, place.line)
    for language, words in text.versions:
        names = PIPING.findall(words)
        if words.count("{{") > len(names):
            yield Problem(
                "bad-piping",
                where=where,
                found=message("Double braces hold no name: {words}", words=words[:60]),
                expected=message("the name of a question, as in {{{{ q1 }}}}."),
                mend=message("Write {{{{ q1 }}}}, with two braces on either side."),
            )
        for name in dict.fromkeys(names):
            if isinstance(place.bearer, Page) and place.bearer.role in BESIDE_THE_INTERVIEW:
                yield Problem(
                    "piping-beside-interview",
                    where=where,
                    found=message(
                        "A {role} page shows the answer of {name}, but answers are known only "
                        "during the interview.",
                        role=place.bearer.role,
                        name=name,
                    ),
                    expected=message("words that hold for everybody."),
                    mend=message("Take {{{{ {name} }}}} out.", name=name),
                )
            elif not ground.known(name, place):
                yield Problem(
                    "unknown-name",
                    where=where,
                    found=message(
                        "A text shows the answer of {name}, but there is no question {name} before "
                        "it.",
                        name=name,
                    ),
                    expected=message("a question that stands before it."),
                    mend=did_you_mean(name, ground.names_before(place))
                    or message("Check the name."),
                )
        if set(names) != sources:
            yield Problem(
                "translated-piping",
                where=where,
                found=message(
                    "The translation into {language} shows {listed}.",
                    language=language,
                    listed=_listed(names),
                ),
                expected=message(
                    "the answers that the text shows: {listed}.", listed=_listed(sorted(sources))
                ),
                mend=message("Write the same {{{{ names }}}} in the translation."),
            )


def _listed(names: list[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in names) or "no answers"
