"""Damage to JSON, for tests of readers: something in it exchanged, dropped, doubled or added."""

import math

from hypothesis import strategies as st


def nested(depth):
    """Lists within lists."""
    value = []
    for _ in range(depth):
        value = [value]
    return value


HALF = "\ud800"
"""Half of a surrogate pair: JSON can say it, UTF-8 can't."""
ODD = st.sampled_from(
    [None, True, 0, -1, 1.5, 10**30, 10**400, 1e300, math.nan, math.inf, -math.inf, "", "x", HALF,
     "1" * 5_000, "2020-02-30", [], {}, [None], [[]], {"": ""}, {"de": 1}, {HALF: HALF},
     nested(900)]
)  # fmt: skip
WORDS = st.text(max_size=5)
ANYTHING = ODD | st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def damaged(draw, value):
    """The JSON value with one thing in it damaged."""
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: draw(damaged(value[key]))}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], draw(damaged(value[at])), *value[at + 1 :]]
    done = draw(st.sampled_from(["exchanged", "dropped", "doubled", "added"]))
    if isinstance(value, dict) and value and done != "exchanged":
        key = draw(st.sampled_from(sorted(value)))
        rest = {name: one for name, one in value.items() if name != key}
        if done == "dropped":
            return rest
        return {**(value if done == "added" else rest), draw(WORDS): draw(ANYTHING)}
    if isinstance(value, list) and done != "exchanged":
        at = draw(st.integers(0, len(value)))
        one = [] if done == "dropped" else value[at : at + 1] * 2 or [draw(ANYTHING)]
        return [*value[:at], *one, *value[at + 1 :]]
    return draw(ANYTHING)
