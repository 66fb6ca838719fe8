"""A field read by the thousand says what it says when it is read entry by entry."""

import asyncio
import csv
import io
import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rundfrage.dataset.files.csv import lines
from rundfrage.errors import Problem
from rundfrage.fieldwork.export import Gathering
from rundfrage.fieldwork.finding import Finding, Flaw
from rundfrage.fieldwork.folding import UNREADABLE, Alike
from rundfrage.fieldwork.interview import Status, interview
from rundfrage.fieldwork.journal import Entry, Event, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.secret import name_of
from rundfrage.fieldwork.status import REVIEW
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.services import exporting, reading
from rundfrage.services.exporting import export
from rundfrage.services.field import watch_field
from rundfrage.services.survey import open_questionnaire, with_databases
from rundfrage.services.tampering import verify_field

SURVEY = """\
---
survey: s
title: T
language: en
---
# One
## a: A?
- ( ) x: X
- ( ) y: Y
- ( ) other: Other, namely ____
## b: B? {if='a != "y"'}
- [ ] m: M
- [ ] n: N
# Two {if='a != "y"'}
## c: C?
[0..9 times]
## when: When?
[date]
# Away {screenout if='c == 5'}
Thank you.
# Three
## d: D? {if='c >= 2 or not answered(c)'}
____
"""
FIRST = read(SURVEY, KINDS)
SECOND = read(SURVEY.replace("- [ ] n: N\n", "- [ ] p: P\n").replace("- ( ) y: Y\n", ""), KINDS)
VERSIONS = {name: ready(name, one) for name, one in (("v", FIRST), ("w", SECOND))}
TEXTS = (
    "", "[]", "5", "{", '{"a":{"missing":"nowhere"}}', '{"a":1}', '{"b":["m"],"a":"x"}',
    '{"a":"nobody"}', '{"zz":[{}]}', '{"a":"x"}\n{"a":"y"}', '{"c":"many"}', '{"a":["x"]}',
    '{"a":"x"}\n', '{"d":"a\x01b"}', '{"d":"\\ud800"}', '{"c":"1e3"}', '{"when":"2026-13-01"}',
)  # fmt: skip
MISSING = st.sampled_from([{"missing": "left_blank"}, {"missing": "dont_know"}])
VALUES = {
    "a": st.sampled_from(["x", "y", "other"]),
    "a.other.text": st.sampled_from(["=words", 'some "words"\nmore', ""]),
    "b": st.lists(st.sampled_from(["m", "n"]), min_size=1, unique=True).map(sorted),
    "c": st.sampled_from(["0", "5", "7"]),
    "when": st.sampled_from(["2026-11-30", "2020-02-29"]),
    "d": st.sampled_from(["words", "Ärger ☂"]),
}
ENDINGS = (Event.COMPLETED, Event.SCREENED_OUT, Event.QUOTA_FULL, Event.REPEATED)


@st.composite
def one_interview(draw):
    """What a door may store of somebody: most of it in order."""
    version = draw(st.sampled_from(["v", "v", "v", "w"]))
    week = draw(st.sampled_from(["2026-W47", "2026-W48"]))

    def entry(event, screen=-1, answers="", quotas=(), minutes=-1):
        return Entry("", "", event, version, "en", week, screen, answers, quotas, minutes)

    sent = [entry(draw(st.sampled_from([Event.BEGUN, Event.ENTERED])))]
    for screen in VERSIONS[version].screens[: draw(st.integers(0, 6))]:
        for _ in range(draw(st.sampled_from([1, 1, 1, 0, 2]))):
            names = [name for name in screen.variables if draw(st.integers(0, 9))]
            answers = {name: draw(st.one_of(VALUES[name], VALUES[name], MISSING)) for name in names}
            words = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
            event = draw(st.sampled_from([Event.SENT] * 5 + [Event.DRAFTED]))
            sent.append(entry(event, screen.number, words))
    if draw(st.integers(0, 3)):
        event = draw(st.sampled_from([Event.COMPLETED, *ENDINGS]))
        quotas = draw(st.sampled_from([(), ("women", "all")])) if event == "completed" else ()
        sent.append(entry(event, quotas=quotas, minutes=draw(st.sampled_from([-1, 5, 10]))))
    return sent


