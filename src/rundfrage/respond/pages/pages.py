"""Pages: every page of a published version in every language, ready to be filled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.walk import Walk
from rundfrage.questionnaire.answers.posted import Given, Mistake
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.pages.compiled import (
    USUAL_NOTES,
    BrowserNotes,
    CompiledLanguage,
    CompiledScreen,
    Language,
    compiled,
    languages_of,
)
from rundfrage.respond.pages.error_summary import link, summary
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.in_words import answers_in_words, pipes
from rundfrage.respond.pages.offered import Opening, Preparation, Submission
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.skeleton import written
from rundfrage.respond.pages.style import DEFAULT_ACCENT, StyleSheet, style_of

_EMPTY = Filling()
_STEPS_KNOWN = 4096


class Pages:
    """The pages of one version. All pages are HTML in UTF-8."""

    def __init__(
        self, instrument: Instrument, languages: Mapping[str, CompiledLanguage], style: StyleSheet
    ) -> None:
        self._instrument = instrument
        self._languages = languages
        self.languages: tuple[Language, ...] = languages_of(instrument)
        self.style = style.content
        self.style_name = style.name
        self._progress = lru_cache(_STEPS_KNOWN)(self._progress_line)

    def screen(
        self,
        language: str,
        number: int,
        filling: Filling,
        *,
        back: bool,
        preview: bool = False,
        notice: str = "",
        until: str = "",
        lost: bool = False,
    ) -> bytes:
        """A screen with its questions filled; `notice` is said above them.

        `until` says how long it can still be sent. If the interview is `lost`, there is a way to
        begin or to find it in another tab.
        """
        pages = self._languages[language]
        screen = pages.screens[number]
        questions = _questions(screen, filling)
        step, of = filling.position
        named = {
            "token": filling.token.encode(),
            "key": filling.key.encode(),
            "progress": self._progress(language, step, of),
            "questions": questions,
            "form": filling.seed.hex()[:12].encode(),
            "until": written(until),
        }
        shown = _shown(
            back=back,
            preview=preview,
            notice=notice,
            until=until,
            lost=lost,
            mistakes=filling.mistakes,
        )
        if notice:
            named["notice"] = written(notice)
        if notice or filling.mistakes:
            named["prefix"] = _prefix(pages)
        if filling.mistakes:
            named["mistakes"] = summary(filling, questions, pages.about)
        return screen.frame.filled(filling, named, shown)

    def welcome(self, language: str, opening: Opening, *, preview: bool = False) -> bytes:
        """The page before the interview, with the privacy notice and the ways in."""
        pages = self._languages[language]
        questionnaire = self._instrument.questionnaire
        level = questionnaire.participation
        shown = _shown(
            preview=preview,
            mistakes=opening.mistakes,
            until=opening.until,
            resume=opening.resume,
            begin=not opening.resume or level is not Participation.OPEN,
            proof=opening.bits and not opening.resume,
        )
        named = {
            "token": written(opening.token),
            "key": written(opening.key),
            "invitation": written(opening.invitation),
            "modulus": written(opening.modulus),
            "pause": str(opening.pause or "").encode(),
            "bits": str(opening.bits).encode(),
            "resume": written(opening.resume),
            "until": written(opening.until),
            "before-language": written(f"/in/{opening.invitation}" if opening.invitation else ""),
        }
        if opening.mistakes:
            named["prefix"] = _prefix(pages)
            named["mistakes"] = b"\n".join(
                link(control.encode(), message) for control, message in opening.mistakes.items()
            )
        kept = {"keep": ["yes"]} if opening.keep else {}
        filling = Filling(fields={**opening.fields, **kept}, mistakes=opening.mistakes)
        return pages.welcome.filled(filling, named, shown)

    def preparing(self, language: str, preparation: Preparation) -> bytes:
        """The page before an interview where the proof of its work is lacking."""
        named = {
            "token": written(preparation.token),
            "key": written(preparation.key),
            "bits": str(preparation.bits).encode(),
            "ticket": written(preparation.ticket),
            "keep": written(preparation.keep),
            "notice": written(preparation.notice),
        }
        shown = _shown(notice=preparation.notice, **{"by-itself": preparation.by_itself})
        return self._languages[language].preparing.filled(_EMPTY, named, shown)

    def review(
        self,
        language: str,
        walk: Walk,
        submission: Submission,
        *,
        preview: bool = False,
    ) -> bytes:
        """All questions of the walk with their answers in words."""
        pages = self._languages[language]
        answers, words = walk.answers, pages.words
        notice, mistake, code = submission.notice, submission.mistake, submission.code
        mistakes = {"code": mistake} if mistake else {}
        filling = Filling(
            fields={"code": [code]} if code else {},
            mistakes=mistakes,
            pipes=self._repeated(pages, pages.repeated_by_review, answers),
        )
        parts = []
        for step in walk.steps:
            rows = [
                pages.rows[question.name].filled(
                    filling,
                    {"answer": answers_in_words(pages.sayings[question.name], answers, words)},
                )
                for question in step.questions
                if question.name in pages.rows
            ]
            if rows:
                title = pages.titles[step.screen.number].filled(filling)
                parts.append((title if step.screen.opens else b"", b"\n".join(rows)))
        named = {
            "token": written(submission.token),
            "key": written(submission.key),
            "notice": written(notice),
            "until": written(submission.until),
            "prefix": _prefix(pages) if notice or mistake else b"",
            "mistakes": link(b"code", mistake) if mistake else b"",
            "rows": b"\n".join(_part(title, rows) for title, rows in parts),
            "behind-language": b"review",
        }
        if walk.steps:
            named["back"] = f"/{language}/screen/{walk.steps[-1].screen.number}".encode()
        shown = _shown(
            preview=preview,
            notice=notice,
            until=submission.until,
            back=walk.steps,
            mistakes=mistakes,
            code=code is not None,
        )
        return pages.review.filled(filling, named, shown)

    def later(self, language: str, code: str, screen: int, *, preview: bool = False) -> bytes:
        """The return code, its groups apart from one another, and the way on to the screen."""
        named = {"code": written(code.replace("-", " ")), "screen": str(screen).encode()}
        return self._languages[language].later.filled(_EMPTY, named, _shown(preview=preview))

    def thanks(
        self, language: str, *, token: str = "", code: str = "", preview: bool = False
    ) -> bytes:
        """The page after the answers were sent, with the code by which they can be withdrawn."""
        return self._statement(
            language, "thanks", token=token, code=code, withdraw=True, preview=preview
        )

    def end(
        self,
        language: str,
        screen: int | None = None,
        *,
        token: str = "",
        code: str = "",
        preview: bool = False,
    ) -> bytes:
        """The end of whoever is screened out at that screen; without one, of a full quota."""
        key = "quota-full" if screen is None else f"end {screen}"
        return self._statement(
            language, key, token=token, code=code, withdraw=True, preview=preview
        )

    def closed(self, language: str) -> bytes:
        """The page of a survey that has ended."""
        return self._statement(language, "closed", withdraw=True)

    def not_open(self, language: str) -> bytes:
        """The page of a survey that hasn't begun."""
        return self._statement(language, "not-open")

    def privacy(self, language: str, *, preview: bool = False) -> bytes:
        """The privacy notice by itself."""
        skeleton = self._languages[language].statements["privacy"]
        return skeleton.filled(_EMPTY, {"behind-language": b"privacy"}, _shown(preview=preview))

    def withdraw(
        self, language: str, code: str = "", mistake: str = "", *, preview: bool = False
    ) -> bytes:
        """The page that asks for a return code, which holds one, and says what is wrong with it."""
        pages = self._languages[language]
        mistakes = {"return_code": mistake} if mistake else {}
        filling = Filling(fields={"return_code": [code]} if code else {}, mistakes=mistakes)
        named = {"behind-language": b"withdraw"}
        if mistake:
            named["prefix"] = _prefix(pages)
            named["mistakes"] = link(b"return_code", mistake)
        shown = _shown(preview=preview, asking=True, mistakes=mistakes)
        return pages.statements["withdraw"].filled(filling, named, shown)

    def confirm_withdrawal(
        self, language: str, code: str, *, spent: bool, preview: bool = False
    ) -> bytes:
        """The page that asks whether the answers under the code are to be deleted.

        `spent` says that the invitation by which they were given is used up.
        """
        named = {"behind-language": b"withdraw", "code": written(code)}
        shown = _shown(preview=preview, confirming=True, spent=spent)
        return self._languages[language].statements["withdraw"].filled(_EMPTY, named, shown)

    def withdrawn(self, language: str, *, preview: bool = False) -> bytes:
        """The page after the answers were deleted."""
        return self._statement(language, "withdrawn", preview=preview)

    def no_cookie(self, language: str) -> bytes:
        """The page of whoever's browser keeps no cookie, as in another site's frame."""
        return self._statement(language, "no-cookie")

    def answered(self, language: str) -> bytes:
        """The page of a browser from which answers were sent, where it may send them once."""
        return self._statement(language, "answered", withdraw=True)

    def message(self, language: str, code: int) -> bytes:
        """What went wrong, by its HTTP number; raises KeyError for a number without words."""
        return self._statement(language, str(code))

    def word(self, language: str, key: str, **values: object) -> str:
        """Words of the program in the language, for a notice; HTML if they are in another."""
        return self._languages[language].words.marked(key, **values)

    def mistake(self, language: str, mistake: Mistake) -> str:
        """The message that tells the mistake; HTML if it is in another language."""
        return self._languages[language].words.marked(f"mistake-{mistake.code}", **mistake.values)

    def pipes(self, language: str, number: int, answers: Mapping[str, Given]) -> dict[str, str]:
        """The labels of those answers that the screen repeats, in the language."""
        pages = self._languages[language]
        return self._repeated(pages, pages.screens[number].repeated, answers)

    def _repeated(
        self, pages: CompiledLanguage, names: frozenset[str], answers: Mapping[str, Given]
    ) -> dict[str, str]:
        if names.isdisjoint(answers):
            return {}
        repeated = {name: answers[name] for name in names & answers.keys()}
        return pipes(self._instrument.codebook, repeated, pages.words)

    def _progress_line(self, language: str, step: int, of: int) -> bytes:
        return written(self._languages[language].words("progress", step=step, of=of))

    def _statement(
        self,
        language: str,
        key: str,
        *,
        token: str = "",
        code: str = "",
        withdraw: bool = False,
        preview: bool = False,
    ) -> bytes:
        named = {"token": written(token), "code": written(code.replace("-", " "))}
        shown = _shown(preview=preview, code=code, withdraw=withdraw)
        return self._languages[language].statements[key].filled(_EMPTY, named, shown)


