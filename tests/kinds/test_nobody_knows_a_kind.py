"""Outside its folders nobody knows a kind: the list names it, and its answers have a shape."""

import ast
import re
from pathlib import Path

import pytest

import rundfrage
from rundfrage.kinds import KINDS

HOUSE = Path(__file__).parents[2]
SOURCE = Path(rundfrage.__file__).parent
TESTS = HOUSE / "tests"
NAMES = "|".join(kind.name for kind in KINDS)
PROGRAM = sorted(set(SOURCE.rglob("*.py")) - set((SOURCE / "kinds").rglob("*.py")))
COMMON = sorted(set(TESTS.rglob("*.py")) - set((TESTS / "kinds").glob("*/*.py")))
"""The tests of all but those that a kind brings along."""
SHOWN = sorted(
    path
    for room in ("respond", "paper", "kinds")
    for suffix in ("html", "css", "js", "typ")
    for path in (SOURCE / room).rglob(f"*.{suffix}")
    if path.parent.parent != SOURCE / "kinds"
)
"""Pages and drawings where questions are asked, but for the files of a kind."""
COMPARED = re.compile(rf"kind(\.name)?\s+(==|!=|is|in|not in)\s.*['\"]({NAMES})['\"]")
INSIDE = re.compile(r"rundfrage\.kinds\.\w+ import|isinstance\([^)]*\w+Body\b")
KNOWN = re.compile(
    rf"""kind\b.*["'](?:{NAMES})["']                      # a comparison, or a list of kinds
      |/(?:{NAMES})\.\w+["']                              # an import of a kind's file
      |class="(?:[^"]*\s)?(?:{NAMES})[\s"]                # a class in a page
      """,
    re.VERBOSE,
)
SELECTED = re.compile(rf"\.(?:{NAMES})(?![\w(-])")
"""A class of that name in a style or a script."""


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


def found_in(paths, find):
    """What is found in each of the files that have any of it."""
    found = {path.relative_to(HOUSE).as_posix(): find(path.read_text("utf-8")) for path in paths}
    return {name: each for name, each in found.items() if each}


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


@pytest.mark.parametrize(
    "line",
    [
        '{% if question.kind.name == "slider" %}',
        '#if question.kind == "grid" { cell }',
        '#import "/ranking.typ": answers',
        '<div class="options slider">',
    ],
)
def test_a_kind_in_a_page_or_a_drawing_would_be_found(line):
    assert KNOWN.search(line)


@pytest.mark.parametrize(
    "line",
    [
        ".ranking > .item { margin: 0; }",
        ".question > :is(.options, .date) { margin: 0; }",
        'document.querySelectorAll(".slider > input")',
    ],
)
def test_a_kind_in_a_style_or_a_script_would_be_found(line):
    assert SELECTED.search(line)


@pytest.mark.parametrize(
    "line", ['<input type="text">', "{{ one.text }}", ".text-opened { gap: 0 }"]
)
def test_other_uses_of_its_word_would_not(line):
    assert not KNOWN.search(line)


def test_nobody_compares_with_the_name_of_a_kind():
    assert found_in(PROGRAM, compared) == {}


def test_no_test_of_all_kinds_asks_which_kind_it_is():
    assert (
        found_in(COMMON, lambda source: [one for one in compared(source) if ".kind" in one]) == {}
    )


def test_nobody_looks_into_a_body_from_outside():
    assert found_in(PROGRAM + COMMON, INSIDE.findall) == {}


def test_no_page_no_drawing_no_style_and_no_script_is_made_for_a_kind():
    assert found_in(SHOWN, KNOWN.findall) == {}
    styles = [path for path in SHOWN if path.suffix in (".css", ".js")]
    assert found_in(styles, SELECTED.findall) == {}
