"""Datasets of every shape for property tests: all types, all reasons, nasty words."""

import datetime

import numpy as np
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
from rundfrage.codebook.shapes import RATINGS
from rundfrage.dataset import ANSWERED, Coded, Dataset, Marks, Values
from rundfrage.text import EMPTY, Text

NASTY = [
    "", " ", "'", "''", "=1+1", "'=1+1", "''=1+1", "+49", "-5", "@x", "\tx", "\rx", "\n", "a\r\nb",
    "<refused>", "'<refused>", "<not asked>", "NA", "NULL", "nan", "0", "1", "1,5", "007",
    'say "hi"', "a;b,c\td", "trailing  ", "x\u2060", "x \u2060", "😀", "مرحبا", "שלום",
    "\ufeffmark", "_x0041_", "_x005F_", "\x08\x0b\x1f", "2020-01-01", "None", "＝1", "x" * 3000,
    "https://example.org", "e\u0301", "\u202e", "yes", "Ja",
]  # fmt: skip
LETTERS = st.characters(exclude_characters="\0", exclude_categories=("Cs",))
WORDS = st.sampled_from(NASTY) | st.text(LETTERS, max_size=12)
TEXTS = st.builds(Text.of, WORDS) | st.dictionaries(
    st.sampled_from(["de", "en", "ar"]), WORDS, min_size=1
).map(lambda words: Text(tuple(words.items())))
NAMES = (
    st.from_regex(r"[a-z][a-z0-9_.]{0,9}", fullmatch=True)
    | st.sampled_from(["q4.info", "Q4.Info", "all", "with", "é", "x" * 70, "ä" * 40, "=1", "名前"])
    | st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=8).filter(
        lambda name: name == name.strip()
    )
)
REASONS = st.sampled_from([ANSWERED, ANSWERED, *map(int, Missing)])


def column(draw, entries, n):
    return draw(st.lists(entries, min_size=n, max_size=n))


@st.composite
def categories(draw, least=0):
    names = draw(st.lists(NAMES, min_size=least, max_size=5, unique_by=str.casefold))
    codes = draw(
        st.lists(st.integers(-99, 999), min_size=len(names), max_size=len(names), unique=True)
    )
    return tuple(
        Category(name, draw(TEXTS), code, draw(st.sampled_from(Role)))
        for name, code in zip(names, codes, strict=True)
    )


@st.composite
def variables(draw, name, n):
    """A variable of any type, and its column of n entries."""
    kind = draw(st.sampled_from(VariableType))
    variable = Variable(
        name, kind, draw(TEXTS), hint=draw(TEXTS),
        missing=tuple(
            MissingCode(draw(st.sampled_from(Missing)), 9000 + code, label=draw(TEXTS))
            for code in range(draw(st.integers(0, 2)))
        ),
    )  # fmt: skip
    reasons = np.array(column(draw, REASONS, n), np.int8)
    if variable.coded or kind is VariableType.MULTIPLE:
        chosen = draw(categories(least=1 if kind is VariableType.MULTIPLE else 0))
        nets = (Net("net", draw(TEXTS), tuple(one.name for one in chosen[:2])),) if chosen else ()
        variable = Variable(
            name, kind, variable.label, chosen, nets, variable.missing, hint=variable.hint
        )
    if variable.coded:
        entries = st.integers(0, len(chosen) - 1) if chosen else st.just(int(Missing.REFUSED))
        codes = np.array(column(draw, entries, n), np.int16)
        return variable, Coded(np.where(reasons < 0, reasons, codes).astype(np.int16))
    if kind is VariableType.MULTIPLE:
        marks = [column(draw, st.integers(0, 1), n) for _ in chosen]
        whole = np.array(marks, np.int8).reshape(len(chosen), n)
        return variable, Marks(np.where(reasons < 0, reasons, whole).astype(np.int8))
    if kind is VariableType.NUMERIC:
        numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-5, 100).map(float)
        return (
            Variable(
                name, kind, variable.label, missing=(), unit=draw(WORDS), low=0.5,
                ends=(draw(TEXTS), EMPTY), nps=True,
            ),
            Values(np.array(column(draw, numbers, n), np.float64), reasons),
        )  # fmt: skip
    if kind is VariableType.DATE:
        days = column(draw, st.dates(datetime.date(1, 1, 1)), n)
        return variable, Values(np.array(days, "datetime64[D]"), reasons)
    texts = np.empty(n, object)
    texts[:] = column(draw, WORDS, n)
    return variable, Values(texts, reasons)


@st.composite
def datasets(draw, most=6):
    n = draw(st.integers(0, most))
    names = draw(st.lists(NAMES, min_size=1, max_size=5, unique_by=str.casefold))
    made = [draw(variables(name, n)) for name in names]
    known, columns = [one for one, _ in made], [one for _, one in made]
    batteries = ()
    grid = [one for one in known if one.coded][:2]
    if len(grid) == 2:
        named = {one.name for one in grid}
        batteries = (
            Battery("grid", draw(TEXTS), RATINGS, tuple(one.name for one in grid), draw(TEXTS)),
        )
        known = [
            Variable(
                one.name, one.type, one.label, one.categories, one.nets, one.missing,
                battery="grid", item=Text.of("item"), of=known[0].name,
            )
            if one.name in named
            else one
            for one in known
        ]  # fmt: skip
    study = Study(
        draw(WORDS), draw(TEXTS), draw(TEXTS), draw(WORDS), "de", ("de", "ar"),
        draw(st.none() | st.tuples(st.dates(), st.dates())), draw(st.sampled_from(Sample)),
        draw(st.booleans()),
    )  # fmt: skip
    codebook = Codebook(study, tuple(known), batteries)
    return Dataset(codebook, dict(zip(names, columns, strict=True)), n)
