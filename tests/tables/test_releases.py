"""Tables asked for one after another tell of no small group, not even by adding and subtracting."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_datasets import dataset, multiple, number, single

from rundfrage.rules import parse
from rundfrage.tables import Note, tabulate
from rundfrage.tables.differencing import Together
from rundfrage.tables.releases import Releases, Shown

THRESHOLD = 5
SEX = ["m", "f"] * 20
AGE = [str(20 + place // 2) for place in range(40)]
SIDE = ["north"] * 22 + ["south"] * 18
VIEW = ["for", "for", "against", "for", "against"] * 8
PAPERS = ["a b", "a", "b", "a", ""] * 8


class Memory:
    """An account that is held in memory."""

    def __init__(self):
        self.shown = {}

    def settle(self, question, decide):
        known = self.shown.setdefault(question, [])
        known += decide(tuple(known))


def survey(rows=slice(None), **changed):
    columns = {"q": VIEW, "side": SIDE, "sex": SEX, "age": AGE, "papers": PAPERS} | changed
    variables = (
        single("q", "for against"),
        single("side", "north south west"),
        single("sex", "m f"),
        number("age"),
        multiple("papers", "a b"),
    )
    return dataset([(one, columns[one.name][rows]) for one in variables])


def asked(answers, account, where=None, by=None):
    """The block of q as somebody sees it; everything is shown without an account."""
    condition = None if where is None else parse(where)
    shown = answers
    releases = None
    if account is not None:
        releases = Releases(answers, account, THRESHOLD, condition)
    if where is not None:
        everybody = Releases(answers, Memory(), THRESHOLD, condition)
        shown = answers.kept(everybody.answering("", everybody.populations(None, ())[0]))
    return tabulate(shown, by=by, releases=releases)[0].blocks[0]


def counts(block, column=0):
    return [cells[column] and cells[column].count for cells in block.cells]


ALL_BUT_ONE = 'not (age == 30 and sex == "f")'


def attack(account, *conditions, by=None, column=0):
    """What everybody less everybody but one says of that one: her answer."""
    one, other = (asked(survey(), account, where, by) for where in conditions)
    if None in (*counts(one, column), *counts(other, column)):
        return None
    return [a - b for a, b in zip(counts(one, column), counts(other, column), strict=True)]


SUBTRACTIONS = [
    ((None, ALL_BUT_ONE), None, 0),
    (('side == "north"', f'side == "north" and {ALL_BUT_ONE}'), None, 0),
    ((None, ALL_BUT_ONE), "side", 1),
    (('"b" in papers or age == 30', '"b" in papers or age == 30 and sex == "m"'), None, 0),
]


@pytest.mark.parametrize(("conditions", "by", "column"), SUBTRACTIONS)
def test_two_tables_told_of_one_person_and_do_no_more(conditions, by, column):
    hers = [int(VIEW[21] == view) for view in ("for", "against")]
    assert attack(None, *conditions, by=by, column=column) == hers
    assert attack(Memory(), *conditions, by=by, column=column) is None
    assert attack(Memory(), *reversed(conditions), by=by, column=column) is None


def test_what_was_shown_stays_and_the_reason_names_with_what():
    account = Memory()
    first = asked(survey(), account, 'side == "north"')
    second = asked(survey(), account, f'side == "north" and {ALL_BUT_ONE}')
    assert counts(asked(survey(), account, 'side == "north"')) == counts(first) == [14, 8]
    assert [(note.code, note.values["groups"]) for note in second.withheld.values()] == [
        ("withheld", 'side == "north"')
    ]
    assert (
        second.withheld == asked(survey(), account, f'side == "north" and {ALL_BUT_ONE}').withheld
    )
    everybody = Memory()
    asked(survey(), everybody)
    assert [one.code for one in asked(survey(), everybody, ALL_BUT_ONE).withheld.values()] == [
        "withheld-everybody"
    ]


def test_each_column_says_for_itself_why_it_is_hidden():
    answers, account = survey(side=["north"] * 25 + ["south"] * 12 + ["west"] * 3), Memory()
    asked(answers, account, f'side == "north" and {ALL_BUT_ONE}')
    (table,) = (
        one
        for one in tabulate(answers, by="side", releases=Releases(answers, account, THRESHOLD))
        if one.name == "q"
    )
    block = table.blocks[0]
    hidden = {column for column, base in enumerate(block.bases) if base is None}
    assert set(block.withheld) == {1}
    assert hidden > {1}
    assert {"suppressed", "withheld"} <= {note.code for note in table.notes}
    few = tabulate(answers, by="side", threshold=THRESHOLD)[0]
    assert "withheld" not in {note.code for note in few.notes}


def test_the_same_group_in_other_words_is_the_same():
    account = Memory()
    across = asked(survey(), account, by="side")
    alone = asked(survey(), account, 'side == "north"')
    assert counts(alone) == counts(across, 1)
    assert [one.population for one in account.shown["q"]] == [
        "", 'side == "north"', 'side == "south"'
    ]  # fmt: skip


def test_nobody_looks_as_few_do():
    for view, people in (("against", 0), ("for", 1)):
        her_if = parse(f'age == 30 and sex == "f" and q == "{view}"')
        releases = Releases(survey(), Memory(), THRESHOLD, her_if)
        assert releases.answering("", releases.populations(None, ())[0]).sum() == people
        assert releases.refusal() == Note("withheld-small", {"threshold": "5"})
    for words in (ALL_BUT_ONE, "age >= 20"):
        refused = Releases(survey(), Memory(), THRESHOLD, parse(words)).refusal()
        assert refused == Note("withheld-everybody", {"threshold": "5"})


def test_answers_that_came_since_are_shown_when_they_are_enough():
    account = Memory()
    assert counts(asked(survey(slice(30)), account)) == [18, 12]
    assert counts(asked(survey(slice(33)), None)) == [20, 13], "three answers told by subtraction"
    late = asked(survey(slice(33)), account)
    assert (counts(late), late.withheld[0].code) == ([None, None], "withheld-few-new")
    assert counts(asked(survey(slice(35)), account)) == [21, 14]
    swapped = ["against", *VIEW[1:35]]
    assert counts(asked(survey(slice(35), q=swapped), account)) == [None, None]


def test_a_group_in_which_few_are_new_is_withheld_by_itself():
    account = Memory()
    assert counts(asked(survey(slice(30)), account, by="sex"), 1) == [9, 6]
    again = asked(survey(slice(35)), account, by="sex")
    assert (counts(again), counts(again, 1)) == ([21, 14], [None, None])


def test_parts_that_were_shown_tell_what_came_to_their_sum():
    account = Memory()
    asked(survey(slice(30)), account, 'side == "north"')
    asked(survey(slice(30)), account, 'side == "south"')
    assert counts(asked(survey(slice(32)), account)) == [None, None]
    assert counts(asked(survey(slice(30)), account)) == [18, 12]


def test_a_number_of_respondents_is_a_figure_too():
    releases = Releases(survey(), Memory(), THRESHOLD)
    assert releases.refusal(parse('side == "north"')) is None
    refused = releases.refusal(parse(f'side == "north" and {ALL_BUT_ONE}'))
    assert refused is not None
    assert refused.code == "withheld"


def test_sets_of_which_some_tell_by_detours():
    """Six sets of eight people: what the pairs don't tell, three of them together do."""
    sets = ["11110000", "00111100", "11001100", "11111111", "00000011", "10101010"]
    released, refused = [], []
    for one in sets:
        wanted = np.array([sign == "1" for sign in one])
        telling_now = Together(released, wanted, 3).telling
        assert (telling_now is not None) == tells([*released, wanted], 3)
        (released if telling_now is None else refused).append(wanted)
    assert (len(released), len(refused)) == (4, 2)
    assert Together(released, released[0], 3).made_of == ((0, 1),)


