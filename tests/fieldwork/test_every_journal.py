"""The contract of a journal, run against every one."""

import asyncio
import random
import secrets
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opened_journal import journal_at, run

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import (
    SEPARATOR,
    Entry,
    Event,
    Outcome,
    Version,
    is_possible,
    steps_of,
)
from rundfrage.fieldwork.journals import group_thread, open_journal
from rundfrage.fieldwork.secret import name_of

STORED, KNOWN, ENDED, FULL = Outcome.STORED, Outcome.KNOWN, Outcome.ENDED, Outcome.QUOTA_FULL
JOURNALS = ("sqlite", "postgresql")


@pytest.fixture(params=JOURNALS, scope="module")
def new_address(request, tmp_path_factory):
    """Gives the address of a place for a new journal."""
    if request.param == "sqlite":
        return lambda: str(tmp_path_factory.mktemp("journal") / "responses.db")
    return request.getfixturevalue("postgresql_server").database


@pytest.fixture
def address(new_address) -> str:
    return new_address()


def name(number: int) -> str:
    """An interview's name or a key: 32 hexadecimal digits that show the number."""
    return f"{number:032x}"


def sent(interview: int, key: int, answers: str = '{"q1":"a"}', screen: int = 0) -> Entry:
    return Entry(name(interview), name(key), Event.SENT, "v1", "de", "2026-W47", screen, answers)


def completed(interview: int, key: int, *quotas: str) -> Entry:
    return Entry(name(interview), name(key), Event.COMPLETED, "v1", "de", "2026-W47", quotas=quotas)


def test_an_entry_comes_back_as_it_was_stored(address):
    everything = Entry(
        name(1), name(2), Event.COMPLETED, "0f" * 32, "ar", "2026-W53", 7,
        '{"q1":"لا أعرف 👍🏽 \\u0000 \'; DROP TABLE entry; --"}', ("Frauen, 60+", 'a"b'), 15,
    )  # fmt: skip
    bare = Entry(name(1), name(3), Event.BEGUN, "v1", "de", "2026-W01")

    async def act(journal):
        assert [await journal.append(bare), await journal.append(everything)] == [STORED, STORED]
        return await journal.entries(name(1))

    assert list(run(address, act)) == [bare, everything]


def test_an_unknown_interview_has_no_entries(address):
    assert list(run(address, lambda journal: journal.entries(name(1)))) == []


def test_entries_are_read_from_a_place_on_whoever_asks_beside(address):
    async def act(journal):
        for interview, key in ((1, 1), (1, 2), (1, 3), (2, 4)):
            await journal.append(sent(interview, key))
        asked = [(1, 0), (1, 2), (1, 1), (1, 3), (2, 0), (2, 1), (3, 0), (1, 9)]
        return await asyncio.gather(*(journal.entries(name(one), since) for one, since in asked))

    of_one = [sent(1, 1), sent(1, 2), sent(1, 3)]
    assert list(map(list, run(address, act))) == [
        of_one, of_one[2:], of_one[1:], [], [sent(2, 4)], [], [], [],
    ]  # fmt: skip


def test_a_journal_opened_again_has_everything(address):
    async def fill(journal):
        await journal.append(sent(1, 1))
        await journal.append(completed(1, 2, "women"))
        await journal.publish(Version("v1", 1, "{}", "2026-W47"))
        await journal.close_field()

    async def look(journal):
        return (
            list(await journal.entries(name(1))),
            list(await journal.versions()),
            await journal.field_closed(),
            dict(await journal.quota_counts()),
        )

    run(address, fill)
    assert run(address, look) == (
        [sent(1, 1), completed(1, 2, "women")],
        [Version("v1", 1, "{}", "2026-W47")],
        True,
        {"women": 1},
    )


def test_a_key_counts_once_in_its_interview_whatever_comes_with_it(address):
    async def act(journal):
        answered = [
            await journal.append(sent(1, 1, "first")),
            await journal.append(sent(1, 1, "first")),
            await journal.append(sent(1, 1, "second", screen=5)),
            await journal.append(sent(2, 1, "another interview")),
        ]
        return answered, list(await journal.entries(name(1)))

    assert run(address, act) == (
        [STORED, KNOWN, KNOWN, STORED],
        [sent(1, 1, "first")],
    )


