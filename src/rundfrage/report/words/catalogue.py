"""What the wordings of a deck are in every language: the fields of a catalogue.

A *wording* is a template whose places in braces take figures and labels ("{share} answered …").
A *plural* is a wording that agrees with a number. The grammar of a wording must hold for whatever
label or question comes into its places: labels stand in quotation marks or after a colon, never as
a part of the sentence that would have to agree with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundfrage.text import plural_form


@dataclass(frozen=True)
class Plural:
    """A wording for each form that a number takes in a language: "one", "few", "other".

    The forms are those of Unicode's plural rules (UTS 35), as Babel brings them. A form that is
    written like "other" may be left out.
    """

    language: str
    forms: Mapping[str, str]

    def of(self, printed: str) -> str:
        """The wording for a whole number as a deck prints it: "1.234", "[62 %]"."""
        whole = int("".join(filter(str.isdecimal, printed)) or "0")
        form = plural_form(whole, self.language)
        return self.forms.get(form, self.forms["other"])


@dataclass(frozen=True)
class Words:
    """All wordings of a deck in one language."""

    language: str
    quotes: tuple[str, str]
    """The marks around a quotation."""
    comma: str
    """Between the members of a list."""
    last: str
    """Before the last member of a list."""
    either: str
    """Between two answers counted together."""

    # The frame of every slide
    ribbon: str
    question: str
    on_question: str
    part: str
    took_part: Plural
    field_days: str
    field_day: str
    not_representative: str
    not_representative_short: str

    # Bases
    base: str
    base_routed: str
    base_range: str
    base_mentions: str
    weighted: str
    effective: str
    interval_lines: str
    brackets: str
    mean_scale: str
    mean_rank: str
    nps_rule: str
    not_shown: Plural
    groups_not_shown: Plural

    # What the data say
    answer_net: Plural
    answer_caption: Plural
    answer_item_caption: Plural
    choose_caption: Plural
    net: str
    most_frequent: str
    most_mentioned: str
    next_one: str
    equally_often: str
    leading: str
    leading_and_trailing: str
    leading_item: str
    front_and_back: str
    span: str
    first_rank: str
    mean: str
    mean_median: str
    nps: str
    nps_name: str
    nobody: str
    too_few: str

    # Columns, axes and legends
    share: str
    top_heading: str
    mean_heading: str
    rank_heading: str
    first_heading: str
    interval_heading: str
    letters_heading: str
    letters_note: str

    # Open questions
    open_answers: Plural
    one_of: Plural
    selection: str

    # Alternative texts
    alt_bars: str
    alt_stacked: str
    alt_means: str
    alt_row: str

    # Pages at the end
    summary: str
    summary_line: str
    method: str
    method_field: str
    method_open: str
    method_list: str
    method_probability: str
    method_undesigned: str
    method_intervals: str
    method_effective: str
    method_unweighted: str
    method_weighted: str
    method_bases: str
    method_rounding: str
    method_means: str
    method_disclosure: str
    method_quotes: str
    method_simulated: str
    ledger: str
    ledger_question: str
    ledger_asked: str
    ledger_answered: str
    ledger_dont_know: str
    ledger_refused: str
    ledger_left_blank: str

    # Speaker's notes
    note_wording: str
    note_hint: str
    note_base: str
    note_labels: str
    note_figure: str
    note_simulated: str
    nothing: str
