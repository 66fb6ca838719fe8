"""The suite's own arrangements: what runs where, and which part of everything is tried."""

from itertools import combinations, product

import proofs
import schedule


def test_every_file_that_has_a_place_in_the_schedule_is_there():
    assert schedule.absent() == []


def test_any_two_values_meet_in_what_is_always_tried():
    lists = ("abcd", "vwxyz", "1234")
    params = proofs.combined(*lists)
    assert [param.values for param in params] == list(product(*lists))
    always = [param.values for param in params if not param.marks]
    for first, second in combinations(range(3), 2):
        met = {(values[first], values[second]) for values in always}
        assert met == set(product(lists[first], lists[second]))
    assert 20 <= len(always) <= 26


def test_each_value_is_in_what_is_always_tried():
    lists = ("abcd", "vw", "123")
    params = proofs.each(*lists)
    assert [param.values for param in params] == list(product(*lists))
    always = [param.values for param in params if not param.marks]
    assert len(always) == 4
    assert [set(one) for one in zip(*always, strict=True)] == [set(one) for one in lists]


def test_a_part_of_the_cases_is_always_tried_and_the_others_are_proofs():
    params = proofs.spread(range(10))
    assert [one for one in params if isinstance(one, int)] == [0, 4, 8]
    others = [one for one in params if not isinstance(one, int)]
    assert [one.values for one in others] == [(at,) for at in range(10) if at % 4]
    assert {mark.name for one in others for mark in one.marks} == {"proof"}
