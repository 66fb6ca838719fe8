"""What is no answer in some columns of a file is none in the others, or doubted there."""

import random

import pandas as pd
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset


def written(folder, columns, n=60):
    """A file whose columns hold these answers, the last of each less often."""
    file = folder / "answers.csv"
    chance = random.Random(1)
    drawn = {
        name: chance.choices(some, [3] * (len(some) - 1) + [1], k=n)
        for name, some in columns.items()
    }
    pd.DataFrame(drawn).to_csv(file, index=False)
    return file


def read(folder, **columns):
    return read_dataset(written(folder, columns))


def labels(dataset, name):
    return [one.label.source for one in dataset.codebook[name].categories]


def missing(dataset, name):
    (entry,) = (one for one in dataset.account.entries if one.column == name)
    return [word for word, _ in entry.missing]


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


@pytest.mark.parametrize(
    "word",
    [
        "no_answer", "NoAnswer", "No-answer", "no answer.", "Keine Antwort", "KeineAntwort",
        "keine_antwort", "sans_réponse", "brak_odpowiedzi", "нет_ответа", "sin_respuesta",
    ],
)  # fmt: skip
def test_words_of_no_answer_are_such_however_they_are_written(tmp_path, word):
    dataset = read(tmp_path, place=["North", "South", "West", word], trade=["A1", "B2", word])
    assert word not in labels(dataset, "place")
    assert missing(dataset, "place") == [word]
    assert missing(dataset, "trade") == [word]


def test_a_code_is_none_beside_labels_and_numbers_where_it_is_one_elsewhere(tmp_path):
    ends = ["Not sensitive 1", *map(str, range(2, 10)), "Very sensitive 10", "-99"]
    dataset = read(tmp_path, age=[*map(str, range(20, 60)), "-99"], ends=ends, alone=["-99", "-99"])
    assert [missing(dataset, name) for name in ("age", "ends", "alone")] == [["-99"]] * 3


def test_options_of_nought_and_their_label_are_ticks_beside_a_code(tmp_path):
    options = {f"race_{at}": ["0", f"Race {at}", "-99"] for at in range(1, 5)}
    dataset = read(tmp_path, consent=["Yes", "No", "-99"], **options)
    assert dataset.codebook["race"].type is VariableType.MULTIPLE
    assert labels(dataset, "race") == [f"Race {at}" for at in range(1, 5)]


def test_a_high_code_of_other_columns_is_none_aloud_beside_words(tmp_path):
    trust, ends = ["Very much", "Somewhat", "Not at all", "99"], ["Bad 1", "2", "Good 3", "99"]
    dataset = read(tmp_path, trust=trust, ends=ends)
    assert missing(dataset, "ends") == ["99"]
    assert doubts(dataset, "ends")[:1] == [
        "“99” was taken for a missing answer, and may be an answer."
    ]


def test_a_word_that_stands_beside_a_scale_and_among_answers_is_doubted_and_settled(tmp_path):
    columns = {
        "trust": ["Strongly agree", "Agree", "Disagree", "Strongly disagree", "Unsure"],
        "party": ["Reds", "Greens", "Blues", "Unsure"],
    }
    file = written(tmp_path, columns)
    said = "“Unsure” was read as an answer here, and as none in other columns of the file."
    dataset = read_dataset(file)
    assert doubts(dataset, "party") == [said]
    assert labels(dataset, "party")[-1:] == ["Unsure"]
    for line in ("missing.Unsure = 'left_blank'", "missing = {}", "sure = true"):
        (tmp_path / "answers.codebook.toml").write_text(f"[columns.party]\n{line}\n")
        assert said not in doubts(read_dataset(file), "party")


@pytest.mark.parametrize(
    "columns",
    [
        {"rating": [*map(str, range(1, 11))], "trust": ["Good", "Fair", "Bad", "9"]},
        {"degrees": ["-9", "-5", "0", "4", "12"], "trust": ["Good", "Fair", "Bad"]},
        {"party": ["Reds", "Greens", "Unsure"], "town": ["Rome", "Oslo", "Bonn"]},
        {"pets": ["Cats", "Dogs", "Other", "None"], "kids": ["0", "1", "2", "3"]},
    ],
)
def test_honest_answers_stay_answers_without_a_word(tmp_path, columns):
    dataset = read(tmp_path, **columns)
    name, answers = next(iter(columns.items()))
    assert missing(dataset, name) == []
    assert not [one for one in doubts(dataset, name) if "as none in other columns" in one]
    assert len(answers) >= len(labels(dataset, name))
