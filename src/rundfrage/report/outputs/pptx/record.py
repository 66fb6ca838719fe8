"""The record in a .pptx of what the program put there, as a custom XML part of the package.

PowerPoint keeps such parts. LibreOffice drops them; what a shape's name tells is then all there
is. A record that cannot be read counts as none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Pptx

from rundfrage.report.deck import Emphasis
from rundfrage.report.outputs.pptx.snapshot import (
    DrawnChart,
    DrawnSeries,
    DrawnShape,
    DrawnSlide,
    DrawnTable,
    PrintedText,
    Snapshot,
    Span,
)

_SPACE = "urn:rundfrage:deck:1"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/customXml"
_PROPERTIES = f"{_OFFICE}/relationships/customXmlProps"
_IDENTITY = "{6B0E2C1D-5B0A-4D51-9A57-3C1F4E8A7D20}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_record(presentation: Pptx, snapshot: Snapshot) -> None:
    """Put the record into the presentation, in place of an older one."""
    content = json.dumps(snapshot, default=vars, ensure_ascii=False, separators=(",", ":"))
    blob = f'{_HEAD}<deck xmlns="{_SPACE}">{escape(content)}</deck>'.encode("utf-8", "replace")
    for part in _parts(presentation):
        part.blob = blob
        return
    package = presentation.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", package, blob)
    properties = Part(
        package.next_partname("/customXml/itemProps%d.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        package,
        f'{_HEAD}<ds:datastoreItem ds:itemID="{_IDENTITY}"'
        f' xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{_SPACE}"/>'
        "</ds:schemaRefs></ds:datastoreItem>".encode(),
    )
    part.relate_to(properties, _PROPERTIES)
    presentation.part.relate_to(part, _RELATION)


def read_record(presentation: Pptx) -> Snapshot | None:
    """The record in the presentation, or None if there is none that can be read."""
    for part in _parts(presentation):
        try:
            return _snapshot(json.loads(parse_xml(part.blob).text or ""))
        except (SyntaxError, ValueError, LookupError, TypeError, AttributeError):
            return None
    return None


def _parts(presentation: Pptx) -> Iterator[Part]:
    for relation in presentation.part.rels.values():
        if relation.reltype == _RELATION and not relation.is_external:
            part = relation.target_part
            if _SPACE.encode() in part.blob[:400]:
                yield part


def _snapshot(raw: dict[str, Any]) -> Snapshot:
    return Snapshot(str(raw["title"]), tuple(_slide(one) for one in raw["slides"]))


def _slide(raw: dict[str, Any]) -> DrawnSlide:
    return DrawnSlide(
        str(raw["key"]),
        tuple(_shape(one) for one in raw["shapes"]),
        tuple(_words(one) for one in raw["notes"]),
        tuple((str(binding), str(text)) for binding, text in raw["figures"]),
        tuple((str(binding), str(text)) for binding, text in raw["past"]),
        bool(raw.get("hidden")),
    )


def _shape(raw: dict[str, Any]) -> DrawnShape:
    box = raw["box"]
    return DrawnShape(
        str(raw["role"]),
        None if box is None else (int(box[0]), int(box[1]), int(box[2]), int(box[3])),
        str(raw["alt"]),
        None if raw["words"] is None else _words(raw["words"]),
        None if raw["chart"] is None else _chart(raw["chart"]),
        None if raw["table"] is None else _table(raw["table"]),
    )


def _words(raw: dict[str, Any]) -> PrintedText:
    text = str(raw["text"])
    spans = tuple(Span(int(one["start"]), int(one["end"]), str(one["binding"]))
                  for one in raw["spans"])  # fmt: skip
    ends = [0, *(at for span in spans for at in (span.start, span.end)), len(text)]
    if ends != sorted(ends):
        raise ValueError("spans overlap")
    # Earlier versions set no words apart.
    emphases = tuple(_emphasis(one) for one in raw.get("emphases") or ())
    return PrintedText(text, spans, int(raw["size"]), int(raw["spacing"]), emphases)


def _emphasis(raw: dict[str, Any]) -> Emphasis:
    return Emphasis(
        int(raw["start"]),
        int(raw["end"]),
        bool(raw["bold"]),
        bool(raw["italic"]),
        str(raw["link"]),
    )


def _chart(raw: dict[str, Any]) -> DrawnChart:
    rows = tuple(str(one) for one in raw["rows"])
    series = tuple(_series(one, len(rows)) for one in raw["series"])
    categories = tuple(str(one) for one in raw["categories"])
    if len(categories) != len(rows):
        raise ValueError("a chart's categories and rows differ in number")
    axis, plot = (tuple(float(one) for one in raw[name]) for name in ("axis", "plot"))
    return DrawnChart(rows, categories, series, axis, plot, int(raw["size"]))


def _series(raw: dict[str, Any], count: int) -> DrawnSeries:
    one = DrawnSeries(
        str(raw["name"]),
        str(raw["format"]),
        tuple(None if value is None else float(value) for value in raw["values"]),
        tuple(str(binding) for binding in raw["bindings"]),
        tuple(str(label) for label in raw["labels"]),
        str(raw["fills"]),
        bool(raw["intervals"]),
    )
    if {len(one.values), len(one.bindings), len(one.labels)} != {count}:
        raise ValueError("a series has more or fewer values than there are categories")
    return one


def _table(raw: dict[str, Any]) -> DrawnTable:
    return DrawnTable(
        tuple(str(one) for one in raw["rows"]),
        tuple(int(one) for one in raw["heights"]),
        tuple(tuple(_words(cell) for cell in row) for row in raw["cells"]),
    )
