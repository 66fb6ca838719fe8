"""Finds questions and labels that a report shows in another language than its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rundfrage.codebook import Codebook
from rundfrage.errors import Problem, Where
from rundfrage.locales import counted_message, message
from rundfrage.report.claims import Assertion, Bound
from rundfrage.report.document.model import Document
from rundfrage.report.document.names import resolved
from rundfrage.report.section.attribute import QuestionName
from rundfrage.report.section.model import Section
from rundfrage.text import Text

_SHOWN = 3
_LONGEST = 40


def untranslated(document: Document, codebook: Codebook, language: str) -> Iterator[Problem]:
    """One warning for all texts that have no words in the report's language."""
    names = {name for section in resolved(document).sections for name in _names(section)}
    texts = dict.fromkeys(text for text in _texts(codebook, names) if _is_foreign(text, language))
    if not texts:
        return
    few = [f"“{_short(text.source)}”" for text in islice(texts, _SHOWN)]
    yield Problem(
        "labels-untranslated",
        where=Where(document.file),
        found=counted_message(
            "{count} question or label of its slides has no words in the language {language}: "
            "{few}",
            "{count} questions and labels of its slides have no words in the language {language}: "
            "{few}",
            len(texts),
            language=language,
            few=", ".join(few) + (" …" if len(texts) > _SHOWN else ""),
        ),
        expected=message("a translation; they are printed in the survey's own language."),
        mend=message("Translate the questionnaire into {language}.", language=language),
        severity="warning",
    )


def _names(section: Section) -> Iterator[str]:
    """What a slide is about: names of variables, and of batteries."""
    if section.question:
        yield section.question
    for attribute in section.kind.attributes:
        if isinstance(attribute, QuestionName) and attribute.name in section.attributes:
            yield section.attributes[attribute.name]
    if isinstance(section.figure, Bound):
        yield section.figure.binding.path
    elif isinstance(section.figure, Assertion):
        yield from (binding.path for binding in section.figure.bindings)


def _texts(codebook: Codebook, names: set[str]) -> Iterator[Text]:
    heads = {".".join(name.split(".")[:end]) for name in names for end in (1, 2)}
    batteries = {name: one for one in codebook.batteries for name in one.members}
    for variable in codebook.variables:
        battery = batteries.get(variable.name)
        if variable.name in heads or (battery is not None and battery.name in heads):
            yield from (battery.label,) if battery is not None else ()
            yield variable.label
            yield variable.item
            yield from (one.label for one in variable.categories)
            yield from (one.label for one in variable.nets)


def _is_foreign(text: Text, language: str) -> bool:
    """True if the text was written in another language and has no words in this one."""
    spoken = text.versions[0][0] if text else ""
    return spoken not in {"", language} and not text.has(language)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
