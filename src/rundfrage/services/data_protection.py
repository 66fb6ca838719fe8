"""The files for a data-protection officer, written from the survey."""

from __future__ import annotations

from pathlib import Path

from rundfrage.authority.contents import DOCUMENTS
from rundfrage.authority.docx import docx_of
from rundfrage.authority.facts import Facts
from rundfrage.authority.pdf import pdf_of
from rundfrage.codebook import VariableType
from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import in_postgresql
from rundfrage.fieldwork.participation.split import read_split
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.look.typeset import Refused
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.questionnaire.folder import questionnaire_file
from rundfrage.questionnaire.measure import codebook_of
from rundfrage.questionnaire.model import Questionnaire
from rundfrage.services.survey import Survey
from rundfrage.writing import write_together

LANGUAGES = ("de", "en")
FOLDER = "data-protection"


def write_data_protection(
    survey: Survey, folder: Path | None = None, progress: Progress = UNWATCHED
) -> tuple[Path, ...]:
    """Write the record, the measures, the assessment, the contract's annex and the notice.

    Each in German and English, as DOCX and PDF; without a folder they go into `data-protection`
    among the survey's outputs. What only the organisation knows is a blank between ‹ and ›. Raises
    a Problem if the questionnaire can't be read, or holds letters that no shipped font has.
    """
    questionnaire = read_questionnaire(survey.path)
    contents: dict[str, bytes] = {}
    progress.expect(len(LANGUAGES))
    for language in LANGUAGES:
        advance(progress, language)
        facts = facts_of(survey, questionnaire, language)
        for make in DOCUMENTS:
            document = make(facts)
            name = f"{document.name}.{language}"
            contents[f"{name}.docx"] = docx_of(document, language)
            try:
                contents[f"{name}.pdf"] = pdf_of(document, language)
            except Refused as refusal:
                raise Problem(
                    "data-protection-pdf",
                    where=Where(str(questionnaire_file(survey.path))),
                    found=message(
                        "No PDF that everybody can read could be made: {reason}.",
                        reason=str(refusal),
                    ),
                    expected=message(
                        "a title and questions in a script that the shipped fonts hold."
                    ),
                    mend=message("Shorten or reword what it names."),
                ) from refusal
    return write_together(folder or survey.outputs / FOLDER, contents)


def facts_of(survey: Survey, questionnaire: Questionnaire, language: str) -> Facts:
    """What the questionnaire and the settings say of the survey."""
    study, settings = questionnaire.study, survey.settings
    organisation, retention = settings.data_protection, settings.retention
    split = read_split(survey.key)
    texts = [one for one in codebook_of(questionnaire).variables if one.type is VariableType.TEXT]
    return Facts(
        title=study.title.into(language).strip() or study.title.source,
        organisation=study.organisation,
        level=questionnaire.participation,
        questions=sum(bool(one.kind.variables(one).variables) for one in questionnaire.questions),
        open_texts=len(texts),
        identifying=tuple(
            one.wording.into(language) for one in questionnaire.questions if one.identifying
        ),
        languages=study.languages,
        field=study.field,
        server=in_postgresql(settings.answers.database),
        origin=settings.door.origin,
        respondents=settings.field.respondents,
        controller=organisation.controller,
        officer=organisation.officer,
        purpose=organisation.purpose,
        legal_basis=organisation.legal_basis,
        hosting=organisation.hosting,
        supervision=organisation.supervision,
        addresses=retention.addresses,
        key=retention.key,
        answers=retention.answers,
        exports=retention.exports,
        shares=(split.needed, split.shares) if split else None,
        once=survey.settings.door.once,
        pauses=bool(survey.settings.door.pause),
    )
