"""Hypothesis strategies for whole codebooks, with every entry there is."""

import datetime
from dataclasses import replace

from hypothesis import strategies as st

from rundfrage.codebook import (
    Battery,
    Category,
    Codebook,
    Missing,
    MissingCode,
    Net,
    Role,
    Sample,
    Study,
    Variable,
    VariableType,
)
from rundfrage.codebook.shapes import BATTERIES
from rundfrage.text import EMPTY, Text

WORDS = st.text(max_size=6) | st.sampled_from(["", "\ud800", "\0", "“q1”", "عربي"])
TEXTS = st.just(EMPTY) | st.dictionaries(
    st.sampled_from(["", "de", "en", "ar"]), WORDS, min_size=1, max_size=3
).map(lambda versions: Text(tuple(versions.items())))
NAMES = st.text(min_size=1, max_size=5)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**12), 10**12)
WHOLE = st.none() | st.integers(-1, 10**6)
DAYS = st.none() | st.dates(datetime.date(1, 1, 1))


@st.composite
def variables(draw, name):
    names = draw(st.lists(NAMES, max_size=3, unique=True))
    codes = draw(st.lists(st.integers(), min_size=len(names), max_size=len(names), unique=True))
    missing = st.builds(
        MissingCode, st.sampled_from(Missing), NUMBERS | WORDS, label=TEXTS
    )  # fmt: skip
    members = st.lists(st.sampled_from(names), max_size=2) if names else st.just([])
    return Variable(
        name,
        draw(st.sampled_from(VariableType)),
        draw(TEXTS),
        tuple(
            Category(one, draw(TEXTS), code, draw(st.sampled_from(Role)))
            for one, code in zip(names, codes, strict=True)
        ),
        draw(st.lists(st.builds(Net, WORDS, TEXTS, members.map(tuple)), max_size=2).map(tuple)),
        draw(st.lists(missing, max_size=2).map(tuple)),
        item=draw(TEXTS),
        hint=draw(TEXTS),
        unit=draw(WORDS),
        low=draw(st.none() | NUMBERS),
        high=draw(st.none() | NUMBERS),
        earliest=draw(DAYS),
        latest=draw(DAYS),
        least=draw(WHOLE),
        most=draw(WHOLE),
        ends=draw(st.none() | st.tuples(TEXTS, TEXTS)),
        nps=draw(st.booleans()),
        decimals=draw(WHOLE),
        step=draw(st.none() | NUMBERS),
        of=draw(st.none() | WORDS),
    )


@st.composite
def codebooks(draw):
    names = draw(st.lists(NAMES, max_size=4, unique_by=str.casefold))
    known = [draw(variables(name)) for name in names]
    grouped = draw(st.integers(0, len(known)))
    batteries = ()
    if grouped:
        batteries = (
            Battery(
                draw(WORDS), draw(TEXTS), draw(st.sampled_from(BATTERIES)),
                tuple(names[:grouped]), draw(TEXTS), draw(st.none() | NUMBERS),
            ),
        )  # fmt: skip
        known[:grouped] = [replace(one, battery=batteries[0].name) for one in known[:grouped]]
    day = st.dates(datetime.date(1, 1, 1))
    study = Study(
        draw(WORDS), draw(TEXTS), draw(TEXTS), draw(WORDS), draw(WORDS),
        draw(st.lists(WORDS, max_size=2).map(tuple)), draw(st.none() | st.tuples(day, day)),
        draw(st.sampled_from(Sample)), draw(st.booleans()),
    )  # fmt: skip
    return Codebook(study, tuple(known), batteries)
