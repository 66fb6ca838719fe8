"""Values of one series are of one measure: what most of them are, the others are as well.

A bar is labelled with its item, and the answer that all bars are shares of stands elsewhere. A
value that is none of its item's shares is told by the others of its series.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rundfrage.audit.claims import judged
from rundfrage.audit.figure import Figure, Kind
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.mention import top_two
from rundfrage.audit.scope import Scope
from rundfrage.audit.statistics import Measure, Question, Statistic
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import exact_labels, statistics_in
from rundfrage.audit.words import folded

_SEVERAL = 2


def in_series(
    findings: Sequence[Finding],
    around: Mapping[Figure, Surroundings],
    scopes: Mapping[Figure, Scope],
) -> list[Finding]:
    """The findings, values of a series that none or another answer bore out judged as the rest."""
    series: dict[tuple[int, int, str], list[Finding]] = {}
    for one in findings:
        passage, scope = one.figure.passage, scopes[one.figure]
        drawn = passage.chart and passage.row and passage.steps <= 1 and not any(passage.ends)
        itemed = scope.sure and len(scope.questions) == 1 and scope.questions[0].items
        if drawn and itemed and one.figure.kind is Kind.PERCENT:
            series.setdefault((one.figure.page, passage.group, passage.column), []).append(one)
    told = {
        one.figure: one
        for group in series.values()
        for one in _judged(
            group, scopes[group[0].figure].questions[0], around[group[0].figure].page
        )
    }
    return [told.get(one.figure, one) for one in findings]


def _judged(group: Sequence[Finding], question: Question, page: str) -> Iterator[Finding]:
    counted = Counter(share.row for one in group if (share := _share(one, question)) is not None)
    if not counted:
        return
    row, most = counted.most_common(1)[0]
    weak = [
        one
        for one in group
        if one.ground in {Ground.VALUE, Ground.NONE}
        and ((share := _share(one, question)) is None or share.row != row)
    ]
    said = row == "top2" and top_two(page)
    if most < len(weak) or not (said or (most >= _SEVERAL and most > len(weak))):
        return
    for one in weak:
        items = exact_labels(folded(one.figure.passage.row), question.items)
        shares = statistics_in(
            question, Measure.SHARE, items=[each.name for each in items[:1]], rows=[row]
        )
        if len(shares) == 1:
            yield judged(one.figure, shares, Ground.ORDER)


def _share(finding: Finding, question: Question) -> Statistic | None:
    """The one share of an item of the question that bears the figure out."""
    if finding.verdict is not Verdict.MATCHES or len(finding.statistics) != 1:
        return None
    one = finding.statistics[0]
    found = one.measure is Measure.SHARE and one.question == question.name and one.item
    return one if found else None
