"""Hypothesis strategies for whole questionnaires, with questions of every kind."""

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from rundfrage.codebook import Missing, Net, Sample, Study
from rundfrage.kinds import KINDS
from rundfrage.kinds.date import DateBody
from rundfrage.kinds.grid import GridBody
from rundfrage.kinds.multiple import MultipleBody
from rundfrage.kinds.number import NumberBody
from rundfrage.kinds.numeric_scale import NumericScaleBody
from rundfrage.kinds.ranking import RankingBody
from rundfrage.kinds.reading import ReadingBody
from rundfrage.kinds.scale import ScaleBody
from rundfrage.kinds.single import SingleBody
from rundfrage.kinds.text import TextBody
from rundfrage.questionnaire.bodies.items import Item
from rundfrage.questionnaire.bodies.options import Option
from rundfrage.questionnaire.markdown.blocks import hint_in, is_answer
from rundfrage.questionnaire.model import (
    Page,
    PageRole,
    Participation,
    Question,
    Questionnaire,
    Quota,
    Scale,
)
from rundfrage.rules import And, Answered, Compare, Contains, Count, Not
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
LINES = WORDS.filter(
    lambda words: not is_answer(words) and not words.startswith("#") and hint_in(words) is None
)


def text(words):
    return words.map(lambda each: Text.of(each, LANGUAGE))


def paragraphs(lines):
    paragraph = st.lists(lines, min_size=1, max_size=2).map("\n".join)
    return st.lists(paragraph.filter(lambda one: hint_in(one) is None), min_size=1, max_size=2).map(
        "\n\n".join
    )


PROSE = paragraphs(LINES)
PAGE_PROSE = paragraphs(WORDS.filter(lambda words: not words.startswith("#")))
HINTS = WORDS.filter(lambda words: hint_in(f"*{words}*") == words and not is_answer(f"*{words}*"))
VALUES = st.from_regex(r"[a-zA-Z0-9_][a-zA-Z0-9_-]{0,6}", fullmatch=True).filter(
    lambda name: name.lower() != "hint"
)
CODES = st.integers(-9_999, 32_767)
WHOLE = st.integers(1, 99)


@st.composite
def options(draw, *, exclusive):
    names = draw(st.lists(VALUES, min_size=1, max_size=4, unique_by=str.lower))
    codes = draw(
        st.lists(CODES, min_size=len(names), max_size=len(names), unique=True)
        | st.just(list(range(1, len(names) + 1)))
    )
    made = []
    for name, code in zip(names, codes, strict=True):
        missing = draw(st.sampled_from([None, None, Missing.DONT_KNOW, Missing.REFUSED]))
        alone = exclusive and (missing is not None or draw(st.booleans()))
        made.append(Option(name, draw(text(WORDS)), code, alone, missing))
    return tuple(made)


@st.composite
def multiple(draw):
    chosen = draw(options(exclusive=True).filter(lambda all_: any(not o.exclusive for o in all_)))
    free = sum(not option.exclusive for option in chosen)
    most = draw(st.none() | st.integers(1, free))
    least = draw(st.none() | st.integers(0, most or free))
    return MultipleBody(chosen, least, most)


ITEMS = st.lists(st.builds(Item, VALUES, text(WORDS)), min_size=2, max_size=4,
                 unique_by=lambda item: item.name.lower()).map(tuple)  # fmt: skip


@st.composite
def ranking(draw):
    items = draw(ITEMS)
    return RankingBody(items, draw(st.none() | st.integers(1, len(items))))


@st.composite
def number(draw):
    places = draw(st.integers(0, 3))
    low, high = sorted(
        draw(st.lists(st.integers(-9_999, 9_999), min_size=2, max_size=2, unique=True))
    )
    unit = WORDS.filter(lambda words: "[" not in words and "]" not in words)
    bounds = [Decimal(bound).scaleb(-places) for bound in (low, high)]
    return NumberBody(*bounds, draw(st.just(EMPTY) | text(unit)))


@st.composite
def numeric_scale(draw):
    low = draw(st.integers(-50, 50))
    end = text(WORDS.filter(lambda words: ".." not in words))
    ends = draw(st.just((EMPTY, EMPTY)) | st.tuples(end, end))
    if draw(st.booleans()):
        return NumericScaleBody(0, 10, *ends, nps=True)
    return NumericScaleBody(low, low + draw(st.integers(1, 100)), *ends)


DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 1, 1))
PERIODS = st.lists(DAYS, min_size=2, max_size=2).map(sorted).map(tuple)


