"""`figures.json`: every number that a deck prints, with its binding, its base and its slide."""

from __future__ import annotations

from typing import Any

from rundfrage.dataset.account import Account, Doubt
from rundfrage.locales.message import in_language
from rundfrage.report.deck import Deck, Figure

SCHEMA = "rundfrage-figures/1"


def figures_json(deck: Deck, account: Account | None = None) -> dict[str, Any]:
    """All printed figures in the order of the slides; see docs/reference/report.md.

    `figures` are on the slides, `notes` only in the notes of the slides, `doubts` what may have
    been read wrongly of the file of answers, by its account.

    Raises ValueError if one binding is printed in two ways, which no reader should ever see.
    """
    notes = _noted(deck)
    texts: dict[str, str] = {}
    for _, figure in (*deck.figures, *notes):
        if texts.setdefault(figure.binding, figure.text) != figure.text:
            raise ValueError(
                f"{figure.binding} is printed as {texts[figure.binding]} and {figure.text}"
            )
    return {
        "schema": SCHEMA,
        "title": deck.title,
        "language": deck.language,
        "simulated": bool(deck.ribbon),
        "slides": len(deck.slides),
        "figures": [_entry(number, figure, deck) for number, figure in deck.figures],
        "notes": [_entry(number, figure, deck) for number, figure in notes],
        "doubts": [] if account is None else [_doubt(one, account, deck) for one in account.doubts],
    }


def _doubt(doubt: Doubt, account: Account, deck: Deck) -> dict[str, Any]:
    """A doubt, with the columns of the file that it is about: none if it is about all."""
    about = set(doubt.variables)
    return {
        "text": in_language(doubt.found, deck.language),
        "columns": [one.column for one in account.entries if not about.isdisjoint(one.variables)],
        "settle": in_language(doubt.settle, deck.language),
    }


def _noted(deck: Deck) -> list[tuple[int, Figure]]:
    """The figures in the notes that don't stand on their slide, each once a slide."""
    noted: list[tuple[int, Figure]] = []
    for number, slide in enumerate(deck.slides, start=1):
        shown = {figure.binding for figure in slide.figures}
        inside = {figure.binding: figure for claim in slide.notes for figure in claim.figures}
        noted.extend((number, one) for name, one in inside.items() if name not in shown)
    return noted


def _entry(slide: int, figure: Figure, deck: Deck) -> dict[str, Any]:
    return {
        "slide": slide,
        "binding": figure.binding,
        "value": _value(figure),
        "text": figure.text,
        "base": figure.base,
        "asked": figure.asked,
        "weight": figure.weight,
        **({"wave": figure.wave or deck.wave} if deck.wave else {}),
        **({} if figure.low is None else {"low": figure.low, "high": figure.high}),
    }


def _value(figure: Figure) -> float | str:
    """The number; a day, or the first and the last of several, as ISO 8601 writes them."""
    if figure.day is None:
        return figure.value
    last = "" if figure.until is None else f"/{figure.until.isoformat()}"
    return f"{figure.day.isoformat()}{last}"
