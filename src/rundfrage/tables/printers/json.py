"""Tables as JSON, by the published schema tables.schema.json.

Texts are objects of language to words; "und" (undetermined) stands for words of no language.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from math import isfinite
from typing import Any

from rundfrage.tables.printers.booklet import Booklet, Printer
from rundfrage.tables.table import (
    BannerColumn,
    Block,
    Cell,
    Ledger,
    Precision,
    Row,
    Table,
)
from rundfrage.text import Text

SCHEMA = "rundfrage-tables/1"
Json = dict[str, Any]


def print_json(booklet: Booklet) -> bytes:
    """The tables in all their languages, in UTF-8, with every number unrounded."""
    study = booklet.study
    document = {
        "schema": SCHEMA,
        "study": {
            "name": study.name,
            "title": _text(study.title),
            "interviews": booklet.interviews,
            "sample": study.sample,
            "simulated": study.simulated,
        },
        "tables": [_table(table) for table in booklet.tables],
    }
    words = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{words}\n".encode()


def _table(table: Table) -> Json:
    return {
        "name": table.name,
        "kind": table.shape.name,
        "title": _text(table.title),
        "hint": _text(table.hint),
        "weight": table.weight,
        "banner": table.banner,
        "columns": [_heading(one) for one in table.columns],
        "notes": [{"code": note.code, "values": dict(note.values)} for note in table.notes],
        **({} if table.method is None else {"method": asdict(table.method)}),
        "blocks": [_block(block) for block in table.blocks],
    }


def _heading(column: BannerColumn) -> Json:
    heading: Json = {"name": column.name, "label": _text(column.label)}
    return {**heading, "letter": column.letter} if column.letter else heading


def _block(block: Block) -> Json:
    variable = block.variable
    return {
        "variable": variable.name,
        "type": variable.type,
        "label": _text(variable.label),
        "item": _text(variable.item),
        "rows": [_row(row) for row in block.rows],
        "columns": [
            {
                "disclosure": block.disclosure[column],
                "base": _ledger(block.bases[column]),
                "cells": _cells([cells[column] for cells in block.cells], block.bases[column]),
                "statistics": asdict(statistics) if statistics is not None else None,
                **_precision(block, column),
            }
            for column, statistics in enumerate(block.statistics)
        ],
    }


def _precision(block: Block, column: int) -> Json:
    """The precision of a column's cells and statistics, where the design is known."""
    known = block.uncertainty
    if known is None:
        return {}
    if block.bases[column] is None:
        return {"precision": None}
    return {
        "precision": {
            "cells": [_sure(cells[column]) for cells in known.cells],
            "statistics": {name: _sure(one) for name, one in known.statistics[column].items()},
        }
    }


def _sure(precision: Precision | None) -> Json | None:
    if precision is None:
        return None
    numbers = asdict(precision)
    # JSON knows no infinite numbers; a standard error of replicates that fail is none.
    return {
        name: None if isinstance(one, float) and not isfinite(one) else one
        for name, one in numbers.items()
    }


def _row(row: Row) -> Json:
    return {
        "name": row.name,
        "label": _text(row.label),
        "role": row.role,
        "members": list(row.members),
    }


def _ledger(ledger: Ledger | None) -> Json | None:
    return None if ledger is None else {**asdict(ledger), "asked": ledger.asked}


def _cells(cells: list[Cell | None], base: Ledger | None) -> list[Json] | None:
    return None if base is None else [asdict(cell) for cell in cells if cell is not None]


def _text(text: Text) -> Json:
    return {language or "und": words for language, words in text.versions if words}


PRINTER = Printer("json", ".json", streams=True, print=print_json)
