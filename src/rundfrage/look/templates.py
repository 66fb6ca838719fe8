"""HTML templates, made ready in one way: every value is escaped, an unknown name is an error.

What comes as Markup is written as it is; only a module that escaped it itself may make it.
"""

from __future__ import annotations

from functools import lru_cache

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from rundfrage.locales.foreign import language_of
from rundfrage.look.printable import printable
from rundfrage.text import direction


def environment(loader: BaseLoader, *, trimmed: bool = True) -> Environment:
    """An environment of HTML templates.

    `trimmed` drops the lines on which only a block stands, which a template may otherwise need
    between words.
    """
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=trimmed,
        lstrip_blocks=trimmed,
    )


@lru_cache(maxsize=16)
def page_template(package: str, folder: str, name: str, *, trimmed: bool = True) -> Template:
    """A template of the program's own for a whole page, whose values lose what no page can show.

    `package` is a dotted name, `folder` where in it the template lies. Such a template is part of
    the program and no organisation's, so that its name says which one it is.
    """
    made = environment(PackageLoader(package, folder), trimmed=trimmed)
    made.keep_trailing_newline = True
    made.finalize = _shown
    # In an attribute or a title no element may stand.
    made.filters["plain"] = str
    made.globals["foreign"] = foreign
    return made.get_template(name)


def _shown(value: object) -> object:
    """The value without what no page can show; in an element of its own if it is foreign."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    attributes = foreign(value)
    if not attributes:
        return printable(value)
    return Markup("<span{}>{}</span>").format(attributes, printable(value))


def foreign(words: str) -> Markup:
    """The attributes of an element that holds the words, if they are in another language."""
    language = language_of(words)
    if not language:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))
