"""Quotas in the front matter: `young: 100 if age <= 29`."""

from __future__ import annotations

import re

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.front_matter import Entry
from rundfrage.questionnaire.markdown.labels import VALUE, bad_name
from rundfrage.questionnaire.model import Quota
from rundfrage.rules import parse
from rundfrage.rules import write as write_condition

_QUOTA = re.compile(r"([0-9]{1,9})\s+if\s+(.*)")


def read_quota(entry: Entry) -> Quota:
    """The quota of a line under `quotas:`; raises a Problem if it is none."""
    if not VALUE.fullmatch(entry.key):
        raise bad_name(entry.key, entry.line)
    words = entry.value if isinstance(entry.value, str) else f"[{', '.join(entry.value)}]"
    found = _QUOTA.fullmatch(words)
    most = int(found.group(1)) if found else 0
    if found is None or most == 0:
        raise Problem(
            "bad-quota",
            where=Where(line=entry.line),
            found=message(
                "The quota {key} reads {words}.",
                key=entry.key,
                words=words[:60] or message("(nothing)"),
            ),
            expected=message("name: number if condition, the number being at least 1."),
            mend=message('Write for example women: 100 if gender == "f"'),
        )
    return Quota(entry.key, most, parse(found.group(2), Where(line=entry.line)), entry.line)


def written(quota: Quota) -> str:
    """What stands behind the quota's name; the opposite of reading it."""
    return f"{quota.most} if {write_condition(quota.condition)}"
