"""The logbook: whoever changes a line of it is found, and what no chain can find is said."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256

import pytest

from rundfrage.errors import Problem
from rundfrage.fieldwork.logbook import Act, Break, Flaw, Line, logbook_of, written
from rundfrage.fieldwork.logbook_file import add_line, read_logbook

DAY = date(2026, 12, 1)
ACTS = (Act.PUBLISH, Act.INVITE, Act.EXPORT, Act.EXPORT_PARTIAL, Act.CLOSE, Act.EXPORT)


@pytest.fixture
def file(tmp_path):
    """A logbook of six acts."""
    file = tmp_path / "logbook.jsonl"
    for act in ACTS:
        add_line(file, DAY, "anna", act, "b643e8f4866fda13")
    return file


def lines_of(file):
    return file.read_bytes().splitlines()


def breaks_of(lines):
    return list(logbook_of(b"".join(line + b"\n" for line in lines)).breaks)


def forged(number, before, who="bert"):
    return written(Line(number, DAY, who, Act.EXPORT, "", sha256(before).hexdigest()))


def chained(lines):
    """The lines with numbers and hashes that fit: what whoever holds the file can always write."""
    made = []
    for number, line in enumerate(lines, start=1):
        made.append(forged(number, made[-1]) if made else written(line))
    return made


def test_what_was_written_is_read_and_nobody_else_may(file):
    book = read_logbook(file)
    assert [(one.number, one.act, one.who, one.day) for one in book.lines] == [
        (number, act, "anna", DAY) for number, act in enumerate(ACTS, start=1)
    ]
    assert (book.breaks, book.next_number) == ((), 7)
    assert file.stat().st_mode & 0o777 == 0o600
    assert book.head == sha256(lines_of(file)[-1]).hexdigest()
    assert read_logbook(file.with_name("none")).hashes == ()


def test_attacks_on_the_middle_are_found_each_at_its_line(file):
    lines = lines_of(file)
    hidden = lines[2].replace(b'"anna"', b'"otto"')
    attacks = {
        "none, the control": (lines, []),
        "altered": ([*lines[:2], hidden, *lines[3:]], [Break(3, Flaw.CHANGED)]),
        "altered, first": (
            [lines[0].replace(b"anna", b"otto"), *lines[1:]],
            [Break(1, Flaw.CHANGED)],
        ),
        "removed": ([*lines[:2], *lines[3:]], [Break(3, Flaw.MISNUMBERED)]),
        "removed, first": (lines[1:], [Break(1, Flaw.MISNUMBERED)]),
        "removed and renumbered": (
            [*lines[:2], lines[3].replace(b'"number":4', b'"number":3'), *lines[4:]],
            [Break(2, Flaw.CHANGED), Break(4, Flaw.MISNUMBERED)],
        ),
        "put in": (
            [*lines[:3], forged(4, lines[2]), *lines[3:]],
            [Break(5, Flaw.MISNUMBERED)],
        ),
        "put in the place of another": (
            [*lines[:3], forged(4, lines[2]), *lines[4:]],
            [Break(4, Flaw.CHANGED)],
        ),
        "moved": (
            [*lines[:2], lines[3], lines[2], *lines[4:]],
            [Break(3, Flaw.MISNUMBERED), Break(4, Flaw.MISNUMBERED), Break(5, Flaw.MISNUMBERED)],
        ),
        "doubled": ([*lines[:3], *lines[2:]], [Break(4, Flaw.MISNUMBERED)]),
        "made unreadable": (
            [*lines[:2], b"{}", *lines[3:]],
            [Break(3, Flaw.UNREADABLE), Break(3, Flaw.CHANGED)],
        ),
        "blanks": ([*lines[:2], lines[2] + b" ", *lines[3:]], [
            Break(3, Flaw.UNREADABLE), Break(3, Flaw.CHANGED)]),
        "beginning of another": (
            [written(Line(1, DAY, "otto", Act.CLOSE, "", sha256(b"").hexdigest()))],
            [Break(1, Flaw.MISNUMBERED)],
        ),
        "a terminal's commands": (
            [lines[0].replace(b"anna", b"\\u001b[2J")],
            [Break(1, Flaw.UNREADABLE)],
        ),
    }  # fmt: skip
    assert {name: breaks_of(given) for name, (given, _) in attacks.items()} == {
        name: expected for name, (_, expected) in attacks.items()
    }


def test_what_no_chain_shows_a_kept_head_does(file):
    kept = read_logbook(file).head
    lines = lines_of(file)
    attacks = {
        "cut off": lines[:4],
        "last altered": [*lines[:5], lines[5].replace(b"anna", b"otto")],
        "written anew": chained(read_logbook(file).lines),
        "emptied": [],
    }
    for given in attacks.values():
        book = logbook_of(b"".join(line + b"\n" for line in given))
        assert (list(book.breaks), book.place_of(kept)) == ([], None)
    # Whoever goes on after it leaves it there; the control.
    add_line(file, DAY, "anna", Act.CLOSE)
    assert read_logbook(file).place_of(kept) == 6


def test_what_the_power_left_keeps_its_line_and_the_chain_goes_on(file):
    torn = lines_of(file)[5][:40]
    file.write_bytes(b"\n".join(lines_of(file)[:5]) + b"\n" + torn)
    add_line(file, DAY, "anna", Act.CLOSE)
    add_line(file, DAY, "anna", Act.EXPORT)
    book = read_logbook(file)
    assert [one.number for one in book.lines] == [1, 2, 3, 4, 5, 7, 8]
    assert list(book.breaks) == [Break(6, Flaw.UNREADABLE)]
    # What it says now doesn't hide that it was changed afterwards.
    changed = [*lines_of(file)[:5], torn[:-1], *lines_of(file)[6:]]
    assert breaks_of(changed) == [Break(6, Flaw.UNREADABLE), Break(6, Flaw.CHANGED)]


def test_after_a_break_the_chain_goes_on_and_the_break_stays(file):
    file.write_bytes(b"\n".join([*lines_of(file)[:2], *lines_of(file)[3:]]) + b"\n")
    add_line(file, DAY, "anna", Act.CLOSE)
    book = read_logbook(file)
    assert list(book.breaks) == [Break(3, Flaw.MISNUMBERED)]
    assert book.lines[-1].number == 7


def test_many_at_once_wait_for_each_other(tmp_path):
    file = tmp_path / "logbook.jsonl"
    with ThreadPoolExecutor(8) as threads:
        for _ in threads.map(lambda _: add_line(file, DAY, "anna", Act.REMIND), range(40)):
            pass
    book = read_logbook(file)
    assert [one.number for one in book.lines] == list(range(1, 41))
    assert book.breaks == ()


def test_names_hold_nothing_that_a_terminal_obeys(tmp_path):
    file = tmp_path / "logbook.jsonl"
    add_line(file, DAY, "an\x1b[2Jna\nbert ä", Act.CLOSE)
    assert [one.who for one in read_logbook(file).lines] == ["an\ufffd[2Jna\ufffdbert ä"]


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(Problem, match="logbook can't be written") as refused:
        add_line(tmp_path / "none" / "logbook.jsonl", DAY, "anna", Act.CLOSE)
    assert refused.value.code == "logbook-unwritable"
