"""What every kind keeps to where respondents answer: its form, and what it makes of what is sent.

A kind added to the list is tested here too.
"""

import re

import pytest
from answer_strategies import answers, posted
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from read_fields import fields_of
from rendered_question import controls, rendered, sent, tree

from kinds.kind_samples import asked
from proofs import examples
from rundfrage.codebook import Missing
from rundfrage.codebook.shapes import space_of
from rundfrage.fieldwork.stored_answers import read as read_kept
from rundfrage.fieldwork.stored_answers import written as written_kept
from rundfrage.questionnaire.answers.posted import Mistake, Parsed
from rundfrage.questionnaire.measure import codebook_of, measured, variables_of
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.rules.answer_space import Amount, Day, FreeText, OneOf, SomeOf

LANGUAGES = ("en", "de", "ar")


def in_all_languages():
    """The sample questions of every kind, translated into all languages."""
    questionnaire = asked()
    translations = {
        one.path: one.text.translated({name: f"{name}: {one.text.source}" for name in ("de", "ar")})
        for one in texts(questionnaire)
    }
    return with_texts(questionnaire, translations)


QUESTIONNAIRE = in_all_languages()
BOOK = codebook_of(QUESTIONNAIRE)
every_question = pytest.mark.parametrize(
    "question", QUESTIONNAIRE.questions, ids=lambda question: question.name
)
every_language = pytest.mark.parametrize("language", LANGUAGES)
any_language = st.sampled_from(LANGUAGES)
some_examples = examples(25, suppress_health_check=list(HealthCheck))


def parse(question, fields, language="en"):
    return question.kind.parse(question, fields, language)


def view(question, given, language="en"):
    return question.kind.view(question, given, language)


def wrong_at(names):
    return [Mistake(name, "not-offered") for name in sorted(names)]


@every_question
@some_examples
@given(data=st.data(), language=any_language)
def test_answers_come_back_from_the_fields_that_show_them(question, data, language):
    given_ = data.draw(answers(question))
    assert parse(question, view(question, given_, language), language) == Parsed(given_)


@every_question
@examples(10, suppress_health_check=list(HealthCheck))
@given(data=st.data(), language=any_language)
def test_answers_come_back_from_the_page_that_shows_them(question, data, language):
    given_ = data.draw(answers(question))
    page = rendered(question, language, view(question, given_, language))
    assert parse(question, sent(tree(page)), language) == Parsed(given_)


@every_question
@some_examples
@given(data=st.data(), language=any_language)
def test_whatever_is_posted_is_a_mistake_or_an_answer_that_the_dataset_takes(
    question, data, language
):
    values = {"", "<", "\x00", "a", "1", "2", "4", "12", "31", "٣", "1.5", "2020", "yes", "none",
              "fair"}  # fmt: skip
    parsed = parse(question, data.draw(posted(question, fields_of(question), values)), language)
    assert tuple(parsed.answers) == variables_of(question)
    if not parsed.mistakes:
        for name, answer in parsed.answers.items():
            assert takes(BOOK[name], answer), (name, answer)
        assert bonded(question, parsed.answers)
        assert read_kept(written_kept(parsed.answers), BOOK) == parsed.answers
        shown = view(question, parsed.answers, language)
        assert parse(question, shown, language) == parsed
    for mistake in parsed.mistakes:
        assert tree(rendered(question, language)).get_element_by_id(mistake.control) is not None


def bonded(question, found):
    """Whether the answers keep to what one of them says of the others."""
    battery = measured(question).battery
    if battery is None:
        return True
    bond = battery.shape.bond([BOOK[name] for name in battery.members], battery.total)
    given_ = {name: one for name, one in found.items() if not isinstance(one, Missing)}
    return bond is None or bond.fits(battery.members, given_)


def takes(variable, answer):
    if isinstance(answer, Missing):
        reasons = {missing.reason for missing in variable.missing}
        return answer in reasons | {Missing.LEFT_BLANK}
    match space_of(variable):
        case OneOf(names):
            return answer in names
        case SomeOf(names, alone, least, most):
            free = len(answer - alone)
            bounded = (least or 1) <= free <= (len(names) if most is None else most)
            return answer <= set(names) and (bounded if free else len(answer) == 1)
        case Amount(low, high, decimals, step):
            stepped = step is None or (answer - low) % step == 0
            return low <= answer <= high and stepped and -answer.as_tuple().exponent <= decimals
        case Day(first, last):
            return first is None or first <= answer <= last
        case FreeText():
            return not answer.isspace() and answer.encode().decode() == answer != ""


