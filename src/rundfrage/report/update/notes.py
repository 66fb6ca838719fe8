"""Renews the speaker's notes line by line, between what people wrote there themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy

from rundfrage.locales import counted_message, message
from rundfrage.report.outputs.pptx.bodies import A, Element, paragraph_text, same_words
from rundfrage.report.outputs.pptx.snapshot import PrintedText
from rundfrage.report.update.foreign import foreign
from rundfrage.report.update.stale import Figures, stale
from rundfrage.report.update.summary import Renewed, Tally
from rundfrage.report.update.tokens import as_printed_before, without_numbers

_NOTES = message("notes")


def refresh_notes(
    body: Element,
    pristine: Element,
    old: Sequence[PrintedText] | None,
    new: Sequence[PrintedText],
    usual: frozenset[str],
    figures: Figures,
    tally: Tally,
) -> None:
    """Replace the program's lines in a body of notes by those of `pristine`, the new notes.

    Lines of people's own stay in their places before or after them; lines of the program's that
    people deleted stay out. Notes that hold none of the program's lines are left alone. Where the
    old lines aren't known, a line is the program's if it is among the `usual` but for its numbers.
    """
    there = body.findall(f"{A}p")
    texts = [paragraph_text(one) for one in there]
    program = [_is_programs(text, old, usual, figures) for text in texts]
    own = [text for text, programs in zip(texts, program, strict=True)
           if not programs and text.strip()]  # fmt: skip
    for text in own:
        tally.stale.extend(stale(_NOTES, text, figures))
        tally.notices.extend(foreign(_NOTES, text, figures))
    if own:
        tally.edits.append(message("notes: your own lines ({count})", count=len(own)))
    if not any(program) and own:
        return
    deleted = _deleted(texts, old)
    wanted = [
        deepcopy(paragraph)
        for paragraph, line in zip(pristine.findall(f"{A}p"), new, strict=True)
        if not any(as_printed_before(line, one) for one in deleted)
    ]
    before = [same_words(text) for text, programs in zip(texts, program, strict=True) if programs]
    after = [same_words(paragraph_text(one)) for one in wanted]
    # Slides without any notes have one empty line.
    if before == [one for one in after if one]:
        return
    at = program.index(True) if any(program) else 0
    for paragraph in wanted:
        there[at].addprevious(paragraph)
    for paragraph, text, programs in zip(there, texts, program, strict=True):
        if programs or not text.strip():
            body.remove(paragraph)
    changed = sum(1 for line in after if line not in before)
    lines = [counted_message("{count} line", "{count} lines", len(one)) for one in (before, after)]
    if changed:
        lines[1] += counted_message(", {count} of them new", ", {count} of them new", changed)
    tally.texts.append(Renewed(_NOTES, *lines))


def _is_programs(
    text: str, old: Sequence[PrintedText] | None, usual: frozenset[str], figures: Figures
) -> bool:
    if old is None:
        listed = _EQUATION.fullmatch(text.strip())
        known = {binding.split(".")[0] for binding in figures.now}
        by_name = listed is not None and listed["binding"].split(".")[0] in known
        return bool(text.strip()) and (by_name or without_numbers(text) in usual)
    return bool(text.strip()) and same_words(text) in {same_words(line.text) for line in old}


def _deleted(texts: Sequence[str], old: Sequence[PrintedText] | None) -> list[str]:
    present = {same_words(text) for text in texts}
    return [line.text for line in old or () if same_words(line.text) not in present]


_EQUATION = re.compile(r"(?P<binding>[^\s=]+) = (?P<text>.+)")
_LEDGER = re.compile(r"(?P<text>.+?) · (?P<binding>\S+)(?: · .*)?")


def figures_in_notes(lines: Sequence[str], known: set[str]) -> list[tuple[str, str]]:
    """The figures that notes list, as (binding, text); `known` are the bindings of the report."""
    found = []
    for line in lines:
        for pattern in (_EQUATION, _LEDGER):
            match = pattern.fullmatch(line.strip())
            if match and match["binding"] in known:
                found.append((match["binding"], match["text"].strip()))
                break
    return found
