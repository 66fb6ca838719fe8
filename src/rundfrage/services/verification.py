"""Verification: a certificate that an engine agrees with R."""

from __future__ import annotations

from rundfrage.progress import UNWATCHED, Progress
from rundfrage.services.stored import EMBEDDED, engine_address
from rundfrage.stats.reference import Certificate, Deviation, certify

__all__ = ["Certificate", "Deviation", "verify"]


def verify(engine: str = EMBEDDED, progress: Progress = UNWATCHED) -> Certificate:
    """Compare every statistic with figures that R's package survey computed.

    `engine` is duckdb, spark, spark://host:port, or postgresql://user@host/database.
    """
    return certify(engine_address(engine), progress=progress)
