"""The program's own words on paper, in the languages it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rundfrage.text import main_part


@dataclass(frozen=True)
class Words:
    """Words of one language; `{…}` is filled in. `comparisons` are those of numbers and days."""

    question: str
    item: str
    answer: str
    only_if: str
    page_only_if: str
    one_of: str
    ticked: str
    answered: str
    answers: str
    none_of: str
    negated: str
    both: str
    either: str
    the_answer_to: str
    page: str
    day: str
    month: str
    year: str
    rank: str
    rank_some: str
    rating: str
    one: str
    at_least: str
    at_most: str
    between: str
    exactly: str
    comparisons: dict[str, str]


_DE: Final = Words(
    question="Frage {number}",
    item="Frage {number}, „{item}“",
    answer="„{label}“",
    only_if="Nur beantworten, wenn {condition}.",
    page_only_if="Diesen Teil nur ausfüllen, wenn {condition}.",
    one_of="bei {question} {answers} angekreuzt ist",
    ticked="bei {question} {answer} angekreuzt ist",
    answered="{question} beantwortet ist",
    answers="bei {question} {number} Antworten angekreuzt sind",
    none_of="bei {question} etwas steht, das es nicht gibt",
    negated="nicht gilt: {condition}",
    both=" und ",
    either=" oder ",
    the_answer_to="[Ihre Antwort auf Frage {number}]",
    page="Seite {page} von {pages}",
    day="Tag",
    month="Monat",
    year="Jahr",
    rank="Schreiben Sie in jedes Kästchen den Rang: 1 für das Erste, 2 für das Zweite und so "
    "weiter.",
    rank_some="Schreiben Sie in die Kästchen die Ränge 1 bis {most}; das Übrige bleibt frei.",
    rating="Aussage",
    one="Ein Kreuz in jeder Zeile.",
    at_least="Kreuzen Sie mindestens {least} an.",
    at_most="Kreuzen Sie höchstens {most} an.",
    between="Kreuzen Sie {least} bis {most} an.",
    exactly="Kreuzen Sie genau {most} an.",
    comparisons={
        "<": "bei {question} weniger als {value} steht",
        "<=": "bei {question} höchstens {value} steht",
        ">": "bei {question} mehr als {value} steht",
        ">=": "bei {question} mindestens {value} steht",
        "==": "bei {question} {value} steht",
        "!=": "bei {question} etwas anderes als {value} steht",
    },
)
_EN: Final = Words(
    question="question {number}",
    item="question {number}, “{item}”",
    answer="“{label}”",
    only_if="Answer only if {condition}.",
    page_only_if="Fill in this part only if {condition}.",
    one_of="you ticked {answers} in {question}",
    ticked="you ticked {answer} in {question}",
    answered="you answered {question}",
    answers="you ticked {number} answers in {question}",
    none_of="{question} has an answer that does not exist",
    negated="this is not so: {condition}",
    both=" and ",
    either=" or ",
    the_answer_to="[your answer to question {number}]",
    page="Page {page} of {pages}",
    day="Day",
    month="Month",
    year="Year",
    rank="Write the rank into each box: 1 for the first, 2 for the second and so on.",
    rank_some="Write the ranks 1 to {most} into the boxes; leave the others free.",
    rating="Statement",
    one="One cross in each row.",
    at_least="Tick at least {least}.",
    at_most="Tick at most {most}.",
    between="Tick {least} to {most}.",
    exactly="Tick exactly {most}.",
    comparisons={
        "<": "{question} says less than {value}",
        "<=": "{question} says at most {value}",
        ">": "{question} says more than {value}",
        ">=": "{question} says at least {value}",
        "==": "{question} says {value}",
        "!=": "{question} says something other than {value}",
    },
)
_AR: Final = Words(
    question="السؤال {number}",
    item="السؤال {number}، «{item}»",
    answer="«{label}»",
    only_if="يُجاب عن هذا السؤال فقط إذا {condition}.",
    page_only_if="يُملأ هذا الجزء فقط إذا {condition}.",
    one_of="اخترتم {answers} في {question}",
    ticked="اخترتم {answer} في {question}",
    answered="أجبتم عن {question}",
    answers="كان عدد الإجابات المختارة في {question} {number}",
    none_of="كانت في {question} إجابة غير موجودة",
    negated="لم يتحقق ما يلي: {condition}",
    both=" و",
    either=" أو ",
    the_answer_to="[إجابتكم عن السؤال {number}]",
    page="صفحة {page} من {pages}",
    day="اليوم",
    month="الشهر",
    year="السنة",
    rank="اكتبوا الترتيب في كل مربع: 1 للأول، 2 للثاني، وهكذا.",
    rank_some="اكتبوا الأرقام من 1 إلى {most} في المربعات واتركوا الباقي فارغًا.",
    rating="العبارة",
    one="علامة واحدة في كل سطر.",
    at_least="اختاروا {least} على الأقل.",
    at_most="اختاروا {most} على الأكثر.",
    between="اختاروا من {least} إلى {most}.",
    exactly="اختاروا {most} بالضبط.",
    comparisons={
        "<": "كانت الإجابة عن {question} أقل من {value}",
        "<=": "كانت الإجابة عن {question} لا تزيد على {value}",
        ">": "كانت الإجابة عن {question} أكثر من {value}",
        ">=": "كانت الإجابة عن {question} لا تقل عن {value}",
        "==": "كانت الإجابة عن {question} هي {value}",
        "!=": "كانت الإجابة عن {question} غير {value}",
    },
)
LANGUAGES: Final = {"de": _DE, "en": _EN, "ar": _AR}


def words_in(language: str) -> Words:
    """The words of the language ("pt" serves "pt-BR"), else the English ones."""
    return LANGUAGES.get(main_part(language), _EN)
