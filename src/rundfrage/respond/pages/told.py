"""Told texts: what authors write on pages, in a small part of Markdown.

Paragraphs, lists, emphasis, strong emphasis, and links to http, https and mailto. Nothing else has
a meaning: HTML, pictures, headings and other links stay as they were typed.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

_SCHEMES = ("http://", "https://", "mailto:")
_MARKER = "%EE%80%80"
"""How a marker looks in an address, where no earlier answer may stand."""


def _is_allowed(address: str) -> bool:
    return address.lower().startswith(_SCHEMES) and _MARKER not in address.upper()


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "breaks": False})
    reader.enable(["list", "emphasis", "link", "autolink", "newline", "escape", "entity"])
    reader.validateLink = _is_allowed  # type: ignore[method-assign, assignment]
    return reader


_READER = _reader()


def html_of(words: str) -> str:
    """The words as HTML, safe whatever they are."""
    return str(_READER.render(words))
