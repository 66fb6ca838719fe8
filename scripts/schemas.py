"""Writes the published JSON Schemas from what the records and the kinds say of themselves."""

import json
from pathlib import Path

import rundfrage
from rundfrage.codebook.json import schema as codebook_schema
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.json.schema import schema as questionnaire_schema

SCHEMAS = {
    "codebook/codebook.schema.json": codebook_schema(),
    "questionnaire/json/questionnaire.schema.json": questionnaire_schema(KINDS),
}

for name, schema in SCHEMAS.items():
    file = Path(rundfrage.__file__).parent / name
    file.write_text(json.dumps(schema, indent=2) + "\n", encoding="utf-8")
    print(f"Written: {file}")
