"""Blots out the numbers of a text that say nothing about the survey.

Question and page numbers, numbers of respondents and the quotations they lead, what stands in
quotation marks, codes of scales, times, addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = (
    r"(?i:(?:confidence|credible)\s+(?:interval|limit)s?|intervals?|intervalle?n?s?"
    r"|(?:konfidenz|vertrauens)(?:intervalle?n?s?|bereiche?n?))\b"
)
_SHORT = r"(?:CIs?|KIs?)\b"
"""KI is artificial intelligence as well: it is an interval behind a level alone."""
LEVELLED = re.compile(rf"\s*[-–]?\s*{_WORD}")
"""What begins with the word for an interval, before which its level stands."""
LEVELS = frozenset({80, 90, 95, 98, 99})
_AT = r"(?:80|9[0589])(?:[.,]\d+)?[-\s]?%?"
_BETWEEN = r"\s*(?:[:=(\[]|von|from|of)?\s*"
_NUMBER = r"[-−]?\d(?:[\d.,]*\d)?(?:\s?%)?"
_SPAN = rf"{_NUMBER}\s?(?:[-–—]|to|bis)\s?{_NUMBER}"
_RANGE = rf"{_NUMBER}(?:\s?(?:[-–—]|to|bis)\s?|\s?[,;]\s|\s(?:and|und)\s){_NUMBER}"
_LEVEL = r"(?i:confidence\s+levels?|(?:konfidenz|vertrauens|signifikanz)niveaus?)\b"
_SURE = re.compile(rf"\b(?:{_WORD}|{_LEVEL})|{_AT}[-\s]*{_SHORT}")
"""A text in which it stands says how sure numbers are: a range in it is an interval."""
_MARGIN = (
    r"(?:margins?\s+of\s+error|error\s+margins?|fehler(?:spannen?|margen?|bereiche?|toleranz)"
    r"|schwankungsbreiten?|stichprobenfehler|sampling\s+error|standard\s*(?:error|fehler))"
)
_MARKS = {"„": '“”"', "“": "”", "»": "«", "«": "»", "‚": "‘’", "”": "”"}
_APART = (
    # question numbers, parts, pages and the like
    re.compile(
        r"\b(?:frage[n]?|question[s]?|item|nr\.?|no\.|nummer|number|teil|part|folie|slide|seite|"
        r"page|abb(?:ildung|\.)?|figure|fig\.|tabelle|table|tab\.|kapitel|chapter|abschnitt|"
        r"section|anhang|version|stand|paragraph|§)\s*\d+(?:\.\d+)*\s?[a-z]?\b"
        r"(?:\s?(?:von|of|/|bis|und|and|–|-)\s?\d+[a-z]?\b(?!\s*%))?",
        re.IGNORECASE,
    ),
    re.compile(r"\b[QF]\d+[a-z]?\b"),
    # scale codes: 1 = sehr gut, 2 – gut; (1 bis 5)
    re.compile(r"(?<![\d.,=]\s)(?<![\d.,=])\b\d{1,2}\s?(?:=|–|—|-|:)\s?(?=[^\W\d_]{2})"),
    re.compile(r"\b(?:skala|scale|stufen?|steps?)\s+(?:von|from|of|der|the)?\s*\d+\s?"
               r"(?:bis|to|–|-|und|and)\s?\d+", re.IGNORECASE),
    re.compile(r"\b(?:stufen?|steps?|code[s]?)\s+\d+(?:\s?(?:,|bis|to|und|and|–|-)\s?\d+)*",
               re.IGNORECASE),
    # the key of bracketed numbers: "In square brackets: fewer than 30 who answered"
    re.compile(r"\bin (?:square brackets|eckigen klammern)\s*:[^·;.\n]*", re.IGNORECASE),
    re.compile(r"\b(?:results of fewer than|ergebnisse von weniger als)\s+\d+", re.IGNORECASE),
    # how sure a number is: "(95% CI 33–44%)", "95 %-Konfidenzintervall", "±3 points"
    re.compile(rf"\b{_AT}[-\s]*(?:{_WORD}|{_SHORT})(?:{_BETWEEN}{_RANGE})?"),
    re.compile(rf"\b{_WORD}{_BETWEEN}{_RANGE}"),
    re.compile(rf"\binterval(?:\[[^\]]*\])?\s*=\s*(?:±\s?\d[\d.,]*|{_RANGE})"),
    re.compile(rf"^\s*\[?\s*{_SPAN}\s*\]?\s*$"),
    re.compile(rf"\b{_LEVEL}\s*(?:von|of|:)?\s*\d{{2}}(?:[.,]\d+)?\s?%?"),
    # numbers of groups, by their bindings: "q4.yes[area=north] = 48%"
    re.compile(r"[^\W\d]\w*(?:\.\w+)*\[[^\]\n]+\](?:\.\w+)*\s*=\s*\[?\d[\d.,]*\s?%?"),
    re.compile(r"(?:±|\+\s?/\s?[-−–])\s?\d[\d.,]*(?:\s?%)?"),
    re.compile(rf"\b{_MARGIN}(?:\s(?:of|is|von|beträgt|liegt bei|um))?\s*[:=(]?\s*"
               r"\d[\d.,]*(?:\s?%)?", re.IGNORECASE),
    # times, addresses, telephone numbers
    re.compile(r"\b\d{1,2}[:.]\d{2}\s?(?:uhr|h|am|pm)\b", re.IGNORECASE),
    re.compile(r"https?://\S+|www\.\S+|\S+@\S+"),
    re.compile(r"(?<!\d)(?:\+\d{2}|0\d{2,5})[\s/-]\d[\d\s/-]{4,}"),
)  # fmt: skip
_INTERVALS = (
    re.compile(r"(?<![\w.,])\d[\d.,]*\s?%?\s?[-–—]\s?\d[\d.,]*\s?%"),
    re.compile(rf"(?<=\()\s*{_SPAN}(?=[\s,;)])"),
)
"""Ranges that are intervals in a text that says how sure numbers are, and claims elsewhere."""
_RESPONDENT = re.compile(r"(?:^|\t|\n)\s*\(?\d{1,5}\)(?=\s*\S)")
_LISTED = re.compile(r"^\s*\d{1,3}[.)](?=\s+[^\W\d])")


@lru_cache(maxsize=16384)
def masked(text: str) -> str:
    """The text with what is no figure blotted out; every other letter stays in its place."""
    signs = list(text)

    def blot(start: int, end: int) -> None:
        for place in range(start, end):
            if signs[place].isalnum() or signs[place] in "%.,":
                signs[place] = "\x1f"

    if _RESPONDENT.search(text):
        # Whatever follows the number of a respondent are that respondent's words.
        for found in _RESPONDENT.finditer(text):
            end = text.find("\t", found.end())
            blot(found.start(), len(text) if end < 0 else end)
    if listed := _LISTED.match(text):
        blot(*listed.span())
    for start, end in quoted_spans(text):
        blot(start, end)
    for pattern in (*_APART, *(_INTERVALS if _SURE.search(text) else ())):
        for found in pattern.finditer("".join(signs)):
            blot(*found.span())
    return "".join(signs)


def quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks, outermost pairs only; a mark without a partner is none."""
    stack: list[tuple[str, int]] = []
    # Guillemets point outwards in French, and inwards in German.
    opening = "„«‚" if 0 <= text.find("«") < text.find("»") else "„»‚"
    for place, sign in enumerate(text):
        if stack and sign in _MARKS.get(stack[-1][0], stack[-1][0]):
            _, start = stack.pop()
            if not stack:
                yield start, place + 1
        elif sign in opening or (sign == "“" and not _closes(text, place)):
            stack.append((sign, place))
        elif sign == '"' and not _closes(text, place):
            end = text.find('"', place + 1)
            if end > 0 and not stack:
                stack.append(('"', place))


def _closes(text: str, place: int) -> bool:
    """True if a mark stands behind a word and not before one."""
    after = text[place + 1 : place + 2]
    before = text[place - 1 : place] if place else " "
    return not before.isspace() and before != "(" and not after.isalnum()
