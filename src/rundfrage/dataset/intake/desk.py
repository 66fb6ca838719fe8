"""The desk on which a sheet lies while it is concluded: its columns, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rundfrage.codebook import Variable, VariableType
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.intake.builder import Builder
from rundfrage.dataset.intake.edits import Edits
from rundfrage.dataset.intake.layout import Layout
from rundfrage.dataset.intake.missing import cleared
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.pieces import conventions, named_apart
from rundfrage.dataset.intake.program_names import names_in_company
from rundfrage.dataset.intake.said import heading_said, labelled_options, without_said
from rundfrage.dataset.intake.spellings import in_one_spelling
from rundfrage.dataset.intake.types import Conventions
from rundfrage.dataset.intake.unchosen import scales_among
from rundfrage.locales import Message, message

TYPES: dict[VariableType, Message] = {
    VariableType.CATEGORICAL: message("single choice"),
    VariableType.ORDINAL: message("scale"),
    VariableType.MULTIPLE: message("multiple choice"),
    VariableType.NUMERIC: message("number"),
    VariableType.TEXT: message("text"),
    VariableType.DATE: message("date"),
}


class Desk:
    """The columns of a layout: by their places headings, cells, edits and missing answers."""

    def __init__(
        self, layout: Layout, builder: Builder, options: Options, file: str, edits: Edits
    ) -> None:
        self.layout = layout
        self.builder = builder
        self.file = file
        self.width = len(layout.sheet.columns)
        self.places = {id(one): at for at, one in enumerate(layout.headings, 1)}
        clear = cleared(layout.sheet.columns, options.missing, layout.missing)
        self.edits = edits.of(layout.sheet.names)
        self.edits = [
            labelled_options(edit, one.cells, heading, layout.separator)
            for edit, one, heading in zip(self.edits, clear, layout.headings, strict=True)
        ]
        clear = [
            without_said(one, whole, edit)
            for one, whole, edit in zip(clear, layout.sheet.columns, self.edits, strict=True)
        ]
        self.headings = list(map(heading_said, named_apart(layout, file), self.edits))
        self.cells = [one.cells for one in clear]
        self.missing = [one.words for one in clear]
        self.codes = [one.codes for one in clear]
        self.unsure = [one.doubts for one in clear]
        for at, name in enumerate(layout.sheet.names):
            if name in layout.doubts_of and self.edits[at].missing is None:
                self.unsure[at] += (layout.doubts_of[name],)
        for at, (one, edit) in enumerate(zip(self.cells, self.edits, strict=True)):
            if not edit.answers and not edit.labels:
                self.cells[at], doubts = in_one_spelling(one)
                self.unsure[at] += doubts
        told = conventions(self.cells, layout.sheet, options)
        scales = scales_among(one.answers for one in self.cells)
        self.conventions = replace(told, coded=layout.coded, scales=scales)
        self.company = names_in_company(layout.sheet.names)
        self.merged = {place for one in layout.spread for row in one.rows for place in row[1:]}
        """The places of columns whose cells stand in another, too."""
        self.quantities: set[int] = set()
        """The places of columns that hold numbers as the columns beside them do."""
        self.names: dict[str, str] = {}
        """The variable that each column of the file became by itself, by its heading."""

    def told(self, place: int) -> Conventions:
        """How the column at this place writes numbers and dates, where its cells don't tell."""
        edit = self.edits[place]
        said = edit.day_first
        return replace(
            self.conventions,
            numbers=self.conventions.numbers.said(edit.decimal),
            day_first=self.conventions.day_first if said is None else said,
            quantities=place in self.quantities,
            complete=edit.missing is not None,
        )

    def spoken_of(self, place: int) -> bool:
        """True if somebody said what the column or its answers are."""
        edit = self.edits[place]
        return edit.type is not None or bool(edit.labels or edit.answers)

    def coded(self, variable: Variable, *places: int) -> Variable:
        """The variable that knows which words of its columns are no answer."""
        codes = [*variable.missing, *(one for at in places for one in self.codes[at])]
        if variable.type is VariableType.NUMERIC:
            codes = [replace(one, value=_numeric(one.value)) for one in codes]
        return replace(variable, missing=tuple(dict.fromkeys(codes)))

    def enter(
        self,
        place: int,
        variables: Sequence[str],
        taken_for: Message,
        why: Message,
        certainty: Certainty = Certainty.SURE,
        *,
        aside: Message | None = None,
        missing: tuple[tuple[str, int], ...] = (),
    ) -> None:
        """Enter the column at this place into the account."""
        column = self.layout.sheet.columns[place].name
        self.builder.enter(
            place + 1, column, variables, taken_for, why, certainty,
            aside=aside, missing=(() if place in self.merged else self.missing[place]) + missing,
        )  # fmt: skip
        if aside is None:
            for found, settle in self.unsure[place]:
                self.builder.ledger.doubt(found, settle, variables)


def _numeric(word: float | str) -> float | str:
    number = parsed_number(word) if isinstance(word, str) else word
    return word if number is None else number
