"""Numbers before words: one unit, or units that a table explains, are a scale; names are none."""

import random

import pytest

from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.numbered import measured_apart
from rundfrage.dataset.intake.scales import scale_of

MEASURED = [
    "less than 500 m|500 m to 1 km|1 to 5 km|more than 5 km",
    "unter 500 m|500 m bis 1 km|1 bis 5 km|über 5 km",
    "до 500 м|500 м - 1 км|более 1 км",
    "200 g|500 g|1 kg|2 kg",
    "500 MB|1 GB|2 GB|1 TB",
    "10 min|30 min|1 h|2 h",
    "50 ct|1 €|2 €",
    "less than $500,000|$500,000 to $1 million|$1 million to $5 million",
    "up to 100 million|100 million to 1 billion|more than 1 billion",
    "1 to 5 thousand|6 to 900 thousand|1 to 5 million",
    "500 Tsd.|1 Mio.|2 Mrd.",
    "unter 500 Tsd. €|500 Tsd. bis 1 Mio. €|über 1 Mio. €",
    "500 mil|1 millón|2 millones",
    "до 50 тыс. руб.|50-100 тыс. руб.|более 1 млн руб.",
    "1万以下|1万至5万|5万以上",
    "$10k|$500k|$1m",
    "0|500 m|1 km",
]
BANDS = [
    "1 (None at all)|2|3|4|5|6 (All)",
    "1 (very bad)|2|3 (middling)|4|5 (very good)",
    "1 child|2 children|3 or more children",
    "1 Kind|2 Kinder|3 und mehr Kinder",
    "1 employee|2-9 employees|10 or more employees",
    "18-24 (young)|25-64 (adult)|65+ (old)",
    "18-24|25-64|65 of ouder",
    "18至24歲|25至64歲|65歲或以上",
    "10% or less|11-20%|more than 20%",
]
NAMES = [
    "1 Male|2 Female",
    "1 (Hombre)|2 (Mujer)",
    "01 Landwirtschaft|05 Bergbau|49 Landverkehr",
    "10115 Berlin|20095 Hamburg|75001 Paris",
    "3 Suisses|501 Jeans",
    "1.2.3|1.10.0|2.0.1",
    "2-Jan|5-Mar",
    "8:00 am|1:00 pm",
]
UNEXPLAINED = ["5 km|3 kg|7 km", "500 m|1 km|7", "10 Äpfel|5 km", "100 €|200 $|300 €"]


@pytest.mark.parametrize("scale", MEASURED + BANDS)
def test_numbers_with_units_take_their_order(scale):
    order = scale.split("|")
    for labels in (order[::-1], random.Random(1).sample(order, len(order))):
        assert scale_of(labels).steps == tuple(order)


def test_a_metre_is_no_million():
    assert scale_of(["500 m", "1 km", "2 km"]).codes == (1, 2, 3)


@pytest.mark.parametrize("answers", NAMES + UNEXPLAINED)
def test_numbers_before_names_and_unexplained_units_are_no_scale(answers):
    assert scale_of(answers.split("|")) is None
    assert measured_apart(answers.split("|")) == (answers in UNEXPLAINED)


def read(tmp_path, answers, times=12):
    """The variable and the account's doubts of a column that holds each answer so often."""
    rows = "".join(f'{n},"{one}"\n' for n in range(times) for one in answers)
    (tmp_path / "answers.csv").write_text(f"id,q\n{rows}", encoding="utf-8")
    return read_dataset(tmp_path / "answers.csv")


@pytest.mark.parametrize("answers", UNEXPLAINED)
def test_a_choice_of_unexplained_units_is_doubted(tmp_path, answers):
    dataset = read(tmp_path, answers.split("|"))
    assert dataset.codebook["q"].type is VariableType.CATEGORICAL
    (doubt,) = [one for one in dataset.account.doubts if "q" in one.variables]
    assert "different units" in str(doubt.found)


@pytest.mark.parametrize("answers", [one for one in NAMES if one[:3] not in {"1.2", "2-J", "8:0"}])
def test_names_with_a_number_are_a_choice(tmp_path, answers):
    assert read(tmp_path, answers.split("|")).codebook["q"].type is VariableType.CATEGORICAL
