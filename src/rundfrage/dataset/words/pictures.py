"""Scales of pictures: faces, the happiest first. Rows of one sign are counted in numbered.py."""

from __future__ import annotations

import re

from rundfrage.dataset.words.vocabulary import steps

FACES = steps(
    "😍|🤩|😁", "😀|😃|😄|😊", "🙂|☺|☺️|:-)|:)", "😐|😑|😶|:-||:|", "🙁|☹|☹️|😕|😟|😞|:-(|:(",
    "😢|😠|😣|😩", "😡|😭|🤬",
)  # fmt: skip
ROW = re.compile(r"((?P<sign>[★⭐✭✮🌟*●•♥❤♦◆■█👍🙂€$£¥₺₽])\ufe0f?(?:(?P=sign)\ufe0f?)*)[☆✩○◯♡◇□·]*")
"""A sign as often as the answer says, perhaps filled up with empty ones: ★★★☆☆."""
