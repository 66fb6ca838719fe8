"""What a dossier says, in words and printed numbers, before it is laid out.

Both printers show the same: facts, and sections of paragraphs and tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rundfrage.codebook import Sample, Study
from rundfrage.locales.catalogue import SOURCE
from rundfrage.locales.phrases import Phrasebook
from rundfrage.stats.weighting import Appraisal, Effect, MarginTable, Method, Unanswered
from rundfrage.text import number, percent

_TRAIL = 12
_POINTS = 6
_EXACT = (1.0, 100.0)
_DIFFERS = 1e-9


@dataclass(frozen=True)
class Table:
    """A caption, headings and rows; the first cell of a row heads it.

    `bars` are the lengths of bars beside the rows, 0 to 1.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs and tables."""

    title: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Dossier:
    """A weighting told in one language; facts are pairs of a name and what is said of it."""

    language: str
    title: str
    kind: str
    page: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    warnings: tuple[str, ...] = field(default=())

    def texts(self) -> Iterator[str]:
        """Every text that is printed."""
        yield from (self.title, self.kind, self.page, self.summary, *self.warnings)
        for fact in self.facts:
            yield from fact
        for section in self.sections:
            yield from (section.title, *section.paragraphs)
            for table in section.tables:
                yield from (table.caption, *table.headings, *table.notes)
                for row in table.rows:
                    yield from row


def dossier_of(appraisal: Appraisal, study: Study, language: str) -> Dossier:
    """The dossier of an appraised weighting.

    In a language in which not all of it can be said it is written in English.
    """
    if Phrasebook(language, "dossier").missing():
        language = SOURCE
    warnings = [word("simulated", language)] if study.simulated else []
    if study.sample is Sample.OPEN:
        warnings.append(word("open", language))
    if appraisal.weighting.trimming is not None:
        warnings.append(word("after_trimming", language))
    return Dossier(
        language,
        study.title.into(language) or study.name,
        word("title", language),
        word("page", language),
        word("summary", language),
        tuple(_facts(appraisal, language)),
        (
            Section(
                word("margins", language),
                tables=tuple(_margin(one, appraisal, language) for one in appraisal.margins),
            ),
            _joined(appraisal, language),
            _distribution(appraisal, language),
            _groups(appraisal, language),
            _convergence(appraisal, language),
            Section(word("how", language), (word("kish", language),)),
        ),
        tuple(warnings),
    )


def _facts(appraisal: Appraisal, language: str) -> Iterator[tuple[str, str]]:
    weighting, total = appraisal.weighting, appraisal.total
    settings, trimming = weighting.settings, weighting.trimming

    def say(key: str) -> str:
        return word(key, language)

    def two(low: float, high: float) -> str:
        ends = {"low": number(low, language, 2), "high": number(high, language, 2)}
        return word("range", language, **ends)

    yield say("respondents"), number(appraisal.respondents, language)
    yield say("with_weight"), number(total.n, language)
    if weighting.unanswered:
        yield say("unanswered"), number(weighting.unanswered, language)
    if weighting.outside:
        yield say("outside"), number(weighting.outside, language)
    bounded = settings.method is Method.RAKE and settings.bounds is not None
    yield say("method"), say("rake_bounded" if bounded else settings.method.value)
    yield say("base"), settings.base or say("equal")
    if settings.bounds is not None:
        yield say("bounds"), two(*settings.bounds)
    if trimming is not None:
        yield (
            say("trimming"),
            word(
                "trimmed",
                language,
                low=number(trimming.low, language, 2),
                high=number(trimming.high, language, 2),
                raised=number(trimming.raised, language),
                lowered=number(trimming.lowered, language),
                moved=percent(100 * trimming.moved, language, 1),
            ),
        )
    yield say("converged"), number(len(weighting.solution.trail), language)
    furthest = max(one.furthest for one in appraisal.margins)
    yield say("furthest"), number(100 * furthest, language, _POINTS)
    quantiles = appraisal.distribution.quantiles
    yield say("least"), two(quantiles[0][1], quantiles[-1][1])
    yield say("design_effect"), number(total.design_effect, language, 3)
    yield say("effective"), _effective(total, language)


def _effective(effect: Effect, language: str) -> str:
    return (
        f"{number(effect.effective, language, 1)} "
        f"({percent(100 * effect.effective / effect.n, language)})"
    )


def _margin(margin: MarginTable, appraisal: Appraisal, language: str) -> Table:
    names = (
        "category", "n", "before", "target", "after", "mean_weight", "deff", "effective",
    )  # fmt: skip
    rows = tuple(
        (
            one.label.into(language),
            number(one.effect.n, language),
            percent(100 * one.before, language, 1),
            percent(100 * one.target, language, 1),
            percent(100 * one.after, language, 1),
            *_costs(one.effect, language),
        )
        for one in margin.rows
    )
    notes = []
    if margin.counted:
        notes.append(word("counted", language, sum=number(margin.total, language)))
    elif min(abs(margin.total - one) for one in _EXACT) > _DIFFERS:
        notes.append(word("sum", language, sum=_plain(margin.total, language)))
    if margin.unanswered:
        kept = appraisal.weighting.settings.unanswered is Unanswered.KEEP
        key = "kept" if kept else "dropped"
        notes.append(word(key, language, n=number(margin.unanswered, language)))
    caption = f"{margin.name}: {margin.label.into(language)}"
    headings = tuple(word(name, language) for name in names)
    return Table(caption, headings, rows, notes=tuple(notes))


def _plain(value: float, language: str) -> str:
    return number(value, language, _places(value))


def _places(value: float) -> int:
    """How many decimals a number needs to be printed as it is, up to six."""
    places = 0
    while places < _POINTS and abs(round(value, places) - value) > _DIFFERS:
        places += 1
    return places


def _costs(effect: Effect, language: str) -> tuple[str, str, str]:
    """Mean weight, design effect and effective n of a group, dashes where nobody is in it."""
    if not effect.n:
        return "–", "–", "–"
    return (
        number(effect.weight / effect.n, language, 3),
        number(effect.design_effect, language, 2),
        number(effect.effective, language, 1),
    )


def _joined(appraisal: Appraisal, language: str) -> Section:
    joined = tuple(
        f"{margin.name}: {row.label.into(language)}"
        for margin in appraisal.margins
        for row in margin.rows
        if row.joins
    )
    return Section(word("collapsed", language), joined or (word("none_joined", language),))


def _distribution(appraisal: Appraisal, language: str) -> Section:
    found = appraisal.distribution
    weight = word("weight", language)
    quantiles = Table(
        word("quantiles", language),
        (word("quantile", language), weight),
        tuple(
            (percent(100 * share, language), number(value, language, 3))
            for share, value in found.quantiles
        ),
    )
    most = max(one.n for one in found.classes)
    places = max(_places(one.low) for one in found.classes)
    classes = Table(
        word("classes", language),
        (weight, word("respondents", language)),
        tuple(
            (
                f"{number(one.low, language, places)} – {number(one.high, language, places)}",
                number(one.n, language),
            )
            for one in found.classes
        ),
        bars=tuple(one.n / most for one in found.classes),
    )
    return Section(word("distribution", language), tables=(quantiles, classes))


def _groups(appraisal: Appraisal, language: str) -> Section:
    names = ("category", "n", "mean_weight", "deff", "effective")
    headings = tuple(word(name, language) for name in names)

    def row(label: str, effect: Effect) -> tuple[str, ...]:
        return label, number(effect.n, language), *_costs(effect, language)

    everybody = row(word("everybody", language), appraisal.total)
    tables = [
        Table(
            f"{one.name}: {one.label.into(language)}",
            headings,
            (everybody, *(row(label.into(language), effect) for label, effect in one.rows)),
        )
        for one in appraisal.banners
    ] or [Table(word("everybody", language), headings, (everybody,))]
    return Section(word("by", language), tables=tuple(tables))


def _convergence(appraisal: Appraisal, language: str) -> Section:
    trail = appraisal.weighting.solution.trail
    shown = list(enumerate(trail, start=1))
    if len(shown) > _TRAIL:
        shown = [*shown[: _TRAIL - 1], shown[-1]]
    table = Table(
        word("rounds", language),
        (word("round", language), word("missed", language)),
        tuple(
            (number(place, language), number(100 * deviation, language, _POINTS))
            for place, deviation in shown
        ),
    )
    return Section(word("convergence", language), tables=(table,))


def word(key: str, language: str, /, **values: str) -> str:
    """The words of that key in `language`, their places filled."""
    return Phrasebook(language, "dossier")(key.replace("_", "-"), **values)
