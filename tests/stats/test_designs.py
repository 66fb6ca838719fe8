"""Designs that can't be, lonely units, stages, and the sources that designs read."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from design_samples import clustered, columns, scattered

from rundfrage.codebook import Category, Codebook, Missing, Study, Variable, VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.errors import Problem
from rundfrage.stats.association import association
from rundfrage.stats.averages import means, totals
from rundfrage.stats.design import Design, Lonely, design_of
from rundfrage.stats.engine import Arrays, Asked, ParquetFiles, moments
from rundfrage.stats.quantiles import quantiles
from rundfrage.stats.replicates import MadeReplicates, ReplicateKind, given_replicates
from rundfrage.stats.shares import Base, choices, nets, proportions
from rundfrage.stats.significance import t_test, wald_test
from rundfrage.text import Text


def code_of(call):
    with pytest.raises(Problem) as raised:
        call()
    return raised.value.code


def over(table, **design):
    return Design(Arrays(table), **design)


LONELY = {
    "h": np.array([1, 1, 1, 1, 2, 2]),
    "u": np.array([1, 1, 2, 2, 1, 1]),
    "x": np.array([1.0, 2, 3, 5, 4, 7]),
    "w": np.ones(6),
}


@pytest.mark.parametrize("psu", [("u",), ()])
def test_a_lonely_unit_stops_unless_a_rule_is_chosen(psu):
    table = LONELY if psu else {**LONELY, "h": np.array([1, 1, 1, 1, 1, 2])}
    design = over(table, weight="w", strata=("h",), psu=psu)
    assert code_of(lambda: means(design, "x")) == "psu-lonely"
    found = {
        rule: totals(replace(design, lonely=rule), "x")[0].se
        for rule in (Lonely.CERTAINTY, Lonely.AVERAGE, Lonely.ADJUST)
    }
    assert found[Lonely.AVERAGE] == pytest.approx(found[Lonely.CERTAINTY] * np.sqrt(2))
    lone = 11.0 if psu else 7.0
    assert found[Lonely.ADJUST] ** 2 == pytest.approx(found[Lonely.CERTAINTY] ** 2 + lone**2)


def test_a_lonely_unit_that_is_its_whole_population_is_not_lonely():
    table = {**LONELY, "N": np.where(LONELY["h"] == 2, 1, 10)}
    design = over(table, weight="w", strata=("h",), psu=("u",), fpc=("N",))
    assert means(design, "x")[0].se > 0


def test_sizes_may_be_fractions():
    table = columns()
    sizes = over(
        {**table, "N": np.full(len(table["h"]), 6)},
        weight="w",
        strata=("h",),
        psu=("u",),
        fpc=("N",),
    )
    shares = over(
        {**table, "N": np.full(len(table["h"]), 0.5)},
        weight="w",
        strata=("h",),
        psu=("u",),
        fpc=("N",),
    )
    by_size, by_share = means(sizes, "x")[0], means(shares, "x")[0]
    assert (by_share.value, by_share.df) == (by_size.value, by_size.df)
    assert by_share.se == pytest.approx(by_size.se, rel=1e-12)
    assert by_share.deff == pytest.approx(by_size.deff, rel=1e-12)
    plain = means(clustered(table), "x")[0]
    assert means(sizes, "x")[0].se == pytest.approx(plain.se * np.sqrt(0.5))


def test_nobody_sampled_is_left_out_when_everybody_was_asked():
    table = {**columns(), "N": np.full(60, 3)}
    design = over(table, weight="w", strata=("h",), psu=("u",), fpc=("N",))
    assert means(design, "x")[0].se == 0


def test_problems_of_designs():
    table = columns()
    assert code_of(lambda: over(table, fpc=("y", "w"))) == "fpc-without-stage"
    below = over({**table, "w": table["w"] - 1}, weight="w")
    assert code_of(lambda: means(below, "x")) == "weight-unusable"
    every = over({"u": np.arange(8000), "x": np.arange(8000.0)}, psu=("u",))
    assert code_of(lambda: proportions(every, "x", by=["u"])) == "cells-too-many"
    made = MadeReplicates(ReplicateKind.JKN)
    assert code_of(lambda: over(table, replicates=made)) == "replicates-without-units"
    gone = over({**table, "w": np.where(table["id"] == 3, np.nan, table["w"])}, weight="w")
    assert code_of(lambda: means(gone, "x")) == "design-incomplete"
    assert code_of(lambda: means(over(table, strata=("h",), fpc=("y",)), "x")) == "fpc-unsteady"
    small = {**table, "N": np.full(60, 2)}
    assert (
        code_of(lambda: means(over(small, strata=("h",), psu=("u",), fpc=("N",)), "x"))
        == "fpc-too-small"
    )
    assert code_of(lambda: means(clustered(table), "nowhere")) == "column-unknown"
    assert code_of(lambda: totals(over(table, weight="v"), "x")) == "column-unknown"


def test_problems_of_replicates():
    design = clustered(columns())

    def made(kind):
        return lambda: means(design.with_replicates(MadeReplicates(kind)), "x")

    assert code_of(made(ReplicateKind.JK1)) == "replicates-unfit"
    assert code_of(made(ReplicateKind.BRR)) == "replicates-unfit"
    assert code_of(made(ReplicateKind.OTHER)) == "replicates-unfit"
    lonely = over(LONELY, weight="w", strata=("h",), psu=("u",))
    for kind in (ReplicateKind.JKN, ReplicateKind.BOOTSTRAP):
        replicated = lonely.with_replicates(MadeReplicates(kind))
        assert code_of(lambda design=replicated: means(design, "x")) == "replicates-unfit"
    assert code_of(lambda: given_replicates([], ReplicateKind.JK1)) == "replicates-unscaled"
    assert code_of(lambda: given_replicates(["r"], ReplicateKind.JKN)) == "replicates-unscaled"


def test_problems_of_estimates():
    design = clustered(columns())
    nobody = clustered({**columns(), "x": np.full(60, np.nan)})
    assert code_of(lambda: means(nobody, "x")) == "nobody-answered"
    assert code_of(lambda: quantiles(nobody, "x")) == "nobody-answered"
    assert code_of(lambda: nets(design, "g", {"top": ["lef"]})) == "net-member-unknown"
    assert code_of(lambda: t_test(design, "x", "g")) == "group-not-binary"
    constant = clustered({**columns(), "c": np.zeros(60, int)})
    assert code_of(lambda: association(constant, "c", "g")) == "table-too-small"
    found = means(design, "x", by=["g"])
    assert code_of(lambda: wald_test(found, [[1, -1, 0], [2, -2, 0]])) == "hypotheses-dependent"


def test_zero_weights_count_in_the_design_and_not_in_the_base():
    table = columns()
    table["w"] = np.where(table["g"] == "left", 0, table["w"])
    rest = proportions(clustered(table), "g")
    assert [one.label for one in rest] == [("middle",), ("right",)]
    assert rest[0].n == int((table["g"] != "left").sum())


def test_mentions_add_up_to_one():
    found = choices(clustered(columns()), ["a", "b"], base=Base.MENTIONS)
    assert found.values.sum() == pytest.approx(1)
    assert found[0].se == pytest.approx(found[1].se)


@pytest.mark.parametrize("design_over", [clustered, scattered])
def test_parquet_files_say_the_same_as_memory(tmp_path, design_over):
    table = columns()
    table["Q"], table["q2"] = table["x"] * 2, table["y"]
    frame = pa.table(
        {**{name: pa.array(one) for name, one in table.items()}, "q ": pa.array(table["x"] * 3)}
    )
    (tmp_path / "part").mkdir()
    pq.write_table(frame.slice(0, 30), tmp_path / "part" / "a.parquet")
    pq.write_table(frame.slice(30), tmp_path / "part" / "b.parquet")
    memory = design_over(table)
    files = replace(memory, source=ParquetFiles(tmp_path))
    assert [one.label for one in means(files, "x", by=["g"])] == [
        ("left",),
        ("middle",),
        ("right",),
    ]
    for estimate in (
        lambda design: means(design, "x", by=["g"]),
        lambda design: proportions(design, "q", by=["g"]),
        lambda design: quantiles(design, "Q"),
    ):
        for one, other in zip(estimate(memory), estimate(files), strict=True):
            assert (other.value, other.se, other.df) == pytest.approx(
                (one.value, one.se, one.df), rel=1e-9
            )
    assert code_of(lambda: means(files, "g")) == "column-not-numeric"
    absent = replace(memory, source=ParquetFiles(tmp_path / "nowhere"))
    assert code_of(lambda: means(absent, "x")) == "parquet-absent"


def test_names_that_differ_in_case_are_two_columns():
    table = {**columns(), "X": np.arange(60.0), "C0": np.ones(60), "w2": np.ones(60)}
    assert means(clustered(table), "X")[0].value != means(clustered(table), "x")[0].value
    assert means(clustered(table), "C0")[0].value == 1


def test_a_dataset_becomes_columns_with_its_answers_and_gaps():
    category = [Category(name, Text.of(name), code) for code, name in enumerate(["yes", "no"])]
    book = Codebook(
        study=Study("survey", Text.of("Survey")),
        variables=(
            Variable("q1", VariableType.CATEGORICAL, Text.of("One"), tuple(category)),
            Variable("q2", VariableType.MULTIPLE, Text.of("Two"), tuple(category)),
            Variable("age", VariableType.NUMERIC, Text.of("Age")),
            Variable("town", VariableType.TEXT, Text.of("Town")),
            Variable("weight", VariableType.NUMERIC, Text.of("Weight")),
        ),
    )
    blank = int(Missing.LEFT_BLANK)
    answered = np.zeros(4, np.int8)
    gap = np.array([0, 0, 0, blank], np.int8)
    dataset = Dataset(
        book,
        {
            "q1": Coded(np.array([0, 1, 0, blank], np.int16)),
            "q2": Marks(np.array([[1, 0, 1, blank], [1, 1, 0, blank]], np.int8)),
            "age": Values(np.array([20.0, 30, 40, 0]), gap),
            "town": Values(np.array(["A", "B", "A", ""], object), gap),
            "weight": Values(np.array([1.0, 1, 2, 1]), answered),
        },
        4,
    )
    design = design_of(dataset, weight="weight")
    assert [(one.label, one.value) for one in proportions(design, "q1")] == [
        (("yes",), 0.75),
        (("no",), 0.25),
    ]
    assert [one.value for one in choices(design, ["q2.yes", "q2.no"])] == [0.75, 0.5]
    assert means(design, "age")[0].value == 32.5
    assert [one.label for one in means(design, "age", by=["town"])] == [("A",), ("B",)]
    assert code_of(lambda: design_of(dataset, weight="q1")) == "weight-not-numeric"


def test_lonely_strata_are_named():
    table = {
        "region": np.array(["north", "north", "south", "south", "west"]),
        "year": np.array([1, 1, 1, 2, 2]),
        "x": np.arange(5.0),
    }
    with pytest.raises(Problem) as raised:
        means(over(table, strata=("region", "year")), "x")
    assert raised.value.found == (
        "3 strata have only one sampling unit (south × 1, south × 2, west × 2)."
    )
    with pytest.raises(Problem) as raised:
        means(over({**table, "u": np.arange(5)}, strata=("region",), psu=("u",)), "x")
    assert raised.value.found == "1 stratum has only one sampling unit (west)."


def test_groups_come_in_the_order_of_their_keys():
    """What is summed over them has the same digits then, however many threads found them."""
    table = columns(size=40)
    order = np.random.default_rng(2).permutation(len(table["h"]))
    source = Arrays({name: one[order] for name, one in table.items()})
    found = moments(source, Asked(("h", "u"), ("g",), weights=("w",)))
    keys = list(zip(*(one.tolist() for one in (*found.groups, *found.cells)), strict=True))
    assert keys == sorted(keys)
    assert len(keys) == 36
