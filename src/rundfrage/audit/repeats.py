"""Figures in large letters that repeat those of the sentences beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rundfrage.audit.claims import judged
from rundfrage.audit.figure import Figure
from rundfrage.audit.find import is_bare
from rundfrage.audit.finding import Finding, Ground, Verdict

_MOST = 400
"""Pairs of a figure and a text on one page; a page with more of them is no list."""
_Way = tuple[int, tuple[tuple[Figure, str], ...]]


def repeated(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings; a figure in large letters beside a sentence that has it speaks of the same.

    Where figures head the sentences of a list, each repeats a figure of its own: one that doesn't
    is held against the first of its kind in its sentence.
    """
    said: dict[tuple[int, str], list[Finding]] = {}
    pages: dict[int, list[Figure]] = {}
    for one in findings:
        figure = one.figure
        if figure.passage.beside and is_bare(figure):
            pages.setdefault(figure.page, []).append(figure)
        elif not any(figure.beside):
            said.setdefault((figure.page, figure.passage.text), []).append(one)
    told = {figure: finding for large in pages.values() for figure, finding in _headed(large, said)}
    return tuple(told.get(one.figure) or _neighbouring(one, said) for one in findings)


def _neighbouring(finding: Finding, said: Mapping[tuple[int, str], list[Finding]]) -> Finding:
    """The finding, or that of the same figure in a passage before or behind it."""
    figure = finding.figure
    if finding.verdict is Verdict.DIFFERS:
        for text in filter(None, figure.beside[::-1]):
            for other in said.get((figure.page, text), ()):
                if other.figure.text == figure.text:
                    return replace(other, figure=figure)
    return finding


def _headed(
    large: Sequence[Figure], said: Mapping[tuple[int, str], list[Finding]]
) -> Iterator[tuple[Figure, Finding]]:
    """The figures in large letters on a page with what they repeat, or should."""
    texts = tuple(dict.fromkeys(text for figure in large for text in figure.passage.beside))
    pairs = [
        (figure, _repeats(figure, said, text), _of_its_kind(figure, said, text))
        for figure, text in _paired(large, texts, said)
    ]
    listed = any(same is not None for _, same, _ in pairs)
    for figure, same, kin in pairs:
        if same is not None:
            yield figure, replace(same, figure=figure)
        elif listed and kin is not None and kin.statistics:
            yield figure, judged(figure, kin.statistics, Ground.LABEL)


def _paired(
    large: Sequence[Figure], texts: Sequence[str], said: Mapping[tuple[int, str], list[Finding]]
) -> tuple[tuple[Figure, str], ...]:
    """Figures and texts in their order, so that as many as can be repeat a figure of theirs."""
    if len(large) * len(texts) > _MOST:
        return ()
    none: _Way = (0, ())
    best: dict[tuple[int, int], _Way] = {}
    for first in reversed(range(len(large))):
        for second in reversed(range(len(texts))):
            figure, text = large[first], texts[second]
            ways = [best.get((first + 1, second), none), best.get((first, second + 1), none)]
            if gain := _worth(figure, text, said, 2 * len(large) + 1):
                rest, pairs = best.get((first + 1, second + 1), none)
                ways.append((gain + rest, ((figure, text), *pairs)))
            best[first, second] = max(ways, key=lambda way: way[0])
    return best.get((0, 0), none)[1]


def _worth(
    figure: Figure, text: str, said: Mapping[tuple[int, str], list[Finding]], repeat: int
) -> int:
    """How well the figure goes with the text: `repeat` if the text has it, 1 if one of its kind."""
    if text not in figure.passage.beside:
        return 0
    if _repeats(figure, said, text) is not None:
        return repeat
    return int(_of_its_kind(figure, said, text) is not None)


def _repeats(
    figure: Figure, said: Mapping[tuple[int, str], list[Finding]], text: str
) -> Finding | None:
    for one in said.get((figure.page, text), ()):
        other = one.figure
        if (other.kind, other.value, other.relation) == (
            figure.kind,
            figure.value,
            figure.relation,
        ):
            return one
    return None


def _of_its_kind(
    figure: Figure, said: Mapping[tuple[int, str], list[Finding]], text: str
) -> Finding | None:
    found = said.get((figure.page, text), ())
    return next((one for one in found if one.figure.kind is figure.kind), None)
