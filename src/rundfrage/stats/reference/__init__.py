"""The reference suite: figures that R's package survey computed, to compare this engine with.

The data files hold the columns used of that package's own data sets; `values.json` the figures.
Both are made by tests/stats/golden/make.R.
"""

from rundfrage.stats.reference.certificate import Certificate, Deviation, certify

__all__ = ["Certificate", "Deviation", "certify"]
