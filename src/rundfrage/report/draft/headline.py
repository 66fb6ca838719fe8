"""One figure for a question with two answers: the larger share, or the first of two equals."""

from __future__ import annotations

from rundfrage.report.claims import Binding, Evidence
from rundfrage.report.draft.assertion import leaders, printed, share_path
from rundfrage.report.draft.phrase import quoted_label
from rundfrage.tables.table import Table

Headline = tuple[Binding, str]
"""The figure of a headline, and the source of the sentence beside it."""


def headline(table: Table, evidence: Evidence) -> Headline:
    """The headline of a question with two answers."""
    block, words = table.blocks[0], evidence.words
    path = share_path(block, leaders(block, 1)[0])
    text = printed(path, evidence)
    return path, words["choose-caption"].counting(text, answer=quoted_label(path, words))
