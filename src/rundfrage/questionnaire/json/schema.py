"""The JSON Schema (2020-12) of the JSON form, composed of what each kind says of its bodies.

The published file is questionnaire.schema.json beside this one; a test compares the two, and
scripts/schemas.py writes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rundfrage.codebook import Sample
from rundfrage.questionnaire.json.form import FORMAT
from rundfrage.questionnaire.markdown.labels import NAME, VALUE
from rundfrage.questionnaire.model import Kind, PageRole, Participation

_TEXT = {"$ref": "#/$defs/text"}
_CONDITION = {"type": "string", "minLength": 1, "maxLength": 2_000}


def schema(kinds: Sequence[Kind]) -> dict[str, Any]:
    """The schema for questionnaires of these kinds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rundfrage:questionnaire:1",
        "title": "Questionnaire",
        "description": "A questionnaire of rundfrage with its translations.",
        **_object(
            ["format", "survey", "title", "language", "pages"],
            {
                "format": {"const": FORMAT},
                "survey": {"type": "string", "pattern": "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},
                "title": _TEXT,
                "subtitle": _TEXT,
                "organisation": {"type": "string", "minLength": 1},
                "language": {"type": "string", "minLength": 2},
                "languages": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "field": {
                    "type": "array",
                    "items": {"type": "string", "format": "date"},
                    "minItems": 2,
                    "maxItems": 2,
                },
                "sample": {"enum": [sample.value for sample in Sample]},
                "participation": {"enum": [level.value for level in Participation]},
                "required": {
                    "type": "boolean",
                    "description": "What a question is for the Markdown form that says neither.",
                },
                "scales": {"type": "array", "items": {"$ref": "#/$defs/scale"}},
                "quotas": {"type": "array", "items": {"$ref": "#/$defs/quota"}},
                "pages": {"type": "array", "items": {"$ref": "#/$defs/page"}, "minItems": 1},
                "door": {"type": "array", "items": {"$ref": "#/$defs/door-word"}},
            },
        ),
        "$defs": {
            "text": {
                "description": "Language to words; the questionnaire's own language is needed.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {"type": "string", "minLength": 1},
            },
            "scale": _object(
                ["name", "labels"],
                {
                    "name": {"type": "string", "pattern": f"^{VALUE.pattern}$"},
                    "labels": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 101},
                },
            ),
            "page": _object(
                ["title"],
                {
                    "title": _TEXT,
                    "role": {"enum": [role.value for role in PageRole]},
                    "text": _TEXT,
                    "if": _CONDITION,
                    "questions": {"type": "array", "items": {"$ref": "#/$defs/question"}},
                },
            ),
            "net": _object(
                ["name", "label", "members"],
                {
                    "name": {"type": "string", "pattern": f"^{VALUE.pattern}$"},
                    "label": _TEXT,
                    "members": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                },
            ),
            "quota": _object(
                ["name", "most", "if"],
                {
                    "name": {"type": "string", "pattern": f"^{VALUE.pattern}$"},
                    "most": {"type": "integer", "minimum": 1},
                    "if": _CONDITION,
                },
            ),
            "door-word": {
                "description": "Words of the public door itself, for each plural form.",
                **_object(
                    ["language", "key", "forms"],
                    {
                        "language": {"type": "string"},
                        "key": {"type": "string"},
                        "forms": {
                            "type": "array",
                            "items": {"type": "string", "minLength": 1},
                            "minItems": 1,
                        },
                    },
                ),
            },
            "question": _question(kinds),
        },
    }


def _question(kinds: Sequence[Kind]) -> dict[str, Any]:
    properties = {
        "name": {"type": "string", "pattern": f"^{NAME.pattern}$"},
        "kind": {"enum": [kind.name for kind in kinds]},
        "text": _TEXT,
        "hint": _TEXT,
        "if": _CONDITION,
        "required": {"type": "boolean"},
        "shuffle": {"type": "boolean"},
        "nets": {"type": "array", "items": {"$ref": "#/$defs/net"}},
        "body": {"type": "object"},
    }
    bodies = [
        {
            "if": {"properties": {"kind": {"const": kind.name}}},
            "then": {
                "properties": {
                    "body": _object(kind.schema["required"], kind.schema["properties"]),
                }
            },
        }
        for kind in kinds
    ]
    return {**_object(["name", "kind", "text", "body"], properties), "allOf": bodies}


def _object(required: Sequence[str], properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": properties,
    }
