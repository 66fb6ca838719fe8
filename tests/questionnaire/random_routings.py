"""Random small questionnaires, with faults of the routing planted in them."""

import random
from dataclasses import dataclass, replace

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
SINGLE = '{0} == "a"', '{0} != "a"', "{0} == 2"
BODIES = {
    "single": ("- ( ) a: A\n- ( ) b: B\n", SINGLE),
    "unsure": ("- ( ) a: A\n- ( ) b: B\n- ( ) no: No idea {code=98 dk}\n",
               (*SINGLE, "answered({0})")),
    "other": (
        "- ( ) a: A\n- ( ) b: Other: ____\n",
        (*SINGLE, "answered({0}.b.text)", '{0}.b.text == "x"'),
    ),
    "multiple": (
        "- [ ] a: A\n- [ ] b: B\n- [-] c: None\n",
        ('"a" in {0}', '"c" in {0}', '"b" not in {0}', "count({0}) >= 2", "count({0}) == 1",
         "answered({0})"),
    ),
    "bounded": (
        "- [ ] a: A\n- [ ] b: B\n- [ ] c: C\n",
        ('"a" in {0}', "count({0}) > 2", "count({0}) < 2", "count({0}) != 2"),
    ),
    "scale": ("(fit)\n", ("{0} <= 2", "{0} > 1", '{0} == "2"', "{0} != 3")),
    "grid": ("(fit)\n- u: U\n- v: V\n", ("{0}.u <= 2", "{0}.v > 2", "answered({0}.v)")),
    "number": ("[0..3 years]\n", ("{0} >= 2", "{0} < 1.5", "{0} == 3", "{0} != 0", "{0} == 1.5")),
    "decimal": ("[0.0..0.4 kg]\n", ("{0} > 0.2", "{0} <= 0.1", "{0} > 0.3", "{0} < 0.4")),
    "nps": ("(0..10 no .. yes)\n", ("{0} >= 9", "{0} < 7", "{0} == 10")),
    "date": (
        "[date 2024-02-28..2024-03-01]\n",
        ('{0} > "2024-02-28"', '{0} == "2024-02-29"', '{0} < "2024-03-01"', '{0} >= "2024-03-01"'),
    ),
    "text": ("____\n", ('{0} == "x"', '{0} != "x"', '{0} == "y"', "answered({0})")),
    "ranking": ("1. u: U\n2. v: V\n", ("{0}.u == 1", "{0}.v == 1", "{0}.u > 1", "answered({0}.u)")),
    "podium": ("1. u: U\n2. v: V\n3. w: W\n", ("{0}.u == 1", "{0}.w >= 2", "answered({0}.v)")),
}  # fmt: skip
ATTRIBUTES = {"bounded": "min=2", "podium": "max=2", "nps": "nps"}


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
        kind = kind or self.chance.choice(list(BODIES))
        name = name or f"q{len(self.asked)}"
        body, atoms = BODIES[kind]
        required = "required" if self.chance.random() < 0.4 else ""
        attributes = " ".join(filter(None, [ATTRIBUTES.get(kind, ""), required]))
        if self.asked and not shows and self.chance.random() < 0.2:
            shows = f"{{{{ {self.chance.choice(self.asked)} }}}}"
        self.lines.append(f"## {name}: Q {shows}{_braces(condition, attributes)}\n{body}")
        self.atoms += [atom.format(name) for atom in atoms]
        first = {"grid": ".u", "ranking": ".u", "podium": ".u"}.get(kind, "")
        self.asked.append(name + first)

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
        self.question(f'{one} == "a" and {one} == "b"', kind="text", name="n1")
        self.faults.add((NeverReached, "n1"))

    def never_by_routing(self):
        one = self.free("r0")
        self.question(f'{one} == "a"', kind="single", name="r1")
        self.question(f'answered(r1) and {one} != "a"', kind="text", name="r2")
        self.faults.add((NeverReached, "r2"))

    def always(self):
        one = self.free("t0")
        self.question(f'{one} == "a" or not ({one} == "a")', kind="text", name="t1")
        self.faults.add((AlwaysTrue, "t1"))

    def always_on_page(self):
        one = self.free("g0")
        self.page("Within", f'{one} == "b"')
        self.question(f'{one} != "a"', kind="text", name="g1")
        self.faults.add((AlwaysTrue, "g1"))
        self.page("After", None)

    def idle(self):
        one = self.free("i0")
        self.question(f'{one} == "a" and answered({one})', kind="text", name="i1")
        self.faults.add((IdlePart, "i1"))

    def idle_deep(self):
        one, other = self.free("d0"), self.free("d1")
        condition = f'{one} == "a" or {other} == "b" and ({one} == "c" or {one} == "a")'
        self.question(condition, kind="text", name="d2")
        self.faults.add((IdlePart, "d2"))

    def behind_end(self):
        one = self.free("b0")
        self.page("End", f'{one} == "a"', "screenout")
        self.page("Behind", None)
        self.question(f'{one} == "a"', kind="text", name="b1")
        self.faults.add((NeverReached, "b1"))

    def behind_end_always(self):
        one = self.free("c0")
        self.page("Out", f'{one} == "a" or {one} == "b"', "screenout")
        self.page("Still here", f'not ({one} == "b")')
        self.question(None, kind="text", name="c1")
        self.faults.add((AlwaysTrue, "Still here"))

    def never_shown(self):
        one = self.free("s0")
        self.question(f"not answered({one})", kind="text", name="s1", shows=f"{{{{ {one} }}}}")
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
