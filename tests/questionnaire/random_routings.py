"""Random small questionnaires, with faults of the routing planted in them."""

import random
from dataclasses import dataclass, replace

from kinds.kind_samples import SPECIMENS
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks.conditions import check_conditions
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.markdown.read import read
from rundfrage.rules.prove import AlwaysTrue, IdlePart, LockedIn, NeverReached, NeverShown

HEAD = """\
---
survey: s
title: T
language: en
scales:
  fit: [good, fair, bad]
---
"""
SMALL = {
    f"{kind.name}:{at}": small
    for kind, brought in SPECIMENS.items()
    for at, small in enumerate(brought.small)
}


@dataclass(frozen=True)
class Planted:
    """A questionnaire, its words to print if a test fails, and the faults (kind, name of stop)."""

    questionnaire: object
    words: str
    faults: frozenset


def planted(seed):
    """The same seed gives the same; conditions make sense, so that only the routing is wrong."""
    chance = random.Random(seed)
    while True:
        made = _Writer(chance).write()
        if not list(check_conditions(Ground(made.questionnaire, "q.md"))):
            return made


class _Writer:
    def __init__(self, chance):
        self.chance = chance
        self.lines = [HEAD]
        self.atoms = []
        self.asked = []
        self.faults = set()

    def write(self):
        for page in range(self.chance.randint(1, 3)):
            self.page(f"P{page}", self.maybe_condition(0.4))
            for _ in range(self.chance.randint(1, 2)):
                self.question(self.maybe_condition(0.6))
            end = self.maybe_condition(0.3)
            if end:
                self.page(f"E{page}", end, "screenout")
        plants = [self.never, self.never_by_routing, self.always, self.always_on_page,
                  self.idle, self.idle_deep, self.never_shown, self.behind_end,
                  self.behind_end_always]  # fmt: skip
        self.page("Plants", None)
        for plant in self.chance.sample(plants, 2):
            plant()
        locked = self.chance.random() < 0.3
        if locked:
            self.lines.append("## stuck: Choose {required}\n- [ ] a: A\n- [ ] b: B\n")
            self.faults.add((LockedIn, "stuck"))
        words = "".join(self.lines)
        questionnaire = read(words, KINDS)
        return Planted(_locked(questionnaire) if locked else questionnaire, words,
                       frozenset(self.faults))  # fmt: skip

    def page(self, title, condition, role=""):
        self.lines.append(f"# {title}{_braces(condition, role)}\n")

    def question(self, condition, *, kind=None, name=None, shows=""):
        small = SMALL[kind or self.chance.choice(list(SMALL))]
        name = name or f"q{len(self.asked)}"
        required = "required" if self.chance.random() < 0.4 else ""
        attributes = " ".join(filter(None, [small.attributes, required]))
        if self.asked and not shows and self.chance.random() < 0.2:
            shows = f"{{{{ {self.chance.choice(self.asked)} }}}}"
        self.lines.append(f"## {name}: Q {shows}{_braces(condition, attributes)}\n{small.lines}")
        self.atoms += [atom.format(name) for atom in small.conditions]
        self.asked.append(name + small.shown)

    def maybe_condition(self, likely):
        if not self.atoms or self.chance.random() > likely:
            return None
        return self.condition(self.chance.choice([1, 1, 2, 3]))

    def condition(self, size):
        if size == 1:
            atom = self.chance.choice(self.atoms)
            return atom if self.chance.random() < 0.8 else f"not ({atom})"
        word = self.chance.choice(["and", "or"])
        return f"({self.condition(1)} {word} {self.condition(size - 1)})"

    def free(self, name):
        """A question that anybody may leave blank."""
        self.lines.append(f"## {name}: Q\n- ( ) a: A\n- ( ) b: B\n- ( ) c: C\n")
        return name

    def never(self):
        one = self.free("n0")
        self.question(f'{one} == "a" and {one} == "b"', kind="text:0", name="n1")
        self.faults.add((NeverReached, "n1"))

    def never_by_routing(self):
        one = self.free("r0")
        self.question(f'{one} == "a"', kind="single:0", name="r1")
        self.question(f'answered(r1) and {one} != "a"', kind="text:0", name="r2")
        self.faults.add((NeverReached, "r2"))

    def always(self):
        one = self.free("t0")
        self.question(f'{one} == "a" or not ({one} == "a")', kind="text:0", name="t1")
        self.faults.add((AlwaysTrue, "t1"))

    def always_on_page(self):
        one = self.free("g0")
        self.page("Within", f'{one} == "b"')
        self.question(f'{one} != "a"', kind="text:0", name="g1")
        self.faults.add((AlwaysTrue, "g1"))
        self.page("After", None)

    def idle(self):
        one = self.free("i0")
        self.question(f'{one} == "a" and answered({one})', kind="text:0", name="i1")
        self.faults.add((IdlePart, "i1"))

    def idle_deep(self):
        one, other = self.free("d0"), self.free("d1")
        condition = f'{one} == "a" or {other} == "b" and ({one} == "c" or {one} == "a")'
        self.question(condition, kind="text:0", name="d2")
        self.faults.add((IdlePart, "d2"))

    def behind_end(self):
        one = self.free("b0")
        self.page("End", f'{one} == "a"', "screenout")
        self.page("Behind", None)
        self.question(f'{one} == "a"', kind="text:0", name="b1")
        self.faults.add((NeverReached, "b1"))

    def behind_end_always(self):
        one = self.free("c0")
        self.page("Out", f'{one} == "a" or {one} == "b"', "screenout")
        self.page("Still here", f'not ({one} == "b")')
        self.question(None, kind="text:0", name="c1")
        self.faults.add((AlwaysTrue, "Still here"))

    def never_shown(self):
        one = self.free("s0")
        self.question(f"not answered({one})", kind="text:0", name="s1", shows=f"{{{{ {one} }}}}")
        self.faults.add((NeverShown, "s1"))


def _braces(condition, attributes=""):
    pieces = [f"if='{condition}'"] if condition else []
    pieces += [attributes] if attributes else []
    return f" {{{' '.join(pieces)}}}" if pieces else ""


def _locked(questionnaire):
    """The questionnaire with bounds that no file could bring: the reader refuses them."""
    *pages, last = questionnaire.pages
    *others, stuck = last.questions
    stuck = replace(stuck, body=replace(stuck.body, min=3))
    return replace(questionnaire, pages=(*pages, replace(last, questions=(*others, stuck))))
