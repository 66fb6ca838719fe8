"""A codebook as JSON, and back: what lies beside a CSV file and inside the other formats.

Texts are written as an object of language to words, the source first; an empty language fits any.
What has its default value is left out. Reading what was written gives an equal codebook.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from rundfrage.codebook.codebook import Battery, Codebook, Sample, Study
from rundfrage.codebook.missing import Missing
from rundfrage.codebook.shapes import BATTERIES
from rundfrage.codebook.variable import Category, MissingCode, Net, Role, Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.text import EMPTY, Text

VERSION = 1
_FORMS = {shape.name: shape for shape in BATTERIES}

Entry = dict[str, Any]


def to_json(codebook: Codebook, *, indent: int | None = None) -> str:
    """The codebook as JSON in ASCII; `indent` lays it out for people."""
    return json.dumps(_codebook(codebook), indent=indent)


def from_json(source: str, file: str = "") -> Codebook:
    """The codebook that `source` holds; raises a Problem that names the entry it failed at.

    `file` is the file's name as the user gave it.
    """
    try:
        entry = json.loads(source)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise Problem(
            "codebook-unreadable",
            where=Where(file or None, line),
            found=message("This is not JSON ({error}).", error=error),
            expected=message("a codebook as rundfrage writes it."),
            mend=message("Write the codebook anew, or mend the JSON."),
        ) from None
    return _Reader(file).codebook(entry)


def _text(text: Text) -> dict[str, str]:
    return dict(text.versions)


def _kept(entry: Entry) -> Entry:
    """The entry without what is empty."""
    return {key: value for key, value in entry.items() if value not in (None, "", [], {})}


def _optional(text: Text) -> dict[str, str] | None:
    return None if text == EMPTY else _text(text)


def _codebook(codebook: Codebook) -> Entry:
    return {
        "rundfrage-codebook": VERSION,
        "study": _study(codebook.study),
        "variables": [_variable(variable) for variable in codebook.variables],
        "batteries": [
            _kept(
                {
                    "name": battery.name,
                    "label": _text(battery.label),
                    "form": battery.shape.name,
                    "members": list(battery.members),
                    "hint": _optional(battery.hint),
                    "total": battery.total,
                }
            )
            for battery in codebook.batteries
        ],
    }


def _study(study: Study) -> Entry:
    return _kept(
        {
            "name": study.name,
            "title": _text(study.title),
            "subtitle": _optional(study.subtitle),
            "organisation": study.organisation,
            "language": study.language,
            "languages": list(study.languages),
            "field": [day.isoformat() for day in study.field] if study.field else None,
            "sample": study.sample.value,
            "simulated": study.simulated or None,
        }
    )


def _variable(variable: Variable) -> Entry:
    return _kept(
        {
            "name": variable.name,
            "type": variable.type.value,
            "label": _text(variable.label),
            "categories": [_category(category) for category in variable.categories],
            "nets": [
                {"name": net.name, "label": _text(net.label), "members": list(net.members)}
                for net in variable.nets
            ],
            "missing": [
                _kept({"reason": code.reason.word, "label": _optional(code.label)})
                | {"value": code.value}
                for code in variable.missing
            ],
            "battery": variable.battery,
            "item": _optional(variable.item),
            "hint": _optional(variable.hint),
            "unit": variable.unit,
            "low": variable.low,
            "high": variable.high,
            "earliest": variable.earliest and variable.earliest.isoformat(),
            "latest": variable.latest and variable.latest.isoformat(),
            "least": variable.least,
            "most": variable.most,
            "ends": [_text(end) for end in variable.ends] if variable.ends else None,
            "nps": variable.nps or None,
            "decimals": variable.decimals,
            "step": variable.step,
            "of": variable.of,
        }
    )


def _category(category: Category) -> Entry:
    entry: Entry = {
        "name": category.name,
        "label": _text(category.label),
        "code": category.code,
    }
    if category.role is not Role.SUBSTANTIVE:
        entry["role"] = category.role.value
    return entry


class _Reader:
    """Reads entries and says which one it failed at."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, place: str, found: str, expected: str) -> NoReturn:
        raise Problem(
            "codebook-entry",
            where=Where(self.file or None, name=place),
            found=f"{found}.",
            expected=f"{expected}.",
            mend=message("Mend the entry, or write the codebook anew."),
        )

    def get(self, entry: Entry, key: str, kind: type | tuple[type, ...], place: str) -> Any:  # noqa: ANN401  JSON may hold anything
        value = entry.get(key)
        fits = isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool)
        if not fits:
            shown = "is missing" if key not in entry else f"is {str(value)[:60]!r}"
            names = kind if isinstance(kind, tuple) else (kind,)
            wanted = " or ".join(_JSON_WORDS[name] for name in names)
            self.fail(place, f"“{key}” {shown}", wanted)
        return value

    def objects(self, entry: Entry, key: str, place: str) -> list[tuple[Entry, str]]:
        """The objects of the list under `key`, each with its place in words."""
        if key not in entry:
            return []
        found = []
        for number, one in enumerate(self.get(entry, key, list, place), 1):
            where = f"{place} {key} {number}".strip()
            if not isinstance(one, dict):
                self.fail(
                    where,
                    message("There stands {one}", one=repr(str(one)[:60])),
                    message("an object"),
                )
            found.append((one, where))
        return found

    def words(self, entry: Entry, key: str, place: str) -> tuple[str, ...]:
        values = self.get(entry, key, list, place) if key in entry else []
        if not all(isinstance(value, str) for value in values):
            self.fail(
                place,
                message("“{key}” holds something else than words", key=key),
                message("a list of words"),
            )
        return tuple(values)

    def text(self, entry: Entry, key: str, place: str, default: Text | None = EMPTY) -> Text:
        if key not in entry and default is not None:
            return default
        return self.versions(self.get(entry, key, (dict, str), place), place)

    def versions(self, value: object, place: str) -> Text:
        if isinstance(value, str):
            return Text.of(value)
        if not isinstance(value, dict) or not value:
            self.fail(
                place, message("A text has no words"), message("an object of language to words")
            )
        if not all(isinstance(words, str) for words in value.values()):
            self.fail(
                place,
                message("A text holds something else than words"),
                message("language to words"),
            )
        return Text(tuple(value.items()))

    def one_of(
        self, entry: Entry, key: str, known: Callable[[str], Any], place: str, choices: str
    ) -> Any:  # noqa: ANN401  whatever `known` makes of the word
        word = self.get(entry, key, str, place)
        try:
            return known(word)
        except (KeyError, ValueError):
            self.fail(
                place,
                message("“{key}” is {word}", key=key, word=repr(word[:60])),
                message("one of {choices}", choices=choices),
            )

    def codebook(self, entry: object) -> Codebook:
        if not isinstance(entry, dict) or "rundfrage-codebook" not in entry:
            self.fail("", message("There is no “rundfrage-codebook”"), message("a codebook"))
        if entry["rundfrage-codebook"] != VERSION:
            self.fail(
                "",
                message("It is of version {entry}", entry=entry["rundfrage-codebook"]),
                message("version {version}", version=VERSION),
            )
        variables = tuple(self.variable(*one) for one in self.objects(entry, "variables", ""))
        names = [variable.name.casefold() for variable in variables]
        for name in names:
            if names.count(name) > 1:
                self.fail(name, message("Two variables have this name"), message("each name once"))
        batteries = tuple(self.battery(*one) for one in self.objects(entry, "batteries", ""))
        self.check_batteries(variables, batteries)
        return Codebook(self.study(self.get(entry, "study", dict, "")), variables, batteries)

    def check_batteries(
        self, variables: tuple[Variable, ...], batteries: tuple[Battery, ...]
    ) -> None:
        known = {variable.name: variable.battery for variable in variables}
        members: Mapping[str, str] = {
            member: battery.name for battery in batteries for member in battery.members
        }
        for name, battery in members.items():
            if known.get(name) != battery:
                self.fail(
                    battery,
                    message("Its member {name} does not name it", name=name),
                    message("members that name it"),
                )
        for name, of in known.items():
            if of is not None and members.get(name) != of:
                self.fail(
                    name,
                    message("It names the battery {of}, which lacks it", of=of),
                    message("a battery with it"),
                )

    def study(self, entry: Entry) -> Study:
        field = None
        if "field" in entry:
            days = self.words(entry, "field", "study")
            try:
                first, last = (datetime.date.fromisoformat(day) for day in days)
            except ValueError:
                self.fail(
                    "study",
                    message("“field” is {list}", list=list(days)),
                    message("the first and the last day"),
                )
            field = (first, last)
        return Study(
            name=self.get(entry, "name", str, "study") if "name" in entry else "",
            title=self.text(entry, "title", "study", None),
            subtitle=self.text(entry, "subtitle", "study"),
            organisation=self.get({"organisation": "", **entry}, "organisation", str, "study"),
            language=self.get({"language": "", **entry}, "language", str, "study"),
            languages=self.words(entry, "languages", "study"),
            field=field,
            sample=self.one_of(
                {"sample": "open", **entry}, "sample", Sample, "study", ", ".join(Sample)
            ),
            simulated=self.get({"simulated": False, **entry}, "simulated", bool, "study"),
        )

    def battery(self, entry: Entry, place: str) -> Battery:
        return Battery(
            name=self.get(entry, "name", str, place),
            label=self.text(entry, "label", place, None),
            shape=self.one_of(entry, "form", _FORMS.__getitem__, place, ", ".join(_FORMS)),
            members=self.words(entry, "members", place),
            hint=self.text(entry, "hint", place),
            total=self.get(entry, "total", (int, float), place) if "total" in entry else None,
        )

    def variable(self, entry: Entry, place: str) -> Variable:
        name = self.get(entry, "name", str, place)
        categories = tuple(self.category(*one) for one in self.objects(entry, "categories", name))
        known = {category.name for category in categories}
        if len(known) < len(categories):
            self.fail(name, message("Two categories have the same name"), message("each name once"))
        if len({category.code for category in categories}) < len(categories):
            self.fail(name, message("Two categories have the same code"), message("each code once"))
        nets = tuple(
            Net(self.get(one, "name", str, at), self.text(one, "label", at, None),
                self.words(one, "members", at))
            for one, at in self.objects(entry, "nets", name)
        )  # fmt: skip
        for net in nets:
            if not known.issuperset(net.members):
                self.fail(
                    name,
                    message("The net {name} joins unknown categories", name=net.name),
                    message("categories of it"),
                )
        ends = None
        if "ends" in entry:
            given = self.get(entry, "ends", list, name)
            if len(given) != 2:  # noqa: PLR2004  a scale has two ends
                self.fail(
                    name,
                    message("“ends” has {count} entries", count=len(given)),
                    message("two texts"),
                )
            ends = (self.versions(given[0], name), self.versions(given[1], name))
        number = (int, float)
        return Variable(
            name=name,
            type=self.one_of(entry, "type", VariableType, name, ", ".join(VariableType)),
            label=self.text(entry, "label", name, None),
            categories=categories,
            nets=nets,
            missing=tuple(self.missing(*one) for one in self.objects(entry, "missing", name)),
            battery=self.get(entry, "battery", str, name) if "battery" in entry else None,
            item=self.text(entry, "item", name),
            hint=self.text(entry, "hint", name),
            unit=self.get({"unit": "", **entry}, "unit", str, name),
            low=self.get(entry, "low", number, name) if "low" in entry else None,
            high=self.get(entry, "high", number, name) if "high" in entry else None,
            earliest=self.day(entry, "earliest", name),
            latest=self.day(entry, "latest", name),
            least=self.get(entry, "least", int, name) if "least" in entry else None,
            most=self.get(entry, "most", int, name) if "most" in entry else None,
            ends=ends,
            nps=self.get({"nps": False, **entry}, "nps", bool, name),
            decimals=self.get(entry, "decimals", int, name) if "decimals" in entry else None,
            step=self.get(entry, "step", number, name) if "step" in entry else None,
            of=self.get(entry, "of", str, name) if "of" in entry else None,
        )

    def day(self, entry: Entry, key: str, place: str) -> datetime.date | None:
        if key not in entry:
            return None
        found: datetime.date = self.one_of(
            entry, key, datetime.date.fromisoformat, place, "days such as 2020-09-23"
        )
        return found

    def category(self, entry: Entry, place: str) -> Category:
        return Category(
            name=self.get(entry, "name", str, place),
            label=self.text(entry, "label", place, None),
            code=self.get(entry, "code", int, place),
            role=self.one_of(
                {"role": "substantive", **entry}, "role", Role, place, ", ".join(Role)
            ),
        )

    def missing(self, entry: Entry, place: str) -> MissingCode:
        return MissingCode(
            value=self.get(entry, "value", (int, float, str), place),
            reason=self.one_of(
                entry, "reason", Missing.from_word, place,
                ", ".join(reason.word for reason in Missing),
            ),
            label=self.text(entry, "label", place),
        )  # fmt: skip


_JSON_WORDS = {
    str: "words", int: "a whole number", float: "a number", bool: "true or false",
    list: "a list", dict: "an object",
}  # fmt: skip
