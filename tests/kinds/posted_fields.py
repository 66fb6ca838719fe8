"""What a kind makes of posted fields, in few words for tests that read like examples."""

from rundfrage.codebook import Missing
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read

BLANK = Missing.LEFT_BLANK
HEAD = """\
---
survey: choices
title: Choices
language: en
sample: open
required: none
scales:
  quality: [good, fair, poor]
---

# Page

"""


def outcome(words, language="en", **posted):
    """What is made of the fields: the answers, or the mistakes as (control, code, values).

    The question is the last of the words. A field `q__talk` stands for `q.talk`.
    """
    question = read(HEAD + words, KINDS).questions[-1]
    fields = {
        name.replace("__", "."): (values,) if isinstance(values, str) else values
        for name, values in posted.items()
    }
    parsed = question.kind.parse(question, fields, language)
    if parsed.mistakes:
        return [(one.control, one.code, dict(one.values)) for one in parsed.mistakes]
    return dict(parsed.answers)
