"""What may have been read wrongly stands in figures.json, until somebody settles it."""

import pytest

from rundfrage.dataset.files import read_dataset
from rundfrage.report.build import ReportSettings, compose
from rundfrage.report.figures import figures_json


@pytest.mark.parametrize(("language", "word"), [("en", "number"), ("de", "Zahl")])
def test_doubts_stand_in_figures_with_their_columns(tmp_path, language, word):
    file = tmp_path / "answers.csv"
    file.write_text("How much?,sex\n" + "".join(f"{n}/month,{'mf'[n % 2]}\n" for n in range(99)))
    dataset = read_dataset(file)
    deck, _ = compose(dataset, ReportSettings(language=language))
    (doubt,) = figures_json(deck, dataset.account)["doubts"]
    assert doubt["columns"] == ["How much?"]
    assert word in doubt["text"]
    assert doubt["settle"]


def test_what_is_settled_is_none(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text("How much?,sex\n" + "".join(f"{n},{'mf'[n % 2]}\n" for n in range(20, 99)))
    dataset = read_dataset(file)
    deck, _ = compose(dataset, ReportSettings(language="en"))
    assert figures_json(deck, dataset.account)["doubts"] == []
