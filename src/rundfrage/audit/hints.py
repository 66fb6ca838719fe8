"""Binds by weaker words what labels left unbound: one telling word, a neighbour, a page's title.

Summaries shorten ("Sonderpreis (36 %)" for an answer of eight words). The question is then told by
the slide's number or by the neighbouring figures of the paragraph, which labels bound, and the
answer by a word that no other answer of the question has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rundfrage.audit.claims import judged
from rundfrage.audit.compare import agrees
from rundfrage.audit.document import Role
from rundfrage.audit.figure import Figure, Kind, Relation
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.number_words import PEOPLE, TOGETHER
from rundfrage.audit.scope import Scope
from rundfrage.audit.statistics import Label, Measure, Question
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import Survey, hinted_labels, statistics_in, without_wording
from rundfrage.audit.words import akin, covered, folded, tokens

_RUNNING = {Role.TEXT, Role.HEADING, Role.NOTE}
_SURE = {Ground.NAME, Ground.LABEL}
_OPEN_TO_HINTS = {Verdict.NOT_FOUND, Verdict.AMBIGUOUS}
_GROUP = re.compile(
    r"\b(?:(?:unter|von|bei) (?:den|denen|der|allen|jenen)|(?:among|of) (?:the|those|all))\b"
    rf"(?! (?:\d+ )?(?:{'|'.join(map(re.escape, PEOPLE))}|surveyed|interviewed|questioned|asked"
    r"|who (?:answered|responded|replied|took part|were asked))\b)"
    r"(?!,? (?:die|der|das) (?:ge)?antwort)"
)
_WHOSE = re.compile(
    r"^\s*(?:der|of|von|unter|among)\s+"
    r"(?!antwort|befragt|teilnehm|mensch|leute|respond|participants|people)"
)
_KICKER = re.compile(r"\s*(?:(?:frage|question)\s+\d+\s?[a-z]?\b\W*)?", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:am häufigsten|am meisten|most often|most frequently)\b")
_TITLE = 120
_HALF = 0.5


def of_a_group(around: Surroundings, items: Sequence[Label] = ()) -> bool:
    """True if words lead to a group of people, whose shares are left alone.

    What an item of the question in hand begins with is no group: "bei den Anregungen".
    """
    led = [around.sentence[found.end() :] for found in _GROUP.finditer(around.sentence)]
    led += [around.behind[found.end() :] for found in _WHOSE.finditer(around.behind)]
    return not all(_begins_as(text, items) for text in led)


def _begins_as(text: str, items: Sequence[Label]) -> bool:
    """True if the first word of the text is the first of some item's label."""
    word = tokens(text.partition(" ")[0] if not text.startswith(" ") else text.split(" ")[1])
    return any(label.tokens and akin(word[0], label.tokens[0]) for label in items if word)


def hinted(
    findings: Sequence[Finding],
    around: Mapping[Figure, Surroundings],
    scopes: Mapping[Figure, Scope],
    survey: Survey,
) -> list[Finding]:
    """The findings, those that no label bound judged by weaker words where these are clear."""
    paragraphs: dict[int, list[Finding]] = {}
    for one in findings:
        if one.verdict is Verdict.MATCHES and one.ground in _SURE:
            paragraphs.setdefault(id(one.figure.passage), []).append(one)
    return [
        _hinted(
            one,
            around[one.figure],
            scopes[one.figure],
            paragraphs.get(id(one.figure.passage), ()),
            survey,
        )
        for one in findings
    ]


def _hinted(
    finding: Finding,
    around: Surroundings,
    scope: Scope,
    neighbours: Sequence[Finding],
    survey: Survey,
) -> Finding:
    figure, passage = finding.figure, finding.figure.passage
    weak = finding.verdict in _OPEN_TO_HINTS or finding.ground is Ground.VALUE
    drawn = passage.row or passage.column or passage.role not in _RUNNING
    if not weak or drawn or figure.relation is not Relation.EQUAL:
        return finding
    beside = _beside(figure, neighbours, survey)
    if figure.kind is Kind.COUNT and beside is not None and not finding.bindings:
        return _answers(figure, around, beside, survey) or finding
    if figure.kind is not Kind.PERCENT or of_a_group(around):
        return finding
    question = scope.questions[0] if scope.sure and scope.questions else beside
    if question is None or question.items or question.open:
        return finding
    mention = _by_word(figure, around, question)
    if mention is not None:
        return mention
    return _titled(figure, around, scope) or finding


def _beside(figure: Figure, neighbours: Iterable[Finding], survey: Survey) -> Question | None:
    """The question of the nearest figure of the paragraph that labels bound."""
    near = sorted(neighbours, key=lambda one: abs(one.figure.start - figure.start))
    name = near[0].statistics[0].question.casefold() if near else ""
    return survey.by_name.get(name)


def _by_word(figure: Figure, around: Surroundings, question: Question) -> Finding | None:
    """The answer of which alone the words beside the figure hold a telling word, or the first."""
    side = without_wording(around.sides[0], question) if around.sides else ""
    if TOGETHER.search(side):
        return None
    labels = hinted_labels(side, question.rows, {})
    shares = statistics_in(question, Measure.SHARE, rows=question.scale)
    if not labels and shares and _FIRST.search(side):
        return judged(figure, [max(shares, key=lambda one: one.value)], Ground.LABEL)
    if len(labels) != 1:
        return None
    found = statistics_in(question, Measure.SHARE, rows=[labels[0].name])
    return judged(figure, found, Ground.LABEL) if len(found) == 1 else None


def _titled(figure: Figure, around: Surroundings, scope: Scope) -> Finding | None:
    """A share in the title of a question's page that is none of the question's shares.

    It is said to differ from the question's nets, of which titles speak, or from all its shares.
    """
    text = figure.passage.text
    start = _KICKER.match(text)
    begins = start is not None and text[start.end() : start.end() + 1].isdigit()
    title = begins and len(text) <= _TITLE and not text.rstrip().endswith((".", ":"))
    if not scope.sure or not title or around.alone:
        return None
    shares = [one for question in scope.questions for one in statistics_in(question, Measure.SHARE)]
    if not shares or any(agrees(figure, one) for one in shares):
        return None
    nets = {name for name, _ in scope.questions[0].nets}
    own = statistics_in(scope.questions[0], Measure.SHARE)
    return judged(figure, [one for one in own if one.row in nets] or own, Ground.LABEL)


def _answers(
    figure: Figure, around: Surroundings, question: Question, survey: Survey
) -> Finding | None:
    """The number of answers to the open question that follows the one spoken of before it."""
    said = tokens(folded(around.sentence))
    found = [
        count
        for one in survey.numbered(question.number, following=True)
        if one.open and covered(one.wording.tokens, said) >= _HALF
        for count in statistics_in(one, Measure.COUNT, rows=("n",))
    ]
    return judged(figure, found, Ground.LABEL) if len(found) == 1 else None
