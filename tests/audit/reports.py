"""Reports and a small survey for the tests of the audit."""

import zipfile
from pathlib import Path

from rundfrage.audit.document import Document, Passage, Role
from rundfrage.audit.examine import examine_document
from rundfrage.audit.survey import survey_of
from rundfrage.services.answers import load
from rundfrage.services.survey import open_source

QUESTIONNAIRE = """---
survey: garden
title: Der Gemeinschaftsgarten
language: de
field: 2024-05-02 .. 2024-05-20
sample: open
required: none
scales:
  wichtig: [sehr wichtig, wichtig, neutral, weniger wichtig, unwichtig]
---

# Garten

## q1: Kommen Sie regelmäßig in den Garten?

- ( ) ja: Ja
- ( ) nein: Nein

## q2: Wie wichtig ist Ihnen das Folgende?

(wichtig)

- ruhe: Ruhe und Erholung
- gemuese: Eigenes Gemüse ernten
- feste: Feste mit der Nachbarschaft feiern

## q3: Was haben Sie angebaut?

- [ ] tomaten: Tomaten
- [ ] bohnen: Bohnen
- [ ] blumen: Blumen
- [-] nichts: Nichts davon

## q4: Wie wichtig ist der Garten für die ganze Stadt?

(wichtig)
"""


def garden(folder: Path) -> Path:
    """A survey of 50 whose numbers can be told at a glance.

    q1: 40 of 50 ja (80 %). q2.ruhe: 25, 15, 10 (50/30/20 %, mean 1,70); gemuese: 10, 20, 20
    (20/40/40 %, mean 2,20); feste: all neutral (mean 3,00). q3: 30, 20, 5 of 40 (75/50/13 %).
    q4: 20, 20, 5, 3, 2 (40/40/10/6/4 %, mean 1,94).
    """
    folder.mkdir()
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    lines = ["q1,q2.ruhe,q2.gemuese,q2.feste,q3.tomaten,q3.bohnen,q3.blumen,q3.nichts,q4"]
    for row in range(50):
        ruhe = 1 if row < 25 else 2 if row < 40 else 3
        gemuese = 1 if row < 10 else 2 if row < 30 else 3
        city = 1 if row < 20 else 2 if row < 40 else 3 if row < 45 else 4 if row < 48 else 5
        grown = (row < 30, row < 20, row < 5, 30 <= row < 40)
        marks = ",".join(str(int(one)) for one in grown) if row < 40 else ",,,"
        lines.append(f"{1 if row < 40 else 2},{ruhe},{gemuese},3,{marks},{city}")
    (folder / "answers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def survey(folder: Path, language: str = "de"):
    return survey_of(load(open_source(garden(folder))), language)


def document(*texts: str, page: int = 1) -> Document:
    """A document of running text on one page, a passage each, lines counted on."""
    line, passages = 1, []
    for text in texts:
        passages.append(Passage(text, page, line))
        line += text.count("\n") + 2
    return Document("report.txt", "txt", "section", 1, tuple(passages))


def pages(*texts: tuple[str, ...]) -> Document:
    """A document of several pages of running text."""
    passages = [Passage(text, page, None) for page, one in enumerate(texts, 1) for text in one]
    return Document("report.txt", "txt", "section", len(texts), tuple(passages))


def table(rows: dict[str, tuple[str, ...]], *columns: str, before: tuple[str, ...] = ()):
    """A document of one page with a table: label to cells under the columns."""
    passages = [Passage(text, 1) for text in before]
    for label, cells in rows.items():
        passages += [
            Passage(cell, 1, None, Role.CELL, row=label, column=column, group=1)
            for cell, column in zip(cells, columns, strict=True)
        ]
    return Document("report.txt", "txt", "section", 1, tuple(passages))


def verdicts(report: Document, known) -> list[tuple[str, str, tuple[str, ...]]]:
    """Text, verdict and bindings of each figure."""
    audit = examine_document(report, "de", known)
    return [(one.figure.text, one.verdict.value, one.bindings) for one in audit.findings]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(path: Path, body: str, **parts: str) -> Path:
    """A Word file with this body (paragraphs and tables in `w:`)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f"<w:body>{body}</w:body></w:document>",
        )
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"
