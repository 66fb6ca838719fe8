"""Forms: what is read, and what is refused before it costs anything."""

import asyncio
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundfrage.respond.form import (
    MOST_BYTES,
    MOST_FIELDS,
    TYPE,
    Refused,
    parse_form,
    read_form,
)

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"))


async def chunks(*parts):
    for part in parts:
        yield part


async def slowly(part):
    while True:
        await asyncio.sleep(0.01)
        yield part


def read(headers, body, patience=5.0):
    return asyncio.run(read_form(headers, body, patience))


def refusal(headers, body, patience=5.0):
    with pytest.raises(Refused) as refused:
        read(headers, body, patience)
    return refused.value.status


@given(st.dictionaries(words, st.lists(words, min_size=1)))
def test_what_a_browser_sends_is_read_back(fields):
    form = parse_form(urlencode(fields, doseq=True).encode())
    assert form == fields


@given(st.binary())
def test_any_bytes_are_some_form(body):
    form = parse_form(body)
    assert all(isinstance(value, str) for values in form.values() for value in values)


def test_it_agrees_with_the_standard_library():
    body = b"a=1&b=%C3%A4+%20x&a=2&c&d=&=e&f=%zz&g=%ff"
    expected = parse_qs(body.decode(), keep_blank_values=True, errors="replace")
    assert parse_form(body) == expected


def test_line_ends_of_browsers_become_those_of_the_journal():
    assert parse_form(b"t=a%0D%0Ab") == {"t": ["a\nb"]}


def test_a_form_comes_in_pieces():
    assert read({"content-type": TYPE}, chunks(b"a=", b"1&b", b"=2")) == {"a": ["1"], "b": ["2"]}


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "multipart/form-data; boundary=x", f"{TYPE}; charset=utf-16"]
)
def test_other_kinds_of_bodies_are_refused_unread(kind):
    assert refusal({"content-type": kind}, chunks()) == 415


def test_a_body_that_says_it_is_too_long_is_not_read():
    async def untouched():
        raise AssertionError
        yield b""

    headers = {"content-type": TYPE, "content-length": str(MOST_BYTES + 1)}
    assert refusal(headers, untouched()) == 413


@pytest.mark.parametrize("length", ["-1", "a", "1e3", "²"])
def test_a_length_that_is_none_is_refused(length):
    assert refusal({"content-type": TYPE, "content-length": length}, chunks()) == 400


def test_a_body_that_turns_out_too_long_is_read_no_further():
    read_pieces = []

    async def endless():
        while True:
            read_pieces.append(1)
            yield b"x" * 1024

    assert refusal({"content-type": TYPE}, endless()) == 413
    assert len(read_pieces) == MOST_BYTES // 1024 + 1


def test_too_many_fields_are_refused():
    body = b"&".join([b"a=1"] * MOST_FIELDS)
    assert len(parse_form(body)["a"]) == MOST_FIELDS
    assert refusal({"content-type": TYPE}, chunks(body + b"&a=1")) == 400


def test_a_body_that_never_ends_is_given_up():
    assert refusal({"content-type": TYPE}, slowly(b"a"), patience=0.1) == 408
