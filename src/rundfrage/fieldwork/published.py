"""Published versions of a questionnaire, made ready for the field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from rundfrage.fieldwork.instrument import Instrument, instrument
from rundfrage.fieldwork.journal import Version
from rundfrage.questionnaire.json.form import from_json
from rundfrage.questionnaire.measure import codebook_of, measured
from rundfrage.questionnaire.model import Kind, Question, Questionnaire
from rundfrage.text import Text


def instrument_of(version: Version, kinds: Sequence[Kind]) -> Instrument:
    """The instrument of a published version."""
    return ready(version.name, from_json(json.loads(version.content), kinds))


def ready(name: str, questionnaire: Questionnaire) -> Instrument:
    """The instrument of a questionnaire, published or not, under the name of its version."""

    def texts_of(question: Question) -> Iterator[Text]:
        body = question.kind.texts(question.body)
        return chain((question.text, question.hint), (text for _, text in body))

    members = {
        question.name: tuple(one.name for one in measured(question).variables)
        for question in questionnaire.questions
    }
    return instrument(name, questionnaire, codebook_of(questionnaire), members, texts_of)