def test_entries_keep_their_order_whatever_the_clock_says(address):
    weeks = ["2026-W47", "1970-W01", "2099-W52", "2026-W46"]
    moved = [
        Entry(name(1), name(key), Event.SENT, "v1", "de", week, 0, "{}")
        for key, week in zip((9, 3, 7, 1), weeks, strict=True)
    ]

    async def act(journal):
        for entry in moved:
            await journal.append(entry)
        return list(await journal.entries(name(1)))

    assert run(address, act) == moved


@pytest.mark.trial
def test_ten_thousand_keys_sent_several_times_at_once_are_ten_thousand_entries(address):
    chance = random.Random(1)
    entries = [sent(key % 500, key) for key in range(10_000)]
    portions = [
        [entry for entry in entries[start : start + 2_500] for _ in range(chance.randint(2, 5))]
        for start in range(0, 10_000, 2_500)
    ]

    async def act(journal):
        # Two journals are two processes to the database: their groups meet there.
        async with journal_at(address) as other:
            new = 0
            for portion in portions:
                chance.shuffle(portion)
                outcomes = await asyncio.gather(
                    *(chance.choice((journal, other)).append(entry) for entry in portion)
                )
                new += outcomes.count(STORED)
        stored = Counter()
        async for interview in journal.interviews():
            stored.update(interview)
        return new, stored

    new, stored = run(address, act)
    assert new == 10_000
    assert stored == Counter(entries)


def test_all_that_is_handed_over_at_once_is_stored_in_the_order_it_was(address):
    entries = [sent(1, key) for key in range(200)]

    async def act(journal):
        await asyncio.gather(*(journal.append(entry) for entry in entries))
        return list(await journal.entries(name(1)))

    assert run(address, act) == entries


def test_an_entry_is_stored_though_nobody_waits_any_more(address):
    async def act(journal):
        waiting = asyncio.create_task(journal.append(sent(1, 1)))
        await asyncio.sleep(0)
        waiting.cancel()
        await journal.append(sent(1, 2))
        return list(await journal.entries(name(1)))

    assert run(address, act) == [sent(1, 1), sent(1, 2)]


def test_shutting_stores_what_was_handed_over_and_takes_nothing_more(address):
    async def act(journal):
        waiting = [asyncio.create_task(journal.append(sent(1, key))) for key in range(100)]
        await asyncio.sleep(0)
        await journal.shut()
        with pytest.raises(Problem) as problem:
            await journal.append(sent(1, 100))
        return (await asyncio.gather(*waiting)).count(STORED), problem.value.code

    assert run(address, act) == (100, "journal-unavailable")


def test_an_entry_that_no_database_takes_does_not_harm_its_neighbours(address):
    async def act(journal):
        broken = sent(1, 50, "\ud800")
        sendings = [*(sent(1, key) for key in range(50)), broken, sent(2, 51)]
        answered = await asyncio.gather(
            *(journal.append(entry) for entry in sendings), return_exceptions=True
        )
        return [type(answer).__name__ for answer in answered], len(await journal.entries(name(1)))

    assert run(address, act) == (["Outcome"] * 50 + ["UnicodeEncodeError", "Outcome"], 50)


