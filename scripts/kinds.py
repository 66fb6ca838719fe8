"""Writes the page of all kinds of questions, made of the table that each kind's own begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from rundfrage.kinds import KINDS

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "kinds"
FACTS = ("kind", "answer lines", "attributes", "becomes", "is taken", "is a mistake")
"""The rows of the table that the page of each kind begins with."""
_ROW = re.compile(r"^\| ([a-z ]+) \| (.+) \|$", flags=re.MULTILINE)
_HEAD = """\
# Kinds of questions

The answer lines under a question make its kind.

"""
_ANSWERED = """
## How they are answered

What counts as no answer, and how numbers and words are read, stands in
[how answers are taken](../answers.md).

"""


def main() -> None:
    """Write it."""
    pages = {kind.name: (FOLDER / f"{kind.name}.md").read_text("utf-8") for kind in KINDS}
    file = FOLDER / "README.md"
    file.write_text(list_of(pages), encoding="utf-8", newline="\n")
    print(f"Written: {file}")


def facts(page: str) -> dict[str, str]:
    """The table that the page of a kind begins with, by its first column."""
    return dict(_ROW.findall(page.split("\n## ", maxsplit=1)[0]))


def list_of(pages: Mapping[str, str]) -> str:
    """The page of all kinds, made of the pages of each by its name."""
    rows = [{**facts(page), "kind": f"[`{name}`]({name}.md)"} for name, page in pages.items()]
    lines = _table(rows, ("answer lines", "kind", "attributes", "becomes"))
    return _HEAD + lines + _ANSWERED + _table(rows, ("kind", "is taken", "is a mistake"))


def _table(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> str:
    lines = [columns, ["---"] * len(columns), *([row[one] for one in columns] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
