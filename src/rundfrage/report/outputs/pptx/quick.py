"""What python-pptx does anew each time, done once: compiling an XPath, looking for a free name.

A third of the time in which a deck was written went into XPaths, of which there are two dozen; and
for each new part all parts were walked through, so that twice the slides took four times as long.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree
from pptx.opc.package import OpcPackage
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import _nsmap
from pptx.oxml.xmlchemy import BaseOxmlElement


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=_nsmap)


def _xpath(element: BaseOxmlElement, path: str) -> Any:  # noqa: ANN401 - whatever the path finds
    return _compiled(path)(element)


def quicken(package: OpcPackage) -> None:
    """Let the package remember the names of its parts; none may be taken away from now on."""
    BaseOxmlElement.xpath = _xpath  # type: ignore[method-assign, assignment]
    known: dict[str, set[str]] = {}

    def next_name(form: str) -> PackURI:
        prefix = form.partition("%d")[0]
        if prefix not in known:
            names = (part.partname for part in package.iter_parts())
            known[prefix] = {name for name in names if name.startswith(prefix)}
        taken = known[prefix]
        name = next(one for n in range(len(taken) + 1, 0, -1) if (one := form % n) not in taken)
        taken.add(name)
        return PackURI(name)

    package.next_partname = next_name  # type: ignore[method-assign, assignment]