def test_more_than_memory_should_hold_is_refused_and_later_taken(address):
    large = "x" * (group_thread.MOST_WAITING // 10)

    async def act(journal):
        answered = await asyncio.gather(
            *(journal.append(sent(1, key, large)) for key in range(12)), return_exceptions=True
        )
        codes = Counter(getattr(answer, "code", answer) for answer in answered)
        return codes, await journal.append(sent(1, 11, large)), len(await journal.entries(name(1)))

    assert run(address, act) == ({STORED: 9, "journal-busy": 3}, STORED, 10)


def test_versions_are_kept_by_number_and_never_change(address):
    first = Version("b", 1, '{"title":"Umfrage"}', "2026-W47")
    second = Version("a", 2, "{}", "2026-W48")

    async def act(journal):
        await journal.publish(first)
        await journal.publish(second)
        await journal.publish(Version("b", 3, "other", "2026-W49"))
        with pytest.raises(Problem) as problem:
            await journal.publish(Version("c", 2, "{}", "2026-W49"))
        return list(await journal.versions()), problem.value.code

    assert run(address, act) == ([first, second], "version-number-taken")


def test_a_closed_field_stays_closed(address):
    async def act(journal):
        before = await journal.field_closed()
        await journal.close_field()
        await journal.close_field()
        return before, await journal.field_closed()

    assert run(address, act) == (False, True)


def test_whoever_serves_on_after_the_field_was_closed_stores_nothing_more(address):
    """A process hears of the closing a few seconds later; answers end with it, not then."""

    async def act(journal):
        async with journal_at(address) as other:
            await other.append(sent(1, 1))
            await journal.close_field()
            answered = await asyncio.gather(
                *(other.append(entry) for entry in (sent(1, 2), completed(2, 1, "women"))),
                return_exceptions=True,
            )
        stored = [list(entries) async for entries in journal.interviews()]
        return [answer.code for answer in answered], stored, dict(await journal.quota_counts())

    assert run(address, act) == (["journal-closed"] * 2, [[sent(1, 1)]], {})


def test_an_interview_that_has_ended_takes_nothing_more(address):
    screened_out = Entry(name(2), name(1), Event.SCREENED_OUT, "v1", "de", "2026-W47")

    async def act(journal):
        return [
            await journal.append(completed(1, 1, "women")),
            await journal.append(completed(1, 1, "women")),
            await journal.append(completed(1, 2, "women")),
            await journal.append(sent(1, 3)),
            await journal.append(screened_out),
            await journal.append(completed(2, 2, "women")),
        ], [len(await journal.entries(name(number))) for number in (1, 2)]

    assert run(address, act) == ([STORED, KNOWN, ENDED, ENDED, STORED, ENDED], [1, 1])


def test_a_quota_counts_interviews_that_were_completed(address):
    screened_out = Entry(name(3), name(1), Event.SCREENED_OUT, "v1", "de", "2026-W47")

    async def act(journal):
        for entry in (
            completed(1, 1, "women", "old"),
            completed(1, 1, "women", "old"),
            sent(2, 1),
            completed(2, 2, "women"),
            screened_out,
            completed(3, 2, "women"),
            completed(4, 1),
        ):
            await journal.append(entry)
        return dict(await journal.quota_counts())

    assert run(address, act) == {"old": 1, "women": 2}


async def looking_first(journal, entry: Entry, limits: dict[str, int]) -> Outcome:
    """What the door did before: it looked whether there is room, and then completed."""
    counts = await journal.quota_counts()
    if any(counts.get(quota, 0) >= limits[quota] for quota in entry.quotas):
        return await journal.append(entry.beyond_quota())
    return await journal.append(entry)


async def at_once(journal, entry: Entry, limits: dict[str, int]) -> Outcome:
    return await journal.append(entry, limits)


@pytest.mark.parametrize(("complete", "too_many"), [(looking_first, True), (at_once, False)])
def test_a_quota_takes_no_more_than_its_limit_however_many_complete_at_once(
    address, complete, too_many
):
    """And whoever looks first and stores then takes more, so that the test would see it."""
    limits = {"women": 2, "old": 5}

    async def act(journal):
        # Two journals are two processes to the database; each makes groups of what is sent at once.
        async with journal_at(address) as other:
            outcomes = await asyncio.gather(
                *(
                    complete(chance, completed(number, 1, *quotas), limits)
                    for number, chance, quotas in [
                        *((at, (journal, other)[at % 2], ("women", "old")) for at in range(8)),
                        *((at, (journal, other)[at % 2], ("old",)) for at in range(8, 20)),
                        *((at, journal, ()) for at in range(20, 24)),
                    ]
                )
            )
        ends = Counter()
        async for (entry,) in journal.interviews():
            ends[entry.event, entry.quotas] += 1
        return Counter(outcomes), ends, dict(await journal.quota_counts())

    outcomes, ends, counts = run(address, act)
    women, old = ends[Event.COMPLETED, ("women", "old")], ends[Event.COMPLETED, ("old",)]
    assert counts == {name: n for name, n in (("women", women), ("old", women + old)) if n}
    assert (women > 2 or women + old > 5) is too_many
    if not too_many:
        assert women + old == 5
        assert (outcomes[STORED], outcomes[FULL]) == (9, 15)
        assert ends[Event.QUOTA_FULL, ()] == 15


def test_a_completion_that_is_sent_again_takes_no_second_place(address):
    async def act(journal):
        entry, limits = completed(1, 1, "women"), {"women": 2}
        outcomes = await asyncio.gather(*(journal.append(entry, limits) for _ in range(3)))
        return outcomes, await journal.append(completed(2, 1, "women"), limits)

    assert run(address, act) == ([STORED, KNOWN, KNOWN], STORED)


def test_quotas_are_exact_when_all_complete_at_once(address):
    async def act(journal):
        async with journal_at(address) as other:
            await asyncio.gather(
                *(
                    each.append(completed(number, key, "all", f"part {number % 3}"))
                    for number in range(300)
                    for key, each in enumerate((journal, other))
                )
            )
        return dict(await journal.quota_counts())

    assert run(address, act) == {"all": 300, "part 0": 100, "part 1": 100, "part 2": 100}


def owned(secret: str, key: int, event: Event = Event.SENT, *quotas: str) -> Entry:
    """An entry of the interview that follows from the secret."""
    return replace(sent(0, key), interview=name_of(secret), event=event, quotas=quotas)


@pytest.mark.trial
@pytest.mark.parametrize("is_closed", [False, True])
def test_a_withdrawn_interview_is_gone_with_what_it_counted_and_stays_gone(address, is_closed):
    """Late pages of another tab, and of another process, don't bring a part of it back."""

    async def act(journal):
        async with journal_at(address) as other:
            for entry in (
                owned("mine", 1),
                owned("mine", 2, Event.COMPLETED, "women", "old"),
                owned("yours", 1, Event.COMPLETED, "women"),
            ):
                await journal.append(entry)
            before = [len(await journal.entries(name_of(one))) for one in ("mine", "yours")]
            if is_closed:
                await journal.close_field()
            answers = [await other.withdraw(one) for one in ("mine", "mine", "nobody's")]
            late = await asyncio.gather(
                *(one.append(owned("mine", key)) for key in (1, 9) for one in (journal, other)),
                return_exceptions=True,
            )
        (left,) = await journal.entries(name_of("mine"))
        stored = [list(entries) async for entries in journal.interviews()]
        await journal.seal()
        return (
            (before, answers, [one if isinstance(one, Outcome) else one.code for one in late]),
            (left.event, left.answers, left.week, left.language, left.version),
            (stored, dict(await journal.quota_counts()), await journal.withdrawn()),
        )

    acts, left, kept = run(address, act)
    assert acts == ([2, 1], [True, True, False], ["journal-closed" if is_closed else ENDED] * 4)
    assert left == (Event.WITHDRAWN, "", "", "", "")
    assert kept == ([[owned("yours", 1, Event.COMPLETED, "women")]], {"old": 0, "women": 1}, 1)


def test_pages_that_come_while_an_interview_is_withdrawn_leave_nothing_behind(address):
    async def act(journal):
        async with journal_at(address) as other:
            for secret in map(str, range(30)):
                await journal.append(owned(secret, 0))
                await asyncio.gather(
                    *(one.append(owned(secret, key)) for key in (1, 2) for one in (journal, other)),
                    other.withdraw(secret),
                    journal.append(owned(secret, 3, Event.COMPLETED, "all")),
                )
        left = [len(await journal.entries(name_of(str(number)))) for number in range(30)]
        return left, await journal.withdrawn(), dict(await journal.quota_counts()).get("all", 0)

    assert run(address, act) == ([1] * 30, 30, 0)


def test_interviews_come_in_the_order_of_their_names_not_of_their_coming(address):
    numbers = random.Random(2).sample(range(10_000), 300)

    async def act(journal):
        for screen in range(3):
            await asyncio.gather(
                *(journal.append(sent(number, screen, screen=screen)) for number in numbers)
            )
        bundles = [one async for some in journal.bundles() for one in some]
        return [list(entries) async for entries in journal.interviews()], bundles

    interviews, bundles = run(address, act)
    assert interviews == [
        [sent(number, screen, screen=screen) for screen in range(3)] for number in sorted(numbers)
    ]
    # In one row each, with what they are besides their answers.
    assert [(one.interview, one.answers.decode().split(SEPARATOR)) for one in bundles] == [
        (entries[0].interview, [one.answers for one in entries]) for entries in interviews
    ]
    assert {(one.version, one.week, one.whole, one.course, one.quotas) for one in bundles} == {
        (interviews[0][0].version, interviews[0][0].week, True, "s1s2s", "")
    }


def test_a_bundle_tells_the_course_of_an_interview(address):
    begun = replace(sent(1, 0, ""), event=Event.BEGUN, week="2026-W46", screen=-1)
    ended = replace(completed(1, 2, "women", "all"), minutes=15)

    async def act(journal):
        for entry in (begun, sent(1, 1), ended, sent(2, 1)):
            await journal.append(entry)
        return [one async for some in journal.bundles() for one in some]

    first, second = run(address, act)
    assert (first.week, first.whole, first.course) == ("2026-W46", True, "b0s-1c15.")
    assert (first.quotas, first.answers) == ('["women", "all"]', b'\n{"q1":"a"}\n')
    assert (second.course, second.quotas, second.answers) == ("s", "", b'{"q1":"a"}')
    assert [(one.event, one.screen, one.minutes) for one in steps_of(first.course)] == [
        (Event.BEGUN, -1, -1), (Event.SENT, 0, -1), (Event.COMPLETED, -1, 15)
    ]  # fmt: skip
    assert [is_possible(one.course) for one in (first, second)] == [True, False]


@pytest.mark.trial
def test_a_sealed_journal_holds_the_same(address):
    entries = [sent(key % 7, key) for key in range(100)]

    async def act(journal):
        for entry in [*entries, completed(8, 1, "women")]:
            await journal.append(entry)
        before = [list(interview) async for interview in journal.interviews()]
        await journal.seal()
        after = [list(interview) async for interview in journal.interviews()]
        return before == after, sum(map(len, after)), dict(await journal.quota_counts())

    assert run(address, act) == (True, 101, {"women": 1})


def test_many_may_open_a_new_journal_at_once(address):
    async def act():
        journals = await asyncio.gather(*(open_journal(address) for _ in range(6)))
        new = await asyncio.gather(*(journal.append(sent(1, 1)) for journal in journals))
        for journal in journals:
            await journal.shut()
        return new.count(STORED)

    assert asyncio.run(act()) == 1


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 6), WORDS)
    | st.sampled_from(["read", "open again", "seal"]),
    max_size=40,
)


