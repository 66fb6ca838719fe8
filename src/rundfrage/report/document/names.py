"""The author's own names for variables: `names:` in the front matter, such as `future: q2`.

They stand in bindings, conditions and braces in place of the variables' names, and above the titles
of slides on these variables, their lines as spaces ("Our_future" is "Our future").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from rundfrage.codebook import Codebook
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.report.claims import Assertion, Binding, Bound, Piece, Sentence
from rundfrage.report.claims.waves import WAVE
from rundfrage.report.document.model import Document
from rundfrage.report.section.attribute import QuestionName
from rundfrage.report.section.model import Section

_QUOTED = re.compile(r"""("[^"]*"|'[^']*'|`[^`]*`)""")
_WORD = re.compile(r"(?<![\w.])(?<![=<>])(?<![=<>] )[^\W\d][\w-]*")


def resolved(document: Document) -> Document:
    """The document with the variables' own names, and a small line above where it has none."""
    if not document.names:
        return document
    named = _Names(document.names)
    return replace(document, sections=tuple(map(named.section, document.sections)))


def excuses_of(document: Document) -> dict[str, str]:
    """Why other wordings asked the same, by the variables' own names."""
    return {
        document.names.get(name, name): reason for name, reason in document.waves.excused.items()
    }


def wave_problems(document: Document, codebook: Codebook) -> Iterator[Problem]:
    """A Problem for each excuse of a question that there isn't, and for a word of two meanings."""
    waves = document.waves
    known = {*(one.name for one in codebook.variables), *(one.name for one in codebook.batteries)}
    for name in excuses_of(document):
        if name not in known:
            yield Problem(
                "report-name",
                where=Where(document.file, name="comparable"),
                found=message("There is no question {question}.", question=name[:60]),
                expected=message("the name of a question or of one of its items."),
                mend=did_you_mean(name[:60], known) or message("Check the name."),
            )
    if waves.earlier and WAVE in known | document.names.keys():
        yield Problem(
            "report-name",
            where=Where(document.file, name="waves"),
            found=message("{name} is the name of a variable already.", name=WAVE),
            expected=message("[wave=…] to mean one thing: the waves of the front matter."),
            mend=message(
                "Take the waves out of the front matter, or the column out of the answers."
            ),
        )


def name_problems(document: Document, codebook: Codebook) -> Iterator[Problem]:
    """A Problem for each name that a variable has, and each variable that there isn't."""
    known = {*(one.name for one in codebook.variables), *(one.name for one in codebook.batteries)}
    where = Where(document.file, name="names")
    for name, variable in document.names.items():
        if name in known or name == "study":
            yield Problem(
                "report-name",
                where=where,
                found=message("{name} is the name of a variable already.", name=name),
                expected=message("a name that no variable has."),
                mend=message("Choose another name."),
            )
        if variable not in known:
            yield Problem(
                "report-name",
                where=where,
                found=message(
                    "{name} stands for {variable}, which there isn't.",
                    name=name,
                    variable=variable[:60],
                ),
                expected=message("the name of a question or of one of its items."),
                mend=did_you_mean(variable[:60], known) or message("Check the name."),
            )


class _Names:
    """Puts variables in the place of names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._variables = names
        self._shown = {variable: name.replace("_", " ") for name, variable in names.items()}

    def section(self, section: Section) -> Section:
        question = self._path(section.question)
        figure = None if section.figure is None else self._bound(section.figure)
        attributes = dict(section.attributes)
        for attribute in section.kind.attributes:
            if isinstance(attribute, QuestionName) and attribute.name in attributes:
                attributes[attribute.name] = self._path(attributes[attribute.name])
        return replace(
            section,
            title=self._sentence(section.title),
            footer=self._sentence(section.footer),
            sentences=tuple(map(self._sentence, section.sentences)),
            speech=tuple(map(self._sentence, section.speech)),
            question=question,
            figure=figure,
            attributes=attributes,
            kicker=self._kicker(question, figure) if section.kicker is None else section.kicker,
        )

    def _kicker(self, question: str, figure: Bound | Assertion | None) -> str | None:
        """The name of what a slide is about; None without one."""
        path = question
        if isinstance(figure, Bound):
            path = figure.binding.path
        elif figure is not None:
            path = figure.bindings[0].path
        parts = path.split(".")
        heads = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
        return next((self._shown[head] for head in heads if head in self._shown), None)

    def _sentence(self, sentence: Sentence) -> Sentence:
        return replace(sentence, pieces=tuple(map(self._piece, sentence.pieces)))

    def _piece(self, piece: Piece) -> Piece:
        return self._bound(piece) if isinstance(piece, Bound | Assertion) else piece

    def _bound(self, piece: Bound | Assertion) -> Bound | Assertion:
        if isinstance(piece, Bound):
            return replace(piece, binding=self._binding(piece.binding))
        return replace(piece, bindings=tuple(map(self._binding, piece.bindings)))

    def _binding(self, binding: Binding) -> Binding:
        return replace(
            binding, path=self._path(binding.path), subgroup=self._condition(binding.subgroup)
        )

    def _path(self, path: str) -> str:
        head, dot, rest = path.partition(".")
        return f"{self._variables.get(head, head)}{dot}{rest}"

    def _condition(self, words: str) -> str:
        pieces = _QUOTED.split(words)
        rename: Callable[[re.Match[str]], str] = lambda one: self._variables.get(one[0], one[0])  # noqa: E731
        return "".join(
            piece if at % 2 else _WORD.sub(rename, piece) for at, piece in enumerate(pieces)
        )
