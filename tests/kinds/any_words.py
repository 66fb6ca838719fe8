"""Hypothesis strategies for what bodies are made of: any words, names, options and items."""

from hypothesis import strategies as st

from rundfrage.questionnaire.bodies.items import Item
from rundfrage.questionnaire.bodies.options import Option
from rundfrage.questionnaire.reasons import MARKS, Reason
from rundfrage.text import EMPTY, Text

LANGUAGE = "de"
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")).filter(
    lambda letter: letter not in "\ufeff\ufffe\uffff"
)
TRICKY = st.sampled_from(
    ["{", "}", "{{ q1 }}", "{{", "\\", ":", "#", " #", '"', "'", ",", "[", "]", "(", ")", "-", "=",
     "____", "*", "_", "1. ", "- ", "..", "ä", "عربي", "😀", "{if=x}", "a: ", "---", "\u00a0"]
)  # fmt: skip
WORDS = (
    st.lists(TRICKY | st.text(LETTERS, max_size=6), min_size=1, max_size=5)
    .map(lambda pieces: "".join(pieces).strip())
    .filter(bool)
)
VALUES = st.from_regex(r"[a-zA-Z0-9_][a-zA-Z0-9_-]{0,6}", fullmatch=True).filter(
    lambda name: name.lower() != "hint"
)
CODES = st.integers(-9_999, 32_767)


def text(words):
    """The words as a text."""
    return words.map(lambda each: Text.of(each, LANGUAGE))


def without(*marks):
    """Words in which none of the marks stands."""
    return WORDS.filter(lambda words: not any(mark in words for mark in marks))


ITEMS = st.lists(st.builds(Item, VALUES, text(WORDS)), min_size=2, max_size=4,
                 unique_by=lambda item: item.name.lower()).map(tuple)  # fmt: skip
UNITS = st.just(EMPTY) | text(without("[", "]"))


def ends(*marks):
    """The labels of both ends, or two empty ones; neither holds any of the marks."""
    end = text(without("..", *marks))
    return st.just((EMPTY, EMPTY)) | st.tuples(end, end)


@st.composite
def reasons(draw, codes):
    """Reasons for no answer, each once at most, with any of the codes or their usual ones."""
    kinds = draw(st.lists(st.sampled_from(list(MARKS.values())), max_size=3, unique=True))
    own = draw(st.lists(codes, min_size=len(kinds), max_size=len(kinds), unique=True))
    return tuple(Reason(one, draw(text(WORDS)), code) for one, code in zip(kinds, own, strict=True))


@st.composite
def options(draw, *, exclusive):
    """Options, some of which may exclude the others."""
    names = draw(st.lists(VALUES, min_size=1, max_size=4, unique_by=str.lower))
    codes = draw(
        st.lists(CODES, min_size=len(names), max_size=len(names), unique=True)
        | st.just(list(range(1, len(names) + 1)))
    )
    made = []
    for name, code in zip(names, codes, strict=True):
        missing = draw(st.sampled_from([None, None, None, *MARKS.values()]))
        alone = exclusive and (missing is not None or draw(st.booleans()))
        made.append(Option(name, draw(text(WORDS)), code, alone, missing))
    return tuple(made)
