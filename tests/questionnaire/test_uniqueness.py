"""Attributes that single people out together are warned of at the planned number of answers."""

import math
import random
from collections import Counter
from fractions import Fraction
from itertools import product

import pytest

from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.checks.plan import Plan
from rundfrage.questionnaire.checks.uniqueness import expected_alone, most_alone
from rundfrage.questionnaire.markdown.read import read
from rundfrage.services import check as check_survey
from rundfrage.services import open_survey

HEAD = "---\nsurvey: a\ntitle: A\nlanguage: {language}\n---\n\n# One\n"
AGE = "\n## age: How old are you?{mark}\n\n" + "".join(
    f"- ( ) a{at}: Band {at}\n" for at in range(6)
)
SEX = "\n## sex: Your gender\n\n- ( ) f: Woman\n- ( ) m: Man\n- ( ) d: Another\n"
UNIT = "\n## unit: Which department do you work in?\n\n" + "".join(
    f"- ( ) u{at}: Department {at}\n" for at in range(8)
)
OPINION = "\n## trust: Which department do you trust most?\n\n- ( ) One\n- ( ) Two\n"


def warned(words: str, plan: Plan, language: str = "en") -> str:
    found = check(read(HEAD.format(language=language) + words, KINDS), "q.md", plan=plan)
    return " ".join(str(one.found) for one in found if one.code == "singles-people-out")


def test_the_expectation_is_what_drawing_people_gives():
    shares = [Fraction(1, 2), Fraction(3, 10), Fraction(19, 100), Fraction(1, 100)]
    chance = random.Random(5)
    alone = few = 0
    rounds = 4000
    for _ in range(rounds):
        drawn = Counter(chance.choices(range(4), [float(one) for one in shares], k=40))
        alone += sum(count == 1 for count in drawn.values())
        few += sum(count for count in drawn.values() if count < 5)
    counted = Counter(shares)
    assert expected_alone(40, counted) == pytest.approx(alone / rounds, abs=0.03)
    assert expected_alone(40, counted, 5) == pytest.approx(few / rounds, abs=0.1)
    assert expected_alone(7, Counter([Fraction(1, 10)] * 10), 8) == pytest.approx(7)


@pytest.mark.parametrize(("n", "cells"), [(10, 4), (10, 10), (10, 40), (484, 144), (3, 2)])
def test_no_way_to_spread_leaves_more_alone_than_the_worst_case(n, cells):
    chance = random.Random(n * cells)
    worst = most_alone(n, cells)
    for power in (0, 1, 3, 8):
        for _ in range(20):
            weights = [chance.random() ** power for _ in range(cells)]
            shares = Counter(Fraction(one / sum(weights)) for one in weights)
            assert expected_alone(n, shares) <= worst + 1e-9
    assert worst <= min(n, most_alone(None, cells) + n / cells + 1)


def test_what_was_never_planned_is_told_as_a_worst_case_that_says_so():
    assert warned(AGE.format(mark="") + SEX + UNIT, Plan()) == (
        "age, sex and unit together have 144 combinations: at worst some 53 people are the only "
        "ones with theirs (how many answer and how they spread isn't known)."
    )
    assert math.isclose(most_alone(None, 144), 143 / math.e)
    assert warned(AGE.format(mark="") + SEX, Plan(484)) == (
        "age and sex together have 18 combinations: at worst some 6 of 484 people are the only "
        "ones with theirs (how they spread isn't known)."
    )


EVEN = {f"a{at}": share for at, share in enumerate((17, 17, 17, 17, 16, 16))}


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        (AGE.format(mark=""), Plan(20)),
        (AGE.format(mark="") + OPINION, Plan(20)),
        (AGE.format(mark=" {identifying}") + SEX, Plan(20)),
        (AGE.format(mark="") + SEX, Plan(5000)),
        (AGE.format(mark="") + SEX, Plan(484, {"age": EVEN, "sex": {"f": 50, "m": 45}})),
    ],
    ids=["one", "an opinion", "marked", "many people", "even shares"],
)
def test_what_singles_nobody_out_is_passed_over(words, plan):
    assert warned(words, plan) == ""


def test_shares_that_are_known_count_instead_of_the_worst_case():
    rare = {
        "age": EVEN,
        "sex": {"f": 50, "m": 49, "d": 1},
        "unit": {f"u{at}": 12 for at in range(7)},
    }
    expected = sum(
        484 * one * (1 - one) ** 483
        for a, s, u in product(EVEN.values(), (50, 49, 1), [12] * 7 + [16])
        if (one := a / 100 * s / 100 * u / 100)
    )
    assert warned(AGE.format(mark="") + SEX + UNIT, Plan(484, rare)).startswith(
        f"age, sex and unit together: of 484 people some {round(expected)} are expected to be the "
        "only ones with their answers, and "
    )


@pytest.mark.parametrize(
    ("language", "age", "sex"),
    [
        ("de", "Wie alt sind Sie?", "Ihr Geschlecht"),
        ("fr", "Quel âge avez-vous ?", "Vous êtes de quel sexe ?"),
        ("pl", "Ile ma Pan lat?", "Płeć"),
        ("ru", "Сколько вам лет?", "Ваш пол"),
        ("uk", "Скільки вам років?", "Стать"),
        ("tr", "Kaç yaşındasınız?", "Cinsiyetiniz"),
        ("ar", "كم عمرك؟", "الجنس"),
        ("fa", "چند سال دارید؟", "جنسیت"),
    ],
)
def test_attributes_are_known_in_every_language(language, age, sex):
    words = AGE.format(mark="").replace("How old are you?", age) + SEX.replace("Your gender", sex)
    assert "18 combinations" in warned(words, Plan(484), language).replace("\u00a0", " ")


def test_the_plan_is_taken_from_settings_and_targets(tmp_path):
    def found() -> list[str]:
        every = check_survey(open_survey(tmp_path)).problems
        return [one.found for one in every if one.code == "singles-people-out"]

    words = HEAD.format(language="en") + AGE.format(mark="") + SEX
    (tmp_path / "questionnaire.md").write_text(words, encoding="utf-8")
    assert "how many answer" in found()[0]
    (tmp_path / "settings.toml").write_text("[field]\nrespondents = 484\n", encoding="utf-8")
    assert "6 of 484" in found()[0]
    ages = "".join(f'"age.{name}" = {share}\n' for name, share in EVEN.items())
    targets = f'n = 900\n[percent]\n{ages}"sex.f" = 50\n"sex.m" = 45\n"sex.d" = 5\n'
    (tmp_path / "targets.toml").write_text(targets, encoding="utf-8")
    assert found() == []
    (tmp_path / "settings.toml").unlink()
    (tmp_path / "targets.toml").write_text("n = 0\n", encoding="utf-8")
    assert "target-invalid" in [one.code for one in check_survey(open_survey(tmp_path)).problems]
