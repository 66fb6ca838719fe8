"""Shares of the key: enough of them are the key, and fewer are nothing to whoever has them."""

import itertools
import json
import secrets

import pytest
from shamir_mnemonic import Share, encrypt
from shamir_mnemonic.shamir import (
    DIGEST_INDEX,
    SECRET_INDEX,
    RawShare,
    _create_digest,
    _interpolate,
)

from rundfrage.errors import Problem
from rundfrage.fieldwork.participation import begin_participation, open_participation
from rundfrage.fieldwork.participation.key import Key, make_key
from rundfrage.fieldwork.participation.shares import join, require_share, split
from rundfrage.fieldwork.participation.split import note_of, read_split, write_split

KEY = Key(bytes(range(32)))


def refused(texts, noted=None):
    with pytest.raises(Problem) as problem:
        join(texts, noted)
    return problem.value.code


def value_of(text):
    return Share.from_mnemonic(text).value


def hidden(key):
    """What is shared: SLIP-39 turns the key by a cipher whose passphrase everybody knows, none."""
    return encrypt(key.secret, b"", 0, 0, extendable=True)


def bits(octets):
    return [octet >> at & 1 for octet in octets for at in range(8)]


def test_every_two_of_three_are_the_key_and_more_may_come():
    texts, noted = split(KEY, 3, 2)
    assert [join(two, noted) for two in itertools.permutations(texts, 2)] == [KEY] * 6
    assert join(texts, noted) == KEY
    # It is as short as a share may be, and can be typed: case and numbers mean nothing.
    assert {len(text.split()) for text in texts} == {33}
    typed = [" 1 ".join(text.upper().split()) for text in texts]
    assert join(typed[:2], noted) == KEY
    many, noted = split(KEY, 16, 16)
    assert join(many, noted) == KEY
    assert refused(many[1:], noted) == "shares-too-few"


def test_wrong_shares_are_told_from_each_other_and_never_repeated():
    texts, noted = split(KEY, 3, 2)
    others, _ = split(KEY, 3, 2)
    strangers, stranger = split(Key(bytes(32)), 3, 2)
    words = texts[0].split()
    turned = " ".join([words[1], words[0], *words[2:]])
    cases = {
        "shares-too-few": [texts[:1], [texts[0], texts[0]], []],
        "shares-strange": [[texts[0], others[1]], [texts[0], strangers[1]], strangers[:2]],
        "share-mistyped": [
            [turned, texts[1]], [" ".join(words[:-1]), texts[1]], ["academic", texts[1]],
            [" ".join([*words[:5], "Umfrage", *words[6:]]), texts[1]], ["", texts[1]],
        ],
    }  # fmt: skip
    found = {code: [refused(given, noted) for given in tried] for code, tried in cases.items()}
    assert found == {code: [code] * len(tried) for code, tried in cases.items()}
    assert join(strangers[:2], stranger) == Key(bytes(32))
    with pytest.raises(Problem) as problem:
        require_share(" ".join([*words[:5], "geheim", *words[6:]]))
    assert str(problem.value.found) == "Word 6 is none of a share."
    assert not set(words) - {"of"} & set(str(problem.value).split())


@pytest.mark.trial
def test_one_share_tells_no_bit_of_the_key():
    def guessed(fields):
        """The share of right guesses, each bit by the better rule of half of the fields."""
        half = len(fields) // 2
        right = 0
        for at in range(256):
            same = sum(seen[at] == true[at] for seen, true in fields[:half])
            guess = same >= half - same
            right += sum((seen[at] == true[at]) == guess for seen, true in fields[half:])
        return right / (256 * (len(fields) - half))

    one, halves, two = [], [], []
    for _ in range(40):
        key = Key(secrets.token_bytes(32))
        texts, noted = split(key, 3, 2)
        true = bits(hidden(key))
        one.append((bits(value_of(texts[0])), true))
        halves.append((true[:128] + bits(secrets.token_bytes(16)), true))
        two.append((bits(hidden(join(texts[:2], noted))), true))
    # The controls: a key that was cut in halves, and enough shares.
    assert guessed(two) == 1
    assert guessed(halves) > 0.72
    assert abs(guessed(one) - 0.5) < 0.04


def test_one_share_knows_a_guess_of_the_whole_key_and_no_more():
    """Four bytes of SLIP-39's digest: of 2 to the 256 keys 2 to the 224 are left."""
    text = split(KEY, 3, 2)[0][0]
    share = Share.from_mnemonic(text)

    def possible(guess):
        points = [RawShare(share.index, share.value), RawShare(SECRET_INDEX, hidden(guess))]
        digest = _interpolate(points, DIGEST_INDEX)
        return digest[:4] == _create_digest(digest[4:], hidden(guess))

    assert possible(KEY)
    assert not any(possible(Key(secrets.token_bytes(32))) for _ in range(20))


async def codes_by(address, key, *codes):
    register = await begin_participation(address, key)
    try:
        await register.allow(codes)
        return [await register.valid(code) for code in codes]
    finally:
        await register.shut()


def test_a_key_that_was_split_is_neither_drawn_anew_nor_missed(tmp_path):
    file = tmp_path / "participation.key"
    key = make_key(file)
    assert read_split(file) is None
    texts, noted = split(key, 3, 2)
    write_split(file, noted)
    assert read_split(file) == noted
    assert note_of(file).stat().st_mode & 0o777 == 0o600
    assert key.secret.hex() not in note_of(file).read_text("utf-8")
    # As long as the key is there, it is used.
    open_participation(tmp_path / "participation.db", file)
    file.unlink()
    for make in (False, True):
        with pytest.raises(Problem, match="split into 3 shares") as problem:
            open_participation(tmp_path / "participation.db", file, make=make)
        assert problem.value.code == "participation-key-split"
    assert not file.exists()
    assert join(texts[1:], read_split(file)) == key
    for damaged in ("{}", "[]", "nonsense", json.dumps({"shares": "3", "needed": 2, "check": ""})):
        note_of(file).write_text(damaged, "utf-8")
        with pytest.raises(Problem) as problem:
            read_split(file)
        assert problem.value.code == "split-unreadable"
