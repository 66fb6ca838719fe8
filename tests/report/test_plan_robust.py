"""Whatever the data are, a deck is made of them, and nothing on it overflows."""

import pytest
from surveys import (
    MISSING,
    day,
    deck_of,
    multiple,
    numeric,
    open_text,
    overflows,
    rank,
    scale,
    single,
    survey,
    times,
)

from rundfrage.codebook import Role
from rundfrage.dataset import Dataset
from rundfrage.report.document.model import Document
from rundfrage.report.figures import figures_json
from rundfrage.report.plan import plan
from rundfrage.report.quotes import Quotes, Release
from rundfrage.report.section.model import Section
from rundfrage.report.slides.chart import ChartKind
from rundfrage.tables import tabulate

LONG = "Bündnis für Integration, Teilhabe und Zusammenhalt im ganzen Land " * 8
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 9
EMOJI = "👩‍👩‍👧‍👦 Familie 👍🏽 und 🇩🇪 " * 5
ARABIC = "الاندماج والمشاركة في المجتمع مع 12 شخصًا " * 6
CHINESE = "社会融合与参与以及共同生活的重要性" * 12


def everything(label: str, n: int, options: int = 5) -> Dataset:
    """One question of every shape, all of whose words are `label`, with n respondents."""
    labels = [f"{number} {label}" for number in range(1, options + 1)]
    five = labels[:5]
    given = [f"c{1 + number % options}" for number in range(n)]
    steps = [f"c{1 + number % 5}" for number in range(n)]
    return survey(
        (single("q1", label, labels), given),
        (scale("q2", label, five), steps),
        (multiple("q3", label, labels, last=(Role.OTHER, Role.NONE)), given),
        *((scale(f"q4.i{item}", label, five, f"{item} {label}"), steps) for item in range(options)),
        *(
            (rank(f"q5.i{item}", label, f"{item} {label}"), [str(1 + item % 9)] * n)
            for item in range(options)
        ),
        (numeric("q6", label, nps=True, low=0, high=10), [str(one % 11) for one in range(n)]),
        (numeric("q7", label, unit="€"), [str(one * 1.5) for one in range(n)]),
        (day("q8", label), ["2020-09-23"] * n),
        (open_text("q9", label), [label] * n),
        title=label,
        ranking=("q5",),
        simulated=True,
    )


@pytest.mark.trial
@pytest.mark.parametrize("language", ["de", "en", "ar"])
@pytest.mark.parametrize("label", ["kurz", LONG, UNBROKEN, EMOJI, ARABIC, CHINESE])
def test_no_label_overflows(label, language):
    assert overflows(deck_of(everything(label, 40), language)) == []


@pytest.mark.parametrize("n", [0, 1, 4, 5, 29, 30])
def test_no_number_of_respondents_is_too_small(n):
    deck = deck_of(everything("kurz", n))
    assert overflows(deck) == []
    assert figures_json(deck)["schema"] == "rundfrage-figures/1"


@pytest.mark.trial
def test_three_hundred_options_and_items_end_on_a_fourth_slide():
    dataset = everything("Möglichkeit", 300, options=300)
    document = Document((Section(ChartKind(), question="q3"),))
    deck = plan(dataset, tabulate(dataset), language="de", document=document)
    assert overflows(deck) == []
    assert [slide.part for slide in deck.slides] == [1, 2, 3, 4]
    shown = sum(len(slide.chart.categories) for slide in deck.slides)
    rest = next(f for f in deck.slides[0].figures if f.binding == "q3.not_shown")
    assert rest.value == 300 - shown
    assert overflows(deck_of(dataset)) == []


def test_all_missing_gives_a_deck_that_says_so():
    for reason in MISSING:
        dataset = survey(
            (single("q1", "Frage?", ["Ja", "Nein"]), [reason] * 12),
            (scale("q2", "Und?"), [reason] * 12),
            (open_text("q2_open", "Warum?"), [reason] * 12),
        )
        deck = deck_of(dataset)
        assert overflows(deck) == []
        said = [claim.text for claim in deck.slides[1].claims]
        assert said == [f"{asked} – keine Antworten" for asked in ("Frage?", "Und?", "Warum?")]


def test_a_question_too_few_answered_shows_no_number_of_theirs():
    dataset = survey(
        (single("q1", "Frage?", ["Ja", "Nein"]), times(c1=40)),
        (single("q2", "Heikel?", ["Ja", "Nein"]), times(c1=2, c2=1, not_asked=37)),
    )
    deck = deck_of(dataset)
    assert [slide for slide in deck.slides if slide.source == "q2"] == []
    assert [f.binding for _, f in deck.figures if f.binding.startswith("q2")] == []


def test_long_quotations_are_set_across_the_slide():
    answers = ["Kurz.", LONG.strip(), (LONG * 3).strip(), UNBROKEN]
    dataset = survey((open_text("q1_open", "Warum?"), [*answers, "", "a", "b"]))
    release = Release({"q1_open": Quotes(answers[2], tuple(answers))})
    assert overflows(deck_of(dataset, quotes=release)) == []


@pytest.mark.parametrize("name", ["n", "asked", "mean", "top2", "not_shown", "share"])
def test_a_category_may_be_called_like_a_statistic(name):
    variable = multiple("q1", "Was?", ["A", "B"])
    variable = type(variable)(
        variable.name,
        variable.type,
        variable.label,
        tuple(
            type(one)(name if one.name == "c1" else one.name, one.label, one.code)
            for one in variable.categories
        ),
    )
    deck = deck_of(survey((variable, [name] * 30 + ["c2"] * 10)))
    assert figures_json(deck)["slides"] == len(deck.slides)


def test_a_variable_may_be_called_study():
    deck = deck_of(survey((single("study", "Was?", ["A", "B"]), times(c1=30, c2=10, blank=2))))
    bases = {figure.binding: figure.text for _, figure in deck.figures}
    assert (bases["study.n"], bases["study.variable.n"]) == ("42", "40")
