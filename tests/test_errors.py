import pytest

from rundfrage.errors import Problem, Where, raise_all


def problem(found, *, severity="error", line=None, further=()):
    return Problem(
        "a-code",
        where=Where(line=line),
        found=found,
        expected="nothing.",
        mend="Leave it.",
        severity=severity,
        further=further,
    )


@pytest.mark.parametrize(
    "name", ["code", "where", "found", "expected", "mend", "severity", "further"]
)
def test_what_a_problem_says_never_changes(name):
    one = problem("A")
    hashed = hash(one)
    with pytest.raises(AttributeError, match=f"{name} never changes"):
        setattr(one, name, "else")
    assert hash(one) == hashed
    assert one == problem("A")


def test_errors_are_raised_as_one_and_none_of_them_is_changed():
    first, second, third = problem("A", further=[problem("B")]), problem("C"), problem("D")
    warning = problem("W", severity="warning")
    with pytest.raises(Problem) as raised:
        raise_all([warning, first, second, third])
    assert [one.found for one in raised.value.all] == ["A", "B", "C", "D"]
    assert [one.further for one in raised.value.all] == [(), (), (), ()]
    assert first == problem("A", further=[problem("B")])
    assert (second, third) == (problem("C"), problem("D"))


def test_warnings_alone_raise_nothing():
    raise_all([])
    with pytest.raises(Problem):
        raise_all([problem("A")])
    raise_all([problem("W", severity="warning")])


def test_a_problem_is_placed_with_those_found_beside_it_and_keeps_its_cause():
    cause = ValueError("as it was")
    try:
        raise problem("A", line=1, further=[problem("B", line=2)]) from cause
    except Problem as caught:
        placed = caught.placed(lambda where: Where("file.md", where.line))
    assert [str(one.where) for one in placed.all] == ["file.md:1", "file.md:2"]
    assert placed.__cause__ is cause
    assert placed.__traceback__ is not None
