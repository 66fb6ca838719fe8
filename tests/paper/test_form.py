"""The questionnaire on paper: everything a respondent needs is on it, in each language."""

import re
from pathlib import Path

import page
import pypdf
import pypdfium2
import pytest

from kinds import town
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.paper.form import form
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.translation.texts import texts, with_texts

PROFILES = [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1]
EXAMPLE = Path(__file__).parents[2] / "examples" / "alliance-2020"
SURVEY = """\
---
survey: s
title: A form
language: en
scales:
  good: [good, fair, poor]
---
# First
Words to *read*, and **more** at [our page](https://alliance.example).

- the first point
- the second point, on a line
  of its own

## q1: Are you a member?
- ( ) yes: Yes
- ( ) o: Other, namely ____
## q2: What do you do?
- [ ] a: Act
- [-] none: Nothing
## q3: How is it?
(good)
## q4: And these?
(good)
- room: The room
- food: The food
## q5: Why?
____
____
## q6: How old are you?
[0..120 years]
## q7: Since when?
[date]
## q8: In which order?
1. one: The one
2. two: The other
## q9: How likely is it?
(0..10 not likely .. very likely)
# Second {if='q1 == "yes"'}
## q10: You said {{ q2 }}; what else?
____
## q11: That was all.
"""


def words_of(pdf, folder):
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def unsaid(questionnaire, language, found):
    """The texts of the questions that the words found on paper don't have, whatever their lines."""
    squeezed = re.sub(r"\s", "", found)
    return [
        one.path
        for one in texts(questionnaire)
        if one.path.split(":")[0] in {question.name for question in questionnaire.questions}
        for part in re.split("_{3,}", one.text.into(language))
        if re.sub(r"\s", "", part) not in squeezed
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_of_every_kind_is_on_the_form(language, tmp_path):
    found = words_of(form(town.QUESTIONNAIRE, language, "v"), tmp_path)
    assert unsaid(town.QUESTIONNAIRE, language, found) == []


def test_the_form_says_what_is_to_be_done(tmp_path):
    found = words_of(form(read(SURVEY, KINDS), "en", "0123456789abcdef"), tmp_path)
    for words in (
        "A form",
        "Words to read, and more at our page (https://alliance.example). • the first point",
        "• the second point, on a line of its own",
        "1 Are you a member?",
        "Month",
        "Write the rank into each box",
        "not likely very likely",
        "Fill in this part only if you ticked “Yes” in question 1.",
        "You said [your answer to question 2]; what else?",
        "That was all.",
        "0123456789abcdef",
        "Page 1 of",
    ):
        assert words in found


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("", ""),
        (" {max=2}", "Tick at most 2."),
        (" {min=1}", "Tick at least 1."),
        (" {min=1 max=2}", "Tick 1 to 2."),
        (" {min=2 max=2}", "Tick exactly 2."),
    ],
)
def test_how_many_may_be_chosen_is_said(bounds, said, tmp_path):
    options = "- [ ] a: Act\n- [ ] b: Bake\n- [ ] c: Cook"
    head = SURVEY.partition("# First")[0]
    source = f"{head}# First\n## q1: What do you do?{bounds}\n{options}\n"
    found = words_of(form(read(source, KINDS), "en", "v"), tmp_path)
    assert f"What do you do? {said} Act".replace("  ", " ") in found


@pytest.mark.trial
def test_the_example_is_whole_on_paper_and_passes_validation(tmp_path):
    questionnaire = read_questionnaire(EXAMPLE)
    found = words_of(form(questionnaire, "de", "v"), tmp_path)
    assert unsaid(questionnaire, "de", found) == []


@pytest.mark.parametrize("language", ["de", "en", "ar"])
@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_another_program_finds_it_fit_for_everybody(language, profile, tmp_path):
    made = form(read_questionnaire(EXAMPLE), language, "v")
    report = page.validate_pdf_bytes(made, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant
    path = tmp_path / "form.pdf"
    path.write_bytes(made)
    assert str(pypdf.PdfReader(path).trailer["/Root"]["/Lang"]).startswith(language)


def test_the_same_questionnaire_gives_the_same_bytes():
    questionnaire = read(SURVEY, KINDS)
    assert form(questionnaire, "en", "v") == form(questionnaire, "en", "v")


def test_what_the_fonts_lack_is_named():
    with pytest.raises(Problem) as caught:
        form(read(SURVEY.replace("Nothing", "没有"), KINDS), "en", "v")
    assert caught.value.code == "paper-refused"
    assert "有" in caught.value.found


def test_what_is_longer_than_a_page_goes_on_overleaf_with_its_headings(tmp_path):
    statement = " ".join(["with a long wording of its own"] * 6)
    items = "\n".join(f"- i{at}: Statement {at} {statement}" for at in range(13))
    source = SURVEY.partition("# First")[0] + f"# First\n## q1: How?\n(good)\n{items}\n"
    path = tmp_path / "form.pdf"
    path.write_bytes(form(read(source, KINDS), "en", "v"))
    pages = [one.extract_text() for one in pypdf.PdfReader(path).pages]
    shown = ["fair" in text for text in pages if "Statement" in text]
    assert shown == [True, True]
    assert sum(text.count("Statement ") for text in pages) >= 13


def edges(pdf):
    """How far left and right the characters of each page lie."""
    for sheet in pypdfium2.PdfDocument(pdf):
        words = sheet.get_textpage()
        places = [
            words.get_charbox(at)
            for at in range(words.count_chars())
            if words.get_text_range(at, 1).strip()
        ]
        yield min(left for left, *_ in places), max(right for _, _, right, _ in places)


@pytest.mark.trial
@pytest.mark.parametrize("word", ["Rindfleischetikettierungsüberwachungsaufgaben" * 3, "x" * 150])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_words_without_an_end_break_within_the_sheet_whatever_they_say(word, language):
    endless = {
        one.path: one.text.translated({language: f"So {word} so"})
        for one in texts(town.QUESTIONNAIRE)
    }
    made = form(with_texts(town.QUESTIONNAIRE, endless), language, "v")
    left, right = 2 * 72 / 2.54, 19 * 72 / 2.54
    for first, last in edges(made):
        # Hyphens hang over by a hair.
        assert left - 2 <= first
        assert last <= right + 2


@pytest.mark.parametrize("items", [16, 20, 21, 22, 23, 24, 60])
def test_no_heading_stands_without_its_question(items):
    listed = "\n".join(f"- i{at}: Item {at}" for at in range(items))
    head = SURVEY.partition("# First")[0]
    source = f"{head}# The page\n## q1: The question\n[sum 100 points]\n{listed}\n"
    pages = [
        sheet.get_textpage().get_text_range()
        for sheet in pypdfium2.PdfDocument(form(read(source, KINDS), "en", "v"))
    ]
    for words in ("The page", "The question", "Item 0"):
        assert words in pages[0]
    assert all("Item" in page for page in pages)


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "= 1.000.000 €"), ("en", "= 1,000,000 €"), ("fr", "= 1 000 000 €")],
)
def test_numbers_stand_on_paper_as_the_language_writes_them(language, said, tmp_path):
    head = SURVEY.partition("# First")[0].replace("language: en", f"language: {language}")
    source = f"{head}# P\n## q: Q?\n[sum 1000000 €]\n- a: A\n- b: B\n## r: R?\n[slider -9999..1]\n"
    found = words_of(form(read(source, KINDS), language, "v"), tmp_path)
    assert said in found
    assert "\u22129999" in found
