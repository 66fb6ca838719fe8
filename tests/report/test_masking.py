"""Addresses, numbers, links and names are masked; dates, years and amounts are not."""

import pytest

from rundfrage.report.masking import masked
from rundfrage.report.quotes import mask_warnings, read_release


@pytest.mark.parametrize(
    ("text", "shown", "found"),
    [
        ("Mail: a.b+c@mail.example.org!", "Mail: […]!", ("an e-mail address",)),
        ("a.b(at)example.org", "[…]", ("an e-mail address",)),
        ("Siehe https://example.org/x?y=1, bitte", "Siehe […], bitte", ("a link",)),
        ("www.example.org.", "[…].", ("a link",)),
        ("Ich bin @ada_l auf Insta", "Ich bin […] auf Insta", ("an account name",)),
        ("Tel. 0511/12 34 56.", "Tel. […].", ("a telephone number",)),
        ("+49 (511) 1234-56 abends", "[…] abends", ("a telephone number",)),
        ("Frau Lovelace, Ada Lovelaces Haus", "Frau […], […] Haus", ("a name",)),
        ("ada LOVELACE", "[…]", ("a name",)),
        ("Adam und Lovelacey", "Adam und Lovelacey", ()),
        ("Am 01.09.2020 oder 23. 09. 2015", "Am 01.09.2020 oder 23. 09. 2015", ()),
        ("Seit 2015, für 30000 Euro, 0,5 % von 08", "Seit 2015, für 30000 Euro, 0,5 % von 08", ()),
    ],
)
def test_what_tells_of_people_is_masked(text, shown, found):
    assert masked(text, ("Ada Lovelace", "Lovelace")) == (shown, found)


def test_what_is_masked_is_never_masked_silently(tmp_path):
    path = tmp_path / "quotes.toml"
    path.write_text(
        '[names]\nmask = ["Ada"]\n[q1]\nlead = "Ada war da."\nreleased = ["Ada war da.", "Ja."]\n',
        encoding="utf-8",
    )
    warnings = mask_warnings(read_release(path))
    assert [(one.code, one.severity, one.found) for one in warnings] == [
        ("quotes-masked", "warning", "a name masked in “[…] war da.”.")
    ]


def test_names_may_be_an_open_question_too(tmp_path):
    path = tmp_path / "quotes.toml"
    path.write_text('[names]\nlead = "Ada"\n', encoding="utf-8")
    assert list(read_release(path).questions) == ["names"]
