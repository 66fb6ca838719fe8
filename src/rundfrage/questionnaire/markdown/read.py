"""Reads a questionnaire from Markdown.

All Problems of a file are gathered, each with its line; the first is raised and has the others in
`further`. What is read satisfies the model: names, values and codes are unique, every body fits
its kind. What conditions and pipings mean is looked at by `check`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rundfrage.codebook import Net
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message, verbatim
from rundfrage.manuscript.attributes import Attributes, split
from rundfrage.manuscript.front_matter import read_front_matter, split_front_matter
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.source import lines_of, read_bytes
from rundfrage.questionnaire.markdown.blocks import PageBlock, QuestionBlock, blocks
from rundfrage.questionnaire.markdown.head import Head, NetLine, read_head
from rundfrage.questionnaire.markdown.labels import NAME, bad_name
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Kind, Page, PageRole, Question, Questionnaire
from rundfrage.questionnaire.roles import ROLES, check_roles, role_of
from rundfrage.rules import Condition, parse
from rundfrage.text import EMPTY, Text

FILE = "questionnaire.md"
_GENERAL = frozenset({"if", "required", "optional", "identifying"})
_OF_PAGES = frozenset({"if", *ROLES})
# Words of conditions, and those that paths of translations begin with.
_RESERVED = frozenset(
    {"and", "or", "not", "in", "answered", "count"} | {"title", "subtitle", "page", "scale", "net"}
)


def read_file(path: Path, kinds: Sequence[Kind]) -> Questionnaire:
    """The questionnaire in the file, without translations."""
    return read(content_of(path), kinds, str(path))


def content_of(path: Path) -> bytes:
    """The content of a questionnaire's file; raises a Problem if there is none."""
    return read_bytes(
        path,
        message("a questionnaire, or a folder that holds a {file}.", file=FILE),
        message("Check the path, or start a survey."),
        subject="" if path.suffix else str(path),
    )


def read(words: str | bytes, kinds: Sequence[Kind], file: str = FILE) -> Questionnaire:
    """The questionnaire that the words say; raises a Problem with all that is wrong in `all`."""
    lines = lines_of(words, file)
    front, rest = split_front_matter(lines, file)
    gathering = Gathering(file)
    start = front[0].number if front else 1
    head = read_head(read_front_matter(front, gathering), gathering, start)
    reading = _Reading(head, kinds, gathering)
    pages = tuple(reading.page(block) for block in blocks(rest, gathering))
    if not pages:
        with gathering.each(line=lines[-1].number):
            raise Problem(
                "no-page",
                found=message("The questionnaire has no page."),
                expected=message("at least one page with a question."),
                mend=message("Add # and a title, under it ## q1: and a question."),
            )
    check_roles(pages, gathering)
    pages = reading.with_nets(pages)
    gathering.finish()
    return Questionnaire(
        head.study,
        pages,
        tuple(head.scales.values()),
        head.required,
        head.participation,
        head.quotas,
        comments=head.comments,
    )


