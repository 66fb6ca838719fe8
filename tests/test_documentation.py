"""Nothing that a user can meet is undocumented, and no page speaks of what is not there."""

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from commands import run
from rundfrage.cli import COMMANDS, app, command
from rundfrage.cli.remedies import REMEDIES
from rundfrage.kinds import KINDS
from rundfrage.look.theme_file import _LAYOUT
from rundfrage.questionnaire.markdown.head import KEYS

HOUSE = Path(__file__).parents[1]
DOCS = HOUSE / "docs"
SOURCE = HOUSE / "src" / "rundfrage"
SECTION = re.compile(r"^## `?([^`\n]+?)`?$", flags=re.MULTILINE)
KINDS_SCRIPT = runpy.run_path(str(HOUSE / "scripts" / "kinds.py"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def code_of(call: ast.Call) -> ast.expr | None:
    """The expression that a call gives as the code of a Problem."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    return next(iter(named), call.args[0] if call.args else None)


def called(call: ast.Call) -> str:
    """The last name of what is called: `Problem` of `errors.Problem(…)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literals(expression: ast.expr | None) -> Iterator[str]:
    """The strings that a code can be: one literal, or either of a choice."""
    match expression:
        case ast.Constant(value=str(code)):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from literals(one)
            yield from literals(other)


def raised_codes() -> set[str]:
    """Every code of a Problem in the source, also where a function hands its first argument on."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")]
    makers = {"Problem"}
    while True:
        handing_on = {
            function.name
            for tree in trees
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for call in ast.walk(function)
            if isinstance(call, ast.Call) and called(call) in makers
            if isinstance(code := code_of(call), ast.Name)
            and code.id in {argument.arg for argument in function.args.args}
        }
        if handing_on <= makers:
            break
        makers |= handing_on
    return {
        code
        for tree in trees
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) in makers
        for code in literals(code_of(call))
    }


def sections(text: str) -> dict[str, str]:
    """The level-two sections of a page by their heading."""
    parts = SECTION.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands() -> dict[str, Any]:
    """Every command by its full name, the program itself first."""
    return {
        "rundfrage": typer.main.get_command(app),
        **{f"rundfrage {name}": command(name) for name in COMMANDS},
    }


def pages_of_kinds() -> list[Path]:
    """The pages of the kinds of questions, each of which explains the problems of that kind."""
    pages = (DOCS / "reference" / "kinds").glob("*.md")
    return [page for page in pages if page.name != "README.md"]


def test_every_problem_a_user_can_meet_is_explained_and_none_besides():
    pages = [*(DOCS / "reference" / "problems").glob("*.md"), *pages_of_kinds()]
    explained = [
        code
        for page in pages
        if page.name != "README.md"
        for code in sections(page.read_text(encoding="utf-8"))
    ]
    assert sorted(explained) == sorted(raised_codes())


def test_every_command_is_documented_and_none_besides():
    page = sections((DOCS / "reference" / "commands.md").read_text(encoding="utf-8"))
    assert {name for name in page if name.startswith("rundfrage")} == set(commands())


def test_every_option_is_documented_in_its_command_section():
    page = sections((DOCS / "reference" / "commands.md").read_text(encoding="utf-8"))
    undocumented = [
        (name, option)
        for name, one in commands().items()
        for parameter in one.params
        if parameter.param_type_name == "option" and not parameter.hidden
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option not in {"-h", "--help", "--install-completion", "--show-completion"}
        if not re.search(rf"`{re.escape(option)}\b", page.get(name, ""))
    ]
    assert undocumented == []


def test_every_remedy_is_of_a_problem_and_names_commands_and_flags_that_there_are():
    there = commands()
    flags = {flag for one in there.values() for option in one.params for flag in option.opts}
    typed = " ".join(REMEDIES.values())
    assert set(REMEDIES) - raised_codes() == set()
    assert set(re.findall(r"rundfrage [\w-]+", typed)) - set(there) == set()
    assert set(re.findall(r"(?<![\w-])--?[a-z]+", typed)) - flags == set()


def test_every_kind_of_question_has_its_page_and_there_is_none_besides():
    assert {f"{kind.name}.md" for kind in KINDS} ^ {page.name for page in pages_of_kinds()} == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_of_a_kind_begins_with_its_facts_and_names_its_attributes(kind):
    page = (DOCS / "reference" / "kinds" / f"{kind.name}.md").read_text(encoding="utf-8")
    facts = KINDS_SCRIPT["facts"](page)
    assert [fact for fact in KINDS_SCRIPT["FACTS"] if not facts.get(fact)] == []
    assert facts["kind"] == f"`{kind.name}`"
    named = set(re.findall("`([^`]+)`", facts["attributes"]))
    assert named ^ kind.attributes == set()


def test_the_page_of_all_kinds_is_made_of_theirs():
    """If it isn't: python scripts/kinds.py writes it."""
    pages = DOCS / "reference" / "kinds"
    each = {kind.name: (pages / f"{kind.name}.md").read_text(encoding="utf-8") for kind in KINDS}
    assert (pages / "README.md").read_text(encoding="utf-8") == KINDS_SCRIPT["list_of"](each)


def test_every_setting_of_a_theme_is_documented():
    page = (DOCS / "reference" / "theme.md").read_text(encoding="utf-8")
    settings = [f"[{heading}]" for heading in _LAYOUT if heading]
    settings += [setting for under in _LAYOUT.values() for setting in under]
    assert [setting for setting in settings if f"`{setting}`" not in page] == []


def test_every_key_of_the_front_matter_is_documented():
    page = (DOCS / "reference" / "questionnaire.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"| `{key}` |" not in page] == []


def test_every_dependency_has_its_decision():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    page = (DOCS / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8").lower()
    named = [
        *project["project"]["dependencies"],
        *(line for line in project["dependency-groups"]["dev"] if isinstance(line, str)),
    ]
    names = [re.split(r"[<>=!~\[; ]", line)[0].lower() for line in named]
    assert [name for name in names if f"| {name} |" not in page] == []


def test_the_questionnaire_of_the_front_page_is_sound(tmp_path):
    front = (HOUSE / "README.md").read_text(encoding="utf-8")
    example = re.findall(r"```markdown\n(---\n.*?)```", front, flags=re.DOTALL)
    (tmp_path / "questionnaire.md").write_text(example[0], encoding="utf-8")
    assert run("check", tmp_path).returncode == 0


def test_every_link_leads_somewhere():
    pages = [*HOUSE.glob("*.md"), *DOCS.rglob("*.md")]
    broken = [
        f"{page.relative_to(HOUSE)}: {target}"
        for page in pages
        for target in LINK.findall(
            re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
        )
        if not re.match(r"[a-z]+:|#", target)
        if not (page.parent / target.split("#")[0]).exists()
    ]
    assert broken == []


def linked(page: Path) -> Iterator[Path]:
    """The pages a page leads to; a link to a folder leads to all that lie in it."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / target.split("#")[0]).resolve()
        yield from path.glob("*.md") if path.is_dir() else [path]


def test_every_page_can_be_reached_from_the_index():
    waiting, seen = [DOCS / "README.md"], set()
    while waiting:
        page = waiting.pop()
        seen.add(page)
        waiting += [
            path
            for path in linked(page)
            if path.suffix == ".md" and path.is_file() and path not in seen
        ]
    assert (
        sorted(path.relative_to(DOCS).as_posix() for path in set(DOCS.rglob("*.md")) - seen) == []
    )
