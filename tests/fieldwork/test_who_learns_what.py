"""The table of who learns what: filled by the attack suite, and what is printed rests on it."""

import importlib.util
import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from attack_suite import FULL, SMALL, bound, suite
from closed_attacker import fill_and_copy, hours_named
from door_attacker import AT_ONCE, by_log, by_trying
from scipy.stats import binom
from watched_attacker import by_values, known_of
from watched_field import Manner as Watching
from watched_field import watched

from proofs import part, repeated
from rundfrage.fieldwork import knowledge
from rundfrage.fieldwork.invitations.letter import Occasion, read_letter
from rundfrage.fieldwork.knowledge import (
    CERTAIN,
    MARGIN,
    PROMISES,
    SENTENCES,
    Cell,
    Fact,
    Holding,
    Manner,
    Verdict,
    borne,
    found,
    rows,
    scores,
)
from rundfrage.fieldwork.participation import Admission
from rundfrage.locales import in_language
from rundfrage.locales.catalogue import languages
from rundfrage.locales.phrases import Phrasebook, keys
from rundfrage.respond import entrance
from rundfrage.respond.credential import new_credential
from rundfrage.respond.pages.phrases import DoorPhrases

ROOT = Path(__file__).parents[2]
MEASURED = [one for one in scores() if one.guesses]


def test_every_bound_is_that_of_its_guesses():
    assert MEASURED
    for one in MEASURED:
        assert one.bound == pytest.approx(bound(one.right, one.guesses), abs=1e-6)


def test_every_row_was_attacked_ten_thousand_times_or_needs_no_attack():
    for holding in Holding:
        guesses = sum(one.guesses for one in MEASURED if one.holding is holding)
        certain = any(one.holding is holding for one in CERTAIN)
        assert guesses >= 10_000 or certain or holding in knowledge.CONTAINED, holding


def test_every_sentence_is_borne():
    assert [sentence.key for sentence in SENTENCES if not sentence.borne] == []


def test_every_sentence_that_tells_of_finding_out_names_its_cells():
    telling = re.compile(
        r"tell which|find out|cannot tell|do not tell|connect (?:with|them)|who has answered|safer",
        re.IGNORECASE,
    )
    said = {
        f"{domain}:{key}"
        for domain in ("door", "letter", "paper")
        for key in keys(domain)
        if telling.search(" ".join(Phrasebook("en", domain)[key].forms))
    }
    # This one points to the notice, and says nothing itself.
    assert said - {"letter:invitation-link"} <= {sentence.key for sentence in SENTENCES}
    assert {sentence.key for sentence in SENTENCES} <= {
        f"{domain}:{key}" for domain in ("door", "letter", "paper") for key in keys(domain)
    }


def test_each_level_admits_whatever_was_learned_of_people():
    """What the view all the time tells, the notice says."""
    by_level = {
        "codes": [Manner.CODES], "exchange": [Manner.EXCHANGE], "blind": list(knowledge.BLIND),
    }  # fmt: skip
    admitted = {cell for sentence in SENTENCES for cell in (*sentence.learned, *sentence.hard)}
    for level, among in by_level.items():
        assert set(PROMISES[level]) & {one.key[5:] for one in SENTENCES if one.learned}
        for manner in among:
            for fact in (Fact.WHETHER, Fact.WHEN, Fact.WHICH):
                cell = Cell(Holding.POLLING_KEY_MAILS, manner, fact)
                assert found(cell) is not None
                assert (found(cell).verdict is Verdict.HIDDEN) or cell in admitted, cell


@pytest.fixture
def attack_that_works(monkeypatch):
    """A table in which backups alone tell everything, which is told to be so."""
    found = [
        replace(one, right=one.guesses, bound=1.0) if one.holding is Holding.BACKUPS else one
        for one in scores()
    ]
    monkeypatch.setattr(knowledge, "scores", lambda: tuple(found))


@pytest.mark.parametrize("language", languages())
def test_what_is_borne_is_printed_in_every_language(language):
    words = DoorPhrases(language)
    for level in PROMISES:
        assert all(words.marked(key) for key in PROMISES[level])
    assert Phrasebook(language, "letter")("reminder-everybody") in (
        read_letter(Path("nowhere"), language, Occasion.REMINDER).text
    )


