"""How many planted errors the audit names: one number altered in one place, many times over.

Run it with `python benchmarks/audit.py [plants] [DIR]`. It builds the demo's deck (or takes that of
the survey folder DIR), alters one number at a time in random places of its HTML, PPTX and PDF, and
audits each altered file twice: with the survey's data, and without them, when only contradictions
within the report can give the error away. Named is an error if the audit fails at all, for on the
unaltered decks it must raise nothing.

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

from rundfrage.audit.examine import examine_document
from rundfrage.audit.reading import read_report
from rundfrage.audit.survey import survey_of
from rundfrage.cli.demo import copy_example
from rundfrage.cli.simulate import simulate_into
from rundfrage.cli.sources import load
from rundfrage.report.build import Settings, build, compose
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import write as write_pdf

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
    copy_example(folder)
    simulate_into(folder, 484, seed=1, targets=folder / "targets.toml")
    return folder


def _run(folder: Path, work: Path, plants: int) -> int:
    dataset = load(folder)
    settings = Settings(quotes=folder / "quotes.toml")
    deck, tables = compose(dataset, settings)
    build(dataset, work / "out", FORMATS, settings, lambda _: None)
    survey = survey_of(dataset, "de")
    clean = True
    for form in FORMATS:
        document = read_report(work / "out" / f"report.{form}")
        for known in (survey, None):
            audit = examine_document(document, "de", known)
            clean = clean and audit.passed
            told = "with data" if known else "without"
            raised = len(audit.errors) + sum(one.verdict == "differs" for one in audit.findings)
            print(f"unaltered {form:4} {told:9}: {len(audit.figures)} figures, {raised} raised")
    rng = random.Random(SEED)
    named, alone, every = Counter[str](), Counter[str](), Counter[str]()
    started = time.perf_counter()
    for number in range(plants):
        form = FORMATS[number % len(FORMATS)]
        target = work / f"planted.{form}"
        if form == "html":
            planted = planted_html(work / "out" / "report.html", rng)
        elif form == "pptx":
            planted = planted_pptx(work / "out" / "report.pptx", deck, rng)
        else:
            other, where, old, new = planted_deck(deck, rng)
            report = Report(other, tables, settings.theme, work / "out" / ".cache")
            planted = Planted(where, old, new, lambda path, report=report: write_pdf(report, path))
        planted.write(target)
        document = read_report(target)
        found = not examine_document(document, "de", survey).passed
        within = not examine_document(document, "de", None).passed
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
    return 0 if clean and rate >= TARGET else 1


if __name__ == "__main__":
    main()
