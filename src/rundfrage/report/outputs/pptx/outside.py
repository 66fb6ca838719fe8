"""Takes out of a template what Office would load from elsewhere when somebody opens the deck.

A linked picture, film or object asks another computer for itself, which tells who opens the deck,
or reads a file of theirs. Links that people follow by clicking on them stay.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.opc.package import Part, XmlPart
from pptx.presentation import Presentation as Pptx

from rundfrage.look.house.package import A, P, R, is_outside

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SHAPES = frozenset({f"{P}pic", f"{P}graphicFrame"})
"""What goes as a whole if what it shows lies elsewhere."""
_PAINT = {
    True: f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="phClr"/></a:solidFill>',
    False: f'<a:noFill xmlns:a="{A[1:-1]}"/>',
}
"""What stands for a filling with a linked picture: in a theme, and elsewhere."""

Element = Any
"""An element of lxml, which ships no types."""


def keep_inside(presentation: Pptx) -> None:
    """Remove every relation of a part that leads out of the package, and what refers to it."""
    for part in list(presentation.part.package.iter_parts()):
        _keep_inside(part)


def _keep_inside(part: Part) -> None:
    relations = part._rels  # noqa: SLF001, python-pptx drops none that something refers to
    leading = {
        key
        for key, relation in relations.items()
        if relation.is_external and is_outside(relation.reltype, relation.target_ref)
    }
    if not leading:
        return
    if isinstance(part, XmlPart):
        _clear(part._element, leading)  # noqa: SLF001, as above
    elif part.content_type.endswith("xml"):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(part.blob, parser)
        _clear(root, leading)
        part._blob = etree.tostring(  # noqa: SLF001, as above
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
    for key in leading:
        relations.pop(key)


def _clear(root: Element, leading: set[str]) -> None:
    """Take out all that refers to the relations of those keys."""
    shapes = False
    for element in list(root.iter(etree.Element)):
        names = [name for name, value in element.items() if name.startswith(R) and value in leading]
        if not names or not _is_in(element, root):
            continue
        if element.tag == f"{A}blip" and element.get(f"{R}embed") not in {None, *leading}:
            # The picture is there as well; only where it came from goes.
            for name in names:
                del element.attrib[name]
            continue
        home = _bearer(element)
        shapes = shapes or home.tag in _SHAPES
        if home.tag == f"{A}blipFill":
            home.addprevious(etree.fromstring(_PAINT[root.tag == f"{A}theme"]))
        _remove(home)
    if shapes:
        # Films of removed shapes would play in these.
        for timing in root.findall(f"{P}timing"):
            root.remove(timing)


def _bearer(element: Element) -> Element:
    """What is to go: the shape that shows it, the filling, or the reference alone."""
    if element.tag.startswith(f"{A}hlink"):
        return element
    shape = next((one for one in element.iterancestors() if one.tag in _SHAPES), None)
    if shape is not None:
        return shape
    return next(
        (one for one in element.iterancestors() if one.tag in {f"{A}blipFill", f"{A}buBlip"}),
        element,
    )


def _remove(element: Element) -> None:
    """Remove an element, and the choice between versions of it that it stands in."""
    choices = element.iterancestors(f"{_COMPATIBLE}AlternateContent")
    gone = next(choices, element)
    gone.getparent().remove(gone)


def _is_in(element: Element, root: Element) -> bool:
    return element is root or any(one is root for one in element.iterancestors())
