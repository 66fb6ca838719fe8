"""What is true of a survey, computed by counting through its answers, without a table."""

from __future__ import annotations

from fractions import Fraction

from any_survey import MISSING, AnySurvey

from rundfrage.report.claims import Assertion, Binding

NETS = {"q1.nah": ("c1", "c2")}
TOP, BOTTOM = ("c1", "c2"), ("c4", "c5")
ORDERED = {"q1": ("c1", "c2", "c3"), "q3": ("c1", "c2")}
"""The answers that are ranked; "other" and "none" are not."""
GRIDS = {"q4": ("q4.a", "q4.b", "q4.c"), "q6": ("q6.a", "q6.b")}


class Suppressed(Exception):
    """So few answered that nothing may be said."""


def value(survey: AnySurvey, path: str) -> Fraction | None:
    """The number of a binding for everybody; None if nobody answered."""
    if path == "study.n":
        return Fraction(len(survey.answers["q1"]))
    name = next(one for one in sorted(survey.answers, key=len, reverse=True)
                if path == one or path.startswith(f"{one}."))  # fmt: skip
    rest = path.removeprefix(name).removeprefix(".") or "mean"
    given = survey.answers[name]
    answers = [one for one in given if one not in MISSING]
    if 0 < len(answers) < 5:
        raise Suppressed
    if rest == "n":
        return Fraction(len(answers))
    if rest == "asked":
        return Fraction(len(given) - given.count("-"))
    if not answers:
        return None
    if rest in ("mean", "median", "nps", "low", "high"):
        return _of_numbers(rest, sorted(Fraction(one.removeprefix("c")) for one in answers))
    if name == "q5":
        low, high = {"promoters": (9, 10), "passives": (7, 8), "detractors": (0, 6)}.get(
            rest, (rest, rest)
        )
        return _share(sum(int(low) <= int(one) <= int(high) for one in answers), answers)
    wanted = NETS.get(path, {"top2": TOP, "bottom2": BOTTOM}.get(rest, (rest,)))
    if name in ("q6.a", "q6.b", "q7"):
        return _share(sum(Fraction(one) == Fraction(rest) for one in answers), answers)
    return _share(sum(bool(set(one.split()) & set(wanted)) for one in answers), answers)


def order(survey: AnySurvey, binding: Binding) -> list[tuple[str, Fraction]]:
    """The answers or items that the binding's contest ranks, the one in front first."""
    head, _, rest = binding.path.partition(".")
    if head in GRIDS:
        rest = binding.path.removeprefix(_item(binding.path)).removeprefix(".") or "mean"
        paths = {item: f"{item}.{rest}" for item in GRIDS[head]}
    else:
        paths = {f"{head}.{one}": f"{head}.{one}" for one in ORDERED[head]}
    found = {}
    for name, path in paths.items():
        try:
            found[name] = value(survey, path)
        except Suppressed:
            if name == _item(binding.path) or len(paths) == len(_suppressed(survey, paths)):
                raise
    sign = -1 if head in GRIDS and rest == "mean" else 1
    ranked = [(name, number * sign) for name, number in found.items() if number is not None]
    return sorted(ranked, key=lambda one: -one[1])


def _suppressed(survey: AnySurvey, paths: dict[str, str]) -> list[str]:
    few = []
    for path in paths.values():
        try:
            value(survey, path)
        except Suppressed:
            few.append(path)
    return few


def holds(survey: AnySurvey, said: Assertion) -> bool:  # noqa: PLR0911
    """True if the wording says what is so (whether it says too little is not asked)."""
    if said.name in ("over", "under", "about"):
        limit = Fraction(said.argument)
        numbers = [_percent(survey, one.path) for one in said.bindings]
        if said.name == "over":
            return all(number > limit for number in numbers)
        if said.name == "under":
            return all(number < limit for number in numbers)
        return all(abs(number - limit) <= 2 for number in numbers)
    if said.name in ("half", "third", "quarter", "two thirds", "three quarters"):
        whole = {"half": "1/2", "third": "1/3", "quarter": "1/4", "two thirds": "2/3",
                 "three quarters": "3/4"}[said.name]  # fmt: skip
        return all(abs(_share_of(survey, one) - Fraction(whole)) <= Fraction(3, 100)
                   for one in said.bindings)  # fmt: skip
    if said.name == "majority":
        return all(_share_of(survey, one) > Fraction(1, 2) for one in said.bindings)
    if said.name == "of10":
        return any(all(abs(_share_of(survey, one) * 10 - k) <= Fraction(1, 4)
                       for one in said.bindings) for k in range(11))  # fmt: skip
    ranked = order(survey, said.bindings[0])
    own = [number for name, number in ranked if name == _item(said.bindings[0].path)]
    if said.name in ("first", "largest", "most"):
        none = ("q3.c3", "q3.c4") if said.bindings[0].path.startswith("q3.") else ()
        more = own != [] and any((value(survey, one) or 0) > own[0] for one in none)
        equal = [number for _, number in ranked].count(own[0]) if own else 0
        return own != [] and not more and equal == 1 and own[0] == ranked[0][1]
    if said.name == "last":
        return own != [] and [n for _, n in ranked].count(own[0]) == 1 and own[0] == ranked[-1][1]
    if said.name == "rank":
        return own != [] and sum(n > own[0] for _, n in ranked) + 1 == int(said.argument)
    raise AssertionError(said.name)


def _item(path: str) -> str:
    head = path.partition(".")[0]
    if head not in GRIDS:
        return path
    return next((item for item in GRIDS[head] if path.startswith(item)), head)


def _percent(survey: AnySurvey, path: str) -> Fraction:
    number = value(survey, path)
    assert number is not None
    plain = path.rpartition(".")[2] in ("mean", "median", "n", "asked", "nps")
    return number if plain else number * 100


def _share_of(survey: AnySurvey, binding: Binding) -> Fraction:
    number = value(survey, binding.path)
    assert number is not None
    return number


def _share(count: int, answers: list[str]) -> Fraction:
    return Fraction(count, len(answers))


def _of_numbers(rest: str, numbers: list[Fraction]) -> Fraction:
    n = len(numbers)
    if rest == "mean":
        return sum(numbers, Fraction(0)) / n
    if rest == "median":
        return (numbers[(n - 1) // 2] + numbers[n // 2]) / 2
    if rest == "nps":
        return Fraction(100 * (sum(x >= 9 for x in numbers) - sum(x <= 6 for x in numbers)), n)
    return numbers[0] if rest == "low" else numbers[-1]
