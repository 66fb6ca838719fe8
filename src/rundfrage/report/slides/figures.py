"""`{figures}`: up to four sentences side by side, each below the number it says."""

from __future__ import annotations

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.notes import with_figures
from rundfrage.report.section.subject import spoken_footer

_MOST = 4


class FiguresKind(SlideKind):
    """Numbers that belong together, as large as each other."""

    name = "figures"
    example = "figures"
    sentences = Sentences.NEEDED
    listed = True

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """One slide; raises a Problem for too many sentences, and for one without a number."""
        subject = material.subject
        bare = [claim for claim in lines.claims if not claim.figures]
        if bare or len(lines.claims) > _MOST:
            raise Problem(
                "figures-unfit",
                found=message("“{text}” holds no number.", text=bare[0].text[:60])
                if bare
                else message("There are {count} sentences.", count=len(lines.claims)),
                expected=message("up to four sentences, each with a number of the survey in it."),
                mend=message("Make a {{summary}} of them, which holds more, and any."),
            )
        slide = Slide(
            role=SlideRole.SUMMARY,
            title=lines.titled(Claim((subject.shell.title,))),
            kicker=lines.kicked(""),
            claims=lines.claims,
            footer=spoken_footer(lines, subject),
            abreast=True,
        )
        return (with_figures(slide, subject),)