def bodies(scales):
    rated = []
    if scales:
        scale = st.sampled_from(scales)
        rated = [
            st.tuples(st.just("scale"), st.builds(ScaleBody, scale)),
            st.tuples(st.just("grid"), st.builds(GridBody, scale, ITEMS)),
        ]
    return st.one_of(
        st.tuples(
            st.just("single"), st.builds(SingleBody, options(exclusive=False), st.booleans())
        ),
        st.tuples(st.just("multiple"), multiple()),
        st.tuples(st.just("text"), st.builds(TextBody, st.booleans(), st.none() | WHOLE)),
        st.tuples(st.just("number"), number()),
        st.tuples(st.just("date"), st.just(DateBody()) | PERIODS.map(lambda days: DateBody(*days))),
        st.tuples(st.just("ranking"), ranking()),
        st.tuples(st.just("numeric_scale"), numeric_scale()),
        st.tuples(st.just("reading"), st.just(ReadingBody())),
        *rated,
    )  # fmt: skip


RESERVED = {
    "and", "or", "not", "in", "answered", "count", "title", "subtitle", "page", "scale", "net",
}  # fmt: skip
NAMES = st.from_regex(r"[a-z_][a-z0-9_]{0,6}", fullmatch=True).filter(
    lambda name: name not in RESERVED
)
CONDITIONS = st.one_of(
    st.builds(Compare, NAMES, st.sampled_from(["==", "<="]), st.integers(0, 9).map(float) | WORDS),
    st.builds(lambda one, other: And((Contains("a", one), Not(Answered(other)))), NAMES, NAMES),
    st.builds(Count, NAMES, st.just(">="), st.integers(0, 9)),
)
ROLES = [role for role in PageRole if role is not PageRole.QUESTIONS]
SHUFFLED = {"single", "multiple", "grid", "ranking"}


@st.composite
def questions(draw, name, scales):
    name_of_kind, body = draw(bodies(scales))
    kind = next(one for one in KINDS if one.name == name_of_kind)
    wording = draw(WORDS)
    more = draw(st.none() | PROSE)
    labels = getattr(body, "options", ())
    members = [option.name for option in labels if option.missing is None]
    nets = ()
    if members and name_of_kind in ("single", "multiple") and draw(st.booleans()):
        label = WORDS.filter(lambda words: "=" not in words and words[0] not in "[#\"'")
        nets = (Net("joined_up", draw(text(label)), tuple(members)),)
    return Question(
        name,
        kind,
        Text.of(f"{wording}\n\n{more}" if more else wording, LANGUAGE),
        body,
        draw(st.just(EMPTY) | text(HINTS)),
        draw(st.none() | CONDITIONS),
        name_of_kind != "reading" and draw(st.booleans()),
        name_of_kind in SHUFFLED and draw(st.booleans()),
        nets,
    )


@st.composite
def questionnaires(draw):
    scale = st.builds(
        Scale,
        VALUES,
        st.lists(WORDS, min_size=2, max_size=4, unique=True).map(
            lambda labels: tuple(Text.of(label, LANGUAGE) for label in labels)
        ),
    )
    scales = draw(st.lists(scale, max_size=2, unique_by=lambda one: one.name.lower()))
    names = draw(st.lists(NAMES, max_size=4, unique=True))
    made = [draw(questions(name, scales)) for name in names]
    cut = draw(st.integers(0, len(made)))
    pages = [
        Page(
            draw(text(WORDS)),
            tuple(part),
            draw(st.just(EMPTY) | text(PAGE_PROSE)),
            draw(st.none() | CONDITIONS),
        )
        for part in (made[:cut], made[cut:])
    ]
    for role in draw(st.lists(st.sampled_from(ROLES), max_size=3, unique=True)):
        condition = draw(CONDITIONS) if role is PageRole.SCREENOUT else None
        page = Page(draw(text(WORDS)), (), draw(text(PAGE_PROSE)), condition, role)
        pages.insert(draw(st.integers(0, len(pages))), page)
    study = Study(
        draw(st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)),
        draw(text(WORDS)),
        draw(st.just(EMPTY) | text(WORDS)),
        draw(st.just("") | WORDS),
        LANGUAGE,
        draw(st.sampled_from([(LANGUAGE,), (LANGUAGE, "en"), ("ar", LANGUAGE)])),
        draw(st.none() | PERIODS),
        draw(st.sampled_from(Sample)),
    )
    quotas = st.lists(
        st.builds(Quota, VALUES, st.integers(1, 999_999_999), CONDITIONS),
        max_size=2,
        unique_by=lambda one: one.name.lower(),
    )
    return Questionnaire(
        study,
        tuple(pages),
        tuple(scales),
        draw(st.booleans()),
        draw(st.sampled_from(Participation)),
        tuple(draw(quotas)),
    )
