"""Cuts the lines under the front matter into pages and questions.

A *page* begins with `# title`, a *question* with `## name: text`. What follows a page's heading is
its text; what follows a question's heading is its paragraphs, its hint, and its answer lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire import limits

_HEADING = re.compile(r" {0,3}(#{1,20})(?:[ \t]+(.*))?")
_ANSWER = re.compile(r"[-*+](?:\s|\[|\()|\(.*\)$|\[.*\]$|[0-9]{1,6}[.)]\s|_{3,}$")
_QUESTION_LEVEL = 2
_UNTITLED = "…"
"""The title of a page whose heading is missing; nobody sees it."""
_COMMENT = "<!--"
_BRACES = re.compile(r"(.*\S)\s*\{[^{}]*\}")


@dataclass
class QuestionBlock:
    """A question's heading, and the lines under it that are not empty, as paragraphs or answers."""

    heading: Line
    text: str = ""
    hint: str = ""
    answers: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass
class PageBlock:
    """A page's heading, its text, and its questions."""

    heading: Line
    questions: list[QuestionBlock] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs under the heading, an empty line between them."""
        return "\n\n".join(_paragraphs(self.lines))


def blocks(lines: Sequence[Line], gathering: Gathering) -> list[PageBlock]:
    """The pages of the file; Problems are gathered.

    What stands before the first page is refused once, and read on as if one began there.
    """
    pages: list[PageBlock] = []
    count = 0
    for line in lines:
        if gathering.enough:
            break
        heading = _HEADING.fullmatch(line.words)
        if heading is None and pages:
            below = pages[-1].questions[-1] if pages[-1].questions else pages[-1]
            below.lines.append(line)
            if _COMMENT not in line.words:
                continue
        if not pages and _opens_none(line, heading):
            with gathering.each(line=line.number):
                raise _no_page(line, heading)
            pages.append(PageBlock(Line(line.number, _UNTITLED)))
        with gathering.each(line=line.number):
            if heading is None:
                _refuse_comment(line)
                continue
            level, words = (
                len(heading.group(1)),
                Line(line.number, (heading.group(2) or "").strip()),
            )
            count += level == _QUESTION_LEVEL
            _check_heading(level, words, pages, count)
            if level == 1:
                pages.append(PageBlock(words))
            elif pages:
                pages[-1].questions.append(QuestionBlock(words))
    for page in pages:
        for question in page.questions:
            with gathering.each(line=question.heading.number):
                _sort(question)
    return pages


def is_answer(words: str) -> bool:
    """True if a line in a question is read as an answer line."""
    return _ANSWER.match(words.strip()) is not None


def hint_in(paragraph: str) -> str | None:
    """The hint if the whole paragraph stands in *emphasis*, else None."""
    if len(paragraph) < 3 or paragraph[0] != "*" or paragraph[-1] != "*":  # noqa: PLR2004
        return None
    inside = paragraph[1:-1]
    if inside[0] in "* \t" or inside[-1] in "* \\" or "*" in inside.replace("**", ""):
        return None
    return inside


def _check_heading(level: int, words: Line, pages: Sequence[PageBlock], count: int) -> None:
    if level > _QUESTION_LEVEL:
        raise Problem(
            "unknown-heading",
            where=Where(line=words.number),
            found=message("A heading has {level} signs #.", level=level),
            expected=message("# for a page or ## for a question."),
            mend=message("Take signs away, or set the words in **bold**."),
        )
    if not words.words:
        raise Problem(
            "empty-heading",
            where=Where(line=words.number),
            found=message("A heading has no words."),
            expected=message("# and a title, or ## name: and the question."),
            mend=message("Write the words behind it."),
        )
    if len(pages) > limits.PAGES or count > limits.QUESTIONS:
        raise Problem(
            "too-many-questions",
            where=Where(line=words.number),
            found=message(
                "There are more than {pages} pages or {questions} questions.",
                pages=limits.PAGES,
                questions=limits.QUESTIONS,
            ),
            expected=message("fewer."),
            mend=message("Check that it is the right file, or split the survey."),
        )


def _refuse_comment(line: Line) -> None:
    """Respondents would read it."""
    if _COMMENT in line.words:
        raise Problem(
            "comment-in-text",
            where=Where(line=line.number),
            found=message(
                "A comment stands among the texts: {words}", words=line.words.strip()[:60]
            ),
            expected=message("comments in the front matter only."),
            mend=message("Write it there, in a line that begins with #."),
        )


def _opens_none(line: Line, heading: re.Match[str] | None) -> bool:
    """True if words or a question would stand on no page."""
    if heading is None:
        return bool(line.words.strip()) and _COMMENT not in line.words
    return len(heading.group(1)) == _QUESTION_LEVEL and bool(heading.group(2))


def _no_page(line: Line, heading: re.Match[str] | None) -> Problem:
    if heading is not None:
        return Problem(
            "question-without-page",
            where=Where(line=line.number),
            found=message("The first question stands on no page."),
            expected=message("a page's heading above it: every question stands on a page."),
            mend=message("Put a line such as # Questions before it, and an empty line between."),
        )
    return Problem(
        "text-before-page",
        where=Where(line=line.number),
        found=message("Before the first page stands: {words}", words=line.words.strip()[:60]),
        expected=message("a page's heading after the front matter."),
        mend=message("Put a line # and the page's title before it."),
    )


def _sort(question: QuestionBlock) -> None:
    """Set the question's paragraphs, hint and answer lines apart."""
    for line in question.lines:
        _refuse_attributes(line)
    first = next(
        (at for at, line in enumerate(question.lines) if is_answer(line.words)),
        len(question.lines),
    )
    paragraphs = _paragraphs(question.lines[:first])
    hint = hint_in(paragraphs[-1].strip()) if paragraphs else None
    if hint is not None:
        paragraphs.pop()
        question.hint = hint
    question.text = "\n\n".join(paragraphs)
    question.answers = [
        Line(line.number, line.words.strip())
        for line in question.lines[first:]
        if line.words.strip()
    ]
    beyond = question.answers[limits.ANSWER_LINES :]
    if beyond:
        question.answers = question.answers[: limits.ANSWER_LINES]
        raise Problem(
            "too-many-answers",
            where=Where(line=beyond[0].number),
            found=message(
                "A question has {answer_lines} answer lines.",
                answer_lines=limits.ANSWER_LINES + len(beyond),
            ),
            expected=message("at most {answer_lines}.", answer_lines=limits.ANSWER_LINES),
            mend=message("Ask for a text or a number, or in two steps."),
        )


def _refuse_attributes(line: Line) -> None:
    """Behind a scale, a range or a line to write on they would make a paragraph of it."""
    words = line.words.strip()
    match = _BRACES.fullmatch(words)
    if match is not None and not is_answer(words) and is_answer(match[1]):
        raise Problem(
            "idle-attribute",
            where=Where(line=line.number),
            found=message("Behind {words} stand braces.", words=match[1][:60]),
            expected=message(
                "attributes at the end of a heading, an option, an item or a step of a scale."
            ),
            mend=message("Put them into the question's heading, or mark steps and options."),
        )


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """The lines joined to paragraphs; spaces at the end of a line are taken away."""
    text = "\n".join(line.words.rstrip() for line in lines)
    return [piece.strip("\n") for piece in re.split(r"\n{2,}", text) if piece.strip("\n")]
