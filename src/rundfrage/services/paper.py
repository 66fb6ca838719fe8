"""The questionnaire as a form on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import message
from rundfrage.paper.form import form
from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.services.survey import OUT, Survey
from rundfrage.services.translation import language_in
from rundfrage.writing import write_together


def print_forms(
    survey: Survey,
    languages: Sequence[str] = (),
    folder: Path | None = None,
    progress: Progress = UNWATCHED,
) -> tuple[Path, ...]:
    """Make a form to print and fill in by hand, a PDF for everybody in each of the languages.

    Without languages in all of the questionnaire's; all forms appear or none. Raises a Problem for
    a language that it isn't written in, and for words that the fonts can't write.
    """
    questionnaire = read_questionnaire(survey.path)
    known = questionnaire.study.languages or (questionnaire.study.language,)
    for one in languages:
        if one not in known:
            raise Problem(
                "paper-language",
                where=Where(str(survey.path)),
                found=message("The questionnaire isn't written in {one}.", one=one),
                expected=message("one of its languages: {known}.", known=", ".join(known)),
                mend=did_you_mean(one, known) or message("Translate it."),
            )
    wanted = languages or known
    version = version_name(canonical(questionnaire))
    forms = {
        f"{questionnaire.study.name}-form-{one}.pdf": form(
            questionnaire, language_in(survey, one), version
        )
        for one in stepwise(wanted, progress)
    }
    return write_together(folder or survey.folder / OUT, forms)
