"""Who is asked what: the conditions of pages and questions, applied to many respondents at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from rundfrage.codebook import Codebook
from rundfrage.dataset import Column
from rundfrage.dataset.respondents import Flags, Respondents
from rundfrage.questionnaire.model import Page, PageRole, Question
from rundfrage.rules.expression import fold


def screened_out(page: Page, codebook: Codebook, columns: Mapping[str, Column], n: int) -> Flags:
    """Whose interview ends at the page if they come by, given the answers so far; shape (n,)."""
    if page.role is not PageRole.SCREENOUT or page.show_if is None:
        return np.zeros(n, dtype=np.bool_)
    return fold(page.show_if, Respondents(codebook, columns, n))


def asked(
    page: Page, question: Question, codebook: Codebook, columns: Mapping[str, Column], n: int
) -> Flags:
    """Which of the n respondents are led to the question, given the answers so far; shape (n,)."""
    respondents = Respondents(codebook, columns, n)
    flags = np.ones(n, dtype=np.bool_)
    for condition in (page.show_if, question.show_if):
        if condition is not None:
            flags &= fold(condition, respondents)
    return flags
