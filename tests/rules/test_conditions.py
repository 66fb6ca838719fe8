"""Conditions: what they may say, what is refused and where, and that writing keeps them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import within
from rundfrage.errors import Problem, Where
from rundfrage.rules import (
    And,
    Answered,
    Compare,
    Condition,
    Contains,
    Count,
    Not,
    Or,
    atoms,
    fold,
    parse,
    write,
)

STRINGS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
NAMES = st.from_regex(r"[a-z_][a-z0-9_]{0,5}(\.[a-z0-9_-]{1,5})?", fullmatch=True) | STRINGS
OPERATORS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
NUMBERS = st.integers(-99_999, 99_999).map(float) | st.decimals(
    -99_999, 99_999, places=3, allow_nan=False
).map(lambda number: float(number) + 0.0)
ATOMS = st.one_of(
    st.builds(Compare, NAMES, OPERATORS, NUMBERS | STRINGS),
    st.builds(Contains, STRINGS, NAMES),
    st.builds(Answered, NAMES),
    st.builds(Count, NAMES, OPERATORS, st.integers(0, 99)),
)


def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    return st.one_of(
        st.lists(parts.filter(lambda one: not isinstance(one, And)), min_size=2, max_size=3).map(
            lambda found: And(tuple(found))
        ),
        st.lists(parts.filter(lambda one: not isinstance(one, Or)), min_size=2, max_size=3).map(
            lambda found: Or(tuple(found))
        ),
        st.builds(Not, parts),
    )


CONDITIONS = st.recursive(ATOMS, joined, max_leaves=8)


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("q10 <= 2", Compare("q10", "<=", 2.0)),
        ('q1 == "nein"', Compare("q1", "==", "nein")),
        ("q1 != 'nein'", Compare("q1", "!=", "nein")),
        ("q4.info <= 2", Compare("q4.info", "<=", 2.0)),
        ("temperature>-1.50", Compare("temperature", ">", -1.5)),
        ('"newsletter" in q9c', Contains("newsletter", "q9c")),
        ('"newsletter" not in q9c', Not(Contains("newsletter", "q9c"))),
        ("answered(q2)", Answered("q2")),
        ("count(q3) >= 2", Count("q3", ">=", 2)),
        ("not answered(q2)", Not(Answered("q2"))),
        (
            "answered(a) or answered(b) and answered(c)",
            Or((Answered("a"), And((Answered("b"), Answered("c"))))),
        ),
        (
            "(answered(a) or answered(b)) and answered(c)",
            And((Or((Answered("a"), Answered("b"))), Answered("c"))),
        ),
        (
            "answered(a) and (answered(b) and answered(c))",
            And((Answered("a"), Answered("b"), Answered("c"))),
        ),
        ("not answered(a) and answered(b)", And((Not(Answered("a")), Answered("b")))),
        (r'q1 == "a\"b\\c"', Compare("q1", "==", 'a"b\\c')),
        ('"How old are you?" >= 18', Compare("How old are you?", ">=", 18.0)),
        ("'Größe' == 'a b'", Compare("Größe", "==", "a b")),
        ('"mail" in "Which ones?"', Contains("mail", "Which ones?")),
        ('"mail" not in "and"', Not(Contains("mail", "and"))),
        (
            'answered("1. Why?") and count("2 b") > 1',
            And((Answered("1. Why?"), Count("2 b", ">", 1))),
        ),
    ],
)
def test_a_condition_means_what_it_says(words, condition):
    assert parse(words) == condition


@pytest.mark.parametrize(
    ("words", "code", "column"),
    [
        ("", "condition-syntax", 1),
        ("q10 <=", "condition-syntax", 7),
        ("q10 = 2", "condition-character", 5),
        ("since > 2020-12-31", "condition-character", 9),
        ("q10 ≤ 2", "condition-character", 5),
        ("q1 == nein", "condition-syntax", 7),
        ("q1 == “nein”", "condition-character", 7),
        ('q1 == "nein', "condition-quote", 7),
        ("q1 == 1 q2 == 2", "condition-syntax", 9),
        ("(q1 == 1", "condition-syntax", 9),
        ("q1 == 1)", "condition-syntax", 8),
        ("answered q2", "condition-syntax", 10),
        ("count(q3) >= 1.5", "condition-syntax", 14),
        ("and == 1", "condition-syntax", 1),
        ("q1 + 1 == 2", "condition-character", 4),
        ("q1 == 1 && q2 == 2", "condition-character", 9),
        ("__import__('os')", "condition-syntax", 11),
        ("q1 == 1234567890123456", "condition-number", 7),
        ("q1\n== 1", "condition-character", 3),
        ("q1 == 1 and", "condition-syntax", 12),
    ],
)
def test_a_wrong_condition_is_refused_with_its_column(words, code, column):
    with pytest.raises(Problem) as caught:
        parse(words, Where("questionnaire.md", 61, "q10b"))
    assert (caught.value.code, caught.value.where) == (code, Where("questionnaire.md", 61, "q10b"))
    assert f"column {column}" in caught.value.found


def test_a_message_says_how_to_mend():
    with pytest.raises(Problem) as caught:
        parse("q1 == nein")
    assert caught.value.mend == 'Write "nein" if you mean the answer of that name.'


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("(" * 1_000 + "answered(a)" + ")" * 900, "condition-too-deep"),
        ("not " * 400 + "answered(a)", "condition-too-deep"),
        ("answered(a) or " * 1_000_000 + "answered(a)", "condition-too-long"),
        ('"' + "\\" * 10_000_000, "condition-too-long"),
    ],
)
def test_no_condition_runs_away(words, code):
    def refused():
        with pytest.raises(Problem) as caught:
            parse(words)
        return caught.value.code

    assert within(50, refused) == (code, True)


@given(CONDITIONS)
def test_reading_what_was_written_gives_the_same_condition(condition):
    try:
        again = parse(write(condition))
    except Problem as problem:
        assert problem.code == "condition-too-deep"
        return
    assert (again, write(again)) == (condition, write(condition))


@given(st.text(max_size=60))
def test_any_words_are_a_condition_or_a_problem(words):
    try:
        condition = parse(words)
    except Problem:
        return
    assert parse(write(condition)) == condition


class Holds:
    """What a condition means for one respondent, whose answers are given."""

    def __init__(self, **answers):
        self.answers = answers

    def compare(self, variable, operator, value):
        answer = self.answers.get(variable)
        return (
            answer is not None
            and {
                "==": answer == value,
                "!=": answer != value,
                "<": answer < value,
                "<=": answer <= value,
                ">": answer > value,
                ">=": answer >= value,
            }[operator]
        )

    def contains(self, variable, category):
        return category in self.answers.get(variable, ())

    def answered(self, variable):
        return variable in self.answers

    def count(self, variable, operator, number):
        return Holds(n=len(self.answers.get(variable, ()))).compare("n", operator, number)

    def all_of(self, parts):
        return all(parts)

    def any_of(self, parts):
        return any(parts)

    def negation(self, part):
        return not part


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("q10 <= 2", True),
        ("q10 > 2", False),
        ("q10 <= 2 and not answered(q11)", True),
        ('"fest" in q3 or q11 == 1', True),
        ("q11 != 1", False),
        ("count(q3) >= 2", True),
    ],
)
def test_an_algebra_gives_a_condition_its_truth(words, holds):
    assert fold(parse(words), Holds(q10=2, q3=("fest", "kurse"))) is holds


def test_the_simple_conditions_come_from_left_to_right():
    condition = parse('not (q1 == 1 or "a" in b) and answered(c)')
    assert list(atoms(condition)) == [
        Compare("q1", "==", 1.0),
        Contains("a", "b"),
        Answered("c"),
    ]
