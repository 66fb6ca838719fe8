"""Simulated respondents: the rehearsal before the field.

They answer a questionnaire along its routing, leave questions out as people do, and meet given
targets as printed.
"""

from rundfrage.simulate.respondents import simulate
from rundfrage.simulate.targets import Targets, read_targets

__all__ = ["Targets", "read_targets", "simulate"]
