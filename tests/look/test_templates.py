"""Every HTML template escapes, refuses unknown names, and shows nothing that a page can't hold."""

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from rundfrage.look.templates import environment, page_template

SOURCE = Path(__file__).parents[2] / "src" / "rundfrage"


def rendered(template: str, **values: object) -> str:
    return environment(DictLoader({"one": template})).get_template("one").render(values)


def test_a_value_is_escaped_and_markup_is_not():
    assert rendered("{{ it }}", it="<b>&") == "&lt;b&gt;&amp;"
    assert rendered("{{ it }}", it=Markup("<b>")) == "<b>"


def test_an_unknown_name_is_an_error():
    with pytest.raises(UndefinedError):
        rendered("{{ it }}")


def test_a_page_of_the_program_drops_what_no_page_can_show():
    page = page_template("rundfrage.report.dossier", "templates", "dossier.html")
    assert page.environment.from_string("{{ it }}").render(it="a\x00b\ud800c") == "abc"


def test_environments_are_made_in_one_place():
    makers = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"\bEnvironment\(", path.read_text(encoding="utf-8"))
    ]
    assert makers == ["look/templates.py"]
