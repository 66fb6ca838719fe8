"""How fast a compiled page is filled, beside the same page rendered by Jinja2 for each request.

    python benchmarks/pages.py [seconds]

The page has 12 questions with 5 radio buttons each, all of them answered: 60 radios, as in the
field notes. Jinja2 gets the same templates, loaded and compiled beforehand, with functions that
answer at once. Prints fills per second, microseconds a fill, and the ratio; times are those of the
processor, so that other work on the machine doesn't count.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from markupsafe import Markup, escape

from rundfrage.fieldwork.instrument import Instrument
from rundfrage.fieldwork.published import ready
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.respond.pages.compiled import languages_of
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.pages.marking import FUNCTIONS
from rundfrage.respond.pages.pages import compile_pages
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.rendering import templates
from rundfrage.respond.pages.script import KEEP_NAME, QUESTIONS_NAME, SCRIPT_NAME, scripted
from rundfrage.respond.pages.style import DEFAULT_ACCENT, style_of
from rundfrage.text import Text

QUESTIONS = 12
OPTIONS = "\n".join(f"- ( ) o{n}: The answer number {n}" for n in range(1, 6))
SURVEY = "---\nsurvey: s\ntitle: Sixty radios\nlanguage: en\n---\n# Page\n" + "".join(
    f"## q{n}: Which of these answers is yours to question {n}?\n\n{OPTIONS}\n\n"
    for n in range(1, QUESTIONS + 1)
)
SECONDS = 2.0


def per_second(work: Callable[[], object], seconds: float) -> float:
    """How often the work is done in a second; the best of three runs."""
    best = 0.0
    for _ in range(3):
        done, begun = 0, time.process_time()
        while (passed := time.process_time() - begun) < seconds:
            for _ in range(10):
                work()
            done += 10
        best = max(best, done / passed)
    return best


def by_jinja(instrument: Instrument, filling: Filling) -> Callable[[], bytes]:
    """A function that renders the screen with the templates of the pages and of the kinds."""
    words, screen = DoorPhrases("en"), instrument.screens[0]
    environment = templates()
    frame = environment.get_template("screen.html")
    question_template = environment.get_template("single/question.html")
    put = {"token": filling.token, "key": filling.key, "progress": "Step 3 of 9"}

    def checked(field: str, value: str) -> str:
        return Markup(" checked") if value in filling.fields.get(field, ()) else ""

    def clearable(field: str) -> str:
        return Markup('<button class="clear" name="clear" value="{}">{}</button>').format(
            field, words("remove-answer")
        )

    def say(text: Text | str) -> str:
        return escape(text if isinstance(text, str) else text.into("en"))

    def nothing(*_: object, **__: object) -> str:
        return ""

    functions: dict[str, object] = {
        **dict.fromkeys(FUNCTIONS, nothing),
        "say": say,
        "plain": say,
        "told": say,
        "checked": checked,
        "clearable": clearable,
        "when": lambda name, caller: caller() if name == "back" else "",
        "word": words.marked,
        "plain_word": words,
        "foreign": words.foreign,
        "language": "en",
        "direction": "ltr",
        "mark_required": False,
    }
    around = {
        "title": instrument.questionnaire.study.title,
        "organisation": "",
        "languages": languages_of(instrument),
        "style_name": style_of(DEFAULT_ACCENT).name,
        "script_name": SCRIPT_NAME,
        "keep_name": KEEP_NAME,
        "questions_name": QUESTIONS_NAME
        if any(scripted(one.kind) for one in screen.questions)
        else "",
        "page": screen.page,
        "opens": True,
    }

    def rendered() -> bytes:
        questions = Markup("\n").join(
            Markup(question_template.render(functions | {"question": one, "body": one.body}))
            for one in screen.questions
        )
        slots = put | {"questions": questions}
        page = functions | around | {"slot": lambda name: slots.get(name, "")}
        return frame.render(page).encode()

    return rendered


def main(seconds: float) -> None:
    """Print the figures."""
    instrument = ready("v", read(SURVEY, KINDS))
    begun = time.process_time()
    pages = compile_pages(instrument)
    compiling = time.process_time() - begun
    questions = instrument.screens[0].questions
    filling = Filling(
        fields={question.name: ("o3",) for question in questions},
        asked=frozenset(question.name for question in questions),
        seed=b"seed",
        token="t" * 32,
        key="k" * 32,
        position=(3, 9),
        answered=frozenset(question.name for question in questions),
    )
    rendered = by_jinja(instrument, filling)
    size = len(pages.screen("en", 0, filling, back=True))
    fills = per_second(lambda: pages.screen("en", 0, filling, back=True), seconds)
    renders = per_second(rendered, seconds)
    print(f"page: {QUESTIONS * 5} radios, {size:,} bytes; compiled in {compiling * 1000:.0f} ms")
    print(f"skeleton: {fills:,.0f} fills/s, {1e6 / fills:.0f} µs each")
    print(f"Jinja2:   {renders:,.0f} renders/s, {1e6 / renders:.0f} µs each")
    print(f"ratio:    {fills / renders:.0f}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
