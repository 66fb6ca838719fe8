"""What authors and respondents write is text: in Chromium nothing of it ever runs.

Each page is opened twice: as it is, and with the Content-Security-Policy switched off, so that the
escaping has to hold alone.
"""

import asyncio
import csv
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from door_server import Server, run
from door_survey import SURVEY as WALK

from browser import open_browser
from proofs import spread
from rundfrage.fieldwork.journal import Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.kinds import KINDS
from rundfrage.manuscript.attributes import PIPING
from rundfrage.questionnaire.bodies.options import BLANK
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.translation.texts import texts, with_texts
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.text import Text

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    '" autofocus onfocus=alert(1) x="',
    "' autofocus onfocus=alert(1) x='",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)></select>",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "![x](x onerror=alert(1))",
    "<javascript:alert(1)>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<style>@import 'javascript:alert(1)'</style>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=javascript:alert(1)//>",
    "<object data=javascript:alert(1)></object>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "--!><script>alert(1)</script>",
)
FORMULAS = ("=1+1", "+cmd", "-2+3", "@SUM(A1)", "=HYPERLINK(1)", "\t=1+1")

SURVEY = """\
---
survey: hostile
title: Title
subtitle: Subtitle
organisation: Organisation
language: en
languages: [en, de]
scales:
  how: [good, fair, bad]
---
# Welcome {welcome}

Words.

# Privacy {privacy}

Words.

# Page

Words.

## q1: Question

*Hint*

- ( ) a: Label
- ( ) o: Otherwise ____

## q2: Question {shuffle}

- [ ] a: Label
- [ ] b: Label

## q3: Question

(how)

- x: Item
- y: Item

## q4: Question

____

## q5: Question

____
____

## q6: Question

[0..9 units]

## q7: Question

1. a: Label
2. b: Label

## q8: Question

(0..10 low .. high)

# Repeated

## q9: You said {{ q4 }} and {{ q5 }}

- ( ) a: Label

# Thanks {thanks}

Words.
"""


FOREIGN_SCRIPTS = 'script:not([type="module"][src^="/assets/"])'
"""Scripts that aren't the program's own files."""


def hostile(start):
    """The survey with all payloads in every text, beginning with one of them."""
    payload = " ".join(PAYLOADS[start:] + PAYLOADS[:start])
    questionnaire = read(SURVEY, KINDS)
    changed = {}
    for one in texts(questionnaire):
        if one.path.endswith("unit"):
            # A unit ends at the first bracket, so that it can't hold all of them.
            continue
        words = f"{one.text.source} {payload}"
        # Where the text repeats an answer or holds a line to write on, the translation must too.
        kept = [found[0] for found in PIPING.finditer(one.text.source)]
        repeated = " ".join([*kept, *BLANK.findall(one.text.source)])
        changed[one.path] = Text.of(words, "en").translated({"de": f"{payload} {repeated}"})
    return with_texts(questionnaire, changed), payload


WHEN_ALL_HAS_RUN = """() => new Promise(done => {
    const draw = then => requestAnimationFrame(() => requestAnimationFrame(then));
    const loaded = () => draw(() => setTimeout(done));
    document.readyState === 'complete' ? loaded() : addEventListener('load', loaded);
})"""
"""Pictures have failed when a page is loaded, what has the focus is told when it is drawn."""


@pytest.fixture(scope="module")
def chromium():
    with open_browser() as browser:
        yield browser


@pytest.fixture(params=[False, True], ids=["policy", "no policy"])
def page(request, chromium):
    context = chromium.new_context(bypass_csp=request.param)
    opened = context.new_page()
    opened.alarms = []
    opened.on("dialog", lambda dialog: (opened.alarms.append(dialog.message), dialog.dismiss()))
    if not request.param:
        opened.on("console", lambda said: opened.alarms.append(said.text))
    yield opened
    context.close()


