"""A line for each question that has nothing to show: who answered it, and why no slide does."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.bind import answered
from rundfrage.report.claims import Binding, Evidence
from rundfrage.report.draft.assertion import share_path
from rundfrage.report.draft.phrase import bound, quoted_label
from rundfrage.report.draft.showing import Showing, alike, showing
from rundfrage.report.section.drafting import Drafting
from rundfrage.tables.table import Table


def gathered(drafting: Drafting) -> Iterator[str]:
    """The sources of the lines, in the order in which the questions were asked."""
    for table in drafting.tables:
        if showing(table, drafting) is Showing.GATHERED:
            yield _line(table, drafting.evidence)


def _line(table: Table, evidence: Evidence) -> str:
    words, question = evidence.words, f"{{question: {Binding(table.name)}}}"
    block = max(table.blocks, key=lambda one: answered(one) or 0)
    count = answered(block)
    if not count:
        hidden = any(answered(one) is None for one in table.blocks)
        return words("gathered-withheld" if hidden else "gathered-nobody", question=question)
    places = {"question": question, "n": bound(block, "n")}
    row = alike(table)
    if row is not None:
        answer = quoted_label(share_path(block, row), words)
        return words["gathered-alike"].counting(str(count), answer=answer, **places)
    key = "gathered-answers" if table.shape.open else "gathered-few"
    return words[key].counting(str(count), **places)