def compile_pages(
    instrument: Instrument,
    *,
    accent: str = DEFAULT_ACCENT,
    notes: BrowserNotes = USUAL_NOTES,
) -> Pages:
    """The pages of an instrument.

    `accent` is the colour of buttons and links, "#rrggbb"; raises a Problem if white can't be read
    on it.
    """
    style = style_of(accent)
    return Pages(
        instrument,
        {
            one.language: compiled(
                instrument,
                DoorPhrases(one.language, instrument.questionnaire.door),
                style.name,
                notes,
            )
            for one in languages_of(instrument)
        },
        style,
    )


def _questions(screen: CompiledScreen, filling: Filling) -> bytes:
    """The questions that are asked, one below the other."""
    if not (filling.fields or filling.mistakes or filling.answered):
        untouched = screen.untouched
        if untouched is not None and screen.names == filling.asked:
            return untouched
    return b"\n".join(
        skeleton.filled(filling) for name, skeleton in screen.questions if name in filling.asked
    )


def _prefix(pages: CompiledLanguage) -> bytes:
    """What the title of a page begins with that says what went wrong."""
    return written(pages.words("error") + " ")


def _shown(**blocks: object) -> list[str]:
    return [name for name, wanted in blocks.items() if wanted]


def _part(title: bytes, rows: bytes) -> bytes:
    heading = b"<h2>%b</h2>\n" % title if title else b""
    return heading + b'<dl class="review">\n' + rows + b"\n</dl>"
