"""What is no answer in some columns of a file is none in the others, or doubted there."""

import random

import pandas as pd
import pyreadstat
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


@pytest.mark.parametrize(
    ("name", "years", "doubted"),
    [
        ("age", [*range(1950, 1990), *range(2493, 2530)], True),
        ("birth_year", [*range(2493, 2547)], True),
        ("Geburtsjahr", [*range(1330, 1385)], True),
        ("birth_year", [*range(1940, 2006)], False),
        ("salary", [1900, 1950, 2000, 2050, 2100, 2450, 2500, 2550], False),
        ("kcal", [*range(2440, 2500)], False),
    ],
)
def test_years_of_other_calendars_are_doubted(tmp_path, name, years, doubted):
    dataset = read(tmp_path, **{name: list(map(str, years)), "other": ["a", "b"]})
    assert bool([one for one in doubts(dataset, name) if "calendar" in one]) == doubted


def test_dates_of_the_buddhist_calendar_are_doubted(tmp_path):
    born = [f"{day}/03/{year}" for day, year in zip(range(10, 28), range(2510, 2528), strict=True)]
    (found,) = doubts(read(tmp_path, born=born, other=["a", "b"]), "born")
    assert found.endswith("may be a year of the Buddhist calendar, 1967 in the common one.")


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        (["Sí", "No"], "NS/NC"),
        (["Sí", "No"], "No sabe/No contesta"),
        (["Sim", "Não"], "NS/NR"),
        (["Yes", "No"], "DK/NA"),
    ],
)
def test_two_reasons_at_once_are_doubted_beside_yes_and_no(tmp_path, answers, word):
    dataset = read(tmp_path, q=[*answers, word], other=["a", "b"])
    assert doubts(dataset, "q") == [
        f"“{word}” was read as an answer, and may stand for a missing one."
    ]


@pytest.mark.parametrize(
    ("answers", "reasons"),
    [
        (["Ja", "Nee"], ["n.v.t.", "geen antwoord"]),
        (["Zeer tevreden", "Tevreden", "Ontevreden", "Zeer ontevreden"], ["n.v.t.", "weet niet"]),
        (["Helemaal mee eens", "Mee eens", "Mee oneens"], ["geen mening", "niet van toepassing"]),
    ],
)
def test_dutch_reasons_are_none_beside_yes_and_no_and_beside_scales(tmp_path, answers, reasons):
    dataset = read(tmp_path, q=[*answers, *reasons], other=["a", "b"])
    assert sorted(labels(dataset, "q")) == sorted(answers)
    assert sorted(missing(dataset, "q")) == sorted(reasons)


def test_what_only_a_gap_takes_from_the_base_of_a_choice_is_said(tmp_path):
    chance = random.Random(7)
    frame = pd.DataFrame({"party": chance.choices([1.0, 2.0, 3.0, 8.0], k=60)})
    named = {"party": {1: "Reds", 2: "Greens", 3: "Blues", 8: "I don't know"}}
    file = tmp_path / "answers.sav"
    pyreadstat.write_sav(frame, file, variable_value_labels=named)
    said = "“I don't know” was taken for a missing answer, and may be an answer."
    assert doubts(read_dataset(file), "party") == [said]
    for line in ("missing = { 8 = 'dont_know' }", "missing = {}", "sure = true"):
        (tmp_path / "answers.codebook.toml").write_text(f"[columns.party]\n{line}\n")
        assert said not in doubts(read_dataset(file), "party")