@every_question
def test_a_million_values_and_a_million_letters_are_no_more_than_a_mistake(question):
    for values in (("1",) * 1_000_000, ("9" * 1_000_000,), (" \n" * 500_000 + "x",)):
        fields = dict.fromkeys(fields_of(question), values)
        assert tuple(parse(question, fields).answers) == variables_of(question)


@every_question
@every_language
def test_a_question_without_an_answer_is_left_blank_or_told_to_be_required(question, language):
    for fields in ({}, dict.fromkeys(fields_of(question), ()),
                   dict.fromkeys(fields_of(question), ("",))):  # fmt: skip
        parsed = parse(question, fields, language)
        assert set(parsed.answers.values()) <= {Missing.LEFT_BLANK}
        assert {one.code for one in parsed.mistakes} == (
            {"required"} if question.required else set()
        )
        assert {one.control for one in parsed.mistakes} <= {question.name, *parsed.answers}


@every_question
@every_language
def test_its_controls_are_the_fields_that_are_read_and_each_has_a_label(question, language):
    form = tree(rendered(question, language))
    assert {control.get("name") for control in controls(form)} == fields_of(question)
    labels = {label.get("for"): label.text_content() for label in form.iter("label")}
    assert set(labels) == {control.get("id") for control in controls(form)}
    assert all(label.strip() for label in labels.values())


@every_question
@every_language
def test_its_ids_are_unique_and_its_groups_have_a_legend(question, language):
    names = fields_of(question)
    page = rendered(question, language, dict.fromkeys(names, ("1",)), wrong_at(names))
    form = tree(page)
    ids = form.xpath("//@id")
    assert len(set(ids)) == len(ids)
    for control in form.xpath("//input[@type='radio' or @type='checkbox']"):
        legend = next(control.iterancestors("fieldset"))[0]
        assert legend.tag == "legend"
        assert legend.text_content().strip()


@every_question
@every_language
def test_it_says_its_texts_in_the_language_and_nothing_an_author_wrote_becomes_html(
    question, language
):
    page = rendered(question, language)
    form = tree(page)
    assert form.xpath("//b | //script | //@style | //*[@*[starts-with(name(), 'on')]]") == []
    words = re.sub(r"\s+", " ", form.text_content())
    said = [question.wording, *question.paragraphs(language), question.hint]
    for text in said:
        assert text.into(language) in words
    for _, text in question.kind.texts(question.body):
        assert re.sub("_{3,}", "…", text.into(language)) in words


@every_question
def test_each_mistake_stands_at_its_control_and_is_named_by_it(question):
    spoilt = [parse(question, {field: ("\x00",)}) for field in fields_of(question)]
    found = [mistake.control for parsed in spoilt for mistake in parsed.mistakes]
    assert bool(found) == bool(fields_of(question))
    told = wrong_at({*found, question.name} if found else set())
    form = tree(rendered(question, "en", {}, told))
    errors = form.xpath("//p[@class='error']/@id")
    assert sorted(errors) == sorted(f"{mistake.control}-error" for mistake in told)
    described = " ".join(form.xpath("//@aria-describedby")).split()
    assert sorted(one for one in described if one.endswith("-error")) == sorted(errors)
    for mistake in told:
        at = form.get_element_by_id(mistake.control)
        assert at.tag == "fieldset" or at in controls(form)


@every_question
def test_a_hint_is_named_by_its_question(question):
    form = tree(rendered(question, "en"))
    hints = form.xpath("//*[@class='hint']/@id")
    assert len(hints) <= 1
    assert bool(hints) or not question.hint
    if fields_of(question):
        assert form.xpath("//@aria-describedby") == hints


@every_question
def test_options_and_items_are_shuffled_piece_by_piece_if_the_question_is(question):
    page = rendered(question, "en")
    pieces = re.findall("<!-- (piece|last|order|end)", page)
    if not question.shuffle:
        assert pieces == []
        return
    members = getattr(question.body, "options", None) or question.body.items
    stay = [getattr(member, "stays_last", False) for member in members]
    assert pieces == ["order", *("last" if last else "piece" for last in stay), "end"]


@every_question
def test_it_is_marked_as_required_only_where_that_tells_it_apart(question):
    assert "[required]" not in rendered(question, "en")
    marked = "[required]" in rendered(question, "en", mark_required=True)
    assert marked == question.required


@every_question
def test_radio_buttons_can_be_cleared_unless_an_answer_is_required(question):
    names = fields_of(question)
    form = tree(rendered(question, "en", dict.fromkeys(names, ("1",))))
    radios = set(form.xpath("//input[@type='radio']/@name"))
    clears = form.xpath("//button[@name='clear']/@value")
    assert sorted(clears) == ([] if question.required else sorted(radios))
