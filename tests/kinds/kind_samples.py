"""What each kind brings along for its tests: its sample questions, and its specimens."""

from importlib import import_module
from importlib.resources import files

from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read

HEAD = """\
---
survey: one-of-each
title: One of each
language: en
sample: open
participation: open
required: none
scales:
  quality: [good, fair, poor]
  judged: [good, fair, poor, don't know {dk}, no answer {refused}, doesn't apply {code=99 na}]
---

# Page

"""


SPECIMENS = {
    kind: import_module(f"kinds.{kind.name}.{kind.name}_specimens").SPECIMENS for kind in KINDS
}
"""The specimens of every kind, in the order of the list."""


def samples(kind):
    """The Markdown of the kind's sample questions."""
    return (files("rundfrage.kinds") / kind.name / "samples.md").read_text("utf-8")


def asked(*kinds):
    """A questionnaire with the sample questions of these kinds, or of all."""
    return read(HEAD + "\n".join(map(samples, kinds or KINDS)), KINDS)
