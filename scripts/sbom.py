#!/usr/bin/env python
"""Writes what a release is made of, as an SBOM in CycloneDX 1.6: the pinned libraries of a lock.

    scripts/sbom.py [LOCK [OUTPUT]]

A lock holds each library with the hashes of all its files. Licences stand in decision 0002.
"""

import re
import sys
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.tool import Tool
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from rundfrage import __version__

HOUSE = Path(__file__).parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)[^\n]*?$", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> list[Component]:
    """Each library that the lock pins, with the hashes of all its files."""
    found = list(PINNED.finditer(lock))
    ends = [one.start() for one in found[1:]] + [len(lock)]
    return [
        Component(
            name=one[1],
            version=one[2],
            type=ComponentType.LIBRARY,
            purl=(origin := PackageURL("pypi", None, one[1].lower().replace("_", "-"), one[2])),
            bom_ref=origin.to_string(),
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=content)
                for content in HASH.findall(lock[one.end() : end])
            ],
        )
        for one, end in zip(found, ends, strict=True)
    ]


def sbom(lock: str) -> str:
    """The SBOM of the lock, as JSON."""
    bom = Bom(components=components(lock))
    bom.metadata.component = own = Component(
        name="rundfrage", version=__version__, type=ComponentType.APPLICATION, bom_ref="rundfrage"
    )
    bom.metadata.tools.tools.add(Tool(name="scripts/sbom.py"))
    bom.register_dependency(own, bom.components)
    return JsonV1Dot6(bom).output_as_string(indent=2)


def main() -> None:
    """Write the SBOM, in a folder that is made."""
    usual = [str(HOUSE / "requirements.lock"), str(HOUSE / "build" / "sbom.cdx.json")]
    lock, output = map(Path, [*sys.argv[1:], *usual[len(sys.argv) - 1 :]])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(sbom(lock.read_text(encoding="utf-8")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{output}\n")


if __name__ == "__main__":
    main()
