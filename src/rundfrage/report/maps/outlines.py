"""Outlines of areas for a slide: projected so that areas can be compared, then simplified.

The projection is Lambert's azimuthal equal-area on a sphere, about the middle of the areas (Snyder
1987, Map Projections: A Working Manual, USGS Professional Paper 1395, equations 24-2 to 24-4).
Simplified is by Douglas and Peucker (1973), one line between three areas at a time, so that
neighbours keep their common border.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rundfrage.report.maps.geojson import Ring

Corner = tuple[int, int]
Line = tuple[Corner, ...]

_GRID = 4_000
"""Corners lie on a grid of so many steps along the longer side."""
_TOLERANCE = 5.0
"""Steps by which a border may be off: an eighth of a percent of the longer side."""
_LEAST = 60.0
"""An island is at least so large, in square steps, unless it is its region's largest."""


@dataclass(frozen=True)
class Outlines:
    """Rings a region, in parts of the width from the top left; `ratio` is height to width."""

    rings: Mapping[str, tuple[tuple[tuple[float, float], ...], ...]]
    ratio: float


def outlines(areas: Mapping[str, Sequence[Ring]]) -> Outlines:
    """The areas on a plane; at least one has a ring."""
    projected = _projected(areas)
    corners = np.vstack([ring for rings in projected.values() for ring in rings])
    low, high = corners.min(axis=0), corners.max(axis=0)
    span = np.maximum(high - low, 1e-12)
    step = float(span.max()) / _GRID
    snapped = {
        name: [_distinct(np.rint((ring - low) / step).astype(np.int64)) for ring in rings]
        for name, rings in projected.items()
    }
    simple = _simplified(snapped)
    width, height = (float(one) / step for one in span)
    return Outlines(
        {
            name: tuple(
                # The projection counts up, a slide counts down.
                tuple((round(x / width, 5), round((height - y) / width, 5)) for x, y in ring)
                for ring in _large(rings)
            )
            for name, rings in simple.items()
        },
        height / width,
    )


def _projected(areas: Mapping[str, Sequence[Ring]]) -> dict[str, list[npt.NDArray[np.float64]]]:
    """All rings on the plane, in radii of the sphere, about the middle of their extent."""
    every = np.vstack([ring for rings in areas.values() for ring in rings])
    middle = _middle_longitude(every[:, 0])
    unwrapped = (every[:, 0] - middle + 540) % 360 - 180
    across = np.radians(middle + (unwrapped.min() + unwrapped.max()) / 2)
    up = np.radians((every[:, 1].min() + every[:, 1].max()) / 2)
    return {
        name: [_azimuthal(np.radians(ring), float(across), float(up)) for ring in rings]
        for name, rings in areas.items()
    }


def _middle_longitude(longitudes: npt.NDArray[np.float64]) -> float:
    """What lies opposite to the widest gap between the longitudes, also across the 180th."""
    around = np.unique(longitudes % 360)
    gaps = np.diff(np.append(around, around[0] + 360))
    widest = int(gaps.argmax())
    return float((around[widest] + gaps[widest] / 2 + 180) % 360)


def _azimuthal(ring: Ring, across: float, up: float) -> npt.NDArray[np.float64]:
    """Snyder's equations 24-2 to 24-4 with a radius of 1."""
    longitude, latitude = ring[:, 0] - across, ring[:, 1]
    cosine = np.sin(up) * np.sin(latitude) + np.cos(up) * np.cos(latitude) * np.cos(longitude)
    # What lies opposite would be infinitely far away.
    scale = np.sqrt(2 / np.maximum(1 + cosine, 1e-6))
    x = scale * np.cos(latitude) * np.sin(longitude)
    y = scale * (np.cos(up) * np.sin(latitude) - np.sin(up) * np.cos(latitude) * np.cos(longitude))
    return np.column_stack((x, y))


def _distinct(ring: npt.NDArray[np.int64]) -> list[Corner]:
    """The corners of a ring without those that fell together with the one before."""
    corners: list[Corner] = []
    for x, y in ring.tolist():
        if not corners or corners[-1] != (x, y):
            corners.append((x, y))
    while len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    return corners


def _simplified(rings: Mapping[str, Sequence[list[Corner]]]) -> dict[str, list[list[Corner]]]:
    """The rings with fewer corners; a border of two areas is the same line for both."""
    beside: dict[Corner, set[Corner]] = defaultdict(set)
    for ring in (one for each in rings.values() for one in each):
        for at, corner in enumerate(ring):
            beside[corner] |= {ring[at - 1], ring[(at + 1) % len(ring)]}
    joints = {corner for corner, others in beside.items() if len(others) > 2}
    known: dict[Line, Line] = {}
    return {
        name: [one for ring in each if len(one := _ring(ring, joints, known)) >= 3]
        for name, each in rings.items()
    }