def test_the_alarm_rings_where_nothing_is_escaped(chromium):
    context = chromium.new_context(bypass_csp=True)
    opened = context.new_page()
    alarms = []
    opened.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    for payload in PAYLOADS[:1] + PAYLOADS[5:6] + PAYLOADS[9:10]:
        opened.set_content(f"<p>{payload}</p>")
        opened.evaluate(WHEN_ALL_HAS_RUN)
    assert len(alarms) >= 3
    context.close()


TYPED = ("q1.o.text", "q4", "q5")


async def put_into_field(questionnaire, folder):
    journal = await open_journal(str(folder / "responses.db"))
    content = canonical(questionnaire)
    await journal.publish(Version(version_name(content), 1, content, "2026-W01"))
    await journal.shut()


@pytest.mark.trial
@pytest.mark.parametrize("start", spread([0, 10, 20]))
def test_texts_and_answers_never_run(tmp_path, page, start):
    questionnaire, payload = hostile(start)
    # No manuscript can be written with such texts in every place, but a version can be published.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(put_into_field(questionnaire, tmp_path))).result()
    with Server(tmp_path) as server:
        address = f"http://localhost:{server.port}"
        for path in (
            "/en/",
            "/de/",
            "/in/%3Cscript%3Ealert(1)%3C%2Fscript%3E/en/",
            "/en/%3Csvg%3E",
        ):
            page.goto(address + path)
            look(page)
        page.goto(f"{address}/en/")
        page.fill("[name=return_code]", payload)
        go(page, "[name=go][value=continue]")
        look(page)
        go(page, "[name=go][value=begin]")
        look(page)
        page.check("[name=q1][value=o]")
        page.check("[name='q3.x'][value='1']")
        for name in (*TYPED, "q6"):
            page.fill(f"[name='{name}']", payload)
        go(page, "button.next")
        assert page.input_value("[name=q6]") == payload
        assert page.input_value("[name=q5]") == payload
        look(page)
        go(page, "[name=go][value='language:de']")
        look(page)
        page.fill("[name=q6]", "3")
        go(page, "button.next")
        look(page)
        assert page.locator(".question-text").first.inner_text().count("alert(1)") >= len(PAYLOADS)
        go(page, "button.next")
        look(page)
        assert page.locator("dd").all_inner_texts().count(" ".join(payload.split())) >= 2
        go(page, "button.next")
        look(page)
    assert [said for said in page.alarms if "status of 4" not in said] == []


def go(page, button):
    """Press it, and be where it leads to: what is asked of a page that is left has no answer."""
    with page.expect_navigation():
        page.locator(button).first.press("Enter")


def look(page):
    """See that nothing became an element, after whatever might run has run."""
    page.evaluate(WHEN_ALL_HAS_RUN)
    assert (
        page.locator(f"{FOREIGN_SCRIPTS}, iframe, object, svg, img, video, base, math").count() == 0
    )
    handlers = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(one => [...one.attributes])"
        ".filter(one => one.name.startsWith('on') || /^javascript:/i.test(one.value)).length"
    )
    assert handlers == 0


@pytest.mark.trial
def test_exported_answers_are_no_formulas(tmp_path):
    (tmp_path / "questionnaire.md").write_text(WALK, encoding="utf-8")
    with Server(tmp_path) as server:
        for words in (*FORMULAS, *PAYLOADS):
            browser = server.browser()
            way = [(0, {"q1": "yes"}), (1, {"q2": "1"}), (2, {}), (3, {"q4": words}), (4, {})]
            answer = browser.begin()
            for number, fields in way:
                answer = browser.follow(browser.send(f"/en/screen/{number}", answer, **fields))
            assert browser.follow(browser.send("/en/submit", answer)).heading == "Thank you"
    run("export", str(tmp_path))
    with (tmp_path / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline(), ",;")
        file.seek(0)
        cells = [cell for row in csv.reader(file, dialect) for cell in row]
    assert sum("alert(1)" in cell for cell in cells) == len(PAYLOADS)
    assert sum("1+1" in cell for cell in cells) == 2
    assert not [cell for cell in cells if re.match(r"[=+@\t\r]|-[^0-9]", cell)]
