"""The version of a questionnaire: its canonical form, and the name that is a hash of it."""

from __future__ import annotations

import hashlib
import json

from rundfrage.questionnaire.json.form import to_json
from rundfrage.questionnaire.model import Questionnaire

_DIGITS = 16


def canonical(questionnaire: Questionnaire) -> str:
    """The JSON form with all translations as one string: keys sorted, no spaces.

    Questionnaires that say the same to respondents and to the analysis have the same; how their
    file is laid out, and its comments, are no part of it.
    """
    return json.dumps(
        to_json(questionnaire), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def version_name(content: str) -> str:
    """The name of the version with this canonical form: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:_DIGITS]
