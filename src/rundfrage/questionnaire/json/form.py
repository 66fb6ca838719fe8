"""The JSON form of a questionnaire, for tools; its JSON Schema is in schema.py.

It says the same as the Markdown and adds the translations. What is read from it is written as
Markdown and read again, so that both forms accept exactly the same questionnaires.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import MISSING, replace
from itertools import zip_longest
from typing import Any

from rundfrage.codebook import Net, Study
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.locales.phrases import OwnPhrase
from rundfrage.manuscript.source import decoded
from rundfrage.questionnaire.json.records import (
    BODIES,
    FORM,
    Context,
    DoorWord,
    Format,
    NetForm,
    PageForm,
    QuestionForm,
    QuestionnaireForm,
    QuotaForm,
    ScaleForm,
)
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.model import Kind, Page, Question, Questionnaire, Quota, Scale
from rundfrage.questionnaire.translation.po_file import DOOR
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.records import Misfit, Path, shown
from rundfrage.rules import Condition, parse
from rundfrage.rules import write as write_condition
from rundfrage.text import Text


def to_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """The questionnaire as JSON values, with all translations."""
    study = questionnaire.study
    form = QuestionnaireForm(
        format=Format.FIRST,
        survey=study.name,
        title=study.title,
        subtitle=study.subtitle,
        organisation=study.organisation,
        language=study.language,
        languages=study.languages,
        field=study.field,
        sample=study.sample,
        participation=questionnaire.participation,
        required=questionnaire.required,
        scales=tuple(ScaleForm(one.name, one.labels, one.reasons) for one in questionnaire.scales),
        quotas=tuple(
            QuotaForm(one.name, one.most, write_condition(one.condition))
            for one in questionnaire.quotas
        ),
        pages=tuple(map(_page_form, questionnaire.pages)),
        door=tuple(
            DoorWord(one.language, one.key.removeprefix(DOOR), one.forms)
            for one in questionnaire.door
        ),
    )
    written: dict[str, Any] = FORM.written(form)
    return written


def body_to_json(body: object) -> Any:
    """A question's body in the JSON form."""
    return BODIES.written(body)


def _page_form(page: Page) -> PageForm:
    return PageForm(
        title=page.title,
        role=page.role,
        text=page.text,
        show_if=write_condition(page.show_if) if page.show_if else "",
        questions=tuple(map(_question_form, page.questions)),
    )


def _question_form(question: Question) -> QuestionForm:
    return QuestionForm(
        name=question.name,
        kind=question.kind,
        text=question.text,
        hint=question.hint,
        show_if=write_condition(question.show_if) if question.show_if else "",
        required=question.required,
        shuffle=question.shuffle,
        identifying=question.identifying,
        nets=tuple(NetForm(net.name, net.label, net.members) for net in question.nets),
        body=body_to_json(question.body),
    )


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
    language = data.get("language") if isinstance(data, dict) else None
    context = Context(
        language if isinstance(language, str) else "", {kind.name: kind for kind in kinds}
    )
    try:
        questionnaire = _questionnaire(FORM.read(QuestionnaireForm, data, context), context)
    except Misfit as misfit:
        raise Problem(
            "json-value",
            where=Where(name=_place(misfit.path)),
            found=message("It is missing.")
            if misfit.found is MISSING
            else message("It is {shown}.", shown=shown(misfit.found)),
            expected=misfit.expected + ".",
            mend=message("Compare the file with the JSON Schema: questionnaire.schema.json."),
        ) from None
    _agree(questionnaire, kinds)
    return questionnaire


def _questionnaire(form: QuestionnaireForm, context: Context) -> Questionnaire:
    scales = {one.name: Scale(one.name, one.labels, one.reasons) for one in form.scales}
    if len(scales) < len(form.scales):
        raise Misfit(message("scales with names that differ"), ("scales",), [])
    context = replace(context, scales=scales)
    study = Study(
        form.survey,
        form.title,
        form.subtitle,
        form.organisation,
        form.language,
        form.languages or (form.language,),
        form.field,
        form.sample,
    )
    return Questionnaire(
        study,
        tuple(_page(page, ("pages", at), context) for at, page in enumerate(form.pages)),
        tuple(scales.values()),
        form.required,
        form.participation,
        tuple(
            Quota(one.name, one.most, _condition(one.condition, ("quotas", at)))
            for at, one in enumerate(form.quotas)
        ),
        tuple(_door_word(one, ("door", at)) for at, one in enumerate(form.door)),
    )


def _door_word(form: DoorWord, at: Path) -> OwnPhrase:
    if not all(form.forms) or not form.forms:
        raise Misfit(message("a list of words"), (*at, "forms"), list(form.forms))
    return OwnPhrase(form.language, DOOR + form.key, form.forms)


def _page(form: PageForm, at: Path, context: Context) -> Page:
    return Page(
        form.title,
        tuple(
            _question(question, (*at, "questions", place), context)
            for place, question in enumerate(form.questions)
        ),
        form.text,
        _condition(form.show_if, at) if form.show_if else None,
        form.role,
    )


def _question(form: QuestionForm, at: Path, context: Context) -> Question:
    try:
        body = form.kind.settled(BODIES.read(form.kind.body, form.body, context))
    except Misfit as misfit:
        raise misfit.within((*at, "body")) from None
    return Question(
        form.name,
        form.kind,
        form.text,
        body,
        form.hint,
        _condition(form.show_if, at) if form.show_if else None,
        form.required,
        form.shuffle,
        tuple(Net(net.name, net.label, net.members) for net in form.nets),
        form.identifying,
    )


def _condition(words: str, at: Path) -> Condition:
    return parse(words, Where(name=_place(at)))


def _place(path: Path) -> str:
    """The place as in `pages[0].questions[2]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


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
