"""Regular expressions that are compiled when they are first used.

Whole vocabularies are patterns here, and a command needs few of them: to compile all took a fifth
of the time in which a small deck is built.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern, and becomes one when anything is asked of it."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever patterns have
        found = getattr(re.compile(*self._made_of), name)
        # Next time it is found at once.
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, for module level; a mistake in it is raised when it is first used."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
