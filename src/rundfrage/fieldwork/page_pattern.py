"""The pattern of a page: whether answers can be read, told from their text without reading them.

A text that fits can be read, and holds an answer of the right form to every variable. One that
doesn't may be right as well, and has to be read to find out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from rundfrage.codebook import Codebook, Missing, VariableType

_WORDS = r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"'
_NUMBER = r'"-?[0-9]{1,30}(?:\.[0-9]{1,30})?"'
# Every month has so many days; what comes later is read.
_DATE = r'"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"'
_SEVERAL = rf"\[(?:{_WORDS}(?:,{_WORDS})*)?\]"
_REASON = rf'\{{"missing":"(?:{"|".join(one.word for one in Missing)})"\}}'

_ANSWERS = {
    VariableType.NUMERIC: _NUMBER,
    VariableType.DATE: _DATE,
    VariableType.MULTIPLE: _SEVERAL,
}


def pattern_of(names: Iterable[str], codebook: Codebook) -> re.Pattern[str]:
    """The pattern of a page with answers to these variables, in that order, and to no others."""
    members = (
        f"{re.escape(json.dumps(name, ensure_ascii=False))}:"
        f"(?:{_REASON}|{_ANSWERS.get(codebook[name].type, _WORDS)})"
        for name in names
    )
    return re.compile(rf"\{{{','.join(members)}\}}")