FORGERIES = (
    "UPDATE OR IGNORE entry SET answers = :text WHERE {one}",
    "UPDATE OR IGNORE entry SET sequence = sequence + 1000 WHERE {one}",
    "UPDATE OR IGNORE entry SET sequence = -1 - sequence WHERE {one}",
    "UPDATE OR IGNORE entry SET event = 'forged' WHERE {one}",
    "UPDATE OR IGNORE entry SET event = 'completed', quotas = '[\"all\"]' WHERE {one}",
    "UPDATE OR IGNORE entry SET event = 'begun' WHERE {one}",
    "UPDATE OR IGNORE entry SET event = 'withdrawn' WHERE {one}",
    "UPDATE OR IGNORE entry SET version = 'unknown' WHERE {one}",
    "UPDATE OR IGNORE entry SET week = '2020-W01', minutes = 77 WHERE {one}",
    "UPDATE OR IGNORE entry SET screen = 99 WHERE {one}",
    "UPDATE OR IGNORE entry SET minutes = -7 WHERE {one}",
    "UPDATE OR IGNORE entry SET quotas = '[\"all\"' WHERE {one}",
    "DELETE FROM entry WHERE {one}",
    "UPDATE quota SET completed = completed + 1",
)
_ONE = """(interview, sequence) IN (
    SELECT interview, sequence FROM entry ORDER BY interview, sequence LIMIT 1 OFFSET :place
)"""


async def fill(address, interviews, withdrawn):
    journal = await open_journal(address)
    for number, (name, one) in enumerate((("v", FIRST), ("w", SECOND)), 1):
        await journal.publish(Version(name, number, canonical(one), "2026-W47"))
    for number, entries in enumerate(interviews):
        for key, one in enumerate(entries):
            own = replace(one, interview=name_of(str(number)), key=f"{key:032x}")
            await journal.append(own)
    for number in withdrawn:
        await journal.withdraw(str(number))
    await journal.shut()


async def plainly(address):
    """What the journal holds, each interview folded by itself, and what was found."""
    journal = await open_journal(address)
    findings = list(await journal.findings())
    left_out = {one.name for one in findings if one.sequence is None}
    entries_left_out = {}
    for one in findings:
        if one.sequence is not None:
            entries_left_out.setdefault(one.name, set()).add(one.sequence)
    folded, counted = [], Counter()
    async for entries in journal.interviews(entries_left_out):
        if entries[0].interview in left_out:
            continue
        for one in entries:
            if one.event is Event.COMPLETED:
                counted.update(one.quotas)
        try:
            known = interview(VERSIONS[entries[0].version], entries)
        except UNREADABLE:
            findings.append(Finding(entries[0].interview, Flaw.UNFIT))
        else:
            folded.append((known, entries[0].week, max(one.minutes for one in entries)))
    counts = await journal.quota_counts()
    findings += [
        Finding(quota, Flaw.QUOTA)
        for quota in {*counts, *counted}
        if counts.get(quota, 0) != counted[quota]
    ]
    withdrawn = await journal.withdrawn()
    await journal.shut()
    return folded, findings, withdrawn


def counts_of(folded):
    """The status of the field, counted interview by interview."""
    told = [one for one in folded if one[0].status is not Status.REPEATED]
    by_status = Counter(one.status for one, *_ in folded)
    reached, stopped = Counter(), Counter()
    partial, partial_attempts, attempts = 0, 0, 0
    for one, *_ in told:
        came = []
        for step in one.walk.steps:
            came.append((step.screen.number, step.screen.page.title.into("en")))
            if step.screen.number == one.next_screen:
                break
        if one.next_screen is None and not one.screened and one.status != "quota_full":
            came.append(REVIEW)
        reached.update(came)
        if one.status is Status.STARTED:
            stopped[came[-1]] += 1
            attempts += one.owes_pass
            asked = [(len(step.questions), step.screen.number) for step in one.walk.steps]
            done = sum(count for count, number in asked if number in one.sent)
            half = done > 0 and 2 * done >= sum(count for count, _ in asked)
            partial += half
            partial_attempts += half and one.owes_pass
    times = sorted(
        minutes for one, _, minutes in told if minutes >= 0 and one.status is Status.COMPLETED
    )
    return {
        "started": len(told),
        "completed": by_status[Status.COMPLETED],
        "screened_out": by_status[Status.SCREENED_OUT],
        "quota_full": by_status[Status.QUOTA_FULL],
        "repeated": by_status[Status.REPEATED],
        "partial": partial,
        "by_screen": [(page, reached[at, page], stopped[at, page]) for at, page in sorted(reached)],
        "minutes": times[(len(times) - 1) // 2] if times else None,
        "weeks": dict(sorted(Counter(week for _, week, _ in told).items())),
        "attempts": attempts,
        "partial_attempts": partial_attempts,
    }


def rows_of(folded, statuses):
    """The rows of the export, sorted, and the answers without a place in the codebook."""
    book = list(VERSIONS.values())[-1].codebook
    found, lost = [], Counter()
    for one, week, minutes in folded:
        if one.status in statuses and one.sent:
            gathering = Gathering(book, "")
            gathering.add(Alike.alone(one, week, minutes))
            found += lines(gathering.take(), "")
            lost.update({name: 0 for name in gathering.orphaned if name not in lost})
            lost.update(gathering.orphaned)
    return sorted(found), dict(lost)


def exported_rows(file):
    words = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(words, newline="")))
    again = io.StringIO()
    csv.writer(again, lineterminator="\r\n").writerows(rows)
    assert again.getvalue() == words
    cut = [io.StringIO() for _ in rows]
    for row, stream in zip(rows, cut, strict=True):
        csv.writer(stream, lineterminator="\r\n").writerow(row)
    return sorted(stream.getvalue() for stream in cut[1:])


