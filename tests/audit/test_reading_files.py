"""Every kind of report is read; whatever can't be is refused with what to do about it."""

import random
import zipfile
from pathlib import Path

import pypdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from reports import docx, paragraph

from rundfrage.audit.document import Role
from rundfrage.audit.reading import read_report
from rundfrage.errors import Problem

PAGE = """<!doctype html><html><head><title>x</title><style>b{}</style></head><body>
<h1>Ergebnisse</h1><p>Es sagen <b>80&nbsp;%</b> ja.<br>Und 20 % nein.</p><script>90 %</script>
<table><tr><th>Antwort</th><th>Anteil</th></tr><tr><td>Ja</td><td>80 %</td></tr></table>
<h2>Bild</h2><img alt="Ja: 80 %"><blockquote>Mich haben 100 % genervt.</blockquote>
<svg viewBox="0 0 300 60" font-size="10"><text x="0" y="10">Ja</text><text x="0" y="40">Nein</text>
<text x="200" y="10">80 %</text><text x="60" y="40">20 %</text></svg></body></html>"""


OLE = b"\xd0\xcf\x11\xe0"
"""The head of old Office files, and of new ones behind a password."""


def of(path, *roles):
    document = read_report(path)
    wanted = [one for one in document.passages if not roles or one.role in roles]
    return [(one.page, one.text, one.row, one.column) for one in wanted]


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def slides(path: Path) -> Path:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Frage 1"
    data = CategoryChartData(number_format='0" %"')
    data.categories = ["Ja", "Nein"]
    data.add_series("Anteil", (80, 20))
    box = (Inches(1), Inches(2), Inches(4), Inches(3))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    grid = slide.shapes.add_table(2, 2, *box).table
    for at, text in enumerate(("Antwort", "n", "Ja", "40")):
        grid.cell(at // 2, at % 2).text = text
    slide.notes_slide.notes_text_frame.text = "Basis: n = 50"
    deck.save(path)
    return path


def pdf(path: Path, body: str) -> Path:
    path.write_bytes(typst.compile(f"#set page(width: 20cm, height: 10cm)\n{body}".encode()))
    return path


def test_text_knows_its_lines_and_sections(tmp_path):
    path = write(tmp_path / "a.txt", "# Eins\n\n80 %\nsagen ja\n\n# Zwei\n- 20 % nein\n")
    read = [(one.page, one.line, one.text) for one in read_report(path).passages]
    assert read == [(1, 1, "Eins"), (1, 3, "80 %\nsagen ja"), (2, 6, "Zwei"), (2, 7, "- 20 % nein")]


def test_markdown_tables_have_rows_and_columns(tmp_path):
    path = write(tmp_path / "a.md", "| Antwort | Anteil |\n|---|---:|\n| Ja | 80 % |\n")
    assert of(path, Role.CELL) == [(1, "80 %", "Ja", "Anteil")]


def test_a_page_is_read_as_a_browser_shows_it(tmp_path):
    path = write(tmp_path / "a.html", PAGE)
    assert of(path, Role.TEXT, Role.HEADING)[:3] == [
        (1, "Ergebnisse", "", ""),
        (1, "Es sagen 80\u00a0% ja. Und 20 % nein.", "", ""),
        (2, "Bild", "", ""),
    ]
    assert of(path, Role.CELL) == [
        (1, "80 %", "Ja", "Anteil"),
        (2, "80 %", "Ja", ""),
        (2, "20 %", "Nein", ""),
    ]
    assert of(path, Role.ALT) == [(2, "Ja: 80 %", "", "")]
    assert of(path, Role.QUOTE) == [(2, "Mich haben 100 % genervt.", "", "")]


def test_slides_bring_charts_tables_and_notes(tmp_path):
    path = slides(tmp_path / "a.pptx")
    assert of(path, Role.CHART) == [(1, "80 %", "Ja", "Anteil"), (1, "20 %", "Nein", "Anteil")]
    assert of(path, Role.CELL) == [(1, "40", "Ja", "n")]
    assert of(path, Role.NOTE) == [(1, "Basis: n = 50", "", "")]


def test_word_brings_sections_tables_and_footnotes(tmp_path):
    cell = "<w:tc>{}</w:tc>"
    rows = "".join(
        f"<w:tr>{''.join(cell.format(paragraph(text)) for text in row)}</w:tr>"
        for row in (("Antwort", "Anteil"), ("Ja", "80 %"))
    )
    body = paragraph("Eins", "Heading1") + paragraph("80 % sagen ja.") + f"<w:tbl>{rows}</w:tbl>"
    body += (
        paragraph("Zwei", "berschrift1")
        + "<w:p><w:del><w:r><w:delText>70 %</w:delText></w:r></w:del></w:p>"
    )
    note = paragraph("n = 50").replace(
        "<w:p>", '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    )
    path = docx(tmp_path / "a.docx", body, **{"word/footnotes.xml": f"<notes>{note}</notes>"})
    assert of(path) == [
        (1, "Eins", "", ""),
        (1, "80 % sagen ja.", "", ""),
        (1, "Antwort", "", ""),
        (1, "Anteil", "", ""),
        (1, "Ja", "", ""),
        (1, "80 %", "Ja", "Anteil"),
        (2, "Zwei", "", ""),
        (2, "n = 50", "", ""),
    ]  # fmt: skip


def test_a_pdf_is_read_as_it_stands_on_the_page(tmp_path):
    body = """Frage 1
    #place(top + left, dy: 2cm)[Ja, sehr gern und\\ immer wieder]
    #place(top + left, dx: 9cm, dy: 2.2cm)[80 %]
    #place(top + left, dy: 5cm)[Nein] #place(top + left, dx: 7cm, dy: 5cm)[20 %]
    #pagebreak() Zweite Seite"""
    path = pdf(tmp_path / "a.pdf", body)
    assert of(path, Role.CELL) == [
        (1, "80 %", "Ja, sehr gern und\nimmer wieder", ""),
        (1, "20 %", "Nein", ""),
    ]
    assert of(path, Role.TEXT)[-1] == (2, "Zweite Seite", "", "")


def test_the_kind_is_told_by_the_contents(tmp_path):
    path = slides(tmp_path / "really.docx")
    assert read_report(path).format == "pptx"
    assert read_report(write(tmp_path / "page.txt", PAGE)).format == "html"


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    return path


def entities(path: Path) -> Path:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE x [<!ENTITY l0 "ha">{lol}]><x>&l8;</x>')
    return path


def locked(path: Path) -> Path:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    writer.write(path)
    return path


def scanned(path: Path) -> Path:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)
    return path


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("none.pdf", lambda path: path, "no-such-report"),
        ("a.pdf", lambda path: write(path, b"%PDF-1.7\nnothing"), "report-broken"),
        ("a.pdf", locked, "report-encrypted"),
        ("a.docx", lambda path: write(path, OLE + b"E\0n\0c\0r\0y\0p\0t\0"), "report-encrypted"),
        ("a.pdf", scanned, "report-without-text"),
        ("a.txt", lambda path: write(path, b" \n"), "report-without-text"),
        ("a.html", lambda path: write(path, "<html><body></body></html>"), "report-without-text"),
        ("a.docx", lambda path: write(path, b"PK\x03\x04rubbish"), "report-broken"),
        ("a.docx", bomb, "report-too-large"),
        ("a.docx", entities, "report-broken"),
        ("a.docx", lambda path: docx(path, paragraph("")), "report-without-text"),
        ("a.xls", lambda path: write(path, OLE + b"\0" * 600), "report-format"),
        ("a.png", lambda path: write(path, b"\x89PNG\r\n\x1a\n\0\0\0"), "report-format"),
    ],
)  # fmt: skip
def test_refused_with_a_mend(tmp_path, name, make, code):
    path = make(tmp_path / name)
    with pytest.raises(Problem) as raised:
        read_report(path)
    assert raised.value.code == code
    assert raised.value.mend


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    return {
        ".pptx": slides(folder / "a.pptx").read_bytes(),
        ".docx": docx(folder / "a.docx", paragraph("80 % sagen ja.")).read_bytes(),
        ".pdf": pdf(folder / "a.pdf", "80 % sagen ja.").read_bytes(),
        ".html": PAGE.encode(),
        ".md": "# Eins\n\n| a | b |\n|--|--|\n| Ja | 80 % |\n\n„offen (12 %".encode(),
    }


@pytest.mark.trial
@given(
    suffix=st.sampled_from([".pptx", ".docx", ".pdf", ".html", ".md"]), seed=st.integers(0, 9999)
)
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_is_read_or_refused_and_never_more(whole, tmp_path, suffix, seed):
    rng = random.Random(seed)
    content = bytearray(whole[suffix])
    for _ in range(rng.randint(1, 12)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    if rng.random() < 0.3:
        del content[rng.randrange(len(content)) :]
    path = write(tmp_path / f"damaged{suffix}", bytes(content))
    try:
        assert read_report(path).passages
    except Problem as problem:
        assert problem.mend
