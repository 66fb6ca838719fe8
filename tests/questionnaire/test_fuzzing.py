"""No input makes the reader raise anything but a Problem, or run away in time or memory."""

import datetime
import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from questionnaire_strategies import questionnaires

from effort import within
from proofs import examples
from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.translation.catalog_update import same, update
from rundfrage.questionnaire.translation.po_file import po_catalog, po_words
from rundfrage.questionnaire.translation.translations import translated

HEAD = "---\nsurvey: s\ntitle: T\nlanguage: en\nscales:\n  g: [good, bad]\n---\n# P\n"
SLOW = examples(100)
MB = 1_000_000
NOW = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


def outcome(words):
    """What reading and checking comes to: the codes of all problems."""
    try:
        questionnaire = read(words, KINDS)
    except Problem as problem:
        return [one.code for one in problem.all]
    return [problem.code for problem in check(questionnaire, "questionnaire.md")]


@SLOW
@given(st.text() | st.binary())
@example("")
@example("---")
@example("---\n---")
@example("\n\n---\n---\n# \n## \n")
def test_anything_is_a_questionnaire_or_a_problem(words):
    outcome(words)


PIECES = st.sampled_from(
    ["\n", "# P\n", "## q: Q", '## q: Q {if="', '"}', "{", "}", "{{", "{{ q }}", "- ( ) a: A\n",
     "- [ ] b: B\n", "- [-] c\n", "(g)\n", "- i: I\n", "____\n", "[0..9 kg]\n", "[date]\n",
     "1. x\n", "(0..10 a .. b)\n", "[search]\n", "*hint*\n", "{nps}", "{code=9}", "{max=2}", "{dk}",
     "\\", "---\n", "  ", "\t", "é", "\u202e", "\x00", "\r", "(", ")", "[", "]", "..", ":", "_"]
)  # fmt: skip


@SLOW
@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join))
def test_anything_made_of_the_language_is_a_questionnaire_or_a_problem(words):
    codes = outcome(HEAD + words)
    if not codes:
        questionnaire = read(HEAD + words, KINDS)
        assert read(write(questionnaire), KINDS) == questionnaire


@SLOW
@given(questionnaires(), st.data())
def test_a_spoilt_questionnaire_is_a_questionnaire_or_a_problem(questionnaire, data):
    words = write(questionnaire)
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, min(len(words), start + 9)))
    outcome(words[:start] + data.draw(PIECES) + words[end:])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]", "unknown-key"),
        ("title: !!python/object/apply:os.system [id]", "duplicate-key"),
        ("title:\n  - one\n  - two", "duplicate-key"),
        ("<<: *default", "unknown-key"),
        ("? complex\n: key", "front-matter-line"),
    ],
)
def test_yaml_is_no_way_in(words, code):
    assert code in outcome(HEAD.replace("scales:", f"{words}\nscales:"))


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ((HEAD + "## q: Größe?\n____\n").encode("latin-1"), "not-utf-8", 9),
        ((HEAD + "## q: Größe?\n____\n").encode("utf-16"), "not-utf-8", 1),
        ((HEAD + "## q: Gr\x00e?\n").encode(), "control-character", 9),
        ((HEAD + "## q: a\u2028b\n").encode(), "control-character", 9),
        (b"\xff\xfe\x00", "not-utf-8", 1),
        (b"", "no-front-matter", 1),
    ],
)
def test_a_wrong_encoding_is_named_with_its_line(content, code, line):
    with pytest.raises(Problem) as caught:
        read(content, KINDS)
    assert (caught.value.code, caught.value.where.line) == (code, line)


def test_a_byte_order_mark_and_line_ends_of_windows_are_fine():
    words = HEAD + "## q: Größe?\n____\n"
    windows = b"\xef\xbb\xbf" + words.replace("\n", "\r\n").encode()
    assert read(windows, KINDS) == read(words, KINDS) == read(words.replace("\n", "\r"), KINDS)


MOST_EFFORT = 50
"""Millions of simple steps."""
NET = " + ".join(f"v{at}" for at in range(2_400))
OR = " or ".join(["unknown == 1"] * 125)


def long_lines():
    """Lines that a careless reader would go over again and again."""
    starts = ["", "# ", "## q: ", "## q: Q {", "- ( ) a: ", "(", "[", "1. ", "title: ", "g: [", "*"]
    fills = ["a", " ", "{", "}", "{{", "\\", "[", "(", "-", "_", "*", "..", '"', "'", ",", "#", "0"]
    return [(start, fill) for start in starts for fill in fills]