def survey_at(folder, address):
    (folder / "questionnaire.md").write_text(SURVEY)
    survey = open_questionnaire(folder)
    return with_databases(survey, address) if "://" in address else survey


def compare(folder, address):
    """Whatever is asked of the field, it is what the plain fold says."""
    survey = survey_at(folder, address)
    folded, findings, withdrawn = asyncio.run(plainly(address))

    def sorted_(some):
        return sorted((one.name, one.flaw, one.sequence or 0) for one in some)

    field = watch_field(survey)
    expected = counts_of(folded)
    got = {name: getattr(field.counts, name) for name in expected}
    got["by_screen"] = [(one.page, one.reached, one.stopped) for one in got["by_screen"]]
    assert got == expected
    assert sorted_(field.findings) == sorted_(findings)
    assert field.withdrawn == withdrawn
    verified = verify_field(survey)
    assert (verified.sound, sorted_(verified.findings)) == (len(folded), sorted_(findings))
    for partial in (False, True):
        statuses = {Status.COMPLETED, Status.STARTED} if partial else {Status.COMPLETED}
        rows, lost = rows_of(folded, statuses)
        file = folder / "out.csv"
        try:
            done = export(survey, file, partial=partial)
        except Problem as problem:
            assert problem.code == "text-unwritable"
            continue
        assert exported_rows(file) == rows
        assert (done.respondents, dict(done.left_out), done.withdrawn) == (
            len(rows),
            lost,
            withdrawn,
        )
        assert sorted_(done.findings) == sorted_(findings)
        assert done.attempts == sum(
            one.owes_pass and one.status is Status.STARTED and bool(one.sent)
            for one, *_ in folded
            if partial
        )


@pytest.fixture(name="few")
def few_at_once(monkeypatch):
    """As few are held at once as show what is kept from one time to the next."""
    monkeypatch.setattr(reading, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(exporting, "ROWS_AT_ONCE", 2)


@pytest.mark.trial
@pytest.mark.usefixtures("few")
@settings(max_examples=80, deadline=None)
@given(
    interviews=st.lists(one_interview(), max_size=12),
    withdrawn=st.sets(st.integers(0, 12), max_size=2),
    forged=st.lists(
        st.tuples(st.sampled_from(FORGERIES), st.integers(0, 60), st.sampled_from(TEXTS)),
        max_size=4,
    ),
)
def test_a_file_says_what_its_entries_say_one_by_one(
    tmp_path_factory, interviews, withdrawn, forged
):
    folder = tmp_path_factory.mktemp("field")
    address = str(folder / "responses.db")
    asyncio.run(fill(address, interviews, withdrawn))
    with closing(sqlite3.connect(address)) as connection:
        for statement, place, text in forged:
            with connection:
                values = {"place": place, "text": text}
                connection.execute(statement.format(one=_ONE), values)
    compare(folder, address)


@pytest.mark.trial
@pytest.mark.usefixtures("few")
@settings(max_examples=8, deadline=None)
@given(interviews=st.lists(one_interview(), min_size=4, max_size=12))
def test_a_database_says_what_its_entries_say_one_by_one(
    postgresql_server, tmp_path_factory, interviews
):
    address = postgresql_server.database()
    asyncio.run(fill(address, interviews, {0}))
    compare(tmp_path_factory.mktemp("field"), address)
