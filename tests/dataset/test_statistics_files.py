"""SPSS and Stata files made by another program: labels, sets, missing codes, measures, dates."""

import struct

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from test_every_format import alliance

from rundfrage.codebook import Battery, Category, Codebook, Missing, Study, Variable, VariableType
from rundfrage.codebook.shapes import RATINGS
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem
from rundfrage.text import Text


def of(dataset, name):
    variable = dataset.codebook[name]
    labels = [(category.code, category.label.source) for category in variable.categories]
    return variable.type, labels


@pytest.fixture
def sav(tmp_path):
    def made(columns, **details):
        pyreadstat.write_sav(pd.DataFrame(columns), str(tmp_path / "a.sav"), **details)
        return read_dataset(tmp_path / "a.sav")

    return made


def test_labels_and_measures_decide_the_type(sav):
    dataset = sav(
        {"sex": [1.0, 2, 1], "rate": [1.0, 2, 3], "age": [20.0, 30, 41], "w": [0.5, 1, 1.5],
         "level": [3.0, 1, 2], "why": ["some words", "", "others "], "scale": [1.0, 7, 10]},
        column_labels={"sex": "Your sex"},
        variable_value_labels={
            "sex": {1.0: "male", 2.0: "female", 3.0: "other"},
            "rate": {1.0: "bad", 2.0: "neutral", 3.0: "good"},
            "scale": {1.0: "none", 10.0: "all"},
        },
        variable_measure={"level": "ordinal", "sex": "nominal"},
    )  # fmt: skip
    assert of(dataset, "sex") == (
        VariableType.CATEGORICAL, [(1, "male"), (2, "female"), (3, "other")],
    )  # fmt: skip
    assert dataset.codebook["sex"].label.source == "Your sex"
    assert of(dataset, "rate") == (VariableType.ORDINAL, [(3, "good"), (2, "neutral"), (1, "bad")])
    assert of(dataset, "level") == (VariableType.ORDINAL, [(1, "1"), (2, "2"), (3, "3")])
    assert of(dataset, "age") == (VariableType.NUMERIC, [])
    assert of(dataset, "scale")[1][:2] == [(1, "none"), (2, "2")]
    assert len(of(dataset, "scale")[1]) == 10
    assert dataset.columns["why"].reasons.tolist() == [0, Missing.LEFT_BLANK, 0]
    assert dataset.columns["level"].codes.tolist() == [2, 0, 1]


def test_user_missing_values_and_ranges_keep_their_reasons(sav):
    dataset = sav(
        {"q": [1.0, 97, 98, 99, np.nan], "r": [1.5, -9, -8, 3, np.nan]},
        variable_value_labels={
            "q": {1.0: "yes", 97.0: "not asked", 98.0: "weiß nicht", 99.0: "keine Angabe"},
            "r": {-9.0: "don't know", -8.0: "refused"},
        },
        missing_ranges={"q": [97, 98, 99], "r": [{"lo": -9, "hi": -8}]},
    )
    assert of(dataset, "q") == (VariableType.CATEGORICAL, [(1, "yes")])
    assert dataset.columns["q"].codes.tolist() == [0, -1, -2, -3, -4]
    assert dataset.columns["r"].reasons.tolist() == [0, -2, -3, 0, -4]
    codes = [(code.value, code.reason) for code in dataset.codebook["q"].missing]
    assert codes == [(97, Missing.NOT_ASKED), (98, Missing.DONT_KNOW), (99, Missing.REFUSED)]


def test_dates_are_days(sav):
    seconds = [(np.datetime64(day) - np.datetime64("1582-10-14")).astype(int) * 86_400
               for day in ("2020-09-23", "1900-01-01")]  # fmt: skip
    dataset = sav({"d": [float(one) for one in seconds]}, variable_format={"d": "DATE11"})
    assert dataset.columns["d"].values.astype(str).tolist() == ["2020-09-23", "1900-01-01"]


def test_neighbours_of_one_name_are_a_grid_or_a_multiple_variable(sav):
    scale = {1.0: "gut", 2.0: "schlecht"}
    ticks = {0.0: "not selected", 1.0: "selected"}
    dataset = sav(
        {"q4_1": [1.0, 2], "q4_2": [2.0, 2], "q3_1": [1.0, 0], "q3_2": [0.0, 0]},
        variable_value_labels={"q4_1": scale, "q4_2": scale, "q3_1": ticks, "q3_2": ticks},
    )
    battery = dataset.codebook.battery("q4")
    assert (battery.shape, battery.members) == (RATINGS, ("q4_1", "q4_2"))
    assert dataset.codebook["q3"].type is VariableType.MULTIPLE
    assert dataset.columns["q3"].marks.tolist() == [[1, 0], [0, 0]]


def test_multiple_response_sets_are_multiple_variables(tmp_path):
    path = tmp_path / "a.sav"
    columns = {"A1": [1.0, 0, np.nan], "A2": [1.0, 1, np.nan], "C1": [1.0, 2, np.nan],
               "C2": [2.0, np.nan, np.nan]}  # fmt: skip
    pyreadstat.write_sav(
        pd.DataFrame(columns), str(path), column_labels=["Haltung", "Integration", "1st", "2nd"],
        variable_value_labels={"C1": {1.0: "de", 2.0: "en"}},
    )  # fmt: skip
    written = path.read_bytes()
    record = b"$sets=D1 1 6 What ? a1 a2\n$langs=C 5 Langs c1 c2\n"
    place = written.index(struct.pack("=ii", 999, 0))
    head = struct.pack("=iiii", 7, 7, 1, len(record))
    path.write_bytes(written[:place] + head + record + written[place:])
    dataset = read_dataset(path)
    assert list(dataset.columns) == ["sets", "langs"]
    assert of(dataset, "sets")[1] == [(1, "Haltung"), (2, "Integration")]
    assert dataset.columns["sets"].marks.tolist() == [[1, 0, -4], [1, 1, -4]]
    assert of(dataset, "langs")[1] == [(1, "de"), (2, "en")]
    assert dataset.columns["langs"].marks.tolist() == [[1, 0, -4], [1, 1, -4]]


