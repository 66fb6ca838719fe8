"""Hypothesis strategies for surveys whose questions are easily taken for one another.

Wordings are short, are equal, or stand inside longer ones; items of one question are labelled like
answers of the next; questions are named like labels, and so few answer that bases differ by 1.
"""

from hypothesis import strategies as st

HEAD = """\
---
survey: likenesses
title: {title}
language: {language}
sample: open
participation: open
required: none
scales:
  quality: [{scale}]
---

# {title}

"""
WORDS = {
    "en": {
        "title": "Our year",
        "scale": "very good, good, fair, poor, very poor",
        "wordings": [
            "How many cats?", "How many?", "How many dogs do you keep?", "Share", "Visits",
            "How good is it?", "All in all, how good is it?", "When?", "Since when?",
            "How good is the association at …?", "What matters most to you in this town?",
            "How likely are you to recommend us?", "How old are you?", "Which one (of these)?",
        ],
        "labels": [
            "More rooms", "Longer opening hours", "A better website", "North", "South", "Share",
            "Visits", "B2 level", "Not at all, or rarely", "Others", "10 to 20 people", "x2",
        ],
        "ends": "never .. always",
        "unit": "years",
    },
    "de": {
        "title": "Unser Jahr",
        "scale": "sehr gut, gut, mittel, schlecht, sehr schlecht",
        "wordings": [
            "Wie viele Katzen?", "Wie viele?", "Wie viele Hunde halten Sie?", "Anteil", "Besuche",
            "Wie gut ist es?", "Alles in allem: Wie gut ist es?", "Wann?", "Seit wann?",
            "Wie gut ist der Verein darin, …?", "Was ist Ihnen in dieser Stadt am wichtigsten?",
            "Wie wahrscheinlich empfehlen Sie uns weiter?", "Wie alt sind Sie?",
        ],
        "labels": [
            "Mehr Räume", "Längere Öffnungszeiten", "Eine bessere Website", "Norden", "Süden",
            "Anteil", "Besuche", "Niveau B2", "Gar nicht oder selten", "Andere",
            "10 bis 20 Personen", "x2",
        ],
        "ends": "nie .. immer",
        "unit": "Jahre",
    },
}  # fmt: skip
NAMES = ["x1", "x2", "b2", "q1", "q2", "q10", "north", "share", "visits", "age", "freq", "more",
         "rooms", "covid_19", "n1", "all", "points", "often"]  # fmt: skip


def _listed(sign, labels):
    return "\n".join(f"{sign} i{place}: {label}" for place, label in enumerate(labels, 1))


def _answers(words, labels):
    """The answer lines of every kind that yields figures."""
    return [
        _listed("- ( )", labels),
        "[search]\n" + _listed("- ( )", labels),
        _listed("- [ ]", labels),
        "(quality)",
        "(quality)\n\n" + _listed("-", labels),
        _listed("1.", labels),
        "(0..10)",
        f"(1..5 {words['ends']})",
        f"[0..120 {words['unit']}]",
        "[0..9]",
        "[sum 100]\n\n" + _listed("-", labels),
        f"[slider 0..100 {words['ends']}]",
        "[slider -5..5]",
        "[date]",
        "[date 1990-01-01..2030-12-31]",
        "_____",
    ]


@st.composite
def surveys(draw):
    """A questionnaire in Markdown."""
    language = draw(st.sampled_from(sorted(WORDS)))
    words = WORDS[language]
    wordings = words["wordings"]
    count = draw(st.integers(2, 9))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=count, max_size=count, unique=True))
    asked = []
    for name in names:
        labels = draw(
            st.lists(st.sampled_from(words["labels"]), min_size=2, max_size=5, unique=True)
        )
        wording = draw(st.sampled_from(wordings))
        answers = draw(st.sampled_from(_answers(words, labels)))
        attributes = draw(st.sampled_from(["", "", " {nps}"])) if answers == "(0..10)" else ""
        asked.append(f"## {name}: {wording}{attributes}\n\n{answers}\n")
    head = HEAD.format(title=words["title"], language=language, scale=words["scale"])
    return head + "\n".join(asked)
