"""What is not translated is said in English, and every output says that it is English.

The survey has words in Spanish and is printed in Finnish, which the program doesn't speak, but for
two words that the survey brings along.
"""

import re
import zipfile

import pypdf
import pytest
from openpyxl import load_workbook
from survey_words import SURVEY, run, supply


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    survey = tmp_path_factory.mktemp("survey")
    (survey / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    run("simulate", survey, "-n", "40", "--seed", "1")
    run("translate", survey, "--program", "--language", "fi")
    own = {"program:deck:ribbon": "Simuloituja vastauksia", "program:deck:share": "Osuus"}
    supply(survey, "fi", **own)
    run("report", survey, "--language", "fi")
    run("tables", survey, "--language", "fi", "--format", "html")
    run("print", survey, "--language", "fi")
    return survey / "out"


def structure(element, found):
    """The kinds of structure elements of a PDF that have a language of their own, by language."""
    element = element.get_object()
    if isinstance(element, list):
        for one in element:
            structure(one, found)
    elif isinstance(element, dict):
        if "/Lang" in element:
            found.setdefault(element["/Lang"], set()).add(element.get("/S", ""))
        if "/K" in element:
            structure(element["/K"], found)
    return found


def languages_of_pdf(file):
    """Its own language, and those of its structure elements and marked pieces of text."""
    reader = pypdf.PdfReader(file)
    root = reader.trailer["/Root"]
    content = b"".join(page.get_contents().get_data() for page in reader.pages)
    marked = {one.decode() for one in re.findall(rb"/Lang ?\((\w+)\)", content)}
    return root["/Lang"], structure(root["/StructTreeRoot"], {}), marked


def test_the_page_marks_what_is_english_and_nothing_else(out):
    page = (out / "report.html").read_text("utf-8")
    assert '<html lang="fi" dir="ltr">' in page
    assert '<span lang="en" dir="ltr">Base: n\u00a0=\u00a0</span>' in page
    assert '<summary><span lang="en" dir="ltr">Wording, base and method</span></summary>' in page
    assert re.search(r'role="img" aria-label="Bar chart on: [^"]*" lang="en" dir="ltr">', page)
    assert '<p class="ribbon">Simuloituja vastauksia</p>' in page
    assert '<th scope="col">Osuus</th>' in page
    assert 'lang="en"' not in re.sub(r"<[^>]*>", "", page)
    for title in re.findall(r"<title>(.*?)</title>", page):
        assert "<" not in title


def test_slides_mark_their_runs(out):
    with zipfile.ZipFile(out / "report.pptx") as package:
        slides = "".join(
            package.read(name).decode()
            for name in package.namelist()
            if re.fullmatch(r"ppt/(slides/slide|notesSlides/notesSlide)\d+\.xml", name)
        )
    runs = re.findall(r'<a:rPr lang="([\w-]+)"[^/]*?(?:/>|>.*?</a:rPr>)<a:t>([^<]*)</a:t>', slides)
    english = {text for language, text in runs if language == "en-US"}
    finnish = {text for language, text in runs if language == "fi-FI"}
    assert english >= {"not representative", "The answers are simulated."} or any(
        "not representative" in text for text in english
    )
    assert not any("representative" in text for text in finnish)
    assert any("Simuloituja vastauksia" in text for text in finnish)
    assert {language for language, _ in runs} == {"en-US", "fi-FI"}


def test_pdfs_mark_their_text(out):
    language, elements, marked = languages_of_pdf(out / "report.pdf")
    assert language == "fi"
    assert elements["en"] >= {"/P", "/H2"}
    assert marked >= {"en"}
    language, elements, marked = languages_of_pdf(out / "s-form-fi.pdf")
    assert (language, {*elements, *marked}) == ("fi", {"en"})


def test_tables_mark_their_headings(out):
    page = (out / "tables.html").read_text("utf-8")
    assert '<html lang="fi" dir="ltr">' in page
    assert '<th scope="col"><span lang="en" dir="ltr">Answer</span></th>' in page
    assert '<nav aria-label="Contents" lang="en" dir="ltr">' in page


def test_a_workbook_has_no_way_to_say_so_and_says_the_words(out):
    book = load_workbook(out / "report.xlsx")
    assert book.sheetnames[:2] == ["Overview", "Figures"]
    assert "Simuloituja vastauksia" in [cell.value for cell in book["Overview"]["A"]]
