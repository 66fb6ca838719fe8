"""Puts bindings into the places of a deck's wordings, and so writes the source of a sentence."""

from __future__ import annotations

from rundfrage.errors import Problem
from rundfrage.locales.foreign import language_of, marked_like
from rundfrage.report.claims import (
    Binding,
    Evidence,
    Passage,
    PlainText,
    Sentence,
    read_sentence,
    state,
)
from rundfrage.report.claims.numerals import has_number
from rundfrage.report.claims.write import escaped
from rundfrage.report.words import Phrasebook
from rundfrage.tables.table import Block


def bound(block: Block, rest: str) -> str:
    """A binding in braces: `{q2.top2}`."""
    return f"{{{path_of(block, rest)}}}"


def path_of(block: Block, rest: str = "") -> Binding:
    """The binding of what a block has under that name, or of the block itself."""
    name = "study.variable" if block.name == "study" else block.name
    return Binding(f"{name}.{rest}" if rest else name)


def quoted_label(binding: Binding, words: Phrasebook, wording: str = "label") -> str:
    """What a binding is called, in quotation marks: `„{label: q3.haltung}“`."""
    return words("quotation", words=f"{{{wording}: {binding}}}")


def plain(text: str, language: str) -> str:
    """Words from the survey as they stand in a sentence; quoted on purpose if they hold numbers."""
    if not has_number(text, language):
        return escaped(text)
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{{{"{inner}"}}}}'


def sentence(source: str, language: str) -> Sentence:
    """The sentence that the source says; marked if that is in another language."""
    problems: list[Problem] = []
    read = read_sentence(Passage(source), language, problems)
    if problems:
        raise ValueError(f"the draft wrote {source!r}: {problems[0]}")
    if not language_of(source):
        return read
    return Sentence(
        tuple(
            PlainText(marked_like(one.words, source)) if isinstance(one, PlainText) else one
            for one in read.pieces
        )
    )


def length(source: str, evidence: Evidence) -> int:
    """How many characters the sentence has when it is printed."""
    return len(state(sentence(source, evidence.language), evidence, []).text)
