"""Respondents whose answers are those of others once more are found, and nobody else is."""

import numpy as np
import pytest

from proofs import spread
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.repeats import one_of_each, repeats_in, without_repeats
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.simulate import simulate

HEAD = (
    "---\nsurvey: s\ntitle: S\nlanguage: en\nscales:\n  how: [good, fine, fair, bad]\n---\n# P\n\n"
)
GRID = (
    "## g: How are these?\n\n(how)\n" + "".join(f"- i{at}: Item {at}\n" for at in range(8)) + "\n"
)
SINGLES = "".join(
    f"## q{at}: What of {at}?\n\n- ( ) a: A\n- ( ) b: B\n- ( ) c: C\n- ( ) d: D\n\n"
    for at in range(10)
)
TEXT = "## t: Why?\n\n____\n____\n\n"


def simulated(words, n, seed=1):
    return simulate(
        read(HEAD + words, KINDS), n, seed=seed, pools={"t": [f"word {i}" for i in range(n)]}
    )


def repeated(dataset, row, times):
    """The dataset in which the answers of a row stand so many times more."""
    rows = np.concatenate([np.arange(dataset.n), np.full(times, row)])
    return taken(dataset, rows)


def taken(dataset, rows):
    pieces = [dataset.kept(np.arange(dataset.n) == row) for row in rows]
    columns = {
        name: type(column)(*joined(column, [piece.columns[name] for piece in pieces]))
        for name, column in dataset.columns.items()
    }
    return type(dataset)(dataset.codebook, columns, len(rows))


def joined(column, parts):
    names = [name for name in ("codes", "marks", "values", "reasons") if name in vars(column)]
    return [np.concatenate([getattr(one, name) for one in parts], axis=-1) for name in names]


@pytest.mark.parametrize("seed", spread(range(4)))
def test_honest_fields_have_none(seed):
    for words in (SINGLES, GRID, SINGLES + GRID, "## q: What?\n\n- ( ) a: A\n- ( ) b: B\n\n"):
        assert (repeats_in(simulated(words, 400, seed)) == -1).all()


@pytest.mark.parametrize("times", [3, 20])
def test_copies_of_one_are_one_group_and_one_of_it_is_kept(times):
    dataset = repeated(simulated(SINGLES + GRID + TEXT, 200), 7, times)
    groups = repeats_in(dataset)
    assert (groups >= 0).sum() == times + 1
    assert set(groups[200:]) | {groups[7]} == {0}
    left = without_repeats(dataset, one_of_each(dataset))
    assert (left.n, left.repeats) == (200, times)
    assert one_of_each(left).all()


def test_people_who_think_alike_are_no_repeats():
    """All of a camp answer nearly the same: the product of shares would take them for copies."""
    chance = np.random.default_rng(5)
    dataset = simulated(SINGLES, 300)
    camp = chance.integers(0, 3, 300)
    for column in dataset.columns.values():
        same = chance.random(300) < 0.93
        column.codes[same] = camp[same]
    alike = np.unique(np.column_stack([one.codes for one in dataset.columns.values()]), axis=0)
    assert len(alike) < 250, "many are all the same"
    assert (repeats_in(dataset) == -1).all()


def test_who_answered_nothing_repeats_nobody():
    dataset = simulated(SINGLES, 50)
    for column in dataset.columns.values():
        column.codes[:20] = -1
    assert (repeats_in(dataset) == -1).all()
    assert (repeats_in(dataset.kept(np.zeros(50, bool))) == -1).all()


def test_words_written_alike_count_much_by_themselves(tmp_path):
    words = "It is too far to walk and nobody clears the snow"
    rows = [f"x,{words if at < 4 else f'reason {at}'}" for at in range(400)]
    (tmp_path / "a.csv").write_text("side,why\n" + "\n".join(rows), encoding="utf-8")
    assert (repeats_in(read_dataset(tmp_path / "a.csv")) >= 0).sum() == 4


def test_a_battery_answered_all_the_same_is_one_answer():
    dataset = simulated(GRID, 300)
    for column in dataset.columns.values():
        column.codes[:9] = 2
    assert (repeats_in(dataset) == -1).all()
    mixed = simulated(GRID, 300)
    for at, column in enumerate(mixed.columns.values()):
        column.codes[:9] = (at * 7 // 3) % 4
    assert set(repeats_in(mixed)[:9]) == {0}
