"""Every wording has its section in the reference, and no section is without its wording."""

import re
from pathlib import Path

from rundfrage.report.claims.wordings import NAMES

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "claims.md"


def test_every_wording_is_documented_with_an_example():
    text = PAGE.read_text("utf-8").partition("\n## Wordings\n")[2].partition("\n## ")[0]
    sections = dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^### |\Z)", text, re.MULTILINE | re.DOTALL))
    assert tuple(sections) == NAMES
    others = {"largest", "most"}
    assert [one for one in NAMES if f"{{{one}" not in sections[one] and one not in others] == []
