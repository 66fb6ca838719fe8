"""Amounts in messages are written by the language that the message is told in."""

import ast
from decimal import Decimal
from pathlib import Path

import pytest

import rundfrage
from rundfrage.locales import counted_message, in_language, message, rounded, verbatim

PACKAGE = Path(rundfrage.__file__).parent


@pytest.mark.parametrize(
    ("amount", "english", "german"),
    [
        (7, "7", "7"),
        (10_000, "10,000", "10.000"),
        (-9999, "-9,999", "-9.999"),
        (2.5, "2.5", "2,5"),
        (5.0, "5", "5"),
        (0.1 + 0.2, "0.3", "0,3"),
        (Decimal("1234.50"), "1,234.50", "1.234,50"),
        (rounded(1.23456, ".3f"), "1.235", "1,235"),
        (rounded(12_345_678, ".4g"), "12,350,000", "12.350.000"),
        (True, "True", "True"),
        ("10000", "10000", "10000"),
    ],
)
def test_an_amount_is_written_as_the_language_writes_it(amount, english, german):
    made = message("at most {most}.", most=amount)
    assert made == f"at most {english}."
    assert in_language(made, "de") == f"höchstens {german}."


def test_a_count_is_written_as_the_language_writes_it():
    made = counted_message("{count} answer", "{count} answers", 1204)
    assert made == "1,204 answers"
    assert in_language(made, "de") == "1.204 Antworten"


def test_words_that_are_the_same_everywhere_are_a_message_too():
    assert in_language(verbatim("q1, q2"), "de") == "q1, q2"


def marked_by_hand(tree):
    """Values of messages that are given marks where they stand, which are then English."""
    for call in ast.walk(tree):
        name = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
        if name in {"message", "counted_message"}:
            for part in (one for given in call.keywords for one in ast.walk(given.value)):
                if isinstance(part, ast.FormattedValue) and part.format_spec is not None:
                    form = ast.unparse(part.format_spec)
                elif isinstance(part, ast.Call) and getattr(part.func, "id", "") == "format":
                    form = ast.unparse(part.args[1])
                elif isinstance(part, ast.Call) and getattr(part.func, "id", "") == "number":
                    form = ","
                else:
                    continue
                if {",", "f", "%"} & set(form.removeprefix("f")):
                    yield part.lineno, form


def test_no_message_is_given_a_number_with_english_marks():
    found = [
        f"{path.relative_to(PACKAGE)}:{line} {form}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, form in marked_by_hand(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []
    for wrong in ('format(n, ",")', 'f"{n:,}"', 'f"{x:.2f} %"', 'number(n, "en")'):
        assert list(marked_by_hand(ast.parse(f'message("{{n}}", n={wrong})')))
