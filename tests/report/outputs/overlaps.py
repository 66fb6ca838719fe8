"""Whether a deck on an organisation's template lies on what the template draws, box by box.

It reads the file with python-pptx alone and knows nothing of how the deck was laid out.
"""

from __future__ import annotations

from office import opened
from pptx.enum.shapes import MSO_SHAPE_TYPE

_POINT = 12700
_GROUND = 0.85
"""What covers this part of a box that lies on it is its ground, and not in the way."""
_SLACK = 2.0
"""Points by which boxes may meet: viewers' edges are not ours."""


def boxes(shapes, wide=1.0, high=1.0, left=0.0, top=0.0):
    """The shapes that are no placeholders, groups taken apart, as (name, box, filled) in points."""
    for shape in shapes:
        if shape.is_placeholder or shape.left is None:
            continue
        x, y = left + shape.left * wide, top + shape.top * high
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            frame = shape._element.grpSpPr.xfrm
            inner = frame.chExt
            across = wide * shape.width / max(1, inner.cx) if inner is not None else wide
            down = high * shape.height / max(1, inner.cy) if inner is not None else high
            off = frame.chOff
            yield from boxes(shape.shapes, across, down, x - off.x * across, y - off.y * down)
            continue
        box = (x / _POINT, y / _POINT, shape.width * wide / _POINT, shape.height * high / _POINT)
        yield shape.name, box


def overlaps(content: bytes) -> list[tuple[int, str, str]]:
    """The deck's shapes that lie on something the layout or master draws, or leave the slide."""
    presentation = opened(content)
    slide_box = (0, 0, presentation.slide_width / _POINT, presentation.slide_height / _POINT)
    found = []
    for number, slide in enumerate(presentation.slides, start=1):
        layout = slide.slide_layout
        drawn = list(boxes(layout.shapes))
        if layout.element.get("showMasterSp", "1") not in {"0", "false"}:
            drawn += boxes(layout.slide_master.shapes)
        for shape in slide.shapes:
            inherits = shape.is_placeholder and shape.has_text_frame
            if shape.left is None or (inherits and shape._element.spPr.xfrm is None):
                continue
            box = tuple(one / _POINT for one in (shape.left, shape.top, shape.width, shape.height))
            if shared(box, slide_box) < 0.999 * box[2] * box[3] and not outside(box, slide_box):
                found.append((number, shape.name, "the slide's edge"))
            found += [
                (number, shape.name, name)
                for name, other in drawn
                if shared(box, other) > 0
                and shared(box, other) < _GROUND * box[2] * box[3]
                and deep(box, other)
            ]
    return found


def outside(box, slide) -> bool:
    """True within the slack of a slide's edge."""
    return (
        box[0] > -_SLACK
        and box[1] > -_SLACK
        and box[0] + box[2] < slide[2] + _SLACK
        and box[1] + box[3] < slide[3] + _SLACK
    )


def shared(one, other) -> float:
    """The area that two boxes share."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def deep(one, other) -> bool:
    """True if the boxes share more than the slack."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return wide > _SLACK and high > _SLACK
