"""Scales of pictures: faces, the happiest first. Rows of one sign are counted in numbered.py."""

from __future__ import annotations

from rundfrage.dataset.words.vocabulary import steps
from rundfrage.patterns import pattern

FACES = steps(
    "😍|🤩|😁", "😀|😃|😄|😊", "🙂|☺|☺️|:-)|:)", "😐|😑|😶|:-||:|", "🙁|☹|☹️|😕|😟|😞|:-(|:(",
    "😢|😠|😣|😩", "😡|😭|🤬",
)  # fmt: skip
ROW = pattern(r"((?P<sign>[★⭐✭✮🌟*●•♥❤♦◆■█👍🙂€$£¥₺₽])\ufe0f?(?:(?P=sign)\ufe0f?)*)[☆✩○◯♡◇□·]*")
"""A sign as often as the answer says, perhaps filled up with empty ones: ★★★☆☆."""