class _Reading:
    """Makes pages and questions of their blocks; what is wrong is gathered and left out."""

    def __init__(self, head: Head, kinds: Sequence[Kind], gathering: Gathering) -> None:
        self.head = head
        self.kinds = kinds
        self.gathering = gathering
        self.lines_of_names: dict[str, int] = {}
        self.answers: dict[str, dict[str, None]] = {}

    def text(self, words: str) -> Text:
        return Text.of(words, self.head.study.language) if words else EMPTY

    def page(self, block: PageBlock) -> Page:
        line = block.heading.number
        title, show_if, role = block.heading.words, None, PageRole.QUESTIONS
        with self.gathering.each(line=line):
            title, attributes = split(block.heading.words, line)
            if not title:
                raise _no_words(message("A page has no title."), message("# and a title."))
            _refuse_unknown(attributes, _OF_PAGES, message("A page"))
            role = role_of(attributes)
            show_if = _condition(attributes, self.gathering.file)
        questions = tuple(
            question
            for each in block.questions
            if not self.gathering.enough and (question := self.question(each)) is not None
        )
        return Page(self.text(title), questions, self.text(block.text), show_if, role, line)

    def question(self, block: QuestionBlock) -> Question | None:
        line = block.heading.number
        name = None
        with self.gathering.each(line=line):
            words, attributes = split(block.heading.words, line)
            name, wording = _name(words, line)
            with self.gathering.each(name):
                self.claim(name, line)
            kind = self.kind(block)
            _refuse_unknown(
                attributes,
                _GENERAL | kind.attributes,
                message("A {kind} question", kind=kind.name.replace("_", " ")),
            )
            if "required" in attributes and "optional" in attributes:
                raise Problem(
                    "attribute-value",
                    where=Where(line=line, name=name),
                    found=message("The braces say both required and optional."),
                    expected=message("one of the two."),
                    mend=message("Take one of them out."),
                )
            with self.gathering.each(name, line):
                return Question(
                    name,
                    kind,
                    self.text(f"{wording}\n\n{block.text}" if block.text else wording),
                    kind.read(
                        block.answers, attributes, self.head.scales, self.head.study.language
                    ),
                    self.text(block.hint),
                    _condition(attributes, self.gathering.file, name),
                    "required" in attributes
                    or (
                        self.head.required and "optional" not in attributes and bool(block.answers)
                    ),
                    "shuffle" in attributes,
                    identifying="identifying" in attributes,
                    line=line,
                )
        return None

    def claim(self, name: str, line: int) -> None:
        first = self.lines_of_names.setdefault(name.lower(), line)
        if first != line:
            raise Problem(
                "duplicate-name",
                where=Where(line=line),
                found=message(
                    "A question {name} stands in line {first} already.", name=name, first=str(first)
                ),
                expected=message("names that are unique, also without regard to case."),
                mend=message("Give it another name."),
            )

    def kind(self, block: QuestionBlock) -> Kind:
        for kind in self.kinds:
            if kind.recognises(block.answers):
                return kind
        raise Problem(
            "unrecognised-answers",
            where=Where(line=block.answers[0].number),
            found=message(
                "No kind of question has the answer line {words}", words=block.answers[0].words[:60]
            ),
            expected=message("a first line such as {lines}.", lines=_first_lines(self.kinds)),
            mend=message("A list of items needs a line with its scale above it, as in (guete)."),
        )

    def with_nets(self, pages: Sequence[Page]) -> tuple[Page, ...]:
        nets: dict[str, tuple[Net, ...]] = {}
        questions = {question.name: question for page in pages for question in page.questions}
        for line in self.head.nets:
            if self.gathering.enough:
                break
            with self.gathering.each(f"{line.question}.{line.net.name}", line.line):
                if line.question not in questions:
                    raise Problem(
                        "bad-net",
                        found=message(
                            "There is no question {question}.", question=line.question[:60]
                        ),
                        expected=message("a net of a question with answers to choose from."),
                        mend=did_you_mean(line.question[:60], questions)
                        or message("Check the name."),
                    )
                self.check_net(line, questions[line.question])
                nets[line.question] = (*nets.get(line.question, ()), line.net)
        return tuple(
            replace(
                page,
                questions=tuple(
                    replace(question, nets=nets[question.name])
                    if question.name in nets
                    else question
                    for question in page.questions
                ),
            )
            for page in pages
        )

    def names_of_answers(self, question: Question) -> dict[str, None]:
        """The names of the answers to choose from, in order; none if there are none."""
        if question.name not in self.answers:
            self.answers[question.name] = {
                category.name: None
                for variable in measured(question).variables
                if variable.name == question.name
                for category in variable.categories
            }
        return self.answers[question.name]

    def check_net(self, line: NetLine, question: Question) -> None:
        names = self.names_of_answers(question)
        if not names:
            raise Problem(
                "bad-net",
                found=message("{name} has no answers to choose from.", name=question.name),
                expected=message("a net of a single or multiple choice, or of one rating."),
                mend=message("The best two and worst two of a grid are nets already: q4.info.top2"),
            )
        for member, times in Counter(line.net.members).items():
            if member not in names or times > 1:
                raise Problem(
                    "bad-net",
                    found=message("The net joins {member}.", member=member[:60]),
                    expected=message(
                        "answers of {name}, each once: {names}.",
                        name=question.name,
                        names=", ".join(names)[:200],
                    ),
                    mend=did_you_mean(member[:60], names) or message("Check the name."),
                )
        if line.net.name in names:
            raise Problem(
                "bad-net",
                found=message(
                    "The net is called {name}, as an answer of {question} is.",
                    name=line.net.name,
                    question=question.name,
                ),
                expected=message("a name of its own."),
                mend=message("Give it another name."),
            )


def _first_lines(kinds: Sequence[Kind]) -> str:
    """The line that a question of each kind may begin its answers with, each once."""
    first, *others = dict.fromkeys(kind.starter[0] for kind in kinds if kind.starter)
    # Messages that are joined otherwise would forget their translations.
    for line in others:
        first = first + " · " + line
    return first


def _name(words: str, line: int) -> tuple[str, str]:
    """The name and wording of a question's heading."""
    name, colon, wording = (part.strip() for part in words.partition(":"))
    if not colon or " " in name:
        raise Problem(
            "question-without-name",
            where=Where(line=line),
            found=message("A question has no name: {words}", words=words[:60]),
            expected=message("## name: question, with a name that stays the same for ever."),
            mend=message("Write for example ## q1: {words}", words=words[:40]),
        )
    if not NAME.fullmatch(name) or name.lower() in _RESERVED:
        raise bad_name(name, line)
    if not wording:
        raise _no_words(
            message("The question {name} has no words.", name=name),
            message("## name: question."),
            line,
        )
    return name, wording


def _no_words(found: Message, expected: Message, line: int | None = None) -> Problem:
    return Problem(
        "empty-heading",
        where=Where(line=line),
        found=found,
        expected=expected,
        mend=message("Write the words before the braces."),
    )


def _refuse_unknown(attributes: Attributes, known: frozenset[str], bearer: Message) -> None:
    for name in attributes.given:
        if name not in known:
            raise Problem(
                "unknown-attribute",
                where=Where(line=attributes.line),
                found=message("{bearer} has {name} in its braces.", bearer=bearer, name=name),
                expected=verbatim(f"{', '.join(sorted(known))}."),
                mend=did_you_mean(name, known)
                or message("Take it out, or write \\{{ for a brace."),
            )


def _condition(attributes: Attributes, file: str, name: str | None = None) -> Condition | None:
    if "if" not in attributes:
        return None
    return parse(attributes.given["if"], Where(file, attributes.line, name))
