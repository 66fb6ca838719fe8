"""An audit as JSON, schema rundfrage-audit/1; see docs/reference/audit.md."""

from __future__ import annotations

import datetime
import json
from typing import Any

from rundfrage.audit.contradict import Contradiction
from rundfrage.audit.examine import Audit
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.statistics import Measure, Statistic

SCHEMA = "rundfrage-audit/1"
Json = dict[str, Any]
_WHOLE = 100


def print_json(audit: Audit) -> bytes:
    """The audit, in UTF-8, every number unrounded; equal audits give equal bytes."""
    places = {figure: at for at, figure in enumerate(audit.figures)}
    findings = {one.figure: one for one in audit.findings}
    document = audit.document
    said: Json = {
        "schema": SCHEMA,
        "document": {
            "name": document.name,
            "format": document.format,
            "unit": document.unit,
            "pages": document.pages,
            "language": audit.language,
        },
        "survey": None
        if audit.survey is None
        else {"title": audit.survey, "interviews": audit.interviews},
        "passed": audit.passed,
        "counts": {
            "figures": len(audit.figures),
            "contradictions": len(audit.errors),
            "notes": len(audit.notes),
            **({one.value: audit.counts[one] for one in Verdict} if audit.survey else {}),
        },
        "contradictions": [_contradiction(one, places) for one in audit.contradictions],
        "figures": [_figure(one, findings.get(one)) for one in audit.figures],
    }
    words = json.dumps(said, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{words}\n".encode()


def _figure(figure: Figure, finding: Finding | None) -> Json:
    passage = figure.passage
    entry: Json = {
        "page": figure.page,
        "line": figure.line,
        "role": passage.role.value,
        "text": figure.text,
        "kind": figure.kind.value,
        "value": figure.value if figure.day is None else figure.day.isoformat(),
        "places": figure.places,
        "relation": figure.relation.value,
        "row": " ".join(passage.row.split()) or None,
        "column": " ".join(passage.column.split()) or None,
        "context": figure.context,
    }
    if finding is not None:
        entry["verdict"] = finding.verdict.value
        entry["ground"] = finding.ground.value
        entry["statistics"] = [_statistic(one) for one in finding.statistics]
    return entry


def _statistic(one: Statistic) -> Json:
    """A share is given from 0 to 1, as in figures.json."""
    value: float | str = one.value
    if one.measure is Measure.SHARE:
        value = one.value / _WHOLE
    elif one.measure is Measure.DATE:
        value = datetime.date.fromordinal(int(one.value)).isoformat()
    return {"binding": one.binding, "value": value, "printed": one.printed, "base": one.base}


def _contradiction(one: Contradiction, places: dict[Figure, int]) -> Json:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "label": one.label,
        "figures": [places[figure] for figure in one.figures],
    }
