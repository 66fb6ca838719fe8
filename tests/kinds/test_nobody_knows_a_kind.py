"""Outside its folder nobody knows a kind: it is named in the list, and its answers have a shape."""

import ast
import re
from pathlib import Path

import pytest

import rundfrage
from rundfrage.kinds import KINDS

SOURCE = Path(rundfrage.__file__).parent
OUTSIDE = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if not path.relative_to(SOURCE).as_posix().startswith("kinds/")
)
NAMES = "|".join(kind.name for kind in KINDS)
COMPARED = re.compile(rf"kind(\.name)?\s+(==|!=|is|in|not in)\s.*['\"]({NAMES})['\"]")


def compared(source):
    """The comparisons and cases of a kind's name in the source."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and COMPARED.search(ast.unparse(node)):
            found.append(ast.unparse(node))
        if isinstance(node, ast.Match) and re.search(r"kind(\.name)?$", ast.unparse(node.subject)):
            cases = " ".join(ast.unparse(case.pattern) for case in node.cases)
            found += re.findall(rf"['\"](?:{NAMES})['\"]", cases)
    return found


@pytest.mark.parametrize(
    "source",
    [
        'question.kind.name == "ranking"',
        "if one.kind in ('single', 'multiple'): pass",
        'match question.kind.name:\n    case "grid": pass',
    ],
)
def test_a_comparison_would_be_found(source):
    assert compared(source) != []


def test_nobody_compares_with_the_name_of_a_kind():
    found = {path.name: compared(path.read_text("utf-8")) for path in OUTSIDE}
    assert {name: each for name, each in found.items() if each} == {}


def test_nobody_looks_into_a_body_from_outside():
    inside = re.compile(r"rundfrage\.kinds\.\w+|isinstance\([^)]*\w+Body\b")
    assert [path.name for path in OUTSIDE if inside.search(path.read_text("utf-8"))] == []
