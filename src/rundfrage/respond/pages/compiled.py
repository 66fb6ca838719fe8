"""Compiles all pages of an instrument in one language into skeletons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from babel import Locale

from rundfrage.fieldwork.instrument import Instrument, Screen
from rundfrage.fieldwork.knowledge import PROMISES
from rundfrage.questionnaire.model import Page, PageRole, Participation
from rundfrage.respond.pages.in_words import Sayings, sayings
from rundfrage.respond.pages.marking import text_skeleton
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.rendering import page_skeleton, question_skeleton
from rundfrage.respond.pages.script import (
    CODE_NAME,
    KEEP_NAME,
    PROOF_NAME,
    QUESTIONS_NAME,
    SCRIPT_NAME,
    scripted,
)
from rundfrage.respond.pages.skeleton import Skeleton
from rundfrage.text import EMPTY, Direction, direction

CODES = ("400", "403", "404", "405", "413", "415", "421", "500", "503")
"""What can go wrong, as HTTP numbers it."""


@dataclass(frozen=True)
class BrowserNotes:
    """What a browser is made to note in a second cookie.

    At the level open, if `once`, that answers were sent from it; at blind, if it `pauses`, that an
    invitation was exchanged in it.
    """

    once: bool = False
    pauses: bool = True


USUAL_NOTES = BrowserNotes()


@dataclass(frozen=True)
class Language:
    """A language of the survey, and the name it calls itself by."""

    language: str
    name: str
    direction: Direction


@dataclass(frozen=True)
class CompiledScreen:
    """What is around a screen's questions, and each question by itself."""

    frame: Skeleton
    questions: tuple[tuple[str, Skeleton], ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the questions."""
        return frozenset(name for name, _ in self.questions)

    @cached_property
    def untouched(self) -> bytes | None:
        """All questions as nobody has answered them; None if they differ between interviews."""
        wholes = [skeleton.whole for _, skeleton in self.questions]
        return None if None in wholes else b"\n".join(one for one in wholes if one is not None)

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The variables whose answers texts of the screen repeat."""
        skeletons = (self.frame, *(skeleton for _, skeleton in self.questions))
        return frozenset().union(*(skeleton.repeated for skeleton in skeletons))


@dataclass(frozen=True)
class CompiledLanguage:
    """All pages in one language.

    `titles` are those of the screens' pages, `rows` the questions on the review page by name,
    `about` what a mistake is about, by control: a question's wording, or an item's label;
    `statements` the pages that only say something: thanks, the ends, the privacy notice, and
    messages by HTTP number; an end at a page of the author's by `end` and its screen's number;
    `sayings` what answers are called, by question, for each of its variables.
    """

    words: DoorPhrases
    screens: tuple[CompiledScreen, ...]
    welcome: Skeleton
    preparing: Skeleton
    review: Skeleton
    later: Skeleton
    titles: tuple[Skeleton, ...]
    rows: Mapping[str, Skeleton]
    about: Mapping[str, Skeleton]
    statements: Mapping[str, Skeleton]
    sayings: Mapping[str, Sequence[Sayings]]

    @cached_property
    def repeated_by_review(self) -> frozenset[str]:
        """The variables whose answers texts of the review page repeat."""
        skeletons = (*self.titles, *self.rows.values())
        return frozenset().union(*(skeleton.repeated for skeleton in skeletons))


def languages_of(instrument: Instrument) -> tuple[Language, ...]:
    """The languages of the survey, the one it was written in first."""
    study = instrument.questionnaire.study
    return tuple(
        Language(name, own_name(name), direction(name))
        for name in dict.fromkeys((study.language, *study.languages))
    )


def own_name(language: str) -> str:
    """The name that a language calls itself by: Deutsch, English, العربية."""
    locale = Locale.parse(language, sep="-" if "-" in language else "_")
    return locale.get_display_name(locale) or language


def compiled(
    instrument: Instrument, words: DoorPhrases, style_name: str, notes: BrowserNotes
) -> CompiledLanguage:
    """All pages of the instrument in the language of the words; see compile_pages for `once`."""
    return _Compiling(instrument, words, style_name, notes).all()


class _Compiling:
    def __init__(
        self,
        instrument: Instrument,
        words: DoorPhrases,
        style_name: str,
        notes: BrowserNotes,
    ) -> None:
        self.instrument = instrument
        self.words = words
        level = instrument.questionnaire.participation
        self.once = notes.once and level is Participation.OPEN
        study = instrument.questionnaire.study
        self.study = study
        self.around: dict[str, Any] = {
            "title": study.title,
            "organisation": study.organisation,
            "languages": languages_of(instrument),
            "style_name": style_name,
            "script_name": SCRIPT_NAME,
            "code_name": CODE_NAME,
            "keep_name": KEEP_NAME,
            "proof_name": PROOF_NAME,
            "participation": instrument.questionnaire.participation.value,
            "once": self.once,
            "pauses": notes.pauses,
            "promises": PROMISES[instrument.questionnaire.participation],
        }
        flags = {question.required for question in instrument.questionnaire.questions
                 if instrument.members[question.name]}  # fmt: skip
        self.mark_required = len(flags) > 1

    def all(self) -> CompiledLanguage:
        return CompiledLanguage(
            self.words,
            tuple(self.screen(screen) for screen in self.instrument.screens),
            self.page("welcome.html", **self.opening()),
            self.page("preparing.html"),
            self.page("review.html"),
            self.page("later.html"),
            tuple(
                text_skeleton(screen.page.title, self.words) for screen in self.instrument.screens
            ),
            dict(self.rows()),
            dict(self.about()),
            dict(self.statements()),
            {
                name: [sayings(self.instrument.codebook[one], self.words) for one in members]
                for name, members in self.instrument.members.items()
            },
        )

    def page(self, template: str, **context: Any) -> Skeleton:
        return page_skeleton(template, self.words, {**self.around, **context})

    def screen(self, screen: Screen) -> CompiledScreen:
        scripts = any(scripted(question.kind) for question in screen.questions)
        return CompiledScreen(
            self.page(
                "screen.html",
                page=screen.page,
                opens=screen.opens,
                questions_name=QUESTIONS_NAME if scripts else "",
            ),
            tuple(
                (
                    question.name,
                    question_skeleton(question, self.words, mark_required=self.mark_required),
                )
                for question in screen.questions
            ),
        )

    def opening(self) -> dict[str, Any]:
        return {
            "subtitle": self.study.subtitle,
            "welcome": self.author(PageRole.WELCOME),
            "privacy": self.author(PageRole.PRIVACY),
            "identifying": any(
                question.identifying for question in self.instrument.questionnaire.questions
            ),
        }

    def author(self, role: PageRole) -> Page | None:
        pages = self.instrument.questionnaire.pages
        return next((page for page in pages if page.role is role), None)

    def rows(self) -> Sequence[tuple[str, Skeleton]]:
        return [
            (question.name, self.page("row.html", question=question, screen=screen.number))
            for screen in self.instrument.screens
            for question in screen.questions
            if self.instrument.members[question.name]
        ]

    def about(self) -> Sequence[tuple[str, Skeleton]]:
        texts = {
            question.name: question.wording for question in self.instrument.questionnaire.questions
        } | {
            variable.name: variable.item
            for variable in self.instrument.codebook.variables
            if variable.battery is not None
        }
        return [(name, text_skeleton(text, self.words)) for name, text in texts.items()]

    def statements(self) -> Sequence[tuple[str, Skeleton]]:
        thanks = self.author(PageRole.THANKS)
        # Where nobody is invited in person, the next one at the same device has no link to follow.
        level = self.instrument.questionnaire.participation
        invited = level not in (Participation.OPEN, Participation.CODES)
        next_one = "" if invited or self.once else "another"
        ends = [
            (
                f"end {screen.number}",
                self.saying("screened-out", screen.page, way=next_one, ended=True),
            )
            for screen in self.instrument.screens
            if screen.page.role is PageRole.SCREENOUT
        ]
        return [
            ("thanks", self.saying("thanks", thanks, way=next_one, ended=True, sent=True)),
            ("quota-full", self.saying("quota-full", way=next_one, ended=True)),
            *((key, self.saying(key)) for key in ("not-open", "closed", "answered")),
            ("privacy", self.page("privacy.html", **self.opening())),
            ("withdraw", self.page("withdraw.html")),
            ("withdrawn", self.saying("withdrawn", way="start")),
            ("no-cookie", self.saying("no-cookie", way="own-tab")),
            *ends,
            *((code, self.saying(code, way=_way_on(code))) for code in CODES),
        ]

    def saying(
        self,
        key: str,
        author: Page | None = None,
        *,
        way: str = "",
        ended: bool = False,
        sent: bool = False,
    ) -> Skeleton:
        """A page that says the program's words, or the author's where there are some.

        `way` is where one can go from it: nowhere, to the "start", into an "own-tab", or on as
        "another" person. Behind it the interview has `ended`, and its answers were `sent` if they
        are what it thanks for.
        """
        title = author.title if author and author.title else self.words.text(key)
        return self.page(
            "statement.html",
            heading=title,
            author=author.text if author else EMPTY,
            text=self.words.marked(f"{key}-text"),
            way=way,
            forgets=ended,
            sent=sent,
        )


def _way_on(code: str) -> str:
    return "" if code in ("421", "503") else "start"