def test_what_we_write_is_understood_by_others(tmp_path):
    path = tmp_path / "a.sav"
    write_dataset(alliance(), path)
    columns, details = pyreadstat.read_sav(path, user_missing=True)
    assert columns["q2"].tolist()[:4] == [2, -1, -2, -3]
    assert details.variable_value_labels["q2"][1.0] == "gut"
    assert details.missing_ranges["q2"] == [{"lo": -n, "hi": -n} for n in (1.0, 2.0, 3.0)]
    assert details.mr_sets["q3"]["variable_list"] == ["q3.gut", "q3.neutral", "q3.schlecht"]
    assert details.variable_measure["q2"] == "ordinal"


def test_a_file_changed_by_another_program_is_read_by_what_it_says_now(tmp_path):
    path = tmp_path / "a.sav"
    write_dataset(alliance(), path)
    _, details = pyreadstat.read_sav(path)
    pyreadstat.write_sav(
        pd.DataFrame({"new": [1.0, 2.0]}), str(path), note=details.notes,
        variable_value_labels={"new": {1.0: "a", 2.0: "b"}},
    )  # fmt: skip
    assert of(read_dataset(path), "new") == (VariableType.CATEGORICAL, [(1, "a"), (2, "b")])


def test_a_text_too_long_for_spss_is_a_problem(tmp_path):
    whole = alliance(1)
    whole.columns["why"].values[0] = "x" * 40_000
    with pytest.raises(Problem) as caught:
        write_dataset(whole, tmp_path / "a.sav")
    assert (caught.value.code, list(tmp_path.iterdir())) == ("text-too-long", [])


def test_stata_labels_missing_letters_and_dates(tmp_path):
    path = tmp_path / "a.dta"
    columns = pd.DataFrame({"q": [1.0, 2.0, "a", "b", None], "d": [22_181.0, 0, 1, 2, None],
                            "s": ["x", "", "some", "words", "here"]}, dtype=object)  # fmt: skip
    columns["d"] = columns["d"].astype(float)
    pyreadstat.write_dta(
        columns, str(path), column_labels={"q": "Question"},
        missing_user_values={"q": ["a", "b"]}, variable_format={"d": "%td"},
        variable_value_labels={"q": {1.0: "good", 2.0: "bad", "a": "refused"}},
    )  # fmt: skip
    dataset = read_dataset(path)
    assert of(dataset, "q") == (VariableType.ORDINAL, [(1, "good"), (2, "bad")])
    assert dataset.columns["q"].codes.tolist() == [0, 1, -3, -4, -4]
    assert str(dataset.columns["d"].values[0]) == "2020-09-23"
    assert dataset.columns["s"].reasons.tolist() == [0, -4, 0, 0, 0]


@pytest.mark.trial
def test_a_broken_stata_file_is_a_problem(tmp_path):
    path = tmp_path / "a.dta"
    pyreadstat.write_dta(pd.DataFrame({"q": [1.0, 2.0]}), str(path))
    whole = path.read_bytes()
    for size in range(1, len(whole), 97):
        path.write_bytes(whole[:size])
        try:
            read_dataset(path)
        except Problem as problem:
            assert problem.code == "file-damaged"


def test_an_spss_file_tells_its_columns_apart_in_the_language_of_the_survey(tmp_path):
    choice = (Category("bus", Text.of("Bus"), 1), Category("other", Text.of("Sonstiges"), 2))
    long = "Und nun eine lange Frage: " + "sehr " * 60
    variables = (
        Variable("ways", VariableType.MULTIPLE, Text.of("Womit fahren Sie?"), choice),
        Variable("ways.other.text", VariableType.TEXT, Text.of("Womit fahren Sie?"), of="ways"),
        Variable(
            "q.a", VariableType.ORDINAL, Text.of(long), choice, battery="q", item=Text.of("Zeit")
        ),
    )
    book = Codebook(
        Study("s", Text.of("S"), language="de"),
        variables,
        (Battery("q", Text.of(long), RATINGS, ("q.a",)),),
    )
    codes = np.array([0, 1, int(Missing.NOT_ASKED)], np.int16)
    dataset = Dataset(
        book,
        {
            "ways": Marks(np.array([[1, 0, -1], [0, 1, -1]], np.int8)),
            "ways.other.text": Values(
                np.array(["", "Rad", ""], object), np.array([-4, 0, -1], np.int8)
            ),
            "q.a": Coded(codes),
        },
        3,
    )
    write_dataset(dataset, tmp_path / "a.sav")
    _, details = pyreadstat.read_sav(tmp_path / "a.sav")
    labels = details.column_names_to_labels
    assert labels["ways.bus"] == "Womit fahren Sie? – Bus"
    assert labels["ways.other"] == "Womit fahren Sie? – Sonstiges"
    assert labels["ways.other.text"] == "Womit fahren Sie? – other"
    assert labels["q.a"].startswith("Und nun eine lange Frage")
    assert labels["q.a"].endswith(" – Zeit")
    values = details.variable_value_labels
    ticks = values["ways.bus"]
    assert (ticks[1.0], ticks[0.0], ticks[-1.0]) == ("ja", "nein", "nicht gefragt")
    assert read_dataset(tmp_path / "a.sav").codebook == book
