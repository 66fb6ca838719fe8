"""What the page on method says of waves: which there are, and what counts as the same question."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.waves import in_wave, shown_name
from rundfrage.report.deck import Claim
from rundfrage.report.section.subject import Subject
from rundfrage.report.words import compose, isolated, listed


def method_of_waves(evidence: Evidence, subject: Subject) -> Iterator[Claim]:
    """The waves with their respondents, the rule of comparing, and what was excused from it."""
    if not evidence.earlier:
        return
    words, language = subject.words, subject.language
    counted = [
        compose(
            words["wave-n"],
            wave=isolated(shown_name(name), language),
            n=evidence.quantity(Binding("study.n", in_wave(name))).figure,
        )
        for name in evidence.earlier
    ]
    yield compose(words["method-waves"], waves=listed(counted, words))
    for question, reason in evidence.excused.items():
        yield compose(
            words["method-excused"],
            question=isolated(question, language),
            reason=isolated(reason, language),
        )
