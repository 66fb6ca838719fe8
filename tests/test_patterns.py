"""Patterns that are compiled when they are first used."""

import re

import pytest

from rundfrage.patterns import pattern


def test_a_pattern_does_what_a_compiled_one_does():
    late, early = (
        pattern(r"(\w+) (?P<n>\d)", re.IGNORECASE),
        re.compile(r"(\w+) (?P<n>\d)", re.IGNORECASE),
    )
    assert late.fullmatch("Wort 3")["n"] == early.fullmatch("Wort 3")["n"]
    assert late.sub("x", "Wort 3!") == "x!"
    assert [*map(late.match, ["a 1", "b"])][1] is None
    assert (late.pattern, late.flags, late.groups) == (early.pattern, early.flags, early.groups)


def test_a_mistake_shows_when_it_is_first_used():
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_nothing_is_compiled_before():
    assert "search" not in vars(pattern("never compiled in any test"))
