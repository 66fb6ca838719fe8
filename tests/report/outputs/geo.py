"""Invented countries as GeoJSON: regions with common borders, an island, a city inside another."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]


def border(start: Point, end: Point, seed: int, deep: int = 6) -> list[Point]:
    """A line that wanders between two places, the same in both directions."""
    if start > end:
        return border(end, start, seed, deep)[::-1]
    points, wander = [start, end], random.Random(f"{start} {end} {seed}")
    for _ in range(deep):
        longer = points[:1]
        for one, other in pairwise(points):
            off = wander.uniform(-0.14, 0.14)
            middle = (
                (one[0] + other[0]) / 2 + off * (other[1] - one[1]),
                (one[1] + other[1]) / 2 - off * (other[0] - one[0]),
            )
            longer += [middle, other]
        points = longer
    return points


def ring(corners: Sequence[Point], seed: int = 1) -> list[list[float]]:
    """A closed line along wandering borders."""
    points: list[Point] = []
    for one, other in zip(corners, [*corners[1:], corners[0]], strict=True):
        points += border(one, other, seed)[:-1]
    return [list(point) for point in (*points, points[0])]


def country(names: Sequence[str], left: float = 7.0, low: float = 48.0) -> dict[str, object]:
    """Regions in a grid; the second holds the last as a city, the first has an island."""
    wander = random.Random("country")
    inside = names[:-1]
    lines = -(-len(inside) // 3)
    crossing = {
        (column, line): (
            left + 2.2 * column + wander.uniform(-0.5, 0.5),
            low + 1.5 * line + wander.uniform(-0.35, 0.35),
        )
        for column in range(4)
        for line in range(lines + 1)
    }
    features = []
    for at, name in enumerate(inside):
        line, column = divmod(at, 3)
        corners = [
            crossing[column, line],
            crossing[column + 1, line],
            crossing[column + 1, line + 1],
            crossing[column, line + 1],
        ]
        polygons = [[ring(corners)]]
        x, y = (sum(one[part] for one in corners) / 4 for part in (0, 1))
        city = [(x - 0.3, y - 0.2), (x + 0.3, y - 0.2), (x + 0.3, y + 0.2), (x - 0.3, y + 0.2)]
        if at == 1:
            hole = ring(city)
            polygons[0].append(hole[::-1])
            features.append(feature(names[-1], [[hole]]))
        if at == 0:
            island = [(x - 2.4, y), (x - 2.0, y - 0.1), (x - 1.9, y + 0.3)]
            polygons.append([ring(island)])
        features.append(feature(name, polygons))
    return {"type": "FeatureCollection", "features": features}


def feature(name: str, polygons: list[list[list[list[float]]]]) -> dict[str, object]:
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": {"name": name, "id": "X1"}, "geometry": geometry}


def written(folder: Path, content: object) -> Path:
    path = folder / "areas.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path
