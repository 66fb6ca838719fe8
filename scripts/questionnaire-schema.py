"""Writes the published JSON Schema of questionnaires from what the kinds say of themselves."""

import json
from pathlib import Path

import rundfrage.questionnaire
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.json.schema import schema

file = Path(rundfrage.questionnaire.__file__).parent / "json" / "questionnaire.schema.json"
file.write_text(json.dumps(schema(KINDS), indent=2) + "\n", encoding="utf-8")
print(f"Written: {file}")
