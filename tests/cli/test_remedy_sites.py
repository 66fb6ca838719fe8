"""A remedy goes by the code of a Problem alone, so it must fit wherever that code is raised."""

import ast
from collections import defaultdict
from pathlib import Path

import rundfrage
from rundfrage.cli.remedies import REMEDIES

SOURCE = Path(rundfrage.__file__).parent
SITES = {
    "answers-from-elsewhere": ["services/exporting.py:place_for_export"],
    "bad-address": ["services/survey.py:Survey._address"],
    "bad-mail-server": ["fieldwork/invitations/post.py:server_at"],
    "bad-sender": ["fieldwork/invitations/post.py:sender_of"],
    "banner-without-categories": ["tables/banner.py:require_categories"],
    "calibration-stored": ["tables/sampled.py:design_over"],
    "calibration-unmet": ["stats/weighting/margin_codes.py:_unmet"],
    "calibration-without-weight": ["tables/sampled.py:_margins"],
    "cannot-listen": ["respond/serve.py:require_free"],
    "change-needs-consent": ["fieldwork/publication.py:_refuse"],
    "claim-withheld": ["report/claims/measured.py:withheld"],
    "deck-wide": ["report/build.py:_refuse_wide"],
    "door-plural-forms": ["questionnaire/translation/own_phrases.py:_problems"],
    "door-words-missing": ["respond/pages/phrases.py:unsaid"],
    "columns-left-out": ["services/intake.py:_left_out"],
    "dossier-pdf-refused": ["report/dossier/pdf.py:_refused"],
    "dossier-without-categories": ["stats/weighting/appraisal.py:_banner"],
    "embed-by-invitation": ["respond/embedding.py:require_embeddable"],
    "embed-without-https": ["respond/embedding.py:require_embeddable"],
    "example-folder-taken": ["services/example.py:copy_example"],
    "field-closed": ["fieldwork/publication.py:publish"],
    "figures-withheld": ["services/releases.py:withheld_of"],
    "folder-not-empty": ["questionnaire/starter.py:start"],
    "forget-whom": ["cli/forget.py:forget"],
    "glyph-missing": ["report/build.py:", "report/outputs/glyphs.py:require_glyphs"],
    "heading-rows-beyond": ["dataset/intake/rows_left.py:require_rows"],
    "json-translations": ["services/translation.py:translate"],
    "language-not-listed": [
        "questionnaire/translation/translations.py:languages_to_translate",
        "questionnaire/translation/translations.py:languages_to_translate",
    ],
    "mail-server-refused": ["fieldwork/invitations/post.py:_unreachable"],
    "margin-answers-missing": ["stats/weighting/placing.py:unlisted"],
    "margin-variable-unknown": ["stats/weighting/margins_file.py:_variable"],
    "missing-translation": ["questionnaire/checks/translated.py:check_translations"],
    "no-answers": ["services/answers.py:answers_file"],
    "no-codebook": ["services/stored.py:_codebook"],
    "no-front-matter": ["manuscript/front_matter.py:split_front_matter"],
    "no-other-language": ["questionnaire/translation/translations.py:languages_to_translate"],
    "no-parquet": ["services/stored.py:_codebook", "services/stored.py:_codebook"],
    "no-participation-key": ["fieldwork/participation/key.py:read_key"],
    "no-questionnaire": [
        "questionnaire/folder.py:questionnaire_file",
        "services/answers.py:_answers",
    ],
    "no-such-file": [
        "reading.py:readable",
        "services/answers.py:_answers",
        "services/stored.py:_codebook",
    ],
    "no-such-folder": ["services/survey.py:open_survey"],
    "not-json": ["questionnaire/json/form.py:read_json"],
    "not-published": [
        "services/journal.py:require_field",
        "services/journal.py:instruments",
        "services/retirement.py:_phase",
    ],
    "origin-needed": ["services/site.py:site_of", "services/site.py:origin_at"],
    "output-edited": ["report/build.py:refuse_edited"],
    "paper-language": ["services/paper.py:print_forms"],
    "paper-refused": ["paper/form.py:_refused"],
    "participation-key-split": ["fieldwork/participation/__init__.py:key_of"],
    "participation-not-in-field": ["services/levels.py:require_level"],
    "pdf-refused": ["report/outputs/pdf.py:pdf"],
    "port-taken": ["cli/watch.py:_server"],
    "poststratify-several-margins": ["stats/weighting/settings.py:refuse_settings"],
    "reading-doubted": ["services/intake.py:doubts_of"],
    "report-language": ["report/build.py:_document"],
    "report-without-slides": ["report/document/read.py:read_document"],
    "shares-too-few": ["fieldwork/participation/shares.py:join"],
    "slips-language": ["paper/slips.py:slips"],
    "slips-refused": ["paper/slips.py:_refused"],
    "trim-limits": ["stats/weighting/trimming.py:trim"],
    "unknown-variable": ["codebook/codebook.py:Codebook.__getitem__"],
    "update-foreign-deck": ["report/update/deck_file.py:check_survey"],
    "update-other-survey": ["report/update/deck_file.py:check_survey"],
    "weight-name": ["stats/weighting/weights_file.py:require_name"],
    "weight-not-numeric": [
        "dataset/dataset.py:Dataset.weights",
        "stats/engine/distinct.py:_largest",
    ],
    "weighting-bounds": ["stats/weighting/settings.py:_bad_bounds"],
    "weights-negative": ["stats/weighting/refusal.py:refuse_negative"],
    "weights-stale": ["stats/weighting/weights_file.py:with_weights"],
    "where-withheld": ["services/releases.py:releases_of"],
}
"""Where each code that has a remedy is raised: whoever adds a place reads whether it fits there."""


class Sites(ast.NodeVisitor):
    """The codes in a file that have a remedy, each with the function it stands in."""

    def __init__(self, name: str) -> None:
        self._place = [name]
        self.found: list[tuple[str, str]] = []

    def visit_FunctionDef(self, node: ast.AST) -> None:
        self._place.append(node.name)
        self.generic_visit(node)
        self._place.pop()

    def visit_AsyncFunctionDef(self, node: ast.AST) -> None:
        self.visit_FunctionDef(node)

    def visit_ClassDef(self, node: ast.AST) -> None:
        self.visit_FunctionDef(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and node.value in REMEDIES:
            file, *names = self._place
            self.found.append((node.value, f"{file}:{'.'.join(names)}"))


def test_a_remedy_is_read_at_every_place_that_gets_it():
    sites = defaultdict(list)
    for file in sorted(SOURCE.rglob("*.py")):
        name = str(file.relative_to(SOURCE))
        if name != "cli/remedies.py":
            visitor = Sites(name)
            visitor.visit(ast.parse(file.read_text("utf-8")))
            for code, place in visitor.found:
                sites[code].append(place)
    assert dict(sites) == SITES
    assert sites.keys() == REMEDIES.keys()
