"""Whether the entries of a codebook go together: names, codes, nets and batteries."""

from __future__ import annotations

from collections import Counter

from rundfrage.codebook.codebook import Codebook
from rundfrage.codebook.variable import Variable
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message


def wrong_entry(name: str, found: Message, expected: Message) -> Problem:
    """The Problem of the entry of that name."""
    return Problem(
        "codebook-entry",
        where=Where(name=name),
        found=found,
        expected=expected,
        mend=message("Mend the entry, or write the codebook anew."),
    )


def check(codebook: Codebook) -> None:
    """Raise a Problem unless names and codes are unique, and what is named is there."""
    names = Counter(variable.name.casefold() for variable in codebook.variables)
    for name, count in names.items():
        if count > 1:
            raise wrong_entry(
                name, message("Two variables have this name."), message("each name once.")
            )
    for variable in codebook.variables:
        _check_categories(variable)
    _check_batteries(codebook)


def _check_categories(variable: Variable) -> None:
    names = {category.name for category in variable.categories}
    if len(names) < len(variable.categories):
        raise wrong_entry(
            variable.name,
            message("Two categories have the same name."),
            message("each name once."),
        )
    codes = {category.code for category in variable.categories}
    written = {category.written for category in variable.categories}
    if min(len(codes), len(written)) < len(variable.categories):
        raise wrong_entry(
            variable.name,
            message("Two categories have the same code."),
            message("each code once."),
        )
    for net in variable.nets:
        if not names.issuperset(net.members):
            raise wrong_entry(
                variable.name,
                message("The net {name} joins unknown categories.", name=net.name),
                message("categories of it."),
            )


def _check_batteries(codebook: Codebook) -> None:
    named = {variable.name: variable.battery for variable in codebook.variables}
    homes = {member: battery.name for battery in codebook.batteries for member in battery.members}
    for member, home in homes.items():
        if named.get(member) != home:
            raise wrong_entry(
                home,
                message("Its member {name} does not name it.", name=member),
                message("members that name it."),
            )
    for name, battery in named.items():
        if battery is not None and homes.get(name) != battery:
            raise wrong_entry(
                name,
                message("It names the battery {of}, which lacks it.", of=battery),
                message("a battery with it."),
            )
