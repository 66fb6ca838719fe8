"""LimeSurvey's CSV export of answers with full headings: `code[item]. question [item]`.

Columns that share a code are a grid, a multiple choice or a ranking. An empty cell is an answer
left blank: the export doesn't tell it from a question the routing led past. The export's unnamed
first column, an index, is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from rundfrage.codebook import Codebook, Study
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.decoding import read_cells
from rundfrage.dataset.delimited import header, read_delimited
from rundfrage.dataset.files.csv import is_text, read_sidecar, require_names
from rundfrage.dataset.files.format import Format
from rundfrage.dataset.headings import Heading
from rundfrage.dataset.inference import infer
from rundfrage.dataset.renaming import renamed
from rundfrage.text import Text

_HEADING = re.compile(
    r"(?P<code>[A-Za-z]\w*)(?:\[(?P<item>[^\]]+)\](?:\[(?P<scale>[^\]]+)\])?)?"
    r"\.\s(?P<words>.*)",
    re.DOTALL,
)
HALF = 0.5


def recognises(path: Path) -> bool:
    """True if most of the column names are LimeSurvey headings."""
    if not is_text(path):
        return False
    names = header(path)
    fitting = sum(bool(_HEADING.fullmatch(name)) for name in names)
    return fitting > len(names) * HALF


def read(path: Path, codebook: Codebook | None) -> Dataset:
    """The answers of the export, by a codebook given or beside it, else by what they look like."""
    columns, delimiter = read_delimited(path)
    named = [cells for cells in columns if cells.name.strip("\ufeff ")]
    headings = _alone([_heading(cells.name) for cells in named])
    codebook = codebook or read_sidecar(path)
    if codebook is not None:
        return read_cells(codebook, renamed(codebook, headings, named), str(path))
    require_names([heading.name for heading in headings], path)
    study = Study(path.stem, Text.of(path.stem))
    return infer(headings, named, study, str(path), comma=delimiter == ";")


def _heading(name: str) -> Heading:
    match = _HEADING.fullmatch(name.strip())
    if not match:
        return Heading(name, name)
    code, item, words = match["code"], match["item"], match["words"].strip()
    if item is None:
        return Heading(code, words)
    if match["scale"]:
        item = f"{item}.{match['scale']}"
    question, label = _split(words)
    return Heading(f"{code}.{item}", question, code, item, label)


def _split(words: str) -> tuple[str, str]:
    """The question and the item in the brackets at the end, which may hold brackets themselves."""
    if not words.endswith("]"):
        return words, ""
    depth = 0
    for place in range(len(words) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(words[place], 0)
        if depth == 0:
            return words[:place].strip(), words[place + 1 : -1].strip()
    return words, ""


def _alone(headings: list[Heading]) -> list[Heading]:
    """A question of one item takes the question's code as its name."""
    sizes = Counter(heading.group for heading in headings)
    return [
        Heading(heading.group, heading.label or heading.item_label)
        if heading.group and sizes[heading.group] == 1
        else heading
        for heading in headings
    ]


FORMAT = Format("LimeSurvey CSV", (".csv", ".tsv", ".txt"), recognises, read)
