"""Every text of a questionnaire with its *path*: the stable name that translations know it by.

Paths are `title`, `subtitle`, `scale:wichtig:1`, `net:q1.engaged`, `page:2`, `page:2:text`, `q1`,
`q1:hint`, `q1:jetzt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rundfrage.questionnaire.bodies.ratings import scale_texts, with_scale_texts
from rundfrage.questionnaire.model import Page, Question, Questionnaire
from rundfrage.text import Text


@dataclass(frozen=True)
class Placed:
    """A text, its path, and the line of what it belongs to (0 if unknown)."""

    path: str
    text: Text
    line: int


def texts(questionnaire: Questionnaire) -> Iterator[Placed]:
    """All texts that are not empty, each path once, in the order of the file."""
    study = questionnaire.study
    placed = [Placed("title", study.title, 1), Placed("subtitle", study.subtitle, 1)]
    for scale in questionnaire.scales:
        placed += [Placed(path, text, scale.line) for path, text in scale_texts(scale)]
    for question in questionnaire.questions:
        placed += [
            Placed(f"net:{question.name}.{net.name}", net.label, question.line)
            for net in question.nets
        ]
    for number, page in enumerate(questionnaire.pages, start=1):
        placed.append(Placed(f"page:{number}", page.title, page.line))
        placed.append(Placed(f"page:{number}:text", page.text, page.line))
        for question in page.questions:
            placed += _of_question(question)
    return (one for one in placed if one.text)


def _of_question(question: Question) -> Iterator[Placed]:
    yield Placed(question.name, question.text, question.line)
    yield Placed(f"{question.name}:hint", question.hint, question.line)
    for key, text in question.kind.texts(question.body):
        if not key.startswith("scale:"):
            yield Placed(f"{question.name}:{key}", text, question.line)


def with_texts(questionnaire: Questionnaire, changed: Mapping[str, Text]) -> Questionnaire:
    """The questionnaire with the texts of these paths replaced."""
    study = replace(
        questionnaire.study,
        title=changed.get("title", questionnaire.study.title),
        subtitle=changed.get("subtitle", questionnaire.study.subtitle),
    )
    pages = tuple(
        _page(page, number, changed) for number, page in enumerate(questionnaire.pages, start=1)
    )
    scales = tuple(with_scale_texts(scale, changed) for scale in questionnaire.scales)
    return replace(questionnaire, study=study, pages=pages, scales=scales)


def _page(page: Page, number: int, changed: Mapping[str, Text]) -> Page:
    return replace(
        page,
        title=changed.get(f"page:{number}", page.title),
        text=changed.get(f"page:{number}:text", page.text),
        questions=tuple(_question(question, changed) for question in page.questions),
    )


def _question(question: Question, changed: Mapping[str, Text]) -> Question:
    name = question.name
    keys = [key for key, _ in question.kind.texts(question.body)]
    paths = {key: key if key.startswith("scale:") else f"{name}:{key}" for key in keys}
    own = {key: changed[path] for key, path in paths.items() if path in changed}
    body: Any = question.kind.with_texts(question.body, own)
    return replace(
        question,
        text=changed.get(name, question.text),
        hint=changed.get(f"{name}:hint", question.hint),
        body=body,
        nets=tuple(
            replace(net, label=changed.get(f"net:{name}.{net.name}", net.label))
            for net in question.nets
        ),
    )
