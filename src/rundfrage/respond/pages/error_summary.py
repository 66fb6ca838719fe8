"""The summary of mistakes above a page's questions, each with a link to where it is mended."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.skeleton import Skeleton, written

_ID = re.compile(rb'\bid="([^"]*)"')
_CONTROL = rb'<(?:input|select|textarea)\b[^>]*?\bname="%b(?:"|\.)[^>]*>'


def summary(filling: Filling, questions: bytes, about: Mapping[str, Skeleton]) -> bytes:
    """The lines of all mistakes; each links to the first control of its field."""
    lines = []
    for control, message in filling.mistakes.items():
        subject = about.get(control) or about.get(control.split(".")[0])
        words = subject.filled(filling) if subject else b""
        lines.append(link(_first_control(control, questions), message, words))
    return b"\n".join(lines)


def link(control: bytes, message: str, about: bytes = b"") -> bytes:
    """A line of the summary: what went wrong, and of which question."""
    subject = b' <span class="about">%b</span>' % about if about else b""
    return b'<li><a href="#%b">%b</a>%b</li>' % (control, written(message), subject)


def _first_control(control: str, questions: bytes) -> bytes:
    """The id of what a respondent is sent to: the first control of the field, as shown."""
    name = written(control)
    tag = re.search(_CONTROL % re.escape(name), questions)
    found = _ID.search(tag.group()) if tag else None
    return found.group(1) if found else name
