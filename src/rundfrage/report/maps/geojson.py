"""Reads the areas of regions from a GeoJSON file (RFC 7946), whatever else the file holds.

Areas are rings of longitude and latitude in degrees (WGS 84), by the name of their region. All
that is wrong with a file is a Problem.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message
from rundfrage.manuscript.source import read_bytes

Ring = npt.NDArray[np.float64]
"""The corners of a closed line, shape (n, 2): longitude and latitude, the first one not again."""

_MOST_CORNERS = 1_000_000
_MOST_FEATURES = 5_000
_DEGREES = (180.0, 90.0)
_METRES = 1_000.0
"""Coordinates beyond this are no degrees of whatever order."""
_KNOWN_SYSTEMS = ("CRS84", "4326")
_SHOWN = 40


def read_areas(path: Path, key: str) -> Mapping[str, tuple[Ring, ...]]:
    """The rings of each region by its value of the property `key`; holes are rings, too."""
    content = read_bytes(path, message("a GeoJSON file of areas."))
    reader = _Reader(path, key)
    raw = reader.parsed(content)
    areas: dict[str, tuple[Ring, ...]] = {}
    corners = 0
    for feature in reader.features(raw):
        name = reader.name(feature)
        rings = tuple(reader.rings(feature))
        corners += sum(len(ring) for ring in rings)
        if corners > _MOST_CORNERS:
            raise reader.refused(
                message("It has more than {most} corners.", most=_MOST_CORNERS),
                message("outlines that were simplified for maps of a page's size."),
                message("Take a file for small scales, or simplify it (mapshaper.org does)."),
            )
        areas[name] = (*areas.get(name, ()), *rings)
    if not any(areas.values()):
        raise reader.refused(
            message("None of its features has an area."),
            message("polygons, one or more a region."),
            message("Take a file of areas, not of points or lines."),
        )
    return areas


class _Reader:
    """What is wrong with one file, said with its name."""

    def __init__(self, path: Path, key: str) -> None:
        self.path = path
        self.key = key

    def refused(self, found: Message, expected: Message, mend: Message) -> Problem:
        """The Problem of this file."""
        where = Where(name=self.path.name)
        return Problem("map-file", where=where, found=found, expected=expected, mend=mend)

    def parsed(self, content: bytes) -> Any:  # noqa: ANN401, JSON of any shape
        """The JSON in the file."""
        try:
            return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
        except RecursionError as error:
            found = message("It is nested more deeply than any map.")
            raise self._no_json(found) from error
        except (ValueError, UnicodeDecodeError) as error:
            found = message("It can't be read as JSON ({error}).", error=str(error)[:80])
            raise self._no_json(found) from error

    def _no_json(self, found: Message) -> Problem:
        return self.refused(
            found,
            message("a GeoJSON file: JSON in UTF-8 with a FeatureCollection."),
            message("Export the areas as GeoJSON once more; shapefiles are no GeoJSON."),
        )

    def features(self, raw: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
        """The features of the collection."""
        kind = raw.get("type") if isinstance(raw, dict) else None
        features = raw.get("features") if isinstance(raw, dict) else None
        if kind != "FeatureCollection" or not isinstance(features, list) or not features:
            found = (
                message("It is a {kind}.", kind=str(kind)[:_SHOWN])
                if kind not in {None, "FeatureCollection"}
                else message("It has no features.")
            )
            mend = (
                message("Convert TopoJSON to GeoJSON first.")
                if kind == "Topology"
                else message("Export the areas with their properties.")
            )
            raise self.refused(found, message("a FeatureCollection with a feature a region."), mend)
        self._require_degrees(raw.get("crs"))
        if len(features) > _MOST_FEATURES:
            raise self.refused(
                message("It has {count} features.", count=len(features)),
                message("at most {most}.", most=_MOST_FEATURES),
                message("Take a file of the regions that were asked for."),
            )
        yield from (one for one in features if isinstance(one, dict))

    def _require_degrees(self, system: object) -> None:
        """Refuse a file that names another system of coordinates, as older GeoJSON may."""
        if system is None:
            return
        words = json.dumps(system)[:400]
        if not any(known in words for known in _KNOWN_SYSTEMS):
            raise self._projected(message("It names another system of coordinates (crs)."))

    def _projected(self, found: Message) -> Problem:
        return self.refused(
            found,
            message("longitude and latitude in degrees (WGS 84, EPSG:4326)."),
            message("Export it in WGS 84, for instance with ogr2ogr -t_srs EPSG:4326."),
        )

    def name(self, feature: dict[str, Any]) -> str:
        """What the feature is called."""
        properties = feature.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        value = properties.get(self.key)
        if value is None or isinstance(value, dict | list) or not str(value).strip():
            names = [str(one) for one in properties]
            raise self.refused(
                message("A feature has no property {key}.", key=self.key[:_SHOWN]),
                message("one of {names}.", names=", ".join(names[:12])[:300])
                if names
                else message("properties that name the regions."),
                did_you_mean(self.key[:_SHOWN], names)
                or message("Name the property that holds the regions' names by key=."),
            )
        return " ".join(str(value).split())

    def rings(self, feature: dict[str, Any]) -> Iterator[Ring]:
        """The rings of its polygons; none for a feature without a place."""
        yield from self._of(feature.get("geometry"), deep=0)

    def _of(self, geometry: object, deep: int) -> Iterator[Ring]:
        if geometry is None:
            return
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        inner = geometry.get("coordinates") if isinstance(geometry, dict) else None
        match kind, inner:
            case "Polygon", list():
                for one in inner:
                    ring = self._ring(one)
                    if ring is not None:
                        yield ring
            case "MultiPolygon", list():
                for polygon in inner:
                    yield from self._of({"type": "Polygon", "coordinates": polygon}, deep)
            case "GeometryCollection", _ if isinstance(geometry, dict) and deep < 2:
                for one in geometry.get("geometries") or ():
                    yield from self._of(one, deep + 1)
            case _:
                raise self.refused(
                    message("A feature is a {kind}.", kind=str(kind)[:_SHOWN]),
                    message("polygons, one or more a region."),
                    message("Take a file of areas, not of points or lines."),
                )

    def _ring(self, raw: object) -> Ring | None:
        """A ring; None if it has no area."""
        try:
            # Heights may stand behind longitude and latitude.
            ring = np.array([(float(one[0]), float(one[1])) for one in raw], np.float64)  # type: ignore[attr-defined]
        except (TypeError, ValueError, IndexError, OverflowError) as error:
            raise self.refused(
                message("A ring of a polygon holds something that is no pair of numbers."),
                message("pairs of longitude and latitude."),
                message("Export the areas as GeoJSON once more."),
            ) from error
        if len(ring) and not np.isfinite(ring).all():
            raise self.refused(
                message("A ring of a polygon holds numbers without end."),
                message("pairs of longitude and latitude."),
                message("Export the areas as GeoJSON once more."),
            )
        self._require_range(ring)
        if len(ring) > 1 and (ring[0] == ring[-1]).all():
            ring = ring[:-1]
        return ring if len(ring) >= 3 else None

    def _require_range(self, ring: Ring) -> None:
        if not len(ring):
            return
        across, down = (float(one) for one in np.abs(ring).max(axis=0))
        if across <= _DEGREES[0] + 1e-6 and down <= _DEGREES[1] + 1e-6:
            return
        if max(across, down) > _METRES or across > _DEGREES[0]:
            raise self._projected(
                message(
                    "It has coordinates such as {x}, {y}, which are no degrees.",
                    x=round(float(ring[0][0]), 3),
                    y=round(float(ring[0][1]), 3),
                )
            )
        raise self.refused(
            message(
                "It has a latitude of {y}: longitude and latitude seem to be swapped.",
                y=round(down, 3),
            ),
            message("longitude first, as GeoJSON has it."),
            message("Export it once more with the usual order of axes."),
        )


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")
