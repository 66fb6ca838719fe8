"""Files of many headings, and of long or many different cells, are read with even work for each."""

import pytest

from rundfrage.dataset.intake import headings
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