def tells(sets, threshold):
    """Whether combinations of the sets reach into fewer people than the threshold, by trying."""
    rows = np.array(sets, float)
    rank = np.linalg.matrix_rank(rows)
    people = range(rows.shape[1])
    return any(
        np.linalg.matrix_rank(np.delete(rows, group, axis=1)) < rank
        for group in combinations(people, min(threshold - 1, len(people)))
    )


@pytest.mark.trial
@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_series_of_sets_tells_of_a_small_group(data):
    people, threshold = data.draw(st.integers(5, 10)), data.draw(st.integers(2, 4))
    flags = st.lists(st.booleans(), min_size=people, max_size=people)
    released = []
    for one in data.draw(st.lists(flags.filter(any), min_size=2, max_size=8)):
        wanted = np.array(one)
        refused = Together(released, wanted, threshold).telling is not None
        assert refused == tells([*released, wanted], threshold)
        if not refused:
            released.append(wanted)
    for place, one in enumerate(released[1:], start=1):
        made = Together(released[:place], one, threshold).made_of
        if made is not None:
            total = sum(released[at].astype(int) * times for at, times in made)
            assert (total == one).all()


CONDITIONS = st.builds(
    lambda side, sex, age, join, turn: f"{turn}({side} {join} {sex} {join} {age})",
    st.sampled_from(['side == "north"', 'side != "north"', '"a" in papers']),
    st.sampled_from(['sex == "f"', 'sex == "m"', 'q == "for"']),
    st.builds(lambda at, sign: f"age {sign} {at}", st.integers(20, 39), st.sampled_from("<>")),
    st.sampled_from(["and", "or"]),
    st.sampled_from(["", "not "]),
)


@pytest.mark.trial
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CONDITIONS, st.sampled_from([None, "side", "sex"])), max_size=6))
def test_no_series_of_tables_tells_of_a_small_group(series):
    account, answers = Memory(), survey(slice(24))
    for where, by in series:
        asked(answers, account, where, by)
    shown = account.shown.get("q", [])
    releases = Releases(answers, account, THRESHOLD)
    sets = [releases.answering("q", one.population) for one in shown]
    assert not sets or not tells(sets, 3), "brute force reaches to groups of two"
    assert all(isinstance(one, Shown) and one.base >= THRESHOLD for one in shown)


@pytest.mark.trial
def test_many_banners_of_a_small_survey_come_to_an_end():
    rng = np.random.default_rng(3)
    released, refused = [np.ones(30, bool)], 0
    for _ in range(12):
        column = rng.integers(3, size=30)
        for value in range(3):
            if Together(released, column == value, THRESHOLD).telling is None:
                released.append(column == value)
            else:
                refused += 1
    assert len(released) + refused == 37
    assert refused, "more equations than people would tell of everybody"


def test_means_that_are_no_sums_and_weights_withhold_nothing():
    answers, account = survey(), Memory()
    for more in ({}, {"by": "sex"}, {"by": "side"}, {"by": "sex", "weight": "age"}, {"by": "q"}):
        for table in tabulate(answers, releases=Releases(answers, account, THRESHOLD), **more):
            assert not [block for block in table.blocks if block.name == "age" and block.withheld]
    # The control: another mean of as many people is withheld.
    older = survey(age=[str(int(age) + 30) for age in AGE])
    (table,) = (
        one
        for one in tabulate(older, releases=Releases(older, account, THRESHOLD))
        if one.name == "age"
    )
    assert [note.code for note in table.blocks[0].withheld.values()] == ["withheld-few-new"]
