"""Which answers form a scale, and in what order: read from the words and numbers of the answers.

A *worded scale* is one of the lists below: the answers found are all in it, and take its order,
the best or most first. A *numbered scale* is a set of answers that each begin with a number of
their own: "1 (None at all)", 2, …; "18 to 24 years"; "10+". It stands in numeric order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Missing, Role
from rundfrage.dataset.cells import clean

# Best, most or most agreeing first; wordings of one step stand together, cut by a bar.
WORDED = tuple(
    tuple(tuple(step.split("|")) for step in scale)
    for scale in (
        # English
        ("strongly agree|completely agree|fully agree|totally agree", "agree",
         "somewhat agree|slightly agree|rather agree|tend to agree",
         "neither agree nor disagree|neither agree or disagree|neutral|undecided|neither",
         "somewhat disagree|slightly disagree|rather disagree|tend to disagree", "disagree",
         "strongly disagree|completely disagree|fully disagree|totally disagree"),
        ("completely satisfied|extremely satisfied", "very satisfied", "satisfied",
         "somewhat satisfied|rather satisfied|fairly satisfied",
         "neither satisfied nor dissatisfied|neutral",
         "somewhat dissatisfied|rather dissatisfied|fairly dissatisfied", "dissatisfied",
         "very dissatisfied", "completely dissatisfied|extremely dissatisfied"),
        ("always", "almost always|nearly always", "very often|very frequently", "often|frequently",
         "sometimes|occasionally", "rarely|seldom", "very rarely", "almost never|hardly ever",
         "never"),
        ("several times a day", "daily|every day", "several times a week", "weekly|once a week",
         "several times a month", "monthly|once a month", "several times a year",
         "yearly|once a year", "less often|rarely", "never"),
        ("extremely important", "very important", "important", "fairly important|rather important",
         "somewhat important|moderately important", "neutral",
         "slightly important|less important|of little importance", "rather unimportant",
         "unimportant|not important|not at all important", "very unimportant"),
        ("excellent", "very good", "good", "fair|average|satisfactory|neutral|neither good nor bad",
         "poor|bad", "very poor|very bad"),
        ("very likely|extremely likely|definitely", "likely|probably",
         "somewhat likely|rather likely", "neutral|neither likely nor unlikely|possibly",
         "somewhat unlikely|rather unlikely", "unlikely|probably not",
         "very unlikely|extremely unlikely|definitely not"),
        ("completely|entirely", "to a great extent|a great deal", "mostly|largely|a lot",
         "partly|to some extent|moderately|somewhat", "a little|slightly|hardly",
         "not at all"),
        # German
        (("stimme voll und ganz zu|stimme völlig zu|stimme vollkommen zu|stimme voll zu"
          "|trifft voll und ganz zu|trifft völlig zu|trifft voll zu|trifft genau zu"),
         "stimme zu|trifft zu", "stimme eher zu|trifft eher zu",
         "weder noch|teils teils|teils/teils|teils, teils|teils-teils|neutral|unentschieden",
         "stimme eher nicht zu|lehne eher ab|trifft eher nicht zu|trifft weniger zu",
         "stimme nicht zu|lehne ab|trifft nicht zu",
         ("stimme überhaupt nicht zu|stimme gar nicht zu|lehne völlig ab"
          "|trifft überhaupt nicht zu|trifft gar nicht zu")),
        ("äußerst zufrieden|völlig zufrieden|vollkommen zufrieden", "sehr zufrieden", "zufrieden",
         "eher zufrieden|ziemlich zufrieden", "weder noch|teils teils|teils/teils|neutral",
         "eher unzufrieden|weniger zufrieden", "unzufrieden", "sehr unzufrieden",
         "äußerst unzufrieden|völlig unzufrieden"),
        ("immer", "fast immer", "sehr oft|sehr häufig", "oft|häufig", "manchmal|gelegentlich",
         "selten", "sehr selten", "fast nie", "nie|niemals"),
        ("mehrmals täglich", "täglich|jeden tag", "mehrmals pro woche|mehrmals in der woche",
         "wöchentlich|einmal pro woche", "mehrmals im monat", "monatlich|einmal im monat",
         "mehrmals im jahr", "jährlich|einmal im jahr", "seltener", "nie|niemals"),
        ("äußerst wichtig", "sehr wichtig", "wichtig", "eher wichtig|ziemlich wichtig",
         "neutral|teils teils|teils/teils", "weniger wichtig|eher unwichtig",
         "unwichtig|nicht wichtig", "sehr unwichtig|überhaupt nicht wichtig|gar nicht wichtig"),
        ("ausgezeichnet|exzellent", "sehr gut", "gut", "befriedigend|neutral|mittel|teils teils",
         "ausreichend|eher schlecht", "schlecht|mangelhaft", "sehr schlecht|ungenügend"),
        ("sehr wahrscheinlich|ganz sicher|auf jeden fall", "wahrscheinlich", "eher wahrscheinlich",
         "neutral|vielleicht", "eher unwahrscheinlich", "unwahrscheinlich|wahrscheinlich nicht",
         "sehr unwahrscheinlich|auf keinen fall"),
        ("voll und ganz|völlig", "weitgehend|überwiegend", "teilweise|teils", "kaum|wenig",
         "gar nicht|überhaupt nicht"),
    )
)  # fmt: skip

OTHERS = frozenset(
    [
        "other",
        "others",
        "other/not listed",
        "other (please specify)",
        "something else",
        "andere",
        "anderer",
        "anderes",
        "sonstige",
        "sonstiger",
        "sonstiges",
        "andere/sonstige",
        "etwas anderes",
        "-oth-",
    ]
)
NONES = frozenset(
    [
        "none",
        "none of these",
        "none of the above",
        "nothing",
        "n/a",
        "not applicable",
        "keine",
        "keiner",
        "keines",
        "keine davon",
        "nichts davon",
        "nichts",
        "trifft auf mich nicht zu",
    ]
)
YES = ("yes", "y", "ja", "j", "true", "wahr")
NO = ("no", "n", "nein", "false", "falsch")
# Said beside a scale, these are no step of it.
BESIDE = {
    "don't know": Missing.DONT_KNOW, "do not know": Missing.DONT_KNOW, "dk": Missing.DONT_KNOW,
    "i don't know": Missing.DONT_KNOW, "not sure": Missing.DONT_KNOW, "unsure": Missing.DONT_KNOW,
    "can't say": Missing.DONT_KNOW, "no opinion": Missing.DONT_KNOW,
    "weiß nicht": Missing.DONT_KNOW, "weiss nicht": Missing.DONT_KNOW,
    "weiß ich nicht": Missing.DONT_KNOW, "ich weiß nicht": Missing.DONT_KNOW,
    "kann ich nicht sagen": Missing.DONT_KNOW, "kann ich nicht beurteilen": Missing.DONT_KNOW,
    "prefer not to say": Missing.REFUSED, "prefer not to answer": Missing.REFUSED,
    "refused": Missing.REFUSED, "refusal": Missing.REFUSED, "keine angabe": Missing.REFUSED,
    "möchte ich nicht sagen": Missing.REFUSED, "verweigert": Missing.REFUSED,
    "k.a.": Missing.REFUSED, "k. a.": Missing.REFUSED,
    "no answer": Missing.LEFT_BLANK, "not answered": Missing.LEFT_BLANK,
    "left blank": Missing.LEFT_BLANK, "keine antwort": Missing.LEFT_BLANK,
    "not asked": Missing.NOT_ASKED, "not applicable": Missing.NOT_ASKED,
    "filtered": Missing.NOT_ASKED, "nicht gefragt": Missing.NOT_ASKED,
    "trifft nicht auf mich zu": Missing.NOT_ASKED, "filter": Missing.NOT_ASKED,
}  # fmt: skip

_BELOW = ("<", "under", "below", "less than", "up to", "unter", "weniger als", "bis zu", "bis")
_ABOVE = (">", "over", "above", "more than", "at least", "über", "mehr als", "mindestens", "ab")
_NUMBERED = re.compile(
    rf"(?P<bound>{'|'.join((*_BELOW, *_ABOVE, '≤', '≥'))})?\s*"
    r"(?P<number>-?\d+(?:[.,]\d+)?)(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_END_LABEL = re.compile(r"\s*([-–—:=.(]\s*|\s)\D.*", re.DOTALL)
MOST_STEPS = 30


@dataclass(frozen=True)
class Scale:
    """The answers of an ordinal variable in order, their codes, and what stood beside them."""

    steps: tuple[str, ...]
    codes: tuple[int, ...]
    beside: tuple[tuple[str, Missing], ...] = ()


def folded(label: str) -> str:
    """A label as labels are compared: without case, doubled blanks and curly apostrophes."""
    return " ".join(clean(label).casefold().replace("’", "'").split())


def scale_of(labels: Collection[str]) -> Scale | None:
    """The scale that these answers form, None if they form none; order doesn't matter."""
    beside = tuple((label, BESIDE[folded(label)]) for label in labels if folded(label) in BESIDE)
    aside = {label for label, _ in beside}
    steps = [label for label in labels if label not in aside]
    if not 1 < len(steps) <= MOST_STEPS:
        return None
    ordered = _worded(steps)
    if ordered:
        return Scale(tuple(ordered), tuple(range(1, len(ordered) + 1)), beside)
    numbered = _numbered(steps)
    return Scale(*numbered, beside) if numbered else None