def _ring(ring: list[Corner], joints: set[Corner], known: dict[Line, Line]) -> list[Corner]:
    """A ring of simplified lines from joint to joint; without a joint from its lowest corner."""
    if len(ring) < 3:
        return []
    places = [at for at, corner in enumerate(ring) if corner in joints]
    if not places:
        # The same island may be the hole of another area, which begins elsewhere.
        places = [ring.index(min(ring))]
    if len(places) == 1:
        first = places[0]
        turned = ring[first:] + ring[:first]
        far = max(range(len(turned)), key=lambda at: _distance(turned[0], turned[at]))
        places = [first, (first + far) % len(ring)]
    corners: list[Corner] = []
    for start, end in zip(places, [*places[1:], places[0]], strict=True):
        line = ring[start : end + 1] if start < end else ring[start:] + ring[: end + 1]
        corners += _line(tuple(line), known)[:-1]
    return corners


def _line(line: Line, known: dict[Line, Line]) -> Line:
    """A line simplified, in whichever direction it runs."""
    forward = min(line, line[::-1])
    if forward not in known:
        known[forward] = _thinned(forward)
    found = known[forward]
    return found if forward == line else found[::-1]


def _thinned(line: Line) -> Line:
    """Douglas and Peucker's line: no corner that is left out lies further off than may be."""
    points = np.array(line, np.float64)
    kept = np.zeros(len(points), bool)
    kept[[0, -1]] = True
    parts = [(0, len(points) - 1)]
    while parts:
        start, end = parts.pop()
        if end - start < 2:
            continue
        off = _off(points[start + 1 : end], points[start], points[end])
        furthest = int(off.argmax())
        if off[furthest] > _TOLERANCE:
            middle = start + 1 + furthest
            kept[middle] = True
            parts += [(start, middle), (middle, end)]
    return tuple(corner for corner, stays in zip(line, kept, strict=True) if stays)


def _off(
    points: npt.NDArray[np.float64], start: npt.NDArray[np.float64], end: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """How far points lie from the line between two others."""
    along = end - start
    length = float(along @ along)
    part = np.clip((points - start) @ along / length, 0, 1) if length else np.zeros(len(points))
    return np.asarray(np.linalg.norm(points - start - part[:, None] * along, axis=1))


def _large(rings: list[list[Corner]]) -> Iterator[list[Corner]]:
    """The rings that can be seen; of a region of specks the largest."""
    sizes = [abs(area_of(ring)) for ring in rings]
    largest = max(sizes, default=0.0)
    for ring, size in zip(rings, sizes, strict=True):
        if size >= _LEAST or size == largest:
            yield ring


def area_of(ring: Sequence[tuple[float, float]]) -> float:
    """The area of a ring, below zero if it runs the other way."""
    points = np.array(ring, np.float64)
    x, y = points[:, 0], points[:, 1]
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def _distance(one: Corner, other: Corner) -> tuple[int, Corner]:
    """The square of how far another corner lies off; of two as far the one with the larger x."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2, other


def inner_point(rings: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, float]:
    """A point well inside the largest ring: of a grid over it the one furthest from all borders."""
    ring = max(rings, key=lambda one: abs(area_of(one)))
    points = np.array(ring, np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    steps = (np.arange(_ACROSS) + 0.5) / _ACROSS
    grid = np.array([(x, y) for y in steps for x in steps]) * (high - low) + low
    every = [np.array(one, np.float64) for one in rings]
    inside = np.zeros(len(grid), bool)
    off = np.full(len(grid), np.inf)
    for one in every:
        for start, end in zip(one, np.roll(one, -1, axis=0), strict=True):
            off = np.minimum(off, _off(grid, start, end))
            crosses = (start[1] > grid[:, 1]) != (end[1] > grid[:, 1])
            if crosses.any():
                at = start[0] + (grid[:, 1] - start[1]) / (end[1] - start[1]) * (end[0] - start[0])
                inside ^= crosses & (grid[:, 0] < at)
    if not inside.any():
        x, y = points.mean(axis=0)
        return float(x), float(y)
    best = int(np.where(inside, off, -1).argmax())
    return round(float(grid[best][0]), 5), round(float(grid[best][1]), 5)


_ACROSS = 13
"""Points of a grid along each side."""
