"""What the proofs of the routing cost: a questionnaire of 500 questions with 300 conditions.

Run it with `python benchmarks/routing.py [questions] [conditions]`. It writes a questionnaire with
questions of every kind, on pages of five; every condition joins one to three comparisons with
random earlier questions, so that the conditions build on each other. It is read and proved five
times; printed are the medians, the ratio of proving to reading, and the time to find paths through
all questions.

The target: under 10 seconds for the proof, the loading of the solver included.
"""

from __future__ import annotations

import random
import sys
import time
from statistics import median

from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import route_of
from rundfrage.questionnaire.checks.routing import check_routing
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.model import Questionnaire

QUESTIONS = 500
CONDITIONS = 300
RUNS = 5
MOST_SECONDS = 10
HEAD = """\
---
survey: large
title: A large questionnaire
language: en
scales:
  fit: [very good, good, fair, bad, very bad]
---
"""
KINDS_OF_QUESTION = (
    (
        "- ( ) a: A\n- ( ) b: B\n- ( ) c: C\n- ( ) d: D\n- ( ) no: Don't know {code=98 dk}\n",
        ('{} == "{abcd}"', '{} != "{abcd}"'),
    ),
    (
        "- [ ] a: A\n- [ ] b: B\n- [ ] c: C\n- [ ] d: D\n- [-] e: None\n",
        ('"{abcd}" in {}', '"{abcd}" not in {}', "count({}) >= 2"),
    ),
    ("(fit)\n", ("{} <= {234}", "{} > {234}")),
    ("(fit)\n- u: U\n- v: V\n- w: W\n", ("{}.u <= {234}", "{}.v > {234}")),
    ("[16..99 years]\n", ("{} >= {23456}0", "{} < {23456}5")),
    ("(0..10 no .. yes)\n", ("{} >= {789}", "{} <= {456}")),
    ("[date 2020-01-01..2026-12-31]\n", ('{} >= "202{12345}-07-01"',)),
    ("____\n", ("answered({})", "not answered({})")),
    ("1. u: U\n2. v: V\n3. w: W\n4. x: X\n", ("{}.u == 1", "{}.v <= 2")),
)


def large(questions: int, conditions: int) -> str:
    """The words of the questionnaire; the same numbers give the same."""
    chance = random.Random(1)
    conditional = set(chance.sample(range(questions // 10, questions), conditions))
    lines = [HEAD]
    comparisons: list[str] = []
    for number in range(questions):
        if number % 5 == 0:
            lines.append(f"# Page {number // 5 + 1}\n")
        body, forms = KINDS_OF_QUESTION[number % len(KINDS_OF_QUESTION)]
        attributes = []
        if number in conditional:
            some = chance.sample(comparisons, chance.choice([1, 2, 2, 3]))
            attributes.append(f"if='{chance.choice([' and ', ' or ']).join(some)}'")
        if chance.random() < 1 / 4:
            attributes.append("required")
        braces = f" {{{' '.join(attributes)}}}" if attributes else ""
        lines.append(f"## q{number}: Question {number}{braces}\n{body}")
        comparisons += [filled(form, f"q{number}", chance) for form in forms]
    return "".join(lines)


def filled(form: str, name: str, chance: random.Random) -> str:
    """The comparison with the name and one of the letters in its other braces."""
    head, _, rest = form.replace("{}", name).partition("{")
    letters, _, tail = rest.partition("}")
    return f"{head}{chance.choice(letters)}{tail}" if letters else head


def seconds(start: float) -> float:
    """How long it is since the start."""
    return time.perf_counter() - start


def main(questions: int = QUESTIONS, conditions: int = CONDITIONS) -> int:
    """Print how long it takes; 1 if that is too long."""
    words = large(questions, conditions)
    reading, proving = [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        questionnaire = read(words, KINDS)
        reading.append(seconds(start))
        start = time.perf_counter()
        problems = list(check_routing(Ground(questionnaire, "large.md")))
        proving.append(seconds(start))
    codes = [problem.code for problem in problems]
    print(f"{questions} questions, {conditions} conditions, {len(words.splitlines())} lines")
    print(f"read     {median(reading):6.3f} s")
    print(f"proved   {max(proving):6.3f} s at most, {median(proving):6.3f} s as a rule")
    print(f"ratio    {median(proving) / median(reading):6.1f} (proving to reading)")
    print(f"findings {', '.join(f'{codes.count(code)} {code}' for code in sorted(set(codes)))}")
    paths(questionnaire)
    return int(max(proving) > MOST_SECONDS)


def paths(questionnaire: Questionnaire) -> None:
    """Print how long it takes to find paths through all questions."""
    from rundfrage.rules.cover import cover  # noqa: PLC0415 - the proof is timed with its loading

    route = route_of(Ground(questionnaire, "large.md"))
    start = time.perf_counter()
    found = cover(route.stops, route.questions)
    print(
        f"paths    {seconds(start):6.3f} s for {len(found.paths)} paths"
        f"{', the fewest' if found.smallest else ''}"
    )


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
