"""The house stands as planned: sizes, names, licence, locks, fonts (lint-imports proves layers)."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from rundfrage.cli import COMMANDS

HOUSE = Path(__file__).parents[1]
SOURCE = HOUSE / "src" / "rundfrage"
FONTS = SOURCE / "look" / "fonts"
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))

MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def plain(name: str) -> str:
    """A distribution's name as the packaging standards compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> dict[str, set[str]]:
    """The versions that a lock pins, by plain name; more than one if Pythons differ."""
    found: dict[str, set[str]] = {}
    for line in (HOUSE / lock).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^ ]+)", line):
            found.setdefault(plain(match[1]), set()).add(match[2])
    return found


def requirements(lock: str) -> list[str]:
    """The requirements of a lock, each with its hashes, comments left out."""
    text = (HOUSE / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


def test_a_file_of_more_than_400_lines_says_why():
    unexplained = [
        name_of(path)
        for path in MODULES
        if len((text := path.read_text(encoding="utf-8")).splitlines()) > 400
        and "Longer than 400 lines because" not in text
    ]
    assert unexplained == []


def test_a_room_is_known_to_fronts_or_forbidden_to_them():
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (front,) = (one for one in contracts if one["name"].startswith("A front calls services"))
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms -= {"__init__", "__main__", "__pycache__", "examples"}
    forbidden = {name.removeprefix("rundfrage.") for name in front["forbidden_modules"]}
    assert rooms - forbidden == {"cli", "services", "errors", "text", "locales"}
    assert forbidden <= rooms


def test_no_two_files_of_the_tests_have_one_name():
    # The folders of the tests aren't packages: the second of two modules of one name would be
    # taken for the first, but only in a process that loads both.
    places: dict[str, list[str]] = {}
    for path in HOUSE.glob("tests/**/*.py"):
        if path.name != "conftest.py":
            places.setdefault(path.stem, []).append(name_of(path))
    assert [names for names in places.values() if len(names) > 1] == []


def test_no_room_is_named_after_what_it_could_hold_instead_of_what_it_holds():
    vague = re.compile(
        r"(utils?|helpers?|commons?|managers?|handlers?|misc)(_|$)|_(utils?|helpers?)$"
    )
    assert [name_of(path) for path in MODULES if vague.match(path.stem)] == []
    assert [name_of(path.parent) for path in MODULES if vague.match(path.parent.name)] == []


def tampering(source):
    """Lines that reach into an object's `__dict__`, or past its being frozen once it is made."""
    made = {
        id(node)
        for one in ast.walk(source)
        if isinstance(one, ast.FunctionDef) and one.name == "__post_init__"
        for node in ast.walk(one)
    }
    return [
        node.lineno
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute)
        and (
            node.attr == "__dict__"
            or (
                node.attr == "__setattr__"
                and isinstance(node.value, ast.Name)
                and node.value.id == "object"
                and id(node) not in made
            )
        )
    ]


