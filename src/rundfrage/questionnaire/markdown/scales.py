"""A scale in the front matter: its name, its labels, and behind them its missing steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rundfrage.locales import counted_message, message
from rundfrage.manuscript.attributes import split
from rundfrage.manuscript.front_matter import Entry
from rundfrage.questionnaire import limits
from rundfrage.questionnaire.markdown.labels import (
    VALUE,
    Labelled,
    bad_name,
    bad_value,
    refuse_attributes,
)
from rundfrage.questionnaire.model import Scale
from rundfrage.questionnaire.reasons import MARKS, Reason, check_reasons, code_in, missing_in
from rundfrage.text import Text

_FEWEST_LABELS = 2


def read_scale(language: str) -> Callable[[Entry], Scale]:
    """What reads a scale from its line in the front matter; it raises a Problem at the line."""

    def read(entry: Entry) -> Scale:
        if not VALUE.fullmatch(entry.key):
            raise bad_name(entry.key, entry.line)
        labels: Sequence[str] = entry.value if isinstance(entry.value, tuple) else ()
        if not _FEWEST_LABELS <= len(labels) <= limits.SCALE_LABELS:
            raise bad_value(
                message("the scale {name}", name=entry.key),
                counted_message("{count} label", "{count} labels", len(labels)),
                message(
                    "{fewest_labels} to {scale_labels} labels, best or first first",
                    fewest_labels=_FEWEST_LABELS,
                    scale_labels=limits.SCALE_LABELS,
                ),
                message("Write for example [very good, good, poor]."),
            )
        if len(set(labels)) < len(labels):
            raise bad_value(
                message("the scale {name}", name=entry.key),
                message("a label twice"),
                message("labels that differ"),
                message("Change one."),
            )
        return _with_steps(entry, labels, language)

    return read


def _with_steps(entry: Entry, labels: Sequence[str], language: str) -> Scale:
    """The scale of these labels, the last of which may be marked as reasons for no answer."""
    steps: list[Text] = []
    reasons: list[Reason] = []
    for place, words in enumerate(labels, start=1):
        label, attributes = split(words, entry.line)
        piece = Labelled(label, label, attributes, entry.line)
        missing = missing_in(attributes, label)
        refuse_attributes(piece, frozenset(MARKS if missing is None else (*MARKS, "code")))
        if not label:
            raise bad_value(
                message("the scale {name}", name=entry.key),
                message("braces without a label"),
                message("words before the braces"),
                message("Write for example [very good, good, poor, don't know {{dk}}]."),
            )
        if missing is not None:
            code = code_in(attributes, label, place)
            reasons.append(Reason(missing, Text.of(label, language), code))
        elif reasons:
            raise bad_value(
                message("the scale {name}", name=entry.key),
                message("a step behind a missing one, {label}", label=label[:60]),
                message("its missing steps at the end"),
                message("Move {label} before them.", label=label[:60]),
            )
        else:
            steps.append(Text.of(label, language))
    if len(steps) < _FEWEST_LABELS:
        raise bad_value(
            message("the scale {name}", name=entry.key),
            counted_message(
                "{count} step that is an answer", "{count} steps that are answers", len(steps)
            ),
            message("at least {fewest_labels}", fewest_labels=_FEWEST_LABELS),
            message("Add steps without {{dk}}, {{refused}} and {{na}}."),
        )
    check_reasons(reasons, range(1, len(steps) + 1), entry.line)
    return Scale(entry.key, tuple(steps), tuple(reasons), entry.line)
