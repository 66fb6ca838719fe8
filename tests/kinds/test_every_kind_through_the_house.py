"""Every kind goes the whole way: proved, simulated, asked, printed, tabulated, drawn, exported.

What a layer does for a kind it does by the shape of its answers; here the two meet.
"""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from read_fields import fields_of

from kinds.kind_samples import asked
from rundfrage.codebook import Missing
from rundfrage.codebook.shapes import space_of
from rundfrage.dataset import ANSWERED
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook, write_dataset
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import KINDS
from rundfrage.look.theme import DEFAULT
from rundfrage.paper.form import form
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import route_of
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.questionnaire.versions.changes import Severity, changes
from rundfrage.report.deck import SlideRole
from rundfrage.report.plan import plan
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.offered import Submission
from rundfrage.respond.pages.pages import compile_pages
from rundfrage.rules import Answered, Not
from rundfrage.rules.answer_space import Amount
from rundfrage.rules.prove import example
from rundfrage.rules.route import Stop, reached
from rundfrage.simulate import simulate
from rundfrage.tables import tabulate

LANGUAGES = ("en", "de", "ar")
GARBAGE = ("\x00", "-1", "7", "99999", "0.123456789", "yes", "a\nb", "x" * 30_000)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_answered_kind = pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS if codebook_of(asked(kind)).variables],
    ids=lambda kind: kind.name,
)


def in_all_languages(kind):
    questionnaire = asked(kind)
    study = replace(questionnaire.study, languages=LANGUAGES)
    words = {one.path: one.text.translated(dict.fromkeys(LANGUAGES[1:], one.text.source))
             for one in texts(questionnaire)}  # fmt: skip
    return with_texts(replace(questionnaire, study=study), words)


def bonds(questionnaire):
    """The bond of each battery that has one, with the names of its members."""
    book = codebook_of(questionnaire)
    for battery in book.batteries:
        bond = battery.shape.bond([book[name] for name in battery.members], battery.total)
        if bond is not None:
            yield battery.members, bond


@every_kind
def test_its_samples_have_no_errors(kind):
    assert [one for one in check(in_all_languages(kind), "q.md") if one.severity != "warning"] == []


@every_answered_kind
def test_the_proof_knows_only_answers_that_can_be_given(kind):
    """Each question is answered in an example, in the space of its variable and by its bond."""
    questionnaire = asked(kind)
    route = route_of(Ground(questionnaire, "q.md"))
    book = codebook_of(questionnaire)
    for variable in book.variables:
        for condition in (Answered(variable.name), Not(Answered(variable.name))):
            stops = [*route.stops, Stop("then", condition, page=0)]
            path = example(stops, len(stops) - 1)
            if path is None:
                assert isinstance(condition, Not)
                continue
            assert reached(stops, path)[-1]
            assert (variable.name in path) == isinstance(condition, Answered)
            for members, bond in bonds(questionnaire):
                assert bond.fits(members, path)


@every_answered_kind
def test_simulated_respondents_give_answers_that_can_be_given(kind):
    questionnaire = asked(kind)
    dataset = simulate(questionnaire, 80)
    for variable in dataset.codebook.variables:
        column, space = dataset.columns[variable.name], space_of(variable)
        given = column.reasons == ANSWERED
        assert given.any() or variable.of is not None
        if isinstance(space, Amount):
            for value in column.values[given].tolist():
                answer = Decimal(repr(value))
                assert space.low <= answer <= space.high
                assert answer == space.beside(answer)[0]
    for members, bond in bonds(questionnaire):
        columns = [dataset.columns[name] for name in members]
        for row in range(dataset.n):
            answers = {name: Decimal(repr(float(one.values[row])))
                       for name, one in zip(members, columns, strict=True)
                       if one.reasons[row] == ANSWERED}  # fmt: skip
            assert bond.fits(members, answers)


@every_answered_kind
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_automatic_deck_does_not_refute_itself(kind, language):
    dataset = simulate(in_all_languages(kind), 120)
    deck = plan(dataset, tabulate(dataset), language=language, theme=DEFAULT)
    # A question with two answers is told by one number.
    drawn = {SlideRole.CHART, SlideRole.HEADLINE}
    shown = {slide.source for slide in deck.slides if slide.role in drawn and slide.source}
    tables = tabulate(dataset)
    assert shown == {table.name for table in tables if not table.shape.open}


@pytest.mark.trial
@every_answered_kind
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".sav", ".parquet"])
def test_its_answers_come_back_from_every_file(kind, suffix, tmp_path):
    dataset = simulate(asked(kind), 40)
    path = tmp_path / f"answers{suffix}"
    write_dataset(dataset, path)
    write_codebook(dataset.codebook, codebook_beside(path))
    again = read_dataset(path)
    assert again.codebook == dataset.codebook
    for name, column in dataset.columns.items():
        assert np.array_equal(again.columns[name].reasons, column.reasons)
    assert [table.blocks for table in tabulate(again)] == [
        table.blocks for table in tabulate(dataset)
    ]


@every_kind
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_on_paper_can_be_read_by_everybody(kind, language):
    assert form(in_all_languages(kind), language, "v").startswith(b"%PDF")


@every_kind
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_has_words_and_every_answer_is_reviewed(kind, language):
    questionnaire = in_all_languages(kind)
    instrument = ready("v", questionnaire)
    pages = compile_pages(instrument)
    asked_ = frozenset(question.name for question in questionnaire.questions)
    mistakes: list[Mistake] = []
    for question in questionnaire.questions:
        fields = sorted(fields_of(question))
        for value in GARBAGE:
            mistakes += question.kind.parse(question, {}, language).mistakes
            mistakes += question.kind.parse(
                question, dict.fromkeys(fields, (value,)), language
            ).mistakes
            for field in fields:
                mistakes += question.kind.parse(question, {field: (value,)}, language).mistakes
    assert bool(mistakes) == bool(instrument.codebook.variables)
    for mistake in mistakes:
        words = pages.mistake(language, mistake)
        assert "{" not in words
        filling = Filling(mistakes={mistake.control: words}, asked=asked_, token="t", key="k")
        assert words.encode() in pages.screen(language, 0, filling, back=False)
    blank = dict.fromkeys((one.name for one in instrument.codebook.variables), Missing.LEFT_BLANK)
    review = pages.review(language, walk(instrument, blank), Submission("t", "k")).decode()
    for name in asked_:
        if instrument.members[name]:
            assert f'screen/0?review#{name}"' in review or f"#{name}" in review


@every_answered_kind
def test_a_question_that_goes_or_becomes_another_is_told_with_what_it_costs(kind):
    questionnaire = asked(kind)
    assert changes(questionnaire, questionnaire) == ()
    page = questionnaire.pages[0]
    first, *rest = page.questions
    without = replace(questionnaire, pages=(replace(page, questions=tuple(rest)),))
    gone = {change.name: change.severity for change in changes(questionnaire, without)}
    assert gone[first.name] is Severity.ORPHANS
    back = {change.name: change.severity for change in changes(without, questionnaire)}
    assert back[first.name] is Severity.HARMLESS
