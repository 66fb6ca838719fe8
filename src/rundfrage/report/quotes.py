"""A Release: which open answers a person released for quotation. Nothing else is ever quoted.

It is read from `quotes.toml`, a table for each open question:

    [q2_open]
    lead = "The answer that gets a slide of its own"
    released = ["An answer", "Another answer"]

    [names]
    mask = ["Ada Lovelace"]

What could tell who wrote a text is masked when it is quoted: addresses, numbers and links (see
masking.py), and the names under `mask`. Words that are left out are marked in the text: "[…]".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from rundfrage.codebook import Codebook, VariableType
from rundfrage.dataset import Dataset, Values
from rundfrage.errors import Problem, Where, all_of, did_you_mean, raise_all
from rundfrage.locales import message
from rundfrage.manuscript.toml_file import read_toml
from rundfrage.manuscript.unfit_settings import unknown_setting
from rundfrage.report.cuts import has_cuts, is_cut_from, with_cuts
from rundfrage.report.masking import masked

FILE = "quotes.toml"
NAMES = "names"

_KEYS = ("lead", "released")
_SHOWN = 60
_NEAR = 0.6


@dataclass(frozen=True)
class Quotes:
    """What was released of one open question: one answer for a slide of its own, and others."""

    lead: str = ""
    released: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All released texts, the lead first."""
        return (self.lead, *self.released) if self.lead else self.released


@dataclass(frozen=True)
class Release:
    """The released quotations by the variable's name; `file` is where they were read from."""

    questions: Mapping[str, Quotes] = field(default_factory=dict)
    file: str = FILE
    names: tuple[str, ...] = ()
    """Names that are masked wherever they are quoted."""

    def shown(self, text: str) -> str:
        """The text as it may be quoted."""
        return masked(with_cuts(text), self.names)[0]


def read_release(path: Path) -> Release:
    """The release in the file; raises a Problem that names all that is wrong with its form."""
    expected = message('lines such as released = ["…"] under the name of a question, as [q2_open].')
    content = read_toml(path, expected)
    problems: list[Problem] = []
    names = _names(content, str(path), problems)
    questions = {
        name: _quotes(name, entry, str(path), problems)
        for name, entry in content.items()
        if name != NAMES or not _is_mask(entry)
    }
    raise_all(problems)
    return Release(questions, str(path), names)


def mask_warnings(release: Release) -> tuple[Problem, ...]:
    """A warning for each quotation of which something is masked, that says what."""
    return tuple(
        Problem(
            "quotes-masked",
            where=Where(release.file, name=name),
            found=message(
                "{found} masked in “{start}”.",
                found=all_of(found),
                start=_start(release.shown(text)),
            ),
            expected=message("quotations that tell of nobody."),
            mend=message("Read it once more: is the rest of it safe to print? Else take it out."),
            severity="warning",
        )
        for name, quotes in release.questions.items()
        for text in dict.fromkeys(quotes.texts)
        if (found := masked(text, release.names)[1])
    )


def _is_mask(entry: object) -> bool:
    return isinstance(entry, dict) and "mask" in entry


def _names(content: Mapping[str, object], file: str, problems: list[Problem]) -> tuple[str, ...]:
    entry = content.get(NAMES)
    if not isinstance(entry, dict) or "mask" not in entry:
        return ()
    mask = entry["mask"]
    if len(entry) > 1 or not (
        isinstance(mask, list) and all(isinstance(one, str) and one.strip() for one in mask)
    ):
        problems.append(
            Problem(
                "quotes-names",
                where=Where(file, name=NAMES),
                found=message("Under [names] stands something else than a list of names."),
                expected=message('mask = ["Ada Lovelace", "Ada"] alone.'),
                mend=message("Put each name in quotation marks."),
            )
        )
        return ()
    return tuple(" ".join(one.split()) for one in mask)


