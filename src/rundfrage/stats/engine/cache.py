"""What was worked out of a set of respondents, so that nobody works it out again.

A *Cache* belongs to respondents and not to columns: a source that has further columns of the same
respondents is given the same one. What it holds follows from the source alone; so a source stays
frozen although its cache fills.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Cache:
    """Results by key; a key names all that a result depends on besides the respondents."""

    def __init__(self) -> None:
        self._results: dict[Hashable, Any] = {}

    def __contains__(self, key: Hashable) -> bool:
        return key in self._results

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of that key, made if it isn't there yet."""
        if key not in self._results:
            self._results[key] = make()
        result: T = self._results[key]
        return result

    def add(self, key: Hashable, result: object) -> None:
        """Take up a result that came along with another."""
        self._results[key] = result
