"""Every page of the public door, of a survey with every kind of question, in every state."""

from dataclasses import replace

from kinds.town import FILLED, INSTRUMENT, WRONG
from rundfrage.fieldwork.walk import walk
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.offered import Opening, Preparation, Submission
from rundfrage.respond.pages.pages import compile_pages

PAGES = compile_pages(INSTRUMENT)
BLIND = compile_pages(
    replace(
        INSTRUMENT,
        questionnaire=replace(INSTRUMENT.questionnaire, participation=Participation.BLIND),
    ),
)
LANGUAGES = ("de", "en", "ar")
STATES = ("empty", "error", "filled")
ASKED = frozenset(question.name for question in INSTRUMENT.screens[0].questions)
ANSWERS = {
    "single": "rad",
    "multiple": frozenset({"park", "laden"}),
    "grid.bus": "2",
    "text": "<b>",
}


def screen(language, state):
    """The screen with every kind of question."""
    mistakes = {mistake.control: PAGES.mistake(language, mistake) for mistake in WRONG}
    filling = Filling(
        fields={} if state == "empty" else FILLED,
        mistakes=mistakes if state == "error" else {},
        answered=frozenset(FILLED) if state == "filled" else frozenset(),
        asked=ASKED,
        seed=b"seed",
        token="t",
        key="k",
        position=(3, 9),
    )
    notice = PAGES.word(language, "not-saved") if state == "filled" else ""
    return PAGES.screen(
        language, 0, filling, back=state != "empty", preview=state == "filled", notice=notice
    )


def others(language):
    """The pages without questions."""
    wrong = PAGES.mistake(language, Mistake("code", "code-unknown"))
    return {
        "welcome": PAGES.welcome(language, Opening(token="t")),
        "wrong code": PAGES.welcome(
            language, Opening(fields={"code": ["x"]}, mistakes={"code": wrong})
        ),
        "proving": PAGES.welcome(language, Opening(token="t", bits=16)),
        "preparing": PAGES.preparing(language, Preparation("t", "k", 16, "1.x")),
        "too early": PAGES.preparing(language, Preparation("t", "k", 16, "1.x", notice="?")),
        "blind": BLIND.welcome(language, Opening(invitation="i", modulus="AQAB")),
        "resume": PAGES.welcome(language, Opening(resume="/de/screen/0", invitation="i")),
        "review": PAGES.review(language, walk(INSTRUMENT, ANSWERS), Submission("t", "k")),
        "later": PAGES.later(language, "abcdefgh" * 5, 0),
        "thanks": PAGES.thanks(language),
        "another": PAGES.thanks(language, token="t"),
        "full": PAGES.end(language),
        "closed": PAGES.closed(language),
        "not open": PAGES.not_open(language),
        "privacy": PAGES.privacy(language),
        "no cookie": PAGES.no_cookie(language),
        "answered": PAGES.answered(language),
        "message": PAGES.message(language, 404),
        "lost": PAGES.screen(language, 0, Filling(), back=False, notice="?", lost=True),
    }