def test_what_is_frozen_stays_as_it_was_made():
    assert tampering(ast.parse("one.__dict__['rows'] = 3\nobject.__setattr__(one, 'n', 3)")) == [
        1,
        2,
    ]
    assert tampering(ast.parse("def __post_init__(self): object.__setattr__(self, 'n', 3)")) == []
    found = {name_of(path): tampering(ast.parse(path.read_text("utf-8"))) for path in MODULES}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_host(lock):
    text = (HOUSE / lock).read_text(encoding="utf-8")
    assert re.findall(r"\S*://\S*|\S* @ \S*|^-\S+.*|/\w+/\S*", text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_of_a_lock_is_pinned_with_hashes(lock):
    pinned = re.compile(r"[A-Za-z0-9._-]+==\S+( ; [^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [line for line in requirements(lock) if not pinned.fullmatch(line)] == []


def test_tests_run_with_the_versions_that_users_get():
    tested = pins("requirements-dev.lock")
    assert {name: tested.get(name) for name in pins("requirements.lock")} == pins(
        "requirements.lock"
    )


def test_the_lock_holds_every_dependency_and_the_build_backend():
    named = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    wanted = {plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in named}
    assert wanted - set(pins("requirements.lock")) == set()


def test_the_licence_is_the_eupl():
    licence = (HOUSE / "LICENSE").read_text(encoding="utf-8")
    assert licence.splitlines()[0] == "EUROPEAN UNION PUBLIC LICENCE v. 1.2"
    assert PROJECT["project"]["license"].split(" AND ")[0] == "EUPL-1.2"


def test_commit_hooks_fetch_nothing():
    hooks = (HOUSE / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"repo: (\S+)", hooks)) == {"local"}
    assert set(re.findall(r"language: (\S+)", hooks)) == {"system"}


def test_make_explains_each_of_its_targets():
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    declared = re.search(r"^\.PHONY: (.+)$", makefile, flags=re.MULTILINE)
    assert declared is not None
    explained = re.findall(r"^([a-z-]+):.*## \S", makefile, flags=re.MULTILINE)
    assert sorted(explained) == sorted(declared[1].split())


def test_every_font_is_listed_with_a_licence_and_all_are_small():
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    listed = {
        f"{stem}-{weight}.ttf"
        for stem, weights in re.findall(r"`(\w+)-(?:\{)?([\w,]+?)(?:\})?\.ttf`", readme)
        for weight in weights.split(",")
    }
    fonts = sorted(FONTS.glob("*.ttf"))
    assert {font.name for font in fonts} == listed
    assert set(re.findall(r"`(OFL-[\w-]+\.txt)`", readme)) == {
        licence.name for licence in FONTS.glob("OFL-*.txt")
    }
    assert sum(font.stat().st_size for font in fonts) < 8_000_000


@pytest.mark.parametrize(
    ("script", "letters", "font"),
    [
        ("Latin", "AÄßẞéőşž„“–…€½≥≤→✓", "IBMPlexSans-Regular.ttf"),
        ("spaces", "\u00a0\u2009\u202f\u2011", "IBMPlexSans-Bold.ttf"),
        ("Greek", "Ωάλπ", "IBMPlexSans-Italic.ttf"),
        ("Cyrillic", "ЖїЄщ", "IBMPlexSans-BoldItalic.ttf"),
        ("Arabic", "عربيةپچ٠٩٪؟،", "IBMPlexSansArabic-Bold.ttf"),
        ("Hebrew", "עבריתץ", "IBMPlexSansHebrew-Regular.ttf"),
        ("symbols", "■▲●★", "NotoSansSymbols2-Regular.ttf"),
        ("emoji", "😀👍🏽❤🎉✅\u200d\ufe0f", "NotoEmoji-Regular.ttf"),
    ],
)
def test_the_fonts_can_write(script, letters, font):
    covered = TTFont(FONTS / font).getBestCmap()
    assert (script, [letter for letter in letters if ord(letter) not in covered]) == (script, [])


def imported_by_the_package() -> set[str]:
    """The plain names of the distributions that the package imports."""
    distributions = packages_distributions()
    modules = {
        name.split(".")[0]
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    foreign = modules - set(sys.stdlib_module_names) - {"rundfrage"}
    return {plain(distributions[module][0]) for module in foreign}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    declared = {
        plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in PROJECT["project"]["dependencies"]
    }
    assert imported_by_the_package() == declared


def strings_of(tree: ast.Module) -> list[str]:
    """Every string in the code, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]


def test_below_the_fronts_nothing_that_is_said_names_a_flag_or_a_command():
    typed = re.compile(rf"(?<![\w-])--[a-z]+|rundfrage ({'|'.join(COMMANDS)})\b")
    colours = {"--accent"}  # a variable of the pages' style sheet
    note = {"rundfrage codebook"}  # how a .sav begins its codebook
    found = {
        f"{name_of(path)}: {match[0]}"
        for path in MODULES
        if not path.is_relative_to(SOURCE / "cli")
        for text in strings_of(ast.parse(path.read_text(encoding="utf-8")))
        for match in typed.finditer(text)
        if match[0] not in colours | note
    }
    assert sorted(found) == []


def test_no_test_measures_the_machine():
    """Waits are for a condition, with patience.py's bound; effort.py compares with the machine."""
    measure = re.compile(
        r"\b(set)?timeout(=|\()\d|\bwait_for_timeout\(|\bperf_counter\(|\bmonotonic\("
        r"|\bsleep\([1-9]|\bprocess_time\(\) - "
    )
    ways = {"tests/patience.py", "tests/effort.py", "tests/test_house.py"}
    found = [
        f"{name_of(path)}: {match[0]}"
        for path in sorted((HOUSE / "tests").rglob("*.py"))
        if name_of(path) not in ways
        for match in measure.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
