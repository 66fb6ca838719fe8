"""What people answer to whom it depends: beside a scale, and no step of it."""

from __future__ import annotations

from rundfrage.dataset.words.vocabulary import fold

DEPENDS = tuple(
    map(
        fold,
        (
            "it depends", "depends", "that depends", "kommt darauf an", "es kommt darauf an",
            "das kommt darauf an", "je nachdem", "ça dépend", "cela dépend", "depende", "dipende",
            "to zależy", "zależy", "duruma göre", "değişir", "يعتمد على", "зависит", "залежить",
            "看情况", "视情况", "看情況", "視情況", "경우에 따라", "상황에 따라", "بستگی دارد",
            "hangt ervan af", "dat hangt ervan af",
        ),
    )
)  # fmt: skip
"""What such labels begin with, in the languages of the vocabularies."""
