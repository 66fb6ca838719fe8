"""Writes a questionnaire as Markdown in the one canonical layout.

Reading what was written gives the same questionnaire, in the language it was written in;
translations live in PO files beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.manuscript.attributes import escaped, joined
from rundfrage.manuscript.front_matter import FENCE, Value, written
from rundfrage.manuscript.line import Comment
from rundfrage.questionnaire.markdown.quotas import written as written_quota
from rundfrage.questionnaire.model import Page, PageRole, Question, Questionnaire
from rundfrage.questionnaire.reasons import attributes_of
from rundfrage.rules import write as write_condition


def write(questionnaire: Questionnaire) -> str:
    """The questionnaire as the text of its file."""
    blocks = ["\n".join([FENCE, *_front_matter(questionnaire), FENCE])]
    for page in questionnaire.pages:
        blocks.append(_page_heading(page))
        if page.text:
            blocks.append(page.text.source)
        for question in page.questions:
            blocks += _question(question, questionnaire.required)
    return "\n\n".join(blocks) + "\n"


def _page_heading(page: Page) -> str:
    attributes = {} if page.role is PageRole.QUESTIONS else {page.role.value: ""}
    if page.show_if is not None:
        attributes["if"] = write_condition(page.show_if)
    return joined(f"# {escaped(page.title.source)}", attributes)


def _question(question: Question, required: bool) -> Iterator[str]:  # noqa: FBT001
    body = question.kind.write(question.body)
    attributes: dict[str, str] = {}
    if question.show_if is not None:
        attributes["if"] = write_condition(question.show_if)
    if question.required and not required:
        attributes["required"] = ""
    if required and not question.required and body.lines:
        attributes["optional"] = ""
    if question.shuffle:
        attributes["shuffle"] = ""
    if question.identifying:
        attributes["identifying"] = ""
    wording, _, paragraphs = question.text.source.partition("\n\n")
    yield joined(f"## {question.name}: {escaped(wording)}", {**attributes, **body.attributes})
    if paragraphs:
        yield paragraphs
    if question.hint:
        yield f"*{question.hint.source}*"
    if body.lines:
        yield "\n".join(body.lines)


def _front_matter(questionnaire: Questionnaire) -> Iterator[str]:
    """The lines between the fences, each with the comments that belong to it."""
    left: dict[str, list[Comment]] = {}
    for comment in questionnaire.comments:
        left.setdefault(comment.before, []).append(comment)
    for path, line in _entries(questionnaire):
        own = left.pop(path, [])
        indent = "  " if line.startswith(" ") else ""
        yield from (f"{indent}{comment.words}" for comment in own if not comment.beside)
        yield "  ".join([line, *(comment.words for comment in own if comment.beside)])
    yield from (comment.words for rest in left.values() for comment in rest)


def _entries(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """The path of each key, and its line."""
    study = questionnaire.study
    field = None if study.field is None else f"{study.field[0]} .. {study.field[1]}"
    languages = study.languages if study.languages != (study.language,) else None
    values: dict[str, Value | None] = {
        "survey": study.name,
        "title": study.title.source,
        "subtitle": study.subtitle.source or None,
        "organisation": study.organisation or None,
        "language": study.language,
        "languages": languages,
        "field": field,
        "sample": study.sample.value,
        "participation": questionnaire.participation.value,
        "required": "all" if questionnaire.required else "none",
    }
    for key, value in values.items():
        if value is not None:
            yield key, f"{key}: {written(value)}"
    if questionnaire.scales:
        yield "scales", "scales:"
    for scale in questionnaire.scales:
        labels = [escaped(label.source) for label in scale.labels]
        for place, reason in enumerate(scale.reasons, start=len(labels) + 1):
            attributes = attributes_of(reason.code, reason.missing, place)
            labels.append(joined(escaped(reason.label.source), attributes))
        yield f"scales.{scale.name}", f"  {scale.name}: {written(tuple(labels))}"
    nets = [(question.name, net) for question in questionnaire.questions for net in question.nets]
    if nets:
        yield "nets", "nets:"
    for name, net in nets:
        value = written(f"{net.label.source} = {' + '.join(net.members)}")
        yield f"nets.{name}.{net.name}", f"  {name}.{net.name}: {value}"
    if questionnaire.quotas:
        yield "quotas", "quotas:"
    for quota in questionnaire.quotas:
        yield f"quotas.{quota.name}", f"  {quota.name}: {written(written_quota(quota))}"
