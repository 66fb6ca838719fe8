"""Updates one slide: each of the program's shapes, the notes, and a look at people's own words."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from pptx.slide import Slide as PptxSlide

from rundfrage.locales import message
from rundfrage.report.outputs.pptx.bodies import A, Element, body_of, same_words, text_of
from rundfrage.report.outputs.pptx.drawn import C, cell_bodies, properties_of
from rundfrage.report.outputs.pptx.snapshot import DrawnSlide
from rundfrage.report.update.earlier import in_earlier_shapes, of_later_design
from rundfrage.report.update.foreign import foreign
from rundfrage.report.update.notes import refresh_notes
from rundfrage.report.update.shape import Printing, pristine, update_shape
from rundfrage.report.update.shapes import Marked, key_of, marked_shapes, own_shapes
from rundfrage.report.update.stale import Figures, stale
from rundfrage.report.update.summary import SlideUpdate, Tally


def update_slide(
    target: PptxSlide, number: int, printing: Printing, figures: Mapping[str, Figures]
) -> SlideUpdate:
    """Update a slide in place; `figures` has those of each key, and under "" those of all."""
    tally = Tally()
    shapes = marked_shapes(target)
    key = key_of(shapes)
    own = own_shapes(target, shapes)
    guests = {one.mark.key for one in shapes}
    known = {one for one in guests if printing.new.slide(one) is not None}
    nothing = Figures((), figures[""].now)
    for shape in shapes:
        mine = figures.get(shape.mark.key, nothing)
        if shape.mark.key in known:
            roles = {one.mark.role for one in shapes if one.mark.key == shape.mark.key}
            update_shape(target, shape, roles, printing, mine, tally)
        else:
            for text in _texts(shape.element):
                tally.stale.extend(stale(shape.mark.role, text, mine))
    slide = printing.new.slide(key)
    if slide is not None:
        _update_rest(target, shapes, slide, printing, figures[key], tally)
    elif guests - known:
        tally.notices.append(
            message(
                "made for a slide that the report no longer has: nothing was renewed, "
                "its charts show the earlier data"
            )
        )
    for element in own:
        if slide is not None:
            tally.edits.append(
                message("your own shape “{name}”", name=properties_of(element).get("name"))
            )
        if slide is not None and element.find(f".//{C}chart") is not None:
            tally.notices.append(
                message(
                    "your own chart “{name}”: its numbers were not renewed",
                    name=properties_of(element).get("name"),
                )
            )
        for text in _texts(element):
            mine = figures[key] if slide is not None else figures[""]
            place = properties_of(element).get("name", "")
            tally.stale.extend(stale(place, text, mine, surely=slide is None))
            if slide is not None:
                tally.notices.extend(foreign(place, text, mine))
    title = target.shapes.title
    words = same_words(title.text_frame.text) if title is not None else ""
    return tally.slide(
        number, words or "(" + (key or message("untitled")) + ")", counterpart=bool(known)
    )


def _texts(element: Element) -> list[str]:
    body = body_of(element)
    cells = [one for row in element.iter(f"{A}tr") for one in cell_bodies(row)]
    return [text_of(one) for one in (body, *cells) if one is not None]


def _hide(target: PptxSlide, before: DrawnSlide | None, slide: DrawnSlide, tally: Tally) -> None:
    """Hide or show the slide if the report says so now, unless people decided otherwise."""
    element = target._element  # noqa: SLF001, python-pptx has no word for it
    hidden = element.get("show") in {"0", "false"}
    if before is None or before.hidden == slide.hidden or hidden != before.hidden:
        return
    if slide.hidden:
        element.set("show", "0")
        tally.notices.append(message("hidden, as the report says now"))
    else:
        del element.attrib["show"]
        tally.notices.append(message("shown again, as the report says now"))


def _update_rest(
    target: PptxSlide,
    shapes: list[Marked],
    slide: DrawnSlide,
    printing: Printing,
    figures: Figures,
    tally: Tally,
) -> None:
    """What belongs to the slide as a whole: shapes that are missing or new, and the notes."""
    before = printing.before(slide.key)
    _hide(target, before, slide, tally)
    there = {one.mark.role: one.element for one in shapes if one.mark.key == slide.key}
    last: Element | None = None
    for shape in slide.shapes:
        earlier = in_earlier_shapes(slide, shape.role, there.keys())
        if earlier or of_later_design(shape.role, there.keys()):
            continue
        if shape.role in there:
            last = there[shape.role]
        elif before is not None and before.shape(shape.role) is not None:
            tally.edits.append(
                message("{place}: missing or renamed, not put in anew", place=shape.role)
            )
        elif before is not None and shape.chart is None:
            made = deepcopy(pristine(printing, slide.key, shape.role))
            _insert(target, made, last)
            last = made
            tally.notices.append(message("{place}: new in the report, added", place=shape.role))
    frame = target.notes_slide.notes_text_frame
    source = printing.slides[slide.key].notes_slide.notes_text_frame
    if frame is not None and source is not None:
        old = before.notes if before else None
        body, made = frame._txBody, source._txBody  # noqa: SLF001, written as XML
        refresh_notes(body, made, old, slide.notes, printing.usual, figures, tally)


def _insert(target: PptxSlide, element: Element, last: Element | None) -> None:
    """Put a shape in front of the one printed before it, with a number of its own."""
    tree = target.shapes._spTree  # noqa: SLF001, written as XML
    numbers = [int(one.get("id")) for one in tree.iter() if str(one.tag).endswith("}cNvPr")]
    properties_of(element).set("id", str(max(numbers, default=1) + 1))
    if last is not None and last.getparent() is tree:
        last.addnext(element)
    else:
        tree.append(element)