def _worded(labels: Sequence[str]) -> list[str] | None:
    for scale in WORDED:
        place = {word: number for number, step in enumerate(scale) for word in step}
        places = [place.get(folded(label), -1) for label in labels]
        if min(places) >= 0 and len(set(places)) == len(places):
            return [label for _, label in sorted(zip(places, labels, strict=True))]
    return None


def _numbered(labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    matches = [_NUMBERED.fullmatch(clean(label)) for label in labels]
    found = [(match, label) for match, label in zip(matches, labels, strict=True) if match]
    if len(found) < len(labels) or not any(match["rest"] or match["bound"] for match, _ in found):
        return None
    keyed = sorted((_value(match), label) for match, label in found)
    values = [value for value, _ in keyed]
    if len(set(values)) < len(values):
        return None
    steps = tuple(label for _, label in keyed)
    bare = all(
        not match["rest"] or _END_LABEL.fullmatch(match["rest"]) for match, _ in found
    ) and any(not match["rest"] for match, _ in found)
    if bare and all(value == int(value) for value in values):
        return steps, tuple(int(value) for value in values)
    return steps, tuple(range(1, len(steps) + 1))


def _value(match: re.Match[str]) -> float:
    """The number, a little less or more if it is a bound: under 18 comes before 18 to 24."""
    bound = (match["bound"] or "").casefold()
    nudge = -0.5 if bound in (*_BELOW, "≤") else 0.5 if bound else 0.0
    return float(match["number"].replace(",", ".")) + nudge


def role_of(label: str) -> Role:
    """What the label says the category stands for."""
    word = folded(label)
    if word in OTHERS:
        return Role.OTHER
    return Role.NONE if word in NONES else Role.SUBSTANTIVE


def yes_or_no(labels: Collection[str]) -> list[str] | None:
    """The labels with yes first if they are a yes and a no (or one of them), else None."""
    words = {folded(label): label for label in labels}
    if not words or len(words) < len(labels) or not set(words) <= {*YES, *NO}:
        return None
    if len(words) > 1 and (set(words) <= set(YES) or set(words) <= set(NO)):
        return None
    return [label for word, label in sorted(words.items(), key=lambda pair: pair[0] in NO)]
