"""Weighting: weights by which a sample's margins are those of the population, and their judgement.

Four methods: raking (iterative proportional fitting), post-stratification, linear and logit
calibration; each checked against R's `survey`.
"""

from rundfrage.stats.weighting.appraisal import (
    Appraisal,
    BannerTable,
    Distribution,
    Effect,
    MarginTable,
    TargetRow,
    WeightClass,
    appraise,
    effect,
)
from rundfrage.stats.weighting.margin_codes import margin_codes
from rundfrage.stats.weighting.margins_file import read_margins
from rundfrage.stats.weighting.settings import Method, Settings, Unanswered
from rundfrage.stats.weighting.targets import Axis, Margin, Target
from rundfrage.stats.weighting.trimming import Trimming
from rundfrage.stats.weighting.weigh import Weighting, weigh
from rundfrage.stats.weighting.weights_file import (
    base_of,
    require_name,
    weighted,
    weights_beside,
    with_weights,
    write_weights,
)

__all__ = [
    "Appraisal",
    "Axis",
    "BannerTable",
    "Distribution",
    "Effect",
    "Margin",
    "MarginTable",
    "Method",
    "Settings",
    "Target",
    "TargetRow",
    "Trimming",
    "Unanswered",
    "WeightClass",
    "Weighting",
    "appraise",
    "base_of",
    "effect",
    "margin_codes",
    "read_margins",
    "require_name",
    "weigh",
    "weighted",
    "weights_beside",
    "with_weights",
    "write_weights",
]
