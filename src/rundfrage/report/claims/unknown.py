"""What is said of a binding that leads nowhere: the nearest ones that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.sentence import Binding

_MOST = 3_000
"""Among so many names the nearest is looked for."""
_LONG = 60


def unknown_binding(binding: Binding, names: Iterable[str], questions: Sequence[str]) -> Problem:
    """The Problem that names up to three bindings near the one that was written."""
    known = list(dict.fromkeys(islice(names, _MOST)))
    path = binding.path[:_LONG]
    name = path.partition(".")[0]
    own = [one for one in known if one.partition(".")[0] == name]
    near = get_close_matches(path, own, n=3, cutoff=0.3) or get_close_matches(
        path, known, n=3, cutoff=0.5
    )
    if path in questions:
        near = near or own[:3]
    return Problem(
        "unknown-binding",
        found=message("There is no number {path}.", path=path),
        expected=message(
            "variable[.item][.statistic], such as q2.top2, q3.haltung or q4.info.mean."
        ),
        mend=message("Did you mean {listed}?", listed=_listed(near))
        if near
        else message("See the figures.json of an automatic report for all bindings."),
    )


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
