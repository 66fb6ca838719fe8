"""What every output must do, whichever is added: write all figures, whole, and always the same."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from pypdf import PdfReader
from sample import deck, over_waves
from sample_languages import arabic, hostile
from surveys import multiple, scale, single, survey, times

from rundfrage.report.build import ReportSettings, compose
from rundfrage.report.figures import figures_json
from rundfrage.report.outputs import OUTPUTS, Output, Report

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

every_output = pytest.mark.parametrize("output", OUTPUTS, ids=lambda one: one.name)
every_deck = pytest.mark.parametrize(
    "make", [deck, arabic, hostile, over_waves], ids=lambda one: one.__name__
)


def written(output: Output, report: Report, folder: Path) -> bytes:
    path = folder / f"report{output.suffix}"
    output.write(report, path)
    return path.read_bytes()


def squeezed(text: str) -> str:
    """Without spaces, which formats write as different characters or not at all."""
    return re.sub(r"\s", "", text)


# How to find a figure's text, output by output; a new output needs its line here.


def in_pptx(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "\n".join(
            text
            for name in package.namelist()
            if name.endswith(".xml")
            for text in _office_texts(ElementTree.fromstring(package.read(name)))
        )


def _office_texts(tree: ElementTree.Element) -> Iterator[str]:
    """Texts of paragraphs, and the values of a chart in the number formats of its labels."""
    for paragraph in tree.iter(f"{A}p"):
        yield "".join(run.text or "" for run in paragraph.iter(f"{A}t"))
    for series in tree.iter(f"{C}ser"):
        code = series.find(f"{C}dLbls/{C}numFmt")
        if code is None:
            continue
        formats = {"": code.get("formatCode")}
        for label in series.iterfind(f"{C}dLbls/{C}dLbl"):
            own = label.find(f"{C}numFmt")
            if own is not None:
                formats[label.find(f"{C}idx").get("val")] = own.get("formatCode")
        for point in series.iterfind(f"{C}val/{C}numRef/{C}numCache/{C}pt"):
            code = formats.get(point.get("idx"), formats[""])
            value = point.find(f"{C}v").text
            yield re.sub(r"\[.*?\]|;|\"", "", re.sub(r"\b0|(?<=\")0", value, code))


def in_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def in_html(content: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", content.decode()))


def in_xlsx(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    return "\n".join(str(value) for row in book.worksheets[1].values for value in row)


TEXT = {"pptx": in_pptx, "pdf": in_pdf, "html": in_html, "xlsx": in_xlsx}


@every_output
def test_it_prints_each_figure_with_the_text_of_figures_json(output, tmp_path):
    dataset = survey(
        (single("q1", "Machen Sie mit?", ("ja", "nein")), times(c1=37, c2=21)),
        (scale("q2", "Wie wichtig ist das?"), times(c1=25, c2=17, c3=11, c5=5)),
        (multiple("q3", "Was hilft?", ("Rat", "Geld")), ["c1 c2"] * 30 + ["c2"] * 28),
    )
    one, tables = compose(dataset, ReportSettings())
    figures = json.loads(json.dumps(figures_json(one)))["figures"]
    text = squeezed(TEXT[output.name](written(output, Report(one, tables), tmp_path)))
    assert figures
    assert [each["text"] for each in figures if squeezed(each["text"]) not in text] == []


@every_deck
@every_output
def test_it_writes_one_whole_file(output, make, tmp_path):
    content = written(output, Report(make(), ()), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"report{output.suffix}"]
    assert TEXT[output.name](content)


@pytest.mark.trial
@every_deck
@every_output
def test_the_same_report_is_the_same_bytes(output, make, tmp_path):
    report = Report(make(), ())
    assert written(output, report, tmp_path) == written(output, report, tmp_path)


@every_output
@every_deck
def test_what_an_output_does_not_read_changes_nothing_in_it(output, make, tmp_path):
    report = Report(make(), ())
    less = written(output, output.reads(report), tmp_path)
    assert less == written(output, report, tmp_path)


def test_names_and_endings_are_unique():
    assert [output.name for output in OUTPUTS] == ["pptx", "pdf", "html", "xlsx"]
    assert len({output.suffix for output in OUTPUTS}) == len(OUTPUTS)
