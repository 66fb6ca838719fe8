"""A question as a browser would show it, and what the browser would send of it.

The templates' functions are those of the public door in their simplest form: they say at once what
the door's compiled pages put in for each request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from markupsafe import Markup, escape

import rundfrage.kinds
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.model import Question

_KINDS = Path(rundfrage.kinds.__file__).parent
_ENVIRONMENT = Environment(
    autoescape=True,
    loader=FileSystemLoader(_KINDS),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_VOID = {"input", "br", "hr", "img", "meta", "link"}


@dataclass(frozen=True)
class Door:
    """The functions that a template calls, for one question, its fields and mistakes."""

    question: Question
    language: str
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)

    def say(self, text):
        return escape(text.into(self.language))

    plain = say

    def in_other(self, text):
        return Markup("" if text.has(self.language) else ' lang="xx"')

    def checked(self, name, value):
        return Markup(" checked" if value in self.fields.get(name, ()) else "")

    def selected(self, name, value):
        return Markup(" selected" if value in self.fields.get(name, ()) else "")

    def typed(self, name):
        return escape(next(iter(self.fields.get(name, ())), ""))

    def invalid(self, name):
        return Markup(' aria-invalid="true"' if name in self.mistakes else "")

    def wrong(self, name):
        if name not in self.mistakes:
            return Markup("")
        return Markup('<p class="error" id="{}-error">{}</p>').format(name, self.mistakes[name])

    def described(self, name, hint):
        ids = [f"{self.question.name}-hint"] if hint else []
        ids += [f"{name}-error"] if name in self.mistakes else []
        return Markup(' aria-describedby="{}"').format(" ".join(ids)) if ids else Markup("")

    def clearable(self, name):
        if name not in self.fields:
            return Markup("")
        return Markup('<button name="clear" value="{}" formnovalidate>Remove</button>').format(name)

    def word(self, key, **values):
        return f"[{key}{''.join(f' {one}' for one in values.values())}]"

    plain_word = word

    def foreign(self, key):
        return Markup(' data-word="{}"').format(key)

    def begin_order(self, name):
        return Markup("<!-- order {} -->").format(name) if self.question.shuffle else Markup("")

    def piece(self, stays_last):
        if not self.question.shuffle:
            return Markup("")
        return Markup("<!-- last -->" if stays_last else "<!-- piece -->")

    def end_order(self):
        return Markup("<!-- end -->") if self.question.shuffle else Markup("")


_FUNCTIONS = [
    name for name in vars(Door) if not name.startswith("_") and callable(vars(Door)[name])
]


def rendered(
    question: Question,
    language: str,
    fields: Mapping[str, Sequence[str]] | None = None,
    mistakes: Sequence[Mistake] = (),
    *,
    mark_required: bool = False,
) -> str:
    """The question's HTML with these fields filled in and these mistakes told."""
    told = {mistake.control: mistake.code for mistake in mistakes}
    door = Door(question, language, fields or {}, told)
    return _ENVIRONMENT.get_template(f"{question.kind.name}/question.html").render(
        {name: getattr(door, name) for name in _FUNCTIONS},
        question=question,
        body=question.body,
        language=language,
        mark_required=mark_required,
    )


def tree(page: str) -> html.HtmlElement:
    """The HTML as elements; fails if a tag is left open or closed at the wrong place."""
    balance = _Balance()
    balance.feed(page)
    balance.close()
    assert balance.open == []
    return html.document_fromstring(f"<form>{page}</form>")


class _Balance(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        assert len(set(names)) == len(names), f"{tag} has an attribute twice: {names}"
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def controls(form: html.HtmlElement) -> list[html.HtmlElement]:
    """What can be filled in: not the buttons."""
    return form.xpath("//input | //select | //textarea")


def sent(form: html.HtmlElement) -> dict[str, tuple[str, ...]]:
    """What a browser sends of the form as it stands."""
    fields: dict[str, list[str]] = {}
    for control in controls(form):
        fields.setdefault(control.get("name"), []).extend(_values(control))
    return {name: tuple(values) for name, values in fields.items() if values}


def _values(control: html.HtmlElement) -> Iterator[str]:
    if control.tag == "select":
        options = control.findall(".//option")
        chosen = [one for one in options if one.get("selected") is not None] or options[:1]
        yield chosen[-1].get("value")
    elif control.tag == "textarea":
        # A browser drops the first line break, and sends all others as two characters.
        yield (control.text or "").removeprefix("\n").replace("\n", "\r\n")
    elif control.get("type") == "text" or control.get("checked") is not None:
        yield control.get("value")