@pytest.mark.trial
@pytest.mark.parametrize("size", [19_000, 10 * MB])
def test_no_long_line_runs_away(size):
    for start, fill in long_lines():
        line = start + (fill * (size // len(fill)))
        places = (
            f"{HEAD}{line}\n",
            f"{HEAD}## r: R\n(g)\n{line}\n",
            HEAD.replace("scales:", f"{line}\nscales:"),
        )
        _, soon = within(MOST_EFFORT, lambda: list(map(outcome, places)))  # noqa: B023  done at once
        assert (start, fill, soon) == (start, fill, True)


@pytest.mark.trial
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("## q: Q\n" + "- ( ) a\n" * 100_000, "questionnaire-too-long"),
        ("## q: Q\n" + "- ( ) a\n" * 90_000, "too-many-answers"),
        ("## q: Q\n____\n" * 40_000, "too-many-questions"),
        ("# P\n" * 90_000, "too-many-questions"),
        ("## q: Q\n" + "- " * 100_000 + "a\n", "questionnaire-too-long"),
        (
            "## q: Q\n" + "\n".join("  " * depth + "- a" for depth in range(2_000)),
            "unrecognised-answers",
        ),
        ("a\n\n" * 30_000, "unused-scale"),
        ("## q: Q {if='" + "(" * 15_000 + "'}\n", "condition-too-long"),
        ("## q: Q {if='" + "not " * 400 + "'}\n", "condition-too-deep"),
        ("## q: Q {" + "a " * 9_000 + "}\n", "attribute-twice"),
        ("## q{}: Q\n{{\n" * 1_000, "attributes-in-text"),
        ("".join(f"## q{at}: Q\n(nog)\n" for at in range(1_900)), "unknown-scale"),
        ("".join(f"## q{at}: Q {{if='{OR}'}}\n(g)\n" for at in range(500)), "unknown-name"),
        ("x" * 6 * MB, "questionnaire-too-large"),
        ("\n" * 4 * MB, "questionnaire-too-long"),
    ],
)  # fmt: skip
def test_nothing_large_runs_away(words, code):
    codes, soon = within(MOST_EFFORT, lambda: outcome(HEAD + words))
    assert (codes[0], len(codes) <= 100, soon) == (code, True, True)


@pytest.mark.trial
@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("scales:\n" + "".join(f"  g{at}: [a, b]\n" for at in range(90_000)), "too-many-scales"),
        ("scales:\n" + "  # note\n" * 90_000 + "  g: [a, b]\n", "unused-scale"),
        ("nets:\n" + "".join(f"  q.n{at}: N = zz\n" for at in range(90_000)), "too-many-scales"),
        ("nets:\n" + "".join(f"  q.n{at}: N = zz\n" for at in range(900)), "bad-net"),
        ("nets:\n" + "".join(f"  q.n{at}: N = {NET}\n" for at in range(240)), "bad-net"),
        ("".join(f"key{at}: x\n" for at in range(90_000)), "unknown-key"),
        ("languages: [" + "de, " * 4_000 + "en]\n", "bad-value"),
    ],
)
def test_no_front_matter_runs_away(front, code):
    options = "".join(f"- ( ) v{at}: V\n" for at in range(1_900))
    head = HEAD.replace("scales:\n  g: [good, bad]\n", front)
    codes, soon = within(MOST_EFFORT, lambda: outcome(f"{head}## q: Q\n{options}"))
    assert (code in codes, len(codes) <= 100, soon) == (True, True, True)


@pytest.mark.trial
def test_nothing_large_fills_the_memory():
    tracemalloc.start()
    assert outcome(HEAD + "## q: Q\n" + "- ( ) a\n" * 90_000) == ["too-many-answers"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * MB


@pytest.mark.trial
def test_a_large_questionnaire_within_the_limits_is_read_soon():
    options = "".join(f"- ( ) v{at}: Label {{{{ a }}}} {at}\n" for at in range(1_900))
    words = HEAD + "## a: A\n____\n" + "".join(
        f"## q{at}: Q {{if=\"q{at - 1} == 'v7'\"}}\n{options}" for at in range(1, 11)
    ).replace("q0 ==", "a ==")  # fmt: skip
    assert within(2 * MOST_EFFORT, lambda: outcome(words)) == (["unused-scale"], True)


PO_PIECES = st.sampled_from(
    ['msgid "a"\n', 'msgstr "b"\n', 'msgctxt "q1"\n', "#, fuzzy\n", "#~ ", '"', "\n", "msgid ",
     'msgid_plural "c"\n', 'msgstr[0] "d"\n', 'msgstr[9] "e"\n', "#| ", "# ", "\\", "msgstr",
     'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=x\\n"\n', '"Language: zz_\\n"\n',
     '"POT-Creation-Date: x\\n"\n', '"Plural-Forms: nplurals=9999; plural=x;\\n"\n', "#: a:b\n"]
)  # fmt: skip


@SLOW
@given(
    st.lists(PO_PIECES | st.text(max_size=3), max_size=12).map("".join).map(str.encode)
    | st.binary()
)
def test_any_translations_are_read_and_kept_or_a_problem(content):
    questionnaire = read(HEAD + "## q1: a\n____\n", KINDS)
    try:
        old = po_catalog(content, "en.po")
    except Problem:
        return
    translated(questionnaire, {"en": old})
    fresh = update(old, questionnaire, "en", NOW)
    assert same(po_catalog(po_words(fresh).encode(), "en.po"), fresh)
