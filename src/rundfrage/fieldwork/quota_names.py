"""The names of quotas as a journal keeps them: a JSON list, or nothing."""

from __future__ import annotations

import json


def names_in(quotas: str) -> tuple[str, ...]:
    """The names in the JSON; none if somebody else put there what is no list of names."""
    try:
        return tuple(map(str, json.loads(quotas))) if quotas else ()
    except (ValueError, TypeError):
        return ()
