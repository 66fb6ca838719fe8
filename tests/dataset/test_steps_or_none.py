"""Steps of a scale that may be none are doubted; hard-to-say and "not applicable" are none."""

import random

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset


def labelled(folder, labels, *, measure="ordinal"):
    """A .sav of one variable that the file calls a scale, with these labels from 1 on."""
    file = folder / "answers.sav"
    chance = random.Random(3)
    codes = list(range(1, len(labels) + 1))
    frame = pd.DataFrame({"q": np.array(chance.choices(codes, k=60), float)})
    named = {"q": {code: word for code, word in zip(codes, labels, strict=True) if word}}
    pyreadstat.write_sav(frame, file, variable_value_labels=named, variable_measure={"q": measure})
    return file


def doubts(dataset):
    return [str(one.found) for one in dataset.account.doubts]


@pytest.mark.parametrize(
    "odd",
    [
        "Other description (WRITE IN)", "Other qualifications: level unknown", "Sonstiges",
        "Andere Abschlüsse", "Autre diplôme", "Otro título", "It depends on the flag", "Depende",
        "Kommt darauf an", "Ça dépend", "",
    ],
)  # fmt: skip
def test_what_stands_behind_a_scale_and_may_be_no_step_is_doubted_and_settled(tmp_path, odd):
    file = labelled(tmp_path, ["British only", "More British", "Equal", "More Irish", odd])
    shown = odd or "5"
    said = f"“{shown}” counts as a step of the scale and in its mean, and may be none."
    dataset = read_dataset(file)
    assert dataset.codebook["q"].type is VariableType.ORDINAL
    assert said in doubts(dataset)
    for line in ("missing = { 5 = 'not_asked' }", "sure = true"):
        (tmp_path / "answers.codebook.toml").write_text(f"[columns.q]\n{line}\n")
        assert said not in doubts(read_dataset(file))


@pytest.mark.parametrize(
    "labels",
    [
        ["None", "One", "Two", "Three or more"],
        ["Never", "Rarely", "Sometimes", "Often", "Always"],
        ["1", "2", "3", "4", "5"],
    ],
)
def test_steps_that_are_some_are_not_doubted(tmp_path, labels):
    assert not [
        one for one in doubts(read_dataset(labelled(tmp_path, labels))) if "counts as" in one
    ]


@pytest.mark.parametrize(
    ("steps", "word", "none"),
    [
        ("Полностью согласен|Скорее согласен|Скорее не согласен|Полностью не согласен",
         "Затрудняюсь ответить", True),
        ("Повністю згоден|Скоріше згоден|Скоріше не згоден|Повністю не згоден",
         "Важко сказати", True),
        (("Zdecydowanie się zgadzam|Raczej się zgadzam|Raczej się nie zgadzam"
          "|Zdecydowanie się nie zgadzam"), "Trudno powiedzieć", False),
        ("Kesinlikle katılıyorum|Katılıyorum|Katılmıyorum|Kesinlikle katılmıyorum",
         "Fikrim yok", False),
    ],
)  # fmt: skip
def test_hard_to_say_is_none_or_doubted_as_a_middle(tmp_path, steps, word, none):
    chance = random.Random(4)
    answers = chance.choices([*steps.split("|"), word], k=60)
    file = tmp_path / "answers.csv"
    pd.DataFrame({"q": answers}).to_csv(file, index=False)
    dataset = read_dataset(file)
    shown = [one.label.source for one in dataset.codebook["q"].categories]
    assert (word not in shown) == none
    assert bool([one for one in doubts(dataset) if word in one]) == (not none)


@pytest.mark.parametrize(
    ("chosen", "other"),
    [
        ("Mentioned", "Not mentioned"), ("Quoted", "Not quoted"), ("genannt", "nicht genannt"),
        ("Cité", "Non cité"), ("Mencionado", "No mencionado"), ("упомянуто", "не упомянуто"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["csv", "sav"])
def test_neighbours_that_say_mentioned_or_not_are_options(tmp_path, form, chosen, other):
    chance = random.Random(5)
    marks = {name: chance.choices([1.0, 0.0, 9.0], [3, 6, 1], k=60) for name in ("m1", "m2", "m3")}
    file = tmp_path / f"answers.{form}"
    frame = pd.DataFrame(marks)
    words = {1.0: chosen, 0.0: other, 9.0: "NA"}
    if form == "csv":
        frame.replace(words).to_csv(file, index=False)
    else:
        about = [f"Problems: {item}" for item in ("Noise", "Traffic", "Crime")]
        named = dict.fromkeys(frame, words)
        pyreadstat.write_sav(frame, file, column_labels=about, variable_value_labels=named)
    dataset = read_dataset(file)
    (variable,) = dataset.codebook.variables
    assert variable.type is VariableType.MULTIPLE
    expected = ["m1", "m2", "m3"] if form == "csv" else ["Noise", "Traffic", "Crime"]
    assert [one.label.source for one in variable.categories] == expected


@pytest.mark.parametrize("form", ["csv", "parquet", "sav"])
def test_nulls_of_types_and_codes_behind_a_gap_are_doubted(tmp_path, form):
    chance = random.Random(6)
    few = [0, 0, 1, 1, 2, 2, 3, 4]
    marks = [chance.choice([1, 2, 3, 4, 5]) if at % 10 else 255 for at in range(60)]
    thin = [0] * 30 + [1] * 15 + [2] * 8 + [3] * 4 + [4] * 2 + [6]
    frame = pd.DataFrame(
        {
            "u8": marks,
            "kids": [chance.choice(few) if at % 12 else 8 for at in range(60)],
            "honest": thin,
            "ten": [chance.choice(range(1, 11)) for _ in range(60)],
        }
    )
    file = tmp_path / f"answers.{form}"
    if form == "csv":
        frame.to_csv(file, index=False)
    elif form == "parquet":
        frame.to_parquet(file)
    else:
        pyreadstat.write_sav(frame.astype(float), file)
    dataset = read_dataset(file)
    apart = {
        name
        for one in dataset.account.doubts
        if "stands apart" in str(one.found)
        for name in one.variables
    }
    assert apart == {"u8", "kids"}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_what_is_infinite_is_left_out_aloud(tmp_path, form):
    frame = pd.DataFrame({"rate": [1.5, float("inf"), 2.25, -3.5, 7.75, float("inf")] * 6})
    file = tmp_path / f"answers.{form}"
    if form == "csv":
        frame.to_csv(file, index=False)
    else:
        frame.to_parquet(file)
    dataset = read_dataset(file)
    column = dataset.columns["rate"]
    assert dataset.codebook["rate"].type is VariableType.NUMERIC
    assert float(column.values[column.answered].mean()) == 2.0
    (entry,) = dataset.account.entries
    assert [count for _, count in entry.missing] == [12]
