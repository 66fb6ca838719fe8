"""The credential in its cookie, as return code, and what is derived of it."""

from dataclasses import asdict, replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundfrage.respond.credential import (
    Credential,
    credential_in,
    credential_of,
    new_credential,
)

begun = st.none() | st.integers(0, 10**11 - 1)


def test_a_credential_in_a_traceback_tells_nothing_of_itself():
    credential = Credential(new_credential().secret, 1, "7K3M9QX2HD4TV")
    # The control: what is shown of other dataclasses holds all of it.
    assert repr(asdict(credential)).count(credential.secret) == 1
    assert credential.secret not in repr(credential)
    assert credential.pass_ not in repr(credential)


@given(begun)
def test_the_cookie_holds_the_credential(begun):
    credential = Credential(new_credential().secret, begun)
    assert credential_in(credential.cookie) == credential


def test_the_return_code_is_the_credential_in_groups_without_letters_that_look_alike():
    credential = new_credential()
    code = credential.code
    assert len(code.replace("-", "")) == 26
    assert not set(code) & set("ILOU")
    assert credential_of(code) == credential


@given(st.sampled_from([str.lower, str.upper, lambda code: code.replace("-", " ")]))
def test_a_return_code_is_read_as_people_type_it(typing):
    credential = new_credential()
    typed = typing(credential.code).replace("0", "o").replace("1", "l")
    assert credential_of(f" {typed} ") == credential


@pytest.mark.parametrize("code", ["", "ABC", "U" * 26, "Z" * 26, "0" * 27, "é" * 26, "０" * 26])
def test_what_is_no_return_code_is_none(code):
    assert credential_of(code) is None


@given(st.text())
def test_no_text_breaks_the_reading(words):
    assert credential_in(words) is None or len(credential_in(words).secret) == 22
    assert credential_of(words) is None or len(words) >= 26


def test_a_secret_has_one_spelling_in_the_cookie():
    secret = "A" * 22
    assert credential_in(secret) == Credential(secret)
    assert credential_in("A" * 21 + "B") is None


def test_interview_token_and_keys_tell_nothing_of_one_another():
    credential = new_credential()
    derived = [
        credential.interview,
        credential.token,
        credential.key("begun"),
        credential.key("end"),
    ]
    assert len(set(derived)) == 4
    assert {len(one) for one in derived} == {32}
    assert not any(credential.secret in one for one in derived)


def test_an_interview_is_named_by_the_hash_of_its_proof_and_the_former_ones_by_their_secret():
    credential = Credential("A" * 22)
    former = replace(credential, former=True)
    for one in (credential, former):
        assert one.interview == sha256(one.proof.encode()).hexdigest()[:32]
    assert credential.secret not in credential.proof
    whole = sha256(f"interview:{credential.secret}".encode()).hexdigest()
    # Pages that are open while a new version is installed can still be sent.
    assert (former.interview, former.token, credential.token) == (
        whole[:32],
        whole[32:],
        whole[32:],
    )


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(0, 0), (299, 0), (300, 5), (1199, 10), (1200, 20), (3599, 40), (3600, 60), (86_400, 60)],
)
def test_a_duration_is_told_in_coarse_steps(seconds, minutes):
    assert Credential("A" * 22, 1000).minutes(1000 + seconds) == minutes


@pytest.mark.parametrize("begun", [None, 2000, 0])
def test_a_time_that_cannot_be_is_no_duration(begun):
    now = 1000.0 if begun else 10.0**9
    assert Credential("A" * 22, begun).minutes(now) == -1
