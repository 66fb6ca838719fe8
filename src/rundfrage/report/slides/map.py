"""`{map=q2.top2 by=q11 file=areas.geojson key=name}`: one number by region on a map."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.charts import groups
from rundfrage.report.charts.maps import area_names, on_map
from rundfrage.report.charts.rows import table_title
from rundfrage.report.claims import Binding, Bound, label_words
from rundfrage.report.deck import Claim, Slide
from rundfrage.report.maps.geojson import read_areas
from rundfrage.report.maps.outlines import outlines
from rundfrage.report.section.asked import GROUPED
from rundfrage.report.section.attribute import Words
from rundfrage.report.section.charted import charted_slides, with_withheld
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.subject import brackets_note
from rundfrage.report.section.unanswered import unanswered_slide
from rundfrage.report.words import compose

_NAMED = 6
"""So many regions are named in the footer."""

FILE = Words("file", message("a GeoJSON file of areas beside the report."), printed=False)
KEY = Words("key", message("the property of its areas that holds their names."), printed=False)
SOURCE = Words("source", message("where the areas come from."), printed=True, required=False)


class MapKind(SlideKind):
    """One number of a question in each region, as areas in classes of colour and as a list."""

    name = "map"
    example = "map=q2.top2 by=q11 file=areas.geojson key=name"
    topic = Topic.FIGURE
    attributes = (GROUPED, FILE, KEY, SOURCE)

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """One slide; a Problem for a file that is no map of these regions."""
        evidence, written, subject = material.evidence, section.figure, material.subject
        binding = written.binding if isinstance(written, Bound) else Binding("")
        found = None if binding.subgroup else evidence.found(binding)
        if found is None:
            raise Problem(
                "chart-form",
                found=message("What is shown on the map is no number of a question."),
                expected=message(
                    "a share or a mean of everybody, such as q2.top2 or q4.info.mean."
                ),
                mend=message("Write for example {{{example}}}.", example=self.example),
            )
        by, words = section.given(GROUPED) or "", subject.words
        label = evidence.quantity(binding).label
        table = evidence.by(found.block.name, by)
        chart = groups.draw(table, table.blocks[0], found.rest, subject.language, subject.theme)
        file = section.given(FILE) or ""
        areas = read_areas(material.beside(file, section.line), section.given(KEY) or "")
        names = area_names([*areas], evidence.dataset.codebook, by, file)
        if len(chart.categories) < 2:
            return (unanswered_slide(table, lines, subject),)
        chart = on_map(chart, table, outlines(areas), names, subject.language, subject.theme)
        named = words("mean-heading") if found.rest == groups.MEAN else words("share")
        if label and label != table_title(table, subject.language):
            lines = replace(lines, claims=(Claim((f"{named}: {label}",)), *lines.claims))
        foot = [*lines.foot, *brackets_note(chart.figures, words)]
        answers = {one.name for one in evidence.dataset.codebook[by].categories}
        unknown = [area for area in areas if area not in names.values()]
        if unknown:
            foot.append(compose(words["map-unasked"], list=_some(unknown)))
        missing = [one for one in answers if one not in names]
        if missing:
            shown = [
                one.label.into(subject.language) or one.name
                for one in evidence.dataset.codebook[by].categories
                if one.name in missing
            ]
            foot.append(compose(words["map-missing"], list=_some(shown)))
        source: str | None = section.given(SOURCE)
        if source is not None:
            foot.append(compose(words["map-source"], source=label_words(source)))
        lines = with_withheld(table, replace(lines, foot=tuple(foot)), subject)
        return charted_slides(chart, table, lines, subject)


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
