"""What is made of what respondents type: numbers, dates and words, in their own way of writing."""

import datetime
from decimal import Decimal

import pytest
from posted_fields import BLANK, outcome

WEIGHT = "## q: How heavy is it?\n\n[-1000.0..5000.0 kg]\n"
AGE = "## q: How old are you?\n\n[0..120]\n"


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [
        ("de", "2,5", "2.5"),
        ("de", "2.5", "2.5"),  # three digits would have to follow a mark between thousands
        ("de", "1.500", "1500"),
        ("de", "1.500,5", "1500.5"),
        ("de", "1 500", "1500"),
        ("de", "1\u202f500,5", "1500.5"),
        ("de-CH", "1’500.5", "1500.5"),
        ("de", "0,5 kg", "0.5"),
        ("de", ",5", "0.5"),
        ("de", "-5", "-5"),
        ("de", "\u22125", "-5"),
        ("de", "+5", "5"),
        ("de", "-0", "0"),
        ("de", "007", "7"),
        ("en", "2.5", "2.5"),
        ("en", "2,5", "2.5"),
        ("en", "1,500", "1500"),
        ("en", "1,500.5", "1500.5"),
        ("en", "  12\u00a0", "12"),
        ("fr", "1 500,5", "1500.5"),
        ("ar", "١٢٫٥", "12.5"),
        ("ar", "١٬٥٠٠", "1500"),
        ("ar", "\u200f١٢\u200e", "12"),
        ("ar", "12.5", "12.5"),
        ("ar", "١٢،٥", "12.5"),
        ("fa", "۱۲٫۵", "12.5"),
        ("en", "۱۲", "12"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language, typed, number):
    assert outcome(WEIGHT, language, q=typed) == {"q": Decimal(number)}


@pytest.mark.parametrize(
    "typed", ["twelve", "1.2.3", "1,5,0", "--5", "1e3", "5-", "NaN", "Infinity", "²", "½", ".", "-"]
)
def test_what_is_no_number_is_a_mistake(typed):
    assert outcome(WEIGHT, q=typed) == [("q", "not-a-number", {})]


def test_a_number_out_of_its_range_is_told_the_range_in_the_language():
    assert outcome(WEIGHT, "de", q="5000,1") == [
        ("q", "out-of-range", {"low": "\u22121000,0", "high": "5000,0"})
    ]
    assert outcome(AGE, q="121") == [("q", "out-of-range", {"low": "0", "high": "120"})]


@pytest.mark.parametrize("typed", ["50.0", "50,0", "50.", "50.00", "50.0000", "٥٠٫٠"])
def test_a_number_that_is_whole_is_whole_however_it_is_written(typed):
    assert outcome(AGE, q=typed) == {"q": Decimal(50)}
    assert str(outcome(AGE, q=typed)["q"]) == "50"


def test_a_number_of_any_length_is_told_the_range():
    for typed in ("9" * 400, "9" * 5000, "-" + "٩" * 400):
        assert outcome(AGE, q=typed) == [("q", "out-of-range", {"low": "0", "high": "120"})]
    assert outcome(AGE, q="9" * 10_001) == [("q", "not-a-number", {})]


def test_large_numbers_are_told_in_groups_as_the_language_parts_them():
    told = {"de": "1.000.000", "en": "1,000,000", "fr": "1\u202f000\u202f000"}
    for language, million in told.items():
        assert outcome("## q: Q?\n\n[-9999..1000000]\n", language, q="1000001") == [
            ("q", "out-of-range", {"low": "\u22129999", "high": million})
        ]


@pytest.mark.parametrize(("language", "typed"), [("en", "1.5"), ("en", "1.000"), ("fr", "1.000")])
def test_decimals_that_may_be_thousands_are_a_mistake_even_if_they_are_zeros(language, typed):
    # Somebody who writes 1.000 for a thousand must not be taken to have said one.
    assert outcome(AGE, language, q=typed) == [("q", "too-many-decimals", {"decimals": "0"})]


def test_a_number_left_out_is_blank():
    assert outcome(AGE, q=" ") == {"q": BLANK}
    assert outcome(AGE.replace("you?", "you? {required}"), q=" ") == [("q", "required", {})]


DAY = "## q: Since when?\n\n[date]\n"
YEAR_2020 = "## q: When?\n\n[date 2020-01-01..2020-12-31]\n"


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("29", "2", "2020"), (" 29", "02 ", "2020"), ("٢٩", "٢", "٢٠٢٠"), ("۲۹", "۲", "۲۰۲۰")],
)
def test_a_date_is_three_numbers_in_digits_of_any_script(day, month, year):
    posted = {"q__day": day, "q__month": month, "q__year": year}
    assert outcome(YEAR_2020, "ar", **posted) == {"q": datetime.date(2020, 2, 29)}


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("29", "2", "2021"),
        ("1", "13", "2020"),
        ("1", "1", "20"),
        ("1", "1", "0020"),
        ("1", "", "2020"),
        ("1", "May", "2020"),
        ("²", "1", "2020"),
    ],
    ids=["no leap year", "no month", "two digits", "a slip in the year", "no month at all",
         "a month in words", "a raised digit"],
)  # fmt: skip
def test_what_is_no_date_is_a_mistake(day, month, year):
    assert outcome(DAY, q__day=day, q__month=month, q__year=year) == [("q", "not-a-date", {})]


