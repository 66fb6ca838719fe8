"""Hypothesis strategies for whole questionnaires, with questions of every kind."""

import datetime
from dataclasses import replace

from hypothesis import strategies as st

from kinds.any_words import LANGUAGE, VALUES, WORDS, reasons, text
from kinds.kind_samples import SPECIMENS
from rundfrage.codebook import Net, Sample, Study
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.blocks import hint_in, is_answer
from rundfrage.questionnaire.measure import variables_of
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

LINES = WORDS.filter(
    lambda words: not is_answer(words) and not words.startswith("#") and hint_in(words) is None
)


def paragraphs(lines):
    paragraph = st.lists(lines, min_size=1, max_size=2).map("\n".join)
    return st.lists(paragraph.filter(lambda one: hint_in(one) is None), min_size=1, max_size=2).map(
        "\n\n".join
    )


PROSE = paragraphs(LINES)
PAGE_PROSE = paragraphs(WORDS.filter(lambda words: not words.startswith("#")))
HINTS = WORDS.filter(lambda words: hint_in(f"*{words}*") == words and not is_answer(f"*{words}*"))
PERIODS = (
    st.lists(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 1, 1)), min_size=2, max_size=2)
    .map(sorted)
    .map(tuple)
)
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


@st.composite
def questions(draw, name, scales):
    each = [st.tuples(st.just(kind), SPECIMENS[kind].bodies(scales)) for kind in KINDS]
    kind, body = draw(st.one_of(each))
    wording = draw(WORDS)
    more = draw(st.none() | PROSE)
    labels = getattr(body, "options", ())
    members = [option.name for option in labels if option.missing is None]
    nets = ()
    if members and draw(st.booleans()):
        label = WORDS.filter(lambda words: "=" not in words and words[0] not in "[#\"'")
        nets = (Net("joined_up", draw(text(label)), tuple(members)),)
    question = Question(
        name,
        kind,
        Text.of(f"{wording}\n\n{more}" if more else wording, LANGUAGE),
        body,
        draw(st.just(EMPTY) | text(HINTS)),
        draw(st.none() | CONDITIONS),
        shuffle="shuffle" in kind.attributes and draw(st.booleans()),
        nets=nets,
    )
    return replace(question, required=bool(variables_of(question)) and draw(st.booleans()))


@st.composite
def questionnaires(draw):
    scale = st.builds(
        Scale,
        VALUES,
        st.lists(WORDS, min_size=2, max_size=4, unique=True).map(
            lambda labels: tuple(Text.of(label, LANGUAGE) for label in labels)
        ),
        reasons(st.integers(5, 32_767)),
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
        draw(st.sampled_from([Sample.OPEN, Sample.LIST, Sample.PROBABILITY])),
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