@pytest.mark.trial
@given(steps=STEPS)
@settings(max_examples=15)
def test_a_journal_agrees_with_its_model(new_address, steps):
    """The model: entries by interview and key, where what is there first stays."""
    address = new_address()
    model: dict[str, dict[str, Entry]] = {}

    async def act():
        journal = await open_journal(address)
        for step in steps:
            match step:
                case "open again":
                    await journal.shut()
                    journal = await open_journal(address)
                case "seal":
                    await journal.seal()
                case "read":
                    for number in range(4):
                        known = model.get(name(number), {})
                        assert list(await journal.entries(name(number))) == list(known.values())
                case number, key, answers:
                    entry = sent(number, key, answers)
                    known = model.setdefault(entry.interview, {})
                    assert await journal.append(entry) is (KNOWN if entry.key in known else STORED)
                    known.setdefault(entry.key, entry)
        stored = [list(entries) async for entries in journal.interviews()]
        assert stored == [list(known.values()) for _, known in sorted(model.items())]
        await journal.shut()

    asyncio.run(act())


def test_a_name_and_key_made_by_chance_fit(address):
    entry = Entry(
        secrets.token_hex(16), secrets.token_hex(16), Event.DRAFTED, "v1", "en", "2026-W47"
    )
    assert run(address, lambda journal: journal.append(entry)) is STORED
