"""The list of all documents; each is a file here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rundfrage.authority.assessment import assessment
from rundfrage.authority.contract import contract
from rundfrage.authority.document import Document
from rundfrage.authority.facts import Facts
from rundfrage.authority.measures import measures
from rundfrage.authority.notice import notice
from rundfrage.authority.record import record

DOCUMENTS: Sequence[Callable[[Facts], Document]] = (record, measures, assessment, contract, notice)
"""Every document."""
