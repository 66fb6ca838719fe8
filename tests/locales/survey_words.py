"""A survey in several languages, and how tests run commands on it and write into its PO files."""

from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.errors import Problem
from rundfrage.questionnaire.translation.po_file import po_words, read_po_file

SURVEY = """\
---
survey: s
title: Una encuesta
language: es
languages: [es, de, fi]
---
# Primero
## q1: ¿Sí o no?
- ( ) yes: Sí
- ( ) no: No
- ( ) maybe: Tal vez
## q2: ¿Cuándo?
[date]
"""


def run(*words):
    """Run a command; its exit status and what it printed."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if isinstance(result.exception, Problem):
        raise result.exception
    return result.exit_code, result.output


def supply(survey, language, **words):
    """Write what stands behind msgstr of these contexts into the PO file of the language."""
    file = survey / "locales" / f"{language}.po"
    catalog = read_po_file(file)
    for message in catalog:
        if message.context in words:
            message.string = words[message.context]
    file.write_text(po_words(catalog), encoding="utf-8")
    return file
