"""The questionnaire as a form to print and fill in by hand: a PDF for everybody, a language each.

Typst sets it from data. Each kind of question brings its own `paper.typ`, which draws its answer
lines; what it is given is the question's JSON form in the one language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from typing import Any

from rundfrage.errors import Problem, Where
from rundfrage.kinds import KINDS
from rundfrage.locales import message
from rundfrage.locales.foreign import language_of
from rundfrage.locales.phrases import keys
from rundfrage.look.families import families
from rundfrage.look.glyphs import missing_glyphs
from rundfrage.look.typeset import Refused, typeset
from rundfrage.manuscript.attributes import PIPING
from rundfrage.paper.blocks import blocks
from rundfrage.paper.conditions import Asked, in_words
from rundfrage.paper.words import words_in
from rundfrage.questionnaire.json.form import to_json
from rundfrage.questionnaire.measure import codebook_of, variables_of
from rundfrage.questionnaire.model import Page, PageRole, Questionnaire
from rundfrage.rules import Condition
from rundfrage.text import Text, direction, main_part, number_marks

_TEMPLATES = files("rundfrage.paper").joinpath("templates")
_KINDS = files("rundfrage.kinds")


def form(questionnaire: Questionnaire, language: str, version: str) -> bytes:
    """The PDF of the form in the language; the foot of each page names the version.

    Raises a Problem, paper-refused, if the fonts lack a character or a standard forbids it.
    """
    content = _content(questionnaire, language, version)
    missing = missing_glyphs(_strings(content), None)
    if missing:
        raise _refused(
            message("the fonts cannot write {names}", names=" ".join(missing[:5])), language
        )
    data = {
        "form.json": json.dumps(content, ensure_ascii=False).encode(),
        **{
            name: _TEMPLATES.joinpath(name).read_bytes() for name in ("breaking.typ", "drawing.typ")
        },
        "kinds.typ": _list_of_kinds().encode(),
    }
    for kind in KINDS:
        data[f"{kind.name}.typ"] = _KINDS.joinpath(kind.name, "paper.typ").read_bytes()
    try:
        return typeset(_TEMPLATES.joinpath("form.typ"), data)
    except Refused as refusal:
        raise _refused(str(refusal), language) from refusal


def _list_of_kinds() -> str:
    """A Typst file that knows by each kind's name what draws its answer lines."""
    imports = "".join(f'#import "/{kind.name}.typ" as {kind.name}\n' for kind in KINDS)
    pairs = ", ".join(f"{kind.name}: {kind.name}.answers" for kind in KINDS)
    return f"{imports}#let kinds = ({pairs})\n"


def _content(questionnaire: Questionnaire, language: str, version: str) -> dict[str, Any]:
    """All that the form shows, in one language, as JSON values."""
    study, words = questionnaire.study, words_in(language)
    numbers: dict[str, int] = {}
    numbered = 0
    for question in questionnaire.questions:
        names = variables_of(question)
        numbered += bool(names)
        numbers |= dict.fromkeys((question.name, *names), numbered)
    asked = Asked(numbers, codebook_of(questionnaire), words, language)
    say = partial(_said, asked=asked)
    data = say(to_json(questionnaire))
    shown = (PageRole.QUESTIONS, PageRole.WELCOME, PageRole.PRIVACY)
    pages = [
        _page(page, page_data, asked)
        for page, page_data in zip(questionnaire.pages, data["pages"], strict=True)
        if page.role in shown
    ]
    return {
        "language": main_part(language),
        "direction": direction(language),
        "marks": dict(zip(("decimal", "thousands"), number_marks(language), strict=True)),
        "families": list(families()),
        "title": data["title"],
        "subtitle": data.get("subtitle", ""),
        "organisation": study.organisation,
        "version": version,
        "words": {key: words[key].forms[0] for key in keys("paper")},
        "foreign": {key: words[key].language for key in words.missing()},
        "scales": {scale["name"]: scale["labels"] for scale in data.get("scales", [])},
        "reasons": {
            scale["name"]: [one["label"] for one in scale.get("reasons", [])]
            for scale in data.get("scales", [])
        },
        "pages": pages,
    }


def _page(page: Page, data: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    return {
        "title": data["title"],
        "text": blocks(data.get("text", "")),
        "only_if": _instruction("page-only-if", page.show_if, asked),
        "questions": [
            {
                "kind": question.kind.name,
                **question_data["body"],
                "number": asked.numbers[question.name] if variables_of(question) else None,
                "wording": _paragraphs(question_data["text"])[0],
                "more": _paragraphs(question_data["text"])[1:],
                "hint": question_data.get("hint", ""),
                "only_if": _instruction("only-if", question.show_if, asked),
            }
            for question, question_data in zip(
                page.questions, data.get("questions", []), strict=True
            )
        ],
    }


def _instruction(key: str, condition: Condition | None, asked: Asked) -> dict[str, str] | None:
    """Who is to answer, in words; with their language if that is not the form's."""
    if condition is None:
        return None
    said = asked.words(key, condition=in_words(condition, asked))
    return {"said": said, "lang": language_of(said)}


def _paragraphs(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]


def _said(value: Any, asked: Asked) -> Any:  # noqa: ANN401 - JSON
    """The value with each text in the language of the form, and earlier answers as a reference."""
    if isinstance(value, list):
        return [_said(one, asked) for one in value]
    if not isinstance(value, dict):
        return value
    languages = asked.codebook.study.languages
    if value and set(value) <= {asked.codebook.study.language, *languages}:
        text = Text(tuple(value.items()))
        return PIPING.sub(lambda found: _reference(found[1], asked), text.into(asked.language))
    return {key: _said(one, asked) for key, one in value.items()}


def _reference(variable: str, asked: Asked) -> str:
    return asked.words("the-answer-to", number=asked.numbers[variable])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from _strings(one)


def _refused(reason: str, language: str) -> Problem:
    return Problem(
        "paper-refused",
        where=Where(name=language),
        found=message("No form that everybody can read could be made: {reason}.", reason=reason),
        expected=message("words in a script that the shipped fonts hold."),
        mend=message("Leave the language out."),
    )
