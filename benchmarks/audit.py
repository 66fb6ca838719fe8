"""How many planted errors the audit names: one number altered in one place, many times over.

Run it with `python benchmarks/audit.py [plants] [DIR]`. It builds the demo's deck of 36 slides (or
that of the survey folder DIR), alters one number or wording at a time in random places of its HTML,
PPTX and PDF, and audits each altered file twice: with the survey's data, and without them, when
only contradictions within the report can give the error away. Named is an error if the audit
raises anything, be it that a wording is too vague, for on the unaltered decks it must raise
nothing. Nor may it on the automatic decks, in German and in English, which are not altered.

The target: with the data at least 98 % are named, and nothing is on the unaltered decks.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "audit"))

from planting import Planted, planted_deck, planted_html, planted_pptx

from rundfrage.audit.examine import Audit, examine_document
from rundfrage.audit.finding import Verdict
from rundfrage.audit.reading import read_report
from rundfrage.audit.survey import survey_of
from rundfrage.dataset import Dataset
from rundfrage.report.build import ReportSettings, build, compose
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import write as write_pdf
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source

PLANTS = 200
TARGET = 0.98
SEED = 2020
FORMATS = ("html", "pptx", "pdf")


def main() -> None:
    """Plant, audit, and print the rates; ends with 1 if a target is missed."""
    said = dict(zip(("plants", "folder"), sys.argv[1:], strict=False))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        folder = Path(said["folder"]) if "folder" in said else _demo(work / "demo")
        sys.exit(_run(folder, work, int(said.get("plants", PLANTS))))


def _demo(folder: Path) -> Path:
    rehearse(copy_example(folder), Rehearsal(targets=folder / "targets.toml"))
    return folder


def _run(folder: Path, work: Path, plants: int) -> int:
    dataset = load(open_source(folder))
    settings = ReportSettings(quotes=folder / "quotes.toml", report=folder / "report.md")
    deck, tables = compose(dataset, settings)
    survey = survey_of(dataset, "de")
    raised = _unaltered(dataset, work / "out", settings, "de")
    for language in ("de", "en"):
        automatic = ReportSettings(quotes=folder / "quotes.toml", language=language)
        raised += _unaltered(dataset, work / f"automatic-{language}", automatic, language)
    rng = random.Random(SEED)
    named, alone, every = Counter[str](), Counter[str](), Counter[str]()
    started = time.perf_counter()
    for number in range(plants):
        form = FORMATS[number % len(FORMATS)]
        target = work / f"planted.{form}"
        if form == "html":
            planted = planted_html(work / "out" / "report.html", deck, rng)
        elif form == "pptx":
            planted = planted_pptx(work / "out" / "report.pptx", deck, rng)
        else:
            other, where, old, new = planted_deck(deck, rng)
            report = Report(other, tables, settings.theme)
            planted = Planted(where, old, new, lambda path, report=report: write_pdf(report, path))
        planted.write(target)
        document = read_report(target)
        found = _raised(examine_document(document, "de", survey)) > 0
        within = _raised(examine_document(document, "de", None)) > 0
        every[form] += 1
        named[form] += found
        alone[form] += within
        if not found:
            print(f"  missed in {form}: {planted.old} -> {planted.new} at {planted.where}")
    for form in FORMATS:
        print(
            f"{form:4}: {named[form]} of {every[form]} named with the data, "
            f"{alone[form]} without them"
        )
    rate = sum(named.values()) / sum(every.values())
    spent = time.perf_counter() - started
    print(f"all : {100 * rate:.1f} % of {plants} named with the data, in {spent:.0f} s")
    return 0 if not raised and rate >= TARGET else 1


def _unaltered(dataset: Dataset, out: Path, settings: ReportSettings, language: str) -> int:
    """Build the deck in all formats; how often the audit raises something on it."""
    build(dataset, out, FORMATS, settings)
    survey, every = survey_of(dataset, language), 0
    for form in FORMATS:
        document = read_report(out / f"report.{form}")
        for known in (survey, None):
            audit = examine_document(document, language, known)
            told = "with data" if known else "without"
            raised = _raised(audit)
            print(
                f"unaltered, {document.pages} slides, {language}, {form:4} {told:9}: "
                f"{len(audit.figures)} figures, {raised} raised"
            )
            every += raised
    return every


def _raised(audit: Audit) -> int:
    """How many contradictions and figures that differ or are too vague the audit names."""
    return len(audit.errors) + sum(
        one.verdict in {Verdict.DIFFERS, Verdict.TOO_VAGUE} for one in audit.findings
    )


if __name__ == "__main__":
    main()
