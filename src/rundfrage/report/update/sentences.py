"""Renews the text of a shape, or leaves people's own words and lists what is stale in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import A, Element, body_of, same_words
from rundfrage.report.outputs.pptx.marks import print_of
from rundfrage.report.outputs.pptx.snapshot import PrintedText, Span
from rundfrage.report.update.foreign import foreign
from rundfrage.report.update.shapes import Marked
from rundfrage.report.update.stale import Figures, stale
from rundfrage.report.update.summary import Renewed, Tally
from rundfrage.report.update.texts import as_emphasised, own_runs, renew, resize
from rundfrage.report.update.tokens import as_printed_before, located, without_numbers

_TELLING = 10
"""So many letters before its first figure tell whose an alternative text is."""


def refresh_text(
    shape: Marked,
    old: PrintedText | None,
    new: PrintedText,
    figures: Figures,
    tally: Tally,
    looks: Sequence[Element | None] = (),
) -> None:
    """Print the new text in a shape whose text people left as it was.

    `looks` are those of the new text's letters, for what stands out otherwise than before.

    In a text that they rewrote, figures that still stand there as the program set them (a run of
    their own, bold) are renewed; other numbers are only listed.
    """
    body = body_of(shape.element)
    if body is None:
        tally.notices.append(
            message("{place}: no text any more, so it was not refreshed", place=shape.mark.role)
        )
        return
    was = shape.text
    known = unedited(shape, old, new)
    if known is not None and not known.spans and old is None:
        known = _with_figures(body, known, figures)
    if known is not None:
        known = known if old is not None else replace(known, emphases=None)
        if renew(body, known, new, looks):
            tally.texts.append(Renewed(shape.mark.role, same_words(was), same_words(new.text)))
        elif known.emphases is not None and not as_emphasised(known, new):
            tally.notices.append(
                message("{place}: bold words, italics or links renewed", place=shape.mark.role)
            )
        if old is not None:
            resize(body, old, new)
        return
    tally.edits.append(message("{place}: rewritten by you", place=shape.mark.role))
    if old is not None:
        _renew_figures(shape, body, old, figures, tally)
    tally.stale.extend(stale(shape.mark.role, shape.text, figures))
    tally.notices.extend(foreign(shape.mark.role, shape.text, figures))


def unedited(shape: Marked, old: PrintedText | None, new: PrintedText | None) -> PrintedText | None:
    """The shape's text as it was printed, with the places of its figures; None if it was edited.

    Without a record of the old text its print in the shape's name tells, or that it says the same
    words as the new one around other figures.
    """
    if old is not None:
        return located(old, shape.text)
    known = None if new is None else as_printed_before(new, shape.text)
    if known is None and shape.mark.print and shape.mark.print == print_of(shape.text):
        return PrintedText(shape.text)
    return known


def _with_figures(body: Element, words: PrintedText, figures: Figures) -> PrintedText:
    """The text with the places of figures that stand in bold runs of their own."""
    bindings = {text: binding for binding, text in reversed(figures.old)}
    texts = {text for text in bindings if own_runs(body, text)}
    spans: list[Span] = []
    at = 0
    for run in body.iter(f"{A}r"):
        text = run.findtext(f"{A}t") or ""
        at = max(0, words.text.find(text, at))
        if text in texts:
            spans.append(Span(at, at + len(text), bindings[text]))
        at += len(text)
    return PrintedText(words.text, tuple(spans))


def _renew_figures(
    shape: Marked, body: Element, old: PrintedText, figures: Figures, tally: Tally
) -> None:
    """Renew the figures of a rewritten text that nobody touched, where it is clear which is which.

    Figures with one text are told apart only if all of them still stand there.
    """
    printed = [(span.binding, old.figure(span)) for span in old.spans]
    counts = Counter(text for _, text in printed)
    for text, count in counts.items():
        runs = own_runs(body, text)
        bindings = [binding for binding, one in printed if one == text]
        now = [figures.now.get(binding) for binding in bindings]
        if len(runs) != count or None in now:
            continue
        for run, new in zip(runs, now, strict=True):
            if new is not None and new != text:
                run.find(f"{A}t").text = new
                tally.texts.append(
                    Renewed(message("{place}, figure", place=shape.mark.role), text, new)
                )
                tally.notices.append(
                    message(
                        "{place}: a figure was renewed in your own words, read them again",
                        place=shape.mark.role,
                    )
                )


def renew_alt(
    properties: Element,
    old: str | None,
    new: str,
    role: str,
    figures: Figures,
    tally: Tally,
) -> None:
    """Renew an alternative text that people left as it was, or that LibreOffice dropped."""
    was = properties.get("descr", "")
    program = not was.strip() or (_alike(was, new) if old is None else same_words(was) ==
                                  same_words(old))  # fmt: skip
    place = message("{place}, alternative text", place=role)
    if not program:
        tally.edits.append(message("{place}: written by you", place=place))
        tally.stale.extend(stale(place, was, figures))
        tally.notices.extend(foreign(place, was, figures))
    elif same_words(was) != same_words(new):
        properties.set("descr", new)
        if was.strip():
            tally.texts.append(Renewed(place, same_words(was), same_words(new)))


def _alike(was: str, new: str) -> bool:
    """True if both say the same up to their first figure, or the same words in another order."""
    heads = [same_words(_head(text)) for text in (was, new)]
    words = [sorted(re.findall(r"\w+", without_numbers(text))) for text in (was, new)]
    return words[0] == words[1] or (heads[0] == heads[1] and len(heads[0]) >= _TELLING)


def _head(text: str) -> str:
    at = next((at for at, letter in enumerate(text) if letter.isdigit()), len(text))
    return text[:at]
