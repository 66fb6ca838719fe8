"""Words such as refused: answers beside one other answer, missing elsewhere, doubted aloud."""

import numpy as np
import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.labelled_columns import read_column
from rundfrage.dataset.intake.labelled_missing import without_missing
from rundfrage.dataset.labelled import Labelled


def read(tmp_path, **columns):
    """A file of these columns, each of which repeats its answers."""
    rows = "\n".join(
        ",".join((str(n), *(words[n % len(words)] for words in columns.values())))
        for n in range(40)
    )
    (tmp_path / "answers.csv").write_text(f"id,{','.join(columns)}\n{rows}\n", encoding="utf-8")
    return read_dataset(tmp_path / "answers.csv")


def shown(dataset, name):
    return sorted(one.label.source for one in dataset.codebook[name].categories)


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


@pytest.mark.parametrize(
    "answers", ["granted|refused", "geleistet|verweigert", "accordé|refusé", "found|missing", "+|-"]
)
def test_beside_one_other_answer_the_word_is_its_opposite(tmp_path, answers):
    words = answers.split("|")
    dataset = read(tmp_path, asylum=words)
    assert shown(dataset, "asylum") == sorted(words)
    assert dataset.columns["asylum"].codes.min() >= 0


@pytest.mark.parametrize("answers", ["granted|refused", "geleistet|verweigert", "+|-"])
def test_the_opposite_is_doubted(tmp_path, answers):
    assert any("missing one" in one for one in doubts(read(tmp_path, q=answers.split("|")), "q"))


def test_a_word_that_many_gave_is_missing_and_doubted(tmp_path):
    dataset = read(tmp_path, q=["Bern", "Basel", "Genf", "refused"])
    assert "refused" not in shown(dataset, "q")
    assert any("may be an answer" in one for one in doubts(dataset, "q"))


def test_a_word_that_is_missing_elsewhere_in_the_file_is_so_everywhere(tmp_path):
    dataset = read(tmp_path, town=["Bern", "Basel", "Genf", "refused"], way=["Tram", "refused"])
    assert shown(dataset, "way") == ["Tram"]


@pytest.mark.parametrize("answers", ["yes|refused", "Ja|verweigert", "agree|refused"])
def test_beside_yes_or_a_step_the_word_is_missing(tmp_path, answers):
    word = answers.split("|")[1]
    assert word not in shown(read(tmp_path, q=answers.split("|")), "q")


def test_na_among_countries_is_doubted(tmp_path):
    dataset = read(tmp_path, country=["DE", "FR", "ZA", "BW", "NA"])
    assert any("NA" in one for one in doubts(dataset, "country"))
    assert not any("NA" in one for one in doubts(read(tmp_path, q=["tram", "bus", "NA"]), "q"))


def labelled(labels):
    values = np.array([*labels] * 10, np.float64)
    column = Labelled("q", "Q", values, np.zeros(len(values), np.int8), labels, (), "nominal")
    return read_column(without_missing(column, ()))


@pytest.mark.parametrize(
    "words",
    ["Self|Proxy", "Filter|Espresso|Instant", "Full|Light|Skipped", "Pass|Fail|Error",
     "Accepted|Refused|Pending", "Geleistet|Verweigert"],
)  # fmt: skip
def test_labels_with_codes_of_answers_are_answers_and_doubted(words):
    read = labelled({float(code): word for code, word in enumerate(words.split("|"), 1)})
    assert read.variable.type is VariableType.CATEGORICAL
    assert len(read.variable.categories) == len(words.split("|"))
    assert any("missing one" in str(found) for found, _ in read.doubts)


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        ({1.0: "Bern", 2.0: "Basel", -2.0: "Refused"}, -2.0),
        ({1.0: "Bern", 2.0: "Basel", 9.0: "Verweigert"}, 9.0),
        ({1.0: "Bern", 2.0: "Basel", 5.0: "Filter"}, 5.0),
        ({1.0: "Bern", 2.0: "Basel", 3.0: "Don't know", 4.0: "Refused"}, 4.0),
        ({1.0: "Yes", 2.0: "No", 3.0: "Refused"}, 3.0),
        ({1.0: "Good", 2.0: "Fair", 3.0: "Poor", 4.0: "Refused"}, 4.0),
        ({1.0: "Bern", 2.0: "Basel", 3.0: "No answer"}, 3.0),
    ],
)
def test_labels_with_codes_of_missing_answers_are_missing(labels, code):
    assert code in [one.value for one in labelled(labels).variable.missing]
