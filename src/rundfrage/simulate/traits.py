"""What makes simulated respondents alike with themselves: traits that their answers share.

Each respondent has an *attitude* (some like everything more), a *diligence* (some leave more
questions out), and a leaning for each battery. A *leaning* towards an answer mixes them with
noise, so that items of a grid correlate more with each other than with other questions.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rundfrage.simulate.choices import most_inclined

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Traits:
    """The traits of n respondents; `attitude` and `diligence` are standard normal, shape (n,)."""

    n: int
    seed: int
    attitude: Numbers
    diligence: Numbers

    @staticmethod
    def draw(n: int, seed: int) -> Traits:
        """Draw n respondents; the same seed gives the same people."""
        generator = np.random.default_rng([seed, 0])
        return Traits(n, seed, generator.standard_normal(n), generator.standard_normal(n))

    def generator(self, *names: str) -> np.random.Generator:
        """A source of chance of its own for each name, so that questions don't disturb others."""
        return np.random.default_rng([self.seed, *(crc32(name.encode()) for name in names)])

    def leaning(self, name: str, battery: str | None, attitude: float) -> Numbers:
        """How much each respondent leans to the first answers of a variable; shape (n,).

        `attitude` is the loading on the common attitude, from 0 to 0.8. Members of one battery
        share a loading of 0.5 on the battery's own trait.
        """
        noise = self.generator("noise", name).standard_normal(self.n)
        shared = 0.5 if battery is not None else 0.0
        own = float(np.sqrt(max(1 - attitude**2 - shared**2, 0.05)))
        leaning: Numbers = attitude * self.attitude + own * noise
        if battery is not None:
            leaning += shared * self.generator("battery", battery).standard_normal(self.n)
        return leaning

    def who_answers(
        self, name: str, among: npt.NDArray[np.intp], count: int
    ) -> npt.NDArray[np.intp]:
        """The `count` most diligent of the respondents `among`, with chance in it; sorted."""
        chance = self.generator("nonresponse", name).standard_normal(len(among))
        readiness = self.diligence[among] + chance
        return np.sort(among[most_inclined(readiness, count)])
