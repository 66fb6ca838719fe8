"""The answers of earlier waves that a report names: each opened as a survey or a file is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.document.head import waves_in
from rundfrage.report.document.waves import WaveSource
from rundfrage.report.earlier import WaveAnswers
from rundfrage.services.analysis import Analysis
from rundfrage.services.answers import answers_file
from rundfrage.services.intake import doubts_of
from rundfrage.services.releases import releases_of, with_threshold, withheld_of
from rundfrage.services.sampled import load_sampled
from rundfrage.services.survey import Source, Survey, open_source


@dataclass(eq=False)
class WaveLoader:
    """Loads the waves that a report beside `today` names, each once however many versions do."""

    today: Source
    report: Path
    analysis: Analysis
    _loaded: dict[tuple[Path, tuple[str, ...]], WaveAnswers] = field(default_factory=dict)

    def __call__(self, wave: WaveSource) -> WaveAnswers:
        """The answers; raises a Problem if there are none, or if they are those at hand."""
        key = ((self.report.parent / wave.path).resolve(), wave.said)
        if key not in self._loaded:
            self._loaded[key] = self._load(wave)
        return self._loaded[key]

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the owner should know of the waves that were loaded."""
        return tuple(
            problem
            for one in self._loaded.values()
            for problem in (
                *doubts_of(
                    one.dataset, (v.name for v in one.dataset.codebook.variables if v.shown)
                ),
                *withheld_of(one.releases),
            )
        )

    def _load(self, wave: WaveSource) -> WaveAnswers:
        path = self.report.parent / wave.path
        if not path.exists():
            raise Problem(
                "wave-source",
                found=message("There is no {path}.", path=wave.path[:80]),
                expected=message(
                    "a survey folder or a file of answers, as seen from the folder of {report}.",
                    report=self.report.name,
                ),
                mend=message("Correct the path behind {name}:", name=wave.name),
            )
        if path.resolve() in _places(self.today):
            raise Problem(
                "wave-source",
                found=message("{path} holds the answers of today's wave.", path=wave.path[:80]),
                expected=message("those of an earlier one."),
                mend=message("Correct the path behind {name}:", name=wave.name),
            )
        source = open_source(path, who=self.today.who)
        if isinstance(source, Survey) and isinstance(self.today, Survey):
            source = replace(source, secrets=self.today.secrets)
        analysis = with_threshold(source, Analysis(threshold=self.analysis.threshold))
        dataset, sampling = load_sampled(
            source, source.report, design=wave.design, weight=wave.weight
        )
        if not dataset.n:
            raise Problem(
                "wave-source",
                found=message("{path} holds no respondents.", path=wave.path[:80]),
                expected=message("answers of somebody in each wave."),
                mend=message("Correct the path behind {name}:", name=wave.name),
            )
        return WaveAnswers(
            dataset,
            wave.weight if sampling is None else sampling.weight,
            analysis.threshold,
            sampling,
            releases_of(source, dataset),
        )


def wave_places(report: Path) -> tuple[Path, ...]:
    """The folders and files of the waves that a report names, to be watched for changes."""
    if not report.is_file():
        return ()
    return tuple(report.parent / one.path for one in waves_in(report))


def _places(source: Source) -> set[Path]:
    """The folder and the file of a source."""
    places = {source.path.resolve()}
    if isinstance(source, Survey):
        places.add(source.folder.resolve())
        with suppress(Problem):
            places.add(answers_file(source.folder).resolve())
    return places
