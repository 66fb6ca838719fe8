"""The words under a page's heading, read from their markup into what Typst is given.

A *block* is a paragraph or a list; a *run* is a piece of text in one weight. Nobody can follow a
link on paper, so its address stands behind its words.
"""

from __future__ import annotations

from typing import Any

from markdown_it.tree import SyntaxTreeNode

from rundfrage.manuscript.markup import markup_reader

_READER = markup_reader()
_LISTS = {"bullet_list": "bullets", "ordered_list": "numbers"}


def blocks(words: str) -> list[dict[str, Any]]:
    """The blocks of the words, as JSON values."""
    return _blocks(SyntaxTreeNode(_READER.parse(words)))


def _blocks(home: SyntaxTreeNode) -> list[dict[str, Any]]:
    return [
        {"kind": _LISTS[node.type], "items": [_blocks(item) for item in node.children]}
        if node.type in _LISTS
        else {"kind": "paragraph", "runs": _runs(node, strong=False, emphasis=False)}
        for node in home.children
    ]


def _runs(node: SyntaxTreeNode, *, strong: bool, emphasis: bool) -> list[dict[str, Any]]:
    if not node.children:
        text = node.content if node.type == "text" else " "
        return [{"text": text, "strong": strong, "emphasis": emphasis}]
    strong, emphasis = strong or node.type == "strong", emphasis or node.type == "em"
    runs = [
        run for child in node.children for run in _runs(child, strong=strong, emphasis=emphasis)
    ]
    if node.type == "link":
        address = str(node.attrs["href"]).removeprefix("mailto:")
        if address != "".join(str(run["text"]) for run in runs):
            runs.append({"text": f" ({address})", "strong": strong, "emphasis": emphasis})
    return runs
