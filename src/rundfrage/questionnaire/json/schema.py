"""The JSON Schema (2020-12) of the JSON form, made of its records and of each kind's bodies.

The published file is questionnaire.schema.json beside this one; a test compares the two, and
scripts/schemas.py writes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rundfrage.questionnaire.json.records import BODIES, FORM, QuestionForm, QuestionnaireForm
from rundfrage.questionnaire.model import Kind


def schema(kinds: Sequence[Kind]) -> dict[str, Any]:
    """The schema for questionnaires of these kinds."""
    known = BODIES.schemas(kind.body for kind in kinds) | FORM.schemas([QuestionnaireForm])
    question = known[QuestionForm.__name__]
    question["properties"]["kind"] = {"enum": [kind.name for kind in kinds]}
    question["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind.name}}},
            "then": {"properties": {"body": {"$ref": f"#/$defs/{kind.body.__name__}"}}},
        }
        for kind in kinds
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rundfrage:questionnaire:1",
        "title": "Questionnaire",
        "description": "A questionnaire of rundfrage with its translations.",
        **known.pop(QuestionnaireForm.__name__),
        "$defs": known,
    }
