"""Files of many headings, and of long or many different cells, are read with even work for each."""

import pytest

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake import headings
from rundfrage.dataset.intake.number_marks import Style
from rundfrage.dataset.intake.numbers import read_numbers
from rundfrage.dataset.intake.ticks import several

MANY = 2000


class Looked(dict):
    """Cells with how often they stand; counts how often one of them was looked for."""

    times = 0

    def __contains__(self, cell):
        self.times += 1
        return super().__contains__(cell)


def test_many_headings_of_one_group(monkeypatch):
    cleaned = []
    monkeypatch.setattr(headings, "clean", lambda words: cleaned.append(words) or words.strip())
    found = headings.plain_headings([f"data/x{number}" for number in range(MANY)])
    assert [(one.group, one.item) for one in found] == [("data", f"x{at}") for at in range(MANY)]
    assert len(cleaned) < 5 * MANY


@pytest.mark.parametrize("mark", [",", ", ", ";"])
@pytest.mark.parametrize("pieces", [40, 600])
def test_long_lists_in_cells_are_no_cells_put_together(mark, pieces):
    cells = Looked(
        (mark.join(str(row * 7919 + at) for at in range(pieces)), 1) for row in range(60)
    )
    assert several(cells, "") is None
    assert cells.times <= 60 * 40 * 2


@pytest.mark.parametrize("words", [["1.5", "-2", "1e3", ".5", "7."], ["1E+5", "2"], ["٣", "4"]])
def test_plain_numbers_are_read_as_python_reads_them(words):
    assert read_numbers(words, Style()).values == {word: float(word) for word in words}


@pytest.mark.parametrize("odd", ["nan", "inf", "0x1A", "1_000", "five", "\ud800"])
def test_what_only_looks_like_a_number_is_none(odd):
    assert read_numbers(["1.5", "2", odd], Style()) is None


def test_answers_that_differ_by_blanks_alone_are_one():
    cells = Cells.of("q", ["yes", " yes", "", "no", "yes ", "<refused>", "no"])
    assert cells.answers == {"yes": 3, "no": 2}


@pytest.mark.parametrize("apart", [True, False])
def test_many_different_cells_are_several_choices_if_the_first_ones_are(apart):
    """Each holds some of fifteen options, or a text with commas."""
    options = [f"Option {chr(97 + at)}" for at in range(15)]
    cells = {}
    for number in range(1, 6000):
        some = [one for at, one in enumerate(options) if number >> at & 1]
        cells[", ".join(some) if apart else f"{', '.join(some)} and {number}, or so"] = 1
    found = several(cells, "")
    assert (found is not None) is apart
    assert found is None or set(found.options) == set(options[:13])
