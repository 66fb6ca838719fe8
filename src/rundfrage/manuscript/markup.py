"""The small part of Markdown that the words under a page's heading may have.

Paragraphs, lists, emphasis, strong emphasis, and links to http, https and mailto. Nothing else has
a meaning: HTML, pictures, headings and other links stay as they were typed.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt

_SCHEMES = ("http://", "https://", "mailto:")


def may_be_linked(address: str) -> bool:
    """True for an address that a link may have."""
    return address.lower().startswith(_SCHEMES)


def markup_reader(allowed: Callable[[str], bool] = may_be_linked) -> MarkdownIt:
    """A reader of such words; links to addresses that aren't `allowed` stay as they were typed."""
    reader = MarkdownIt("zero", {"html": False, "breaks": False})
    reader.enable(["list", "emphasis", "link", "autolink", "newline", "escape", "entity"])
    reader.validateLink = allowed  # type: ignore[method-assign, assignment]
    return reader
