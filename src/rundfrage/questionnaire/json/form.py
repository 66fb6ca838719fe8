"""The JSON form of a questionnaire, for tools; its JSON Schema is in schema.py.

It says the same as the Markdown and adds the translations. What is read from it is written as
Markdown and read again, so that both forms accept exactly the same questionnaires.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from rundfrage.codebook import Net, Sample, Study
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.locales.phrases import OwnPhrase
from rundfrage.manuscript.source import decoded
from rundfrage.questionnaire.json_values import JsonObject, text_json, without_empty
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.model import (
    Kind,
    Page,
    PageRole,
    Participation,
    Question,
    Questionnaire,
    Quota,
    Scale,
)
from rundfrage.questionnaire.translation.po_file import DOOR
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.rules import Condition, parse
from rundfrage.rules import write as write_condition
from rundfrage.text import Text

FORMAT = "rundfrage-questionnaire-1"


def to_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """The questionnaire as JSON values, with all translations."""
    study = questionnaire.study
    return without_empty(
        {
            "format": FORMAT,
            "survey": study.name,
            "title": text_json(study.title),
            "subtitle": text_json(study.subtitle),
            "organisation": study.organisation,
            "language": study.language,
            "languages": list(study.languages),
            "field": [day.isoformat() for day in study.field] if study.field else None,
            "sample": study.sample.value,
            "participation": questionnaire.participation.value,
            "required": questionnaire.required,
            "scales": [
                {"name": scale.name, "labels": [text_json(label) for label in scale.labels]}
                for scale in questionnaire.scales
            ],
            "quotas": [
                {"name": one.name, "most": one.most, "if": write_condition(one.condition)}
                for one in questionnaire.quotas
            ],
            "pages": [_page_json(page) for page in questionnaire.pages],
            "door": [
                {
                    "language": one.language,
                    "key": one.key.removeprefix(DOOR),
                    "forms": list(one.forms),
                }
                for one in questionnaire.door
            ],
        }
    )


def _page_json(page: Page) -> dict[str, Any]:
    return without_empty(
        {
            "title": text_json(page.title),
            "role": None if page.role is PageRole.QUESTIONS else page.role.value,
            "text": text_json(page.text),
            "if": write_condition(page.show_if) if page.show_if else None,
            "questions": [_question_json(question) for question in page.questions],
        }
    )


def _question_json(question: Question) -> dict[str, Any]:
    nets = [
        {"name": net.name, "label": text_json(net.label), "members": list(net.members)}
        for net in question.nets
    ]
    body = question.kind.to_json(question.body)
    rest = without_empty(
        {
            "hint": text_json(question.hint),
            "if": write_condition(question.show_if) if question.show_if else None,
            "required": question.required,
            "shuffle": question.shuffle,
            "nets": nets,
        }
    )
    own = {"name": question.name, "kind": question.kind.name, "text": text_json(question.text)}
    return {**own, **rest, "body": body}


def read_json(words: str | bytes, kinds: Sequence[Kind], file: str) -> Questionnaire:
    """The questionnaire in a JSON file; raises a Problem if it is none."""
    text = decoded(words, file) if isinstance(words, bytes) else words
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(
            "not-json",
            where=Where(file, getattr(error, "lineno", None)),
            found=message("The file is no JSON: {error}.", error=str(error)[:100]),
            expected=message("the JSON form of a questionnaire."),
            mend=message("Have it written from a questionnaire in Markdown."),
        ) from None
    try:
        return from_json(data, kinds)
    except Problem as problem:
        raise problem.placed(lambda where: Where(file, None, where.name)) from problem


def from_json(data: object, kinds: Sequence[Kind]) -> Questionnaire:
    """The questionnaire from JSON values; raises a Problem that names the place."""
    if not isinstance(data, dict):
        raise JsonObject({}, "", "").refuse(
            "format", message("an object with format {format}.", format=FORMAT)
        )
    language = data.get("language")
    root = JsonObject(data, "", language if isinstance(language, str) else "")
    if root.words("format", "") != FORMAT:
        raise root.refuse("format", f"{FORMAT}.")
    scales = {
        scale.words("name"): Scale(scale.words("name"), scale.texts("labels"))
        for scale in root.objects("scales")
    }
    if len(scales) < len(list(root.objects("scales"))):
        raise root.refuse("scales", message("scales with names that differ."))
    questionnaire = Questionnaire(
        _study(root),
        tuple(_page(page, kinds, scales) for page in root.objects("pages")),
        tuple(scales.values()),
        root.flag("required"),
        Participation(_one_of(root, "participation", Participation, Participation.OPEN)),
        tuple(_quota(quota) for quota in root.objects("quotas")),
        tuple(_door_word(one) for one in root.objects("door")),
    )
    _agree(questionnaire, kinds)
    return questionnaire


def _study(root: JsonObject) -> Study:
    return Study(
        root.words("survey"),
        root.text("title"),
        root.text("subtitle"),
        root.words("organisation", ""),
        root.words("language"),
        root.names("languages") or (root.language,),
        _field(root),
        Sample(_one_of(root, "sample", Sample, Sample.OPEN)),
    )


def _one_of(data: JsonObject, key: str, known: Iterable[str], default: str) -> str:
    word = data.words(key, default)
    if word not in list(known):
        raise data.refuse(key, f"{', '.join(known)}.")
    return word


def _quota(data: JsonObject) -> Quota:
    most = data.whole("most")
    if most is None:
        raise data.refuse("most", message("a whole number of at least 1."))
    condition = data.words("if")
    return Quota(data.words("name"), most, parse(condition, Where(name=data.place)))


def _door_word(data: JsonObject) -> OwnPhrase:
    forms = data.names("forms")
    if not all(forms) or not forms:
        raise data.refuse("forms", message("a list of words."))
    return OwnPhrase(data.words("language"), DOOR + data.words("key"), forms)


def _field(root: JsonObject) -> tuple[datetime.date, datetime.date] | None:
    days = root.names("field")
    if not days:
        return None
    try:
        first, last = (datetime.date.fromisoformat(day) for day in days)
    except ValueError:
        raise root.refuse(
            "field", message('the first and last day, as ["2020-09-23", "2020-09-28"].')
        ) from None
    return first, last


def _page(data: JsonObject, kinds: Sequence[Kind], scales: Mapping[str, Scale]) -> Page:
    return Page(
        data.text("title"),
        tuple(_question(question, kinds, scales) for question in data.objects("questions")),
        data.text("text"),
        _condition(data),
        PageRole(_one_of(data, "role", PageRole, PageRole.QUESTIONS)),
    )


def _question(data: JsonObject, kinds: Sequence[Kind], scales: Mapping[str, Scale]) -> Question:
    by_name = {kind.name: kind for kind in kinds}
    word = data.words("kind")
    if word not in by_name:
        raise data.refuse("kind", f"{', '.join(by_name)}. {did_you_mean(word[:60], by_name)}")
    kind = by_name[word]
    nets = tuple(
        Net(net.words("name"), net.text("label"), net.names("members"))
        for net in data.objects("nets")
    )
    return Question(
        data.words("name"),
        kind,
        data.text("text"),
        kind.from_json(data.object("body"), scales),
        data.text("hint"),
        _condition(data),
        data.flag("required"),
        data.flag("shuffle"),
        nets,
    )


def _condition(data: JsonObject) -> Condition | None:
    words = data.words("if", "")
    return parse(words, Where(name=data.place)) if words else None


def _agree(questionnaire: Questionnaire, kinds: Sequence[Kind]) -> None:
    """Raise a Problem unless the Markdown of the questionnaire says the same."""
    source = with_texts(
        replace(questionnaire, door=()),
        {one.path: Text.of(one.text.source, one.text.versions[0][0])
         for one in texts(questionnaire)},
    )  # fmt: skip
    again = read(write(source), kinds, "")
    if again == source:
        return
    pairs = zip_longest(source.questions, again.questions)
    name = next((one.name for one, other in pairs if one is not None and one != other), None)
    raise Problem(
        "json-not-markdown",
        where=Where(name=name),
        found=message("Some words would be read as something else in Markdown."),
        expected=message(
            "texts that don't look like headings, hints or answer lines, in single lines "
            "where Markdown has a single line."
        ),
        mend=message(
            "Take line ends and outer spaces away, or put a backslash before - ( [ # and digits."
        ),
    )
