"""Prose: what authors write on pages, as HTML."""

from __future__ import annotations

from rundfrage.manuscript.markup import markup_reader, may_be_linked

_MARKER = "%EE%80%80"
"""How a marker looks in an address, where no earlier answer may stand."""


def _is_allowed(address: str) -> bool:
    return may_be_linked(address) and _MARKER not in address.upper()


_READER = markup_reader(_is_allowed)


def html_of(words: str) -> str:
    """The words as HTML, safe whatever they are."""
    return str(_READER.render(words))
