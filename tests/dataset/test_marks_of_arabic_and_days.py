"""Arabic marks in numbers, the first of a month, days without a year, bands turned into days."""

import datetime

import pytest
from small_files import base, doubts, labels, read

from rundfrage.codebook import VariableType

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
AMOUNTS = [1000 + 997 * n for n in range(30)]
DAYS, NUMBER = VariableType.DATE, VariableType.NUMERIC
TURNED = "turned into days"


@pytest.fixture(name="column")
def column_reader(tmp_path):
    def reads(cells, times=1, name="q"):
        rows = [f"{cell}|{'ab'[at % 2]}" for at, cell in enumerate(cells)]
        return read(tmp_path, f"{name}|group", *rows, times=times)

    return reads


@pytest.mark.parametrize("digits", [ARABIC, PERSIAN, {}], ids=["Arabic", "Persian", "Western"])
@pytest.mark.parametrize(
    ("write", "worth"),
    [
        (lambda n: f"{n:,}".replace(",", "٬"), 1),
        (lambda n: f"{n / 10:.1f}".replace(".", "٫"), 0.1),
        (lambda n: f"{n / 10:,.1f}".replace(",", "٬").replace(".", "٫"), 0.1),
        (lambda n: f"{n:,}".replace(",", "٬") + " ريال", 1),
        (lambda n: f"{n / 10:.1f}".replace(".", "٫") + "٪", 0.1),
        (str, 1),
    ],
)
def test_marks_that_only_arabic_has_are_read(column, digits, write, worth):
    dataset = column([write(n).translate(digits) for n in AMOUNTS])
    assert dataset.codebook["q"].type is NUMBER
    assert dataset.columns["q"].values.tolist() == pytest.approx([n * worth for n in AMOUNTS])
    assert doubts(dataset) == []


@pytest.mark.parametrize(
    "cells", [["١، ٢", "٢", "١", "١، ٢، ٣", "٣"], ["١،٢", "٢", "١", "١،٣", "٣"]]
)
def test_the_arabic_comma_cuts_answers(column, cells):
    assert column(cells, 6).codebook["q"].type is VariableType.MULTIPLE


def test_groups_of_two_digits_are_no_thousands(column):
    assert column([f"{n}٬{n}" for n in range(10, 40)]).codebook["q"].type is not NUMBER


@pytest.mark.parametrize(
    "cells",
    [
        ["1er mars 2024", "2 avril 2024", "14 mai 2023"],
        ["le 1er mars 2024", "le 2 avril 2024", "le 14 mai 2023"],
        ["1st March 2024", "2 April 2024", "14th May 2023"],
        ["1st of March 2024", "2nd of April 2024", "14 May 2023"],
        ["1. März 2024", "2. April 2024", "14. Mai 2023"],
        ["1º marzo 2024", "2 aprile 2024", "14 maggio 2023"],
        ["1° marzo 2024", "2 aprile 2024", "14 maggio 2023"],
        ["1.º de marzo de 2024", "2 de abril de 2024", "14 de mayo de 2023"],
        ["1º de março de 2024", "2 de abril de 2024", "14 de maio de 2023"],
        ["1-го марта 2024 г.", "2 апреля 2024 г.", "14 мая 2023"],
        ["١ مارس ٢٠٢٤", "٢ أبريل ٢٠٢٤", "١٤ مايو ٢٠٢٣"],
    ],
)
def test_the_first_of_a_month_is_a_day_as_others(column, cells):
    dataset = column(cells, 7)
    days = [datetime.date(2024, 3, 1), datetime.date(2024, 4, 2), datetime.date(2023, 5, 14)]
    assert dataset.codebook["q"].type is DAYS
    assert dataset.columns["q"].values.tolist()[:3] == days
    assert base(dataset, "q") == 21


@pytest.mark.parametrize("cells", [["1er étage", "2e étage", "3e étage"], ["1er", "2e", "3e"]])
def test_other_ordinals_are_no_days(column, cells):
    dataset = column(cells, 7)
    assert dataset.codebook["q"].type is VariableType.CATEGORICAL
    assert "days" not in " ".join(doubts(dataset))


@pytest.mark.parametrize(
    "cells",
    [
        ["14 mai", "1er janvier", "2 mars"],
        ["14. Mai", "1. Januar", "2. März"],
        ["May 14", "January 1st", "March 2"],
        ["14 de mayo", "1 de enero", "2 de marzo"],
        ["14 maja", "1 stycznia", "2 marca"],
    ],
)
def test_days_without_a_year_stand_in_their_order(column, cells):
    dataset = column(cells, 7)
    assert labels(dataset.codebook["q"]) == [cells[1], cells[2], cells[0]]
    assert doubts(dataset) == []


@pytest.mark.parametrize(
    "cells",
    [
        ["01. Feb", "03. Apr", "05. Okt", "mehr als 10"],
        ["2-Jan", "5-Mar", "10-Jun", "11+"],
        ["1-Feb", "3-Apr", "5-Jun"],
        ["1 févr.", "3 avr", "5 oct.", "aucun"],
        ["1-2", "3-4", "05. Okt"],
        ["2024-02-01", "2024-04-03", "2024-10-05"],
        ["01.02.2024", "03.04.2024", "10 und mehr"],
    ],
)
def test_bands_that_a_spreadsheet_turned_into_days_are_doubted(column, cells):
    assert any(TURNED in doubt for doubt in doubts(column(cells, 8)))


@pytest.mark.parametrize(
    "cells",
    [
        ["1. Mai", "3. Oktober", "24. Dezember"],
        ["1. Januar", "6. Januar", "1. Mai", "3. Oktober"],
        ["2024-03-04", "2024-05-06"],
        ["12.3.2024", "14.3.2024", "16.3.2024"],
        ["1-2", "3-4", "5-10"],
        ["3. Mai", "ca. 10 Tage", "weiß nicht"],
        ["spring", "May 5"],
    ],
)
def test_days_and_bands_that_are_none_are_not(column, cells):
    assert not any(TURNED in doubt for doubt in doubts(column(cells, 8)))
