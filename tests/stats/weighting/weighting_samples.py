"""Datasets of coded variables, written as words, and margins for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

from rundfrage.codebook import Category, Codebook, Missing, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Values
from rundfrage.stats.weighting import Axis, Margin, Target
from rundfrage.text import Text


def survey(columns: Mapping[str, Sequence[str | float]]) -> Dataset:
    """A variable for each column; words become categories in sorted order, "" no answer."""
    variables, found = [], {}
    for name, answers in columns.items():
        if isinstance(answers[0], str):
            words = sorted(set(answers) - {""})
            categories = tuple(
                Category(word, Text.of(word), code) for code, word in enumerate(words, 1)
            )
            codes = [words.index(one) if one else Missing.LEFT_BLANK for one in answers]
            variables.append(Variable(name, VariableType.CATEGORICAL, Text.of(name), categories))
            found[name] = Coded(np.array(codes, np.int16))
        else:
            values = np.array(answers, float)
            reasons = np.where(np.isnan(values), Missing.LEFT_BLANK, 0).astype(np.int8)
            variables.append(Variable(name, VariableType.NUMERIC, Text.of(name)))
            found[name] = Values(values, reasons)
    book = Codebook(Study("survey", Text.of("Survey")), tuple(variables))
    return Dataset(book, found, len(next(iter(columns.values()))))


def margin(dataset: Dataset, names: str, shares: Mapping[str, float] | Sequence[float]) -> Margin:
    """A margin over `names` (crossed by *), by the categories' words or in their order."""
    variables = [dataset.codebook[name] for name in names.split("*")]
    sizes = tuple(len(one.categories) for one in variables)
    labels = [
        "*".join(cell) for cell in product(*([c.name for c in v.categories] for v in variables))
    ]
    given = dict(zip(labels, shares, strict=True)) if not isinstance(shares, Mapping) else shares
    whole = sum(given.values())
    targets = tuple(
        Target(tuple((code,) for code in codes), given[label] / whole, Text.of(label))
        for codes, label in zip(np.ndindex(sizes), labels, strict=True)
        if label in given
    )
    return Margin(tuple(Axis(one.name) for one in variables), sizes, targets, Text.of(names))
