"""Prints the table of who learns what into the pages of the documentation that hold it."""

import re
from pathlib import Path

from rundfrage.fieldwork.knowledge import Holding, Manner, manners, rows, scores

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "explanation" / "anonymity.md"
_PLACE = r"(<!-- {0} -->\n).*?(<!-- end of {0} -->)"


def table() -> str:
    """The table in Markdown."""
    lines = [f"| they have | {' | '.join(manners())} |", "|---" * (len(Manner) + 1) + "|"]
    lines += [f"| {row.holding} | {' | '.join(row.cells)} |" for row in rows()]
    return "\n".join(lines)


def figures() -> str:
    """All figures of the attacks, in Markdown."""
    lines = [
        "| they have | come in by | database | fact | right | of | share | bound | chance |",
        "|---" * 9 + "|",
    ]
    words = dict(zip(Holding, (row.holding for row in rows()), strict=True))
    for one in scores():
        if one.guesses:
            among = ", ".join(one.manners)
            lines.append(
                f"| {words[one.holding]} | {among} | {one.database} | {one.fact} | {one.right} "
                f"| {one.guesses} | {one.share:.2%} | {one.bound:.2%} | {one.chance:.2%} |"
            )
    return "\n".join(lines)


def filled(page: str) -> str:
    """The page with the table and the figures in their places."""
    for name, words in (("who learns what", table()), ("figures", figures())):
        place = re.compile(_PLACE.format(name), re.DOTALL)
        page = place.sub(lambda found, words=words: f"{found[1]}\n{words}\n\n{found[2]}", page)
    return page


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(f"Written: {PAGE}")
