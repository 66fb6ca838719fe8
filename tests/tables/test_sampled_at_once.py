"""Tables with letters are the same whether the engine is asked, or few respondents are summed."""

import numpy as np
import pytest
from small_datasets import multiple, scale, single

from rundfrage.codebook import Codebook, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.tables import tabulate
from rundfrage.tables.precision import precisions
from rundfrage.tables.sampling import Sampling
from rundfrage.text import Text


def survey(n=600):
    chance = np.random.default_rng(8)
    unit = chance.integers(0, 40, n)
    group = chance.integers(0, 4, n)
    opinion = np.clip(np.rint(2 + unit / 40 + group / 3 + chance.normal(0, 1, n)), 0, 4)
    opinion[chance.random(n) < 0.1] = -4
    marks = chance.integers(0, 2, (3, n)).astype(np.int8)
    marks[:, chance.random(n) < 0.1] = -1
    amount = np.round(chance.normal(50, 10, n), 1)
    left_out = np.where(chance.random(n) < 0.1, -4, 0).astype(np.int8)
    answered = np.zeros(n, np.int8)
    columns = {
        "group": Coded(group.astype(np.int16)),
        "opinion": Coded(opinion.astype(np.int16)),
        "several": Marks(marks),
        "amount": Values(amount, left_out),
        "stratum": Values(unit // 5 + 0.0, answered),
        "unit": Values(unit + 0.0, answered),
        "weight": Values(chance.uniform(0.5, 2, n), answered),
    }
    variables = (
        single("group", "a b c d"),
        scale("opinion", "great good fair poor awful"),
        multiple("several", "x y z"),
        *(
            Variable(name, VariableType.NUMERIC, Text.of(name))
            for name in ("amount", "stratum", "unit", "weight")
        ),
    )
    return Dataset(Codebook(Study("s", Text.of("s")), variables), columns, n)


@pytest.mark.parametrize("by", ["group", "several"])
def test_the_engine_and_the_sums_in_memory_agree(by, monkeypatch):
    sampling = Sampling(weight="weight", strata=("stratum",), psu=("unit",))

    def found():
        tables = tabulate(survey(), by=by, weight="weight", sampling=sampling)
        return [
            ((one.se, one.low, one.high, one.df, one.effective), (one.n, one.letters, one.usual))
            for table in tables
            for block in table.blocks
            for one in precisions(block)
        ]

    numbers, words = zip(*found(), strict=True)
    monkeypatch.setattr("rundfrage.stats.engine.condensed.FEW", 0)
    monkeypatch.setattr("rundfrage.stats.engine.FEW", 0)
    others, other_words = zip(*found(), strict=True)
    assert len(words) > 50
    assert other_words == words
    # None, where there is no interval, becomes NaN.
    np.testing.assert_allclose(np.array(others, float), np.array(numbers, float), 1e-8, 1e-12)
