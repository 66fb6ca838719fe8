"""The speaker's notes: wording, base and method, and every figure of the slide with its binding."""

from __future__ import annotations

from pptx.oxml import parse_xml
from pptx.slide import Slide as PptxSlide

from rundfrage.report.deck import Figure, Slide
from rundfrage.report.outputs.pptx.canvas import SPACES
from rundfrage.report.outputs.pptx.words import (
    Paragraph,
    Run,
    TextStyle,
    Voice,
    clean,
    in_one_weight,
    paragraph_head,
    plain_runs_xml,
    tag_of,
)


def write_notes(target: PptxSlide, slide: Slide, voice: Voice) -> None:
    """Write the notes; figures that they don't speak of already are listed, each once."""
    frame = target.notes_slide.notes_text_frame
    if frame is None:
        return
    said = (*slide.speech, *slide.notes)
    notes = [in_one_weight(claim) for claim in said]
    mentioned = {figure.binding for claim in said for figure in claim.figures}
    missing = [figure for figure in slide.figures if figure.binding not in mentioned]
    notes += [(Run(line),) for line in dict.fromkeys(_line(figure) for figure in missing)]
    style = TextStyle(12, "")
    body = "".join(
        f"<a:p>{paragraph_head(style, voice, _text(line))}{_runs(line, voice)}</a:p>"
        for line in notes or [()]
    )
    old = frame._txBody  # noqa: SLF001, runs need their language, which the API can't set
    new = parse_xml(f"<p:txBody {SPACES}><a:bodyPr/><a:lstStyle/>{body}</p:txBody>")
    old.getparent().replace(old, new)


def _text(line: Paragraph) -> str:
    return "".join(run.text for run in line)


def _runs(line: Paragraph, voice: Voice) -> str:
    return "".join(
        plain_runs_xml(clean(run.text), f'<a:rPr lang="{tag_of(run, voice)}"/>') for run in line
    )


def _line(figure: Figure) -> str:
    """A figure as its text, its binding and its base."""
    base = "" if figure.base is None else f" · n = {figure.base}"
    asked = "" if figure.asked is None or figure.base is None else f" / {figure.asked}"
    weight = f" · {figure.weight}" if figure.weight else ""
    return f"{figure.text} · {figure.binding}{base}{asked}{weight}"