def check_release(release: Release, dataset: Dataset) -> None:
    """Raise a Problem unless every released text is an answer to its question, word for word.

    Words may be left out where "[…]" stands for them (cuts.py).
    White space around and between words does not count; everything else does.
    """
    raise_all(_unfounded(release, dataset))


def _quotes(name: str, entry: object, file: str, problems: list[Problem]) -> Quotes:
    where = Where(file, name=name)
    if not isinstance(entry, dict):
        problems.append(
            Problem(
                "quotes-form",
                where=where,
                found=message("{name} stands outside of a table.", name=name),
                expected=message("a table for each open question, such as [q2_open]."),
                mend=message(
                    "Put the name of the question in square brackets, and lead and released "
                    "below it."
                ),
            )
        )
        return Quotes()
    problems.extend(
        unknown_setting("quotes-unknown-key", key, _KEYS, where)
        for key in entry
        if key not in _KEYS
    )
    lead, released = entry.get("lead", ""), entry.get("released", [])
    if not isinstance(lead, str) or not (
        isinstance(released, list) and all(isinstance(one, str) for one in released)
    ):
        problems.append(
            Problem(
                "quotes-form",
                where=where,
                found=message("lead or released holds something else than text."),
                expected=message(
                    'lead = "one answer" and released = ["answers", "in quotation marks"].'
                ),
                mend=message(
                    "Put each answer in quotation marks, and those of released in a list."
                ),
            )
        )
        return Quotes()
    return Quotes(lead.strip(), tuple(one for one in released if one.strip()))


def _unfounded(release: Release, dataset: Dataset) -> Iterator[Problem]:
    codebook = dataset.codebook
    for name, quotes in release.questions.items():
        where = Where(release.file, name=name)
        if name not in codebook or codebook[name].type is not VariableType.TEXT:
            yield _not_open(name, codebook, where)
            continue
        column = dataset.columns[name]
        if not isinstance(column, Values):
            continue
        answers = {_flat(str(text)): str(text) for text in column.values[column.answered]}
        for text in quotes.texts:
            if _flat(text) in answers:
                continue
            if not has_cuts(text):
                yield _not_given(text, answers, where)
            elif not any(is_cut_from(text, answer) for answer in answers):
                yield _not_cut(text, answers, where)


def _not_open(name: str, codebook: Codebook, where: Where) -> Problem:
    names = [variable.name for variable in codebook.of_type(VariableType.TEXT)]
    return Problem(
        "quotes-not-open",
        where=where,
        found=message("{name} is no open question of this survey.", name=name),
        expected=message("the name of an open question")
        + (
            message(", such as {names}.", names=names[0])
            if names
            else message("; this survey has none.")
        ),
        mend=did_you_mean(name, names)
        or message("Remove the table, or name the question it is for."),
    )


def _not_given(text: str, answers: Mapping[str, str], where: Where) -> Problem:
    near = get_close_matches(_flat(text), list(answers), n=1, cutoff=_NEAR)
    return Problem(
        "quotes-not-verbatim",
        where=where,
        found=message("Nobody answered “{start}”.", start=_start(text)),
        expected=message("released texts that stand word for word among the answers."),
        mend=message(
            "The nearest answer is “{near}”. Copy it as it stands, or leave it out.", near=near[0]
        )
        if near
        else message("Copy the answer as it stands in the data, or leave it out."),
    )


def _not_cut(text: str, answers: Mapping[str, str], where: Where) -> Problem:
    near = get_close_matches(_flat(text), list(answers), n=1, cutoff=_NEAR / 2)
    return Problem(
        "quotes-cut",
        where=where,
        found=message("“{start}” is no answer of which words are left out.", start=_start(text)),
        expected=message(
            "whole words of one answer in their order, and […] wherever words are missing."
        ),
        mend=message("The nearest answer is “{near}”. Cut that one anew.", near=near[0])
        if near
        else message("Copy the answer as it stands, and put […] in the place of what you cut."),
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _start(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rstrip() + "…"
