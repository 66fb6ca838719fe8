"""Services as a whole: all are listed, typed and called, and none knows a front."""

import ast
import inspect
import typing
from pathlib import Path
from types import UnionType

import pytest

from rundfrage import cli, services
from rundfrage.cli import report, tables
from rundfrage.questionnaire.starter import LANGUAGES
from rundfrage.services import auditing, deck, tabulation

HOUSE = Path(services.__file__).parent
FRONT = Path(cli.__file__).parent


def trees(folder: Path) -> dict[str, ast.Module]:
    return {path.stem: ast.parse(path.read_text("utf-8")) for path in folder.glob("*.py")}


def dotted(tree: ast.AST) -> set[str]:
    """Every name with a dot that the code speaks of: `os.environ`, `services.check`."""
    return {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


@pytest.mark.parametrize("name", services.SERVICES)
def test_a_service_is_typed_and_says_what_it_does(name):
    service = getattr(services, name)
    assert service.__module__ == f"rundfrage.services.{services.SERVICES[name]}"
    assert inspect.getdoc(service)
    hints = typing.get_type_hints(service)
    assert set(hints) == {*inspect.signature(service).parameters, "return"}


def test_what_is_imported_when_asked_for_is_what_type_checkers_see():
    tree = ast.parse((HOUSE / "__init__.py").read_text("utf-8"))
    seen = {
        alias.name: node.module.removeprefix("rundfrage.services.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module.startswith("rundfrage.services.")
        for alias in node.names
    }
    assert seen == {**services.SERVICES, **services.OPENING, **services.QUERIES, **services.TYPES}


def test_types_are_types_and_all_others_are_functions():
    types = {name: getattr(services, name) for name in services.TYPES}
    assert [name for name, one in types.items() if not isinstance(one, type | UnionType)] == []
    for name in (*services.SERVICES, *services.OPENING, *services.QUERIES):
        assert inspect.isfunction(getattr(services, name))


def test_no_module_takes_the_name_of_a_service():
    assert set(services.SERVICES) & {path.stem for path in HOUSE.glob("*.py")} == set()


def test_nothing_else_is_imported_by_that_way():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        services.nothing  # noqa: B018 - the look-up is what is tried


def test_services_print_nothing_read_no_environment_and_end_nothing():
    forbidden = {"os.environ", "os.getenv", "os.chdir", "sys.exit", "sys.stdout", "signal.signal"}
    found = {name: dotted(tree) & forbidden for name, tree in trees(HOUSE).items()}
    assert {name: one for name, one in found.items() if one} == {}
    printing = [
        name
        for name, tree in trees(HOUSE).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in {"print", "input", "exit", "breakpoint"}
    ]
    assert printing == []


def test_every_command_calls_a_service_and_every_service_is_called():
    called = {
        name: {
            one.removeprefix("services.")
            for one in dotted(tree)
            if one.startswith("services.") and one.removeprefix("services.") in services.SERVICES
        }
        for name, tree in trees(FRONT).items()
    }
    modules = {module for module, _ in cli.COMMANDS.values()}
    assert {module for module in modules if not called[module]} == set()
    assert set(services.SERVICES) - set().union(*called.values()) == set()


def test_the_choices_that_a_command_names_are_those_that_there_are():
    assert tables.FORMATS == tabulation.FORMATS
    assert report.FORMATS == deck.FORMATS
    (form,) = [one for one in cli.command("audit").params if one.name == "format"]
    *others, last = auditing.FORMATS
    assert form.help == f"How the audit is printed: {', '.join(others)} or {last}."
    (language,) = [one for one in cli.command("new").params if one.name == "language"]
    assert language.help == f"The language of the starter: {' or '.join(sorted(LANGUAGES))}."