@pytest.mark.parametrize("language", languages())
@pytest.mark.usefixtures("attack_that_works")
def test_a_sentence_whose_attack_succeeds_is_not_printed_in_any_language(language):
    words = DoorPhrases(language)
    assert [words.marked(key) for key in ("promise-copies", "blind-copies")] == ["", ""]
    assert words.marked("exchange-operator")
    assert Phrasebook(language, "letter")("reminder-everybody") not in (
        read_letter(Path("nowhere"), language, Occasion.REMINDER).text
    )


@pytest.mark.usefixtures("attack_that_works")
def test_whoever_has_more_learns_at_least_as_much():
    cell = Cell(Holding.BACKUPS_KEY, Manner.EXCHANGE, Fact.WHICH)
    assert found(cell).verdict is Verdict.LEARNED


def test_what_nobody_attacked_is_not_promised(monkeypatch):
    assert borne("door:blind-copies")
    monkeypatch.setattr(knowledge, "scores", lambda: ())
    assert not borne("door:blind-copies")


def test_a_bound_farther_than_a_point_from_chance_tells_something():
    for one in MEASURED:
        if (one.holding, one.fact) == (Holding.BACKUPS, Fact.WHICH):
            assert one.verdict is Verdict.HIDDEN
            assert replace(one, bound=one.chance + MARGIN + 0.0001).verdict is not Verdict.HIDDEN


def test_the_documentation_prints_the_table():
    spec = importlib.util.spec_from_file_location("printing", ROOT / "scripts" / "knowledge.py")
    printing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(printing)
    page = printing.PAGE.read_text("utf-8")
    assert printing.table() in page
    assert printing.filled(page) == page


def test_the_table_is_told_in_german():
    assert (
        in_language(rows()[0].holding, "de")
        == "beide Datenbanken, alle stündlichen Sicherungskopien"
    )


def test_the_attacks_work_where_there_is_something_to_find(tmp_path):
    # With the key and the mails a use is known for each person, and so is the hour.
    some = [
        watched(
            Watching.EXCHANGE, str(tmp_path / f"p{at}"), str(tmp_path / f"r{at}"), tmp_path, chance
        )
        for at, chance in enumerate([random.Random(1), random.Random(2)])
    ]
    known = [known_of(one, key=True, mails=True) for one in some]
    # Half of 36 are expected; by chance it is one.
    assert by_values(known, known).right > 6
    # A field that goes on has the order of arrival in its log.
    names, contents = fill_and_copy(tmp_path / "responses.db", 100)
    assert hours_named(names, contents) == 100


@pytest.mark.trial
def test_a_log_names_people_where_their_token_stands_in_the_path(tmp_path):
    told = by_log(tmp_path, "exchange", 1, token_in_path=True)
    assert (told.people, told.came) == (AT_ONCE, 2 * AT_ONCE)


@pytest.mark.trial
def test_trying_codes_tells_who_came_at_a_door_that_spends_them_at_the_beginning(
    tmp_path, monkeypatch
):
    async def is_valid(door, typed):
        return await door.gate.admit(typed, new_credential().secret) is Admission.ADMITTED

    monkeypatch.setattr(entrance, "is_valid", is_valid)
    assert by_trying(tmp_path, "exchange", 10) == (10, 10)


@pytest.mark.trial
@repeated
def test_the_suite_runs_small_or_in_full(postgresql_server):
    found = suite(FULL if part(4) == 4 else SMALL, postgresql_server)
    table = json.loads((ROOT / "src/rundfrage/fieldwork/knowledge.json").read_text("utf-8"))
    assert {cell for one in table for cell in cells_of(one)} <= {
        cell for one in found for cell in cells_of(one)
    }
    # More than this happens once in 10,000 runs to one who is right by chance and a point more.
    hidden = {
        (one.holding, one.fact, manner)
        for one in MEASURED
        if one.verdict is Verdict.HIDDEN
        for manner in one.manners
    }
    for one in found:
        if hidden & cells_of(one):
            most = binom.ppf(0.9999, one["guesses"], one["chance"] + MARGIN)
            assert one["right"] <= most, one


def cells_of(row):
    """The cells of the table that a row of findings is about."""
    return {(row["holding"], row["fact"], manner) for manner in row["manners"]}