def test_a_date_out_of_its_range_is_told_the_range_in_the_language():
    assert outcome(YEAR_2020, "de", q__day="1", q__month="1", q__year="2021") == [
        ("q", "date-out-of-range", {"first": "01.01.2020", "last": "31.12.2020"})
    ]


def test_a_date_left_out_is_blank():
    assert outcome(DAY, q__day="", q__month=" ", q__year="") == {"q": BLANK}


LONG = "## q: Why?\n\n____\n____\n"
SHORT = "## q: Why?\n\n____\n"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One\r\ntwo\rthree\nfour", "One\ntwo\nthree\nfour"),
        ("One\vtwo\u2028three\x85four", "One\ntwo\nthree\nfour"),
        ("  indented,\tand a space behind ", "  indented,\tand a space behind "),
        ("سبب 😀 e\u0301", "سبب 😀 e\u0301"),
    ],
)
def test_words_are_kept_as_they_were_typed_with_line_ends_of_one_kind(typed, kept):
    assert outcome(LONG, q=typed) == {"q": kept}


def test_a_short_text_is_one_line():
    assert outcome(SHORT, q="One\r\ntwo") == {"q": "One two"}


def test_nothing_but_spaces_is_blank():
    assert outcome(LONG, q=" \r\n\u00a0") == {"q": BLANK}
    assert outcome(LONG.replace("Why?", "Why? {required}"), q="\n") == [("q", "required", {})]


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\x93", "\ud800", "\uffff"])
def test_a_control_character_is_told_and_not_dropped(letter):
    assert outcome(LONG, q=f"a{letter}b") == [("q", "not-text", {})]


def test_a_text_is_never_cut_and_its_characters_are_counted_after_line_ends_are_one():
    bounded = LONG.replace("Why?", "Why? {max=5}")
    assert outcome(bounded, q="ab\r\ncd") == {"q": "ab\ncd"}
    assert outcome(bounded, q="abcdef") == [("q", "too-long", {"most": "5", "length": "6"})]
    assert outcome(bounded, q="😀" * 5) == {"q": "😀" * 5}


def test_a_text_without_a_bound_of_its_own_may_be_about_ten_pages_long():
    assert outcome(LONG, q="a" * 20_000) == {"q": "a" * 20_000}
    assert outcome(LONG, q="a" * 20_001) == [
        ("q", "too-long", {"most": "20000", "length": "20001"})
    ]


def test_words_beside_an_option_keep_to_the_same_rules():
    other = "## q: What?\n\n- ( ) a: A\n- ( ) b: Else ____\n"
    assert outcome(other, q="b", q__b__text="x\x00") == [("q.b.text", "not-text", {})]
    assert outcome(other, q="b", q__b__text="a" * 20_001) == [
        ("q.b.text", "too-long", {"most": "20000", "length": "20001"})
    ]
    assert outcome(other, q="b", q__b__text="x\ny") == {"q": "b", "q.b.text": "x y"}
